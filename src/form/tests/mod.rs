//! What the form engine promises, told with small packs.

mod always;
mod evaluation;
mod library;
mod nulls;
mod pictures;
mod places;
