//! The built-in troubles hold what they promise, and bad files are told of with a picture.

use super::*;
use crate::form::{built_in_troubles, render};

fn built_in() -> (Troubles, Vec<Problem>, Vec<Source>) {
    let sources = built_in_troubles();
    let all: Vec<_> = sources.iter().cloned().map(|one| (Origin::BuiltIn, one)).collect();
    let (troubles, problems) = Troubles::load(&all);
    (troubles, problems, sources)
}

#[test]
fn every_built_in_trouble_loads_without_a_problem() {
    let (troubles, problems, sources) = built_in();
    assert_eq!(render(&problems, &sources), "");
    assert_eq!(troubles.all.len(), 13);
}

/// Every way through a trouble that takes no step twice, by its answers.
fn ways(trouble: &Trouble) -> Vec<(Vec<(usize, usize)>, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
    while let Some(trail) = open.pop() {
        let here = trail
            .last()
            .map_or(Way::Step(0), |(step, answer)| trouble.steps[*step].answers[*answer].leads);
        match here {
            Way::End(end) => found.push((trail, end)),
            Way::Step(step) => {
                assert!(
                    trail.iter().all(|(taken, _)| *taken != step),
                    "{}: `{}` comes round",
                    trouble.id,
                    trouble.steps[step].name
                );
                for answer in 0..trouble.steps[step].answers.len() {
                    let mut longer = trail.clone();
                    longer.push((step, answer));
                    open.push(longer);
                }
            }
        }
    }
    found
}

#[test]
fn every_way_through_every_trouble_comes_to_an_end_in_six_steps() {
    let (troubles, ..) = built_in();
    let (mut count, mut longest) = (0, 0);
    for trouble in &troubles.all {
        let ways = ways(trouble);
        for (trail, _) in &ways {
            assert!(trail.len() <= 6, "{}: {} steps", trouble.id, trail.len());
            longest = longest.max(trail.len());
        }
        for (at, end) in trouble.ends.iter().enumerate() {
            assert!(ways.iter().any(|(_, to)| *to == at), "{}: {}", trouble.id, end.name);
        }
        count += ways.len();
    }
    assert!(count > 60 && longest >= 4, "{count} ways, the longest of {longest}");
}

#[test]
fn whoever_is_sent_somewhere_knows_where_what_to_say_and_what_to_bring() {
    let (troubles, ..) = built_in();
    let mut places = std::collections::BTreeSet::new();
    for end in troubles.all.iter().flat_map(|trouble| &trouble.ends) {
        let EndKind::Referred { to, tell, bring } = &end.kind else { continue };
        let contact = troubles.contact(to).unwrap_or_else(|| panic!("{to} has an entry"));
        assert!(!contact.title.is_empty());
        assert!(tell.id.len() > 20 && tell.en.len() > 20, "{}", end.name);
        assert!(!bring.is_empty(), "{}", end.name);
        assert!(end.waits.is_some(), "the case waits for what they bring back: {}", end.name);
        places.insert(to.clone());
    }
    assert_eq!(
        places.into_iter().collect::<Vec<_>>(),
        ["bpjs", "dinas", "dukcapil", "kpp", "notaris", "oss"]
    );
}

#[test]
fn what_goes_on_elsewhere_leads_to_a_service_or_a_trouble_there_is() {
    let (troubles, ..) = built_in();
    let (titles, _) = crate::form::Library::built_in().titles();
    let mut services = 0;
    for end in troubles.all.iter().flat_map(|trouble| &trouble.ends) {
        let EndKind::Onward { service, trouble } = &end.kind else { continue };
        let known = titles.iter().any(|title| title.head.id == *service);
        assert!(service.is_empty() || known, "{}: {service}", end.name);
        assert!(trouble.is_empty() || troubles.find(trouble).is_some(), "{}", end.name);
        services += usize::from(known);
    }
    assert_eq!(services, 3);
}

#[test]
fn what_is_called_solved_promises_nothing_further_to_apply_for() {
    let (troubles, ..) = built_in();
    for end in troubles.all.iter().flat_map(|trouble| &trouble.ends) {
        if end.kind == EndKind::Solved {
            let told = format!("{} {}", end.say.id, end.next.id).to_lowercase();
            for word in ["ajukan", "dahulu", "buka kendala", "layanan lain", "tanyakan lagi"] {
                assert!(!told.contains(word), "{}: {told}", end.name);
            }
        }
    }
}

