//! Runs every test there is, from the quickest to the slowest, and stops at the first that fails.
//!
//! The native tests are in `src/` and `tests/`, the browser tests in `tests/browser/`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::repo::{self, Repo};
use crate::{Outcome, build, fuzz, node, tools};

/// Sets up, checks and tests everything.
pub fn test(repo: &Repo) -> Outcome {
    let mut steps = Steps::default();
    let chromium = steps.step("set-up", || {
        // First what a person may have to install, before minutes go into building tools.
        let chromium = node::set_up_browser_tests(repo)?;
        tools::set_up(repo)?;
        node::set_up_packagers(repo)?;
        Ok(chromium)
    })?;
    let cargo = |words: &str| repo::run(repo.command("cargo").args(words.split(' ')));
    steps.step("format", || cargo("fmt --all --check"))?;
    steps.step("clippy, native", || cargo("clippy --workspace --all-targets --locked -- -D warnings"))?;
    steps.step("clippy, web", || {
        // In release, so that the macros it has to build first serve the web build too.
        let target = "--release --target wasm32-unknown-unknown --lib --bin paraf-web";
        cargo(&format!("clippy --package paraf {target} --locked -- -D warnings"))
    })?;
    steps.step("native tests", || native_tests(repo, cargo))?;
    steps.step("a second reader of the format", || {
        let folder = repo.path("tests/reader");
        let mut node = repo.command("node");
        repo::run(
            node.args(["--test", "--test-reporter=dot"]).args(test_files(&folder)?).current_dir(&folder),
        )
    })?;
    steps.step("fuzz targets, shortly", || fuzz::fuzz(repo, fuzz::SHORT))?;
    steps.step("native command", || cargo("build --package paraf --bin paraf --locked"))?;
    steps.step("web app and its size", || build::build(repo))?;
    steps.step("browser tests", || browser_tests(repo, &chromium))?;
    steps.report();
    Ok(())
}

fn native_tests(repo: &Repo, cargo: impl Fn(&str) -> Outcome) -> Outcome {
    if repo.which("cargo-nextest").is_none() {
        return cargo("test --workspace --locked");
    }
    cargo("nextest run --workspace --locked")?;
    // The examples in the documentation, which nextest leaves out.
    cargo("test --doc --workspace --locked")
}

fn browser_tests(repo: &Repo, chromium: &Path) -> Outcome {
    let folder = repo.path("tests/browser");
    let files = test_files(&folder)?;
    let mut node = repo.command("node");
    node.args(["--test", "--test-reporter=spec"]).args(files).current_dir(&folder);
    node.env("PARAF_DIST", repo.dist()).env("PARAF_BIN", native_command()?).env("CHROME", chromium);
    repo::run(&mut node)
}

/// Lists the tests by name, as Node 20 itself knows no patterns.
fn test_files(folder: &Path) -> Outcome<Vec<OsString>> {
    let entries = repo::at("read", folder, fs::read_dir(folder))?;
    let mut names: Vec<OsString> = entries
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    names.sort();
    if names.is_empty() { Err(format!("there is no test in {}", folder.display())) } else { Ok(names) }
}

/// Gives the path of the native command, which Cargo puts beside this program.
fn native_command() -> Outcome<PathBuf> {
    let own = env::current_exe().map_err(|error| format!("cannot find my own file: {error}"))?;
    let command = own.with_file_name(format!("paraf{}", env::consts::EXE_SUFFIX));
    if command.is_file() { Ok(command) } else { Err(format!("{} was not built", command.display())) }
}

/// The steps that were done, with the time each took.
#[derive(Default)]
struct Steps {
    done: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        println!("xtask: == {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        println!("xtask: == {name} took {:.1} s", took.as_secs_f64());
        self.done.push((name, took));
        result.map_err(|problem| format!("FAILED at step `{name}`: {problem}"))
    }

    fn report(&self) {
        println!("xtask: every step passed");
        for (name, took) in &self.done {
            println!("{:>8.1} s  {name}", took.as_secs_f64());
        }
        let total: Duration = self.done.iter().map(|(_, took)| *took).sum();
        println!("{:>8.1} s  in all", total.as_secs_f64());
    }
}
