//! The place where files are taken in: a button, and a field to paste. Dropping works in the whole window.

use super::button::class;
use crate::app::inbox::PASTED;
use crate::app::message::Message;
use crate::app::view::block::list::Receive;
use crate::browser::{files, given};
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws the place.
pub fn receive(shell: Shell, receive: &Receive) -> Node {
    let file = el("input")
        .with("type", "file")
        .with("multiple", "")
        .class("unseen")
        // The same file may be chosen twice in a row, so the field is emptied before each choice.
        .on("click", |event| files::forget_chosen(&event))
        .on("change", move |event| {
            if let Some(list) = files::chosen(&event) {
                shell.take_in(given::listed(&list));
            }
        });
    let take = move |_| {
        if let Some(text) = files::pasted(PASTED) {
            shell.send(Message::Pasted(text));
        }
    };
    let field = el("textarea").with("rows", "4").with("id", PASTED).with("aria-label", &receive.paste);
    let paste = el("details").class("term").child(el("summary").text(&receive.paste)).child(field).child(
        el("button").with("type", "button").class("button quiet").on("click", take).text(&receive.take),
    );
    el("div")
        .class("receive")
        .child(
            el("label")
                .class(&[class(receive.weight), " file"].concat())
                .child(el("span").text(&receive.choose))
                .child(file),
        )
        .child(el("span").class("drop").text(&receive.drop))
        .child(paste)
}
