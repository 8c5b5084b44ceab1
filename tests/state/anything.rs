//! Whatever the hand does, in whatever order.

use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::test_runner::{Config, RngSeed};

use transpacific::app::built_in;
use transpacific::messages::Message;
use transpacific::state::{
    Action, Effect, FilterAction, Others, Overlay, PanelAction, Saved, Setting, ThemeChoice,
    ViewAction, Walk, Wheel, Workspace,
};
use transpacific::time::{Lang, TimeWindow};

use crate::desk::{Desk, OTHER, SMALL, file};

fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -1e5..1e5_f64,
        2 => any::<f64>(),
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(f64::NEG_INFINITY),
        1 => Just(f64::MAX),
    ]
}

fn ids() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-fx]",
        Just("hiroshima".to_owned()),
        Just(String::new()),
        "\\PC{0,12}"
    ]
}

fn views() -> impl Strategy<Value = ViewAction> {
    let windows = || (numbers(), numbers()).prop_map(|(start, days)| TimeWindow::new(start, days));
    prop_oneof![
        numbers().prop_map(ViewAction::PanBy),
        (numbers(), numbers()).prop_map(|(day, factor)| ViewAction::ZoomAt { day, factor }),
        windows().prop_map(ViewAction::FlyTo),
        windows().prop_map(ViewAction::Set),
        Just(ViewAction::FitAll),
        Just(ViewAction::FitShown),
        Just(ViewAction::CentreSelection),
        Just(ViewAction::RevealSelection),
        Just(ViewAction::Back),
        Just(ViewAction::Forward),
        any::<f32>().prop_map(ViewAction::Advance),
        (0.0..0.5_f32).prop_map(ViewAction::Advance),
        any::<usize>().prop_map(ViewAction::FirstLane),
    ]
}

fn walks() -> impl Strategy<Value = Walk> {
    prop_oneof![
        Just(Walk::Next),
        Just(Walk::Previous),
        Just(Walk::First),
        Just(Walk::Last),
        Just(Walk::LaneAbove),
        Just(Walk::LaneBelow),
        Just(Walk::LinkForward),
        Just(Walk::LinkBack),
    ]
}

fn filters() -> impl Strategy<Value = FilterAction> {
    let queries = prop_oneof![
        "(category|actor|source|after|before|significance|has|is):[a-z0-9.<>=-]{0,8}",
        "-?\"?\\PC{0,16}",
        "category:(top|low|security),(low|trade)",
        Just("nixon".to_owned()),
    ];
    prop_oneof![
        queries.prop_map(FilterAction::Set),
        Just(FilterAction::Clear),
        Just(FilterAction::Others(Others::Faded)),
        Just(FilterAction::Others(Others::Hidden)),
    ]
}

fn panels() -> impl Strategy<Value = PanelAction> {
    let source = || {
        prop_oneof![
            Just("book".to_owned()),
            Just("sadozai-2019".to_owned()),
            ids()
        ]
    };
    let open = (source(), prop::option::of(any::<u32>()));
    prop_oneof![
        Just(PanelAction::OpenInspector),
        Just(PanelAction::CloseInspector),
        open.prop_map(|(source, paragraph)| PanelAction::OpenArticle {
            source: source.into(),
            paragraph
        }),
        (source(), 0..9_u32).prop_map(|(source, paragraph)| PanelAction::LightParagraph {
            source: source.into(),
            paragraph
        }),
        Just(PanelAction::CloseArticle),
        Just(PanelAction::Overlay(Some(Overlay::Palette))),
        Just(PanelAction::Overlay(None)),
        any::<bool>().prop_map(PanelAction::Problems),
        Just(PanelAction::StepBack),
    ]
}

