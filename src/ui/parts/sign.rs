//! The sign of agreement, always beside its words.

use crate::screens::block;
use leptos::prelude::*;

/// A sign with its words.
#[component]
pub fn Sign(sign: block::Sign) -> impl IntoView {
    view! { <span class="signed"><Symbol symbol=sign.symbol/><span>{sign.words}</span></span> }
}

/// The sign alone, for a place where its words stand close by.
#[component]
pub fn Symbol(symbol: &'static str) -> impl IntoView {
    view! { <svg class="sign" aria-hidden="true"><use href=["#sign-", symbol].concat()/></svg> }
}
