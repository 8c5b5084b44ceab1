//! Every key of the table does what the table says.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use transpacific::app::built_in;
use transpacific::document::{Connection, Edit, Event, Timeline};
use transpacific::state::{
    Action, Board, CitationStyle, Deck, Effect, FilterAction, Foreign, Mode, Motion, Others,
    Overlay, PanelAction, Saved, Setting, TextSize, ThemeChoice, ViewAction, Wheel, Workspace,
    WriteAction,
};
use transpacific::time::{Lang, TimeWindow};
use transpacific::ui::commands::{Command, TABLE, keys_name};

use crate::support::{CTRL, EVENT, Window};

/// An event in the middle of everything: lanes above and below, links both ways, a quotation from an article.
fn middle(timeline: &Timeline) -> (usize, &Event) {
    let has_article = |event: &Event| {
        let first = event.excerpts.first();
        first.is_some_and(|excerpt| !timeline.sources[excerpt.source].gists.is_empty())
    };
    let last_lane = timeline.categories.len() - 1;
    let mut events = timeline.events.iter().enumerate();
    let found = events.find(|&(index, event)| {
        let connections = timeline.connections(index);
        has_article(event)
            && (1..last_lane).contains(&event.category)
            && connections.iter().any(|one| one.other < index)
            && connections.iter().any(|one| one.other > index)
    });
    found.expect("an event in the middle of everything")
}

/// A window with an event selected in the middle, zoomed in, with views to go back and forward to.
struct Prepared {
    window: Window,
    index: usize,
    /// The views that Back and Forward lead to, and the one in between.
    back: TimeWindow,
    here: TimeWindow,
    forward: TimeWindow,
}

fn prepared() -> Prepared {
    let mut window = Window::shipped();
    let (index, event) = middle(window.timeline());
    let (id, anchor) = (event.id.clone(), event.when.anchor());
    let [back, here, forward] =
        [8000.0, 1600.0, 300.0].map(|days| TimeWindow::new(anchor - days / 4.0, days));
    window.select(&id);
    for to in [back, here, forward] {
        window.apply(Action::View(ViewAction::FlyTo(to)));
    }
    window.apply(Action::View(ViewAction::Back));
    assert_eq!(window.view(), here);
    Prepared {
        window,
        index,
        back,
        here,
        forward,
    }
}

impl Prepared {
    fn event(&self) -> &Event {
        &self.window.timeline().events[self.index]
    }

    fn selected(&self) -> Option<usize> {
        self.window.workspace().selected().map(|(index, _)| index)
    }

    fn connections(&self) -> Vec<Connection> {
        self.window.timeline().connections(self.index)
    }

    /// The nearest event in time of a lane.
    fn nearest(&self, lane: usize) -> f64 {
        let events = self.window.timeline().events.iter();
        let distances = events
            .filter(|event| event.category == lane)
            .map(|event| (event.when.anchor() - self.event().when.anchor()).abs());
        distances
            .min_by(f64::total_cmp)
            .expect("a lane with events")
    }

    #[track_caller]
    fn walked_to_lane(&self, lane: usize) {
        let event = &self.window.timeline().events[self.selected().expect("a selection")];
        assert_eq!(event.category, lane);
        let distance = (event.when.anchor() - self.event().when.anchor()).abs();
        assert_eq!(distance, self.nearest(lane));
    }

    fn is_off(&self, category: usize) -> bool {
        let filter = self.window.workspace().filter();
        let on = filter.query().categories_on(self.window.timeline());
        on.iter()
            .enumerate()
            .all(|(index, on)| *on == (index != category))
    }
}

/// What must be so before a command can show what it does.
fn make_ready(command: Command, window: &mut Window) {
    match command {
        Command::Read => window.apply(Action::Panel(PanelAction::CloseInspector)),
        Command::ClearFilter => {
            window.apply(Action::Filter(FilterAction::Set(
                "category:trade gold".to_owned(),
            )));
        }
        Command::Undo | Command::Redo | Command::Save => {
            window.apply(Edit::Title("title", "Changed".to_owned()).into());
            if command == Command::Redo {
                window.apply(Action::Write(WriteAction::Undo));
            }
        }
        _ => {}
    }
}

/// Whether the view only moved, and which way.
fn moved(before: TimeWindow, after: TimeWindow) -> f64 {
    assert!((before.days - after.days).abs() < 1e-6);
    after.start - before.start
}

