//! Remarks, the summary of problems, and what became of files.

use super::button::Button;
use crate::app::message::Press;
use crate::screens::block::{self, Tone, form, list};
use crate::ui::shell::Shell;
use crate::ui::words::tone;
use leptos::prelude::*;

/// A remark; one that answers something is spoken.
#[component]
pub fn Notice(notice: block::Notice, #[prop(optional)] is_status: bool) -> impl IntoView {
    view! {
        <div class=["notice ", tone(notice.tone)].concat() role=is_status.then_some("status")>
            <p>{notice.text}</p>
            {notice.link.map(|link| view! { <a href=link.href>{link.label}</a> })}
            {notice.button.map(|button| view! { <Button button/> })}
        </div>
    }
}

/// The summary of problems; it takes the focus when it appears.
#[component]
pub fn Summary(summary: form::Summary) -> impl IntoView {
    let shell = Shell::of_page();
    let one = |(text, press): (String, Option<Press>)| match press {
        Some(press) => {
            let press = move |_| shell.press(press.clone());
            view! { <li><button type="button" class="link" on:click=press>{text}</button></li> }.into_any()
        }
        None => view! { <li><span>{text}</span></li> }.into_any(),
    };
    view! {
        <div class="notice bad summary" id="summary" tabindex="-1" role="alert">
            <h2>{summary.heading}</h2>
            <ul>{summary.problems.into_iter().map(one).collect_view()}</ul>
            <p>{summary.comfort}</p>
        </div>
    }
}

/// How many files there are of each kind.
#[component]
pub fn Tally(tiles: Vec<(Tone, String, &'static str)>) -> impl IntoView {
    let one = |(how, number, words)| view! { <li class=tone(how)><b>{number}</b>" "{words}</li> };
    view! { <ul class="tally">{tiles.into_iter().map(one).collect_view()}</ul> }
}

/// What became of files.
#[component]
pub fn Arrivals(arrivals: Vec<list::Arrival>) -> impl IntoView {
    let one = |arrival: list::Arrival| {
        view! {
            <li class=["arrival ", tone(arrival.tone)].concat()>
                <span class="file">{arrival.file}</span>
                <strong>{arrival.what}</strong>
                {(!arrival.next.is_empty()).then(|| view! { <p>{arrival.next}</p> })}
                {arrival.more.map(|(title, text)| {
                    view! { <details class="rest"><summary>{title}</summary><p>{text}</p></details> }
                })}
                {arrival.link.map(|link| view! { <a class="button quiet" href=link.href>{link.label}</a> })}
                {arrival.button.map(|button| view! { <Button button/> })}
            </li>
        }
    };
    view! {
        <ul class="arrivals" id="arrivals" tabindex="-1">{arrivals.into_iter().map(one).collect_view()}</ul>
    }
}
