//! Brings together what two writers made of one text.
//!
//! The comparison is diff3's, line by line (Khanna, Kunal & Pierce, "A Formal Investigation of Diff3", 2007), with two
//! departures. Changes that touch without overlapping are both made. And where both changed the same lines, the words
//! of RON are looked at: different fields of a line, or whole entries added at the same place, are no conflict. In
//! doubt it is one. Invariant: what neither writer took out is in the merged text, or in a conflict. Time and memory
//! are those of two comparisons.

mod items;

use std::cell::OnceCell;
use std::ops::Range;

use super::Document;
use super::difference::{Hunk, Lines, hunks};
use super::token::Kind;
use items::{Items, Place, after_comma, fields, last_token, places};

/// Two texts brought together, and where they could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The text before each conflict, and after the last.
    settled: Vec<String>,
    conflicts: Vec<Conflict>,
    line_end: &'static str,
}

/// Whose text to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The one that was given first.
    #[default]
    Ours,
    /// The other one.
    Theirs,
    /// Ours, and theirs after it.
    Both,
}

/// Lines that both writers changed, each in his own way. Any of the texts may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What the lines were.
    pub base: String,
    /// What one made of them.
    pub ours: String,
    /// What the other made of them.
    pub theirs: String,
    /// The line of our text, counted from 1, where they begin.
    pub line: usize,
}

/// Merges what two writers made of one text.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Merge {
    let mut merge = Merge::nothing(base);
    if ours == theirs || theirs == base {
        merge.settle(ours);
        return merge;
    }
    if ours == base {
        merge.settle(theirs);
        return merge;
    }
    let texts = Texts::new(base, ours, theirs);
    let regions = regions(
        &hunks(&texts.base, &texts.ours),
        &hunks(&texts.base, &texts.theirs),
    );
    let mut behind = 0;
    let mut regions = regions.into_iter().peekable();
    while let Some(region) = regions.next() {
        merge.settle(texts.base.text(&(behind..region.base.start)));
        let next = regions
            .peek()
            .map_or(texts.base.len(), |next| next.base.start);
        behind = region.base.end;
        if let Some(text) = texts.settled(&region) {
            merge.settle(&text);
        } else if let Some(text) = texts.appended_before(&region, next) {
            merge.settle(&text);
            behind = behind.saturating_add(1);
        } else {
            merge.conflict(texts.conflict(&region));
        }
    }
    merge.settle(texts.base.text(&(behind..texts.base.len())));
    merge
}

/// Whether brackets or quotation marks of a merged text are wrong. Words and brackets are looked at only where both
/// writers changed the same lines, so two changes apart from each other may still not agree: one bracket closed in two
/// places. Then [`Merge::whole`] leaves the choice to a person. What else is wrong, such as an id that both have given,
/// costs no text and is told like any other mistake.
pub fn is_torn(merged: &str) -> bool {
    Document::parse("", merged).is_torn
}

impl Merge {
    /// One conflict over all the lines that are not the same at the beginning or at the end of all three texts.
    pub fn whole(base: &str, ours: &str, theirs: &str) -> Self {
        let lines = |text: &str| text.split_inclusive('\n').map(str::len).collect::<Vec<_>>();
        let all = [base, ours, theirs];
        let [first, others @ ..] = all.map(lines);
        let mut merge = Self::nothing(base);
        let mut head = 0_usize;
        let same = |range: &Range<usize>| {
            all.iter()
                .all(|text| text.get(range.clone()) == base.get(range.clone()))
        };
        let mut line = 1_usize;
        for &length in &first {
            let range = head..head.saturating_add(length);
            let ends = others
                .iter()
                .all(|other| other.get(line.saturating_sub(1)) == Some(&length));
            if !ends || !same(&range) {
                break;
            }
            (head, line) = (range.end, line.saturating_add(1));
        }
        let tails = all.map(|text| text.get(head..).unwrap_or_default());
        let foot = common_foot(tails);
        let middle = |text: &str| {
            let end = text.len().saturating_sub(foot);
            text.get(..end).unwrap_or_default().to_owned()
        };
        merge.settle(base.get(..head).unwrap_or_default());
        let [base, ours, theirs] = tails;
        merge.conflict(Conflict {
            base: middle(base),
            ours: middle(ours),
            theirs: middle(theirs),
            line,
        });
        merge.settle(
            base.get(base.len().saturating_sub(foot)..)
                .unwrap_or_default(),
        );
        merge
    }

