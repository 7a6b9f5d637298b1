//! Three tabs of one person type in one place, at random, over storages that fill and fail: in the end each word is
//! stored, unless somebody replaced it knowingly, or closed a page that said that it is not stored.

use super::people::{People, passphrase};
use super::screens::{buttons, inputs};
use super::shell::Mood;
use paraf::app::cases::{self, Case};
use paraf::app::message::{Message, Press};
use paraf::app::route::Route;
use paraf::app::view::block::Does;
use paraf::domain::stage::Stage;
use paraf::seal::canonical::Hash;
use paraf::storage::pack::unpack;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const TABS: [&str; 3] = ["guru", "guru.2", "guru.3"];

/// One thing that somebody does. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    /// Type a word that nobody typed before.
    Type,
    /// Empty the input.
    Clear,
    /// Type, and take it back again.
    TakeBack,
    /// A pause in typing.
    Pause,
    /// Press a button that chooses, discards or brings back.
    Press(usize),
    /// Open another page, or the same again.
    Open(usize),
    /// The storage changes its mood.
    Storage(usize),
    /// One call of the storage goes wrong.
    Trouble(usize),
    /// The tab is killed and opened again.
    Kill,
    /// Begin to sign.
    Sign,
    /// Give the passphrase that is asked for.
    Unlock,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => Just(Deed::Type),
        1 => Just(Deed::Clear),
        1 => Just(Deed::TakeBack),
        6 => Just(Deed::Pause),
        3 => any::<usize>().prop_map(Deed::Press),
        3 => any::<usize>().prop_map(Deed::Open),
        2 => any::<usize>().prop_map(Deed::Storage),
        1 => any::<usize>().prop_map(Deed::Trouble),
        1 => Just(Deed::Kill),
        2 => Just(Deed::Sign),
        2 => Just(Deed::Unlock),
    ]
}

/// Three tabs with one place open, and what was typed there.
struct Desk<'a> {
    people: &'a mut People,
    page: Route,
    field: &'a str,
    /// The words, each with its tab, and whether a pause followed.
    typed: BTreeMap<String, (&'static str, bool)>,
    /// The words that nobody needs to find again.
    replaced: BTreeSet<String>,
}

impl Desk<'_> {
    fn shown(&self, who: &str) -> Option<String> {
        let screen = self.people.screen(who).ok()?;
        let here = inputs(&screen).into_iter().find(|input| input.path.id() == self.field)?;
        screen.dialog.is_none().then_some(here.value)
    }

    /// Types over what is shown.
    fn put(&mut self, who: &str, words: &str) -> Option<()> {
        let before = self.shown(who).filter(|before| before != words)?;
        self.replaced.insert(before);
        self.people.type_in(who, self.field, words).unwrap();
        Some(())
    }

    /// Does one thing. What cannot be done is left undone, as with a button that is not there.
    fn act(&mut self, who: &'static str, deed: &Deed) -> Option<()> {
        let screen = self.people.screen(who).unwrap();
        let id = self.people.dossier(who).map_or_else(|_| Hash::of_bytes(b"none"), |dossier| dossier.id());
        match deed {
            Deed::Type => {
                let words = format!("kata{}", self.typed.len());
                self.put(who, &words)?;
                self.typed.insert(words, (who, false));
            }
            Deed::Clear => self.put(who, "")?,
            Deed::TakeBack => {
                let before = self.shown(who)?;
                self.people.type_in(who, self.field, "lain").unwrap();
                self.people.type_in(who, self.field, &before).unwrap();
            }
            Deed::Pause => {
                self.people.send(who, Message::SaveDue).unwrap();
                self.typed.values_mut().filter(|(tab, _)| *tab == who).for_each(|typed| typed.1 = true);
            }
            Deed::Press(number) => {
                let fit = |does: Does| match does {
                    Does::Press(press @ (Press::Writing(_) | Press::Case(cases::Press::BringBack(_)))) => {
                        Some(press)
                    }
                    _ => None,
                };
                let fit: Vec<Press> =
                    buttons(&screen).into_iter().filter_map(|button| fit(button.does)).collect();
                let press = fit.get(number % fit.len().max(1)).filter(|_| screen.dialog.is_none())?;
                self.people.send(who, Message::Press(press.clone())).unwrap();
            }
            Deed::Open(number) => {
                let other = match self.page {
                    Route::Form(..) => Route::Check(id, Stage::Planning),
                    _ => Route::Case(id, Case::Reopen),
                };
                let pages = [Route::Dossier(id), other, self.page.clone(), self.page.clone()];
                self.people.open(who, pages[number % 4].clone()).unwrap();
            }
            Deed::Storage(number) => {
                let size = self.people.tab(who).unwrap().storage.borrow().size();
                let room = Mood::Takes(size + number % 200);
                let moods = [Mood::Good, Mood::Full, Mood::Good, Mood::Takes(size), room, Mood::Blocked];
                self.people.mood(who, moods[number % 6]).unwrap();
            }
            Deed::Trouble(number) => {
                let mood = [Mood::Full, Mood::Blocked, Mood::Forgetful][number % 3];
                self.people.storage(who, |storage| storage.go_wrong(number / 3 % 40, mood)).unwrap();
            }
            Deed::Kill => {
                let is_warned = !screen.frame.notices.is_empty();
                self.heal();
                let stored = self.stored();
                let of_this = self.typed.iter().filter(|(_, (tab, is_paused))| {
                    // What the page said was only in it, or nobody had a second to store, goes with it.
                    *tab == who && (is_warned || !is_paused)
                });
                let lost = of_this.map(|(words, _)| words).filter(|words| !stored.contains(words.as_str()));
                self.replaced.extend(lost.cloned());
                self.people.open_tab(who, TABS[0]).unwrap();
                self.people.open(who, self.page.clone()).unwrap();
            }
            Deed::Sign => {
                let _ = self.people.pick(who, "case-reason", "Pindah tugas");
                let _ = self.people.type_in(who, "case-effective", "2025-06-30");
                let signs = ["act", "paper", "sign"];
                let is_free = screen.dialog.is_none();
                self.people.press_where(who, |button| is_free && signs.contains(&button.id.as_str())).ok()?;
            }
            Deed::Unlock => self.people.give_passphrase(who, &passphrase(TABS[0])).ok()?,
        }
        Some(())
    }

    fn heal(&mut self) {
        self.people.mood(TABS[0], Mood::Good).unwrap();
        self.people.storage(TABS[0], |storage| _ = storage.heal()).unwrap();
    }

    /// Gives the texts of all entries.
    fn stored(&self) -> String {
        let storage = self.people.tab(TABS[0]).unwrap().storage.borrow();
        storage.entries.values().map(|text| unpack(text).unwrap_or_else(|| text.clone())).collect()
    }
}

