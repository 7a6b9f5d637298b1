//! Answers that come late, when what they were for was given up.

use super::people::{People, passphrase};
use super::shell::{Tab, stored_seed};
use paraf::app::effect::Effect;
use paraf::app::message::Message;
use paraf::app::message::Press;
use paraf::app::moment::Moment;
use paraf::app::moment::World;
use paraf::app::profile::keys;
use paraf::app::route::Route;
use paraf::domain::document::Path;
use paraf::seal::key::Seed;
use paraf::storage::Change;

const WORLD: World =
    World { now: Moment { seconds: 1_736_125_200, offset: 420 }, entropy: [3; 32], spare: [3; 16] };

fn is_written(effects: &[Effect]) -> bool {
    let is_me = |change: &Change| matches!(change, Change::Put { name, .. } if name == "me");
    effects.iter().any(|effect| matches!(effect, Effect::Store(changes) if changes.iter().any(is_me)))
}

/// Begins to change the passphrase and opens the key; gives the number of the sealing that is asked for.
fn begin(tab: &mut Tab, new: &str, seed: Seed) -> u32 {
    tab.app.update(Message::Routed(Route::Home), &WORLD);
    tab.app.update(Message::Routed(Route::Me), &WORLD);
    for (field, text) in [("passphrase-old", "kata sandi milik guru"), ("passphrase", new), ("repeat", new)] {
        tab.app.update(Message::Typed(Path::Field(field.into()), text.into()), &WORLD);
    }
    let asked = tab.app.update(Message::Press(Press::Keys(keys::Press::Change)), &WORLD);
    let opens = |effect| match effect {
        Effect::Unseal { ticket, .. } => Some(ticket),
        _ => None,
    };
    let ticket = asked.into_iter().find_map(opens).unwrap();
    let asked = tab.app.update(Message::Unsealed { ticket, result: Ok(seed) }, &WORLD);
    let seals = |effect| match effect {
        Effect::Seal { ticket, .. } => Some(ticket),
        _ => None,
    };
    asked.into_iter().find_map(seals).unwrap()
}

#[test]
fn a_passphrase_that_was_given_up_does_not_become_the_one_that_holds() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    let seed = stored_seed(&people.tab("guru").unwrap().storage.borrow(), &passphrase("guru")).unwrap();
    let seed = || Seed::from_bytes(*seed.bytes());
    let sealed = |ticket, with: &str| {
        let result = Ok(format!("{{\"lock\":\"{with}\"}}"));
        Message::Sealed { ticket, result }
    };
    people
        .with("guru", |tab, _| {
            let first = begin(tab, "kalimat pertama yang keliru", seed());
            // The page is left while the key is being sealed, and another passphrase is chosen.
            let second = begin(tab, "kalimat kedua yang benar", seed());
            assert!(!is_written(&tab.app.update(sealed(first, "pertama"), &WORLD)));
            assert!(is_written(&tab.app.update(sealed(second, "kedua"), &WORLD)));
        })
        .unwrap();
}
