//! Answers with a meaning held against each other: the NIK against the KTP's lines, the deed against
//! AHU's decision, workers against BPJS.
//!
//! The comparing is [`crate::ident::preflight`]'s; this finds which answers belong together. A finding
//! stands at the later of the two questions, where the officer is when both are known.

use super::meaning::{
    AHU_DATE, AHU_NUMBER, BIRTH_DATE, DEED_DATE, HOME_REGION, LEGAL_FORM, NIK, NPP, NPWP, SEX,
    WORKERS,
};
use super::value::ours;
use super::{Answers, Derived, Form};
use crate::base::order;
use crate::ident::ahu::Entity;
use crate::ident::nik::{Nik, Sex};
use crate::ident::{Verdict, ahu, date, nik, npwp, number, preflight, wilayah};
use jiff::civil::Date;

/// Adds what does not fit together to the rows it concerns.
pub(super) fn add(form: &Form, answers: &Answers, today: Date, derived: &mut Derived) {
    let found = Known { form, answers, today, derived }.all();
    for (at, verdicts) in found {
        let row = &mut derived.rows[at];
        row.findings.extend(verdicts.into_iter().map(ours));
        order::sort_by_key(&mut row.findings, |finding| std::cmp::Reverse(finding.level));
        let periksa =
            row.findings.iter().any(|finding| finding.level == crate::ident::Level::Periksa);
        let reason = answers.values.get(&row.path).map_or("", |answer| answer.reason.trim());
        row.reasoned = periksa && !reason.is_empty();
    }
}

/// The answers as far as they are known now.
struct Known<'a> {
    form: &'a Form,
    answers: &'a Answers,
    today: Date,
    derived: &'a Derived,
}

/// An answer with a meaning: the place of its row, and its text.
#[derive(Clone, Copy)]
struct Said<'a> {
    at: usize,
    raw: &'a str,
}

impl<'a> Known<'a> {
    fn all(&self) -> Vec<(usize, Vec<Verdict>)> {
        let mut found = Vec::new();
        for (at, row) in self.derived.rows.iter().enumerate() {
            let question = self.form.pack.question(row.question);
            let Some(meaning) = question.meaning.as_deref().filter(|_| row.answered) else {
                continue;
            };
            let said = Said { at, raw: self.raw(at) };
            match meaning {
                NIK => self.person(said, &mut found),
                DEED_DATE => self.deed(said, &mut found),
                AHU_NUMBER => self.entity(said, &mut found),
                WORKERS => self.workers(said, &mut found),
                _ => {}
            }
        }
        found.retain(|(_, verdicts)| !verdicts.is_empty());
        found
    }

    /// The text of a row; of a calculated one its value.
    fn raw(&self, at: usize) -> &'a str {
        let row = &self.derived.rows[at];
        let raw = self.answers.raw(&row.path);
        if raw.is_empty() { &row.calculated } else { raw }
    }

    /// The row with `meaning` nearest to the one at `at`: in the same instance, else around it.
    fn row(&self, meaning: &str, at: usize) -> Option<usize> {
        let scope = self.derived.rows[at].path.scope();
        let around = |other: &str| {
            scope.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                || other.is_empty()
        };
        let rows = self.derived.rows.iter().enumerate();
        rows.filter(|(_, row)| {
            let question = self.form.pack.question(row.question);
            question.meaning.as_deref() == Some(meaning) && around(row.path.scope())
        })
        .max_by_key(|(_, row)| row.path.scope().len())
        .map(|(at, _)| at)
    }

    /// The same, when it is answered.
    fn near(&self, meaning: &str, at: usize) -> Option<Said<'a>> {
        let at = self.row(meaning, at).filter(|at| self.derived.rows[*at].answered)?;
        Some(Said { at, raw: self.raw(at) })
    }

    fn date(&self, said: Said<'_>) -> Option<Date> {
        date::parse(said.raw, self.today).value
    }

    fn person(&self, said: Said<'_>, found: &mut Vec<(usize, Vec<Verdict>)>) {
        let Some(nik) = nik::parse(said.raw).value else { return };
        let pair = |meaning, check: &dyn Fn(&Nik, &str) -> Vec<Verdict>| {
            let other = self.near(meaning, said.at)?;
            Some((said.at.max(other.at), check(&nik, other.raw)))
        };
        let born = self.near(BIRTH_DATE, said.at).and_then(|other| {
            let date = self.date(other)?;
            found.push((said.at.max(other.at), preflight::check_birth(&nik, date)));
            Some(date)
        });
        found.push((said.at, nik::check_age(&nik, born, self.today)));
        found.extend(pair(SEX, &|nik, raw| match raw {
            "l" => preflight::check_sex(nik, Sex::Male),
            "p" => preflight::check_sex(nik, Sex::Female),
            _ => Vec::new(),
        }));
        found.extend(pair(HOME_REGION, &|nik, raw| {
            let region = wilayah::parse(raw).value;
            let code = region.as_ref().and_then(|region| region.code()).unwrap_or_default();
            preflight::check_address(nik, code, self.form.reference.regions())
        }));
        found.extend(pair(NPWP, &|nik, raw| {
            npwp::parse(raw).value.map_or_else(Vec::new, |npwp| preflight::check_npwp(&npwp, nik))
        }));
    }

    fn deed(&self, said: Said<'_>, found: &mut Vec<(usize, Vec<Verdict>)>) {
        let Some(deed) = self.date(said) else { return };
        let decision = self.near(AHU_DATE, said.at);
        let at = decision.map_or(said.at, |other| other.at.max(said.at));
        let decision = decision.and_then(|other| self.date(other));
        found.push((at, preflight::check_deed(deed, decision, self.today)));
    }

    fn entity(&self, said: Said<'_>, found: &mut Vec<(usize, Vec<Verdict>)>) {
        let form = self.near(LEGAL_FORM, said.at);
        if let (Some(number), Some(form)) = (ahu::parse(said.raw).value, form)
            && let Some(entity) = Entity::from_form(form.raw)
        {
            found.push((said.at.max(form.at), preflight::check_entity(&number, entity)));
        }
    }

    /// Asked only where the pack asks for the number.
    fn workers(&self, said: Said<'_>, found: &mut Vec<(usize, Vec<Verdict>)>) {
        let Some(workers) = number::parse_integer(said.raw).value else { return };
        if let Some(npp) = self.row(NPP, said.at) {
            let has_npp = self.derived.rows[npp].answered;
            found.push((said.at.max(npp), preflight::check_workers(workers, has_npp)));
        }
    }
}