/// Whether the view only zoomed, and by how much.
fn zoomed(before: TimeWindow, after: TimeWindow) -> f64 {
    assert!((before.mid() - after.mid()).abs() < 1e-6);
    before.days / after.days
}

/// Does a command once, and once more where that matters, and looks whether what the table says has happened. The
/// match has no `_`, so that a new command cannot be forgotten.
fn check(command: Command, act: &dyn Fn(&mut Window)) {
    let mut at = prepared();
    make_ready(command, &mut at.window);
    act(&mut at.window);
    let (index, here, view) = (at.index, at.here, at.window.view());
    let lane = at.event().category;
    let session = at.window.workspace().session();
    match command {
        Command::ZoomIn => assert!(zoomed(here, view) > 1.05),
        Command::ZoomOut => assert!(zoomed(here, view) < 0.95),
        Command::PanEarlier => assert!(moved(here, view) < 0.0),
        Command::PanLater => assert!(moved(here, view) > 0.0),
        Command::Centre => centred(&mut at, act),
        Command::FitAll => assert_eq!(view, at.window.workspace().home()),
        Command::Back => assert_eq!(view, at.back),
        Command::Forward => assert_eq!(view, at.forward),
        Command::NextEvent => assert_eq!(at.selected(), Some(index + 1)),
        Command::PreviousEvent => assert_eq!(at.selected(), Some(index - 1)),
        Command::LaneAbove => at.walked_to_lane(lane - 1),
        Command::LaneBelow => at.walked_to_lane(lane + 1),
        Command::FirstEvent => assert_eq!(at.selected(), Some(0)),
        Command::LastEvent => {
            assert_eq!(at.selected(), Some(at.window.timeline().events.len() - 1))
        }
        Command::LinkForward => {
            let later = at.connections().into_iter().find(|one| one.other > index);
            assert_eq!(at.selected(), later.map(|one| one.other));
        }
        Command::LinkBack => {
            let earlier = at
                .connections()
                .into_iter()
                .rev()
                .find(|one| one.other < index);
            assert_eq!(at.selected(), earlier.map(|one| one.other));
        }
        Command::Read => assert!(session.inspector && at.selected() == Some(index)),
        Command::StepBack => assert!(at.selected().is_none() && !session.inspector),
        Command::Search => assert!(at.window.is_searching()),
        Command::Outline => assert!(session.outline && !session.stories),
        Command::ClearFilter => assert_eq!(at.window.workspace().filter().text(), ""),
        Command::ToggleOthers => others(&mut at, act),
        Command::Category(number) => category(&mut at, usize::from(number) - 1, act),
        Command::Text
        | Command::EditMode
        | Command::AddEvent
        | Command::Undo
        | Command::Redo
        | Command::Save
        | Command::SaveAs
        | Command::ToggleAutosave
        | Command::OpenEditor => written(command, &at),
        Command::Present
        | Command::PresentHere
        | Command::ChooseLesson
        | Command::Quiz
        | Command::Stories
        | Command::RecordView => taught(command, &at),
        Command::CopyCitation | Command::CopyBibliography(_) => cited(command, &at),
        Command::Palette
        | Command::Keys
        | Command::OpenPath
        | Command::Share
        | Command::Settings => laid_over(command, session.overlay),
        Command::OpenFile | Command::OpenBuiltIn | Command::Import | Command::UpdateFromTable => {
            opened(command, &at)
        }
        Command::Article => article(&mut at, act),
        Command::Problems => problems(&mut at, act),
        Command::ToggleTheme => theme(&mut at, act),
        Command::ToggleLanguage => language(&mut at, act),
        Command::ToggleWheel => wheel(&mut at, act),
        Command::ToggleContrast
        | Command::ToggleMotion
        | Command::ToggleEraRuler
        | Command::LargerText
        | Command::SmallerText
        | Command::UsualText => dressed(command, &mut at, act),
        lesson => panic!("{lesson:?} is bound in lessons only"),
    }
    visible(&at.window);
}

/// The same for the commands that lay a box over the window.
fn laid_over(command: Command, overlay: Option<Overlay>) {
    let expected = match command {
        Command::Palette => Overlay::Palette,
        Command::Keys => Overlay::Keys,
        Command::OpenPath => Overlay::OpenPath,
        Command::Share => Overlay::Share,
        _ => Overlay::Settings,
    };
    assert_eq!(overlay, Some(expected));
}

