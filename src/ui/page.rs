//! Draws a screen: the frame, the thread of stages, the content, the margin and the bar of actions.

use super::node::{Drawn, Node, el};
use super::parts::{self, button::button};
use super::shell::Shell;
use crate::app::view::block::{Block, Tone};
use crate::app::view::{Frame, SaveLine, Screen};
use crate::browser::address;
use leptos::prelude::*;

/// Starts the app and draws each screen into a place of the page.
pub fn start(place: web_sys::Element) {
    let shell = Shell::start();
    Effect::new(move |drawn: Option<Option<Drawn>>| {
        shell.screen.with(|screen| {
            address::name_page(&screen.title, screen.frame.lang);
            Drawn::replace(&place, drawn.flatten(), page(shell, screen)).ok()
        })
    });
    Effect::new(move || shell.saved.with(show_saved));
}

/// Shows whether typing is saved, without drawing the page anew.
fn show_saved(line: &SaveLine) {
    // Whoever listens hears how saving ended, once a pause, and not each key.
    address::say("saved", &line.text, &["save ", tone(line.tone)].concat(), line.tone != Tone::Plain);
}

fn page(shell: Shell, screen: &Screen) -> Node {
    let side = el("aside").class("side").maybe(parts::thread::thread(&screen.thread, true));
    let margin = el("aside").class("margin").children(draw_blocks(shell, &screen.margin));
    let mut main = el("main").with("id", "main");
    if let Some(link) = &screen.back {
        main = main.child(el("a").class("back").with("href", &link.href).text(&link.label));
    }
    if !screen.place.is_empty() {
        let where_am_i = el("details").class("place").child(el("summary").text(&screen.place));
        main = main.child(where_am_i.maybe(parts::thread::thread(&screen.thread, false)));
    }
    main = main.child(el("h1").with("id", "heading").with("tabindex", "-1").text(&screen.heading));
    if !screen.lead.is_empty() {
        main = main.child(el("p").class("lead").text(&screen.lead));
    }
    main = main.children(draw_blocks(shell, &screen.blocks));
    if !screen.actions.is_empty() || screen.saves {
        let mut bar = el("div").class("bar-inner");
        if screen.saves {
            let line = shell.saved.get_untracked();
            let class = ["save ", tone(line.tone)].concat();
            bar = bar.child(
                el("output").with("id", "saved").with("aria-live", "off").class(&class).text(&line.text),
            );
        }
        bar = bar.children(screen.actions.iter().map(|action| button(shell, action)).collect());
        main = main.child(el("div").class("bar").child(bar));
    }
    el("div")
        .key(&screen.key)
        .children(frame(shell, &screen.frame))
        .child(el("div").class("desk").child(side).child(main).child(margin))
        .child(foot(&screen.frame))
        .maybe(screen.dialog.as_ref().map(|dialog| parts::dialog::dialog(shell, dialog)))
}

fn foot(frame: &Frame) -> Node {
    let kept = frame.kept.as_ref().map(|link| el("a").with("href", &link.href).text(&link.label));
    el("footer").class("foot").child(el("span").text(frame.foot)).maybe(kept)
}

fn frame(shell: Shell, frame: &Frame) -> Vec<Node> {
    let mut links = el("ul");
    for (link, open) in &frame.links {
        let current = if *open { "page" } else { "" };
        let link = el("a").with("href", &link.href).with_some("aria-current", current).text(&link.label);
        links = links.child(el("li").child(link));
    }
    let brand = el("a")
        .class("brand")
        .with("href", "#/")
        .with("aria-label", "Paraf")
        .child(parts::sign::symbol("agreed"))
        .child(el("span").text("Paraf"));
    let header = el("header")
        .class("top")
        .child(brand)
        .child(el("nav").with("aria-label", frame.menu).child(links))
        .child(button(shell, &frame.language).with("lang", frame.other_lang))
        .maybe(frame.who.as_ref().map(|(who, switch)| {
            el("p").class("who").child(el("span").text(who)).child(button(shell, switch))
        }));
    let skip = el("button")
        .with("type", "button")
        .class("skip")
        .on("click", |_| address::focus("heading".into()))
        .text(frame.skip);
    let notices = frame.notices.iter().map(|notice| parts::notice::notice(shell, notice)).collect();
    vec![skip, header, el("div").class("notices").children(notices)]
}

/// Gives the class of a tone.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
    }
}

fn draw_blocks(shell: Shell, blocks: &[Block]) -> Vec<Node> {
    blocks.iter().map(|block| draw_block(shell, block)).collect()
}

fn draw_block(shell: Shell, block: &Block) -> Node {
    use parts::{desk, form, list, notice, now, receive, sheet, thread};
    match block {
        Block::Now(block) => now::now(shell, block),
        Block::Text(text) => el("p").text(text),
        Block::Heading(text) => el("h2").text(text),
        Block::Notice(block) => notice::notice(shell, block),
        Block::Summary(block) => notice::summary(shell, block),
        Block::Form(sections) => form::form(shell, sections),
        Block::Sheet(block) => sheet::sheet(shell, block),
        Block::Compare(parts) => sheet::compare(parts),
        Block::Facts(facts) => list::facts("facts", facts),
        Block::Desk(block) => desk::desk(block),
        Block::Code(groups) => list::code(groups),
        Block::Receive(block) => receive::receive(shell, block),
        Block::Arrivals(block) => notice::arrivals(shell, block),
        Block::Versions(versions) => list::versions(versions),
        Block::Changes(block) => list::changes(block),
        Block::Terms(terms) => el("div").class("terms").children(list::terms(terms)),
        Block::Links(links) => list::links(links),
        Block::Buttons(buttons) => {
            el("div").class("buttons").children(buttons.iter().map(|one| button(shell, one)).collect())
        }
        Block::Points(points) => list::points(points),
        Block::Signs(signs) => list::signs(signs),
        Block::Folded { title, is_open, blocks } => el("details")
            .class("section current")
            .key(title)
            .with_some("open", if *is_open { "true" } else { "" })
            .child(el("summary").child(el("h2").text(title)))
            .children(draw_blocks(shell, blocks)),
        Block::Thread(heading, knots) => {
            el("section").class("stages").child(el("h2").text(heading)).maybe(thread::thread(knots, false))
        }
    }
}
