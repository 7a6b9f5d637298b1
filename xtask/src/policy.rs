//! Writes into the page the hashes of what stands inside it, by which its policy allows that and nothing else; and the
//! headers that hosts send with the page, from the policy that the page itself carries.
//!
//! One text serves both, so they cannot differ. What a page cannot say of itself, such as who may show
//! it in a frame, stands in the headers only; so does how long a file may be kept.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::naming::is_hashed;
use crate::package::{attribute, tags};
use crate::{inside, repo, single, sizes};

/// The file that static hosts read, and that no visitor gets.
pub const HEADERS: &str = "_headers";

/// Says where the files of a folder are found; the hosts that read the file know this form.
const EVERYWHERE: &str = "/*";

/// What changes under its name is asked for anew each time; what is named by its bytes never changes.
const ASKED_FOR: &str = "no-cache";
const KEPT: &str = "public, max-age=31536000, immutable";

/// Checks that the page keeps its own policy, and writes the headers.
pub fn write_headers(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    let mut names = sizes::names(dist)?;
    names.retain(|name| name != HEADERS);
    let headers = headers_of(&html, &names)?;
    let file = dist.join(HEADERS);
    repo::at("write", &file, fs::write(&file, headers))
}

/// Writes the hashes of what stands inside a page into its policy, in the place of those that were there.
pub fn allow_inside(page: &Path) -> Outcome {
    let html = repo::at("read", page, fs::read_to_string(page))?;
    repo::at("write", page, fs::write(page, with_hashes(&html)?))
}

/// Gives a page whose policy names the hashes of what stands inside it.
pub fn with_hashes(html: &str) -> Outcome<String> {
    let found = inside::read(html)?;
    let policy = policy_of(&found.rest)?;
    let parts: Vec<String> = policy
        .split("; ")
        .map(|part| {
            let texts = match part.split(' ').next() {
                Some("script-src") => &found.scripts,
                Some("style-src") => &found.styles,
                _ => return part.to_string(),
            };
            let is_kept = |word: &&str| *word != NONE && !word.starts_with("'sha256-");
            let mut words: Vec<String> = part.split(' ').filter(is_kept).map(str::to_string).collect();
            words.extend(texts.iter().map(|text| inside::hash(text)));
            if words.len() == 1 {
                words.push(NONE.into());
            }
            words.join(" ")
        })
        .collect();
    Ok(html.replacen(&policy, &parts.join("; "), 1))
}

/// Says in a policy that nothing is allowed.
const NONE: &str = "'none'";

/// Finds the policy that a page carries.
pub fn policy_of(html: &str) -> Outcome<String> {
    let is_policy = |tag: &&str| attribute(tag, "http-equiv").as_deref() == Some("Content-Security-Policy");
    let policy = tags(html, "<meta").find(is_policy).and_then(|tag| attribute(tag, "content"));
    policy.ok_or_else(|| "dist/index.html carries no Content-Security-Policy".into())
}

/// Gives the headers of a page and of the files with these names. Each is named in full: a host that is asked for a
/// file of an older version must not have its "not found" kept for ever, and some hosts join what two patterns say.
fn headers_of(html: &str, names: &[String]) -> Outcome<String> {
    let found = inside::read(html).map_err(|problem| format!("dist/index.html holds {problem}"))?;
    let policy = policy_of(&found.rest)?;
    let unnamed =
        found.scripts.iter().chain(&found.styles).find(|text| !policy.contains(&inside::hash(text)));
    if let Some(text) = unnamed {
        let beginning: String = text.chars().take(40).collect();
        return Err(format!("the policy of dist/index.html does not allow what stands inside: {beginning}"));
    }
    let mut lines = vec![
        EVERYWHERE.to_string(),
        format!("  Content-Security-Policy: {policy}; frame-ancestors 'none'"),
        "  X-Content-Type-Options: nosniff".to_string(),
        "  Referrer-Policy: no-referrer".to_string(),
    ];
    for name in std::iter::once("").chain(names.iter().map(String::as_str)) {
        let keeping = if is_hashed(name) { KEPT } else { ASKED_FOR };
        lines.extend([format!("/{name}"), format!("  Cache-Control: {keeping}")]);
        if name == single::NAME {
            // It is meant to be kept and opened as a file; the policy of the host would stop what stands inside it.
            lines.push("  Content-Disposition: attachment".to_string());
        }
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy>";

    fn headers(html: &str) -> Outcome<String> {
        headers_of(html, &["index.html", "icons/sign.svg", "p-0123456789abcdef_bg.wasm"].map(str::to_owned))
    }

    #[test]
    fn headers_say_what_the_page_says_and_who_may_frame_it() {
        let headers = headers(&format!("<meta charset=utf-8>{POLICY}<p>")).unwrap();
        let lines: Vec<&str> = headers.lines().collect();
        assert_eq!(
            lines[..2],
            ["/*", "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"]
        );
    }

    #[test]
    fn only_what_is_named_by_its_bytes_may_be_kept() {
        let headers = headers(POLICY).unwrap();
        let says =
            |path: &str, keeping: &str| headers.contains(&format!("\n{path}\n  Cache-Control: {keeping}\n"));
        for path in ["/", "/index.html", "/icons/sign.svg"] {
            assert!(says(path, ASKED_FOR), "{path}");
        }
        assert!(says("/p-0123456789abcdef_bg.wasm", KEPT));
        assert_eq!(headers.matches("Cache-Control").count(), 4, "{headers}");
    }

    #[test]
    fn a_page_without_a_policy_is_not_shipped() {
        assert!(headers("<meta charset=utf-8><p>").is_err());
    }

    #[test]
    fn the_policy_names_what_stands_inside_and_nothing_that_stood_there_before() {
        let html = "<meta content=\"script-src 'self' 'sha256-old='; style-src 'none'; img-src data:\" \
                    http-equiv=Content-Security-Policy><style>p{}</style><script id=start>start()</script>";
        let named = with_hashes(html).unwrap();
        let (script, style) = (inside::hash("start()"), inside::hash("p{}"));
        let policy = format!("script-src 'self' {script}; style-src {style}; img-src data:");
        assert_eq!(policy_of(&named).unwrap(), policy);
        assert_eq!(with_hashes(&named).unwrap(), named);
        assert!(headers(&named).is_ok());
        assert!(headers(&named.replace("start()", "other()")).is_err());
        let empty = with_hashes(&named.replace("<style>p{}</style>", "")).unwrap();
        assert!(empty.contains("style-src 'none';"), "{empty}");
    }

    #[test]
    fn a_page_that_its_own_policy_would_stop_is_not_shipped() {
        for html in
            ["<script>start()</script>", "<script id=start>start()</script>", "<p style=\"color:red\">"]
        {
            assert!(headers(&format!("{POLICY}{html}")).is_err(), "{html}");
        }
    }
}
