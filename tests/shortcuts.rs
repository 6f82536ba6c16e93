//! What the installed app's icon offers, and which windows are no place to keep anything.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use std::sync::Arc;

use common::bench::open;
use common::{add, apply, blank, day, occasion, rate};
use roundel::domain::{Edit, Record, RecordId, Sitting, Step};
use roundel::state::{Route, is_built_in_browser};

/// A chart that was rated on `rated` and is over, to be looked at again on `look`.
fn over(id: &str, rated: &str, look: Option<&str>) -> Record {
    let mut record = blank();
    record.id = RecordId::new(id);
    Arc::make_mut(&mut record.occasions[0]).rated_on = day(rated);
    apply(&mut record, rated, [add("a", "Planning"), rate("first", "a", 4), Edit::Finish(occasion("first"))]);
    record.making.step = Step::Closing;
    record.next_look = look.map(day);
    record
}

/// The chart that is rated when the shortcut is used on 13 July 2015.
fn rated_again(records: Vec<Record>) -> Option<String> {
    open(records).app.begin_again().record().map(ToString::to_string)
}

#[test]
fn a_new_chart_begins_with_its_first_step() {
    let bench = open(vec![]);
    let Route::Make { record, step: Step::Frame, item: None } = bench.app.begin_new() else { panic!("another screen") };
    assert_eq!(bench.ids(), [record.to_string()]);
}

#[test]
fn rating_again_begins_with_what_has_been_due_for_longest_else_with_what_was_rated_last() {
    let old = || over("old", "2014-01-01", None);
    let late = || over("late", "2015-06-01", Some("2015-07-14"));
    assert_eq!(rated_again(vec![old(), late()]).unwrap(), "late");
    assert_eq!(rated_again(vec![late(), old()]).unwrap(), "late");
    let due = || over("due", "2014-05-01", Some("2015-07-13"));
    assert_eq!(rated_again(vec![old(), late(), due()]).unwrap(), "due");
    let long_due = over("long", "2014-04-01", Some("2015-01-01"));
    assert_eq!(rated_again(vec![due(), late(), long_due]).unwrap(), "long");
}

#[test]
fn samples_and_what_was_never_rated_are_not_rated_again() {
    let mut sample = over("sample", "2015-06-01", Some("2015-06-02"));
    sample.sample = true;
    let mut never = blank();
    never.next_look = Some(day("2015-01-01"));
    assert_eq!(open(vec![]).app.begin_again(), Route::Home);
    assert_eq!(open(vec![sample.clone(), never]).app.begin_again(), Route::Home);
    assert_eq!(rated_again(vec![sample, over("own", "2014-06-13", None)]).unwrap(), "own");
}

#[test]
fn what_is_somebody_elses_is_not_rated_and_waits_for_nobody_here() {
    let mut held = over("held", "2015-06-01", Some("2015-06-02"));
    held.held_since = Some(day("2015-06-03"));
    let bench = open(vec![held.clone()]);
    assert_eq!((bench.app.begin_again(), bench.app.due_count()), (Route::Home, 0));
    let own = over("own", "2014-06-13", Some("2015-07-13"));
    assert_eq!(open(vec![held.clone(), own.clone()]).app.due_count(), 1);
    assert_eq!(rated_again(vec![held, own]).unwrap(), "own");
}

#[test]
fn rating_again_begins_a_time_and_goes_on_with_what_was_begun() {
    let bench = open(vec![over("chart", "2014-06-13", None)]);
    let first = bench.app.begin_again();
    assert!(matches!(first, Route::Rate { .. }), "{first:?}");
    assert_eq!(bench.chart().occasions.len(), 2);
    assert_eq!(bench.app.begin_again(), first);
    assert_eq!(bench.chart().occasions.len(), 2);

    let mut making = blank();
    apply(&mut making, "2014-06-13", [add("a", "Planning"), rate("first", "a", 4), Edit::At(Step::Matters)]);
    let expected = Route::of_step(&making, Step::Matters);
    assert_eq!(open(vec![making]).app.begin_again(), expected);
}

#[test]
fn rating_again_asks_everything() {
    let mut quick = over("chart", "2014-06-13", None);
    apply(&mut quick, "2014-07-13", [add("b", "Feedback")]);
    let bench = open(vec![quick]);
    bench.app.begin_again();
    let begun = bench.chart().occasions[1].clone();
    let mut all = bench.chart();
    all.occasions.truncate(1);
    apply(&mut all, "2015-07-13", [Edit::StartOccasion { occasion: begun.id.clone(), sitting: Sitting::All }]);
    assert_eq!(all.occasions[1], begun);
}

