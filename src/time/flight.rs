//! The way of the camera from one stretch of time to another.
//!
//! The path is that of van Wijk and Nuij (*Smooth and efficient zooming and panning*, IEEE InfoVis 2003): of all ways it
//! is the one on which the eye has least to follow. A far journey rises, travels while it is high, and comes down; a
//! near one hardly rises. Windows are taken as their middle `u` and their length `w`, both in days.

use super::TimeWindow;

/// How readily the way rises: what the people in the authors' study liked best (their section 5.2).
const RHO: f64 = 1.42;
/// How much of the way is flown in a second. The authors' 0.9 is for reading on the way; here a class waits.
const PER_SECOND: f64 = 3.0;
/// A flight takes at least and at most so many seconds.
const SECONDS: std::ops::RangeInclusive<f64> = 0.4..=1.2;
/// Middles closer than this, as a share of the shorter window, are the same: then the way is a pure zoom.
const SAME: f64 = 1e-9;

/// A way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flight {
    from: TimeWindow,
    to: TimeWindow,
    /// How far the middles lie apart in days; never negative.
    distance: f64,
    /// The authors' r at the beginning.
    r: f64,
    /// The authors' S: the length of the way as the eye has it.
    length: f64,
}

impl Flight {
    /// The way from one window to another.
    pub fn new(from: TimeWindow, to: TimeWindow) -> Self {
        let distance = (to.mid() - from.mid()).abs();
        let (w0, w1) = (from.days, to.days);
        if distance <= SAME * w0.min(w1) {
            return Self {
                from,
                to,
                distance: 0.0,
                r: 0.0,
                length: (w1 / w0).ln().abs() / RHO,
            };
        }
        let rho2 = RHO * RHO;
        let bend = rho2 * rho2 * distance * distance;
        let grown = w1 * w1 - w0 * w0;
        // r = ln(-b + sqrt(b² + 1)), written so that no two large numbers cancel.
        let r0 = -((grown + bend) / (2.0 * w0 * rho2 * distance)).asinh();
        let r1 = -((grown - bend) / (2.0 * w1 * rho2 * distance)).asinh();
        Self {
            from,
            to,
            distance,
            r: r0,
            length: (r1 - r0) / RHO,
        }
    }

    /// Where it ends.
    pub fn to(&self) -> TimeWindow {
        self.to
    }

    /// How long it takes, 0.4 to 1.2 seconds.
    pub fn seconds(&self) -> f32 {
        (self.length / PER_SECOND).clamp(*SECONDS.start(), *SECONDS.end()) as f32
    }

    /// The window at a share of the way, from 0 (the beginning, exactly) to 1 (the end, exactly).
    pub fn at(&self, share: f64) -> TimeWindow {
        if share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 || share.is_nan() {
            return self.to;
        }
        let (moved, days) = self.on_the_way(share * self.length);
        let mid = self.from.mid() + moved.copysign(self.to.mid() - self.from.mid());
        // The widest window stays around the middle of the way, where a still wider one is asked for.
        TimeWindow::around(mid, days)
    }

    /// How far the middle has moved, and how long the window is, both in days, at this length of the way.
    fn on_the_way(&self, s: f64) -> (f64, f64) {
        let w0 = self.from.days;
        if self.distance == 0.0 {
            let closer = if self.to.days < w0 { -1.0 } else { 1.0 };
            return (0.0, w0 * (closer * RHO * s).exp());
        }
        let at = RHO * s + self.r;
        // cosh r tanh a − sinh r is sinh(a − r) / cosh a.
        let moved = w0 / (RHO * RHO) * (RHO * s).sinh() / at.cosh();
        (moved, w0 * self.r.cosh() / at.cosh())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_oneof, proptest};

    use super::*;

    /// Windows of every length: mostly of a history, some anywhere in time.
    fn windows() -> impl Strategy<Value = TimeWindow> {
        let lengths = (-2.0..16.0_f64).prop_map(f64::exp);
        let starts = prop_oneof![3 => -60_000.0..30_000.0_f64, 1 => -5e6..5e6_f64];
        (starts, lengths).prop_map(|(start, days)| TimeWindow::new(start, days))
    }

