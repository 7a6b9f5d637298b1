//! Small lists: facts, terms, versions, changes, links, the pairing code.

use super::sign::Sign;
use crate::app::changes::Piece;
use crate::domain::stage::Party;
use crate::screens::Link;
use crate::screens::block::{self, list};
use crate::ui::words::some;
use leptos::prelude::*;

/// Facts by name.
#[component]
pub fn Facts(class: &'static str, facts: Vec<(String, String)>) -> impl IntoView {
    let one = |(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    view! { <dl class=class>{facts.into_iter().map(one).collect_view()}</dl> }
}

/// Words that open their meaning, some from the beginning.
#[component]
pub fn Terms(terms: Vec<list::Term>, #[prop(optional)] are_open: bool) -> impl IntoView {
    let one = move |term: list::Term| {
        let meaning = term.meaning.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        // Without `open` for those that are closed: when they change, it would close what somebody opened.
        if are_open {
            view! { <details class="term" open=true><summary>{term.word}</summary>{meaning}</details> }
                .into_any()
        } else {
            view! { <details class="term"><summary>{term.word}</summary>{meaning}</details> }.into_any()
        }
    };
    terms.into_iter().map(one).collect_view()
}

/// The pairing code; hidden groups show dots.
#[component]
pub fn Code(groups: Vec<Option<String>>) -> impl IntoView {
    let one = |group: Option<String>| {
        let class = group.is_none().then_some("hidden");
        view! { <li class=class>{group.unwrap_or("•••••".into())}</li> }
    };
    view! { <ol class="code">{groups.into_iter().map(one).collect_view()}</ol> }
}

/// The versions of a stage.
#[component]
pub fn Versions(versions: Vec<list::Version>) -> impl IntoView {
    let one = |version: list::Version| {
        view! {
            <li>
                <a href=version.href>{version.name}</a>
                <span>{version.signed}</span>
                <span>{version.outcome}</span>
                {some(version.note).map(|note| view! { <blockquote>{note}</blockquote> })}
            </li>
        }
    };
    view! { <ul class="versions">{versions.into_iter().map(one).collect_view()}</ul> }
}

/// What changed; marks have words for those who do not see them.
#[component]
pub fn Changes(changes: list::Changes) -> impl IntoView {
    let [removed, added] = changes.words;
    let piece = move |piece| match piece {
        Piece::Same(shown) => view! { <span>{shown}</span>" " }.into_any(),
        Piece::Removed(shown) => {
            view! { <del><span class="unseen">{removed}</span>{shown}</del>" " }.into_any()
        }
        Piece::Added(shown) => view! { <ins><span class="unseen">{added}</span>{shown}</ins>" " }.into_any(),
    };
    let entry = |(label, pieces): (String, Vec<Piece>)| {
        view! { <div><dt>{label}</dt><dd>{pieces.into_iter().map(piece).collect_view()}</dd></div> }
    };
    view! {
        <section class="changes">
            <h2>{changes.heading}</h2>
            {changes.entries.is_empty().then(|| view! { <p>{changes.none}</p> })}
            <dl>{changes.entries.into_iter().map(entry).collect_view()}</dl>
        </section>
    }
}

/// Links, one a line.
#[component]
pub fn Links(links: Vec<Link>) -> impl IntoView {
    let one = |link: Link| view! { <li><a href=link.href>{link.label}</a></li> };
    view! { <ul class="links">{links.into_iter().map(one).collect_view()}</ul> }
}

/// The ways in, each in the colour of its side.
#[component]
pub fn Doors(doors: Vec<block::Door>) -> impl IntoView {
    let one = |door: block::Door| {
        view! {
            <li class="door" data-side=door.party.map(Party::code)>
                <a href=door.link.href>{door.link.label}</a>
                <span>{door.detail}</span>
            </li>
        }
    };
    view! { <ul class="doors">{doors.into_iter().map(one).collect_view()}</ul> }
}

/// Short statements.
#[component]
pub fn Points(points: Vec<String>, #[prop(optional, into)] id: Option<&'static str>) -> impl IntoView {
    let one = |text| view! { <li>{text}</li> };
    view! { <ul class="points" id=id>{points.into_iter().map(one).collect_view()}</ul> }
}

/// Signs with their words.
#[component]
pub fn Signs(signs: Vec<block::Sign>) -> impl IntoView {
    let one = |sign| view! { <li><Sign sign/></li> };
    view! { <ul class="signs">{signs.into_iter().map(one).collect_view()}</ul> }
}
