//! One queue leads into the storage: in order, read back, tried again, with a reserve for what is signed.

use super::key_value::{Small, Trouble, Troubled};
use paraf::seal::canonical::Hash;
use paraf::storage::{Change, Health, Holder, PREFIX, Queue, Stored};

fn put(name: &str, text: &str) -> Change {
    Change::Put { name: name.into(), text: text.into() }
}

fn delete(name: &str) -> Change {
    Change::Delete(name.into())
}

/// A text that no packing makes much shorter.
fn long(characters: usize) -> String {
    let words = (0..characters / 44 + 1).map(|word| Hash::of_bytes(&word.to_le_bytes()).key());
    format!("{{\"body\":\"{}\"}}", words.collect::<String>())
}

#[test]
fn whatever_goes_wrong_and_whenever_the_page_dies_a_signature_or_its_draft_is_there() {
    let (draft, record) = ("{\"rev\":1,\"data\":{}}", "{\"body\":{}}");
    for trouble in Trouble::ALL {
        for number in 0.. {
            let cells = Troubled::default();
            let mut queue = Queue::new(cells.clone());
            queue.add(vec![put("d/x", draft)]);
            cells.go_wrong(number, trouble);
            let stored = queue.add(vec![put("r/y", record), delete("d/x")]);
            let calls = cells.heal();
            let there = |name: &str| queue.store().read(name);
            let (has_draft, has_record) =
                (there("d/x").as_deref() == Some(draft), there("r/y").as_deref() == Some(record));
            assert!(has_draft || has_record, "{trouble:?} at call {number}");
            assert!(stored.pending > 0 || has_record, "{trouble:?} at call {number}: said to be stored");
            // At the next chance it is made good.
            assert_eq!(queue.run(), Stored { used: queue.state().used, ..Stored::default() });
            assert_eq!(
                (queue.store().read("r/y").as_deref(), queue.store().read("d/x")),
                (Some(record), None)
            );
            if number > calls {
                break;
            }
        }
    }
}

#[test]
fn in_a_full_storage_a_signature_takes_the_reserve_and_the_reserve_comes_back() {
    let cells = Small::default();
    let mut queue = Queue::new(cells.clone());
    queue.begin("mark".into());
    queue.add(vec![put("d/old", &long(120_000)), put("d/x", &long(2_000))]);
    cells.fill();
    let stored = queue.add(vec![put("r/y", &long(50_000)), delete("d/x")]);
    assert_eq!((stored.pending, stored.health), (0, Health::Full), "it is stored, and the person is told");
    assert_eq!(queue.store().read("r/y"), Some(long(50_000)));
    let stored = queue.add(vec![put("r/z", &long(90_000))]);
    assert_eq!((stored.pending, stored.health), (1, Health::Full), "a reserve has its end");
    let stored = queue.add(vec![delete("d/old")]);
    assert_eq!((stored.pending, stored.health), (0, Health::Full), "what becomes free is for what waits");
    let stored = queue.add(vec![delete("r/y"), delete("r/z")]);
    assert_eq!((stored.pending, stored.health), (0, Health::Good), "the reserve is back");
}

#[test]
fn what_cannot_be_stored_holds_back_only_what_touches_the_same() {
    let cells = Small::default();
    let mut queue = Queue::new(cells.clone());
    queue.begin("mark".into());
    cells.fill();
    let stored = queue.add(vec![put("r/large", &long(200_000)), delete("d/x")]);
    assert_eq!(stored.pending, 2);
    let stored = queue.add(vec![put("d/x", "{}")]);
    assert_eq!(stored.pending, 2, "the newer draft stands for the older change, and waits for the record");
    assert_eq!(queue.store().read("d/x"), None);
    let cells = Small::default();
    let mut queue = Queue::new(cells.clone());
    queue.add(vec![put("d/y", "{\"rev\":100}")]);
    cells.fill();
    assert_eq!(queue.add(vec![put("r/large", &long(200_000))]).pending, 1);
    assert_eq!(queue.add(vec![put("d/y", "{\"rev\":2}")]).pending, 1, "another draft is stored all the same");
    assert_eq!(queue.store().read("d/y").as_deref(), Some("{\"rev\":2}"));
}

#[test]
fn what_waits_is_stored_where_it_belongs_though_somebody_else_is_there_by_then() {
    let cells = Troubled::default();
    let mut queue = Queue::new(cells.clone());
    cells.go_wrong(2, Trouble::Denied);
    let stored = queue.add(vec![put("me", "{\"a\":1}")]);
    assert_eq!((stored.pending, stored.health), (1, Health::Blocked));
    cells.heal();
    queue.open(3);
    assert_eq!(queue.add(vec![put("me", "{\"b\":2}")]).pending, 0);
    assert_eq!(queue.store().profiles(), [(0, Some("{\"a\":1}".into())), (3, Some("{\"b\":2}".into()))]);
    queue.add(vec![Change::Clear]);
    assert_eq!(queue.store().profiles(), [(0, Some("{\"a\":1}".into()))]);
}

