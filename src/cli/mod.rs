//! To be filled.

use std::process::ExitCode;

/// Runs the command line and returns the exit code.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
