//! The pack format as JSON Schema, for editors that complete and check while somebody writes.
//!
//! Made of the loader's own tables of keys and words, so it cannot get out of step with them. Types of
//! keys are told here; a key this file does not know has any type, never a wrong one.

use super::question::{CHECK, DOCUMENT, FORMATS, KINDS, LEVELS, OSS, QUESTION, SHOWS};
use super::section::{BLOCKER, FILE, GROUP, READBACK, REPEAT};
use super::trouble::CONDITIONS;
use super::trouble::contact::{CONTACT, SURE};
use super::trouble::load::{ANSWER, END, KINDS as KINDS_OF_END, STEP, TROUBLE};
use super::{Kind, Show, head, lists, teach_back};
use serde_json::{Map, Value, json};

/// The kind of that name.
pub fn kind_of_word(word: &str) -> Option<Kind> {
    KINDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

/// The name of a kind.
pub fn kind_word(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, one)| *one == kind).map_or("text", |(name, _)| name)
}

/// The word of how a calculated value is shown.
pub fn show_word(show: Show) -> &'static str {
    SHOWS.iter().find(|(_, one)| *one == show).map_or("text", |(name, _)| name)
}

/// The schema of `pack.toml`, of section files, and of the files about troubles: a file is one of them.
pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Loket: pack.toml, a section file of a pack, a trouble, or kontak.toml",
        "anyOf": [
            {"$ref": "#/$defs/pack"}, {"$ref": "#/$defs/section_file"},
            {"$ref": "#/$defs/trouble"}, {"$ref": "#/$defs/contacts"},
        ],
        "$defs": {
            "text": {"anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"id": {"type": "string"}, "en": {"type": "string"}},
                    "required": ["id", "en"],
                    "additionalProperties": false,
                },
            ]},
            "cel": {"type": "string", "description": "CEL, see Expressions in docs/pack-format.md"},
            "name": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
            "date": {"description": "a date like 2025-06-05"},
            "kind": {"enum": words(&KINDS)},
            "pack": table("pack", &head::KEYS, &["id", "version", "status"]),
            "variant": table("variant", &head::VARIANT_KEYS, &["id"]),
            "pack_blocker": table("pack_blocker", &head::BLOCKER, &["pack", "say"]),
            "teach_back": table("teach_back", &teach_back::KEYS, &["id", "say", "expect"]),
            "page": table("page", &lists::PAGE, &["name", "title"]),
            "basis": table("basis", &lists::BASIS, &["name"]),
            "section_file": table("section_file", &FILE, &[]),
            "group": table("group", &GROUP, &["name", "label"]),
            "repeat": table("repeat", &REPEAT, &["name", "label"]),
            "question": table("question", &QUESTION, &["name", "kind", "label"]),
            "blocker": table("blocker", &BLOCKER, &["question", "say"]),
            "readback": table("readback", &READBACK, &["text"]),
            "check": table("check", &CHECK, &["expr", "level", "what"]),
            "number": table("number", &head::NUMBER, &["kind"]),
            "oss_place": table("oss_place", &OSS, &["page", "label", "order"]),
            "document": table("document", &DOCUMENT, &["issuer", "if_missing"]),
            "trouble": table("trouble", &TROUBLE, &["title", "words", "step", "end"]),
            "trouble_step": table("trouble_step", &STEP, &["name", "ask", "answer"]),
            "trouble_answer": table("trouble_answer", &ANSWER, &["label"]),
            "trouble_end": table("trouble_end", &END, &["name", "kind", "say"]),
            "bring": table("bring", &["label"], &["label"]),
            "contacts": table("contacts", &["contact"], &["contact"]),
            "contact": table("contact", &CONTACT, &["name"]),
            "choice": {
                "type": "object",
                "properties": {
                    "name": {"$ref": "#/$defs/name"}, "label": {"$ref": "#/$defs/text"},
                    "code": {"type": "string"},
                },
                "required": ["name", "label"],
                "additionalProperties": {"type": "string"},
            },
        },
    })
}

fn words<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

