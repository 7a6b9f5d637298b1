//! Questions, each with its label, hint and problem.

use super::button::{Button, Buttons};
use super::list::Terms;
use super::notice::Notice;
use super::typed::Typed;
use crate::app::message::Message;
use crate::browser::address::{is_checked, value_of};
use crate::domain::document::TEXT_MAX;
use crate::screens::block::form::{self, Group, InputKind, Opt, Starter};
use crate::ui::each::{Each, Key};
use crate::ui::shell::Shell;
use crate::ui::words::some;
use leptos::prelude::*;
use web_sys::Event;

/// Questions, each of which keeps its element by the place of its answer.
#[component]
pub fn Fields(inputs: Memo<Vec<form::Input>>) -> impl IntoView {
    let keys = Signal::derive(move || {
        let key = |input: &form::Input| Key { number: shape(&input.kind), ..Key::named(input.path.id()) };
        inputs.with(|inputs| inputs.iter().map(key).collect::<Vec<_>>())
    });
    let draw = move |key: Key| {
        let find =
            move || inputs.with(|inputs| inputs.iter().find(|input| input.path.id() == key.name).cloned());
        follow(find).map(|input| view! { <Field input/> }).into_any()
    };
    view! { <Each keys draw/> }
}

/// Tells apart what is drawn with other elements: a question whose answer is there may be drawn as a text.
fn shape(kind: &InputKind) -> usize {
    match kind {
        InputKind::Line | InputKind::Passphrase(_) | InputKind::Time => 0,
        InputKind::Text(_) => 1,
        InputKind::Date(..) => 2,
        InputKind::Fingerprint(_) => 3,
        InputKind::Choice(_) => 4,
        InputKind::Pick(..) => 5,
        InputKind::Choices(_) => 6,
        InputKind::Groups(..) => 7,
    }
}

/// Follows a part of the screen through its changes. When it goes, it stays what it was until its element is gone.
pub fn follow<T>(find: impl Fn() -> Option<T> + Send + Sync + 'static) -> Option<Memo<T>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let first = untrack(&find)?;
    Some(Memo::new(move |last: Option<&T>| find().unwrap_or_else(|| last.unwrap_or(&first).clone())))
}

/// One question. What is around its control is drawn anew when it changes; the control itself never is, because then
/// Leptos would take its attributes away for a moment, and a browser would end what the keyboard is composing.
/// `AnyView`, because questions hold groups of questions.
#[component]
pub fn Field(input: Memo<form::Input>) -> AnyView {
    let part = move |draw: fn(&form::Input) -> AnyView| input.with(draw);
    let (id, kind) = input.with_untracked(|input| (input.path.id(), input.kind.clone()));
    let inside = match kind {
        InputKind::Choice(_) => view! { <Choices input what="radio"/> }.into_any(),
        InputKind::Choices(_) => view! { <Choices input what="checkbox"/> }.into_any(),
        InputKind::Groups(..) => view! { <Groups input/> }.into_any(),
        InputKind::Fingerprint(_) => view! { {move || part(fingerprint)} }.into_any(),
        _ => {
            return view! {
                <div class=move || input.with(class)>
                    <label for=id>{move || part(label)}</label>
                    {move || part(said)}
                    <Control input/>
                    {move || part(limits)}
                    {move || part(help)}
                </div>
            }
            .into_any();
        }
    };
    view! {
        <fieldset class=move || input.with(class) id=id aria-describedby=move || input.with(described)>
            <legend>{move || part(label)}</legend>
            {move || part(said)}
            {inside}
            {move || part(help)}
        </fieldset>
    }
    .into_any()
}

fn class(asked: &form::Input) -> &'static str {
    if asked.problem.is_empty() { "field" } else { "field wrong" }
}

fn label(asked: &form::Input) -> AnyView {
    let optional = (asked.optional && !asked.optional_word.is_empty())
        .then(|| view! { <span class="optional">{[" (", asked.optional_word, ")"].concat()}</span> });
    view! { <span>{asked.label.clone()}</span>{optional} }.into_any()
}

fn fingerprint(asked: &form::Input) -> AnyView {
    match &asked.kind {
        InputKind::Fingerprint(words) => view! { <p class="fingerprint">{words.clone()}</p> }.into_any(),
        _ => ().into_any(),
    }
}

