//! Tools found, absent, failing and hanging: scripts in a folder of their own.

use super::*;

#[test]
fn a_users_own_ways_hold_and_a_slip_is_named() {
    assert_eq!(Ways::with_override(""), (Ways::default(), Vec::new()));
    let off = Ways { terminal: false, system: true };
    assert_eq!(Ways::with_override("terminal = false"), (off, Vec::new()));
    let (ways, problems) = Ways::with_override("system = true\nsistem = false");
    assert_eq!(ways, Ways::default());
    assert!(problems[0].starts_with("clipboard.toml:2: unknown field"), "{problems:?}");
}

#[test]
fn letters_beyond_ascii_reach_windows_as_utf_16() {
    let tool = |is_windows| Tool { file: PathBuf::new(), args: &[], asks: None, is_windows };
    assert_eq!(tool(true).bytes("1472"), b"1472");
    assert_eq!(tool(true).bytes("é"), [0xe9, 0]);
    assert_eq!(tool(false).bytes("é"), "é".as_bytes());
}

#[cfg(unix)]
mod with_tools {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    /// A folder of tools, with the file they write to.
    struct Desk {
        folder: tempfile::TempDir,
        answers: Receiver<Incoming>,
        to: Sender<Incoming>,
    }

    impl Desk {
        fn new(tools: &[(&str, &str)]) -> Self {
            let folder = tempfile::tempdir().expect("a temporary folder");
            for (name, script) in tools {
                let file = folder.path().join(name);
                let there = folder.path().join("there");
                let script = script.replace("THERE", &there.display().to_string());
                fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("writable");
                fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("ours");
            }
            let (to, answers) = channel();
            Self { folder, answers, to }
        }

        fn clipboard(&self, ways: Ways) -> Clipboard {
            let path = Some(self.folder.path().as_os_str().to_owned());
            let around = Surroundings { path, wayland: true, x11: true, ..Surroundings::default() };
            Clipboard::new(ways, around, self.to.clone())
        }

        fn copy(&self, clipboard: &mut Clipboard, text: &str, terminal: bool) -> Reached {
            match clipboard.copy(Private(text.into()), terminal) {
                Some(Msg::Copied(reached)) => reached,
                Some(other) => panic!("{other:?}"),
                None => self.answer(),
            }
        }

        fn answer(&self) -> Reached {
            match self.answers.recv_timeout(Duration::from_secs(20)) {
                Ok(Incoming::Msg(Msg::Copied(reached))) => reached,
                _ => panic!("no answer"),
            }
        }

        fn there(&self) -> String {
            fs::read_to_string(self.folder.path().join("there")).unwrap_or_default()
        }
    }

    const TAKES: &str = "/bin/cat > THERE";

    #[test]
    fn a_tool_that_is_there_takes_the_text_by_its_input() {
        let desk = Desk::new(&[("wl-copy", TAKES)]);
        let mut clipboard = desk.clipboard(Ways::default());
        let long = "株".repeat(40_000);
        for text in ["1472065708450002", "JL. SUKAJADI\nNO. 12 é", &long] {
            assert_eq!(desk.copy(&mut clipboard, text, true), Reached::Clipboard);
            assert_eq!(desk.there(), text);
        }
    }

    #[test]
    fn without_a_tool_or_where_it_is_switched_off_there_is_the_terminal_or_nothing() {
        let desk = Desk::new(&[]);
        let mut clipboard = desk.clipboard(Ways::default());
        assert_eq!(desk.copy(&mut clipboard, "1472", true), Reached::Terminal);
        assert_eq!(desk.copy(&mut clipboard, "1472", false), Reached::Nowhere);
        let desk = Desk::new(&[("wl-copy", TAKES)]);
        let mut clipboard = desk.clipboard(Ways { terminal: false, system: false });
        assert!(!clipboard.by_terminal());
        assert_eq!(desk.copy(&mut clipboard, "1472", false), Reached::Nowhere);
        assert_eq!(desk.there(), "");
    }

