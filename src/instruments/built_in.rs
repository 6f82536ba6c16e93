//! The instruments that come with the app: one file each in `public/instruments/`.

/// What somebody wants to do. The order is the order of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Picture good practice in one's own words.
    Picture,
    /// Look at one's mentoring.
    Mentoring,
    /// Look at one's lessons.
    Lessons,
    /// Look at how one leads.
    Leading,
    /// Look at how we work together.
    Together,
    /// Look back on a course.
    LookingBack,
    /// Have pupils draw their own picture.
    Pupils,
}

impl Aim {
    /// All, in their order.
    pub const ALL: [Self; 7] =
        [Self::Picture, Self::Mentoring, Self::Lessons, Self::Leading, Self::Together, Self::LookingBack, Self::Pupils];
}

/// The built-in instruments by their ids, each under what it is for. The file is the id and `.json`.
pub const BUILT_IN: [(&str, Aim); 14] = [
    ("course-constructs", Aim::Picture),
    ("mentor-skills-audit", Aim::Mentoring),
    ("mentor-criteria", Aim::Mentoring),
    ("differentiation-confidence", Aim::Lessons),
    ("differentiation-rubric", Aim::Lessons),
    ("leadership-dispositions", Aim::Leading),
    ("leadership-learning-log", Aim::Leading),
    ("coaching-culture", Aim::Leading),
    ("working-together", Aim::Together),
    ("four-tensions", Aim::Together),
    ("effective-networks", Aim::Together),
    ("programme-reflection", Aim::LookingBack),
    ("excellent-musician", Aim::Pupils),
    ("excellent-singer", Aim::Pupils),
];

/// Whether an instrument of this id came with the app.
pub fn is_built_in(id: &str) -> bool {
    BUILT_IN.iter().any(|(each, _)| *each == id)
}
