//! Makes `paraf.html`: the whole app in one file, which is opened from a stick or a chat, needs no host, and can ask
//! none for anything.
//!
//! It is the page that is shipped, with the program and the rule packs packed inside, and another way to get them
//! (`start/packed.js`). Its policy allows what stands inside, by hashes, and no address at all.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::package::{self, PACKED, attribute, next_script, tags};
use crate::repo::{self, Repo};
use crate::{Outcome, inside, policy, sevenbit, shrink};

/// The name of the file.
pub const NAME: &str = "paraf.html";

/// What a page without a host may do.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'none'; img-src data:; connect-src 'none'; \
                      base-uri 'none'; form-action 'none'; object-src 'none'";

/// The links that name files beside the page.
const BESIDE: [&str; 4] = ["manifest", "apple-touch-icon", "modulepreload", "preload"];

/// What `paraf.html` is made of.
struct Parts {
    page: String,
    start: String,
    glue: String,
    program: Vec<u8>,
    rules: String,
    version: String,
}

/// Makes the file from what stands in dist/.
pub fn make(repo: &Repo, dist: &Path, version: &str, has_node: bool) -> Outcome {
    let text = |file: PathBuf| repo::at("read", &file, fs::read_to_string(&file));
    let program = named(dist, "paraf-web", ".wasm")?;
    let parts = Parts {
        page: text(dist.join("index.html"))?,
        start: start(repo, has_node)?,
        glue: text(named(dist, "paraf-web", ".js")?)?,
        program: repo::at("read", &program, fs::read(&program))?,
        rules: text(named(dist, "rules-", ".txt")?)?,
        version: version.to_string(),
    };
    let html = policy::with_hashes(&joined(&parts)?)?;
    let unnamed =
        tags(&inside::read(&html)?.rest, "<link").find(|tag| !tag.contains("data:")).map(str::to_string);
    if let Some(tag) = unnamed {
        return Err(format!("{NAME} would ask for something: <link{tag}>"));
    }
    let (file, sum) = (dist.join(NAME), dist.join(format!("{NAME}.sha256")));
    let hash = hex(html.as_bytes());
    repo::at("write", &sum, fs::write(&sum, format!("{hash}  {NAME}\n")))?;
    println!("xtask: {NAME}: {} bytes, SHA-256 {hash}", html.len());
    repo::at("write", &file, fs::write(&file, html))
}

/// Finds the one file in dist/ that begins and ends like this.
fn named(dist: &Path, beginning: &str, ending: &str) -> Outcome<PathBuf> {
    let entries = repo::at("read", dist, fs::read_dir(dist))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let fitting: Vec<String> =
        names.filter(|name| name.starts_with(beginning) && name.ends_with(ending)).collect();
    match &fitting[..] {
        [name] => Ok(dist.join(name)),
        _ => Err(format!("dist/ holds {} files {beginning}*{ending} in the place of one", fitting.len())),
    }
}

/// Gives the script that starts the app in one file.
fn start(repo: &Repo, has_node: bool) -> Outcome<String> {
    let text = package::joined(&repo.path("start"), &PACKED)?;
    if !has_node {
        return Ok(text);
    }
    let folder = repo.path("target/single");
    repo::at("make", &folder, fs::create_dir_all(&folder))?;
    let file = folder.join("start.js");
    repo::at("write", &file, fs::write(&file, text))?;
    shrink::shrink(repo, &folder)?;
    repo::at("read", &file, fs::read_to_string(&file))
}

/// Puts all parts into one page.
fn joined(parts: &Parts) -> Outcome<String> {
    let page = without_links(&parts.page);
    let is_start = |opening: &str| attribute(opening, "id").as_deref() == Some("start");
    let found = next_script(&page).filter(|(_, opening, ..)| is_start(opening));
    let (before, _, _, after) =
        found.ok_or("the first script of dist/index.html is not the one that starts the app")?;
    let glue = as_inside(&parts.glue)?;
    if [&glue, &parts.start].iter().any(|script| script.contains("</script") || script.contains("<!--")) {
        return Err(format!("a script of {NAME} would end before its end"));
    }
    let hash = hex(&parts.program);
    let start =
        format!("<script id=start data-version={} data-hash={hash}>{}</script>", parts.version, parts.start);
    let inside = [
        packed("packed-program", &parts.program)?,
        packed("packed-rules", folded(&parts.rules)?.as_bytes())?,
        // As a module it runs once the page is there whole, and before anybody is told so.
        format!("<script type=module id=program>{glue}</script></body>"),
    ];
    let before = before.replacen(&policy::policy_of(before)?, POLICY, 1);
    Ok([before.as_str(), &start, &after.replacen("</body>", &inside.concat(), 1)].concat())
}

/// Gives the page without the links to files beside it.
fn without_links(page: &str) -> String {
    let is_beside = |tag: &str| attribute(tag, "rel").is_some_and(|rel| BESIDE.contains(&rel.as_str()));
    let mut parts = page.split("<link");
    let mut kept = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once('>') {
            Some((tag, rest)) if is_beside(tag) => kept.push_str(rest),
            _ => kept.push_str(&["<link", part].concat()),
        }
    }
    kept
}

