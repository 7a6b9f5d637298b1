//! The records that a signature makes. Each is checked once more at the moment of signing: what the
//! person read must still stand, and must still be theirs to sign.

use crate::app::context::Context;
use crate::app::duties::answers::may_answer;
use crate::app::duties::turn::ask;
use crate::app::duties::{forms, key_recovery, offers};
use crate::app::editor::{self, Editor, remarks};
use crate::app::effect::{Effect, Effects};
use crate::app::key::{Form, Key, Slot};
use crate::app::library::{self, Ledger, Library, people};
use crate::app::route::Route;
use crate::app::sending::{Invited, Sending};
use crate::app::signing::hash_of;
use crate::app::task::Ask;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Stage};
use crate::seal::bundle;
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::key::{Did, SigningKey};
use crate::seal::letter::{Handoff, Invitation, Offer};
use crate::seal::record::{CoSign, Content, Decision, Genesis, Record, SignedAt};

/// Signs the own document of a stage, if it still says what was read.
pub fn sign_document(
    library: &mut Library,
    (id, stage, read): (Hash, Stage, Hash),
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let desk = forms::desk(library, id, stage, Slot::Document)?;
    let document = desk.trimmed();
    let allowed = desk.problems().is_empty() && forms::may_write(library, desk.dossier, stage);
    (allowed && hash_of(&document) == read).then_some(())?;
    let content = Content::Revision { stage, document, paper: String::new() };
    let parents = desk.dossier.with_depth(&desk.dossier.parents_of_revision(stage));
    let by_rule = forms::is_agreed_by_rule(&desk);
    let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
    let target = record.id();
    add_unsent(library, record, key, at, effects);
    editor::remove(library, (id, Form::Stage(stage, Slot::Document)), effects);
    if by_rule {
        agree_by_rule(library, id, target, key, at, effects);
    }
    go_on(library, id, effects);
    Some(())
}

/// Agrees to a plan by rule, and says so in a record of its own.
fn agree_by_rule(
    library: &mut Library,
    id: Hash,
    target: Hash,
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let dossier = library.dossiers.get(&id)?;
    let (note, reply, remarks) = (String::new(), Document::default(), Vec::new());
    let (stage, decision) = (Stage::Planning, Decision::Automatic);
    let content = Content::CoSign(Box::new(CoSign { stage, target, decision, note, reply, remarks }));
    let parents = dossier.with_depth(&dossier.parents_of_answer(&target));
    let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
    add_unsent(library, record, key, at, effects);
    Some(())
}

/// Signs a special case, if it may still be signed.
pub fn act(
    editor: &mut Editor,
    (id, content): (Hash, &Content),
    key: &SigningKey,
    at: &SignedAt,
    cx: &mut Context,
) -> Option<()> {
    let dossier = cx.library.dossiers.get(&id)?;
    offers::may_sign(cx.library, dossier, content, key.did()).then_some(())?;
    let (dossier_of, parents) = match content {
        Content::Dossier(_) => (None, Vec::new()),
        Content::Withdraw { target, .. } => (Some(id), dossier.parents_of_answer(target)),
        Content::CoSign(cosign) => (Some(id), dossier.parents_of_answer(&cosign.target)),
        Content::Revision { stage, .. } => (Some(id), dossier.parents_of_revision(*stage)),
        _ => (Some(id), dossier.parents_of_case()),
    };
    let elsewhere = match content {
        Content::KeyChange { from, to } => key_recovery::elsewhere(cx.library, &id, from, to),
        _ => Vec::new(),
    };
    let record = Record::sign(content, dossier_of, &dossier.with_depth(&parents), key, at).ok()?;
    let belongs_to = record.dossier();
    add_unsent(cx.library, record, key, at, cx.effects);
    if !matches!(content, Content::Withdraw { .. }) {
        editor::end_beside(cx.library, &cx.page.route, cx.effects);
    }
    if let Content::Revision { stage, .. } = content {
        editor::remove(cx.library, (id, Form::Stage(*stage, Slot::Document)), cx.effects);
    }
    for change in elsewhere {
        change_key(cx.library, change, key, at, cx.effects);
    }
    if let Content::Withdraw { stage, target } = content {
        editor::keep_version(editor, id, *stage, target, cx);
        cx.effects.go(Route::Form(id, *stage));
        return Some(());
    }
    if let Content::KeyChange { to, .. } = content
        && cx.library.invitations.remove(&to.did).is_some()
    {
        // The invitation only brought the new key.
        cx.effects.delete(Key::Invitation(to.did.clone()));
    }
    go_on(cx.library, belongs_to, cx.effects);
    Some(())
}

/// Signs the change of a lost key in one more dossier.
fn change_key(
    library: &mut Library,
    (id, content): (Hash, Content),
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let dossier = library.dossiers.get(&id)?;
    let parents = dossier.with_depth(&dossier.parents_of_case());
    let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
    add_unsent(library, record, key, at, effects);
    Some(())
}

