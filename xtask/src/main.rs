//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Each command first installs the tools it needs, if they are missing. Nothing here is part of the
//! app: the app itself begins in `src/lib.rs`.

mod bench;
mod build;
mod dist;
mod fuzz;
mod inside;
mod lighthouse;
mod naming;
mod node;
mod package;
mod packs;
mod parts;
mod policy;
mod repo;
mod sevenbit;
mod shrink;
mod single;
mod sizes;
mod small_std;
mod test;
mod tools;
mod worker;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use repo::Repo;

/// The result of a piece of work; the error is one line for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The project's own commands. Tools that are missing are installed into .tools/ by the command that needs them.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the app and serve it on 127.0.0.1 (port 8080), by Trunk, whose options it takes: --port N, --open
    #[command(disable_help_flag = true)]
    Serve {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<OsString>,
    },
    /// Build the app into dist/ and check its size
    Build,
    /// Build the app, and all that is handed out: compressed files, and the app in one file, paraf.html
    Dist {
        /// Take what stands in dist/ already
        #[arg(long)]
        built: bool,
    },
    /// Make of what Trunk built what is shipped; Trunk runs it
    Package,
    /// Name the files of a built app by their bytes again, after a change
    Seal { folder: PathBuf },
    /// Run every test there is
    Test {
        /// Only format, clippy, native tests, and one journey in Chromium
        #[arg(long)]
        quick: bool,
    },
    /// Run each fuzz target
    Fuzz {
        #[arg(long, value_name = "N", default_value_t = fuzz::LONG)]
        runs: u64,
    },
    /// Measure the app side by side with what people would take instead, and write tables and plots (bench/README.md)
    Bench {
        /// Three rounds of what the goals name, written into target/; it proves nothing
        #[arg(long)]
        quick: bool,
        /// Measure on the devices and networks that a goal names, and on no other
        #[arg(long)]
        goals: bool,
        /// The rows to measure, such as P3,P9; the others stay as they are
        #[arg(long, value_name = "ROWS")]
        only: Option<String>,
        /// How many rounds are kept of what the goals name
        #[arg(long, value_name = "N")]
        rounds: Option<u16>,
        /// Measure what stands in dist/ as it is, instead of building it first
        #[arg(long)]
        built: bool,
    },
    /// Ask Lighthouse, as on a phone, and write its reports into target/lighthouse/
    Lighthouse {
        /// Take what stands in dist/ already
        #[arg(long)]
        built: bool,
    },
    /// Put the rule packs together from src/rules/packs/source/
    Packs,
    /// Print the size of each file in dist/
    Sizes,
    /// Print what each part of the program costs, as it was built last
    Parts,
    /// Only install the tools that are missing
    Setup,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome {
    let repo = Repo::find()?;
    match command {
        Command::Serve { options } => build::serve(&repo, &options),
        Command::Build => build::build(&repo),
        Command::Dist { built: true } => dist::add(&repo, &repo.dist()),
        Command::Dist { built: false } => dist::dist(&repo),
        Command::Package => build::package(&repo),
        Command::Seal { folder } => build::seal(&repo, &repo.path(folder)),
        Command::Test { quick: true } => test::test_quickly(&repo),
        Command::Test { quick: false } => test::test(&repo),
        Command::Fuzz { runs } => fuzz::fuzz(&repo, runs),
        Command::Bench { quick, goals, only, rounds, built } => {
            bench::bench(&repo, &bench::Request { quick, goals, only, rounds, built })
        }
        Command::Lighthouse { built } => lighthouse::ask(&repo, built),
        Command::Packs => packs::write(&repo.path("src/rules/packs")),
        Command::Sizes => sizes::report(&repo.dist(), true),
        Command::Parts => parts::report(&repo),
        Command::Setup => {
            tools::set_up(&repo)?;
            node::set_up_packagers(&repo)?;
            node::set_up_browser_tests(&repo).map(|_| ())
        }
    }
}
