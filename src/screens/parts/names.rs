//! How people are called: as they were met, or as they signed.

use crate::app::App;
use crate::app::duties::summarize::summary;
use crate::app::library::summary::{Somebody, Summary};
use crate::app::moment::Moment;
use crate::domain::date::iso;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Stage};
use crate::domain::typed::is_unseen;
use crate::lang::Texts;
use crate::screens::parts::words::stage_and_period;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::Record;

/// Gives the name of the person who has a side now.
pub fn pinned_name(app: &App, dossier: &Dossier, party: Party) -> String {
    dossier.card(party).map_or(String::new(), |card| details(app, dossier, card, None).0)
}

/// Gives the name of a person who signed something in a dossier.
pub fn name_of(app: &App, dossier: &Dossier, did: &Did) -> String {
    dossier.card_of(did).map_or(String::new(), |card| details(app, dossier, card, None).0)
}

/// Gives the name of somebody of whom a list speaks: what they signed about themself, else as they were met.
pub fn named(app: &App, somebody: Option<&Somebody>) -> String {
    let Some(one) = somebody else {
        return String::new();
    };
    let contact = app.library.contacts.get(one.did.as_str()).filter(|_| !one.is_own_word);
    visible(contact.map_or(&one.person, |contact| &contact.card.person).name())
}

/// Says whose dossier the open page is about and of which period, with the stage where one is given; empty where the page
/// belongs to no dossier.
pub fn subject(app: &App, t: &Texts, stage: Option<Stage>) -> String {
    let id = app.page.route.dossier().filter(|_| app.started && !app.lock.is_locked);
    let Some(summary) = id.and_then(|id| summary(&app.library, &id)) else {
        return String::new();
    };
    let period = summary.terms.as_ref().map_or("", |terms| &terms.period);
    of_employee(app, &summary, &stage_and_period(t, stage, period))
}

/// Says of whose dossier something is: "Sri Wahyuni · Perencanaan 2026"; empty where that is not known.
pub fn of_employee(app: &App, dossier: &Summary, what: &str) -> String {
    let employee = named(app, dossier.somebody(Party::Employee));
    if employee.is_empty() { String::new() } else { [&employee, " · ", what].concat() }
}

/// Gives the name and the details of somebody as they held when a record was signed, or as they are now. What
/// somebody signed about themself holds; else the name is the one that was pinned when they were met.
pub fn details<'a>(
    app: &'a App,
    dossier: &'a Dossier,
    card: &'a Card,
    record: Option<&Record>,
) -> (String, &'a Person) {
    let moment = record.map_or(app.library.now, Moment::of);
    let id = record.map(Record::id);
    let (day, id) = (iso(moment.local().0), id.as_ref());
    let person = dossier.person(&card.did, &day, id).unwrap_or(&card.person);
    let pinned = app.library.contacts.get(&card.did).map(|contact| &contact.card.person);
    let pinned = pinned.filter(|_| dossier.details(&card.did, &day, id).is_none());
    (visible(pinned.unwrap_or(person).name()), person)
}

/// Gives the words of a name without titles before and behind it.
pub fn bare(name: &str) -> Vec<&str> {
    let before = name.split(',').next().unwrap_or_default();
    before.split_whitespace().filter(|word| !word.ends_with('.')).collect()
}

/// Gives the initials of a name without titles, as somebody puts them on a page: "SW".
pub fn initials(name: &str) -> String {
    let words = bare(name);
    let ends = [words.first(), words.get(1).and(words.last())];
    let letters = ends.into_iter().flatten().filter_map(|word| word.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// Makes characters visible that could make one name look like another: those that turn the
/// direction of writing, and those without width.
pub fn visible(name: &str) -> String {
    if !name.chars().any(is_unseen) {
        return name.to_string();
    }
    let show = |c: char| {
        if is_unseen(c) { ["⟨U+", &format!("{:04X}", c as u32), "⟩"].concat() } else { c.to_string() }
    };
    name.chars().map(show).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_name_and_not_of_its_titles() {
        for (name, expected) in [
            ("Sri Wahyuni, S.Pd.", "SW"),
            ("Drs. Bambang Hartono, M.Pd.", "BH"),
            ("Hj. Dr. Siti Nur aisyah", "SA"),
            ("Suparman", "S"),
            ("Drs.", ""),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected);
        }
    }
}
