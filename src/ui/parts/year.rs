//! A year on which all is agreed: the sign of both, the beginning beside the end, and what is printed of it.

use super::button::Buttons;
use super::list::Facts;
use super::now::Halves;
use super::sheet::Entries;
use super::sign::Symbol;
use crate::screens::block::sheet::SheetSection;
use crate::screens::block::{self, End, Sign};
use leptos::prelude::*;

/// The year as it is looked back on.
#[component]
pub fn Year(year: block::Year) -> impl IntoView {
    let stage = |(sign, date): (Sign, String)| {
        view! { <li><Symbol symbol=sign.symbol/><span>{sign.words}</span><span class="date">{date}</span></li> }
    };
    let rated = (!year.rated.is_empty()).then(|| view! { <Facts class="rated" facts=year.rated/> });
    view! {
        <article class="year" aria-labelledby="now">
            <section class="now done genap">
                {year.card.halves.map(|halves| view! { <Halves halves/> })}
                <p class="names">{year.names}</p>
                <h2 id="now">{year.card.what}</h2>
                <p class="thanks">{year.card.whose}</p>
                <Buttons class="buttons" buttons=year.card.buttons/>
            </section>
            <div class="yearsheet">
                <div class="ends">{year.ends.into_iter().map(|end| view! { <Side end/> }).collect_view()}</div>
                {rated}
                <ol class="seven">{year.stages.into_iter().map(stage).collect_view()}</ol>
            </div>
        </article>
    }
}

/// One end of the year.
#[component]
fn Side(end: End) -> impl IntoView {
    let section = |section: SheetSection| view! { <Entries entries=section.entries/> };
    view! {
        <section class="end">
            <h3>{end.name}</h3>
            <p class="about">{end.about}</p>
            {end.sections.into_iter().map(section).collect_view()}
        </section>
    }
}
