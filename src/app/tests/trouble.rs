//! Troubles and the account card, key by key.

use super::*;
use crate::app::paper::Sheet;
use crate::case::Condition;
use crate::form::trouble::Troubles;

/// One with a case open, and the list of troubles over it.
fn troubled() -> Counter {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    open_list(&mut counter);
    counter
}

fn open_list(counter: &mut Counter) {
    let effects = counter.act(Action::Trouble);
    assert!(effects.contains(&Effect::LoadTroubles), "{effects:?}");
    counter.msg(Msg::TroublesLoaded(Arc::new(Troubles::built_in()), None));
}

/// Opens the trouble the words find first.
fn choose(counter: &mut Counter, words: &str) {
    counter.typed(words);
    counter.act(Action::Enter);
    assert_eq!(counter.state.mode(), Mode::Trouble, "{words}");
}

fn here(counter: &Counter) -> String {
    let (trouble, walk) = screens::trouble::walking(&counter.state).expect("a trouble is open");
    match walk.here {
        crate::form::trouble::Way::Step(at) => trouble.steps[at].name.clone(),
        crate::form::trouble::Way::End(at) => trouble.ends[at].name.clone(),
    }
}

/// Everything the effects would write, as text.
fn written(effects: &[Effect]) -> String {
    let mut all = String::new();
    for effect in effects {
        match effect {
            Effect::Append { events, .. } => {
                for event in events {
                    all.push_str(&String::from_utf8(event.to_payload()).expect("JSON"));
                }
            }
            Effect::Journal { typing, .. } => all.push_str(&typing.text),
            _ => {}
        }
        all.push('\n');
    }
    all
}

#[test]
fn the_list_costs_nothing_until_it_is_opened_and_is_found_by_everyday_words() {
    let counter = Counter::serving();
    assert!(counter.state.office.as_ref().expect("unlocked").troubles.is_none());
    for (words, found) in [
        ("NIK tidak ketemu", "nik-tidak-ditemukan"),
        ("otp", "otp-email-tidak-masuk"),
        ("password", "lupa-sandi"),
        ("maintenance", "gangguan-pusat"),
        ("direktur", "tidak-bisa-tambah-kbli"),
        ("data hilang", "data-hilang"),
        ("lansia", "pemohon-bingung"),
        ("ahu", "data-ahu-beda"),
    ] {
        let mut counter = troubled();
        choose(&mut counter, words);
        let (trouble, _) = screens::trouble::walking(&counter.state).expect("open");
        assert_eq!(trouble.id, found, "{words}");
    }
}

#[test]
fn its_own_name_and_each_of_its_words_find_a_trouble_first() {
    let troubles = Troubles::built_in();
    for trouble in &troubles.all {
        let titles = crate::text::Lang::ALL.map(|lang| trouble.title.get(lang).to_owned());
        for words in titles.iter().chain(&trouble.words) {
            for words in [words.clone(), words.to_uppercase(), format!(" {words} ")] {
                let mut counter = troubled();
                choose(&mut counter, &words);
                let (found, _) = screens::trouble::walking(&counter.state).expect("open");
                assert_eq!(found.id, trouble.id, "{words}");
            }
        }
    }
}

#[test]
fn an_end_that_goes_on_elsewhere_opens_it() {
    let mut counter = troubled();
    choose(&mut counter, "KBLI ditolak");
    counter.typed("3");
    assert_eq!(here(&counter), "lihat_akta");
    let ended = counter.events().pop();
    assert!(matches!(ended, Some(Body::TroubleEnded { end, to, .. })
        if end == "onward" && to == "tidak-bisa-tambah-kbli"));
    counter.act(Action::Enter);
    assert_eq!(here(&counter), "bentuk", "the other trouble begins");
    counter.typed("1");
    counter.typed("1");
    assert_eq!(here(&counter), "ganti_dulu");
    assert_eq!(counter.act(Action::NewCase), [], "this counter does not have that service");
    let office = counter.state.office.as_mut().expect("unlocked");
    office.packs[0].id = "ganti-penanggung-jawab".into();
    let effects = counter.act(Action::NewCase);
    assert!(effects.contains(&Effect::LoadForm("ganti-penanggung-jawab".into())), "{effects:?}");
    assert_eq!(counter.state.overlays.len(), 0);
}

