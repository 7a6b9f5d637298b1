//! Many files at once: what has to be noted is never lost among them.

use super::people::{People, Way};
use super::shell::{Clock, Tab, Witness, holds};
use paraf::app::effect::Effect;
use paraf::app::message::{Message, Press};
use paraf::app::picked::{IncomingFile, Unread};
use paraf::app::route::Route;
use paraf::app::window::Event;
use paraf::domain::stage::Stage;
use paraf::screens::block::list::Arrival;
use paraf::screens::block::{Block, Tone};
use paraf::screens::parts::arrivals;
use paraf::seal::proof::Question;
use proptest::prelude::*;

type Given = (String, Result<Vec<u8>, Unread>);

/// Two people of whom the principal has not seen the plan yet, and the files that may come.
fn begin() -> (People, Vec<Result<Vec<u8>, Unread>>) {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.send_file("guru").unwrap();
    people.write("guru", Stage::Planning).unwrap();
    people.sign("guru", Stage::Planning).unwrap();
    people.send_file("guru").unwrap();
    people.set_up("lain", true, false).unwrap();
    people.invite("lain", true, &[]).unwrap();
    people.open("ks", Route::Receive).unwrap();
    let text = |people: &People, who: &str, from_end: usize| {
        let files = &people.tab(who).unwrap().files;
        files[files.len() - 1 - from_end].1.clone()
    };
    let (older, newest, invitation) =
        (text(&people, "guru", 1), text(&people, "guru", 0), text(&people, "lain", 0));
    let forged = newest.replacen("SMP Negeri 1", "SMP Negeri 2", 1);
    let pool =
        [&older, &newest, &newest, &newest, &invitation, &forged, &newest[..newest.len() / 2], "", "[]"]
            .map(|text| Ok(text.as_bytes().to_vec()));
    (people, pool.into_iter().chain([Err(Unread::Failed), Err(Unread::EmptyFolder)]).collect())
}

fn told(people: &People) -> Vec<Arrival> {
    told_by(people.tab("ks").unwrap())
}

fn told_by(tab: &Tab) -> Vec<Arrival> {
    arrivals::arrivals(&tab.app, tab.app.lang().texts())
}

/// Goes one step on, with the answer to what the browser is asked.
fn step(tab: &mut Tab, clock: &mut Clock) {
    for effect in tab.app.update(Message::GoOn, &clock.world()) {
        if let Effect::Verify { ticket, questions } = effect {
            let answers = Some(questions.iter().map(holds).collect());
            tab.app.update(Message::Verified { ticket, answers }, &clock.world());
        }
    }
}

fn is_warning(arrival: &Arrival) -> bool {
    matches!(arrival.tone, Tone::Warn | Tone::Bad)
}

#[test]
fn of_two_hundred_files_each_warning_is_listed_and_the_rest_is_summed_up() {
    let (mut people, pool) = begin();
    let (newest, forged) = (&pool[1], &pool[5]);
    let files: Vec<Given> = (0..200)
        .map(|number| {
            let bytes = if number % 8 == 3 { forged } else { newest };
            (format!("{number}.json"), bytes.clone())
        })
        .collect();
    people.drop_on_page("ks", files).unwrap();
    let told = told(&people);
    assert_eq!(told.iter().filter(|arrival| is_warning(arrival)).count(), 25);
    let sum = &told.last().unwrap().what;
    assert_eq!(sum, "175 berkas lain diterima tanpa catatan khusus: 1 baru, 174 sama.");
    // The invitation with which they began is no warning and stays too.
    assert_eq!(told.len(), 27);
    // What comes next is listed again.
    people.receive("ks", "guru", None, &Way::Whole).unwrap();
    assert_eq!(self::told(&people)[0].what, "Semua isi berkas ini sudah Anda punya.");
}

#[test]
fn files_are_taken_in_one_step_at_a_time_and_can_be_stopped() {
    let (mut people, pool) = begin();
    let files: Vec<Given> = (0..20).map(|number| (format!("{number}.json"), pool[0].clone())).collect();
    people
        .with("ks", |tab, clock| {
            let before = told_by(tab).len();
            let files = files.into_iter().map(|(name, bytes)| IncomingFile { name, bytes });
            tab.app.update(Message::Files(files.collect()), &clock.world());
            let said = |tab: &Tab| paraf::screens::progress(&tab.app).map(|progress| progress.text);
            assert_eq!(said(tab).as_deref(), Some("Menerima berkas: 0 dari 20 · 0.json"));
            // A window that is used in between answers, and the files go on.
            let mut steps = 0;
            while said(tab).is_some_and(|text| !text.contains(" 5 dari")) {
                step(tab, clock);
                steps += 1;
            }
            assert!((10..60).contains(&steps), "{steps}");
            assert_eq!(told_by(tab).len(), before, "nothing is told before it is over");
            tab.app.update(Message::Press(Press::StopImport), &clock.world());
            assert_eq!(said(tab), None);
            tab.open_page(Route::Receive, clock);
            assert_eq!(told_by(tab).len(), before + 5, "what is done is told, and nothing else was taken in");
        })
        .unwrap();
}

