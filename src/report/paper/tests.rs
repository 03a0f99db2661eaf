//! Every paper in every size: what the PDF says is what the text says, and what a printer gets.

use super::*;
use crate::app::outage::{OutageLine, OutageMonth, OutageTotals};
use crate::app::paper::{CallSlip, Sheet};
use crate::app::screens::receipt::{Missing, Next, Receipt};
use crate::app::{Env, Letter, Private, RetypePage, RetypeRow, RetypeSheet};
use crate::app::{NextDay, Opens, Today};
use crate::case::Condition;
use crate::form::Library;
use crate::form::bring::{Bring, Visit};
use crate::office::{Outage, Template};
use crate::text::{Catalog, Lang, Text};
use jiff::civil::date;

fn office() -> String {
    "DPMPTSP Kota Contoh".into()
}

fn text(id: &str, en: &str) -> Text {
    Text { id: id.into(), en: en.into() }
}

/// The office is open until four.
fn until() -> Today {
    Today { from: None, until: jiff::civil::time(16, 0, 0, 0), rest: None }
}

fn receipt() -> Receipt {
    let missing = |id: &str, hint: &str| Missing { label: text(id, id), hint: text(hint, hint) };
    Receipt {
        office: office(),
        counter: "Loket 2".into(),
        code: "KUDA-472-M".into(),
        service: text("NIB perorangan", "NIB for one person"),
        cost: text("gratis", "free of charge"),
        day: date(2026, 11, 23),
        time: (10, 55),
        opens: Opens { today: Some(until()), next: NextDay::On(date(2026, 11, 24), (7, 30)) },
        complete: vec![text("Identitas (KTP)", "Identity (KTP)"), text("Modal", "Capital")],
        missing: vec![
            missing("Nomor HP", ""),
            missing("KTP asli", "KTP yang hilang diurus di Disdukcapil – gratis."),
        ],
        next: Next::Bring,
        papers: Vec::new(),
        phone: String::new(),
    }
}

fn requirements() -> Bring {
    let library = Library::built_in();
    let pack = library.load("nib-perorangan", date(2026, 11, 23)).expect("it is there");
    let mut list = Bring::of_pack(&pack.usable().expect("no problems"));
    list.visit = Some(Visit { office: office(), code: "KUDA-472-M".into() });
    list
}

fn retype() -> RetypeSheet {
    let field = |label: &str, value: &str| RetypeRow {
        label: label.to_owned(),
        value: value.to_owned(),
        ..RetypeRow::default()
    };
    let pages = (1..=4).map(|page| {
        let fields = (1..=12).map(|at| field(&format!("Isian {at} halaman {page}"), "1472012345670001"));
        let mut fields: Vec<_> = fields.collect();
        fields.push(field("Alamat e-mail", "contoh.0O1lI@surat.example"));
        fields.push(field("Nama lengkap", "René “Contoh” Łukasz • Ṣāliḥ"));
        fields.push(field(
            "Uraian kegiatan usaha",
            "Menjual nasi goreng, mi goreng, dan minuman hangat di depan rumah setiap sore sampai malam, tanpa karyawan tetap.",
        ));
        RetypePage { title: Text::same(format!("Data usaha {page}")), ordinal: None, rows: fields }
    });
    RetypeSheet {
        office: office(),
        code: "KUDA-472-M".into(),
        service: text("NIB perorangan", "NIB for one person"),
        number_label: Text::same("NIB"),
        pages: pages.collect(),
        ..RetypeSheet::default()
    }
}

fn slip() -> CallSlip {
    CallSlip {
        office: office(),
        code: "MATAHARI-472-M".into(),
        service: text("NIB perorangan", "NIB for one person"),
        on: Some(Condition::Oss),
        until: None,
        calls: true,
        papers: Vec::new(),
        left_papers: vec!["Fotokopi KTP (1 lembar)".into(), "Fotokopi NPWP → 1 lembar".into()],
        phone_to_call: "(0765) 123 456".into(),
        opens: Opens { today: Some(until()), next: NextDay::On(date(2026, 11, 24), (7, 30)) },
        day: date(2026, 11, 23),
    }
}

