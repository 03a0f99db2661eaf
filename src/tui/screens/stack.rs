//! Blocks one under the other that give way in order of their worth when there is too little room.

use crate::tui::pen::Pen;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Lines that stand or go together.
pub(super) struct Block {
    /// What goes first: the highest rank. Rank 0 always stays.
    rank: u8,
    lines: Vec<Line<'static>>,
}

/// Blocks from top to bottom.
#[derive(Default)]
pub(super) struct Stack(Vec<Block>);

impl Stack {
    /// Adds lines; none at all add nothing.
    pub(super) fn add(&mut self, rank: u8, lines: Vec<Line<'static>>) {
        if !lines.is_empty() {
            self.0.push(Block { rank, lines });
        }
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self, rank: u8) {
        self.add(rank, vec![Line::default()]);
    }

    /// Lines in all.
    pub(super) fn height(&self) -> u16 {
        self.0.iter().map(|block| block.lines.len() as u16).sum()
    }

    /// Drops blocks until the rest fits `room`, the least important first.
    pub(super) fn squeeze(&mut self, room: u16) {
        while self.height() > room {
            let worst = (0..self.0.len())
                .filter(|at| self.0[*at].rank > 0)
                .max_by_key(|at| (self.0[*at].rank, *at));
            let Some(worst) = worst else { return };
            self.0.remove(worst);
        }
    }

    /// Squeezes two stacks that share `room`: this one above, `other` below it.
    pub(super) fn squeeze_with(&mut self, other: &mut Self, room: u16) {
        while self.height() + other.height() > room {
            let worst = |stack: &Self| stack.0.iter().map(|block| block.rank).max().unwrap_or(0);
            let (here, there) = (worst(self), worst(other));
            if here == 0 && there == 0 {
                return;
            }
            let stack = if here > there { &mut *self } else { &mut *other };
            let height = stack.height();
            stack.squeeze(height - 1);
        }
    }

    /// Draws it from the top of `area`; tells the row after it.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let mut y = area.y;
        for block in &self.0 {
            let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            y = pen.put_lines(rest, &block.lines);
        }
        y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(ranks: &[u8]) -> Stack {
        let mut stack = Stack::default();
        for rank in ranks {
            stack.gap(*rank);
        }
        stack
    }

    fn left(stack: &Stack) -> Vec<u8> {
        stack.0.iter().map(|block| block.rank).collect()
    }

    #[test]
    fn the_least_important_goes_first_and_rank_0_stays() {
        let mut some = stack(&[0, 5, 0, 9, 5]);
        some.squeeze(3);
        assert_eq!(left(&some), [0, 5, 0]);
        some.squeeze(0);
        assert_eq!(left(&some), [0, 0]);
    }

    #[test]
    fn two_stacks_give_way_together() {
        let (mut above, mut below) = (stack(&[0, 3, 6]), stack(&[7, 8, 2]));
        above.squeeze_with(&mut below, 3);
        assert_eq!((left(&above), left(&below)), (vec![0, 3], vec![2]));
    }
}
