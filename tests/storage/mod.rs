//! What is stored survives a storage that fails, fills, cuts or lies at any moment.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

mod copies;
mod key_value;
mod queue;

use key_value::{Small, Trouble, Troubled};
use paraf::app::key::Key;
use paraf::app::library::LastBackup;
use paraf::app::library::last_backup_to_json;
use paraf::seal::canonical::Hash;
use paraf::seal::record::Record;
use paraf::storage::pack::{pack, unpack};
use paraf::storage::{Health, Holder, OLD_PREFIX, Outcome, PREFIX, Store};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/store");

/// Reads what a version of the app stored: one cell a line, its name and its text.
fn fixture(name: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(format!("{FIXTURES}/{name}.txt")).unwrap();
    let cell = |line: &str| {
        let (name, text) = line.split_once('\t').unwrap();
        (name.to_string(), text.replace("\\n", "\n").replace("\\\\", "\\"))
    };
    text.lines().map(cell).collect()
}

fn sorted(store: &Store<Troubled>) -> BTreeMap<String, String> {
    let open = |(name, text): (String, String)| {
        let text = paraf::storage::opened(&name, text);
        (name, text)
    };
    store.entries().unwrap().into_iter().map(open).collect()
}

/// Gives what the first version stored, by the names of today.
fn expected(old: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let name = |cell: &String| match cell.strip_prefix(OLD_PREFIX).unwrap() {
        "set" => "/set".to_string(),
        rest => rest.to_string(),
    };
    old.iter().map(|(cell, text)| (name(cell), text.clone())).collect()
}

#[test]
fn what_the_first_version_stored_is_read_and_brought_over() {
    for who in ["v1-employee", "v1-superior"] {
        let old = fixture(who);
        let cells = Troubled::with(old.clone());
        let store = Store::new(cells.clone());
        assert_eq!(sorted(&store), expected(&old), "it is read where it is");
        store.bring_over();
        assert_eq!(sorted(&store), expected(&old), "it is read from its new place");
        let left: Vec<String> =
            cells.texts.borrow().keys().filter(|cell| cell.starts_with(OLD_PREFIX)).cloned().collect();
        assert!(left.iter().all(|cell| !cell.contains("/r/")), "records are not kept twice");
        assert!(left.contains(&format!("{OLD_PREFIX}me")), "the rest stays until it was saved elsewhere");
        store.forget_old();
        assert_eq!(sorted(&store), expected(&old));
        assert!(cells.texts.borrow().keys().all(|cell| cell.starts_with(PREFIX)));
    }
}

#[test]
fn what_this_version_stored_is_read() {
    for who in ["v2-employee", "v2-superior"] {
        let stored = fixture(who);
        let store = Store::new(Troubled::with(stored.clone()));
        let entries = sorted(&store);
        assert_eq!(entries.len(), stored.len());
        let records = entries.iter().filter_map(|(name, text)| match Key::parse(name)? {
            Key::Record(id) => Some((id, Record::read(text).unwrap())),
            _ => None,
        });
        let records: Vec<(Hash, Record)> = records.collect();
        assert!(records.len() >= 2);
        assert!(records.iter().all(|(id, record)| record.id() == *id));
    }
}

#[test]
fn whatever_goes_wrong_while_it_is_brought_over_loses_nothing() {
    let old = fixture("v1-employee");
    for trouble in Trouble::ALL {
        for number in 0.. {
            let cells = Troubled::with(old.clone());
            let store = Store::new(cells.clone());
            cells.go_wrong(number, trouble);
            store.bring_over();
            let calls = cells.heal();
            // What came over damaged is set aside by whoever reads it; the good text is still there.
            let texts = cells.texts.borrow().clone();
            for (name, text) in expected(&old) {
                let there =
                    [format!("{PREFIX}0/{name}"), format!("{PREFIX}{}", name.trim_start_matches('/'))];
                let there = there.iter().filter_map(|cell| unpack(texts.get(cell)?));
                let before = texts.get(&format!("{OLD_PREFIX}{}", name.trim_start_matches('/'))).cloned();
                assert!(
                    there.chain(before).any(|kept| kept == text),
                    "{trouble:?} at call {number} lost {name}"
                );
            }
            if number > calls {
                break;
            }
        }
    }
}