    /// Where somebody has to choose, in the order of the text.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The text, with a choice for each conflict in order; missing choices count as [`Side::Ours`].
    pub fn resolved(&self, choices: &[Side]) -> String {
        let mut choices = choices.iter().copied();
        let mut text = String::new();
        let mut conflicts = self.conflicts.iter();
        for settled in &self.settled {
            push_lines(&mut text, settled, self.line_end);
            let Some(conflict) = conflicts.next() else {
                continue;
            };
            let choice = choices.next().unwrap_or_default();
            if choice != Side::Theirs {
                push_lines(&mut text, &conflict.ours, self.line_end);
            }
            if choice != Side::Ours {
                push_lines(&mut text, &conflict.theirs, self.line_end);
            }
        }
        text
    }

    fn nothing(base: &str) -> Self {
        Self {
            settled: vec![String::new()],
            conflicts: Vec::new(),
            line_end: line_end_of(base),
        }
    }

    fn settle(&mut self, text: &str) {
        if let Some(settled) = self.settled.last_mut() {
            push_lines(settled, text, self.line_end);
        }
    }

    fn conflict(&mut self, conflict: Conflict) {
        self.conflicts.push(conflict);
        self.settled.push(String::new());
    }
}

/// How the lines of a text end.
fn line_end_of(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    }
}

/// Adds lines to lines. The last line of a file may lack its end; it gets one when something comes after it.
fn push_lines(text: &mut String, lines: &str, line_end: &str) {
    if !text.is_empty() && !text.ends_with('\n') && !lines.is_empty() {
        text.push_str(line_end);
    }
    text.push_str(lines);
}

/// The lines of one stretch of base in all three texts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Region {
    base: Range<usize>,
    ours: Range<usize>,
    theirs: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Ours,
    Theirs,
}

/// The changes of both sides in the order of base, those that overlap as one.
fn regions(ours: &[Hunk], theirs: &[Hunk]) -> Vec<Region> {
    let ours = ours.iter().map(|hunk| (hunk, Who::Ours));
    let theirs = theirs.iter().map(|hunk| (hunk, Who::Theirs));
    let mut changes: Vec<_> = ours.chain(theirs).collect();
    changes.sort_by_key(|(hunk, who)| (hunk.before.start, hunk.before.end, *who));
    let mut regions = Vec::new();
    // A line of base and the line of each side that stands for it.
    let (mut our, mut their) = ((0, 0), (0, 0));
    let beyond = |(base, side): (usize, usize), line: usize| side + line.saturating_sub(base);
    let mut changes = changes.into_iter().peekable();
    while let Some((hunk, who)) = changes.next() {
        let mut base = hunk.before.clone();
        let (our_start, their_start) = (beyond(our, base.start), beyond(their, base.start));
        let mut change = Some((hunk, who));
        while let Some((hunk, who)) = change {
            base.end = base.end.max(hunk.before.end);
            let passed = (hunk.before.end, hunk.after.end);
            match who {
                Who::Ours => our = passed,
                Who::Theirs => their = passed,
            }
            change = changes.next_if(|(next, _)| overlap(&base, &next.before));
        }
        regions.push(Region {
            ours: our_start..beyond(our, base.end),
            theirs: their_start..beyond(their, base.end),
            base,
        });
    }
    regions
}

/// Whether two ranges of lines, the second of which does not begin before the first, have a line in common or insert
/// at the same place.
fn overlap(one: &Range<usize>, next: &Range<usize>) -> bool {
    next.start < one.end || (one == next)
}

/// The three texts in lines.
#[derive(Debug)]
struct Texts<'a> {
    base: Lines<'a>,
    ours: Lines<'a>,
    theirs: Lines<'a>,
    line_end: &'static str,
    whole: &'a str,
    /// For each line of base where it begins; found when it is first asked for.
    places: OnceCell<Vec<Option<Place>>>,
}

