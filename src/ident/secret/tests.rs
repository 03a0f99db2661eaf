use super::*;
use proptest::prelude::*;

#[test]
fn what_tells_a_password_or_a_code_is_found() {
    for (text, found) in [
        ("sandi: xyz", "xyz"),
        ("sandi:xyz", "xyz"),
        ("sandi = xyz", "xyz"),
        ("kata sandinya kucing", "kucing"),
        ("password rahasia", "rahasia"),
        ("PASSWORD baru adalah kucing manis", "kucing manis"),
        ("OTP 123456", "123456"),
        ("kode 4821", "4821"),
        ("kode OTP: 482-913 tadi", "482-913"),
        ("482913", "482913"),
        ("4821", "4821"),
        ("4 8 2 1", "4 8 2 1"),
        ("dicoba, lalu 48213 datang", "48213"),
        ("Rahasia1!", "Rahasia1!"),
        ("katanya Rahasia#99 begitu", "Rahasia#99"),
        ("Rahasia-2026", "Rahasia-2026"),
        ("pin 12", "12"),
    ] {
        let ranges = find(text);
        assert_eq!(ranges.first().map(|range| &text[range.clone()]), Some(found), "{text}");
    }
}

#[test]
fn what_officers_write_of_a_rescue_is_not() {
    for text in [
        "lupa sandi",
        "sandi sudah diganti pemohon",
        "Lupa Kata Sandi lewat e-mail, pesan tidak masuk",
        "OTP tidak masuk",
        "OTP dikirim ke HP anak",
        "kode tidak datang, dicoba 2 kali",
        "reset password berhasil 22 Nov 2026",
        "dicoba 22-11-2026 pukul 10.41",
        "dicoba 22-Nov-2026, gagal",
        "menunggu jawaban OSS sejak tahun 2025",
        "siti99@gmail.com",
        "Siti.Aminah99@Contoh.co.id",
        "0812-3456-7890",
        "0812 3456 7890",
        "+62 812 3456 7890",
        "081234567890",
        "(0765) 31234",
        "milik anaknya, Budi",
        "1500537900",
        "",
    ] {
        let found: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn no_key_on_the_way_to_a_code_is_kept() {
    for (text, secret) in [
        ("OTP 123456", "1"),
        ("kode 4821", "4"),
        ("482913", "4"),
        ("sandi: kucing", "k"),
        ("password kucing", "u"),
        ("masuk, kodenya 99 12 34", "9"),
    ] {
        let start = text.find(secret).unwrap_or_default();
        for end in (1..=text.len()).filter(|end| *end > start) {
            let (kept, _) = kept(&text[..end], end);
            let told = &text[start..end];
            assert!(!kept.contains(told), "{kept:?} of {:?}", &text[..end]);
        }
    }
}

#[test]
fn what_is_typed_before_and_after_stays() {
    assert_eq!(cleaned("dicoba OTP 123456 lalu gagal", 28), ("dicoba OTP … lalu gagal".into(), 25));
    assert_eq!(
        cleaned("sandi: xyz lalu gagal", 9),
        ("sandi: … lalu gagal".into(), "sandi: …".len())
    );
    let after = "sandi: … lalu";
    assert_eq!(kept("sandi: xyz lalu", 15), (after.into(), after.len()));
    assert_eq!(kept("sandi: xy", 9), ("sandi: ".into(), 7));
    assert_eq!(kept("Siti Am", 7), ("Siti Am".into(), 7));
    assert_eq!(kept("siti.aminah", 11), ("siti.aminah".into(), 11));
    assert_eq!(kept("0812 3456 789", 13), ("0812 3456 789".into(), 13));
    assert_eq!(kept("0812 34", 7), (String::new(), 0));
}

fn plain() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "dicoba", "kemarin", "gagal", "pesan", "masuk", "lewat", "anak", "pemohon", "lagi", "ke",
    ])
    .prop_map(str::to_owned)
}

