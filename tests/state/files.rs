//! Opening files, and what is kept of them between two starts.

use std::path::{Path, PathBuf};

use transpacific::app::built_in;
use transpacific::state::{
    Action, FilterAction, Origin, Others, PanelAction, Saved, Setting, ThemeChoice, ViewAction,
};

use crate::desk::{Desk, OTHER, SMALL, file, window};

/// What a program writes at its end and reads at its next start.
fn stored(saved: &Saved) -> Saved {
    let text = ron::to_string(saved).unwrap_or_else(|error| panic!("{error}"));
    ron::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// A desk at which somebody has looked at a part of the file.
fn used() -> Desk {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1960/1970")))
        .land()
        .filter("category:top")
        .act(Action::Filter(FilterAction::Others(Others::Faded)))
        .act(Action::Setting(Setting::Theme(ThemeChoice::Dark)))
        .select("c");
    desk
}

#[test]
fn a_file_opened_again_is_as_it_was_left() {
    let mut desk = used();
    desk.load(file("/other.ron", OTHER));
    assert_eq!(
        desk.workspace.origin(),
        &Origin::File(PathBuf::from("/other.ron"))
    );
    assert_eq!(desk.workspace.timeline().title, "Other");
    assert_eq!(
        desk.seen(),
        desk.workspace.home(),
        "a new file is shown whole"
    );
    assert_eq!(desk.workspace.filter().text(), "");
    assert_eq!(desk.workspace.filter().others(), Others::Hidden);
    assert_eq!(desk.workspace.settings().theme, ThemeChoice::Dark);
    assert_eq!(desk.selected(), None);
    desk.filter("old").load(file("/small.ron", SMALL));
    assert_eq!(desk.seen(), window("1960/1970"));
    assert_eq!(desk.workspace.filter().text(), "category:top");
    assert_eq!(desk.workspace.filter().others(), Others::Faded);
    assert_eq!(desk.shown(), ["a", "c", "f"]);
    desk.load(file("/other.ron", OTHER));
    assert_eq!(desk.workspace.filter().text(), "old");
}

#[test]
fn the_next_start_takes_up_where_the_last_one_ended() {
    let saved = stored(&used().workspace.saved());
    let next = Desk::open(file("/small.ron", SMALL), saved.clone());
    assert_eq!(next.seen(), window("1960/1970"));
    assert_eq!(next.workspace.filter().text(), "category:top");
    assert_eq!(next.workspace.filter().others(), Others::Faded);
    assert_eq!(next.workspace.settings().theme, ThemeChoice::Dark);
    assert_eq!(next.selected(), None, "what was read is of the last day");
    assert_eq!(next.workspace.saved(), saved, "saving changes nothing");
    let other = Desk::open(file("/other.ron", OTHER), saved);
    assert_eq!(other.workspace.filter().text(), "");
    assert_eq!(other.workspace.settings().theme, ThemeChoice::Dark);
}

#[test]
fn the_built_in_timeline_is_remembered_too_and_is_no_recent_file() {
    let mut desk = Desk::shipped();
    desk.view(ViewAction::FlyTo(window("1971")))
        .land()
        .filter("nixon");
    desk.load(file("/other.ron", OTHER)).load(built_in());
    assert_eq!(desk.seen(), window("1971"));
    assert_eq!(desk.workspace.filter().text(), "nixon");
    assert_eq!(desk.workspace.recent(), [PathBuf::from("/other.ron")]);
}

#[test]
fn a_flight_is_kept_by_its_destination() {
    let mut desk = Desk::small();
    desk.view(ViewAction::FlyTo(window("1971")))
        .view(ViewAction::Advance(0.01));
    let saved = stored(&desk.workspace.saved());
    assert_eq!(
        Desk::open(file("/small.ron", SMALL), saved).seen(),
        window("1971")
    );
}

#[test]
fn a_view_that_shows_nothing_of_a_changed_file_is_not_taken_up() {
    let saved = used().workspace.saved();
    let changed = Desk::open(file("/small.ron", OTHER), saved);
    assert_eq!(changed.seen(), changed.workspace.home());
}

#[test]
fn recent_files_stand_newest_first_and_once() {
    let mut desk = Desk::small();
    for path in ["/b.ron", "/c.ron", "/b.ron", "/small.ron"] {
        desk.load(file(path, OTHER));
    }
    let recent: Vec<&Path> = desk
        .workspace
        .recent()
        .iter()
        .map(PathBuf::as_path)
        .collect();
    assert_eq!(recent, ["/small.ron", "/b.ron", "/c.ron"].map(Path::new));
    for number in 0..30 {
        desk.load(file(&format!("/many/{number}.ron"), OTHER));
    }
    assert_eq!(desk.workspace.recent().len(), 10);
    assert_eq!(
        desk.workspace.recent().first().map(PathBuf::as_path),
        Some(Path::new("/many/29.ron"))
    );
}

#[test]
fn hundreds_of_files_are_remembered_and_not_more() {
    let mut desk = used();
    for number in 0..400 {
        desk.load(file(&format!("/many/{number}.ron"), OTHER));
    }
    let text = ron::to_string(&desk.workspace.saved()).unwrap_or_default();
    let kept = text.matches("filter:").count();
    assert!((100..=200).contains(&kept), "{kept}");
    desk.filter("old").load(file("/one-more.ron", OTHER));
    desk.load(file("/many/399.ron", OTHER));
    assert_eq!(
        desk.workspace.filter().text(),
        "old",
        "the last ones are kept"
    );
}

#[test]
fn a_file_read_again_keeps_the_view_and_takes_what_is_new() {
    let mut desk = used();
    let revision = desk.workspace.revision();
    let changed = SMALL.replace("Gamma", "Changed");
    desk.load(file("/small.ron", &changed));
    assert_eq!(desk.seen(), window("1960/1970"));
    assert_eq!(desk.workspace.filter().text(), "category:top");
    assert!(desk.workspace.revision() > revision);
    let changed = desk.workspace.timeline().event("c");
    assert_eq!(changed.map(|event| &*event.title), Some("Changed"));
}

#[test]
fn nothing_of_the_last_document_stays_open() {
    let mut desk = used();
    desk.panel(PanelAction::OpenArticle {
        source: "book".into(),
        paragraph: None,
    })
    .view(ViewAction::FirstLane(2))
    .load(file("/other.ron", OTHER));
    let session = desk.workspace.session();
    assert!(session.article.is_none() && !session.inspector && session.selected.is_none());
    assert!(!desk.workspace.view().can_go_back());
    assert_eq!(desk.workspace.view().first_lane, 0);
}

#[test]
fn what_is_wrong_with_a_file_is_shown_at_once() {
    let mut desk = Desk::small();
    assert!(!desk.workspace.session().problems);
    desk.load(file("/broken.ron", "Timeline(events: [(id: 7)])"));
    assert!(desk.workspace.session().problems);
    desk.load(file("/other.ron", OTHER));
    assert!(!desk.workspace.session().problems);
}

#[test]
fn what_an_older_or_newer_version_kept_is_read_as_far_as_it_goes() {
    let old: Saved = ron::from_str("(settings:(theme:Dark,gone:1),recent:[\"/a.ron\"],later:[2])")
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(old.settings.theme, ThemeChoice::Dark);
    assert_eq!(old.recent, [PathBuf::from("/a.ron")]);
}

#[test]
fn a_document_without_events_can_be_opened() {
    for text in ["", "Timeline()", "Timeline(events: [])", "not a timeline"] {
        let mut desk = Desk::open(file("/empty.ron", text), Saved::default());
        desk.view(ViewAction::FitAll)
            .view(ViewAction::FitShown)
            .view(ViewAction::FirstLane(3))
            .filter("anything");
        assert!(
            desk.seen().days.is_finite() && desk.shown().is_empty(),
            "{text:?}"
        );
    }
}
