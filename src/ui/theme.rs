//! Every colour and type size of the window, for light and dark.

/// The colours and sizes of one theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {}
