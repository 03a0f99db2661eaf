//! The order in which values follow from each other, and the rings that make order impossible.

use std::collections::BTreeMap;

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order<N> {
    /// Everything, what others need first.
    pub(super) sorted: Vec<N>,
    /// Rings, each from a member round to itself: `a, b, a`.
    pub(super) rings: Vec<Vec<N>>,
}

/// Sorts `nodes` so that each comes after what it `needs`. A ring is reported and cut.
pub(super) fn order<N: Copy + Ord>(nodes: &[N], needs: &BTreeMap<N, Vec<N>>) -> Order<N> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Open,
        Done,
    }
    let mut marks: BTreeMap<N, Mark> = BTreeMap::new();
    let mut found = Order { sorted: Vec::with_capacity(nodes.len()), rings: Vec::new() };
    let nothing = Vec::new();
    for start in nodes {
        if marks.contains_key(start) {
            continue;
        }
        // A stack of our own: a pack may chain thousands of questions.
        let mut stack: Vec<(N, usize)> = vec![(*start, 0)];
        marks.insert(*start, Mark::Open);
        while let Some((node, at)) = stack.last_mut() {
            let node = *node;
            let Some(next) = needs.get(&node).unwrap_or(&nothing).get(*at) else {
                marks.insert(node, Mark::Done);
                found.sorted.push(node);
                stack.pop();
                continue;
            };
            *at += 1;
            match marks.get(next) {
                None => {
                    marks.insert(*next, Mark::Open);
                    stack.push((*next, 0));
                }
                Some(Mark::Open) => {
                    let from = stack.iter().position(|(on, _)| on == next).unwrap_or(0);
                    let mut ring: Vec<N> = stack[from..].iter().map(|(on, _)| *on).collect();
                    ring.push(*next);
                    found.rings.push(ring);
                }
                Some(Mark::Done) => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_need_comes_first() {
        let needs = BTreeMap::from([(1, vec![2, 3]), (2, vec![3])]);
        let found = order(&[1, 2, 3], &needs);
        assert_eq!(found, Order { sorted: vec![3, 2, 1], rings: vec![] });
    }

    #[test]
    fn a_ring_is_shown_from_a_member_round_to_itself() {
        let needs = BTreeMap::from([(1, vec![2]), (2, vec![3]), (3, vec![2]), (4, vec![4])]);
        let found = order(&[1, 2, 3, 4], &needs);
        assert_eq!(found.rings, vec![vec![2, 3, 2], vec![4, 4]]);
        assert_eq!(found.sorted.len(), 4);
    }
}
