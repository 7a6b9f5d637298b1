//! Drafts, and those that were put away.

use crate::app::effect::Effects;
use crate::app::key::{DraftKey, Key};
use crate::app::library::text::draft_to_json;
use crate::app::library::{Draft, Library};
use crate::seal::canonical::Hash;
use crate::storage::Change;

/// How long a draft is kept that was put away, in days.
pub const DAYS: i64 = 30;

/// An age in days that no draft reaches by being kept: the clock was set wrong when it was put away, or is
/// now.
const WRONG: i64 = 366;

/// Puts a draft away, and gives the name of its entry; one in which nothing stands is not kept.
pub fn put(library: &mut Library, place: DraftKey, draft: &Draft, effects: &mut Effects) -> Option<String> {
    if draft.document.is_empty() {
        return None;
    }
    let text = draft_to_json(place.1, draft);
    let key = free_key(library, place, &text);
    let name = key.name();
    library.past_drafts.insert(name.clone(), text.clone());
    effects.put(key, text);
    Some(name)
}

/// Names a draft that is put away now. Two can be put away within a second, so the name follows from the text too.
pub(super) fn free_key(library: &Library, place: DraftKey, text: &str) -> Key {
    let code = Hash::of_bytes(text.as_bytes()).key();
    let mut at = [&library.now.stamp(), "+", code.get(..4).unwrap_or_default()].concat();
    while library.past_drafts.contains_key(&Key::PastDraft(place, at.clone()).name()) {
        at.push('+');
    }
    Key::PastDraft(place, at)
}

/// Gives the drafts that were put away from a form, oldest first: their names, and when.
pub fn of(library: &Library, place: DraftKey) -> Vec<(&String, String)> {
    let time = |name: &String| match Key::parse(name) {
        Some(Key::PastDraft(of, at)) if of == place => Some(at),
        _ => None,
    };
    library.past_drafts.keys().filter_map(|name| Some((name, time(name)?))).collect()
}

/// Gives the time at which a draft was put away, out of the end of its name.
pub fn time_of(at: &str) -> &str {
    at.split('+').next().unwrap_or_default()
}

/// Says whether the thirty days of what was put away are over; `at` is the end of its name.
pub fn is_over(library: &Library, at: &str) -> bool {
    let put = library.now.read(time_of(at));
    let age = put.map_or(0, |put| (library.now.seconds - put.seconds) / 86_400);
    (DAYS..WRONG).contains(&age)
}

/// Forgets the drafts whose thirty days are over.
pub fn forget_old(library: &mut Library, effects: &mut Effects) {
    let over = |name: &&String| match Key::parse(name) {
        Some(Key::PastDraft(_, at)) => is_over(library, &at),
        _ => false,
    };
    let over: Vec<String> = library.past_drafts.keys().filter(over).cloned().collect();
    for name in over {
        library.past_drafts.remove(&name);
        effects.store(Change::Delete(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Form, Slot};
    use crate::domain::stage::Stage;
    use crate::table::Table;

    #[test]
    fn drafts_that_are_put_away_within_a_second_have_names_of_their_own() {
        let mut library = Library::default();
        let place = (Hash::of_bytes(b"dossier"), Form::Stage(Stage::Planning, Slot::Document));
        let mut names: Table<String, ()> = Table::new();
        for text in ["{1}", "{2}", "{1}"] {
            let name = free_key(&library, place, text).name();
            let stamp = library.now.stamp();
            assert!(matches!(Key::parse(&name), Some(Key::PastDraft(.., at)) if time_of(&at) == stamp));
            library.past_drafts.insert(name.clone(), text.to_string());
            names.insert(name, ());
        }
        assert_eq!(names.keys().count(), 3);
    }
}
