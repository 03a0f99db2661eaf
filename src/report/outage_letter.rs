//! Surat keterangan gangguan: the letter about an outage, of the office's template and the facts.
//!
//! Always Indonesian, whatever the interface speaks: an institution reads it. The one paper with a person's
//! name on it, and only where the template asks for it.

use super::lines::{centred, few, hanging, paper, wrap};
use super::outage;
use crate::app::Letter;
use crate::ident::date;
use crate::office::fill;
use crate::text::{Catalog, Lang};
use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

/// Columns of the letter.
const COLUMNS: usize = 76;
/// Widest name of a row.
const NAME: usize = 28;
/// Where nothing is known: written by hand.
const BLANK: &str = "..............................";

/// A letter ready to be set: by [`text`], or as a page of a printer.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterPage {
    /// The lines above it.
    pub head: Vec<String>,
    /// `SALINAN` on a copy; else empty.
    pub copy: String,
    /// Its heading.
    pub heading: String,
    /// `Nomor: 7/DPMPTSP/XI/2026`.
    pub number: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// `Dumai, 23 November 2026`.
    pub place: String,
    /// Below it: the office of the one who signs, then room, then name and NIP.
    pub sign: [String; 3],
}

/// One part of what a letter says.
#[derive(Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// Names and values, in a straight column.
    Rows(Vec<(String, String)>),
}

impl std::fmt::Debug for LetterPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LetterPage({})", self.number)
    }
}

/// The letter's parts, every field filled in.
pub fn page(letter: &Letter) -> LetterPage {
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
    let filled = |text: &str| fill(text, value);
    let blocks = template.text("isi").split("\n\n").filter_map(|part| block(part, value)).collect();
    let day = date::long(letter.day, true);
    let place = match template.text("kota") {
        "" => day,
        city => format!("{city}, {day}"),
    };
    let copy = if letter.copies > 0 { words.get("letter-copy") } else { String::new() };
    let nip = template.text("nip");
    LetterPage {
        head: template.head().iter().map(|line| filled(line)).collect(),
        copy,
        heading: filled(template.text("judul")),
        number: words.with("letter-number", &[("number", number.as_str().into())]),
        blocks,
        place,
        sign: [
            template.text("jabatan").to_owned(),
            value("kepala"),
            if nip.is_empty() { String::new() } else { format!("NIP {nip}") },
        ],
    }
}

/// A paragraph, or rows where every line of it is `Nama : nilai`. What a field brings in never makes a row of
/// a paragraph.
fn block(part: &str, value: impl Fn(&str) -> String + Copy) -> Option<Block> {
    let part = part.trim();
    if part.is_empty() {
        return None;
    }
    // What stands before the colon of a row is a name, not half a sentence.
    let is_name = |name: &str| name.trim().width() <= NAME && !name.contains('{');
    let rows: Option<Vec<(&str, &str)>> =
        part.lines().map(|line| line.split_once(" : ").filter(|(name, _)| is_name(name))).collect();
    Some(match rows {
        Some(rows) => Block::Rows(
            rows.into_iter()
                .map(|(name, text)| (fill(name.trim(), value), fill(text.trim(), value)))
                .collect(),
        ),
        None => {
            Block::Paragraph(fill(&part.split_whitespace().collect::<Vec<_>>().join(" "), value))
        }
    })
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
        "hari" => words.get(&format!("when-day-{}", letter.day.weekday().to_monday_one_offset())),
        "kantor" => letter.office.clone(),
        "loket" => letter.counter.clone(),
        "kota" | "kepala" | "nip" | "jabatan" => or_blank(letter.template.text(field)),
        "pemohon" => or_blank(&letter.applicant.0),
        "kode" => letter.code.clone(),
        "layanan" => letter.service.get(Lang::Id).to_owned(),
        "sistem" => outage::system(&letter.system, words),
        "gejala" if letter.symptom.0.trim().is_empty() => words.get("letter-no-symptom"),
        "gejala" => letter.symptom.0.clone(),
        "sejak" => moment(letter.since),
        "sampai" => match letter.until {
            Some(until) => moment(until),
            None => words.with("letter-lasting", &[("time", moment(letter.written).into())]),
        },
        "lama" => outage::duration(letter.minutes, words),
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

/// The letter as a page of text, lines ended by `\n`.
pub fn text(letter: &Letter) -> String {
    let page = page(letter);
    let mut lines = Vec::new();
    for line in &page.head {
        lines.extend(centred(&line.to_uppercase(), COLUMNS, 3));
    }
    lines.push("=".repeat(COLUMNS));
    lines.push(String::new());
    if !page.copy.is_empty() {
        lines.extend(centred(&page.copy, COLUMNS, 1));
        lines.push(String::new());
    }
    lines.extend(centred(&page.heading, COLUMNS, 3));
    lines.extend(centred(&page.number, COLUMNS, 2));
    lines.push(String::new());
    for block in &page.blocks {
        match block {
            Block::Paragraph(text) => lines.extend(wrap(text, COLUMNS)),
            Block::Rows(rows) => {
                let widest = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0).min(NAME);
                for (name, value) in rows {
                    let name = few(name, widest, 1).concat();
                    let pad = " ".repeat(widest.saturating_sub(name.width()));
                    lines.extend(hanging(&format!("    {name}{pad} : "), value, COLUMNS, 6));
                }
            }
        }
        lines.push(String::new());
    }
    let [office, name, nip] = &page.sign;
    let name = if name.starts_with("..") { format!("({name})") } else { name.clone() };
    for line in [page.place.as_str(), office, "", "", "", &name, nip] {
        let pad = " ".repeat(COLUMNS / 2);
        let parts = few(line, COLUMNS / 2, 2);
        lines.extend(
            if parts.is_empty() { vec![String::new()] } else { parts }
                .iter()
                .map(|part| format!("{pad}{part}")),
        );
    }
    paper(&lines)
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
            written: (date(2026, 11, 23), (15, 2)),
            minutes: 254,
            offset_s: 25_200,
            copies: 0,
        }
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
        assert_eq!(lasting.file_name(), "surat-2026-0007-salinan-1.txt");
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
        let shown = format!("{letter:?} {:?}", page(&letter));
        assert!(!shown.contains("SITI") && !shown.contains("halaman"), "{shown}");
        assert_eq!(letter.file_name(), "surat-2026-0007.txt");
    }
}