fn letter() -> Letter {
    let office = "kop = [\"Pemerintah Kota Contoh\", \"{kantor}\", \"Jalan Merdeka Nomor 1, Kota Contoh 28800\", \
        \"Telepon (0765) 123 456 · dpmptsp@contoh.example\"]\nkota = \"Kota Contoh\"\n\
        kepala = \"Drs. Contoh Sejati, M.Si.\"\nnip = \"19700101 199503 1 001\"\n";
    Letter {
        template: std::sync::Arc::new(Template::of_office(office).expect("nothing is wrong")),
        number: 7,
        year: 2026,
        day: date(2026, 11, 23),
        office: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu".into(),
        counter: "Loket 2".into(),
        officer: Private::from("Rina"),
        applicant: Private::from("SITI AMINAH"),
        code: "KUDA-472-M".into(),
        service: text("NIB perorangan (usaha mikro dan kecil)", "NIB for one person"),
        system: "login".into(),
        symptom: Private::from(
            "halaman masuk kembali terus setelah kata sandi diketik, tanpa pesan",
        ),
        since: (date(2026, 11, 23), (10, 41)),
        until: Some((date(2026, 11, 23), (14, 55))),
        why: String::new(),
        known: None,
        written: (date(2026, 11, 23), (15, 2)),
        minutes: 254,
        offset_s: 25_200,
        copies: 0,
    }
}

fn report() -> OutageMonth {
    let env = Env { now_ms: 1_796_000_000_000, offset_s: 25_200 };
    let lines = (1..=45_u8).map(|at| {
        let since_ms = env.ms_of(date(2026, 11, 1 + (at / 2) as i8), 10, 41);
        OutageLine {
            outage: Outage {
                id: crate::case::EventId([at; 16]),
                system: ["login", "oss", "dukcapil"][usize::from(at % 3)].to_owned(),
                symptom: ["Tidak menjawab; login gagal", ""][usize::from(at % 2)].to_owned(),
                why: String::new(),
                known_ms: None,
                since_ms,
                until_ms: (at != 9).then_some(since_ms + i64::from(at) * 3_600_000),
                by: "Rina".into(),
                auto: false,
                seen: false,
            },
            minutes: i64::from(at) * 60,
            lost: 200,
            cases: vec!["KUDA-472-M".into(); usize::from(at % 7)],
            called: usize::from(at % 5),
        }
    });
    OutageMonth {
        office: office(),
        month: date(2026, 11, 1),
        day: None,
        lines: lines.collect(),
        totals: OutageTotals { minutes: 20_000, lost: 9_000, cases: 44, called: 30 },
        holidays_known: false,
        hours: crate::ident::calendar::OfficeHours::default(),
        env,
    }
}

/// Every kind of paper, with what its name in tests is.
pub(super) fn sheets() -> Vec<(&'static str, Sheet)> {
    vec![
        ("receipt", Sheet::Receipt(Box::new(receipt()))),
        ("requirements", Sheet::Requirements(Box::new(requirements()))),
        ("retype", Sheet::Retype(Box::new(retype()))),
        ("call", Sheet::Call(Box::new(slip()))),
        ("letter", Sheet::Letter(Box::new(letter()))),
        ("referral", Sheet::Referral(Box::new(crate::report::referral::tests::referral()))),
        ("report", Sheet::Report(Box::new(report()))),
    ]
}

pub(super) fn of(sheet: &Sheet, copy: bool, size: Size, large: bool) -> Paper {
    let words = Catalog::built_in(Lang::Id);
    crate::report::of(sheet, &words, "TT-X-2", copy, size, large)
}

