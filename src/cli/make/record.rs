//! The records and letters of one recipe.

use super::signature::{key, sign};
use super::values::{edit, of_size, put_over};
use paraf::seal::canonical::{Hash, written};
use paraf::seal::proof::CONTEXT;
use serde_json::{Value, json};

/// When everything is signed, unless a recipe says otherwise.
const CREATED: &str = "2025-01-06T02:00:00Z";

/// What was made so far.
#[derive(Default)]
pub struct Maker {
    records: Vec<Made>,
}

/// One record.
struct Made {
    label: String,
    id: String,
    seq: u64,
    text: String,
}

impl Maker {
    /// Gives the id of the dossier.
    pub fn dossier(&self) -> &str {
        self.records.first().map_or("", |first| &first.id)
    }

    /// Gives the labels of the records that are written into the file, in their order.
    ///
    /// # Errors
    /// A label that is not there.
    pub fn written(&self, recipe: &Value) -> Result<Vec<String>, String> {
        let left_out = self.labels(recipe["leave"].as_str().unwrap_or_default())?;
        let all = self.records.iter().map(|made| made.label.clone());
        let mut labels: Vec<String> = all.filter(|label| !left_out.contains(label)).collect();
        labels.extend(self.labels(recipe["twice"].as_str().unwrap_or_default())?);
        if recipe["reversed"] == true {
            labels.reverse();
        }
        Ok(labels)
    }

    /// Gives their texts.
    ///
    /// # Errors
    /// A label that is not there.
    pub fn texts(&self, recipe: &Value) -> Result<Vec<String>, String> {
        self.written(recipe)?.iter().map(|label| Ok(self.made(label)?.text.clone())).collect()
    }

    fn made(&self, label: &str) -> Result<&Made, String> {
        self.records.iter().find(|made| made.label == label).ok_or_else(|| format!("no record {label}"))
    }

    /// Reads a list of labels; one that ends with a star stands for all that begin so.
    fn labels(&self, list: &str) -> Result<Vec<String>, String> {
        let mut labels = Vec::new();
        for word in list.split_whitespace() {
            match word.strip_suffix('*') {
                Some(beginning) => {
                    let fits = self.records.iter().filter(|made| made.label.starts_with(beginning));
                    labels.extend(fits.map(|made| made.label.clone()));
                }
                None => labels.push(self.made(word)?.label.clone()),
            }
        }
        Ok(labels)
    }

    /// Makes a record, or as many as it says; each has its number in the place of `#`.
    ///
    /// # Errors
    /// What is wrong with the recipe.
    pub fn add(&mut self, recipe: &Value) -> Result<(), String> {
        let Some(times) = recipe["times"].as_u64() else {
            return self.add_one(recipe);
        };
        for number in 1..=times {
            let text = recipe.to_string().replace('#', &number.to_string());
            let one: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            self.add_one(&one)?;
        }
        Ok(())
    }

    fn add_one(&mut self, recipe: &Value) -> Result<(), String> {
        let label = recipe["id"].as_str().ok_or("a record has no id")?.to_string();
        let words: Vec<&str> = recipe["is"].as_str().unwrap_or_default().split(' ').collect();
        let (Some(by), Some(kind)) = (words.first().and_then(|word| word.parse().ok()), words.get(1)) else {
            return Err(format!("{label}: who signs which type?"));
        };
        let last = self.records.last().map(|made| made.label.clone());
        let parents = match (recipe["on"].as_str(), last) {
            (Some(list), _) => self.labels(list)?,
            (None, last) => last.into_iter().collect(),
        };
        let parents: Vec<&Made> = parents.iter().map(|parent| self.made(parent)).collect::<Result<_, _>>()?;
        let (stage, body) = self.plain(&label, kind, words.get(2..).unwrap_or_default())?;
        let mut document = json!({
            "@context": [CONTEXT], "format": 1, "type": kind, "by": key(by)?.did().as_str(), "body": body,
            "seq": parents.iter().map(|parent| parent.seq + 1).max().unwrap_or(0),
            "parents": parents.iter().map(|parent| parent.id.as_str()).collect::<Vec<_>>(),
        });
        if let Some(stage) = stage {
            document["stage"] = json!(stage);
        }
        if !self.records.is_empty() {
            document["dossier"] = json!(self.dossier());
        }
        let seq = document["seq"].as_u64().unwrap_or(0);
        put_over(&mut document["body"], &self.filled(&recipe["body"])?);
        let (id, text) = self.signed(document, by, recipe)?;
        self.records.push(Made { label, id, seq, text });
        Ok(())
    }

    /// Signs a document as a recipe says; gives its id and its text.
    fn signed(&self, mut document: Value, by: u64, recipe: &Value) -> Result<(String, String), String> {
        put_over(&mut document, &self.filled(&recipe["set"])?);
        let method = key(by)?.did().verification_method();
        let mut config = json!({
            "@context": [CONTEXT], "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022",
            "created": CREATED, "verificationMethod": method, "proofPurpose": "assertionMethod",
        });
        put_over(&mut config, &recipe["proof"]);
        let mut signed = sign(&document, &config, by, recipe["signature"].as_str())?;
        put_over(&mut signed, &self.filled(&recipe["after"])?);
        let mut text = written(&signed);
        edit(&mut text, &recipe["edit"])?;
        Ok((Hash::of(&signed).to_string(), text))
    }

