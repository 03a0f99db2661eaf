//! TOML with positions becomes a pack, and every problem on the way is kept.
//!
//! Puts the pieces together and resolves names; reading is [`super::head`] and [`super::section`],
//! expressions are [`super::compile`]. Never stops at the first problem.

use super::question::QuestionFile;
use super::section::SectionFile;
use super::suggest;
use super::tree::{At, Bag, Word};
use super::{Blocker, Item, Pack, Problem, QuestionIx, Section, SectionIx, SectionKind, Source};
use super::{compile, head, section};
use crate::text::Text;
use std::collections::BTreeMap;

/// Reads a pack. `sources[0]` is `pack.toml`; the others are its section files in any order.
/// The pack is there unless it could not be read at all; problems are all of them, warnings included,
/// those of [`super::Form::open`] (expressions) too. `today` decides which `basis` is past.
pub fn load(sources: &[Source], today: jiff::civil::Date) -> (Option<Pack>, Vec<Problem>) {
    let mut bag = Bag::default();
    let Some(first) = sources.first() else {
        bag.error(&At::default(), "the pack has no `pack.toml`", "");
        return (None, bag.problems);
    };
    let documents: Vec<_> = sources
        .iter()
        .enumerate()
        .map(|(file, source)| {
            let (document, found) = head::parse(file, source);
            bag.problems.extend(found.problems);
            document
        })
        .collect();
    if documents[0].get_ref().is_empty() {
        bag.error(&At::default(), format!("`{}` says nothing", first.name), "");
        return (None, bag.problems);
    }
    let broken = !bag.problems.is_empty();
    let mut pack_file = head::read(documents[0].get_ref(), today, &mut bag);
    let mut files = Vec::new();
    for name in listed(&pack_file.sections, sources, &mut bag) {
        files.extend(section::read(name, documents[name].get_ref(), &mut bag));
    }
    let at_readbacks = readback_places(&files);
    let mut pack = assemble(&mut pack_file, files, &mut bag);
    resolve_head(&mut pack, &pack_file, &mut bag);
    pack.id = pack_file.head.id;
    bag.problems.extend(compile::check(&pack, &at_readbacks));
    let mut problems = bag.problems;
    if broken {
        // After a syntax error what seems missing may only be unread: those come out at the next check.
        let syntax: Vec<usize> = broken_files(sources);
        problems.retain(|problem| !syntax.contains(&problem.file) || is_syntax(problem, sources));
        if syntax.contains(&0) {
            return (None, problems);
        }
    }
    (Some(pack), problems)
}

fn broken_files(sources: &[Source]) -> Vec<usize> {
    let broken = |(file, source)| head::parse(file, source).1.problems.first().map(|p| p.file);
    sources.iter().enumerate().filter_map(broken).collect()
}

fn is_syntax(problem: &Problem, sources: &[Source]) -> bool {
    let found = head::parse(problem.file, &sources[problem.file]).1;
    found.problems.contains(problem)
}

