//! Signing over a storage that goes wrong at any one of its calls.

use super::people::People;
use super::shell::Mood;
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::seal::canonical::Hash;

/// Gives the ids of all records that somebody has in memory.
fn records(people: &People, who: &str) -> Vec<Hash> {
    let app = &people.tab(who).unwrap().app;
    app.dossiers().flat_map(|dossier| dossier.records().map(paraf::seal::record::Record::id)).collect()
}

#[test]
fn whichever_call_of_the_storage_goes_wrong_no_signature_is_lost_unseen() {
    for mood in [Mood::Full, Mood::Forgetful, Mood::Blocked, Mood::Cutting] {
        let mut calls = 1;
        let mut number = 0;
        while number < calls {
            let mut people = People::nobody();
            people.start_together("guru", "ks").unwrap();
            people.write("guru", Stage::Planning).unwrap();
            people.storage("guru", |storage| storage.go_wrong(number, mood)).unwrap();
            people.sign("guru", Stage::Planning).unwrap();
            people.open("guru", Route::Home).unwrap();
            let signed = records(&people, "guru");
            assert_eq!(signed.len(), 2, "{mood:?} at {number}: the signature is there while the page lives");
            let warned = !people.screen("guru").unwrap().frame.notices.is_empty();
            people.storage("guru", |storage| calls = storage.heal()).unwrap();
            people.open_tab("guru", "guru").unwrap();
            let kept = records(&people, "guru");
            let is_whole = signed.iter().all(|id| kept.contains(id));
            assert!(is_whole || warned, "{mood:?} at {number}: a signature was lost and nobody was told");
            // At the next chance the page makes it good by itself, so nothing but a death in between costs it.
            assert!(is_whole, "{mood:?} at {number}: it was not tried again");
            number += 1;
        }
        assert!(calls > 12, "{calls} calls only");
    }
}

#[test]
fn a_record_that_was_read_wrong_once_is_not_removed() {
    let mut calls = 1;
    let mut number = 0;
    while number < calls {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        people.write("guru", Stage::Planning).unwrap();
        people.sign("guru", Stage::Planning).unwrap();
        let signed = records(&people, "guru");
        people.storage("guru", |storage| storage.go_wrong(number, Mood::Cutting)).unwrap();
        people.open_tab("guru", "guru").unwrap();
        people.storage("guru", |storage| calls = storage.heal()).unwrap();
        people.open_tab("guru", "guru").unwrap();
        let kept = records(&people, "guru");
        assert!(signed.iter().all(|id| kept.contains(id)), "the read at {number} cost a signature");
        number += 1;
    }
}

#[test]
fn a_locker_whose_person_was_not_read_once_does_not_open_without_the_passphrase() {
    let mut calls = 1;
    let mut number = 0;
    while number < calls {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        people.open("guru", Route::Keep).unwrap();
        let texts = people.texts("guru").unwrap();
        people.press("guru", texts.lock.add).unwrap();
        people.set_up_here("guru", "dinas", false, true).unwrap();
        people.storage("guru", |storage| storage.go_wrong(number, Mood::Blocked)).unwrap();
        people.open_tab("guru", "guru").unwrap();
        people.storage("guru", |storage| calls = storage.heal()).unwrap();
        let _ = people.pick("guru", "locker-who", texts.lock.unreadable);
        let _ = people.press("guru", texts.lock.open);
        let dossiers = people.tab("guru").unwrap().app.dossiers().count();
        assert_eq!(dossiers, 0, "the read at {number} of {calls} took the lock off");
        number += 1;
    }
}
