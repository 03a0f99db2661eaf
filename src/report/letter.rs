//! Surat keterangan gangguan: the letter about an outage, of the office's template and the facts.
//!
//! Always Indonesian, whatever the interface speaks: an institution reads it. The one paper with a person's
//! name on it, and only where the template asks for it.

use super::days::weekday;
use super::outage;
use super::paper::{Block, Paper};
use crate::app::Letter;
use crate::ident::date;
use crate::office::fill;
use crate::text::{Catalog, Lang};
use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

/// Widest name of a row.
const NAME: usize = 28;
/// Where nothing is known: written by hand.
const BLANK: &str = "..............................";

/// The letter, marked where it is a copy; `large`: it will be drawn in large type.
pub fn paper(letter: &Letter, is_copy: bool, large: bool) -> Paper {
    let words = &Catalog::built_in(Lang::Id);
    let template = &letter.template;
    let number = fill(template.text("nomor"), |field| match field {
        "nomor" => letter.number.to_string(),
        "bulan" => format!("{:02}", letter.day.month()),
        "bulan-romawi" => roman(letter.day.month()).to_owned(),
        "tahun" => letter.year.to_string(),
        _ => letter.counter.clone(),
    });
    let value = |field: &str| field_of(letter, words, &number, field);
    // The name a reader of PDFs shows holds nothing of what an office may have put into the heading.
    let mut paper =
        Paper::new(words.with("letter-title", &[("number", number.as_str().into())]), words);
    paper.number = words.with("letter-number", &[("number", number.as_str().into())]);
    if is_copy {
        paper.copy = words.get("letter-copy");
    }
    // What stands under the office's name is where it is.
    let names = template.head().iter().position(|line| line.contains("{kantor}")).unwrap_or(0);
    for (at, line) in template.head().iter().enumerate() {
        let line = fill(line, value);
        paper.add(if at <= names { Block::Office(line) } else { Block::Subtitle(line) });
    }
    paper.add(Block::Rule).add(Block::Gap);
    paper.add(Block::Title(fill(template.text("judul"), value)));
    paper.add(Block::Gap);
    for part in template.text("isi").split("\n\n") {
        add(&mut paper, part, large, value);
    }
    let day = date::long(letter.day, true);
    let place = match template.text("kota") {
        "" => day,
        city => format!("{city}, {day}"),
    };
    let nip = template.text("nip");
    paper.add(Block::Signature {
        place,
        role: template.text("jabatan").to_owned(),
        name: template.text("kepala").to_owned(),
        under: if nip.is_empty() { String::new() } else { format!("NIP {nip}") },
    });
    paper
}

/// A paragraph, or rows where every line of it is `Nama : nilai`. What a field brings in never makes a row of
/// a paragraph.
fn add(paper: &mut Paper, part: &str, large: bool, value: impl Fn(&str) -> String + Copy) {
    let part = part.trim();
    if part.is_empty() {
        return;
    }
    // What stands before the colon of a row is a name, not half a sentence.
    let is_name = |name: &str| name.trim().width() <= NAME && !name.contains('{');
    let rows: Option<Vec<(&str, &str)>> =
        part.lines().map(|line| line.split_once(" : ").filter(|(name, _)| is_name(name))).collect();
    if let Some(rows) = rows {
        for (name, text) in rows {
            // In large type names stand above their values, and need no colon.
            let colon = if large { "" } else { ": " };
            paper.entry(fill(name.trim(), value), format!("{colon}{}", fill(text.trim(), value)));
        }
    } else {
        let text = part.split_whitespace().collect::<Vec<_>>().join(" ");
        paper.add(Block::Paragraph(fill(&text, value)));
    }
    paper.add(Block::Gap);
}

fn field_of(letter: &Letter, words: &Catalog, number: &str, field: &str) -> String {
    let or_blank =
        |text: &str| if text.trim().is_empty() { BLANK.to_owned() } else { text.to_owned() };
    let moment = |(day, (hour, minute)): (Date, (u8, u8))| {
        let (day, zone) = (date::long(day, true), zone(letter.offset_s));
        format!("{day} pukul {hour:02}.{minute:02}{zone}")
    };
    match field {
        "nomor" => number.to_owned(),
        "tanggal" => date::long(letter.day, true),
        "hari" => weekday(letter.day.weekday(), words),
        "kantor" => letter.office.clone(),
        "loket" => letter.counter.clone(),
        "kota" | "kepala" | "nip" | "jabatan" => or_blank(letter.template.text(field)),
        "pemohon" => or_blank(&letter.applicant.0),
        "kode" => letter.code.clone(),
        "layanan" => letter.service.get(Lang::Id).to_owned(),
        "sistem" => outage::system(&letter.system, words),
        "gejala" => {
            let seen = outage::why(&letter.system, &letter.why, words);
            let told = [letter.symptom.0.trim(), seen.as_str()];
            let told = told.into_iter().find(|text| !text.is_empty()).map(str::to_owned);
            told.unwrap_or_else(|| words.get("letter-no-symptom"))
        }
        "sejak" => moment(letter.since),
        "sampai" => match (letter.known, letter.until) {
            (Some(known), Some(until)) => {
                let args = [("from", moment(known).into()), ("until", moment(until).into())];
                words.with("letter-between", &args)
            }
            (None, Some(until)) => moment(until),
            (_, None) => words.with("letter-lasting", &[("time", moment(letter.written).into())]),
        },
        "lama" => {
            let time = outage::duration(letter.minutes, words);
            if letter.known.is_none() {
                time
            } else {
                words.with("letter-at-least", &[("time", time.into())])
            }
        }
        _ => letter.officer.0.clone(),
    }
}

