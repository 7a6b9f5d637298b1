//! Honest people with several devices, who lose them, and whose files are on the way, arrive on one device or the
//! other, or get lost: there is always somebody whose card names a step that moves things, and doing what the cards say ends
//! the cycle.
//!
//! Everything is read from the cards: what to press, and the name of the person to whom a file goes.

use super::people::{People, Stuck, passphrase};
use paraf::app::case::Case;
use paraf::app::route::Route;
use paraf::domain::stage::{Party, Stage};
use paraf::screens::block::{Block, Does, Now, WaitsFor};
use paraf::seal::canonical::Hash;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestCaseResult, TestRng, TestRunner};

/// The devices; the part before the dot says whose.
const DEVICES: [&str; 7] = ["guru", "guru.2", "guru.3", "ks", "ks.2", "baru", "rekan"];
/// How the cards call the people.
const NAMES: [(&str, &str); 4] = [
    ("Siti Rahayu, S.Pd.", "guru"),
    ("Budi Santoso, M.Pd.", "ks"),
    ("Nama Contoh baru", "baru"),
    ("Nama Contoh rekan", "rekan"),
];
/// In so many rounds, in which all do what their cards say, a cycle ends.
const ROUNDS: usize = 60;

/// One thing that happens. Numbers choose among what is there; what cannot be done is left undone.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// Somebody does what the card of their device says.
    Follow(usize),
    /// A file that is on the way arrives on a device of the person for whom it is.
    Arrive(usize, usize),
    /// A file on the way is lost.
    Lose(usize),
    /// Somebody sends their file though no card says so.
    Send(usize),
    /// Somebody sends back what they are to co-sign.
    Return(usize),
    /// Somebody takes back what they signed.
    Withdraw(usize),
    /// The employee signs another version of a stage that was signed.
    Amend(usize, usize),
    /// The superior, or the employee, hands over to another superior.
    HandOver(usize),
    /// The superior asks a colleague to observe.
    Delegate,
    /// The teacher loses both devices, and begins on another one with the replacement code.
    LoseKey,
}

fn deed(with_losses: bool) -> impl Strategy<Value = Deed> {
    let one = any::<usize>;
    prop_oneof![
        12 => one().prop_map(Deed::Follow),
        8 => (one(), one()).prop_map(|(file, device)| Deed::Arrive(file, device)),
        u32::from(with_losses) * 3 => one().prop_map(Deed::Lose),
        2 => one().prop_map(Deed::Send),
        2 => one().prop_map(Deed::Return),
        1 => one().prop_map(Deed::Withdraw),
        1 => (one(), one()).prop_map(|(device, stage)| Deed::Amend(device, stage)),
        1 => one().prop_map(Deed::HandOver),
        1 => Just(Deed::Delegate),
        1 => Just(Deed::LoseKey),
    ]
}

/// The people, their one dossier, the devices that they have, and the files on the way: for whom, and the text.
struct School {
    people: People,
    id: Hash,
    devices: Vec<&'static str>,
    on_the_way: Vec<(&'static str, String)>,
}

impl School {
    /// Two people with two devices each, who agreed on some stages, and know another superior and a colleague.
    fn begin(agreed: usize) -> Result<School, Stuck> {
        let mut people = People::nobody();
        people.start_together("guru", "ks")?;
        for (who, is_employee) in [("baru", false), ("rekan", true)] {
            people.set_up(who, is_employee, !is_employee)?;
            people.invite(who, is_employee, &[])?;
            people.receive_invitation("ks", who)?;
        }
        people.receive_invitation("guru", "baru")?;
        Stage::ALL.into_iter().take(agreed).try_for_each(|stage| people.agree_on("guru", "ks", stage))?;
        people.restore("guru.2", "guru")?;
        people.restore("ks.2", "ks")?;
        for who in ["guru", "ks"] {
            people.hand_over(who, if who == "guru" { "ks.2" } else { "guru.2" })?;
        }
        let id = people.dossier("guru")?.id();
        let devices = DEVICES.into_iter().filter(|device| *device != "guru.3").collect();
        Ok(School { people, id, devices, on_the_way: Vec::new() })
    }

