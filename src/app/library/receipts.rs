//! What the other side has seen, from the cover letters that they sign: a record that is below the heads
//! of a letter has arrived. One that went out, and is missing in a letter of theirs that came in since,
//! has perhaps never arrived. Clocks decide nothing here; the date of a letter is only told.

use crate::app::library::{Ledger, Library};
use crate::domain::stage::Party;
use crate::json::{object, text, texts};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::letter::Handoff;
use crate::seal::record::{Content, Record};
use serde_json::Value;

/// The most heads that are kept of one person; there are more only when somebody means harm.
const HEADS_MAX: usize = 64;

/// What one person is known to have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// Who.
    pub from: Did,
    /// The newest records that they had.
    pub heads: Vec<Hash>,
    /// When they say that they wrote their newest letter.
    pub at: String,
}

impl Receipt {
    fn has(&self, dossier: &Dossier, record: &Hash) -> bool {
        self.heads.iter().any(|head| head == record || dossier.builds_on(head, record))
    }
}

/// Takes note of a letter of somebody else. What they once had they have for good, on whichever of their
/// devices, so an older letter takes nothing away.
pub fn take(ledger: &mut Ledger, dossier: &Dossier, letter: &Handoff, is_newest: bool) {
    let known = ledger.receipts.iter().position(|receipt| receipt.from == letter.from);
    let mut receipt = match known {
        Some(known) => ledger.receipts.swap_remove(known),
        None => Receipt { from: letter.from.clone(), heads: Vec::new(), at: String::new() },
    };
    let mut heads = letter.heads.clone();
    heads.extend(receipt.heads.iter().filter(|head| !letter.heads.contains(head)).copied());
    let is_below = |head: &Hash| heads.iter().any(|other| dossier.builds_on(other, head));
    let newest: Vec<Hash> = heads.iter().filter(|head| !is_below(head)).take(HEADS_MAX).copied().collect();
    receipt.heads = newest;
    if is_newest {
        receipt.at = letter.created.clone();
    }
    ledger.sent.retain(|(id, _)| !receipt.has(dossier, id));
    ledger.receipts.push(receipt);
}

/// Says whether the other side is known to have everything that the person signed.
pub fn has_all(ledger: &Ledger, dossier: &Dossier, me: &Did) -> bool {
    let other = other_side(dossier, me);
    let receipt = ledger.receipts.iter().find(|receipt| Some(&receipt.from) == other);
    let mut mine = dossier.counted().filter(|record| record.signer() == me);
    receipt.is_some_and(|receipt| mine.all(|record| receipt.has(dossier, &record.id())))
}

/// Takes note that everything of one's own was sent, and of how many letters the other side had written
/// by then, as far as is known.
pub fn sent(ledger: &mut Ledger, dossier: &Dossier, me: &Did) {
    let Some(other) = other_side(dossier, me) else {
        return;
    };
    let known = ledger.seen.get(other).copied().unwrap_or(0);
    let receipt = ledger.receipts.iter().find(|receipt| receipt.from == *other);
    ledger.sent.clear();
    for record in dossier.counted().filter(|record| record.signer() == me) {
        let is_told = matches!(record.content(), Content::Revision { .. } | Content::CoSign(_));
        if is_told && !receipt.is_some_and(|receipt| receipt.has(dossier, &record.id())) {
            ledger.sent.push((record.id(), known));
        }
    }
}

/// Gives what the other side is known to have, if they have this record.
pub fn seen<'a>(library: &'a Library, dossier: &Dossier, record: &Hash) -> Option<(&'a Did, &'a str)> {
    let receipt = of_other_side(library, dossier)?;
    receipt.has(dossier, record).then_some((&receipt.from, receipt.at.as_str()))
}

/// Gives the newest record of one's own that was sent, and that a letter of the other side does not have
/// which came in since; with the date of that letter.
pub fn lost<'a>(library: &'a Library, dossier: &'a Dossier) -> Option<(&'a Record, &'a str)> {
    let receipt = of_other_side(library, dossier)?;
    // What is not here yet may build on anything.
    if receipt.heads.iter().any(|head| dossier.record(head).is_none()) {
        return None;
    }
    let ledger = library.ledgers.get(&dossier.id())?;
    let written = ledger.seen.get(&receipt.from).copied().unwrap_or(0);
    let is_lost = |record: &&Record| {
        let is_late = ledger.sent.iter().any(|(id, known)| *id == record.id() && *known < written);
        is_late && !receipt.has(dossier, &record.id())
    };
    let lost = dossier.counted().filter(is_lost).last()?;
    Some((lost, receipt.at.as_str()))
}

fn other_side<'a>(dossier: &'a Dossier, me: &Did) -> Option<&'a Did> {
    let other = dossier.side_of(me).map(Party::other)?;
    Some(&dossier.card(other)?.did)
}

fn of_other_side<'a>(library: &'a Library, dossier: &Dossier) -> Option<&'a Receipt> {
    let other = other_side(dossier, &library.me.as_ref()?.card.did)?;
    let receipts = &library.ledgers.get(&dossier.id())?.receipts;
    receipts.iter().find(|receipt| receipt.from == *other)
}

/// Writes what people are known to have.
pub fn receipts_to_json(receipts: &[Receipt]) -> Value {
    let one = |receipt: &Receipt| {
        let heads: Vec<String> = receipt.heads.iter().map(Hash::to_string).collect();
        object([("from", text(receipt.from.as_str())), ("at", text(&receipt.at)), ("heads", texts(&heads))])
    };
    Value::Array(receipts.iter().map(one).collect())
}

/// Reads what people are known to have. What is missing, as in what older apps stored, was never noted.
pub fn receipts_from_json(value: Option<&Value>) -> Vec<Receipt> {
    let one = |one: &Value| {
        let heads = one.get("heads")?.as_array()?.iter().filter_map(|id| Hash::parse(id.as_str()?)).collect();
        let at = one.get("at")?.as_str()?.to_string();
        Some(Receipt { from: Did::parse(one.get("from")?.as_str()?)?, heads, at })
    };
    value.and_then(Value::as_array).into_iter().flatten().filter_map(one).collect()
}

/// Writes what was sent.
pub fn sent_to_json(sent: &[(Hash, u64)]) -> Value {
    let one = |(id, known): &(Hash, u64)| object([("id", text(&id.to_string())), ("known", (*known).into())]);
    Value::Array(sent.iter().map(one).collect())
}

/// Reads what was sent.
pub fn sent_from_json(value: Option<&Value>) -> Vec<(Hash, u64)> {
    let one = |one: &Value| Some((Hash::parse(one.get("id")?.as_str()?)?, one.get("known")?.as_u64()?));
    value.and_then(Value::as_array).into_iter().flatten().filter_map(one).collect()
}
