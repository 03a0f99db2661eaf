//! The words of the command line. English, so that scripts read the same everywhere; the help that
//! people read is put in by [`super::words`] from Fluent.

use super::check::Kind;
use crate::app::screens::beranda::Queue;
use crate::office::SYSTEMS;
use crate::text::Lang;
use clap::builder::{FalseyValueParser, PossibleValuesParser, TypedValueParser as _};
use clap::{ArgAction, Args, Parser, Subcommand};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Parser)]
#[command(
    name = "loket",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Cli {
    #[arg(long, global = true, value_name = "DIR", env = "LOKET_DATA", hide_env_values = true)]
    pub(super) data: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        env = "LOKET_LANG",
        hide_env_values = true,
        hide_possible_values = true,
        default_value = "id",
        hide_default_value = true,
        value_parser = PossibleValuesParser::new(["id", "en"])
            .map(|code| Lang::from_code(&code).expect("both codes are ours"))
    )]
    pub(super) lang: Lang,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[arg(long)]
    pub(super) demo: bool,
    #[arg(long)]
    pub(super) read_only: bool,
    #[arg(
        long,
        env = "LOKET_OFFLINE",
        hide_env_values = true,
        value_parser = FalseyValueParser::new()
    )]
    pub(super) offline: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Init(Init),
    #[command(subcommand)]
    Officer(OfficerCommand),
    #[command(subcommand)]
    Draft(DraftCommand),
    #[command(subcommand)]
    Pack(PackCommand),
    #[command(subcommand)]
    Kbli(KbliCommand),
    #[command(subcommand)]
    Data(DataCommand),
    #[command(subcommand)]
    Outage(OutageCommand),
    Check {
        #[arg(hide_possible_values = true)]
        kind: Kind,
        #[arg(value_name = "VALUE")]
        values: Vec<OsString>,
        #[arg(
            long,
            value_name = "YEAR",
            hide_possible_values = true,
            value_parser = PossibleValuesParser::new(["2025", "2020"])
                .map(|year| year.parse::<u16>().expect("both years are numbers"))
        )]
        edition: Option<u16>,
    },
    Light {
        #[arg(long)]
        settings: bool,
    },
    #[command(subcommand)]
    Print(PrintCommand),
    Verify,
    Backup {
        file: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    Restore {
        file: PathBuf,
    },
    Drill {
        #[arg(long, value_name = "N", default_value_t = 100)]
        kills: u64,
        #[arg(long, value_name = "S")]
        seed: Option<u64>,
    },
    Completions {
        shell: Shell,
    },
    Man {
        folder: Option<PathBuf>,
    },
}

#[derive(Args)]
pub(super) struct Init {
    #[arg(long, value_name = "NAME")]
    pub(super) office: String,
    #[arg(long, value_name = "NAME")]
    pub(super) counter: String,
    #[arg(long, value_name = "NAME")]
    pub(super) officer: String,
}

#[derive(Subcommand)]
pub(super) enum OfficerCommand {
    List,
    Add {
        name: String,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    Remove {
        name: String,
    },
}

#[derive(Subcommand)]
pub(super) enum PrintCommand {
    Test,
}

#[derive(Subcommand)]
pub(super) enum DraftCommand {
    List {
        #[arg(
            long,
            value_name = "QUEUE",
            hide_possible_values = true,
            value_parser = PossibleValuesParser::new(Queue::ALL.map(Queue::code))
        )]
        queue: Option<String>,
    },
    Show {
        case: String,
        #[arg(long)]
        full: bool,
    },
    Export {
        case: String,
        file: Option<PathBuf>,
        #[arg(long)]
        replace: bool,
    },
    Import {
        file: PathBuf,
    },
}

#[derive(Subcommand)]
pub(super) enum OutageCommand {
    List {
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<String>,
        #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "month")]
        day: Option<String>,
        #[command(flatten)]
        files: OutageFiles,
    },
    Log(OutageLog),
    End {
        #[arg(long, hide_possible_values = true, value_parser = PossibleValuesParser::new(SYSTEMS))]
        system: String,
        #[arg(long, value_name = "TIME")]
        until: Option<String>,
    },
    Template {
        file: Option<PathBuf>,
    },
}

#[derive(Args)]
pub(super) struct OutageFiles {
    #[arg(long, value_name = "FILE", conflicts_with_all = ["xlsx", "pdf"])]
    pub(super) csv: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "xlsx")]
    pub(super) pdf: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) xlsx: Option<PathBuf>,
    #[arg(long)]
    pub(super) replace: bool,
}

#[derive(Args)]
pub(super) struct OutageLog {
    #[arg(long, hide_possible_values = true, value_parser = PossibleValuesParser::new(SYSTEMS))]
    pub(super) system: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(super) symptom: String,
    #[arg(long, value_name = "TIME")]
    pub(super) since: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum PackCommand {
    List,
    Check {
        paths: Vec<PathBuf>,
    },
    Diff {
        old: String,
        new: String,
    },
    Show {
        id: String,
        #[arg(
            long,
            value_name = "FORM",
            num_args = 0..=1,
            default_missing_value = "text",
            hide_possible_values = true,
            value_parser = PossibleValuesParser::new(["text", "dot"])
        )]
        graph: Option<String>,
    },
    Print {
        id: String,
        file: Option<PathBuf>,
        #[arg(long)]
        large: bool,
        #[arg(long, conflicts_with = "large")]
        form: bool,
        #[arg(long, value_name = "FILE", conflicts_with = "file")]
        pdf: Option<PathBuf>,
        #[arg(
            long,
            requires = "pdf",
            default_value = "a4",
            hide_possible_values = true,
            value_parser = PossibleValuesParser::new(["a4", "a5"])
        )]
        size: String,
        #[arg(long)]
        replace: bool,
    },
    New {
        id: String,
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    Preview {
        #[arg(value_name = "ID|PATH")]
        pack: String,
    },
    Import(PackImport),
    Export {
        id: String,
        #[arg(long, value_name = "FILE")]
        xlsform: PathBuf,
        #[arg(long)]
        replace: bool,
    },
    Schema,
}

#[derive(Args)]
pub(super) struct PackImport {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) id: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(super) to: Option<PathBuf>,
    #[arg(long)]
    pub(super) partial: bool,
}

#[derive(Subcommand)]
pub(super) enum KbliCommand {
    Search {
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
        #[arg(long, value_name = "YEAR", default_value_t = 2025)]
        edition: u16,
        #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
        limit: usize,
    },
    Show {
        code: String,
        #[arg(long, value_name = "YEAR", default_value_t = 2025)]
        edition: u16,
    },
}

#[derive(Subcommand)]
pub(super) enum DataCommand {
    List,
    Check,
    Import(DataImport),
}

#[derive(Args)]
pub(super) struct DataImport {
    pub(super) file: PathBuf,
    #[arg(
        long,
        value_name = "KIND",
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(
            ["wilayah", "desa", "kodepos", "libur", "kbli", "padanan"]
        )
    )]
    pub(super) kind: Option<String>,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..=2200))]
    pub(super) edition: Option<u16>,
    #[arg(long, value_name = "TEXT")]
    pub(super) source: Option<String>,
    #[arg(long)]
    pub(super) yes: bool,
}
