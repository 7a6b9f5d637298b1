//! Installs what needs Node: the programs that shrink the app and let it open without signal, and the browser tests
//! with Chromium.
//!
//! The build works without Node, though not as small, and the app then needs signal to open. The tests do not.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::repo::{self, Repo};

/// The oldest Node that the test libraries support.
const NODE: u32 = 20;
/// The version whose scores are the goal: another one weighs the same page in another way.
const LIGHTHOUSE: &str = "12.8.2";
const CHROMIUM_NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Installs the programs that make the app smaller and let it open without signal; answers whether Node is there
/// for it.
pub fn set_up_packagers(repo: &Repo) -> Outcome<bool> {
    if repo.which("npm").is_none() {
        println!(
            "xtask: Node is missing, so the app is not shrunk and gets no service worker: it works, but is larger than \
             the shipped one and does not open without signal"
        );
        return Ok(false);
    }
    let folder = packagers(repo);
    repo::at("make", &folder, fs::create_dir_all(&folder))?;
    for name in ["package.json", "package-lock.json"] {
        let original = repo.path("xtask").join(name);
        let wanted = repo::at("read", &original, fs::read(&original))?;
        let copy = folder.join(name);
        // Left alone when it is the same, so that its age tells whether the packages are up to date.
        if fs::read(&copy).ok() != Some(wanted) {
            repo::at("copy", &original, fs::copy(&original, &copy))?;
        }
    }
    install_packages(
        repo,
        &folder,
        "wasm-opt, terser and Workbox, which make the app smaller and let it open without signal (180 MB, a minute)",
    )?;
    Ok(true)
}

/// Gives the folder where these programs are installed.
pub fn packagers(repo: &Repo) -> PathBuf {
    repo.tools().join("npm")
}

/// Installs the libraries of the browser tests and answers where Chromium is.
pub fn set_up_browser_tests(repo: &Repo) -> Outcome<PathBuf> {
    check_node(repo)?;
    let chromium = set_up_chromium(repo)?;
    set_up_poppler(repo)?;
    install_packages(repo, &repo.path("tests/browser"), "the libraries of the browser tests (seconds)")?;
    Ok(chromium)
}

/// Installs what the app is measured against and answers where Chromium is.
pub fn set_up_bench(repo: &Repo) -> Outcome<PathBuf> {
    check_node(repo)?;
    let chromium = set_up_chromium(repo)?;
    let what = "what the app is measured against (150 MB, a minute)";
    install_packages(repo, &repo.path("bench"), what)?;
    Ok(chromium)
}

/// Installs Lighthouse and answers where it is.
pub fn set_up_lighthouse(repo: &Repo) -> Outcome<PathBuf> {
    let folder = repo.tools().join("lighthouse");
    let there = folder.join("node_modules/lighthouse");
    let version = format!("\"version\": \"{LIGHTHOUSE}\"");
    if !fs::read_to_string(there.join("package.json")).is_ok_and(|text| text.contains(&version)) {
        println!("xtask: installing Lighthouse {LIGHTHOUSE} (100 MB, a minute)");
        repo::at("make", &folder, fs::create_dir_all(&folder))?;
        let mut npm = repo.command("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
        repo::run(npm.arg(format!("lighthouse@{LIGHTHOUSE}")))?;
    }
    Ok(there)
}

/// Installs what the lock file in a folder names, unless that was done since the file changed.
fn install_packages(repo: &Repo, folder: &Path, what: &str) -> Outcome {
    let modified = |file: &str| folder.join(file).metadata().and_then(|facts| facts.modified()).ok();
    // npm leaves this copy of the lock file behind when it is done.
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    println!("xtask: installing {what}");
    repo::run(repo.command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
}

fn check_node(repo: &Repo) -> Outcome {
    let said = repo::answer(repo.command("node").arg("--version"));
    let major = said.as_deref().and_then(major_version);
    match (major, repo.which("npm")) {
        (Some(major), Some(_)) if major >= NODE => Ok(()),
        _ => Err(format!("the browser tests need Node {NODE} or newer with npm: please install it")),
    }
}

fn major_version(said: &str) -> Option<u32> {
    said.trim_start_matches('v').split('.').next()?.parse().ok()
}

fn set_up_chromium(repo: &Repo) -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("CHROME").map(PathBuf::from) {
        let missing = format!("$CHROME names {}, which is not there", named.display());
        return if named.is_file() { Ok(named) } else { Err(missing) };
    }
    let find = || CHROMIUM_NAMES.iter().find_map(|name| repo.which(name));
    if let Some(found) = find() {
        return Ok(found);
    }
    install_by_apt(repo, "chromium", "the browser tests run in it")?;
    find().ok_or("the browser tests need Chromium: please install it, or name it in $CHROME".into())
}

/// Installs what reads printed pages: Poppler knows where each word of a PDF stands.
fn set_up_poppler(repo: &Repo) -> Outcome {
    const READER: &str = "pdftotext";
    if repo.which(READER).is_none() {
        install_by_apt(repo, "poppler-utils", "the browser tests read printed pages with it")?;
    }
    let missing = "the browser tests need pdftotext: please install the tools of Poppler (poppler-utils)";
    repo.which(READER).map(drop).ok_or(missing.into())
}

/// Installs a package of the system where that is possible; where it is not, the caller finds it missing.
pub fn install_by_apt(repo: &Repo, package: &str, why: &str) -> Outcome {
    let is_root = repo::answer(repo.command("id").arg("-u")).as_deref() == Some("0");
    if is_root && repo.which("apt-get").is_some() {
        println!("xtask: installing {package} by apt-get: {why} (a minute or two)");
        let mut apt = repo.command("apt-get");
        repo::run(apt.arg("update"))?;
        let mut apt = repo.command("apt-get");
        apt.args(["install", "--yes", "--no-install-recommends", package]);
        repo::run(apt.env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_of_node_is_read() {
        assert_eq!(major_version("v20.20.2"), Some(20));
        assert_eq!(major_version("nothing"), None);
    }
}
