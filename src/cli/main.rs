//! The native command `paraf`: checks files for auditors and tests, and makes a practice school for
//! trainers. It only puts words around the library; nothing is decided here.

mod demo;
mod make;
mod reason;
mod verify;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks and makes the files of Paraf.
#[derive(Parser)]
#[command(
    name = "paraf",
    after_help = "Exit code: 0 when all is right, 1 when anything is not, 2 when the command was not understood."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Verifies bundles and invitations
    ///
    /// Prints one JSON line for each record, each letter and each file. The last line of a file says accepted,
    /// partly or refused, and why; the reasons are explained in src/seal/FORMAT.md.
    Verify {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<OsString>,
    },
    /// Writes the files of a made-up school: one superior and N employees, for practice only
    ///
    /// The same numbers give the same files.
    Demo(demo::Order),
    /// Signs files for people who test a verifier, from recipes, and writes beside them what each says
    ///
    /// The recipes in tests/data/conformance are an example.
    Make {
        /// The folder of the recipes
        recipes: PathBuf,
        /// The folder to write into
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        // A reader that went away, as `head` does, has not seen all lines; that is not right.
        Command::Verify { files } => match verify::verify(&files, &mut std::io::stdout().lock()) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) | Err(_) => ExitCode::FAILURE,
        },
        Command::Demo(order) => ended("demo", demo::make(&order).map(|()| String::new())),
        Command::Make { recipes, out } => {
            ended("make", make::make(&recipes, &out).map(|count| format!("{count} files\n")))
        }
    }
}

/// Tells a person how a command ended. When nobody can read it, there is nobody to tell.
fn ended(command: &str, result: Result<String, impl std::fmt::Display>) -> ExitCode {
    match result {
        Ok(said) => {
            std::io::stdout().write_all(said.as_bytes()).unwrap_or_default();
            ExitCode::SUCCESS
        }
        Err(fault) => {
            writeln!(std::io::stderr(), "paraf {command}: {fault}").unwrap_or_default();
            ExitCode::FAILURE
        }
    }
}
