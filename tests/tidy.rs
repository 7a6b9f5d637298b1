//! The order of the house, as a test: layers, sizes, words, colours and released packs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::app::library::rule_packs::SHIPPED;
use paraf::seal::canonical::Hash;
use paraf::seal::strict;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The hash of each shipped pack. Dossiers name it, so a line here is added and never changed.
const PACKS: [(&str, &str); 7] = [
    ("id-2024-1.json", "sha256:8eab7ed88d8251b83f708ce035750252c97ec2dd9274c6175f4bd3c94563bd7b"),
    ("id-2024-2.json", "sha256:a1f9cc8876cfa46070dc39cab3eb0bb8a222cb4e87561bcdfff6d2b6ba32395a"),
    ("id-2025.json", "sha256:56f4f2a4f0888e9b1f7c29b5e0dcd7fea7052a78763ca5def82f0a19a7b58ef8"),
    ("id-2026-first.json", "sha256:f7a388c82b0bda8022bf8a8871e03d549392a314dccec42c01aecb4c1d2c6a8e"),
    ("id-2026.json", "sha256:b1541c979121a9566229a1e579738fb9b896103f0291c4973bd6818224d7a140"),
    ("id-2027.json", "sha256:4f1b365357c0cb025dcf2752258b9f872b6680f137fe693072feea496f6153fd"),
    ("id-2025-first.json", "sha256:085fefdf8be6e8bfd632b3d0d8679724199e4a2d578d478048977b6975d90084"),
];

/// The most lines of a file.
const LINES: usize = 450;

/// A file of the repository: its path from the folder that was asked for, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// Gives the code without its tests, which stand at the end.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
    }

    /// Gives the lines of code that are neither comments nor tests, with their numbers.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code().lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(&format!("{folder}/")))
    }
}

/// Reads all files with this ending below a folder.
fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (mut found, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                if name != "node_modules" {
                    folders.push(path);
                }
            } else if name.ends_with(ending) {
                let short = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(File { path: short, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn sources() -> Vec<File> {
    files("src", ".rs")
}

/// Says whether a text names something as a word of its own.
fn names(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(place, _)| {
        !line[..place].ends_with(is_part) && !line[place + word.len()..].starts_with(is_part)
    })
}

/// Fails with the list of places that are not in order.
fn none(places: Vec<String>, promise: &str) {
    assert!(places.is_empty(), "{promise}:\n  {}\n", places.join("\n  "));
}

/// Finds the lines of some files that name one of these words.
fn naming<'a>(files: impl Iterator<Item = &'a File>, words: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for file in files {
        for (number, line) in file.lines() {
            let found = words.iter().filter(|word| names(line, word));
            places.extend(found.map(|word| format!("{}:{number} names {word}", file.path)));
        }
    }
    places
}

#[test]
fn layers_point_one_way() {
    let sources = sources();
    let below = |folders: &'static [&str]| sources.iter().filter(move |file| file.is_in(folders));
    let shell =
        ["crate::browser", "paraf::browser", "crate::ui", "web_sys", "js_sys", "leptos", "wasm_bindgen"];
    let mut places = naming(below(&["domain", "rules", "seal", "storage", "app", "lang", "cli"]), &shell);
    places.extend(naming(below(&["domain", "rules"]), &["crate::app", "crate::seal", "crate::lang"]));
    places.extend(naming(below(&["domain"]), &["crate::rules"]));
    places.extend(naming(below(&["seal"]), &["crate::app", "crate::rules", "crate::lang"]));
    places.extend(naming(below(&["storage"]), &["crate::app", "crate::rules", "crate::lang"]));
    places.extend(naming(below(&["lang"]), &["crate::app"]));
    places.extend(naming(below(&["browser"]), &["crate::ui", "leptos"]));
    none(places, "an inner layer names an outer one");
}

#[test]
fn only_the_shell_names_the_browser() {
    let outside: Vec<File> = sources()
        .into_iter()
        .filter(|file| !file.is_in(&["browser", "ui"]) && file.path != "main.rs")
        .collect();
    none(naming(outside.iter(), &["web_sys"]), "outside browser and ui");
}

#[test]
fn the_core_has_no_clock_no_chance_and_no_storage() {
    let core: Vec<File> = sources()
        .into_iter()
        .filter(|file| file.is_in(&["domain", "rules", "seal", "app", "lang"]))
        .collect();
    let outside = ["std::time", "std::fs", "std::env", "std::net", "std::thread", "getrandom", "println"];
    none(naming(core.iter(), &outside), "the core reaches outside");
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut all = sources();
    all.extend(files("xtask/src", ".rs"));
    all.extend(files("tests", ".rs"));
    let silent = all.into_iter().filter(|file| !file.text.starts_with("//! "));
    none(silent.map(|file| file.path).collect(), "a module begins with //! and a sentence");
}

#[test]
fn files_stay_small_enough_to_read() {
    let all = sources().into_iter().chain(files("start", ".js"));
    let long = all.filter(|file| file.text.lines().count() > LINES);
    none(long.map(|file| file.path).collect(), "longer than 450 lines");
}

#[test]
fn no_file_of_tests_is_forgotten() {
    let files = files("tests", ".rs");
    let is_named = |file: &File| {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("all", &file.path));
        let (folder, name) = match name {
            "mod.rs" => folder.rsplit_once('/').unwrap_or(("all", folder)),
            _ => (folder, name.trim_end_matches(".rs")),
        };
        let above = [format!("{folder}.rs"), format!("{folder}/mod.rs")];
        let line = format!("mod {name};");
        files.iter().any(|file| above.contains(&file.path) && file.text.lines().any(|there| there == line))
    };
    // The fuzz targets are a package of their own, which names them.
    let is_target = |file: &File| file.is_in(&["fuzz"]);
    let forgotten = files.iter().filter(|file| file.path != "all.rs" && !is_target(file) && !is_named(file));
    none(forgotten.map(|file| file.path.clone()).collect(), "named by no module above, so never run");
}

