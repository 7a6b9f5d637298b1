//! Drawing up the record that the answers on the page of a case ask for, or all that is wrong with them.

use crate::app::ask;
use crate::app::case::Case;
use crate::app::duties::offers::{people, ticked};
use crate::app::duties::{days, forms, key_recovery};
use crate::app::key::Slot;
use crate::app::library::people::newest;
use crate::app::special_cases::Asked;
use crate::domain::document::{Document, Path};
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::{Advice, Close, CoSign, Content, Decision, Genesis, Handover, NOTE_MAX};

/// The record, if there is anything to sign, or all problems.
pub(super) type Drawn = Result<Option<Content>, Vec<Problem>>;

/// Draws up the record of a case.
pub(super) fn act(asked: &Asked, id: Hash, case: Case) -> Drawn {
    let Some(dossier) = asked.library.dossiers.get(&id) else {
        return Ok(None);
    };
    let answers = &asked.answers;
    let mut problems = Vec::new();
    let mut wrong = |name: &str, fault: Option<Fault>| {
        problems.extend(fault.map(|fault| Problem { path: Path::Field(name.to_string()), fault }));
    };
    let someone = Did::parse(answers.field(ask::TO))
        .and_then(|did| people(asked.library, dossier).into_iter().find(|card| card.did == did));
    let missing = |is_missing: bool| is_missing.then_some(Fault::Missing);
    let effective = answers.field(ask::EFFECTIVE).to_string();
    let day = || days::fault(asked.library, dossier, &effective);
    let content = match case {
        Case::Handover => {
            wrong(ask::TO, missing(someone.is_none()));
            wrong(ask::EFFECTIVE, day());
            wrong(ask::LETTER, too_long(answers, ask::LETTER, 200));
            let letter = answers.field(ask::LETTER).trim().to_string();
            let is_acting = !answers.many(ask::ACTING).is_empty();
            someone
                .map(|card| Content::Handover(Box::new(Handover { to: card, effective, letter, is_acting })))
        }
        Case::Close => {
            let reason = answers.field(ask::REASON).to_string();
            wrong(ask::REASON, missing(reason.is_empty()));
            wrong(ask::EFFECTIVE, day());
            wrong(ask::NOTE, too_long(answers, ask::NOTE, NOTE_MAX));
            let note = answers.field(ask::NOTE).trim().to_string();
            Some(Content::Close(Box::new(Close { reason, effective, note })))
        }
        Case::Reopen => {
            let (note, fault) = asked_note(answers);
            wrong(ask::NOTE, fault);
            Some(Content::Reopen { note })
        }
        Case::Delegate => {
            wrong(ask::TO, missing(someone.is_none()));
            let stage = Stage::Observation;
            someone.map(|card| Content::Delegate { stage, to: Box::new(card) })
        }
        Case::Recommend => {
            let items = ticked(answers, dossier).to_vec();
            Some(Content::Recommend { stage: Stage::Planning, items })
        }
        Case::Advise => {
            let [work_result, work_behaviour] =
                [ask::RESULT, ask::BEHAVIOUR].map(|name| answers.field(name).to_string());
            wrong(ask::RESULT, missing(work_result.is_empty()));
            wrong(ask::BEHAVIOUR, missing(work_behaviour.is_empty()));
            let (note, fault) = asked_note(answers);
            wrong(ask::NOTE, fault);
            Some(Content::Advise(Box::new(Advice { work_result, work_behaviour, note })))
        }
        Case::Key => {
            let change = key_recovery::draw_up(asked.library, dossier, asked.answers.field(ask::TO));
            wrong(ask::TO, missing(change.is_none()));
            change
        }
        Case::Next => {
            let new = asked.pairing.new_dossier(asked.library, asked.route);
            let (mine, chosen) = (new.card(), new.missing_rules());
            if let Some(problem) = chosen {
                return Err([vec![problem], mine.err().unwrap_or_default()].concat());
            }
            let mine = mine?;
            let genesis = mine.and_then(|mine| next(asked, dossier, &mine));
            genesis.map(|genesis| Content::Dossier(Box::new(genesis)))
        }
    };
    if problems.is_empty() { Ok(content) } else { Err(problems) }
}

fn too_long(answers: &Document, name: &str, max: usize) -> Option<Fault> {
    let have = answers.field(name).trim().chars().count();
    (have > max).then_some(Fault::TooLong { max, have })
}

/// Gives a note that has to be there, with what is wrong with it.
fn asked_note(answers: &Document) -> (String, Option<Fault>) {
    let note = answers.field(ask::NOTE).trim().to_string();
    let fault = if note.is_empty() { Some(Fault::Missing) } else { too_long(answers, ask::NOTE, NOTE_MAX) };
    (note, fault)
}

/// Draws up the dossier of the same people for the period that was chosen.
fn next(asked: &Asked, dossier: &Dossier, mine: &Card) -> Option<Genesis> {
    let before = dossier.genesis()?;
    let book = asked.pairing.new_dossier(asked.library, asked.route).rules()?;
    let pack = book.pack(before.position)?;
    // One's own card is the one of today, the other's the one that was pinned.
    let card = |party: Party| {
        let card = dossier.card(party)?;
        let pinned = asked.library.contacts.get(&card.did).map_or(card, |contact| &contact.card);
        Some(if mine.did == card.did { mine.clone() } else { newest(asked.library, pinned) })
    };
    Some(Genesis {
        period: pack.period.clone(),
        pack: pack.id.clone(),
        pack_hash: book.hash,
        employee: card(Party::Employee)?,
        superior: card(Party::Superior)?,
        position: before.position,
        is_acting: dossier.is_acting(),
    })
}

/// Gives the note that says where a paper lies.
fn where_it_lies(asked: &Asked) -> Result<String, Vec<Problem>> {
    match asked_note(&asked.answers) {
        (note, None) => Ok(note),
        (_, Some(fault)) => Err(vec![Problem { path: Path::Field(ask::NOTE.to_string()), fault }]),
    }
}

/// Draws up the copy of a document on paper.
pub(super) fn transcript(asked: &Asked, id: Hash, stage: Stage) -> Drawn {
    let paper = where_it_lies(asked)?;
    let document = forms::desk(asked.library, id, stage, Slot::Document).map(|desk| desk.trimmed());
    Ok(document.map(|document| Content::Revision { stage, document, paper }))
}

/// Draws up the record of a signature on paper.
pub(super) fn paper(asked: &Asked, id: Hash, stage: Stage) -> Drawn {
    let note = where_it_lies(asked)?;
    let target =
        asked.library.dossiers.get(&id).and_then(|dossier| dossier.stage(stage).heads.first().copied());
    let cosign = |target| CoSign {
        stage,
        target,
        decision: Decision::Paper,
        note,
        reply: Document::default(),
        remarks: Vec::new(),
    };
    Ok(target.map(|target| Content::CoSign(Box::new(cosign(target)))))
}
