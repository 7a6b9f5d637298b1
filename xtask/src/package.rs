//! Turns what Trunk leaves in dist/ into what is shipped.
//!
//! A person has something to read as soon as the page is there, so all that this takes stands inside it: the style, the
//! welcome page, and the app's own script, made of the parts in start/, which also says when the app cannot start. It
//! comes in the place of the lines of Trunk 0.21. The policy allows each by its hash (`policy.rs`). The rule packs, of
//! which the program has none inside, become one file.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::naming::name_of;
use crate::repo;

/// The parts of the script that starts an app whose files lie on a host.
pub const HOSTED: [&str; 5] = ["first.js", "begin.js", "rescue.js", "hosted.js", "versions.js"];

/// The parts of the script that starts the app where all is one file.
pub const PACKED: [&str; 4] = ["first.js", "begin.js", "rescue.js", "packed.js"];

/// The service worker, which is asked for by this name for ever.
pub const WORKER: &str = "sw.js";

/// Puts the app's own start in the place of the lines that Trunk wrote into dist/index.html, for now as a file.
pub fn put_start_in(dist: &Path, parts: &Path) -> Outcome {
    let text = joined(parts, &HOSTED)?;
    let name = name_of("start-.js", text.as_bytes());
    repo::at("write", &dist.join(&name), fs::write(dist.join(&name), text))?;
    change_page(dist, |html| with_own_start(html, &name))
}

/// Joins the parts of a script, which share one scope that is not that of the page.
pub fn joined(parts: &Path, names: &[&str]) -> Outcome<String> {
    let mut text = String::from("(() => {\n\"use strict\";\n");
    for name in names {
        let part = parts.join(name);
        text.push_str(&repo::at("read", &part, fs::read_to_string(&part))?);
    }
    text.push_str("})();\n");
    Ok(text)
}

fn change_page(dist: &Path, change: impl FnOnce(&str) -> Outcome<String>) -> Outcome {
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    repo::at("write", &page, fs::write(&page, change(&html)?))
}

/// Puts the welcome page into dist/index.html in each language, from where the script takes it.
pub fn put_welcome_in(dist: &Path, parts: &Path) -> Outcome {
    for lang in ["id", "en"] {
        let part = parts.join(format!("welcome.{lang}.html"));
        let text = repo::at("read", &part, fs::read_to_string(&part))?;
        change_page(dist, |html| with_welcome(html, &format!("welcome-{lang}"), &text))?;
    }
    Ok(())
}

/// Gives the page with a text in the empty template of this id.
fn with_welcome(html: &str, id: &str, text: &str) -> Outcome<String> {
    let opening = tags(html, "<template").find(|tag| attribute(tag, "id").as_deref() == Some(id));
    let opening = opening.map(|tag| format!("<template{tag}></template>"));
    let (before, after) = opening
        .as_deref()
        .and_then(|empty| html.split_once(empty).map(|parts| (parts, empty)))
        .map(|((before, after), empty)| ([before, empty.trim_end_matches("</template>")].concat(), after))
        .ok_or_else(|| format!("dist/index.html has no place for {id}"))?;
    // The lines are for those who read the source.
    Ok([&before, &text.replace('\n', ""), "</template>", after].concat())
}

/// Puts the script that starts the app, and the style, from their files into dist/index.html.
pub fn put_inside(dist: &Path) -> Outcome {
    let taken = |name: &str| {
        let file = dist.join(name.trim_start_matches("./"));
        let text = repo::at("read", &file, fs::read_to_string(&file))?;
        repo::at("remove", &file, fs::remove_file(&file)).map(|()| text)
    };
    change_page(dist, |html| {
        let (html, names) = without_style_links(html);
        let [style] = &names[..] else {
            return Err(format!("dist/index.html names {} style sheets in the place of one", names.len()));
        };
        let html = html.replacen(STYLES, &format!("<style>{}</style>", taken(style)?), 1);
        let (opening, name) = tags(&html, "<script")
            .find_map(|tag| Some((tag.to_string(), attribute(tag, "src").filter(|_| is_start(tag))?)))
            .ok_or("dist/index.html has no script that starts the app")?;
        let text = taken(&name)?;
        if text.contains("</script") || text.contains("<!--") {
            return Err("the script that starts the app would end before its end".into());
        }
        let inside = format!("<script{}>{text}", opening.replacen(&format!(" src={name}"), "", 1));
        Ok(html.replacen(&format!("<script{opening}>"), &inside, 1))
    })
}

fn is_start(opening: &str) -> bool {
    attribute(opening, "id").as_deref() == Some("start")
}