fn secret() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{4,8}".prop_filter("a year", |code| code
            .parse()
            .is_ok_and(|n: u32| !(1900..2100).contains(&n))),
        "[A-Z][a-z]{3,6}[0-9]{1,3}[!#$%&*]",
        "(sandi|password|pin|kata sandi): [a-z0-9]{3,9}",
        "(OTP|kode|kodenya) [0-9]{4,8}",
    ]
}

/// `fixtures/secrets.toml`: sentences that tell nothing, and tellings with the secret between « and ».
#[derive(serde::Deserialize)]
struct Corpus {
    honest: Vec<String>,
    telling: Vec<String>,
}

fn corpus() -> Corpus {
    let corpus: Corpus =
        toml::from_str(include_str!("../../../fixtures/secrets.toml")).expect("the fixture reads");
    assert!(corpus.honest.len() >= 100 && corpus.telling.len() >= 100);
    corpus
}

#[test]
fn no_telling_of_the_corpus_is_kept_and_few_honest_sentences_are_refused() {
    let corpus = corpus();
    let mut missed = Vec::new();
    for line in &corpus.telling {
        let secret = line.split(['«', '»']).nth(1).unwrap_or_default();
        let text = line.replace(['«', '»'], "");
        let (left, _) = cleaned(&text, text.len());
        let typed = text.char_indices().map(|(at, sign)| at + sign.len_utf8());
        let typed = typed.filter(|end| !is_clean(&text[..*end]));
        let typed: Vec<String> = typed.map(|end| kept(&text[..end], end).0).collect();
        let has =
            |left: &str| left.split_whitespace().collect::<Vec<_>>().join(" ").contains(secret);
        if is_clean(&text)
            || secret.len() > 1 && (has(&left) || typed.iter().any(|typed| has(typed)))
        {
            missed.push(line);
        }
    }
    assert!(missed.is_empty(), "{} kept: {missed:#?}", missed.len());
    let refused: Vec<_> = corpus.honest.iter().filter(|text| !is_clean(text)).collect();
    assert!(refused.len() * 50 <= corpus.honest.len(), "{} refused: {refused:#?}", refused.len());
}

proptest! {
    #[test]
    fn a_secret_in_any_sentence_is_always_found(
        before in prop::collection::vec(plain(), 0..5),
        secret in secret(),
        after in prop::collection::vec(plain(), 0..5),
    ) {
        let text = [before.join(" "), secret.clone(), after.join(" ")].join(" ");
        prop_assert!(!is_clean(&text), "{text}");
        let (left, _) = cleaned(&text, 0);
        let told = secret.rsplit(' ').next().unwrap_or_default();
        prop_assert!(!left.split_whitespace().any(|word| word == told), "{left}");
    }

    #[test]
    fn an_address_or_a_telephone_number_is_never_refused(
        name in "[A-Za-z][A-Za-z0-9._]{0,18}",
        host in "[a-z]{2,10}",
        ending in prop_oneof![Just("com"), Just("co.id"), Just("go.id"), Just("id")],
        number in "(08|\\+628|628)[1-9][0-9]{7,10}",
        before in prop::collection::vec(plain(), 0..4),
    ) {
        let address = format!("{name}@{host}.{ending}");
        prop_assert!(is_clean(&address), "{address}");
        prop_assert!(is_clean(&number), "{number}");
        let text = format!("{} {address} {number}", before.join(" "));
        prop_assert!(is_clean(&text), "{text}");
        prop_assert_eq!(kept(&number, number.len()).0, number.clone());
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,60}", at in 0..61usize) {
        let mut cursor = at.min(text.len());
        while !text.is_char_boundary(cursor) {
            cursor -= 1;
        }
        prop_assert!(is_clean(&cleaned(&text, cursor).0), "what is cleaned is clean");
        for (left, place) in [kept(&text, cursor), cleaned(&text, cursor)] {
            prop_assert!(place <= left.len());
            prop_assert!(left.is_char_boundary(place));
        }
    }
}
