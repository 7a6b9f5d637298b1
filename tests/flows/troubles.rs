//! Signing over a storage that goes wrong at any one of its calls.

use super::people::People;
use super::screens::buttons;
use super::shell::Mood;
use paraf::app::ask;
use paraf::app::case::Case;
use paraf::app::key::{Form, Key};
use paraf::app::message::Message;
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::seal::canonical::Hash;

const TROUBLES: [Mood; 4] = [Mood::Full, Mood::Forgetful, Mood::Blocked, Mood::Cutting];

/// Gives the ids of all records that somebody has in memory.
fn records(people: &People, who: &str) -> Vec<Hash> {
    let app = &people.tab(who).unwrap().app;
    app.dossiers().flat_map(|dossier| dossier.records().map(paraf::seal::record::Record::id)).collect()
}

/// Lets each call of the storage go wrong in turn: `once` does it for one number, and gives the number of calls
/// there were. Gives the same for the last one.
fn at_each_call(mut once: impl FnMut(usize) -> usize) -> usize {
    let (mut calls, mut number) = (1, 0);
    while number < calls {
        calls = once(number);
        number += 1;
    }
    calls
}

/// Ends the trouble, and gives the number of calls there were.
fn heal(people: &mut People, who: &str) -> usize {
    let mut calls = 0;
    people.storage(who, |storage| calls = storage.heal()).unwrap();
    calls
}

#[test]
fn whichever_call_of_the_storage_goes_wrong_no_signature_is_lost_unseen() {
    for mood in TROUBLES {
        let calls = at_each_call(|number| {
            let mut people = People::nobody();
            people.start_together("guru", "ks").unwrap();
            people.write("guru", Stage::Planning).unwrap();
            people.storage("guru", |storage| storage.go_wrong(number, mood)).unwrap();
            people.sign("guru", Stage::Planning).unwrap();
            people.open("guru", Route::Home).unwrap();
            let signed = records(&people, "guru");
            assert_eq!(signed.len(), 2, "{mood:?} at {number}: the signature is there while the page lives");
            let warned = !people.screen("guru").unwrap().frame.notices.is_empty();
            let calls = heal(&mut people, "guru");
            people.open_tab("guru", "guru").unwrap();
            let kept = records(&people, "guru");
            let is_whole = signed.iter().all(|id| kept.contains(id));
            assert!(is_whole || warned, "{mood:?} at {number}: a signature was lost and nobody was told");
            // At the next chance the page makes it good by itself, so nothing but a death in between costs it.
            assert!(is_whole, "{mood:?} at {number}: it was not tried again");
            calls
        });
        assert!(calls > 12, "{calls} calls only");
    }
}

#[test]
fn whichever_call_goes_wrong_while_another_window_takes_over_no_word_is_lost_unseen() {
    for mood in TROUBLES {
        let calls = at_each_call(|number| {
            let mut people = People::nobody();
            people.start_together("guru", "ks").unwrap();
            people.write("guru", Stage::Planning).unwrap();
            people.type_in("guru", "reason", "Ditulis di jendela pertama.").unwrap();
            people.open_beside("guru.2", "guru").unwrap();
            people.storage("guru", |storage| storage.go_wrong(number, mood)).unwrap();
            let take_over = people.texts("guru.2").unwrap().window.take_over;
            people.press("guru.2", take_over).unwrap();
            let calls = heal(&mut people, "guru");
            let offers = people.texts("guru").unwrap().frame.rescue;
            let is_offered =
                buttons(&people.screen("guru").unwrap()).iter().any(|button| button.label == offers);
            people
                .storage("guru", |storage| {
                    let is_there = storage.entries.values().any(|text| text.contains("jendela pertama"));
                    assert!(is_there || is_offered, "{mood:?} at {number}: the words are gone");
                })
                .unwrap();
            calls
        });
        assert!(calls > 8, "{calls} calls only");
    }
}

#[test]
fn a_record_that_was_read_wrong_once_is_not_removed() {
    at_each_call(|number| {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        people.write("guru", Stage::Planning).unwrap();
        people.sign("guru", Stage::Planning).unwrap();
        let signed = records(&people, "guru");
        people.storage("guru", |storage| storage.go_wrong(number, Mood::Cutting)).unwrap();
        people.open_tab("guru", "guru").unwrap();
        let calls = heal(&mut people, "guru");
        people.open_tab("guru", "guru").unwrap();
        let kept = records(&people, "guru");
        assert!(signed.iter().all(|id| kept.contains(id)), "the read at {number} cost a signature");
        calls
    });
}

