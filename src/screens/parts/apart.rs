//! Names of what stands in one list, so that no two entries read the same. Decided here, once.
use crate::app::App;
use crate::domain::date::iso;
use crate::domain::person::Person;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::parts::names::{pinned_name, visible};
use crate::screens::parts::thread::begun;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;

/// Says for each entry of a list what has to be said about it so that no other entry reads the same: of two
/// entries, the first detail in which they differ. A bit of `said` is set for each detail that is said anyway.
pub fn apart(entries: &[Vec<String>], said: u32) -> Vec<String> {
    let mut all = Vec::new();
    for entry in entries {
        let mut needed = 0;
        for other in entries {
            let mut place = 0;
            while place < entry.len() && entry.get(place) == other.get(place) {
                place += 1;
            }
            needed |= 1_u32 << place;
        }
        let mut text = String::new();
        for (place, detail) in entry.iter().enumerate() {
            if needed & !said & 1 << place != 0 {
                text = with(&text, detail);
            }
        }
        all.push(text);
    }
    all
}

/// Adds to a name what is said more about it.
pub fn with(name: &str, more: &str) -> String {
    let between = if name.is_empty() || more.is_empty() { "" } else { " · " };
    [name, between, more].concat()
}

/// Of what is said about people: their name, their school, their office.
pub const NAME: u32 = 0b001;
/// See [`NAME`].
pub const SCHOOL: u32 = 0b010;
/// See [`NAME`].
pub const OFFICE: u32 = 0b100;

/// Says what tells the people of one list apart, beside what is said of them anyway.
pub fn people(t: &Texts, people: &[(&Person, &Did)], said: u32) -> Vec<String> {
    let mut entries = Vec::new();
    for (person, did) in people {
        let key = did.as_str();
        let end = key.get(key.len().saturating_sub(6)..).unwrap_or_default();
        let parts = [person.name(), person.school(), person.office(), person.nip().unwrap_or_default()];
        let mut entry: Vec<String> = parts.map(visible).into();
        entry.push(fill(t.keys.ends, &[end]));
        entries.push(entry);
    }
    apart(&entries, said)
}

/// What a row of the list of all dossiers says anyway: the side, the name, the period, and whether it is closed.
pub const IN_ROW: u32 = 0b101_0101;
/// What a name says anyway: the side, and the name itself.
pub const IN_NAME: u32 = 0b101;

/// Says what tells the dossiers of one list apart.
pub fn dossiers(app: &App, t: &Texts, list: &[&Dossier], said: u32) -> Vec<String> {
    let mut entries = Vec::new();
    for dossier in list {
        entries.push(details(app, t, dossier));
    }
    apart(&entries, said)
}

/// Says what tells a dossier from the others that there are; `None` where it is the only one.
pub fn of(app: &App, t: &Texts, dossier: &Dossier, said: u32) -> Option<String> {
    let list: Vec<&Dossier> = app.library.dossiers.values().collect();
    let place = list.iter().position(|one| one.id() == dossier.id()).filter(|_| list.len() > 1)?;
    dossiers(app, t, &list, said).into_iter().nth(place)
}

/// Names a dossier by the other side, and by what tells it from the others; empty where it is the only one.
pub fn name(app: &App, t: &Texts, id: Option<Hash>) -> String {
    let dossier = id.and_then(|id| app.library.dossiers.get(&id));
    let named = dossier.and_then(|dossier| Some((dossier, of(app, t, dossier, IN_NAME)?)));
    named.map_or(String::new(), |(dossier, more)| with(&who(app, t, dossier), &more))
}

/// Names the side with which the person of this app has to do in a dossier.
pub fn who(app: &App, t: &Texts, dossier: &Dossier) -> String {
    let other = app.library.my_side(dossier).map_or(Party::Employee, Party::other);
    dossier.genesis().map_or_else(|| own(t.dossier.incomplete), |_| pinned_name(app, dossier, other))
}

/// Gives what may tell dossiers apart. The school comes before the name, because who works at two schools asks for
/// it first; everything else is asked for where the names are the same.
pub fn details(app: &App, t: &Texts, dossier: &Dossier) -> Vec<String> {
    let day = iso(app.library.now.local().0);
    let side = app.library.my_side(dossier).unwrap_or(Party::Superior);
    let person = |party| dossier.card(party).and_then(|card| dossier.person(&card.did, &day, None));
    let [other, mine] = [person(side.other()), person(side)];
    let school = |person: Option<&Person>| person.map_or(String::new(), |person| visible(person.school()));
    let (by, when) = begun(app, dossier);
    vec![
        own(t.party(side)),
        school(other),
        who(app, t, dossier),
        school(mine),
        dossier.genesis().map_or(String::new(), |genesis| genesis.period.clone()),
        other.map_or(String::new(), |person| visible(person.office())),
        own(if dossier.closed().is_some() { t.sign.closed } else { "" }),
        fill(t.home.begun, &[&when, &by]),
        dossier.id().short(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(entries: &[[&str; 3]]) -> Vec<String> {
        apart(&entries.iter().map(|entry| entry.map(own).into()).collect::<Vec<_>>(), 1)
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
