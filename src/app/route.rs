//! The addresses of the app, in the part behind `#`. Nothing secret may stand in an address.

use crate::app::case::Case;
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::key::Did;

/// One page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// What now, and all dossiers.
    Home,
    /// The first visit.
    Setup,
    /// The same, of somebody who will have this side.
    SetupAs(Party),
    /// Inviting somebody.
    Invite,
    /// Taking in files.
    Receive,
    /// The person of this app: details, backup, language.
    Me,
    /// Changing the details of the person of this app.
    Details,
    /// Keeping: backups, archives, room, people of this device.
    Backup,
    /// What was set aside.
    Quarantine,
    /// What a signature means, words, privacy.
    Help,
    /// The other side's identity, and the comparison of the code.
    Contact(Did),
    /// One dossier.
    Dossier(Hash),
    /// All signed sheets of a dossier, for print.
    Sheets(Hash),
    /// Sending a dossier to the other side.
    Send(Hash),
    /// A stage as it stands.
    Stage(Hash, Stage),
    /// The form of a stage.
    Form(Hash, Stage),
    /// The sheet before it is signed.
    Check(Hash, Stage),
    /// One version of a stage.
    Version(Hash, Stage, Hash),
    /// A special case of a dossier.
    Case(Hash, Case),
    /// What a rule pack that came in changes.
    Rules(Hash),
    /// An address that the app does not have.
    Unknown,
}

impl Route {
    /// Reads what stands behind `#`.
    pub fn parse(hash: &str) -> Route {
        let hash = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = hash.split('/').collect();
        Route::from_parts(&parts).unwrap_or(Route::Unknown)
    }

    fn from_parts(parts: &[&str]) -> Option<Route> {
        Some(match parts {
            [""] => Route::Home,
            ["start"] => Route::Setup,
            ["start", party] => Route::SetupAs(Party::from_code(party)?),
            ["invite"] => Route::Invite,
            ["receive"] => Route::Receive,
            ["me"] => Route::Me,
            ["me", "details"] => Route::Details,
            ["keep"] => Route::Backup,
            ["aside"] => Route::Quarantine,
            ["help"] => Route::Help,
            ["contact", did] => Route::Contact(Did::parse(did)?),
            ["dossier", id] => Route::Dossier(Hash::from_key(id)?),
            ["dossier", id, "sheets"] => Route::Sheets(Hash::from_key(id)?),
            ["dossier", id, "send"] => Route::Send(Hash::from_key(id)?),
            ["rules", hash] => Route::Rules(Hash::from_key(hash)?),
            ["dossier", id, "case", case] => Route::Case(Hash::from_key(id)?, Case::from_code(case)?),
            ["dossier", id, stage] => Route::Stage(Hash::from_key(id)?, Stage::from_code(stage)?),
            ["dossier", id, stage, "form"] => Route::Form(Hash::from_key(id)?, Stage::from_code(stage)?),
            ["dossier", id, stage, "check"] => Route::Check(Hash::from_key(id)?, Stage::from_code(stage)?),
            ["dossier", id, stage, version] => {
                Route::Version(Hash::from_key(id)?, Stage::from_code(stage)?, Hash::from_key(version)?)
            }
            _ => return None,
        })
    }

    /// Writes the address with its `#`.
    pub fn to_hash(&self) -> String {
        let stage = |id: &Hash, stage: &Stage, rest: &str| {
            ["#/dossier/", &id.key(), "/", stage.code(), rest].concat()
        };
        match self {
            Route::Home | Route::Unknown => "#/".into(),
            Route::Setup => "#/start".into(),
            Route::SetupAs(party) => ["#/start/", party.code()].concat(),
            Route::Invite => "#/invite".into(),
            Route::Receive => "#/receive".into(),
            Route::Me => "#/me".into(),
            Route::Details => "#/me/details".into(),
            Route::Backup => "#/keep".into(),
            Route::Quarantine => "#/aside".into(),
            Route::Help => "#/help".into(),
            Route::Contact(did) => ["#/contact/", did.as_str()].concat(),
            Route::Dossier(id) => ["#/dossier/", &id.key()].concat(),
            Route::Sheets(id) => ["#/dossier/", &id.key(), "/sheets"].concat(),
            Route::Send(id) => ["#/dossier/", &id.key(), "/send"].concat(),
            Route::Stage(id, of) => stage(id, of, ""),
            Route::Form(id, of) => stage(id, of, "/form"),
            Route::Check(id, of) => stage(id, of, "/check"),
            Route::Case(id, case) => ["#/dossier/", &id.key(), "/case/", case.code()].concat(),
            Route::Rules(hash) => ["#/rules/", &hash.key()].concat(),
            Route::Version(id, of, version) => [stage(id, of, "/"), version.key()].concat(),
        }
    }

    /// Gives the dossier that the page belongs to.
    pub fn dossier(&self) -> Option<Hash> {
        match self {
            Route::Dossier(id)
            | Route::Sheets(id)
            | Route::Send(id)
            | Route::Stage(id, _)
            | Route::Form(id, _)
            | Route::Check(id, _)
            | Route::Version(id, ..)
            | Route::Case(id, _) => Some(*id),
            _ => None,
        }
    }

    /// Gives the stage that the page belongs to.
    pub fn stage(&self) -> Option<Stage> {
        match self {
            Route::Stage(_, stage)
            | Route::Form(_, stage)
            | Route::Check(_, stage)
            | Route::Version(_, stage, _) => Some(*stage),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_address_is_read_back_as_the_page_it_was_made_for(bytes: [u8; 32], stage in 0usize..7) {
            let (id, stage) = (Hash::of_bytes(&bytes), Stage::ALL[stage]);
            let did = crate::seal::key::SigningKey::from_seed(&crate::seal::key::Seed::from_bytes(bytes)).did().clone();
            for route in [
                Route::Home, Route::Setup, Route::SetupAs(Party::Employee), Route::SetupAs(Party::Superior), Route::Invite, Route::Receive, Route::Me, Route::Details, Route::Backup, Route::Quarantine, Route::Help,
                Route::Contact(did), Route::Dossier(id), Route::Stage(id, stage), Route::Form(id, stage),
                Route::Check(id, stage), Route::Version(id, stage, id), Route::Case(id, Case::Close), Route::Rules(id), Route::Sheets(id), Route::Send(id),
            ] {
                prop_assert_eq!(Route::parse(&route.to_hash()), route);
            }
        }

        #[test]
        fn any_text_behind_the_hash_is_some_page(text: String) {
            let _ = Route::parse(&text);
        }
    }
}
