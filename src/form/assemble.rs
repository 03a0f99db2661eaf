//! Section files become a pack: order, parents, and every name led to what it names.
//!
//! Reads no text; that is [`super::section`] and [`super::head`].

use super::head::PackFile;
use super::question::QuestionFile;
use super::section::{LooseBlocker, SectionFile};
use super::tree::{At, Bag, Word};
use super::{Blocker, GivenNumber, Item, Pack, QuestionIx, Section, SectionIx, SectionKind};
use crate::base::suggest;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Where the readback texts stand, by section name: places of definitions are not kept in the pack.
pub(super) fn readback_places(files: &[SectionFile]) -> BTreeMap<String, Vec<[At; 2]>> {
    files
        .iter()
        .map(|file| {
            let places = file.readback.iter().map(|(_, at)| at.clone()).collect();
            (file.name.text.clone(), places)
        })
        .collect()
}

/// Sections with children after their parents, questions in the order of asking.
pub(super) fn assemble(
    file: PackFile,
    bases: Vec<String>,
    files: Vec<SectionFile>,
    bag: &mut Bag,
) -> Pack {
    let files = unique(files, bag);
    let parents = parents(&files, bag);
    let order = depth_first(&parents);
    let mut place = vec![SectionIx(0); order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = SectionIx(new);
    }
    let PackFile { head, kbli_edition, subject, activity, identifiers, here, .. } = file;
    let PackFile {
        oss, mut oss_pages, number, basis, choice_lists, blocked_by, teach_back, ..
    } = file;
    if oss == Some(false) {
        oss_pages.clear();
    }
    let number = number.unwrap_or_else(|| GivenNumber::of_group(&head.group));
    let mut pack = Pack {
        id: head.id,
        version: head.version,
        title: head.title,
        summary: head.summary,
        status: head.status,
        bases,
        group: head.group,
        words: head.words,
        from: head.from,
        until: head.until,
        cost: head.cost,
        time: head.time,
        blocked_by,
        kbli_edition: kbli_edition.unwrap_or(2025),
        subject: None,
        identifiers: Vec::new(),
        activity: None,
        oss_pages,
        number,
        basis,
        choice_lists,
        sections: Vec::with_capacity(files.len()),
        questions: Vec::with_capacity(files.iter().map(|file| file.questions.len()).sum()),
        own_teach_back: teach_back.unwrap_or_default(),
        migrations: Vec::new(),
        names: HashMap::new(),
    };
    let mut files: Vec<Option<SectionFile>> = files.into_iter().map(Some).collect();
    let mut loose = Loose::of(&pack);
    loose.no_oss = oss == Some(false);
    for (at, old) in order.iter().enumerate() {
        let Some(file) = files[*old].take() else { continue };
        let parent = parents[*old].map(|parent| place[parent]);
        add_section(&mut pack, SectionIx(at), parent, file, &mut loose, bag);
    }
    for at in 0..pack.sections.len() {
        if let Some(parent) = pack.sections[at].parent {
            pack.sections[parent.0].items.push(Item::Section(SectionIx(at)));
        }
    }
    resolve(&mut pack, loose, bag);
    let identifiers = identifiers.unwrap_or_default();
    resolve_head(&mut pack, [subject, activity], &identifiers, &here, bag);
    pack
}

/// References that wait until every question is known.
struct Loose {
    lists: HashMap<String, usize>,
    /// The service does not go through OSS, whatever its base says.
    no_oss: bool,
    pages: HashSet<String>,
    section_blockers: Vec<(SectionIx, LooseBlocker)>,
    question_blockers: Vec<(QuestionIx, LooseBlocker)>,
    item_labels: Vec<(SectionIx, Word)>,
}

