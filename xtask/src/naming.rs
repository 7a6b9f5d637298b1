//! Names files by their own bytes, so that a browser may keep them for ever and never has another than was meant.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use crate::Outcome;
use crate::repo;

/// Names each file at the top of dist/ that has a hash in its name by its own bytes, and says so wherever it is
/// named. Trunk 0.21 names a script by its program, and both were shrunk since.
pub fn name_by_content(dist: &Path) -> Outcome {
    let mut files = Vec::new();
    for entry in repo::at("read", dist, fs::read_dir(dist))?.flatten().filter(|entry| entry.path().is_file())
    {
        let bytes = repo::at("read", &entry.path(), fs::read(entry.path()))?;
        files.push((entry.file_name().to_string_lossy().into_owned(), bytes));
    }
    files.sort();
    for (old, new) in rename(&mut files)? {
        repo::at("remove", &dist.join(&old), fs::remove_file(dist.join(&old)))?;
        println!("xtask: {old} is named {new}");
    }
    for (name, bytes) in files {
        repo::at("write", &dist.join(&name), fs::write(dist.join(&name), bytes))?;
    }
    Ok(())
}

/// Gives the files, each a name and its bytes, their names; answers what was named anew. A file is named once all
/// those are that it names itself.
fn rename(files: &mut [(String, Vec<u8>)]) -> Outcome<Vec<(String, String)>> {
    let mut waiting: Vec<usize> = (0..files.len()).filter(|index| is_hashed(&files[*index].0)).collect();
    let mut renamed = Vec::new();
    while !waiting.is_empty() {
        let names_none = |index: &usize| {
            waiting.iter().all(|other| other == index || find(&files[*index].1, &files[*other].0).is_none())
        };
        let place =
            waiting.iter().position(names_none).ok_or("files of dist/ name each other in a circle")?;
        let index = waiting.remove(place);
        let old = files[index].0.clone();
        let new = name_of(&without_hash(&old), &files[index].1);
        if old == new {
            continue;
        }
        files[index].0.clone_from(&new);
        for (_, bytes) in files.iter_mut() {
            *bytes = replaced(bytes, &old, &new);
        }
        renamed.push((old, new));
    }
    Ok(renamed)
}

fn find(bytes: &[u8], name: &str) -> Option<usize> {
    bytes.windows(name.len()).position(|window| window == name.as_bytes())
}

fn replaced(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let (mut done, mut rest) = (Vec::new(), bytes);
    while let Some(place) = find(rest, old) {
        done.extend_from_slice(&rest[..place]);
        done.extend_from_slice(new.as_bytes());
        rest = &rest[place + old.len()..];
    }
    done.extend_from_slice(rest);
    done
}

/// Says whether a name carries a hash: sixteen digits behind a hyphen, of which Trunk leaves out those that are zero at
/// the beginning.
pub fn is_hashed(name: &str) -> bool {
    hash_in(name).is_some()
}

/// Finds the hash in a name: where its digits begin and end.
fn hash_in(name: &str) -> Option<(usize, usize)> {
    let digits = |(place, _): (usize, &str)| {
        let rest = &name[place + 1..];
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | 'a'..='f'))?;
        let is_hash = (12..=16).contains(&end) && rest[end..].starts_with(['.', '_']);
        is_hash.then_some((place + 1, place + 1 + end))
    };
    name.match_indices('-').find_map(digits)
}

fn without_hash(name: &str) -> String {
    let (begin, end) = hash_in(name).unwrap_or_default();
    [&name[..begin], &name[end..]].concat()
}

/// Puts the hash of the bytes behind the last hyphen of a name that has none yet.
pub fn name_of(name: &str, bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let (before, after) = name.rsplit_once('-').unwrap_or((name, ""));
    format!("{before}-{:016x}{after}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut files: Vec<_> =
            files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect();
        rename(&mut files).unwrap();
        files.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
    }

    const PROGRAM: (&str, &str) = ("p-0123456789abcdef_bg.wasm", "program");
    const SCRIPT: (&str, &str) = ("p-0123456789abcdef.js", "load('p-0123456789abcdef_bg.wasm')");
    const PAGE: (&str, &str) = ("index.html", "p-0123456789abcdef.js p-0123456789abcdef_bg.wasm");

    #[test]
    fn each_file_is_named_by_its_own_bytes_and_found_by_its_name() {
        let files = named(&[PAGE, SCRIPT, PROGRAM]);
        let [page, script, program] = &files[..] else { panic!("{files:?}") };
        assert_eq!(page.0, "index.html");
        assert_eq!(page.1, format!("{} {}", script.0, program.0));
        assert_eq!(script.1, format!("load('{}')", program.0));
        assert_eq!(program.0, name_of("p-_bg.wasm", b"program"));
        assert_eq!(script.0, name_of("p-.js", script.1.as_bytes()));
        assert_eq!(named(&[(&page.0, &page.1), (&script.0, &script.1), (&program.0, &program.1)]), files);
    }

    #[test]
    fn another_script_has_another_name_though_its_program_is_the_same() {
        let name = |text| named(&[("p-0123456789abcdef.js", text)]).swap_remove(0).0;
        assert_ne!(name("a"), name("b"));
        let of_script = |program| named(&[SCRIPT, (PROGRAM.0, program)]).swap_remove(0).0;
        assert_ne!(of_script("program"), of_script("another"));
    }

    #[test]
    fn only_what_carries_a_hash_is_named_anew() {
        assert!(is_hashed("style-0123456789abcdef.css") && is_hashed(PROGRAM.0));
        let shorter = named(&[("p-123456789abcdef_bg.wasm", "program")]);
        assert_eq!(shorter[0].0, name_of("p-_bg.wasm", b"program"), "Trunk writes no zero at the beginning");
        for name in ["index.html", "sw.js", "sign-512.png", "a-0123456789abcdefa.js", "a-0123456789abcdeg.js"]
        {
            assert!(!is_hashed(name), "{name}");
        }
        let circle = [
            ("a-0123456789abcdef.js", "b-0123456789abcdef.js"),
            ("b-0123456789abcdef.js", "a-0123456789abcdef.js"),
        ];
        let mut circle: Vec<_> =
            circle.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect();
        assert!(rename(&mut circle).is_err());
    }
}
