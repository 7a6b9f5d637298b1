//! What was put away, and the way to bring it back.

use crate::app::editor::undo::Undo;
use crate::app::library::drafts::{self, DAYS};
use crate::app::message::Press;
use crate::app::{App, editor};
use crate::lang::{Texts, fill};
use crate::screens::block::form::Input;
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::parts::words::day_and_time;

/// Gives what can be brought back on the page of a form: what was put away just now, and older drafts.
pub fn put_away(app: &App, t: &Texts) -> Vec<Block> {
    let Some(place) = editor::open_form(&app.page.route) else {
        return Vec::new();
    };
    let notice = |(name, at): (&String, String)| {
        let [when, until] = kept_until(app, &at)?;
        let text = fill(t.form.put_away, &[&when, &until]);
        let is_last = app.work.editor.undo == Some(Undo::Draft(name.clone()));
        let button = if is_last {
            Button::quiet(t.form.undo, Press::Writing(editor::Press::Undo)).named("undo")
        } else {
            Button::quiet(t.form.bring_back, Press::Writing(editor::Press::BringBack(name.clone())))
        };
        Some(Block::Notice(Notice { tone: Tone::Plain, text, button: Some(button), link: None }))
    };
    drafts::of(&app.library, place).into_iter().rev().filter_map(notice).collect()
}

/// Gives when something was put away, and until when it is kept; `at` is the end of its name.
pub fn kept_until(app: &App, at: &str) -> Option<[String; 2]> {
    let put = app.library.now.read(drafts::time_of(at))?;
    let mut until = put;
    until.seconds += DAYS * 86_400;
    Some([day_and_time(app, put), app.lang.day(until.local().0)])
}

/// Puts beside a log that a line of it was removed, and the way back.
pub fn put_undo(app: &App, t: &Texts, inputs: &mut [Input]) {
    let Some(Undo::Line(field, index, _)) = &app.work.editor.undo else {
        return;
    };
    for input in inputs.iter_mut().filter(|input| input.path.field() == field) {
        let mut text = fill(t.form.row_removed, &[&(index + 1).to_string()]);
        if let Some(remark) = &input.remark {
            text = [&text, " ", &remark.text].concat();
        }
        let button = Some(Button::quiet(t.form.undo, Press::Writing(editor::Press::Undo)).named("undo"));
        input.remark = Some(Notice { tone: Tone::Plain, text, button, link: None });
    }
}
