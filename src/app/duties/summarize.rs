//! Makes what lists say of a dossier, out of its records.

use crate::app::case::Case;
use crate::app::duties::deadline::deadline;
use crate::app::duties::offers::is_offered;
use crate::app::duties::schedule;
use crate::app::duties::turn::ask;
use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::library::rule_packs::Texts;
use crate::app::library::summary::{Basis, Marks, Somebody, Summary, Terms, VERSION};
use crate::app::library::{Library, uncounted};
use crate::app::moment::Moment;
use crate::domain::date::{date, iso};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::record::Record;
use crate::storage::Change;
use std::borrow::Cow;

/// Gives what lists say of a dossier: what is known already, even if something changed since that nobody has read yet,
/// else what its records say now. `None` where there is no such dossier.
pub fn summary<'a>(library: &'a Library, id: &Hash) -> Option<Cow<'a, Summary>> {
    if let Some(known) = library.dossiers.summary(id) {
        return Some(Cow::Borrowed(known));
    }
    library.dossiers.get(id).map(|dossier| Cow::Owned(summarize(library, dossier)))
}

/// Gives what lists say of all dossiers, in the order of their ids.
pub fn all(library: &Library) -> impl Iterator<Item = (Hash, Cow<'_, Summary>)> {
    library.dossiers.keys().filter_map(|id| Some((*id, summary(library, id)?)))
}

/// Makes anew what lists say of the dossiers that were read, where it is missing or does not hold any more, and stores
/// it if `stores`. While the rules are on their way nobody knows by when anything should be done.
pub fn refresh(library: &mut Library, stores: bool, effects: &mut Effects) {
    if library.rule_packs.texts() != Texts::Here || library.me.is_none() {
        return;
    }
    let old: Vec<Hash> = outdated(library).filter(|id| library.dossiers.is_read(id)).collect();
    for id in old {
        let made = library.dossiers.get(&id).map(|dossier| summarize(library, dossier));
        let text = made.and_then(|summary| library.dossiers.summarize(&id, summary));
        if let Some(text) = text.filter(|_| stores) {
            effects.store(Change::PutDerived { name: Key::Summary(id).name(), text });
        }
    }
}

/// Lists the dossiers of which lists say nothing yet, or what does not hold any more.
pub fn outdated(library: &Library) -> impl Iterator<Item = Hash> {
    let today = library.now.local().0;
    let holds = move |id: &Hash, summary: &Summary| {
        let (from, until) = summary.days;
        let knows_rules = summary.terms.as_ref().is_some_and(|terms| knows(library, terms));
        from <= today
            && until.is_none_or(|until| today < until)
            && summary.basis == basis(library, id, knows_rules)
    };
    let summaries = library.dossiers.summaries();
    summaries.filter(move |(id, summary)| !summary.is_some_and(|one| holds(id, one))).map(|(id, _)| id)
}

fn knows(library: &Library, terms: &Terms) -> bool {
    library.rule_packs.by_hash(&terms.pack).is_some_and(|book| book.id == terms.pack_id)
}

fn basis(library: &Library, id: &Hash, knows_rules: bool) -> Basis {
    let me = library.me.as_ref().map_or("", |me| me.card.did.as_str());
    let ledger = library.ledgers.get(id);
    Basis {
        version: VERSION,
        me: me.get(me.len().saturating_sub(8)..).unwrap_or_default().to_string(),
        unsent: ledger.is_some_and(|ledger| ledger.unsent),
        to_pass_on: ledger.is_some_and(|ledger| ledger.to_pass_on),
        knows_rules,
    }
}

/// Makes what lists say of a dossier.
pub fn summarize(library: &Library, dossier: &Dossier) -> Summary {
    let today = library.now.local().0;
    let id = dossier.id();
    let me = library.me.as_ref().map(|me| &me.card.did);
    let ask = ask(library, dossier);
    let day = iso(today);
    let somebody = |card: &Card| {
        let own_word = dossier.details(&card.did, &day, None);
        Somebody {
            did: card.did.to_string(),
            person: own_word.unwrap_or(&card.person).clone(),
            is_own_word: own_word.is_some(),
        }
    };
    let card = |party| dossier.card(party).map(somebody);
    let newest = |stage: Stage| {
        let mut records = dossier.counted().filter(|record| record.stage() == Some(stage));
        let first = records.next();
        records.last().or(first).map(Moment::of)
    };
    let begun = dossier.record(&id).and_then(|first| {
        let by = dossier.card_of(first.signer())?;
        Some((somebody(by), Moment::of(first)))
    });
    let terms = dossier.genesis().map(|genesis| Terms {
        period: genesis.period.clone(),
        pack_id: genesis.pack.clone(),
        pack: genesis.pack_hash,
        position: genesis.position,
    });
    let versions = |stage: Stage| dossier.stage(stage).versions.iter().filter_map(|id| dossier.record(id));
    let is_mine = |record: &&Record| Some(record.signer()) == me;
    let assessments = dossier.stage(Stage::Assessment).heads.iter().filter_map(|id| dossier.record(id));
    let own_details = dossier.details_changes().map(|(record, _)| record).filter(is_mine);
    let changes = dossier.details_changes().filter_map(|(_, change)| date(&change.effective));
    Summary {
        basis: basis(library, &id, terms.as_ref().is_some_and(|terms| knows(library, terms))),
        days: (today, changes.filter(|day| *day > today).min()),
        ask,
        stages: Stage::ALL.map(|stage| (dossier.stage(stage).state, newest(stage))),
        closed: dossier.closed().map(|(record, _)| Moment::of(record)),
        deadline: ask.stage().and_then(|stage| deadline(library, dossier, stage)),
        side: library.my_side(dossier),
        terms,
        people: [card(Party::Employee), card(Party::Superior)],
        delegate: dossier.delegate(Stage::Observation).map(somebody),
        begun,
        planned: schedule::in_newest(dossier),
        own_details: own_details.map(Moment::of).max(),
        assessed: assessments.filter(is_mine).map(Moment::of).max(),
        marks: Marks {
            was_superior: was_superior(library, dossier),
            has_observed: versions(Stage::Observation).any(|record| is_mine(&record)),
            offers_next: is_offered(library, dossier, Case::Next),
            has_new_details: dossier.details_changes().next().is_some(),
            has_new_keys: dossier.key_changes().next().is_some(),
            has_uncounted: uncounted(dossier).next().is_some(),
            was_handed_over: dossier.handovers().next().is_some(),
        },
    }
}

/// Says whether the person of this app was the superior before somebody else, and is not asked to observe.
fn was_superior(library: &Library, dossier: &Dossier) -> bool {
    let Some(me) = library.me.as_ref().map(|me| &me.card.did) else {
        return false;
    };
    let is_asked = dossier.delegate(Stage::Observation).is_some_and(|card| card.did == *me);
    let was_first = dossier.genesis().is_some_and(|genesis| genesis.superior.did == *me);
    !is_asked && (was_first || dossier.handovers().any(|(_, handover)| handover.to.did == *me))
}
