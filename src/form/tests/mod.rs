//! What the form engine promises, told with small packs.

mod always;
mod between;
mod evaluation;
mod library;
mod migrate;
mod nulls;
mod pictures;
mod places;
