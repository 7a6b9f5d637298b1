//! The texts of the entries, written and read back. All of them are untrusted.

use crate::app::key::Form;
use crate::app::library::{Backup, Contact, Draft, LastBackup, Ledger, Me, Stub, receipts};
use crate::domain::document::Document;
use crate::json::{members_of, object, set, text};
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::key::Did;
use crate::seal::strict;
use crate::table::Table;
use serde_json::Value;

/// Writes a person with their sealed key and code.
pub fn me_to_json(me: &Me) -> String {
    let sealed = strict::parse(&me.sealed).unwrap_or(Value::Null);
    let backup = match me.backup {
        Backup::None => "none",
        Backup::Unchecked => "unchecked",
        Backup::Checked => "checked",
    };
    let mut members = object([
        ("card", me.card.to_json()),
        ("sealed", sealed),
        ("employee", me.as_employee.into()),
        ("superior", me.as_superior.into()),
        ("backup", text(backup)),
    ]);
    for (name, text) in [("signed", &me.signed), ("spare", &me.spare)] {
        if let Some(text) = text {
            set(&mut members, name, strict::parse(text).unwrap_or(Value::Null));
        }
    }
    if me.came_back {
        set(&mut members, "back", true.into());
    }
    written(&members)
}

/// Writes a person for a file, which must not hold the replacement code, and says nothing of this device.
pub fn me_to_file(me: &Me) -> String {
    me_to_json(&Me { spare: None, came_back: false, ..me.clone() })
}

/// Reads a person with their sealed key.
pub fn me_from_json(value: &Value) -> Option<Me> {
    Some(Me {
        card: Card::from_json(value.get("card")?)?,
        sealed: value.get("sealed").filter(|sealed| sealed.is_object()).map(written)?,
        as_employee: value.get("employee")?.as_bool()?,
        as_superior: value.get("superior")?.as_bool()?,
        backup: match value.get("backup")?.as_str()? {
            "checked" => Backup::Checked,
            "unchecked" => Backup::Unchecked,
            _ => Backup::None,
        },
        signed: value.get("signed").filter(|signed| signed.is_object()).map(written),
        spare: value.get("spare").filter(|spare| spare.is_object()).map(written),
        came_back: value.get("back").is_some(),
    })
}

/// Writes somebody met.
pub fn contact_to_json(contact: &Contact) -> String {
    let matched = contact.matched.as_ref().map_or(Value::Null, |at| text(at));
    written(&object([("card", contact.card.to_json()), ("matched", matched)]))
}

/// Writes what was sent and received.
pub fn ledger_to_json(ledger: &Ledger) -> String {
    let mut members = object([
        ("counter", ledger.counter.into()),
        ("seen", seen_to_json(&ledger.seen)),
        ("letter", text(&ledger.letter)),
        ("unsent", ledger.unsent.into()),
        ("receipts", receipts::receipts_to_json(&ledger.receipts)),
        ("sent", receipts::sent_to_json(&ledger.sent)),
    ]);
    if ledger.to_pass_on {
        set(&mut members, "pass_on", true.into());
    }
    if ledger.is_handed_out {
        set(&mut members, "out", true.into());
    }
    written(&members)
}

fn seen_to_json(seen: &Table<Did, u64>) -> Value {
    let one = |(from, counter): (&Did, &u64)| {
        object([("from", text(from.as_str())), ("counter", (*counter).into())])
    };
    Value::Array(seen.iter().map(one).collect())
}

/// Reads the numbers seen. What is missing costs only that an old file is called known, not old.
pub(super) fn seen_from_json(value: &Value) -> Table<Did, u64> {
    let mut seen = Table::new();
    for one in value.as_array().into_iter().flatten() {
        let from = one.get("from").and_then(Value::as_str).and_then(Did::parse);
        if let (Some(from), Some(counter)) = (from, one.get("counter").and_then(Value::as_u64)) {
            seen.insert(from, counter);
        }
    }
    seen
}

