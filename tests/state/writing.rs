//! Changing the text: by somebody at the window, by somebody else on the disk, and the way back.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should say why"
)]

use std::path::PathBuf;
use std::sync::Arc;

use transpacific::document::{Address, Edit, Id, Key, List, Side, TextPatch, Value};
use transpacific::messages::Lang;
use transpacific::state::{
    Action, Effect, FilterAction, Note, Overlay, PanelAction, Saved, Unsaved, Wish, WriteAction,
};

use crate::desk::{Desk, OTHER, SMALL, file, window};

fn set(id: &str, field: &'static str, value: &str) -> Action {
    Edit::Set(Address::event(id).field(field), value.into()).into()
}

fn write(action: WriteAction) -> Action {
    Action::Write(action)
}

fn text(desk: &Desk) -> &str {
    &desk.workspace.document().text
}

/// What the desk has asked to be saved last, as if that had been done.
fn save(desk: &mut Desk) {
    desk.asked.clear();
    desk.act(write(WriteAction::Save));
    let saved = desk.asked.iter().find_map(|effect| match effect {
        Effect::Save { path, text, .. } => Some((path.clone(), Arc::clone(text))),
        _ => None,
    });
    let (path, text) = saved.expect("something to save");
    desk.act(write(WriteAction::Saved { path, text }));
}

/// What would be taken back, in English.
fn undo_name(desk: &Desk) -> String {
    let name = desk.workspace.writing().undo_name();
    name.map(|name| name.text(Lang::En)).unwrap_or_default()
}

#[test]
fn an_edit_shows_at_once_and_all_else_stays_as_it_is() {
    let mut desk = Desk::small();
    desk.view(transpacific::state::ViewAction::Set(window("1950/1960")))
        .filter("category:top")
        .select("a");
    let seen = desk.seen();
    desk.act(set("a", "title", "Alpha and Omega"));
    assert_eq!(
        text(&desk),
        SMALL.replace("\"Alpha\"", "\"Alpha and Omega\"")
    );
    assert_eq!(
        desk.workspace.timeline().event("a").unwrap().title,
        "Alpha and Omega"
    );
    assert_eq!((desk.seen(), desk.selected()), (seen, Some("a")));
    assert_eq!(desk.workspace.filter().text(), "category:top");
    assert_eq!(desk.shown(), ["a", "c", "f"]);
    assert!(desk.workspace.writing().is_changed());
    desk.act(set("a", "category", "low"));
    assert_eq!(desk.shown(), ["c", "f"], "the filter sees what was written");
}

#[test]
fn undo_and_redo_have_names_and_lead_back_byte_by_byte() {
    let mut desk = Desk::small();
    desk.act(set("a", "title", "A"))
        .act(set("b", "when", "1956"));
    assert_eq!(undo_name(&desk), "change the date of Beta");
    desk.act(write(WriteAction::Undo));
    let redo = desk.workspace.writing().redo_name();
    let redo = redo.map(|name| name.text(Lang::En));
    assert_eq!(redo.as_deref(), Some("change the date of Beta"));
    assert_eq!(undo_name(&desk), "change the title of Alpha");
    let after_one = text(&desk).to_owned();
    desk.act(write(WriteAction::Undo));
    assert_eq!(text(&desk), SMALL);
    assert!(
        !desk.workspace.writing().is_changed(),
        "what is on the disk is no change"
    );
    desk.act(write(WriteAction::Undo))
        .act(write(WriteAction::Redo));
    assert_eq!(text(&desk), after_one);
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut desk = Desk::small();
    for title in ["Alph", "Alphabe", "Alphabet"] {
        let edit = Edit::Set(Address::event("a").field("title"), title.into());
        desk.act(Wish::new(edit).going_on("a.title").into());
    }
    desk.act(write(WriteAction::Undo));
    assert_eq!(text(&desk), SMALL);
}

