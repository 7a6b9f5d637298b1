//! Runs every test there is, from the quickest to the slowest, and stops at the first that fails.
//!
//! The native tests are in `src/` and `tests/`, the browser tests in `tests/browser/`.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::repo::{self, Repo};
use crate::{Outcome, build, dist, fuzz, node, tools};

/// The journey that stands for all of them while somebody works: two people, seven stages.
const JOURNEY: &str = "cycle.test.mjs";

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
    check(repo, &mut steps)?;
    steps.step("clippy, web", || {
        // In release, so that the macros it has to build first serve the web build too.
        let target = "--release --target wasm32-unknown-unknown --lib --bin paraf-web";
        cargo(repo, &format!("clippy --package paraf {target} --locked -- -D warnings"))
    })?;
    steps.step("native tests", || native_tests(repo))?;
    steps.step("a second reader of the format", || {
        let folder = repo.path("tests/reader");
        let mut node = repo.command("node");
        repo::run(
            node.args(["--test", "--test-reporter=dot"]).args(test_files(&folder)?).current_dir(&folder),
        )
    })?;
    steps.step("the sums of the benchmark", || {
        let folder = repo.path("bench/test");
        let mut node = repo.command("node");
        repo::run(
            node.args(["--test", "--test-reporter=dot"]).args(test_files(&folder)?).current_dir(&folder),
        )
    })?;
    steps.step("fuzz targets, shortly", || fuzz::fuzz(repo, fuzz::SHORT))?;
    steps.step("native command", || native_command(repo))?;
    steps.step("web app, its size, and the app in one file", || dist::dist(repo))?;
    steps.step("browser tests", || {
        browser_tests(repo, &chromium, &repo.dist(), test_files(&repo.path("tests/browser"))?)
    })?;
    steps.report();
    Ok(())
}

/// Tests what is most often broken, for while somebody works.
pub fn test_quickly(repo: &Repo) -> Outcome {
    let mut steps = Steps::default();
    let chromium = steps.step("set-up", || node::set_up_browser_tests(repo))?;
    check(repo, &mut steps)?;
    steps.step("native tests", || native_tests(repo))?;
    steps.step("native command", || native_command(repo))?;
    let dist = steps.step("web app, as it comes", || build::build_quickly(repo))?;
    steps.step("one journey in Chromium", || browser_tests(repo, &chromium, &dist, vec![JOURNEY.into()]))?;
    steps.report();
    Ok(())
}

fn cargo(repo: &Repo, words: &str) -> Outcome {
    repo::run(repo.command("cargo").args(words.split(' ')))
}

fn check(repo: &Repo, steps: &mut Steps) -> Outcome {
    steps.step("format", || cargo(repo, "fmt --all --check"))?;
    steps.step("the lock of the fuzz targets", || fuzz::is_locked(repo))?;
    steps.step("clippy, native", || cargo(repo, "clippy --workspace --all-targets --locked -- -D warnings"))
}

fn native_command(repo: &Repo) -> Outcome {
    cargo(repo, "build --package paraf --bin paraf --locked")
}

fn native_tests(repo: &Repo) -> Outcome {
    if repo.which("cargo-nextest").is_none() {
        return cargo(repo, "test --workspace --locked");
    }
    cargo(repo, "nextest run --workspace --locked")?;
    // The examples in the documentation, which nextest leaves out.
    cargo(repo, "test --doc --workspace --locked")
}

fn browser_tests(repo: &Repo, chromium: &Path, dist: &Path, files: Vec<OsString>) -> Outcome {
    let folder = repo.path("tests/browser");
    let mut node = repo.command("node");
    // Two files at a time: a browser waits as often as it works.
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).args(files).current_dir(&folder);
    node.env("PARAF_DIST", dist).env("PARAF_BIN", path_of_command()?).env("CHROME", chromium);
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
fn path_of_command() -> Outcome<PathBuf> {
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
