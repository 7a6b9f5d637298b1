//! Two people, one of them with two windows that take over from each other, who press, type, wander and exchange at random: nothing they
//! do may break the app or cost a record.

use super::people::{People, Way, passphrase};
use super::screens::{buttons, inputs, other};
use super::shell::{Mood, Tab};
use paraf::app::editor;
use paraf::app::effect::VaultFault;
use paraf::app::message::Message;
use paraf::app::message::Press;
use paraf::app::pairing;
use paraf::app::profile::setup;
use paraf::app::route::Route;
use paraf::app::sending;
use paraf::app::signing;
use paraf::domain::document::Path;
use paraf::domain::stage::{Party, Stage};
use paraf::screens::block::Does;
use paraf::screens::block::form::InputKind;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Dossier;
use paraf::seal::key::Seed;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One thing that somebody does. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    /// Press a button that the screen has.
    Press(usize),
    /// Press a button that the screen may not have.
    PressUnseen(usize, usize),
    /// Type into an input that the screen has.
    Type(usize, String),
    /// Type into one that no screen has, or beyond the end of a log.
    TypeUnseen(usize, String),
    /// Choose or drop an item.
    Choose(usize, usize, bool),
    /// Open an address.
    Open(usize, usize),
    /// Fill in the open page.
    FillIn,
    /// Sign what there is to sign, as far as the screen lets one.
    Advance,
    /// Give the file to the other side, whole or harmed.
    HandOut(usize),
    /// Take in bytes that are no file.
    Bytes(Vec<u8>),
    /// A pause in typing.
    Pause,
    /// An answer of the browser that nobody waited for.
    Answer(usize),
    /// The storage changes its mood.
    Storage(usize),
    /// The tab is closed and the app opened again.
    Reopen,
}

fn deed() -> impl Strategy<Value = Deed> {
    let words = || "[a-zé\u{202E}\n ]{0,30}";
    prop_oneof![
        4 => any::<usize>().prop_map(Deed::Press),
        3 => (any::<usize>(), any::<usize>()).prop_map(|(which, stage)| Deed::PressUnseen(which, stage)),
        2 => (any::<usize>(), words()).prop_map(|(which, words)| Deed::Type(which, words)),
        1 => (any::<usize>(), words()).prop_map(|(which, words)| Deed::TypeUnseen(which, words)),
        1 => (any::<usize>(), any::<usize>(), any::<bool>()).prop_map(|(a, b, chosen)| Deed::Choose(a, b, chosen)),
        4 => (any::<usize>(), any::<usize>()).prop_map(|(page, stage)| Deed::Open(page, stage)),
        1 => Just(Deed::FillIn),
        4 => Just(Deed::Advance),
        3 => any::<usize>().prop_map(Deed::HandOut),
        1 => proptest::collection::vec(any::<u8>(), 0..40).prop_map(Deed::Bytes),
        1 => Just(Deed::Pause),
        1 => any::<usize>().prop_map(Deed::Answer),
        1 => any::<usize>().prop_map(Deed::Storage),
        1 => Just(Deed::Reopen),
    ]
}

