//! Where the officer is: kept at every step, so that a killed program goes on at the same letter.

use crate::case::CaseId;
use serde::{Deserialize, Serialize};

/// The screen of a [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceScreen {
    /// The work queues.
    #[default]
    Beranda,
    /// The task list.
    Tasks,
    /// A question.
    Fill,
    /// The dense sheet.
    Sheet,
    /// The read-back.
    Review,
    /// The retype sheet.
    Handover,
    /// The receipt.
    Receipt,
}

/// Where the officer is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The screen.
    pub screen: PlaceScreen,
    /// The open case.
    pub case: Option<CaseId>,
    /// The open question.
    #[serde(default)]
    pub path: Option<String>,
    /// The open window that takes text, by [`super::Field::key`].
    #[serde(default)]
    pub prompt: Option<String>,
    /// The program was left on purpose: the next start begins at the queues.
    #[serde(default)]
    pub clean: bool,
}
