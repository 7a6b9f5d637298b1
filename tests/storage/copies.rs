//! KeyValue that a stopped page saved are read as the storage itself would read them.

use super::{fixture, sorted};
use crate::storage::key_value::Troubled;
use paraf::storage::pack::pack;
use paraf::storage::{OLD_PREFIX, PREFIX, Store, profiles_of};
use std::collections::BTreeMap;

fn read(cells: impl IntoIterator<Item = (String, String)>) -> Vec<BTreeMap<String, String>> {
    let profiles = profiles_of(cells.into_iter().collect());
    // Of two entries of one name the first one counts.
    profiles.into_iter().map(|entries| entries.into_iter().rev().collect()).collect()
}

#[test]
fn saved_cells_say_what_the_storage_said() {
    for who in ["v1-employee", "v1-superior", "v2-employee", "v2-superior"] {
        let cells = fixture(who);
        let mut stored = sorted(&Store::new(Troubled::with(cells.clone())));
        stored.remove("/set");
        let mut copy = read(cells).remove(0);
        for of_device in ["set", "probe", "crash"] {
            copy.remove(of_device);
        }
        assert_eq!(copy, stored, "{who}");
    }
}

#[test]
fn of_saved_cells_the_newer_version_wins_and_profiles_stay_apart() {
    let cell = |prefix: &str, rest: &str, text: &str| (format!("{prefix}{rest}"), text.to_string());
    let profiles = read([
        cell(PREFIX, "0/me", "new"),
        cell(OLD_PREFIX, "me", "old"),
        cell(PREFIX, "1/me", "other"),
        cell(PREFIX, "set", "{}"),
        cell(PREFIX, "crash", "what happened"),
        cell("elsewhere/", "0/me", "foreign"),
    ]);
    assert_eq!(profiles.len(), 2);
    assert_eq!(profiles[1], BTreeMap::from([("me".into(), "other".into())]));
    assert_eq!(profiles[0], BTreeMap::from([("me".into(), "new".into())]));
}

#[test]
fn saved_cells_cannot_unpack_to_more_than_a_page_can_hold() {
    // Each takes few characters and unpacks to many.
    let bomb = pack(&"a".repeat(400_000));
    assert!(bomb.chars().count() < 4_000);
    let cells = (0..200).map(|number| (format!("{PREFIX}0/r/{number}"), bomb.clone()));
    let held: usize = read(cells).iter().flat_map(BTreeMap::values).map(String::len).sum();
    assert!((30_000_000..=32 << 20).contains(&held), "{held}");
}
