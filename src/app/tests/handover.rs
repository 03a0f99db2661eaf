//! The retype sheet, key by key.

use super::*;
use crate::app::screens::handover::{Handover, pages, steps};
use crate::case::EventId;
use crate::form::{Answer, Source, load};
use std::collections::BTreeSet;

const DAY_MS: i64 = 86_400_000;

/// Three pages: two values, one of them longer than OSS holds; one that repeats; a statement.
pub(super) fn form(number: &str) -> Arc<Form> {
    let head = format!(
        "id = \"uji\"\nversion = 1\ntitle.id = \"Uji\"\ntitle.en = \"Test\"\nsummary.id = \"Uji\"\n\
         summary.en = \"Test\"\nstatus = \"contoh\"\nkbli_edition = 2025\nsections = [\"orang\", \"usaha\", \"akhir\"]\n\
         subject = \"nama\"\n{number}\n\
         [[oss_page]]\nname = \"satu\"\ntitle.id = \"Data Diri\"\ntitle.en = \"Person\"\n\
         [[oss_page]]\nname = \"dua\"\ntitle.id = \"Data Usaha\"\ntitle.en = \"Business\"\n\
         [[oss_page]]\nname = \"tiga\"\ntitle.id = \"Pernyataan\"\ntitle.en = \"Statement\"\n"
    );
    let question = |name: &str, kind: &str, oss: &str| {
        let example = if kind == "statement" { "" } else { "example = \"X\"\n" };
        format!(
            "[[question]]\nname = \"{name}\"\nkind = \"{kind}\"\nlabel.id = \"{name}\"\nlabel.en = \"{name}\"\n\
             say.id = \"Siapa?\"\nsay.en = \"Who?\"\n{example}why.id = \"Perlu.\"\nwhy.en = \"Needed.\"\n\
             oss = {{ {oss} }}\n"
        )
    };
    let group = |kind: &str, name: &str, questions: &[String]| {
        let head =
            format!("[{kind}]\nname = \"{name}\"\nlabel.id = \"{name}\"\nlabel.en = \"{name}\"\n");
        Source { name: format!("{name}.toml"), text: (head + &questions.concat()).into() }
    };
    let sources = vec![
        Source { name: "pack.toml".to_owned(), text: head.into() },
        group(
            "group",
            "orang",
            &[
                question("nama", "text", "page = \"satu\", label = \"Nama\", order = 1"),
                question(
                    "alamat",
                    "text",
                    "page = \"satu\", label = \"Alamat\", order = 2, max = 20",
                ),
            ],
        ),
        group(
            "repeat",
            "usaha",
            &[
                question("merek", "text", "page = \"dua\", label = \"Merek\", order = 1"),
                question(
                    "modal",
                    "rupiah",
                    "page = \"dua\", label = \"Modal\", order = 2, format = \"digits\"",
                ),
            ],
        ),
        group(
            "group",
            "akhir",
            &[question("benar", "statement", "page = \"tiga\", label = \"Benar\", order = 1")],
        ),
    ];
    let (pack, problems) = load(&sources, date(2026, 11, 23));
    assert_eq!(problems, []);
    Arc::new(Form::open(Arc::new(pack.expect("a pack")), Reference::built_in()).expect("compiles"))
}

pub(super) fn finished() -> Vec<Event> {
    let answered = |path: &str, raw: &str| {
        let reason = if path == "alamat" { "boleh terpotong".into() } else { String::new() };
        Body::answered(path, &Answer { raw: raw.into(), reason, ..Answer::default() }, None)
    };
    let added =
        |instance| Body::InstanceAdded { repeat: "usaha".into(), instance, auto: instance == 1 };
    let bodies = [
        Body::Opened { pack: "uji".into(), version: 1, code: "KUDA-472-M".into() },
        answered("nama", "SITI AMINAH"),
        answered("alamat", "JALAN SUKAJADI NOMOR DUA BELAS"),
        added(1),
        answered("usaha#1/merek", "ENAK"),
        answered("usaha#1/modal", "15jt"),
        added(2),
        answered("usaha#2/merek", "SEGAR"),
        answered("usaha#2/modal", "2jt"),
        answered("benar", "ya"),
        Body::Finalized,
    ];
    let event = |(at, body)| {
        let id = EventId([at as u8 + 1; 16]);
        Event { id, at_ms: 1_000, by: "Rina".into(), body }
    };
    bodies.into_iter().enumerate().map(event).collect()
}

