//! One window works at a time. Two that write one storage could take back what the other wrote, so a second one shows
//! where Paraf is open already, and works once the first has stored everything and let go.

use crate::app::moment::World;
use crate::seal::canonical::Hash;

/// Whether this window works.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Window {
    /// It was just opened, and asks whether another one works.
    #[default]
    Asking,
    /// It works: what is stored is shown here, and only here.
    Working,
    /// Another one works, or is about to. What this one could not store is still in its memory.
    Waiting,
    /// It waits, and asked the other one to let go.
    TakingOver,
    /// What is stored is of a newer version of the app, so this one touches nothing.
    Outdated,
}

/// What happened between the windows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// No other window works.
    Granted,
    /// Another one works.
    Busy,
    /// Another one asks this one to let go.
    Asked,
    /// What was asked to be stored before letting go was tried.
    Settled,
    /// Another one works without having asked: this one did not answer in time.
    Robbed,
    /// Everything in the storage was removed while this window worked.
    Emptied,
}

/// Makes a mark by which a window knows its storage.
pub fn mark(world: &World) -> String {
    Hash::of_bytes(&world.entropy).key().chars().take(16).collect()
}
