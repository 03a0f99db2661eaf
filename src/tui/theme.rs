//! How things look, by what they mean: `theme.toml`, ours and then the user's over it.
//!
//! Sixteen colours, and none of them the only sign of anything. Never knows what is drawn.

use crate::base::settings::{line_of, meant};
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use std::collections::HashMap;

/// Styles by meaning.
#[derive(Debug, Clone)]
pub struct Theme {
    styles: HashMap<String, Style>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "four flags a person switches on by name")]
struct Entry {
    fg: Option<String>,
    bg: Option<String>,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    dim: bool,
    #[serde(default)]
    underline: bool,
    #[serde(default)]
    reverse: bool,
}

/// The sixteen colours by name.
const COLOURS: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

impl Theme {
    /// Our styles.
    pub fn built_in() -> Self {
        Self::with_override("").0
    }

    /// Our styles with the user's `theme.toml` over them, and what could not be used of it, one line
    /// each.
    pub fn with_override(user_toml: &str) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let mut theme = Self { styles: HashMap::new() };
        theme.lay(include_str!("theme.toml"), true, &mut problems);
        debug_assert!(problems.is_empty(), "our own theme.toml: {problems:?}");
        theme.lay(user_toml, false, &mut problems);
        (theme, problems)
    }

    /// No colours at all: weight and signs tell everything (`NO_COLOR`).
    pub fn mono() -> Self {
        let mut theme = Self::built_in();
        for style in theme.styles.values_mut() {
            if style.bg.is_some() {
                // Most terminals are dark: turned round, a ground that must be light is.
                *style = style.add_modifier(Modifier::REVERSED);
            }
            style.fg = None;
            style.bg = None;
        }
        theme
    }

    fn lay(&mut self, source: &str, ours: bool, problems: &mut Vec<String>) {
        let file: toml::Table = match toml::from_str(source) {
            Ok(file) => file,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let line = line_of(source, at);
                problems.push(format!("theme.toml:{line}: {}", error.message()));
                return;
            }
        };
        for (meaning, value) in file {
            if !ours && !self.styles.contains_key(&meaning) {
                let hint = meant(&meaning, self.styles.keys().map(String::as_str));
                problems.push(format!("theme.toml: unknown meaning `{meaning}`{hint}"));
                continue;
            }
            match value.try_into::<Entry>() {
                Ok(entry) => {
                    let style = style_of(&meaning, &entry, problems);
                    self.styles.insert(meaning, style);
                }
                Err(error) => {
                    problems.push(format!("theme.toml: `{meaning}`: {}", error.message()));
                }
            }
        }
    }

    /// The style of a meaning: its own, or that of the meaning before the dot.
    pub fn style(&self, meaning: &str) -> Style {
        let mut name = meaning;
        loop {
            if let Some(style) = self.styles.get(name) {
                return *style;
            }
            match name.rsplit_once('.') {
                Some((outer, _)) => name = outer,
                None => return Style::new(),
            }
        }
    }
}

fn style_of(meaning: &str, entry: &Entry, problems: &mut Vec<String>) -> Style {
    let mut colour = |name: &Option<String>| {
        let name = name.as_deref()?;
        let found = COLOURS.iter().find(|(known, _)| *known == name).map(|(_, colour)| *colour);
        if found.is_none() {
            let hint = meant(name, COLOURS.iter().map(|(known, _)| *known));
            problems.push(format!("theme.toml: `{meaning}`: unknown colour `{name}`{hint}"));
        }
        found
    };
    let mut style = Style::new();
    style.fg = colour(&entry.fg);
    style.bg = colour(&entry.bg);
    for (is_on, flag) in [
        (entry.bold, Modifier::BOLD),
        (entry.dim, Modifier::DIM),
        (entry.underline, Modifier::UNDERLINED),
        (entry.reverse, Modifier::REVERSED),
    ] {
        if is_on {
            style = style.add_modifier(flag);
        }
    }
    style
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_falls_back_to_the_one_before_the_dot() {
        let theme = Theme::built_in();
        assert_eq!(theme.style("periksa.word"), theme.style("periksa"));
        assert_ne!(theme.style("answer.salah"), theme.style("answer"));
        assert_eq!(theme.style("nothing.of.ours"), Style::new());
    }

    #[test]
    fn a_users_colour_goes_over_ours_and_slips_are_named() {
        let (theme, problems) = Theme::with_override(
            "\"say\" = { fg = \"bright-green\" }\ntitel = { bold = true }\ninfo = { fg = \"gren\" }",
        );
        assert_eq!(theme.style("say").fg, Some(Color::LightGreen));
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(
            problems.iter().any(|line| line.ends_with("did you mean `green`?")),
            "{problems:?}"
        );
        assert!(
            problems.iter().any(|line| line.ends_with("did you mean `title`?")),
            "{problems:?}"
        );
    }

    #[test]
    fn without_colour_nothing_has_a_colour() {
        let mono = Theme::mono();
        assert!(mono.styles.values().all(|style| style.fg.is_none() && style.bg.is_none()));
        assert!(mono.style("selected").add_modifier.contains(Modifier::BOLD));
    }
}