/// The officer `by` at the sheet of the case with those events.
pub(super) fn at_sheet(form: &Arc<Form>, events: Vec<Event>, by: &str, day: i64) -> Counter {
    let mut counter = Counter::new();
    counter.env.now_ms += day * DAY_MS;
    let office = counter.state.office.as_mut().expect("unlocked");
    office.officer = by.into();
    let (id, form) = (CaseId([9; 16]), Arc::clone(form));
    let journals = Vec::new();
    counter.msg(Msg::CaseLoaded(Box::new(LoadedCase { id, events, journals, damaged: 0, form })));
    counter.act(Action::Handover);
    counter.effects.clear();
    counter
}

impl Counter {
    pub(super) fn sheet(&self) -> &Handover {
        match &self.state.screen {
            Screen::Handover(sheet) => sheet,
            other => panic!("not at the sheet but at {other:?}"),
        }
    }

    /// Path of the value in the middle.
    pub(super) fn middle(&self) -> String {
        steps(self.open())[self.sheet().at].path.to_string()
    }

    pub(super) fn handed(&self) -> BTreeSet<String> {
        self.open().case.handed.iter().map(ToString::to_string).collect()
    }

    pub(super) fn copied(&self) -> Vec<&str> {
        let texts = self.effects.iter().filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.0.as_str()),
            _ => None,
        });
        texts.collect()
    }

    pub(super) fn all_events(&self) -> Vec<Event> {
        self.open().case.events().to_vec()
    }
}

pub(super) const ALL: [&str; 7] =
    ["nama", "alamat", "usaha#1/merek", "usaha#1/modal", "usaha#2/merek", "usaha#2/modal", "benar"];

#[test]
fn one_key_copies_every_value_once_in_the_order_of_oss_and_as_oss_wants_it() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    for _ in ALL {
        counter.act(Action::Copy);
    }
    assert_eq!(
        counter.copied(),
        ["SITI AMINAH", "JALAN SUKAJADI NOMOR", "ENAK", "15000000", "SEGAR", "2000000", "Ya"]
    );
    assert_eq!(counter.state.line.as_ref().expect("told").key, "handover-complete");
    let kept = counter.open().case.answers.raw(&Path::new("alamat")).to_owned();
    assert_eq!(kept, "JALAN SUKAJADI NOMOR DUA BELAS", "the case keeps it whole");
}

#[test]
fn a_page_is_a_screen_and_its_end_leads_to_the_next() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    let all = steps(counter.open());
    let ranges: Vec<_> = pages(&all).iter().map(|page| page.steps.clone()).collect();
    assert_eq!(ranges, [0..2, 2..4, 4..6, 6..7], "each business has a page of its own");
    counter.act(Action::Down);
    counter.act(Action::Down);
    assert_eq!(counter.middle(), "alamat", "arrows stay on the page");
    counter.act(Action::Up);
    counter.act(Action::Enter);
    assert_eq!(counter.middle(), "alamat");
    counter.act(Action::Enter);
    assert_eq!(counter.middle(), "alamat", "the page is done, and OSS must be told first");
    counter.act(Action::Enter);
    assert_eq!(counter.middle(), "usaha#1/merek");
    counter.act(Action::PageDown);
    assert_eq!(counter.middle(), "usaha#2/merek");
    counter.act(Action::PageDown);
    counter.act(Action::PageDown);
    assert_eq!(counter.middle(), "benar");
    counter.act(Action::PageUp);
    counter.act(Action::PageUp);
    counter.act(Action::PageUp);
    assert_eq!(counter.middle(), "nama");
    assert_eq!(counter.copied(), [""; 0]);
}

#[test]
fn a_value_can_be_copied_once_more() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::Copy);
    counter.act(Action::Copy);
    counter.act(Action::Up);
    counter.act(Action::Copy);
    counter.act(Action::Copy);
    let wanted = ["SITI AMINAH", "JALAN SUKAJADI NOMOR", "SITI AMINAH", "ENAK"];
    assert_eq!(counter.copied(), wanted);
}

