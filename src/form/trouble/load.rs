//! From texts to trees, with every problem on the way. Never stops at one.

use super::super::head::{check_name, first_key, parse};
use super::super::question::check_aloud;
use super::super::tree::{At, Bag, Need, Tab, Word, Written};
use super::super::{Origin, Problem, Severity, Source};
use super::{
    CONDITIONS, CONTACTS, Contact, End, EndKind, MOST_ANSWERS, Outcome, Step, Trouble, Troubles,
    Wait, Way, contact,
};
use crate::base::suggest;

/// Keys of a file about a trouble, and of the tables in it.
pub(in crate::form) const TROUBLE: [&str; 4] = ["title", "words", "step", "end"];
pub(in crate::form) const STEP: [&str; 5] = ["name", "ask", "try", "meaning", "answer"];
pub(in crate::form) const ANSWER: [&str; 3] = ["label", "to", "end"];
pub(in crate::form) const END: [&str; 11] = [
    "name",
    "kind",
    "say",
    "next",
    "to",
    "tell",
    "bring",
    "condition",
    "reason",
    "service",
    "trouble",
];
/// The kinds of ends.
pub(in crate::form) const KINDS: [&str; 4] = ["solved", "referred", "waiting", "onward"];

pub(super) fn load(sources: &[(Origin, Source)]) -> (Troubles, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut contacts = Vec::new();
    let is_contacts = |source: &Source| stem(&source.name) == stem(CONTACTS);
    for (file, (origin, source)) in sources.iter().enumerate() {
        if is_contacts(source) {
            let (document, mut bag) = parse(file, &source.text);
            let start = first_key(document.get_ref());
            let top = Tab::new(file, document.get_ref(), start, CONTACTS, &["contact"], &mut bag);
            contact::read(&top, *origin, &mut contacts, &mut bag);
            problems.append(&mut bag.problems);
        }
    }
    let names: Vec<&str> = sources
        .iter()
        .filter(|(_, source)| !is_contacts(source))
        .map(|(_, source)| stem(&source.name))
        .collect();
    let known = Known { contacts: &contacts, troubles: &names };
    let mut all: Vec<Trouble> = Vec::new();
    for (file, (origin, source)) in sources.iter().enumerate() {
        if is_contacts(source) {
            continue;
        }
        let (trouble, mut found) = tree(file, *origin, source, &known);
        let faulty = found.iter().any(|problem| problem.severity == Severity::Error);
        problems.append(&mut found);
        let Some(mut trouble) = trouble.filter(|_| !faulty) else { continue };
        match all.iter_mut().find(|one| one.id == trouble.id) {
            Some(hidden) => {
                trouble.hides.clone_from(&hidden.hides);
                trouble.hides.push(hidden.origin);
                *hidden = trouble;
            }
            None => all.push(trouble),
        }
    }
    (Troubles { all, contacts }, problems)
}

/// The file's name without folder and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.strip_suffix(".toml").unwrap_or(name)
}

/// What an end may name.
struct Known<'a> {
    contacts: &'a [Contact],
    troubles: &'a [&'a str],
}

/// An answer whose step or end is still a word.
struct Loose {
    step: usize,
    answer: usize,
    to: Word,
    is_end: bool,
}

fn tree(
    file: usize,
    origin: Origin,
    source: &Source,
    known: &Known<'_>,
) -> (Option<Trouble>, Vec<Problem>) {
    let (document, mut bag) = parse(file, &source.text);
    let start = first_key(document.get_ref());
    let top = Tab::new(file, document.get_ref(), start, "the trouble", &TROUBLE, &mut bag);
    let mut trouble = Trouble {
        id: stem(&source.name).to_owned(),
        title: top.text("title", Need::Must, Written::PerLanguage, &mut bag),
        words: top.words("words", &mut bag).into_iter().map(|word| word.text).collect(),
        steps: Vec::new(),
        ends: Vec::new(),
        origin,
        hides: Vec::new(),
    };
    if trouble.words.is_empty() {
        let message = "the trouble has no `words`";
        bag.error(&top.here(), message, "write what people say: `words = [\"…\"]`");
    }
    let (mut loose, mut places) = (Vec::new(), Places::default());
    for (span, table) in top.tables("step", &mut bag) {
        let tab = Tab::new(file, table, span, "a `[[step]]`", &STEP, &mut bag);
        step(&tab, &mut trouble, &mut loose, &mut places, &mut bag);
    }
    for (span, table) in top.tables("end", &mut bag) {
        let tab = Tab::new(file, table, span, "an `[[end]]`", &END, &mut bag);
        end(&tab, known, &mut trouble, &mut places, &mut bag);
    }
    if trouble.steps.is_empty() {
        bag.error(&top.here(), "the trouble has no `[[step]]`", "");
    }
    let answers: usize = trouble.steps.iter().map(|step| step.answers.len()).sum();
    let whole = loose.len() == answers;
    let whole = join(&mut trouble, loose, &mut bag) && whole;
    // With a wrong word in it half the tree looks unreachable; one message at a time is enough.
    if whole {
        roads(&trouble, &places, &mut bag);
    }
    (Some(trouble), bag.problems)
}