/// The same for the commands that are about how everything looks.
fn dressed(command: Command, at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    let settings = |at: &Prepared| at.window.workspace().settings();
    match command {
        Command::ToggleEraRuler => {
            assert!(settings(at).era_ruler);
            act(&mut at.window);
            assert!(!settings(at).era_ruler);
        }
        Command::ToggleContrast => {
            assert_eq!(settings(at).theme, ThemeChoice::HighContrastLight);
            at.window.key(Key::T);
            let dark = settings(at).theme;
            assert_eq!(dark, ThemeChoice::HighContrastDark, "contrast is kept");
            act(&mut at.window);
            assert_eq!(settings(at).theme, ThemeChoice::Dark);
        }
        Command::ToggleMotion => {
            assert_eq!(settings(at).motion, Motion::Reduced);
            assert_eq!(at.window.harness.ctx.global_style().animation_time, 0.0);
            act(&mut at.window);
            assert_eq!(settings(at).motion, Motion::Full);
            assert!(at.window.harness.ctx.global_style().animation_time > 0.0);
        }
        Command::LargerText | Command::SmallerText => {
            let towards: &[u16] = match command {
                Command::LargerText => &[110, 125, 150, 175, 200, 250, 250],
                _ => &[90, 80, 80],
            };
            for per_cent in towards {
                // What the command has done already is what is looked at first.
                assert_eq!(settings(at).text_per_cent.per_cent(), *per_cent);
                let factor = f32::from(*per_cent) / 100.0;
                assert_eq!(at.window.harness.ctx.zoom_factor(), factor);
                act(&mut at.window);
            }
        }
        Command::UsualText => {
            for per_cent in [80, 250] {
                let setting = Setting::TextSize(per_cent.into());
                at.window.apply(Action::Setting(setting));
                act(&mut at.window);
                assert_eq!(settings(at).text_per_cent, TextSize::default());
                assert_eq!(at.window.harness.ctx.zoom_factor(), 1.0);
            }
        }
        _ => unreachable!(),
    }
}

#[test]
fn preferences_are_chosen_in_one_box_and_hold_at_once() {
    let mut window = Window::shipped();
    window.click_button("File ▾");
    window.click_button("Settings…");
    let settings = |window: &Window| window.workspace().settings();
    let mut choose = |role: Role, name: &str| {
        window.click(role, name);
        settings(&window)
    };
    for (name, theme) in [
        ("Dark", ThemeChoice::Dark),
        ("High contrast, light", ThemeChoice::HighContrastLight),
        ("High contrast, dark", ThemeChoice::HighContrastDark),
        ("Light", ThemeChoice::Light),
    ] {
        assert_eq!(choose(Role::RadioButton, name).theme, theme);
    }
    let less = "Less motion: nothing flies or fades";
    assert_eq!(choose(Role::CheckBox, less).motion, Motion::Reduced);
    assert_eq!(choose(Role::CheckBox, less).motion, Motion::Full);
    let ruler = "Japanese eras along the axis";
    assert!(choose(Role::CheckBox, ruler).era_ruler);
    assert!(!choose(Role::CheckBox, ruler).era_ruler);
    let wheel = choose(Role::RadioButton, "Moves through time").wheel;
    assert_eq!(wheel, Wheel::Pans);
    assert!(choose(Role::CheckBox, "Save by itself after each change").autosave);
    let style = choose(Role::RadioButton, "APA").citation_style;
    assert_eq!(style, CitationStyle::Apa);
    let size = choose(Role::RadioButton, "150 %").text_per_cent;
    assert_eq!(size, TextSize::from(150));
    window.settle();
    // The language, last, since then all names are others.
    window.click(Role::RadioButton, "日本語");
    window.click(Role::RadioButton, "暗い");
    assert_eq!(settings(&window).theme, ThemeChoice::Dark);
    window.click_button("完了");
    assert_eq!(window.workspace().session().overlay, None);
}

