//! Which paper is printed where: `printer.toml`, ours and then the office's over it.
//!
//! What cannot be read is named with its line and nothing else stops. Never touches a printer.

use crate::app::paper::{Size, What};
use crate::base::settings::{Reader, in_order};
use crate::report::paper::CodePage;
use std::path::PathBuf;
use toml::de::{DeTable, DeValue};

/// The port printers in a network listen at.
const PORT: u16 = 9100;

/// Where a paper is printed, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Where.
    pub to: To,
    /// The office asked for files of this paper by name.
    pub is_chosen: bool,
    /// What the printer understands.
    pub kind: Kind,
    /// In large type.
    pub large: bool,
    /// Letters of a receipt printer.
    pub code_page: CodePage,
    /// Days a file of it is kept; 0: for ever.
    pub keep_days: u16,
}

/// Where papers go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// A file in the folder `cetak`.
    File,
    /// A port of this computer.
    Device(PathBuf),
    /// A printer in the network, host and port.
    Tcp(String),
}

/// What a printer understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PDF on sheets of this size.
    Pdf(Size),
    /// ESC/POS on rolls of this size.
    EscPos(Size),
    /// Plain lines of text.
    Text,
}

impl Kind {
    const NAMES: [(Self, &'static str); 5] = [
        (Self::Pdf(Size::A4), "pdf-a4"),
        (Self::Pdf(Size::A5), "pdf-a5"),
        (Self::EscPos(Size::Roll58), "escpos-58"),
        (Self::EscPos(Size::Roll80), "escpos-80"),
        (Self::Text, "text"),
    ];

    /// The same printer with paper of another size; `None` where it has none.
    pub fn with(self, size: Size) -> Option<Self> {
        match (self, size) {
            (Self::Pdf(_), Size::A4 | Size::A5) => Some(Self::Pdf(size)),
            (Self::EscPos(_), Size::Roll58 | Size::Roll80) => Some(Self::EscPos(size)),
            (Self::Text, Size::Text(_)) => Some(self),
            _ => None,
        }
    }
}

/// What a table of the file says; nothing where it says nothing.
#[derive(Debug, Clone, Default)]
struct Said {
    to: Option<To>,
    kind: Option<Kind>,
    large: Option<bool>,
    code_page: Option<CodePage>,
    keep_days: Option<u16>,
}

impl Said {
    fn over(&self, under: &Self) -> Self {
        Self {
            to: self.to.clone().or_else(|| under.to.clone()),
            kind: self.kind.or(under.kind),
            large: self.large.or(under.large),
            code_page: self.code_page.or(under.code_page),
            keep_days: self.keep_days.or(under.keep_days),
        }
    }
}

/// The printers of an office.
#[derive(Debug, Clone)]
pub struct Printers {
    /// In the order of [`What::ALL`].
    of: Vec<Printer>,
}

impl Printers {
    /// Ours: everything becomes a file.
    pub fn built_in() -> Self {
        Self::with_override("").0
    }

    /// Ours with the office's `printer.toml` over them, and what could not be used of it, one line each.
    pub fn with_override(office: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let ours = read(include_str!("printer.toml"), &mut problems);
        debug_assert!(problems.is_empty(), "our own printer.toml: {problems:?}");
        let office = read(office, &mut problems);
        let table = |file: &[(&str, Said)], name: &str| {
            file.iter()
                .find(|(of, _)| *of == name)
                .map(|(_, said)| said.clone())
                .unwrap_or_default()
        };
        let of = What::ALL.map(|what| {
            let own = table(&office, what.name());
            let is_chosen = own.to == Some(To::File);
            let said = own
                .over(&table(&office, "all"))
                .over(&table(&ours, what.name()))
                .over(&table(&ours, "all"));
            Printer {
                to: said.to.unwrap_or(To::File),
                is_chosen,
                kind: said.kind.unwrap_or(Kind::Pdf(Size::A5)),
                large: said.large.unwrap_or(false),
                code_page: said.code_page.unwrap_or_default(),
                keep_days: said.keep_days.unwrap_or(7),
            }
        });
        (Self { of: of.to_vec() }, problems)
    }

    /// The printer of a paper.
    pub fn of(&self, what: What) -> &Printer {
        let at = What::ALL.iter().position(|one| *one == what);
        &self.of[at.expect("every paper is in the list")]
    }
}

fn table_names() -> impl Iterator<Item = &'static str> {
    std::iter::once("all").chain(What::ALL.into_iter().map(What::name))
}

fn days(value: &DeValue<'_>) -> Option<u16> {
    let DeValue::Integer(number) = value else { return None };
    number.as_str().parse().ok().filter(|days| *days <= 3650)
}

fn read(source: &str, problems: &mut Vec<String>) -> Vec<(&'static str, Said)> {
    let mut reader = Reader { file: "printer.toml", source, problems };
    reader.tables("paper", table_names, |reader, _, table| reader.paper_table(table))
}

