//! Puts the help texts of the catalogue into the tree of commands, so that help, man page and
//! completions speak the language of the interface.

use super::args::Cli;
use crate::text::{Catalog, Lang};
use clap::{Command, CommandFactory};
use std::ffi::OsString;

/// The command tree with its help in the catalogue's language.
pub(super) fn command(words: &Catalog) -> Command {
    dress(Cli::command(), words, "cli-help")
}

/// The language asked for, read before the arguments are parsed: their help needs it already.
#[expect(clippy::disallowed_methods, reason = "the command line reads its own variables")]
pub(super) fn lang_before_parsing(args: &[OsString]) -> Lang {
    let args: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
    let given =
        args.iter().zip(args.iter().skip(1).map(Some).chain([None])).find_map(|(arg, next)| {
            match arg.strip_prefix("--lang") {
                Some("") => next.map(ToString::to_string),
                Some(value) => value.strip_prefix('=').map(ToOwned::to_owned),
                None => None,
            }
        });
    let asked = given.or_else(|| std::env::var("LOKET_LANG").ok());
    asked.and_then(|code| Lang::from_code(&code)).unwrap_or_default()
}

fn dress(command: Command, words: &Catalog, key: &str) -> Command {
    let ids: Vec<_> = command.get_arguments().map(|arg| arg.get_id().clone()).collect();
    let subcommands: Vec<_> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        words.get("cli-help-heading-usage")
    );
    let mut command = command
        .about(words.get(key))
        .help_template(template)
        .subcommand_help_heading(words.get("cli-help-heading-commands"));
    for id in ids {
        let text = words.get(&format!("{key}.{}", id.as_str().replace('_', "-")));
        command = command.mut_arg(id, |arg| {
            let heading = if arg.is_positional() {
                "cli-help-heading-arguments"
            } else {
                "cli-help-heading-options"
            };
            arg.help(text).help_heading(words.get(heading))
        });
    }
    for name in subcommands {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |sub| dress(sub, words, &key));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unworded(command: &Command, path: &str, found: &mut Vec<String>) {
        let missing = |text: Option<&clap::builder::StyledStr>| {
            text.is_none_or(|text| text.to_string().contains('⟨'))
        };
        if missing(command.get_about()) {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments().filter(|arg| missing(arg.get_help())) {
            found.push(format!("{path} {}", arg.get_id()));
        }
        for sub in command.get_subcommands() {
            unworded(sub, &format!("{path} {}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_has_its_help_in_both_languages() {
        for lang in Lang::ALL {
            let mut found = Vec::new();
            unworded(&command(&Catalog::built_in(lang)), "loket", &mut found);
            assert!(found.is_empty(), "{lang:?}: {found:?}");
        }
    }

    #[test]
    fn the_command_tree_holds_together() {
        command(&Catalog::built_in(Lang::En)).debug_assert();
    }

    #[test]
    fn the_language_is_known_before_parsing() {
        let of = |args: &[&str]| {
            lang_before_parsing(&args.iter().map(OsString::from).collect::<Vec<_>>())
        };
        assert_eq!(of(&["loket", "--lang", "en"]), Lang::En);
        assert_eq!(of(&["loket", "draft", "--lang=en", "list"]), Lang::En);
        assert_eq!(of(&["loket", "--lang", "xx"]), Lang::Id);
        assert_eq!(of(&["loket", "--lang"]), Lang::Id);
    }
}
