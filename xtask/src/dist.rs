//! Makes of a built app all that is handed out: what is on a host, compressed ahead of time, and the app in one file.

use std::fs;
use std::io::Write;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::repo::{self, Repo};
use crate::{Outcome, build, node, policy, single, sizes, tools};

/// What is worth compressing: texts and programs. The app in one file is packed inside already.
const COMPRESSED: [&str; 7] = [".html", ".js", ".wasm", ".txt", ".webmanifest", ".svg", ".css"];

/// What stands behind the names of files that were made of others.
const DERIVED: [&str; 3] = [".br", ".gz", ".sha256"];

/// Builds the app, and makes the rest.
pub fn dist(repo: &Repo) -> Outcome {
    build::build(repo)?;
    add(repo, &repo.dist())
}

/// Puts the app in one file, and each file compressed, beside what was built.
pub fn add(repo: &Repo, dist: &Path) -> Outcome {
    let has_node = node::set_up_packagers(repo)?;
    single::make(repo, dist, &tools::version_of_app(repo)?, has_node)?;
    policy::write_headers(dist)?;
    for name in sizes::names(dist)? {
        if name != single::NAME && COMPRESSED.iter().any(|ending| name.ends_with(ending)) {
            compress(&dist.join(name))?;
        }
    }
    Ok(())
}

/// Says whether a file was made of another one, so that nobody asks for it by its name.
pub fn is_derived(name: &str) -> bool {
    DERIVED.iter().any(|ending| name.ends_with(ending))
}

/// Removes what was made of other files of a folder, because these have changed.
pub fn remove_derived(folder: &Path) -> Outcome {
    for name in sizes::all_names(folder)?.iter().filter(|name| is_derived(name) || *name == single::NAME) {
        let file = folder.join(name);
        repo::at("remove", &file, fs::remove_file(&file))?;
    }
    Ok(())
}

/// Puts a file compressed by brotli and by gzip, each as small as it gets, beside it.
fn compress(file: &Path) -> Outcome {
    let bytes = repo::at("read", file, fs::read(file))?;
    let beside = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        name
    };
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(&bytes).and_then(|()| gzip.finish());
    repo::at("compress", file, packed.and_then(|packed| fs::write(beside(".gz"), packed)))?;
    let mut packed = Vec::new();
    // Quality 11 and the largest window are the defaults.
    let params = BrotliEncoderParams { size_hint: bytes.len(), ..Default::default() };
    repo::at("compress", file, brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params))?;
    repo::at("write", file, fs::write(beside(".br"), packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_of_a_file_goes_when_it_changes() {
        let folder = std::env::temp_dir().join(format!("paraf-dist-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("index.html");
        fs::write(&file, "<p>".repeat(100)).unwrap();
        compress(&file).unwrap();
        fs::write(folder.join(single::NAME), "one").unwrap();
        let made = sizes::all_names(&folder).unwrap();
        assert_eq!(made, ["index.html", "index.html.br", "index.html.gz", single::NAME]);
        assert_eq!(sizes::names(&folder).unwrap(), ["index.html", single::NAME]);
        remove_derived(&folder).unwrap();
        assert_eq!(sizes::all_names(&folder).unwrap(), ["index.html"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
