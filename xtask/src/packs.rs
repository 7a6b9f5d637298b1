//! Puts the rule packs together from what they share, one small file a period.
//!
//! `source/pack.json` is the frame. A line `@use PATH` stands for the lines of another file, with a comma at its end
//! for one there; the lines between `@for PACKS` and `@end` are for some packs only: names, or `A..B` in the order of
//! `periods.txt`. `{{name}}` stands for what the file of the period says. What is written is one whole JSON for each.

use std::fs;
use std::path::Path;

use crate::{Outcome, repo};

/// Writes all packs into the folder of the packs that are shipped.
pub fn write(packs: &Path) -> Outcome {
    for (name, text) in compose(&packs.join("source"))? {
        let path = packs.join(format!("{name}.json"));
        repo::at("write", &path, fs::write(&path, text))?;
        println!("xtask: {}", path.display());
    }
    Ok(())
}

/// Gives the name and the text of each pack, oldest first.
pub fn compose(source: &Path) -> Outcome<Vec<(String, String)>> {
    let read = |path: &str| {
        let path = source.join(path);
        repo::at("read", &path, fs::read_to_string(&path))
    };
    let periods = read("periods.txt")?;
    let names: Vec<&str> = lines(&periods).collect();
    let mut packs = Vec::new();
    for name in &names {
        let facts = read(&format!("periods/{name}.txt"))?;
        let facts: Vec<(&str, &str)> = lines(&facts).filter_map(|line| line.split_once(": ")).collect();
        if let Some((fact, _)) = facts.iter().find(|(_, value)| value.contains(['"', '\\'])) {
            return Err(format!("{name}: {fact} may hold neither quotation marks nor backslashes"));
        }
        let mut text = String::new();
        for line in part(&read, &names, name, "pack.json")? {
            text.push_str(&filled(&line, &facts).map_err(|fact| format!("{name}: nothing says {fact}"))?);
            text.push('\n');
        }
        packs.push(((*name).to_string(), text));
    }
    Ok(packs)
}

/// Gives the lines of a text that are neither empty nor remarks.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Gives the lines of a file that are for one pack, those of the files it uses in their places.
fn part(
    read: &impl Fn(&str) -> Outcome<String>,
    names: &[&str],
    name: &str,
    path: &str,
) -> Outcome<Vec<String>> {
    let mut taken = Vec::new();
    let mut is_for = true;
    for line in read(path)?.lines() {
        if let Some(packs) = line.strip_prefix("@for ") {
            is_for = means(packs, names, name).ok_or(format!("{path}: unknown pack in `{line}`"))?;
        } else if line == "@end" {
            is_for = true;
        } else if let Some(used) = line.strip_prefix("@use ").filter(|_| is_for) {
            let (used, comma) = used.strip_suffix(',').map_or((used, ""), |used| (used, ","));
            let mut lines = part(read, names, name, &format!("{used}.json"))?;
            if let Some(last) = lines.last_mut() {
                last.push_str(comma);
            }
            taken.append(&mut lines);
        } else if is_for {
            taken.push(line.to_string());
        }
    }
    Ok(taken)
}

/// Says whether a list of packs means this one; `None` when one of them is not there.
fn means(packs: &str, names: &[&str], name: &str) -> Option<bool> {
    let place = |name: &str| names.iter().position(|known| *known == name);
    let own = place(name)?;
    let mut is_meant = false;
    for word in packs.split(' ') {
        let (from, to) = word.split_once("..").unwrap_or((word, word));
        let from = if from.is_empty() { 0 } else { place(from)? };
        let to = if to.is_empty() { names.len() } else { place(to)? };
        is_meant |= (from..=to).contains(&own);
    }
    Some(is_meant)
}

/// Puts the facts of a period in their places; the error is a name that nothing stands for.
fn filled(line: &str, facts: &[(&str, &str)]) -> Result<String, String> {
    let mut parts = line.split("{{");
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (name, rest) = part.split_once("}}").ok_or(part)?;
        let (_, value) = facts.iter().find(|(fact, _)| *fact == name).ok_or(name)?;
        text.push_str(value);
        text.push_str(rest);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_what_the_sources_give_byte_for_byte() {
        let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rules/packs");
        let composed = compose(&packs.join("source")).unwrap();
        assert!(composed.len() >= 4);
        for (name, text) in composed {
            let shipped = fs::read_to_string(packs.join(format!("{name}.json"))).unwrap();
            let differs = shipped.lines().zip(text.lines()).position(|(one, other)| one != other);
            assert!(shipped == text, "{name} differs in line {:?}", differs.map(|line| line + 1));
        }
    }

    #[test]
    fn lines_are_for_the_packs_that_they_name() {
        let names = ["a", "b", "c"];
        for (packs, meant) in
            [("a", "a"), ("a c", "ac"), ("b..", "bc"), ("..b", "ab"), ("a..b", "ab"), ("..", "abc")]
        {
            for name in names {
                assert_eq!(means(packs, &names, name), Some(meant.contains(name)), "{packs} {name}");
            }
        }
        assert_eq!(means("d", &names, "a"), None);
        assert_eq!(filled("x {{y}}!", &[("y", "1")]), Ok("x 1!".into()));
        assert_eq!(filled("x {{z}}!", &[("y", "1")]), Err("z".into()));
    }
}
