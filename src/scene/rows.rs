//! From which zoom on each name of a lane shows, and in which row.
//!
//! Dynamic map labelling (Been, Daiches & Yap, *Dynamic Map Labeling*, IEEE TVCG 12(5), 2006) gives every label one
//! *active range* of scales, fixed in advance, so that nothing flickers: zooming in never takes a name away, panning
//! changes nothing, and the picture depends on the view alone. A timeline needs less than their general case: labels
//! keep their size on screen, places are one-dimensional, and rows are chosen freely. So a range here is open above
//! (`from` points per day, and everything closer), and two labels in one row meet exactly below the scale where their
//! extents in points touch. Where their paper places labels greedily in a conflict graph of all pairs, a row here is an
//! ordered set in which only neighbours can conflict:
//!
//! - What stands in one row never overlaps in time (it would meet at every scale), so the nearest neighbour on each
//!   side tells whether there is a place at all.
//! - The row is kept once for each octave of scales, with what is active somewhere in it. In an octave names have
//!   their room, so only a bounded number of them lie near enough to conflict there. A newcomer looks from the octave
//!   in which its nearest neighbour could touch it down to the first conflict, which is the answer: its range starts
//!   there.
//!
//! A question costs a few words of a [`RankSet`] for each of the octaves looked at, and a lane of n events
//! O(n log n): sorting them is the dearest part. Names come in order of merit, so a name is never missing because of a
//! less significant one. Among the rows, and the sides of the mark, in which it shows in the whole view already, it
//! takes the tightest, so that room is left for those that come after; where there is none, it takes the one in which
//! it shows soonest.

use crate::time::Span;

use super::names::LABEL_MAX;
use super::rank_set::RankSet;

/// No screen shows more points per day: six hours on eight thousand points.
pub(super) const CLOSEST: f64 = 32_768.0;
/// Octaves of scales that are told apart, as powers of two. Below the lowest, where a century takes two points, no
/// window goes, and what meets there meets nowhere.
pub(super) const LOWEST: i32 = -14;
pub(super) const HIGHEST: i32 = 14;

/// On which side of the mark the name stands; fixed per event, whatever the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Right,
    Left,
}

/// From the middle of a mark to its name, in points.
pub(super) const LABEL_OFFSET: f32 = 13.0;
/// Half the width that a mark needs, in points.
const MARK_REACH: f32 = 9.0;
/// Room left free between two neighbours in a row, in points.
const NEIGHBOUR_GAP: f32 = 12.0;

/// How far mark and name reach beyond the body, in points, half of the gap to the neighbour included.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Reach {
    left: f32,
    right: f32,
}

impl Reach {
    fn new(width: f32, side: Side) -> Self {
        let name = width + LABEL_OFFSET + NEIGHBOUR_GAP / 2.0;
        let mark = MARK_REACH + NEIGHBOUR_GAP / 2.0;
        match side {
            Side::Left => Self {
                left: name,
                right: mark,
            },
            Side::Right => Self {
                left: mark,
                right: name,
            },
        }
    }
}

/// The farthest that anything reaches to one side, in points.
fn farthest() -> f64 {
    f64::from(Reach::new(LABEL_MAX, Side::Left).left)
}

/// Something that wants a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Newcomer<'a> {
    /// Its place among all bodies of the lane.
    pub(super) rank: usize,
    /// Width of its name in points.
    pub(super) width: f32,
    /// The sides that its name may stand on, the better first.
    pub(super) sides: &'a [Side],
    /// The rows that it may stand in, counted from the top.
    pub(super) rows: usize,
}

/// A place in a lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) side: Side,
    /// The name shows at this scale and closer, in points per day.
    pub(super) from: f32,
}

/// The rows of a lane while they fill up.
pub(super) struct Rows {
    /// The time that each thing covers, in order of the beginnings.
    bodies: Vec<Span>,
    /// By rank, of what has a place: its reach and from where on it shows.
    placed: Vec<(Reach, f32)>,
    rows: Vec<Row>,
    /// The scale of the whole view, in points per day.
    goal: f64,
}

/// One row: for each octave what is active somewhere in it, by rank.
#[derive(Default)]
struct Row {
    octaves: Vec<RankSet>,
}

impl Rows {
    /// Empty rows for things that cover these stretches of time.
    pub(super) fn new(bodies: Vec<Span>, rows: usize, goal: f64) -> Self {
        Self {
            placed: vec![Default::default(); bodies.len()],
            rows: (0..rows).map(|_| Row::default()).collect(),
            bodies,
            goal,
        }
    }

    /// Gives the newcomer the best place that is left, if there is one at which its name ever shows.
    pub(super) fn place(&mut self, newcomer: Newcomer<'_>) -> Option<Place> {
        let best = self.best(newcomer)?;
        Some(self.take(newcomer, best))
    }

