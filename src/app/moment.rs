//! When something happens, and with what chance. A moment, as the outside tells it: seconds since 1970 in UTC and the local offset.

use crate::domain::date::{iso, two};
use crate::seal::record::{Record, SignedAt};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike};

/// The offset of western Indonesia.
pub const WIB: i32 = 420;

/// A point in time with the offset of the person's clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Moment {
    /// Seconds since 1970-01-01 in UTC.
    pub seconds: i64,
    /// Minutes that local time is ahead of UTC.
    pub offset: i32,
}

/// What the outside knows at the time of a message.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// Now.
    pub now: Moment,
    /// Fresh random bytes; used by a message at most once.
    pub entropy: [u8; 32],
    /// More of them, for a replacement code, which must not follow from the others.
    pub spare: [u8; 16],
}

impl Moment {
    /// Writes the moment as records hold it, `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn stamp(self) -> String {
        let time = utc(self.seconds);
        let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(two);
        [&iso(time.date()), "T", &hour, ":", &minute, ":", &second, "Z"].concat()
    }

    /// Gives the local day, hour and minute.
    pub fn local(self) -> (NaiveDate, u32, u32) {
        let time = utc(self.seconds + i64::from(self.offset) * 60);
        (time.date(), time.hour(), time.minute())
    }

    /// Gives the moment in the form in which a signature carries it, with the zone of the clock.
    pub fn signed_at(self) -> SignedAt {
        SignedAt { created: self.stamp(), zone: Some(self.offset) }
    }

    /// Gives the moment at which a record says it was signed, in the zone in which it was signed, so that it
    /// reads the same for both sides. Where the record does not name its zone, that is western Indonesia.
    pub fn of(record: &Record) -> Moment {
        let zone = Moment { seconds: 0, offset: record.zone().unwrap_or(WIB) };
        // A record was verified, so its time is a real one.
        zone.read(record.created()).unwrap_or(zone)
    }

    /// Reads a stored time, seen from this moment's offset.
    pub fn read(self, stamp: &str) -> Option<Moment> {
        let day = crate::domain::date::date(stamp.get(..10)?)?;
        let (hour, minute) = crate::domain::date::time(stamp.get(11..16)?)?;
        let second: u32 = stamp.get(17..19)?.parse().ok()?;
        let time = day.and_hms_opt(hour, minute, second)?;
        Some(Moment { seconds: time.and_utc().timestamp(), offset: self.offset })
    }
}

fn utc(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0).map(|time| time.naive_utc()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc_and_read_in_local_time() {
        let moment = Moment { seconds: 1_741_939_199, offset: 420 };
        assert_eq!(moment.stamp(), "2025-03-14T07:59:59Z");
        assert_eq!(moment.local(), (crate::domain::date::date("2025-03-14").unwrap(), 14, 59));
        assert_eq!(moment.read(&moment.stamp()), Some(moment));
        assert_eq!(moment.read("yesterday"), None);
    }
}