fn limits(asked: &form::Input) -> AnyView {
    match &asked.kind {
        InputKind::Text(limits) if !limits.is_empty() => {
            view! { <span class="limits">{limits.clone()}</span> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Draws what is said about a question: the hint, the problem, the caution.
fn said(asked: &form::Input) -> AnyView {
    let one = |(id, class, text): (String, &'static str, &String)| {
        view! { <p class=class id=id>{text.clone()}</p> }
    };
    notes(asked).map(one).collect_view().into_any()
}

/// Lists what is said about a question: the id of the element, its class and the words.
fn notes(asked: &form::Input) -> impl Iterator<Item = (String, &'static str, &String)> {
    let all = [("hint", &asked.hint), ("problem", &asked.problem), ("caution", &asked.caution)];
    let id = asked.path.id();
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(move |(class, text)| ([&id, ".", class].concat(), class, text))
}

/// Gives the ids of the elements that describe an answer.
fn described(asked: &form::Input) -> Option<String> {
    some(notes(asked).map(|(id, ..)| id).collect::<Vec<_>>().join(" "))
}

fn help(asked: &form::Input) -> AnyView {
    view! { <Help asked=asked.clone()/> }.into_any()
}

/// What helps to answer: meanings, buttons, a remark, and earlier texts.
#[component]
fn Help(asked: form::Input) -> impl IntoView {
    let starter = |starter: Starter| {
        view! {
            <li>
                <span class="about">{starter.from}</span>
                <p>{starter.text}</p>
                <Button button=starter.button/>
            </li>
        }
    };
    let starters = asked.starters.map(|(heading, starters)| {
        view! {
            <details class="term starting">
                <summary>{heading}</summary>
                <ul class="starters">{starters.into_iter().map(starter).collect_view()}</ul>
            </details>
        }
    });
    view! {
        {(!asked.buttons.is_empty()).then(|| view! { <Buttons class="aids" buttons=asked.buttons/> })}
        {asked.remark.map(|notice| view! { <Notice notice is_status=true/> })}
        <Terms terms=asked.terms/>
        {starters}
    }
}

/// The element that is typed into.
#[component]
fn Control(input: Memo<form::Input>) -> impl IntoView {
    let shell = Shell::of_page();
    // The person has typed since the page was drawn, so that it is looked at with each screen.
    let value = move || {
        shell.screen.track();
        Typed::from(input.with(|input| input.value.clone()))
    };
    let asked = input.get_untracked();
    let (id, path, takes) = (asked.path.id(), asked.path, asked.kind.takes());
    let typed = move |event: Event| shell.send(Message::Typed(path.clone(), takes(&value_of(&event))));
    let (fill, most) = (asked.autocomplete, TEXT_MAX.to_string());
    let mode = asked.numeric.then_some("numeric");
    let is_secret = matches!(asked.kind, InputKind::Passphrase(_));
    let (from, to) = match asked.kind {
        InputKind::Text(_) => {
            return view! {
                <textarea
                    rows="5"
                    id=id
                    autocomplete=fill
                    maxlength=most
                    inputmode=mode
                    aria-describedby=move || input.with(described)
                    aria-invalid=move || input.with(is_wrong)
                    prop:value=value
                    on:input=typed
                ></textarea>
            }
            .into_any();
        }
        InputKind::Pick(_, word) => {
            let draw = move |key: Key| {
                option_of(input, key.name).map(|option| view! { <Picked option/> }).into_any()
            };
            return view! {
                <select
                    id=id
                    autocomplete=fill
                    aria-describedby=move || input.with(described)
                    aria-invalid=move || input.with(is_wrong)
                    on:input=typed
                >
                    <option value="">{word}</option>
                    <Each keys=option_keys(input) draw/>
                </select>
            }
            .into_any();
        }
        InputKind::Date(from, to) => (Some(from), Some(to)),
        _ => (None, None),
    };
    view! {
        <input
            type=move || input.with(type_of)
            id=id
            min=from
            max=to
            autocomplete=fill
            autocapitalize=is_secret.then_some("none")
            spellcheck=is_secret.then_some("false")
            maxlength=most
            inputmode=mode
            aria-describedby=move || input.with(described)
            aria-invalid=move || input.with(is_wrong)
            prop:value=value
            on:input=typed
        />
    }
    .into_any()
}

fn type_of(asked: &form::Input) -> &'static str {
    match asked.kind {
        InputKind::Passphrase(false) => "password",
        InputKind::Date(..) => "date",
        InputKind::Time => "time",
        _ => "text",
    }
}

fn is_wrong(asked: &form::Input) -> Option<&'static str> {
    (!asked.problem.is_empty()).then_some("true")
}

/// Gives what a question offers to choose.
fn options(asked: &form::Input) -> &[Opt] {
    match &asked.kind {
        InputKind::Choice(options) | InputKind::Choices(options) | InputKind::Pick(options, _) => options,
        _ => &[],
    }
}

fn option_keys(input: Memo<form::Input>) -> Signal<Vec<Key>> {
    let key = |option: &Opt| Key::named(option.id.clone());
    Signal::derive(move || input.with(|input| options(input).iter().map(key).collect()))
}

fn option_of(input: Memo<form::Input>, id: String) -> Option<Memo<Opt>> {
    follow(move || input.with(|input| options(input).iter().find(|option| option.id == id).cloned()))
}

/// Follows whether an option is chosen. The person may have chosen since the page was drawn.
fn is_chosen(option: Memo<Opt>) -> impl Fn() -> Typed {
    let screen = Shell::of_page().screen;
    move || {
        screen.track();
        Typed::from(option.with(|option| option.chosen))
    }
}

/// One item of a list that opens.
#[component]
fn Picked(option: Memo<Opt>) -> impl IntoView {
    let id = option.with_untracked(|option| option.id.clone());
    view! {
        <option value=id prop:selected=is_chosen(option)>{move || option.with(|option| option.label.clone())}</option>
    }
}

/// The items to choose, each of which keeps its element.
#[component]
fn Choices(input: Memo<form::Input>, what: &'static str) -> impl IntoView {
    let draw = move |key: Key| {
        option_of(input, key.name).map(|option| view! { <Choice input option what/> }).into_any()
    };
    view! { <Each keys=option_keys(input) draw/> }
}

/// One item to choose.
#[component]
fn Choice(input: Memo<form::Input>, option: Memo<Opt>, what: &'static str) -> impl IntoView {
    let shell = Shell::of_page();
    let path = input.with_untracked(|input| input.path.clone());
    let chosen = option.with_untracked(|option| option.id.clone());
    let name = path.id();
    let id = [&name, "=", &chosen].concat();
    let detail_id = [&id, ".detail"].concat();
    let described = detail_id.clone();
    let has_detail = move || option.with(|option| !option.detail.is_empty());
    let choose = move |event: Event| {
        shell.send(if what == "radio" {
            Message::Typed(path.clone(), chosen.clone())
        } else {
            Message::Chose { field: path.field().into(), id: chosen.clone(), chosen: is_checked(&event) }
        });
    };
    view! {
        <div class="option">
            <input
                type=what
                id=id.clone()
                name=name
                aria-describedby=move || has_detail().then(|| described.clone())
                prop:checked=is_chosen(option)
                on:change=choose
            />
            <label for=id>{move || option.with(|option| option.label.clone())}</label>
            {move || {
                let detail = option.with(|option| some(option.detail.clone()));
                let id = detail_id.clone();
                detail.map(|detail| view! { <span class="detail" id=id>{detail}</span> }).into_any()
            }}
        </div>
    }
}

/// The same questions for each item, or for each line of a log.
#[component]
fn Groups(input: Memo<form::Input>) -> impl IntoView {
    let groups = Memo::new(move |_| match input.get().kind {
        InputKind::Groups(groups, _) => groups,
        _ => Vec::new(),
    });
    let keys = Signal::derive(move || (0..groups.with(Vec::len)).map(Key::at).collect::<Vec<_>>());
    let draw = move |key: Key| view! { <OneGroup groups at=key.number/> }.into_any();
    let add = move || match input.get().kind {
        InputKind::Groups(_, add) => add.map(|button| view! { <Button button/> }).into_any(),
        _ => ().into_any(),
    };
    view! { <div class="groups"><Each keys draw/></div>{move || add()} }
}

/// One item, or one line of a log, with its questions.
#[component]
fn OneGroup(groups: Memo<Vec<Group>>, at: usize) -> impl IntoView {
    let part = move |draw: fn(&Group) -> AnyView| {
        groups.with(|groups| groups.get(at).map_or_else(|| ().into_any(), draw))
    };
    let inputs = Memo::new(move |_| {
        groups.with(|groups| groups.get(at).map(|group| group.inputs.clone()).unwrap_or_default())
    });
    // The only question of a group needs no name of its own to be seen.
    let is_single = |group: &Group| group.inputs.len() == 1 && group.remove.is_none();
    let class = move || {
        let is_single = groups.with(|groups| groups.get(at).is_some_and(is_single));
        if is_single { "group single" } else { "group" }
    };
    view! {
        <fieldset class=class>
            {move || part(|group| {
                view! { <legend>{group.heading.clone()}</legend><Terms terms=group.terms.clone()/> }.into_any()
            })}
            <Fields inputs/>
            {move || part(|group| {
                group.remove.clone().map(|button| view! { <Button button/> }).into_any()
            })}
        </fieldset>
    }
}
