//! The analyst's corrections: values that are kept apart from extraction and replayed after it.
