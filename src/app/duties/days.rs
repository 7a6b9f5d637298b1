//! The day from which a case holds: what it cannot be, and what it hardly is.

use crate::app::library::Library;
use crate::app::moment::Moment;
use crate::domain::date::date;
use crate::domain::problem::Fault;
use crate::seal::dossier::Dossier;
use chrono::{Days, NaiveDate};

/// How long after a period somebody may still end or hand over what belongs to it; ours, no rule says it.
const AFTER: Days = Days::new(366);

/// What is unlikely about a day and can be so all the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unlikely {
    /// It has not come yet.
    NotYet,
    /// The dossier was begun later.
    BeforeBegin,
}

/// Says what keeps a day from being signed: it is no day, or nothing of this dossier can begin with it.
pub fn fault(library: &Library, dossier: &Dossier, text: &str) -> Option<Fault> {
    let day = match date(text) {
        _ if text.is_empty() => return Some(Fault::Missing),
        None => return Some(Fault::NotADate),
        Some(day) => day,
    };
    let pack = library.rule_packs.of(dossier.genesis()?)?;
    let until = date(&pack.to).and_then(|to| to.checked_add_days(AFTER));
    let fits = date(&pack.from).is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until);
    (!fits).then_some(Fault::OutsidePeriod)
}

/// Says what is unlikely about a day that may be signed.
pub fn unlikely(library: &Library, dossier: &Dossier, text: &str) -> Option<Unlikely> {
    let day = date(text).filter(|_| fault(library, dossier, text).is_none())?;
    let begun: Option<NaiveDate> = dossier.record(&dossier.id()).map(|first| Moment::of(first).local().0);
    if library.now.local().0 < day {
        Some(Unlikely::NotYet)
    } else {
        begun.filter(|begun| day < *begun).map(|_| Unlikely::BeforeBegin)
    }
}
