//! From the canvas to the event, its evidence and its connections.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use transpacific::document::{Event, Timeline};
use transpacific::export::cite;
use transpacific::messages::Message;
use transpacific::state::{Action, CitationStyle, Effect, PanelAction, ViewAction};
use transpacific::time::{Lang, TimeWindow};
use transpacific::ui::copied_citations;

use crate::support::{Canvas, EVENT, Window, loaded};

/// The event with the most connections.
fn connected(timeline: &Timeline) -> (usize, &Event) {
    let events = timeline.events.iter().enumerate();
    events
        .max_by_key(|&(index, _)| timeline.connections(index).len())
        .expect("the file has events")
}

/// Everything that the inspector has to say of an event.
#[track_caller]
fn is_read(window: &Window, id: &str) {
    assert_eq!(window.selected(), Some(id));
    let timeline = window.timeline();
    let event = timeline.event(id).expect(id);
    let said = |text: &str| assert!(window.says(text), "the inspector does not say “{text}”");
    said(&event.title);
    said(event.title_ja.as_deref().expect("a Japanese title"));
    let mut dates = vec![event.when.display(Lang::En)];
    dates.extend(event.when.display_era());
    for side in event
        .when
        .sides_of_the_pacific(Lang::En)
        .into_iter()
        .flatten()
    {
        dates.extend(<[String; 2]>::from(side));
    }
    for date in dates {
        assert!(window.mentions(&date), "the inspector does not say {date}");
    }
    said(&timeline.categories[event.category].name);
    said(&event.summary);
    for excerpt in &event.excerpts {
        said(&format!("“{}”", excerpt.quote));
        let place = excerpt.paragraph.map(|number| format!(", ¶ {number}"));
        assert!(
            place.is_none_or(|place| window.mentions(&place)),
            "where the quotation stands"
        );
    }
}

#[test]
fn a_click_on_an_event_opens_it_with_dates_in_both_calendars_summary_and_quotation() {
    let mut window = Window::shipped();
    window.click(EVENT, &window.name_of("pearl-harbor"));
    is_read(&window, "pearl-harbor");
    let event = window.timeline().event("pearl-harbor").expect("the attack");
    assert!(!event.excerpts.is_empty());
    assert!(
        event.when.sides_of_the_pacific(Lang::En).is_some(),
        "it was 8 December in Tokyo"
    );
    assert!(window.effects().is_empty());
}

#[test]
fn every_event_can_be_read_from_its_name_on_the_canvas() {
    let mut window = Window::shipped();
    let ids: Vec<_> = window
        .timeline()
        .events
        .iter()
        .map(|event| event.id.clone())
        .collect();
    let mut crowded = 0;
    for id in ids {
        let name = window.name_of(&id);
        window.apply(Action::View(ViewAction::FitAll));
        if window.all(EVENT, &name).is_empty() {
            // Too close to others in the whole view, and by itself within a year.
            crowded += 1;
            let day = window
                .timeline()
                .event(&id)
                .expect("it is there")
                .when
                .anchor();
            let around = TimeWindow::new(day - 180.0, 360.0);
            window.apply(Action::View(ViewAction::Set(around)));
        }
        window.the(EVENT, &name).click_accesskit();
        window.settle();
        is_read(&window, &id);
    }
    assert!(crowded > 0, "some stand close together");
}

/// Names and middles of the marks without a name that stand alone.
fn lonely_ticks(window: &Window) -> Vec<(String, egui::Pos2)> {
    let ids = window
        .timeline()
        .events
        .iter()
        .map(|event| window.name_of(&event.id));
    let all: Vec<_> = ids
        .filter_map(|name| {
            let rect = window.all(EVENT, &name).pop()?.rect();
            Some((name, rect))
        })
        .collect();
    let alone = |(name, rect): &(String, egui::Rect)| {
        rect.width() < 8.0
            && !all
                .iter()
                .any(|(other, at)| other != name && at.expand(6.0).intersects(*rect))
    };
    let ticks = all.iter().filter(|tick| alone(tick));
    ticks
        .map(|(name, rect)| (name.clone(), rect.center()))
        .collect()
}

#[test]
fn an_event_that_is_only_a_tick_can_be_clicked_too() {
    let mut window = Window::shipped();
    let ticks = lonely_ticks(&window);
    assert!(
        ticks.len() > 2,
        "not everything has room for its name: {ticks:?}"
    );
    for (name, at) in ticks {
        window.click_at(at);
        let (_, event) = window
            .workspace()
            .selected()
            .expect("something is selected");
        assert_eq!(window.name_of(&event.id), name);
        window.apply(Action::Select(None));
    }
}

