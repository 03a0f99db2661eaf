//! An empty form on paper, for the day the PC is dead: the questions of a pack in the order of the
//! screen, with boxes to write in. What is written on it is typed in later, line by line.

use super::lines::{centred, ended, hanging, one, wrap};
use super::paper::{Block, Paper};
use crate::form::{
    Item, Kind, Pack, Question, QuestionIx, Required, SectionIx, SectionKind, Status,
};
use crate::text::Catalog;
use unicode_width::UnicodeWidthStr as _;

/// Most columns of the form.
pub const COLUMNS: usize = 80;

/// Empty blocks of a repeat that asks for fewer.
const BLOCKS: u32 = 2;
/// Most empty blocks of one repeat: more are copied by hand.
const MOST_BLOCKS: u32 = 10;
/// With so many lines written, a repeat gets one block: repeats in repeats would fill a book.
const LONG: usize = 3000;
/// Columns before the text of a question.
const INDENT: &str = "     ";

/// The form, in lines of at most [`COLUMNS`] columns, each ended by `\n`.
pub fn text(pack: &Pack, words: &Catalog) -> String {
    ended(&lines(pack, words))
}

/// The form as a paper for a printer of sheets.
pub fn sheet(pack: &Pack, words: &Catalog) -> Paper {
    let mut sheet = Paper::new(words.get("paper-form"), words);
    sheet.add(Block::Fixed(lines(pack, words)));
    sheet
}

fn lines(pack: &Pack, words: &Catalog) -> Vec<String> {
    let mut form = Form { pack, words, lines: Vec::new(), number: 0 };
    form.head();
    for item in pack.in_order(None) {
        form.item(item, "");
    }
    form.lines.push(String::new());
    form.paragraph("paper-form-end");
    form.lines
}

struct Form<'a> {
    pack: &'a Pack,
    words: &'a Catalog,
    lines: Vec<String>,
    number: usize,
}