    /// The same, but only a place at which its name shows in the whole view.
    pub(super) fn place_in_view(&mut self, newcomer: Newcomer<'_>) -> Option<Place> {
        let best = self.best(newcomer)?;
        (f64::from(best.0.from) <= self.goal).then(|| self.take(newcomer, best))
    }

    fn take(&mut self, newcomer: Newcomer<'_>, (place, reach): (Place, Reach)) -> Place {
        if let Some(placed) = self.placed.get_mut(newcomer.rank) {
            *placed = (reach, place.from);
        }
        let limit = self.bodies.len();
        if let Some(row) = self.rows.get_mut(place.row) {
            row.insert(newcomer.rank, f64::from(place.from), limit);
        }
        place
    }

    /// On the first side that has any row where the name shows in the whole view, the row that lets it show last
    /// before that; else the place where it shows soonest.
    fn best(&self, newcomer: Newcomer<'_>) -> Option<(Place, Reach)> {
        let mut best: Option<(Place, Reach)> = None;
        for &side in newcomer.sides {
            let reach = Reach::new(newcomer.width, side);
            for (row, filled) in self.rows.iter().take(newcomer.rows).enumerate() {
                let known = best.map(|(place, _)| f64::from(place.from));
                let shows = known.is_some_and(|from| from <= self.goal);
                // Beyond this scale a place is no better than the one that is known.
                let worth = known.map_or(CLOSEST, |from| from.max(self.goal));
                let Some(from) = self.earliest(filled, newcomer.rank, reach, worth) else {
                    continue;
                };
                let is_better =
                    known.is_none_or(|known| if shows { from > known } else { from < known });
                if is_better {
                    let from = rounded_up(from);
                    best = Some((Place { row, side, from }, reach));
                }
            }
            if best.is_some_and(|(place, _)| f64::from(place.from) <= self.goal) {
                break;
            }
        }
        best
    }

    /// The smallest scale from which the thing stands free of everything in the row that is active there; `None`
    /// where that is above `worth`.
    fn earliest(&self, row: &Row, rank: usize, reach: Reach, worth: f64) -> Option<f64> {
        let Some(all) = row.octaves.last() else {
            return Some(0.0);
        };
        let body = self.bodies.get(rank).copied()?;
        let side = |to_left: bool| Neighbours {
            rows: self,
            body,
            rank,
            reach,
            to_left,
        };
        let sides = [side(true), side(false)];
        let nearest = sides.iter().filter_map(|side| side.next(all, rank));
        let nearest = nearest.map(|(_, distance)| distance).reduce(f64::min);
        let Some(distance) = nearest else {
            return Some(0.0);
        };
        if distance <= 0.0 {
            return None;
        }
        let mut from = 0.0_f64;
        for octave in (LOWEST..=octave(2.0 * farthest() / distance)).rev() {
            let Some(active) = row.octave(octave) else {
                break;
            };
            let floor = 2_f64.powi(octave);
            for side in &sides {
                from = from.max(side.conflict(active, floor, worth)?);
            }
            if from > floor {
                break;
            }
        }
        Some(from)
    }
}

/// One side of a newcomer in a row.
struct Neighbours<'a> {
    rows: &'a Rows,
    body: Span,
    rank: usize,
    reach: Reach,
    to_left: bool,
}

impl Neighbours<'_> {
    /// The next one on this side beyond `rank`, and how many days lie between.
    fn next(&self, active: &RankSet, rank: usize) -> Option<(usize, f64)> {
        let found = if self.to_left {
            active.below(rank)?
        } else {
            active.at_or_above(rank.saturating_add(1))?
        };
        let other = self.rows.bodies.get(found)?;
        let distance = if self.to_left {
            self.body.start - other.end
        } else {
            other.start - self.body.end
        };
        Some((found, distance))
    }

    /// The closest scale above `floor` at which a name on this side touches the newcomer, 0 if none does; `None` if
    /// that is above `worth`.
    fn conflict(&self, active: &RankSet, floor: f64, worth: f64) -> Option<f64> {
        let (mut at, mut from) = (self.rank, 0.0_f64);
        while let Some((found, distance)) = self.next(active, at) {
            if 2.0 * farthest() <= floor * distance {
                break;
            }
            at = found;
            let (other, active_from) = self.rows.placed.get(found).copied()?;
            let needed = if self.to_left {
                other.right + self.reach.left
            } else {
                other.left + self.reach.right
            };
            let meet_below = f64::from(needed) / distance;
            // Where the other is not active yet, there is nothing to meet.
            if meet_below > f64::from(active_from) {
                if meet_below > worth {
                    return None;
                }
                from = from.max(meet_below);
            }
        }
        Some(from)
    }
}

