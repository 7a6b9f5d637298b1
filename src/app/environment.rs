//! Where the page is open: in a browser of its own, inside another app, or in a window that forgets
//! everything. A key that is made inside another app, or in such a window, is soon lost.
//!
//! Chromium tells nobody any more that a window is private: it gives the same room everywhere, and little
//! room is a sign of a full phone just as well. So only what Firefox and Safari say is believed.

/// What the browser says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// The name that the browser gives itself.
    pub agent: String,
    /// Why the browser refused a folder of its own for this page; empty when it did not, or was not asked.
    pub refusal: String,
    /// Whether it shares files with other apps of the device.
    pub shares_files: bool,
}

/// Where the page is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Place {
    /// In an ordinary window of a browser, as far as can be known.
    #[default]
    Browser,
    /// Inside another app, with its name; empty when only the fact is known.
    InApp(&'static str),
    /// In a private window, which forgets everything when it is closed.
    Private,
}

/// What the names of browsers inside other apps hold, and the names of these apps.
const APPS: [(&str, &str); 13] = [
    ("WhatsApp", "WhatsApp"),
    ("Instagram", "Instagram"),
    ("FBAN/", "Facebook"),
    ("FBAV/", "Facebook"),
    ("FB_IAB", "Facebook"),
    (" Line/", "LINE"),
    ("musical_ly", "TikTok"),
    ("TikTok", "TikTok"),
    ("trill_", "TikTok"),
    ("BytedanceWebview", "TikTok"),
    ("Telegram", "Telegram"),
    ("MicroMessenger", "WeChat"),
    // The browser that Android lends to apps that have none of their own.
    ("; wv)", ""),
];

/// Decides where the page is open.
pub fn judge(facts: &Facts) -> Place {
    let is = |word: &str| facts.agent.contains(word);
    if let Some((_, app)) = APPS.iter().find(|(sign, _)| is(sign)) {
        return Place::InApp(app);
    }
    let is_firefox = is("Firefox/") && facts.refusal.starts_with("SecurityError");
    let is_safari = is("Safari/") && !is("Chrome/") && facts.refusal.contains("unknown transient reason");
    if is_firefox || is_safari { Place::Private } else { Place::Browser }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 13; SM-A047F";
    const KIT: &str = "AppleWebKit/537.36 (KHTML, like Gecko)";
    const IPHONE: &str =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const IN_FIREFOX: &str = "SecurityError: Security error when calling GetDirectory";
    const IN_SAFARI: &str =
        "UnknownError: The operation failed for an unknown transient reason (e.g. out of memory).";

    fn at(agent: &str, refusal: &str) -> Place {
        judge(&Facts { agent: agent.into(), refusal: refusal.into(), shares_files: false })
    }

    #[test]
    fn browsers_inside_other_apps_are_told_apart_from_browsers() {
        let android = |rest: &str| [ANDROID, rest].concat();
        let wv = " Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36";
        for (agent, place) in [
            (android(&[wv, " [FB_IAB/FB4A;FBAV/468.1.0.56.78;]"].concat()), Place::InApp("Facebook")),
            (
                android(
                    &[wv, " Instagram 338.0.0.31.117 Android (33/13; 300dpi; 720x1425; samsung; SM-A047F)"]
                        .concat(),
                ),
                Place::InApp("Instagram"),
            ),
            (
                android(
                    &[wv, " musical_ly_2022803040 JsSdk/1.0 NetType/WIFI BytedanceWebview/d8a21c6"].concat(),
                ),
                Place::InApp("TikTok"),
            ),
            (android(&[wv, " Line/14.9.0/IAB"].concat()), Place::InApp("LINE")),
            (android(&[wv, " WhatsApp/2.24.13"].concat()), Place::InApp("WhatsApp")),
            (
                android(
                    &[wv, " Telegram-Android/10.14.5 (Samsung SM-A047F; Android 13; SDK 33; AVERAGE)"]
                        .concat(),
                ),
                Place::InApp("Telegram"),
            ),
            (android(wv), Place::InApp("")),
            (
                [IPHONE, " Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.42.83;FBDV/iPhone12,1]"].concat(),
                Place::InApp("Facebook"),
            ),
            (
                [IPHONE, " Mobile/15E148 Instagram 337.0.3.23.54 (iPhone12,1; iOS 17_5_1; id_ID)"].concat(),
                Place::InApp("Instagram"),
            ),
            ([IPHONE, " Mobile/15E148 WhatsApp/24.12.77"].concat(), Place::InApp("WhatsApp")),
            ([IPHONE, " Mobile/15E148 Safari Line/14.9.1"].concat(), Place::InApp("LINE")),
            ([IPHONE, " Mobile/15E148 MicroMessenger/8.0.49"].concat(), Place::InApp("WeChat")),
        ] {
            assert_eq!(at(&agent, ""), place, "{agent}");
        }
    }

    #[test]
    fn ordinary_browsers_and_installed_pages_are_left_in_peace() {
        for agent in [
            [ANDROID, ") ", KIT, " Chrome/126.0.0.0 Mobile Safari/537.36"].concat(),
            [ANDROID, ") ", KIT, " SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"].concat(),
            [ANDROID, ") ", KIT, " Chrome/126.0.0.0 Mobile Safari/537.36 OPR/83.0.0.0"].concat(),
            [ANDROID, ") ", KIT, " Chrome/126.0.0.0 Mobile DuckDuckGo/5 Safari/537.36"].concat(),
            [
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) ",
                KIT,
                " Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
            ]
            .concat(),
            [
                "Mozilla/5.0 (Linux; U; Android 12; id-id; Redmi 9A) ",
                KIT,
                " Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.10",
            ]
            .concat(),
            "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0".into(),
            FIREFOX.into(),
            [IPHONE, " Version/17.5 Mobile/15E148 Safari/604.1"].concat(),
            [IPHONE, " CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1"].concat(),
            // A page on the home screen of an iPhone does not call itself Safari.
            [IPHONE, " Mobile/15E148"].concat(),
            String::new(),
        ] {
            assert_eq!(at(&agent, ""), Place::Browser, "{agent}");
        }
    }

    #[test]
    fn a_private_window_is_known_where_the_browser_says_so_and_nowhere_else() {
        let safari = [IPHONE, " Version/17.5 Mobile/15E148 Safari/604.1"].concat();
        let chrome = ["Mozilla/5.0 (X11; Linux x86_64) ", KIT, " Chrome/126.0.0.0 Safari/537.36"].concat();
        for (agent, refusal, place) in [
            (FIREFOX, IN_FIREFOX, Place::Private),
            (FIREFOX, "TypeError: not a function", Place::Browser),
            (&safari, IN_SAFARI, Place::Private),
            (&safari, "TypeError: undefined is not a function", Place::Browser),
            // Chromium refuses a folder to a page that was opened from a file.
            (&chrome, "SecurityError: Storage directory access is denied.", Place::Browser),
        ] {
            assert_eq!(at(agent, refusal), place, "{agent} {refusal}");
        }
    }
}
