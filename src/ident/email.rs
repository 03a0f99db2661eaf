//! E-mail addresses: structure, and slips in the well-known domains. Never knows whether a mailbox
//! exists; the activation letter shows that.

use super::digits::{control, is_unseen};
use super::{Level, Parsed, Verdict};
use std::fmt;

/// Most characters OSS keeps (Pedoman Integrasi Aplikasi, 2024).
const MAX_CHARS: usize = 100;

/// Domains most applicants have. An address one or two slips away from one is asked about.
const COMMON: [&str; 9] = [
    "gmail.com",
    "yahoo.com",
    "yahoo.co.id",
    "ymail.com",
    "rocketmail.com",
    "hotmail.com",
    "outlook.com",
    "outlook.co.id",
    "icloud.com",
];

/// An address; the domain in lower case, the name before it as typed. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    text: String,
}

/// Reads an address. Salah: not one `@`, a space or comma within, a domain without an ending, more
/// than 100 characters. Periksa: a domain that looks like a slip of a well-known one.
pub fn parse(text: &str) -> Parsed<Email> {
    if let Some(verdict) = control(text) {
        return Parsed::bad(verdict);
    }
    let typed: String = text.chars().filter(|sign| !is_unseen(*sign)).collect();
    let typed = typed.trim();
    if typed.contains(char::is_whitespace) {
        return bad("email-space");
    }
    let Some((name, domain)) = typed.split_once('@') else { return bad("email-at") };
    if domain.contains('@') {
        return bad("email-at");
    }
    if name.is_empty() {
        return bad("email-name");
    }
    if let Some(sign) =
        typed.chars().find(|sign| matches!(sign, ',' | ';' | ':' | '<' | '>' | '"' | '(' | ')'))
    {
        return Parsed::bad(
            Verdict::new(Level::Salah, "email-sign").with("sign", sign.to_string()),
        );
    }
    if typed.contains("..") || name.starts_with('.') || name.ends_with('.') {
        return bad("email-dots");
    }
    let domain = domain.to_lowercase();
    if !is_domain(&domain) {
        return bad("email-domain");
    }
    if typed.chars().count() > MAX_CHARS {
        return bad("email-long");
    }
    let mut verdicts = Vec::new();
    if let Some(meant) = meant(&domain) {
        verdicts.push(
            Verdict::new(Level::Periksa, "email-typo")
                .with("domain", domain.clone())
                .with("meant", meant),
        );
    }
    Parsed::found(Email { text: format!("{name}@{domain}") }, verdicts)
}

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// First letter and domain: `s***@gmail.com`.
    pub fn masked(&self) -> String {
        let (name, domain) = self.text.split_once('@').expect("parse keeps one @");
        let first = name.chars().next().expect("parse keeps a name before the @");
        format!("{first}***@{domain}")
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Email({})", self.masked())
    }
}

fn bad(id: &'static str) -> Parsed<Email> {
    Parsed::bad(Verdict::new(Level::Salah, id))
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<_> = domain.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    let ending = labels.last().expect("split gives at least one part");
    labels.len() > 1
        && labels.iter().all(is_label)
        && ending.chars().count() > 1
        && ending.chars().all(char::is_alphabetic)
}

/// The well-known domain that was probably meant, when it was not typed.
fn meant(domain: &str) -> Option<&'static str> {
    if COMMON.contains(&domain) {
        return None;
    }
    // Gmail has one ending, whatever people put after the dot.
    if domain.starts_with("gmail.") {
        return Some("gmail.com");
    }
    COMMON
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(domain, known), known))
        .filter(|(slips, _)| *slips <= 2)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    #[test]
    fn structure_is_checked_and_the_fault_is_named() {
        let long = format!("{}@gmail.com", "a".repeat(91));
        let table: [(&str, &[(Level, &str)]); 19] = [
            ("siti@gmail.com", &[]),
            ("  siti.aminah+usaha@kantor.dumaikota.go.id ", &[]),
            ("siti gmail.com", &[(Salah, "email-space")]),
            ("siti@gmail. com", &[(Salah, "email-space")]),
            ("", &[(Salah, "email-at")]),
            ("siti.gmail.com", &[(Salah, "email-at")]),
            ("siti@@gmail.com", &[(Salah, "email-at")]),
            ("@gmail.com", &[(Salah, "email-name")]),
            ("siti@gmail,com", &[(Salah, "email-sign")]),
            ("siti..a@gmail.com", &[(Salah, "email-dots")]),
            ("siti.@gmail.com", &[(Salah, "email-dots")]),
            ("siti@gmail", &[(Salah, "email-domain")]),
            ("siti@gmail.c", &[(Salah, "email-domain")]),
            ("siti@-gmail.com", &[(Salah, "email-domain")]),
            (&long, &[(Salah, "email-long")]),
            ("si\0ti@gmail.com", &[(Salah, "text-control")]),
            ("siti@gmial.com", &[(Periksa, "email-typo")]),
            ("siti@gmail.co", &[(Periksa, "email-typo")]),
            ("siti@mail.com", &[(Periksa, "email-typo")]),
        ];
        for (text, expected) in table {
            finds(text, &parse(text), expected);
        }
    }

    #[test]
    fn slips_of_known_domains_are_asked_about_and_others_are_not() {
        for (domain, expected) in [
            ("gmail.com", None),
            ("ymail.com", None),
            ("yahoo.co.id", None),
            ("dumaikota.go.id", None),
            ("oss.go.id", None),
            ("gmial.com", Some("gmail.com")),
            ("gmail.co.id", Some("gmail.com")),
            ("gamil.com", Some("gmail.com")),
            ("gmaill.con", Some("gmail.com")),
            ("yaho.com", Some("yahoo.com")),
            ("yahoo.con", Some("yahoo.com")),
            ("hotmial.com", Some("hotmail.com")),
            ("yaho.co.id", Some("yahoo.co.id")),
        ] {
            assert_eq!(meant(domain), expected, "{domain}");
        }
    }

    #[test]
    fn the_domain_is_made_small_and_the_name_is_hidden() {
        let email = parse("Siti@GMAIL.com").value.expect("an address");
        assert_eq!(email.as_str(), "Siti@gmail.com");
        assert_eq!(format!("{email:?}"), "Email(S***@gmail.com)");
    }
}
