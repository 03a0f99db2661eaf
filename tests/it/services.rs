//! From what an applicant says to the service, and several services in one visit, key by key.

use crate::journey::Journey;
use loket::app::{Msg, Overlay};
use loket::case::{Body, Case, CaseId, Event, Lifecycle, Minter, Summary};
use loket::form::{Path, evaluate};

#[test]
fn questions_lead_to_the_service() {
    let mut counter = Journey::new();
    counter.with_catalogue().keys("n").sees("Mau mengurus apa hari ini?").sees("Ceritakan saja");
    counter.keys("<ret>").sees("Usahanya milik siapa?").sees("perorangan");
    counter.keys("<esc>").sees("Mau mengurus apa hari ini?").keys("<ret><ret>");
    assert_eq!(counter.open().form.pack.id, "nib-perorangan");
    assert_eq!(counter.path(), "nik");
}

#[test]
fn a_legal_form_is_explained_in_plain_sentences() {
    let mut counter = Journey::new();
    counter
        .with_catalogue()
        .keys("n<ret><down>")
        .sees("saham")
        .sees("terpisah dari harta pemiliknya");
}

#[test]
fn the_applicants_own_words_find_the_service() {
    for (words, pack) in [
        ("bidan", "sip-bidan"),
        ("nib perorangan", "nib-perorangan"),
        ("tambah kbli", "tambah-kbli"),
        ("reklame", "siperi-reklame"),
        ("halal", "halal"),
        ("apotekr", "sipa"),
    ] {
        let mut counter = Journey::new();
        counter.with_catalogue().keys("n").keys(&words.replace(' ', "<space>")).keys("<ret>");
        assert_eq!(counter.open().form.pack.id, pack, "{words}");
    }
}

#[test]
fn words_that_find_nothing_say_what_to_do_and_esc_goes_back_step_by_step() {
    let mut counter = Journey::new();
    counter.with_catalogue().keys("nqqqq").sees("Tidak ada layanan").keys("<ret>");
    assert!(counter.state.open.is_none(), "nothing is begun by itself");
    counter.keys("<esc>").sees("Mau mengurus apa hari ini?").keys("<esc>");
    assert!(counter.state.overlays.is_empty());
}

#[test]
fn a_second_service_for_the_same_applicant_asks_nothing_twice() {
    let mut counter = Journey::new();
    counter.keys("n1472 0657 0845 0002<tab>SITI AMINAH<ret>").with_catalogue();
    let code = counter.open().case.code.clone();
    counter.keys("<f3>nhalal<ret>");
    assert_eq!(counter.open().form.pack.id, "halal");
    assert_eq!(counter.raw("nik"), "1472 0657 0845 0002");
    assert_eq!(counter.raw("nama"), "SITI AMINAH");
    assert!(!["nik", "nama"].contains(&counter.path()), "{}", counter.path());
    let open = counter.open();
    assert_eq!(open.case.taken_over.get(&Path::new("nama")), Some(&code));
    assert_ne!(open.case.code, code, "it is a case of its own");
    // Going back shows where it came from; Enter passes over it.
    while counter.path() != "nama" {
        counter.keys("<s-tab>");
    }
    counter.sees("Sudah diisi").sees(&code);
    // What is typed anew is the applicant's answer of today.
    counter.keys("<space>B<ret>");
    assert!(!counter.open().case.taken_over.contains_key(&Path::new("nama")));
    let mut again = counter.killed();
    again.unlock();
    assert_eq!(again.raw("nama"), "SITI AMINAH B");
}

/// A finished case of that pack, as the list has it.
fn finished(counter: &Journey, pack: &str) -> (CaseId, Summary) {
    let mut minter = Minter::new([9; 32]);
    let id = minter.case();
    let mut event = |body| Event { id: minter.event(), at_ms: 1, by: "Rina".into(), body };
    let opened = Body::Opened { pack: pack.into(), version: 1, code: "ADA-111-A".into() };
    let case = Case::fold(id, [event(opened), event(Body::Finalized)]);
    let form = &counter.open().form;
    let derived = evaluate(form, &case.answers, counter.env.today());
    (id, Summary::of(&case, &form.pack, &derived))
}

#[test]
fn a_new_kbli_waits_for_the_person_responsible_when_the_director_has_changed() {
    let mut counter = Journey::new();
    counter.with_catalogue().keys("ntambah<space>kbli<ret>");
    assert_eq!(counter.open().form.pack.id, "tambah-kbli");
    counter.tab_to("bentuk_usaha").keys("2<tab>").tab_to("pj_berubah").keys("y<f3>");
    counter.sees("Selesaikan dulu: Ganti penanggung jawab");
    counter.sees("Direkturnya sudah ganti").sees("Penanggung jawab baru");
    let (case, waiting) = (counter.open().case.id, counter.state.waits_for().len());
    assert_eq!(waiting, 1);

    // The other case of the same applicant is finished: the rest is free.
    let (id, summary) = finished(&counter, "ganti-penanggung-jawab");
    assert_eq!(summary.lifecycle(), Lifecycle::Finalized);
    let office = counter.state.office.as_mut().expect("unlocked");
    office.cases.push(loket::app::Listed { id, summary });
    counter.tell(Msg::Same { case, others: vec![id] });
    assert_eq!(counter.state.waits_for().len(), 0);
    counter.sees_no("Selesaikan dulu");

    // Somebody else's case frees nothing.
    counter.tell(Msg::Same { case, others: Vec::new() });
    counter.sees("Selesaikan dulu");
    counter.keys("n");
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Find(_))));
}
