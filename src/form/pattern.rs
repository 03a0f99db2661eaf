//! `fits(text, pattern)`: whether a whole text is what a pattern says. The patterns of everyday forms,
//! never more work than letters times signs of the pattern.
//!
//! Letters, `.`, `[a-z]`, `[^…]`, `\d \w \s`, `( )`, `|`, `* + ? {m,n}`; `^` and `$` are taken as said.

/// Most states of a pattern.
const MOST: usize = 2_000;
const MOST_DEPTH: usize = 30;

#[derive(Debug, Clone)]
enum Step {
    /// Takes a letter in one of these ranges (or in none of them).
    Letter {
        not: bool,
        ranges: Vec<(char, char)>,
    },
    /// Goes on at both places.
    Fork(usize, usize),
    Jump(usize),
    End,
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    steps: Vec<Step>,
}

/// Whether `fits` understands a pattern.
pub fn is_pattern(source: &str) -> bool {
    Pattern::of(source).is_some()
}

struct Reader<'a> {
    letters: std::iter::Peekable<std::str::Chars<'a>>,
    depth: usize,
}

#[derive(Debug, Clone)]
enum Part {
    Letter { not: bool, ranges: Vec<(char, char)> },
    Row(Vec<Part>),
    Either(Vec<Part>),
    Repeat(Box<Part>, usize, Option<usize>),
}

impl Pattern {
    /// `None` for a pattern that is not understood, or too large.
    pub(super) fn of(source: &str) -> Option<Self> {
        let source = source.strip_prefix('^').unwrap_or(source);
        let escaped = source.ends_with("\\$");
        let source = source.strip_suffix('$').filter(|_| !escaped).unwrap_or(source);
        let mut reader = Reader { letters: source.chars().peekable(), depth: 0 };
        let part = reader.either()?;
        if reader.letters.next().is_some() {
            return None;
        }
        let mut steps = Vec::new();
        emit(&part, &mut steps)?;
        steps.push(Step::End);
        Some(Self { steps })
    }

    /// Whether the whole text is what the pattern says.
    pub(super) fn fits(&self, text: &str) -> bool {
        let mut now = self.closure(vec![0]);
        for letter in text.chars() {
            let next = now.iter().filter(|at| match &self.steps[**at] {
                Step::Letter { not, ranges } => {
                    ranges.iter().any(|(from, to)| (*from..=*to).contains(&letter)) != *not
                }
                _ => false,
            });
            let next = next.map(|at| at + 1).collect();
            now = self.closure(next);
            if now.is_empty() {
                return false;
            }
        }
        now.iter().any(|at| matches!(self.steps[*at], Step::End))
    }

    fn closure(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut seen = vec![false; self.steps.len()];
        let mut all = Vec::new();
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match &self.steps[at] {
                Step::Fork(one, two) => open.extend([*one, *two]),
                Step::Jump(to) => open.push(*to),
                Step::Letter { .. } | Step::End => all.push(at),
            }
        }
        all
    }
}

fn emit(part: &Part, steps: &mut Vec<Step>) -> Option<()> {
    if steps.len() > MOST {
        return None;
    }
    match part {
        Part::Letter { not, ranges } => {
            steps.push(Step::Letter { not: *not, ranges: ranges.clone() });
        }
        Part::Row(parts) => parts.iter().try_for_each(|part| emit(part, steps))?,
        Part::Either(parts) => {
            let mut jumps = Vec::new();
            for (at, part) in parts.iter().enumerate() {
                if at + 1 == parts.len() {
                    emit(part, steps)?;
                    continue;
                }
                let fork = steps.len();
                steps.push(Step::Jump(0));
                emit(part, steps)?;
                jumps.push(steps.len());
                steps.push(Step::Jump(0));
                steps[fork] = Step::Fork(fork + 1, steps.len());
            }
            let end = steps.len();
            for jump in jumps {
                steps[jump] = Step::Jump(end);
            }
        }
        Part::Repeat(part, least, most) => {
            for _ in 0..*least {
                emit(part, steps)?;
            }
            match most {
                None => {
                    let fork = steps.len();
                    steps.push(Step::Jump(0));
                    emit(part, steps)?;
                    steps.push(Step::Jump(fork));
                    steps[fork] = Step::Fork(fork + 1, steps.len());
                }
                Some(most) => {
                    let mut forks = Vec::new();
                    for _ in *least..*most {
                        forks.push(steps.len());
                        steps.push(Step::Jump(0));
                        emit(part, steps)?;
                    }
                    let end = steps.len();
                    for fork in forks {
                        steps[fork] = Step::Fork(fork + 1, end);
                    }
                }
            }
        }
    }
    (steps.len() <= MOST).then_some(())
}

