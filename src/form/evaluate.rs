//! Evaluation: answers in, everything that follows out.

use super::{Answers, Derived, Form};

/// Everything that follows from `answers` on the day `today`.
pub fn evaluate(form: &Form, answers: &Answers, today: jiff::civil::Date) -> Derived {
    let _ = (form, answers, today);
    todo!("engine")
}

pub(super) fn missing_instances(form: &Form, answers: &Answers) -> Vec<(String, u32)> {
    let _ = (form, answers);
    todo!("engine")
}
