//! A whole library checked: every pack, and what is wrong only between packs.
//!
//! Each problem is told once, however many packs stand on the file it is in.

use super::library::{Library, Loaded, Origin, Spot};
use super::load::Memo;
use super::tree::{At, Bag};
use super::{Pack, Problem, Source, graph, meaning};
use crate::base::order;
use crate::base::suggest;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// One folder of packs, checked.
#[derive(Debug)]
pub struct Checked {
    /// Name of the folder.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its problems, those of its bases too when they were not told before; `file` counts in `sources`.
    pub problems: Vec<Problem>,
    /// Its own files, then those of its bases.
    pub sources: Vec<Source>,
    /// How many of `sources` are its own.
    pub own: usize,
}

/// What other packs have to do with one pack.
struct Facts {
    id: String,
    /// Place in the answer.
    checked: usize,
    /// Packs to be finished first, and where they are named.
    blockers: Vec<(String, At)>,
    meanings: Vec<(String, At)>,
}

impl Library {
    /// Checks the folders of those origins, and what they have to do with the rest of the library.
    pub fn check(&self, wanted: impl Fn(Origin) -> bool, today: Date) -> Vec<Checked> {
        let mut told = Told::default();
        let mut all: Vec<Checked> = Vec::new();
        let mut facts = Vec::new();
        let mut order: Vec<usize> = (0..self.folders.len()).collect();
        // Bases before what stands on them would be best; the order of names is what people look for.
        order::sort_by(&mut order, |one, other| {
            self.folders[*one].id.cmp(&self.folders[*other].id)
        });
        let offered = self.offered();
        let memo = Memo::default();
        for at in order.into_iter().filter(|at| wanted(self.folders[*at].origin)) {
            let folder = &self.folders[at];
            let mut bag = Bag::default();
            let mut files = Vec::new();
            for spot in self.spots(at) {
                let Loaded { problems, sources, pack, .. } = self.load_spot(spot, today, &memo);
                bag.problems.extend(problems);
                facts.extend(pack.as_ref().map(|pack| Facts::of(pack, all.len())));
                files = sources;
            }
            for (spot, winner) in offered.taken.iter().filter(|(spot, _)| spot.folder == at) {
                let (id, place) = self.id_place(*spot);
                let by = &self.folders[winner.folder].id;
                let message = format!("there are two packs `{id}`");
                bag.error(&place, message, format!("the other is in `{by}`"));
            }
            let problems = told.fresh(bag.problems, &files);
            let (id, origin, own) = (folder.id.clone(), folder.origin, folder.files().count());
            all.push(Checked { id, origin, problems, sources: files, own });
        }
        self.between(&facts, &offered, &mut all, &mut told);
        all
    }

    /// What is wrong between packs.
    fn between(&self, facts: &[Facts], offered: &Offered, all: &mut [Checked], told: &mut Told) {
        let ids: Vec<&str> = offered.spots.keys().map(String::as_str).collect();
        let used = self.meanings();
        for one in facts {
            let mut bag = Bag::default();
            for (pack, at) in &one.blockers {
                if !offered.spots.contains_key(pack) {
                    let hint = suggest::hint(pack, ids.iter().copied());
                    bag.error(at, format!("there is no pack `{pack}` to be finished first"), hint);
                }
            }
            for (word, at) in &one.meanings {
                if let Some(near) = slip_of(word, &used) {
                    let message = format!("the meaning `{word}` is used nowhere else");
                    bag.warning(at, message, format!("did you mean `{near}`?"));
                }
            }
            add(all, one.checked, bag, told);
        }
        let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for one in facts {
            let blockers = one.blockers.iter().map(|(pack, _)| pack.as_str());
            needs.entry(&one.id).or_default().extend(blockers);
        }
        let unchecked = self.blockers_beyond(&needs, offered);
        for (id, blockers) in &unchecked {
            needs.insert(id, blockers.iter().map(String::as_str).collect());
        }
        let nodes: Vec<&str> = needs.keys().copied().collect();
        for ring in graph::order(&nodes, &needs).rings {
            let place = ring.windows(2).find_map(|pair| {
                let one = facts.iter().find(|one| one.id == pair[0])?;
                let (_, at) = one.blockers.iter().find(|(pack, _)| pack == pair[1])?;
                Some((one.checked, at))
            });
            let Some((checked, at)) = place else { continue };
            let mut bag = Bag::default();
            let hint = ring.join(" -> ");
            bag.error(at, "these packs wait for each other: none can be finished", hint);
            add(all, checked, bag, told);
        }
    }

