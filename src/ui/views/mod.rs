//! The views of the right column.
//!
//! A view is one file and its row in [`VIEWS`]. What it derives from a record is kept in `derived`, charts are painted
//! by `paint`, tables shown by `rows`, and what is selected elsewhere is brought into sight by `arrive`.

mod arrive;
mod commitments;
mod derived;
mod figures;
mod history;
mod measures;
mod network;
mod notes;
mod paint;
mod parts;
mod plot;
mod quotes;
mod rows;
mod timeline;

use super::View;

/// Every view, in the order of its tab.
pub const VIEWS: &[View] = &[
    View { id: "figures", title: "Figures", ui: figures::ui },
    View { id: "measures", title: "Measures", ui: measures::ui },
    View { id: "quotes", title: "Quotes", ui: quotes::ui },
    View { id: "commitments", title: "Commitments", ui: commitments::ui },
    View { id: "timeline", title: "Timeline", ui: timeline::ui },
    View { id: "network", title: "Network", ui: network::ui },
    View { id: "notes", title: "Notes", ui: notes::ui },
    View { id: "history", title: "History", ui: history::ui },
];
