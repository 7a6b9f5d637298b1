//! Two observations at the same hour: found across all dossiers of this app, and only said.

use crate::app::duties::documents::{document_of, version_of};
use crate::app::key::{Form, Slot};
use crate::app::library::Library;
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
    for other in library.dossiers.values() {
        let concerned = library.my_side(other).is_some()
            || other.card(Party::Superior).is_some_and(|card| card.did == *superior);
        if other.id() == dossier.id() || !concerned {
            continue;
        }
        let signed = version_of(other, Stage::Preparation).and_then(|version| document_of(other, &version));
        let draft = library.drafts.get(&(other.id(), Form::Stage(Stage::Preparation, Slot::Document)));
        for document in [signed, draft.map(|draft| &draft.document)].into_iter().flatten() {
            if let Some((day, time)) = self::planned(document).filter(|other| are_close(planned, *other)) {
                return Some(Conflict { dossier: other.id(), day, time });
            }
        }
    }
    None
}

/// A day with an hour and a minute.
type Hour = (NaiveDate, (u32, u32));

/// Gives the day and the hour of the observation that is planned in a document.
pub fn planned(document: &Document) -> Option<Hour> {
    Some((date(document.field("date"))?, time(document.field("time"))?))
}

fn are_close(one: Hour, other: Hour) -> bool {
    let minutes = |(hour, minute): (u32, u32)| (hour * 60 + minute) as i32;
    one.0 == other.0 && (minutes(one.1) - minutes(other.1)).abs() < APART
}