    fn knows(&self, device: &str) -> bool {
        let is_there = self.devices.contains(&device);
        is_there && self.people.tab(device).is_ok_and(|tab| tab.app.dossier(&self.id).is_some())
    }

    /// Gives the card of the dossier on a device.
    fn card(&mut self, device: &str) -> Option<Now> {
        self.knows(device).then_some(())?;
        self.people.open(device, Route::Dossier(self.id)).ok()?;
        let blocks = self.people.screen(device).ok()?.blocks;
        blocks.into_iter().find_map(|block| match block {
            Block::Now(now) => Some(now),
            Block::Year(year) => Some(year.card),
            _ => None,
        })
    }

    /// Puts the file of a device on its way to the person whom its card names, or else to the other side.
    fn send(&mut self, device: &str, card: &Now) -> Result<(), Stuck> {
        let named = NAMES.iter().find(|(name, _)| card.what.contains("Kirim") && card.what.contains(name));
        let to = match named {
            Some((_, person)) => person,
            None => {
                let dossier = self.people.dossier(device)?;
                let side = dossier.side_of(&self.people.did(device)?).map_or(Party::Superior, Party::other);
                let name = dossier.card(side).ok_or("there is no other side")?.person.name();
                NAMES.iter().find(|(known, _)| *known == name).ok_or("a stranger")?.1
            }
        };
        self.people.send_file(device)?;
        let (_, text) = self.people.tab(device)?.files.last().cloned().ok_or("no file")?;
        self.on_the_way.push((to, text));
        Ok(())
    }

    /// Does what the card of a device says; says whether it says anything.
    fn follow(&mut self, device: &str) -> Result<bool, Stuck> {
        if self.devices.contains(&device) && !self.knows(device) {
            return self.ask_for_file(device);
        }
        let Some(card) = self.card(device).filter(|card| card.waits_for == WaitsFor::Me) else {
            return Ok(false);
        };
        let does = card.buttons.first().map(|button| button.does.clone());
        match does.ok_or_else(|| format!("{device}: “{}” and no button", card.what))? {
            Does::Press(_) => {
                return Err(format!("{device}: “{}” has a button that opens nothing", card.what));
            }
            Does::Open(href) => match Route::parse(&href) {
                Route::Send(_) => self.send(device, &card)?,
                Route::Form(_, stage) => self.sign(device, stage)?,
                Route::Stage(_, stage) if self.people.dossier(device)?.stage(stage).heads.len() > 1 => {
                    self.people.open(device, Route::Stage(self.id, stage))?;
                    let all = self.people.texts(device)?.form.take_all.replace("{}", "");
                    self.people.press_where(device, |button| button.label.starts_with(&all))?;
                    self.sign(device, stage)?;
                }
                Route::Stage(_, stage) => self.people.agree(device, stage)?,
                Route::Case(_, Case::Key) => {
                    self.people.open(device, Route::Case(self.id, Case::Key))?;
                    self.people.press_id(device, "act")?;
                    self.people.give_passphrase(device, &passphrase(device))?;
                }
                _ => return Err(format!("{device}: “{}” leads nowhere", card.what)),
            },
        }
        Ok(true)
    }

