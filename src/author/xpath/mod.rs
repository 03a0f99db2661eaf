//! XPath of XLSForms to CEL: parsed, given types, and said so that it means the same here.
//!
//! Where XPath takes an empty answer for a value, CEL has no result; the guards this needs are written
//! out. What has no counterpart is refused with its name, never changed in silence.

mod cel;
mod parse;

pub(super) use cel::{Named, Scope, Sort};
pub(super) use parse::{Fault, Tree, parse};
