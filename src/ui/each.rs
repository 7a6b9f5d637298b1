//! Lists whose items keep their elements.

use crate::screens::block::Block;
use leptos::prelude::*;
use std::mem::Discriminant;

/// What makes an item of a list the same when the list is drawn again.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Key {
    /// The kind of a block.
    pub kind: Option<Discriminant<Block>>,
    /// A name, such as the place of an answer.
    pub name: String,
    /// The number among those that are alike.
    pub number: usize,
}

impl Key {
    /// Makes the key of an item that has a name.
    pub fn named(name: String) -> Key {
        Key { name, ..Key::default() }
    }

    /// Makes the key of an item that has only its place.
    pub fn at(number: usize) -> Key {
        Key { number, ..Key::default() }
    }
}

/// A list whose items keep their elements by their keys. What is drawn stays as long as its key does, so whatever
/// changes in it has to follow a signal. There is one kind of list for all, because each kind of `<For>` brings its own
/// code; it must not stand in a closure that runs again, which would leave kept items without an owner.
#[component]
pub fn Each(
    /// The keys of the items, in their order.
    keys: Signal<Vec<Key>>,
    /// Draws the item with a key.
    #[prop(into)]
    draw: Callback<Key, AnyView>,
) -> impl IntoView {
    view! { <For each=move || keys.get() key=Clone::clone children=move |key| draw.run(key)/> }
}
