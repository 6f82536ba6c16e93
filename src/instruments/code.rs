//! What stands for a participant instead of a name: a bird and a number, such as "heron-42".

/// Birds whose names are short and hard to mistake for another's.
const BIRDS: [&str; 32] = [
    "avocet", "bittern", "curlew", "dipper", "dunlin", "eider", "falcon", "finch", "gannet", "goshawk", "grebe",
    "heron", "hobby", "jackdaw", "kestrel", "lapwing", "linnet", "magpie", "merlin", "nuthatch", "osprey", "petrel",
    "plover", "puffin", "raven", "redwing", "siskin", "starling", "swift", "teal", "wagtail", "wren",
];

/// A code made from `random`, an id that nobody else has.
pub fn new_code(random: &str) -> String {
    let digits = random.bytes().rev().take(6).filter_map(|digit| char::from(digit).to_digit(16));
    let number = digits.fold(0_usize, |number, digit| number * 16 + digit as usize);
    let bird = BIRDS.get(number % BIRDS.len()).copied().unwrap_or_default();
    format!("{bird}-{}", 10 + number / BIRDS.len() % 90)
}

/// Whether `code` may tell who somebody is: an e-mail address, or words without a number.
pub fn looks_like_a_name(code: &str) -> bool {
    let code = code.trim();
    code.contains('@') || (!code.is_empty() && !code.contains(|sign: char| sign.is_numeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_bird_and_a_number_and_no_name() {
        assert_eq!(new_code("0000000000000000000000000000000b"), "avocet-98");
        assert_eq!(new_code("00000000000000000000000000ffffff"), "wren-47");
        assert_eq!(new_code(""), "avocet-10");
        assert!(!looks_like_a_name("heron-42"));
        assert!(["Anna", "anna smith", "a.smith1@example.org"].into_iter().all(looks_like_a_name));
        assert!(!looks_like_a_name(" "));
    }
}
