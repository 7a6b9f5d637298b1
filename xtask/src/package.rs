//! Turns what Trunk leaves in dist/ into what is shipped.
//!
//! The page's Content Security Policy allows no script inside the page, but Trunk 0.21 writes the
//! lines that start the app there. They become a file of their own.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use crate::Outcome;
use crate::repo;

/// Moves each script that stands inside dist/index.html out into a file.
pub fn move_scripts_out(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    let (html, scripts) = without_inline_scripts(&html);
    for script in scripts {
        let file = dist.join(script.name);
        repo::at("write", &file, fs::write(&file, script.text))?;
    }
    repo::at("write", &page, fs::write(&page, html))
}

/// A script that stood inside the page.
#[derive(Debug, PartialEq)]
struct Script {
    name: String,
    text: String,
}

/// Gives the page with each inline script replaced by a link to a file, and these files.
fn without_inline_scripts(html: &str) -> (String, Vec<Script>) {
    let mut page = String::new();
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((before, opening, text, after)) = next_script(rest) {
        page.push_str(before);
        if is_file_or_data(opening) || text.trim().is_empty() {
            page.push_str(&format!("<script{opening}>{text}</script>"));
        } else {
            let text = text.trim().to_owned();
            let name = format!("start-{:016x}.js", hash(&text));
            page.push_str(&format!("<script{opening} src=\"./{name}\"></script>"));
            scripts.push(Script { name, text });
        }
        rest = after;
    }
    page.push_str(rest);
    (page, scripts)
}

/// Splits a page at its next script: before, attributes, text, after.
fn next_script(html: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, from_script) = html.split_once("<script")?;
    let (opening, from_text) = from_script.split_once('>')?;
    let (text, after) = from_text.split_once("</script>")?;
    Some((before, opening, text, after))
}

/// Tells whether the policy lets a script stand: it has its own file, or is not run at all.
fn is_file_or_data(opening: &str) -> bool {
    opening.contains(" src=") || opening.contains("json") || opening.contains("octet-stream")
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str, texts: &[&str]) {
        let (page, scripts) = without_inline_scripts(html);
        let page = scripts.iter().fold(page, |page, script| page.replace(&script.name, "NAME"));
        assert_eq!(page, expected);
        assert_eq!(scripts.iter().map(|script| script.text.as_str()).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn inline_script_becomes_a_file() {
        check(
            "<p>a</p><script type=module>\nstart()\n</script><p>b</p>",
            "<p>a</p><script type=module src=\"./NAME\"></script><p>b</p>",
            &["start()"],
        );
    }

    #[test]
    fn script_of_a_file_or_data_stays() {
        let html = "<script src=\"a.js\"></script><script type=\"application/json\">{}</script>";
        check(html, html, &[]);
    }

    #[test]
    fn name_follows_the_text() {
        let name = |html| without_inline_scripts(html).1.swap_remove(0).name;
        assert_eq!(name("<script>a</script>"), name("<script type=module>a</script>"));
        assert_ne!(name("<script>a</script>"), name("<script>b</script>"));
    }
}
