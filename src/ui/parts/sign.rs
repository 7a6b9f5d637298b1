//! The sign of agreement, always beside its words.

use crate::app::view::block::Sign;
use leptos::prelude::*;

/// Draws a sign with its words.
pub fn sign(sign: Sign) -> AnyView {
    view! {
        <span class="signed">
            {symbol(sign.symbol)}
            <span>{sign.words}</span>
        </span>
    }
    .into_any()
}

/// Draws the sign alone, for a place where its words stand close by.
pub fn symbol(symbol: &'static str) -> AnyView {
    let href = ["#sign-", symbol].concat();
    view! { <svg class="sign" aria-hidden="true"><use href=href></use></svg> }.into_any()
}
