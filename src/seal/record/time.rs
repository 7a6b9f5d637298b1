//! When a record is signed, as the signer's device says it.

use crate::domain::date::two;
use crate::json::{object, set, text};
use serde_json::Value;

/// The farthest that a clock on earth is ahead of or behind UTC, in minutes.
const OFFSET_MAX: i32 = 14 * 60;

/// The time of a signature, and the zone of the clock that told it. Both decide nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignedAt {
    /// The time in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
    pub created: String,
    /// The minutes that the signer's clock was ahead of UTC; `None` when it is not said.
    pub zone: Option<i32>,
}

impl From<&str> for SignedAt {
    fn from(created: &str) -> SignedAt {
        SignedAt { created: created.to_string(), zone: None }
    }
}

impl From<&SignedAt> for SignedAt {
    fn from(at: &SignedAt) -> SignedAt {
        at.clone()
    }
}

/// Puts the zone into the body of a record, in `ext`, which every version of the format takes.
pub(super) fn put_zone(body: &mut Value, zone: i32) {
    let (hours, minutes) = (zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
    let sign = if zone < 0 { "-" } else { "+" };
    let written = [sign, &two(hours), ":", &two(minutes)].concat();
    set(body, "ext", object([("zone", text(&written))]));
}

/// Reads the zone of a body. `None` when it is not there, or is no offset of a clock on earth.
pub(super) fn zone(body: &Value) -> Option<i32> {
    let written = body.get("ext")?.get("zone")?.as_str()?;
    let two = |part: Option<&str>| {
        let part = part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<i32>().ok()
    };
    let sign = match written.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = (two(written.get(1..3))?, two(written.get(4..6))?);
    let offset = sign * (hours * 60 + minutes);
    let is_one = written.len() == 6 && written.get(3..4) == Some(":") && minutes < 60;
    (is_one && offset.abs() <= OFFSET_MAX).then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_back_and_anything_else_is_none() {
        for offset in [-720, -570, -30, 0, 330, 420, 480, 540, 840] {
            let mut body = object([]);
            put_zone(&mut body, offset);
            assert_eq!(zone(&body), Some(offset), "{body}");
        }
        for wrong in
            ["7", "+07.00", "+7:00", "+07:60", "+15:00", "07:00", "+ 7:00", "WIB", "", "+07:00 ", "é07:00"]
        {
            let body = object([("ext", object([("zone", text(wrong))]))]);
            assert_eq!(zone(&body), None, "{wrong}");
        }
        assert_eq!(zone(&object([("ext", text("+07:00"))])), None);
    }
}