    /// Where the first page says so, asks the superior for the newest file; whoever is asked sends it.
    fn ask_for_file(&mut self, device: &str) -> Result<bool, Stuck> {
        self.people.open(device, Route::Home)?;
        let blocks = self.people.screen(device)?.blocks;
        let asks = |block: &Block| matches!(block, Block::Now(now) if now.what.starts_with("Minta berkas"));
        if !blocks.iter().any(asks) || self.on_the_way.iter().any(|(to, _)| *to == "guru") {
            return Ok(false);
        }
        let is_superior = |one: &&str| {
            let dossier = self.people.dossier(one).ok().zip(self.people.did(one).ok());
            let side = dossier.and_then(|(dossier, did)| dossier.side_of(&did));
            self.knows(one) && side == Some(Party::Superior)
        };
        let asked = ["baru", "ks", "ks.2"].into_iter().find(is_superior).ok_or("there is no superior")?;
        let card = self.card(asked).ok_or("whoever is asked has no dossier")?;
        self.send(asked, &card)?;
        // What their card says may be for somebody else.
        self.on_the_way.last_mut().ok_or("nothing was sent")?.0 = "guru";
        Ok(true)
    }

    fn sign(&mut self, device: &str, stage: Stage) -> Result<(), Stuck> {
        self.people.write(device, stage)?;
        self.people.sign(device, stage)
    }

    fn arrive(&mut self, file: usize, device: usize) -> Result<(), Stuck> {
        let (to, text) = self.on_the_way.swap_remove(file);
        let devices = self.devices.iter().copied();
        let theirs: Vec<&str> = devices.filter(|one| one.split('.').next() == Some(to)).collect();
        self.people.take_in(theirs[device % theirs.len()], "kiriman.json", text.as_bytes())
    }

    /// Lets one thing happen, if it can. What a card says can always be done.
    fn act(&mut self, deed: Deed) -> Result<(), Stuck> {
        let devices = self.devices.clone();
        let of = |number: usize| devices[number % devices.len()];
        match deed {
            Deed::Follow(device) => self.follow(of(device)).map(drop),
            Deed::Arrive(file, device) if !self.on_the_way.is_empty() => {
                self.arrive(file % self.on_the_way.len(), device)
            }
            Deed::Lose(file) if !self.on_the_way.is_empty() => {
                self.on_the_way.swap_remove(file % self.on_the_way.len());
                Ok(())
            }
            Deed::Arrive(..) | Deed::Lose(_) => Ok(()),
            Deed::Send(device) => {
                let card = self.card(of(device));
                card.map_or(Ok(()), |card| self.send(of(device), &card))
            }
            deed => {
                let _ = self.try_to(deed);
                Ok(())
            }
        }
    }

    /// Does what no card says. What the app does not offer now is left undone.
    fn try_to(&mut self, deed: Deed) -> Option<()> {
        let devices = self.devices.clone();
        let of = |number: usize| devices[number % devices.len()];
        match deed {
            Deed::Return(device) => {
                let stage = self.reviewed(of(device))?;
                self.people.send_back(of(device), stage, "Jelaskan lagi.").ok()
            }
            Deed::Withdraw(device) => {
                let who = of(device);
                self.knows(who).then_some(())?;
                let withdraws = |school: &mut School, stage: Stage| {
                    school.people.open(who, Route::Stage(school.id, stage)).ok()?;
                    school.people.press_id(who, "withdraw").ok()
                };
                Stage::ALL.into_iter().find_map(|stage| withdraws(self, stage))?;
                self.people.give_passphrase(who, &passphrase(who)).ok()
            }
            Deed::Amend(device, stage) => {
                let (who, stage) = (["guru", "guru.2"][device % 2], Stage::ALL[stage % 2]);
                self.knows(who).then_some(())?;
                let is_signed = !self.people.dossier(who).ok()?.stage(stage).heads.is_empty();
                is_signed.then(|| self.sign(who, stage).ok())?
            }
            Deed::HandOver(device) => self.begin_case(["ks", "guru"][device % 2], Case::Handover, "baru"),
            Deed::Delegate => self.begin_case("ks", Case::Delegate, "rekan"),
            Deed::LoseKey => {
                self.knows("guru").then_some(())?;
                self.people.set_up_with("guru.3", true, false, Some("guru")).ok()?;
                self.devices.retain(|device| !device.starts_with("guru"));
                self.devices.push("guru.3");
                Some(())
            }
            _ => None,
        }
    }

