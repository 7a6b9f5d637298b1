//! Draws the blocks of a page.

use super::each::{Each, Key};
use super::parts::button::Buttons;
use super::parts::form::Form;
use super::parts::notice::{Arrivals, Notice, Summary, Tally};
use super::parts::sheet::{Compare, Sheet};
use super::parts::thread::FoldedThread;
use super::parts::{desk, list, months, now, phones, receive, year};
use crate::screens::block::Block;
use leptos::prelude::*;
use std::mem::discriminant;

/// Blocks, each of which keeps its element by its kind, so that a remark which comes or goes cannot touch the form
/// below it. `AnyView`, because a folded block holds blocks.
#[component]
pub fn Blocks(blocks: Memo<Vec<Block>>) -> AnyView {
    let keys = Signal::derive(move || blocks.with(|blocks| keys_of(blocks)));
    let draw = move |key: Key| {
        let block = Memo::new(move |_| {
            blocks.with(|blocks| {
                let at = keys_of(blocks).iter().position(|known| *known == key);
                at.and_then(|at| blocks.get(at).cloned())
            })
        });
        match block.get_untracked() {
            Some(Block::Form(_)) => {
                let sections = Memo::new(move |_| match block.get() {
                    Some(Block::Form(sections)) => sections,
                    _ => Vec::new(),
                });
                view! { <Form sections/> }.into_any()
            }
            Some(Block::Folded { title, .. }) => view! { <Fold title block/> }.into_any(),
            _ => view! { {move || block.get().map_or_else(|| ().into_any(), draw)} }.into_any(),
        }
    };
    view! { <Each keys draw/> }.into_any()
}

/// Names each block by its kind, a folded one by its title too.
fn keys_of(blocks: &[Block]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for block in blocks {
        let name = match block {
            Block::Folded { title, .. } => title.clone(),
            _ => String::new(),
        };
        let mut key = Key { kind: Some(discriminant(block)), name, number: 0 };
        key.number = keys.iter().filter(|known| known.kind == key.kind && known.name == key.name).count();
        keys.push(key);
    }
    keys
}

/// Blocks of which only the title is seen until it is pressed.
#[component]
fn Fold(title: String, block: Memo<Option<Block>>) -> impl IntoView {
    let is_open = move || block.with(|block| matches!(block, Some(Block::Folded { is_open: true, .. })));
    let blocks = Memo::new(move |_| match block.get() {
        Some(Block::Folded { blocks, .. }) => blocks,
        _ => Vec::new(),
    });
    view! {
        <details class="section current" open=is_open>
            <summary><h2>{title}</h2></summary>
            <Blocks blocks/>
        </details>
    }
}

/// Draws a block that changes as a whole.
fn draw(block: Block) -> AnyView {
    match block {
        Block::Now(now) => view! { <now::Now now/> }.into_any(),
        Block::Text(text) => view! { <p>{text}</p> }.into_any(),
        Block::Quote(text) => view! { <blockquote class="quote">{text}</blockquote> }.into_any(),
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::Notice(notice) => view! { <Notice notice/> }.into_any(),
        Block::Summary(summary) => view! { <Summary summary/> }.into_any(),
        Block::Sheet(sheet) => view! { <Sheet sheet/> }.into_any(),
        Block::Months(year) => view! { <months::Months year/> }.into_any(),
        Block::Year(year) => view! { <year::Year year/> }.into_any(),
        Block::Compare(parts) => view! { <Compare parts/> }.into_any(),
        Block::Facts(facts) => view! { <list::Facts class="facts" facts/> }.into_any(),
        Block::Desk(desk) => view! { <desk::Desk desk/> }.into_any(),
        Block::Code(groups) => view! { <list::Code groups/> }.into_any(),
        Block::Phones(both) => view! { <phones::Phones both/> }.into_any(),
        Block::Way(way) => view! { <phones::Way way/> }.into_any(),
        Block::Receive(receive) => view! { <receive::Receive receive/> }.into_any(),
        Block::Tally(tiles) => view! { <Tally tiles/> }.into_any(),
        Block::Arrivals(arrivals) => view! { <Arrivals arrivals/> }.into_any(),
        Block::Versions(versions) => view! { <list::Versions versions/> }.into_any(),
        Block::Changes(changes) => view! { <list::Changes changes/> }.into_any(),
        Block::Terms(terms) => view! { <div class="terms"><list::Terms terms/></div> }.into_any(),
        Block::Links(links) => view! { <list::Links links/> }.into_any(),
        Block::Buttons(buttons) => view! { <Buttons class="buttons" buttons/> }.into_any(),
        Block::Doors(doors) => view! { <list::Doors doors/> }.into_any(),
        Block::Points(points) => view! { <list::Points points/> }.into_any(),
        Block::Signs(signs) => view! { <list::Signs signs/> }.into_any(),
        Block::Thread(title, knots) => view! { <FoldedThread title knots/> }.into_any(),
        // These two are drawn part by part, because what they hold has to keep its elements.
        Block::Form(_) | Block::Folded { .. } => ().into_any(),
    }
}
