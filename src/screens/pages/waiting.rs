//! The pages of a window that does not work: because another one does, or because it is too old.
use crate::app::App;
use crate::app::message::Press;
use crate::app::window::Window;
use crate::lang::Texts;
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::screen::Screen;

/// Gives the page.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.window.heading).lead(t.window.lead);
    let is_safe = !app.holds_more() || app.is_rescued;
    rescue(app, t, &mut screen);
    if app.window == Window::TakingOver {
        screen.blocks.push(Notice::block(Tone::Plain, t.window.taking_over));
    } else if is_safe {
        screen.actions.push(Button::main(t.window.take_over, Press::TakeOver).named("take-over"));
    }
    screen
}

/// Gives the page of a version of the app that is older than what is stored.
pub fn outdated(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.window.outdated).lead(t.window.outdated_lead);
    rescue(app, t, &mut screen);
    // The address of the page itself, whatever stands behind its `#`.
    screen.actions.push(Button::open(t.window.reload, String::new()));
    screen
}

/// Offers what could not be stored as a file.
fn rescue(app: &App, t: &'static Texts, screen: &mut Screen) {
    if app.holds_more() {
        let text = if app.is_rescued { t.window.rescued } else { t.window.unsaved };
        screen.blocks.push(Notice::block(if app.is_rescued { Tone::Plain } else { Tone::Bad }, text));
        let button = Button::quiet(t.frame.rescue, Press::Rescue).named("rescue");
        screen.blocks.push(Block::Buttons(vec![button]));
    }
}
