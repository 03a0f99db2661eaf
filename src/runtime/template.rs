//! The office's template of a letter, from the data folder.

use crate::app::Notice;
use crate::ident::Level;
use crate::office::{TEMPLATE_FILE, Template, TemplateFault};
use std::io;
use std::path::Path;

/// The template in force: the office's own over the built-in one. Errors: the first thing that is wrong in
/// the office's file, as a message with its place.
pub fn template(folder: &Path) -> Result<Template, Notice> {
    let path = folder.join(TEMPLATE_FILE);
    match super::read_text(&path) {
        Ok(text) => Template::of_office(&text).map_err(|faults| {
            let first = faults.first().expect("a refused template has a fault");
            notice_of_fault(first, TEMPLATE_FILE)
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Template::built_in()),
        Err(_) => {
            let notice = Notice::new(Level::Salah, "letter-template-unread");
            Err(notice.with("file", path.display().to_string()))
        }
    }
}

/// A fault of a template as a message.
pub(crate) fn notice_of_fault(fault: &TemplateFault, file: &str) -> Notice {
    Notice::new(Level::Salah, fault.key)
        .with("file", file)
        .with("line", fault.line.to_string())
        .with("column", fault.column.to_string())
        .with("found", fault.found.clone())
        .with("near", fault.near.clone())
        .with("picture", fault.picture.clone())
}