#[test]
fn every_condition_is_waited_for_somewhere() {
    let (troubles, ..) = built_in();
    let ends = || troubles.all.iter().flat_map(|trouble| &trouble.ends);
    for condition in CONDITIONS {
        let waits = |end: &End| end.waits.as_ref().is_some_and(|wait| wait.condition == condition);
        assert!(ends().any(waits), "{condition}");
    }
    let outage = &troubles.all[troubles.find("gangguan-pusat").expect("it is there")];
    assert!(outage.ends.iter().any(|end| end.waits.as_ref().is_some_and(|w| w.condition == "oss")));
}

#[test]
fn no_fact_that_is_not_sure_is_told() {
    let (troubles, _, sources) = built_in();
    for source in &sources {
        // Durations, lengths of codes, WhatsApp numbers and the disputed call centre.
        for word in ["menit", "24 jam", " 6 digit", "0811", "169", "163", "1x24"] {
            let said = source.text.lines().filter(|line| !line.starts_with('#'));
            assert!(said.clone().all(|line| !line.contains(word)), "{word} in {}", source.name);
        }
    }
    let locked = &troubles.all[troubles.find("akun-terkunci").expect("it is there")];
    assert!(
        locked.steps.iter().any(|step| step.meaning.id.contains("Lama terkunci tidak diketahui"))
    );
    for contact in &troubles.contacts {
        let told = !contact.phone.is_empty() || !contact.email.is_empty();
        assert_eq!(contact.unsure, told, "{}: nothing here is of the first rank", contact.name);
    }
}

/// A block of the page: its example is what these tests bend.
fn example(name: &str) -> String {
    let page = include_str!("../../../docs/pack-format.md");
    let (_, section) = page.split_once("## Troubles").expect("the page has the section");
    let (_, block) = section.split_once(&format!("`{name}`\n\n```toml\n")).expect("the block");
    block.split("```").next().unwrap_or_default().to_owned()
}

fn good() -> String {
    example("kendala/printer-mati.toml")
}

fn office() -> String {
    example("kontak.toml")
}

fn read(tree: &str, contacts: &str) -> (Troubles, String) {
    let source = |name: &str, text: &str| {
        let name = format!("kendala/{name}");
        (Origin::Office, Source { name, text: text.to_owned().into() })
    };
    let sources = [source("kontak.toml", contacts), source("printer-mati.toml", tree)];
    let (troubles, problems) = Troubles::load(&sources);
    let sources: Vec<Source> = sources.into_iter().map(|(_, source)| source).collect();
    (troubles, render(&problems, &sources))
}

#[track_caller]
fn wrong(from: &str, to: &str) -> String {
    assert!(good().contains(from), "{from}");
    let (troubles, picture) = read(&good().replacen(from, to, 1), &office());
    assert!(!picture.is_empty(), "{to} is a mistake");
    assert_eq!(troubles.all, [], "what is wrong is not used");
    picture
}

#[test]
fn a_good_file_is_read_whole() {
    let (troubles, picture) = read(&good(), &office());
    assert_eq!(picture, "");
    let trouble = &troubles.all[troubles.find("printer-mati").expect("its name is the file's")];
    assert_eq!(trouble.steps[0].answers[1].leads, Way::Step(1));
    assert_eq!(trouble.steps[1].answers[1].leads, Way::End(2));
    assert_eq!(troubles.contact("teknisi").expect("named").address.id, "Lantai 2");
}

#[test]
fn a_wrong_word_is_shown_with_the_nearest_right_one() {
    insta::assert_snapshot!("unknown_step", wrong("to = \"kertas\"", "to = \"kretas\""));
    insta::assert_snapshot!("unknown_end", wrong("end = \"hidup\"", "end = \"hidu\""));
    insta::assert_snapshot!("unknown_condition", wrong("\"dokumen\"", "\"dokumn\""));
    insta::assert_snapshot!("unknown_condition_far", wrong("\"dokumen\"", "\"xyz\""));
    insta::assert_snapshot!("unknown_contact", wrong("\"teknisi\"", "\"teknis\""));
    insta::assert_snapshot!("unknown_kind", wrong("\"waiting\"", "\"wait\""));
    insta::assert_snapshot!("unknown_key", wrong("next.id", "nxt.id"));
}

