//! What one page shows, as data.

use crate::app::message::Press;
use crate::app::route::Route;
use crate::lang::Texts;
use crate::screens::block::form::Dialog;
use crate::screens::block::{self, Block, Button, Link, Notice, Tone};

/// Everything that one page shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Screen {
    /// Distinguishes pages whose inputs must not be mixed up; the page is built anew when it changes. Empty as long as
    /// there is nothing to show.
    pub key: String,
    /// The title of the window.
    pub title: String,
    /// Where the link above the heading leads, and its words.
    pub back: Option<Link>,
    /// Whose dossier the page is about, and its period; empty where the heading says it, or there is none.
    pub subject: String,
    /// The heading.
    pub heading: String,
    /// One sentence below the heading.
    pub lead: String,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
    /// The buttons in the bar at the foot; the first is the main one.
    pub actions: Vec<Button>,
    /// The thread of stages beside the content.
    pub thread: Vec<block::list::Knot>,
    /// "Stage 2 of 7 · Preparation", which opens the thread on a phone; empty on other pages.
    pub place: String,
    /// Hints in the margin beside the content.
    pub margin: Vec<Block>,
    /// The question that has to be answered first.
    pub dialog: Option<Dialog>,
    /// Whether inputs follow, so that the save line is shown.
    pub saves: bool,
    /// What stands at the top of every page.
    pub frame: Frame,
}

/// The frame around every page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The language, as a code for the page.
    pub lang: &'static str,
    /// The side of the person on the page, as a code: `employee` or `superior`.
    pub side: &'static str,
    /// The links at the top; the one that is open is marked.
    pub links: Vec<(Link, bool)>,
    /// Who is in, where several people share the device, and the button to somebody else.
    pub who: Option<(String, Button)>,
    /// The other language, and the button to it.
    pub language: Button,
    /// The code of the other language, in which the words of its button are.
    pub other_lang: &'static str,
    /// Warnings that stay until their reason is gone.
    pub notices: Vec<Notice>,
    /// The words that jump over the frame.
    pub skip: &'static str,
    /// The name of the list of links.
    pub menu: &'static str,
    /// The line at the foot of every page.
    pub foot: &'static str,
    /// How fresh the complete backup is; leads to the page of keeping.
    pub kept: Option<Link>,
}

/// Whether typing is saved, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaveLine {
    /// The words; empty when there is nothing to say.
    pub text: String,
    /// How it is drawn.
    pub tone: Tone,
}

/// How far it is with what takes long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// What is being done, in words.
    pub text: String,
    /// How many parts are done, and how many there are.
    pub done: (usize, usize),
    /// The button that stops it.
    pub stop: Button,
}

impl Screen {
    /// Begins a screen with its heading.
    pub(crate) fn new(heading: &str) -> Screen {
        Screen {
            key: String::new(),
            title: String::new(),
            back: None,
            subject: String::new(),
            heading: heading.to_string(),
            lead: String::new(),
            blocks: Vec::new(),
            actions: Vec::new(),
            thread: Vec::new(),
            place: String::new(),
            margin: Vec::new(),
            dialog: None,
            saves: false,
            frame: Frame {
                lang: "id",
                side: "",
                links: Vec::new(),
                who: None,
                language: Button::quiet("", Press::Rescue),
                other_lang: "en",
                notices: Vec::new(),
                skip: "",
                menu: "",
                foot: "",
                kept: None,
            },
        }
    }

    pub(crate) fn lead(mut self, text: &str) -> Screen {
        self.lead = text.to_string();
        self
    }

    pub(crate) fn back(mut self, route: &Route, label: &str) -> Screen {
        self.back = Some(Link::to(route, label));
        self
    }
}

/// Gives the page for an address that does not exist, or no longer.
pub(crate) fn unknown(t: &Texts) -> Screen {
    let mut screen = Screen::new(t.frame.not_found).lead(t.frame.not_found_lead);
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Home, t.frame.home)]));
    screen
}