#[test]
fn what_was_tried_has_one_name_from_the_moment_the_case_is_opened() {
    let mut counter = troubled();
    choose(&mut counter, "OSS gangguan dari pusat");
    counter.typed("1");
    let effects = counter.effects.clone();
    let killed = after_a_kill(&counter, &effects);
    assert!(killed.effects.contains(&Effect::LoadTroubles), "its names are asked for");
    let mut quiet = Counter::new();
    quiet.act(Action::NewCase);
    let form = Arc::clone(&quiet.form);
    quiet.msg(Msg::FormLoaded(form));
    let effects = quiet.effects.clone();
    assert!(!after_a_kill(&quiet, &effects).effects.contains(&Effect::LoadTroubles));
}

#[test]
fn every_answer_is_an_event_and_the_end_too() {
    let mut counter = troubled();
    choose(&mut counter, "NIK tidak ketemu");
    counter.effects.clear();
    counter.typed("2");
    counter.typed("2");
    counter.typed("2");
    let events = counter.events();
    let steps: Vec<&str> = events
        .iter()
        .filter_map(|body| match body {
            Body::Tried { step, .. } => Some(step.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(steps, ["baca_ulang", "nama_lahir", "pesan"]);
    assert_eq!(
        events.last(),
        Some(&Body::TroubleEnded {
            trouble: "nik-tidak-ditemukan".into(),
            end: "referred".into(),
            to: "dukcapil".into()
        })
    );
    assert_eq!(here(&counter), "ke_dukcapil");
    let log = &counter.open().case.troubles[0];
    assert_eq!((log.tried.len(), log.ended.is_some(), log.tried[0].by.as_str()), (3, true, "Rina"));
    counter.act(Action::Back);
    assert_eq!(here(&counter), "pesan", "one step back");
    counter.typed("9");
    assert_eq!(here(&counter), "pesan", "there is no ninth answer");
}

#[test]
fn another_officer_goes_on_where_it_stood_even_after_a_kill() {
    let mut counter = troubled();
    choose(&mut counter, "NIK tidak ketemu");
    counter.typed("1");
    counter.act(Action::Back);
    counter.typed("2");
    assert_eq!(here(&counter), "nama_lahir");
    let all = counter.effects.clone();
    let mut next = after_a_kill(&counter, &all);
    open_list(&mut next);
    next.act(Action::Enter);
    assert_eq!(here(&next), "nama_lahir", "what is under way stands first, at its step");
    next.act(Action::Back);
    assert_eq!(here(&next), "baca_ulang");
    next.act(Action::Back);
    assert_eq!(next.state.mode(), Mode::Troubles);
    next.act(Action::Back);
    assert_eq!(next.state.overlays.len(), 0);
}

#[test]
fn typing_in_a_question_goes_on_after_the_list() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti");
    open_list(&mut counter);
    counter.act(Action::Back);
    counter.typed(" Aminah");
    counter.act(Action::Next);
    assert_eq!(counter.raw("nama"), "Siti Aminah");
}

#[test]
fn an_end_that_waits_offers_the_waiting_list_with_its_reason_kept_at_once() {
    let mut counter = troubled();
    choose(&mut counter, "maintenance");
    counter.typed("1");
    counter.typed("1");
    assert_eq!(here(&counter), "tunggu_oss");
    let ended = counter.events().pop();
    assert!(
        matches!(ended, Some(Body::TroubleEnded { end, to, .. }) if end == "waiting" && to == "oss")
    );
    let effects = counter.act(Action::Park);
    let reason = "OSS gangguan dari pusat";
    assert!(
        effects.iter().any(|effect| matches!(effect,
            Effect::Journal { field, typing, .. } if field == "park" && typing.text == reason)),
        "what is shown is kept: {effects:?}"
    );
    let killed = after_a_kill(&counter, &counter.effects.clone());
    assert!(
        matches!(killed.state.overlays.last(), Some(Overlay::Park(park)) if park.reason.text() == reason)
    );
    for step in [Action::Enter, Action::Enter, Action::Yes, Action::Enter, Action::Enter] {
        counter.act(step);
    }
    let waiting = counter.open().case.waiting.clone().expect("it waits");
    assert_eq!((waiting.reason.as_str(), waiting.on), (reason, Some(Condition::Oss)));
    assert_eq!(counter.state.mode(), Mode::Trouble, "the end is still there");
    counter.act(Action::Enter);
    assert_eq!(counter.state.overlays.len(), 0);
}

#[test]
fn a_referral_is_saved_as_a_paper_and_the_second_is_a_copy() {
    let mut counter = troubled();
    choose(&mut counter, "KSWP");
    counter.act(Action::Print);
    assert_eq!(counter.state.mode(), Mode::Trouble, "only an end has a paper");
    counter.typed("2");
    counter.act(Action::Print);
    assert_eq!(counter.state.mode(), Mode::Paper);
    let referral = |effects: Vec<Effect>| {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Print(print) => match print.sheet {
                Sheet::Referral(referral) => Some((*referral, print.copy)),
                _ => None,
            },
            _ => None,
        })
    };
    let first = referral(counter.act(Action::Save)).expect("a paper");
    let (first, is_copy) = first;
    assert_eq!((first.contact.name.as_str(), is_copy, first.bring.len()), ("kpp", false, 4));
    assert_eq!(first.code, counter.open().case.code);
    let second = referral(counter.act(Action::Save)).expect("a paper");
    assert!(second.1, "the second is a copy");
    assert_eq!(counter.open().case.printed("receipt").0, 0, "a referral is no receipt");
    counter.act(Action::Back);
    assert_eq!(counter.state.mode(), Mode::Trouble, "the end is still there");
}

