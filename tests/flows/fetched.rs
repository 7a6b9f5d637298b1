//! Rule packs that come beside the program: late, not at all, or spoilt. Nothing wrong is said meanwhile, and nothing
//! is lost.

use super::people::People;
use super::screens::buttons;
use super::shell::Tab;
use paraf::app::App;
use paraf::app::library::rule_packs::RulePacks;
use paraf::app::library::rule_packs::SHIPPED;
use paraf::app::message::Message;
use paraf::app::message::Press;
use paraf::app::route::Route;
use paraf::app::rules;
use paraf::domain::stage::Stage;
use paraf::lang::Lang;
use paraf::screens::block::Does;

fn all() -> String {
    SHIPPED.iter().map(|(.., text)| *text).collect()
}

/// Lets a teacher and a principal agree on a plan, and opens the app of the teacher where no pack is inside.
fn met() -> (People, Vec<Route>) {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    people.set_up("ks", false, true).unwrap();
    people.start_together("guru", "ks").unwrap();
    people.agree_on("guru", "ks", Stage::Planning).unwrap();
    let id = people.tab("guru").unwrap().app.dossiers().next().unwrap().id();
    let next = Stage::Preparation;
    let pages = vec![
        Route::Invite,
        Route::Dossier(id),
        Route::Stage(id, Stage::Planning),
        Route::Form(id, next),
        Route::Check(id, next),
        Route::Sheets(id),
    ];
    people
        .with("guru", |tab, clock| {
            let storage = tab.storage.clone();
            *tab = Tab::working(App::with(Lang::Id, RulePacks::named()), storage, clock);
        })
        .unwrap();
    (people, pages)
}

#[test]
fn packs_that_come_late_show_each_page_as_if_they_had_been_there() {
    let (mut people, pages) = met();
    people
        .with("guru", |tab, clock| {
            let mut whole = Tab::working(App::new(Lang::Id), tab.storage.clone(), clock);
            for page in pages {
                *tab = Tab::working(App::with(Lang::Id, RulePacks::named()), tab.storage.clone(), clock);
                assert_eq!(tab.fetched, [false]);
                let (early, late) = (paraf::screens::screen(&whole.app), paraf::screens::screen(&tab.app));
                assert_eq!(early.blocks, late.blocks, "the first page needs no rules");
                tab.open_page(page.clone(), clock);
                let waiting = paraf::screens::screen(&tab.app);
                assert_eq!((waiting.heading.as_str(), waiting.blocks.len()), ("Memuat", 0), "{page:?}");
                tab.send(Message::RulesArrived(Some(all())), clock);
                whole.open_page(page.clone(), clock);
                let (mut late, early) =
                    (paraf::screens::screen(&tab.app), paraf::screens::screen(&whole.app));
                assert_ne!(late.key, waiting.key, "{page:?} is built anew");
                late.key.clone_from(&early.key);
                assert_eq!(late, early, "{page:?}");
                whole.open_page(Route::Home, clock);
            }
        })
        .unwrap();
}

#[test]
fn packs_that_do_not_come_or_are_spoilt_are_asked_for_again_and_nothing_is_lost() {
    let (mut people, pages) = met();
    let (sent, changed) = (all(), all().replacen("Guru", "guru", 1));
    assert_ne!(sent, changed);
    people
        .with("guru", |tab, clock| {
            for fetched in [None, Some(changed), Some(sent[1..].to_string()), Some(String::new())] {
                tab.send(Message::RulesArrived(fetched), clock);
                for page in &pages {
                    tab.open_page(page.clone(), clock);
                    let screen = paraf::screens::screen(&tab.app);
                    assert_eq!(screen.heading, "Aturan periode belum sampai", "{page:?}");
                    let again = Does::Press(Press::Rules(rules::Press::Fetch));
                    assert!(buttons(&screen).iter().any(|button| button.does == again), "{page:?}");
                }
                // What needs no rules is there, and everything can be saved.
                tab.open_page(Route::Backup, clock);
                assert_ne!(paraf::screens::screen(&tab.app).heading, "Aturan periode belum sampai");
                tab.open_page(Route::Invite, clock);
                tab.send(Message::Press(Press::Rules(rules::Press::Fetch)), clock);
                assert_eq!(tab.fetched.last(), Some(&true));
                assert_eq!(paraf::screens::screen(&tab.app).heading, "Memuat");
                tab.open_page(Route::Home, clock);
            }
            tab.send(Message::RulesArrived(Some(sent)), clock);
            assert!(
                paraf::screens::screen(&tab.app).heading.contains("Siti"),
                "{}",
                paraf::screens::screen(&tab.app).heading
            );
            assert_eq!(tab.app.dossiers().count(), 1);
            // Another answer, of an attempt that was given up, takes nothing away.
            tab.send(Message::RulesArrived(None), clock);
            assert!(paraf::screens::screen(&tab.app).heading.contains("Siti"));
        })
        .unwrap();
}

#[test]
fn a_file_that_is_taken_in_before_the_packs_are_here_is_not_told_to_follow_unknown_rules() {
    let (mut people, _) = met();
    people.send_file("ks").unwrap();
    let file = people.tab("ks").unwrap().files.last().unwrap().1.clone();
    people
        .with("guru", |tab, clock| {
            tab.open_page(Route::Receive, clock);
            tab.take_in("berkas.json", file.as_bytes(), clock);
            let said = format!("{:?}", paraf::screens::screen(&tab.app));
            assert!(!said.contains("aturan periode yang belum Anda punya"), "{said}");
            assert_eq!(tab.app.dossiers().count(), 1);
        })
        .unwrap();
}

#[test]
fn nobody_waits_for_packs_who_has_not_begun_and_a_page_that_needs_none_is_not_built_anew() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    people
        .with("guru", |tab, clock| {
            let storage = Default::default();
            *tab = Tab::working(App::with(Lang::Id, RulePacks::named()), storage, clock);
            let welcome = paraf::screens::screen(&tab.app);
            assert_eq!(welcome.heading, "Satu lembar, dua paraf");
            tab.open_page(Route::Setup, clock);
            let setup = paraf::screens::screen(&tab.app);
            tab.send(Message::RulesArrived(Some(all())), clock);
            assert_eq!(paraf::screens::screen(&tab.app), setup);
        })
        .unwrap();
}
