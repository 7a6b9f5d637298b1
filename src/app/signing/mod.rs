//! What a signature does: the question before it, the record, the cover letter, and sending.

mod deeds;
pub mod details;
pub mod remarks;
mod sending;

use crate::app::duties::forms;
use crate::app::effect::{Effect, Effects, Secret};
use crate::app::key::Slot;
use crate::app::message::VaultFault;
use crate::app::route::Route;
use crate::app::{App, Health, World, backup, keys, setup, writing};
use crate::domain::document::{Document, Path};
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::key::{Did, Seed, SigningKey};
use crate::seal::letter::Offer;
use crate::seal::record::{Content, Decision, DetailsChange, NOTE_MAX};

pub use sending::send;

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

/// The question before a signature.
#[derive(Clone, Debug)]
pub struct Dialog {
    /// What will be signed.
    pub pending: Pending,
    /// The passphrase, as typed.
    pub passphrase: Secret,
    /// Whether the key is being opened.
    pub busy: bool,
    /// The number under which the key was asked for.
    pub ticket: u32,
    /// Why the last attempt failed.
    pub fault: Option<VaultFault>,
}

/// The buttons around a signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Sign the document that the check page shows.
    Sign,
    /// Co-sign the version that the stage page shows.
    Agree,
    /// Send it back with the note that was typed.
    Return,
    /// Go on with the passphrase that was typed.
    Confirm,
    /// Sign nothing.
    Cancel,
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    match (press, &app.route) {
        (Press::Sign, Route::Check(id, stage)) => {
            let (id, stage) = (*id, *stage);
            let read =
                forms::desk(&app.library, id, stage, Slot::Document).map(|desk| hash_of(&desk.trimmed()));
            if let Some(read) = read {
                begin(app, Pending::Sign(id, stage, read), effects);
            }
        }
        (Press::Agree, Route::Stage(id, stage)) => ask_to_answer(app, *id, *stage, Decision::Agree, effects),
        (Press::Return, Route::Stage(id, stage)) => {
            ask_to_answer(app, *id, *stage, Decision::Return, effects)
        }
        (Press::Confirm, _) => {
            if let (Some(dialog), Some(me)) = (&mut app.page.dialog, &app.library.me)
                && !dialog.busy
            {
                app.ticket += 1;
                dialog.ticket = app.ticket;
                dialog.busy = true;
                dialog.fault = None;
                let sealed = match dialog.pending {
                    Pending::Code => me.spare.clone().unwrap_or_default(),
                    _ => me.sealed.clone(),
                };
                let passphrase = dialog.passphrase.clone();
                effects.push(Effect::Unseal { ticket: app.ticket, passphrase, sealed });
            }
        }
        (Press::Cancel, _) => {
            if let Some(dialog) = app.page.dialog.take() {
                effects.focus(asked_by(&dialog.pending));
            }
        }
        _ => {}
    }
}

/// Asks the question before a signature.
pub fn begin(app: &mut App, pending: Pending, effects: &mut Effects) {
    writing::save(app, effects);
    let begins = match &pending {
        Pending::Accept(_) => true,
        Pending::Act(_, content) => matches!(**content, Content::Dossier(_)),
        _ => false,
    };
    if begins && app.stored.health == Health::Full {
        // The page says above why nothing new is begun.
        effects.focus("heading");
        return;
    }
    app.page.dialog =
        Some(Dialog { pending, passphrase: Secret::default(), busy: false, ticket: 0, fault: None });
    // What is typed next is not shown because something else was.
    app.page.shows_passphrase = false;
    effects.focus("unlock");
}

/// Gives the id of the button that asks a question, to which the focus returns.
pub fn asked_by(pending: &Pending) -> &'static str {
    match pending {
        Pending::Sign(..) => "sign",
        Pending::Answer(_, _, Decision::Return, _) => "return",
        Pending::Answer(..) => "agree",
        Pending::Act(_, content) => match **content {
            Content::Withdraw { .. } => "withdraw",
            Content::CoSign(_) | Content::Revision { .. } => "paper",
            _ => "act",
        },
        Pending::Invite(offer) => invites(offer.party),
        Pending::Accept(_) => "accept",
        Pending::Details(_) => "act",
        Pending::Code => "show-code",
    }
}

