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
        // Workbox is found from the folder in which it is installed.
        return repo::run(node.arg(script).arg(folder).current_dir(node::packagers(repo)));
    }
    let file = folder.join(WORKER);
    repo::at("write", &file, fs::copy(repo.path("start/gone.js"), &file)).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_node_an_older_worker_is_taken_off_the_device() {
        let folder = std::env::temp_dir().join(format!("paraf-worker-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        make(&Repo::find().unwrap(), &folder, false).unwrap();
        let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(worker.contains("unregister") && !worker.contains("fetch"), "{worker}");
    }
}