fn table(name: &str, keys: &[&str], needed: &[&str]) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| ((*key).to_owned(), type_of(name, key))).collect();
    json!({
        "type": "object", "properties": properties, "required": needed,
        "additionalProperties": false,
    })
}

/// The type of a key; of one this file does not know, any.
fn type_of(table: &str, key: &str) -> Value {
    let of = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    let list = |of: Value| json!({"type": "array", "items": of});
    match (table, key) {
        ("trouble", "step" | "end") | ("trouble_step", "answer") => {
            list(of(&format!("trouble_{key}")))
        }
        ("trouble_end", "bring") | ("contacts", "contact") => list(of(key)),
        ("trouble_end", "kind") => json!({"enum": KINDS_OF_END}),
        ("trouble_end", "condition") => json!({"enum": CONDITIONS}),
        ("contact", "confidence") => json!({"enum": SURE}),
        // Three or none.
        ("pack", "teach_back") => {
            json!({"type": "array", "items": of("teach_back"), "minItems": 3, "maxItems": 3})
        }
        ("pack", "blocked_by") => list(of("pack_blocker")),
        ("pack" | "variant", "vars") => {
            json!({"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}})
        }
        ("pack", "choices") => {
            json!({"type": "object", "additionalProperties": list(of("choice"))})
        }
        ("pack", "variant" | "oss_page") => list(of(key.trim_start_matches("oss_"))),
        ("pack", "status") => json!({"enum": words(&head::STATUS)}),
        ("pack", "kbli_edition") => json!({"enum": [2017, 2020, 2025]}),
        ("pack" | "variant" | "trouble", "sections" | "identifiers" | "words") => {
            list(json!({"type": "string"}))
        }
        (_, "basis") => list(of("basis")),
        (_, "blocked_by") => list(of("blocker")),
        (_, "readback") => list(of("readback")),
        ("section_file", "question") => list(of("question")),
        ("section_file", _) => of(key),
        ("question", "check") => list(of("check")),
        ("question", "required") => json!({"type": ["boolean", "string"]}),
        ("question", "kind") => of("kind"),
        ("question", "show") => json!({"enum": words(&SHOWS)}),
        ("question", "oss") => of("oss_place"),
        ("question", "document") => of("document"),
        ("check", "level") => json!({"enum": words(&LEVELS)}),
        ("pack", "number") => of("number"),
        ("number", "kind") => json!({"enum": words(&head::NUMBERS)}),
        ("oss_place", "format") => json!({"enum": words(&FORMATS)}),
        // These are words of OSS and of the law, not names or texts of ours.
        ("oss_place", "label") | ("page" | "basis", "name") => {
            json!({"type": "string", "minLength": 1})
        }
        (_, "relevant" | "constraint" | "calculation" | "default" | "choice_filter" | "expr") => {
            of("cel")
        }
        (_, "version" | "max_chars" | "order" | "min" | "max") => {
            json!({"type": "integer", "minimum": 0})
        }
        ("pack", "oss") | (_, "same_label" | "abstract" | "copy_is_enough" | "officer_only") => {
            json!({"type": "boolean"})
        }
        (_, "from" | "until") => of("date"),
        ("question", "meaning")
        | ("trouble_answer", "end")
        | ("teach_back", "id")
        | (_, "name" | "to") => of("name"),
        (
            _,
            "label" | "title" | "summary" | "hint" | "say" | "example" | "why" | "where" | "cost"
            | "time" | "who" | "what" | "next" | "text" | "constraint_message" | "issuer"
            | "alternatives" | "if_missing" | "ask" | "try" | "meaning" | "tell" | "reason"
            | "address" | "hours" | "expect",
        ) => of("text"),
        (
            _,
            "id" | "extends" | "group" | "subject" | "activity" | "pack" | "question" | "choices"
            | "item_label" | "within" | "page" | "phone" | "email" | "service" | "trouble",
        ) => json!({"type": "string"}),
        _ => json!({}),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;

    #[test]
    fn the_schema_has_every_key_of_the_loader_with_a_type() {
        let schema = schema();
        for (name, keys) in [
            ("pack", &head::KEYS[..]),
            ("variant", &head::VARIANT_KEYS),
            ("teach_back", &teach_back::KEYS),
            ("group", &GROUP),
            ("repeat", &REPEAT),
            ("question", &QUESTION),
            ("check", &CHECK),
            ("document", &DOCUMENT),
            ("oss_place", &OSS),
            ("number", &head::NUMBER),
            ("blocker", &BLOCKER),
            ("readback", &READBACK),
            ("trouble", &TROUBLE),
            ("trouble_step", &STEP),
            ("trouble_answer", &ANSWER),
            ("trouble_end", &END),
            ("contact", &CONTACT),
        ] {
            let properties = schema["$defs"][name]["properties"].as_object().unwrap();
            let mut found: Vec<&str> = properties.keys().map(String::as_str).collect();
            let mut keys = keys.to_vec();
            found.sort_unstable();
            keys.sort_unstable();
            assert_eq!(found, keys, "{name}");
            for (key, value) in properties {
                assert_ne!(value, &json!({}), "{name}.{key} has no type");
            }
        }
        assert_eq!(schema["$defs"]["kind"]["enum"].as_array().unwrap().len(), KINDS.len());
    }

    #[test]
    fn every_place_the_schema_points_to_is_there() {
        let schema = schema();
        let text = schema.to_string();
        for rest in text.split("#/$defs/").skip(1) {
            let name = rest.split('"').next().unwrap();
            assert!(schema["$defs"][name].is_object(), "{name}");
        }
    }

    #[test]
    fn the_built_in_packs_use_no_key_the_schema_lacks() {
        use crate::form::built_in::{heads, sections};
        let schema = schema();
        for (id, head) in heads() {
            for source in std::iter::once(head).chain(sections(id)) {
                let value: toml::Table = source.text.parse().unwrap();
                let of = if source.name.ends_with("/pack.toml") { "pack" } else { "section_file" };
                let value = serde_json::to_value(value).unwrap();
                walk(&schema, &schema["$defs"][of], &value, &source.name);
            }
        }
    }

    #[test]
    fn the_built_in_troubles_use_no_key_the_schema_lacks() {
        let schema = schema();
        for source in crate::form::built_in_troubles() {
            let value: toml::Table = source.text.parse().unwrap();
            let of = if source.name.ends_with("kontak.toml") { "contacts" } else { "trouble" };
            let value = serde_json::to_value(value).unwrap();
            walk(&schema, &schema["$defs"][of], &value, &source.name);
        }
    }

    /// Whether keys, words and simple types are those of the schema; enough of it for our own files.
    fn walk(schema: &Value, rule: &Value, value: &Value, place: &str) {
        if let Some(name) = rule["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return walk(schema, &schema["$defs"][name], value, place);
        }
        if let Some(words) = rule["enum"].as_array() {
            assert!(words.contains(value), "{place}: {value}");
        }
        if let (Some(properties), Some(table)) = (rule["properties"].as_object(), value.as_object())
        {
            for (key, value) in table {
                let place = format!("{place} {key}");
                let further = &rule["additionalProperties"];
                let rule = properties.get(key).unwrap_or(further);
                assert_ne!(rule, &json!(false), "{place}");
                walk(schema, rule, value, &place);
            }
            for key in rule["required"].as_array().into_iter().flatten() {
                assert!(table.contains_key(key.as_str().unwrap()), "{place} lacks {key}");
            }
        } else if let (Value::Object(further), Some(table)) =
            (&rule["additionalProperties"], value.as_object())
        {
            for (key, value) in table {
                walk(schema, &Value::Object(further.clone()), value, &format!("{place} {key}"));
            }
        }
        if let (Value::Object(_), Some(list)) = (&rule["items"], value.as_array()) {
            for one in list {
                walk(schema, &rule["items"], one, place);
            }
        }
        if let Some(kind) = rule["type"].as_str() {
            let is = match kind {
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                "boolean" => value.is_boolean(),
                "array" => value.is_array(),
                _ => value.is_object(),
            };
            assert!(is, "{place} is no {kind}");
        }
    }
}
