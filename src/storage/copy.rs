//! KeyValue that a page saved in a file when its program had stopped.

use super::{GONE, OLD_PREFIX, PREFIX, opened};
use crate::seal::strict;

/// The most bytes that are read of cells that were saved; four times as many as a file may have.
const COPY_MAX: usize = 4 * strict::MAX_FILE_BYTES;

/// Reads cells that were saved as they stood: the names and texts of each profile, what is newer first. What goes
/// beyond [`COPY_MAX`] when it is unpacked is left out, so that no file exhausts the page.
pub fn profiles_of(mut cells: Vec<(String, String)>) -> Vec<Vec<(String, String)>> {
    // What was brought over is newer than what it was brought over from, and its name comes later.
    cells.sort();
    let mut profiles: Vec<Vec<(String, String)>> = Vec::new();
    let (mut numbers, mut room) = (Vec::new(), COPY_MAX);
    for (cell, text) in cells.into_iter().rev() {
        let place = match cell.strip_prefix(PREFIX) {
            Some(rest) => rest.split_once('/'),
            None => cell.strip_prefix(OLD_PREFIX).map(|name| ("0", name)),
        };
        let Some((number, name)) = place.filter(|(_, name)| *name != GONE) else {
            continue;
        };
        let text = opened(name, text);
        let Some(left) = room.checked_sub(text.len()) else {
            break;
        };
        room = left;
        let index = numbers.iter().position(|known| known == number).unwrap_or_else(|| {
            numbers.push(number.to_string());
            profiles.push(Vec::new());
            profiles.len() - 1
        });
        profiles[index].push((name.to_string(), text));
    }
    profiles.reverse();
    profiles
}