#[test]
fn a_connected_event_is_a_click_away_and_comes_into_view() {
    let mut window = Window::shipped();
    let (index, event) = connected(window.timeline());
    let (id, anchor) = (event.id.clone(), event.when.anchor());
    let connections = window.timeline().connections(index);
    assert!(
        connections.iter().any(|one| one.other < index),
        "something led to it"
    );
    assert!(
        connections.iter().any(|one| one.other > index),
        "it led to something"
    );
    for connection in connections {
        window.select(&id);
        window.apply(Action::View(ViewAction::Set(TimeWindow::new(
            anchor - 20.0,
            40.0,
        ))));
        let other = &window.timeline().events[connection.other];
        let (title, other_id) = (other.title.clone(), other.id.clone());
        window.the(Role::Link, &title).scroll_to_me();
        window.settle();
        window.click(Role::Link, &title);
        is_read(&window, &other_id);
        let other = &window.timeline().events[connection.other];
        assert!(
            window.view().span().contains(other.when.anchor()),
            "{title} is in view"
        );
        let area = window.canvas().area;
        let mark = window.the(EVENT, &window.name_of(&other_id)).rect();
        assert!(area.contains_rect(mark), "{title} is on the canvas");
    }
}

#[test]
fn a_connection_says_of_which_kind_it_is_to_a_screen_reader_too() {
    let text = r#"Timeline(title: "T", events: [
        (id: "a", when: "1971", title: "Cause", links: [(to: "b", kind: LedTo)]),
        (id: "b", when: "1972", title: "Effect"),
    ])"#;
    let mut window = Window::of(text);
    window.select("a");
    assert!(window.says("led to, 1 year after"));
    window.select("b");
    assert!(window.says("result of, 1 year before"));
}

#[test]
fn the_inspector_steps_through_time_and_closes() {
    let mut window = Window::shipped();
    let ids: Vec<_> = window
        .timeline()
        .events
        .iter()
        .take(3)
        .map(|event| event.id.clone())
        .collect();
    window.select(&ids[1]);
    window.click_button("Next ›");
    is_read(&window, &ids[2]);
    window.click_button("‹ Previous");
    window.click_button("‹ Previous");
    is_read(&window, &ids[0]);
    window.click_button("Close the event");
    assert!(!window.workspace().session().inspector);
    assert!(!window.says("Connected events"));
}

#[test]
fn an_actor_in_the_inspector_leaves_only_that_actors_events() {
    let mut window = Window::shipped();
    window.select("perry-arrives");
    window.click_button("Matthew C. Perry");
    let perry = window
        .timeline()
        .actors
        .iter()
        .position(|actor| &*actor.id == "perry")
        .expect("Perry");
    let events = window.timeline().events.iter();
    let wanted: Vec<_> = events
        .filter(|event| event.actors.contains(&perry))
        .map(|event| &*event.id)
        .collect();
    assert_eq!(window.shown(), wanted);
}

/// What has been put on the clipboard so far.
fn copied(window: &Window) -> Vec<&str> {
    let effects = window.effects().iter();
    let texts = effects.filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

fn scroll_to(window: &mut Window, button: &str) {
    window.the(Role::Button, button).scroll_to_me();
    window.settle();
}

#[test]
fn the_citations_of_an_event_are_copied_in_the_style_that_was_chosen_last() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    scroll_to(&mut window, "Copy citation (Chicago)");
    window.click_button("Copy citation (Chicago)");
    let timeline = window.timeline();
    let event = timeline.event_index("plaza-accord").expect("the accord");
    let cited = |style| cite::of_event(timeline, event, style, Lang::En);
    let (chicago, bibtex) = (cited(CitationStyle::Chicago), cited(CitationStyle::BibTex));
    for source in timeline.events[event].sources.iter() {
        assert!(bibtex.contains(&timeline.sources[source].title));
    }
    assert_eq!(copied(&window), [&*chicago]);
    assert!(window.mentions("Copied the citation") && window.mentions(", Chicago"));
    window.click_button("Copy in another style");
    window.click_button("BibTeX");
    assert_eq!(copied(&window), [&*chicago, &*bibtex]);
    assert!(window.mentions(", BibTeX"));
    window.select("nixon-shock-dollar");
    scroll_to(&mut window, "Copy citation (BibTeX)");
    window.the(Role::Button, "Copy citation (BibTeX)").focus();
    window.settle();
    window.key(egui::Key::Enter);
    let last = copied(&window).last().copied().expect("a third text");
    assert!(last.starts_with('@'), "by the keyboard too: {last}");
}

#[test]
fn an_event_without_sources_has_nothing_to_cite() {
    let text = r#"Timeline(categories: [(id: "c", name: "C")],
        events: [(id: "e", when: "1971", title: "E", category: "c")])"#;
    let mut window = Window::of(text);
    window.select("e");
    assert!(window.says("E") && !window.has(Role::Button, "Copy citation"));
}

