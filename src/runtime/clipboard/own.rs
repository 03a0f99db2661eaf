//! The clipboard this program fills by itself: that of Windows. Its tool `clip.exe` guesses the letters of
//! what it gets, and leaves it in the clipboard's history. Elsewhere the tools of the system do it.

/// Puts a text there and keeps it out of the history and of other machines. Tells whether it is there.
#[cfg(windows)]
pub(super) fn put(text: &str) -> bool {
    use clipboard_win::{Clipboard, raw};
    // Windows knows these formats by name; four bytes of nothing are "no".
    const KEEPS_OUT: [&str; 3] = [
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ];
    // Another program may hold it for a moment.
    let Ok(_open) = Clipboard::new_attempts(ATTEMPTS) else { return false };
    if text.is_empty() {
        return raw::empty().is_ok();
    }
    let put = raw::set_string(text).is_ok();
    for name in KEEPS_OUT {
        if let Some(format) = raw::register_format(name) {
            let _ = raw::set_without_clear(format.get(), &[0; 4]);
        }
    }
    put
}

/// How often an open clipboard is asked for.
#[cfg(windows)]
const ATTEMPTS: usize = 10;

/// Takes our text away, where it is still there.
#[cfg(windows)]
pub(super) fn take_away(text: &str) {
    // Lines end as Windows ends them there.
    let is_ours = |there: String| there.replace("\r\n", "\n") == text.replace("\r\n", "\n");
    if clipboard_win::get_clipboard_string().is_ok_and(is_ours) {
        put("");
    }
}

#[cfg(not(windows))]
pub(super) fn put(_: &str) -> bool {
    false
}

#[cfg(not(windows))]
pub(super) fn take_away(_: &str) {}

#[cfg(all(test, windows))]
mod tests {
    use super::*;

    #[test]
    fn letters_arrive_whole_and_only_ours_is_taken_away() {
        let there = || clipboard_win::get_clipboard_string().unwrap_or_default();
        for text in ["3174052309890001", "Renée “Ñoño” 株式会社", "satu\r\ndua"] {
            assert!(put(text), "{text}");
            assert_eq!(there(), text);
            take_away("milik orang lain");
            assert_eq!(there(), text);
            take_away(text);
            assert_eq!(there(), "");
        }
    }
}
