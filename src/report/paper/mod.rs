//! One paper, told once: blocks from top to bottom, and the ways they are put on a screen, a text file,
//! a PDF or a receipt printer.
//!
//! Knows what a paper looks like, never what it is about. Whatever it draws follows from the blocks
//! alone: the same paper always yields the same bytes.

mod escpos;
mod layout;
mod lines;
mod metrics;
mod pdf;
mod signs;
#[cfg(test)]
mod square_tests;
#[cfg(test)]
mod tests;

pub use crate::app::paper::Size;
pub use crate::base::qr::{QUIET, Square};
pub use escpos::{ASK_PAPER, CodePage, escpos, is_paper_out};
pub use pdf::pdf;
pub use signs::{to_437, to_858, to_ascii, to_win_ansi};

use crate::text::Lang;

/// A paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// What a reader of PDFs shows as its name. Holds no personal data.
    pub title: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Its number, as it is printed (`No. TT-KUDA-472-M-1`); may be empty.
    pub number: String,
    /// The mark of a copy (`SALINAN`); empty on the first.
    pub copy: String,
    /// The foot of a page, with `{page}` and `{pages}` where the numbers stand (`halaman {page} dari
    /// {pages}`).
    pub foot: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What stands on a paper may be somebody's.
        write!(f, "Paper({} blocks)", self.blocks.len())
    }
}

/// A part of a paper.
#[derive(Clone, PartialEq, Eq)]
pub enum Block {
    /// The office it is from, at the top.
    Office(String),
    /// What paper it is, in the middle.
    Title(String),
    /// A line in the middle, under the title.
    Subtitle(String),
    /// What the next blocks are about.
    Heading(String),
    /// A word and what it stands for. Entries that follow one another stand in one column.
    Entry {
        /// The word.
        head: String,
        /// What it stands for.
        text: String,
    },
    /// A word and the several things it stands for.
    Several {
        /// The word.
        head: String,
        /// The things.
        items: Vec<String>,
    },
    /// A paragraph.
    Paragraph(String),
    /// A paragraph in small letters: what everybody may read and nobody must.
    Small(String),
    /// A list.
    Bullets(Vec<String>),
    /// Something to tick.
    Check {
        /// It is ticked already.
        ticked: bool,
        /// What.
        text: String,
        /// What is said of it: a word (may be empty) and a text.
        notes: Vec<(String, String)>,
    },
    /// A table.
    Table {
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows, a text for each column; missing ones are empty.
        rows: Vec<Vec<String>>,
    },
    /// Where somebody signs.
    Signature {
        /// Place and day, e.g. `Dumai, 23 November 2026`; may be empty.
        place: String,
        /// As what they sign.
        role: String,
        /// Who signs.
        name: String,
        /// What stands under the name (rank, number); may be empty.
        under: String,
    },
    /// A QR code with what stands under it.
    Qr {
        /// What is read from it.
        text: String,
        /// What stands under it.
        caption: String,
    },
    /// Lines drawn with letters of one width, kept as they are: boxes to write in.
    Fixed(Vec<String>),
    /// A value in very large letters.
    Large(String),
    /// A little air.
    Gap,
    /// A line from side to side.
    Rule,
    /// The next page.
    PageBreak,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Its share of the width, against the others.
    pub weight: u16,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Numbers, set to the right.
    Number,
    /// Values to be typed again: letters that cannot be mistaken for one another.
    Value,
    /// A square to tick; ticked already where the text is not empty.
    Tick,
}