/// What windows of other apps call themselves, by the app.
const BUILT_IN: &[(&str, &str)] = &[
    (
        "a page in an app on Android",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240705.005; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36",
    ),
    (
        "the same before 2014",
        "Mozilla/5.0 (Linux; Android 4.4.4; G7-L01 Build/HuaweiG7-L01) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/33.0.0.0 Mobile Safari/537.36",
    ),
    (
        "a page in an app on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    ),
    (
        "a page in an app on an iPad that calls itself a Macintosh",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
    ),
    (
        "Facebook, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/478.0.0.46.111;FBBV/647759259;FBDV/iPhone12,8;FBMD/iPhone;FBSN/iOS;FBSV/17.6.1;FBSS/2;FBCR/;FBID/phone;FBLC/fr_FR;FBOP/80]",
    ),
    (
        "Facebook, Android, without the system's mark",
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/450.0.0.0;]",
    ),
    (
        "Instagram, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_2_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 221.0.0.9.115 (iPhone12,1; iOS 15_2_1; de_AT; de-AT; scale=2.00; 828x1792; 349031919)",
    ),
    (
        "Instagram, Android, without the system's mark",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 336.0.0.0 Android",
    ),
    (
        "Threads",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Barcelona 349.0.0.21.106 (iPhone15,2; iOS 17_6; fr_FR; fr; scale=3.00; 1179x2556; 635000000)",
    ),
    (
        "Line, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 13_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/10.0.2",
    ),
    (
        "Line, Android",
        "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 Line/14.16.0/IAB",
    ),
    (
        "WeChat, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.29(0x18001d36) NetType/WIFI Language/zh_CN",
    ),
    (
        "WeChat, Android",
        "Mozilla/5.0 (Linux; Android 12; ONEPLUS A5010 Build/SQ3A.220705.004; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5015 MMWEBSDK/20221206 MMWEBID/1054 MicroMessenger/8.0.32.2300(0x28002035) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64",
    ),
    (
        "KakaoTalk",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 KAKAOTALK 10.8.5",
    ),
    (
        "Snapchat, which names Safari",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.3 Mobile/15E148 Snapchat/11.64.0.38 (like Safari/8612.4.9.0.3, panda)",
    ),
    (
        "TikTok, which names Safari",
        "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1 musical_ly_34.0.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/IE isDarkMode/0 WKWebView/1 RevealType/Dialog",
    ),
    (
        "TikTok, Android",
        "Mozilla/5.0 (Linux; Android 13; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 trill_2023008030 JsSdk/1.0 NetType/WIFI BytedanceWebview/d8a21c6",
    ),
    (
        "LinkedIn, which names Safari",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1 [LinkedInApp]/9.78.4909",
    ),
    (
        "X",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Twitter for iPhone/10.34",
    ),
    (
        "Pinterest",
        "Mozilla/5.0 (Linux; Android 13; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 [Pinterest/Android]",
    ),
    (
        "Teams, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 TeamsMobile-iOS",
    ),
    (
        "Teams, Android",
        "Mozilla/5.0 (Linux; Android 8.1.0; SM-G610F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.101 Mobile Safari/537.36 TeamsMobile-Android",
    ),
    (
        "Teams, Mac",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 11_3_1) AppleWebKit/537.36 (KHTML, like Gecko) Teams/1.8.00.3758 Chrome/126.0.6478.261 Electron/31.7.7 Safari/537.36",
    ),
    (
        "the search app on an iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/321.0.645944285 Mobile/15E148 Safari/604.1",
    ),
];

/// What browsers call themselves that keep what is written in them.
const BROWSERS: &[(&str, &str)] = &[
    (
        "Safari, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
    ),
    (
        "Safari, Mac and iPad",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    ),
    (
        "Chrome, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_2_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/132.0.6834.100 Mobile/15E148 Safari/604.1",
    ),
    (
        "Chrome, Android",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36",
    ),
    (
        "Chrome, Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    ),
    (
        "Firefox, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/125.0 Mobile/15E148 Safari/605.1.15",
    ),
    ("Firefox, Mac", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ("Firefox, Android", "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"),
    (
        "Edge, Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.86",
    ),
    (
        "Edge, Android",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36 EdgA/124.0.0.0",
    ),
    (
        "Edge, iPhone",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 EdgiOS/124.0.0.0 Mobile/15E148 Safari/605.1.15",
    ),
    (
        "Samsung Internet",
        "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
    ),
    (
        "WebKit on Linux",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15",
    ),
    ("none", ""),
];

#[test]
fn windows_of_other_apps_are_told_from_browsers() {
    for (name, user_agent) in BUILT_IN {
        assert!(is_built_in_browser(user_agent), "{name}");
    }
    for (name, user_agent) in BROWSERS {
        assert!(!is_built_in_browser(user_agent), "{name}");
    }
}
