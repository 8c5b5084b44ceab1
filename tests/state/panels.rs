//! What opens, what Esc closes first, and what is asked of the outside world.

use transpacific::messages::Message;
use transpacific::state::{
    Action, Article, Effect, Overlay, PanelAction, Setting, ThemeChoice, Wheel,
};
use transpacific::time::Lang;

use crate::desk::Desk;

fn article(paragraph: Option<u32>) -> Article {
    Article {
        source: "book".into(),
        paragraph,
    }
}

#[test]
fn esc_closes_what_was_opened_last() {
    let mut desk = Desk::small();
    desk.select("b")
        .panel(PanelAction::OpenArticle {
            source: "book".into(),
            paragraph: Some(2),
        })
        .panel(PanelAction::Problems(true))
        .panel(PanelAction::Overlay(Some(Overlay::Keys)));
    let esc = |desk: &mut Desk| {
        desk.panel(PanelAction::StepBack);
        let session = desk.workspace.session();
        (
            session.overlay,
            session.problems,
            session.article.clone(),
            session.inspector,
        )
    };
    assert_eq!(esc(&mut desk), (None, true, Some(article(Some(2))), true));
    assert_eq!(esc(&mut desk), (None, false, Some(article(Some(2))), true));
    assert_eq!(esc(&mut desk), (None, false, Some(article(None)), true));
    assert_eq!(esc(&mut desk), (None, false, None, true));
    assert_eq!(desk.selected(), Some("b"));
    assert_eq!(esc(&mut desk), (None, false, None, false));
    assert_eq!(desk.selected(), None);
    assert_eq!(
        esc(&mut desk),
        (None, false, None, false),
        "nothing is left to close"
    );
}

#[test]
fn esc_lets_go_of_an_event_whose_inspector_is_closed() {
    let mut desk = Desk::small();
    desk.select("b").panel(PanelAction::CloseInspector);
    assert_eq!(
        desk.selected(),
        Some("b"),
        "closing it selects nothing else"
    );
    desk.panel(PanelAction::StepBack);
    assert_eq!(desk.selected(), None);
}

#[test]
fn selecting_opens_the_inspector_and_there_is_none_without_an_event() {
    let mut desk = Desk::small();
    desk.panel(PanelAction::OpenInspector);
    assert!(!desk.workspace.session().inspector);
    desk.select("a");
    assert!(desk.workspace.session().inspector);
    desk.panel(PanelAction::CloseInspector)
        .panel(PanelAction::OpenInspector);
    assert!(desk.workspace.session().inspector);
}

#[test]
fn a_paragraph_lights_its_events_until_it_is_chosen_again() {
    let mut desk = Desk::small();
    let light = || PanelAction::LightParagraph {
        source: "book".into(),
        paragraph: 2,
    };
    let beta = desk.workspace.timeline().event_index("b");
    desk.panel(light());
    assert_eq!(desk.workspace.session().article, Some(article(Some(2))));
    assert_eq!(desk.workspace.lit_events().first().copied(), beta);
    desk.panel(light());
    assert_eq!(desk.workspace.session().article, Some(article(None)));
    assert!(desk.workspace.lit_events().is_empty());
    desk.panel(PanelAction::LightParagraph {
        source: "no such book".into(),
        paragraph: 1,
    });
    assert!(desk.workspace.lit_events().is_empty());
}

#[test]
fn preferences_change_at_once() {
    let mut desk = Desk::small();
    desk.act(Action::Setting(Setting::Theme(ThemeChoice::Dark)))
        .act(Action::Setting(Setting::Lang(Lang::Ja.into())))
        .act(Action::Setting(Setting::Wheel(Wheel::Pans)));
    let settings = desk.workspace.settings();
    assert_eq!(settings.theme, ThemeChoice::Dark);
    assert_eq!(settings.lang, Lang::Ja.into());
    assert_eq!(settings.wheel, Wheel::Pans);
}

#[test]
fn what_is_asked_of_the_outside_world_is_handed_on_and_nothing_else_is() {
    let mut desk = Desk::small();
    let page = Effect::OpenUrl("https://example.org".to_owned());
    desk.select("a").filter("alpha");
    assert!(desk.asked.is_empty());
    desk.act(Action::Ask(page.clone()))
        .act(Action::Ask(Effect::PickFile));
    assert_eq!(desk.asked, [page, Effect::PickFile]);
}

#[test]
fn a_notice_stays_until_it_is_dismissed() {
    let mut desk = Desk::small();
    let why = Message::new("app-not-written").with("why", "the disk is full");
    let said = Some(why.clone());
    desk.act(Action::Tell(why)).select("a");
    let notice = |desk: &Desk| desk.workspace.session().notice.clone();
    assert_eq!(notice(&desk), said);
    desk.act(Action::Dismiss);
    assert_eq!(notice(&desk), None);
}