impl<'a> Texts<'a> {
    fn new(base: &'a str, ours: &'a str, theirs: &'a str) -> Self {
        Self {
            base: Lines::new(base),
            ours: Lines::new(ours),
            theirs: Lines::new(theirs),
            line_end: line_end_of(base),
            whole: base,
            places: OnceCell::new(),
        }
    }

    fn of(&self, region: &Region) -> (&'a str, &'a str, &'a str) {
        (
            self.base.text(&region.base),
            self.ours.text(&region.ours),
            self.theirs.text(&region.theirs),
        )
    }

    fn conflict(&self, region: &Region) -> Conflict {
        let (base, ours, theirs) = self.of(region);
        Conflict {
            base: base.to_owned(),
            ours: ours.to_owned(),
            theirs: theirs.to_owned(),
            line: region.ours.start.saturating_add(1),
        }
    }

    /// The text of a region on which the sides agree.
    fn settled(&self, region: &Region) -> Option<String> {
        let (base, ours, theirs) = self.of(region);
        if ours == theirs || theirs == base {
            return Some(ours.to_owned());
        }
        if ours == base {
            return Some(theirs.to_owned());
        }
        if base.is_empty() {
            let place = self.place(region.base.start)?;
            let fits = matches!(place.after, Kind::Open(_) | Kind::Comma);
            return fits.then(|| self.both(place, ours, theirs)).flatten();
        }
        self.line_by_line(region)
            .or_else(|| self.appended(base, ours, theirs, region.base.end))
    }

    /// What both inserted: whole items, none of which both have.
    fn both(&self, place: Place, ours: &str, theirs: &str) -> Option<String> {
        let (one, other) = (Items::of(ours, place)?, Items::of(theirs, place)?);
        let holds = |longer: &str, shorter: &str| {
            let rest = longer.strip_prefix(shorter);
            let rest = rest.or_else(|| longer.strip_suffix(shorter));
            rest.is_some_and(|rest| rest.is_empty() || Items::of(rest, place).is_some())
        };
        if holds(ours, theirs) {
            return Some(ours.to_owned());
        }
        if holds(theirs, ours) {
            return Some(theirs.to_owned());
        }
        if !one.names.is_disjoint(&other.names) {
            return None;
        }
        let mut text = ours.to_owned();
        if let (Some(end), false) = (one.lacks_comma, other.is_empty) {
            text.insert(end, ',');
        }
        push_lines(&mut text, theirs, self.line_end);
        Some(text)
    }

    /// Both put a comma after the last item of a list and items after it.
    fn appended(&self, base: &str, ours: &str, theirs: &str, end: usize) -> Option<String> {
        let last = last_token(base)?;
        let head = base.get(..last.end)?;
        let tail = base.get(last.end..)?;
        let rest = |side| after_comma(side, head, tail);
        let (ours, theirs) = (rest(ours)?, rest(theirs)?);
        let place = self.place(end)?;
        let is_last = !matches!(place.after, Kind::Open(_) | Kind::Comma | Kind::Colon);
        let added = is_last.then(|| self.both(place, ours, theirs)).flatten()?;
        let mut text = [head, ",", tail].concat();
        push_lines(&mut text, &added, self.line_end);
        Some(text)
    }

    /// The same where the comparison found insertions before a last line: `)` may be the old entry's or the new one's.
    fn appended_before(&self, region: &Region, next: usize) -> Option<String> {
        if !region.base.is_empty() || region.base.end >= next {
            return None;
        }
        let longer = |lines: &Range<usize>| lines.start..lines.end.saturating_add(1);
        let (base, ours, theirs) = self.of(&Region {
            base: longer(&region.base),
            ours: longer(&region.ours),
            theirs: longer(&region.theirs),
        });
        self.appended(base, ours, theirs, region.base.end.saturating_add(1))
    }

