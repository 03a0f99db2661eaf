//! Cases of other versions of their pack.

use super::*;
use crate::case::{Body, Case};
use crate::form::{Answer, Source, load};

/// The pack `uji` at a version: `nama_lama` is called `nama` since version 2, `faks` is not asked.
fn form(version: u32) -> Arc<Form> {
    let head = format!(
        "id = \"uji\"\nversion = {version}\ntitle.id = \"Uji\"\ntitle.en = \"Test\"\nsummary.id = \"Uji\"\n\
         summary.en = \"Test\"\nstatus = \"contoh\"\nkbli_edition = 2025\nsections = [\"orang\"]\nsubject = \"nama\"\n"
    );
    let section = "[group]\nname = \"orang\"\nlabel.id = \"Orang\"\nlabel.en = \"Person\"\n\
         [[question]]\nname = \"nama\"\nkind = \"text\"\nlabel.id = \"Nama\"\nlabel.en = \"Name\"\n\
         say.id = \"Siapa?\"\nsay.en = \"Who?\"\nexample = \"SITI\"\nwhy.id = \"Perlu.\"\nwhy.en = \"Needed.\"\n";
    let steps = "[[migration]]\nfrom = 1\nto = 2\n[[migration.step]]\ndo = \"renamed\"\nfrom = \"nama_lama\"\n\
         to = \"nama\"\n[[migration.step]]\ndo = \"removed\"\nfrom = \"faks\"\n\
         label.id = \"Nomor faks\"\nlabel.en = \"Fax\"\n";
    let mut sources = vec![
        Source { name: "pack.toml".to_owned(), text: head.into() },
        Source { name: "orang.toml".to_owned(), text: section.into() },
    ];
    if version > 1 {
        sources.push(Source { name: "migrasi.toml".to_owned(), text: steps.into() });
    }
    let (pack, problems) = load(&sources, date(2026, 11, 23));
    assert_eq!(problems, []);
    Arc::new(Form::open(Arc::new(pack.expect("a pack")), Reference::built_in()).expect("compiles"))
}

fn answered(path: &str, raw: &str) -> Body {
    let answer = Answer { raw: raw.into(), ..Answer::default() };
    Body::answered(path, &answer, None)
}

fn old_events(version: u32, more: Vec<Body>) -> Vec<Event> {
    let opened = Body::Opened { pack: "uji".into(), version, code: "KUDA-472-M".into() };
    let bodies = [opened, answered("nama_lama", "SITI"), answered("faks", "0765 31234")];
    let bodies = bodies.into_iter().chain(more).enumerate();
    bodies
        .map(|(at, body)| {
            let id = crate::case::EventId([at as u8 + 1; 16]);
            Event { id, at_ms: 1_000, by: "Rina".into(), body }
        })
        .collect()
}

fn loaded(events: Vec<Event>, journals: Vec<(String, Typing)>) -> (Counter, Vec<Body>) {
    let mut counter = Counter::new();
    let id = CaseId([9; 16]);
    let loaded = LoadedCase { id, events, journals, damaged: 0, form: form(2) };
    counter.msg(Msg::CaseLoaded(Box::new(loaded)));
    let written = counter.events();
    (counter, written)
}

#[test]
fn an_old_draft_moves_along_by_events_and_shows_what_moved() {
    let (mut counter, written) = loaded(old_events(1, Vec::new()), Vec::new());
    assert_eq!(written.last(), Some(&Body::Migrated { from: 1, to: 2 }));
    assert_eq!(written.len(), 3, "{written:?}");
    assert_eq!(counter.raw("nama"), "SITI");
    assert_eq!(counter.raw("nama_lama"), "");
    assert_eq!(counter.raw("faks"), "0765 31234");
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Moved(0))));
    assert_eq!(counter.open().title.0, "SITI");
    assert_eq!(counter.act(Action::Undo), [], "undo does not reach behind the move");
    counter.act(Action::Enter);
    assert!(counter.state.overlays.is_empty());
    // Opened again, it is a case of this version.
    let events = counter.open().case.events().to_vec();
    assert_eq!(events.len(), 6);
    let (counter, written) = loaded(events, Vec::new());
    assert_eq!(written, []);
    assert!(counter.state.overlays.is_empty());
}

#[test]
fn what_was_being_typed_at_an_old_place_moves_with_the_rest() {
    let typing = Typing { text: "SITI AMINAH".into(), cursor: 3, at_ms: 2_000 };
    let journals = vec![("answer:nama_lama".to_owned(), typing)];
    let (counter, _) = loaded(old_events(1, Vec::new()), journals);
    assert_eq!(counter.raw("nama"), "SITI AMINAH");
}

#[test]
fn a_finished_case_moves_only_before_the_eye_until_it_is_opened_again() {
    let finished = vec![Body::Finalized, Body::HandedOver { path: "nama_lama".into() }];
    let (mut counter, written) = loaded(old_events(1, finished), Vec::new());
    assert_eq!(written, []);
    assert_eq!(counter.raw("nama"), "SITI");
    assert!(counter.open().case.handed.contains(&Path::new("nama")));
    counter.act(Action::Enter);
    counter.act(Action::Amend);
    counter.typed("alamat pindah");
    counter.act(Action::Enter);
    let written = counter.events();
    assert!(matches!(written.first(), Some(Body::Amended { .. })), "{written:?}");
    assert!(written.contains(&Body::Migrated { from: 1, to: 2 }));
    // The log alone tells the same.
    let case = Case::fold(CaseId([9; 16]), counter.open().case.events().iter().cloned());
    assert_eq!(case.answers, counter.open().case.answers);
    assert_eq!(case.pack_version, 2);
}

#[test]
fn answers_without_a_question_have_a_line_and_go_into_a_note() {
    let (mut counter, _) = loaded(old_events(1, Vec::new()), Vec::new());
    counter.act(Action::Enter);
    counter.act(Action::Down);
    counter.act(Action::Enter);
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Orphans(0))));
    counter.effects.clear();
    counter.act(Action::Note);
    assert_eq!(counter.events(), [Body::Noted { text: "Nomor faks: 0765 31234".into() }]);
    assert!(counter.open().is_noted(&Path::new("faks")));
    counter.effects.clear();
    counter.act(Action::Note);
    assert_eq!(counter.events(), [], "once is enough");
    assert_eq!(counter.raw("faks"), "0765 31234", "it stays where it was");
}

#[test]
fn a_case_whose_questions_are_not_here_is_shown_and_never_written() {
    let mut counter = Counter::new();
    let notice = Notice::new(Level::Periksa, "migrate-newer");
    let kept = KeptCase {
        id: CaseId([9; 16]),
        events: old_events(7, Vec::new()),
        journals: Vec::new(),
        notice,
    };
    counter.msg(Msg::CaseKept(Box::new(kept)));
    assert!(counter.state.open.is_none(), "no form is put under it");
    let Some(Overlay::Kept(kept)) = counter.state.overlays.last() else { panic!("not shown") };
    assert_eq!((kept.code.as_str(), kept.version), ("KUDA-472-M", 7));
    assert_eq!(kept.answers.len(), 2);
    for action in [Action::Note, Action::Down, Action::Undo, Action::Amend, Action::Enter] {
        counter.act(action);
    }
    assert_eq!(counter.events(), []);
    assert!(counter.state.overlays.is_empty());
}