impl Row {
    fn octave(&self, octave: i32) -> Option<&RankSet> {
        // The closest octave stands last; those that hold nothing have not been made.
        let from_closest = usize::try_from(HIGHEST - octave).ok()?;
        self.octaves
            .get(self.octaves.len().checked_sub(from_closest + 1)?)
    }

    fn insert(&mut self, rank: usize, from: f64, limit: usize) {
        let octaves = usize::try_from(HIGHEST - octave(from)).unwrap_or(0) + 1;
        while self.octaves.len() < octaves {
            self.octaves.insert(0, RankSet::new(limit));
        }
        let first = self.octaves.len() - octaves;
        self.octaves
            .iter_mut()
            .skip(first)
            .for_each(|active| active.insert(rank));
    }
}

/// The power of two below a scale, within what is told apart.
pub(super) fn octave(scale: f64) -> i32 {
    if scale.is_nan() || scale <= 0.0 {
        return LOWEST;
    }
    (scale.log2().floor() as i32).clamp(LOWEST, HIGHEST)
}

/// Half the room of a number, and never below it: a name may show a hair later than it could, but not sooner.
fn rounded_up(from: f64) -> f32 {
    let near = from as f32;
    if f64::from(near) < from {
        near.next_up()
    } else {
        near
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};
    use proptest::test_runner::{Config, RngSeed};

    use super::*;

    /// The definition, word by word: above every conflict with what stands in the row and is active there.
    fn by_definition(rows: &Rows, standing: &[usize], rank: usize, reach: Reach) -> Option<f64> {
        let body = rows.bodies[rank];
        let mut from = 0.0_f64;
        for &other in standing {
            let (there, (it, active_from)) = (rows.bodies[other], rows.placed[other]);
            let (distance, needed) = if other < rank {
                (body.start - there.end, it.right + reach.left)
            } else {
                (there.start - body.end, it.left + reach.right)
            };
            if distance <= 0.0 {
                return None;
            }
            let meet_below = f64::from(needed) / distance;
            if meet_below > f64::from(active_from) {
                from = from.max(meet_below);
            }
        }
        (from <= CLOSEST).then_some(from)
    }

    /// Bodies in order of their beginnings: crowds within days, moments within minutes, ages apart, long and short.
    fn bodies() -> impl Strategy<Value = Vec<Span>> {
        let day = prop::sample::select(vec![0.0, 40.0, 20_000.0, 20_000.25, -3_000_000.0]);
        let apart = prop::sample::select(vec![0.001, 1.0, 30.0, 3000.0, 400_000.0]);
        let long = prop::sample::select(vec![0.0, 0.0007, 1.0, 365.0, 40_000.0]);
        let body = (day, apart, 0.0..1.0_f64, long).prop_map(|(day, apart, share, long)| {
            Span::new(day + apart * share, day + apart * share + long)
        });
        prop::collection::vec(body, 1..120).prop_map(|mut bodies| {
            bodies.sort_by(|a, b| a.start.total_cmp(&b.start));
            bodies
        })
    }

    proptest! {
        #![proptest_config(Config { cases: 1500, failure_persistence: None, rng_seed: RngSeed::Fixed(1854), ..Config::default() })]

        #[test]
        fn the_search_by_octaves_finds_what_the_definition_says(
            bodies in bodies(), count in 1..4_usize, goal in 0.0001..20.0_f64,
            seeds in prop::collection::vec((0.0..1.0_f64, 4.0..LABEL_MAX), 120),
        ) {
            let mut rows = Rows::new(bodies, count, goal);
            let mut standing = vec![Vec::new(); count];
            let mut order: Vec<usize> = (0..rows.bodies.len()).collect();
            order.sort_by(|&a, &b| seeds[a].0.total_cmp(&seeds[b].0));
            let nothing = 2_f64.powi(LOWEST);
            for rank in order {
                let width = seeds[rank].1;
                let sides = [Side::Right, Side::Left];
                let mut best = f64::INFINITY;
                for (row, side) in (0..count).flat_map(|row| sides.map(|side| (row, side))) {
                    let reach = Reach::new(width, side);
                    let found = rows.earliest(&rows.rows[row], rank, reach, CLOSEST);
                    let defined = by_definition(&rows, &standing[row], rank, reach);
                    // What only happens at scales that no window has may be found or not.
                    let seen = |from: Option<f64>| from.map(|from| if from <= nothing { 0.0 } else { from });
                    prop_assert_eq!(seen(found), seen(defined), "rank {} in row {}", rank, row);
                    best = best.min(found.unwrap_or(f64::INFINITY));
                }
                let place = rows.place(Newcomer { rank, width, sides: &sides, rows: count });
                prop_assert_eq!(place.is_some(), best.is_finite());
                if let Some(place) = place {
                    let from = f64::from(place.from);
                    prop_assert!(from <= goal.max(f64::from(rounded_up(best))), "{from} where {best} could be had");
                    standing[place.row].push(rank);
                }
            }
        }
    }
}