    fn window(mid: f64, days: f64) -> TimeWindow {
        TimeWindow::new(mid - days / 2.0, days)
    }

    /// Whether two numbers are the same but for rounding, where lengths of `scale` were reckoned with.
    fn near(a: f64, b: f64, scale: f64) -> bool {
        (a - b).abs() <= 1e-6 * scale.abs().max(1e-3)
    }

    /// The authors' formulas as they print them.
    fn printed(from: TimeWindow, to: TimeWindow, share: f64) -> (f64, f64) {
        let (u1, w0, w1) = (to.mid() - from.mid(), from.days, to.days);
        let (p2, p4) = (RHO.powi(2), RHO.powi(4));
        let b0 = (w1 * w1 - w0 * w0 + p4 * u1 * u1) / (2.0 * w0 * p2 * u1);
        let b1 = (w1 * w1 - w0 * w0 - p4 * u1 * u1) / (2.0 * w1 * p2 * u1);
        let r = |b: f64| (-b + (b * b + 1.0).sqrt()).ln();
        let s = share * (r(b1) - r(b0)) / RHO;
        let a = RHO * s + r(b0);
        let u = w0 / p2 * r(b0).cosh() * a.tanh() - w0 / p2 * r(b0).sinh();
        (u, w0 * r(b0).cosh() / a.cosh())
    }

    #[test]
    fn the_way_is_that_of_the_paper() {
        let ways = [(100.0, 100.0), (100.0, 30.0), (5.0, 400.0), (1.0, 1.0)];
        for (w0, w1) in ways {
            for distance in [3.0, 70.0, 900.0] {
                let (from, to) = (window(10.0, w0), window(10.0 + distance, w1));
                for share in [0.1, 0.35, 0.5, 0.8, 0.99] {
                    let (u, w) = printed(from, to, share);
                    let here = Flight::new(from, to).at(share);
                    assert!(near(here.mid(), 10.0 + u, w.max(distance)), "{here:?}");
                    assert!(near(here.days, w, w), "{here:?}");
                }
            }
        }
    }

    /// Worked out apart from this program, with sixty digits.
    #[test]
    fn the_way_has_the_length_and_the_windows_of_the_paper() {
        // From and to (days), how far apart; the paper's S; u and w in days at a quarter, a half, three quarters.
        let table = [
            (
                (100.0, 100.0, 20.0),
                0.282_109_871,
                [
                    (4.950_184, 101.503_225),
                    (10.0, 102.012_680),
                    (15.049_816, 101.503_225),
                ],
            ),
            (
                (100.0, 100.0, 900.0),
                4.086_705_636,
                [
                    (44.428_045, 405.646_802),
                    (450.0, 912.873_740),
                    (855.571_955, 405.646_802),
                ],
            ),
            (
                (365.0, 30.0, 3000.0),
                5.716_849_601,
                [
                    (513.374_683, 2_302.379_032),
                    (2_772.151_899, 1_605.949_242),
                    (2_995.821_727, 227.987_390),
                ],
            ),
            (
                (7.0, 36_500.0, 20_000.0),
                6.589_439_102,
                [
                    (0.035_313, 72.614_168),
                    (3.834_881, 753.181_703),
                    (408.115_670, 7_726.276_278),
                ],
            ),
            (
                (0.25, 0.25, 40_000.0),
                17.865_130_757,
                [
                    (0.123_983, 141.999_560),
                    (20_000.0, 40_328.000_001),
                    (39_999.876_017, 141.999_560),
                ],
            ),
        ];
        for ((w0, w1, distance), length, rows) in table {
            let flight = Flight::new(window(0.0, w0), window(distance, w1));
            assert!(near(flight.length, length, 1e-2), "{flight:?}");
            for (share, (u, w)) in [0.25, 0.5, 0.75].into_iter().zip(rows) {
                let here = flight.at(share);
                assert!((here.mid() - u).abs() < 2e-6, "{share}: {here:?}");
                assert!((here.days - w).abs() < 2e-6, "{share}: {here:?}");
            }
        }
    }

