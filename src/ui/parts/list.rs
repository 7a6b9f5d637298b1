//! Small lists: facts, terms, versions, changes, links, the pairing code.

use super::sign::sign;
use crate::app::changes::Piece;
use crate::app::view::Link;
use crate::app::view::block::{Changes, Sign, Term, Version};
use leptos::prelude::*;

/// Draws facts by name.
pub fn facts(facts: Vec<(String, String)>) -> AnyView {
    let one = |(name, text): (String, String)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> };
    let facts = facts.into_iter().map(one).collect_view();
    view! { <dl class="facts">{facts}</dl> }.into_any()
}

/// Draws words that open their meaning.
pub fn terms(terms: Vec<Term>) -> AnyView {
    let one = |term: Term| {
        let meaning = term.meaning.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
        view! { <details class="term"><summary>{term.word}</summary>{meaning}</details> }
    };
    terms.into_iter().map(one).collect_view().into_any()
}

/// Draws the pairing code; hidden groups show dots.
pub fn code(groups: Vec<Option<String>>) -> AnyView {
    let one = |group: Option<String>| match group {
        Some(digits) => view! { <li>{digits}</li> }.into_any(),
        None => view! { <li class="hidden">"•••••"</li> }.into_any(),
    };
    let groups = groups.into_iter().map(one).collect_view();
    view! { <ol class="code">{groups}</ol> }.into_any()
}

/// Draws the versions of a stage.
pub fn versions(versions: Vec<Version>) -> AnyView {
    let one = |version: Version| {
        let note = (!version.note.is_empty()).then(|| view! { <blockquote>{version.note}</blockquote> });
        view! {
            <li>
                <a href=version.href>{version.name}</a>
                <span>{version.signed}</span>
                <span>{version.outcome}</span>
                {note}
            </li>
        }
    };
    let versions = versions.into_iter().map(one).collect_view();
    view! { <ol class="versions" reversed>{versions}</ol> }.into_any()
}

/// Draws what changed; marks have words for those who do not see them.
pub fn changes(changes: Changes) -> AnyView {
    let [removed, added] = changes.words;
    let piece = move |piece: Piece| match piece {
        Piece::Same(text) => view! { <span>{text}" "</span> }.into_any(),
        Piece::Removed(text) => {
            view! { <del><span class="unseen">{removed}" "</span>{text}" "</del> }.into_any()
        }
        Piece::Added(text) => view! { <ins><span class="unseen">{added}" "</span>{text}" "</ins> }.into_any(),
    };
    let none = changes.entries.is_empty().then(|| view! { <p>{changes.none}</p> });
    let one = move |(label, pieces): (String, Vec<Piece>)| {
        let pieces = pieces.into_iter().map(piece).collect_view();
        view! { <div><dt>{label}</dt><dd>{pieces}</dd></div> }
    };
    let entries = changes.entries.into_iter().map(one).collect_view();
    view! {
        <section class="changes">
            <h2>{changes.heading}</h2>
            {none}
            <dl>{entries}</dl>
        </section>
    }
    .into_any()
}

/// Draws links, one a line.
pub fn links(links: Vec<Link>) -> AnyView {
    let links = links.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect_view();
    view! { <ul class="links">{links}</ul> }.into_any()
}

/// Draws short statements.
pub fn points(points: Vec<String>) -> AnyView {
    let points = points.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    view! { <ul class="points">{points}</ul> }.into_any()
}

/// Draws signs with their words.
pub fn signs(signs: Vec<Sign>) -> AnyView {
    let signs = signs.into_iter().map(|one| view! { <li>{sign(one)}</li> }).collect_view();
    view! { <ul class="signs">{signs}</ul> }.into_any()
}