    /// What the packs wait for that are not checked themselves but are waited for.
    fn blockers_beyond(
        &self,
        needs: &BTreeMap<&str, Vec<&str>>,
        offered: &Offered,
    ) -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut waiting: Vec<String> =
            needs.values().flatten().map(|id| (*id).to_owned()).collect();
        while let Some(id) = waiting.pop() {
            let Some(spot) = offered.spots.get(&id) else { continue };
            if needs.contains_key(id.as_str()) || found.contains_key(&id) {
                continue;
            }
            let blockers = self.blockers(*spot);
            waiting.extend(blockers.iter().cloned());
            found.insert(id, blockers);
        }
        found
    }

    /// Which packs must be finished before which, from `id` on: pairs of which the first waits for the
    /// second.
    pub fn waits(&self, id: &str) -> Vec<(String, String)> {
        let offered = self.offered();
        let Some(spot) = offered.spots.get(id) else { return Vec::new() };
        let own = self.blockers(*spot);
        let needs = BTreeMap::from([(id, own.iter().map(String::as_str).collect::<Vec<_>>())]);
        let beyond = self.blockers_beyond(&needs, &offered);
        let own = own.iter().map(|needed| (id.to_owned(), needed.clone()));
        let further = beyond
            .iter()
            .flat_map(|(id, all)| all.iter().map(move |needed| (id.clone(), needed.clone())));
        let mut all: Vec<(String, String)> = own.chain(further).collect();
        order::sort(&mut all);
        all.dedup();
        all
    }

    /// How often each meaning is written in the folders that count.
    fn meanings(&self) -> HashMap<String, usize> {
        let mut used: HashMap<String, usize> = HashMap::new();
        let folders = (0..self.folders.len()).filter(|at| self.is_visible(*at));
        for source in folders.flat_map(|at| self.folders[at].files()) {
            for line in source.text.lines() {
                // Read by line: this counts, and a word it misses is only counted too low.
                let Some(rest) = line.trim_start().strip_prefix("meaning") else { continue };
                let Some(rest) = rest.trim_start().strip_prefix('=') else { continue };
                let word = rest.trim_start().trim_start_matches(['"', '\'']);
                let end = word.find(['"', '\'']).unwrap_or(word.len());
                *used.entry(word[..end].to_owned()).or_default() += 1;
            }
        }
        used
    }
}

/// Which place yields each id, and the places whose id is taken.
pub(super) struct Offered {
    pub(super) spots: BTreeMap<String, Spot>,
    /// Each with the place that has the id.
    pub(super) taken: Vec<(Spot, Spot)>,
}

impl Facts {
    fn of(pack: &Pack, checked: usize) -> Self {
        let at = |(file, span): &(usize, Range<usize>)| At { file: *file, span: span.clone() };
        let blockers = &pack.blocked_by;
        let meaning = |question: &super::Question| {
            let span = question.meaning_at.clone();
            Some((question.meaning.clone()?, At { file: question.defined.0, span }))
        };
        Self {
            id: pack.id.clone(),
            checked,
            blockers: blockers.iter().map(|one| (one.pack.clone(), at(&one.defined))).collect(),
            meanings: pack.questions.iter().filter_map(meaning).collect(),
        }
    }
}

/// Problems that were told: file, place, words.
#[derive(Default)]
struct Told(HashSet<(String, usize, String)>);

impl Told {
    fn fresh(&mut self, problems: Vec<Problem>, sources: &[Source]) -> Vec<Problem> {
        let mut is_fresh = |problem: &Problem| {
            let file = sources.get(problem.file).map_or("", |source| source.name.as_str());
            self.0.insert((file.to_owned(), problem.span.start, problem.message.clone()))
        };
        problems.into_iter().filter(|problem| is_fresh(problem)).collect()
    }
}

fn add(all: &mut [Checked], at: usize, bag: Bag, told: &mut Told) {
    if let Some(checked) = all.get_mut(at) {
        let new = told.fresh(bag.problems, &checked.sources);
        checked.problems.extend(new);
    }
}

/// The word that a meaning used once most likely stands for.
fn slip_of<'a>(word: &str, used: &'a HashMap<String, usize>) -> Option<&'a str> {
    if used.get(word).copied().unwrap_or_default() > 1 || meaning::WORDS.contains(&word) {
        return None;
    }
    let others = used.iter().filter(|(_, times)| **times > 1).map(|(other, _)| other.as_str());
    let mut near: Vec<&str> =
        others.chain(meaning::WORDS).filter(|other| is_slip(word, other)).collect();
    order::sort(&mut near);
    near.first().copied()
}

/// Whether two words differ by one slip in one of their parts. Short parts are left alone: `dok_pbb` and
/// `dok_pbg` are two papers.
fn is_slip(one: &str, other: &str) -> bool {
    if one == other {
        return false;
    }
    if one.replace('_', "") == other.replace('_', "") {
        return true;
    }
    let (mut ones, mut others) = (one.split('_'), other.split('_'));
    let mut slips = 0;
    loop {
        match (ones.next(), others.next()) {
            (None, None) => return slips == 1,
            (Some(part), Some(right)) if part == right => {}
            (Some(part), Some(right)) => {
                let length = part.len().min(right.len());
                let most = if length < 4 { 0 } else { 1 + usize::from(length >= 8) };
                if strsim::osa_distance(part, right) > most {
                    return false;
                }
                slips += 1;
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_in_one_long_part() {
        for (one, other, slip) in [
            ("nama_usha", "nama_usaha", true),
            ("namausaha", "nama_usaha", true),
            ("tangal_akta", "tanggal_akta", true),
            ("penangung_jawab", "penanggung_jawab", true),
            ("dok_pbb", "dok_pbg", false),
            ("npp", "npwp", false),
            ("nomor_akta", "nomor_ahu", false),
            ("wilayah_ktp", "wilayah_usaha", false),
            ("nik", "nik", false),
        ] {
            assert_eq!(is_slip(one, other), slip, "{one} {other}");
        }
    }
}