#[test]
fn a_note_stays_with_the_step_it_was_made_for() {
    let mut counter = troubled();
    choose(&mut counter, "bingung");
    counter.act(Action::Note);
    assert_eq!(counter.state.line, Some(Notice::info("trouble-nothing-to-note")));
    counter.typed("1");
    counter.act(Action::Note);
    counter.typed("datang bersama cucu");
    counter.act(Action::Enter);
    let log = &counter.open().case.troubles[0];
    assert_eq!(log.tried.len(), 1);
    assert_eq!(log.tried[0].note, "datang bersama cucu");
    assert_eq!(here(&counter), "cara");
}

/// The card, its first line marked.
fn card() -> Counter {
    let mut counter = Counter::serving();
    counter.act(Action::Tasks);
    counter.act(Action::Account);
    assert_eq!(counter.state.mode(), Mode::Account);
    counter.effects.clear();
    counter
}

fn each(counter: &mut Counter, text: &str) {
    for letter in text.chars() {
        counter.typed(&letter.to_string());
    }
}

#[test]
fn the_card_keeps_what_was_used_and_whose_it_is() {
    let mut counter = card();
    counter.act(Action::Enter);
    each(&mut counter, "siti99@contoh.co.id");
    counter.act(Action::Enter);
    counter.typed("2");
    counter.act(Action::Down);
    counter.act(Action::Enter);
    each(&mut counter, "0812 3456 7890");
    counter.act(Action::Enter);
    counter.typed("1");
    let noted: Vec<(String, String, String)> = counter
        .open()
        .case
        .account
        .iter()
        .map(|entry| (entry.what.clone(), entry.value.clone(), entry.owner.clone()))
        .collect();
    assert_eq!(
        noted,
        [
            ("email".into(), "siti99@contoh.co.id".into(), "family".into()),
            ("phone".into(), "0812 3456 7890".into(), "own".into()),
        ]
    );
    counter.act(Action::Down);
    counter.act(Action::Enter);
    each(&mut counter, "pesan tidak masuk, dicoba 2 kali");
    counter.act(Action::Enter);
    let tried = &counter.open().case.recoveries[0];
    assert_eq!(
        (tried.what.as_str(), tried.result.as_str()),
        ("forgot-email", "pesan tidak masuk, dicoba 2 kali")
    );
    let shown = format!("{:?} {:?}", counter.state.open, counter.effects);
    assert!(!shown.contains("siti99") && !shown.contains("3456"), "Debug tells nothing of it");
}

#[test]
fn no_password_and_no_code_reaches_a_disk_however_it_is_typed() {
    // Line of the card, what is typed, and the part that must never be written.
    for (line, typed, secret) in [
        (2, "sandi: kucing77", "kucing77"),
        (2, "sandinya kucingmanis", "kucingmanis"),
        (2, "Password rahasiaku", "rahasiaku"),
        (2, "OTP 123456", "123"),
        (2, "kode 4821", "48"),
        (2, "482913", "48"),
        (2, "masuk, Rahasia1!", "Rahasia1"),
        (0, "Rahasia1!", "Rahasia1"),
        (0, "482913", "48"),
        (1, "482913", "48"),
        (1, "4 8 2 9 1 3", "4 8"),
    ] {
        for pasted in [false, true] {
            let mut counter = card();
            for _ in 0..line {
                counter.act(Action::Down);
            }
            counter.act(Action::Enter);
            if pasted {
                counter.typed(typed);
            } else {
                each(&mut counter, typed);
            }
            let case = counter.open().case.id;
            counter.act(Action::Enter);
            assert_eq!(
                counter.state.line.as_ref().map(|line| line.key.as_ref()),
                Some("account-secret"),
                "{typed}"
            );
            counter.act(Action::Enter);
            counter.act(Action::Back);
            let all = written(&counter.effects);
            assert!(!all.contains(secret), "{typed}: {all}");
            assert_eq!(counter.open().case.id, case);
        }
    }
}

