//! `paraf verify`: what each file and each record in it is worth, as lines of JSON.

use super::reason;
use paraf::domain::stage::{Party, Stage, StageState};
use paraf::seal::archive::Archive;
use paraf::seal::bundle::{self, Bundle, FileFault, Parcel};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::letter::Handoff;
use paraf::seal::record::{Record, RecordFault};
use paraf::seal::strict::MAX_FILE_BYTES;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// What is told about one file.
struct Report {
    /// The lines about records and letters, without the name of the file.
    entries: Vec<Value>,
    verdict: &'static str,
    reason: &'static str,
    dossier: Option<Hash>,
    /// How many records the file carries, repeated ones included.
    records: usize,
    /// What follows from these records by themselves; nothing in a refused file.
    facts: Facts,
}

/// What follows from the records of one dossier.
#[derive(Default)]
struct Facts {
    state: Option<Hash>,
    /// The keys of the two sides after all that counts.
    sides: [Option<String>; 2],
    is_closed: Option<bool>,
    /// The state of each stage, by its code.
    stages: Option<Value>,
}

/// Verifies files and writes the lines. Says whether all of them were accepted.
///
/// # Errors
/// The lines could not be written.
pub fn verify(files: &[OsString], out: &mut impl Write) -> io::Result<bool> {
    let mut all_accepted = true;
    for file in files {
        let report = read(Path::new(file))
            .map_or_else(|_| Report::refused(reason::UNREADABLE), |bytes| examine(&bytes));
        all_accepted &= report.verdict == "accepted";
        let name = file.to_string_lossy();
        let (entries, line) = report.lines();
        for mut line in entries.into_iter().chain([line]) {
            line["file"] = json!(name);
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(all_accepted)
}

/// Gives what is told about a file: a value for each record and letter, and one for the whole.
pub fn of_bytes(bytes: &[u8]) -> (Vec<Value>, Value) {
    examine(bytes).lines()
}

/// Reads a file up to one byte more than the largest that is taken, so that no file fills the memory.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn examine(bytes: &[u8]) -> Report {
    match Parcel::read(bytes) {
        Ok(Parcel::Bundle(bundle)) => judge(bundle),
        Ok(Parcel::Invitation(invitation)) => Report {
            entries: vec![letter("Invitation", Some(invitation.card.did.as_str()), "counts", reason::OK)],
            verdict: "accepted",
            ..Report::refused(reason::OK)
        },
        Ok(Parcel::Archive(archive)) => judge_all(archive),
        Ok(Parcel::Backup(_) | Parcel::Cells(_)) => Report::refused(reason::BACKUP),
        Err(fault) => explain(bytes, fault),
    }
}

/// Judges a bundle, all proofs of which hold.
fn judge(bundle: Bundle) -> Report {
    let ids: Vec<Hash> = bundle.records.iter().map(Record::id).collect();
    let dossier = Dossier::assemble(bundle.dossier, bundle.records);
    let standing = |id: &Hash| dossier.standing(id).unwrap_or(Standing::Waiting);
    let mut entries: Vec<Value> = ids
        .iter()
        .enumerate()
        .filter_map(|(index, id)| {
            let standing = standing(id);
            let verdict = match standing {
                Standing::Counts => "counts",
                Standing::Waiting => "waiting",
                Standing::Newer => "newer",
                _ => "aside",
            };
            let mut line = entry(index, dossier.record(id)?, verdict, reason::of_standing(standing));
            line["doubtful"] = json!(dossier.is_doubtful(id));
            line["late"] = json!(dossier.is_late(id));
            Some(line)
        })
        .collect();
    let letter_reason = bundle.handoff.as_ref().map(|letter| judge_letter(&dossier, letter));
    if let (Some(handoff), Some(reason)) = (&bundle.handoff, letter_reason) {
        let verdict = match reason {
            reason::OK => "counts",
            reason::HEADS_MISSING => "waiting",
            _ => "aside",
        };
        entries.push(letter("Handoff", Some(handoff.from.as_str()), verdict, reason));
    }
    let uncounted = ids.iter().map(standing).find(|standing| *standing != Standing::Counts);
    let reason = match uncounted {
        Some(standing) => reason::of_standing(standing),
        None if ids.is_empty() => reason::EMPTY,
        None => letter_reason.unwrap_or(reason::OK),
    };
    Report {
        entries,
        verdict: if reason == reason::OK { "accepted" } else { "partly" },
        reason,
        dossier: Some(dossier.id()),
        records: ids.len(),
        facts: facts(&dossier),
    }
}

fn facts(dossier: &Dossier) -> Facts {
    let key = |party| dossier.card(party).map(|card| card.did.to_string());
    let state_of = |stage: Stage| (stage.code().to_string(), json!(code(dossier.stage(stage).state)));
    Facts {
        state: Some(dossier.state_hash()),
        sides: [Party::Employee, Party::Superior].map(key),
        is_closed: Some(dossier.closed().is_some()),
        stages: Some(Value::Object(Stage::ALL.into_iter().map(state_of).collect())),
    }
}

/// Gives the word of `FORMAT.md` for the state of a stage.
fn code(state: StageState) -> &'static str {
    match state {
        StageState::Locked => "locked",
        StageState::Ahead => "ahead",
        StageState::Open => "open",
        StageState::Waiting => "waiting",
        StageState::Returned => "returned",
        StageState::Agreed => "agreed",
        StageState::Stale => "stale",
        StageState::AmendmentWaiting => "amendment_waiting",
        StageState::AmendmentReturned => "amendment_returned",
        StageState::Diverged => "diverged",
        StageState::Unclear => "unclear",
    }
}