/// The files of the sections in the order `pack.toml` lists them.
fn listed(sections: &[Word], sources: &[Source], bag: &mut Bag) -> Vec<usize> {
    let stem = |source: &Source| {
        let name = source.name.rsplit(['/', '\\']).next().unwrap_or_default();
        name.strip_suffix(".toml").unwrap_or(name).to_owned()
    };
    let stems: Vec<String> = sources.iter().map(stem).collect();
    let mut files = Vec::new();
    for word in sections {
        let found = stems.iter().skip(1).position(|stem| *stem == word.text).map(|at| at + 1);
        match found {
            Some(file) if files.contains(&file) => {
                bag.error(&word.at, format!("section file `{}` is listed twice", word.text), "");
            }
            Some(file) => files.push(file),
            None => {
                let near = suggest::nearest(&word.text, stems.iter().skip(1).map(String::as_str));
                let hint = near.map_or_else(
                    || "no such file in the pack's folder".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                bag.error(&word.at, format!("section file `{}.toml` is missing", word.text), hint);
            }
        }
    }
    for (file, stem) in stems.iter().enumerate().skip(1) {
        if !files.contains(&file) {
            let at = At { file, span: 0..0 };
            let hint = format!("add \"{stem}\" to `sections` in pack.toml");
            bag.error(&at, format!("`{stem}.toml` is not listed in `sections`"), hint);
        }
    }
    files
}

/// Where the readback texts stand, by section name: places of definitions are not kept in the pack.
fn readback_places(files: &[SectionFile]) -> BTreeMap<String, Vec<[At; 2]>> {
    files
        .iter()
        .map(|file| {
            let places = file.readback.iter().map(|(_, at)| at.clone()).collect();
            (file.name.text.clone(), places)
        })
        .collect()
}

/// Sections with children after their parents, questions in the order of asking.
fn assemble(head: &mut head::PackFile, files: Vec<SectionFile>, bag: &mut Bag) -> Pack {
    let files = unique(files, bag);
    let parents = parents(&files, bag);
    let mut order = Vec::new();
    for at in (0..files.len()).filter(|at| parents[*at].is_none()) {
        depth_first(at, &parents, &mut order);
    }
    let place = |old: usize| SectionIx(order.iter().position(|at| *at == old).unwrap_or(0));
    let mut pack = Pack {
        id: String::new(),
        version: head.head.version,
        title: head.head.title.clone(),
        summary: head.head.summary.clone(),
        status: head.head.status,
        kbli_edition: head.kbli_edition,
        subject: None,
        identifiers: Vec::new(),
        activity: None,
        oss_pages: std::mem::take(&mut head.oss_pages),
        basis: std::mem::take(&mut head.basis),
        choice_lists: std::mem::take(&mut head.choice_lists),
        sections: Vec::new(),
        questions: Vec::new(),
    };
    let mut files: Vec<Option<SectionFile>> = files.into_iter().map(Some).collect();
    let mut loose = Loose::default();
    for (at, old) in order.iter().enumerate() {
        let Some(file) = files[*old].take() else { continue };
        let parent = parents[*old].map(place);
        add_section(&mut pack, SectionIx(at), parent, file, &mut loose, bag);
    }
    for at in 0..pack.sections.len() {
        if let Some(parent) = pack.sections[at].parent {
            pack.sections[parent.0].items.push(Item::Section(SectionIx(at)));
        }
    }
    resolve(&mut pack, loose, bag);
    pack
}

/// References that wait until every question is known.
#[derive(Default)]
struct Loose {
    section_blockers: Vec<(SectionIx, Word, Text)>,
    question_blockers: Vec<(QuestionIx, Word, Text)>,
    item_labels: Vec<(SectionIx, Word)>,
}

fn add_section(
    pack: &mut Pack,
    ix: SectionIx,
    parent: Option<SectionIx>,
    file: SectionFile,
    loose: &mut Loose,
    bag: &mut Bag,
) {
    let kind = match file.repeat {
        None => SectionKind::Group,
        Some((min, max, label)) => {
            loose.item_labels.extend(label.map(|label| (ix, label)));
            SectionKind::Repeat { min, max, item_label: None }
        }
    };
    let mut items = Vec::new();
    for question in file.questions {
        let at = QuestionIx(pack.questions.len());
        items.push(Item::Question(at));
        add_question(pack, ix, at, question, loose, bag);
    }
    loose.section_blockers.extend(file.blocked_by.into_iter().map(|(word, say)| (ix, word, say)));
    pack.sections.push(Section {
        name: file.name.text,
        kind,
        parent,
        label: file.label,
        relevant: file.relevant,
        blocked_by: Vec::new(),
        readback: file.readback.into_iter().map(|(readback, _)| readback).collect(),
        items,
    });
}

fn add_question(
    pack: &mut Pack,
    section: SectionIx,
    at: QuestionIx,
    file: QuestionFile,
    loose: &mut Loose,
    bag: &mut Bag,
) {
    let mut question = file.question;
    question.section = section;
    if let Some(word) = &file.choices {
        let lists = &pack.choice_lists;
        question.choices = lists.iter().position(|list| list.name == word.text);
        if question.choices.is_none() {
            let hint = suggest::hint(&word.text, lists.iter().map(|list| list.name.as_str()));
            bag.error(&word.at, format!("unknown choice list `{}`", word.text), hint);
        }
    }
    if let Some(word) = &file.page
        && !pack.oss_pages.iter().any(|page| page.name == word.text)
    {
        let hint = suggest::hint(&word.text, pack.oss_pages.iter().map(|page| page.name.as_str()));
        bag.error(&word.at, format!("unknown OSS page `{}`", word.text), hint);
    }
    loose.question_blockers.extend(file.blocked_by.into_iter().map(|(word, say)| (at, word, say)));
    pack.questions.push(question);
}

/// Drops sections and questions whose name is taken.
fn unique(files: Vec<SectionFile>, bag: &mut Bag) -> Vec<SectionFile> {
    let mut seen = BTreeMap::<String, &str>::new();
    let mut is_new = |name: &Word, what: &'static str, bag: &mut Bag| {
        if let Some(by) = seen.get(&name.text) {
            bag.error(&name.at, format!("the name `{}` is taken", name.text), format!("by {by}"));
            return false;
        }
        seen.insert(name.text.clone(), what);
        true
    };
    let mut kept = Vec::new();
    for mut file in files {
        let new = is_new(&file.name, "a section", bag);
        file.questions.retain(|question| is_new(&question.name, "a question", bag));
        if new {
            kept.push(file);
        }
    }
    kept
}

