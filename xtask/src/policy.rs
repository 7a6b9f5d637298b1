//! Writes the headers that hosts send with the page, from the policy that the page itself carries.
//!
//! One text serves both, so they cannot differ. What a page cannot say of itself, such as who may show
//! it in a frame, stands in the headers only.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::package::{attribute, next_script, runs_inside};
use crate::repo;

/// The file that static hosts read, and that no visitor gets.
pub const HEADERS: &str = "_headers";

/// Says where the files of a folder are found; the hosts that read the file know this form.
const EVERYWHERE: &str = "/*";

/// Checks that the page keeps its own policy, and writes the headers.
pub fn write_headers(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    let headers = headers_of(&html)?;
    let file = dist.join(HEADERS);
    repo::at("write", &file, fs::write(&file, headers))
}

/// Reads the headers that are sent with every file; a folder without them has none.
pub fn read_headers(dist: &Path) -> Vec<String> {
    let text = fs::read_to_string(dist.join(HEADERS)).unwrap_or_default();
    text.lines().filter_map(|line| line.strip_prefix("  ")).map(str::to_owned).collect()
}

fn headers_of(html: &str) -> Outcome<String> {
    if let Some(place) = inside(html) {
        return Err(format!("dist/index.html holds what its own policy forbids: {place}"));
    }
    let is_policy = |tag: &&str| attribute(tag, "http-equiv").as_deref() == Some("Content-Security-Policy");
    let policy = tags(html, "<meta").find(is_policy).and_then(|tag| attribute(tag, "content"));
    let policy = policy.ok_or("dist/index.html carries no Content-Security-Policy")?;
    Ok([
        EVERYWHERE,
        &format!("  Content-Security-Policy: {policy}; frame-ancestors 'none'"),
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "",
    ]
    .join("\n"))
}

/// Finds a script or a style inside the page, which the policy would stop.
fn inside(html: &str) -> Option<String> {
    let mut rest = html;
    while let Some((_, opening, text, after)) = next_script(rest) {
        if runs_inside(opening, text) {
            return Some(format!("<script{opening}>"));
        }
        rest = after;
    }
    let starts_with = |tag: &&str| tag.starts_with("style") && !tag.starts_with("style-");
    if let Some(tag) = tags(html, "<").find(starts_with) {
        return Some(format!("<{tag}>"));
    }
    let is_inside = |word: &str| word.starts_with("style=") || word.starts_with("on") && word.contains('=');
    tags(html, "<").find(|tag| tag.split_whitespace().skip(1).any(is_inside)).map(|tag| format!("<{tag}>"))
}

/// Gives what stands between an opening such as `<meta` and the end of the tag.
fn tags<'a>(html: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(opening).skip(1).filter_map(|rest| rest.split('>').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy>";

    #[test]
    fn headers_say_what_the_page_says_and_who_may_frame_it() {
        let headers = headers_of(&format!("<meta charset=utf-8>{POLICY}<p>")).unwrap();
        let lines: Vec<&str> = headers.lines().collect();
        assert_eq!(
            lines[..2],
            ["/*", "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"]
        );
    }

    #[test]
    fn a_page_without_a_policy_is_not_shipped() {
        assert!(headers_of("<meta charset=utf-8><p>").is_err());
    }

    #[test]
    fn a_page_that_its_own_policy_would_stop_is_not_shipped() {
        for html in [
            "<script>start()</script>",
            "<script type=module>\nstart()</script>",
            "<style>p{}</style>",
            "<p style=\"color:red\">",
            "<p class=a onclick=\"go()\">",
        ] {
            assert!(headers_of(&format!("{POLICY}{html}")).is_err(), "{html}");
        }
        let fine =
            "<script src=./a.js></script><link rel=stylesheet href=./style-a.css><p class=style>on = off";
        assert!(headers_of(&format!("{POLICY}{fine}")).is_ok());
    }
}