#[test]
fn what_cannot_be_written_is_told_and_changes_nothing() {
    let mut desk = Desk::small();
    desk.act(set("nobody", "title", "X"));
    let notice = desk.workspace.session().notice.as_ref();
    let notice = notice.map(|notice| notice.text(Lang::En));
    assert_eq!(
        notice.as_deref(),
        Some("Not changed: expected `nobody` in the file, but it is not there any more.")
    );
    assert_eq!(text(&desk), SMALL);
}

#[test]
fn the_selection_follows_an_event_whose_id_changes() {
    let mut desk = Desk::small();
    desk.select("a");
    desk.act(Edit::Rename(List::Events, "a".into(), "first".to_owned()).into());
    assert_eq!(desk.selected(), Some("first"));
    desk.act(write(WriteAction::Undo));
    assert_eq!(desk.selected(), Some("a"));
    let id = text(&desk).find("id: \"a\"").unwrap() + 5;
    desk.act(Edit::Text(TextPatch::new(id..id + 1, "b2")).into());
    assert_eq!(desk.selected(), Some("b2"), "typed in the text");
}

#[test]
fn every_change_is_put_down_until_it_is_saved() {
    let mut desk = Desk::small();
    desk.act(set("a", "title", "A")).act(set("b", "title", "B"));
    let notes = |desk: &Desk| {
        let notes = desk.asked.iter().filter_map(|effect| match effect {
            Effect::Note(note) => Some(note.clone()),
            _ => None,
        });
        notes.collect::<Vec<_>>()
    };
    let mut replayed = SMALL.to_owned();
    for note in notes(&desk) {
        let Note::Changed { base, patches } = note else {
            panic!("{note:?}")
        };
        assert_eq!(*base, SMALL);
        replayed = patches.apply(&replayed).unwrap().0;
    }
    assert_eq!(replayed, text(&desk));
    save(&mut desk);
    assert_eq!(notes(&desk), [Note::Settled]);
    assert!(!desk.workspace.writing().is_changed());
    desk.asked.clear();
    desk.act(write(WriteAction::Undo));
    assert_eq!(notes(&desk).len(), 1, "undo after saving is a change");
    assert!(desk.workspace.writing().is_changed());
}

#[test]
fn what_another_program_writes_shows_and_can_be_undone() {
    let mut desk = Desk::small();
    desk.select("c").filter("category:top");
    let theirs = SMALL
        .replace("Gamma", "Gamma ray")
        .replace("\"1950-03-01\"", "\"1951\"");
    desk.act(write(WriteAction::OnDisk(theirs.clone())));
    assert_eq!(text(&desk), theirs);
    assert_eq!(
        (desk.selected(), desk.workspace.filter().text()),
        (Some("c"), "category:top")
    );
    assert!(!desk.workspace.writing().is_changed());
    assert_eq!(undo_name(&desk), "changes on the disk");
    desk.act(write(WriteAction::Undo));
    assert_eq!(text(&desk), SMALL);
    assert!(
        desk.workspace.writing().is_changed(),
        "the disk still has theirs"
    );
}

#[test]
fn two_writers_in_different_places_both_keep_what_they_wrote() {
    let mut desk = Desk::small();
    desk.act(set("a", "title", "Ours"));
    desk.act(write(WriteAction::OnDisk(SMALL.replace("Zeta", "Theirs"))));
    assert_eq!(
        text(&desk),
        SMALL
            .replace("\"Alpha\"", "\"Ours\"")
            .replace("Zeta", "Theirs")
    );
    assert!(desk.workspace.writing().clash().is_none());
    assert!(desk.workspace.writing().is_changed());
    save(&mut desk);
    assert!(!desk.workspace.writing().is_changed());
}

#[test]
fn the_same_id_given_by_two_writers_costs_neither_his_event() {
    let mut desk = Desk::small();
    let new = |title: &str| format!("    (id: \"new\", when: \"1999\", title: \"{title}\"),\n");
    let last = "    (id: \"f\"";
    let ours = Edit::Text(TextPatch::new(
        SMALL.find(last).expect("the last event")..SMALL.find(last).expect("the last event"),
        new("Ours"),
    ));
    desk.act(ours.into());
    let first = "    (id: \"b\"";
    desk.act(write(WriteAction::OnDisk(SMALL.replacen(
        first,
        &format!("{}{first}", new("Theirs")),
        1,
    ))));
    assert!(desk.workspace.writing().clash().is_none());
    let titles = |title: &str| text(&desk).contains(title);
    assert!(titles("Ours") && titles("Theirs"));
    assert_eq!(desk.workspace.timeline().events.len(), 8, "both show");
    assert!(
        desk.workspace.session().problems,
        "and what is wrong is told"
    );
}

