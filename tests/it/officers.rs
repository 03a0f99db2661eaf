//! Two officers at one counter, one after the other, without ending the program: real keys, real files.

use crate::journey::{Journey, NOW, PASSPHRASE, applicant};
use crate::outages::paper;
use loket::case::{Body, CaseId, Event};
use loket::office::{Entry, Record};
use loket::runtime::records;

const LINA: &str = "padi di sawah luas";

/// The events of a case as they lie on the disk.
fn written(counter: &Journey, case: CaseId) -> Vec<Event> {
    let (stored, damages) = counter.store().events(case).unwrap();
    assert!(damages.is_empty());
    let read =
        |one: loket::store::StoredEvent| Event::from_payload(one.id, one.at_ms, &one.payload);
    stored.into_iter().map(|one| read(one).expect("an event")).collect()
}

fn adds_lina(counter: &mut Journey) {
    counter.keys("pt").keys("Lina<ret>").sees("Berikan papan ketik kepada Lina");
    counter
        .keys(LINA)
        .keys("<ret>")
        .keys(LINA)
        .sees_no(LINA)
        .keys("<ret>")
        .sees("Lina sudah terdaftar");
    counter.keys("<esc>");
}

/// At the lock, whose passphrase it is sits here from now on.
fn takes_over(counter: &mut Journey, passphrase: &str, name: &str) {
    counter.keys("<c-l>").sees("Layar terkunci").sees_no("NIK").keys(passphrase).keys("<ret>");
    counter.sees(&format!("Sekarang {name}"));
}