    /// Line by line, where there are equally many and they have the same fields: each was changed by one side, or in
    /// different fields by both.
    fn line_by_line(&self, region: &Region) -> Option<String> {
        let count = region.base.len();
        if region.ours.len() != count || region.theirs.len() != count {
            return None;
        }
        let base = self.base.each(region.base.clone());
        let sides = self
            .ours
            .each(region.ours.clone())
            .zip(self.theirs.each(region.theirs.clone()));
        let mut text = String::new();
        for (at, (base, (ours, theirs))) in region.base.clone().zip(base.zip(sides)) {
            if ours == theirs {
                text.push_str(ours);
                continue;
            }
            self.place(at)?;
            let line = fields(base, ours, theirs)?;
            text.push_str(&line);
        }
        Some(text)
    }

    /// Where a line of base begins, unless that is in the middle of a text.
    fn place(&self, line: usize) -> Option<Place> {
        let places = self.places.get_or_init(|| places(self.whole, &self.base));
        places.get(line).copied().flatten()
    }
}

/// Bytes of the lines that all three end with.
fn common_foot(tails: [&str; 3]) -> usize {
    let [base, ours, theirs] = tails.map(|text| text.split_inclusive('\n').rev());
    let lines = base.zip(ours).zip(theirs);
    let same = lines.take_while(|((base, ours), theirs)| base == ours && ours == theirs);
    same.map(|((base, _), _)| base.len()).sum()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{
        ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_assume, proptest,
    };
    use proptest::sample::Index;

    use super::super::patch::{Patches, TextPatch};
    use super::*;

    /// The merged text, when nobody has to choose.
    fn merged(base: &str, ours: &str, theirs: &str) -> Option<String> {
        let merge = merge(base, ours, theirs);
        let settled = merge.conflicts().is_empty();
        settled.then(|| merge.resolved(&[]))
    }

    /// The lines of a text in no order, commas at their ends left out.
    fn lines(text: &str) -> Vec<&str> {
        let lines = text.lines();
        let mut lines: Vec<_> = lines
            .map(|line| line.trim_end_matches([',', '\r']))
            .collect();
        lines.sort_unstable();
        lines
    }

    /// A text of a few of these lines.
    fn a_text(lines: &'static [&'static str]) -> impl Strategy<Value = String> {
        let line = prop::sample::select(lines);
        prop::collection::vec(line, 0..16).prop_map(|lines| lines.concat())
    }

    /// An entry of a list in one of three forms.
    fn entry(id: &str, form: u8, comma: &str) -> String {
        match form {
            0 => format!("    (id: \"{id}\", year: 1){comma}\n"),
            1 => format!("    (\n        id: \"{id}\",\n        year: 1,\n    ){comma}\n"),
            _ => format!("    // A note.\n    (id: \"{id}\"){comma} // 1\n"),
        }
    }

    /// The list of these entries, with or without a comma at its end.
    fn list_of(entries: &[(String, u8)], trailing: bool) -> String {
        let all = entries.iter().enumerate().map(|(at, (id, form))| {
            let is_last = at + 1 == entries.len();
            entry(id, *form, if is_last && !trailing { "" } else { "," })
        });
        list(&all.collect::<String>())
    }

    /// A list, and what two writers made of it: each took entries out and put entries in.
    fn lists() -> impl Strategy<Value = [String; 3]> {
        let taken = || prop::collection::btree_set(0..6_usize, 0..2);
        let added = || prop::collection::btree_set(0..7_usize, 0..3);
        let forms = prop::collection::vec(0..3_u8, 0..6);
        let parts = (forms, (taken(), added()), (taken(), added()), any::<bool>());
        parts.prop_map(|(forms, ours, theirs, trailing)| {
            let made = |who: &str, (taken, added): &(BTreeSet<usize>, BTreeSet<usize>)| {
                let mut all = Vec::new();
                for at in 0..=forms.len() {
                    all.extend(added.contains(&at).then(|| (format!("{who}{at}"), 1)));
                    let own = forms.get(at).filter(|_| !taken.contains(&at));
                    all.extend(own.map(|form| (format!("b{at}"), *form)));
                }
                list_of(&all, trailing)
            };
            [
                made("", &Default::default()),
                made("o", &ours),
                made("t", &theirs),
            ]
        })
    }

    const LINES: &[&str] = &[
        "a\n", "b\n", "c c\n", "\n", "(\n", ")\n", "あ\r\n", "d", "/*\n", "\"\n",
    ];
    const OTHERS: &[&str] = &["a\n", "b\n", "x\n", "\n", "y: 1\n", "[\n", "い\r\n", "z"];

    proptest! {
        #[test]
        fn what_one_side_alone_changed_is_taken(base in a_text(LINES), other in a_text(OTHERS)) {
            prop_assert_eq!(merged(&base, &base, &other).unwrap(), other.as_str());
            prop_assert_eq!(merged(&base, &other, &base).unwrap(), other.as_str());
            prop_assert_eq!(merged(&base, &other, &other).unwrap(), other);
        }

        #[test]
        fn no_line_is_lost(base in a_text(LINES), ours in a_text(OTHERS), theirs in a_text(LINES)) {
            let merge = merge(&base, &ours, &theirs);
            let text = merge.resolved(&vec![Side::Both; merge.conflicts().len()]);
            let all: BTreeSet<_> = text.lines().chain(base.lines()).collect();
            for line in ours.lines().chain(theirs.lines()) {
                prop_assert!(all.contains(line), "{line:?} is lost: {merge:?}");
            }
        }

        #[test]
        fn a_choice_is_what_its_side_says(base in a_text(LINES), ours in a_text(OTHERS), theirs in a_text(LINES)) {
            let merge = merge(&base, &ours, &theirs);
            let (one, other) = (merge.resolved(&[]), merge.resolved(&[Side::Theirs; 99]));
            for conflict in merge.conflicts() {
                prop_assert!(one.contains(&conflict.ours));
                prop_assert!(other.contains(&conflict.theirs));
                let before: String = ours.split_inclusive('\n').skip(conflict.line - 1).collect();
                prop_assert!(before.starts_with(&conflict.ours));
            }
        }

        #[test]
        fn the_order_of_the_writers_does_not_matter(base in a_text(LINES), ours in a_text(OTHERS), theirs in a_text(LINES)) {
            let (one, other) = (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
            prop_assert_eq!(one.as_deref().map(lines), other.as_deref().map(lines));
        }

        #[test]
        fn lists_keep_what_was_added_and_stay_lists([base, ours, theirs] in lists()) {
            if let Some(merged) = merged(&base, &ours, &theirs) {
                let [base, ours, theirs] = [&base, &ours, &theirs].map(|text| items::ids(text).unwrap());
                let read = items::ids(&merged).expect("whole items with commas between them");
                // What one side took out may be back when the other has moved it.
                let known: BTreeSet<_> = ours.union(&theirs).copied().collect();
                let taken = base.iter().filter(|id| !ours.contains(*id) || !theirs.contains(*id));
                let taken: BTreeSet<_> = taken.copied().collect();
                let kept: BTreeSet<_> = known.difference(&taken).copied().collect();
                prop_assert!(read.is_subset(&known) && read.is_superset(&kept), "{merged}");
            }
        }
    }

    fn list(entries: &str) -> String {
        format!("[\n{entries}]\n")
    }

    #[test]
    fn changes_of_lines_beside_each_other_are_no_conflict() {
        assert_eq!(merged("a\nb\n", "A\nb\n", "a\nB\n").unwrap(), "A\nB\n");
        assert_eq!(merged("a\nb\n", "a\n", "a2\nb\n").unwrap(), "a2\n");
        assert_eq!(
            merged("a\r\nb\r\n", "a\r\nB\r\n", "a\r\nb\r\nc\r\n").unwrap(),
            "a\r\nB\r\nc\r\n"
        );
        assert_eq!(merged("a\nb\n", "a\nb", "a\nb\nc\n").unwrap(), "a\nb\nc\n");
    }

    #[test]
    fn a_deletion_against_a_change_is_a_conflict() {
        let merge = merge("a\nb\nc\n", "a\nc\n", "a\nB\nc\n");
        let conflict = Conflict {
            base: "b\n".into(),
            ours: String::new(),
            theirs: "B\n".into(),
            line: 2,
        };
        assert_eq!(merge.conflicts(), [conflict]);
        assert_eq!(merge.resolved(&[]), "a\nc\n");
        assert_eq!(merge.resolved(&[Side::Theirs]), "a\nB\nc\n");
        assert_eq!(merge.resolved(&[Side::Both]), "a\nB\nc\n");
    }

    #[test]
    fn different_fields_of_a_line_are_no_conflict() {
        let base = "(id: \"a\", year: 1, of: [1, 2]),\n";
        let ours = "(id: \"a, b: c\", year: 1, of: [1, 2]),\n";
        let theirs = "(id: \"a\", year: 1, of: [1, 3]), // three\n";
        let both = "(id: \"a, b: c\", year: 1, of: [1, 3]), // three\n";
        assert_eq!(merged(base, ours, theirs).unwrap(), both);
        // The same field; a field more; a line without fields; a line within a text.
        assert_eq!(
            merged(base, ours, "(id: \"b\", year: 1, of: [1, 2]),\n"),
            None
        );
        assert_eq!(
            merged(base, ours, "(id: \"a\", year: 1, no: 1, of: [1, 3]),\n"),
            None
        );
        // Lines of which nobody knows whether they are the same.
        assert_eq!(merged("a\nb\n", "x\nb2\n", "a\ny\n"), None);
        assert_eq!(merged("[1, 2, 3]\n", "[0, 2, 3]\n", "[1, 2, 4]\n"), None);
        let text = |line: &str| format!("\"\n{line}\n\"\n");
        assert_eq!(
            merged(
                &text("a: 1, b: 1"),
                &text("a: 2, b: 1"),
                &text("a: 1, b: 2")
            ),
            None
        );
    }

    #[test]
    fn items_added_at_the_same_place_are_both_kept() {
        let base = list("    (id: \"a\"),\n");
        let (ours, theirs) = (
            list("    (id: \"a\"),\n    (id: \"o\") // ours\n"),
            list("    (id: \"a\"),\n    (id: \"t\"),\n"),
        );
        let both = list("    (id: \"a\"),\n    (id: \"o\"), // ours\n    (id: \"t\"),\n");
        assert_eq!(merged(&base, &ours, &theirs).unwrap(), both);
        // The same id twice; half an item; words in a text.
        assert_eq!(
            merged(&base, &ours, &list("    (id: \"a\"),\n    (id: \"o\"),\n")),
            None
        );
        assert_eq!(
            merged(&base, &ours, &list("    (id: \"a\"),\n    (id: \n")),
            None
        );
        assert_eq!(merged("[\"a\n\"]", "[\"a\nb\n\"]", "[\"a\nc\n\"]"), None);
    }

    #[test]
    fn fields_added_at_the_same_place_are_both_kept_unless_they_are_the_same() {
        let base = "(\n    id: 1,\n)\n";
        let (ours, theirs) = (
            "(\n    id: 1,\n    year: 1\n)\n",
            "(\n    id: 1,\n    name: 1,\n)\n",
        );
        assert_eq!(
            merged(base, ours, theirs).unwrap(),
            "(\n    id: 1,\n    year: 1,\n    name: 1,\n)\n"
        );
        assert_eq!(merged(base, ours, "(\n    id: 1,\n    year: 2,\n)\n"), None);
    }

    #[test]
    fn a_list_without_a_comma_at_its_end_gets_one() {
        let entry = |id: char, comma: &str| format!("    (\n        id: \"{id}\",\n    ){comma}\n");
        let base = list(&entry('a', ""));
        let with = |id| list(&[entry('a', ","), entry(id, "")].concat());
        let both = list(&[entry('a', ","), entry('o', ","), entry('t', "")].concat());
        assert_eq!(merged(&base, &with('o'), &with('t')).unwrap(), both);
        let short = |ids: &str| list(&format!("    {ids}\n"));
        assert_eq!(
            merged(&short("1"), &short("1,\n    2"), &short("1,\n    3")).unwrap(),
            short("1,\n    2,\n    3")
        );
    }

    #[test]
    fn what_both_added_is_taken_once() {
        let base = list("    1,\n");
        let (one, two) = (list("    1,\n    2,\n"), list("    1,\n    2,\n    3,\n"));
        assert_eq!(merged(&base, &one, &two).unwrap(), two);
        assert_eq!(merged(&base, &two, &one).unwrap(), two);
    }

    #[test]
    fn the_whole_as_one_conflict() {
        let merge = Merge::whole("a", "b", "c");
        assert_eq!(merge.resolved(&[Side::Both]), "b\nc");
        assert_eq!(merge.conflicts().len(), 1);
    }

    #[test]
    fn the_whole_leaves_out_what_all_agree_on() {
        let merge = Merge::whole("a\nb\nz\n", "a\nc\nz\n", "a\nd\ne\nz\n");
        let [conflict] = merge.conflicts() else {
            panic!("{merge:?}");
        };
        assert_eq!(
            (
                conflict.ours.as_str(),
                conflict.theirs.as_str(),
                conflict.line
            ),
            ("c\n", "d\ne\n", 2)
        );
        assert_eq!(merge.resolved(&[Side::Theirs]), "a\nd\ne\nz\n");
        assert_eq!(merge.resolved(&[]), "a\nc\nz\n");
    }

    #[test]
    fn the_same_id_given_twice_tears_nothing_and_a_bracket_closed_twice_does() {
        let list = |events: [&str; 2]| {
            let [one, other] = events;
            let kept = r#"(id: "a", when: "1971", title: "A"),"#;
            format!("Timeline(events: [\n{one}{kept}\n{other}])\n")
        };
        let added = "(id: \"b\", when: \"1972\", title: \"B\"),\n";
        let base = list(["", ""]);
        let (ours, theirs) = (list([added, ""]), list(["", added]));
        let twice = merged(&base, &ours, &theirs).unwrap();
        assert!(!is_torn(&twice), "{twice}");
        assert_eq!(twice.matches("id: \"b\"").count(), 2, "neither is lost");
        let open = list(["", ""]).replace("\n])", "\n");
        let close = |text: &str| format!("{text}])\n");
        assert!(is_torn(&close(&close(&open))));
    }

    const SHIPPED: &str = include_str!("../../timeline.ron");

    /// The entry in these bytes as somebody leaves it after one of a few edits, and what must then be found in it.
    fn edited(text: &str, range: Range<usize>, form: u8, name: &str) -> (TextPatch, String) {
        let entry = &text[range.clone()];
        let title = entry.find("title: \"").unwrap() + "title: \"".len();
        let field = entry.find("\n").unwrap() + 1;
        match form {
            0 => (
                TextPatch::new(range.start + title..range.start + title, name),
                format!("title: \"{name}"),
            ),
            1 => (
                TextPatch::new(
                    range.start + field..range.start + field,
                    format!("// {name}\n"),
                ),
                format!("// {name}"),
            ),
            2 => {
                let added =
                    format!("(id: \"{name}\", when: \"1971\", title: \"{name}\"),\n        ");
                (TextPatch::new(range.start..range.start, &added), added)
            }
            _ => {
                let added = format!(
                    ",\n        (\n            id: \"{name}\",\n            when: \"1971\", title: \"{name}\",\n        )"
                );
                (
                    TextPatch::new(range.end..range.end, &added),
                    format!("id: \"{name}\""),
                )
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn edits_of_different_events_come_together(
            places in (any::<Index>(), any::<Index>()), forms in (0..4_u8, 0..4_u8), has_crlf in any::<bool>(),
        ) {
            let base = if has_crlf { SHIPPED.replace('\n', "\r\n") } else { SHIPPED.to_owned() };
            let document = Document::parse("", base.as_str());
            let events = &document.timeline.events;
            let (one, other) = (places.0.index(events.len()), places.1.index(events.len()));
            prop_assume!(one != other);
            let edit = |at: usize, form, name| edited(&base, events[at].range.range(), form, name);
            let made = |patch: TextPatch| Patches::from(patch).apply(&base).unwrap().0;
            let ((ours, our), (theirs, their)) = (edit(one, forms.0, "ours"), edit(other, forms.1, "theirs"));
            let merged = merged(&base, &made(ours), &made(theirs));
            let merged = merged.expect("different events");
            prop_assert!(merged.contains(&our) && merged.contains(&their));
            let read = Document::parse("", merged);
            prop_assert_eq!((read.errors(), read.warnings()), (document.errors(), document.warnings()));
            let added = [forms.0, forms.1].iter().filter(|form| **form > 1).count();
            prop_assert_eq!(read.timeline.events.len(), events.len() + added);
        }
    }
}