#[test]
fn what_is_refused_stays_on_the_screen_to_be_mended_and_nothing_of_it_is_written() {
    let mut counter = card();
    counter.act(Action::Down);
    counter.act(Action::Down);
    counter.act(Action::Enter);
    each(&mut counter, "datang kode 4821 lalu gagal");
    counter.act(Action::Enter);
    let Some(Overlay::Prompt { editor, .. }) = counter.state.overlays.last() else { panic!() };
    assert_eq!(editor.text(), "datang kode 4821 lalu gagal");
    assert_eq!(editor.cursor(), "datang kode 4821".len(), "the cursor stands behind it");
    assert!(counter.events().is_empty());
    let all = written(&counter.effects);
    assert!(!all.contains("48") && all.contains("lalu gagal"), "{all}");
    for _ in 0.." 4821".len() {
        counter.act(Action::Edit(Edit::Backspace));
    }
    counter.act(Action::Enter);
    assert_eq!(counter.open().case.recoveries[0].result, "datang kode lalu gagal");
}

#[test]
fn an_owner_chosen_by_a_slip_is_told_and_taken_back() {
    let mut counter = card();
    counter.act(Action::Enter);
    each(&mut counter, "siti@contoh.co.id");
    counter.act(Action::Enter);
    counter.typed("1");
    let line = counter.state.line.clone().expect("it is told");
    assert_eq!((line.key.as_ref(), line.args.len()), ("account-email-owned", 1));
    counter.typed("3");
    let owner = |counter: &Counter| counter.open().case.account[0].owner.clone();
    assert_eq!(owner(&counter), "helper");
    counter.act(Action::Undo);
    assert_eq!(owner(&counter), "own");
    assert_eq!(counter.open().case.account[0].value, "siti@contoh.co.id");
    counter.act(Action::Undo);
    assert_eq!(owner(&counter), "helper", "and back again");
    counter.act(Action::Home);
    assert!(matches!(counter.state.screen, Screen::Beranda(_)));
    assert_eq!(counter.state.overlays.len(), 0);
}

#[test]
fn a_killed_card_comes_back_with_all_but_the_word_that_may_be_a_code() {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    counter.act(Action::Tasks);
    counter.act(Action::Account);
    for (line, text, kept) in [
        (0, "siti.aminah@cont", "siti.aminah@cont"),
        (1, "0812 3456 7", "0812 3456 7"),
        (1, "0812 34", ""),
        (2, "pesan tidak mas", "pesan tidak mas"),
        (2, "pesan OTP 12", "pesan OTP"),
    ] {
        let mut killed = after_a_kill_of(&mut counter, line, text);
        let Some(Overlay::Prompt { editor, .. }) = killed.state.overlays.pop() else {
            panic!("the window is back")
        };
        assert_eq!(editor.text().trim(), kept, "{text}");
    }
}

fn after_a_kill_of(counter: &mut Counter, line: usize, text: &str) -> Counter {
    for _ in 0..screens::account::LINES {
        counter.act(Action::Up);
    }
    for _ in 0..line {
        counter.act(Action::Down);
    }
    counter.act(Action::Enter);
    // What was typed there before stands there again.
    for _ in 0..20 {
        counter.act(Action::Edit(Edit::Backspace));
    }
    each(counter, text);
    let killed = after_a_kill(counter, &counter.effects.clone());
    counter.act(Action::Back);
    killed
}

#[test]
fn a_reading_copy_may_look_but_writes_nothing() {
    let mut counter = troubled();
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    counter.effects.clear();
    choose(&mut counter, "bingung");
    counter.typed("1");
    counter.act(Action::Account);
    counter.act(Action::Enter);
    counter.typed("2");
    assert_eq!(counter.effects.iter().filter(|effect| effect.writes()).count(), 0);
}