impl Loose {
    fn of(pack: &Pack) -> Self {
        let lists = pack.choice_lists.iter().enumerate();
        Self {
            lists: lists.map(|(at, list)| (list.name.clone(), at)).collect(),
            no_oss: false,
            pages: pack.oss_pages.iter().map(|page| page.name.clone()).collect(),
            section_blockers: Vec::new(),
            question_blockers: Vec::new(),
            item_labels: Vec::new(),
        }
    }
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
    loose.section_blockers.extend(file.blocked_by.into_iter().map(|one| (ix, one)));
    pack.names.insert(file.name.text.clone(), Item::Section(ix));
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
        question.choices = loose.lists.get(&word.text).copied();
        if question.choices.is_none() {
            let lists = &pack.choice_lists;
            let hint = suggest::hint(&word.text, lists.iter().map(|list| list.name.as_str()));
            bag.unknown(&word.at, format!("unknown choice list `{}`", word.text), hint);
        }
    }
    if loose.no_oss {
        question.oss = None;
    } else if let Some(word) = &file.page
        && !loose.pages.contains(&word.text)
    {
        let hint = suggest::hint(&word.text, pack.oss_pages.iter().map(|page| page.name.as_str()));
        bag.unknown(&word.at, format!("unknown OSS page `{}`", word.text), hint);
    }
    loose.question_blockers.extend(file.blocked_by.into_iter().map(|one| (at, one)));
    pack.names.insert(question.name.clone(), Item::Question(at));
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
    let names: HashMap<&str, usize> =
        files.iter().enumerate().map(|(at, file)| (file.name.text.as_str(), at)).collect();
    let mut parents = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let Some(within) = &file.within else {
            parents.push(None);
            continue;
        };
        let found = names.get(within.text.as_str()).copied();
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

/// Every section after the one it stands in, and before the next beside that.
fn depth_first(parents: &[Option<usize>]) -> Vec<usize> {
    let mut children = vec![Vec::new(); parents.len()];
    for (at, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            children[*parent].push(at);
        }
    }
    let tops = (0..parents.len()).filter(|at| parents[*at].is_none());
    let mut waiting: Vec<usize> = tops.rev().collect();
    let mut order = Vec::with_capacity(parents.len());
    while let Some(at) = waiting.pop() {
        order.push(at);
        waiting.extend(children[at].iter().rev());
    }
    order
}

fn find(pack: &Pack, word: &Word, bag: &mut Bag) -> Option<QuestionIx> {
    let found = pack.find_question(&word.text);
    if found.is_none() {
        let names = pack.questions.iter().map(|question| question.name.as_str());
        let hint = suggest::nearest(&word.text, names);
        let hint = hint.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
        bag.unknown(&word.at, format!("unknown question `{}`", word.text), hint);
    }
    found
}

fn resolve(pack: &mut Pack, loose: Loose, bag: &mut Bag) {
    for (section, LooseBlocker { question, say, who }) in loose.section_blockers {
        if let Some(question) = find(pack, &question, bag) {
            pack.sections[section.0].blocked_by.push(Blocker { question, say, who });
        }
    }
    for (at, LooseBlocker { question, say, who }) in loose.question_blockers {
        if let Some(question) = find(pack, &question, bag) {
            pack.questions[at.0].blocked_by.push(Blocker { question, say, who });
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

/// Whether the pack's own `pack.toml` says it, and not one of its bases.
fn is_own(word: &Word) -> bool {
    word.at.file == 0
}

fn resolve_head(
    pack: &mut Pack,
    [subject_word, activity]: [Option<Word>; 2],
    identifiers: &[Word],
    here: &At,
    bag: &mut Bag,
) {
    // A pack need not ask all that its base does: what the base names is then simply not there.
    let asked = |word: &&Word| is_own(word) || pack.find_question(&word.text).is_some();
    let activity = activity.as_ref().filter(asked).and_then(|word| find(pack, word, bag));
    let identifiers =
        identifiers.iter().filter(asked).filter_map(|word| find(pack, word, bag)).collect();
    if let Some(word) = subject_word.as_ref().filter(|word| !asked(word)) {
        let message = format!("the pack does not ask `{}`, the `subject` of its base", word.text);
        bag.unknown(here, message, "list the section that asks it, or name another `subject`");
    }
    let subject = subject_word.as_ref().filter(asked).and_then(|word| find(pack, word, bag));
    (pack.subject, pack.activity, pack.identifiers) = (subject, activity, identifiers);
    if let (Some(subject), Some(word)) = (pack.subject, &subject_word)
        && !pack.repeats_around(pack.question(subject).section).is_empty()
    {
        bag.error(
            &word.at,
            format!("`{}` stands in a repeat", word.text),
            "one case has one applicant",
        );
    }
}