/// Gives the script of wasm-bindgen so that it can stand in a page: what it would export as its default is put where
/// `start/packed.js` looks for it.
fn as_inside(glue: &str) -> Outcome<String> {
    let (before, list) = glue.rsplit_once("export").ok_or("the script of the program exports nothing")?;
    let list = list.trim().trim_end_matches(';').strip_prefix('{').and_then(|list| list.strip_suffix('}'));
    let default =
        list.and_then(|list| list.split(',').find_map(|name| name.trim().strip_suffix(" as default")));
    let name = default.ok_or("the script of the program exports nothing as its default")?;
    Ok(format!("{before}window.parafProgram={name};"))
}

fn packed(id: &str, bytes: &[u8]) -> Outcome<String> {
    let mut gzip = Vec::new();
    // Only this one file is packed so long for so little: it goes from hand to hand as it is.
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut gzip)
        .map_err(|error| format!("cannot pack {id}: {error}"))?;
    let text = sevenbit::written(&gzip);
    Ok(format!("<script type=text/plain id={id} data-size={}>{text}</script>", gzip.len()))
}

/// Writes lines that stood above already as `@FROM COUNT`: the rule packs say much alike, too far apart for gzip.
fn folded(text: &str) -> Outcome<String> {
    let lines: Vec<&str> = text.split('\n').collect();
    if lines.iter().any(|line| line.starts_with('@')) {
        return Err("a line of the rule packs begins with a sign that stands for other lines".into());
    }
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    let (mut folded, mut at) = (Vec::new(), 0);
    while at < lines.len() {
        let same = |from: usize| {
            let above = lines[from..at].iter().zip(&lines[at..]);
            above.take_while(|(one, other)| one == other).count()
        };
        let known = places.get(lines[at]).into_iter().flatten().map(|from| (same(*from), *from));
        let (count, line) = match known.max() {
            Some((count, from)) if count > 1 => (count, format!("@{from} {count}")),
            _ => (1, lines[at].to_string()),
        };
        folded.push(line);
        for (place, line) in lines.iter().enumerate().skip(at).take(count) {
            places.entry(*line).or_default().push(place);
        }
        at += count;
    }
    Ok(folded.join("\n"))
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(page: &str) -> Parts {
        let text = |text: &str| text.to_string();
        Parts {
            page: text(page),
            start: text("begin()"),
            glue: text("const a=1;export{b as initSync,a as default};"),
            program: vec![0, 97, 115, 109],
            rules: text("{\n}\n"),
            version: text("1.2.3"),
        }
    }

    const PAGE: &str = "<meta content=\"default-src 'none'; connect-src 'self'\" http-equiv=Content-Security-Policy>\
                        <link rel=icon href=data:x><link href=./m rel=manifest><link as=fetch href=./r rel=preload>\
                        <style>p{}</style></head><body><script id=start data-wasm=./p.wasm>other()</script><p></body>";

    #[test]
    fn nothing_beside_the_file_is_named_and_no_address_is_allowed() {
        let html = policy::with_hashes(&joined(&parts(PAGE)).unwrap()).unwrap();
        assert!(
            html.contains("connect-src 'none'")
                && html.contains("<script id=start data-version=1.2.3 data-hash=")
        );
        assert!(html.contains(">const a=1;window.parafProgram=a;</script></body>"), "{html}");
        for beside in ["./", "manifest", "preload", "other()", "'self'", "unsafe-inline", "blob:"] {
            assert!(!html.contains(beside), "{beside}");
        }
        for script in ["begin()", "const a=1;window.parafProgram=a;"] {
            assert!(html.contains(&inside::hash(script)), "{script}");
        }
    }

    #[test]
    fn a_page_without_a_start_and_a_program_without_a_function_are_refused() {
        assert!(joined(&parts(&PAGE.replace("id=start", "id=other"))).is_err());
        assert!(as_inside("const a=1;").is_err() && as_inside("export{a as b};").is_err());
    }

    /// Reads as `start/packed.js` does.
    fn unfolded(text: &str) -> String {
        let mut lines: Vec<String> = Vec::new();
        for line in text.split('\n') {
            let copy = line.strip_prefix('@').and_then(|copy| copy.split_once(' '));
            match copy.map(|(from, count)| (from.parse::<usize>().unwrap(), count.parse::<usize>().unwrap()))
            {
                Some((from, count)) => lines.extend_from_within(from..from + count),
                None => lines.push(line.to_string()),
            }
        }
        lines.join("\n")
    }

    #[test]
    fn lines_that_stand_above_are_named_and_come_back() {
        let text = "a\nb\nc\na\nb\nd\nb\nc\na\nb\n";
        let folded = folded(text).unwrap();
        assert_eq!(folded, "a\nb\nc\n@0 2\nd\n@1 4\n");
        assert_eq!(unfolded(&folded), text);
        assert!(super::folded("a\n@1 2\n").is_err());
    }
}
