//! The windows of cases of other versions of their pack.

use super::*;
use crate::app::{KeptCase, Notice, Overlay};
use crate::form::{Attention, Moved, Moving};
use crate::ident::Level;
use crate::text::Text;

/// A case with an answer to a question that is not asked any more.
fn with_orphan() -> Desk {
    let mut desk = Desk::new(&["warung-lengkap"]);
    let answer = Answer { raw: "0765 31234".into(), ..Answer::default() };
    let id = crate::case::EventId([3; 16]);
    let body = Body::answered("nomor_faks", &answer, None);
    desk.cases[0].1.push(Event { id, at_ms: NOW.now_ms, by: "Rina".into(), body });
    desk.press("<enter>");
    desk
}

#[test]
fn old_answers_have_a_line_on_the_task_list_and_a_window() {
    let mut desk = with_orphan();
    for _ in 0..30 {
        desk.press("<down>");
    }
    let screen = desk.screen();
    assert!(screen.contains("▸ !  Jawaban lama tanpa tempat (1)"), "{screen}");
    let screen = desk.press("<enter>").screen();
    assert!(screen.contains("nomor faks: 0765 31234"), "{screen}");
    let screen = desk.press("n").screen();
    assert!(screen.contains("✔ di catatan"), "{screen}");
    let screen = desk.press("<f1>").screen();
    assert!(screen.contains("Jawaban lama"), "{screen}");
    assert!(!screen.contains('⟨'), "{screen}");
}

#[test]
fn what_moved_is_told_with_old_and_new_names_what_needs_a_look_first() {
    let mut desk = with_orphan();
    let moving = |from: &str, to: &str, raw: &str, attention| Moving {
        label: Text::same("Nama lama"),
        from: vec![Path::new(from)],
        to: vec![Path::new(to)],
        raw: raw.to_owned(),
        attention,
    };
    let moves = vec![
        moving("pemohon", "nama", "SITI AMINAH", None),
        moving("nomor_faks", "nomor_faks", "0765 31234", Some(Attention::Removed)),
    ];
    let open = desk.state.open.as_mut().expect("open");
    open.moved = Some(Moved { from: 1, to: 2, moves, answers: open.live.clone() });
    for (columns, rows) in [(80, 24), (60, 20), (120, 40), (9, 5), (1, 1)] {
        desk.sized(columns, rows);
        desk.state.overlays = vec![Overlay::Moved(0)];
        let screen = desk.screen();
        if columns < 60 {
            continue;
        }
        let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} in\n{screen}"));
        assert!(at("! Nama lama: 0765 31234") < at("✔ Nama lama →"), "{screen}");
        assert!(at("versi 1 menjadi versi 2") < at("Tidak ditanyakan lagi."), "{screen}");
    }
    desk.sized(80, 24).press("<esc>");
    assert!(desk.state.overlays.is_empty());
}

#[test]
fn a_case_whose_form_is_not_here_is_shown_as_it_is_stored_with_the_way_out() {
    for key in ["migrate-newer", "migrate-missing", "migrate-broken"] {
        let mut desk = Desk::new(&["warung-lengkap"]);
        let (id, events) = desk.cases[0].clone();
        let notice = Notice::new(Level::Periksa, key)
            .with("pack", "nib-perorangan")
            .with("version", "9")
            .with("here", "2");
        let kept = KeptCase { id, events, journals: Vec::new(), notice };
        desk.msg(Msg::CaseKept(Box::new(kept)));
        for (columns, rows) in [(60, 20), (80, 24)] {
            let screen = desk.sized(columns, rows).screen();
            let words = screen.split(|letter: char| letter.is_whitespace() || letter == '│');
            let flat = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            assert!(flat.contains("loket draft export"), "{key}\n{screen}");
            assert!(flat.contains("JL. SUKAJADI NO. 12"), "{key}\n{screen}");
            assert!(!screen.contains('⟨'), "{key}\n{screen}");
        }
        desk.press("<down><page-down><esc>");
        assert!(desk.state.overlays.is_empty() && desk.state.open.is_none());
    }
}
