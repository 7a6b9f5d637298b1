//! The project's own commands, run as `cargo xtask <command>`.
//!
//! Each command first installs the tools it needs, if they are missing. Nothing here is part of the
//! app: the app itself begins in `src/lib.rs`.

mod build;
mod fuzz;
mod naming;
mod node;
mod package;
mod packs;
mod policy;
mod repo;
mod shrink;
mod sizes;
mod small_std;
mod test;
mod tools;
mod worker;

use std::process::ExitCode;

use repo::Repo;

/// The result of a piece of work; the error is one line for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--open]   build the app and serve it on 127.0.0.1 (port 8080), by Trunk, whose options it takes
  build                       build the app into dist/ and check its size
  package                     make of what Trunk built what is shipped; Trunk runs it
  seal FOLDER                 name the files of a built app by their bytes again, after a change
  test                        run every test there is
  test --quick                format, clippy, native tests, and one journey in Chromium
  fuzz [--runs N]             run each fuzz target (10,000,000 times)
  packs                       put the rule packs together from src/rules/packs/source/
  sizes                       print the size of each file in dist/
  setup                       only install the tools that are missing

Tools that are missing are installed into .tools/ by the command that needs them.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    let repo = Repo::find()?;
    match arguments {
        ["serve", options @ ..] => build::serve(&repo, options),
        ["build"] => build::build(&repo),
        ["package"] => build::package(&repo),
        ["seal", folder] => build::seal(&repo, &repo.path(folder)),
        ["test"] => test::test(&repo),
        ["test", "--quick"] => test::test_quickly(&repo),
        ["fuzz"] => fuzz::fuzz(&repo, fuzz::LONG),
        ["fuzz", "--runs", runs] => {
            let runs = runs.parse().map_err(|_| format!("`{runs}` is no number of runs"))?;
            fuzz::fuzz(&repo, runs)
        }
        ["packs"] => packs::write(&repo.path("src/rules/packs")),
        ["sizes"] => sizes::report(&repo.dist(), true),
        ["setup"] => {
            tools::set_up(&repo)?;
            node::set_up_packagers(&repo)?;
            node::set_up_browser_tests(&repo).map(|_| ())
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{}`\n\n{HELP}", other.join(" "))),
    }
}
