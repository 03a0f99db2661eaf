//! A value as expressions see it.
//!
//! Its `Debug` tells the type only: values are what people said.

use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelNull, CelString};
use cel::common::value::Val;
use std::fmt;

/// A value as expressions see it; `Null` for anything unanswered.
#[derive(Default)]
pub(super) enum Datum {
    /// Unanswered, not of its kind, or of a question that does not apply.
    #[default]
    Null,
    /// `yes_no`, `statement`.
    Bool(CelBool),
    /// `integer`, `rupiah`.
    Int(CelInt),
    /// `decimal`.
    Double(CelDouble),
    /// Everything written; dates as `YYYY-MM-DD`.
    Text(CelString<'static>),
    /// `choices`.
    List(CelList<'static>),
}

impl fmt::Debug for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_val().get_type().name())
    }
}

impl Datum {
    /// A text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(CelString::from(text.into()))
    }

    /// A list of texts.
    pub(super) fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<Box<dyn Val>> = words
            .into_iter()
            .map(|word| Box::new(CelString::from(word.to_owned())) as Box<dyn Val>)
            .collect();
        Self::List(CelList::from(words))
    }

    /// A whole number.
    pub(super) fn int(number: i64) -> Self {
        Self::Int(CelInt::from(number))
    }

    /// A result of CEL; null when it is nothing an answer could be.
    pub(super) fn of(value: &dyn Val) -> Self {
        if let Some(text) = value.downcast_ref::<CelString>() {
            Self::text(text.inner())
        } else if let Some(int) = value.downcast_ref::<CelInt>() {
            Self::int(*int.inner())
        } else if let Some(yes) = value.downcast_ref::<CelBool>() {
            Self::Bool(CelBool::from(*yes.inner()))
        } else if let Some(number) = value.downcast_ref::<CelDouble>() {
            Self::Double(CelDouble::from(*number.inner()))
        } else if let Some(list) = value.downcast_ref::<CelList>() {
            let words = list.inner().iter().filter_map(|item| item.downcast_ref::<CelString>());
            Self::list(words.map(CelString::inner))
        } else {
            Self::Null
        }
    }

    /// As CEL takes it.
    pub(super) fn as_val(&self) -> &(dyn Val + 'static) {
        static NULL: CelNull = CelNull;
        match self {
            Self::Null => &NULL,
            Self::Bool(value) => value,
            Self::Int(value) => value,
            Self::Double(value) => value,
            Self::Text(value) => value,
            Self::List(value) => value,
        }
    }

    /// Whether nothing is there; an empty text counts as nothing.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.inner().is_empty(),
            _ => false,
        }
    }

    /// The value as it would be typed: `15000000`, `1945-08-17`, `ya`, `a b`.
    pub(super) fn raw(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(yes) => if *yes.inner() { "ya" } else { "tidak" }.to_owned(),
            Self::Int(number) => number.inner().to_string(),
            Self::Double(number) => number.inner().to_string().replace('.', ","),
            Self::Text(text) => text.inner().to_owned(),
            Self::List(list) => {
                let words = list.inner().iter().filter_map(|item| item.downcast_ref::<CelString>());
                words.map(CelString::inner).collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// The number, when it is a whole one.
    pub(super) fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number.inner()),
            _ => None,
        }
    }
}
