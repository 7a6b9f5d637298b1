//! What a signature does: the question before it, the record, and the cover letter.

pub mod deeds;

use crate::app::context::Context;
use crate::app::duties::forms;
use crate::app::editor::remarks;
use crate::app::effect::{Effect, Secret, VaultFault};
use crate::app::key::Slot;
use crate::app::library::Me;
use crate::app::pending::Pending;
use crate::app::route::Route;
use crate::domain::document::{Document, Path};
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::record::{Content, Decision, NOTE_MAX};

/// What is asked before something is signed.
#[derive(Clone, Debug, Default)]
pub struct Signing {
    /// The question, while it is open.
    pub dialog: Option<Dialog>,
}

/// The id of the heading of the question, which gets the focus where nothing has to be typed.
pub const QUESTION: &str = "question";

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
    /// Whether the passphrase is asked for, because the key is not open.
    pub asks: bool,
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

/// Carries out a button; gives what the person wants to sign.
pub fn press(signing: &mut Signing, press: Press, cx: &mut Context) -> Option<Pending> {
    match (press, cx.page.route.clone()) {
        (Press::Sign, Route::Check(id, stage)) => {
            let desk = forms::desk(cx.library, id, stage, Slot::Document)?;
            return Some(Pending::Sign(id, stage, hash_of(&desk.trimmed())));
        }
        (Press::Agree, Route::Stage(id, stage)) => return answer(id, stage, Decision::Agree, cx),
        (Press::Return, Route::Stage(id, stage)) => return answer(id, stage, Decision::Return, cx),
        (Press::Confirm, _) => {
            if let Some(dialog) = signing.dialog.as_mut().filter(|dialog| !dialog.asks) {
                // The key was open when the question came, and was forgotten since.
                dialog.asks = true;
                cx.effects.focus("unlock");
            } else if let (Some(dialog), Some(me)) = (&mut signing.dialog, &cx.library.me)
                && !dialog.busy
            {
                let ticket = cx.page.next_ticket();
                (dialog.ticket, dialog.busy, dialog.fault) = (ticket, true, None);
                let sealed = match dialog.pending {
                    Pending::Code => me.spare.clone().unwrap_or_default(),
                    _ => me.sealed.clone(),
                };
                let passphrase = dialog.passphrase.clone();
                cx.effects.push(Effect::Unseal { ticket, passphrase, sealed });
            }
        }
        (Press::Cancel, _) => {
            if let Some(dialog) = signing.dialog.take() {
                cx.effects.focus(asked_by(&dialog.pending));
            }
        }
        _ => {}
    }
    None
}

/// Asks the question before a signature, unless it would begin something new in a storage that is full.
pub fn begin(signing: &mut Signing, pending: Pending, is_full: bool, cx: &mut Context) {
    let begins = match &pending {
        Pending::Accept(_) => true,
        Pending::Act(_, content) => matches!(**content, Content::Dossier(_)),
        _ => false,
    };
    if begins && is_full {
        // The page says above why nothing new is begun.
        cx.effects.focus("heading");
        return;
    }
    let is_open = cx.library.me.as_ref().is_some_and(|me| cx.sitting.is_open(&me.card.did));
    // The code on paper is shown to nobody who does not know the passphrase.
    let asks = !is_open || pending == Pending::Code;
    let passphrase = Secret::default();
    signing.dialog = Some(Dialog { pending, passphrase, busy: false, ticket: 0, fault: None, asks });
    // What is typed next is not shown because something else was.
    cx.page.turns_passphrase = false;
    cx.effects.focus(if asks { "unlock" } else { QUESTION });
}

/// Takes the question that is answered without a passphrase.
pub fn answered(signing: &mut Signing) -> Option<Pending> {
    signing.dialog.take_if(|dialog| !dialog.asks).map(|dialog| dialog.pending)
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
pub fn type_in(signing: &mut Signing, path: &Path, text: &str) -> bool {
    match &mut signing.dialog {
        Some(dialog) if path.field() == "unlock" => {
            dialog.passphrase.0 = text.to_string();
            true
        }
        _ => false,
    }
}

fn answer(id: Hash, stage: Stage, decision: Decision, cx: &mut Context) -> Option<Pending> {
    let desk = forms::desk(cx.library, id, stage, Slot::Reply)?;
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
    cx.page.problems = problems;
    match read.filter(|_| cx.page.problems.is_empty()) {
        Some(read) => Some(Pending::Answer(id, stage, decision, read)),
        None => {
            cx.effects.focus("summary");
            None
        }
    }
}

/// Takes what the passphrase opened, if it was asked for here: gives what is to be signed with it, and closes the
/// question.
pub fn unsealed(
    signing: &mut Signing,
    ticket: u32,
    result: Result<Seed, VaultFault>,
    cx: &mut Context,
) -> Option<(Pending, Seed)> {
    cx.effects.render();
    // A key that was asked for by a question which is closed by now opens nothing.
    let dialog = signing.dialog.as_mut().filter(|dialog| dialog.busy && dialog.ticket == ticket)?;
    dialog.busy = false;
    let seed = match result {
        Ok(seed) => seed,
        Err(fault) => {
            dialog.fault = Some(fault);
            dialog.passphrase = Secret::default();
            cx.effects.focus("unlock");
            return None;
        }
    };
    let is_mine = |me: &Me| me.card.did == *SigningKey::from_seed(&seed).did();
    if dialog.pending != Pending::Code && !cx.library.me.as_ref().is_some_and(is_mine) {
        dialog.fault = Some(VaultFault::Wrong);
        return None;
    }
    let dialog = signing.dialog.take()?;
    Some((dialog.pending, seed))
}

fn hash_of(document: &Document) -> Hash {
    Hash::of(&document.to_json())
}
