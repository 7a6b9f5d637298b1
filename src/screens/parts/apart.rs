//! Names of what stands in one list, so that no two entries read the same. Decided here, once.
use crate::app::App;
use crate::app::duties::summarize;
use crate::app::library::summary::Summary;
use crate::domain::person::Person;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::parts::names::{named, visible};
use crate::screens::parts::words::signed_at;
use crate::seal::canonical::Hash;
use crate::seal::key::Did;
use crate::table::Table;

/// Says for each entry of a list what has to be said about it so that no other entry reads the same: of two
/// entries, the first detail in which they differ. A bit of `said` is set for each detail that is said anyway.
pub fn apart(entries: &[Vec<String>], said: u32) -> Vec<String> {
    let mut needed = vec![0; entries.len()];
    part((0..entries.len()).collect(), 0, entries, &mut needed);
    let mut all = Vec::new();
    for (entry, needed) in entries.iter().zip(needed) {
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

/// Parts entries that are the same up to a detail by this one, which is needed where there are several parts.
fn part(same: Vec<usize>, place: usize, entries: &[Vec<String>], needed: &mut [u32]) {
    let mut parts: Table<Option<&String>, Vec<usize>> = Table::new();
    for index in same {
        parts.or_insert_with(entries[index].get(place), Vec::new).push(index);
    }
    let is_needed = parts.len() > 1;
    for (detail, same) in parts {
        same.iter().for_each(|index| needed[*index] |= u32::from(is_needed) << place);
        if detail.is_some() && same.len() > 1 {
            part(same, place + 1, entries, needed);
        }
    }
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

/// Gives of each dossier of a list what may tell it apart.
pub fn details<'a>(
    app: &App,
    t: &Texts,
    list: impl Iterator<Item = (Hash, &'a Summary)>,
) -> Vec<Vec<String>> {
    let mut entries = Vec::new();
    for (id, dossier) in list {
        entries.push(details_of(app, t, id, dossier));
    }
    entries
}

/// Says what tells a dossier from the others that there are; `None` where it is the only one.
pub fn of(app: &App, t: &Texts, id: &Hash, said: u32) -> Option<String> {
    let list: Vec<_> = summarize::all(&app.library).collect();
    let place = list.iter().position(|(one, _)| one == id).filter(|_| list.len() > 1)?;
    let details = details(app, t, list.iter().map(|(id, summary)| (*id, &**summary)));
    apart(&details, said).into_iter().nth(place)
}

/// Names a dossier by the other side, and by what tells it from the others; empty where it is the only one.
pub fn name(app: &App, t: &Texts, id: Option<Hash>) -> String {
    let named = id.and_then(|id| {
        let more = of(app, t, &id, IN_NAME)?;
        Some(with(&who(app, t, &*summarize::summary(&app.library, &id)?), &more))
    });
    named.unwrap_or_default()
}

/// Names the side with which the person of this app has to do in a dossier.
pub fn who(app: &App, t: &Texts, dossier: &Summary) -> String {
    match dossier.terms {
        Some(_) => named(app, dossier.other(Party::Employee)),
        None => own(t.dossier.incomplete),
    }
}

/// Gives what may tell dossiers apart. The school comes before the name, because who works at two schools asks for
/// it first; everything else is asked for where the names are the same.
fn details_of(app: &App, t: &Texts, id: Hash, dossier: &Summary) -> Vec<String> {
    let side = dossier.side.unwrap_or(Party::Superior);
    let [other, mine] = [side.other(), side].map(|side| dossier.somebody(side).map(|one| &one.person));
    let school = |person: Option<&Person>| person.map_or(String::new(), |person| visible(person.school()));
    let begun = dossier.begun.as_ref();
    let by = named(app, begun.map(|(by, _)| by));
    let when = begun.map_or(String::new(), |(_, at)| signed_at(app, *at));
    vec![
        own(t.party(side)),
        school(other),
        who(app, t, dossier),
        school(mine),
        dossier.terms.as_ref().map_or(String::new(), |terms| terms.period.clone()),
        other.map_or(String::new(), |person| visible(person.office())),
        own(if dossier.closed.is_some() { t.sign.closed } else { "" }),
        fill(t.home.begun, &[&when, &by]),
        id.short(),
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
