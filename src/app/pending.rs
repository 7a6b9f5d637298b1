//! What is signed once the passphrase is given.

use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
use crate::seal::key::Did;
use crate::seal::letter::Offer;
use crate::seal::record::{Content, Decision, DetailsChange};

/// What will be signed once the passphrase is given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pending {
    /// The own document of a stage, as it stood on the check page: its hash.
    Sign(Hash, Stage, Hash),
    /// The answer to the version that the stage page showed: its id, and the hash of the answer.
    Answer(Hash, Stage, Decision, (Hash, Hash)),
    /// An invitation to what the page of inviting showed.
    Invite(Box<Offer>),
    /// A new dossier with somebody who invited.
    Accept(Did),
    /// A special case in a dossier, as its page showed it.
    Act(Hash, Box<Content>),
    /// The own details, as they were typed.
    Details(Box<DetailsChange>),
    /// Nothing: the replacement code is shown.
    Code,
}
