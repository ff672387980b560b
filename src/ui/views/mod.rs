//! The views of the right column.

use super::View;

/// Every view, in the order of its tab.
pub const VIEWS: &[View] = &[];
