//! The squares of papers, read back by somebody else's program: from PDF, from text, from what a receipt
//! printer is told. They hold the visit code and nothing of a person.

use super::tests::{of, sheets};
use super::{CodePage, Paper, Size, escpos, pdf};
use crate::base::qr::read;

/// Dots of a picture for a point of a page.
const DOTS: f32 = 2.0;

/// What should be read from a paper: the visit code it is found by, where it has a square.
fn wanted(paper: &Paper) -> Vec<&str> {
    let Some((_, code)) = paper.qr() else { return Vec::new() };
    let parts: Vec<&str> = code.split('-').collect();
    let is_code = parts.len() == 3 && parts[1].parse::<u16>().is_ok();
    assert!(is_code, "under the square stands the visit code: {code}");
    vec![code]
}

/// What is filled black on a page, as squares are: left, bottom, width, height in points.
fn filled(document: &lopdf::Document, page: lopdf::ObjectId) -> Vec<[f32; 4]> {
    let content = document.get_page_content(page);
    let content = lopdf::content::Content::decode(&content).expect("operations");
    let (mut rects, mut path, mut gray) = (Vec::new(), Vec::new(), 0.0_f32);
    for operation in content.operations {
        let numbers: Vec<f32> =
            operation.operands.iter().filter_map(|one| one.as_float().ok()).collect();
        match operation.operator.as_str() {
            "g" => gray = numbers[0],
            "re" => path.push([numbers[0], numbers[1], numbers[2], numbers[3]]),
            "f" if gray == 0.0 => rects.append(&mut path),
            "f" | "S" | "n" => path.clear(),
            _ => {}
        }
    }
    rects
}

fn squares(bytes: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(bytes).expect("a sound PDF");
    let pages = document.get_pages().into_values();
    let codes = pages.flat_map(|page| {
        let (wide, high) = ((600.0 * DOTS) as usize, (850.0 * DOTS) as usize);
        let mut dark = vec![false; wide * high];
        for [x, y, across, up] in filled(&document, page) {
            let dots =
                |from: f32, size: f32| (from * DOTS) as usize..((from + size) * DOTS) as usize;
            for y in dots(y, up) {
                for x in dots(x, across) {
                    // A page is measured from below, a picture from above.
                    dark[(high - 1 - y) * wide + x] = true;
                }
            }
        }
        read(wide, high, |x, y| dark[y * wide + x])
    });
    codes.collect()
}

#[test]
fn the_square_of_every_pdf_holds_the_visit_code_alone() {
    for (name, sheet) in sheets() {
        for (size, large) in
            [(Size::A4, false), (Size::A4, true), (Size::A5, false), (Size::A5, true)]
        {
            let paper = of(&sheet, false, size, large);
            let codes = squares(&pdf(&paper, size, large));
            assert_eq!(codes, wanted(&paper), "{name} {size:?} {large}");
        }
    }
}

#[test]
fn the_square_of_every_text_holds_the_visit_code_alone() {
    /// Dots of a module.
    const SIDE: usize = 4;
    for (name, sheet) in sheets() {
        for (width, large) in [(64, false), (80, false), (48, true)] {
            let paper = of(&sheet, false, Size::Text(width), large);
            let lines: Vec<Vec<char>> =
                paper.text(width, large).iter().map(|line| line.chars().collect()).collect();
            let (wide, high) = (width * SIDE, lines.len() * 2 * SIDE);
            let codes = read(wide, high, |x, y| {
                let (row, half) = (y / SIDE / 2, y / SIDE % 2);
                match lines[row].get(x / SIDE) {
                    Some('█') => true,
                    Some('▀') => half == 0,
                    Some('▄') => half == 1,
                    _ => false,
                }
            });
            assert_eq!(codes, wanted(&paper), "{name} {width} {large}");
        }
    }
}

/// What a receipt printer is told to draw: the data of function 180.
fn told(bytes: &[u8]) -> Vec<String> {
    let starts = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"\x1d(k"));
    let codes = starts.filter_map(|at| {
        let length = usize::from(u16::from_le_bytes([bytes[at + 3], bytes[at + 4]]));
        let what = &bytes[at + 5..at + 5 + length];
        what.strip_prefix(b"1P0").map(|data| String::from_utf8_lossy(data).into_owned())
    });
    codes.collect()
}

#[test]
fn a_receipt_printer_is_told_to_draw_the_visit_code_alone() {
    for (name, sheet) in sheets() {
        for (size, large) in [(Size::Roll58, false), (Size::Roll80, false), (Size::Roll58, true)] {
            let paper = of(&sheet, false, size, large);
            let codes = told(&escpos(&paper, size, large, CodePage::default()));
            assert_eq!(codes, wanted(&paper), "{name} {size:?} {large}");
        }
    }
}