/// Some writes as the app does them, in their order.
fn writes() -> Vec<(&'static str, String)> {
    let long = |word: &str| format!("{{\"rev\":1,\"data\":\"{}\"}}", word.repeat(100));
    vec![
        ("me", long("kunci ")),
        ("r/first", long("catatan ")),
        ("d/x/planning", long("draf ")),
        ("r/second", long("catatan kedua ")),
        ("l/x", long("surat ")),
        ("r/first", long("catatan ")),
        ("/set", "{\"lang\":\"id\"}".into()),
    ]
}

#[test]
fn what_is_said_to_be_stored_is_stored_whatever_goes_wrong() {
    for trouble in Trouble::ALL {
        for number in 0.. {
            let cells = Troubled::default();
            let store = Store::new(cells.clone());
            cells.go_wrong(number, trouble);
            let mut done = BTreeMap::new();
            for (name, text) in writes() {
                if store.write(name, &text) == Outcome::Done {
                    done.insert(name.to_string(), text);
                }
            }
            let calls = cells.heal();
            let entries = sorted(&store);
            for (name, text) in done {
                assert_eq!(entries.get(&name), Some(&text), "{trouble:?} at call {number} lost {name}");
            }
            if number > calls {
                break;
            }
        }
    }
}

#[test]
fn a_write_that_failed_is_made_good_by_the_next_one() {
    for trouble in Trouble::ALL {
        for number in 0..40 {
            let cells = Troubled::default();
            let store = Store::new(cells.clone());
            cells.go_wrong(number, trouble);
            for (name, text) in writes() {
                let _ = store.write(name, &text);
            }
            cells.heal();
            for (name, text) in writes() {
                // As the app does: what cannot be read is removed after it was set aside.
                if store.read(name).is_some_and(|there| there != text) {
                    store.remove(name);
                }
                assert_eq!(store.write(name, &text), Outcome::Done, "{trouble:?} at {number}");
            }
        }
    }
}

#[test]
fn what_nobody_can_read_is_set_aside_before_it_is_written_over() {
    let cells = Troubled::with(BTreeMap::from([(format!("{PREFIX}0/me"), "{\"card\":{\"na".to_string())]));
    let store = Store::new(cells.clone());
    assert_eq!(store.write("me", "{}"), Outcome::Done);
    assert_eq!(
        store.read(&paraf::storage::quarantined("me", "{\"card\":{\"na")).as_deref(),
        Some("{\"card\":{\"na")
    );
    assert_eq!(store.read("me").as_deref(), Some("{}"));
    // Where it cannot be set aside it stays.
    let cells = Troubled::with(BTreeMap::from([(format!("{PREFIX}0/me"), "{\"card\":{\"na".to_string())]));
    let store = Store::new(cells.clone());
    cells.go_wrong(3, Trouble::Full);
    assert_eq!(store.write("me", "{}"), Outcome::Full);
    cells.heal();
    assert_eq!(store.read("me").as_deref(), Some("{\"card\":{\"na"));
}

#[test]
fn the_profiles_of_two_people_do_not_mix() {
    let cells = Troubled::default();
    let mut store = Store::new(cells.clone());
    assert_eq!(store.write("me", "{\"a\":1}"), Outcome::Done);
    assert_eq!(store.write("/set", "{\"lang\":\"en\"}"), Outcome::Done);
    store.open(7);
    assert_eq!(store.read("me"), None);
    assert_eq!(store.read("/set").as_deref(), Some("{\"lang\":\"en\"}"));
    assert_eq!(store.write("me", "{\"b\":2}"), Outcome::Done);
    assert_eq!(store.profiles(), [(0, Some("{\"a\":1}".into())), (7, Some("{\"b\":2}".into()))]);
    store.clear();
    assert_eq!(store.profiles(), [(0, Some("{\"a\":1}".into()))]);
    assert_eq!(store.read("/set").as_deref(), Some("{\"lang\":\"en\"}"));
}