/// The section each stands in, by place in `files`.
fn parents(files: &[SectionFile], bag: &mut Bag) -> Vec<Option<usize>> {
    let mut parents = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let Some(within) = &file.within else {
            parents.push(None);
            continue;
        };
        let found = files.iter().position(|other| other.name.text == within.text);
        let problem = match found {
            None => {
                let repeats = files.iter().filter(|other| other.repeat.is_some());
                let hint = suggest::hint(&within.text, repeats.map(|file| file.name.text.as_str()));
                Some((format!("unknown repeat `{}`", within.text), hint))
            }
            Some(parent) if files[parent].repeat.is_none() => {
                Some((format!("`{}` is a group", within.text), "only repeats hold sections".into()))
            }
            Some(parent) if parent >= at => {
                let message = format!("`{}` comes before the repeat it stands in", file.name.text);
                Some((message, "list its file later in `sections`".into()))
            }
            Some(_) => None,
        };
        match problem {
            Some((message, hint)) => {
                bag.error(&within.at, message, hint);
                parents.push(None);
            }
            None => parents.push(found),
        }
    }
    parents
}

fn depth_first(at: usize, parents: &[Option<usize>], order: &mut Vec<usize>) {
    order.push(at);
    for child in (0..parents.len()).filter(|child| parents[*child] == Some(at)) {
        depth_first(child, parents, order);
    }
}

fn find(pack: &Pack, word: &Word, bag: &mut Bag) -> Option<QuestionIx> {
    let found = pack.find_question(&word.text);
    if found.is_none() {
        let names = pack.questions.iter().map(|question| question.name.as_str());
        let hint = suggest::nearest(&word.text, names);
        let hint = hint.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
        bag.error(&word.at, format!("unknown question `{}`", word.text), hint);
    }
    found
}

fn resolve(pack: &mut Pack, loose: Loose, bag: &mut Bag) {
    for (section, word, say) in loose.section_blockers {
        if let Some(question) = find(pack, &word, bag) {
            pack.sections[section.0].blocked_by.push(Blocker { question, say });
        }
    }
    for (at, word, say) in loose.question_blockers {
        if let Some(question) = find(pack, &word, bag) {
            pack.questions[at.0].blocked_by.push(Blocker { question, say });
        }
    }
    for (section, word) in loose.item_labels {
        let Some(question) = find(pack, &word, bag) else { continue };
        if pack.question(question).section != section {
            let message = format!("`{}` is not asked in this repeat itself", word.text);
            bag.error(&word.at, message, "an instance is named by one of its own questions");
            continue;
        }
        if let SectionKind::Repeat { item_label, .. } = &mut pack.sections[section.0].kind {
            *item_label = Some(question);
        }
    }
}

fn resolve_head(pack: &mut Pack, head: &head::PackFile, bag: &mut Bag) {
    pack.subject = head.subject.as_ref().and_then(|word| find(pack, word, bag));
    pack.activity = head.activity.as_ref().and_then(|word| find(pack, word, bag));
    pack.identifiers = head.identifiers.iter().filter_map(|word| find(pack, word, bag)).collect();
    if let (Some(subject), Some(word)) = (pack.subject, &head.subject)
        && !pack.repeats_around(pack.question(subject).section).is_empty()
    {
        bag.error(
            &word.at,
            format!("`{}` stands in a repeat", word.text),
            "one case has one applicant",
        );
    }
}