/// Gives the id of the button that invites, being this side oneself.
pub fn invites(party: Party) -> &'static str {
    match party {
        Party::Employee => "invite-superior",
        Party::Superior => "invite-employee",
    }
}

/// Puts a typed passphrase in place; says whether a question is open.
pub fn type_in(app: &mut App, path: &Path, text: &str) -> bool {
    match &mut app.page.dialog {
        Some(dialog) if path.field() == "unlock" => {
            dialog.passphrase.0 = text.to_string();
            true
        }
        _ => false,
    }
}

fn ask_to_answer(app: &mut App, id: Hash, stage: Stage, decision: Decision, effects: &mut Effects) {
    let Some(desk) = forms::desk(&app.library, id, stage, Slot::Reply) else {
        return;
    };
    let note = desk.document.field("note").trim();
    let mut problems = match decision {
        Decision::Return => remarks::problems(&desk.document),
        _ => desk.problems(),
    };
    let have = note.chars().count();
    let path = Path::Field("note".into());
    if decision == Decision::Return && note.is_empty() && remarks::read(&desk.document).is_empty() {
        problems.push(Problem { path, fault: Fault::Missing });
    } else if have > NOTE_MAX {
        problems.push(Problem { path, fault: Fault::TooLong { max: NOTE_MAX, have } });
    }
    let read = desk.dossier.stage(stage).heads.first().map(|head| (*head, hash_of(&desk.document)));
    app.page.problems = problems;
    if let (true, Some(read)) = (app.page.problems.is_empty(), read) {
        begin(app, Pending::Answer(id, stage, decision, read), effects);
    } else {
        effects.focus("summary");
    }
}

/// Takes the opened seed, signs what was asked, and forgets the seed.
pub fn unsealed(
    app: &mut App,
    ticket: u32,
    result: Result<Seed, VaultFault>,
    world: &World,
    effects: &mut Effects,
) {
    if setup::restored(app, ticket, &result, effects) || backup::proved(app, ticket, &result, effects) {
        return;
    }
    let Some(result) = keys::unsealed(app, ticket, result, effects) else {
        return;
    };
    effects.render();
    // A key that was asked for by a question which is closed by now opens nothing.
    let Some(dialog) = app.page.dialog.as_mut().filter(|dialog| dialog.busy && dialog.ticket == ticket)
    else {
        return;
    };
    dialog.busy = false;
    let key = match result {
        Ok(boxed) if dialog.pending == Pending::Code => {
            app.page.dialog = None;
            keys::show(app, &boxed, effects);
            return;
        }
        Ok(seed) => SigningKey::from_seed(&seed),
        Err(fault) => {
            dialog.fault = Some(fault);
            dialog.passphrase = Secret::default();
            effects.focus("unlock");
            return;
        }
    };
    if app.library.me.as_ref().is_none_or(|me| me.card.did != *key.did()) {
        dialog.fault = Some(VaultFault::Wrong);
        return;
    }
    let pending = dialog.pending.clone();
    app.page.dialog = None;
    let at = world.now.signed_at();
    let done = match pending {
        Pending::Sign(id, stage, read) => {
            deeds::sign_document(&mut app.library, (id, stage, read), &key, &at, effects)
        }
        Pending::Answer(id, stage, decision, read) => {
            deeds::answer(&mut app.library, (id, stage, decision, read), &key, &at, effects)
        }
        Pending::Invite(offer) => deeds::invite(app, &offer, &key, &at, effects),
        Pending::Accept(did) => deeds::accept(app, &did, &key, &at, effects),
        Pending::Details(change) => details::sign(app, &change, &key, &at, effects),
        Pending::Act(id, content) => deeds::act(app, id, &content, &key, &at, effects),
        Pending::Code => None,
    };
    // What the person read has changed meanwhile, or may no longer be signed: nothing was.
    app.page.refused = done.is_none();
}

