//! A speech program that only writes down what it hears, and one that never ends.

use super::*;
use crate::app::Private;
use std::os::unix::fs::PermissionsExt as _;
use tempfile::TempDir;

struct Machine {
    folder: TempDir,
    heard: Receiver<Incoming>,
    speech: Speech,
}

/// A machine with these programs: name and shell script.
fn machine(programs: &[(&str, &str)], speech_toml: &str) -> Machine {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, script) in programs {
        let file = folder.path().join(name);
        let here = folder.path().display();
        std::fs::write(&file, format!("#!/bin/sh\ncd '{here}'\n{script}\n")).expect("written");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("set");
    }
    let settings = folder.path().join("speech.toml");
    std::fs::write(&settings, speech_toml).expect("written");
    let (to, heard) = channel();
    let path = Some(folder.path().as_os_str().to_owned());
    let speech = Speech::start_in(settings, path, to).expect("a thread");
    Machine { folder, heard, speech }
}

impl Machine {
    fn next(&self) -> Msg {
        match self.heard.recv_timeout(Duration::from_secs(10)).expect("an answer") {
            Incoming::Msg(msg) => msg,
            Incoming::Terminal(_) | Incoming::Errand(_) => panic!("only of speech here"),
        }
    }

    fn finds(&self) -> bool {
        match self.next() {
            Msg::VoiceFound(found) => found,
            other => panic!("{other:?}"),
        }
    }

    fn say(&self, text: &str) {
        let parts = vec![Part::Words("voice-written".into()), Part::Text(Private(text.into()))];
        let said = Utterance { tongue: "jv", parts };
        self.speech.say(&said, &Catalog::built_in(Lang::En));
    }

    fn file(&self, name: &str) -> String {
        for _ in 0..500 {
            if let Ok(text) = std::fs::read_to_string(self.folder.path().join(name))
                && text.ends_with('\n')
            {
                return text;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{name} was never written");
    }

    /// Waits until the process is gone.
    fn is_gone(pid: &str) -> bool {
        for _ in 0..500 {
            if !Path::new("/proc").join(pid.trim()).exists() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }
}

/// Writes its input and its arguments; the last line of each file is its end.
const RECORDS: &str = "PATH=/bin:/usr/bin; printf '%s\\n' \"$*\" > args; cat > heard";
/// Hangs without reading.
const HANGS: &str = "echo $$ > pid; exec /bin/sleep 60";

#[test]
fn the_program_hears_the_text_and_nobody_else_does() {
    let machine = machine(&[("espeak-ng", RECORDS)], "speed = 110\n");
    assert!(machine.finds());
    machine.say("NIK 1472 0617\n");
    assert!(matches!(machine.next(), Msg::Hushed), "it tells when it is over");
    assert_eq!(
        machine.file("heard"),
        "Yang tertulis: NIK satu, empat, tujuh, dua; nol, enam, satu, tujuh.\n"
    );
    assert_eq!(machine.file("args"), "--stdin -b 1 -v id -s 110\n", "the text is no argument");
}

#[test]
fn a_machine_without_a_program_is_told_and_does_nothing() {
    let machine = machine(&[("espeak.txt", "exit 0")], "");
    assert!(!machine.finds());
    machine.say("apa pun");
    machine.speech.hush();
    let silenced = self::machine(&[("espeak-ng", RECORDS)], "program = \"none\"\n");
    assert!(!silenced.finds(), "an office can forbid it");
    let named = self::machine(&[("espeak-ng", RECORDS)], "program = \"spd-say\"\n");
    assert!(!named.finds(), "another program than the named one is not taken");
}

#[test]
fn a_mistake_in_the_settings_is_told_and_the_rest_holds() {
    let machine = machine(&[("espeak-ng", RECORDS)], "sped = 100\n");
    let Msg::Told(notice) = machine.next() else { panic!("first the mistake") };
    assert_eq!(notice.key, "app-settings-broken");
    assert!(notice.args[0].1.ends_with("did you mean `speed`?"), "{:?}", notice.args);
    assert!(machine.finds());
}

#[test]
fn a_program_that_makes_no_sound_is_told_of() {
    let long = "Nama Ibu Siti Aminah, tinggal di Dumai Kota, usahanya warung nasi.";
    for (script, said) in [("cat > heard; exit 3", "satu"), ("PATH=/bin; cat > heard", long)] {
        let machine = machine(&[("espeak-ng", script)], "");
        assert!(machine.finds());
        machine.say(said);
        assert!(matches!(machine.next(), Msg::Hushed));
        let Msg::Told(notice) = machine.next() else { panic!("why nothing is heard") };
        assert_eq!(notice.key, "voice-failed");
    }
}

#[test]
fn a_hanging_program_is_ended_by_the_next_word_by_silence_and_with_us() {
    let machine = machine(&[("espeak-ng", HANGS)], "");
    assert!(machine.finds());
    machine.say("satu");
    let first = machine.file("pid");
    std::fs::remove_file(machine.folder.path().join("pid")).expect("removed");
    machine.say("dua");
    assert!(Machine::is_gone(&first), "the next word ends the one before");
    let second = machine.file("pid");
    machine.speech.hush();
    assert!(Machine::is_gone(&second), "silence ends it");
    std::fs::remove_file(machine.folder.path().join("pid")).expect("removed");
    machine.say("tiga");
    let third = machine.file("pid");
    let begun = Instant::now();
    let Machine { speech, folder, .. } = machine;
    drop(speech);
    assert!(Machine::is_gone(&third) && begun.elapsed() < Duration::from_secs(5));
    drop(folder);
}

#[test]
fn the_dispatcher_is_told_to_stop_what_it_was_given() {
    let script =
        "PATH=/bin:/usr/bin; echo \"$*\" >> calls; case \"$1\" in -e) exec sleep 60;; esac";
    let machine = machine(&[("spd-say", script)], "");
    assert!(machine.finds());
    machine.say("!-! apa pun");
    while machine.file("calls").is_empty() {}
    machine.speech.hush();
    for _ in 0..500 {
        if machine.file("calls").lines().count() == 2 {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(machine.file("calls"), "-e -w -l id -r -25\n-S\n");
}

#[test]
fn nothing_said_can_be_a_command() {
    let words = Catalog::built_in(Lang::Id);
    let line = |text: &str| {
        let parts = vec![Part::Text(Private(text.into()))];
        compose(&Utterance { tongue: "id", parts }, &words)
    };
    assert_eq!(line("!-! SET self"), "SET self.\n");
    let odd = line("a\n!-!STOP\u{1b}[2J");
    assert_eq!(odd.lines().count(), 1, "a second line could be a command: {odd:?}");
    assert!(!odd.trim_end().chars().any(char::is_control));
    assert!(line(&"株".repeat(20_000)).len() <= MOST + 1);
}
