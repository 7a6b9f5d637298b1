//! What stands inside a page that a browser would run or apply: its scripts and its style. The policy of the page
//! allows each by its hash, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::package::{attribute, next_script, tags};

/// The ids of the scripts that may stand inside a page: the one that starts the app and, where all is one file, what
/// joins the program to the browser.
const SCRIPTS: [&str; 2] = ["start", "program"];

/// What stands inside a page.
#[derive(Default)]
pub struct Inside {
    /// The scripts that would be run.
    pub scripts: Vec<String>,
    /// The styles.
    pub styles: Vec<String>,
    /// The page without the texts of both.
    pub rest: String,
}

/// Finds what stands inside a page; fails when something does that no hash can allow, or that was not put there.
pub fn read(html: &str) -> Outcome<Inside> {
    let mut found = Inside::default();
    let (mut without_scripts, mut rest) = (String::new(), html);
    while let Some((before, opening, text, after)) = next_script(rest) {
        if runs(opening, text) {
            let id = attribute(opening, "id").unwrap_or_default();
            if !SCRIPTS.contains(&id.as_str()) {
                return Err(format!("a script that was not put there: <script{opening}>"));
            }
            found.scripts.push(text.to_string());
        }
        without_scripts.push_str(&format!("{before}<script{opening}></script>"));
        rest = after;
    }
    without_scripts.push_str(rest);
    let mut rest = without_scripts.as_str();
    while let Some((before, from_style)) = rest.split_once("<style>") {
        let (text, after) = from_style.split_once("</style>").ok_or("a style without an end")?;
        found.styles.push(text.to_string());
        found.rest.push_str(before);
        rest = after;
    }
    found.rest.push_str(rest);
    let is_inside = |word: &str| word.starts_with("style=") || word.starts_with("on") && word.contains('=');
    let forbidden = |tag: &&str| {
        let is_style = tag.starts_with("style") && !tag.starts_with("style-");
        is_style || tag.split_whitespace().skip(1).any(is_inside)
    };
    if let Some(tag) = tags(&found.rest, "<").find(forbidden) {
        return Err(format!("what its own policy forbids: <{tag}>"));
    }
    Ok(found)
}

/// Tells whether a script is run for what stands in it: it has no file of its own, and is not data.
fn runs(opening: &str, text: &str) -> bool {
    let is_data = attribute(opening, "type").is_some_and(|kind| kind != "module");
    !opening.contains(" src=") && !is_data && !text.trim().is_empty()
}

/// Gives what a policy calls a text.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_styles_are_found_and_data_are_none() {
        let html = "<style>p>a{}</style><script id=start data-a=b>if(a<b)on=c</script><script type=text/plain id=x>c\
                    </script><script src=./a.js></script><p class=style>on = off";
        let found = read(html).unwrap();
        assert_eq!(
            (found.scripts, found.styles),
            (vec!["if(a<b)on=c".to_string()], vec!["p>a{}".to_string()])
        );
    }

    #[test]
    fn what_was_not_put_there_is_refused() {
        for html in [
            "<script>start()</script>",
            "<script type=module>\nstart()</script>",
            "<style media=print>p{}</style>",
            "<p style=\"color:red\">",
            "<p class=a onclick=\"go()\">",
        ] {
            assert!(read(html).is_err(), "{html}");
        }
    }

    #[test]
    fn a_text_has_the_hash_that_browsers_compute() {
        // The example of the specification of the policy.
        let hash = hash("alert('Hello, world.');");
        assert_eq!(hash, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
