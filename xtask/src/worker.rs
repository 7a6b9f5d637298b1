//! Makes the service worker, by which the app opens without signal after the first visit.
//!
//! Workbox does it, in xtask/worker.mjs, from what stands in the folder by then.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::node;
use crate::package::WORKER;
use crate::repo::{self, Repo};

/// Makes the service worker of a built app; without Node, one that takes itself off the device.
pub fn make(repo: &Repo, folder: &Path, has_node: bool) -> Outcome {
    if has_node {
        let mut node = repo.command("node");
        let script = repo.path("xtask/worker.mjs");
        // What changed since the last time is asked of the folder, and Workbox of where it is installed.
        return repo::run(node.arg(script).arg(folder).current_dir(node::packagers(repo)));
    }
    let file = folder.join(WORKER);
    repo::at("write", &file, fs::copy(repo.path("start/gone.js"), &file)).map(|_| ())
}