#[test]
fn after_the_last_value_enter_asks_for_the_number_and_that_ends_the_attempt() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    for _ in ALL {
        counter.act(Action::Copy);
    }
    counter.act(Action::Enter);
    assert!(matches!(
        counter.state.overlays.last(),
        Some(Overlay::Prompt { field: Field::Nib, .. })
    ));
    counter.typed("503/12/DPMPTSP");
    counter.effects.clear();
    counter.act(Action::Enter);
    assert_eq!(
        counter.events(),
        [
            Body::AttemptEnded { page: 4, error: String::new(), done: true },
            Body::NibRecorded { nib: "503/12/DPMPTSP".into(), kind: Some("bebas".into()) },
        ],
        "a pack of no group gives no NIB"
    );
    let case = &counter.open().case;
    assert_eq!((case.lifecycle, case.nib.as_deref()), (Lifecycle::Done, Some("503/12/DPMPTSP")));
    assert_eq!(case.attempt(), None);
    counter.act(Action::Handover);
    counter.effects.clear();
    counter.act(Action::Copy);
    assert!(counter.events().is_empty(), "looking a value up later is no attempt");
}

#[test]
fn a_nib_has_thirteen_digits_where_the_pack_says_nib() {
    let mut counter = at_sheet(&form("number = { kind = \"nib\" }"), finished(), "Rina", 0);
    counter.act(Action::RecordNib);
    counter.typed("503/12");
    counter.act(Action::Enter);
    assert_eq!(counter.open().case.nib, None);
    assert!(!counter.state.overlays.is_empty());
}

#[test]
fn thrown_out_the_message_is_kept_and_the_sheet_starts_over_at_that_page() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    for _ in 0..5 {
        counter.act(Action::Copy);
    }
    counter.effects.clear();
    counter.act(Action::ThrownOut);
    assert!(
        counter.effects.iter().all(|effect| !effect.writes()),
        "a slip of the key costs nothing"
    );
    counter.typed("Sesi berakhir");
    assert!(
        counter
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Journal { field, .. } if field == "oss-error"))
    );
    counter.act(Action::Up);
    counter.effects.clear();
    counter.act(Action::Enter);
    let back = ["usaha#1/merek", "usaha#1/modal", "usaha#2/merek"];
    assert_eq!(
        counter.events(),
        [
            Body::AttemptEnded { page: 3, error: "Sesi berakhir".into(), done: false },
            Body::HandedBack { paths: back.map(str::to_owned).to_vec() },
        ]
    );
    assert_eq!(counter.middle(), "usaha#1/merek");
    assert_eq!(counter.handed(), BTreeSet::from(["nama".to_owned(), "alamat".to_owned()]));
    // The next value copied begins the next attempt.
    counter.effects.clear();
    counter.act(Action::Copy);
    assert_eq!(counter.events()[0], Body::AttemptBegan);
    assert_eq!(counter.open().case.attempts.len(), 2);
}

#[test]
fn escape_at_the_message_of_oss_takes_nothing_back() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::Copy);
    counter.act(Action::ThrownOut);
    counter.typed("x");
    counter.act(Action::Back);
    assert_eq!(counter.handed().len(), 1);
    assert!(counter.open().case.attempt().is_some());
}

#[test]
fn the_message_of_oss_left_with_escape_stands_there_again_also_after_a_kill() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    let words = |counter: &Counter| match counter.state.overlays.last() {
        Some(Overlay::Prompt { field: Field::OssError(_), editor }) => editor.text().to_owned(),
        other => panic!("{other:?}"),
    };
    counter.act(Action::Copy);
    counter.act(Action::ThrownOut);
    counter.typed("Sesi Anda habis");
    counter.act(Action::Back);
    let mut next = after_a_kill_of(&counter, counter.open().case.id, &counter.effects);
    for counter in [&mut counter, &mut next] {
        counter.act(Action::ThrownOut);
        assert_eq!(words(counter), "Sesi Anda habis");
        assert_eq!(counter.state.line.as_ref().map(|line| line.key.as_ref()), Some("prompt-aside"));
        counter.act(Action::Enter);
        assert!(counter.events().iter().any(
            |body| matches!(body, Body::AttemptEnded { error, .. } if error == "Sesi Anda habis")
        ));
        // Said now, so it waits no longer.
        counter.act(Action::Copy);
        counter.act(Action::ThrownOut);
        assert_eq!(words(counter), "");
    }
}

