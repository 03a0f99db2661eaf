//! A paper as PDF: text that can be selected, searched and read aloud, with the fonts every reader
//! brings. No dates and no random names in it: the same paper yields the same bytes.

use super::layout::{self, Font, Mark};
use super::{Paper, Size};
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};

/// How hard streams are pressed: a page is ready in a millisecond and half as large.
const DEFLATE: u8 = 6;

/// The paper as a PDF file. `size` is A4 or A5 (anything else is taken for A4); `large` is for weak eyes.
pub fn pdf(paper: &Paper, size: Size, large: bool) -> Vec<u8> {
    let laid = layout::pages(paper, size, large);
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        Ref::new(next)
    };
    let (catalog, tree, info) = (fresh(), fresh(), fresh());
    let fonts = Font::ALL.map(|font| (font, fresh()));
    let pages: Vec<(Ref, Ref)> = laid.pages.iter().map(|_| (fresh(), fresh())).collect();
    let mut pdf = Pdf::new();
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(paper.lang.code()));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(info).title(TextStr(&paper.title)).producer(TextStr("Loket"));
    pdf.pages(tree).kids(pages.iter().map(|(page, _)| *page)).count(pages.len() as i32);
    for (font, id) in fonts {
        let mut written = pdf.type1_font(id);
        written.base_font(Name(font.base().as_bytes()));
        written.encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for ((page, content), marks) in pages.iter().zip(&laid.pages) {
        let mut written = pdf.page(*page);
        written.media_box(Rect::new(0.0, 0.0, round(laid.wide), round(laid.high)));
        written.parent(tree).contents(*content);
        let mut resources = written.resources();
        let mut dict = resources.fonts();
        for (font, id) in fonts {
            dict.pair(name_of(font), id);
        }
        dict.finish();
        resources.finish();
        written.finish();
        let drawn = draw(marks, laid.high);
        let bytes = compress_to_vec_zlib(&drawn, DEFLATE);
        pdf.stream(*content, &bytes).filter(Filter::FlateDecode);
    }
    pdf.finish()
}

const fn name_of(font: Font) -> Name<'static> {
    Name(match font {
        Font::Regular => b"R",
        Font::Bold => b"B",
        Font::Mono => b"M",
        Font::Fixed => b"F",
    })
}

/// Hundredths of a point: finer than any printer, and no digits of rounding in the file.
fn round(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// What a page shows, in the order it is read.
fn draw(marks: &[Mark], high: f32) -> Vec<u8> {
    let mut content = Content::new();
    let mut shade = 0.0;
    for mark in marks {
        match mark {
            Mark::Text { x, y, font, size, gray, text } => {
                if (*gray - shade).abs() > f32::EPSILON {
                    content.set_fill_gray(*gray);
                    shade = *gray;
                }
                content.begin_text();
                content.set_font(name_of(*font), round(*size));
                content.next_line(round(*x), round(high - y));
                content.show(Str(text));
                content.end_text();
            }
            Mark::Line { from, to, width, gray } => {
                content.set_line_width(*width).set_stroke_gray(*gray);
                content.move_to(round(from.0), round(high - from.1));
                content.line_to(round(to.0), round(high - to.1)).stroke();
            }
            Mark::Frame { x, y, wide, high: tall, width } => {
                content.set_line_width(*width).set_stroke_gray(0.0);
                content.rect(round(*x), round(high - y - tall), round(*wide), round(*tall));
                content.stroke();
            }
            Mark::Fill { x, y, wide, high: tall } => {
                if shade != 0.0 {
                    content.set_fill_gray(0.0);
                    shade = 0.0;
                }
                content.rect(round(*x), round(high - y - tall), round(*wide), round(*tall));
                content.fill_nonzero();
            }
        }
    }
    content.finish().into_vec()
}
