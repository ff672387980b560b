//! Files into articles.
