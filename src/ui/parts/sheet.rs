//! The sheet of paper: the same markup on the check page, the stage page and in print.

use super::button::Button;
use super::list::Facts;
use super::notice::Notice;
use super::sign::Sign;
use crate::browser::address::is_wide;
use crate::screens::block::Part;
use crate::screens::block::sheet::{self, BoxState, SheetEntry, SheetSection, SignBox};
use leptos::prelude::*;

/// A sheet with its signature strip.
#[component]
pub fn Sheet(sheet: sheet::Sheet) -> impl IntoView {
    let sheet::Sheet { code, more, .. } = sheet;
    let has_code = !code.is_empty();
    let printed = has_code.then(|| view! { <span class="printed">" · "{code.clone()}</span> });
    let fold = has_code.then(|| {
        view! { <details class="rest"><summary>{more}</summary><p>{code}</p></details> }
    });
    view! {
        <article class="sheet">
            <header>
                <h2>{sheet.title}</h2>
                <p class="version">{sheet.subtitle}{printed}</p>
                <Facts class="parties" facts=sheet.parties/>
            </header>
            {sheet.sections.into_iter().map(|section| view! { <Topic section/> }).collect_view()}
            <Strip strip=sheet.strip/>
            {fold}
        </article>
    }
}

#[component]
fn Topic(section: SheetSection) -> impl IntoView {
    view! {
        <section>
            <div class="topic">
                <h3>{section.title}</h3>
                {section.edit.map(|button| view! { <Button button/> })}
            </div>
            <Entries entries=section.entries has_checks=true/>
        </section>
    }
}

/// Questions and answers; without checks there is nothing to press. `AnyView`, because entries hold entries.
#[component]
pub fn Entries(entries: Vec<SheetEntry>, #[prop(optional)] has_checks: bool) -> AnyView {
    let one = move |entry: SheetEntry| {
        let lines = entry.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        let below = (!entry.below.is_empty()).then(|| view! { <Entries entries=entry.below has_checks/> });
        let check = entry.check.filter(|_| has_checks).map(|button| {
            let checked = entry.checked.map(|notice| view! { <Notice notice is_status=true/> });
            view! { <Button button/>{checked} }
        });
        view! { <div><dt>{entry.label}</dt><dd>{lines}{below}{check}</dd></div> }
    };
    view! { <dl>{entries.into_iter().map(one).collect_view()}</dl> }.into_any()
}

/// Parts of the year beside each other; on a phone each opens when it is wanted.
#[component]
pub fn Compare(parts: Vec<Part>) -> impl IntoView {
    let part = |part: Part| {
        let stage = |(name, sections): (String, Vec<SheetSection>)| {
            let section = |section: SheetSection| view! { <Entries entries=section.entries/> };
            view! { <h3>{name}</h3>{sections.into_iter().map(section).collect_view()} }
        };
        view! {
            <details class="term" open=is_wide()>
                <summary>{part.name}</summary>
                {part.stages.into_iter().map(stage).collect_view()}
            </details>
        }
    };
    view! { <div class="beside compare">{parts.into_iter().map(part).collect_view()}</div> }
}

/// The foot of the sheet, where the two sides sign.
#[component]
fn Strip(strip: sheet::Strip) -> impl IntoView {
    view! {
        <footer class="strip">
            <div class="strip-sign"><Sign sign=strip.sign/></div>
            <Slip slip=strip.employee side="employee"/>
            <Slip slip=strip.superior side="superior"/>
        </footer>
    }
}

#[component]
fn Slip(slip: SignBox, side: &'static str) -> impl IntoView {
    let state = match slip.state {
        BoxState::Empty => "empty",
        BoxState::Signed => "filled",
        BoxState::Returned => "returned",
        BoxState::Lifted => "lifted",
        BoxState::Automatic | BoxState::Paper => "on-behalf",
    };
    view! {
        <section class=["box ", side, " ", state].concat()>
            <h3>{slip.party}</h3>
            {slip.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        </section>
    }
}
