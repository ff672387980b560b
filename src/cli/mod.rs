//! The command line: the same import and extraction as the window, without one.

pub mod extract;