/// Where the names of steps and ends are written.
#[derive(Default)]
struct Places {
    steps: Vec<At>,
    ends: Vec<At>,
}

fn step(
    tab: &Tab<'_>,
    trouble: &mut Trouble,
    loose: &mut Vec<Loose>,
    places: &mut Places,
    bag: &mut Bag,
) {
    let Some(name) = tab.must_string("name", bag) else { return };
    check_name(&name, bag);
    if trouble.step(&name.text).is_some() {
        return bag.error(&name.at, format!("step `{}` is there twice", name.text), "");
    }
    let named = Tab { called: format!("step `{}`", name.text), ..tab.clone() };
    let ask = named.text("ask", Need::Must, Written::PerLanguage, bag);
    check_aloud(&named, "ask", &ask, bag);
    let attempt = named.text("try", Need::Free, Written::PerLanguage, bag);
    let meaning = named.text("meaning", Need::Free, Written::PerLanguage, bag);
    let at = trouble.steps.len();
    let mut answers = Vec::new();
    for (span, table) in tab.tables("answer", bag) {
        let called = format!("an answer of `{}`", name.text);
        let one = Tab::new(tab.file, table, span, called, &ANSWER, bag);
        let label = one.text("label", Need::Must, Written::PerLanguage, bag);
        let road = match (one.string("to", bag), one.string("end", bag)) {
            (Some(to), None) => Some((to, false)),
            (None, Some(to)) => Some((to, true)),
            _ => {
                let message = format!("{} leads nowhere, or to two places", one.called);
                bag.error(&one.here(), message, "give one of `to`, `end`");
                None
            }
        };
        let answer = answers.len();
        loose.extend(road.map(|(to, is_end)| Loose { step: at, answer, to, is_end }));
        answers.push(Outcome { label, leads: Way::Step(at) });
    }
    if answers.is_empty() {
        bag.error(&tab.here(), format!("`{}` has no answers", name.text), "");
    } else if answers.len() > MOST_ANSWERS {
        let message = format!("`{}` has {} answers", name.text, answers.len());
        bag.error(&tab.here(), message, format!("at most {MOST_ANSWERS}, each has a number key"));
    }
    trouble.steps.push(Step { name: name.text, ask, attempt, meaning, answers });
    places.steps.push(name.at);
}

fn end(
    tab: &Tab<'_>,
    known: &Known<'_>,
    trouble: &mut Trouble,
    places: &mut Places,
    bag: &mut Bag,
) {
    let Some(name) = tab.must_string("name", bag) else { return };
    check_name(&name, bag);
    if trouble.ends.iter().any(|end| end.name == name.text) {
        return bag.error(&name.at, format!("end `{}` is there twice", name.text), "");
    }
    let tab = Tab { called: format!("end `{}`", name.text), ..tab.clone() };
    let say = tab.text("say", Need::Must, Written::PerLanguage, bag);
    check_aloud(&tab, "say", &say, bag);
    let Some(kind) = tab.must_string("kind", bag) else { return };
    if !KINDS.contains(&kind.text.as_str()) {
        let hint = suggest::hint(&kind.text, KINDS);
        return bag.error(&kind.at, format!("unknown kind of end `{}`", kind.text), hint);
    }
    let stays = ["solved", "onward"].contains(&kind.text.as_str());
    let need = if stays { Need::Must } else { Need::Free };
    let next = tab.text("next", need, Written::PerLanguage, bag);
    let waits = wait(&tab, &kind, bag);
    for (owner, keys) in [
        ("referred", ["to", "tell", "bring"].as_slice()),
        ("onward", ["service", "trouble"].as_slice()),
    ] {
        for key in keys.iter().filter(|_| kind.text != owner) {
            if let Some((at, _)) = tab.value(key) {
                bag.error(&at, format!("`{key}` belongs to an end of kind `{owner}`"), "");
            }
        }
    }
    let kind = match kind.text.as_str() {
        "referred" => referred(&tab, known.contacts, bag),
        "onward" => onward(&tab, known.troubles, bag),
        "solved" => EndKind::Solved,
        _ => EndKind::Waiting,
    };
    trouble.ends.push(End { name: name.text, say, next, kind, waits });
    places.ends.push(name.at);
}

