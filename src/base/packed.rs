//! Texts that travel inside the binary, each compressed by itself and unpacked only when asked for.
//!
//! Written by `build.rs`. Never keeps what it has unpacked: whoever asks often keeps it.

/// An archive of `build.rs`: deflate streams one after another, and a line `end length name` for each.
pub(crate) struct Archive {
    index: &'static str,
    bytes: &'static [u8],
}

/// What `build.rs` has written under a name.
macro_rules! archive {
    ($name:literal) => {
        Archive {
            index: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".index")),
            bytes: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".deflate")),
        }
    };
}

/// `""`: the bundle of all heads by folder; `layanan.toml`; then of each folder the bundle of its sections;
/// `kendala`: the bundle of the troubles.
pub(crate) static FORMS: Archive = archive!("forms");
/// `pack/file` of the `data` folder, without what is used in place.
pub(crate) static DATA: Archive = archive!("data");
/// All messages of a language, by its code.
pub(crate) static WORDS: Archive = archive!("words");
/// `all`: the bundle of the demo's applicants.
pub(crate) static APPLICANTS: Archive = archive!("applicants");

impl Archive {
    /// Name and length of each text, and where its stream lies.
    fn entries(&self) -> impl Iterator<Item = (&'static str, usize, &'static [u8])> {
        let bytes = self.bytes;
        let mut start = 0;
        self.index.lines().map(move |line| {
            let mut words = line.splitn(3, ' ');
            let mut number = || words.next().and_then(|word| word.parse().ok()).expect(OURS);
            let (end, length): (usize, usize) = (number(), number());
            let stream = &bytes[start..end];
            start = end;
            (words.next().expect(OURS), length, stream)
        })
    }

    /// The names, in the order of the archive.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries().map(|(name, ..)| name)
    }

    /// The text of that name.
    pub(crate) fn text(&self, wanted: &str) -> Option<String> {
        let (_, length, stream) = self.entries().find(|(name, ..)| *name == wanted)?;
        let mut text = vec![0; length];
        let written = miniz_oxide::inflate::decompress_slice_iter_to_slice(
            &mut text,
            std::iter::once(stream),
            false,
            true,
        );
        assert_eq!(written, Ok(length), "{OURS}");
        Some(String::from_utf8(text).expect(OURS))
    }
}

const OURS: &str = "the archive is written by our own build";

/// Name and text of each file of a bundle.
pub(crate) fn unbundle(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let (index, mut rest) = text.split_once("\n\n").or(text.split_once('\n')).expect(OURS);
    index.lines().map(move |line| {
        let (length, name) = line.split_once(' ').expect(OURS);
        let (content, after) = rest.split_at(length.parse().expect(OURS));
        rest = after;
        (name, content)
    })
}