/// Else whoever has chosen the largest text would not find the way back.
#[test]
fn the_menu_is_in_sight_in_a_small_window_after_many_files() {
    let mut saved = Saved::default();
    saved.recent = (0..10)
        .map(|file| format!("/lessons/{file}.ron").into())
        .collect();
    // 1280×720 at 150 and at 250 per cent.
    for small in [egui::vec2(853.0, 480.0), egui::vec2(512.0, 288.0)] {
        let mut window = Window::open(Workspace::new(built_in(), saved.clone()), small);
        window.click_button("File ▾");
        let in_sight = egui::Rect::from_min_size(egui::Pos2::ZERO, small);
        let first = if small.x > 600.0 { "Save" } else { "Explore" };
        let rect = window.the(Role::Button, first).rect();
        assert!(in_sight.contains_rect(rect), "{first}: {rect:?}");
        // What is further down is a turn of the wheel away.
        let settings =
            |window: &Window| in_sight.contains_rect(window.the(Role::Button, "Settings…").rect());
        for _ in 0..20 {
            if !settings(&window) {
                window.wheel(rect.center(), egui::vec2(0.0, -40.0), Modifiers::NONE);
                window.settle();
            }
        }
        assert!(settings(&window));
        window.click_button("Settings…");
        let box_in_sight = window.the(Role::RadioButton, "English").rect();
        assert!(in_sight.contains_rect(box_in_sight), "{box_in_sight:?}");
        let done = window.the(Role::Button, "Done").rect();
        assert!(in_sight.x_range().contains(done.right()), "{done:?}");
    }
}

/// The same for the commands that are about teaching.
fn taught(command: Command, at: &Prepared) {
    let (workspace, session) = (at.window.workspace(), at.window.workspace().session());
    let lesson = workspace.presentation();
    match command {
        Command::Present => {
            let first = workspace.timeline().stories.first().map(|story| &story.id);
            assert_eq!(lesson.and_then(|lesson| lesson.story()), first);
        }
        Command::PresentHere => {
            assert_eq!(lesson.map(|lesson| &lesson.deck), Some(&Deck::Events));
            assert_eq!(at.selected(), Some(at.index));
        }
        Command::ChooseLesson => assert_eq!(session.overlay, Some(Overlay::Present)),
        Command::Quiz => {
            assert_eq!(lesson.and_then(|lesson| lesson.board), Some(Board::Quiz));
        }
        Command::Stories => assert!(session.stories),
        Command::RecordView => {}
        _ => unreachable!(),
    }
}

/// The same for the commands that are about writing.
fn written(command: Command, at: &Prepared) {
    match command {
        Command::Text => assert!(at.window.workspace().session().text),
        Command::EditMode => assert_eq!(at.window.workspace().session().mode, Mode::Edit),
        Command::AddEvent => {
            assert_eq!(at.window.workspace().session().mode, Mode::Edit);
            assert_eq!(at.window.selected(), Some("new-event"));
        }
        Command::Undo => assert_ne!(at.window.timeline().title, "Changed"),
        Command::Redo => assert_eq!(at.window.timeline().title, "Changed"),
        Command::Save | Command::SaveAs => {
            assert!(at.window.effects().contains(&Effect::PickSave));
        }
        Command::ToggleAutosave => assert!(at.window.workspace().settings().autosave),
        Command::OpenEditor => {
            let start = at.event().range.range().start;
            let place = at.window.workspace().document().position(start);
            let (line, column) = (place.line, place.column);
            assert_eq!(at.window.effects(), [Effect::OpenEditor { line, column }]);
        }
        other => panic!("{other:?} is not about writing"),
    }
}

/// A selected event is in view, wherever a step has led.
#[track_caller]
fn visible(window: &Window) {
    let walked = window
        .workspace()
        .selected()
        .filter(|_| !window.workspace().view().can_go_forward());
    if let Some((_, event)) = walked {
        let extent = event.when.extent();
        assert!(
            window.view().span().overlaps(extent)
                || window.view().span().contains(event.when.anchor())
        );
    }
}

fn centred(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    let anchor = at.event().when.anchor();
    let view = at.window.view();
    assert!((view.mid() - anchor).abs() < 1e-6 && (view.days - at.here.days).abs() < 1e-6);
    act(&mut at.window);
    let extent = at.event().when.extent();
    let fitted = at.window.view();
    assert!(
        fitted.days < view.days,
        "again: as close as the event's length suggests"
    );
    assert!(fitted.span().contains(extent.start) && fitted.span().contains(anchor));
}

fn others(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    assert_eq!(at.window.workspace().filter().others(), Others::Faded);
    act(&mut at.window);
    assert_eq!(at.window.workspace().filter().others(), Others::Hidden);
}

fn category(at: &mut Prepared, category: usize, act: &dyn Fn(&mut Window)) {
    if category < at.window.timeline().categories.len() {
        assert!(at.is_off(category));
        act(&mut at.window);
    }
    assert_eq!(
        at.window.workspace().filter().text(),
        "",
        "all are shown, as before"
    );
}

