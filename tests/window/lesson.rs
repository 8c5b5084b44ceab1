//! A lesson on two displays, as a clicker drives it: the class on one, the teacher on the other, in step; blank, frozen,
//! swapped, unplugged and plugged in again.

use crate::SIZE;
use crate::desk::{DISPLAY, DISPLAYS, alone, ask, plug_in, wait_for, xdotool};
use crate::picture::{Area, Picture};
use crate::program::{Place, Program};

/// The class's picture on the teacher's screen.
const COPY: Area = Area::new(24, 66, 795, 499);
/// What comes next, on the teacher's screen.
const NEXT: Area = Area::new(824, 66, 1415, 399);
/// How far, in lightness of 255, the copy may be from the class's picture: letters are smoothed otherwise at its size.
const ALIKE: f64 = 4.0;

#[test]
fn a_lesson_on_two_displays() {
    let _desk = alone();
    let program = Program::start();
    program.rest();
    xdotool(&["key", "F5"]);
    let wall = Wall::opened(&program);
    let title = wall.rest(&program);
    program.look().expect("a picture").save("lesson-1-teacher");
    title.save("lesson-1-class");
    let second = next(&program, &wall, &title);
    second.save("lesson-2-class");
    blank(&program, &wall, &second);
    freeze(&program, &wall);
    unplug(&program);
    xdotool(&["key", "Escape"]);
    wait_for("the lesson's window to close at its end", || {
        program.second().is_none().then_some(())
    });
    program.close();
}

/// The window of the class.
struct Wall(String);

impl Wall {
    /// The class's window, once it fills the display that the main window is not on.
    fn opened(program: &Program) -> Self {
        let whole = Place {
            x: DISPLAY.0,
            y: 0,
            width: DISPLAY.0,
            height: DISPLAY.1,
        };
        Self(wait_for("a window that fills the second display", || {
            let window = program.second()?;
            (Place::of(&window) == Some(whole)).then_some(window)
        }))
    }

    fn look(&self) -> Option<Picture> {
        Picture::take(&self.0, None).filter(|picture| picture.0.dimensions() == DISPLAY)
    }

    /// Its picture once it stands still, in step with the copy on the teacher's screen.
    fn rest(&self, program: &Program) -> Picture {
        let mut last: Option<Picture> = None;
        let picture = wait_for("the class's picture to come to rest", || {
            let picture = self.look()?;
            let still = last
                .as_ref()
                .is_some_and(|last| picture.change(last, picture.whole()) == 0.0);
            last = Some(picture);
            last.take_if(|picture| still && picture.has_contrast())
        });
        program.until("the teacher's copy to be what the class sees", |teacher| {
            picture.unlike(teacher, COPY) < ALIKE
        });
        picture
    }
}

/// PageDown on a clicker turns the page on both displays.
fn next(program: &Program, wall: &Wall, before: &Picture) -> Picture {
    xdotool(&["key", "Next"]);
    wait_for("PageDown to turn the class's page", || {
        wall.look()
            .filter(|picture| picture.change(before, picture.whole()) > 0.01)
    });
    let after = wall.rest(program);
    let teacher = program.rest_in(COPY);
    teacher.save("lesson-2-teacher");
    assert!(
        before.unlike(&teacher, COPY) > 2.0 * after.unlike(&teacher, COPY),
        "Turn the page of the teacher's copy too."
    );
    after
}

/// A clicker's blank key turns the class's display black and leaves the teacher's as it is.
fn blank(program: &Program, wall: &Wall, before: &Picture) {
    xdotool(&["key", "period"]);
    wait_for("the blank key to blank the class's display", || {
        wall.look().filter(|picture| picture.brightness() < 2.0)
    });
    let teacher = program.look().expect("a picture of the teacher's screen");
    assert!(
        teacher.has_contrast(),
        "Leave the teacher's screen as it is while the class's is blank."
    );
    teacher.save("lesson-3-blank-teacher");
    xdotool(&["key", "period"]);
    wait_for("the blank key to bring the picture back", || {
        wall.look()
            .filter(|picture| picture.change(before, picture.whole()) < 0.001)
    });
}

/// While the projector is frozen, the teacher looks ahead alone.
fn freeze(program: &Program, wall: &Wall) {
    let frozen = wall.rest(program);
    let teacher = program.rest_in(NEXT);
    xdotool(&["key", "--delay", "300", "f", "Next"]);
    program.until("the teacher to look ahead", |picture| {
        picture.change(&teacher, NEXT) > 0.01
    });
    let class = wall.look().expect("a picture of the class's display");
    assert!(
        class.change(&frozen, class.whole()) < 0.001,
        "Leave the class's picture as it is while it is frozen."
    );
    xdotool(&["key", "f"]);
    wait_for("the class to be where the teacher is", || {
        wall.look()
            .filter(|picture| picture.change(&frozen, picture.whole()) > 0.01)
    });
    wall.rest(program).save("lesson-4-class");
}

/// Without its display the class's window closes and the lesson goes on; with it, it is back where the lesson is.
fn unplug(program: &Program) {
    ask("xrandr", &["--output", DISPLAYS[1], "--off"]).expect("Let xrandr turn a display off.");
    wait_for("the class's window to go with its display", || {
        program.second().is_none().then_some(())
    });
    let alone = program.rest_in(COPY);
    alone.save("lesson-5-unplugged");
    assert_eq!(
        program.place().map(|place| (place.width, place.height)),
        Some(SIZE),
        "Leave the teacher's window as it is when the class's display goes."
    );
    xdotool(&["key", "Next"]);
    program.until("the lesson to go on without the display", |picture| {
        picture.change(&alone, COPY) > 0.01
    });
    plug_in();
    let wall = Wall::opened(program);
    wall.rest(program).save("lesson-6-back");
}
