//! What is said where the app is one file that somebody opened: what storing means there, and how to tell a genuine one.

use crate::app::App;
use crate::app::route::Route;
use crate::lang::own;
use crate::screens::block::{Block, Link, Notice, Tone};
use crate::screens::screen::Screen;

/// The name under which the file is handed out.
const FILE: &str = "paraf.html";

/// What the file says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// The version of the app.
    pub version: String,
    /// The SHA-256 of the program inside, in hexadecimal digits. No file can hold its own.
    pub program: String,
}

/// Adds what whoever opened a file has to know: all of it on the help page, and the most important where a key is made.
pub fn told(mut screen: Screen, app: &App, edition: &Edition) -> Screen {
    let t = app.lang.texts();
    match app.page.route {
        Route::Help => {
            screen.blocks.push(Block::heading(t.edition.heading));
            let texts = [t.edition.stored, t.edition.moved, t.edition.genuine];
            screen.blocks.extend(texts.map(Block::text));
            let facts = [
                (t.edition.file, FILE),
                (t.edition.version, edition.version.as_str()),
                (t.edition.program, edition.program.as_str()),
            ];
            screen.blocks.push(Block::Facts(facts.map(|(name, fact)| (own(name), own(fact))).to_vec()));
        }
        Route::Setup => {
            let (text, link) = (own(t.edition.careful), Link::to(&Route::Help, t.edition.more));
            screen.blocks.push(Block::Notice(Notice {
                tone: Tone::Warn,
                text,
                button: None,
                link: Some(link),
            }));
        }
        _ => {}
    }
    screen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn added(route: Route) -> Vec<Block> {
        let mut app = App::new(Lang::Id);
        app.page.route = route;
        let edition = Edition { version: "1.2.3".into(), program: "0af1".into() };
        told(Screen::new(""), &app, &edition).blocks
    }

    #[test]
    fn the_help_page_says_what_file_it_is_and_setting_up_what_to_beware_of() {
        let [.., Block::Facts(facts)] = &added(Route::Help)[..] else { panic!("no facts") };
        let facts: Vec<&str> = facts.iter().map(|(_, fact)| fact.as_str()).collect();
        assert_eq!(facts, ["paraf.html", "1.2.3", "0af1"]);
        let [Block::Notice(notice)] = &added(Route::Setup)[..] else { panic!("no remark") };
        assert!(
            notice.text.contains("cadangan")
                && notice.link.as_ref().is_some_and(|link| link.href == "#/help")
        );
        assert_eq!(added(Route::Home), []);
    }
}