/// What the case waits for: must be told where waiting is the end, may be where somebody is sent away.
fn wait(tab: &Tab<'_>, kind: &Word, bag: &mut Bag) -> Option<Wait> {
    let must = kind.text == "waiting";
    let condition =
        if must { tab.must_string("condition", bag) } else { tab.string("condition", bag) };
    let need = if must || condition.is_some() { Need::Must } else { Need::Free };
    let reason = tab.text("reason", need, Written::PerLanguage, bag);
    let condition = condition?;
    if kind.text == "solved" {
        bag.error(&condition.at, "what is solved waits for nothing", "take `condition` away");
    } else if kind.text == "onward" {
        bag.error(&condition.at, "what goes on waits for nothing", "take `condition` away");
    } else if !CONDITIONS.contains(&condition.text.as_str()) {
        // The list is short enough to be shown whole, and nobody knows it by heart.
        let near = suggest::nearest(&condition.text, CONDITIONS);
        let hint = near.map_or_else(
            || format!("one of {}", CONDITIONS.map(|word| format!("`{word}`")).join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        bag.error(&condition.at, format!("unknown condition `{}`", condition.text), hint);
    }
    Some(Wait { condition: condition.text, reason })
}

/// Where it goes on: a service, another trouble, or where `next` says.
fn onward(tab: &Tab<'_>, troubles: &[&str], bag: &mut Bag) -> EndKind {
    let (service, trouble) = (tab.string("service", bag), tab.string("trouble", bag));
    if let (Some(_), Some(trouble)) = (&service, &trouble) {
        bag.error(&trouble.at, format!("{} goes on in two places", tab.called), "keep one");
    }
    if let Some(trouble) = &trouble
        && !troubles.contains(&trouble.text.as_str())
    {
        let hint = suggest::hint(&trouble.text, troubles.iter().copied());
        bag.error(&trouble.at, format!("unknown trouble `{}`", trouble.text), hint);
    }
    let text = |word: Option<Word>| word.map(|word| word.text).unwrap_or_default();
    EndKind::Onward { service: text(service), trouble: text(trouble) }
}

fn referred(tab: &Tab<'_>, contacts: &[Contact], bag: &mut Bag) -> EndKind {
    let to = tab.must_string("to", bag);
    if let Some(to) = &to
        && !contacts.iter().any(|contact| contact.name == to.text)
    {
        let names = contacts.iter().map(|contact| contact.name.as_str());
        let hint = suggest::hint(&to.text, names);
        bag.error(&to.at, format!("`{}` is not in {CONTACTS}", to.text), hint);
    }
    let tell = tab.text("tell", Need::Must, Written::PerLanguage, bag);
    let tables = tab.tables("bring", bag);
    let bring = tables.into_iter().map(|(span, table)| {
        let called = format!("what to bring of {}", tab.called);
        let one = Tab::new(tab.file, table, span, called, &["label"], bag);
        one.text("label", Need::Must, Written::PerLanguage, bag)
    });
    let bring: Vec<_> = bring.collect();
    if bring.is_empty() {
        let message = format!("{} does not say what to bring", tab.called);
        bag.error(&tab.here(), message, "add `[[end.bring]]` with a `label`");
    }
    EndKind::Referred { to: to.map(|word| word.text).unwrap_or_default(), tell, bring }
}

/// Words become places; tells whether every one did.
fn join(trouble: &mut Trouble, loose: Vec<Loose>, bag: &mut Bag) -> bool {
    let before = bag.problems.len();
    for one in loose {
        let wanted = one.to.text.as_str();
        let found = if one.is_end {
            trouble.ends.iter().position(|end| end.name == wanted).map(Way::End)
        } else {
            trouble.step(wanted).map(Way::Step)
        };
        if let Some(way) = found {
            trouble.steps[one.step].answers[one.answer].leads = way;
            continue;
        }
        let (what, names): (_, Vec<&str>) = if one.is_end {
            ("end", trouble.ends.iter().map(|end| end.name.as_str()).collect())
        } else {
            ("step", trouble.steps.iter().map(|step| step.name.as_str()).collect())
        };
        let hint = suggest::hint(wanted, names.iter().copied());
        bag.error(&one.to.at, format!("unknown {what} `{wanted}`"), hint);
    }
    bag.problems.len() == before
}

/// Every step and end is come to, and every step comes to an end.
fn roads(trouble: &Trouble, places: &Places, bag: &mut Bag) {
    if trouble.steps.is_empty() {
        return;
    }
    let mut reached = vec![false; trouble.steps.len()];
    let mut ended = vec![false; trouble.ends.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at], true) {
            continue;
        }
        for answer in &trouble.steps[at].answers {
            match answer.leads {
                Way::Step(next) => open.push(next),
                Way::End(end) => ended[end] = true,
            }
        }
    }
    // A step comes to an end when one of its answers does, directly or through another step.
    let mut ends = vec![false; trouble.steps.len()];
    loop {
        let mut grown = false;
        for (at, step) in trouble.steps.iter().enumerate() {
            let comes = step.answers.iter().any(|answer| match answer.leads {
                Way::Step(next) => ends[next],
                Way::End(_) => true,
            });
            grown |= comes && !std::mem::replace(&mut ends[at], comes);
        }
        if !grown {
            break;
        }
    }
    for (at, step) in trouble.steps.iter().enumerate() {
        let name = &step.name;
        if !reached[at] {
            let message = format!("no answer leads to step `{name}`");
            bag.error(&places.steps[at], message, "lead to it, or take it away");
        } else if !ends[at] && !step.answers.is_empty() {
            let message = format!("step `{name}` goes round and never comes to an end");
            bag.error(&places.steps[at], message, "let one answer lead to an `end`");
        }
    }
    for (at, end) in trouble.ends.iter().enumerate() {
        if !ended[at] {
            let message = format!("no answer leads to end `{}`", end.name);
            bag.error(&places.ends[at], message, "lead to it, or take it away");
        }
    }
}