#[test]
fn a_number_left_with_escape_is_no_number_of_the_case_after_a_start() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::RecordNib);
    counter.typed("81200");
    counter.act(Action::Back);
    let mut next = after_a_kill_of(&counter, counter.open().case.id, &counter.effects);
    assert_eq!(next.open().case.nib, None);
    next.act(Action::RecordNib);
    assert!(
        matches!(next.state.overlays.last(), Some(Overlay::Prompt { field: Field::Nib, editor })
        if editor.text() == "81200")
    );
}

#[test]
fn oss_that_lost_everything_is_begun_at_its_first_page_with_one_key() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    for _ in ALL {
        counter.act(Action::Copy);
    }
    counter.act(Action::ThrownOut);
    counter.act(Action::PageUp);
    counter.act(Action::Enter);
    assert_eq!((counter.handed().len(), counter.middle().as_str()), (0, "nama"));
}

#[test]
fn killed_at_the_message_of_oss_the_letters_and_the_page_are_there_again() {
    let mut counter = Counter::serving();
    let case = counter.open().case.id;
    let mut cx = Cx { env: &counter.env, out: Vec::new() };
    open::append(&mut counter.state, &mut cx, vec![Body::Finalized], Vec::new());
    let appended = cx.out;
    counter.effects.extend(appended);
    counter.go("nama");
    counter.act(Action::Handover);
    let all = steps(counter.open());
    assert!(!all.is_empty(), "the form begins with answers of its own");
    counter.act(Action::ThrownOut);
    counter.typed("502 Bad Gatew");
    let effects = counter.effects.clone();
    let next = after_a_kill_of(&counter, case, &effects);
    let Some(Overlay::Prompt { field, editor }) = next.state.overlays.last() else {
        panic!("{:?}", next.state.overlays)
    };
    assert_eq!((field, editor.text()), (&Field::OssError(1), "502 Bad Gatew"));
    assert!(matches!(next.state.screen, Screen::Handover(_)));
}

/// As [`after_a_kill`], for a counter whose first effects are gone.
fn after_a_kill_of(counter: &Counter, case: CaseId, effects: &[Effect]) -> Counter {
    let mut all = vec![Effect::Append {
        case,
        events: counter.all_events(),
        summary: Box::new(counter.open().summary()),
        fields: Vec::new(),
        tags: Vec::new(),
    }];
    let told = |effect: &&Effect| match effect {
        // One without events still forgets journal rows.
        Effect::Append { events, .. } => events.is_empty(),
        _ => true,
    };
    all.extend(effects.iter().filter(told).cloned());
    all.push(Effect::Place(counter.state.current_place()));
    after_a_kill(counter, &all)
}

#[test]
fn another_officer_or_another_day_goes_on_at_the_same_value_with_an_attempt_of_their_own() {
    let form = form("");
    let mut rina = at_sheet(&form, finished(), "Rina", 0);
    rina.act(Action::Copy);
    rina.act(Action::Copy);
    rina.act(Action::Copy);
    let mut same = at_sheet(&form, rina.all_events(), "Rina", 0);
    same.act(Action::Copy);
    assert_eq!(same.open().case.attempts.len(), 1, "the same officer goes on");
    for (by, day) in [("Dewi", 0), ("Rina", 1)] {
        let mut next = at_sheet(&form, rina.all_events(), by, day);
        assert_eq!(next.middle(), "usaha#1/modal");
        next.act(Action::Copy);
        assert_eq!(
            next.events()[..2],
            [Body::AttemptEnded { page: 2, error: String::new(), done: false }, Body::AttemptBegan]
        );
        assert_eq!(next.copied(), ["15000000"]);
    }
}

