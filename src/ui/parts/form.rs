//! Forms: topics with their questions.

use super::field::Fields;
use super::list::Terms;
use super::sheet::Entries;
use crate::browser::address::is_wide;
use crate::screens::block::form::{self, Section};
use crate::screens::block::sheet::SheetSection;
use crate::ui::each::{Each, Key};
use crate::ui::words::some;
use leptos::prelude::*;

/// A form; on a phone only the current topic is seen.
#[component]
pub fn Form(sections: Memo<Vec<Section>>) -> impl IntoView {
    let keys = Signal::derive(move || {
        let key = |(number, section): (usize, &Section)| {
            // What stands beside the questions is drawn once, so that what somebody closed stays closed.
            let names = section.beside.as_deref().into_iter().flat_map(|beside| &beside.sheets);
            Key { name: names.map(|(name, _)| name.as_str()).collect(), ..Key::at(number) }
        };
        sections.with(|sections| sections.iter().enumerate().map(key).collect::<Vec<_>>())
    });
    let draw = move |key: Key| view! { <Topic sections at=key.number/> }.into_any();
    view! { <div class="form"><Each keys draw/></div> }
}

/// Questions on one topic.
#[component]
fn Topic(sections: Memo<Vec<Section>>, at: usize) -> impl IntoView {
    let part = move |draw: fn(&Section) -> AnyView| {
        sections.with(|sections| sections.get(at).map_or_else(|| ().into_any(), draw))
    };
    let is = move |asked: fn(&Section) -> bool| sections.with(|sections| sections.get(at).is_some_and(asked));
    let class = move || if is(|section| section.current) { "section current" } else { "section" };
    let inputs = Memo::new(move |_| {
        sections.with(|sections| sections.get(at).map(|section| section.inputs.clone()).unwrap_or_default())
    });
    let beside = sections.with_untracked(|sections| sections.get(at)?.beside.as_deref().cloned());
    let content = match beside {
        Some(beside) => view! {
            <div class="columns"><Beside beside/><div class="fields"><Fields inputs/></div></div>
        }
        .into_any(),
        None => view! { <Fields inputs/> }.into_any(),
    };
    if untrack(|| is(|section| section.folded)) {
        // It opens when there is something to see in it, and never closes by itself: somebody may be writing there.
        let is_open =
            Memo::new(move |was: Option<&bool>| was == Some(&true) || !is(|section| section.folded));
        view! {
            <details class=class open=move || is_open.get()>
                <summary>{move || part(title)}</summary>
                {move || part(hint)}
                {content}
            </details>
        }
        .into_any()
    } else {
        view! {
            <section class=class>
                {move || part(step)}
                {move || part(title)}
                {move || part(hint)}
                {content}
            </section>
        }
        .into_any()
    }
}

fn step(section: &Section) -> AnyView {
    some(section.step.clone()).map(|step| view! { <p class="step">{step}</p> }).into_any()
}

fn title(section: &Section) -> AnyView {
    let is_step = section.current && !section.step.is_empty();
    let (id, tabindex) = (is_step.then_some("step"), is_step.then_some("-1"));
    some(section.title.clone()).map(|title| view! { <h2 id=id tabindex=tabindex>{title}</h2> }).into_any()
}

fn hint(section: &Section) -> AnyView {
    some(section.hint.clone()).map(|hint| view! { <p class="hint">{hint}</p> }).into_any()
}

/// What stands beside the questions: open where there is room for it, else closed.
#[component]
fn Beside(beside: form::Beside) -> impl IntoView {
    let sheet = |(name, sections): (String, Vec<SheetSection>)| {
        let section = |section: SheetSection| {
            view! { <h3>{section.title}</h3><Entries entries=section.entries/> }
        };
        view! {
            <details class="term" open=is_wide()>
                <summary>{name}</summary>
                {sections.into_iter().map(section).collect_view()}
            </details>
        }
    };
    let name = beside.name();
    view! {
        <div class="beside" role="group" aria-label=name>
            {(!beside.prompts.is_empty()).then(|| view! { <h3>{beside.heading}</h3> })}
            <Terms terms=beside.prompts are_open=is_wide()/>
            {beside.sheets.into_iter().map(sheet).collect_view()}
        </div>
    }
}