    fn reviewed(&mut self, device: &str) -> Option<Stage> {
        let card = self.card(device).filter(|card| card.waits_for == WaitsFor::Me)?;
        match &card.buttons.first()?.does {
            Does::Open(href) => Route::parse(href).stage(),
            Does::Press(_) => None,
        }
    }

    fn begin_case(&mut self, who: &str, case: Case, to: &str) -> Option<()> {
        self.knows(who).then_some(())?;
        self.people.open(who, Route::Case(self.id, case)).ok()?;
        self.people.pick(who, "case-to", &format!("Nama Contoh {to}")).ok()?;
        if case == Case::Handover {
            self.people.type_in(who, "case-effective", "2025-01-06").ok()?;
        }
        self.people.press_id(who, "act").ok()?;
        self.people.give_passphrase(who, &passphrase(who)).ok()
    }

    /// Says whether a device of each of the two sides shows that all is agreed.
    fn is_finished(&mut self) -> bool {
        let mut done = [false; 2];
        for device in self.devices.clone() {
            let card = self.card(device);
            let dossier = self.people.dossier(device).ok().zip(self.people.did(device).ok());
            let side = dossier.and_then(|(dossier, did)| dossier.side_of(&did));
            let is_whole = |card: &Now| card.waits_for == WaitsFor::Nobody && card.what.ends_with(" genap");
            if let Some(side) = side.filter(|_| card.as_ref().is_some_and(is_whole)) {
                done[side as usize] = true;
            }
        }
        done == [true; 2]
    }

    fn cards(&mut self) -> String {
        let mut text = String::new();
        for device in self.devices.clone() {
            let card = self.card(device).map_or("-".into(), |card| card.what);
            text.push_str(&format!("\n  {device}: {card}"));
        }
        text
    }

    /// Lets everybody do what their cards say. Where nothing was lost, a file is on the way or some card names a
    /// step; where something was, those who wait too long send their file again, as their cards offer.
    fn finish(&mut self, with_losses: bool, mut number: usize) -> TestCaseResult {
        for _ in 0..ROUNDS {
            while !self.on_the_way.is_empty() {
                number = number.wrapping_mul(31).wrapping_add(7);
                self.arrive(0, number >> 3).map_err(TestCaseError::fail)?;
            }
            if self.is_finished() {
                return Ok(());
            }
            let mut moves = false;
            for device in self.devices.clone() {
                moves |= self.follow(device).map_err(TestCaseError::fail)?;
            }
            prop_assert!(moves || with_losses, "all wait for each other: {}", self.cards());
            for device in self.devices.clone().into_iter().filter(|_| !moves) {
                let card = self.card(device).filter(|card| !card.buttons.is_empty());
                if let Some(card) = card {
                    self.send(device, &card).map_err(TestCaseError::fail)?;
                }
            }
        }
        prop_assert!(false, "the cycle does not end: {}", self.cards());
        Ok(())
    }
}

fn all_moves_on(with_losses: bool, few: u32) {
    let cases = std::env::var("PARAF_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = ProptestConfig {
        failure_persistence: None,
        cases: cases.unwrap_or(few),
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    };
    let deeds = proptest::collection::vec(deed(with_losses), 1..40);
    let run = |(agreed, number, deeds): (usize, usize, Vec<Deed>)| -> TestCaseResult {
        let mut school = School::begin(agreed).unwrap();
        for deed in deeds {
            school.people.clock.seconds += 60;
            school.act(deed).map_err(TestCaseError::fail)?;
        }
        school.finish(with_losses, number)
    };
    // The same orders in each run, so that a fault shows where it was made; other ones where somebody looks for more.
    let mut runner = match cases {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    runner.run(&(0usize..5, any::<usize>(), deeds), run).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn among_honest_people_there_is_always_a_card_that_names_a_step() {
    all_moves_on(false, 8);
}

#[test]
fn where_files_get_lost_the_cards_still_lead_to_the_end() {
    all_moves_on(true, 4);
}