#[test]
fn one_officer_goes_on_in_the_middle_of_a_word_where_another_stopped() {
    let mut counter = Journey::new();
    adds_lina(&mut counter);
    counter.keys("n1472061708917384<tab>SITI AM");
    let case = counter.open().case.id;
    takes_over(&mut counter, LINA, "Lina");
    assert_eq!((counter.path(), counter.typing()), ("nama", ("SITI AM", 7)), "at the same letter");
    let before = written(&counter, case);
    assert!(before.iter().all(|event| event.by == "Rina"), "what Rina did is Rina's");
    counter.keys("INAH<tab>").keys("<f8>0menunggu akta<ret><ret>y<ret><ret>");
    counter.keys("<f7>s").sees("Kertas disimpan").keys("<f10>").sees("Lina.");
    let after = written(&counter, case);
    assert_eq!(after[..before.len()], before[..], "no old event is touched");
    let new = &after[before.len()..];
    assert!(new.len() >= 3 && new.iter().all(|event| event.by == "Lina"), "{new:?}");
    let said = |raw: &str| {
        let is_it =
            |event: &&Event| matches!(&event.body, Body::Answered { raw: said, .. } if said == raw);
        after.iter().filter(is_it).map(|event| event.by.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((said("SITI AM"), said("SITI AMINAH")), (vec!["Rina"], vec!["Lina"]));
    assert!(new.iter().any(|event| matches!(event.body, Body::Printed { .. })));
    // Killed while it is locked, it comes back to whoever types a passphrase.
    counter.keys("n3<c-l>");
    let mut next = counter.killed();
    next.unlock();
    assert_eq!(next.typing().0, "3");
    next.keys("<f10>").sees("Rina.");
    assert_eq!(written(&next, case), after);
}

#[test]
fn the_retype_sheet_goes_on_at_the_value_the_first_officer_had_reached() {
    let mut counter = Journey::with_drafts(
        &[(applicant("warung-lengkap"), NOW - 240_000)],
        &[("Lina", LINA)],
        NOW,
    );
    counter.keys("<ret><f5>sy123<ret>").sees("Serah ke OSS").keys("<space><space><space><space>");
    let screen = |counter: &mut Journey| {
        let screen = counter.screen();
        let picture = screen.lines().take(20).skip(1);
        picture.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let (case, rinas) = (counter.open().case.id, screen(&mut counter));
    let before = written(&counter, case);
    counter.copied.clear();
    takes_over(&mut counter, LINA, "Lina");
    assert_eq!(screen(&mut counter), rinas, "the very screen, value for value");
    counter.keys("<space>");
    let steps = loket::app::screens::handover::steps(counter.open());
    assert_eq!(steps.iter().filter(|step| step.done).count(), 5);
    assert_eq!(counter.copied.len(), 1, "the fifth value, and none of the four before it");
    let new = written(&counter, case).split_off(before.len());
    assert!(
        matches!(
            new.iter().map(|event| &event.body).collect::<Vec<_>>()[..],
            [Body::AttemptEnded { done: false, .. }, Body::AttemptBegan, Body::HandedOver { .. }]
        ),
        "an attempt of her own: {new:?}"
    );
    assert!(new.iter().all(|event| event.by == "Lina"));
    let by: Vec<&str> = counter.open().case.attempts.iter().map(|one| &*one.by).collect();
    assert_eq!(by, ["Rina", "Lina"]);
    // Thrown out under Lina; Rina comes back from lunch and begins at the page Lina says.
    counter.keys("xsesi habis").sees("1");
    takes_over(&mut counter, PASSPHRASE, "Rina");
    counter.sees("sesi habis").keys("<ret>").sees("Mulai lagi dari halaman 1").keys("<space>");
    let by: Vec<(&str, &str)> =
        counter.open().case.attempts.iter().map(|one| (&*one.by, &*one.error)).collect();
    // Whoever says it has it in their name.
    assert_eq!(by, [("Rina", ""), ("Lina", ""), ("Rina", "sesi habis"), ("Rina", "")]);
}

#[test]
fn records_and_letters_name_who_sits_here_and_old_records_stay() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    adds_lina(&mut counter);
    counter.keys("<a-g>1mati<ret><ret>").sees("Gangguan dicatat");
    let before: Vec<Record> = records(counter.store()).unwrap();
    takes_over(&mut counter, LINA, "Lina");
    counter.keys("<a-g>2<ret><ret>").sees("Gangguan dicatat");
    let after = records(counter.store()).unwrap();
    assert_eq!(after[..before.len()], before[..]);
    let told: Vec<(&str, &Entry)> = after.iter().map(|one| (&*one.by, &one.entry)).collect();
    assert!(
        matches!(
            told[..],
            [
                ("Rina", Entry::OfficerAdded { name }),
                ("Rina", Entry::OutageBegan { .. }),
                ("Lina", Entry::OutageBegan { .. })
            ] if name == "Lina"
        ),
        "{told:?}"
    );
    let template = "isi = \"Dibuat oleh {petugas} di {loket}.\"\n";
    std::fs::write(counter.folder().join("surat-gangguan.toml"), template).unwrap();
    // Of the two outages the first one listed.
    counter.keys("<ret>g<ret>").later(300).keys("s").sees("surat-2026-0001.pdf");
    let letter = paper(&counter, "surat-2026-0001.pdf");
    assert!(letter.contains("Lina") && !letter.contains("Rina"), "{letter}");
    // Shown under Lina, printed under Rina: it is a paper of Rina's.
    takes_over(&mut counter, PASSPHRASE, "Rina");
    counter.keys("s").sees("surat-2026-0001-salinan-1.pdf");
    let copy = paper(&counter, "surat-2026-0001-salinan-1.pdf");
    assert!(copy.contains("Rina") && !copy.contains("Lina"), "{copy}");
}

#[test]
fn who_is_removed_opens_nothing_and_a_changed_passphrase_is_the_only_one() {
    let mut counter = Journey::new();
    adds_lina(&mut counter);
    takes_over(&mut counter, LINA, "Lina");
    // Lina's own passphrase, the old one mistyped first.
    counter.keys("ps").keys("bukan ini ya<ret>nasi lemak pagi<ret>nasi lemak pagi<ret>");
    counter.sees("Kata sandi lama tidak cocok").keys("<c-w>");
    counter.keys(LINA).keys("<ret>nasi lemak pagi<ret>nasi lemak pagi<ret>").sees("sudah diganti");
    counter.keys("k").keys(LINA).keys("<ret>").sees("Kata sandi tidak cocok");
    counter.keys("nasi lemak pagi<ret>").sees_no("Layar terkunci");
    // Nobody takes themselves away, and the other's passphrase cannot be had.
    counter.keys("<up>h").sees("Petugas ini tidak dapat dihapus").keys("<ret>");
    counter.keys("tDewi<ret>").keys(PASSPHRASE).keys("<ret>").keys(PASSPHRASE).keys("<ret>");
    counter.sees("Kata sandi ini tidak dapat dipakai").keys("<esc><down>h").sees("Hapus Rina");
    counter.keys("y").sees("Rina tidak bisa membuka Loket lagi").later(300).sees("tersimpan");
    counter.keys("k").keys(PASSPHRASE).keys("<ret>").sees("Kata sandi tidak cocok");
    let mut next = counter.killed();
    next.keys(PASSPHRASE).keys("<ret>").sees("Kata sandi tidak cocok");
    next.unlock_as("nasi lemak pagi").sees("Lina.");
    assert!(loket::store::verify(next.store()).unwrap().is_whole());
}
