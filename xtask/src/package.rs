//! Turns what Trunk leaves in dist/ into what is shipped.
//!
//! The page's Content Security Policy allows no script inside the page, but Trunk 0.21 writes the
//! lines that start the app there. They become a file of their own. The style sheets, one for each
//! part, become one file: a phone far from the mast asks once instead of fourteen times.

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

/// Joins all style sheets that dist/index.html names into one, in their order.
pub fn join_styles(dist: &Path) -> Outcome {
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    let (html, names) = without_style_links(&html);
    let mut joined = String::new();
    for name in names {
        let file = dist.join(name.trim_start_matches("./"));
        joined.push_str(&repo::at("read", &file, fs::read_to_string(&file))?);
        repo::at("remove", &file, fs::remove_file(&file))?;
    }
    let name = format!("style-{:016x}.css", hash(&joined));
    repo::at("write", &dist.join(&name), fs::write(dist.join(&name), joined))?;
    let html = html.replacen(STYLES, &format!("<link rel=stylesheet href=./{name}>"), 1);
    repo::at("write", &page, fs::write(&page, html))
}

/// Stands where the first style sheet was named.
const STYLES: &str = "<!-- styles -->";

/// Gives the page with a mark in place of its style sheets, and their addresses.
fn without_style_links(html: &str) -> (String, Vec<String>) {
    let mut page = String::new();
    let mut names = Vec::new();
    let mut rest = html;
    while let Some((before, from_link)) = rest.split_once("<link") {
        let (link, after) = from_link.split_once('>').unwrap_or((from_link, ""));
        page.push_str(before);
        match attribute(link, "href").filter(|_| attribute(link, "rel").as_deref() == Some("stylesheet")) {
            Some(name) => {
                if names.is_empty() {
                    page.push_str(STYLES);
                }
                names.push(name);
            }
            None => page.push_str(&format!("<link{link}>")),
        }
        rest = after;
    }
    page.push_str(rest);
    (page, names)
}

/// Gives the value of an attribute, with or without quotes.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!("{name}="))?;
    let quote = value.chars().next().filter(|first| *first == '"' || *first == '\'');
    let end = |character: char| match quote {
        Some(quote) => character == quote,
        None => character.is_whitespace() || character == '/' && value.ends_with(character),
    };
    let value = value.strip_prefix(|first| Some(first) == quote).unwrap_or(value);
    Some(value.split(end).next().unwrap_or_default().to_string())
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
        if !runs_inside(opening, text) {
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
pub fn next_script(html: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, from_script) = html.split_once("<script")?;
    let (opening, from_text) = from_script.split_once('>')?;
    let (text, after) = from_text.split_once("</script>")?;
    Some((before, opening, text, after))
}

/// Tells whether the policy would stop a script: it has no file of its own, and would be run.
pub fn runs_inside(opening: &str, text: &str) -> bool {
    let is_data = opening.contains("json") || opening.contains("octet-stream");
    !opening.contains(" src=") && !is_data && !text.trim().is_empty()
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
    fn style_sheets_are_found_in_their_order_however_they_are_written() {
        let html = "<link rel=icon href=i><link rel=stylesheet href=./a.css><p><link href=\"b.css\" rel=\"stylesheet\"/>";
        let (page, names) = without_style_links(html);
        assert_eq!(names, ["./a.css", "b.css"]);
        assert_eq!(page, format!("<link rel=icon href=i>{STYLES}<p>"));
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
