//! Makes the program and the scripts of the app smaller without changing what they do.
//!
//! Trunk 0.21 could run wasm-opt too, but would then fail where Node is missing. Its own shrinking of
//! scripts does not understand what wasm-bindgen writes today, and it says so with a warning.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::repo::{self, Repo};

/// What rustc 1.95 uses without being asked; wasm-opt must be told, and may use nothing newer.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Smallest first, until nothing changes any more; what only other tools would read is left out.
const EFFORT: [&str; 4] = ["-Oz", "--converge", "--strip-producers", "--strip-target-features"];

/// Shrinks each file at the top of a folder that can be shrunk.
pub fn shrink(repo: &Repo, folder: &Path) -> Outcome {
    for entry in repo::at("read", folder, fs::read_dir(folder))?.flatten() {
        let file = entry.path();
        let mut command = match file.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => {
                let run = || {
                    let mut command = repo.command("wasm-opt");
                    command.args(EFFORT).args(FEATURES);
                    command
                };
                // What one run leaves, another finds: a few hundred bytes.
                repo::run(run().arg("--output").arg(&file).arg(&file))?;
                run()
            }
            Some("js") => {
                let mut command = repo.command("terser");
                command.args(["--module", "--compress", "--mangle"]);
                command
            }
            _ => continue,
        };
        repo::run(command.arg("--output").arg(&file).arg(&file))?;
    }
    Ok(())
}
