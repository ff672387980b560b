//! Clauses: verb groups with their subjects and objects, from word lists and order alone.