#[test]
fn a_storage_says_whether_it_works() {
    let cells = Troubled::default();
    let store = Store::new(cells.clone());
    assert_eq!(store.health(), Health::Good);
    for (trouble, health) in [(Trouble::Full, Health::Full), (Trouble::Denied, Health::Blocked)] {
        cells.go_wrong(0, trouble);
        assert_eq!(store.health(), health);
        cells.heal();
    }
    assert!(cells.texts.borrow().is_empty(), "the probe leaves nothing behind");
}

#[test]
fn the_characters_that_are_used_are_counted_as_the_browser_does() {
    let cells = Troubled::with(BTreeMap::from([("another.program".to_string(), "12345".to_string())]));
    let store = Store::new(cells.clone());
    store.entries().unwrap();
    let count = |cells: &Troubled| -> usize {
        let units = |text: &str| text.encode_utf16().count();
        cells.texts.borrow().iter().map(|(name, text)| units(name) + units(text)).sum()
    };
    assert_eq!(store.used(), count(&cells));
    for (name, text) in writes() {
        assert_eq!(store.write(name, &text), Outcome::Done);
        assert_eq!(store.used(), count(&cells), "{name}");
    }
    let kept = last_backup_to_json(&LastBackup { at: "2025-01-06T01:00:00Z".into(), records: 3, mark: None });
    assert_eq!(store.write("me", &kept), Outcome::Done);
    assert_eq!(store.used(), count(&cells));
    store.remove("me");
    assert_eq!(store.used(), count(&cells));
}

#[test]
fn records_take_at_most_three_tenths_of_their_characters() {
    let mut raw = 0;
    let mut packed = 0;
    for who in ["v1-employee", "v1-superior"] {
        for (cell, text) in fixture(who).iter().filter(|(cell, _)| cell.contains("/r/")) {
            let units = |text: &str| text.encode_utf16().count();
            raw += units(cell) + units(text);
            packed += units(cell) + 2 + units(&pack(text));
        }
    }
    let share = packed * 100 / raw;
    assert!(share <= 30, "{share} hundredths");
}

proptest! {
    #[test]
    fn entries_are_read_as_they_were_written(entries in prop::collection::btree_map("[rldp]/[a-z]{1,8}|me|kept", "[{][ -~]{0,500}[}]", 0..12)) {
        let store = Store::new(Troubled::default());
        for (name, text) in &entries {
            let outcome = store.write(name, text);
            prop_assert_eq!(outcome, Outcome::Done);
        }
        prop_assert_eq!(sorted(&store), entries);
    }
}

#[test]
fn of_a_damaged_new_entry_and_a_good_old_one_the_good_one_is_read_again() {
    let old = fixture("v1-employee");
    let cells = Troubled::with(old.clone());
    let store = Store::new(cells.clone());
    store.bring_over();
    let (name, text) = expected(&old).into_iter().find(|(name, _)| name == "me").unwrap();
    cells.texts.borrow_mut().insert(format!("{PREFIX}0/me"), "{\"card".to_string());
    assert_eq!(store.read("me").as_deref(), Some("{\"card"));
    store.quarantine("me", &paraf::storage::quarantined("me", "another text"));
    assert_eq!(store.read("me").as_deref(), Some("{\"card"));
    let copy = paraf::storage::quarantined("me", "{\"card");
    assert_eq!(store.quarantine("me", &copy), Outcome::Done);
    assert_eq!(store.read(&copy).as_deref(), Some("{\"card"));
    assert_eq!(store.read(&name), Some(text));
}

