//! What a dossier follows on, and whom its rules name beside the two sides.

use crate::app::duties::documents;
use crate::app::library::Library;
use crate::app::library::summary::Summary;
use crate::domain::date::date;
use crate::domain::stage::{Party, Stage};
use crate::seal::dossier::Dossier;

/// Gives the newest dossier of the same employee whose plan was agreed and whose period does not begin
/// after the one of this dossier: what carries on is taken over from it.
pub fn before<'a>(library: &'a Library, dossier: &Dossier) -> Option<&'a Dossier> {
    let begins = |dossier: &Dossier| {
        let pack = library.rule_packs.of(dossier.genesis()?)?;
        date(&pack.from)
    };
    let employee = &dossier.card(Party::Employee)?.did;
    let mut newest: Option<&Dossier> = None;
    let may_fit = |summary: &Summary| {
        let one = summary.somebody(Party::Employee);
        one.is_some_and(|one| one.did == employee.as_str())
    };
    for other in library.dossiers.which(may_fit) {
        let fits = other.id() != dossier.id()
            && other.card(Party::Employee).is_some_and(|card| card.did == *employee)
            && other.stage(Stage::Planning).agreed.is_some()
            && begins(other).is_some_and(|day| Some(day) <= begins(dossier));
        if fits && newest.is_none_or(|known| begins(known) <= begins(other)) {
            newest = Some(other);
        }
    }
    newest
}

/// Says whether the plan names a private school.
pub fn is_private(dossier: &Dossier) -> bool {
    let plan = documents::version_of(dossier, Stage::Planning);
    let plan = plan.and_then(|plan| documents::document_of(dossier, &plan));
    plan.is_some_and(|plan| plan.field("school_status") == "private")
}

/// The item of the list `observers` that stands for the Tim Kinerja.
pub const TEAM: &str = "team";