/// Does one thing. What cannot be done is left undone, as with a button that is not there.
fn act(people: &mut People, who: &str, deed: &Deed) -> Option<()> {
    let screen = people.screen(who).ok()?;
    let id = people.dossier(who).map_or_else(|_| Hash::of_bytes(b"none"), Dossier::id);
    match deed {
        Deed::Press(which) => {
            let buttons = buttons(&screen);
            match buttons.get(which % buttons.len().max(1))?.does.clone() {
                Does::Press(press) => people.send(who, Message::Press(press)).ok(),
                Does::Open(href) => people.open(who, Route::parse(&href)).ok(),
            }
        }
        Deed::PressUnseen(which, number) => {
            let press = unseen(people, who, *which, *number, id);
            people.send(who, Message::Press(press)).ok()
        }
        Deed::Type(which, words) => {
            let inputs = inputs(&screen);
            let input = inputs.get(which % inputs.len().max(1))?;
            people.send(who, Message::Typed(input.path.clone(), words.clone())).ok()
        }
        Deed::TypeUnseen(number, words) => {
            let field = ["log", "behaviours", "date", "unlock", "group-0", "nothing"][number % 6].to_string();
            let path = match number % 3 {
                0 => Path::Field(field),
                1 => Path::OfItem(field, words.clone(), "commitment".into()),
                _ => Path::OfRow(field, number % 7, "what".into()),
            };
            people.send(who, Message::Typed(path, words.clone())).ok()
        }
        Deed::Choose(which, item, chosen) => {
            let inputs = inputs(&screen);
            let input = inputs.get(which % inputs.len().max(1))?;
            let id = match &input.kind {
                InputKind::Choices(options) => options.get(item % options.len().max(1))?.id.clone(),
                _ => "nothing".into(),
            };
            let field = input.path.field().to_string();
            people.send(who, Message::Chose { field, id, chosen: *chosen }).ok()
        }
        Deed::Open(page, number) => {
            let stage = Stage::ALL[number % 7];
            let route = match page % 11 {
                0 => Route::Home,
                1 => Route::Receive,
                2 => Route::Me,
                3 => Route::Help,
                4 => Route::Invite,
                5 => Route::Setup,
                6 => Route::Dossier(id),
                7 => Route::Stage(id, stage),
                8 => Route::Form(id, stage),
                9 => Route::Check(id, stage),
                _ => Route::Version(id, stage, *people.dossier(who).ok()?.stage(stage).versions.last()?),
            };
            people.open(who, route).ok()
        }
        Deed::FillIn => people.fill_in(who).ok(),
        Deed::Advance => {
            let stage = Stage::ALL.into_iter().find(|stage| {
                people.dossier(who).is_ok_and(|dossier| dossier.stage(*stage).agreed.is_none())
            })?;
            let _ = people.agree(who, stage);
            people.write(who, stage).ok()?;
            people.sign(who, stage).ok()
        }
        Deed::HandOut(number) => {
            people.send_file(who).ok()?;
            let way = match number % 8 {
                0 => Way::Cut,
                1 => Way::Without(0),
                2 => Way::Forged,
                3 => Way::Doubled,
                _ => Way::Whole,
            };
            let to = if who == "ks" { "guru" } else { "ks" };
            people.receive(to, who, None, &way).ok()
        }
        Deed::Bytes(bytes) => people.take_in(who, "berkas", bytes).ok(),
        Deed::Pause => people.send(who, Message::SaveDue).ok(),
        Deed::Answer(number) => {
            let message = match number % 5 {
                0 => Message::Sealed { ticket: 1, result: Err(VaultFault::NotSecure) },
                1 => Message::Unsealed { ticket: 1, result: Err(VaultFault::Wrong) },
                2 => Message::Unsealed { ticket: 1, result: Ok(Seed::from_bytes([7; 32])) },
                3 => Message::Sealed { ticket: 1, result: Ok("{}".into()) },
                _ => Message::Persisted(true),
            };
            people.send(who, message).ok()
        }
        Deed::Storage(number) => {
            let mood = [Mood::Good, Mood::Full, Mood::Good, Mood::Forgetful][number % 4];
            people.mood(who, mood).ok()
        }
        Deed::Reopen => people.open_tab(who, who).ok(),
    }
}

fn hand_out(what: sending::What) -> Press {
    Press::Sending(sending::Press::HandOut(what, sending::Way::Share, sending::Label::default()))
}

