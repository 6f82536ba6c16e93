//! Windows that another app shows a page in: what is stored there may be gone with the window.

/// What such windows put into the name of their browser. Each stands in a table of real ones in `tests/shortcuts.rs`.
const NAMES: &[&str] = &[
    // Android: the system's view of a page in an app, and its older form.
    "; wv)",
    "Version/4.0 Chrome/",
    // Facebook, Messenger, Instagram, Threads.
    "FBAN/",
    "FBAV/",
    "FB_IAB/",
    "Instagram ",
    "Barcelona ",
    // Other chats, networks and meetings.
    " Line/",
    "MicroMessenger/",
    "KAKAOTALK",
    "Snapchat",
    "musical_ly",
    "BytedanceWebview",
    "LinkedInApp",
    "[Pinterest/",
    "TeamsMobile-",
    "Teams/",
    // The search app on iPhones.
    " GSA/",
];

/// Apple's devices. An iPad may say that it is a Macintosh.
const APPLE: &[&str] = &["(iPhone;", "(iPad;", "(iPod", "(Macintosh;"];

/// Whether a browser of this name is one that another app has built in, for pages that are opened in passing: from a
/// chat, or from a code that was scanned. On iPhones an installed app goes by the same name; it is told apart by other
/// means.
pub fn is_built_in_browser(user_agent: &str) -> bool {
    let has = |name: &&str| user_agent.contains(*name);
    let bare = APPLE.iter().any(has) && user_agent.contains("AppleWebKit/") && !user_agent.contains("Safari/");
    bare || NAMES.iter().any(has)
}
