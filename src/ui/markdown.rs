//! A teacher's note, shown: what `document::notes` makes of its Markdown, in the fonts of the house.
//!
//! A note is read anew in each frame: what is read of one is bounded, and egui keeps what it has laid out.

use egui::text::LayoutJob;
use egui::{
    Align, CornerRadius, CursorIcon, FontFamily, FontId, Frame, Label, Layout, Link, Margin, Rect,
    RichText, Stroke, TextFormat, Ui, pos2, vec2,
};

use crate::document::notes::{Block, Kind, Run, blocks};
use crate::state::{Action, Effect};

use super::Show;
use super::style::{color, sans, semibold, serif};

/// Shows a note in Markdown, as wide as there is room, its running text at a size in points.
pub(super) fn notes(show: Show<'_>, ui: &mut Ui, text: &str, size: f32, actions: &mut Vec<Action>) {
    let page = Page { show, size };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        // A row of words is as high as the words.
        ui.spacing_mut().interact_size.y = 0.0;
        let mut above: Option<Block> = None;
        for block in blocks(text) {
            let gap = above.as_ref().map_or(0.0, |above| page.gap(above, &block));
            ui.add_space(gap);
            let bars = above
                .as_ref()
                .map_or(0, |above| above.quoted.min(block.quoted));
            page.block(ui, &block, bars, gap, actions);
            above = Some(block);
        }
    });
}

/// What every block is shown with.
#[derive(Clone, Copy)]
struct Page<'a> {
    show: Show<'a>,
    size: f32,
}

/// Distances in sizes of the running text.
mod em {
    /// From one line to the next.
    pub(super) const LINE: f32 = 1.42;
    /// Between paragraphs.
    pub(super) const PARAGRAPH: f32 = 0.6;
    /// Above a heading.
    pub(super) const HEADING: f32 = 0.95;
    /// Between the items of a list.
    pub(super) const ITEM: f32 = 0.22;
    /// From an item's left edge to its words.
    pub(super) const HANGING: f32 = 1.5;
    /// Between an item's mark and its words.
    pub(super) const MARK: f32 = 0.5;
    /// From a quotation's bar to its words.
    pub(super) const QUOTE: f32 = 0.85;
    /// Within the ground of code.
    pub(super) const CODE: f32 = 0.45;
}

