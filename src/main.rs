//! Starts Loket and gives its exit code; everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    loket::cli::run()
}