impl Reader<'_> {
    fn paper_table(&mut self, table: &DeTable<'_>) -> Said {
        const KEYS: [&str; 7] =
            ["file", "device", "tcp", "kind", "large", "code-page", "keep-days"];
        let mut said = Said::default();
        for (key, value) in in_order(table) {
            let (at, of) = (key.span().start, value.span().start);
            let text = value.get_ref().as_str();
            let flag = value.get_ref().as_bool();
            let to = match (key.get_ref().as_ref(), text, flag) {
                ("file", _, Some(true)) => Some(To::File),
                ("file", _, Some(false)) => None,
                ("device", Some(path), _) if !path.is_empty() => Some(To::Device(path.into())),
                ("tcp", Some(host), _) => self.host(of, host),
                ("kind", Some(name), _) => {
                    said.kind = self.named(of, "kind", name, &Kind::NAMES);
                    None
                }
                ("code-page", Some(name), _) => {
                    said.code_page = self.named(of, "code page", name, &CodePage::NAMES);
                    None
                }
                ("large", _, Some(flag)) => {
                    said.large = Some(flag);
                    None
                }
                ("keep-days", ..) => {
                    said.keep_days = days(value.get_ref());
                    if said.keep_days.is_none() {
                        self.problem(of, "days from 0 (for ever) to 3650 are wanted here");
                    }
                    None
                }
                ("file" | "large", ..) => {
                    self.problem(of, "true or false is wanted here");
                    None
                }
                ("device" | "kind" | "code-page" | "tcp", ..) => {
                    self.problem(of, "a text in quotes is wanted here");
                    None
                }
                (other, ..) => {
                    self.unknown(at, "setting", other, KEYS.into_iter());
                    None
                }
            };
            if to.is_some() && said.to.is_some() {
                self.problem(at, "a paper has one place only: `file`, `device` or `tcp`");
            } else if to.is_some() {
                said.to = to;
            }
        }
        said
    }

    fn named<T: Copy>(
        &mut self,
        at: usize,
        what: &str,
        name: &str,
        known: &[(T, &'static str)],
    ) -> Option<T> {
        let found = known.iter().find(|(_, known)| *known == name).map(|(value, _)| *value);
        if found.is_none() {
            self.unknown(at, what, name, known.iter().map(|(_, name)| *name));
        }
        found
    }

    fn host(&mut self, at: usize, text: &str) -> Option<To> {
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) => (host, port.parse().ok()),
            None => (text, Some(PORT)),
        };
        match port {
            Some(port) if !host.is_empty() && port > 0 => Some(To::Tcp(format!("{host}:{port}"))),
            _ => {
                self.problem(at, &format!("`{text}` is not a printer; write `192.168.1.50:9100`"));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_file_everything_becomes_a_file() {
        let printers = Printers::built_in();
        for what in What::ALL {
            assert_eq!(printers.of(what).to, To::File);
        }
        assert_eq!(printers.of(What::Receipt).kind, Kind::Pdf(Size::A5));
        assert_eq!(printers.of(What::Letter).kind, Kind::Pdf(Size::A4));
    }

    #[test]
    fn a_paper_has_its_own_printer_over_that_of_all() {
        let (printers, problems) = Printers::with_override(
            "[all]\ndevice = \"/dev/usb/lp0\"\nkind = \"text\"\n[receipt]\ntcp = \"10.0.0.9\"\nkind = \"escpos-58\"\nlarge = true\ncode-page = \"858\"\n[retype]\nfile = true\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        let receipt = printers.of(What::Receipt);
        assert_eq!(receipt.to, To::Tcp("10.0.0.9:9100".into()));
        assert_eq!(receipt.kind, Kind::EscPos(Size::Roll58));
        assert!(receipt.large && receipt.code_page == CodePage::Pc858);
        assert_eq!(printers.of(What::Letter).to, To::Device("/dev/usb/lp0".into()));
        assert_eq!(printers.of(What::Letter).kind, Kind::Text);
        assert!(printers.of(What::Retype).is_chosen && !printers.of(What::Letter).is_chosen);
    }

    #[test]
    fn slips_are_named_with_their_line_and_the_nearest_word() {
        let (printers, problems) = Printers::with_override(
            "[reciept]\nfile = true\n[receipt]\ntpc = \"x\"\nkind = \"escpos-57\"\nlarge = 1\nkeep-days = \"7\"\ntcp = \"host:printer\"\n[call]\nfile = true\ndevice = \"/dev/lp0\"\n",
        );
        assert_eq!(
            problems,
            [
                "printer.toml:1: unknown paper `reciept`; did you mean `receipt`?",
                "printer.toml:4: unknown setting `tpc`; did you mean `tcp`?",
                "printer.toml:5: unknown kind `escpos-57`; did you mean `escpos-58`?",
                "printer.toml:6: true or false is wanted here",
                "printer.toml:7: days from 0 (for ever) to 3650 are wanted here",
                "printer.toml:8: `host:printer` is not a printer; write `192.168.1.50:9100`",
                "printer.toml:11: a paper has one place only: `file`, `device` or `tcp`",
            ]
        );
        assert_eq!(printers.of(What::Receipt).to, To::File);
        let (_, problems) = Printers::with_override("[receipt\n");
        assert!(problems[0].starts_with("printer.toml:1: "), "{problems:?}");
    }
}
