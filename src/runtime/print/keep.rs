//! Papers that were kept as files go after their days: names do not lie about for ever.
//!
//! Touches nothing but files of the folder `cetak` that are called as we call them.

use super::{FOLDER, SETTINGS};
use crate::app::paper::What;
use crate::runtime::printer::Printers;
use crate::runtime::read_text;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, SystemTime};

const DAY: Duration = Duration::from_hours(24);

/// Removes the papers of `data` whose days are over at `now`; tells how many. What cannot be removed stays
/// until the next time, and all of them while something is wrong in the settings.
pub fn clear(data: &Path, now: SystemTime) -> usize {
    let Ok(folder) = fs::read_dir(data.join(FOLDER)) else { return 0 };
    let settings = match read_text(&data.join(SETTINGS)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(_) => return 0,
    };
    let (printers, problems) = Printers::with_override(&settings);
    // An office that wanted to keep them longer may only have mistyped it.
    if !problems.is_empty() {
        return 0;
    }
    let is_over = |entry: &fs::DirEntry| {
        let what = entry.file_name().to_str().and_then(what)?;
        let days = printers.of(what).keep_days;
        // A link is somebody else's.
        let kept = entry.metadata().ok().filter(fs::Metadata::is_file)?.modified().ok()?;
        Some(days > 0 && now.duration_since(kept).ok()? > DAY * u32::from(days))
    };
    folder
        .flatten()
        .filter(|entry| is_over(entry) == Some(true) && fs::remove_file(entry.path()).is_ok())
        .count()
}

/// Which paper a file is, by the name we gave it.
fn what(file: &str) -> Option<What> {
    What::ALL.into_iter().find(|what| {
        let number = file.strip_prefix(what.file()).and_then(|rest| rest.strip_prefix('-'));
        // An office may keep a `surat-edaran.pdf` of its own there.
        number.is_some_and(|number| match what {
            What::Letter => number.starts_with(|sign: char| sign.is_ascii_digit()),
            _ => number.starts_with(|sign: char| sign.is_ascii_uppercase()),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_go_after_their_days_and_nothing_else_does() {
        let data = tempfile::tempdir().expect("a folder");
        let folder = data.path().join(FOLDER);
        fs::create_dir(&folder).expect("made");
        let ours = [
            "lembar-salin-KUDA-472-M-2.pdf",
            "surat-2026-0007-salinan-1.pdf",
            "tanda-terima-KUDA-472-M-1-besar.txt",
        ];
        let others = ["surat-edaran.pdf", "gangguan-2026-11.pdf", "catatan.txt", "syarat.txt"];
        for name in ours.iter().chain(&others) {
            fs::write(folder.join(name), "SITI AMINAH").expect("written");
        }
        fs::create_dir(folder.join("surat-2026")).expect("made");
        let made =
            fs::metadata(folder.join(ours[0])).and_then(|file| file.modified()).expect("a time");
        let days = |days: u32| made + DAY * days + Duration::from_mins(1);
        assert_eq!(clear(data.path(), days(6)), 0, "seven days are usual");
        assert_eq!(clear(data.path(), made - DAY), 0, "a clock set back removes nothing");
        fs::write(data.path().join(SETTINGS), "[all]\nkeep-days = 20\n[retype]\nkeep-days = 1\n")
            .expect("written");
        assert_eq!(clear(data.path(), days(6)), 1);
        fs::write(data.path().join(SETTINGS), "").expect("written");
        assert_eq!(clear(data.path(), days(7)), 2);
        let left = || fs::read_dir(&folder).expect("there").count();
        assert_eq!(left(), others.len() + 1);
        fs::write(folder.join(ours[1]), "SITI AMINAH").expect("written");
        // As Notepad saves it: in another coding it says the same.
        let wide = "\u{feff}[surat]\r\nkeep-days = 0\r\n".encode_utf16();
        fs::write(data.path().join(SETTINGS), wide.flat_map(u16::to_le_bytes).collect::<Vec<_>>())
            .expect("written");
        assert_eq!(clear(data.path(), days(900)), 0, "0 keeps for ever");
        fs::write(data.path().join(SETTINGS), "[surat]\nkep-days = 0\n").expect("written");
        assert_eq!(clear(data.path(), days(900)), 0, "nobody knows how long it was meant");
        fs::write(data.path().join(SETTINGS), "[surat]\nkeep-days = 30\n").expect("written");
        assert_eq!(clear(data.path(), days(31)), 1);
        assert_eq!(clear(&data.path().join("nowhere"), made), 0);
    }
}
