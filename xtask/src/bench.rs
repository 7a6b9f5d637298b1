//! Measures the app side by side with what people would take instead.
//!
//! The measuring itself is in `bench/`, in JavaScript, because it drives a browser; here is only what it needs.

use std::env;
use std::path::PathBuf;

use crate::repo::{self, Repo};
use crate::{Outcome, build, node};

/// What is to be measured, as the command line says it.
pub struct Request {
    /// Three rounds, for a first look.
    pub quick: bool,
    /// Only the devices and networks that a goal names.
    pub goals: bool,
    /// The rows, with commas between them; all of them when it is not said.
    pub only: Option<String>,
    /// How many rounds.
    pub rounds: Option<u16>,
    /// Whether what stands in `dist/` is measured as it is.
    pub built: bool,
}

/// Sets up, builds the app and the native command, and measures.
pub fn bench(repo: &Repo, request: &Request) -> Outcome {
    let chromium = node::set_up_bench(repo)?;
    if !request.built {
        build::build(repo)?;
    }
    let command = native_command(repo, request.built)?;
    let mut node = repo.command("node");
    node.arg("run.mjs").current_dir(repo.path("bench"));
    node.args(request.quick.then_some("--quick"));
    node.args(request.goals.then_some("--goals"));
    node.args(request.only.iter().flat_map(|rows| ["--only", rows.as_str()]));
    node.args(request.rounds.iter().flat_map(|rounds| ["--rounds".into(), rounds.to_string()]));
    node.env("PARAF_DIST", repo.dist()).env("PARAF_BIN", command).env("CHROME", chromium);
    repo::run(&mut node)
}

/// Builds the native command, unless it is there and may be taken as it is; gives its path, where Cargo puts it beside
/// this program.
pub fn native_command(repo: &Repo, built: bool) -> Outcome<PathBuf> {
    let own = env::current_exe().map_err(|error| format!("cannot find my own file: {error}"))?;
    let command = own.with_file_name(format!("paraf{}", env::consts::EXE_SUFFIX));
    if !built || !command.is_file() {
        let mut cargo = repo.command("cargo");
        repo::run(cargo.args(["build", "--package", "paraf", "--bin", "paraf", "--locked"]))?;
    }
    Ok(command)
}