#[test]
fn no_input_can_make_the_app_panic_on_purpose() {
    let words =
        [".unwrap()", ".expect(\"", ".unwrap_err()", "panic!(", "unreachable!(", "todo!(", "unsafe {"];
    let mut places = Vec::new();
    for file in sources() {
        for (number, line) in file.lines() {
            let found = words.iter().filter(|word| line.contains(**word));
            places.extend(found.map(|word| format!("{}:{number} {word}", file.path)));
        }
    }
    none(places, "a panic outside of tests");
}

#[test]
fn colours_are_named_in_one_file() {
    let mut styled = files("style", ".css");
    styled.extend(sources());
    let mut places = Vec::new();
    for file in styled.into_iter().filter(|file| file.path != "tokens.css") {
        places.extend(hex_colours(&file.text).into_iter().map(|colour| format!("{} {colour}", file.path)));
    }
    // The icon in the page's head stands in a text of its own, where no token reaches.
    for line in
        page().text.lines().filter(|line| !line.contains("rel=\"icon\"") && !line.contains("theme-color"))
    {
        places.extend(hex_colours(line).into_iter().map(|colour| format!("index.html {colour}")));
    }
    none(places, "a colour outside style/tokens.css");
}

/// Finds `#` with 3, 4, 6 or 8 hexadecimal digits and no letter or digit behind them. Of three or
/// four, one has to be a digit, so that a word such as `#add` is none.
fn hex_colours(text: &str) -> Vec<&str> {
    let found = text.match_indices('#').filter_map(|(place, _)| {
        let rest = &text[place + 1..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        let is_hex = word.chars().all(|c| c.is_ascii_hexdigit());
        let fits = matches!(word.len(), 6 | 8) || (matches!(word.len(), 3 | 4) && has_digit(word));
        (is_hex && fits).then(|| &text[place..=place + end])
    });
    found.collect()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}

#[test]
fn a_hex_colour_is_told_from_a_number_and_a_word() {
    assert_eq!(hex_colours("a{color:#fff8}b{color:#a1b2c3;}"), ["#fff8", "#a1b2c3"]);
    assert_eq!(hex_colours("#[derive] #/start #12345 #added #add"), Vec::<&str>::new());
}

#[test]
fn the_page_draws_words_and_has_none_of_its_own() {
    let classes = classes();
    let mut places = Vec::new();
    for file in sources().into_iter().filter(|file| file.is_in(&["ui"])) {
        for (number, line) in file.lines() {
            for literal in line.split('"').skip(1).step_by(2) {
                let words: Vec<&str> = literal.split_whitespace().collect();
                let has_letters = literal.chars().filter(|c| c.is_alphabetic()).count() > 1;
                let is_class = words.first().is_some_and(|word| classes.contains(*word))
                    && words.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
                if literal.contains(' ') && has_letters && !is_class {
                    places.push(format!("{}:{number} \"{literal}\"", file.path));
                }
            }
        }
    }
    none(places, "words in src/ui belong to src/lang");
}

/// Gives the names of all classes of the style.
fn classes() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for file in files("style", ".css") {
        for part in file.text.split('.').skip(1) {
            let end = part.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(part.len());
            classes.insert(part[..end].to_string());
        }
    }
    classes
}

