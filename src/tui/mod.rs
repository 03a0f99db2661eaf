//! Keys in, cells out: the keymap, the theme and the picture of every screen.
//!
//! Reads [`crate::app::State`] and draws it; never changes it, never decides what a key leads to,
//! never keeps anything from one frame to the next. Where a list is scrolled follows from what is
//! marked in it.

mod chord;
mod input;
mod keymap;
mod lamp;
mod large;
mod measure;
mod pen;
mod safe;
mod screens;
mod theme;
mod view;
mod when;

pub use chord::Chord;
pub use keymap::{Keymap, Keys};
pub use safe::safe;
pub use theme::Theme;
pub use view::{Look, view};

#[cfg(test)]
mod tests;