fn unseen(people: &People, who: &str, which: usize, number: usize, id: Hash) -> Press {
    let stranger = people.did(if who == "ks" { "guru" } else { "ks" });
    let field = ["log", "additional_duties", "nothing"][number % 3].to_string();
    match which % 23 {
        0 => Press::Signing(signing::Press::Sign),
        1 => Press::Signing(signing::Press::Agree),
        2 => Press::Signing(signing::Press::Return),
        3 => Press::Signing(signing::Press::Confirm),
        4 => Press::Signing(signing::Press::Cancel),
        5 => Press::Writing(editor::Press::AddRow(field)),
        6 => Press::Writing(editor::Press::RemoveRow(field, number % 5)),
        7 => Press::Writing(editor::Press::Step(number)),
        8 => Press::Writing(editor::Press::Edit(number % 9)),
        9 => Press::Writing(editor::Press::Check),
        10 => Press::Writing(editor::Press::Discard),
        11 => Press::Writing(editor::Press::TakeAll(Hash::of_bytes(b"none"))),
        12 => Press::Writing(editor::Press::GoOn),
        13 => Press::Writing(editor::Press::TakeAll(id)),
        14 => hand_out(sending::What::Dossier(id)),
        19 => hand_out(sending::What::Invitation),
        20 => Press::Sending(sending::Press::Sent(id)),
        21 => Press::Sending(sending::Press::NotSent(id)),
        15 => Press::Rescue,
        16 => stranger.map_or(Press::Rescue, |did| Press::Pairing(pairing::Press::Accept(did))),
        17 => stranger.map_or(Press::Rescue, |did| Press::Pairing(pairing::Press::Compare(did))),
        18 => Press::Pairing(pairing::Press::Invite(Party::Superior)),
        _ => Press::Setup(setup::Press::StopRestoring),
    }
}

/// Gives the texts of all records that a storage holds, set aside or not.
fn stored(tab: &Tab) -> BTreeSet<String> {
    let storage = tab.storage.borrow();
    let records = storage.entries.iter().filter(|(key, _)| key.contains("/r/"));
    records.map(|(_, text)| text.clone()).collect()
}

fn known(tab: &Tab) -> BTreeSet<Hash> {
    tab.app.dossiers().flat_map(Dossier::records).map(|record| record.id()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 20, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_two_people_do_no_screen_breaks_and_no_stored_record_is_lost(
        agreed in 0usize..6,
        deeds in proptest::collection::vec((0usize..3, deed()), 1..60),
    ) {
        let mut people = People::nobody();
        people.start_together("guru", "ks").unwrap();
        for stage in Stage::ALL.into_iter().take(agreed) {
            people.agree_on("guru", "ks", stage).unwrap();
        }
        people.open_beside("guru.2", "guru").unwrap();
        let tabs = ["guru.2", "guru", "ks"];
        for (who, deed) in &deeds {
            let who = tabs[*who];
            let before = tabs.map(|who| (stored(people.tab(who).unwrap()), known(people.tab(who).unwrap())));
            let worked: Vec<&str> = tabs.into_iter().filter(|who| people.tab(who).unwrap().works()).collect();
            people.clock.seconds += 60;
            let _ = act(&mut people, who, deed);
            for (who, (stored_before, known_before)) in tabs.into_iter().zip(before) {
                let tab = people.tab(who).unwrap();
                prop_assert!(stored(tab).is_superset(&stored_before), "{who} lost a stored record");
                let kept = known(tab).is_superset(&known_before);
                let is_read_anew = matches!(deed, Deed::Reopen) || !tab.works() || !worked.contains(&who);
                prop_assert!(kept || is_read_anew, "{who} lost a record in memory");
            }
            let lang = people.tab(who).unwrap().app.lang();
            for lang in [other(lang), lang] {
                people.send(who, Message::Press(Press::Language(lang))).unwrap();
                prop_assert!(!people.screen(who).unwrap().heading.is_empty());
            }
        }
        // After all that, with a storage that works, the two can still come to one state.
        for who in ["guru", "ks"] {
            people.mood(who, Mood::Good).unwrap();
            people.take_over(who).unwrap();
            people.send(who, Message::SaveDue).unwrap();
            prop_assert!(people.did(who).is_ok(), "{} lost the key", passphrase(who));
        }
        people.hand_over("guru", "ks").unwrap();
        people.hand_over("ks", "guru").unwrap();
        let state = |who: &str| people.dossier(who).unwrap().state_hash();
        prop_assert_eq!(state("guru"), state("ks"));
        prop_assert_eq!(stored(people.tab("guru").unwrap()), stored(people.tab("ks").unwrap()));
    }
}
