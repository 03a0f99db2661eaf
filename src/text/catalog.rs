//! The Fluent catalogue of one language, with Indonesian behind it.

use super::Lang;
use crate::base::packed::WORDS;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::borrow::Cow;

/// Arguments of a message, by name. Numbers go in as numbers so that plurals work.
pub type Args<'a> = &'a [(&'a str, Cow<'a, str>)];

/// All messages of one language. Lookups never fail: an unknown key reads as `⟨key⟩`, and a test
/// lists keys that are missing or unused.
pub struct Catalog {
    lang: Lang,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Catalog {
    /// The built-in messages of `lang`.
    pub fn built_in(lang: Lang) -> Self {
        Self::with_override(lang, None).0
    }

    /// The built-in messages of `lang`, with a user's own `.ftl` text over them.
    ///
    /// Returns the catalogue and what could not be read of the user's text, one line each.
    pub fn with_override(lang: Lang, user: Option<&str>) -> (Self, Vec<String>) {
        let mut problems = Vec::new();
        let mut bundle = bundle_of(lang);
        if let Some(source) = user {
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    problems.extend(errors.iter().map(ToString::to_string));
                    resource
                }
            };
            bundle.add_resource_overriding(resource);
        }
        let mut bundles = vec![bundle];
        if lang != Lang::Id {
            bundles.push(bundle_of(Lang::Id));
        }
        (Self { lang, bundles }, problems)
    }

    /// The language of this catalogue.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `key`, where `key` is `message` or `message.attribute`.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message `key` with its arguments.
    pub fn with(&self, key: &str, args: Args<'_>) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟨{key}⟩"))
    }

    /// The message `key`, if there is one: for attributes a message may or may not have.
    pub fn find(&self, key: &str, args: Args<'_>) -> Option<String> {
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            // Numbers choose plurals; everything else is text, NIK with leading zeros included.
            let number = value
                .parse::<i64>()
                .ok()
                .filter(|number| value.len() < 7 && number.to_string() == **value);
            fluent.set(
                *name,
                match number {
                    Some(number) => FluentValue::from(number),
                    None => FluentValue::from(value.as_ref()),
                },
            );
        }
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(message)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned())
        })
    }
}

fn bundle_of(lang: Lang) -> FluentBundle<FluentResource> {
    let id = lang.code().parse().expect("our two codes are language identifiers");
    let mut bundle = FluentBundle::new(vec![id]);
    // Isolation marks would be drawn as stray cells by many terminals; our texts run one way.
    bundle.set_use_isolating(false);
    let source = WORDS.text(lang.code()).expect("every language is packed");
    let resource = FluentResource::try_new(source)
        .unwrap_or_else(|(_, errors)| panic!("words of {}: {errors:?}", lang.code()));
    // A key twice is an error of ours, found by the catalogue test.
    let _ = bundle.add_resource(resource);
    bundle
}
