//! Draws a screen: the frame, the thread of stages, the content, the margin and the bar of actions.

use super::parts::{self, button::button};
use super::shell::Shell;
use crate::app::view::block::{Block, Notice, Tone};
use crate::app::view::{Frame, Link, Screen};
use leptos::prelude::*;

/// Draws the open page, and anew whenever its key changes.
#[component]
pub fn Root() -> impl IntoView {
    let shell = Shell::start();
    let key = Memo::new(move |_| shell.screen.with(|screen| screen.key.clone()));
    Effect::new(move || {
        shell.screen.with(|screen| crate::browser::address::name_page(&screen.title, screen.frame.lang));
    });
    view! {
        <For each=move || [key.get()] key=|key| key.clone() let:_key>
            {move || draw(shell, shell.screen.get())}
        </For>
    }
}

fn draw(shell: Shell, screen: Screen) -> AnyView {
    let content = screen.blocks.into_iter().map(|block| draw_block(shell, block)).collect_view();
    let margin = screen.margin.into_iter().map(|block| draw_block(shell, block)).collect_view();
    let back = screen.back.map(|link| view! { <a class="back" href=link.href>{link.label}</a> });
    let save_line = screen.saves.then(|| {
        view! {
            <output class=move || ["save ", tone(shell.saved.with(|saved| saved.tone))].concat() id="saved">
                {move || shell.saved.with(|saved| saved.text.clone())}
            </output>
        }
    });
    let has_bar = !screen.actions.is_empty();
    let actions = screen.actions.into_iter().map(|action| button(shell, action)).collect_view();
    let bar = (has_bar || save_line.is_some())
        .then(|| view! { <div class="bar"><div class="bar-inner">{save_line}{actions}</div></div> });
    let thread = parts::thread::thread(screen.thread, true);
    let lead = (!screen.lead.is_empty()).then(|| view! { <p class="lead">{screen.lead}</p> });
    let modal = screen.dialog.map(|dialog| parts::dialog::dialog(shell, dialog));
    let foot = screen.frame.foot;
    view! {
        {frame(shell, screen.frame)}
        <div class="desk">
            <aside class="side">{thread}</aside>
            <main id="main">
                {back}
                <h1 id="heading" tabindex="-1">{screen.heading}</h1>
                {lead}
                {content}
                {bar}
            </main>
            <aside class="margin">{margin}</aside>
        </div>
        <footer class="foot">{foot}</footer>
        {modal}
    }
    .into_any()
}

fn frame(shell: Shell, frame: Frame) -> AnyView {
    let link = |(link, open): (Link, bool)| {
        let current = open.then_some("page");
        view! { <li><a href=link.href aria-current=current>{link.label}</a></li> }
    };
    let links = frame.links.into_iter().map(link).collect_view();
    let notices = frame.notices.into_iter().map(|notice| parts::notice::notice(shell, notice)).collect_view();
    let language = button(shell, frame.language);
    view! {
        <button type="button" class="skip" on:click=move |_| crate::browser::address::focus("heading".into())>
            {frame.skip}
        </button>
        <header class="top">
            <a class="brand" href="#/" aria-label="Paraf">
                <svg class="sign" aria-hidden="true"><use href="#sign-agreed"></use></svg>
                <span>"Paraf"</span>
            </a>
            <nav aria-label=frame.menu><ul>{links}</ul></nav>
            {language}
        </header>
        <div class="notices">{notices}</div>
    }
    .into_any()
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

fn draw_block(shell: Shell, block: Block) -> AnyView {
    use parts::{desk, form, list, notice, now, receive, sheet, thread};
    match block {
        Block::Now(block) => now::now(shell, block),
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Notice(block) => notice::notice(shell, Notice { ..block }),
        Block::Summary(block) => notice::summary(shell, block),
        Block::Form(sections) => form::form(shell, sections),
        Block::Sheet(block) => sheet::sheet(shell, block),
        Block::Facts(facts) => list::facts(facts),
        Block::Desk(block) => desk::desk(block),
        Block::Code(groups) => list::code(groups),
        Block::Receive(block) => receive::receive(shell, block),
        Block::Arrivals(block) => notice::arrivals(block),
        Block::Versions(versions) => list::versions(versions),
        Block::Changes(block) => list::changes(block),
        Block::Terms(terms) => list::terms(terms),
        Block::Links(links) => list::links(links),
        Block::Buttons(buttons) => {
            let buttons = buttons.into_iter().map(|one| button(shell, one)).collect_view();
            view! { <div class="buttons">{buttons}</div> }.into_any()
        }
        Block::Points(points) => list::points(points),
        Block::Signs(signs) => list::signs(signs),
        Block::Thread(knots) => thread::thread(knots, false),
    }
}
