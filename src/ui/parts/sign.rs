//! The sign of agreement, always beside its words.

use crate::app::view::block::Sign;
use crate::ui::node::{Node, el};

/// Draws a sign with its words.
pub fn sign(sign: &Sign) -> Node {
    el("span").class("signed").child(symbol(sign.symbol)).child(el("span").text(&sign.words))
}

/// Draws the sign alone, for a place where its words stand close by.
pub fn symbol(symbol: &str) -> Node {
    let href = ["#sign-", symbol].concat();
    el("svg").class("sign").with("aria-hidden", "true").child(el("use").with("href", &href))
}