#[test]
fn two_writers_in_one_place_are_told_apart_and_somebody_chooses() {
    for (side, expected) in [(Side::Ours, "Ours"), (Side::Theirs, "Theirs")] {
        let mut desk = Desk::small();
        desk.act(set("f", "title", "Ours"));
        desk.act(write(WriteAction::OnDisk(SMALL.replace("Zeta", "Theirs"))));
        let clash = desk.workspace.writing().clash().expect("a conflict");
        assert_eq!(clash.conflicts().len(), 1);
        assert!(clash.conflicts()[0].ours.contains("Ours"));
        assert_eq!(desk.workspace.session().overlay, Some(Overlay::Conflict));
        desk.asked.clear();
        desk.act(write(WriteAction::Save));
        assert_eq!(
            desk.asked,
            [],
            "nothing is saved over theirs before somebody has chosen"
        );
        desk.act(set("a", "title", "Elsewhere"));
        desk.act(write(WriteAction::Resolve(vec![side])));
        let chosen = SMALL
            .replace("Zeta", expected)
            .replace("\"Alpha\"", "\"Elsewhere\"");
        assert_eq!(text(&desk), chosen);
        save(&mut desk);
        assert_eq!(text(&desk), chosen);
    }
}

#[test]
fn a_bad_text_keeps_what_was_read_last_and_mends() {
    let mut desk = Desk::small();
    desk.select("b");
    let broken = SMALL.replace("\"1955\"", "\"1955-15-08\"");
    desk.act(write(WriteAction::OnDisk(broken)));
    let event = desk.workspace.timeline().event("b").unwrap();
    assert!(event.is_kept);
    assert_eq!((event.when.text(), desk.selected()), ("1955", Some("b")));
    assert!(desk.workspace.session().problems, "and says why");
    assert_eq!(desk.workspace.timeline().events.len(), 6);
    desk.act(write(WriteAction::OnDisk(
        SMALL.replace("\"1955\"", "\"1956\""),
    )));
    let event = desk.workspace.timeline().event("b").unwrap();
    assert!(!event.is_kept);
    assert_eq!(event.when.text(), "1956");
    assert!(!desk.workspace.session().problems);
}

#[test]
fn half_a_text_keeps_the_other_half_with_its_links() {
    let mut desk = Desk::small();
    let half = SMALL.find("(id: \"d\"").unwrap();
    desk.act(write(WriteAction::OnDisk(SMALL[..half + 12].to_owned())));
    let timeline = desk.workspace.timeline();
    assert_eq!(timeline.events.len(), 6);
    let kept: Vec<_> = timeline
        .events
        .iter()
        .filter(|event| event.is_kept)
        .map(|event| &*event.id)
        .collect();
    assert_eq!(kept, ["d", "e", "f"]);
    let back = timeline.event("d").unwrap().links[0];
    assert_eq!(timeline.events[back.to].id, "a");
    desk.act(write(WriteAction::OnDisk(SMALL.to_owned())));
    assert!(
        desk.workspace
            .timeline()
            .events
            .iter()
            .all(|event| !event.is_kept)
    );
}

#[test]
fn a_deleted_event_does_not_come_back_because_of_another_ones_mistake() {
    let mut desk = Desk::small();
    let text = SMALL.replace("\"1955\"", "\"1955-15-08\"");
    let start = text.find("    (id: \"f\"").unwrap();
    let without = format!("{}{}", &text[..start], "])");
    desk.act(write(WriteAction::OnDisk(without)));
    let ids: Vec<_> = desk
        .workspace
        .timeline()
        .events
        .iter()
        .map(|event| &*event.id)
        .collect();
    assert_eq!(ids, ["a", "b", "c", "d", "e"]);
}

