//! What must hold of every frame: nothing of a person moves the cursor, nothing leaves the edges, few
//! cells change at a key.

use super::*;
use crate::app::{LampState, Notice};
use crate::ident::Level;
use ratatui::style::Modifier;

/// Cells that differ between the frame before and after some keys.
fn changed(desk: &mut Desk, keys: &str) -> usize {
    let mut terminal = desk.terminal();
    let before = terminal.backend().buffer().clone();
    desk.press(keys);
    desk.draw(&mut terminal);
    before.diff(terminal.backend().buffer()).len()
}

#[test]
fn a_key_changes_few_cells() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nama").press(" a");
    for _ in 0..90 {
        // A step of the text in a full box is allowed to be larger.
        let cells = changed(&mut desk, "a");
        assert!(cells <= 70, "{cells} cells\n{}", desk.screen());
    }
    desk.open("nama").press("<ctrl-a>");
    let cells: usize = (0..8).map(|_| changed(&mut desk, "<right>")).sum();
    assert_eq!(cells, 0, "moving the cursor redraws nothing");
}

#[test]
fn what_is_found_does_not_move_the_box() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nik");
    let row = |desk: &Desk| {
        let screen = desk.screen();
        screen.lines().position(|line| line.contains('┌')).expect("a box")
    };
    let stands = row(&desk);
    for key in ["1", "4", "x", "<backspace>", "<ctrl-w>", "1472065708450002"] {
        desk.press(key);
        assert_eq!(row(&desk), stands, "after {key}");
    }
}

#[test]
fn the_cursor_stands_behind_what_is_typed() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nama").press("<ctrl-e><ctrl-w><ctrl-w><ctrl-w>");
    desk.msg(typed("株e\u{301}\u{1b}"));
    let mut terminal = desk.terminal();
    let cursor = terminal.get_cursor_position().expect("in memory");
    let screen = desk.screen();
    let line = screen.lines().nth(cursor.y.into()).expect("the box");
    assert!(line.contains("株e\u{301}␛"), "{line}");
    // Margin 3, edge and room 2, then a wide letter, an accented one and a sign.
    assert_eq!(cursor.x, 3 + 2 + 4);
}

#[test]
fn hostile_text_is_drawn_as_signs_everywhere() {
    let evil = "A\u{1b}[2J\u{202e}B\u{9b}\u{200f}";
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("nama").press("<ctrl-e><ctrl-w><ctrl-w><ctrl-w>");
    desk.msg(typed(evil));
    let mut seen = Vec::new();
    for keys in ["", "<f2>", "<f3>", "<f5>", "<f7>", "<f8>", "<esc><f10>", "/a", "<f1>"] {
        desk.press(keys);
        let screen = desk.screen();
        let bad =
            |sign: char| sign != '\n' && crate::tui::safe(&sign.to_string()) != sign.to_string();
        assert!(!screen.chars().any(bad), "after {keys}:\n{screen}");
        seen.push(screen);
    }
    assert!(seen[0].contains("A␛[2J\u{fffd}B"), "{}", seen[0]);
}

#[test]
fn every_screen_fits_from_60_by_20_to_200_by_60() {
    for size in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        let mut desk = Desk::serving("dua-usaha");
        desk.sized(size.0, size.1);
        for keys in [
            "",
            "<enter>",
            "<tab>",
            "<f2>",
            "<page-down>",
            "<f3>",
            "<f5>",
            "<f7>",
            "<f8>",
            "x<f1>",
            "<esc><esc><f10>",
            "/zz",
            "<esc>q",
        ] {
            desk.press(keys);
            let screen = desk.screen();
            assert_eq!(screen.lines().count(), usize::from(size.1));
            for line in screen.lines() {
                let wide = crate::tui::measure::columns(line);
                assert!(wide <= usize::from(size.0), "{wide} columns after {keys}:\n{screen}");
            }
            assert!(!screen.contains('⟨'), "a message is missing after {keys}:\n{screen}");
        }
    }
}

#[test]
fn every_size_down_to_one_cell_is_drawn_without_harm() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("nik");
    for (columns, rows) in [(1, 1), (3, 40), (200, 2), (59, 20), (60, 19)] {
        desk.sized(columns, rows);
        let screen = desk.screen();
        assert!(!screen.contains('┌'), "{columns}x{rows}");
    }
    desk.sized(59, 20);
    assert!(desk.screen().contains("Pekerjaan Anda aman."));
}

#[test]
fn every_question_of_the_pack_is_drawn_at_the_smallest_size() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.sized(60, 20);
    let rows: Vec<(Path, String)> = {
        let open = desk.state.open.as_ref().expect("open");
        let label = |row: &crate::form::Row| open.form.pack.question(row.question).label.id.clone();
        open.derived.rows.iter().map(|row| (row.path.clone(), label(row))).collect()
    };
    desk.open(rows[0].0.as_str());
    let mut seen = 0;
    for _ in 0..rows.len() {
        let Screen::Fill(fill) = &desk.state.screen else { break };
        let label = &rows.iter().find(|(path, _)| *path == fill.path).expect("a row").1;
        let first = label.split(' ').next().expect("a word");
        let screen = desk.screen();
        assert!(screen.contains(first), "{label} is not on\n{screen}");
        assert!(!screen.contains('⟨'), "{screen}");
        seen += 1;
        desk.press("<tab>");
    }
    assert!(seen > 40, "only {seen} questions were seen");
}

