//! What an opened key does: to the key itself, to a backup that is read back, and to what was asked to be signed.

use crate::app::effect::{Effects, VaultFault};
use crate::app::moment::World;
use crate::app::pending::Pending;
use crate::app::profile::{details, keys, setup};
use crate::app::signing::{self, deeds};
use crate::app::special_cases::{self, Asked};
use crate::app::{App, Health, backup, import};
use crate::seal::key::{Seed, SigningKey};
use crate::seal::record::Content;
use std::rc::Rc;

impl App {
    /// Takes a seed that was encrypted.
    pub(super) fn take_sealed(
        &mut self,
        ticket: u32,
        result: Result<String, VaultFault>,
        effects: &mut Effects,
    ) {
        let (work, setup, mut cx) = self.parts(effects);
        setup::sealed(setup, &mut work.keys, ticket, result, &mut cx);
    }

    /// Takes a seed that was decrypted, for whatever it was asked for, and forgets it.
    pub(super) fn take_unsealed(
        &mut self,
        ticket: u32,
        result: Result<Seed, VaultFault>,
        world: &World,
        effects: &mut Effects,
    ) {
        let is_full = self.stored.health == Health::Full;
        let (work, setup, mut cx) = self.parts(effects);
        let cx = &mut cx;
        if setup.restores(ticket) {
            if let Some(rest) = setup::restored(setup, result, cx) {
                // Of one part nobody knows whether the others are at hand.
                let is_whole = !rest.is_part;
                import::take_all(rest, (true, is_full), cx);
                if is_whole {
                    backup::remember(cx.library, cx.effects);
                }
            }
            return;
        }
        if backup::proved(&mut work.trial, ticket, &result, cx) {
            return;
        }
        let Some(result) = keys::unsealed(&mut work.keys, ticket, result, cx) else {
            return;
        };
        let Some((pending, seed)) = signing::unsealed(&mut work.signing, ticket, result, cx) else {
            return;
        };
        if pending == Pending::Code {
            keys::show(&mut work.keys, &seed, cx);
            return;
        }
        self.sign(pending, &SigningKey::from_seed(&seed), world, effects);
        self.sitting.begin(Rc::new(seed), world.now);
    }

    /// Signs what is asked about, if the key is open already; says whether it was.
    pub(super) fn sign_at_once(&mut self, world: &World, effects: &mut Effects) -> bool {
        let did = self.library.me.as_ref().map(|me| &me.card.did);
        let key = did.and_then(|did| self.sitting.key(did));
        let Some((key, pending)) =
            key.and_then(|key| Some((key, signing::answered(&mut self.work.signing)?)))
        else {
            return false;
        };
        self.sign(pending, &key, world, effects);
        true
    }

    fn sign(&mut self, pending: Pending, key: &SigningKey, world: &World, effects: &mut Effects) {
        let done = self.carry_out(pending, key, world, effects);
        // What the person read has changed meanwhile, or may no longer be signed: nothing was.
        self.page.refused = done.is_none();
    }

    /// Signs what was asked for, if it still stands as the person read it and may be signed.
    fn carry_out(
        &mut self,
        pending: Pending,
        key: &SigningKey,
        world: &World,
        effects: &mut Effects,
    ) -> Option<()> {
        let at = &world.now.signed_at();
        let is_as_drawn = |content: &Content| {
            let asked = Asked::on(&self.library, &self.page.route, &self.work.pairing);
            special_cases::is_as_drawn(&asked, content)
        };
        match pending {
            Pending::Sign(id, stage, read) => {
                deeds::sign_document(&mut self.library, (id, stage, read), key, at, effects)
            }
            Pending::Answer(id, stage, decision, read) => {
                deeds::answer(&mut self.library, (id, stage, decision, read), key, at, effects)
            }
            Pending::Invite(offer) => {
                let mine = self.new_dossier().card().ok()??;
                deeds::invite(&mut self.work.sending, &mine, &offer, key, at, effects)
            }
            Pending::Accept(did) => {
                let mine = self.new_dossier().card().ok()??;
                deeds::accept(&mut self.library, (mine, &did), key, at, effects)
            }
            Pending::Details(change) => {
                let (_, setup, mut cx) = self.parts(effects);
                details::sign(setup, &change, key, at, &mut cx)
            }
            Pending::Act(id, content) => {
                is_as_drawn(&content).then_some(())?;
                let (work, _, mut cx) = self.parts(effects);
                deeds::act(&mut work.editor, (id, &content), key, at, &mut cx)
            }
            Pending::Code => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Secret;
    use crate::app::library::Backup;
    use crate::app::library::Me;
    use crate::app::signing::Dialog;
    use crate::domain::document::Document;
    use crate::domain::person::PersonInput;
    use crate::domain::stage::StageState;
    use crate::domain::stage::{Party, Stage};
    use crate::lang::Lang;
    use crate::seal::canonical::Hash;
    use crate::seal::card::Card;
    use crate::seal::dossier::Dossier;
    use crate::seal::letter::Offer;
    use crate::seal::record::Decision;
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
        app.work.signing.dialog = Some(Dialog {
            pending,
            passphrase: Secret::default(),
            busy: true,
            ticket,
            fault: None,
            asks: true,
        });
        app
    }

    fn an_invitation() -> Pending {
        let (party, pack_hash) = (Party::Employee, Hash::of_bytes(b"rules"));
        let (period, pack) = ("2025".to_string(), "id-2025".to_string());
        let position = Default::default();
        Pending::Invite(Box::new(Offer { party, period, pack, pack_hash, position, is_acting: false }))
    }

    fn open(app: &mut App, ticket: u32, byte: u8) {
        let world = World { now: Default::default(), entropy: [0; 32], spare: [0; 16] };
        let mut effects = Effects::default();
        app.take_unsealed(ticket, Ok(Seed::from_bytes([byte; 32])), &world, &mut effects);
    }

    #[test]
    fn a_key_that_was_opened_for_another_question_signs_nothing() {
        let mut app = app_that_asks(an_invitation(), 2);
        open(&mut app, 1, 2);
        assert!(app.work.sending.invitation.is_none());
        assert!(app.work.signing.dialog.as_ref().is_some_and(|dialog| dialog.busy));
        open(&mut app, 2, 2);
        assert!(app.work.sending.invitation.is_some());
        assert!(app.work.signing.dialog.is_none());
    }

    #[test]
    fn the_key_of_somebody_else_signs_nothing() {
        let mut app = app_that_asks(an_invitation(), 1);
        open(&mut app, 1, 3);
        assert!(app.work.sending.invitation.is_none());
        assert_eq!(app.work.signing.dialog.map(|dialog| dialog.fault), Some(Some(VaultFault::Wrong)));
    }

    #[test]
    fn a_version_that_came_while_the_key_was_opened_is_not_signed_unread() {
        let packs = App::new(Lang::Id).library.rule_packs;
        let book = packs.all().last().unwrap();
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
        let read = (dossier.stage(Stage::Planning).heads[0], Hash::of(&Document::default().to_json()));
        let pending = Pending::Answer(id, Stage::Planning, Decision::Agree, read);
        let state_after = |dossier: Dossier| {
            let mut app = app_that_asks(pending.clone(), 1);
            app.library.dossiers.insert(dossier);
            open(&mut app, 1, 2);
            (app.library.dossiers.get(&id).unwrap().stage(Stage::Planning).state, app.page.refused)
        };
        assert_eq!(state_after(dossier.clone()), (StageState::Agreed, false));
        write(&mut dossier);
        assert_eq!(state_after(dossier), (StageState::Waiting, true));
    }
}