#[test]
fn changes_of_an_earlier_run_are_taken_up_and_meet_what_is_there_now() {
    let now = SMALL.replace("Zeta", "Theirs");
    let mut desk = Desk::open(file("/small.ron", &now), Saved::default());
    let unsaved = Unsaved {
        base: SMALL.to_owned(),
        text: SMALL.replace("\"Alpha\"", "\"Ours\""),
        when: "today".to_owned(),
    };
    desk.act(write(WriteAction::Unsaved(unsaved.clone())));
    assert_eq!(desk.workspace.writing().unsaved(), Some(&unsaved));
    assert_eq!(
        text(&desk),
        now,
        "nothing happens before somebody has chosen"
    );
    desk.act(write(WriteAction::Restore));
    assert_eq!(text(&desk), now.replace("\"Alpha\"", "\"Ours\""));
    assert!(desk.asked.contains(&Effect::ForgetUnsaved));
    save(&mut desk);
}

#[test]
fn nobody_leaves_changes_behind_without_a_word() {
    let mut desk = Desk::small();
    let open = Action::Ask(Effect::OpenFile(PathBuf::from("/other.ron")));
    desk.act(open.clone());
    assert_eq!(
        desk.asked,
        [Effect::OpenFile(PathBuf::from("/other.ron"))],
        "nothing to lose"
    );
    desk.act(set("a", "title", "A"));
    desk.asked.clear();
    desk.act(open.clone());
    assert_eq!(
        (desk.asked.as_slice(), desk.workspace.session().overlay),
        (&[][..], Some(Overlay::Leave))
    );
    desk.panel(PanelAction::Overlay(None))
        .act(write(WriteAction::Leave));
    assert!(
        !desk
            .asked
            .contains(&Effect::OpenFile(PathBuf::from("/other.ron"))),
        "he stays"
    );
    desk.act(open);
    save(&mut desk);
    assert!(
        desk.asked
            .contains(&Effect::OpenFile(PathBuf::from("/other.ron"))),
        "saved, and on he goes"
    );
}

#[test]
fn a_timeline_saved_under_another_name_is_that_file_from_then_on() {
    let mut desk = Desk::shipped();
    desk.act(Edit::Title("title", "Mine".to_owned()).into());
    desk.asked.clear();
    desk.act(write(WriteAction::Save));
    assert_eq!(desk.asked, [Effect::PickSave], "it is no file yet");
    desk.act(write(WriteAction::SaveAs(PathBuf::from("/mine.ron"))));
    let text = Arc::clone(&desk.workspace.document().text);
    let path = PathBuf::from("/mine.ron");
    desk.act(write(WriteAction::Saved {
        path: path.clone(),
        text,
    }));
    let origin = transpacific::state::Origin::File(path.clone());
    assert_eq!(desk.workspace.origin(), &origin);
    assert_eq!(desk.workspace.document().file_name(), "mine.ron");
    assert!(desk.asked.contains(&Effect::Watch(origin)));
    assert_eq!(desk.workspace.recent(), [path]);
    assert!(!desk.workspace.writing().is_changed());
    assert_eq!(undo_name(&desk), "change the timeline’s title");
}

