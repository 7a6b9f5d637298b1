//! Remarks, the summary of problems, and what became of files.

use super::button::button;
use crate::app::view::block::{Arrival, Notice, Summary};
use crate::ui::page::tone;
use crate::ui::shell::Shell;
use leptos::prelude::*;

/// Draws a remark.
pub fn notice(shell: Shell, notice: Notice) -> AnyView {
    let class = ["notice ", tone(notice.tone)].concat();
    let help = notice.button.map(|one| button(shell, one));
    let link = notice.link.map(|link| view! { <a href=link.href>{link.label}</a> });
    view! { <div class=class><p>{notice.text}</p>{link}{help}</div> }.into_any()
}

/// Draws the summary of problems; it takes the focus when it appears.
pub fn summary(shell: Shell, summary: Summary) -> AnyView {
    let problem = |(text, press): (String, Option<_>)| match press {
        Some(press) => {
            let go = move |_| {
                let press: crate::app::message::Press = Clone::clone(&press);
                shell.press(press);
            };
            view! { <li><button type="button" class="link" on:click=go>{text}</button></li> }.into_any()
        }
        None => view! { <li>{text}</li> }.into_any(),
    };
    let problems = summary.problems.into_iter().map(problem).collect_view();
    view! {
        <div class="notice bad summary" id="summary" tabindex="-1" role="alert">
            <h2>{summary.heading}</h2>
            <ul>{problems}</ul>
            <p>{summary.comfort}</p>
        </div>
    }
    .into_any()
}

/// Draws what became of files.
pub fn arrivals(arrivals: Vec<Arrival>) -> AnyView {
    let one = |arrival: Arrival| {
        let class = ["arrival ", tone(arrival.tone)].concat();
        let link = arrival.link.map(|link| view! { <a class="button quiet" href=link.href>{link.label}</a> });
        view! {
            <li class=class>
                <span class="file">{arrival.file}</span>
                <strong>{arrival.what}</strong>
                <p>{arrival.next}</p>
                {link}
            </li>
        }
    };
    let list = arrivals.into_iter().map(one).collect_view();
    view! { <ul class="arrivals" id="arrivals" tabindex="-1">{list}</ul> }.into_any()
}
