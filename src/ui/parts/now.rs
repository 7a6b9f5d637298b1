//! The card that answers what now, whose turn, by when.

use super::button::button;
use super::sign::symbol;
use crate::app::view::block::Now;
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws the card.
pub fn now(shell: Shell, now: &Now) -> Node {
    let class = if now.mine { "now mine" } else { "now" };
    let sign = now.sign.as_ref().map(|sign| {
        el("div").class("now-sign").child(symbol(sign.symbol)).child(el("span").text(&sign.words))
    });
    let by_when = (!now.by_when.is_empty()).then(|| el("p").class("when").text(&now.by_when));
    let buttons = now.buttons.iter().map(|one| button(shell, one)).collect();
    el("section")
        .class(class)
        .with("aria-labelledby", "now")
        .maybe(sign)
        .child(el("h2").with("id", "now").text(&now.what))
        .child(el("p").class("whose").text(&now.whose))
        .maybe(by_when)
        .child(el("div").class("buttons").children(buttons))
}