/// Judges every dossier of an archive. It is as good as the worst of them, and has no state of its own.
fn judge_all(archive: Archive) -> Report {
    let mut all = Report { verdict: "accepted", ..Report::refused(reason::OK) };
    for (dossier, records) in archive.dossiers {
        let report = judge(Bundle { dossier, records, handoff: None });
        all.entries.extend(report.entries);
        all.records += report.records;
        if report.verdict != "accepted" {
            (all.verdict, all.reason) = (report.verdict, report.reason);
        }
    }
    all
}

/// A cover letter must go between people who are named in the dossier, and all that it names must be
/// there.
fn judge_letter(dossier: &Dossier, letter: &Handoff) -> &'static str {
    let of_strangers = dossier.genesis().is_some_and(|_| {
        let known = |did| dossier.card_of(did).is_some();
        !known(&letter.from) || !known(&letter.to) || letter.from == letter.to
    });
    if of_strangers {
        reason::LETTER_OF_STRANGER
    } else if letter.heads.iter().any(|head| dossier.record(head).is_none()) {
        reason::HEADS_MISSING
    } else {
        reason::OK
    }
}

/// Looks for the records of a refused file, so that the one at fault is found. None of them counts.
fn explain(bytes: &[u8], fault: FileFault) -> Report {
    let mut report = Report::refused(reason::of_file(fault));
    if let Ok((dossier, texts)) = bundle::record_texts(bytes) {
        report.dossier = Some(dossier);
        report.records = texts.len();
        for (index, text) in texts.iter().enumerate() {
            report.entries.push(match Record::read(text) {
                Ok(record) if record.dossier() == dossier => {
                    entry(index, &record, "aside", reason::FILE_REFUSED)
                }
                Ok(record) => entry(index, &record, "aside", reason::of_standing(Standing::Foreign)),
                Err(fault) => refused_record(index, fault),
            });
        }
    }
    if let FileFault::Letter(fault) = fault {
        // A refused letter is believed in nothing, so its kind follows from the file around it.
        let kind = if report.dossier.is_some() { "Handoff" } else { "Invitation" };
        report.entries.push(letter(kind, None, "refused", reason::of_record(fault)));
    }
    report
}

impl Report {
    fn refused(reason: &'static str) -> Report {
        let (entries, facts) = (Vec::new(), Facts::default());
        Report { entries, verdict: "refused", reason, dossier: None, records: 0, facts }
    }

    /// Gives the values for the lines, without the name of the file.
    fn lines(self) -> (Vec<Value>, Value) {
        let text = |hash: Option<Hash>| hash.map(|hash| hash.to_string());
        let line = json!({
            "verdict": self.verdict,
            "reason": self.reason,
            "dossier": text(self.dossier),
            "records": self.records,
            "state": text(self.facts.state),
            "employee": self.facts.sides[0],
            "superior": self.facts.sides[1],
            "closed": self.facts.is_closed,
            "stages": self.facts.stages,
        });
        (self.entries, line)
    }
}

fn entry(index: usize, record: &Record, verdict: &str, reason: &str) -> Value {
    json!({
        "record": record.id().to_string(),
        "index": index,
        "type": record.kind(),
        "stage": record.stage().map(|stage| stage.code()),
        "signer": record.signer().as_str(),
        "verdict": verdict,
        "reason": reason,
    })
}

fn refused_record(index: usize, fault: RecordFault) -> Value {
    json!({
        "record": null,
        "index": index,
        "type": null,
        "stage": null,
        "signer": null,
        "verdict": "refused",
        "reason": reason::of_record(fault),
    })
}

/// A letter is no record: it has no number in the file, and nothing builds on it.
fn letter(kind: &str, signer: Option<&str>, verdict: &str, reason: &str) -> Value {
    json!({
        "record": null,
        "index": null,
        "type": kind,
        "stage": null,
        "signer": signer,
        "verdict": verdict,
        "reason": reason,
    })
}