#[test]
fn a_tree_that_leads_nowhere_is_shown() {
    let round = good().replacen("end = \"tunggu\"", "to = \"kabel\"", 1);
    let round = round.replacen("end = \"rujuk\"", "to = \"kabel\"", 1);
    let round = round.replacen("end = \"hidup\"", "to = \"kertas\"", 1);
    insta::assert_snapshot!("a_cycle_without_an_end", read(&round, &office()).1);
    insta::assert_snapshot!("an_unreachable_step", wrong("to = \"kertas\"", "end = \"hidup\""));
    insta::assert_snapshot!(
        "two_places",
        wrong("to = \"kertas\"", "to = \"kertas\"\nend = \"hidup\"")
    );
    insta::assert_snapshot!("nowhere", wrong("end = \"hidup\"\n", ""));
}

#[test]
fn what_is_missing_or_too_long_is_shown() {
    insta::assert_snapshot!("missing_english", wrong("ask.en = \"Is the paper used up?\"\n", ""));
    insta::assert_snapshot!(
        "nothing_to_bring",
        wrong("\n[[end.bring]]\nlabel.id = \"Printernya\"\nlabel.en = \"The printer\"\n", "",)
    );
    insta::assert_snapshot!(
        "too_long",
        wrong(
            "Apakah kertasnya habis?",
            "Apakah kertas yang ada di dalam printer itu sudah habis, atau masih ada sedikit di bawah?",
        )
    );
    let onward = "kind = \"onward\"\ntrouble = \"printer-mait\"";
    insta::assert_snapshot!("onward_nowhere", wrong("kind = \"solved\"", onward));
    let twice = "kind = \"onward\"\nservice = \"sppl\"\ntrouble = \"printer-mati\"";
    insta::assert_snapshot!("onward_twice", wrong("kind = \"solved\"", twice));
    insta::assert_snapshot!("solved_waits", wrong("kind = \"waiting\"", "kind = \"solved\""));
}

#[test]
fn a_cycle_with_a_way_out_is_fine() {
    let (_, picture) = read(&good().replacen("end = \"tunggu\"", "to = \"kabel\"", 1), &office());
    assert!(picture.contains("no answer leads to end `tunggu`"), "{picture}");
    assert!(!picture.contains("goes round"), "{picture}");
}

#[test]
fn the_office_hides_a_file_visibly_and_a_broken_one_hides_nothing() {
    let file = |name: &str, text: &str| {
        (Origin::Office, Source { name: name.to_owned(), text: text.to_owned().into() })
    };
    let built_in = built_in_troubles().into_iter().map(|one| (Origin::BuiltIn, one));
    let mut sources: Vec<_> = built_in.collect();
    let own = good().replace("to = \"teknisi\"", "to = \"dukcapil\"");
    sources.push(file("kendala/akun-terkunci.toml", &own));
    sources.push(file("kendala/lupa-sandi.toml", "title = 3"));
    sources.push(file(
        "kontak.toml",
        "[[contact]]\nname = \"dukcapil\"\naddress = \"Jl. Contoh 1\"\nhours.id = \"Senin-Jumat\"\nhours.en = \"Mon-Fri\"\n",
    ));
    let (troubles, problems) = Troubles::load(&sources);
    assert_eq!(troubles.all.len(), 13);
    let own = &troubles.all[troubles.find("akun-terkunci").expect("there")];
    assert_eq!((own.origin, own.hides.as_slice()), (Origin::Office, [Origin::BuiltIn].as_slice()));
    assert_eq!(own.title.id, "Printer mati");
    let kept = &troubles.all[troubles.find("lupa-sandi").expect("there")];
    assert_eq!(kept.origin, Origin::BuiltIn);
    assert!(
        problems.iter().all(|problem| sources[problem.file].1.name.ends_with("lupa-sandi.toml"))
    );
    let dukcapil = troubles.contact("dukcapil").expect("there");
    assert_eq!(
        (dukcapil.address.id.as_str(), dukcapil.hours.en.as_str()),
        ("Jl. Contoh 1", "Mon-Fri")
    );
    assert!(dukcapil.phone.starts_with("1500537"), "what the office does not say stays");
}

#[test]
fn a_fact_that_is_not_sure_enough_is_refused_in_the_addresses() {
    let (_, picture) =
        read(&good(), &format!("{}phone = \"0811 000\"\nconfidence = \"B\"\n", office()));
    assert!(picture.contains("confidence `B` is not enough"), "{picture}");
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_the_loader(cut in 0..1400_usize, with in "\\PC{0,12}") {
        let good = good();
        let mut at = cut.min(good.len());
        while !good.is_char_boundary(at) {
            at -= 1;
        }
        let text = format!("{}{with}{}", &good[..at], &good[at..]);
        let (_, picture) = read(&text, &office());
        proptest::prop_assert!(!picture.contains("panicked"));
    }
}
