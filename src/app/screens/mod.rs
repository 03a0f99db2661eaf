//! The screens: the state of each and what keys do there. How they look is in `tui::screens`, file for
//! file.

pub mod account;
pub mod beranda;
pub mod call;
pub mod facing;
pub mod fill;
pub mod finder;
pub mod handover;
pub mod lock;
pub mod lookup;
pub mod officers;
pub mod outage;
pub mod outages;
pub mod overlay;
pub mod paper;
pub mod park;
pub mod receipt;
pub mod requirements;
pub mod retype;
pub mod review;
pub mod setup;
pub mod tasks;
pub mod teach_back;
pub mod trouble;
pub mod unlock;
pub mod voice;
