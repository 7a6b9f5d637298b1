//! Installs the tools of the web build: the wasm32 target, Trunk and the wasm-bindgen command.
//!
//! A tool of the right version on the PATH is used as it is. What is missing goes into `.tools/`, so
//! nothing outside the repository changes, apart from the target that rustup adds. The tools that
//! need Node are in `node.rs`.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::repo::{self, Repo};

const TRUNK_VERSION: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";

/// A command-line tool that comes from the crates registry.
struct CargoTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    purpose: &'a str,
    /// How long building it takes on two cores, in words.
    duration: &'a str,
    /// Options and environment that make building it cheap; a tool runs for seconds a day.
    options: &'a [&'a str],
    profile: &'a [(&'a str, &'a str)],
}

/// Installs whatever the web build lacks.
pub fn set_up(repo: &Repo) -> Outcome {
    set_up_target(repo)?;
    let lock_file = repo.path("Cargo.lock");
    let lock = repo::at("read", &lock_file, fs::read_to_string(&lock_file))?;
    let bindgen = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen")?;
    set_up_tool(
        repo,
        &CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: bindgen,
            purpose: "writes the JavaScript side of the app; its version must equal the one in Cargo.lock",
            duration: "2 to 4 minutes",
            // Not `--locked`: the lock file inside this package may name a crate that was withdrawn.
            options: &[],
            profile: &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ],
        },
    )?;
    set_up_tool(
        repo,
        &CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK_VERSION,
            purpose: "builds the web app",
            duration: "2 to 4 minutes",
            options: &["--locked"],
            profile: &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ],
        },
    )
}

fn set_up_target(repo: &Repo) -> Outcome {
    let mut question = repo.command("rustc");
    question.args(["--print", "target-libdir", "--target", WASM]);
    if repo::answer(&mut question).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("xtask: installing the Rust target {WASM}, which the app is compiled to (seconds)");
    repo::run(repo.command("rustup").args(["target", "add", WASM]))
        .map_err(|problem| format!("please install the Rust target {WASM}: {problem}"))
}

fn set_up_tool(repo: &Repo, tool: &CargoTool) -> Outcome {
    if is_there(repo, tool) {
        return Ok(());
    }
    let CargoTool { package, version, purpose, duration, .. } = tool;
    println!("xtask: installing {package} {version} into .tools/: it {purpose}");
    if fetch_built(repo, tool) && is_there(repo, tool) {
        return Ok(());
    }
    println!("xtask: building {package}, once; this takes about {duration}");
    let mut install = repo.command("cargo");
    install.args(["install", "--force", "--version", version]).args(tool.options).arg("--root");
    install.arg(repo.tools()).arg(package).envs(tool.profile.iter().copied());
    repo::run(&mut install)?;
    if is_there(repo, tool) { Ok(()) } else { Err(format!("{package} {version} was built but does not run")) }
}

/// Tries to fetch a tool that others have built, which takes seconds; few machines have binstall.
fn fetch_built(repo: &Repo, tool: &CargoTool) -> bool {
    if repo.which("cargo-binstall").is_none() {
        return false;
    }
    let mut binstall = repo.command("cargo");
    binstall.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile", "--root"]);
    binstall.arg(repo.tools()).arg(format!("{}@{}", tool.package, tool.version));
    repo::run(&mut binstall).is_ok()
}

fn is_there(repo: &Repo, tool: &CargoTool) -> bool {
    // Trunk 0.21 takes NO_COLOR=1 for a malformed option and stops.
    let said = repo::answer(repo.command(tool.program).arg("--version").env_remove("NO_COLOR"));
    said.is_some_and(|said| said.split_whitespace().nth(1) == Some(tool.version))
}

/// Finds the version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry =
        lock.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{package}\"\n")))?;
    entry.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_is_that_of_the_very_package() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\
            dependencies = [\n \"wasm-bindgen\",\n]\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
