//! PDF, as far as it can be judged without a reader; `tests/reading.rs` reads it back.

use transpacific::export::{ExportError, Form, Paper, Poster};

use crate::{SHIPPED, SMALL, Wish};

const A3: Poster = Poster {
    paper: Paper::A3,
    is_portrait: false,
    distance: 0.5,
    tiles: None,
};

#[test]
fn the_same_picture_is_the_same_file() {
    let drawn = || {
        Wish::of(SHIPPED)
            .drawn((1600.0, 1000.0), Form::Pdf)
            .expect("a page")
            .bytes
    };
    let first = drawn();
    assert!(first.starts_with(b"%PDF-"));
    assert!(first == drawn());
}

#[test]
fn letters_too_large_for_the_paper_are_refused_with_the_distance_that_goes() {
    let far = Poster {
        distance: 9.0,
        ..A3
    };
    let error = Wish::of(SMALL).poster(&far).expect_err("no room");
    let ExportError::TooFar(farthest) = error else {
        panic!("{error}");
    };
    let near = Poster {
        distance: farthest,
        ..A3
    };
    assert!(Wish::of(SMALL).poster(&near).is_ok(), "{farthest}");
    let beyond = Poster {
        distance: farthest + 0.11,
        ..A3
    };
    assert!(Wish::of(SMALL).poster(&beyond).is_err(), "{farthest}");
}

#[test]
fn more_lanes_than_the_paper_has_room_for_are_refused() {
    let categories: String = (0..60).map(|lane| format!("(id: \"c{lane}\"),")).collect();
    let text = format!(
        "Timeline(categories: [{categories}], events: [(id: \"a\", when: \"1971\", title: \"A\", category: \"c9\")])"
    );
    let error = Wish::of(&text).poster(&A3).expect_err("no room");
    assert_eq!(error, ExportError::TooManyLanes);
}
