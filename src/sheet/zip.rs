//! The files in a zip, as far as spreadsheets use it: stored and deflated, one disk, no secrets.
//!
//! Everything is bounded: a small file that would unpack to a gigabyte is refused, not unpacked.

use std::collections::BTreeMap;

/// Most bytes one file may unpack to.
const MOST: usize = 64 << 20;

/// A zip whose list of files was read.
pub(crate) struct Zip<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
}

struct Entry {
    method: u16,
    crc: u32,
    packed: usize,
    unpacked: usize,
    at: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at.checked_add(2)?)?.first_chunk()?;
    Some(usize::from(u16::from_le_bytes(*pair)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}

impl<'a> Zip<'a> {
    /// Reads the list at the end. `None` where this is no zip, or one cut short.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        // The end record is 22 bytes and a comment of at most 64 KiB.
        let from = bytes.len().saturating_sub(22 + 0xFFFF);
        let end = (from..=bytes.len().checked_sub(22)?)
            .rev()
            .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
        let count = u16_at(bytes, end + 10)?;
        let mut at = u32_at(bytes, end + 16)?;
        let mut entries = BTreeMap::new();
        for _ in 0..count {
            if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
                return None;
            }
            let name_length = u16_at(bytes, at + 28)?;
            let name = bytes.get(at + 46..at + 46 + name_length)?;
            let entry = Entry {
                method: u16::try_from(u16_at(bytes, at + 10)?).ok()?,
                crc: u32::try_from(u32_at(bytes, at + 16)?).ok()?,
                packed: u32_at(bytes, at + 20)?,
                unpacked: u32_at(bytes, at + 24)?,
                at: u32_at(bytes, at + 42)?,
            };
            // Some writers use the other slash.
            entries.insert(String::from_utf8_lossy(name).replace('\\', "/"), entry);
            at += 46 + name_length + u16_at(bytes, at + 30)? + u16_at(bytes, at + 32)?;
        }
        Some(Self { bytes, entries })
    }

    /// Whether it has this file.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A file, unpacked and proved by its checksum. `None` where it is not there or damaged.
    pub(crate) fn file(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.get(name)?;
        if !self.bytes.get(entry.at..)?.starts_with(b"PK\x03\x04") || entry.unpacked > MOST {
            return None;
        }
        // The local header may have other extra fields than the list.
        let skip = 30 + u16_at(self.bytes, entry.at + 26)? + u16_at(self.bytes, entry.at + 28)?;
        let from = entry.at.checked_add(skip)?;
        let packed = self.bytes.get(from..from.checked_add(entry.packed)?)?;
        let file = match entry.method {
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, entry.unpacked).ok()?,
            _ => return None,
        };
        (file.len() == entry.unpacked && crc_32(&file) == entry.crc).then_some(file)
    }
}

/// How the bytes of a file lie in a zip: as they are.
#[cfg(test)]
const STORED: u8 = 0;
/// Deflated.
const DEFLATED: u8 = 8;

/// A zip with these files, deflated, without the time of day: the same files give the same bytes.
pub(crate) fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    archive(files, DEFLATED, |file| miniz_oxide::deflate::compress_to_vec(file, 6))
}

/// A zip whose files lie in it as `lay` leaves them.
fn archive(files: &[(&str, &[u8])], method: u8, lay: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (mut body, mut list) = (Vec::new(), Vec::new());
    for (name, file) in files {
        let at = body.len() as u32;
        let packed = lay(file);
        // Version 2.0, names in UTF-8, 1 January 1980.
        let mut facts = vec![20, 0, 0, 8, method, 0, 0, 0, 0x21, 0];
        for number in [crc_32(file), packed.len() as u32, file.len() as u32] {
            facts.extend(number.to_le_bytes());
        }
        facts.extend((name.len() as u16).to_le_bytes());
        body.extend(b"PK\x03\x04");
        body.extend(&facts);
        body.extend([0, 0]);
        body.extend(name.as_bytes());
        body.extend(packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&facts);
        list.extend([0; 12]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (at, length, count) = (body.len() as u32, list.len() as u32, files.len() as u16);
    body.extend(list);
    body.extend(b"PK\x05\x06\0\0\0\0");
    for number in [count, count] {
        body.extend(number.to_le_bytes());
    }
    for number in [length, at] {
        body.extend(number.to_le_bytes());
    }
    body.extend([0, 0]);
    body
}

/// The checksum of zip (CRC-32 of IEEE 802.3), half a byte at a time.
fn crc_32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 4 {
                value = (value >> 1) ^ (0xEDB8_8320 * (value & 1));
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |crc: u32, nibble: u32| (crc >> 4) ^ TABLE[((crc ^ nibble) & 15) as usize];
    !bytes.iter().fold(!0, |crc, byte| {
        let byte = u32::from(*byte);
        step(step(crc, byte), byte >> 4)
    })
}

#[cfg(test)]
pub(crate) mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;
    use proptest::prelude::*;

    /// A zip with these files, stored as they are.
    pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        archive(files, STORED, <[u8]>::to_vec)
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc_32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn stored_files_are_found_by_name() {
        let bytes = zipped(&[("a.txt", b"satu"), ("xl/b.xml", b"dua")]);
        let zip = Zip::open(&bytes).unwrap();
        assert!(zip.has("xl/b.xml") && !zip.has("c"));
        assert_eq!(zip.file("xl/b.xml").unwrap(), b"dua");
        assert_eq!(zip.file("c"), None);
    }

    #[test]
    fn a_damaged_or_cut_zip_is_no_zip() {
        let bytes = zipped(&[("a.txt", b"satu")]);
        assert!(Zip::open(&bytes[..bytes.len() - 1]).is_none());
        let mut damaged = bytes;
        damaged[35] ^= 1;
        assert_eq!(Zip::open(&damaged).unwrap().file("a.txt"), None);
    }

    proptest! {
        #[test]
        fn no_bytes_ever_stop_the_reader(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            at in 0..120_usize,
            sign in any::<u8>()
        ) {
            let open = |bytes: &[u8]| Zip::open(bytes).map(|zip| zip.file("a.txt"));
            open(&bytes);
            let mut near = zipped(&[("a.txt", b"satu")]);
            let length = near.len();
            near[at % length] = sign;
            open(&near);
        }
    }
}
