//! Giving the person the file for the other side.

use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::library::{self, Ledger, Library, receipts};
use crate::domain::stage::Party;
use crate::seal::bundle;
use crate::seal::canonical::Hash;
use crate::seal::letter::Handoff;

/// Gives the part of a text that may stand in the name of a file.
pub(super) fn file_part(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(20).collect()
}

/// Gives the person the file for the other side.
pub fn send(library: &mut Library, id: &Hash, effects: &mut Effects) {
    let Some(dossier) = library.dossiers.get(id) else {
        return;
    };
    let Some(genesis) = dossier.genesis() else {
        return;
    };
    let side = match library.my_side(dossier) {
        Some(Party::Superior) => "atasan",
        Some(Party::Employee) => "pegawai",
        None => "rekan",
    };
    let ledger = library.ledgers.or_insert_with(*id, Ledger::default);
    let letter = Handoff::read(&ledger.letter).ok();
    let code: String = id.key().chars().filter(char::is_ascii_alphanumeric).take(4).collect();
    let period = file_part(&genesis.period);
    let number = ledger.counter.to_string();
    let name =
        ["paraf-", &period, "-", side, "-", &code.to_ascii_lowercase(), "-", &number, ".json"].concat();
    effects.download(name, bundle::write(dossier, letter.as_ref()));
    (ledger.unsent, ledger.to_pass_on) = (false, false);
    if let Some(me) = &library.me {
        receipts::sent(ledger, dossier, &me.card.did);
    }
    effects.put(Key::Ledger(*id), library::ledger_to_json(ledger));
}