    #[test]
    fn the_two_forms_of_the_way_meet_where_the_middles_are_all_but_the_same() {
        for (w0, w1) in [(4e6, 0.25), (0.25, 4e6), (365.0, 30.0), (30.0, 30.001)] {
            let apart = 10.0 * SAME * f64::min(w0, w1);
            let (zoom, beside) = (
                Flight::new(window(0.0, w0), window(0.0, w1)),
                Flight::new(window(0.0, w0), window(apart, w1)),
            );
            for share in [0.1, 0.5, 0.9] {
                let (a, b) = (zoom.at(share), beside.at(share));
                assert!(near(a.days, b.days, a.days), "{a:?} {b:?}");
                assert!(near(a.mid(), b.mid(), a.days), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_way_too_wide_for_any_window_keeps_the_widest_around_its_middle() {
        let (from, to) = (window(-3e6, 1.0), window(3e6, 1.0));
        let high = Flight::new(from, to).at(0.5);
        assert_eq!(high.days, TimeWindow::MAX_DAYS);
        assert!(high.mid().abs() < 1.0, "{high:?}");
    }

    #[test]
    fn a_pure_zoom_holds_its_middle_and_is_even_to_the_eye() {
        let flight = Flight::new(window(0.0, 1000.0), window(0.0, 10.0));
        let middle = flight.at(0.5);
        assert!(near(middle.mid(), 0.0, 1000.0) && near(middle.days, 100.0, 1000.0));
    }

    #[test]
    fn a_far_way_rises_until_both_ends_are_in_sight_and_a_near_one_hardly() {
        let (from, to) = (window(0.0, 100.0), window(20_000.0, 100.0));
        let high = Flight::new(from, to).at(0.5);
        assert!(high.start < from.start && to.end() < high.end(), "{high:?}");
        let near = Flight::new(from, window(20.0, 100.0)).at(0.5);
        assert!(near.days < 105.0, "{near:?}");
    }

    #[test]
    fn no_flight_is_shorter_or_longer_than_a_class_has_patience_for() {
        let from = window(0.0, 365.0);
        let seconds = |to| Flight::new(from, to).seconds();
        assert_eq!(seconds(from), 0.4);
        assert_eq!(seconds(window(40_000.0, 1.0)), 1.2);
        let middling = seconds(window(700.0, 365.0));
        assert!((0.4..1.2).contains(&middling), "{middling}");
    }

    proptest! {
        #[test]
        fn both_ends_are_exact_and_the_way_back_is_the_same(from in windows(), to in windows(), share in 0.0..1.0_f64) {
            let (forth, back) = (Flight::new(from, to), Flight::new(to, from));
            prop_assert!(forth.at(0.0) == from && forth.at(1.0) == to);
            let (a, b) = (forth.at(share), back.at(1.0 - share));
            let scale = a.days.max(from.days).max(to.days).max(forth.distance);
            prop_assert!(near(a.days, b.days, scale) && near(a.mid(), b.mid(), scale), "{a:?} {b:?}");
        }

        /// Between two frames of the shortest flight nothing jumps.
        #[test]
        fn the_way_is_without_jumps(from in windows(), to in windows(), share in 0.0..0.999_f64) {
            let flight = Flight::new(from, to);
            let (a, b) = (flight.at(share), flight.at(share + 0.001));
            let longer = (b.days / a.days).ln().abs();
            // The eye's measure: zooming by a factor of e, or moving by a window, is about one.
            let moved = (b.mid() - a.mid()).abs() / a.days.min(b.days);
            let step = 0.001 * flight.length * RHO * 1.2 + 1e-6;
            prop_assert!(longer <= step && moved <= step * 2.0, "{longer} {moved} {step}");
        }

        #[test]
        fn every_window_on_the_way_is_sound(from in windows(), to in windows(), share in -1.0..2.0_f64) {
            let window = Flight::new(from, to).at(share);
            prop_assert!(window == TimeWindow::new(window.start, window.days));
            prop_assert!(window.days >= from.days.min(to.days) * 0.999);
        }
    }
}
