//! What a check has to say: three levels, a message by key.

use crate::base::order;
use std::borrow::Cow;
use std::fmt;

/// How much a finding weighs. Ordered: `Salah` is the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Good to know; nothing to do.
    Info,
    /// May go on; the reason is recorded.
    Periksa,
    /// Blocks finishing. The value is kept all the same.
    Salah,
}

/// One finding about one value. The words live in Fluent under [`Verdict::id`]: the message itself
/// says what, its attributes `.why` and `.next` say why and what to do next.
#[derive(Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How grave it is.
    pub level: Level,
    /// Fluent message id, e.g. `nik-length`.
    pub id: &'static str,
    /// Arguments of the message. May hold personal data: never printed by `Debug`.
    pub args: Vec<(&'static str, Cow<'static, str>)>,
}

impl Verdict {
    /// A finding without arguments.
    pub const fn new(level: Level, id: &'static str) -> Self {
        Self { level, id, args: Vec::new() }
    }

    /// The same finding with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}({})", self.level, self.id)
    }
}

/// A text read as a value of the field, with all that was found on the way.
///
/// `value` is there unless a finding is [`Level::Salah`]; the text itself is never lost, because
/// callers keep it.
#[derive(Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The value, when the text has the shape of one.
    pub value: Option<T>,
    /// All findings, gravest first.
    pub verdicts: Vec<Verdict>,
}

impl<T> Parsed<T> {
    /// A value with nothing to say about it.
    pub const fn good(value: T) -> Self {
        Self { value: Some(value), verdicts: Vec::new() }
    }

    /// No value, and the one reason why.
    pub fn bad(verdict: Verdict) -> Self {
        Self { value: None, verdicts: vec![verdict] }
    }

    /// A value with all that was found, put in order. The value is dropped when a finding is
    /// [`Level::Salah`], so that the promise of this type holds whatever a parser hands in.
    pub fn found(value: T, mut verdicts: Vec<Verdict>) -> Self {
        // Stable, so findings of one level stay in the order they were made.
        order::sort_by_key(&mut verdicts, |verdict| std::cmp::Reverse(verdict.level));
        let spoiled = verdicts.first().is_some_and(|verdict| verdict.level == Level::Salah);
        Self { value: (!spoiled).then_some(value), verdicts }
    }

    /// The gravest level found, if anything was found.
    pub fn level(&self) -> Option<Level> {
        self.verdicts.iter().map(|verdict| verdict.level).max()
    }
}

impl<T> fmt::Debug for Parsed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parsed")
            .field("has_value", &self.value.is_some())
            .field("verdicts", &self.verdicts)
            .finish()
    }
}
