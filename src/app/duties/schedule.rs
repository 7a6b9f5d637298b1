//! Two observations at the same hour: found across all dossiers of this app, and only said.

use crate::app::duties::documents::{document_of, version_of};
use crate::app::key::{Form, Slot};
use crate::app::library::Library;
use crate::app::library::summary::Hour;
use crate::domain::date::{date, time};
use crate::domain::document::Document;
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use chrono::NaiveDate;

/// How many minutes have to lie between the beginnings of two observations; a lesson and the way to
/// the next one.
const APART: i32 = 60;

/// Another observation at about the same time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The dossier of the other observation.
    pub dossier: Hash,
    /// Its day.
    pub day: NaiveDate,
    /// Its hour and minute.
    pub time: (u32, u32),
}

/// Finds the first observation that clashes with the one planned in this document: of the same
/// superior, or one at which the person of this app has to be.
pub fn find(library: &Library, dossier: &Dossier, document: &Document) -> Option<Conflict> {
    let planned = planned(document)?;
    let superior = &dossier.card(Party::Superior)?.did;
    for (id, other) in library.dossiers.summaries() {
        let signed = match other {
            Some(other) => {
                let with_same =
                    other.somebody(Party::Superior).is_some_and(|one| one.did == superior.as_str());
                (other.side.is_some() || with_same).then_some(other.planned)
            }
            // It was read just now, and lists say nothing of it yet.
            None => library.dossiers.get(&id).and_then(|other| {
                let with_same = other.card(Party::Superior).is_some_and(|card| card.did == *superior);
                (library.my_side(other).is_some() || with_same).then(|| in_newest(other))
            }),
        };
        let Some(signed) = signed.filter(|_| id != dossier.id()) else {
            continue;
        };
        let draft = library.drafts.get(&(id, Form::Stage(Stage::Preparation, Slot::Document)));
        let draft = draft.and_then(|draft| self::planned(&draft.document));
        for (day, time) in [signed, draft].into_iter().flatten() {
            if are_close(planned, (day, time)) {
                return Some(Conflict { dossier: id, day, time });
            }
        }
    }
    None
}

/// Gives the day and the hour of the observation in the newest preparation of a dossier.
pub fn in_newest(dossier: &Dossier) -> Option<Hour> {
    planned(document_of(dossier, &version_of(dossier, Stage::Preparation)?)?)
}

/// Gives the day and the hour of the observation that is planned in a document.
pub fn planned(document: &Document) -> Option<Hour> {
    Some((date(document.field("date"))?, time(document.field("time"))?))
}

fn are_close(one: Hour, other: Hour) -> bool {
    let minutes = |(hour, minute): (u32, u32)| (hour * 60 + minute) as i32;
    one.0 == other.0 && (minutes(one.1) - minutes(other.1)).abs() < APART
}
