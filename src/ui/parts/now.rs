//! The card that answers what now, whose turn, by when.

use super::button::button;
use super::sign::symbol;
use crate::app::view::block::Now;
use crate::ui::shell::Shell;
use leptos::prelude::*;

/// Draws the card.
pub fn now(shell: Shell, now: Now) -> AnyView {
    let class = if now.mine { "now mine" } else { "now" };
    let sign = now.sign.map(|sign| {
        view! { <div class="now-sign">{symbol(sign.symbol)}<span>{sign.words}</span></div> }
    });
    let by_when = (!now.by_when.is_empty()).then(|| view! { <p class="when">{now.by_when}</p> });
    let buttons = now.buttons.into_iter().map(|one| button(shell, one)).collect_view();
    view! {
        <section class=class aria-labelledby="now">
            {sign}
            <h2 id="now">{now.what}</h2>
            <p class="whose">{now.whose}</p>
            {by_when}
            <div class="buttons">{buttons}</div>
        </section>
    }
    .into_any()
}