impl Form<'_> {
    fn head(&mut self) {
        let (pack, words) = (self.pack, self.words);
        self.lines.extend(centred(&words.get("paper-form").to_uppercase(), COLUMNS, 1));
        self.lines.extend(centred(pack.title.get(words.lang()), COLUMNS, 2));
        let status = match pack.status {
            Status::Resmi => "paper-status-resmi",
            Status::Contoh => "paper-status-contoh",
        };
        let version = format!("{}.{}", pack.id, pack.version);
        let status = words.with(status, &[("version", version.into())]);
        self.lines.extend(centred(&status, COLUMNS, 2));
        self.lines.push(String::new());
        for key in ["paper-form-day", "paper-form-officer", "paper-form-code"] {
            let head = one(&words.get(key), COLUMNS / 3);
            let pad = 18_usize.saturating_sub(head.width());
            self.lines.push(format!("{head}{} {}", " ".repeat(pad), "_".repeat(40)));
        }
        self.lines.push(String::new());
        self.paragraph("paper-form-legend");
    }

    fn paragraph(&mut self, key: &str) {
        self.lines.extend(wrap(&self.words.get(key), COLUMNS));
    }

    fn item(&mut self, item: Item, of: &str) {
        match item {
            Item::Question(ix) => self.question(ix),
            Item::Section(ix) => self.section(ix, of),
        }
    }

    /// A group once, a repeat as often as there may well be instances.
    fn section(&mut self, ix: SectionIx, of: &str) {
        let section = self.pack.section(ix);
        let label = section.label.get(self.words.lang());
        let SectionKind::Repeat { min, max, .. } = section.kind else {
            return self.block(ix, &format!("{of}{label}"));
        };
        let blocks = min.max(BLOCKS).min(max.max(1)).min(MOST_BLOCKS);
        for block in 1..=blocks {
            if block > 1 && self.lines.len() > LONG {
                break;
            }
            self.block(ix, &format!("{of}{label} {block}"));
        }
        if max > blocks {
            self.lines.push(String::new());
            self.paragraph("paper-form-more");
        }
    }

    fn block(&mut self, ix: SectionIx, heading: &str) {
        let section = self.pack.section(ix);
        self.lines.push(String::new());
        let mut heading = heading.to_uppercase();
        if section.relevant.is_some() {
            heading = format!("{heading} ({})", self.words.get("paper-form-sometimes"));
        }
        self.lines.extend(hanging("== ", &heading, COLUMNS, 2));
        // Sections of a repeat tell which of its blocks they belong to.
        let of = match section.kind {
            SectionKind::Repeat { .. } => format!("{heading}: "),
            SectionKind::Group => String::new(),
        };
        for item in self.pack.in_order(Some(ix)) {
            self.item(item, &of);
        }
    }

    fn question(&mut self, ix: QuestionIx) {
        let question = self.pack.question(ix);
        let lang = self.words.lang();
        match question.kind {
            // The program works these out; on paper there is nothing to write.
            Kind::Calculated => return,
            Kind::Note => {
                self.lines.push(String::new());
                let text = question.label.get(lang);
                return self.lines.extend(hanging(INDENT, text, COLUMNS, usize::MAX));
            }
            _ => {}
        }
        self.number += 1;
        self.lines.push(String::new());
        let mut label = question.label.get(lang).to_owned();
        if question.required == Required::Yes {
            label.push_str(" *");
        }
        let is_conditional =
            question.relevant.is_some() || matches!(question.required, Required::When(_));
        if is_conditional {
            label = format!("{label} ({})", self.words.get("paper-form-sometimes"));
        }
        let head = format!("{:>3}. ", self.number);
        self.lines.extend(hanging(&head, &label, COLUMNS, usize::MAX));
        let hint = self.hint(question);
        if !hint.is_empty() {
            self.lines.extend(hanging(INDENT, &hint, COLUMNS, usize::MAX));
        }
        self.lines.extend(self.boxes(question));
    }

    /// How it is written: the format, the pack's hint, an example.
    fn hint(&self, question: &Question) -> String {
        let lang = self.words.lang();
        let mut parts = Vec::new();
        if let Some(key) = format_key(question.kind) {
            parts.push(format!("{}.", self.words.get(key)));
        }
        // How to search a list on the screen is of no use on paper.
        let is_searched = matches!(question.kind, Kind::Kbli | Kind::Wilayah);
        let hint = question.hint.get(lang);
        if !hint.is_empty() && !is_searched {
            parts.push(hint.to_owned());
        }
        let example = question.example.get(lang);
        if !example.is_empty() {
            parts.push(self.words.with("paper-form-example", &[("example", example.into())]));
        }
        parts.join(" ")
    }

    /// Where the answer is written or ticked.
    fn boxes(&self, question: &Question) -> Vec<String> {
        let squares = |groups: &[usize], between: &str| {
            let groups: Vec<String> = groups.iter().map(|count| "[_]".repeat(*count)).collect();
            vec![format!("{INDENT}{}", groups.join(between))]
        };
        let rule = |lines: usize| vec![format!("{INDENT}{}", "_".repeat(COLUMNS - 8)); lines];
        let longest = question.oss.as_ref().map_or(0, |place| place.max).max(question.max_chars);
        match question.kind {
            Kind::Nik | Kind::Npwp => squares(&[4, 4, 4, 4], " "),
            Kind::Nib => squares(&[4, 4, 5], " "),
            Kind::Nitku => squares(&[8, 8, 6], " "),
            Kind::Kbli | Kind::KodePos => squares(&[5], ""),
            Kind::Kpj => squares(&[11], ""),
            Kind::BpjsKes => squares(&[13], ""),
            Kind::Date => squares(&[2, 2, 4], " - "),
            Kind::RtRw => squares(&[3, 3], " / "),
            Kind::Rupiah => vec![format!("{INDENT}Rp {}", "_".repeat(30))],
            Kind::Integer | Kind::Decimal => vec![format!("{INDENT}{}", "_".repeat(20))],
            Kind::Paragraph => rule(4),
            Kind::Text if longest > 100 => rule(2),
            Kind::YesNo => self.ticks(&["option-ya", "option-tidak"]),
            Kind::Document => self.ticks(&["option-asli", "option-fotokopi", "option-tidak_ada"]),
            Kind::Statement => self.ticks(&["option-ya.statement"]),
            Kind::Choice | Kind::Choices => self.choices(question),
            Kind::Note | Kind::Calculated => Vec::new(),
            _ => rule(1),
        }
    }

    fn ticks(&self, keys: &[&str]) -> Vec<String> {
        in_rows(&keys.iter().map(|key| self.words.get(key)).collect::<Vec<_>>())
    }

    fn choices(&self, question: &Question) -> Vec<String> {
        let list = question.choices.and_then(|list| self.pack.choice_lists.get(list));
        let choices = list.map_or(&[][..], |list| &list.choices);
        let labels = choices.iter().map(|choice| choice.label.get(self.words.lang()).to_owned());
        in_rows(&labels.collect::<Vec<_>>())
    }
}

/// `[ ] one   [ ] two`: in one line when all fit, else one a line.
fn in_rows(labels: &[String]) -> Vec<String> {
    let all = labels.iter().map(|label| format!("[ ] {label}")).collect::<Vec<_>>().join("    ");
    if INDENT.len() + all.width() <= COLUMNS && !all.chars().any(char::is_control) {
        return vec![format!("{INDENT}{all}")];
    }
    let head = format!("{INDENT}[ ] ");
    labels.iter().flat_map(|label| hanging(&head, label, COLUMNS, usize::MAX)).collect()
}

/// The message that tells how an answer of a kind is written.
const fn format_key(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Nik => "paper-form-nik",
        Kind::Npwp => "paper-form-npwp",
        Kind::Phone => "paper-form-phone",
        Kind::Nib => "paper-form-nib",
        Kind::Nitku => "paper-form-nitku",
        Kind::Kbli => "paper-form-kbli",
        Kind::Wilayah => "paper-form-region",
        Kind::KodePos => "paper-form-postcode",
        Kind::Kpj => "paper-form-kpj",
        Kind::BpjsKes => "paper-form-bpjs",
        Kind::Date => "paper-form-date",
        Kind::RtRw => "paper-form-rt-rw",
        Kind::Rupiah => "paper-form-rupiah",
        Kind::Decimal => "paper-form-decimal",
        Kind::Koordinat => "paper-form-place",
        Kind::Choice | Kind::YesNo => "paper-form-one",
        Kind::Choices => "paper-form-several",
        _ => return None,
    })
}
