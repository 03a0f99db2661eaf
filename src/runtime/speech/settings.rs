//! `speech.toml`: which program speaks, how fast, in which voices. Ours, then the office's over it.
//!
//! What cannot be used of it is a line that tells where; the rest holds.

use crate::base::settings::Reader;
use crate::text::Tongue;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Programs by the name the file gives them.
pub(super) const PROGRAMS: [&str; 6] = ["auto", "none", "espeak-ng", "espeak", "spd-say", "sapi"];
const KEYS: [&str; 3] = ["program", "speed", "voice"];
/// Words a minute a program can still be understood at.
const SPEEDS: std::ops::RangeInclusive<i64> = 80..=300;
/// Longest name of a voice.
const VOICE: usize = 64;

/// How it is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) program: String,
    /// Words a minute.
    pub(super) speed: u16,
    voices: Vec<(String, String)>,
}

impl Settings {
    /// Ours with the office's file over it, and what could not be used of that, one line each.
    pub(super) fn with_override(user_toml: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let mut settings = Self { program: "auto".into(), speed: 130, voices: Vec::new() };
        settings.lay(include_str!("speech.toml"), &mut problems);
        debug_assert!(problems.is_empty(), "our own speech.toml: {problems:?}");
        settings.lay(user_toml, &mut problems);
        (settings, problems)
    }

    /// The voice for a language; that of Indonesian where it has none of its own.
    pub(super) fn voice(&self, tongue: &str) -> &str {
        let of = |code: &str| self.voices.iter().find(|(of, _)| of == code);
        of(tongue).or_else(|| of("id")).map_or("id", |(_, voice)| voice)
    }

    fn lay(&mut self, source: &str, problems: &mut Vec<String>) {
        let mut reader = Reader { file: "speech.toml", source, problems };
        let Some(file) = reader.parse() else { return };
        for (key, value) in file.get_ref() {
            let at = value.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("program", DeValue::String(name)) if PROGRAMS.contains(&name.as_ref()) => {
                    self.program = name.to_string();
                }
                ("program", DeValue::String(name)) => {
                    reader.unknown(at, "program", name, PROGRAMS.into_iter());
                }
                ("program", _) => reader.problem(at, "`program` is a name in quotes"),
                ("speed", DeValue::Integer(number)) => {
                    let speed = number.as_str().parse().ok().filter(|speed| SPEEDS.contains(speed));
                    match speed {
                        Some(speed) => self.speed = speed as u16,
                        None => reader.problem(at, "`speed` is 80 to 300 words a minute"),
                    }
                }
                ("speed", _) => reader.problem(at, "`speed` is a whole number of words a minute"),
                ("voice", DeValue::Table(voices)) => self.lay_voices(voices, &mut reader),
                ("voice", _) => reader.problem(at, "`voice` is not a table"),
                (other, _) => {
                    reader.unknown(key.span().start, "setting", other, KEYS.into_iter());
                }
            }
        }
    }

    fn lay_voices(&mut self, voices: &DeTable<'_>, reader: &mut Reader<'_>) {
        for (key, value) in voices {
            let code: &Spanned<_> = key;
            let code = code.get_ref().as_ref();
            let known = || ["id", "en"].into_iter().chain(Tongue::ALL.map(Tongue::code));
            if !known().any(|one| one == code) {
                reader.unknown(key.span().start, "language", code, known());
                continue;
            }
            match value.get_ref().as_str().filter(|voice| is_voice(voice)) {
                Some(voice) => {
                    self.voices.retain(|(of, _)| of != code);
                    self.voices.push((code.to_owned(), voice.to_owned()));
                }
                None => {
                    reader.problem(
                        value.span().start,
                        &format!("the voice for `{code}` is not a name"),
                    );
                }
            }
        }
    }
}

/// It is an argument of a program: a name, never a flag.
fn is_voice(voice: &str) -> bool {
    let letters = |sign: char| sign.is_alphanumeric() || "+-_. ".contains(sign);
    (1..=VOICE).contains(&voice.len())
        && voice.starts_with(char::is_alphanumeric)
        && voice.chars().all(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_language_without_a_voice_is_read_by_the_indonesian_one() {
        let (ours, problems) = Settings::with_override("");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((ours.voice("jv"), ours.voice("en"), ours.speed), ("id", "en", 130));
        let (own, problems) = Settings::with_override("speed = 110\n[voice]\njv = \"jv+f2\"\n");
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!((own.voice("jv"), own.voice("id"), own.speed), ("jv+f2", "id", 110));
    }

    #[test]
    fn slips_are_named_with_their_line_and_the_nearest_word() {
        let (settings, problems) = Settings::with_override(
            "sped = 120\nspeed = 900\nprogram = \"espeak-nk\"\n[voice]\nidn = \"id\"\nid = \"--help\"\n",
        );
        assert_eq!(settings, Settings::with_override("").0, "nothing of it holds");
        for wanted in [
            "speech.toml:1: unknown setting `sped`; did you mean `speed`?",
            "speech.toml:2: `speed` is 80 to 300 words a minute",
            "speech.toml:3: unknown program `espeak-nk`; did you mean `espeak-ng`?",
            "speech.toml:5: unknown language `idn`; did you mean `id`?",
            "speech.toml:6: the voice for `id` is not a name",
        ] {
            assert!(problems.iter().any(|line| line == wanted), "{wanted}: {problems:#?}");
        }
        let (_, problems) = Settings::with_override("speed = \n");
        assert!(problems[0].starts_with("speech.toml:1: "), "{problems:?}");
    }
}