#[test]
fn what_waited_in_a_window_that_lost_its_place_is_not_written_over_what_another_one_wrote() {
    let cells = Troubled::default();
    let [mut first, mut second] = [(); 2].map(|()| Queue::new(cells.clone()));
    first.begin("one".into());
    second.begin("two".into());
    assert_eq!(first.add(vec![put("d/x", "{\"rev\":1}")]).pending, 1);
    assert_eq!(second.add(vec![put("d/x", "{\"rev\":2}")]).pending, 0);
    // The first one takes over again, and begins with what is stored.
    assert_eq!(first.begin("three".into()).pending, 0);
    assert_eq!(first.store().read("d/x").as_deref(), Some("{\"rev\":2}"));
}

#[test]
fn what_cannot_be_read_is_moved_aside_before_something_newer_takes_its_place() {
    let cells = Troubled::default();
    let mut queue = Queue::new(cells.clone());
    // The text is in order, but says nothing that the app can read.
    let damaged = "{\"damaged\":true}";
    queue.add(vec![put("d/x", damaged)]);
    let copy = paraf::storage::quarantined("d/x", damaged);
    cells.go_wrong(4, Trouble::Denied);
    let stored = queue.add(vec![Change::Quarantine { name: "d/x".into(), copy: copy.clone() }]);
    assert_eq!(stored.pending, 1);
    cells.heal();
    assert_eq!(queue.add(vec![put("d/x", "{\"rev\":1}")]).pending, 0);
    assert_eq!(queue.store().read(&copy).as_deref(), Some(damaged));
    assert_eq!(queue.store().read("d/x").as_deref(), Some("{\"rev\":1}"));
}

#[test]
fn nothing_is_written_or_removed_while_the_mark_of_another_window_stands_there() {
    let cells = Troubled::default();
    let [mut first, mut second] = [(); 2].map(|()| Queue::new(cells.clone()));
    first.begin("one".into());
    assert_eq!(first.add(vec![put("d/x", "{\"rev\":1}")]).pending, 0);
    second.begin("two".into());
    assert_eq!((first.state().holder, second.state().holder), (Holder::Another, Holder::This));
    let stored = first.add(vec![put("d/x", "{\"rev\":2}"), delete("d/x"), Change::Clear]);
    assert_eq!((stored.holder, stored.pending), (Holder::Another, 3));
    assert_eq!(second.store().read("d/x").as_deref(), Some("{\"rev\":1}"));
    // A storage that was emptied belongs to nobody, and what is written there would be a profile of nobody.
    cells.texts.borrow_mut().clear();
    let stored = second.add(vec![put("d/x", "{\"rev\":2}")]);
    assert_eq!((stored.holder, stored.pending), (Holder::Nobody, 1));
    assert_eq!(second.claim("three".into()).pending, 0);
    assert_eq!(second.store().read("d/x").as_deref(), Some("{\"rev\":2}"));
}

#[test]
fn a_window_that_lets_go_leaves_the_word_of_the_next_one_and_writes_no_more() {
    let cells = Troubled::default();
    let [mut first, mut second] = [(); 2].map(|()| Queue::new(cells.clone()));
    first.begin("one".into());
    assert_eq!(first.add(vec![put("d/x", "{\"rev\":1}")]).pending, 0);
    first.store().hand_over("word");
    assert_eq!(paraf::storage::mark_in(&cells).as_deref(), Some("word"));
    assert_eq!(first.add(vec![put("d/x", "{\"rev\":2}")]).holder, Holder::Another);
    // The mark of whoever works by now stays.
    second.begin("two".into());
    first.store().hand_over("word");
    assert_eq!(second.state().holder, Holder::This);
    assert_eq!(second.store().read("d/x").as_deref(), Some("{\"rev\":1}"));
}

#[test]
fn what_can_be_made_anew_holds_up_no_window_that_was_robbed() {
    let cells = Troubled::default();
    let (mut first, mut second) = (Queue::new(cells.clone()), Queue::new(cells));
    first.begin("one".into());
    second.begin("two".into());
    let derived = Change::PutDerived { name: "s/x".into(), text: "{}".into() };
    assert_eq!(first.add(vec![derived.clone()]).pending, 0);
    assert_eq!(first.add(vec![put("d/x", "{}"), derived]).pending, 1);
}

#[test]
fn an_old_page_writes_and_removes_nothing_of_a_newer_version() {
    let cells = Troubled::default();
    let mut newer = Queue::new(cells.clone());
    newer.begin("one".into());
    let format = format!("{PREFIX}format");
    cells.texts.borrow_mut().insert(format, "2".into());
    let before = cells.texts.borrow().clone();
    let mut old = Queue::new(cells.clone());
    assert_eq!(old.begin("two".into()).holder, Holder::Newer);
    let stored = old.add(vec![put("me", "{}"), Change::Delete("me".into()), Change::Clear]);
    assert_eq!((stored.holder, stored.pending), (Holder::Newer, 3));
    // One that was open before notices it too.
    assert_eq!(newer.add(vec![put("me", "{}")]).pending, 1);
    assert_eq!(*cells.texts.borrow(), before);
}