/// Signs the answer to a version, if it is still the newest one and the answer what was read.
pub fn answer(
    library: &mut Library,
    (id, stage, decision, read): (Hash, Stage, Decision, (Hash, Hash)),
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let desk = forms::desk(library, id, stage, Slot::Reply)?;
    may_answer(library, desk.dossier, stage).then_some(())?;
    let target = *desk.dossier.stage(stage).heads.first()?;
    ((target, hash_of(&desk.document)) == read).then_some(())?;
    let reply = match decision {
        Decision::Return => Document::default(),
        _ => desk.trimmed(),
    };
    let note = desk.document.field("note").trim().to_string();
    let remarks = match decision {
        Decision::Return => remarks::read(&desk.document),
        _ => Vec::new(),
    };
    let content = Content::CoSign(Box::new(CoSign { stage, target, decision, note, reply, remarks }));
    let parents = desk.dossier.with_depth(&desk.dossier.parents_of_answer(&target));
    let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
    add_unsent(library, record, key, at, effects);
    editor::remove(library, (id, Form::Stage(stage, Slot::Reply)), effects);
    go_on(library, id, effects);
    Some(())
}

/// Signs an invitation; the page offers its file from then on.
pub fn invite(
    sending: &mut Sending,
    mine: &Card,
    offer: &Offer,
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let invitation = Invitation::sign(mine, offer, key, &at.created).ok()?;
    let text = bundle::write_invitation(&invitation);
    sending.invitation = Some(Invited { text, period: offer.period.clone(), party: offer.party });
    effects.focus("heading");
    Some(())
}

/// Begins the dossier that somebody invited to.
pub fn accept(
    library: &mut Library,
    (mine, did): (Card, &Did),
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    let invitation = library.invitations.get(did)?.clone();
    let offer = invitation.offer;
    library.rule_packs.find(&offer.pack, &offer.pack_hash)?;
    // Their office and school are those that they gave for this dossier.
    let theirs = people::newest(library, &invitation.card);
    let theirs = Card { person: theirs.person.at(&invitation.card.person), ..theirs };
    let (employee, superior) = match offer.party {
        Party::Employee => (theirs, mine),
        Party::Superior => (mine, theirs),
    };
    let genesis = Genesis {
        period: offer.period,
        pack: offer.pack,
        pack_hash: offer.pack_hash,
        employee,
        superior,
        position: offer.position,
        is_acting: offer.is_acting,
    };
    let record = Record::sign(&Content::Dossier(Box::new(genesis)), None, &[], key, at).ok()?;
    let id = record.id();
    people::pin(library, &invitation.card, effects);
    add_unsent(library, record, key, at, effects);
    library.invitations.remove(did);
    effects.delete(Key::Invitation(did.clone()));
    go_on(library, id, effects);
    Some(())
}

/// Opens what comes after a signature: sending it, if nothing else is to be done first.
fn go_on(library: &Library, id: Hash, effects: &mut Effects) {
    let asked = library.dossiers.get(&id).map(|dossier| ask(library, dossier));
    let sends = matches!(asked, Some(Ask::Send(_)));
    effects.go(if sends { Route::Send(id) } else { Route::Dossier(id) });
}

/// Adds a new record of one's own that the other side has to get.
fn add_unsent(library: &mut Library, record: Record, key: &SigningKey, at: &SignedAt, effects: &mut Effects) {
    let id = record.dossier();
    let ledger = library.ledgers.or_insert_with(id, Ledger::default);
    // What was handed out before does not hold it.
    (ledger.unsent, ledger.is_handed_out) = (true, false);
    add(library, record, key, at, effects);
}

/// Adds a new record of one's own, and writes the cover letter for the next sending while the key is open.
pub fn add(library: &mut Library, record: Record, key: &SigningKey, at: &SignedAt, effects: &mut Effects) {
    let id = record.dossier();
    effects.put(Key::Record(record.id()), record.text().to_string());
    library.dossiers.add(id, [record]);
    let Some(dossier) = library.dossiers.get(&id) else {
        return;
    };
    let heads = dossier.heads();
    // To somebody who is no side, the superior is the other one.
    let other = dossier.side_of(key.did()).map_or(Party::Superior, Party::other);
    let to = dossier.card(other).map(|card| card.did.clone());
    let ledger = library.ledgers.or_insert_with(id, Ledger::default);
    let letter = to.and_then(|to| Handoff::sign(id, &to, ledger.counter + 1, &heads, key, &at.created).ok());
    if let Some(letter) = letter {
        ledger.counter = letter.counter;
        ledger.letter = letter.text;
    }
    effects.put(Key::Ledger(id), library::ledger_to_json(ledger));
    effects.push(Effect::Persist);
}
