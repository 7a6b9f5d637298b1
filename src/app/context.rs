//! What an area works with beside its own state.

use crate::app::effect::Effects;
use crate::app::library::Library;
use crate::app::page::Page;
use crate::app::profile::sitting::Sitting;
use crate::lang::Lang;

/// What an area may look at and change while it takes in a message.
#[derive(Debug)]
pub struct Context<'a> {
    /// What is stored of the person who is in.
    pub library: &'a mut Library,
    /// The page that is open.
    pub page: &'a mut Page,
    /// The opened key of the person, or none.
    pub sitting: &'a mut Sitting,
    /// The language of the interface.
    pub lang: Lang,
    /// What has to happen outside.
    pub effects: &'a mut Effects,
}
