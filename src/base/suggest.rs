//! "Did you mean": the nearest right word for a wrong one.
//!
//! Never guesses when nothing is near: a far-off proposal costs the author more than none.

/// The word among `right` that `wrong` most likely stands for.
pub(crate) fn nearest<'a>(
    wrong: &str,
    right: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // One slip for short words, one in three letters for longer ones.
    let most = (wrong.chars().count() / 3).max(1);
    right
        .into_iter()
        .filter(|word| *word != wrong)
        .map(|word| (strsim::osa_distance(wrong, word), word))
        .filter(|(distance, word)| {
            *distance <= most || (wrong.len() >= 3 && word.starts_with(wrong))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// The hint that goes under the caret: the nearest word, or the whole list when it is short.
pub(crate) fn hint<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(word) = nearest(wrong, right.clone()) {
        return format!("did you mean `{word}`?");
    }
    let all: Vec<&str> = right.into_iter().collect();
    if all.is_empty() || all.len() > 8 {
        return String::new();
    }
    let words: Vec<String> = all.iter().map(|word| format!("`{word}`")).collect();
    format!("one of {}", words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_proposed_and_far_ones_are_not() {
        let words = ["relevant", "required", "label", "nik"];
        for (wrong, right) in [
            ("relevent", Some("relevant")),
            ("requierd", Some("required")),
            ("lable", Some("label")),
            ("nki", Some("nik")),
            ("zzz", None),
            ("", None),
        ] {
            assert_eq!(nearest(wrong, words), right, "{wrong}");
        }
    }

    #[test]
    fn a_short_list_is_shown_when_nothing_is_near() {
        assert_eq!(hint("xyz", ["resmi", "contoh"]), "one of `resmi`, `contoh`");
        assert_eq!(hint("conto", ["resmi", "contoh"]), "did you mean `contoh`?");
    }
}
