//! Arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser as _;

use transpacific::{app, cli};

fn main() -> ExitCode {
    cli::run(cli::Args::parse(), app::run)
}
