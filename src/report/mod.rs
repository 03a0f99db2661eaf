//! Papers made of a case or a pack: model in, text out.
//!
//! Never asks a person, never writes a file, and puts no person's name or number on a paper but the letter that an
//! institution asks for.

pub mod letter;
mod lines;
pub mod outage;
pub mod paper_form;
#[cfg(test)]
mod paper_form_tests;
pub mod receipt;
pub mod requirements;
#[cfg(test)]
mod requirements_tests;