#[test]
fn an_entry_of_a_person_is_never_taken_for_one_of_the_device() {
    let cells = Troubled::with(BTreeMap::from([
        (format!("{PREFIX}0//set"), "{}".to_string()),
        (format!("{OLD_PREFIX}/set"), "{}".to_string()),
        (format!("{PREFIX}set"), "{\"lang\":\"en\"}".to_string()),
    ]));
    let store = Store::new(cells.clone());
    store.bring_over();
    assert_eq!(sorted(&store), BTreeMap::from([("/set".to_string(), "{\"lang\":\"en\"}".to_string())]));
    assert_eq!(cells.texts.borrow().len(), 3, "what is not understood is left alone");
}

#[test]
fn what_is_set_aside_has_a_name_of_its_own_for_each_text() {
    let one = paraf::storage::quarantined("me", "{\"card\":{\"na");
    assert!(one.starts_with("q/me~") && one.len() == "q/me~".len() + 8, "{one}");
    assert_ne!(one, paraf::storage::quarantined("me", "{\"card\""));
    assert!(matches!(Key::parse(&one), Some(Key::Quarantined(_))));
}

#[test]
fn where_no_mark_can_be_left_the_window_writes_as_far_as_it_may() {
    let cells = Small::default();
    cells.fill();
    let mut store = Store::new(cells.clone());
    store.mark("one".into());
    assert_eq!(store.holder(), Holder::This);
}

#[test]
fn what_was_changed_since_it_was_brought_over_stays_changed() {
    let old = fixture("v1-employee");
    let cells = Troubled::with(old.clone());
    let store = Store::new(cells.clone());
    store.bring_over();
    let record = expected(&old).keys().find(|name| name.starts_with("r/")).unwrap().clone();
    assert_eq!(store.write("me", "{\"new\":1}"), Outcome::Done);
    // An older version of the app, open in another tab, writes once more.
    let again = format!("{OLD_PREFIX}{record}");
    cells.texts.borrow_mut().insert(again.clone(), old[&again].clone());
    store.bring_over();
    assert_eq!(store.read("me").as_deref(), Some("{\"new\":1}"));
    let all = store.entries().unwrap();
    assert_eq!(all.iter().filter(|(name, _)| name == "me").count(), 1, "the old one is not given beside it");
    assert!(!cells.texts.borrow().contains_key(&again), "a record that is there already is not kept twice");
    assert_eq!(store.read(&record), Some(old[&again].clone()));
    // One that is not the same is left where it is, and so is the one that is there.
    cells.texts.borrow_mut().insert(again.clone(), "{}".to_string());
    store.bring_over();
    assert!(cells.texts.borrow().contains_key(&again));
    assert_eq!(store.read(&record), Some(old[&again].clone()));
    let all = store.entries().unwrap();
    assert_eq!(all.iter().filter(|(name, _)| *name == record).count(), 1, "what is there is what is given");
}

#[test]
fn nothing_is_forgotten_before_it_was_brought_over() {
    let old = fixture("v1-employee");
    let cells = Troubled::with(old.clone());
    let store = Store::new(cells.clone());
    store.forget_old();
    assert_eq!(*cells.texts.borrow(), old);
}

#[test]
fn removing_an_entry_removes_what_an_older_version_stored_of_it() {
    let cells = Troubled::with(fixture("v1-employee"));
    let mut store = Store::new(cells.clone());
    store.open(1);
    store.remove("me");
    assert!(cells.texts.borrow().contains_key(&format!("{OLD_PREFIX}me")), "it belongs to another person");
    store.open(0);
    store.bring_over();
    store.remove("me");
    assert_eq!(store.read("me"), None);
    assert!(!cells.texts.borrow().contains_key(&format!("{OLD_PREFIX}me")));
}