impl Reader<'_> {
    fn takes(&mut self, wanted: char) -> bool {
        self.letters.next_if_eq(&wanted).is_some()
    }

    fn either(&mut self) -> Option<Part> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let mut all = vec![self.row()?];
        while self.takes('|') {
            all.push(self.row()?);
        }
        self.depth -= 1;
        Some(if all.len() == 1 { all.remove(0) } else { Part::Either(all) })
    }

    fn row(&mut self) -> Option<Part> {
        let mut all = Vec::new();
        while let Some(letter) = self.letters.peek().copied() {
            if ['|', ')'].contains(&letter) {
                break;
            }
            let one = self.one()?;
            all.push(self.counted(one)?);
        }
        Some(Part::Row(all))
    }

    fn one(&mut self) -> Option<Part> {
        Some(match self.letters.next()? {
            '(' => {
                if self.takes('?') && !self.takes(':') {
                    return None;
                }
                let inside = self.either()?;
                if !self.takes(')') {
                    return None;
                }
                inside
            }
            '.' => Part::Letter { not: true, ranges: vec![('\n', '\n')] },
            '[' => self.class()?,
            '\\' => {
                let (not, ranges) = self.escaped()?;
                Part::Letter { not, ranges }
            }
            '*' | '+' | '?' | '{' | '^' | '$' => return None,
            letter => Part::Letter { not: false, ranges: vec![(letter, letter)] },
        })
    }

    fn escaped(&mut self) -> Option<(bool, Vec<(char, char)>)> {
        let letter = self.letters.next()?;
        let ranges = match letter.to_ascii_lowercase() {
            'd' => vec![('0', '9')],
            'w' => vec![('0', '9'), ('a', 'z'), ('A', 'Z'), ('_', '_')],
            's' => vec![(' ', ' '), ('\t', '\r')],
            _ if letter.is_alphanumeric() => return None,
            _ => return Some((false, vec![(letter, letter)])),
        };
        Some((letter.is_ascii_uppercase(), ranges))
    }

    fn class(&mut self) -> Option<Part> {
        let not = self.takes('^');
        let mut ranges: Vec<(char, char)> = Vec::new();
        let mut first = true;
        loop {
            let from = match self.letters.next()? {
                ']' if !first => return Some(Part::Letter { not, ranges }),
                '\\' => {
                    let (not, mut escaped) = self.escaped()?;
                    if not {
                        return None;
                    }
                    if escaped.len() > 1 || escaped[0].0 != escaped[0].1 {
                        ranges.append(&mut escaped);
                        first = false;
                        continue;
                    }
                    escaped[0].0
                }
                letter => letter,
            };
            first = false;
            if self.letters.peek() != Some(&'-') {
                ranges.push((from, from));
                continue;
            }
            self.letters.next();
            match self.letters.next()? {
                ']' => {
                    ranges.extend([(from, from), ('-', '-')]);
                    return Some(Part::Letter { not, ranges });
                }
                '\\' => ranges.push((from, self.letters.next()?)),
                to if to >= from => ranges.push((from, to)),
                _ => return None,
            }
        }
    }

    fn counted(&mut self, part: Part) -> Option<Part> {
        let (least, most) = match self.letters.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.letters.next();
                let mut inside = String::new();
                loop {
                    match self.letters.next()? {
                        '}' => break,
                        letter => inside.push(letter),
                    }
                }
                let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
                let least = if least.is_empty() { 0 } else { least.trim().parse().ok()? };
                let most =
                    if most.trim().is_empty() { None } else { Some(most.trim().parse().ok()?) };
                if least > MOST || most.is_some_and(|most| most < least || most > MOST) {
                    return None;
                }
                return Some(self.lazy(Part::Repeat(Box::new(part), least, most)));
            }
            _ => return Some(part),
        };
        self.letters.next();
        Some(self.lazy(Part::Repeat(Box::new(part), least, most)))
    }

    /// How eagerly a repeat takes makes no difference to whether the whole fits.
    fn lazy(&mut self, part: Part) -> Part {
        self.takes('?');
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pattern_says_what_the_whole_text_is() {
        for (pattern, text, fits) in [
            ("[0-9]{16}", "1472061708450001", true),
            ("^\\d{5}$", "56101", true),
            ("\\d{5}", "561011", false),
            ("(08|62)[0-9]{8,12}", "081234567890", true),
            ("(08|62)[0-9]{8,12}", "0712345678901", false),
            ("[A-Z][a-z]*( [A-Z][a-z]*)?", "Siti Aminah", true),
            ("a|b|", "", true),
            ("[^@ ]+@[^@ ]+\\.[a-z]{2,}", "siti@contoh.id", true),
            ("[^@ ]+@[^@ ]+\\.[a-z]{2,}", "siti@contoh", false),
            ("(a*)*", "aaaa", true),
            ("(?:ab)+?", "abab", true),
        ] {
            let found = Pattern::of(pattern).map(|pattern| pattern.fits(text));
            assert_eq!(found, Some(fits), "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_none_and_a_huge_one_too() {
        for pattern in ["(", "[a", "a{3", "*", "(?=a)", "((a{99}){99}){99}", "\\p{L}", "a{9999999}"]
        {
            assert!(Pattern::of(pattern).is_none(), "{pattern}");
        }
        assert!(Pattern::of(&"(".repeat(10_000)).is_none());
    }

    proptest! {
        #[test]
        fn no_pattern_ever_stops_the_program(pattern in "[ab()|*+?{},0-9\\[\\]^$\\\\d.-]{0,24}", text in "[ab0-9]{0,30}") {
            if let Some(pattern) = Pattern::of(&pattern) {
                pattern.fits(&text);
            }
        }
    }
}