/// The letters of a text without blanks, lines, boxes and squares, as a PDF's fonts can show them.
fn letters(text: &str) -> String {
    let shown = text.replace("[ ]", "").replace("[x]", "");
    let drawn = |sign: &char| !sign.is_whitespace() && !"█▀▄".contains(*sign);
    let bytes = to_win_ansi(&shown.chars().filter(drawn).collect::<String>());
    let read = |byte: u8| match byte {
        0x96 => '–',
        0x95 => '•',
        0x93 => '“',
        0x94 => '”',
        byte => char::from(byte),
    };
    bytes.into_iter().map(read).filter(|sign| *sign != '-').collect::<String>().to_uppercase()
}

/// The pages of a PDF as another program reads them.
fn read(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).expect("a sound PDF");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    pages.iter().map(|page| document.extract_text(&[*page]).expect("text in it")).collect()
}

#[test]
fn what_a_pdf_says_is_what_the_text_says_in_both_sizes_and_in_large_type() {
    for (name, sheet) in sheets() {
        for (size, large) in
            [(Size::A4, false), (Size::A4, true), (Size::A5, false), (Size::A5, true)]
        {
            let paper = of(&sheet, true, size, large);
            let what = format!("{name} {size:?} {large}");
            let pages = read(&pdf(&paper, size, large));
            let count = pages.len();
            let mut said = String::new();
            for (at, page) in pages.iter().enumerate() {
                let page = letters(page);
                let foot = paper
                    .foot
                    .replace("{page}", &(at + 1).to_string())
                    .replace("{pages}", &count.to_string());
                let foot = letters(&foot);
                assert!(page.contains(&foot), "{what}: the foot of page {}: {page}", at + 1);
                assert!(page.contains("SALINAN"), "{what}: page {}", at + 1);
                let number = if at == 0 { String::new() } else { letters(&paper.number) };
                let page = page.replace(&foot, "").replace("SALINAN", "");
                // Headings of a table stand on each of its pages.
                let page = page.strip_suffix(&number).unwrap_or(&page).to_owned();
                said.push_str(&page);
            }
            // The square and what stands under it come before what stands beside them.
            if let Some((_, caption)) = paper.qr() {
                said = said.replacen(&letters(caption), "", 1);
            }
            let plain = paper.clone().without_qr();
            let plain = Paper { copy: String::new(), ..plain }.plain(600, false);
            let mut wanted = letters(&plain);
            // Bullets are dashes in the text, and each page of a table repeats its headings.
            let heads: String = paper
                .blocks
                .iter()
                .find_map(|block| match block {
                    Block::Table { columns, .. } => {
                        Some(columns.iter().map(|column| letters(&column.head)).collect())
                    }
                    _ => None,
                })
                .unwrap_or_default();
            for text in [&mut said, &mut wanted] {
                *text = text.replace('•', "");
                if !heads.is_empty() {
                    *text = text.replace(&heads, "");
                }
            }
            assert_eq!(said, wanted, "{what}");
        }
    }
}

