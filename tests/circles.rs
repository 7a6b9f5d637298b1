//! No room imports one that imports it: whoever changes a page need not read the rest.
//!
//! Read from the `use` lines, file by file. A folder and its own files belong together, so arrows between them do not
//! count; in `app`, whose folder knows all rooms, they do.

#![allow(clippy::unwrap_used, reason = "a helper that fails has to end its test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Gives the code of all files of `src` by the names of their modules.
fn modules() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().with_extension("");
                let name = name.to_string_lossy().replace(['/', '\\'], "::");
                let name = name.strip_suffix("::mod").unwrap_or(&name).to_string();
                let text = fs::read_to_string(&path).unwrap();
                found.insert(
                    name,
                    text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_string(),
                );
            }
        }
    }
    found
}

/// Gives each path of a `use`, without its braces.
fn spread(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.trim().to_string()];
    };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for letter in rest.trim_end().trim_end_matches('}').chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => parts.push(String::new()),
            letter => parts.last_mut().unwrap().push(letter),
        }
    }
    let inner = parts.iter().filter(|part| !part.trim().is_empty()).flat_map(|part| spread(part));
    inner.map(|path| [before.trim(), &path].concat()).collect()
}

/// Gives the paths that a file names: in its `use` lines, and written out from the root or the room above.
fn paths(code: &str) -> Vec<String> {
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut paths = Vec::new();
    for (start, _) in code.match_indices("use ") {
        let is_line = code.get(..start).is_some_and(|before| {
            let begins = before.rsplit('\n').next().unwrap_or_default().trim();
            begins.is_empty() || begins.starts_with("pub")
        });
        if let (true, Some((tree, _))) = (is_line, code[start + 4..].split_once(';')) {
            paths.extend(spread(&tree.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    // What ends in a colon goes on in braces, and was read above.
    let words = code.split(|letter| !is_part(letter)).filter(|word| !word.ends_with(':'));
    paths.extend(
        words.filter(|word| word.starts_with("crate::") || word.starts_with("super::")).map(String::from),
    );
    paths
}

/// Follows a path from a module to the module that it leads into.
fn target(modules: &BTreeMap<String, String>, from: &str, path: &str) -> Option<String> {
    let mut here: Vec<&str> = from.split("::").collect();
    let mut parts = path.split(" as ").next()?.split("::").peekable();
    match *parts.peek()? {
        "crate" => (here.clear(), parts.next()).1,
        "super" => {
            while parts.next_if_eq(&"super").is_some() {
                here.pop();
            }
            None
        }
        "self" => parts.next(),
        first if modules.contains_key(&[from, "::", first].concat()) => None,
        _ => return None,
    };
    here.extend(parts);
    while !here.is_empty() && !modules.contains_key(&here.join("::")) {
        here.pop();
    }
    Some(if here.is_empty() { "lib".into() } else { here.join("::") })
}

fn is_own(folder: &str, file: &str) -> bool {
    folder != "app" && file.rsplit_once("::").is_some_and(|(above, _)| above == folder)
}

/// Gives for each module those that it imports.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let modules = modules();
    let mut arrows = BTreeMap::new();
    for (name, code) in &modules {
        let to = paths(code).into_iter().filter_map(|path| target(&modules, name, &path));
        let counts = |to: &String| to != name && !is_own(to, name) && !is_own(name, to);
        arrows.insert(name.clone(), to.filter(counts).collect());
    }
    arrows
}

/// Gives the shortest way from a module back to itself, if there is one.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>, from: &str) -> Option<Vec<String>> {
    let (mut ways, mut seen) = (vec![vec![from.to_string()]], BTreeSet::new());
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in arrows.get(way.last()?)? {
                if next == from {
                    return Some([way, vec![next.clone()]].concat());
                }
                if seen.insert(next.clone()) {
                    longer.push([way.clone(), vec![next.clone()]].concat());
                }
            }
        }
        ways = longer;
    }
    None
}

#[test]
fn no_room_imports_one_that_imports_it() {
    let arrows = arrows();
    let count: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(arrows.len() > 150 && count > 600, "the imports were not read");
    let circles: BTreeSet<String> =
        arrows.keys().filter_map(|name| circle(&arrows, name)).map(|way| way.join(" imports ")).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_named() {
    let to = |names: &[&str]| names.iter().map(|name| (*name).to_string()).collect();
    let mut arrows =
        BTreeMap::from([("a".into(), to(&["b"])), ("b".into(), to(&["c"])), ("c".into(), to(&[]))]);
    assert_eq!(circle(&arrows, "a"), None);
    arrows.insert("c".into(), to(&["a"]));
    assert_eq!(circle(&arrows, "b").unwrap().join(" "), "b c a b");
}