#[test]
fn the_save_light_tells_the_truth_in_words() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nik").press("1");
    assert!(desk.screen().lines().next().expect("top").contains("mengetik"));
    desk.synced();
    assert!(desk.screen().lines().next().expect("top").contains("✔ tersimpan 10:42:07"));
    desk.press("2");
    desk.msg(Msg::SyncFailed(Notice::new(Level::Periksa, "app-not-copied")));
    assert!(desk.screen().lines().next().expect("top").contains("✗ GAGAL MENYIMPAN"));
}

#[test]
fn a_locked_screen_shows_nothing_of_a_case() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("<ctrl-l>rahasia");
    let screen = desk.screen();
    assert!(screen.contains("•••••••") && !screen.contains("rahasia"), "{screen}");
    for word in ["SITI", "Warung", "NIB", "1472"] {
        assert!(!screen.contains(word), "{word} on\n{screen}");
    }
}

#[test]
fn without_colour_the_marked_line_is_still_marked() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.look.theme = Theme::mono();
    let terminal = desk.terminal();
    let buffer = terminal.backend().buffer();
    let marked = buffer.content.iter().position(|cell| cell.symbol() == "▸").expect("a mark");
    assert!(buffer.content[marked].modifier.contains(Modifier::BOLD));
    let colours = buffer.content.iter().any(|cell| {
        cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
    });
    assert!(!colours, "NO_COLOR means none");
}

#[test]
fn the_cursor_is_hidden_where_nothing_is_typed() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("nama");
    let Desk { state, env, words, look, .. } = &desk;
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("in memory");
    terminal.draw(|frame| view(state, env, words, look, frame)).expect("in memory");
    assert!(terminal.backend().cursor_visible());
    desk.press("<f1>");
    desk.draw(&mut terminal);
    assert!(!terminal.backend().cursor_visible());
}

fn lamp(state: LampState) -> Msg {
    Msg::Light(crate::app::Lamp { state, why: None, before_ms: None })
}

fn top(desk: &Desk) -> String {
    desk.screen().lines().next().expect("a top line").to_owned()
}

#[test]
fn the_lamp_of_oss_is_told_by_sign_and_words_as_there_is_room() {
    let since_ms = NOW.now_ms - 60_000;
    let lamps = [
        (LampState::Up { ms: 870 }, "OSS ● hidup 0,9 dtk", "OSS ● hidup"),
        (LampState::Slow { ms: 6_700 }, "OSS ○ lambat 7 dtk", "OSS ○ lambat"),
        (LampState::Down { since_ms }, "OSS ✗ tidak menjawab sejak 10.41", "OSS ✗ sejak 10.41"),
        (
            LampState::OfficeOffline { since_ms },
            "OSS ? jaringan kantor putus",
            "OSS ? kantor putus",
        ),
        (LampState::Portal { since_ms }, "OSS ? terhalang halaman Wi-Fi", "OSS ? Wi-Fi"),
    ];
    for (state, long, short) in lamps {
        let mut desk = Desk::new(&["hanya-nama"]);
        desk.msg(lamp(state));
        // What it writes down lights the save light; without that it has all its room.
        desk.state.save = crate::app::Save::default();
        assert!(top(&desk).contains(long), "{}", top(&desk));
        desk.press("<enter>").open("nama").press("a");
        assert!(top(&desk).contains(short), "{}", top(&desk));
        assert!(top(&desk).contains("mengetik"), "{}", top(&desk));
    }
}

#[test]
fn an_unknown_or_dark_lamp_is_not_shown() {
    for state in [LampState::Unknown, LampState::Off] {
        let mut desk = Desk::new(&["hanya-nama"]);
        desk.msg(lamp(state));
        assert!(!top(&desk).contains("OSS"), "{}", top(&desk));
    }
}

#[test]
fn the_lamp_never_pushes_out_the_save_light_and_no_key_moves_it() {
    for columns in [60, 70, 80, 100, 200] {
        let mut desk = Desk::serving("dua-usaha");
        desk.sized(columns, 24);
        desk.open("nama").press("a");
        let since_ms = NOW.now_ms - 60_000;
        desk.msg(lamp(LampState::Down { since_ms }));
        let place = |desk: &Desk| top(desk).find("OSS").map(|at| top(desk)[..at].chars().count());
        let stands = place(&desk);
        assert!(stands.is_some(), "at {columns}: {}", top(&desk));
        assert!(top(&desk).contains("mengetik"), "{}", top(&desk));
        desk.synced();
        assert!(top(&desk).contains("✔ tersimpan 10:42:07"), "{}", top(&desk));
        assert_eq!(place(&desk), stands);
        desk.msg(Msg::SyncFailed(Notice::new(Level::Periksa, "app-not-copied")));
        assert!(top(&desk).contains("✗ GAGAL MENYIMPAN"), "{}", top(&desk));
        assert_eq!(place(&desk), stands);
    }
}

#[test]
fn what_is_new_about_the_lamp_fits_its_line_in_both_languages() {
    for lang in Lang::ALL {
        for key in ["up", "slow", "down", "office", "portal", "proxy", "clock", "tls"] {
            let text = Catalog::built_in(lang).get(&format!("light-turned-{key}"));
            let wide = crate::tui::measure::columns(&text);
            assert!(wide <= 80 - 4 - 2, "{wide} columns: {text}");
        }
    }
}
