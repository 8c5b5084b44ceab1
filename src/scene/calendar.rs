//! Where in a sorted list a day is: a step or two, however long the list, since a frame asks for hundreds of days.
//!
//! The time that the list covers is cut into equal stretches, days where there are about as many of them as entries, and
//! it is known which entries lie in each.

use std::ops::Range;

/// Days in order, cut into equal stretches of time.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    first: f64,
    stretches_per_day: f64,
    /// The first place of each stretch, and at the end how many there are.
    starts: Vec<u32>,
}

/// Where in the list a whole day is: one look, for the frame asks for thousands.
#[derive(Debug, Clone, Copy)]
pub(super) struct ByDay<'a> {
    first: i64,
    starts: &'a [u32],
    end: usize,
}

impl ByDay<'_> {
    /// The first place that is not before this day.
    pub(super) fn place(&self, day: i64) -> usize {
        // Far days are before all stretches or after.
        let stretch = day.saturating_sub(self.first).max(0) as usize;
        self.starts
            .get(stretch)
            .map_or(self.end, |&start| start as usize)
    }
}

impl Calendar {
    /// Of ascending days; infinite ones stand before and after all stretches.
    pub(super) fn new(days: &[f64]) -> Self {
        let always = days.partition_point(|day| *day == f64::NEG_INFINITY);
        let finite = days.get(always..days.partition_point(|day| *day < f64::INFINITY));
        let (first, last) = match finite.unwrap_or_default() {
            [first, .., last] => (*first, *last),
            [only] => (*only, *only),
            [] => {
                return Self {
                    starts: vec![always as u32; 2],
                    ..Self::default()
                };
            }
        };
        let count = finite.map_or(0, <[f64]>::len);
        // One for each day where there are not many more days than events, else as many as events.
        let first = first.floor();
        let days = (last - first).floor() + 1.0;
        let by_day = days <= 4.0 * count as f64;
        let stretches = if by_day { days as usize } else { count };
        let mut calendar = Self {
            first,
            stretches_per_day: if by_day { 1.0 } else { stretches as f64 / days },
            starts: vec![0; stretches + 1],
        };
        for &day in finite.unwrap_or_default() {
            let stretch = calendar.stretch(day);
            if let Some(next) = calendar.starts.get_mut(stretch + 1) {
                *next += 1;
            }
        }
        let mut before = always as u32;
        for start in &mut calendar.starts {
            before += *start;
            *start = before;
        }
        calendar
    }

    /// The stretch that a day lies in, the outermost for those beyond.
    fn stretch(&self, day: f64) -> usize {
        // A float to integer cast saturates, and takes NaN to zero.
        let stretch = ((day - self.first) * self.stretches_per_day) as usize;
        stretch.min(self.starts.len().saturating_sub(2))
    }

    /// The same for whole days, where each stretch is one.
    pub(super) fn by_day(&self) -> Option<ByDay<'_>> {
        let last = self.starts.last()?;
        (self.stretches_per_day == 1.0).then_some(ByDay {
            // A float to integer cast saturates.
            first: self.first as i64,
            starts: &self.starts,
            end: *last as usize,
        })
    }

    /// The places of the stretch that a day lies in: what stands before them is earlier, what follows is later.
    pub(super) fn among(&self, day: f64) -> Range<usize> {
        let stretch = self.stretch(day);
        let start = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        start(stretch)..start(stretch + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};

    use super::Calendar;

    fn days() -> impl Strategy<Value = f64> {
        let far = prop::sample::select(vec![
            0.0,
            20_000.5,
            -3e6,
            1e15,
            f64::NEG_INFINITY,
            f64::INFINITY,
        ]);
        let step = prop::sample::select(vec![0.0, 1.0, 5000.0]);
        (far, step, 0..9_u8).prop_map(|(far, step, steps)| far + step * f64::from(steps))
    }

    proptest! {
        #[test]
        fn a_day_is_found_where_a_search_through_all_finds_it(mut list in prop::collection::vec(days(), 0..300), asked in prop::collection::vec(days(), 20)) {
            list.sort_by(f64::total_cmp);
            let calendar = Calendar::new(&list);
            let around = asked.iter().flat_map(|day| [day - 0.25, *day, day + 0.25]);
            for day in around.filter(|day| day.is_finite()) {
                let among = calendar.among(day);
                let found = among.start + list[among.clone()].partition_point(|it| *it < day);
                prop_assert_eq!(found, list.partition_point(|it| *it < day), "{}", day);
                if let Some(by_day) = calendar.by_day() {
                    let place = by_day.place(day.floor() as i64);
                    let expected = list.partition_point(|it| *it < day.floor());
                    prop_assert_eq!(place, expected, "{}", day.floor());
                }
            }
        }
    }
}