/// Lets deeds of chance happen where this gives the page and the input.
fn no_word_is_lost(place: impl Fn(Hash) -> (Route, &'static str)) {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.write("guru", Stage::Planning).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    let (page, field) = place(people.dossier("guru").unwrap().id());
    let before = people.tab("guru").unwrap().storage.borrow().entries.clone();
    let people = RefCell::new(people);
    let config = ProptestConfig {
        failure_persistence: None,
        cases: cases(),
        max_shrink_iters: 2000,
        ..ProptestConfig::default()
    };
    let deeds = proptest::collection::vec((prop::sample::select(TABS.to_vec()), deed()), 1..40);
    let run = |deeds: Vec<(&'static str, Deed)>| -> TestCaseResult {
        let mut people = people.borrow_mut();
        let (typed, replaced) = Default::default();
        let mut desk = Desk { people: &mut people, page: page.clone(), field, typed, replaced };
        desk.heal();
        desk.people.storage(TABS[0], |storage| storage.entries.clone_from(&before)).unwrap();
        for tab in TABS {
            desk.people.open_tab(tab, TABS[0]).unwrap();
            desk.people.open(tab, page.clone()).unwrap();
        }
        for (who, deed) in deeds {
            desk.people.clock.seconds += 60;
            desk.act(who, &deed);
        }
        desk.heal();
        for tab in TABS.into_iter().chain(TABS) {
            desk.people.send(tab, Message::SaveDue).unwrap();
        }
        for tab in TABS {
            let notices = desk.people.screen(tab).unwrap().frame.notices;
            let frame = &desk.people.texts(tab).unwrap().frame;
            let faults = [frame.storage_blocked, frame.storage_full, frame.storage_broken];
            let warns = notices.iter().any(|notice| faults.contains(&notice.text.as_str()));
            prop_assert!(!warns, "{tab} warns for ever: {notices:?}");
            desk.people.open(tab, Route::Home).unwrap();
        }
        let stored = desk.stored();
        for words in desk.typed.keys() {
            prop_assert!(desk.replaced.contains(words) || stored.contains(words.as_str()), "{words} is lost");
        }
        Ok(())
    };
    // The same orders in each run, so that a fault shows where it was made; other ones where somebody looks for more.
    let mut runner = match std::env::var("PARAF_CASES") {
        Ok(_) => TestRunner::new(config),
        Err(_) => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    runner.run(&deeds, run).unwrap_or_else(|error| panic!("{error}"));
}

/// Gives how many orders of chance are tried; a long run asks for more.
fn cases() -> u32 {
    std::env::var("PARAF_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

#[test]
fn whatever_three_tabs_do_no_word_of_a_draft_is_lost() {
    no_word_is_lost(|id| (Route::Form(id, Stage::Planning), "reason"));
}

#[test]
fn whatever_three_tabs_do_no_word_of_a_step_is_lost() {
    no_word_is_lost(|id| (Route::Case(id, Case::Close), "case-note"));
}

#[test]
fn whatever_three_tabs_do_no_word_beside_a_paper_is_lost() {
    no_word_is_lost(|id| (Route::Stage(id, Stage::Planning), "case-note"));
}
