//! The files people write for Loket: whatever editor they saved them with. Never writes one.

use crate::base::letters::decode;
use std::fs;
use std::io;
use std::path::Path;

/// The text of a file.
pub fn read_text(path: &Path) -> io::Result<String> {
    Ok(decode(&fs::read(path)?).into_owned())
}

/// How a file is named in messages: with the same stroke on every system, as the built-in ones are.
pub fn shown_path(path: &Path) -> String {
    let shown = path.display().to_string();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown }
}

/// A user's own settings; nothing where there are none.
pub(super) fn settings(data: &Path, name: &str) -> String {
    read_text(&data.join(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::printer::{Printers, To};
    use super::*;
    use crate::app::{Action, Mode, paper::What};
    use crate::tui::Keymap;

    /// As editors of Windows save a text.
    fn saved(text: &str) -> [Vec<u8>; 4] {
        let lines = text.replace('\n', "\r\n");
        let wide = format!("\u{feff}{lines}");
        [
            text.into(),
            lines.clone().into(),
            wide.clone().into(),
            wide.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ]
    }

    #[test]
    fn settings_hold_whatever_editor_saved_them() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let data = folder.path();
        let lang = crate::text::Lang::Id;
        let keys = saved("[beranda.bind]\n\"f9\" = \"new-case\"\n");
        let printer = saved("[all]\ntcp = \"127.0.0.1\"\nkind = \"escpos-58\"\n");
        let words = saved("app-no-terminal = Jendela é\n    .why = Karena.\n    .next = Buka.\n");
        for ((keys, printer), words) in keys.iter().zip(&printer).zip(&words) {
            let files = [("keys.toml", keys), ("printer.toml", printer), ("words.id.ftl", words)];
            for (name, bytes) in files {
                fs::write(data.join(name), bytes).expect("writable");
            }
            let catalog = super::super::words(lang, data);
            assert_eq!(catalog.get("app-no-terminal"), "Jendela é");
            let (keymap, problems) = Keymap::with_override(&settings(data, "keys.toml"));
            let key = keymap.key_of(Mode::Beranda, Action::NewCase).map(|key| key.label(&catalog));
            assert_eq!((key.as_deref(), problems.len()), (Some("F9"), 0), "{problems:?}");
            let (printers, problems) = Printers::with_override(&settings(data, "printer.toml"));
            assert_eq!(printers.of(What::Receipt).to, To::Tcp("127.0.0.1:9100".into()));
            assert_eq!(problems, [""; 0]);
        }
    }
}
