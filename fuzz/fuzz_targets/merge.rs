//! Takes any bytes as three texts with NUL between them and holds `difference` and `merge` against what they promise:
//! the patches make one text of the other, what one side alone changed is taken, and nothing that a side wrote is lost.

#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use transpacific_fuzz::document::{Side, difference, merge};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut texts = text.splitn(3, '\0');
    let mut next = || texts.next().unwrap_or_default();
    let (base, ours, theirs) = (next(), next(), next());
    for (from, to) in [(base, ours), (ours, theirs)] {
        let (made, back) = difference(from, to).apply(from).expect("patches of this text");
        assert_eq!(made, to);
        assert_eq!(back.apply(&made).expect("patches of that text").0, from);
    }
    assert_eq!(merge(base, base, theirs).resolved(&[]), theirs);
    assert_eq!(merge(base, ours, base).resolved(&[]), ours);
    assert_eq!(merge(base, ours, ours).resolved(&[]), ours);

    let merged = merge(base, ours, theirs);
    let choices = |side| vec![side; merged.conflicts().len()];
    for side in [Side::Ours, Side::Theirs] {
        let text = merged.resolved(&choices(side));
        for conflict in merged.conflicts() {
            let taken = if side == Side::Ours { &conflict.ours } else { &conflict.theirs };
            assert!(text.contains(taken.as_str()));
            let lines = ours.split_inclusive('\n').skip(conflict.line - 1);
            assert!(lines.collect::<String>().starts_with(&conflict.ours));
        }
    }
    // Line by line, but for commas, the end that the last line of a file may lack, and fields that both changed.
    let all = merged.resolved(&choices(Side::Both));
    let all: BTreeSet<_> = lines(&all).chain(lines(base)).collect();
    for line in lines(ours).chain(lines(theirs)) {
        assert!(line.contains(':') || all.contains(&line), "{line:?} is lost: {merged:?}");
    }
});

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(|line| line.trim_end_matches('\r').replace(',', ""))
}
