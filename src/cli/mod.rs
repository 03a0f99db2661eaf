//! The command line: parses, calls the layers below, prints.
//!
//! Holds no logic of its own and writes no file but those a person named. Every command answers with
//! one [`reply::Reply`] or one [`reply::Failure`], as text or as JSON; both are printed here and
//! nowhere else. Only [`check`] writes as it goes, because its input may have no end.

mod args;
mod author;
mod check;
mod clock;
mod data;
mod diff;
mod draft;
mod graph;
mod kbli;
mod light;
mod office;
mod officer;
mod outage;
mod pack;
mod packs;
mod paper;
mod print;
mod reply;
mod secret;
mod show;
mod upkeep;
mod words;

use crate::report::paper::Size;
use crate::text::{Catalog, Lang};
use args::{
    Cli, Command, DataCommand, DraftCommand, KbliCommand, OfficerCommand, OutageCommand,
    PackCommand, PrintCommand,
};
use clap::{CommandFactory, FromArgMatches};
use reply::{Failure, Reply, exit};
use std::cell::LazyCell;
use std::ffi::OsString;
use std::io::Write;
use std::panic;
use std::path::PathBuf;
use std::process::ExitCode;

/// What every command is given.
struct Cx {
    data: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
    lang: Lang,
    /// Made when somebody is answered: the program itself has its own, and each is a megabyte.
    words: LazyCell<Catalog, Box<dyn FnOnce() -> Catalog>>,
}

/// Runs the command line of this process and returns its exit code.
pub fn run() -> ExitCode {
    // What a panic says may quote what a person typed: only the place in our source is told.
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        _ = writeln!(std::io::stderr(), "error: loket stopped at {place}; what was saved is safe");
    }));
    let args: Vec<OsString> = std::env::args_os().collect();
    let code = panic::catch_unwind(|| answer(&args)).unwrap_or(exit::INTERNAL);
    ExitCode::from(code)
}

/// Parses, runs and prints one command; returns the exit code.
fn answer(args: &[OsString]) -> u8 {
    let as_json = args.iter().any(|arg| arg == "--json");
    // What is asked rightly needs no help, so no words for it.
    match parsed(Cli::command(), args) {
        Ok(cli) => {
            let lang = cli.lang;
            let cx = Cx {
                data: cli.data.clone(),
                passphrase_file: cli.passphrase_file.clone(),
                lang,
                words: LazyCell::new(Box::new(move || Catalog::built_in(lang))),
            };
            match perform(&cx, cli) {
                Ok(reply) => reply.print(as_json),
                Err(failure) => failure.print(&cx.words, as_json),
            }
        }
        Err(_) => helped(args, as_json),
    }
}

fn parsed(command: clap::Command, args: &[OsString]) -> Result<Cli, clap::Error> {
    command.try_get_matches_from(args).and_then(|matches| Cli::from_arg_matches(&matches))
}

/// Help, the version, or what is wrong with the command line, in the language asked for.
fn helped(args: &[OsString], as_json: bool) -> u8 {
    let words = Catalog::built_in(words::lang_before_parsing(args));
    match parsed(words::command(&words), args) {
        Err(error) if error.use_stderr() && as_json => {
            Failure::usage("cli-usage").with("text", reply::one_line(&error)).print(&words, true)
        }
        Err(error) => {
            _ = error.print();
            if error.use_stderr() { exit::USAGE } else { exit::DONE }
        }
        Ok(_) => unreachable!("the words of the help decide nothing"),
    }
}

fn perform(cx: &Cx, cli: Cli) -> Result<Reply, Failure> {
    if cli.command.is_some() && (cli.demo || cli.read_only) {
        return Err(Failure::usage("cli-start-options"));
    }
    match cli.command {
        None => upkeep::start(cx, cli.demo, cli.read_only, cli.offline),
        Some(Command::Init(init)) => upkeep::init(cx, &init),
        Some(Command::Officer(command)) => match command {
            OfficerCommand::List => officer::list(cx),
            OfficerCommand::Add { name, new_passphrase_file } => {
                officer::add(cx, &name, new_passphrase_file.as_deref())
            }
            OfficerCommand::Remove { name } => officer::remove(cx, &name),
        },
        Some(Command::Draft(command)) => match command {
            DraftCommand::List { queue } => draft::list(cx, queue.as_deref()),
            DraftCommand::Show { case, full } => draft::show(cx, &case, full),
            DraftCommand::Export { case, file, replace } => {
                draft::export(cx, &case, file.as_deref(), replace)
            }
            DraftCommand::Import { file } => draft::import(cx, &file),
        },
        Some(Command::Pack(command)) => match command {
            PackCommand::List => pack::list(cx),
            PackCommand::Check { paths } => pack::check(cx, &paths),
            PackCommand::Diff { old, new } => diff::diff(cx, &old, &new),
            PackCommand::Show { id, graph: None } => pack::show(cx, &id),
            PackCommand::Print { id, large, form, pdf: Some(file), size, replace, .. } => {
                let size = if size == "a5" { Size::A5 } else { Size::A4 };
                print::sheet(cx, &id, print::Paper::of(large, form), size, &file, replace)
            }
            PackCommand::Print { id, file, large, form, replace, .. } => {
                print::paper(cx, &id, print::Paper::of(large, form), file.as_deref(), replace)
            }
            PackCommand::Show { id, graph: Some(form) } => pack::graph(cx, &id, form == "dot"),
            PackCommand::New { id, title, to } => {
                author::new(cx, &id, title.as_deref().unwrap_or_default(), to)
            }
            PackCommand::Preview { pack } => author::preview(cx, &pack),
            PackCommand::Import(args) => author::import(cx, &args),
            PackCommand::Export { id, xlsform, replace } => {
                author::export(cx, &id, &xlsform, replace)
            }
            PackCommand::Schema => Ok(author::schema()),
        },
        Some(Command::Kbli(command)) => match command {
            KbliCommand::Search { words, edition, limit } => {
                kbli::search(cx, &words.join(" "), edition, limit)
            }
            KbliCommand::Show { code, edition } => kbli::show(cx, &code, edition),
        },
        Some(Command::Data(command)) => match command {
            DataCommand::List => data::list(cx),
            DataCommand::Check => data::check(cx),
            DataCommand::Import(args) => data::import(cx, &args),
        },
        Some(Command::Outage(command)) => match command {
            OutageCommand::List { month, day, files } => {
                outage::list(cx, month.as_deref(), day.as_deref(), &files)
            }
            OutageCommand::Log(log) => outage::log(cx, &log),
            OutageCommand::End { system, until } => outage::end(cx, &system, until.as_deref()),
            OutageCommand::Template { file } => outage::template(cx, file.as_deref()),
        },
        Some(Command::Check { kind, values, edition }) => {
            check::run(cx, kind, &values, edition, cli.json)
        }
        Some(Command::Light { settings: true }) => light::settings(cx),
        Some(Command::Light { settings: false }) => light::look(cx, cli.offline),
        Some(Command::Print(PrintCommand::Test)) => print::test(cx),
        Some(Command::Verify) => upkeep::verify(cx),
        Some(Command::Backup { file, replace }) => upkeep::backup(cx, &file, replace),
        Some(Command::Restore { file }) => upkeep::restore(cx, &file),
        Some(Command::Drill { kills, seed }) => upkeep::drill(cx, kills, seed),
        Some(Command::Completions { shell }) => Ok(paper::completions(cx, shell)),
        Some(Command::Man { folder }) => paper::man(cx, folder.as_deref()),
    }
}
