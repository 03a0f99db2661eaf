//! From values to what is shown: rows, sections, sentences.
//!
//! Runs after every value is there; nothing found here changes a value.

use super::compile::{Form, is_repeat};
use super::datum::Datum;
use super::evaluate::Run;
use super::layout::Frames;
use super::readback::Piece;
use super::value::{Read, ours};
use super::{
    Answer, Blocked, BlockedPack, Blocker, Derived, Finding, Item, Kind, Message, QuestionIx,
    Required, Row, SectionIx, SectionKind, SectionState, Sentence, TaskStatus, takes_answer,
};
use crate::base::order;
use crate::ident::{Level, Verdict};
use crate::text::{Lang, Text};
use cel::common::types::CelString;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Everything that is shown, from filled `frames`, and how many answers have a row.
pub(super) fn derive(run: &Run<'_>, frames: &mut Frames<'_>) -> (Derived, usize) {
    let row_of: Vec<_> = frames.all.iter().map(|frame| vec![None; frame.slots.len()]).collect();
    let most = row_of.iter().map(Vec::len).sum();
    // Room for every row at once: growing by copies cost a sixth of an evaluation.
    let derived = Derived {
        rows: Vec::with_capacity(most),
        by_path: FxHashMap::with_capacity_and_hasher(most, FxBuildHasher),
        ..Derived::default()
    };
    let mut build = Build { run, form: run.form, row_of, frame_of: Vec::new(), homes: 0, derived };
    let pack = &run.form.pack;
    for at in 0..pack.sections.len() {
        if pack.sections[at].parent.is_none() {
            build.section(frames, SectionIx(at), 0, 0);
        }
    }
    super::preflight::add(run.form, run.answers, run.today, &mut build.derived);
    build.blocked(frames);
    build.packs(frames);
    build.count();
    build.sentences(frames);
    (build.derived, build.homes)
}

struct Build<'a> {
    run: &'a Run<'a>,
    form: &'a Form,
    /// Place of the row of each slot of each frame.
    row_of: Vec<Vec<Option<usize>>>,
    /// The frame of each section entry; `None` for a repeat without instances.
    frame_of: Vec<Option<usize>>,
    /// Answers that have a row.
    homes: usize,
    derived: Derived,
}

