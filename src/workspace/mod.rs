//! The one file on disk: articles, corrections, and a cache of what was derived from them.

/// Names an article in a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub i64);