fn hash_of(document: &Document) -> Hash {
    Hash::of(&document.to_json())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::library::{Backup, Me};
    use crate::domain::person::PersonInput;
    use crate::domain::stage::StageState;
    use crate::lang::Lang;
    use crate::seal::card::Card;
    use crate::seal::dossier::Dossier;
    use crate::seal::record::Genesis;
    use crate::seal::record::Record;

    const STAMP: &str = "2025-01-06T02:00:00Z";

    fn key(byte: u8) -> SigningKey {
        SigningKey::from_seed(&Seed::from_bytes([byte; 32]))
    }

    fn card(byte: u8) -> Card {
        let [name, office, school] = ["Nama Contoh", "Guru Kelas", "SD Contoh"].map(String::from);
        let input = PersonInput { name, office, school, ..PersonInput::default() };
        Card { did: key(byte).did().clone(), person: input.check().unwrap(), next: None }
    }

    /// The app of the person with the second key, asking this question.
    fn app_that_asks(pending: Pending, ticket: u32) -> App {
        let (sealed, backup) = (String::new(), Backup::Checked);
        let mut app = App::new(Lang::Id);
        app.library.me = Some(Me {
            card: card(2),
            sealed,
            as_employee: true,
            as_superior: true,
            backup,
            signed: None,
            spare: None,
            came_back: false,
        });
        app.page.dialog =
            Some(Dialog { pending, passphrase: Secret::default(), busy: true, ticket, fault: None });
        app
    }

    fn an_invitation() -> Pending {
        let (party, pack_hash) = (Party::Employee, Hash::of_bytes(b"rules"));
        let (period, pack) = ("2025".to_string(), "id-2025".to_string());
        let position = Default::default();
        Pending::Invite(Box::new(Offer { party, period, pack, pack_hash, position, is_acting: false }))
    }

    fn open(app: &mut App, ticket: u32, byte: u8) -> Vec<Effect> {
        let world = World { now: Default::default(), entropy: [0; 32], spare: [0; 16] };
        let mut effects = Effects::default();
        unsealed(app, ticket, Ok(Seed::from_bytes([byte; 32])), &world, &mut effects);
        effects.list
    }

    fn is_file(effect: &Effect) -> bool {
        matches!(effect, Effect::Download { .. })
    }

    #[test]
    fn a_key_that_was_opened_for_another_question_signs_nothing() {
        let mut app = app_that_asks(an_invitation(), 2);
        assert!(!open(&mut app, 1, 2).iter().any(is_file));
        assert!(app.page.dialog.as_ref().is_some_and(|dialog| dialog.busy));
        assert!(open(&mut app, 2, 2).iter().any(is_file));
        assert!(app.page.dialog.is_none());
    }

    #[test]
    fn the_key_of_somebody_else_signs_nothing() {
        let mut app = app_that_asks(an_invitation(), 1);
        assert!(!open(&mut app, 1, 3).iter().any(is_file));
        assert_eq!(app.page.dialog.map(|dialog| dialog.fault), Some(Some(VaultFault::Wrong)));
    }

    #[test]
    fn a_version_that_came_while_the_key_was_opened_is_not_signed_unread() {
        let shelf = App::new(Lang::Id).library.rule_packs;
        let book = shelf.books().last().unwrap();
        let (period, pack, pack_hash) = ("2026".to_string(), book.id.clone(), book.hash);
        let (employee, superior, position) = (card(1), card(2), Default::default());
        let genesis = Genesis { period, pack, pack_hash, employee, superior, position, is_acting: false };
        let genesis = Record::sign(&Content::Dossier(Box::new(genesis)), None, &[], &key(1), STAMP).unwrap();
        let id = genesis.id();
        let mut dossier = Dossier::assemble(id, [genesis]);
        let write = |dossier: &mut Dossier| {
            let parents = dossier.with_depth(&dossier.parents_of_revision(Stage::Planning));
            let content = Content::Revision {
                stage: Stage::Planning,
                document: Document::default(),
                paper: String::new(),
            };
            dossier.merge([Record::sign(&content, Some(id), &parents, &key(1), STAMP).unwrap()]);
        };
        write(&mut dossier);
        let read = (dossier.stage(Stage::Planning).heads[0], hash_of(&Document::default()));
        let pending = Pending::Answer(id, Stage::Planning, Decision::Agree, read);
        let state_after = |dossier: Dossier| {
            let mut app = app_that_asks(pending.clone(), 1);
            app.library.dossiers.insert(id, dossier);
            open(&mut app, 1, 2);
            (app.library.dossiers.get(&id).unwrap().stage(Stage::Planning).state, app.page.refused)
        };
        assert_eq!(state_after(dossier.clone()), (StageState::Agreed, false));
        write(&mut dossier);
        assert_eq!(state_after(dossier), (StageState::Waiting, true));
    }
}
