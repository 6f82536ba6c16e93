//! The forms for talks that come with the app: one file each in `public/talks/`.

/// The id of the agreement before a first talk.
pub const AGREEMENT: &str = "agreement";

/// The form of what is noted item by item while two look at a chart together. It has no questions of its own.
pub const SIDE_BY_SIDE: &str = "together";

/// The forms by their ids, in the order in which they are offered. The file is the id and `.json`.
pub const TALK_FORMS: [&str; 9] = [
    "notes",
    "grow",
    "mentor-meeting",
    "coach-session",
    "peer-review",
    "lesson-study",
    "mentor-evidence",
    "reflection",
    AGREEMENT,
];