/// Gives the page with the script of this name, which is told the files that Trunk's lines would have started.
fn with_own_start(html: &str, name: &str) -> Outcome<String> {
    let (mut page, mut rest) = (String::new(), html);
    let (mut place, mut program) = (None, None);
    while let Some((before, opening, text, after)) = next_script(rest) {
        page.push_str(before);
        if is_start(opening) {
            place = Some(page.len());
        } else if let Some(found) = started_by(text) {
            program = Some(found);
        } else {
            page.push_str(&format!("<script{opening}>{text}</script>"));
        }
        rest = after;
    }
    page.push_str(rest);
    let place = place.ok_or("dist/index.html has no place for the script that starts the app")?;
    let (script, wasm) = program.ok_or("dist/index.html does not start the app the way Trunk 0.21 does")?;
    let start = format!(
        "<script id=start src=./{name} data-program={script} data-wasm={wasm} data-worker=./{WORKER}></script>"
    );
    page.insert_str(place, &start);
    Ok(page)
}

/// Finds the script and the program in the lines by which Trunk starts an app.
fn started_by(text: &str) -> Option<(String, String)> {
    let named = |ending: &str| {
        text.split(['\'', '"', '`']).find(|part| part.ends_with(ending)).map(|part| part.to_string())
    };
    text.contains("TrunkApplicationStarted").then(|| named(".js").zip(named(".wasm")))?
}

/// Puts all rule packs, oldest first, into one file that dist/index.html names. The program knows its hash
/// (`src/app/shelf.rs`).
pub fn put_rules_in(dist: &Path, packs: &Path) -> Outcome {
    let mut files = Vec::new();
    for entry in repo::at("read", packs, fs::read_dir(packs))?.flatten() {
        files.push(entry.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut joined = String::new();
    for file in files {
        joined.push_str(&repo::at("read", &file, fs::read_to_string(&file))?);
    }
    let name = name_of("rules-.txt", joined.as_bytes());
    repo::at("write", &dist.join(&name), fs::write(dist.join(&name), joined))?;
    let page = dist.join("index.html");
    let html = repo::at("read", &page, fs::read_to_string(&page))?;
    let (before, after) = html.split_once(RULES).ok_or("dist/index.html names no rule packs")?;
    repo::at("write", &page, fs::write(&page, [before, "./", &name, after].concat()))
}

/// Stands where the file with the rule packs is named.
const RULES: &str = "rules.txt";

/// Joins all style sheets that dist/index.html names into one, in their order, for now as a file. It stands at the end
/// of the head, so that the program is asked for before it was read.
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
    let name = name_of("style-.css", joined.as_bytes());
    repo::at("write", &dist.join(&name), fs::write(dist.join(&name), joined))?;
    let link = format!("<link rel=stylesheet href=./{name}></head>");
    let html = html.replacen(STYLES, "", 1).replacen("</head>", &link, 1);
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

/// Splits a page at its next script: before, attributes, text, after.
pub fn next_script(html: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, from_script) = html.split_once("<script")?;
    let (opening, from_text) = from_script.split_once('>')?;
    let (text, after) = from_text.split_once("</script>")?;
    Some((before, opening, text, after))
}

/// Gives what stands between an opening such as `<meta` and the end of the tag.
pub fn tags<'a>(html: &'a str, opening: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(opening).skip(1).filter_map(|rest| rest.split('>').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_found_in_their_order_however_they_are_written() {
        let html = "<link rel=icon href=i><link rel=stylesheet href=./a.css><p><link href=\"b.css\" rel=\"stylesheet\"/>";
        let (page, names) = without_style_links(html);
        assert_eq!(names, ["./a.css", "b.css"]);
        assert_eq!(page, format!("<link rel=icon href=i>{STYLES}<p>"));
    }

    const TRUNK: &str = "<script type=module>import a from'./p-1.js';await a({module_or_path:'./p-1_bg.wasm'});\
                         dispatchEvent(new CustomEvent(`TrunkApplicationStarted`))</script>";

    #[test]
    fn own_start_takes_the_place_of_the_lines_of_trunk() {
        let html = format!("<head><script id=start src=start.js></script><p>a</p>{TRUNK}<p>b</p>");
        assert_eq!(
            with_own_start(&html, "start-2.js").unwrap(),
            "<head><script id=start src=./start-2.js data-program=./p-1.js data-wasm=./p-1_bg.wasm \
             data-worker=./sw.js></script><p>a</p><p>b</p>"
        );
    }

    #[test]
    fn each_language_has_its_welcome_page_and_none_is_left_out() {
        let html = "<template id=welcome-id></template><template id=\"welcome-en\"></template><p>";
        let id = with_welcome(html, "welcome-id", "<div>a\n</div>\n").unwrap();
        let both = with_welcome(&id, "welcome-en", "<div>b</div>").unwrap();
        assert_eq!(
            both,
            "<template id=welcome-id><div>a</div></template><template id=\"welcome-en\"><div>b</div></template><p>"
        );
        assert!(with_welcome(&both, "welcome-en", "<div>c</div>").is_err());
    }

    #[test]
    fn a_page_that_would_not_start_is_not_shipped() {
        assert!(with_own_start(TRUNK, "start-2.js").is_err());
        assert!(with_own_start("<script id=start src=start.js></script>", "start-2.js").is_err());
    }
}
