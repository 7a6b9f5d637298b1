//! `paraf make`: signed files from recipes, for people who write a verifier. Any record can be made, also one that
//! ours never would; a recipe says what the file is expected to say, and nothing is written where it does not.
//!
//! The language of recipes stands in `tests/data/conformance/README.md`.

mod record;
mod signature;
mod values;

use super::verify;
use record::Maker;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Reads all recipes of a folder, and writes `files/NAME.json` and `expected/NAME.json` below another.
///
/// # Errors
/// A sentence for a person: which recipe is wrong, and where.
pub fn make(recipes: &Path, out: &Path) -> Result<usize, String> {
    let mut parts = BTreeMap::new();
    let mut all = Vec::new();
    let mut names: Vec<_> = fs::read_dir(recipes)
        .map_err(|error| format!("{}: {error}", recipes.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    names.sort();
    for path in names {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let value: Value =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        if let Some(more) = value["parts"].as_object() {
            parts.extend(more.clone());
        }
        all.extend(value["files"].as_array().cloned().unwrap_or_default());
    }
    for folder in ["files", "expected"] {
        fs::create_dir_all(out.join(folder)).map_err(|error| error.to_string())?;
    }
    let faults: Vec<String> = all.iter().filter_map(|recipe| write(&parts, recipe, out).err()).collect();
    if faults.is_empty() { Ok(all.len()) } else { Err(faults.join("\n")) }
}

fn write(parts: &BTreeMap<String, Value>, recipe: &Value, out: &Path) -> Result<(), String> {
    let name = recipe["name"].as_str().ok_or("a recipe has no name")?;
    let (text, expected) = one(parts, recipe).map_err(|fault| format!("{name}: {fault}"))?;
    for (folder, text) in [("files", text), ("expected", format!("{expected:#}\n"))] {
        let path = out.join(folder).join(format!("{name}.json"));
        fs::write(path, text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// Makes one file, and what it says.
fn one(parts: &BTreeMap<String, Value>, recipe: &Value) -> Result<(String, Value), String> {
    let mut maker = Maker::default();
    for record in records(parts, recipe)? {
        maker.add(&record)?;
    }
    let mut text = envelope(&mut maker, recipe)?;
    values::edit(&mut text, &recipe["edit"])?;
    let (entries, file) = verify::of_bytes(text.as_bytes());
    let said = said(&entries, &file);
    compare(&maker, recipe, &said).map_err(|fault| {
        let reasons: Vec<&Value> = entries.iter().chain([&file]).map(|line| &line["reason"]).collect();
        format!("{fault} ({})", json!(reasons))
    })?;
    Ok((text, said))
}

/// Gives the records of the part that a recipe goes on from, and then its own.
fn records(parts: &BTreeMap<String, Value>, recipe: &Value) -> Result<Vec<Value>, String> {
    let mut list = match recipe["from"].as_str() {
        Some(name) => records(parts, parts.get(name).ok_or_else(|| format!("no part {name}"))?)?,
        None => Vec::new(),
    };
    list.extend(recipe["records"].as_array().cloned().unwrap_or_default());
    Ok(list)
}

/// Writes the file around the records: each part on its own line, as ours does.
fn envelope(maker: &mut Maker, recipe: &Value) -> Result<String, String> {
    let mut members: Vec<(String, String)> =
        vec![("app".into(), "\"paraf\"".into()), ("format".into(), "1".into())];
    if recipe["invitation"].is_null() {
        members.push(("dossier".into(), json!(maker.dossier()).to_string()));
        members.push(("records".into(), ["[\n", &maker.texts(recipe)?.join(",\n"), "\n]"].concat()));
    } else {
        members.push(("invitation".into(), maker.letter("Invitation", &recipe["invitation"])?));
    }
    if !recipe["letter"].is_null() {
        members.push(("handoff".into(), maker.letter("Handoff", &recipe["letter"])?));
    }
    for (name, value) in recipe["file"].as_object().into_iter().flatten() {
        members.retain(|(known, _)| known != name);
        if !value.is_null() {
            members.push((name.clone(), maker.filled(value)?.to_string()));
        }
    }
    let members: Vec<String> = members.iter().map(|(name, text)| format!("\"{name}\": {text}")).collect();
    Ok(["{", &members.join(",\n"), "}\n"].concat())
}

/// Puts the lines of `paraf verify` in the form that is expected of any verifier: no reasons of refusals, because
/// none are promised.
fn said(entries: &[Value], file: &Value) -> Value {
    let mut said = json!({"verdict": file["verdict"]});
    if file["verdict"] == "refused" {
        return said;
    }
    let standing = |entry: &Value| match entry["verdict"] == "counts" {
        true => json!("counts"),
        false => entry["reason"].clone(),
    };
    let (letters, records): (Vec<&Value>, Vec<&Value>) =
        entries.iter().partition(|entry| entry["index"].is_null());
    if let Some(letter) = letters.first() {
        said["letter"] = standing(letter);
    }
    if letters.first().is_some_and(|letter| letter["type"] == "Invitation") {
        return said;
    }
    said["standings"] = records.iter().map(|entry| standing(entry)).collect();
    for mark in ["late", "doubtful"] {
        let marked = records.iter().filter(|entry| entry[mark] == true);
        said[mark] = marked.map(|entry| entry["index"].clone()).collect();
    }
    for name in ["state", "employee", "superior", "closed", "stages"] {
        said[name] = file[name].clone();
    }
    said
}

/// Compares what a file says with what its recipe expects; what is not named counts, and is neither late nor doubtful.
fn compare(maker: &Maker, recipe: &Value, said: &Value) -> Result<(), String> {
    let expect = &recipe["expect"];
    let check = |what: &str, wanted: Value, got: &Value| match wanted == *got {
        true => Ok(()),
        false => Err(format!("{what}: expected {wanted}, and the file says {got}")),
    };
    check("verdict", expect["file"].clone(), &said["verdict"])?;
    if expect["file"] == "refused" {
        return Ok(());
    }
    check("letter", expect["letter"].clone(), &said["letter"])?;
    if said["standings"].is_null() {
        return Ok(());
    }
    let labels = maker.written(recipe)?;
    for (index, label) in labels.iter().enumerate() {
        let standing = expect["not"].get(label).cloned().unwrap_or_else(|| json!("counts"));
        check(label, standing, &said["standings"][index])?;
    }
    for mark in ["late", "doubtful"] {
        let wanted: Vec<&str> = expect[mark].as_str().unwrap_or_default().split(' ').collect();
        let marked = (0..labels.len()).filter(|index| wanted.contains(&labels[*index].as_str()));
        check(mark, marked.map(|index| json!(index)).collect(), &said[mark])?;
    }
    let empty = Map::new();
    for (stage, wanted) in expect["stages"].as_object().unwrap_or(&empty) {
        check(stage, wanted.clone(), &said["stages"][stage])?;
    }
    for side in ["employee", "superior"] {
        if let Some(number) = expect[side].as_u64() {
            check(side, json!(signature::key(number)?.did().as_str()), &said[side])?;
        }
    }
    let closed = expect["closed"].as_bool();
    closed.map_or(Ok(()), |closed| check("closed", json!(closed), &said["closed"]))
}
