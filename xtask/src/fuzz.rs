//! Runs the fuzz targets of `tests/fuzz`. They are built with the flags that `cargo fuzz` gives the compiler,
//! so that neither it nor another toolchain has to be installed.

use std::fs;

use crate::repo::{self, Repo};
use crate::{Outcome, node};

/// The targets, by the names of their programs and of their folders with seeds.
const TARGETS: [&str; 4] = ["parser", "import", "store", "pack"];

/// How often each target is run by `cargo xtask test`.
pub const SHORT: u64 = 20_000;
/// How often it is run before a release.
pub const LONG: u64 = 10_000_000;

/// Lets the compiler count what an input reaches, as the engine needs it.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=4 \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Says early whether the targets' own lock file still fits the app's dependencies: they are no part of the
/// workspace, so no other command of Cargo notices that one came or went.
pub fn is_locked(repo: &Repo) -> Outcome {
    let mut update = repo.command("cargo");
    repo::run(update.args(["update", "--workspace", "--locked", "--manifest-path", "tests/fuzz/Cargo.toml"]))
}

/// Runs every target this often, beginning with its seeds; the same inputs each time. What was found is
/// kept in `target/fuzz/corpus`, and an input that fails in `target/fuzz`.
pub fn fuzz(repo: &Repo, runs: u64) -> Outcome {
    set_up_compiler(repo)?;
    let host = host(repo)?;
    let folder = repo.path("target/fuzz");
    let mut build = repo.command("cargo");
    build.args(["build", "--release", "--locked", "--manifest-path", "tests/fuzz/Cargo.toml"]);
    build.args(["--target", &host, "--target-dir"]).arg(&folder).env("RUSTFLAGS", FLAGS);
    repo::run(&mut build)?;
    for target in TARGETS {
        let corpus = folder.join("corpus").join(target);
        repo::at("make", &corpus, fs::create_dir_all(&corpus))?;
        let program = folder.join(&host).join("release").join(target);
        let mut run = repo.command(program);
        run.arg(format!("-runs={runs}")).args([
            "-seed=1",
            "-max_len=6000",
            "-verbosity=0",
            "-print_funcs=0",
            "-print_final_stats=1",
        ]);
        run.arg(format!("-artifact_prefix={}/", folder.display()));
        run.arg(&corpus).arg(repo.path("tests/fuzz/corpus").join(target));
        repo::run(&mut run)?;
    }
    Ok(())
}

/// The engine itself is written in C++.
fn set_up_compiler(repo: &Repo) -> Outcome {
    let is_there = || ["c++", "g++", "clang++"].iter().any(|name| repo.which(name).is_some());
    if !is_there() {
        node::install_by_apt(repo, "g++", "the engine of the fuzz targets is written in C++")?;
    }
    if is_there() { Ok(()) } else { Err("the fuzz targets need a C++ compiler: please install g++".into()) }
}

/// Gives the name of this machine's kind, as the compiler calls it.
fn host(repo: &Repo) -> Outcome<String> {
    let output =
        repo.command("rustc").arg("-vV").output().map_err(|error| format!("cannot run rustc: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_string).ok_or_else(|| "rustc does not say for which machine it compiles".to_string())
}