#[test]
fn nothing_that_came_in_is_ever_read_as_markup_or_program() {
    let words = [
        "inner_html",
        "set_inner_html",
        "outer_html",
        "set_outer_html",
        "insert_adjacent_html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "write_with_text",
        "eval",
        "srcdoc",
    ];
    let mut pages = sources();
    // The one thing of this name that is allowed runs the program, and no text.
    pages.push(File { text: page().text.replace("'wasm-unsafe-eval'", ""), ..page() });
    pages.extend(files("start", ".js"));
    none(naming(pages.iter(), &words), "text is set as text");
}

#[test]
fn the_page_carries_no_style_of_its_own_and_its_policy_allows_nothing_more_than_it_needs() {
    let drawn = sources().into_iter().filter(|file| file.is_in(&["ui", "browser"]));
    let drawn: Vec<File> = drawn.collect();
    none(naming(drawn.iter(), &["\"style\"", "set_css_text", "\"srcset\""]), "styles stand in style/");
    let page = page().text;
    let inside = ["style=", "<style", " onclick", " onload", " onerror", "unsafe-inline", "'unsafe-eval'"];
    none(
        inside.iter().filter(|word| page.contains(**word)).map(|word| word.to_string()).collect(),
        "index.html",
    );
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        // What is shipped names the one style that stands inside it.
        "style-src 'none'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
    ] {
        assert!(page.contains(&format!("{part};")) || page.contains(&format!("{part}\"")), "{part}");
    }
}

#[test]
fn what_somebody_wrote_stands_in_no_address_and_in_no_name_of_a_file() {
    // Addresses are made of routes, which hold ids only; so no view writes one by hand.
    let views: Vec<File> = sources().into_iter().filter(|file| file.is_in(&["app/view"])).collect();
    let mut places = Vec::new();
    for file in &views {
        for (number, line) in file.lines().filter(|(_, line)| line.contains("href:")) {
            let is_route = ["to_hash()", "href: String,", "href: Option<String>", "href(", "href: String)"];
            if !is_route.iter().any(|made| line.contains(made)) {
                places.push(format!("{}:{number} {}", file.path, line.trim()));
            }
        }
    }
    none(places, "an address that no route made");
    // A name of a file is made of fixed words, the period, the side, and a code.
    let personal = ["name()", "school()", "office()", "nip()"];
    let sending: Vec<File> = sources().into_iter().filter(|file| file.path.starts_with("app/")).collect();
    let mut places = Vec::new();
    for file in &sending {
        for (number, line) in file.lines().filter(|(_, line)| line.contains("\"paraf-")) {
            let found = personal.iter().filter(|word| line.contains(**word));
            places.extend(found.map(|word| format!("{}:{number} {word}", file.path)));
        }
    }
    none(places, "a person in the name of a file");
}

fn page() -> File {
    let path = "index.html";
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    File { path: path.into(), text }
}

#[test]
fn nothing_is_left_to_do_in_a_comment() {
    // Put together, so that this file does not hold them.
    let words = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    let mut places = Vec::new();
    for (folder, ending) in [
        ("src", ".rs"),
        ("tests", ".rs"),
        ("tests", ".mjs"),
        ("xtask", ".rs"),
        ("start", ".js"),
        ("style", ".css"),
    ] {
        for file in files(folder, ending) {
            let is_list_of_such_words = file.text.contains("PLACEHOLDERS: [");
            let found = words.iter().filter(|word| !is_list_of_such_words && file.text.contains(*word));
            places.extend(found.map(|word| format!("{folder}/{} {word}", file.path)));
        }
    }
    none(places, "work that was put off");
}

#[test]
fn a_released_pack_is_never_edited() {
    // What they are put together from changes.
    let packs = files("src/rules/packs", ".json").into_iter().filter(|file| !file.is_in(&["source"]));
    let mut packs: Vec<File> = packs.collect();
    packs.sort_by(|one, other| one.path.cmp(&other.path));
    let in_order = packs.iter().zip(SHIPPED).all(|(file, (.., text))| file.text == text);
    assert!(in_order, "the packs are fetched in the order of their names");
    for file in packs {
        let shipped = SHIPPED.iter().find(|(_, _, text)| *text == file.text);
        let (id, named, _) =
            shipped.unwrap_or_else(|| panic!("{} is not in app::library::rule_packs::SHIPPED", file.path));
        assert!(file.path.starts_with(id), "{} has the id {id}", file.path);
        let hash = Hash::of(&strict::parse(&file.text).unwrap()).to_string();
        let pinned = PACKS.iter().find(|(name, _)| *name == file.path).map(|(_, hash)| *hash);
        assert_eq!(
            pinned,
            Some(hash.as_str()),
            "{}: dossiers name the hash of their pack; a correction is a new pack with its own line here",
            file.path
        );
        assert_eq!(*named, hash, "{}: the hash in app::library::rule_packs::SHIPPED", file.path);
    }
    assert_eq!(SHIPPED.len(), PACKS.len());
}
