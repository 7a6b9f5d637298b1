//! Putting the app on the home screen.

use super::people::People;
use paraf::app::effect::Effect;
use paraf::app::message::{Message, Press};
use paraf::app::route::Route;
use paraf::domain::stage::Stage;

#[test]
fn installing_is_offered_once_the_app_was_of_use_and_where_the_browser_can() {
    let mut people = People::nobody();
    people.start_together("guru", "ks").unwrap();
    people.open("guru", Route::Home).unwrap();
    let is_offered = |people: &People| {
        let screen = people.screen("guru").unwrap();
        super::screens::buttons(&screen).iter().any(|button| button.label == "Pasang Paraf")
    };
    people.send("guru", Message::Installable(true)).unwrap();
    assert!(!is_offered(&people), "before anything was agreed");
    people.agree_on("guru", "ks", Stage::Planning).unwrap();
    people.open("guru", Route::Home).unwrap();
    assert!(is_offered(&people));
    people
        .with("guru", |tab, clock| {
            let effects = tab.app.update(Message::Press(Press::Install), &clock.world());
            assert!(effects.iter().any(|effect| matches!(effect, Effect::Install)));
        })
        .unwrap();
    assert!(!is_offered(&people), "the browser can be asked once");
}
