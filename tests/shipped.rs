//! The timeline that ships: what its readers and the people who check its facts count on.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::{FontRef, MetadataProvider as _};

use transpacific::app::built_in;
use transpacific::document::{
    Articles, Document, Event, LinkKind, Shows, Source, Timeline, review,
};
use transpacific::scene::{Face, font_bytes};
use transpacific::state::{Action, FilterAction, Saved, Workspace};
use transpacific::time::{Lang, When};

/// The article that the timeline began with, and how many paragraphs it has.
const ARTICLE: (&str, u32) = ("sadozai-2019", 8);

fn document() -> Document {
    Document::clone(built_in().document())
}

fn timeline() -> Timeline {
    document().timeline
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// How many of the works that an event cites are from different places.
fn places_that_tell(timeline: &Timeline, event: &Event) -> usize {
    let sources = event
        .sources
        .iter()
        .filter_map(|index| timeline.sources.get(index));
    let place = |source: &Source| {
        let author = source.author.as_deref().unwrap_or(&source.title);
        author.to_owned()
    };
    sources.map(place).collect::<BTreeSet<_>>().len()
}

/// The ids of the events that break a rule.
fn breaking(timeline: &Timeline, keeps: impl Fn(&Event) -> bool) -> Vec<&str> {
    let events = timeline.events.iter().filter(|event| !keeps(event));
    events.map(|event| &*event.id).collect()
}

#[test]
fn it_is_read_without_a_complaint() {
    let document = document();
    let told: Vec<String> = document
        .diagnostics
        .iter()
        .map(|diagnostic| document.render(diagnostic, Lang::En))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(document.faithful);
    assert_eq!(document.timeline.categories.len(), 4);
}

#[test]
fn an_editor_has_nothing_to_ask() {
    let document = document();
    let remarks: Vec<String> = review(&document, &Articles::new())
        .iter()
        .map(|remark| document.render(remark, Lang::En))
        .collect();
    assert!(remarks.is_empty(), "{}", remarks.join("\n"));
}

#[test]
fn the_whole_history_is_told_and_all_sides_of_it() {
    let timeline = timeline();
    let count = timeline.events.len();
    assert!(count >= 180, "{count} events");
    let turning_points = timeline
        .events
        .iter()
        .filter(|event| event.significance == 5);
    let turning_points = turning_points.count();
    assert!(
        (12..=18).contains(&turning_points),
        "{turning_points} fives"
    );
    for (index, category) in timeline.categories.iter().enumerate() {
        let of_it = timeline
            .events
            .iter()
            .filter(|event| event.category == index);
        let share = of_it.count() as f64 / count as f64;
        assert!((0.18..0.35).contains(&share), "{}: {share}", category.id);
    }
    for era in &timeline.eras {
        let span = era.when.extent();
        let of_it = timeline
            .events
            .iter()
            .filter(|event| span.contains(event.when.anchor()));
        assert!(of_it.count() >= 10, "{}", era.title);
    }
}

#[test]
fn every_event_can_be_read_in_both_languages_and_against_a_source() {
    let timeline = timeline();
    let japanese = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let none: Vec<&str> = Vec::new();
    assert_eq!(
        breaking(&timeline, |event| japanese(event.title_ja.as_deref())),
        none
    );
    assert_eq!(
        breaking(&timeline, |event| places_that_tell(&timeline, event) >= 2),
        none,
        "a date is checked in two places"
    );
    assert_eq!(breaking(&timeline, |event| !event.actors.is_empty()), none);
    assert_eq!(
        breaking(&timeline, |event| (15..=80)
            .contains(&words(&event.summary))),
        none,
        "a summary has 15 to 80 words"
    );
    assert_eq!(
        breaking(&timeline, |event| event.title.chars().count() <= 40),
        none,
        "a title fits a lane"
    );
    assert!(
        timeline
            .categories
            .iter()
            .all(|known| japanese(known.name_ja.as_deref()))
    );
    assert!(
        timeline
            .actors
            .iter()
            .all(|known| japanese(known.name_ja.as_deref()))
    );
    assert!(
        timeline
            .eras
            .iter()
            .all(|known| japanese(known.title_ja.as_deref()))
    );
    assert!(
        timeline
            .series
            .iter()
            .all(|known| japanese(known.title_ja.as_deref()))
    );
    assert!(
        timeline
            .stories
            .iter()
            .all(|known| japanese(known.title_ja.as_deref()))
    );
}

#[test]
fn every_source_can_be_looked_up_or_says_where_it_is_from() {
    let timeline = timeline();
    for source in &timeline.sources {
        assert!(!source.title.trim().is_empty(), "{}", source.id);
        let web = source
            .url
            .as_deref()
            .is_none_or(|url| url.starts_with("https://") || url.starts_with("http://"));
        assert!(web, "{}: {:?}", source.id, source.url);
        let found = source.url.is_some() || source.author.is_some();
        assert!(found, "{} has neither author nor address", source.id);
    }
    let mut used: BTreeSet<usize> = BTreeSet::new();
    for event in &timeline.events {
        used.extend(event.sources.iter());
        used.extend(event.excerpts.iter().map(|excerpt| excerpt.source));
    }
    for (index, source) in timeline.sources.iter().enumerate() {
        let of_series = timeline.series.iter().any(|series| {
            let from = series.source.as_deref();
            from.is_some_and(|from| from.contains(&*source.id))
        });
        assert!(
            used.contains(&index) || of_series,
            "nothing cites {}",
            source.id
        );
    }
}

#[test]
fn quotations_are_short_and_say_where_they_stand() {
    let timeline = timeline();
    for event in &timeline.events {
        for excerpt in &event.excerpts {
            let count = words(&excerpt.quote);
            assert!((1..=25).contains(&count), "{}: {count} words", event.id);
            let has_paragraphs = timeline
                .sources
                .get(excerpt.source)
                .is_some_and(|source| !source.gists.is_empty());
            assert!(
                excerpt.paragraph.is_some() || !has_paragraphs,
                "{}: which paragraph?",
                event.id
            );
        }
    }
}

#[test]
fn what_is_contested_is_told_from_more_sides_than_one() {
    let timeline = timeline();
    for id in [
        "shimonoseki",
        "alien-land-law",
        "executive-order-9066",
        "tokyo-firebombing",
        "hiroshima",
        "tokyo-tribunal",
        "lucky-dragon",
        "anpo-protests",
        "whaling-pelly",
        "enola-gay-exhibit",
        "comfort-women-agreement",
        "okinawa-referendum",
    ] {
        let excerpts = timeline.event(id).map(|event| &event.excerpts);
        let stances: BTreeSet<u8> = excerpts
            .into_iter()
            .flatten()
            .map(|excerpt| excerpt.stance as u8)
            .collect();
        assert!(stances.len() > 1, "{id}");
    }
}

#[test]
fn chains_of_cause_and_answer_can_be_walked() {
    let timeline = timeline();
    for (from, to) in [
        ("perry-arrives", "treaty-of-kanagawa"),
        ("perry-arrives", "unequal-treaties-end"),
        ("manchuria-1931", "japan-leaves-league"),
        ("scrap-iron-embargo", "pearl-harbor"),
        ("oil-embargo", "pearl-harbor"),
        ("saipan", "tokyo-firebombing"),
        ("potsdam-declaration", "surrender-signed"),
        ("sato-nixon-1969", "okinawa-reversion"),
        ("nixon-shock-dollar", "plaza-accord"),
        ("okinawa-1995", "henoko-landfill"),
        ("tpp-signed", "reciprocal-tariffs-2025"),
        ("tpp-signed", "supreme-court-tariffs"),
    ] {
        assert!(is_walkable(&timeline, from, to), "{from} to {to}");
    }
}

/// Whether links lead from one event to another, each step to something that answers, follows or comes of the last.
fn is_walkable(timeline: &Timeline, from: &str, to: &str) -> bool {
    let (Some(from), Some(to)) = (timeline.event_index(from), timeline.event_index(to)) else {
        return false;
    };
    let (mut reached, mut next) = (BTreeSet::from([from]), vec![from]);
    while let Some(event) = next.pop() {
        for connection in timeline.connections(event) {
            let goes_on = match connection.kind {
                LinkKind::LedTo | LinkKind::AmendedBy | LinkKind::ReplacedBy => connection.outgoing,
                LinkKind::ResponseTo | LinkKind::Follows | LinkKind::Recalls => {
                    !connection.outgoing
                }
                LinkKind::PartOf | LinkKind::SeeAlso => false,
            };
            if goes_on && reached.insert(connection.other) {
                next.push(connection.other);
            }
        }
    }
    reached.contains(&to)
}

#[test]
fn the_readme_counts_what_is_there() {
    let readme = include_str!("../README.md");
    let timeline = timeline();
    let row = |holds: &dyn Fn(&Event) -> bool| {
        let events: Vec<&Event> = timeline
            .events
            .iter()
            .filter(|event| holds(event))
            .collect();
        let in_lane = |lane: usize| events.iter().filter(|event| event.category == lane).count();
        let lanes = (0..timeline.categories.len()).map(|lane| in_lane(lane).to_string());
        let cells: Vec<String> = lanes.chain([events.len().to_string()]).collect();
        cells.join(" | ")
    };
    for era in &timeline.eras {
        let span = era.when.extent();
        let cells = row(&|event| span.contains(event.when.anchor()));
        let line = format!("| {} |", cells);
        let told = readme
            .lines()
            .find(|line| line.starts_with(&format!("| {} |", era.title)));
        assert!(
            told.is_some_and(|told| told.ends_with(&line)),
            "{}: {line} and not {told:?}",
            era.title
        );
    }
    let all = format!("| all | | {} |", row(&|_| true));
    assert!(readme.contains(&all), "{all}");
    let links: usize = timeline
        .events
        .iter()
        .map(|event| event.links.iter().count())
        .sum();
    let quotations: usize = timeline
        .events
        .iter()
        .map(|event| event.excerpts.iter().count())
        .sum();
    for said in [
        format!("{} events", timeline.events.len()),
        format!("({} in all", timeline.sources.len()),
        format!("{links} links"),
        format!("{quotations} short quotations"),
    ] {
        assert!(readme.contains(&said), "{said}");
    }
}

#[test]
fn lessons_are_of_a_lessons_length() {
    let timeline = timeline();
    assert_eq!(timeline.stories.len(), 4);
    for story in &timeline.stories {
        assert!((8..=12).contains(&story.steps.len()), "{}", story.id);
        for step in &story.steps {
            let note = step.note.as_deref().unwrap_or_default();
            assert!(note.contains('?'), "{}: a note asks: {note}", story.id);
        }
    }
}

#[test]
fn every_paragraph_of_the_article_leads_to_an_event() {
    let timeline = timeline();
    let (id, paragraphs) = ARTICLE;
    let article = timeline.sources.iter().position(|source| &*source.id == id);
    let gists = article.and_then(|index| timeline.sources.get(index));
    assert_eq!(
        gists.map(|source| source.gists.len()),
        Some(paragraphs as usize)
    );
    let quoted: BTreeSet<u32> = timeline
        .events
        .iter()
        .flat_map(|event| &event.excerpts)
        .filter(|excerpt| Some(excerpt.source) == article)
        .filter_map(|excerpt| excerpt.paragraph)
        .collect();
    assert_eq!(quoted, (1..=paragraphs).collect());
}

#[test]
fn the_turning_points_are_there_under_their_dates() {
    let timeline = timeline();
    let turning_points = [
        ("1941-12-07", "Pearl Harbor"),
        ("1945-08-06", "Hiroshima"),
        ("1945-08-09", "Nagasaki"),
        ("1945-08-15", "surrender"),
        ("1945-09-02", "Surrender signed"),
        ("1951-09-08", "Peace Treaty"),
        ("1951-09-08", "Security Treaty"),
        ("1960-01-19", "Mutual Cooperation"),
        ("1971-07-15", "China"),
        ("1971-08-15", "dollar"),
        ("2014-07-01", "Article 9"),
        ("2015-09-19", "Security legislation"),
        ("2016-02-04", "TPP signed"),
        ("2017-01-20", "Trump"),
        ("2017-01-23", "withdraws from TPP"),
        ("2018-03-08", "Steel"),
        ("2018-03-08", "CPTPP"),
        ("2018-05-23", "tariff on cars"),
        ("2018-06-12", "Singapore"),
        ("2018-07-17", "EU–Japan"),
        ("2018-10-25", "Beijing"),
        ("2019-02-27", "Hanoi"),
        ("2019-02-28", "Hanoi"),
        ("2020-11-15", "RCEP"),
    ];
    for (day, title) in turning_points {
        let days = day.parse::<When>().map(|when| when.extent());
        let days = days.unwrap_or_else(|error| panic!("{error}"));
        let found = timeline
            .events
            .iter()
            .any(|event| event.title.contains(title) && event.when.extent().overlaps(days));
        assert!(found, "no {title:?} on {day}");
    }
}

#[test]
fn events_of_one_day_are_dated_to_the_day() {
    let timeline = timeline();
    let dates = [
        ("hiroshima", "1945-08-06"),
        ("war-ends", "1945-08-15"),
        ("surrender-signed", "1945-09-02"),
        ("security-treaty-1960", "1960-01-19"),
        ("nixon-shock-dollar", "1971-08-15"),
        ("article-9-reinterpretation", "2014-07-01"),
        ("security-legislation", "2015-09-19"),
        ("tpp-signed", "2016-02-04"),
        ("us-withdraws-tpp", "2017-01-23"),
        ("cptpp-signed", "2018-03-08"),
        ("eu-japan-epa", "2018-07-17"),
        ("singapore-summit", "2018-06-12"),
        ("hanoi-summit", "2019-02-27/2019-02-28"),
    ];
    for (id, date) in dates {
        let event = timeline.event(id);
        assert_eq!(event.map(|event| event.when.text()), Some(date), "{id}");
    }
}

#[test]
fn a_moment_is_shown_on_both_sides_of_the_pacific() {
    let timeline = timeline();
    for (id, washington, tokyo) in [
        ("pearl-harbor", "7 December", "8 December"),
        ("nixon-shock-china", "15 July", "16 July"),
    ] {
        let event = timeline.event(id);
        let sides = event.and_then(|event| event.when.sides_of_the_pacific(Lang::En));
        let [(_, west), (_, east)] = sides.unwrap_or_default();
        assert!(west.contains(washington), "{id}: {west}");
        assert!(east.contains(tokyo), "{id}: {east}");
    }
}

#[test]
fn links_lead_to_other_events_and_causes_come_first() {
    let timeline = timeline();
    let mut links = 0;
    for (from, event) in timeline.events.iter().enumerate() {
        let mut met: BTreeSet<(usize, LinkKind)> = BTreeSet::new();
        for link in &event.links {
            let other = timeline.events.get(link.to);
            let other = other.unwrap_or_else(|| panic!("{}: a link to nothing", event.id));
            let told = format!("{} {:?} {}", event.id, link.kind, other.id);
            assert!(link.to != from, "{told}");
            assert!(met.insert((link.to, link.kind)), "{told}: twice");
            let (here, there) = (event.when.extent().start, other.when.extent().start);
            let in_order = match link.kind {
                LinkKind::LedTo | LinkKind::AmendedBy | LinkKind::ReplacedBy => here <= there,
                LinkKind::ResponseTo | LinkKind::Follows | LinkKind::Recalls => there <= here,
                LinkKind::PartOf | LinkKind::SeeAlso => true,
            };
            assert!(in_order, "{told}: against the order of time");
            links += 1;
        }
    }
    assert!(links >= 150, "{links} links");
}

#[test]
fn eras_follow_one_another_without_overlapping() {
    let timeline = timeline();
    assert!(timeline.eras.len() >= 5);
    for pair in timeline.eras.windows(2) {
        if let [one, next] = pair {
            let (end, start) = (one.when.extent().end, next.when.extent().start);
            assert!(end <= start, "{} and {}", one.title, next.title);
        }
    }
}

#[test]
fn figures_stand_in_order_and_once_for_each_date() {
    for series in &timeline().series {
        assert!(
            series.points.len() > 1 && series.source.is_some(),
            "{}",
            series.id
        );
        let dates: Vec<f64> = series
            .points
            .iter()
            .map(|point| point.when.anchor())
            .collect();
        assert!(dates.is_sorted_by(|a, b| a < b), "{}", series.id);
    }
}

#[test]
fn each_step_of_a_lesson_shows_its_event() {
    let timeline = timeline();
    for story in &timeline.stories {
        assert!(!story.steps.is_empty(), "{}", story.id);
        for (number, step) in story.steps.iter().enumerate() {
            let told = format!("{}, step {}", story.id, number + 1);
            let note = step.note.as_deref().unwrap_or_default();
            assert!(!note.is_empty(), "{told}: a note for the teacher");
            let named = step.event.iter().chain(&step.events);
            for event in named.filter_map(|&event| timeline.events.get(event)) {
                let Some(window) = &step.window else { continue };
                let seen = window.extent().contains(event.when.anchor());
                assert!(seen, "{told}: {} is out of view", event.id);
            }
        }
    }
}

/// How many minutes a lesson may take.
const LESSON: std::ops::RangeInclusive<u32> = 35..=55;

#[test]
fn lessons_show_all_that_a_step_can() {
    let timeline = timeline();
    let steps = || timeline.stories.iter().flat_map(|story| &story.steps);
    for show in [
        Shows::Event,
        Shows::Window,
        Shows::Links,
        Shows::Series,
        Shows::Excerpt,
    ] {
        let count = steps().filter(|step| step.shows() == show).count();
        assert!(count >= 3, "{count} steps show {show:?}");
    }
    for step in steps() {
        let both = step.title.is_some() == step.title_ja.is_some();
        assert!(both, "{:?} in both languages", step.title);
    }
    let written = |what: &str| {
        let notes = steps().filter_map(|step| step.note.as_deref());
        notes.filter(|note| note.contains(what)).count()
    };
    assert!(written("**") >= 10 && written("\n- ") >= 10);
    for story in &timeline.stories {
        let seconds: Option<u32> = story.steps.iter().map(|step| step.seconds).sum();
        let minutes = seconds.map(|seconds| seconds / 60);
        assert!(
            minutes.is_some_and(|minutes| LESSON.contains(&minutes)),
            "{}: {minutes:?} minutes",
            story.id
        );
    }
}

#[test]
fn what_a_step_names_stands_in_its_search() {
    let timeline = timeline();
    let mut workspace = Workspace::new(built_in(), Saved::default());
    let steps = timeline.stories.iter().flat_map(|story| &story.steps);
    let mut count = 0;
    for step in steps {
        let Some(filter) = &step.filter else { continue };
        count += 1;
        let set = FilterAction::Set(filter.clone());
        assert_eq!(workspace.apply(Action::Filter(set)), [], "searched at once");
        let shown = workspace.filter().selection();
        for &index in step.event.iter().chain(&step.events) {
            let Some(event) = timeline.events.get(index) else {
                continue;
            };
            let is_shown = shown.contains(index, event.category);
            assert!(is_shown, "{} in the search {filter}", event.id);
        }
    }
    assert!(count >= 2, "{count} steps with a search");
}

#[test]
fn the_fonts_have_every_letter_of_it() {
    let document = document();
    let mut written = String::clone(&document.text);
    for event in &document.timeline.events {
        written.push_str(&event.when.display(Lang::Ja));
        written.push_str(&event.when.display(Lang::En));
        written.push_str(&event.when.display_era().unwrap_or_default());
    }
    let letters: BTreeSet<char> = written.chars().filter(|c| !c.is_control()).collect();
    assert!(letters.contains(&'昭') && letters.contains(&'ō'));
    let mut missing: BTreeMap<&str, String> = BTreeMap::new();
    for (name, face) in [("regular", Face::Sans), ("semi-bold", Face::SansSemiBold)] {
        let font = FontRef::new(font_bytes(face)).unwrap_or_else(|error| panic!("{error}"));
        let map = font.charmap();
        for letter in letters.iter().filter(|&&letter| map.map(letter).is_none()) {
            missing.entry(name).or_default().push(*letter);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}
