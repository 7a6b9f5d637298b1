//! The card that answers what now, whose turn, by when.

use super::button::button;
use super::sign::symbol;
use crate::app::view::block::{Now, WaitsFor};
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws the card.
pub fn now(shell: Shell, now: &Now) -> Node {
    let class = match now.waits_for {
        WaitsFor::Me => "now mine",
        WaitsFor::Other => "now",
        WaitsFor::Nobody => "now done",
    };
    let when = if now.is_late { "when late" } else { "when" };
    let sign = now.sign.as_ref().map(|sign| {
        el("div").class("now-sign").child(symbol(sign.symbol)).child(el("span").text(&sign.words))
    });
    let about = (!now.about.is_empty()).then(|| el("p").class("about").text(&now.about));
    let by_when = (!now.by_when.is_empty()).then(|| el("p").class(when).text(&now.by_when));
    let buttons = now.buttons.iter().map(|one| button(shell, one)).collect();
    el("section")
        .class(class)
        .with("aria-labelledby", "now")
        .maybe(sign)
        .maybe(about)
        .child(el("h2").with("id", "now").text(&now.what))
        .child(el("p").class("whose").text(&now.whose))
        .maybe(by_when)
        .child(el("div").class("buttons").children(buttons))
}
