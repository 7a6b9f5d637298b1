//! Handing a file out for the other side. Only the person knows whether it was sent: they are asked, and their word alone
//! moves the turn.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::library::{self, Ledger, Library, receipts};
use crate::domain::stage::Party;
use crate::seal::bundle;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::letter::Handoff;
use crate::seal::record::Record;

/// The work on a page from which files are sent.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// The invitation that was signed on this page.
    pub invitation: Option<Invited>,
    /// What the device was asked for last.
    asked: Option<(What, Way)>,
    /// Whether a file had been handed out before.
    was_out: bool,
    /// What the device answered to it.
    pub answer: Option<(Way, Answer)>,
    /// Whether the device could not share, so that another way is offered first.
    pub cannot_share: bool,
    /// What was noted before the person said that the file was sent.
    before: Option<Ledger>,
}

/// An invitation that was signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invited {
    /// The text of its file.
    pub text: String,
    /// The period that it is for.
    pub period: String,
    /// The side of whoever invites.
    pub party: Party,
}

/// What is handed out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// All that is signed in a dossier.
    Dossier(Hash),
    /// The invitation that was signed on the page.
    Invitation,
}

/// How it is handed out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// By the device's own sheet for sharing.
    Share,
    /// As a file that the browser saves.
    Save,
    /// As text on the clipboard.
    Copy,
    /// Only the message that goes with it, on the clipboard.
    CopyMessage,
}

/// What came of it, as far as the device knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// It was taken.
    Done,
    /// The person chose nothing.
    Cancelled,
    /// The device cannot do it.
    Failed,
}

/// The words that go with a file, as the page shows them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Label {
    /// The name of the file.
    pub file: String,
    /// The message beside it.
    pub message: String,
}

/// The buttons of sending.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Hand something out.
    HandOut(What, Way, Label),
    /// It was sent.
    Sent(Hash),
    /// It was not sent yet.
    NotSent(Hash),
}

impl Sending {
    /// Says whether the person said on this page that the file was sent.
    pub fn is_sent(&self) -> bool {
        self.before.is_some()
    }
}

/// Carries out a button.
pub fn press(sending: &mut Sending, press: Press, cx: &mut Context) {
    match press {
        Press::HandOut(what, way, label) => hand_out(sending, (what, way), label, cx),
        Press::Sent(id) => sent(sending, &id, cx),
        Press::NotSent(id) => not_sent(sending, &id, cx),
    }
}

fn hand_out(sending: &mut Sending, (what, way): (What, Way), label: Label, cx: &mut Context) {
    let text = match what {
        What::Dossier(id) => cx.library.dossiers.get(&id).map(|dossier| file(cx.library, dossier)),
        What::Invitation => sending.invitation.as_ref().map(|invited| invited.text.clone()),
    };
    let Some(text) = text else {
        return;
    };
    let is_open = matches!(sending.asked, Some((_, Way::Share)));
    (sending.asked, sending.answer) = (Some((what, way)), None);
    let Label { file: name, message } = label;
    match way {
        Way::Share => {
            // The page may not live to hear the answer: a phone short of memory drops it behind the other app.
            if let What::Dossier(id) = what {
                let ledger = cx.library.ledgers.get(&id);
                if !is_open {
                    sending.was_out = ledger.is_some_and(|ledger| ledger.is_handed_out);
                }
                note(cx, &id, |ledger| ledger.is_handed_out = true);
            }
            cx.effects.push(Effect::Share { name, text, message });
        }
        Way::Copy => cx.effects.push(Effect::Copy(text)),
        Way::CopyMessage => cx.effects.push(Effect::Copy(message)),
        Way::Save => {
            cx.effects.download(name, text);
            answered(sending, Answer::Done, cx);
        }
    }
}

/// Gives the text of the file that carries all of a dossier.
fn file(library: &Library, dossier: &Dossier) -> String {
    let ledger = library.ledgers.get(&dossier.id());
    let letter = ledger.and_then(|ledger| Handoff::read(&ledger.letter).ok());
    bundle::write(dossier, letter.as_ref())
}

/// Takes what the device answered; from then on the person is asked whether the file was sent.
pub fn answered(sending: &mut Sending, answer: Answer, cx: &mut Context) {
    cx.effects.render();
    let Some((what, way)) = sending.asked.take() else {
        return;
    };
    sending.answer = Some((way, answer));
    sending.cannot_share |= (way, answer) == (Way::Share, Answer::Failed);
    if way == Way::CopyMessage {
        return;
    }
    if answer != Answer::Done {
        if let (What::Dossier(id), Way::Share) = (what, way) {
            let was_out = sending.was_out;
            note(cx, &id, |ledger| ledger.is_handed_out = was_out);
        }
        return;
    }
    cx.effects.focus("heading");
    sending.before = None;
    if let What::Dossier(id) = what {
        note(cx, &id, |ledger| ledger.is_handed_out = true);
    }
}

fn sent(sending: &mut Sending, id: &Hash, cx: &mut Context) {
    let Some(me) = cx.library.me.as_ref().map(|me| me.card.did.clone()) else {
        return;
    };
    let Some(dossier) = cx.library.dossiers.get(id) else {
        return;
    };
    let ledger = cx.library.ledgers.or_insert_with(*id, Ledger::default);
    sending.before = Some(ledger.clone());
    sending.answer = None;
    (ledger.unsent, ledger.to_pass_on, ledger.is_handed_out) = (false, false, false);
    receipts::sent(ledger, dossier, &me);
    cx.effects.put(Key::Ledger(*id), library::ledger_to_json(ledger));
    cx.effects.focus("heading");
}

/// Takes back that a file was sent, if the person said so on this page; else that it was handed out.
fn not_sent(sending: &mut Sending, id: &Hash, cx: &mut Context) {
    let before = sending.before.take();
    sending.answer = None;
    note(cx, id, |ledger| {
        if let Some(before) = before {
            // What came in or was signed since is to be sent as well.
            ledger.unsent |= before.unsent;
            ledger.to_pass_on |= before.to_pass_on;
            ledger.sent = before.sent;
        }
        ledger.is_handed_out = false;
    });
    cx.effects.focus("heading");
}

fn note(cx: &mut Context, id: &Hash, change: impl FnOnce(&mut Ledger)) {
    let ledger = cx.library.ledgers.or_insert_with(*id, Ledger::default);
    change(ledger);
    cx.effects.put(Key::Ledger(*id), library::ledger_to_json(ledger));
}

/// Gives the record that a file is about: the newest of the person's own, else the newest there is.
pub fn newest<'a>(library: &Library, dossier: &'a Dossier) -> Option<&'a Record> {
    let me = library.me.as_ref().map(|me| &me.card.did);
    let mine = dossier.counted().filter(|record| Some(record.signer()) == me).last();
    mine.or_else(|| dossier.counted().last())
}