#[test]
fn another_file_begins_a_history_of_its_own() {
    let mut desk = Desk::small();
    desk.act(set("a", "title", "A"));
    desk.load(file("/other.ron", OTHER));
    assert_eq!(desk.workspace.writing().undo_name(), None);
    assert!(!desk.workspace.writing().is_changed());
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// An edit as the window asks for it, and the address whose value alone it changes, if there is one.
fn any_edit(desk: &Desk, dice: &mut Dice, number: usize) -> (Edit, Option<Address>) {
    let timeline = desk.workspace.timeline();
    let event = &timeline.events[dice.roll(timeline.events.len())];
    let address = Address::event(&*event.id);
    let field = |name, value: Value| {
        (
            Edit::Set(address.field(name), value),
            Some(address.field(name)),
        )
    };
    match dice.roll(10) {
        0 => field("title", format!("Title {number} \"ü日\\").as_str().into()),
        1 => field(
            "summary",
            format!("{} ({number}).", event.summary.as_str())
                .as_str()
                .into(),
        ),
        2 => field("title_ja", "題名".into()),
        3 => match event.when.moved(400.0) {
            Some(when) => field("when", when.text().into()),
            None => field("when", "1971-08".into()),
        },
        4 => field("significance", Value::Word((1 + dice.roll(5)).to_string())),
        5 => {
            let category = &timeline.categories[dice.roll(timeline.categories.len())];
            field("category", Value::Text(category.id.to_string()))
        }
        6 => {
            let actor = timeline.actors[dice.roll(timeline.actors.len())]
                .id
                .to_string();
            (
                Edit::Insert(address.field("actors"), 0, Value::Text(actor)),
                None,
            )
        }
        7 => (
            Edit::Duplicate(
                List::Events,
                Key::Id(Id::from(&*event.id)),
                format!("copy-{number}"),
            ),
            None,
        ),
        8 => (
            Edit::Rename(
                List::Events,
                Id::from(&*event.id),
                format!("renamed-{number}"),
            ),
            None,
        ),
        _ => {
            let link = Value::Entry(vec![
                ("to", Value::Text(timeline.events[0].id.to_string())),
                ("kind", Value::Word("SeeAlso".to_owned())),
            ]);
            (Edit::Insert(address.field("links"), 9, link), None)
        }
    }
}

/// Whether one text is another with something put in at one place.
fn is_grown(before: &str, after: &str) -> bool {
    let common = |one: &mut dyn Iterator<Item = u8>, other: &mut dyn Iterator<Item = u8>| {
        one.zip(other)
            .take_while(|(one, other)| one == other)
            .count()
    };
    let head = common(&mut before.bytes(), &mut after.bytes());
    let foot = common(&mut before.bytes().rev(), &mut after.bytes().rev());
    head + foot >= before.len() && after.len() >= before.len()
}

/// The bytes of the shipped file that an edit touched lie in the value that it means, and all can be taken back.
#[test]
fn a_thousand_edits_touch_only_what_they_mean_and_can_all_be_undone() {
    const EDITS: usize = 1000;
    let mut desk = Desk::shipped();
    let original = text(&desk).to_owned();
    let mut dice = Dice(7);
    let mut made = 0;
    for number in 0..EDITS {
        let (edit, address) = any_edit(&desk, &mut dice, number);
        let before = Arc::clone(&desk.workspace.document().text);
        let value = address
            .as_ref()
            .and_then(|address| desk.workspace.document().value(address));
        let undo = desk.workspace.writing().undo_name().cloned();
        desk.act(edit.clone().into());
        let after = text(&desk);
        match (&edit, value) {
            (Edit::Rename(_, from, to), _) => {
                let back = after.replace(&format!("\"{to}\""), &format!("\"{from}\""));
                assert_eq!(back, **before, "{edit:?} touched more");
            }
            (_, Some(value)) => {
                let (head, foot) = (&before[..value.range.start], &before[value.range.end..]);
                assert!(
                    after.starts_with(head) && after.ends_with(foot),
                    "{edit:?} touched more"
                );
                assert!(after.len() >= head.len() + foot.len());
            }
            // Everything else here only adds.
            (_, None) => assert!(is_grown(&before, after), "{edit:?} touched more"),
        }
        assert!(
            !desk.workspace.document().is_broken(),
            "{edit:?}: {:?}",
            desk.workspace.document().diagnostics
        );
        made += usize::from(
            *after != **before || desk.workspace.writing().undo_name() != undo.as_ref(),
        );
    }
    assert!(made > EDITS * 9 / 10, "{made} edits changed something");
    let mut undone = 0;
    while desk.workspace.writing().undo_name().is_some() {
        desk.act(write(WriteAction::Undo));
        undone += 1;
    }
    assert_eq!(text(&desk), original);
    assert!(undone > EDITS * 9 / 10);
    desk.act(Action::Filter(FilterAction::Clear));
}
