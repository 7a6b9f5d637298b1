//! Draws a screen: the frame, the thread of stages, the content, the margin and the bar of actions.

use super::blocks::Blocks;
use super::each::{Each, Key};
use super::parts::button::Button;
use super::parts::dialog::Dialog;
use super::parts::notice::Notice;
use super::parts::sign::Symbol;
use super::parts::thread::{FoldedThread, Thread};
use super::shell::Shell;
use super::words::{some, tone};
use crate::browser::address;
use crate::screens::block::Tone;
use crate::screens::{Frame, Link, Screen};
use leptos::prelude::*;

/// Starts the app and draws each screen.
#[component]
pub fn App() -> impl IntoView {
    let shell = Shell::start();
    provide_context(shell);
    Effect::new(move || {
        shell.screen.with(|screen| address::name_page(&screen.title, screen.frame.lang, screen.frame.side))
    });
    // A page with another key is built anew, and with it nothing that was typed is kept. Before there is a page to draw,
    // what the page shows while the program loads stays there.
    let key = Memo::new(move |_| shell.screen.with(|screen| screen.key.clone()));
    let keys = Signal::derive(move || {
        let key = key.get();
        (!key.is_empty()).then(|| Key::named(key)).into_iter().collect()
    });
    Effect::new(move || {
        if !key.with(String::is_empty) {
            address::remove("opening");
            address::remove("welcome");
        }
    });
    view! {
        <Each keys draw=|_: Key| view! { <Page/> }.into_any()/>
        <Show when=move || shell.progress.with(Option::is_some)><Progress/></Show>
    }
}

/// How far it is with what takes long, and the button that stops it.
#[component]
fn Progress() -> impl IntoView {
    let progress = Shell::of_page().progress;
    let text = move || progress.with(|it| it.as_ref().map(|it| it.text.clone()));
    let part =
        move |draw: fn((usize, usize)) -> usize| progress.with(|it| it.as_ref().map(|it| draw(it.done)));
    let stop = progress.with_untracked(|it| it.as_ref().map(|it| it.stop.clone()));
    view! {
        <section class="progress" id="progress" aria-labelledby="doing">
            <p id="doing">{text}</p>
            <progress aria-label=text max=move || part(|(_, all)| all) value=move || part(|(done, _)| done)></progress>
            {stop.map(|button| view! { <Button button/> })}
        </section>
    }
}

/// One page, as long as its key stays the same.
#[component]
fn Page() -> impl IntoView {
    let screen = Shell::of_page().screen;
    // Everything but the content is drawn anew only when it changes: a link that is drawn anew loses the focus.
    let around = Memo::new(move |_| {
        let screen = screen.get();
        let (blocks, margin, actions) = (Vec::new(), Vec::new(), Vec::new());
        Screen { blocks, margin, actions, dialog: None, ..screen }
    });
    let part = move |draw: fn(&Screen) -> AnyView| around.with(draw);
    let blocks = Memo::new(move |_| screen.with(|screen| screen.blocks.clone()));
    let margin = Memo::new(move |_| screen.with(|screen| screen.margin.clone()));
    view! {
        <div>
            {move || part(|screen| view! { <Top frame=screen.frame.clone()/> }.into_any())}
            <div class="desk">
                <aside class="side" aria-label=move || around.with(|screen| some(screen.place.clone()))>
                    {move || {
                        part(|screen| view! { <Thread knots=screen.thread.clone() is_beside=true/> }.into_any())
                    }}
                </aside>
                <main id="main">
                    {move || part(|screen| view! { <Head screen=screen.clone()/> }.into_any())}
                    <Blocks blocks/>
                    <Bar/>
                </main>
                <aside class="margin"><Blocks blocks=margin/></aside>
            </div>
            {move || part(|screen| view! { <Foot frame=screen.frame.clone()/> }.into_any())}
            <Show when=move || screen.with(|screen| screen.dialog.is_some())><Dialog/></Show>
        </div>
    }
}

/// The way to the content, the links and the warnings at the top of every page.
#[component]
fn Top(frame: Frame) -> impl IntoView {
    let link = |(link, is_open): (Link, bool)| {
        view! { <li><a href=link.href aria-current=is_open.then_some("page")>{link.label}</a></li> }
    };
    let who = frame.who.map(|(who, button)| view! { <p class="who"><span>{who}</span><Button button/></p> });
    view! {
        <button type="button" class="skip" on:click=|_| address::focus("heading".into())>{frame.skip}</button>
        <header class="top">
            <a class="brand" href="#/" aria-label="Paraf"><Symbol symbol="agreed"/><span>{"Paraf"}</span></a>
            <nav aria-label=frame.menu><ul>{frame.links.into_iter().map(link).collect_view()}</ul></nav>
            <Button button=frame.language lang=frame.other_lang/>
            {who}
        </header>
        <div class="notices" role="status">
            {frame.notices.into_iter().map(|notice| view! { <Notice notice/> }).collect_view()}
        </div>
    }
}

/// What stands above the content: the way back, the place in the year, the heading.
#[component]
fn Head(screen: Screen) -> impl IntoView {
    let place = some(screen.place).map(|title| view! { <FoldedThread title knots=screen.thread/> });
    view! {
        {screen.back.map(|link| view! { <a class="back" href=link.href>{link.label}</a> })}
        {place}
        {some(screen.subject).map(|subject| view! { <p class="subject">{subject}</p> })}
        <h1 id="heading" tabindex="-1">{screen.heading}</h1>
        {some(screen.lead).map(|lead| view! { <p class="lead">{lead}</p> })}
    }
}

/// The buttons at the foot, where a thumb reaches them, beside the line that says whether typing is saved.
#[component]
fn Bar() -> impl IntoView {
    let screen = Shell::of_page().screen;
    let is_there = move || screen.with(|screen| screen.saves || !screen.actions.is_empty());
    let actions = Memo::new(move |_| screen.with(|screen| screen.actions.clone()));
    let buttons = move || {
        let button = |button| view! { <Button button/> };
        actions.get().into_iter().map(button).collect_view().into_any()
    };
    view! {
        <Show when=is_there>
            <div class="bar">
                <div class="bar-inner">
                    <Show when=move || screen.with(|screen| screen.saves)><SaveLine/></Show>
                    {move || buttons()}
                </div>
            </div>
        </Show>
    }
}

/// Says whether typing is saved. Its words are put in by the browser's side alone, which speaks them too.
#[component]
fn SaveLine() -> impl IntoView {
    let shell = Shell::of_page();
    Effect::new(move |shown: Option<()>| {
        shell.saved.with(|line| {
            // Whoever listens hears how saving ended, once a pause, and not each key; and no old news on a new page.
            let is_news = shown.is_some() && line.tone != Tone::Plain;
            address::say("saved", &line.text, &["save ", tone(line.tone)].concat(), is_news);
        });
    });
    view! { <output id="saved" class="save" aria-live="off"></output> }
}

#[component]
fn Foot(frame: Frame) -> impl IntoView {
    view! {
        <footer class="foot">
            <span>{frame.foot}</span>
            {frame.kept.map(|link| view! { <a href=link.href>{link.label}</a> })}
        </footer>
    }
}