    /// Makes a letter: `BY TO COUNTER HEADS…`, or for an invitation `BY PARTY`.
    ///
    /// # Errors
    /// What is wrong with the recipe.
    pub fn letter(&self, kind: &str, recipe: &Value) -> Result<String, String> {
        let words: Vec<&str> = recipe["is"].as_str().unwrap_or_default().split(' ').collect();
        let number = |place: usize| words.get(place).and_then(|word| word.parse::<u64>().ok());
        let by = number(0).ok_or("who signs the letter?")?;
        let mut document =
            json!({"@context": [CONTEXT], "format": 1, "type": kind, "by": key(by)?.did().as_str()});
        document["body"] = if kind == "Invitation" {
            let party = words.get(1).ok_or("which side?")?;
            json!({"card": card(by)?, "party": party, "period": "2025", "rules": rules()})
        } else {
            document["dossier"] = json!(self.dossier());
            let heads = self.labels(&words.get(3..).unwrap_or_default().join(" "))?;
            let heads: Vec<&str> =
                heads.iter().map(|head| Ok(self.made(head)?.id.as_str())).collect::<Result<_, String>>()?;
            let to = key(number(1).ok_or("who gets the letter?")?)?;
            json!({"to": to.did().as_str(), "counter": number(2).ok_or("which letter?")?, "heads": heads})
        };
        put_over(&mut document["body"], &self.filled(&recipe["body"])?);
        Ok(self.signed(document, by, recipe)?.1)
    }

    /// Puts what they stand for in the place of the texts that begin with `$`.
    ///
    /// # Errors
    /// Something that stands for nothing.
    pub fn filled(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.filled(item)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                let filled = members.iter().map(|(name, value)| Ok((name.clone(), self.filled(value)?)));
                Value::Object(filled.collect::<Result<_, String>>()?)
            }
            Value::String(text) if text.starts_with('$') => {
                let unknown = || format!("{text} stands for nothing");
                let (word, what) = text[1..].split_once(' ').ok_or_else(unknown)?;
                match (word, what.parse::<u64>()) {
                    ("id", _) => json!(self.made(what)?.id),
                    ("key", Ok(number)) => json!(key(number)?.did().as_str()),
                    ("promise", Ok(number)) => json!(key(number)?.did().hash().to_string()),
                    ("card", Ok(number)) => card(number)?,
                    (word, Ok(size)) => of_size(word, size).ok_or_else(unknown)?,
                    _ => return Err(unknown()),
                }
            }
            other => other.clone(),
        })
    }

    /// Gives the stage and the body of a record as `is` says them.
    fn plain<'a>(
        &self,
        label: &str,
        kind: &str,
        words: &[&'a str],
    ) -> Result<(Option<&'a str>, Value), String> {
        let word = |place: usize| {
            words.get(place).copied().ok_or_else(|| format!("{label}: {kind} needs {} words", place + 1))
        };
        let number = |place| {
            let word: &str = word(place)?;
            word.parse::<u64>().map_err(|_| format!("{label}: {word} is no key"))
        };
        let target = |place| Ok::<&str, String>(&self.made(word(place)?)?.id);
        let body = match kind {
            "Dossier" => {
                json!({"period": "2025", "rules": rules(), "employee": card(1)?, "superior": card(2)?})
            }
            "Handover" => json!({"to": card(number(0)?)?, "effective": "2025-07-01", "letter": ""}),
            "Close" => json!({"reason": "moved", "effective": "2025-07-01", "note": ""}),
            "Reopen" => json!({"note": label}),
            "KeyChange" => json!({"from": key(number(0)?)?.did().as_str(), "to": card(number(1)?)?}),
            "DetailsChange" => {
                let person = json!({"name": label, "office": "Guru", "school": "SMP Contoh"});
                json!({"person": person, "effective": "2025-07-01"})
            }
            "Revision" => json!({"reason": label}),
            "Transcript" => json!({"document": {"reason": label}, "note": "Map biru."}),
            "CoSign" => {
                let note = if word(1)? == "return" || word(1)? == "paper" { label } else { "" };
                json!({"decision": word(1)?, "target": target(2)?, "note": note})
            }
            "Withdraw" => json!({"target": target(1)?}),
            "Delegate" => json!({"to": card(number(1)?)?}),
            "Advise" => json!({"work_result": "meets", "work_behaviour": "above", "note": label}),
            "Recommend" => json!({"items": words.get(1..).unwrap_or_default()}),
            _ => json!({}),
        };
        let has_no_stage =
            ["Dossier", "Handover", "Close", "Reopen", "KeyChange", "DetailsChange"].contains(&kind);
        Ok((words.first().copied().filter(|_| !has_no_stage), body))
    }
}

fn rules() -> Value {
    json!({"pack": "id-2025", "hash": Hash::of_bytes(b"a pack").to_string()})
}

/// Gives the card of a key. Each promises the key whose number is greater by ten.
fn card(number: u64) -> Result<Value, String> {
    let promise = key((number + 10) % 256)?.did().hash().to_string();
    Ok(json!({
        "did": key(number)?.did().as_str(), "name": format!("Orang {number}"), "office": "Guru",
        "school": "SMP Contoh", "nextKey": promise,
    }))
}
