//! A child at the keyboard: any key, any size, the plug pulled at any moment. Nothing breaks, every
//! screen is drawn, and what stood in the open case stands there afterwards.

use crate::journey::Journey;
use loket::app::{Overlay, Screen};
use loket::case::{CaseId, Minter};
use loket::form::is_typed;
use loket::form::{Answers, Path};
use std::collections::BTreeMap;

const KEYS: [&str; 62] = [
    "a", "b", "i", "k", "l", "n", "p", "r", "s", "t", "u", "x", "y", "/", "+", "-", "?", "0", "1",
    "2", "3", "7", "<space>", "<ret>", "<ret>", "<ret>", "<tab>", "<tab>", "<tab>", "<s-tab>",
    "<esc>", "<up>", "<down>", "<left>", "<right>", "<home>", "<end>", "<pgup>", "<pgdn>", "<bs>",
    "<del>", "<c-w>", "<c-z>", "<c-z>", "<c-y>", "<c-n>", "<c-left>", "<a-b>", "<a-ret>", "<f1>",
    "<f2>", "<f3>", "<f4>", "<f5>", "<f6>", "<f7>", "<f8>", "<f9>", "<f10>", "<c-l>", "<c-g>",
    "<c-h>",
];

const PASTES: [&str; 6] = [
    "1472 0657 0845 0002",
    "Siti\r\nAminah\tbinti Ali",
    "\u{1b}[2J\u{7}\u{202e}株式会社",
    "12,5jt",
    "e\u{301}\u{301}\u{301}👨‍👩‍👧\u{200d}",
    "",
];

/// Games played; more were played once, and any that fails can be played again by its seed.
const SEEDS: u8 = 12;

/// What must stand there after a kill.
#[derive(Debug, PartialEq)]
struct Kept {
    case: Option<CaseId>,
    live: BTreeMap<Path, String>,
    instances: Answers,
    /// The open question with its text, and its cursor while the text is not yet an answer.
    field: Option<(Path, String, Option<usize>)>,
    prompt: Option<(String, String, usize)>,
}

fn kept(journey: &Journey) -> Kept {
    let open = journey.state.open.as_ref();
    let live = open.map(|open| &open.live);
    Kept {
        case: open.map(|open| open.case.id),
        live: live
            .into_iter()
            .flat_map(|live| &live.values)
            .map(|(path, answer)| (path.clone(), answer.raw.clone()))
            .filter(|(_, raw)| !raw.is_empty())
            .collect(),
        instances: Answers {
            instances: live.map(|live| live.instances.clone()).unwrap_or_default(),
            ..Answers::default()
        },
        field: match &journey.state.screen {
            Screen::Fill(fill) => {
                let known = open.is_some_and(|open| open.derived.row(&fill.path).is_some());
                // What is chosen is in the answers; only what is typed is in the box.
                let typed = journey.state.kind_at(&fill.path).is_some_and(is_typed);
                let text = fill.editor.text().to_owned();
                let text = if typed { text } else { String::new() };
                let answered =
                    !typed || open.is_some_and(|open| open.case.answers.raw(&fill.path) == text);
                let cursor = (!answered).then_some(fill.editor.cursor());
                known.then(|| (fill.path.clone(), text, cursor))
            }
            _ => None,
        },
        prompt: journey.state.overlays.iter().find_map(|overlay| match overlay {
            // Beside an account a word that may become a password is kept nowhere, and the screen says so.
            Overlay::Prompt { field, editor } if field.is_guarded() => {
                let (text, cursor) = loket::ident::secret::kept(editor.text(), editor.cursor());
                Some((field.key(), text, cursor))
            }
            Overlay::Prompt { field, editor } => {
                Some((field.key(), editor.text().to_owned(), editor.cursor()))
            }
            _ => None,
        }),
    }
}

/// Plays one game; on a failure the keys of it stand in the message.
fn play(seed: u8, keys: u32) {
    let mut random = Minter::new([seed; 32]);
    let applicants = ["warung-lengkap", "kios-setengah", "kopi-siap-diserahkan"];
    let mut journey = Journey::with_applicants(&applicants);
    let mut pressed: Vec<String> = Vec::new();
    for _ in 0..keys {
        match random.below(100) {
            0 => {
                let wanted = kept(&journey);
                let was_locked = journey.state.lock.is_some();
                journey = journey.killed();
                journey.unlock();
                pressed.push("(kill)".into());
                let found = kept(&journey);
                let same_text = |kept: &Kept| (kept.case, kept.live.clone(), kept.prompt.clone());
                assert_eq!(same_text(&found), same_text(&wanted), "seed {seed}: {pressed:?}");
                assert_eq!(found.instances, wanted.instances, "seed {seed}: {pressed:?}");
                // A lock hides where the officer was, and does not change it.
                if !was_locked && wanted.field.is_some() {
                    assert_eq!(found.field, wanted.field, "seed {seed}: {pressed:?}");
                }
            }
            1 => {
                let sizes = [(80, 24), (60, 20), (120, 40), (59, 20), (1, 1), (200, 20)];
                let (columns, rows) = sizes[random.below(6) as usize];
                journey.resize(columns, rows);
                pressed.push(format!("({columns}x{rows})"));
            }
            2 | 3 => {
                let text = PASTES[random.below(6) as usize];
                journey.paste(text);
                pressed.push(format!("(paste {text:?})"));
            }
            4 => {
                journey.later(i64::from(random.below(20_000)));
                pressed.push("(wait)".into());
            }
            _ => {
                let key = KEYS[random.below(KEYS.len() as u32) as usize];
                journey.keys(key);
                pressed.push(key.to_owned());
            }
        }
        if journey.state.quitting {
            journey.later(1_000);
            assert!(journey.left, "seed {seed}: it leaves: {pressed:?}");
            journey = journey.killed();
            journey.unlock();
            pressed.push("(start)".into());
        } else if journey.state.lock.is_some() && random.below(4) == 0 {
            journey.keys("<esc><esc>").keys(crate::journey::PASSPHRASE).keys("<ret>");
            assert!(journey.state.lock.is_none(), "seed {seed}: {pressed:?}");
            pressed.push("(unlock)".into());
        }
        let screen = journey.screen();
        let odd = screen.chars().find(|sign| sign.is_control() && *sign != '\n');
        assert_eq!(odd, None, "seed {seed}: {pressed:?}\n{screen}");
    }
}

#[test]
fn whatever_is_pressed_nothing_breaks_and_nothing_is_lost() {
    for seed in 0..SEEDS {
        play(seed, 400);
    }
}
