//! Small lists: facts, terms, versions, changes, links, the pairing code.

use super::sign::sign;
use crate::app::changes::Piece;
use crate::app::view::Link;
use crate::app::view::block::Sign;
use crate::app::view::block::list::{Changes, Term, Version};
use crate::ui::node::{Node, el, text};

/// Draws facts by name.
pub fn facts(class: &str, facts: &[(String, String)]) -> Node {
    let one =
        |(name, text): &(String, String)| el("div").child(el("dt").text(name)).child(el("dd").text(text));
    el("dl").class(class).children(facts.iter().map(one).collect())
}

/// Draws words that open their meaning.
pub fn terms(terms: &[Term]) -> Vec<Node> {
    let one = |term: &Term| {
        let meaning = term.meaning.iter().map(|text| el("p").text(text)).collect();
        el("details").class("term").child(el("summary").text(&term.word)).children(meaning)
    };
    terms.iter().map(one).collect()
}

/// Draws the pairing code; hidden groups show dots.
pub fn code(groups: &[Option<String>]) -> Node {
    let one = |group: &Option<String>| match group {
        Some(digits) => el("li").text(digits),
        None => el("li").class("hidden").text("•••••"),
    };
    el("ol").class("code").children(groups.iter().map(one).collect())
}

/// Draws the versions of a stage.
pub fn versions(versions: &[Version]) -> Node {
    let one = |version: &Version| {
        let note = (!version.note.is_empty()).then(|| el("blockquote").text(&version.note));
        el("li")
            .child(el("a").with("href", &version.href).text(&version.name))
            .child(el("span").text(&version.signed))
            .child(el("span").text(&version.outcome))
            .maybe(note)
    };
    el("ul").class("versions").children(versions.iter().map(one).collect())
}

/// Draws what changed; marks have words for those who do not see them.
pub fn changes(changes: &Changes) -> Node {
    let mut list = el("dl");
    for (label, pieces) in &changes.entries {
        let mut words = el("dd");
        for piece in pieces {
            let (node, said, shown) = match piece {
                Piece::Same(shown) => (el("span"), "", shown),
                Piece::Removed(shown) => (el("del"), changes.words[0], shown),
                Piece::Added(shown) => (el("ins"), changes.words[1], shown),
            };
            let said = (!said.is_empty()).then(|| el("span").class("unseen").text(said));
            words = words.child(node.maybe(said).child(text(shown))).child(text(" "));
        }
        list = list.child(el("div").child(el("dt").text(label)).child(words));
    }
    let none = changes.entries.is_empty().then(|| el("p").text(&changes.none));
    el("section").class("changes").child(el("h2").text(&changes.heading)).maybe(none).child(list)
}

/// Draws links, one a line.
pub fn links(links: &[Link]) -> Node {
    let one = |link: &Link| el("li").child(el("a").with("href", &link.href).text(&link.label));
    el("ul").class("links").children(links.iter().map(one).collect())
}

/// Draws short statements.
pub fn points(points: &[String]) -> Node {
    el("ul").class("points").children(points.iter().map(|text| el("li").text(text)).collect())
}

/// Draws signs with their words.
pub fn signs(signs: &[Sign]) -> Node {
    el("ul").class("signs").children(signs.iter().map(|one| el("li").child(sign(one))).collect())
}
