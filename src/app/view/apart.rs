//! Names of what stands in one list, so that no two entries read the same. Decided here, once.

use super::dossier::{about_beside, begun};
use super::sheet::{pinned_name, visible};
use crate::app::App;
use crate::domain::date::iso;
use crate::domain::number::grouped_nip;
use crate::domain::person::Person;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;

/// One detail of an entry of a list.
pub enum Detail {
    /// It is said anyway.
    Said(String),
    /// It is said where it tells entries apart.
    More(String),
}

impl Detail {
    /// Gives the detail for a list in which it is said anyway.
    pub fn said(self) -> Detail {
        match self {
            Detail::Said(text) | Detail::More(text) => Detail::Said(text),
        }
    }

    fn text(&self) -> &str {
        match self {
            Detail::Said(text) | Detail::More(text) => text,
        }
    }
}

/// Says for each entry of a list what has to be said about it so that no other entry reads the same: of two
/// entries, the first detail in which they differ.
pub fn apart(entries: &[Vec<Detail>]) -> Vec<String> {
    let needed = |entry: &Vec<Detail>| {
        let differs = |other: &Vec<Detail>| {
            entry.iter().zip(other).position(|(one, another)| one.text() != another.text())
        };
        let mut is_needed = vec![false; entry.len()];
        for place in entries.iter().filter_map(differs) {
            is_needed[place] = true;
        }
        let more = entry.iter().zip(is_needed).filter_map(|(detail, is_needed)| match detail {
            Detail::More(text) if is_needed && !text.is_empty() => Some(text.as_str()),
            _ => None,
        });
        more.collect::<Vec<&str>>().join(" · ")
    };
    entries.iter().map(needed).collect()
}

/// Adds to a name what is said more about it.
pub fn with(name: &str, more: &str) -> String {
    if more.is_empty() { name.to_string() } else { [name, " · ", more].concat() }
}

/// Gives the details of somebody in a list of people; their name is said anyway.
pub fn person(t: &Texts, person: &Person, did: &Did) -> [Detail; 5] {
    let nip = person.nip().map(|nip| ["NIP ", &grouped_nip(nip)].concat());
    let (key, from) = (did.as_str(), did.as_str().len().saturating_sub(6));
    [
        Detail::Said(visible(person.name())),
        Detail::More(visible(person.school())),
        Detail::More(visible(person.office())),
        Detail::More(nip.unwrap_or_default()),
        Detail::More(fill(t.keys.ends, &[key.get(from..).unwrap_or_default()])),
    ]
}

/// Says what tells the people of one list apart.
pub fn people(t: &Texts, cards: &[Card]) -> Vec<String> {
    apart(&cards.iter().map(|card| person(t, &card.person, &card.did).into()).collect::<Vec<_>>())
}

/// A dossier in a list: with whom, and what else is said about it.
pub struct Name {
    /// The other side.
    pub who: String,
    /// Which side the person has, the period, and what tells it from the others.
    pub about: String,
    /// What tells it from the others, where the period is said anyway.
    pub more: String,
    /// With whom, and only what tells it from the others.
    pub short: String,
}

/// Names the dossiers of one list.
pub fn dossiers<'a>(app: &App, t: &Texts, list: impl Iterator<Item = &'a Dossier>) -> Vec<Name> {
    let list: Vec<&Dossier> = list.collect();
    let (mut long, mut short) = (Vec::new(), Vec::new());
    for dossier in &list {
        long.push(details(app, t, dossier, Detail::Said));
        short.push(details(app, t, dossier, Detail::More));
    }
    let more = apart(&long).into_iter().zip(apart(&short));
    let name = |(dossier, (long, short)): (&&Dossier, (String, String))| {
        let who = who(app, t, dossier);
        let about = with(&about(app, t, dossier), &long);
        Name { short: with(&who, &short), who, about, more: long }
    };
    list.iter().zip(more).map(name).collect()
}

/// Names a dossier among all that there are; `None` where it is the only one.
pub fn of(app: &App, t: &Texts, dossier: &Dossier) -> Option<Name> {
    let place = app.dossiers.keys().position(|id| *id == dossier.id()).filter(|_| app.dossiers.len() > 1)?;
    dossiers(app, t, app.dossiers.values()).into_iter().nth(place)
}

/// Gives the side with which the person of this app has to do in a dossier.
fn other(app: &App, dossier: &Dossier) -> Party {
    app.my_side(dossier).map_or(Party::Employee, Party::other)
}

fn who(app: &App, t: &Texts, dossier: &Dossier) -> String {
    match dossier.genesis() {
        Some(_) => pinned_name(app, dossier, other(app, dossier)),
        None => own(t.dossier.incomplete),
    }
}

/// Says which side the person of this app has, and the period.
fn about(app: &App, t: &Texts, dossier: &Dossier) -> String {
    let period = dossier.genesis().map_or("", |genesis| &genesis.period);
    match app.my_side(dossier) {
        Some(Party::Superior) => fill(t.home.as_superior, &[period]),
        Some(Party::Employee) => fill(t.home.as_employee, &[period]),
        None => about_beside(app, t, dossier),
    }
}

/// Gives what may tell dossiers apart. The school comes before the name, because who works at two schools asks for
/// it first; everything else is asked for where the names are the same. `in_row` takes what a row of the table says anyway.
fn details(app: &App, t: &Texts, dossier: &Dossier, in_row: fn(String) -> Detail) -> Vec<Detail> {
    let day = iso(app.now.local().0);
    let person = |party: Party| dossier.person(&dossier.card(party)?.did, &day, None);
    let of = |party, part: fn(&Person) -> &str| person(party).map_or(String::new(), |one| visible(part(one)));
    let other = other(app, dossier);
    let (by, when) = begun(app, dossier);
    vec![
        Detail::Said(app.my_side(dossier).map_or(String::new(), |side| own(t.party(side)))),
        Detail::More(of(other, Person::school)),
        Detail::Said(who(app, t, dossier)),
        Detail::More(of(other.other(), Person::school)),
        in_row(dossier.genesis().map_or(String::new(), |genesis| genesis.period.clone())),
        Detail::More(of(other, Person::office)),
        in_row(dossier.closed().map_or(String::new(), |_| own(t.sign.closed))),
        Detail::More(fill(t.home.begun, &[&when, &by])),
        Detail::More(dossier.id().short()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(entries: &[[&str; 3]]) -> Vec<String> {
        let entry = |[name, school, office]: &[&str; 3]| {
            vec![Detail::Said(own(name)), Detail::More(own(school)), Detail::More(own(office))]
        };
        apart(&entries.iter().map(entry).collect::<Vec<_>>())
    }

    #[test]
    fn only_what_tells_two_entries_apart_is_said() {
        let [one, two] = [["Ani", "SMP 1", "Guru"], ["Budi", "SMP 2", "Guru"]];
        assert_eq!(said(&[one, two]), ["", ""]);
        let same_name = [["Ani", "SMP 1", "Guru"], ["Ani", "SMP 2", "Guru"], two];
        assert_eq!(said(&same_name), ["SMP 1", "SMP 2", ""]);
        let same_school = [["Ani", "SMP 1", "Guru"], ["Ani", "SMP 1", "Konselor"], ["Ani", "SMP 2", "Guru"]];
        assert_eq!(said(&same_school), ["SMP 1 · Guru", "SMP 1 · Konselor", "SMP 2"]);
    }
}
