//! How long the page takes with much, harmless or not.

use super::people::{People, passphrase};
use super::screens::inputs;
use paraf::app::cases::Case;
use paraf::app::route::Route;
use paraf::app::view::block::form::InputKind;
use std::time::{Duration, Instant};

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
    people.open("ks", Route::Keep).unwrap();
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
