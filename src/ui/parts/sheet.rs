//! The sheet of paper: the same markup on the check page, the stage page and in print.

use super::button::button;
use super::sign::sign;
use crate::app::view::block::{BoxState, Sheet, SheetEntry, SheetSection, SignBox, Strip};
use crate::ui::shell::Shell;
use leptos::prelude::*;

/// Draws a sheet with its signature strip.
pub fn sheet(shell: Shell, sheet: Sheet) -> AnyView {
    let party = |(name, text): (String, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    let parties = sheet.parties.into_iter().map(party).collect_view();
    let sections = sheet.sections.into_iter().map(|one| section(shell, one)).collect_view();
    view! {
        <article class="sheet">
            <header>
                <h2>{sheet.title}</h2>
                <p class="version">{sheet.subtitle}</p>
                <dl class="parties">{parties}</dl>
            </header>
            {sections}
            {strip(sheet.strip)}
        </article>
    }
    .into_any()
}

fn section(shell: Shell, section: SheetSection) -> AnyView {
    let edit = section.edit.map(|one| button(shell, one));
    let entries = section.entries.into_iter().map(entry).collect_view();
    view! {
        <section>
            <div class="topic"><h3>{section.title}</h3>{edit}</div>
            <dl>{entries}</dl>
        </section>
    }
    .into_any()
}

fn entry(one: SheetEntry) -> AnyView {
    let lines = one.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let below = (!one.below.is_empty()).then(|| {
        let below = one.below.into_iter().map(entry).collect_view();
        view! { <dl>{below}</dl> }.into_any()
    });
    view! { <div><dt>{one.label}</dt><dd>{lines}{below}</dd></div> }.into_any()
}

fn strip(strip: Strip) -> AnyView {
    view! {
        <footer class="strip">
            <div class="strip-sign">{sign(strip.sign)}</div>
            {sign_box(strip.employee, "employee")}
            {sign_box(strip.superior, "superior")}
        </footer>
    }
    .into_any()
}

fn sign_box(one: SignBox, side: &'static str) -> AnyView {
    let state = match one.state {
        BoxState::Empty => "empty",
        BoxState::Signed => "filled",
        BoxState::Returned => "returned",
        BoxState::Lifted => "lifted",
    };
    let class = ["box ", side, " ", state].concat();
    let lines = one.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    view! { <section class=class><h3>{one.party}</h3>{lines}</section> }.into_any()
}