impl Page<'_> {
    /// The space between two blocks.
    fn gap(self, above: &Block, below: &Block) -> f32 {
        let is_list = |block: &Block| matches!(block.kind, Kind::Item(_));
        let share = match (above.kind, below.kind) {
            (Kind::Heading(_), _) => em::ITEM,
            (_, Kind::Heading(_)) => em::HEADING,
            _ if is_list(above) && is_list(below) => em::ITEM,
            _ => em::PARAGRAPH,
        };
        share * self.size
    }

    /// A block; the first `bars` of its quotations go on from the block above, `gap` higher.
    fn block(self, ui: &mut Ui, block: &Block, bars: usize, gap: f32, actions: &mut Vec<Action>) {
        let left = ui.available_rect_before_wrap().left();
        let step = em::QUOTE * self.size;
        let quotes = steps(block.quoted) * step;
        let room = em::HANGING * self.size;
        let shown = ui.horizontal_top(|ui| {
            match block.kind {
                Kind::Item(number) => {
                    ui.add_space(quotes + steps(block.depth.saturating_sub(1)) * room);
                    self.mark(ui, number, room);
                }
                _ => ui.add_space(quotes + steps(block.depth) * room),
            }
            ui.vertical(|ui| self.body(ui, block, actions));
        });
        let rect = shown.response.rect;
        for bar in 0..block.quoted {
            let x = left + steps(bar) * step;
            let top = rect.top() - if bar < bars { gap } else { 0.0 };
            let width = (self.size * 0.14).max(2.0);
            let bar = Rect::from_min_max(pos2(x, top), pos2(x + width, rect.bottom()));
            let fill = color(self.show.theme.accent);
            ui.painter().rect_filled(bar, CornerRadius::ZERO, fill);
        }
    }

    /// The mark of an item, at the right of a room that it has for itself; a great number takes more room.
    fn mark(self, ui: &mut Ui, number: Option<u64>, room: f32) {
        let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
        let font = sans(self.size);
        let ink = color(self.show.theme.muted);
        let text = RichText::new(&mark)
            .font(font.clone())
            .line_height(Some(self.size * em::LINE))
            .color(ink);
        let width = ui.painter().layout_no_wrap(mark, font, ink).size().x;
        let gap = em::MARK * self.size;
        ui.add_space((room - gap - width).max(0.0));
        ui.label(text);
        ui.add_space(gap);
    }

    fn body(self, ui: &mut Ui, block: &Block, actions: &mut Vec<Action>) {
        match block.kind {
            Kind::Rule => {
                let line = Stroke::new(1.0, color(self.show.theme.line));
                let room = vec2(ui.available_width(), self.size * em::ITEM);
                let (rect, _) = ui.allocate_exact_size(room, egui::Sense::empty());
                ui.painter().hline(rect.x_range(), rect.center().y, line);
            }
            Kind::Code => {
                let within = (em::CODE * self.size).round().clamp(2.0, 60.0) as i8;
                let frame = Frame::new()
                    .fill(color(self.show.theme.era))
                    .corner_radius(4)
                    .inner_margin(Margin::same(within));
                frame.show(ui, |ui| self.words(ui, block));
            }
            _ if block.runs.iter().any(|run| run.link.is_some()) => {
                self.linked(ui, block, actions);
            }
            _ => self.words(ui, block),
        }
    }

    /// Words alone, laid out as one.
    fn words(self, ui: &mut Ui, block: &Block) {
        let mut job = LayoutJob::default();
        for run in &block.runs {
            job.append(&run.text, 0.0, self.format(block.kind, run));
        }
        ui.add(Label::new(job).wrap());
    }

    /// Words with links among them: each link is a thing of its own, for the keyboard and for screen readers.
    fn linked(self, ui: &mut Ui, block: &Block, actions: &mut Vec<Action>) {
        let room = vec2(ui.available_width(), 0.0);
        let flow = Layout::left_to_right(Align::BOTTOM).with_main_wrap(true);
        ui.allocate_ui_with_layout(room, flow, |ui| {
            for run in &block.runs {
                let mut job = LayoutJob::default();
                job.append(&run.text, 0.0, self.format(block.kind, run));
                let Some(page) = &run.link else {
                    ui.add(Label::new(job).wrap());
                    continue;
                };
                let link = ui.add(Link::new(job)).on_hover_text(&**page);
                if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                    actions.push(Action::Ask(Effect::OpenUrl(page.to_string())));
                }
            }
        });
    }

    fn format(self, kind: Kind, run: &Run) -> TextFormat {
        let theme = self.show.theme;
        let (font_id, italics) = self.font(kind, run);
        let is_link = run.link.is_some();
        let ink = color(if is_link { theme.accent } else { theme.ink });
        TextFormat {
            line_height: Some(font_id.size.max(self.size) * em::LINE),
            color: ink,
            underline: Stroke::new(if is_link { 1.0 } else { 0.0 }, ink),
            italics,
            font_id,
            ..TextFormat::default()
        }
    }

    /// The font of words, and whether they are to be slanted since it has no italics for them.
    fn font(self, kind: Kind, run: &Run) -> (FontId, bool) {
        let size = match kind {
            Kind::Heading(1) => self.size * 1.3,
            Kind::Heading(2) => self.size * 1.15,
            _ => self.size,
        };
        if run.code {
            return (FontId::new(size * 0.9, FontFamily::Monospace), run.italic);
        }
        if run.bold || matches!(kind, Kind::Heading(_)) {
            return (semibold(size), run.italic);
        }
        match run.italic {
            true if is_latin(&run.text) => (serif(size), false),
            slanted => (sans(size), slanted),
        }
    }
}

