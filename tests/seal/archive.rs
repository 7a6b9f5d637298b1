//! Archives: what was put in is read back, in as many files as it takes; what is damaged is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use super::pair::{CREATED, Copy, genesis, key, reopen};
use paraf::json::{object, text};
use paraf::seal::archive::{self, Archive};
use paraf::seal::bundle::{self, FileFault, Parcel};
use paraf::seal::canonical::written;
use paraf::seal::dossier::Dossier;
use paraf::seal::proof;
use paraf::seal::record::{Content, Genesis, Record};

fn read(text: &str) -> Result<Archive, FileFault> {
    match Parcel::read(text.as_bytes())? {
        Parcel::Archive(archive) => Ok(archive),
        other => panic!("{other:?}"),
    }
}

fn entry(number: usize, length: usize) -> (String, String) {
    (format!("d/{number}"), format!("{{\"data\":\"{}\"}}", "x".repeat(length)))
}

/// A dossier of one record, for each number another one.
fn small(number: usize) -> Dossier {
    let genesis = Genesis { period: number.to_string(), ..genesis() };
    let content = Content::Dossier(Box::new(genesis));
    let record = Record::sign(&content, None, &[], &key(1), CREATED).unwrap();
    Dossier::assemble(record.id(), [record])
}

#[test]
fn an_archive_holds_every_record_and_every_entry_as_it_was() {
    let dossiers = [Copy::agreed(2).0, small(7)];
    let entries = vec![entry(1, 10), ("me".to_string(), "{\"a\": [1, {}]}".to_string())];
    let parts = archive::write(&entries, &dossiers.iter().collect::<Vec<_>>());
    assert_eq!(parts.len(), 1);
    let archive = read(&parts[0]).unwrap();
    assert_eq!(archive.entries, entries);
    assert_eq!(archive.dossiers.len(), 2);
    for ((id, records), dossier) in archive.dossiers.into_iter().zip(&dossiers) {
        assert_eq!(id, dossier.id());
        assert_eq!(Dossier::assemble(id, records), *dossier);
    }
}

#[test]
fn an_empty_archive_is_one_file() {
    let parts = archive::write(&[], &[]);
    assert_eq!(parts.len(), 1);
    assert_eq!(read(&parts[0]), Ok(Archive::default()));
}

#[test]
fn what_does_not_fit_in_one_file_goes_on_in_the_next() {
    let all = |parts: &[String]| -> Vec<(String, String)> {
        parts.iter().flat_map(|part| read(part).unwrap().entries).collect()
    };
    let sizes = |parts: &[String]| -> Vec<usize> {
        parts.iter().map(|part| read(part).unwrap().entries.len()).collect()
    };
    // As many entries as a file may have, and one more.
    let many: Vec<_> = (0..401).map(|number| entry(number, 1)).collect();
    let parts = archive::write(&many, &[]);
    assert_eq!(sizes(&parts), [200, 200, 1]);
    assert_eq!(all(&parts), many);
    // Entries that are long together.
    let long: Vec<_> = (0..250).map(|number| entry(number, 19_000)).collect();
    let parts = archive::write(&long[..210], &[]);
    assert!(parts.iter().all(|part| part.len() < 4_100_000));
    assert_eq!(all(&parts), &long[..210]);
    assert_eq!(sizes(&archive::write(&long[..150], &[])), [150], "a file is filled before another is begun");
    let longest: Vec<_> = (0..200).map(|number| entry(number, 19_980)).collect();
    assert_eq!(sizes(&archive::write(&longest, &[])), [199, 1]);
    // Dossiers beside entries.
    let dossiers: Vec<Dossier> = (0..203).map(small).collect();
    let parts = archive::write(&many[..3], &dossiers.iter().collect::<Vec<_>>());
    let counts: Vec<(usize, usize)> = parts
        .iter()
        .map(|part| read(part).unwrap())
        .map(|part| (part.entries.len(), part.dossiers.len()))
        .collect();
    assert_eq!(counts, [(3, 200), (0, 3)]);
}

#[test]
fn each_part_says_whose_it_is() {
    let mut many = vec![("me".to_string(), "{}".to_string())];
    many.extend((0..201).map(|number| entry(number, 1)));
    let parts = archive::write(&many, &[]);
    let read: Vec<_> = parts.iter().map(|part| read(part).unwrap().entries).collect();
    assert_eq!(read.iter().map(Vec::len).collect::<Vec<_>>(), [200, 3]);
    assert!(read.iter().all(|entries| entries[0] == many[0]));
}

#[test]
fn the_cells_of_a_stopped_page_are_joined_from_their_pieces() {
    let read = |cells: &str| {
        let file = format!("{{\"app\":\"paraf\",\"format\":1,\"cells\":{cells}}}");
        Parcel::read(file.as_bytes())
    };
    let cells = [("a", "bcd"), ("e", "")].map(|(name, text)| (name.to_string(), text.to_string()));
    let file = "[{\"name\":\"a\",\"text\":[\"bc\",\"d\"]},{\"name\":\"e\",\"text\":[]}]";
    assert_eq!(read(file), Ok(Parcel::Cells(cells.to_vec())));
    for damaged in
        ["{}", "[1]", "[{\"name\":\"a\"}]", "[{\"name\":1,\"text\":[]}]", "[{\"name\":\"a\",\"text\":[1]}]"]
    {
        assert_eq!(read(damaged), Err(FileFault::NotParaf), "{damaged}");
    }
}