/// The zone of a clock in Indonesia; nothing where it is another.
const fn zone(offset_s: i32) -> &'static str {
    match offset_s {
        25_200 => " WIB",
        28_800 => " WITA",
        32_400 => " WIT",
        _ => "",
    }
}

/// A month as letters of offices write it.
fn roman(month: i8) -> &'static str {
    const MONTHS: [&str; 12] =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Private;
    use crate::office::Template;
    use crate::text::Text;
    use jiff::civil::date;
    use std::sync::Arc;

    fn letter(template: Template) -> Letter {
        Letter {
            template: Arc::new(template),
            number: 7,
            year: 2026,
            day: date(2026, 11, 23),
            office: "DPMPTSP Kota Contoh".into(),
            counter: "Loket 2".into(),
            officer: Private::from("Rina"),
            applicant: Private::from("SITI AMINAH"),
            code: "KUDA-472-M".into(),
            service: Text { id: "NIB perorangan".into(), en: "NIB for one person".into() },
            system: "login".into(),
            symptom: Private::from("halaman masuk kembali terus"),
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

    fn text(letter: &Letter) -> String {
        paper(letter, letter.copies > 0, false).plain(76, false)
    }

    #[test]
    fn the_built_in_letter_reads_as_a_letter() {
        insta::assert_snapshot!("surat", text(&letter(Template::built_in())));
    }

    #[test]
    fn an_offices_own_letter_while_it_lasts_and_as_a_copy() {
        let own = "kop = [\"Pemerintah Kota Contoh\", \"{kantor}\", \"Jalan Contoh 1\"]\n\
            kota = \"Contoh\"\nkepala = \"Drs. Contoh Kepala\"\nnip = \"196001011990031001\"\n\
            nomor = \"503/{nomor}/{loket}/{bulan}/{tahun}\"\n\
            isi = \"\"\"\nAda gangguan {sistem} ({gejala}) : sejak {sejak} sampai {sampai}.\n\"\"\"\n";
        let own = Template::of_office(own).expect("nothing is wrong");
        let lasting = Letter { until: None, copies: 1, symptom: Private::default(), ..letter(own) };
        insta::assert_snapshot!("surat-own", text(&lasting));
        assert!(!text(&lasting).contains("SITI"), "the template asks for no name");
        assert_eq!(lasting.stem(), "surat-2026-0007-salinan-1");
    }

    #[test]
    fn what_the_lamp_saw_and_what_nobody_saw_are_said_as_they_are() {
        let mut seen = letter(Template::built_in());
        (seen.system, seen.why, seen.symptom) =
            ("oss".into(), "http-502".into(), Private::default());
        assert!(text(&seen).contains(": server bermasalah (kode 502)"), "{}", text(&seen));
        seen.why = "of a later version".into();
        assert!(text(&seen).contains(": tidak menjawab"), "{}", text(&seen));
        seen.known = Some((date(2026, 11, 23), (12, 0)));
        let told = text(&seen).split_whitespace().collect::<Vec<_>>().join(" ");
        let between =
            "antara 23 November 2026 pukul 12.00 WIB dan 23 November 2026 pukul 14.55 WIB";
        assert!(told.contains(between) && told.contains(": paling sedikit 4 jam"), "{told}");
    }

    #[test]
    fn what_an_officer_wrote_fills_in_no_field_and_makes_no_row() {
        let mut evil = letter(Template::built_in());
        evil.symptom = Private::from("{nip}\n\nKepala : palsu\u{1b}[2J");
        let text = text(&evil);
        assert!(text.contains("{nip} Kepala : palsu [2J"), "{text}");
    }

    #[test]
    fn nothing_of_the_applicant_is_in_what_a_log_would_show() {
        let letter = letter(Template::built_in());
        let shown = format!("{letter:?} {:?}", paper(&letter, false, false));
        assert!(!shown.contains("SITI") && !shown.contains("halaman"), "{shown}");
        assert_eq!(letter.stem(), "surat-2026-0007");
    }
}
