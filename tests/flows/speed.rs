//! How long the page takes with much, also with what the other side made to do harm.

use super::people::{People, passphrase};
use super::screens::inputs;
use super::shell::stored_seed;
use paraf::app::case::Case;
use paraf::app::route::Route;
use paraf::domain::document::Document;
use paraf::domain::stage::Stage;
use paraf::screens::block::form::InputKind;
use paraf::seal::bundle::{self, Parcel};
use paraf::seal::canonical::Hash;
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::record::{Close, CoSign, Content, Decision, Genesis, Record};
use std::time::{Duration, Instant};

fn stamp(number: u64) -> String {
    format!("2025-01-06T{:02}:{:02}:{:02}Z", number / 3600, number / 60 % 60, number % 60)
}

/// Lets the superior send very many records of a kind. Judging them, and drawing the page, may take no more than
/// a few times as long as checking their signatures, which grows with their number.
fn stays_alive(content: impl Fn(u64, Hash, &Genesis) -> Content) {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.write("guru", Stage::Planning).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    people.hand_over("guru", "ks").unwrap();
    let seed = stored_seed(&people.tab("ks").unwrap().storage.borrow(), &passphrase("ks")).unwrap();
    let key = SigningKey::from_seed(&seed);
    let mut dossier = people.dossier("ks").unwrap().clone();
    let (id, target) = (dossier.id(), dossier.stage(Stage::Planning).heads[0]);
    let genesis = dossier.genesis().unwrap().clone();
    let sign = |number| {
        Record::sign(
            &content(number, target, &genesis),
            Some(id),
            &[(target, 1)],
            &key,
            stamp(number).as_str(),
        )
        .unwrap()
    };
    dossier.merge((0..1990).map(sign).collect::<Vec<_>>());
    let file = bundle::write(&dossier, None);
    let time = |act: &mut dyn FnMut()| {
        let start = Instant::now();
        act();
        start.elapsed()
    };
    let checked = time(&mut || drop(Parcel::read(file.as_bytes()).unwrap()));
    let taken = time(&mut || people.take_in("guru", "jahat.json", file.as_bytes()).unwrap());
    assert_eq!(people.dossier("guru").unwrap().records().count(), 1992);
    let opened = time(&mut || people.open("guru", Route::Dossier(id)).unwrap());
    println!("checked in {checked:?}, taken in {taken:?}, opened in {opened:?}");
    assert!(taken < 4 * checked && opened < checked, "{checked:?}, {taken:?}, {opened:?}");
}

#[test]
fn very_many_closings_leave_the_page_alive() {
    stays_alive(|number, _, _| {
        if number % 2 == 0 {
            let (effective, note) = ("2025-07-01".into(), String::new());
            Content::Close(Box::new(Close { reason: "moved".into(), effective, note }))
        } else {
            Content::Reopen { note: "Lanjut.".into() }
        }
    });
}

#[test]
fn very_many_answers_leave_the_page_alive() {
    stays_alive(|number, target, _| {
        let decision = if number % 2 == 0 { Decision::Agree } else { Decision::Return };
        let (note, reply, remarks) = ("Mohon diperjelas.".into(), Document::default(), Vec::new());
        Content::CoSign(Box::new(CoSign { stage: Stage::Planning, target, decision, note, reply, remarks }))
    });
}

#[test]
fn very_many_new_keys_leave_the_page_alive() {
    stays_alive(|number, _, genesis| {
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&number.to_le_bytes());
        let mut to = genesis.employee.clone();
        to.did = SigningKey::from_seed(&Seed::from_bytes(seed)).did().clone();
        Content::KeyChange { from: genesis.employee.did.clone(), to: Box::new(to) }
    });
}

/// Lets a superior close the dossiers of so many teachers, and gives the time in which their archive is looked at.
fn time_of_archive(count: usize) -> Duration {
    let mut people = People::nobody();
    for number in 0..count {
        let guru = format!("guru{number}");
        people.start_together(&guru, "ks").unwrap();
        people.turn_to("ks", &guru).unwrap();
        let id = people.dossier("ks").unwrap().id();
        people.open("ks", Route::Case(id, Case::Close)).unwrap();
        let reason = inputs(&people.screen("ks").unwrap())
            .into_iter()
            .find_map(|input| match (input.path.id().as_str(), input.kind) {
                ("case-reason", InputKind::Choice(options) | InputKind::Pick(options, _)) => {
                    Some(options[0].id.clone())
                }
                _ => None,
            })
            .unwrap();
        people.choose("ks", &format!("case-reason={reason}")).unwrap();
        people.type_in("ks", "case-effective", "2025-07-01").unwrap();
        people.press_id("ks", "act").unwrap();
        people.give_passphrase("ks", &passphrase("ks")).unwrap();
        people.send_file("ks").unwrap();
    }
    people.open("ks", Route::Backup).unwrap();
    let label = people.texts("ks").unwrap().keep.save_finished;
    people.press("ks", label).unwrap();
    // The quickest of several times is the one in which the machine did little else.
    let time = |people: &mut People| {
        let start = Instant::now();
        people.hand_in("ks", "arsip", "ks").unwrap();
        start.elapsed()
    };
    (0..5).map(|_| time(&mut people)).min().unwrap()
}

#[test]
fn the_archive_of_many_teachers_is_looked_at_in_a_time_that_grows_with_their_number() {
    let (few, many) = (time_of_archive(10), time_of_archive(40));
    println!("archive of 10: {few:?}, of 40: {many:?}");
    // Were it the square, it would be sixteen times.
    assert!(many < few * 10, "{few:?} and {many:?}");
}
