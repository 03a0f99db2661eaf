//! The squares on the screen, read back from the cells by somebody else's program, with colours and without.

use super::*;
use crate::base::qr::read;
use ratatui::style::{Color, Modifier};

/// Dots of half a cell.
const SIDE: usize = 4;

/// What is read from the screen of a terminal with light letters on dark ground.
fn squares(desk: &Desk) -> Vec<String> {
    let terminal = desk.terminal();
    let buffer = terminal.backend().buffer();
    let (wide, high) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    read(wide * SIDE, high * 2 * SIDE, |x, y| {
        let cell = &buffer[((x / SIDE) as u16, (y / SIDE / 2) as u16)];
        let half = y / SIDE % 2;
        let is_ink = match cell.symbol() {
            "█" => true,
            "▀" => half == 0,
            "▄" => half == 1,
            _ => false,
        };
        let is_ink = is_ink != cell.modifier.contains(Modifier::REVERSED);
        match if is_ink { cell.fg } else { cell.bg } {
            Color::Black => true,
            Color::Reset => !is_ink,
            _ => false,
        }
    })
}

/// Our colours, or none.
fn looks(desk: &mut Desk, coloured: bool) {
    desk.look.theme = if coloured { Theme::built_in() } else { Theme::mono() };
}

fn waits(desk: &mut Desk) {
    desk.press("tt1<enter><enter>y");
    desk.msg(typed("fotokopi KTP"));
    desk.press("<enter><enter>");
    desk.outage("oss", 90, Some(-20)).press("h");
}

#[test]
fn the_square_of_the_call_card_opens_the_message_to_the_applicant() {
    let mut desk = Desk::serving("lontong-menunggu-oss");
    waits(&mut desk);
    let code = desk.state.open.as_ref().expect("open").case.code.clone();
    for coloured in [true, false] {
        looks(&mut desk, coloured);
        desk.sized(80, 24);
        let small = squares(&desk);
        assert_eq!(small, [format!("https://wa.me/6281276768989?text={code}")], "{coloured}");
        desk.sized(120, 40);
        let large = squares(&desk);
        let text = large.first().expect("a square that can be read");
        let start = "https://wa.me/6281276768989?text=Yth.%20Bapak%2FIbu%2C%20ini%20DPMPTSP";
        assert!(text.starts_with(start) && text.contains(&code), "{text}");
        assert!(!text.contains("KARIM"), "no name goes into it: {text}");
    }
}

#[test]
fn the_square_of_every_paper_on_the_screen_holds_the_visit_code_alone() {
    let mut desk = Desk::serving("lontong-menunggu-oss");
    waits(&mut desk);
    desk.press("<f3>");
    let code = desk.state.open.as_ref().expect("open").case.code.clone();
    for coloured in [true, false] {
        looks(&mut desk, coloured);
        for keys in ["r", "c", "ru", "ch"] {
            desk.press(keys);
            desk.msg(Msg::TroublesLoaded(std::sync::Arc::default(), None));
            assert_eq!(
                squares(&desk),
                std::slice::from_ref(&code),
                "{keys} {coloured}\n{}",
                desk.screen()
            );
            desk.press("<f3>");
        }
        // Where there is no room beside the letters it stands under them.
        desk.press("r").sized(60, 20);
        let found = (0..60).find_map(|_| {
            desk.press("<down>");
            squares(&desk).pop()
        });
        assert_eq!(found.as_ref(), Some(&code), "{coloured}");
        desk.sized(80, 24).press("<f3>");
    }
}
