//! The clock of the device.

use crate::app::moment::Moment;
use js_sys::Date;

/// Gives the moment now.
pub fn now() -> Moment {
    let date = Date::new_0();
    Moment { seconds: (date.get_time() / 1000.0) as i64, offset: -(date.get_timezone_offset() as i32) }
}

/// Gives the milliseconds since 1970, to tell how long ago something was.
pub fn milliseconds() -> f64 {
    Date::now()
}