#[test]
fn a_damaged_archive_is_refused_as_a_whole() {
    let dossier = Copy::agreed(1).0;
    let text = archive::write(&[entry(1, 10)], &[&dossier, &small(3)]).remove(0);
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        read(&text.replacen(from, to, 1)).unwrap_err()
    };
    assert_eq!(changed("\"entries\":", "\"more\":[],\"entries\":"), FileFault::Newer);
    assert_eq!(changed("\"name\":", "\"nam\":"), FileFault::NotParaf);
    assert_eq!(changed("\"value\":", "\"valu\":"), FileFault::NotParaf);
    assert_eq!(changed("\"name\":\"d/1\"", "\"name\":1"), FileFault::NotParaf);
    assert_eq!(changed("{\"dossier\":\"sha256:", "{\"dossier\":\"sha255:"), FileFault::NotParaf);
    let other = small(3).id().to_string();
    assert_eq!(changed(&dossier.id().to_string(), &other), FileFault::Mixed);
    // The number of a refused record counts through all dossiers of the file.
    let records = dossier.records().count();
    let last = text.rfind("\"period\":\"3\"").unwrap();
    let forged = [&text[..last], "\"period\":\"4\"", &text[last + 12..]].concat();
    assert!(
        matches!(read(&forged), Err(FileFault::Record(number, _)) if number == records),
        "{:?}",
        read(&forged)
    );
    assert_eq!(read("{\"app\":\"paraf\",\"format\":1,\"archive\":[]}"), Err(FileFault::NotParaf));
    assert_eq!(read("{\"app\":\"paraf\",\"format\":0,\"archive\":{}}"), Err(FileFault::NotParaf));
    assert_eq!(read("{\"app\":\"paraf\",\"format\":2,\"archive\":{}}"), Err(FileFault::Newer));
}

/// Adds a record of the other side that holds something of a later version.
fn reopen_with(dossier: &mut Dossier, ext: serde_json::Value) {
    let id = dossier.id().to_string();
    let record = object([
        ("format", 1.into()),
        ("type", text("Reopen")),
        ("dossier", text(&id)),
        ("seq", 1.into()),
        ("parents", serde_json::json!([id])),
        ("by", text(key(2).did().as_str())),
        ("body", object([("note", text("Lanjut.")), ("ext", ext)])),
    ]);
    let record = written(&proof::sign(record, &key(2), CREATED));
    dossier.merge([Record::read(&record).unwrap()]);
}

#[test]
fn whatever_came_in_a_bundle_can_be_archived_and_read_back() {
    let mut copy = Copy::started();
    let mut deep = text("dalam");
    for _ in 0..27 {
        deep = object([("ext", deep)]);
    }
    reopen_with(&mut copy.0, deep);
    let file = bundle::write(&copy.0, None);
    assert!(matches!(Parcel::read(file.as_bytes()), Ok(Parcel::Bundle(_))), "the bundle is taken");
    for part in archive::write(&[], &[&copy.0]) {
        assert_eq!(read(&part).map(|archive| archive.dossiers.len()), Ok(1));
    }
}

#[test]
fn two_dossiers_of_many_values_can_be_archived_and_read_back() {
    let with_values = |number: usize| {
        let mut dossier = small(number);
        let many: Vec<_> = (0..90).map(|_| serde_json::json!(vec![0; 1999])).collect();
        reopen_with(&mut dossier, many.into());
        let file = bundle::write(&dossier, None);
        assert!(matches!(Parcel::read(file.as_bytes()), Ok(Parcel::Bundle(_))), "the bundle is taken");
        dossier
    };
    let dossiers = [with_values(1), with_values(2)];
    let parts = archive::write(&[], &dossiers.iter().collect::<Vec<_>>());
    let read: Vec<_> = parts.iter().map(|part| read(part).map(|archive| archive.dossiers.len())).collect();
    assert!(read.iter().all(Result::is_ok), "{read:?}");
}

#[test]
fn a_dossier_that_came_in_many_files_can_be_archived_and_read_back() {
    let copy = Copy::started();
    let id = copy.0.id();
    let sign = |number: u64| {
        let created = format!("2025-01-06T{:02}:{:02}:{:02}Z", number / 3600, number / 60 % 60, number % 60);
        Record::sign(&reopen(), Some(id), &[(id, 0)], &key(1), created.as_str()).unwrap()
    };
    let mut dossier = copy.0;
    dossier.merge((0..2000).map(sign));
    assert_eq!(dossier.records().count(), 2001, "the own signature is not refused");
    let parts = archive::write(&[], &[&dossier]);
    let read: Vec<_> = parts.iter().map(|part| read(part).map(|archive| archive.dossiers.len())).collect();
    assert!(read.iter().all(Result::is_ok), "{read:?}");
}