impl Paper {
    /// An empty paper.
    pub fn new(title: impl Into<String>, words: &crate::text::Catalog) -> Self {
        Self {
            title: title.into(),
            lang: words.lang(),
            number: String::new(),
            copy: String::new(),
            foot: words
                .with("print-foot", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
            blocks: Vec::new(),
        }
    }

    fn bare(blocks: &[Block]) -> Self {
        let (title, number) = (String::new(), String::new());
        let (copy, foot) = (String::new(), String::new());
        Self { title, lang: Lang::Id, number, copy, foot, blocks: blocks.to_vec() }
    }

    /// One more block.
    pub fn add(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// One more entry.
    pub fn entry(&mut self, head: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.add(Block::Entry { head: head.into(), text: text.into() })
    }

    /// The paper in lines of at most `width` columns (at least 16 are taken), as a terminal or a text
    /// file shows it. No line has control characters or blanks at its end.
    pub fn text(&self, width: usize, large: bool) -> Vec<String> {
        self.lines(width, large).into_iter().map(|line| line.text).collect()
    }

    /// The same lines with what each of them is.
    pub fn lines(&self, width: usize, large: bool) -> Vec<Line> {
        lines::lines(self, width.max(16), large, false)
    }

    /// The lines of `text` as one text, each ended by `\n`.
    pub fn plain(&self, width: usize, large: bool) -> String {
        self.text(width, large).iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    /// The QR code of the paper, if it has one: what is read from it and what stands under it.
    pub fn qr(&self) -> Option<(&str, &str)> {
        self.blocks.iter().find_map(|block| match block {
            Block::Qr { text, caption } => Some((text.as_str(), caption.as_str())),
            _ => None,
        })
    }

    /// The same paper without its QR codes: for a screen that shows them beside it.
    #[must_use]
    pub fn without_qr(mut self) -> Self {
        self.blocks.retain(|block| !matches!(block, Block::Qr { .. }));
        self
    }
}

/// A line of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// What it is.
    pub kind: LineKind,
}

/// What a line of a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Words.
    Plain,
    /// Headings and titles.
    Strong,
    /// Two rows of a QR code; the number is how many blanks stand before it.
    Qr(usize),
    /// Where the next page begins.
    Break,
    /// For a printer that centres by itself: words in the middle, strong or not.
    Middle(bool),
    /// For a printer that has larger letters: a value in them.
    Huge,
    /// For a printer that draws QR codes: what is read from one.
    Code,
}

/// Lines of one page of text.
pub const TEXT_LINES: usize = 66;

/// The room of one page, for papers that must fit one.
pub struct Room {
    size: Size,
}

impl Room {
    /// One page of `size`; `None` where a paper is as long as it gets: on rolls and in large type.
    pub fn of(size: Size, large: bool) -> Option<Self> {
        let is_endless = large || matches!(size, Size::Roll58 | Size::Roll80);
        (!is_endless).then_some(Self { size })
    }

    /// Height of the page, in lines or points.
    pub fn all(&self) -> f32 {
        match self.size {
            Size::Text(_) => TEXT_LINES as f32,
            size => layout::room(size),
        }
    }

    /// Height of the air before a heading.
    pub fn air(&self) -> f32 {
        match self.size {
            Size::Text(_) => 1.0,
            size => layout::air(size),
        }
    }

    /// Height of blocks standing alone.
    pub fn high(&self, blocks: &[Block]) -> f32 {
        let paper = Paper::bare(blocks);
        match self.size {
            Size::Text(width) => paper.lines(width, false).len() as f32,
            size => layout::height(&paper, size),
        }
    }

    /// Whether blocks fit the page, numbered and marked as a copy.
    pub fn holds(&self, blocks: &[Block]) -> bool {
        let paper = Paper { number: "x".into(), copy: "x".into(), ..Paper::bare(blocks) };
        match self.size {
            Size::Text(width) => paper.lines(width, false).len() <= TEXT_LINES,
            size => layout::pages(&paper, size, false).pages.len() == 1,
        }
    }
}

/// Whether a paper fits one page of a size, in common type.
pub fn is_one_page(paper: &Paper, size: Size) -> bool {
    layout::pages(paper, size, false).pages.len() == 1
}

/// Columns of a roll of paper for a receipt printer: Font A of the usual 203 dpi heads.
pub const fn roll_columns(size: Size) -> usize {
    match size {
        Size::Roll58 => 32,
        _ => 48,
    }
}
