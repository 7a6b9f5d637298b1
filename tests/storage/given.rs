//! What another tab stored is given once, and never hidden.

use super::cells::{Trouble, Troubled};
use super::writes;
use paraf::storage::{Outcome, Rule, Store};

#[test]
fn records_that_were_given_are_not_given_again_and_everything_else_is() {
    let cells = Troubled::default();
    let mut store = Store::new(cells.clone());
    for (name, text, rule) in writes() {
        assert_eq!(store.write(name, &text, rule), Outcome::Done);
    }
    let names = |entries: Option<Vec<(String, String)>>| -> Vec<String> {
        entries.unwrap().into_iter().map(|(name, _)| name).collect()
    };
    let all = ["d/x/planning", "l/x", "me", "r/first", "r/second", "/set"];
    let rest = ["d/x/planning", "l/x", "me", "/set"];
    assert_eq!(names(store.entries()), all);
    let used = store.used();
    assert_eq!(names(store.news()), rest);
    assert_eq!(store.used(), used, "what is not given still takes its room");
    // Another tab writes a record, and this one removes another.
    let other = Store::new(cells.clone());
    assert_eq!(other.write("r/third", "{\"a\":1}", Rule::IfAbsent), Outcome::Done);
    store.remove("r/first");
    assert_eq!(other.write("r/first", "{\"b\":1}", Rule::IfAbsent), Outcome::Done);
    assert_eq!(names(store.news()), ["d/x/planning", "l/x", "me", "r/first", "r/third", "/set"]);
    assert_eq!(names(store.news()), rest);
    store.open(0);
    assert_eq!(names(store.news()).len(), 7);
    assert_eq!(names(store.entries()).len(), 7);
}

#[test]
fn a_read_that_fails_hides_no_record_from_the_next_one() {
    for number in 0..8 {
        let cells = Troubled::default();
        let store = Store::new(cells.clone());
        assert_eq!(store.entries().map(|entries| entries.len()), Some(0));
        // Another tab writes.
        let other = Store::new(cells.clone());
        let mut names = Vec::new();
        for (name, text, rule) in writes() {
            other.write(name, &text, rule);
            names.push(name);
        }
        cells.go_wrong(number, Trouble::Denied);
        let first = store.news();
        cells.heal();
        let given: Vec<String> =
            first.into_iter().chain(store.news()).flatten().map(|(name, _)| name).collect();
        for name in &names {
            assert!(given.iter().any(|known| known == name), "call {number} hid {name}");
        }
    }
}

#[test]
fn a_record_that_another_tab_removed_and_stored_again_is_given_again() {
    let cells = Troubled::default();
    let (store, other) = (Store::new(cells.clone()), Store::new(cells));
    let (name, text, rule) = writes().into_iter().find(|(name, ..)| name.starts_with("r/")).unwrap();
    other.write(name, &text, rule);
    assert_eq!(store.news().unwrap().len(), 1);
    other.remove(name);
    assert_eq!(store.news().unwrap().len(), 0);
    other.write(name, &text, rule);
    assert_eq!(store.news().unwrap().len(), 1);
}
