//! How figures are spread.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The middle of many figures, and their upper end.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    pub(crate) max: f64,
}

impl Spread {
    pub(crate) fn of(figures: impl Iterator<Item = f64>) -> Self {
        let mut figures: Vec<_> = figures.collect();
        figures.sort_by(f64::total_cmp);
        let last = figures.len().saturating_sub(1);
        let at = |share: f64| {
            let index = (last as f64 * share).ceil() as usize;
            figures.get(index).copied().unwrap_or_default()
        };
        Self {
            median: at(0.5),
            p95: at(0.95),
            p99: at(0.99),
            max: at(1.0),
        }
    }

    pub(crate) fn heading() {
        println!(
            "  {:<26}{:>8}{:>8}{:>8}{:>8}",
            "", "median", "p95", "p99", "max"
        );
    }

    pub(crate) fn print(&self, name: &str, digits: usize) {
        let Self {
            median,
            p95,
            p99,
            max,
        } = self;
        println!("  {name:<26}{median:>8.digits$}{p95:>8.digits$}{p99:>8.digits$}{max:>8.digits$}");
    }
}

pub(crate) fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