#[test]
fn a_profile_whose_person_was_not_read_once_does_not_open_without_the_passphrase() {
    at_each_call(|number| {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        people.open("guru", Route::Backup).unwrap();
        let texts = people.texts("guru").unwrap();
        people.press("guru", texts.lock.add).unwrap();
        people.set_up_here("guru", "dinas", false, true).unwrap();
        people.storage("guru", |storage| storage.go_wrong(number, Mood::Blocked)).unwrap();
        people.open_tab("guru", "guru").unwrap();
        let calls = heal(&mut people, "guru");
        let _ = people.pick("guru", "lock-who", texts.lock.unreadable);
        let _ = people.press("guru", texts.lock.open);
        let dossiers = people.tab("guru").unwrap().app.dossiers().count();
        assert_eq!(dossiers, 0, "the read at {number} of {calls} took the lock off");
        calls
    });
}

#[test]
fn whichever_call_of_the_storage_goes_wrong_what_was_signed_is_not_offered_again_unseen() {
    let calls = at_each_call(|number| {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        let id = people.dossier("guru").unwrap().id();
        people.open("guru", Route::Case(id, Case::Recommend)).unwrap();
        people.open("ks", Route::Case(id, Case::Recommend)).unwrap();
        people.pick("ks", ask::ITEMS, "Penerapan Disiplin Positif").unwrap();
        people.send("ks", Message::SaveDue).unwrap();
        people.storage("ks", |storage| storage.go_wrong(number, Mood::Blocked)).unwrap();
        people.press_id("ks", "act").unwrap();
        people.give_passphrase("ks", &super::people::passphrase("ks")).unwrap();
        let calls = heal(&mut people, "ks");
        let signed = records(&people, "ks").len();
        people.open("ks", Route::Home).unwrap();
        let name = Key::Draft((id, Form::Case(Case::Recommend))).name();
        people.open_tab("ks", "ks").unwrap();
        let kept = records(&people, "ks").len();
        people
            .storage("ks", |storage| {
                let is_left = storage.entry(&name).is_some();
                assert!(signed != 2 || kept != 2 || !is_left, "at {number} of {calls}: it is offered again");
            })
            .unwrap();
        calls
    });
    assert!(calls > 12, "{calls} calls only");
}

#[test]
fn a_page_that_ended_between_a_signature_and_the_end_of_its_draft_offers_nothing_twice() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    let drafts = |people: &mut People, who: &str| {
        let mut found = Vec::new();
        people
            .storage(who, |storage| {
                let is_draft = |name: &&String| name.contains("/d/");
                let names: Vec<String> = storage.entries.keys().filter(is_draft).cloned().collect();
                found.extend(names.into_iter().map(|name| (name.clone(), storage.entries[&name].clone())));
            })
            .unwrap();
        found
    };
    for (who, other) in [("guru", "ks"), ("ks", "guru")] {
        let (signs, before) = if who == "guru" {
            people.write("guru", Stage::Planning).unwrap();
            people.send("guru", Message::SaveDue).unwrap();
            let before = drafts(&mut people, who);
            people.sign("guru", Stage::Planning).unwrap();
            (records(&people, who).len(), before)
        } else {
            let id = people.dossier("ks").unwrap().id();
            people.open("ks", Route::Stage(id, Stage::Planning)).unwrap();
            people.type_in("ks", "note", "Sudah baik.").unwrap();
            people.send("ks", Message::SaveDue).unwrap();
            let before = drafts(&mut people, who);
            people.press_id("ks", "agree").unwrap();
            people.give_passphrase("ks", &super::people::passphrase("ks")).unwrap();
            (records(&people, who).len(), before)
        };
        assert_eq!(before.len(), 1, "{who} had a draft");
        people.storage(who, |storage| storage.entries.extend(before.clone())).unwrap();
        people.open_tab(who, who).unwrap();
        assert_eq!(records(&people, who).len(), signs);
        assert_eq!(drafts(&mut people, who), [], "{who} is offered what was signed");
        people.hand_over(who, other).unwrap();
    }
}
