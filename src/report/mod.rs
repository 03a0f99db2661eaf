//! Papers made of a case: model in, text out.
//!
//! Never asks a person, never writes a file, and puts no person's name or number on a paper.

pub mod receipt;
