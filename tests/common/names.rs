//! Names of attributes for pictures, short and long.

/// As many as a wheel carries.
pub const NAMES: [&str; 20] = [
    "Planning",
    "Demonstrate subject knowledge",
    "Monitoring learning",
    "Recording progress",
    "Using student data",
    "Classroom behaviour management",
    "Assessment for learning",
    "Effective feedback",
    "Differentiation",
    "Motivating pupils",
    "Having empathy for pupils",
    "Musicianship / being musical",
    "Using my voice",
    "High expectations",
    "Questioning",
    "Ensemble skills",
    "Technology",
    "Composing together",
    "Inclusion",
    "Knowing when to stop talking",
];
