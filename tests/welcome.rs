//! The welcome page as it stands in `start/`, where it is seen before the program is there, is the one that the app draws.
//!
//! `UPDATE_FLOWS=1 cargo test welcome` writes it anew. That the elements are those of the components in `src/ui/` is
//! shown in a browser (`tests/browser/first.test.mjs`).

#![allow(clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::app::App;
use paraf::app::message::Message;
use paraf::app::moment::{Moment, World};
use paraf::app::window::Event;
use paraf::lang::Lang;
use paraf::screens::block::{Block, Button, Does, Door, Weight};
use paraf::screens::{Frame, Link, Screen, screen};
use paraf::storage::Stored;
use std::fs;
use std::path::Path;

/// Gives the first page of an app in whose storage nothing is.
fn first_screen(lang: Lang) -> Screen {
    let now = Moment { seconds: 1_736_125_200, offset: 420 };
    let world = World { now, entropy: [1; 32], spare: [2; 16] };
    let mut app = App::new(lang);
    app.update(Message::Window(Event::Granted), &world);
    let nothing = Message::Opened { profile: 0, entries: Some(Vec::new()), stored: Stored::default() };
    app.update(nothing, &world);
    screen(&app)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn link(link: &Link) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(&link.href), escaped(&link.label))
}

fn list<T>(class: &str, items: &[T], one: impl Fn(&T) -> String) -> String {
    let items: String = items.iter().map(|item| format!("<li>{}</li>", one(item))).collect();
    format!("<ul{class}>{items}</ul>")
}

fn doors(doors: &[Door]) -> String {
    let one = |door: &Door| {
        let side = door.party.map_or(String::new(), |party| format!(" data-side=\"{}\"", party.code()));
        let (link, detail) = (link(&door.link), escaped(door.detail));
        format!("<li class=\"door\"{side}>{link}<span>{detail}</span></li>")
    };
    format!("<ul class=\"doors\">{}</ul>", doors.iter().map(one).collect::<String>())
}

fn button(button: &Button, lang: &str) -> String {
    let class = match button.weight {
        Weight::Main => "button main",
        Weight::Quiet => "button quiet",
        Weight::Refuse => "button refuse",
    };
    assert!(!button.busy, "{button:?} has what the static page does not");
    let id = if button.id.is_empty() { String::new() } else { format!(" id=\"{}\"", button.id) };
    let label = escaped(&button.label);
    match &button.does {
        Does::Open(href) => format!("<a href=\"{}\" class=\"{class}\"{id}{lang}>{label}</a>", escaped(href)),
        Does::Press(_) => format!("<button type=\"button\" class=\"{class}\"{id}{lang}>{label}</button>"),
    }
}

fn top(frame: &Frame) -> String {
    assert!(
        frame.who.is_none() && frame.notices.is_empty(),
        "whoever is new has neither a name nor warnings"
    );
    let one = |(link, is_open): &(Link, bool)| {
        assert!(!is_open, "the page itself is none of the links");
        self::link(link)
    };
    let lang = format!(" lang=\"{}\"", frame.other_lang);
    [
        format!("<button type=\"button\" class=\"skip\">{}</button>\n", escaped(frame.skip)),
        "<header class=\"top\"><a class=\"brand\" href=\"#/\" aria-label=\"Paraf\">".into(),
        "<svg class=\"sign\" aria-hidden=\"true\"><use href=\"#sign-agreed\"/></svg><span>Paraf</span></a>\n"
            .into(),
        format!("<nav aria-label=\"{}\">{}</nav>", escaped(frame.menu), list("", &frame.links, one)),
        format!(
            "{}</header>\n<div class=\"notices\" role=\"status\"></div>\n",
            button(&frame.language, &lang)
        ),
    ]
    .concat()
}

/// Draws a screen of the few kinds of parts that the welcome page has, as `src/ui` does.
fn drawn(screen: &Screen) -> String {
    assert!(screen.back.is_none() && screen.place.is_empty() && screen.thread.is_empty() && !screen.saves);
    assert!(screen.margin.is_empty() && screen.dialog.is_none() && screen.frame.kept.is_none());
    let block = |block: &Block| match block {
        Block::Points(points) => list(" class=\"points\"", points, |text| escaped(text)),
        Block::Doors(ways) => doors(ways),
        Block::Links(links) => list(" class=\"links\"", links, link),
        other => panic!("the static page has no {other:?} yet"),
    };
    let blocks: String = screen.blocks.iter().map(|one| block(one) + "\n").collect();
    assert!(screen.actions.is_empty(), "the doors are all that one can do");
    [
        "<div id=\"welcome\">\n".into(),
        top(&screen.frame),
        "<div class=\"desk\"><aside class=\"side\"></aside><main id=\"main\">\n".into(),
        format!("<h1 id=\"heading\" tabindex=\"-1\">{}</h1>\n", escaped(&screen.heading)),
        format!("<p class=\"lead\">{}</p>\n{blocks}", escaped(&screen.lead)),
        "</main><aside class=\"margin\"></aside></div>\n".into(),
        format!("<footer class=\"foot\"><span>{}</span></footer>\n</div>\n", escaped(screen.frame.foot)),
    ]
    .concat()
}

#[test]
fn whoever_is_new_sees_the_same_words_before_the_program_is_there() {
    for lang in [Lang::Id, Lang::En] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("start/welcome.{}.html", lang.code()));
        let html = drawn(&first_screen(lang));
        if std::env::var_os("UPDATE_FLOWS").is_some() {
            fs::write(&path, &html).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == html, "{} differs; write it anew with UPDATE_FLOWS=1:\n{html}", path.display());
    }
}
