//! Asks Lighthouse what it thinks of the app as it is shipped, on a phone.
//!
//! What is asked, of which pages and how good the answers have to be is in `tests/browser/lighthouse.mjs`.

use crate::repo::{self, Repo};
use crate::{Outcome, bench, dist, node};

/// Sets up, builds the app and the native command unless they are there, and asks.
pub fn ask(repo: &Repo, built: bool) -> Outcome {
    let chromium = node::set_up_browser_tests(repo)?;
    let lighthouse = node::set_up_lighthouse(repo)?;
    if !built {
        dist::dist(repo)?;
    }
    let command = bench::native_command(repo, built)?;
    let reports = repo.path("target/lighthouse");
    let mut node = repo.command("node");
    node.arg("lighthouse.mjs").current_dir(repo.path("tests/browser"));
    node.env("LIGHTHOUSE", lighthouse).env("PARAF_REPORTS", &reports);
    node.env("PARAF_DIST", repo.dist()).env("PARAF_BIN", command).env("CHROME", chromium);
    repo::run(&mut node)?;
    println!("xtask: the whole reports are in {}", reports.display());
    Ok(())
}