/// Whether the face for quotations has these letters.
fn is_latin(text: &str) -> bool {
    /// Where the letters of East Asia begin.
    const EAST_ASIA: char = '\u{2E80}';
    text.chars().all(|letter| letter < EAST_ASIA)
}

/// A number of steps, to reckon with.
fn steps(count: usize) -> f32 {
    u16::try_from(count).map_or(0.0, f32::from)
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::scene::{Fonts, Theme};
    use crate::state::{Loaded, Saved, Workspace};
    use crate::time::Lang;
    use crate::ui::commands::Moment;

    /// What the window shows of a note, and what it was asked for.
    fn shown(text: &str) -> Harness<'_, Vec<Action>> {
        let workspace = Workspace::new(Loaded::nothing(), Saved::default());
        let (theme, fonts) = (Theme::dark(), Fonts::bundled());
        let moment = Moment {
            pointer_day: None,
            dark: true,
        };
        let mut is_dressed = false;
        let builder = Harness::builder().with_size(vec2(600.0, 600.0));
        let harness = builder.build_ui_state(
            move |ui, actions: &mut Vec<Action>| {
                if !is_dressed {
                    // Fonts that are given in a frame are there in the next.
                    crate::ui::install_fonts(ui.ctx());
                    is_dressed = true;
                    return;
                }
                let show = Show {
                    workspace: &workspace,
                    theme: &theme,
                    fonts: &fonts,
                    lang: Lang::En,
                    moment,
                    is_compact: false,
                };
                notes(show, ui, text, 22.0, actions);
            },
            Vec::new(),
        );
        let mut harness = harness;
        harness.run();
        harness
    }

    #[test]
    fn words_stand_below_one_another() {
        let harness = shown("# Ask first\n\nWhy **relieved**?\n\n- the yen\n- cars\n\n> a quote");
        let labels: Vec<_> = harness
            .query_all_by_role(Role::Label)
            .map(|label| (label.rect(), label.value().unwrap_or_default()))
            .collect();
        let words: Vec<_> = labels.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Ask first",
                "Why relieved?",
                "•",
                "the yen",
                "•",
                "cars",
                "a quote"
            ]
        );
        let tops: Vec<_> = labels.iter().map(|(rect, _)| rect.top()).collect();
        assert!(tops.is_sorted(), "{tops:?}");
        assert_eq!(tops.get(2), tops.get(3), "a mark stands beside its words");
    }

    #[test]
    fn only_web_pages_are_opened() {
        let mut harness =
            shown("See [the speech](https://example.org/a) and [a trap](file:///etc/passwd).");
        assert!(
            harness
                .query_by_role_and_label(Role::Link, "a trap")
                .is_none()
        );
        harness
            .get_by_role_and_label(Role::Link, "the speech")
            .click();
        harness.run();
        let [Action::Ask(Effect::OpenUrl(page))] = harness.state().as_slice() else {
            panic!("{:?}", harness.state());
        };
        assert_eq!(page, "https://example.org/a");
    }

    #[test]
    fn nothing_is_wider_than_the_page() {
        let long = "1234567890. x\n".to_owned() + &"- ".repeat(30) + &"wide".repeat(400);
        let harness = shown(&long);
        for label in harness.query_all_by_role(Role::Label) {
            assert!(label.rect().right() <= 600.0, "{:?}", label.rect());
        }
    }

    #[test]
    fn a_huge_note_is_as_little_work_as_a_long_one() {
        for part in ["> ", "* ", "[", "**a ", "- x\n", "<b>", "`", "a\n\n"] {
            let text = part.repeat(1_000_000 / part.len());
            let harness = shown(&text);
            let count = harness.query_all_by_role(Role::Label).count();
            assert!(count < 1_000, "{part:?}: {count}");
        }
    }
}