fn opened(command: Command, at: &Prepared) {
    let effect = match command {
        Command::OpenFile => Effect::PickFile,
        Command::Import => Effect::PickForeign(Foreign::Timeline),
        Command::UpdateFromTable => Effect::PickForeign(Foreign::Table),
        _ => Effect::OpenBuiltIn,
    };
    assert_eq!(at.window.effects(), [effect]);
}

fn cited(command: Command, at: &Prepared) {
    match (command, at.window.effects()) {
        (Command::CopyCitation, [Effect::Copy(text)]) => assert!(!text.is_empty()),
        (Command::CopyBibliography(style), effects) => {
            assert_eq!(effects, [Effect::Cite(None, style)]);
        }
        (_, effects) => panic!("asked for {effects:?}"),
    }
}

fn article(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    let excerpt = &at.event().excerpts[0];
    let source = &at.window.timeline().sources[excerpt.source].id;
    let open = at
        .window
        .workspace()
        .session()
        .article
        .as_ref()
        .expect("the article is open");
    assert_eq!((&open.source, open.paragraph), (source, excerpt.paragraph));
    act(&mut at.window);
    assert_eq!(at.window.workspace().session().article, None);
}

fn problems(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    assert!(at.window.workspace().session().problems);
    assert!(at.window.mentions("No problems in timeline.ron"));
    act(&mut at.window);
    assert!(!at.window.workspace().session().problems);
}

fn theme(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    assert_eq!(at.window.workspace().settings().theme, ThemeChoice::Dark);
    act(&mut at.window);
    assert_eq!(at.window.workspace().settings().theme, ThemeChoice::Light);
}

fn language(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    assert_eq!(at.window.workspace().lang(), Lang::Ja);
    assert!(at.window.says("日米関係"));
    act(&mut at.window);
    assert_eq!(at.window.workspace().lang(), Lang::En);
}

fn wheel(at: &mut Prepared, act: &dyn Fn(&mut Window)) {
    assert_eq!(at.window.workspace().settings().wheel, Wheel::Pans);
    act(&mut at.window);
    assert_eq!(at.window.workspace().settings().wheel, Wheel::Zooms);
}

/// The modifiers as a desktop reports them.
fn held(modifiers: Modifiers) -> Modifiers {
    if modifiers.command {
        modifiers | CTRL
    } else {
        modifiers
    }
}

#[test]
fn every_key_in_the_table_does_what_it_says() {
    for binding in TABLE {
        for &(modifiers, key) in binding.keys {
            check(binding.command, &|window| {
                window.press(held(modifiers), key)
            });
        }
    }
}

#[test]
fn signs_that_need_shift_on_some_keyboards_work_with_it() {
    let signs = [
        Key::Plus,
        Key::Equals,
        Key::Slash,
        Key::Questionmark,
        Key::OpenBracket,
        Key::CloseBracket,
    ];
    let bound = TABLE
        .iter()
        .flat_map(|binding| binding.keys.iter().map(move |key| (binding.command, key)));
    for (command, &(modifiers, key)) in bound.filter(|(_, (_, key))| signs.contains(key)) {
        check(command, &|window| {
            window.press(modifiers | Modifiers::SHIFT, key)
        });
    }
}

#[test]
fn every_command_can_be_had_from_the_palette_by_its_name() {
    for binding in TABLE {
        // The palette does not offer itself, nor more categories than most files have.
        if matches!(binding.command, Command::Palette | Command::Category(5..)) {
            continue;
        }
        check(binding.command, &|window| {
            window.press(CTRL | Modifiers::SHIFT, Key::P);
            let lang = window.workspace().lang();
            window.type_at_once(&binding.name.text(lang));
            window.key(Key::Enter);
        });
    }
}

#[test]
fn keys_with_other_modifiers_do_nothing() {
    for (modifiers, key) in [
        (CTRL, Key::W),
        (Modifiers::ALT, Key::W),
        (Modifiers::SHIFT, Key::W),
        (CTRL | Modifiers::SHIFT, Key::Num1),
        (Modifiers::ALT, Key::F),
    ] {
        let mut at = prepared();
        at.window.press(modifiers, key);
        assert_eq!(
            (at.window.view(), at.selected()),
            (at.here, Some(at.index)),
            "{modifiers:?} {key:?}"
        );
        assert_eq!(at.window.workspace().filter().text(), "");
    }
}

