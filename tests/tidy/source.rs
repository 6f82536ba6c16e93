//! As much of Rust's grammar as the rules need: what is code, what is a comment, what is a string.

/// A string literal: its line, what stands before it on that line, and its content.
#[derive(Debug, PartialEq)]
pub struct Literal {
    pub line: usize,
    pub before: String,
    pub text: String,
}

/// A source without its comments and with empty strings, and the strings apart.
pub struct Source {
    pub code: String,
    pub literals: Vec<Literal>,
}

impl Source {
    pub fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut source = Self { code: String::new(), literals: Vec::new() };
        let mut at = 0;
        while at < chars.len() {
            at = source.step(&chars, at);
        }
        source
    }

    /// Takes the next token, comment or string; gives where the one after it begins.
    fn step(&mut self, chars: &[char], at: usize) -> usize {
        let rest = &chars[at..];
        let after_word = at > 0 && is_word(chars[at - 1]);
        match rest {
            ['/', '/', ..] => at + rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => self.block_comment(chars, at),
            ['"', ..] => self.literal(chars, at, 1, None),
            ['r', '"' | '#', ..] | ['b', 'r', '"' | '#', ..] if !after_word => {
                let prefix = 1 + rest.iter().position(|&c| c == 'r').unwrap_or(0);
                let hashes = rest[prefix..].iter().take_while(|&&c| c == '#').count();
                match rest.get(prefix + hashes) {
                    Some('"') => self.literal(chars, at, prefix + hashes + 1, Some(hashes)),
                    _ => self.plain(chars, at, 1),
                }
            }
            ['\'', '\\', _, ..] => {
                let end = rest.iter().skip(3).position(|&c| c == '\'').map_or(rest.len(), |end| end + 4);
                self.plain(chars, at, end)
            }
            ['\'', _, '\'', ..] => self.plain(chars, at, 3),
            _ => self.plain(chars, at, 1),
        }
    }

    fn plain(&mut self, chars: &[char], at: usize, count: usize) -> usize {
        self.code.extend(&chars[at..at + count]);
        at + count
    }

    fn block_comment(&mut self, chars: &[char], mut at: usize) -> usize {
        let mut depth = 0;
        while at < chars.len() {
            match &chars[at..] {
                ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
                ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
                ['\n', ..] => at = self.plain(chars, at, 1),
                _ => at += 1,
            }
            if depth == 0 {
                break;
            }
        }
        at
    }

    /// A string whose content begins `opening` characters on; `hashes` when it is raw.
    fn literal(&mut self, chars: &[char], at: usize, opening: usize, hashes: Option<usize>) -> usize {
        let line = self.code.matches('\n').count() + 1;
        let before = self.code.rsplit('\n').next().unwrap_or("").to_owned();
        let start = at + opening;
        let mut end = start;
        let closes = |end: usize| {
            chars[end] == '"' && chars[end + 1..].iter().take_while(|&&c| c == '#').count() >= hashes.unwrap_or(0)
        };
        while end < chars.len() && !closes(end) {
            end += if chars[end] == '\\' && hashes.is_none() { 2 } else { 1 };
        }
        let end = end.min(chars.len());
        let text: String = chars[start..end].iter().collect();
        self.code.push('"');
        self.code.extend(text.chars().filter(|&c| c == '\n'));
        self.code.push('"');
        self.literals.push(Literal { line, before, text });
        (end + 1 + hashes.unwrap_or(0)).min(chars.len())
    }

    /// The lines on which `word` stands as a word of its own and is followed by `then`, spaces aside.
    pub fn lines_with(&self, word: &str, then: &str) -> Vec<usize> {
        let found = self.code.match_indices(word).filter(|(at, _)| {
            let (before, after) = (&self.code[..*at], &self.code[at + word.len()..]);
            !before.ends_with(is_word) && !after.starts_with(is_word) && after.trim_start().starts_with(then)
        });
        found.map(|(at, _)| self.code[..at].matches('\n').count() + 1).collect()
    }

    /// The lines on which a crate, or a path, is named: `name::…`, `use name`.
    pub fn lines_naming(&self, name: &str) -> Vec<usize> {
        let mut lines = self.lines_with(name, "::");
        lines.extend(self.lines_with(name, ";"));
        lines.extend(self.lines_with(name, "as "));
        lines
    }
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_and_strings_are_told_from_code() {
    let source = Source::new(concat!(
        "let a = \"one // \\\" two\"; // leptos::x\n",
        "/* a /* nested */ leptos::y */ let b = r#\"raw \" text\"#;\n",
        "fn f<'a>(c: char) { c == '\"' || c == '\\''; g(\"last\") }\n",
    ));
    let texts: Vec<&str> = source.literals.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(texts, ["one // \\\" two", "raw \" text", "last"]);
    assert_eq!(source.literals[2].line, 3);
    assert!(source.lines_naming("leptos").is_empty());
}

#[test]
fn names_are_found_as_words() {
    let source = Source::new("use web_sys::Window;\nlet x = my_web_sys::y;\nleptos :: z();\nuse rand;\n");
    assert_eq!(source.lines_naming("web_sys"), [1]);
    assert_eq!(source.lines_naming("leptos"), [3]);
    assert_eq!(source.lines_naming("rand"), [4]);
}
