//! Builds the web app into dist/.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::repo::{self, Repo};
use crate::{Outcome, dist, naming, node, package, policy, shrink, sizes, small_std, tools, worker};

/// Sets up, builds and packages the app, prints its size, and fails if that is above the budget.
pub fn build(repo: &Repo) -> Outcome {
    let (mut trunk, is_small) = trunk(repo, "build")?;
    repo::run(trunk.arg("--release"))?;
    sizes::report(&repo.dist(), is_small)
}

/// Builds the app as it comes, which takes seconds once it was done; gives the folder. It is neither small nor quick.
pub fn build_quickly(repo: &Repo) -> Outcome<PathBuf> {
    tools::set_up(repo)?;
    let folder = repo.path("target/quick");
    repo::run(plain_trunk(repo, "build")?.arg("--dist").arg(&folder))?;
    Ok(folder)
}

/// Serves the app on this computer, and builds it anew whenever something changes, until the person stops it.
pub fn serve(repo: &Repo, options: &[OsString]) -> Outcome {
    let (mut trunk, _) = trunk(repo, "serve")?;
    repo::run(trunk.arg("--release").args(options))
}

/// Sets up, and prepares a command of Trunk; says whether it will build all that makes the app small.
fn trunk(repo: &Repo, command: &str) -> Outcome<(Command, bool)> {
    tools::set_up(repo)?;
    let has_node = node::set_up_packagers(repo)?;
    let fetch = |environment: &[(&str, &str)]| {
        let mut fetch = repo.command("cargo");
        fetch.args(["fetch", "--locked", "--quiet", "--target", "wasm32-unknown-unknown"]);
        repo::run(fetch.envs(environment.iter().copied()))
    };
    let mut small = small_std::environment(repo);
    if !small.is_empty() && fetch(small).is_err() {
        println!(
            "xtask: the parts of the standard library cannot be had, so the app is built with the one there is"
        );
        small = &[];
    }
    fetch(&[])?;
    let mut trunk = plain_trunk(repo, command)?;
    let options: &[&str] = if small.is_empty() { &[] } else { &small_std::OPTIONS };
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", compiler_options(repo, options));
    trunk.envs(small.iter().copied());
    Ok((trunk, has_node && !small.is_empty()))
}

/// Prepares a command of Trunk. It is told to stay offline, so that it installs no tools of its own choice.
fn plain_trunk(repo: &Repo, command: &str) -> Outcome<Command> {
    let mut trunk = repo.command("trunk");
    trunk.arg(command).env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk 0.21 takes NO_COLOR=1 for a malformed option and stops.
    trunk.env_remove("NO_COLOR");
    let own = env::current_exe().map_err(|error| format!("cannot find my own file: {error}"))?;
    trunk.env("PARAF_XTASK", own);
    Ok(trunk)
}

/// Makes of what Trunk built what is shipped, as a hook of Trunk. While somebody works on the app, it is neither shrunk
/// nor kept for use without signal.
pub fn package(repo: &Repo) -> Outcome {
    let named =
        |name: &str| env::var(name).map_err(|_| format!("Trunk runs this, and says {name} (Trunk.toml)"));
    let (folder, profile) = (PathBuf::from(named("TRUNK_STAGING_DIR")?), named("TRUNK_PROFILE")?);
    package::put_start_in(&folder, &repo.path("start"))?;
    package::put_welcome_in(&folder, &repo.path("start"))?;
    package::join_styles(&folder)?;
    package::put_rules_in(&folder, &repo.path("src/rules/packs"))?;
    let has_node = profile == "release" && node::set_up_packagers(repo)?;
    if has_node {
        shrink::shrink(repo, &folder)?;
    }
    package::put_inside(&folder)?;
    finish(repo, &folder, has_node)
}

/// Names the files of a folder by their bytes again, after some of them were changed, and makes all that follows from
/// them anew.
pub fn seal(repo: &Repo, folder: &Path) -> Outcome {
    let has_node = node::set_up_packagers(repo)?;
    finish(repo, folder, has_node)
}

fn finish(repo: &Repo, folder: &Path, has_node: bool) -> Outcome {
    dist::remove_derived(folder)?;
    naming::name_by_content(folder)?;
    policy::allow_inside(&folder.join("index.html"))?;
    worker::make(repo, folder, has_node)?;
    policy::write_headers(folder)
}

/// Gives the compiler's options: SHA-2 without unrolled loops, which is 10 KB smaller, and no folders
/// of the builder in the shipped program.
fn compiler_options(repo: &Repo, more: &[&str]) -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo_home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registry = home.unwrap_or_default().join("registry/src");
    // The options are split at spaces; a folder with one is left as it is.
    let folders = [(registry, "crates"), (repo.path(""), "paraf")];
    let remaps = folders
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
        .filter(|option| !option.contains(' '));
    ["--cfg=sha2_backend_soft=\"compact\""]
        .iter()
        .chain(more)
        .map(|option| (*option).to_string())
        .chain(remaps)
        .collect::<Vec<_>>()
        .join(" ")
}