#[test]
fn what_takes_a_while_to_cite_comes_to_the_clipboard_by_and_by() {
    let mut window = Window::shipped();
    let asked = Effect::Cite(None, CitationStyle::Mla);
    window.apply(Action::Ask(asked));
    assert!(window.mentions("Writing the citations"));
    let all = copied_citations(window.timeline(), None, CitationStyle::Mla, Lang::En);
    let Action::Copy { text, .. } = &all else {
        panic!("{all:?}");
    };
    let count = window.timeline().sources.len();
    assert_eq!(text.split("\n\n").count(), count);
    window.apply(all);
    assert!(window.mentions(&format!("Copied the bibliography of {count} sources, MLA")));
}

/// The buttons of the sources of the selected event that lead to the web.
fn source_buttons(window: &Window) -> Vec<String> {
    let buttons = window.names(Role::Button).into_iter();
    buttons.filter(|name| name.ends_with('↗')).collect()
}

#[test]
fn a_source_opens_its_page_in_the_browser() {
    let mut window = Window::shipped();
    window.select("plaza-accord");
    let timeline = window.timeline();
    let event = timeline.event("plaza-accord").expect("the accord");
    let urls: Vec<_> = event
        .sources
        .iter()
        .filter_map(|source| timeline.sources[source].url.clone())
        .collect();
    let buttons = source_buttons(&window);
    assert_eq!(buttons.len(), urls.len());
    for button in buttons {
        window.click_button(&button);
    }
    let asked: Vec<_> = urls.into_iter().map(Effect::OpenUrl).collect();
    assert_eq!(window.effects(), asked);
}

#[test]
fn no_source_leads_anywhere_but_to_the_web() {
    let addresses = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\\nscript:alert(1)",
        "data:text/html,<b>x</b>",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://example.org/fine",
    ];
    let sources: String = (0..)
        .zip(addresses)
        .map(|(number, url)| {
            format!(r#"(id: "s{number}", title: "Source {number}", url: "{url}"),"#)
        })
        .collect();
    let cited: String = (0..addresses.len())
        .map(|number| format!(r#""s{number}","#))
        .collect();
    let text = format!(
        r#"Timeline(title: "T", sources: [{sources}],
        events: [(id: "a", when: "1971", title: "A", sources: [{cited}])])"#
    );
    let mut window = Window::of(&text);
    window.select("a");
    for number in 0..addresses.len() {
        let name = format!("Source {number}");
        assert!(
            window.has(Role::Label, &name) || window.has(Role::Button, &name),
            "a source without a page is still named"
        );
    }
    let inspector = window.canvas().area.right();
    let buttons = window.root().children_recursive();
    let buttons = buttons.filter(|node| node.accesskit_node().role() == Role::Button);
    let names: Vec<_> = buttons
        .filter(|node| node.rect().left() > inspector && node.rect().top() > 110.0)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|name| name.contains("Source"))
        .collect();
    for name in names {
        window.click_button(&name);
    }
    let fine = Effect::OpenUrl("https://example.org/fine".to_owned());
    assert_eq!(window.effects(), [fine]);
}

/// Events that quote this paragraph.
fn quoting(timeline: &Timeline, source: usize, paragraph: u32) -> Vec<usize> {
    let events = timeline.events.iter().enumerate();
    let quotes = |event: &Event| {
        let mut excerpts = event.excerpts.iter();
        excerpts.any(|one| one.source == source && one.paragraph == Some(paragraph))
    };
    events
        .filter(|(_, event)| quotes(event))
        .map(|(index, _)| index)
        .collect()
}

/// What a paragraph is called.
fn paragraph_name(timeline: &Timeline, source: usize, paragraph: u32) -> String {
    let excerpts = timeline.events.iter().flat_map(|event| &event.excerpts);
    let count = excerpts
        .filter(|one| one.source == source && one.paragraph == Some(paragraph))
        .count();
    format!("Paragraph {paragraph}, {count} excerpts")
}