#[test]
fn opening_the_case_again_ends_the_attempt() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::Copy);
    counter.act(Action::Amend);
    counter.typed("alamat pindah");
    counter.effects.clear();
    counter.act(Action::Enter);
    assert_eq!(
        counter.events()[0],
        Body::AttemptEnded { page: 1, error: String::new(), done: false }
    );
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Draft);
}

#[test]
fn where_nothing_copies_the_value_stands_alone_until_escape() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::Copy);
    counter.msg(Msg::Copied(Reached::Terminal));
    assert_eq!(counter.state.line.as_ref().expect("told").key, "app-copied-terminal.sheet");
    assert_eq!(counter.sheet().alone, None);
    counter.act(Action::Copy);
    counter.msg(Msg::Copied(Reached::Nowhere));
    assert_eq!(counter.state.line.as_ref().expect("told").key, "app-not-copied");
    assert_eq!(counter.sheet().alone, Some(0));
    counter.act(Action::Enter);
    assert_eq!((counter.middle().as_str(), counter.sheet().alone), ("usaha#1/merek", Some(0)));
    counter.act(Action::Back);
    assert_eq!(counter.sheet().alone, None);
    counter.act(Action::Alone);
    assert_eq!(counter.sheet().alone, Some(0));
    counter.act(Action::Back);
    counter.act(Action::Back);
    assert!(matches!(counter.state.screen, Screen::Tasks(_)));
}

#[test]
fn locking_and_leaving_take_what_was_copied_off_the_clipboard_once() {
    for key in [Action::Lock, Action::Quit] {
        let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
        assert!(!counter.act(key).contains(&Effect::ForgetCopied), "nothing was copied");
        let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
        counter.act(Action::Copy);
        assert!(counter.act(key).contains(&Effect::ForgetCopied));
        assert!(!counter.later(1).contains(&Effect::ForgetCopied));
    }
}

#[test]
fn the_paper_holds_every_value_and_is_counted_apart_from_receipts() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.act(Action::Copy);
    counter.act(Action::Print);
    assert!(!counter.effects.iter().any(|effect| matches!(effect, Effect::Print(_))), "read first");
    counter.act(Action::Save);
    let sheet = counter.effects.iter().find_map(|effect| match effect {
        Effect::Print(print) => Some(print.clone()),
        _ => None,
    });
    let print = sheet.expect("saved");
    let crate::app::paper::Sheet::Retype(sheet) = &print.sheet else { panic!("{print:?}") };
    assert_eq!((print.copy, sheet.attempts, sheet.pages.len()), (false, 1, 4));
    let row = &sheet.pages[0].rows[1];
    assert_eq!((row.value.as_str(), row.left_out.as_str()), ("JALAN SUKAJADI NOMOR", "DUA BELAS"));
    assert!(sheet.pages[0].rows[0].done);
    let case = &counter.open().case;
    assert_eq!((case.printed("retype"), case.printed("receipt")), ((1, 1), (0, 0)));
    let printed = format!("{:?} {:?}", counter.effects, counter.state);
    for said in ["SITI", "SUKAJADI", "15000000", "ENAK"] {
        assert!(!printed.contains(said), "{said}");
    }
}

#[test]
fn a_service_outside_oss_has_its_number_recorded_and_no_attempt() {
    let mut counter = at_sheet(&form("oss = false"), finished(), "Rina", 0);
    for key in [Action::Copy, Action::Down, Action::ThrownOut, Action::Alone, Action::Print] {
        counter.act(key);
        assert!(counter.state.overlays.is_empty() && counter.sheet().alone.is_none(), "{key:?}");
    }
    counter.act(Action::Enter);
    counter.typed("503/12");
    counter.act(Action::Enter);
    let case = &counter.open().case;
    assert_eq!((case.lifecycle, case.attempts.len()), (Lifecycle::Done, 0));
}

#[test]
fn a_case_that_is_only_read_can_be_copied_from_and_is_not_ticked() {
    let mut counter = at_sheet(&form(""), finished(), "Rina", 0);
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    counter.act(Action::Copy);
    counter.act(Action::Enter);
    assert_eq!(counter.copied(), ["SITI AMINAH"]);
    assert!(!counter.effects.iter().any(Effect::writes));
}