/// Writes a draft. Of a form beside the stages only the answers are stored, under short names.
pub fn draft_to_json(form: Form, draft: &Draft) -> String {
    if let Form::Stage(..) = form {
        return written(&object([
            ("rev", draft.revision.into()),
            ("saved_at", text(&draft.saved_at)),
            ("data", draft.document.to_json()),
        ]));
    }
    let value = draft.document.to_json();
    let members = value.as_object().into_iter().flatten();
    let members = members.map(|(name, value)| (name.trim_start_matches(ASKED).to_string(), value.clone()));
    written(&members_of(members))
}

/// Reads a draft that is stored.
pub fn read_draft(form: Form, text: &str) -> Option<Draft> {
    let value = strict::parse(text).ok()?;
    if let Form::Stage(..) = form {
        return Some(Draft {
            revision: value.get("rev")?.as_u64()?,
            saved_at: value.get("saved_at")?.as_str()?.to_string(),
            document: Document::from_json(value.get("data")?).ok()?,
            dirty: false,
        });
    }
    let members = value.as_object()?.iter().filter(|(name, _)| ![OTHERS, "ext"].contains(&name.as_str()));
    let asked = members.map(|(name, value)| ([ASKED, name].concat(), value.clone()));
    Some(Draft { document: Document::from_json(&members_of(asked)).ok()?, ..Draft::default() })
}

/// How the names of questions of forms beside the stages begin; no stored member has such a name.
pub const ASKED: &str = "case-";
/// The member beside the answers to such a form in which older apps kept what two tabs had typed.
const OTHERS: &str = "others";

/// Writes when everything was saved outside of the browser.
pub fn last_backup_to_json(kept: &LastBackup) -> String {
    let mut members = object([("at", text(&kept.at)), ("records", kept.records.into())]);
    if let Some(mark) = &kept.mark {
        set(&mut members, "mark", text(&mark.to_string()));
    }
    written(&members)
}

pub(super) fn last_backup_from_json(value: &Value) -> Option<LastBackup> {
    let records = value.get("records")?.as_u64()?;
    let mark = value.get("mark").and_then(|mark| Hash::parse(mark.as_str()?));
    Some(LastBackup {
        at: value.get("at")?.as_str()?.to_string(),
        records: usize::try_from(records).ok()?,
        mark,
    })
}

/// Writes what is remembered of a dossier that was archived.
pub fn stub_to_json(stub: &Stub) -> String {
    let mut members =
        object([("name", text(&stub.name)), ("period", text(&stub.period)), ("at", text(&stub.at))]);
    if !stub.school.is_empty() {
        set(&mut members, "school", text(&stub.school));
    }
    if let Some(beside) = &stub.beside {
        set(&mut members, "beside", text(&beside.to_string()));
    }
    if stub.is_back {
        set(&mut members, "back", true.into());
    }
    written(&members)
}

pub(super) fn stub_from_json(value: &Value) -> Option<Stub> {
    let member = |name: &str| value.get(name)?.as_str().map(str::to_string);
    let beside = member("beside").and_then(|hash| Hash::parse(&hash));
    Some(Stub {
        name: member("name")?,
        school: member("school").unwrap_or_default(),
        period: member("period")?,
        at: member("at")?,
        beside,
        is_back: value.get("back").is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::case::Case;
    use crate::domain::document::Path;
    use proptest::prelude::*;

    fn answers() -> impl Strategy<Value = Document> {
        let ids = proptest::collection::hash_set("[a-z_]{1,8}", 0..4);
        (".{0,20}", proptest::option::of(ids)).prop_map(|(words, ids)| {
            let mut answers = Document::default();
            answers.set_text(&Path::Field("case-note".into()), &words);
            if let Some(ids) = ids {
                answers.choose("case-items", "", false);
                ids.iter().for_each(|id| answers.choose("case-items", id, true));
            }
            answers
        })
    }

    proptest! {
        #[test]
        fn what_was_typed_beside_the_stages_is_read_back(answers in answers()) {
            let (form, draft) = (Form::Case(Case::Close), Draft { document: answers, ..Draft::default() });
            prop_assert_eq!(read_draft(form, &draft_to_json(form, &draft)), Some(draft));
        }
    }
}