#[test]
fn whoever_stops_or_goes_on_is_led_nowhere_and_whoever_locks_hears_what_is_left() {
    let (mut people, pool) = begin();
    let files = |count: usize| -> Vec<IncomingFile> {
        let file = |number| IncomingFile { name: format!("{number}.json"), bytes: pool[0].clone() };
        (0..count).map(file).collect()
    };
    people
        .with("ks", |tab, clock| {
            tab.open_page(Route::Home, clock);
            // Before any is done there is nothing to tell.
            tab.app.update(Message::Files(files(3)), &clock.world());
            tab.send(Message::Press(Press::StopImport), clock);
            assert_eq!((tab.app.route(), told_by(tab).len()), (&Route::Home, 1));
            // Whoever opens another page meanwhile stays there.
            tab.app.update(Message::Files(files(3)), &clock.world());
            tab.app.update(Message::Routed(Route::Invite), &clock.world());
            while paraf::screens::progress(&tab.app).is_some() {
                step(tab, clock);
            }
            assert_eq!(tab.app.route(), &Route::Invite);
            let told = paraf::screens::screen(&tab.app).blocks;
            assert!(told.iter().any(|block| matches!(block, Block::Arrivals(list) if list.len() >= 3)));
            // A page that lets go says afterwards what it did not take in.
            tab.app.update(Message::Files(files(7)), &clock.world());
            tab.send(Message::Window(Event::Asked), clock);
            assert_eq!(paraf::screens::progress(&tab.app), None);
            tab.send(Message::Window(Event::Granted), clock);
            let said = format!("{:?}", paraf::screens::screen(&tab.app).blocks);
            assert!(said.contains("Belum diterima: 7 berkas"), "{said}");
        })
        .unwrap();
}

#[test]
fn whatever_the_browser_says_of_signatures_no_forged_file_is_taken_in_and_no_right_one_refused() {
    let witnesses = [Some(holds as Witness), Some(|_: &Question| false), None];
    let outcomes = witnesses.map(|witness| {
        let (mut people, pool) = begin();
        people.with("ks", |tab, _| tab.witness = witness).unwrap();
        let files = pool.into_iter().enumerate().map(|(number, bytes)| (format!("{number}.json"), bytes));
        people.drop_on_page("ks", files.collect()).unwrap();
        told(&people).into_iter().map(|arrival| (arrival.file, arrival.what)).collect::<Vec<_>>()
    });
    assert!(outcomes[0].len() > 8 && outcomes.iter().all(|outcome| outcome == &outcomes[0]), "{outcomes:#?}");
}

#[test]
fn an_answer_to_what_is_not_asked_any_more_says_nothing() {
    let (mut people, pool) = begin();
    let give = |tab: &mut Tab, clock: &mut Clock, number: usize| {
        let file = IncomingFile { name: "x.json".into(), bytes: pool[number].clone() };
        tab.app.update(Message::Files(vec![file]), &clock.world());
        let mut asked = Vec::new();
        while asked.is_empty() {
            let effects = tab.app.update(Message::GoOn, &clock.world());
            asked.extend(effects.into_iter().filter_map(|effect| match effect {
                Effect::Verify { ticket, questions } => Some((ticket, questions.len())),
                _ => None,
            }));
        }
        asked[0]
    };
    people
        .with("ks", |tab, clock| {
            let (ticket, count) = give(tab, clock, 1);
            tab.app.update(Message::Press(Press::StopImport), &clock.world());
            let (other, _) = give(tab, clock, 5);
            assert_ne!(ticket, other);
            let yes = |ticket| Message::Verified { ticket, answers: Some(vec![true; count]) };
            tab.app.update(yes(ticket), &clock.world());
            let waits = tab.app.update(Message::GoOn, &clock.world());
            assert!(!waits.iter().any(|effect| matches!(effect, Effect::GoOn)), "{waits:?}");
            tab.send(Message::Verified { ticket: other, answers: None }, clock);
            assert!(is_warning(&told_by(tab)[0]));
            // It comes twice where it was late.
            tab.send(yes(other), clock);
            assert_eq!(told_by(tab).len(), 2);
        })
        .unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn whatever_comes_in_and_however_no_warning_is_dropped(
        batches in prop::collection::vec(prop::collection::vec(0usize..11, 0..70), 1..5),
    ) {
        let ((mut alone, pool), (mut at_once, _)) = (begin(), begin());
        let (mut warnings, mut number) = (Vec::new(), 0);
        for batch in batches {
            let files: Vec<Given> = batch
                .into_iter()
                .map(|kind| {
                    number += 1;
                    (format!("{number}.json"), pool[kind].clone())
                })
                .collect();
            for file in &files {
                alone.drop_on_page("ks", vec![file.clone()]).unwrap();
                warnings.extend(told(&alone).into_iter().take(1).filter(is_warning));
            }
            at_once.drop_on_page("ks", files).unwrap();
        }
        let listed: Vec<Arrival> = told(&at_once).into_iter().filter(is_warning).rev().collect();
        prop_assert_eq!(listed, warnings);
    }
}