impl Build<'_> {
    /// Adds the entries of `section`, decided in `frame`.
    fn section(&mut self, frames: &mut Frames<'_>, section: SectionIx, frame: usize, depth: usize) {
        if !frames.applies(section, frame) {
            return;
        }
        let form = self.form;
        let SectionKind::Repeat { min, max, item_label } = form.pack.section(section).kind else {
            self.entry(frames, section, frame, depth, None);
            return;
        };
        let plans = &frames.layout.plans;
        let children = &plans[frames.all[frame].plan].children;
        let child = children.iter().position(|plan| plans[*plan].repeat == Some(section));
        let instances =
            child.map(|child| frames.all[frame].children[child].clone()).unwrap_or_default();
        if instances.is_empty() {
            // A repeat nobody has begun keeps its line, or it could not be begun.
            let at = self.state(section, frames.all[frame].scope.clone(), depth, None, None);
            self.derived.sections[at].open = min as usize;
            return;
        }
        for (place, inner) in instances.iter().enumerate() {
            let at = self.entry(frames, section, *inner, depth, Some(place + 1));
            let label = item_label.and_then(|label| self.row(frames, label, *inner));
            let label = label.map(|row| self.derived.rows[row].shown.id.clone());
            self.derived.sections[at].item_label = label.unwrap_or_default();
            let last = place + 1 == instances.len();
            let short = if last { (min as usize).saturating_sub(instances.len()) } else { 0 };
            let over = usize::from(place >= max as usize);
            self.derived.sections[at].open += short + over;
        }
    }

    fn state(
        &mut self,
        section: SectionIx,
        scope: String,
        depth: usize,
        ordinal: Option<usize>,
        frame: Option<usize>,
    ) -> usize {
        let start = self.derived.rows.len();
        self.frame_of.push(frame);
        self.derived.sections.push(SectionState {
            section,
            scope,
            depth,
            ordinal,
            item_label: String::new(),
            done: 0,
            total: 0,
            open: 0,
            status: TaskStatus::Belum,
            blocked: None,
            rows: start..start,
        });
        self.derived.sections.len() - 1
    }

    fn entry(
        &mut self,
        frames: &mut Frames<'_>,
        section: SectionIx,
        frame: usize,
        depth: usize,
        ordinal: Option<usize>,
    ) -> usize {
        let form = self.form;
        let scope = frames.all[frame].scope.clone();
        let at = self.state(section, scope, depth, ordinal, Some(frame));
        for item in &form.pack.section(section).items {
            if let Item::Question(question) = item {
                self.question(frames, *question, frame, at);
            }
        }
        self.derived.sections[at].rows.end = self.derived.rows.len();
        for item in &form.pack.section(section).items {
            if let Item::Section(inner) = item {
                self.section(frames, *inner, frame, depth + 1);
            }
        }
        at
    }

    fn question(&mut self, frames: &mut Frames<'_>, ix: QuestionIx, frame: usize, section: usize) {
        let (_, slot) = frames.layout.questions[ix.0];
        if !frames.all[frame].slots[slot].relevant {
            return;
        }
        let (run, form) = (self.run, self.form);
        let question = form.pack.question(ix);
        let programs = &form.programs.questions[ix.0];
        let path = std::mem::take(&mut frames.all[frame].slots[slot].path);
        let nothing = Answer::default();
        let answer = frames.all[frame].slots[slot].answer;
        self.homes += usize::from(answer.is_some());
        let answer = answer.unwrap_or(&nothing);
        let datum = &frames.all[frame].slots[slot].read.datum;
        let answered = match question.kind {
            Kind::Calculated => !datum.is_nothing(),
            Kind::Note => false,
            _ => !answer.raw.trim().is_empty(),
        };
        let required = match (&question.required, &programs.required) {
            (Required::Yes, _) => true,
            (Required::When(_), Some(program)) => {
                run.claim(frames, frame, &[], program) == Some(true)
            }
            _ => false,
        };
        let mut found: Vec<Finding> = Vec::new();
        for (check, program) in question.checks.iter().zip(&programs.checks) {
            let Some(program) = program else { continue };
            if run.claim(frames, frame, &[], program) == Some(false) {
                let (what, why, next) = (check.what.clone(), check.why.clone(), check.next.clone());
                found.push(Finding {
                    level: check.level,
                    message: Message::Pack { what, why, next },
                });
            }
        }
        if question.kind == Kind::Statement && required && is_no(datum) {
            found.push(ours(Verdict::new(Level::Salah, "form-statement-refused")));
        }
        let choices = self.choices(frames, ix, frame);
        if answered && !all_offered(form, ix, &choices, datum) {
            found.push(ours(Verdict::new(Level::Salah, "form-choice-not-offered")));
        }
        let calculated = match question.kind {
            Kind::Calculated => datum.raw(),
            Kind::Note => String::new(),
            _ if answered => String::new(),
            _ => [&programs.calculation, &programs.default]
                .into_iter()
                .flatten()
                .map(|program| run.value(frames, frame, program).raw())
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
        };
        // The datum stays: other rules of this evaluation still look at it.
        let read = &mut frames.all[frame].slots[slot].read;
        let Read { shown, reading, oss, findings, .. } =
            Read { datum: Datum::Null, ..take_but_datum(read) };
        let mut shown = shown;
        if question.kind == Kind::Document && answered && !answer.note.trim().is_empty() {
            add_note(&mut shown, answer.note.trim());
        }
        let mut all = findings;
        all.extend(found);
        order::sort_by_key(&mut all, |finding| std::cmp::Reverse(finding.level));
        let periksa = all.iter().any(|finding| finding.level == Level::Periksa);
        let at = self.derived.rows.len();
        self.row_of[frame][slot] = Some(at);
        self.derived.by_path.insert(path.clone(), at);
        self.derived.rows.push(Row {
            path,
            question: ix,
            section,
            required,
            answered,
            shown,
            reading,
            oss_value: oss,
            calculated,
            choices,
            findings: all,
            reasoned: periksa && !answer.reason.trim().is_empty(),
            blocked: None,
        });
    }

    /// The choices offered.
    fn choices(&self, frames: &Frames<'_>, ix: QuestionIx, frame: usize) -> Vec<usize> {
        let question = self.form.pack.question(ix);
        if !matches!(question.kind, Kind::Choice | Kind::Choices) {
            return Vec::new();
        }
        let list = question.choices.and_then(|list| self.form.pack.choice_lists.get(list));
        let Some(list) = list else { return Vec::new() };
        let Some(program) = &self.form.programs.questions[ix.0].choice_filter else {
            return (0..list.choices.len()).collect();
        };
        let kept = list.choices.iter().enumerate().filter(|(_, choice)| {
            let mut columns = vec![("name", CelString::from(choice.name.as_str()))];
            let own = choice.columns.iter();
            columns.extend(own.map(|(name, text)| (name.as_str(), CelString::from(text.as_str()))));
            // A column some choices lack reads as empty in those.
            for (name, _) in list.choices.iter().flat_map(|choice| &choice.columns) {
                if !columns.iter().any(|(have, _)| have == name) {
                    columns.push((name, CelString::from("")));
                }
            }
            self.run.claim(frames, frame, &columns, program) == Some(true)
        });
        kept.map(|(at, _)| at).collect()
    }

    /// The row of `question` as seen from `frame`.
    fn row(&self, frames: &Frames<'_>, question: QuestionIx, frame: usize) -> Option<usize> {
        let (plan, slot) = frames.layout.questions[question.0];
        self.row_of[frames.enclosing(frame, plan)?][slot]
    }

    fn blocked(&mut self, frames: &Frames<'_>) {
        for at in 0..self.derived.sections.len() {
            let Some(frame) = self.frame_of[at] else { continue };
            let state = &self.derived.sections[at];
            let mut section = Some(state.section);
            let mut found = None;
            while let (None, Some(ix)) = (&found, section) {
                let section_now = self.form.pack.section(ix);
                found = self.first_open(frames, &section_now.blocked_by, frame);
                section = section_now.parent;
            }
            for row in state.rows.clone() {
                let own = &self.form.pack.question(self.derived.rows[row].question).blocked_by;
                let own = self.first_open(frames, own, frame);
                let blocked = own.or_else(|| found.clone());
                let by_itself = blocked
                    .as_ref()
                    .is_some_and(|blocked| blocked.by == self.derived.rows[row].path);
                self.derived.rows[row].blocked = blocked.filter(|_| !by_itself);
            }
            self.derived.sections[at].blocked = found;
        }
    }

    /// The first blocker whose question is unanswered or wrong.
    fn first_open(&self, frames: &Frames<'_>, all: &[Blocker], frame: usize) -> Option<Blocked> {
        all.iter().find_map(|blocker| {
            let (plan, slot) = frames.layout.questions[blocker.question.0];
            let one = frames.enclosing(frame, plan);
            let everywhere = one.is_none().then(|| frames.by_plan[plan].iter().copied());
            let places = one.into_iter().chain(everywhere.into_iter().flatten());
            let rows = places.filter_map(|frame| self.row_of[frame][slot]);
            let mut rows = rows.map(|row| &self.derived.rows[row]);
            let open = rows.find(|row| !row.answered || row.open_level() == Some(Level::Salah))?;
            let (say, who) = (blocker.say.clone(), blocker.who.clone());
            Some(Blocked { by: open.path.clone(), say, who })
        })
    }

    fn packs(&mut self, frames: &Frames<'_>) {
        for (blocker, program) in self.form.pack.blocked_by.iter().zip(&self.form.programs.packs) {
            // Pack-level rules stand outside every repeat: the first frame is the whole case.
            let applies = program
                .as_ref()
                .is_none_or(|program| self.run.claim(frames, 0, &[], program) == Some(true));
            if applies {
                let (pack, say) = (blocker.pack.clone(), blocker.say.clone());
                let who = blocker.who.clone();
                self.derived.blocked_packs.push(BlockedPack { pack, say, who });
            }
        }
    }

    fn count(&mut self) {
        for state in &mut self.derived.sections {
            let (mut takes, mut begun) = (0, false);
            for row in &self.derived.rows[state.rows.clone()] {
                let blocks = row.blocks_finishing();
                state.open += usize::from(blocks);
                if !takes_answer(self.form.pack.question(row.question).kind) {
                    continue;
                }
                takes += 1;
                begun |= row.answered;
                state.total += usize::from(row.required || row.answered);
                state.done += usize::from(row.answered && !blocks);
            }
            let empty_repeat = state.ordinal.is_none() && is_repeat(&self.form.pack, state.section);
            state.status = if state.open == 0 && (begun || (takes == 0 && !empty_repeat)) {
                TaskStatus::Lengkap
            } else if state.blocked.is_some() {
                TaskStatus::Terhalang
            } else if begun {
                TaskStatus::Sebagian
            } else {
                TaskStatus::Belum
            };
            if state.status != TaskStatus::Terhalang {
                state.blocked = None;
            }
        }
    }

    fn sentences(&mut self, frames: &Frames<'_>) {
        for section in 0..self.derived.sections.len() {
            let Some(frame) = self.frame_of[section] else { continue };
            let ix = self.derived.sections[section].section;
            let written = self.form.pack.section(ix).readback.iter();
            let compiled = &self.form.programs.sections[ix.0].readback;
            for (readback, (relevant, template)) in written.zip(compiled) {
                let applies = relevant.as_ref().is_none_or(|program| {
                    self.run.claim(frames, frame, &[], program) == Some(true)
                });
                if !applies {
                    continue;
                }
                let id = self.fill(frames, frame, &template.id, Lang::Id);
                let en = self.fill(frames, frame, &template.en, Lang::En);
                if let (Some(id), Some(en)) = (id, en) {
                    let (text, officer_only) = (Text { id, en }, readback.officer_only);
                    self.derived.sentences.push(Sentence { section, text, officer_only });
                }
            }
        }
    }

    /// The sentence, unless a place of it is empty.
    fn fill(&self, frames: &Frames<'_>, frame: usize, all: &[Piece], lang: Lang) -> Option<String> {
        let mut text = String::with_capacity(80);
        for piece in all {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Ordinal => text.push_str(&frames.all[frame].ordinal.to_string()),
                Piece::Answer(question) => {
                    let row = &self.derived.rows[self.row(frames, *question, frame)?];
                    let shown = row.shown.get(lang);
                    if !row.answered || shown.is_empty() {
                        return None;
                    }
                    // A number is read as one: it does not break over two lines.
                    let kind = self.form.pack.question(row.question).kind;
                    if matches!(kind, Kind::Text | Kind::Paragraph | Kind::Kbli | Kind::Wilayah) {
                        text.push_str(shown);
                    } else {
                        text.push_str(&shown.replace(' ', "\u{a0}"));
                    }
                }
            }
        }
        Some(text)
    }
}

fn take_but_datum(read: &mut Read) -> Read {
    let datum = std::mem::take(&mut read.datum);
    let taken = std::mem::take(read);
    read.datum = datum;
    taken
}

fn is_no(datum: &Datum) -> bool {
    matches!(datum, Datum::Bool(yes) if !*yes.inner())
}

fn all_offered(form: &Form, ix: QuestionIx, offered: &[usize], datum: &Datum) -> bool {
    let question = form.pack.question(ix);
    if form.programs.questions[ix.0].choice_filter.is_none() || matches!(datum, Datum::Null) {
        return true;
    }
    let list = question.choices.and_then(|list| form.pack.choice_lists.get(list));
    let Some(list) = list else { return true };
    datum
        .raw()
        .split_whitespace()
        .all(|name| offered.iter().any(|at| list.choices[*at].name == name))
}

/// `Asli (menyusul Senin)`.
fn add_note(shown: &mut Text, note: &str) {
    for text in [&mut shown.id, &mut shown.en] {
        if !text.is_empty() {
            text.push_str(" (");
            text.push_str(note);
            text.push(')');
        }
    }
}
