//! Installs the tools of the web build: the wasm32 target, Trunk and the wasm-bindgen command.
//!
//! A tool of the right version on the PATH is used as it is. What is missing goes into `.tools/`, so
//! nothing outside the repository changes, apart from the target that rustup adds. The tools that
//! need Node are in `node.rs`.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Instant;

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
    /// What `cargo install` is told to build, and the environment that makes that cheap; a tool runs for seconds a day.
    options: &'a [&'a str],
    profile: &'a [(&'a str, &'a str)],
}

/// Installs whatever the web build lacks. What has to be built is built at the same time: while one tool waits for its
/// largest part, which takes one core, the other has the rest.
pub fn set_up(repo: &Repo) -> Outcome {
    set_up_target(repo)?;
    let lock_file = repo.path("Cargo.lock");
    let lock = repo::at("read", &lock_file, fs::read_to_string(&lock_file))?;
    let bindgen = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen")?;
    let tools = [
        CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: bindgen,
            purpose: "writes the JavaScript side of the app; its version must equal the one in Cargo.lock",
            duration: "2 to 6 minutes",
            // Its library alone, see there.
            options: &["--path", "xtask/bindgen", "--locked", "--target-dir", "target/bindgen"],
            profile: &[],
        },
        CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK_VERSION,
            purpose: "builds the web app",
            duration: "4 to 10 minutes",
            // Without what asks the network for newer versions of it and serves over https.
            options: &["trunk", "--version", TRUNK_VERSION, "--locked", "--no-default-features"],
            profile: &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
                ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ],
        },
    ];
    let missing: Vec<_> =
        tools.iter().filter(|tool| !is_there(repo, tool) && !fetch_built(repo, tool)).collect();
    for CargoTool { program, version, purpose, duration, .. } in &missing {
        println!("xtask: building {program} {version}, once, into .tools/: it {purpose} ({duration})");
    }
    thread::scope(|scope| {
        let building: Vec<_> = missing.iter().map(|tool| scope.spawn(|| build(repo, tool))).collect();
        // All of them are waited for, so that none is left half built because another failed.
        let ended: Vec<Outcome> = building
            .into_iter()
            .map(|one| one.join().unwrap_or(Err("building was cut off".into())))
            .collect();
        ended.into_iter().collect()
    })
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

fn build(repo: &Repo, tool: &CargoTool) -> Outcome {
    let start = Instant::now();
    let mut install = repo.command("cargo");
    install.args(["install", "--force"]).args(tool.options).arg("--root").arg(repo.tools());
    // Two bars of progress would write over each other; the lines about each part are progress enough.
    install.env("CARGO_TERM_PROGRESS_WHEN", "never").envs(tool.profile.iter().copied());
    repo::run(&mut install)?;
    let CargoTool { program, version, .. } = tool;
    if !is_there(repo, tool) {
        return Err(format!("{program} {version} was built but does not run"));
    }
    println!("xtask: {program} is built, after {} s", start.elapsed().as_secs());
    Ok(())
}

/// Tries to fetch a tool that others have built, which takes seconds; says whether it is there now. Few machines have
/// binstall.
fn fetch_built(repo: &Repo, tool: &CargoTool) -> bool {
    if repo.which("cargo-binstall").is_none() {
        return false;
    }
    println!("xtask: fetching {} {} into .tools/: it {}", tool.program, tool.version, tool.purpose);
    let mut binstall = repo.command("cargo");
    binstall.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile", "--root"]);
    binstall.arg(repo.tools()).arg(format!("{}@{}", tool.package, tool.version));
    repo::run(&mut binstall).is_ok() && is_there(repo, tool)
}

fn is_there(repo: &Repo, tool: &CargoTool) -> bool {
    // Trunk 0.21 takes NO_COLOR=1 for a malformed option and stops.
    let said = repo::answer(repo.command(tool.program).arg("--version").env_remove("NO_COLOR"));
    said.is_some_and(|said| said.split_whitespace().nth(1) == Some(tool.version))
}

/// Gives the version of the app.
pub fn version_of_app(repo: &Repo) -> Outcome<String> {
    let lock_file = repo.path("Cargo.lock");
    let lock = repo::at("read", &lock_file, fs::read_to_string(&lock_file))?;
    locked_version(&lock, "paraf")
        .map(str::to_string)
        .ok_or_else(|| "Cargo.lock does not name the app".into())
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
    fn the_wasm_bindgen_that_is_built_is_that_of_the_app() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let app = fs::read_to_string(folder.join("../Cargo.lock")).unwrap();
        let tool = fs::read_to_string(folder.join("bindgen/Cargo.lock")).unwrap();
        for package in ["wasm-bindgen-cli-support", "paraf-bindgen"] {
            assert_eq!(locked_version(&tool, package), locked_version(&app, "wasm-bindgen"), "{package}");
        }
    }

    #[test]
    fn version_is_that_of_the_very_package() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\
            dependencies = [\n \"wasm-bindgen\",\n]\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
