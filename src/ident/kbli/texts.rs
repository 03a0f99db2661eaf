//! Many short texts in one piece of memory, and lists of numbers by key: what the index is made of.
//! Knows nothing of codes or words.

/// Texts by number, end to end in one string.
#[derive(Debug, Default)]
pub(super) struct Texts {
    blob: String,
    ends: Vec<u32>,
}

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        self.blob.push_str(text);
        self.ends.push(self.blob.len() as u32);
    }

    pub(super) fn get(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.blob[start as usize..self.ends[index] as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where `text` stands, when the texts are in order.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        let at = self.first_not_below(text);
        (at < self.len() && self.get(at) == text).then_some(at)
    }

    /// The first text that is not before `text`, when the texts are in order.
    pub(super) fn first_not_below(&self, text: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.get(middle) < text {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    pub(super) fn shrink(&mut self) {
        self.blob.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.blob.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// Lists of numbers by key, end to end in one list.
#[derive(Debug, Default)]
pub(super) struct Groups {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Sorts `(key, item)` into `keys` lists; items of a key keep their order.
    pub(super) fn new(keys: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; keys + 1];
        for (key, _) in pairs {
            starts[*key as usize + 1] += 1;
        }
        for key in 0..keys {
            starts[key + 1] += starts[key];
        }
        let mut next = starts.clone();
        let mut items = vec![0; pairs.len()];
        for (key, item) in pairs {
            let place = &mut next[*key as usize];
            items[*place as usize] = *item;
            *place += 1;
        }
        Self { starts, items }
    }

    /// The list of a key; empty for keys there are none of.
    pub(super) fn get(&self, key: usize) -> &[u32] {
        match (self.starts.get(key), self.starts.get(key + 1)) {
            (Some(start), Some(end)) => &self.items[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        (self.starts.capacity() + self.items.capacity()) * size_of::<u32>()
    }
}