    #[test]
    fn a_tool_that_fails_gives_way_to_the_next() {
        let desk = Desk::new(&[("wl-copy", "exit 1"), ("xclip", "exit 3"), ("xsel", TAKES)]);
        let mut clipboard = desk.clipboard(Ways::default());
        assert_eq!(desk.copy(&mut clipboard, "1472", false), Reached::Clipboard);
        assert_eq!(desk.there(), "1472");
        let desk = Desk::new(&[("wl-copy", "exit 1")]);
        let mut clipboard = desk.clipboard(Ways::default());
        assert_eq!(desk.copy(&mut clipboard, "1472", true), Reached::Terminal);
    }

    #[test]
    fn a_tool_that_hangs_is_ended_and_holds_nobody_up() {
        let desk = Desk::new(&[("wl-copy", "exec /bin/sleep 600")]);
        let mut clipboard = desk.clipboard(Ways::default());
        let begun = Instant::now();
        assert!(clipboard.copy(Private("1472".repeat(40_000)), false).is_none());
        assert!(begun.elapsed() < Duration::from_millis(500), "no key waits");
        assert_eq!(desk.answer(), Reached::Nowhere);
        assert!(begun.elapsed() >= PATIENCE);
    }

    #[test]
    fn a_tool_that_hung_is_not_asked_again_and_the_next_one_is() {
        let hangs = "echo asked >> THERE; exec /bin/sleep 600";
        let desk = Desk::new(&[("wl-copy", hangs), ("xclip", "exit 1")]);
        let mut clipboard = desk.clipboard(Ways::default());
        for _ in 0..3 {
            assert_eq!(desk.copy(&mut clipboard, "1472", true), Reached::Terminal);
        }
        assert_eq!(desk.there().trim(), "asked");
    }

    #[test]
    fn a_newer_text_does_not_wait_behind_a_tool_that_hangs() {
        let script =
            "read text; case $text in a*) exec /bin/sleep 600;; esac; printf %s \"$text\" > THERE";
        let desk = Desk::new(&[("wl-copy", script)]);
        let mut clipboard = desk.clipboard(Ways::default());
        let begun = Instant::now();
        assert!(clipboard.copy(Private("a\n".into()), false).is_none());
        std::thread::sleep(Duration::from_millis(100));
        assert!(clipboard.copy(Private("b\n".into()), false).is_none());
        assert_eq!(desk.answer(), Reached::Clipboard);
        assert_eq!(desk.there(), "b");
        assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    }

    #[test]
    fn what_was_copied_is_taken_away_and_what_somebody_else_copied_stays() {
        let tools = [("wl-copy", TAKES), ("wl-paste", "/bin/cat THERE")];
        let desk = Desk::new(&tools);
        let mut clipboard = desk.clipboard(Ways::default());
        clipboard.forget();
        assert!(clipboard.worker.is_none(), "nothing to do, nothing begun");
        desk.copy(&mut clipboard, "1472", false);
        clipboard.forget();
        clipboard.finish();
        assert_eq!(desk.there(), "");
        desk.copy(&mut clipboard, "1472", false);
        fs::write(desk.folder.path().join("there"), "rapat jam 10").expect("writable");
        clipboard.forget();
        clipboard.finish();
        assert_eq!(desk.there(), "rapat jam 10");
    }

    #[test]
    fn a_folder_of_the_path_that_is_not_whole_is_not_looked_at() {
        let desk = Desk::new(&[("wl-copy", TAKES)]);
        let path = Some("relative:.".into());
        let around = Surroundings { path, wayland: true, ..Surroundings::default() };
        assert!(around.tools().is_empty());
        fs::set_permissions(desk.folder.path().join("wl-copy"), fs::Permissions::from_mode(0o644))
            .expect("ours");
        let mut clipboard = desk.clipboard(Ways::default());
        assert_eq!(desk.copy(&mut clipboard, "1472", true), Reached::Terminal);
    }
}