#[test]
fn the_same_paper_always_yields_the_same_bytes_with_title_and_language() {
    for (name, sheet) in sheets() {
        let paper = of(&sheet, false, Size::A4, false);
        let bytes = pdf(&paper, Size::A4, false);
        assert_eq!(bytes, pdf(&paper.clone(), Size::A4, false), "{name}");
        let document = lopdf::Document::load_mem(&bytes).expect("a sound PDF");
        let root = document.catalog().expect("a catalogue");
        assert_eq!(root.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language"), b"id");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(text.contains("/Title"), "{name}");
        assert!(!text.contains("Date"), "{name}: a date would change the bytes");
    }
}

#[test]
fn slips_are_one_page_even_in_large_type() {
    for (name, sheet) in sheets() {
        if !matches!(sheet, Sheet::Receipt(_) | Sheet::Call(_) | Sheet::Referral(_)) {
            continue;
        }
        for size in [Size::A4, Size::A5] {
            let pages = read(&pdf(&of(&sheet, true, size, true), size, true));
            assert_eq!(pages.len(), 1, "{name} {size:?}: {pages:?}");
        }
    }
}

#[test]
fn no_word_of_a_table_is_torn() {
    let sheet = Sheet::Report(Box::new(report()));
    for (size, large) in [(Size::A4, false), (Size::A4, true), (Size::A5, false), (Size::A5, true)]
    {
        let pages = read(&pdf(&of(&sheet, false, size, large), size, large));
        for word in ["Menit", "Berkas", "Dihubungi", "01/11"] {
            let stands = |line: &str| line.split_whitespace().any(|found| found == word);
            assert!(pages[0].lines().any(stands), "{size:?} {large} {word}: {}", pages[0]);
        }
    }
}

#[test]
fn no_word_is_torn_on_a_roll() {
    for lang in [Lang::Id, Lang::En] {
        let words = Catalog::built_in(lang);
        for (name, sheet) in sheets() {
            for (size, large) in
                [(Size::Roll58, false), (Size::Roll58, true), (Size::Roll80, false)]
            {
                let paper = crate::report::of(&sheet, &words, "TT-X-2", true, size, large);
                let whole = paper.plain(600, false).to_uppercase();
                let whole: Vec<&str> = whole.split_whitespace().collect();
                let width = roll_columns(size);
                for native in [false, true] {
                    for line in lines::lines(&paper, width, large, native) {
                        if !matches!(line.kind, LineKind::Plain | LineKind::Strong) {
                            continue;
                        }
                        for word in line.text.to_uppercase().split_whitespace() {
                            // A table without room for its columns names them in every row.
                            let bare = word.trim_end_matches(':');
                            let stands = whole.iter().any(|whole| {
                                whole.trim_end_matches(':') == bare
                                    || (whole.chars().count() > width - 8 && whole.contains(bare))
                            });
                            let is_drawn = word.chars().count() == 1
                                || word.chars().all(|sign| "-=█▀▄".contains(sign));
                            assert!(
                                stands || is_drawn,
                                "{name} {size:?} {large}: {word} in {}",
                                line.text
                            );
                        }
                    }
                }
            }
        }
    }
}

/// The lines of the paragraphs of each page: how wide they are.
fn widths_of_lines(paper: &Paper, size: Size, large: bool) -> Vec<Vec<f32>> {
    let of = |mark: &layout::Mark| match mark {
        layout::Mark::Text { font: layout::Font::Regular, size, gray: 0.0, text, .. } => {
            Some(layout::Font::Regular.width(text, *size))
        }
        _ => None,
    };
    let pages = layout::pages(paper, size, large).pages;
    pages.iter().map(|marks| marks.iter().filter_map(of).collect()).collect()
}

#[test]
fn below_the_square_lines_are_as_wide_as_the_page_and_none_stands_alone() {
    let words = Catalog::built_in(Lang::Id);
    for (size, large) in [(Size::A4, false), (Size::A5, false), (Size::A5, true)] {
        for count in (100..900).step_by(5) {
            let mut paper = Paper::new("x", &words);
            paper.add(Block::Title("x".into()));
            paper.entry("Lengkap", "kata ".repeat(60));
            paper.add(Block::Qr { text: "KUDA-472-M".into(), caption: "KUDA-472-M".into() });
            paper.add(Block::Paragraph("kata ".repeat(count)));
            let pages = widths_of_lines(&paper, size, large);
            for (at, page) in pages.iter().enumerate() {
                assert_ne!(page.len(), 1, "{size:?} {large} {count}: page {}", at + 1);
            }
            let widest = pages[0].iter().copied().fold(0.0, f32::max);
            assert!(widest > pages[0][0] * 1.2, "{size:?} {large}: {widest}");
        }
    }
}
