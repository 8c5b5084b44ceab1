//! Lines of Japanese in running text. The toolkit hardly ever begins a line with a closing mark, but it leaves
//! opening brackets behind at the ends of lines; where it does, the line is ended where [`piece_end`] lets it end.

use std::sync::Arc;

use egui::cache::{ComputerMut, FrameCache};
use egui::text::{ByteIndex, LayoutJob};
use egui::{Align, FontSelection, Ui, WidgetText};

use crate::scene::{is_japanese, piece_end};

/// So many lines of one text are looked after; a longer one is read all the same.
const MOST: usize = 200;

/// A text for a label that is as wide as there is room.
pub(super) fn set(ui: &Ui, text: impl Into<WidgetText>) -> LayoutJob {
    let text = text.into();
    let job = text.into_layout_job(ui.style(), FontSelection::Default, Align::BOTTOM);
    let mut job = Arc::unwrap_or_clone(job);
    if !job.text.contains(is_japanese) {
        return job;
    }
    job.wrap.max_width = ui.available_width();
    let ends =
        ui.memory_mut(|memory| Arc::clone(memory.caches.cache::<PieceEnds>().get(&*job.text)));
    let (mut set, mut cuts) = (job.clone(), Vec::new());
    while cuts.len() < MOST
        && let Some(cut) = next_cut(ui, &set, &ends, &cuts)
    {
        cuts.push(cut);
        set = with_cuts(&job, &cuts);
    }
    set
}

/// Where the pieces of a text end, in bytes, for as long as the text is on the screen.
type PieceEnds = FrameCache<Arc<[usize]>, Pieces>;

#[derive(Default)]
struct Pieces;

impl ComputerMut<&str, Arc<[usize]>> for Pieces {
    fn compute(&mut self, text: &str) -> Arc<[usize]> {
        let (mut ends, mut at) = (Vec::new(), 0);
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            at += piece_end(rest);
            ends.push(at);
        }
        ends.into()
    }
}

/// Where the first line that ends within a piece has to end instead, in bytes of the text without its `cuts`. A piece
/// that is wider than a line is broken anywhere.
fn next_cut(ui: &Ui, set: &LayoutJob, ends: &[usize], cuts: &[usize]) -> Option<usize> {
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(set.clone()));
    let (_, rows) = galley.rows.split_last()?;
    let mut start = 0;
    for row in rows {
        let end = start + row.text().len();
        let pieces = ends.partition_point(|&piece| piece < end);
        let is_within = !row.ends_with_newline && ends.get(pieces) != Some(&end);
        let before = pieces.checked_sub(1).and_then(|last| ends.get(last));
        if let Some(&before) = before.filter(|&&before| is_within && before > start) {
            return Some(before);
        }
        start = end + usize::from(row.ends_with_newline && !cuts.contains(&end));
    }
    None
}

fn with_cuts(job: &LayoutJob, cuts: &[usize]) -> LayoutJob {
    let mut set = job.clone();
    for &cut in cuts.iter().rev() {
        set.text.insert(cut, '\n');
    }
    let moved = |end: ByteIndex| {
        let before = cuts.iter().filter(|&&cut| cut < end.0).count();
        ByteIndex(end.0 + before)
    };
    for section in &mut set.sections {
        section.byte_range = moved(section.byte_range.start)..moved(section.byte_range.end);
    }
    set
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput, RichText};
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::super::style::sans;
    use super::*;
    use crate::scene::breaking_tests::{TEXTS, faults};

    /// The lines of a text, and what of it stands in them.
    fn lines(context: &Context, text: &str, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let output = context.run_ui(RawInput::default(), |ui| {
            ui.set_max_width(width);
            let job = set(ui, RichText::new(text).font(sans(14.0)));
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            lines = galley.rows.iter().map(|row| row.text()).collect();
        });
        forget(output);
        lines
    }

    fn context() -> Context {
        let context = Context::default();
        super::super::install_fonts(&context);
        forget(context.run_ui(RawInput::default(), |_| {}));
        context
    }

    /// What is drawn is of no concern.
    fn forget(mut output: egui::FullOutput) {
        output.textures_delta.clear();
    }

    #[test]
    fn a_bracket_goes_with_what_it_opens() {
        let text = "東京で「声明」に署名した。（翌年）「条約、」は『発効』した。";
        let context = context();
        for width in 60..400_u16 {
            let found = lines(&context, text, width.into());
            assert_eq!(found.concat(), text);
            assert!(faults(&found).is_empty(), "{width}: {found:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_begins_or_ends_as_none_must(text in TEXTS, width in 120.0_f32..500.0) {
            let found = lines(&context(), &text, width);
            prop_assert_eq!(found.concat(), text);
            let trimmed: Vec<String> = found.iter().map(|line| line.trim_end().to_owned()).collect();
            prop_assert!(faults(&trimmed).is_empty(), "{:?}: {:?}", trimmed, faults(&trimmed));
        }
    }
}