#[test]
fn the_list_of_keys_names_every_binding_with_its_keys() {
    let mut window = Window::shipped();
    window.key(Key::Questionmark);
    let texts = window.names(Role::Label);
    for binding in TABLE.iter().filter(|binding| !binding.keys.is_empty()) {
        // One line for all nine.
        let (keys, name) = match binding.command {
            Command::Category(_) => ("1 – 9".to_owned(), "Show or hide a category".to_owned()),
            _ => (keys_name(binding), binding.name.text(Lang::En)),
        };
        assert!(texts.contains(&name), "{name} is not listed");
        assert!(texts.contains(&keys), "{keys} is not listed");
    }
    window.key(Key::Escape);
    assert_eq!(window.workspace().session().overlay, None);
    assert!(
        window
            .all(Role::Label, &TABLE[0].name.text(Lang::En))
            .is_empty()
    );
    window.click_button("?: all keys");
    assert_eq!(window.workspace().session().overlay, Some(Overlay::Keys));
}

#[test]
fn under_an_overlay_keys_do_nothing_to_what_lies_behind() {
    for overlay in [Overlay::Keys, Overlay::Palette, Overlay::OpenPath] {
        let mut at = prepared();
        at.window
            .apply(Action::Panel(PanelAction::Overlay(Some(overlay))));
        for key in [
            Key::W,
            Key::A,
            Key::F,
            Key::Num0,
            Key::Num1,
            Key::ArrowRight,
            Key::CloseBracket,
            Key::T,
        ] {
            at.window.key(key);
        }
        assert_eq!(
            (at.window.view(), at.selected()),
            (at.here, Some(at.index)),
            "{overlay:?}"
        );
        assert_eq!(at.window.workspace().session().overlay, Some(overlay));
        assert_eq!(at.window.workspace().filter().text(), "");
        at.window.key(Key::Escape);
        assert_eq!(at.window.workspace().session().overlay, None, "{overlay:?}");
        assert_eq!(
            at.selected(),
            Some(at.index),
            "Esc closed the overlay and no more"
        );
    }
}

#[test]
fn a_click_beside_an_overlay_closes_it() {
    let mut at = prepared();
    for overlay in [Overlay::Keys, Overlay::Palette, Overlay::OpenPath] {
        at.window
            .apply(Action::Panel(PanelAction::Overlay(Some(overlay))));
        at.window.click_at(egui::pos2(60.0, 850.0));
        assert_eq!(at.window.workspace().session().overlay, None, "{overlay:?}");
    }
    assert_eq!(at.window.view(), at.here);
}

#[test]
fn escape_closes_one_thing_at_a_time_the_last_first() {
    let mut at = prepared();
    at.window.key(Key::R);
    at.window.key(Key::P);
    at.window.key(Key::Questionmark);
    let open = |at: &Prepared| {
        let session = at.window.workspace().session();
        let paragraph = session
            .article
            .as_ref()
            .map(|article| article.paragraph.is_some());
        (
            session.overlay.is_some(),
            session.problems,
            paragraph,
            at.selected().is_some(),
        )
    };
    let mut steps = vec![open(&at)];
    for _ in 0..6 {
        at.window.key(Key::Escape);
        steps.push(open(&at));
    }
    assert_eq!(
        steps,
        [
            (true, true, Some(true), true),
            (false, true, Some(true), true),
            (false, false, Some(true), true),
            (false, false, Some(false), true),
            (false, false, None, true),
            (false, false, None, false),
            (false, false, None, false),
        ]
    );
}

#[test]
fn steps_through_the_events_keep_to_what_the_filter_shows() {
    let mut window = Window::shipped();
    window.apply(Action::Filter(FilterAction::Set(
        "category:culture".to_owned(),
    )));
    let culture: Vec<String> = window.shown().into_iter().map(str::to_owned).collect();
    window.key(Key::Home);
    for id in &culture {
        assert_eq!(window.selected(), Some(id.as_str()));
        let (_, event) = window.workspace().selected().expect("a selection");
        assert!(
            window.view().span().contains(event.when.anchor()),
            "{id} is in view"
        );
        window.key(Key::ArrowRight);
    }
    assert_eq!(
        window.selected(),
        culture.last().map(String::as_str),
        "the last one is the end"
    );
}

#[test]
fn enter_on_something_reached_by_tab_presses_it_and_nothing_else() {
    let mut window = Window::shipped();
    window.the(EVENT, &window.name_of("pearl-harbor")).focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(window.selected(), Some("pearl-harbor"));
}
