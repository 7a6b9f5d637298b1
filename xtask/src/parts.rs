//! Tells what each part of the program costs: the code of the functions of each room of `src/` and of each library, as
//! the linker left it, with names; what is shipped is a fifth smaller, and has none.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::Outcome;
use crate::repo::{self, Repo};

/// Where the linker leaves the program.
const LINKED: &str = "target/wasm32-unknown-unknown/release/paraf-web.wasm";

/// Libraries that are there for one thing, by how their names begin.
const LIBRARIES: [(&str, &[&str]); 5] = [
    (
        "Leptos",
        &[
            "leptos",
            "tachys",
            "reactive_",
            "either_of",
            "any_spawner",
            "throw_error",
            "hydration",
            "or_poisoned",
            "oco_",
            "server_fn",
            "slotmap",
            "guardian",
            "next_tuple",
            "erased",
            "linear_map",
            "rustc_hash",
            "futures",
            "async_lock",
            "event_listener",
        ],
    ),
    (
        "signatures and hashes",
        &[
            "curve25519",
            "ed25519",
            "sha2",
            "digest",
            "signature",
            "bs58",
            "zeroize",
            "subtle",
            "block_buffer",
            "crypto_common",
            "hybrid_array",
            "cpufeatures",
        ],
    ),
    ("what binds to the browser", &["wasm_bindgen", "js_sys", "web_sys", "gloo", "getrandom"]),
    ("deflate", &["miniz_oxide", "adler"]),
    ("JSON and dates", &["serde", "chrono", "itoa", "ryu", "indexmap", "hashbrown"]),
];

/// Prints a line for each part, the largest first.
pub fn report(repo: &Repo) -> Outcome {
    let file = repo.path(LINKED);
    let bytes = repo::at("read", &file, fs::read(&file))?;
    let parts = parts(&bytes).map_err(|fault| format!("{LINKED} cannot be read: {fault}"))?;
    let sum: usize = parts.values().sum();
    let mut lines: Vec<(&String, &usize)> = parts.iter().collect();
    lines.sort_by_key(|(_, size)| std::cmp::Reverse(**size));
    println!("| Part | KiB | |\n|---|---|---|");
    for (part, size) in lines {
        println!("| {part} | {} | {} % |", (size + 512) / 1024, (size * 100 + sum / 2) / sum);
    }
    Ok(())
}

/// Gives the bytes of each part.
fn parts(bytes: &[u8]) -> wasmparser::Result<BTreeMap<String, usize>> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut parts = BTreeMap::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(size(&body.range())),
            Payload::DataSection(section) => {
                parts.insert("texts and tables".to_string(), size(&section.range()));
            }
            Payload::ElementSection(section) => {
                *parts.entry(String::from("the rest")).or_default() += size(&section.range());
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for name in section {
                        if let Name::Function(map) = name? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, size) in (imported..).zip(bodies) {
        let name = names.get(&index).copied().unwrap_or_default();
        // They tell wasm-bindgen what to write into its script, and are not shipped.
        if name.starts_with("__wbindgen_describe") {
            continue;
        }
        *parts.entry(part_of(&format!("{:#}", rustc_demangle::demangle(name)))).or_default() += size;
    }
    Ok(parts)
}

fn size(range: &Range<u64>) -> usize {
    (range.end - range.start) as usize
}

/// Gives the part to which a function belongs, by the first crate that its name tells.
fn part_of(name: &str) -> String {
    let begin = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let begin = begin.strip_prefix("_ as ").unwrap_or(begin);
    let begin = begin.trim_start_matches("mut ").trim_start_matches("dyn ");
    let mut path = begin.split("::");
    let first = path.next().unwrap_or_default();
    if first == "paraf" {
        let room = path.next().unwrap_or_default();
        return format!(
            "`src/{}`",
            room.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
        );
    }
    let is_one = |beginnings: &[&str]| beginnings.iter().any(|beginning| first.starts_with(beginning));
    match LIBRARIES.iter().find(|(_, beginnings)| is_one(beginnings)) {
        Some((part, _)) => part.to_string(),
        None if ["core", "alloc", "std", "dlmalloc", "compiler_builtins", "hashbrown"].contains(&first) => {
            "the standard library".to_string()
        }
        None => "the rest".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_first_crate_that_its_name_tells() {
        for (name, part) in [
            ("paraf::app::import::go_on", "`src/app`"),
            ("<paraf::storage::Store<paraf::browser::Local>>::write", "`src/storage`"),
            ("<_ as tachys::view::Render>::build", "Leptos"),
            ("<&curve25519_dalek::backend::Field as core::ops::Mul>::mul", "signatures and hashes"),
            ("core::fmt::write", "the standard library"),
            ("main", "the rest"),
        ] {
            assert_eq!(part_of(name), part, "{name}");
        }
    }
}