fn documents() -> impl Strategy<Value = Action> {
    let texts = prop_oneof![
        Just(SMALL.to_owned()),
        Just(OTHER.to_owned()),
        Just(String::new()),
        "\\PC{0,40}",
    ];
    let read = ("/[ab]", texts).prop_map(|(path, text)| file(&path, &text));
    prop_oneof![2 => read, 1 => Just(()).prop_map(|()| built_in())]
        .prop_map(|loaded| Action::Loaded(Box::new(loaded)))
}

fn actions() -> impl Strategy<Value = Action> {
    let settings = prop_oneof![
        Just(Setting::Lang(Lang::Ja.into())),
        Just(Setting::Theme(ThemeChoice::Light)),
        Just(Setting::Wheel(Wheel::Pans)),
    ];
    prop_oneof![
        8 => views().prop_map(Action::View),
        4 => walks().prop_map(Action::Walk),
        3 => filters().prop_map(Action::Filter),
        3 => panels().prop_map(Action::Panel),
        2 => prop::option::of(ids()).prop_map(|id| Action::Select(id.map(Into::into))),
        1 => documents(),
        1 => settings.prop_map(Action::Setting),
        1 => "\\PC{0,8}".prop_map(|why| Action::Tell(Message::new("app-not-written").with("why", why))),
        1 => Just(Action::Dismiss),
    ]
}

/// Finite and within the bounds that a window has.
fn is_sane(window: TimeWindow) -> bool {
    window.start.abs() <= 4e6
        && (TimeWindow::MIN_DAYS..=TimeWindow::MAX_DAYS).contains(&window.days)
}

/// What holds of a workspace at any time.
fn is_whole(workspace: &Workspace) -> Result<(), String> {
    let view = workspace.view();
    for window in [view.window(), view.destination(), workspace.home()] {
        if !is_sane(window) {
            return Err(format!("the view is at {window:?}"));
        }
    }
    let lanes = workspace.timeline().categories.len();
    if view.first_lane >= lanes.max(1) {
        return Err(format!(
            "lane {} of {lanes} is the topmost",
            view.first_lane
        ));
    }
    let (selection, events) = (workspace.filter().selection(), &workspace.timeline().events);
    let shown: Vec<_> = selection.iter().collect();
    let ascending = shown.is_sorted_by(|a, b| a < b);
    let last = shown.last().copied().unwrap_or_default() as usize;
    if !ascending || last > events.len() || selection.in_total() != events.len() {
        return Err(format!("{selection:?} of {} events", events.len()));
    }
    if workspace.recent().len() > 10 {
        return Err(format!("{} recent files", workspace.recent().len()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(1971), ..Config::default() })]

    #[test]
    fn nothing_one_does_breaks_the_program(shipped in any::<bool>(), actions in prop::collection::vec(actions(), 0..60)) {
        let mut desk = if shipped { Desk::shipped() } else { Desk::small() };
        for action in actions {
            let told = format!("{action:?}");
            desk.act(action);
            let whole = is_whole(&desk.workspace);
            prop_assert!(whole.is_ok(), "{whole:?} after {told:.200}");
        }
        let only_watches = desk.asked.iter().all(|effect| matches!(effect, Effect::Watch(_)));
        prop_assert!(only_watches, "{:?}", desk.asked);
        let text = ron::to_string(&desk.workspace.saved()).unwrap_or_default();
        let saved = ron::from_str::<Saved>(&text);
        prop_assert_eq!(saved.as_ref().ok(), Some(&desk.workspace.saved()), "{:?} of {}", &saved, text);
    }

    /// Of two hands that do the same, both see the same.
    #[test]
    fn the_same_actions_lead_to_the_same_place(actions in prop::collection::vec(actions(), 0..30)) {
        let (mut one, mut other) = (Desk::small(), Desk::small());
        for action in actions {
            one.act(action.clone());
            other.act(action);
        }
        prop_assert_eq!(one.seen(), other.seen());
        prop_assert_eq!(one.shown(), other.shown());
        prop_assert_eq!(one.selected(), other.selected());
        prop_assert_eq!(one.workspace.saved(), other.workspace.saved());
    }
}
