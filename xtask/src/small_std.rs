//! The standard library, built small for the web app.
//!
//! The one that comes with Rust holds the words of every panic and all that is needed to write them.
//! Built anew so that a panic stops at once, the app is about 14 KB smaller by brotli. The page itself
//! notices when the program stops, see `index.html`. That build is not stable in Rust 1.95, so it asks
//! for the compiler's leave by `RUSTC_BOOTSTRAP`, for the app alone.

use std::path::Path;

use crate::repo::{self, Repo};

/// The environment that makes cargo build the standard library with the app.
const ENVIRONMENT: [(&str, &str); 5] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
    ("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort"),
];

/// Compiler options that go with it: no place of a panic and no words for developers in the program.
pub const OPTIONS: [&str; 2] = ["-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Gives the environment, after fetching the source of the standard library; nothing when it cannot
/// be had, and the app is built with the one that is there.
pub fn environment(repo: &Repo) -> &'static [(&'static str, &'static str)] {
    if !is_there(repo) {
        println!("xtask: installing the source of the standard library, to build it small (seconds)");
        let added = repo::run(repo.command("rustup").args(["component", "add", "rust-src"]));
        if added.is_err() || !is_there(repo) {
            println!("xtask: it cannot be had, so the app works but is larger than the shipped one");
            return &[];
        }
    }
    &ENVIRONMENT
}

fn is_there(repo: &Repo) -> bool {
    let sysroot = repo::answer(repo.command("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}
