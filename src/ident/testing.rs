//! Help for tests: a table row says what a text must find.
