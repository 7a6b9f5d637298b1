//! What lists say of dossiers follows from their records, and decides nothing.

use super::people::People;
use super::shell::{Clock, Storage, Tab};
use paraf::app::App;
use paraf::app::library::summary::VERSION;
use paraf::app::route::Route;
use paraf::domain::stage::Stage;
use paraf::lang::Lang;
use paraf::screens::Screen;
use paraf::seal::canonical::Hash;

const TEACHERS: [&str; 5] = ["guru", "guru2", "guru3", "guru4", "guru5"];

/// Lets a principal go on with five teachers, two of them further than the others.
fn school() -> People {
    let mut people = People::nobody();
    people.set_up("ks", false, true).unwrap();
    for who in TEACHERS {
        people.set_up(who, true, false).unwrap();
        people.start_together(who, "ks").unwrap();
    }
    for who in &TEACHERS[..2] {
        people.turn_to("ks", who).unwrap();
        people.agree_on(who, "ks", Stage::Planning).unwrap();
    }
    people
}

/// Opens the first page of the principal anew, after this was done to the storage.
fn anew<T>(
    people: &mut People,
    change: impl FnOnce(&mut Storage),
    see: impl FnOnce(&mut Tab, &mut Clock) -> T,
) -> T {
    people.storage("ks", change).unwrap();
    let mut seen = None;
    people
        .with("ks", |tab, clock| {
            *tab = Tab::working(App::new(Lang::Id), tab.storage.clone(), clock);
            seen = Some(see(tab, clock));
        })
        .unwrap();
    seen.unwrap()
}

fn names(storage: &Storage, kind: &str) -> Vec<String> {
    let start = super::shell::cell(kind);
    let names = storage.entries.keys().filter(|name| name.starts_with(&start));
    names.map(|name| name[super::shell::cell("").len()..].to_string()).collect()
}

fn home(tab: &Tab) -> Screen {
    paraf::screens::screen(&tab.app)
}

fn read(tab: &Tab) -> usize {
    let dossiers = &tab.app.library().dossiers;
    dossiers.keys().filter(|id| dossiers.is_read(id)).count()
}

#[test]
fn a_start_reads_no_records_and_shows_what_they_say() {
    let mut people = school();
    let (quick, count) = anew(&mut people, |_| {}, |tab, _| (home(tab), read(tab)));
    assert_eq!(count, 0, "nothing is verified for the first page");
    let whole = anew(
        &mut people,
        |storage| names(storage, "s/").iter().for_each(|name| storage.remove(name)),
        |tab, _| (home(tab), read(tab)),
    );
    assert_eq!(whole.1, TEACHERS.len(), "what is missing is made anew");
    let strip = |screen: Screen| Screen { key: String::new(), ..screen };
    assert_eq!(strip(quick), strip(whole.0));
    assert_eq!(anew(&mut people, |_| {}, |tab, _| read(tab)), 0, "and stored");
}

#[test]
fn a_summary_that_lies_is_corrected_by_the_records_and_opens_nothing() {
    let mut people = school();
    let id = people.dossier("ks").unwrap().id();
    let name = format!("s/{}", id.key());
    let lie = |storage: &mut Storage| {
        let text = storage.entry(&name).unwrap();
        let start = text.find("\"ask\":").unwrap();
        let end = start + text[start..].find(',').unwrap();
        // That all is done.
        storage.put(&name, &[&text[..start], "\"ask\":98", &text[end..]].concat());
    };
    let truth = people.tab("ks").unwrap().storage.borrow().entry(&name);
    let lied = anew(&mut people, lie, |tab, clock| {
        tab.open_page(Route::Dossier(id), clock);
        let page = home(tab);
        tab.open_page(Route::Home, clock);
        (page, home(tab))
    });
    let honest = anew(
        &mut people,
        |storage| storage.put(&name, truth.as_ref().unwrap()),
        |tab, clock| {
            tab.open_page(Route::Dossier(id), clock);
            home(tab)
        },
    );
    assert_eq!(lied.0.blocks, honest.blocks, "the page of the dossier looks at the records");
}

#[test]
fn a_summary_that_is_older_than_the_records_is_made_anew() {
    let mut people = school();
    let before = people.tab("ks").unwrap().storage.borrow().entries.clone();
    people.turn_to("ks", TEACHERS[2]).unwrap();
    people.agree_on(TEACHERS[2], "ks", Stage::Planning).unwrap();
    let now = anew(&mut people, |_| {}, |tab, _| home(tab));
    let old = |storage: &mut Storage| {
        for name in names(storage, "s/") {
            storage.entries.insert(super::shell::cell(&name), before[&super::shell::cell(&name)].clone());
        }
    };
    assert_eq!(anew(&mut people, old, |tab, _| home(tab)).blocks, now.blocks);
}

#[test]
fn a_summary_that_is_damaged_is_made_anew_and_nobody_hears_of_it() {
    let mut people = school();
    let before = anew(&mut people, |_| {}, |tab, _| home(tab));
    let spoil = |storage: &mut Storage| {
        for name in names(storage, "s/") {
            storage.put(&name, "{\"ask\":");
        }
    };
    let after = anew(&mut people, spoil, |tab, _| home(tab));
    assert_eq!((after.blocks, after.frame.notices), (before.blocks, before.frame.notices));
    let storage = people.tab("ks").unwrap().storage.borrow();
    assert_eq!(names(&storage, "q/"), Vec::<String>::new());
    assert!(names(&storage, "s/").iter().all(|name| storage.entry(name).unwrap().contains("\"records\"")));
}

#[test]
fn a_record_that_is_damaged_is_set_aside_when_its_dossier_is_opened() {
    let mut people = school();
    let id = people.dossier("ks").unwrap().id();
    let spoil = |storage: &mut Storage| {
        let text = storage.entry(&format!("r/{}", id.key())).unwrap();
        storage.put(&format!("r/{}", id.key()), &text.replacen("proofValue", "proofvalue", 1));
    };
    let aside = anew(&mut people, spoil, |tab, clock| {
        assert_eq!(tab.app.library().quarantine.len(), 0);
        tab.open_page(Route::Dossier(id), clock);
        tab.app.library().quarantine.len()
    });
    assert_eq!(aside, 1);
    let says = |tab: &mut Tab, _: &mut Clock| {
        format!("{:?}", home(tab).blocks).contains(tab.app.lang().texts().turn.incomplete)
    };
    assert!(anew(&mut people, |_| {}, says), "lists say that it is not whole");
    let left = people.tab("ks").unwrap().storage.borrow().entry(&format!("r/{}", id.key()));
    assert_eq!(left, None, "and kept under another name");
}

/// The hash of what the summaries of [`school`] say in this version.
const PINNED: (u64, &str) = (1, "sha256:2dc095b19b32aed5ccb09e6283c902f537ffafdd87e88d2b1967810e44a7f88e");

#[test]
fn whoever_changes_what_a_summary_says_counts_its_version_up() {
    let people = school();
    let storage = people.tab("ks").unwrap().storage.borrow();
    let texts: Vec<String> = names(&storage, "s/").iter().filter_map(|name| storage.entry(name)).collect();
    assert_eq!(texts.len(), TEACHERS.len());
    let said = Hash::of_bytes(texts.concat().as_bytes()).to_string();
    assert_eq!(
        (VERSION, said.as_str()),
        PINNED,
        "count VERSION up in app/library/summary.rs, and pin it here"
    );
}