#[test]
fn a_quotation_leads_to_its_paragraph_in_the_article() {
    let mut window = Window::shipped();
    let late = window.timeline().events.iter().rev().find(|event| {
        let mut excerpts = event.excerpts.iter();
        excerpts.any(|excerpt| excerpt.paragraph.is_some())
    });
    let event = late.expect("an event with an excerpt");
    let (id, excerpt) = (event.id.clone(), event.excerpts[0].clone());
    let index = window.timeline().event_index(&id).expect("its index");
    window.select(&id);
    window.click_button("Show in the article");
    let article = window
        .workspace()
        .session()
        .article
        .clone()
        .expect("the article is open");
    assert_eq!(article.source, window.timeline().sources[excerpt.source].id);
    assert_eq!(article.paragraph, excerpt.paragraph);
    assert!(window.workspace().lit_events().contains(&index));
    let paragraph = excerpt.paragraph.expect("a paragraph");
    let name = paragraph_name(window.timeline(), excerpt.source, paragraph);
    assert!(
        window.is_on(Role::Button, &name),
        "the paragraph is pointed out"
    );
    let rect = window.the(Role::Button, &name).rect();
    assert!(
        rect.top() > 60.0 && rect.bottom() < 900.0,
        "it is in sight: {rect:?}"
    );
    let gist = &window.timeline().sources[excerpt.source].gists[paragraph as usize - 1];
    assert!(window.mentions(gist));
    window.click_button("Close the article");
    assert_eq!(window.workspace().session().article, None);
}

#[test]
fn a_click_on_a_paragraph_lights_its_events_and_another_click_stops_it() {
    let mut window = Window::shipped();
    window.click_button("Article");
    let source = window
        .workspace()
        .session()
        .article
        .clone()
        .expect("an article")
        .source;
    let source = window
        .timeline()
        .sources
        .iter()
        .position(|one| one.id == source)
        .expect("it");
    for paragraph in 1..=2 {
        let name = paragraph_name(window.timeline(), source, paragraph);
        let corner = window.the(Role::Button, &name).rect().left_top() + egui::vec2(14.0, 12.0);
        window.click_at(corner);
        let lit = quoting(window.timeline(), source, paragraph);
        assert!(!lit.is_empty(), "the test needs a paragraph that is quoted");
        assert_eq!(window.workspace().lit_events(), lit);
        assert!(window.is_on(Role::Button, &name));
        window.click_at(corner);
        assert_eq!(window.workspace().lit_events(), Vec::<usize>::new());
        assert!(!window.is_on(Role::Button, &name));
    }
}

#[test]
fn the_events_that_a_passage_stands_in_are_named_under_it_and_can_be_opened() {
    let mut window = Window::shipped();
    window.click_button("Article");
    let source = window
        .workspace()
        .session()
        .article
        .clone()
        .expect("an article")
        .source;
    let timeline = window.timeline();
    let source = timeline
        .sources
        .iter()
        .position(|one| one.id == source)
        .expect("it");
    let event = &timeline.events[quoting(timeline, source, 1)[0]];
    let (id, title) = (event.id.clone(), event.title.clone());
    window.click_button(&title);
    is_read(&window, &id);
    assert!(
        window.workspace().session().article.is_some(),
        "the article stays open"
    );
    let anchor = window.timeline().event(&id).expect("it").when.anchor();
    assert!(window.view().span().contains(anchor));
}

#[test]
fn an_article_that_lies_beside_the_file_is_shown_in_full_and_a_missing_one_says_why() {
    let text = r#"Timeline(title: "T", sources: [
        (id: "s", title: "Work", text: "work.txt"), (id: "gone", title: "Lost work", text: "gone.txt"),
    ], events: [(id: "a", when: "1971", title: "A",
        excerpts: [(source: "s", paragraph: 2, quote: "words of the second")])])"#;
    let mut loaded = loaded(text);
    let work =
        "Title of the work\n\nThe first paragraph.\n\nAll the words of the second paragraph.";
    loaded.articles.insert(0, Ok(work.to_owned()));
    loaded.articles.insert(
        1,
        Err(Message::new("files-forbidden").with("path", "gone.txt")),
    );
    let mut window = Window::of("Timeline()");
    window.apply(Action::Loaded(Box::new(loaded)));
    window.select("a");
    window.click_button("Show in the article");
    assert!(window.mentions("The first paragraph."));
    assert!(window.mentions("All the words of the second paragraph."));
    assert!(window.is_on(Role::Button, "Paragraph 2, 1 excerpts"));
    let gone = PanelAction::OpenArticle {
        source: "gone".into(),
        paragraph: None,
    };
    window.apply(Action::Panel(gone));
    assert!(window.says("no permission to read this file: gone.txt"));
}

#[test]
fn a_click_on_an_era_flies_to_it() {
    let mut window = Window::shipped();
    let era = window
        .timeline()
        .eras
        .iter()
        .find(|era| era.title == "Occupation")
        .expect("an era");
    let (name, extent) = (
        format!("{}, {}", era.title, era.when.display(Lang::En)),
        era.when.finite_extent().expect("an extent"),
    );
    window.click_button(&name);
    let view = window.view();
    assert!(view.start < extent.start && extent.end < view.end());
    assert!(view.days < extent.days() * 1.5, "and shows little else");
    let Canvas { area, .. } = window.canvas();
    assert!(window.the(Role::Button, &name).rect().width() > area.width() / 2.0);
}
