//! The program in a real window: started, zoomed, searched, clicked, turned dark and closed, as a person would, and
//! judged by what is on the screen; then a lesson on two displays, one of which is unplugged.
//!
//! ```text
//! cargo build --release
//! cargo test --features real-window --test window -- --nocapture
//! ```
//!
//! Needs an X server with a window manager and two displays (Xorg with the dummy driver and `window/xorg.conf`),
//! xdotool, xrandr and ImageMagick, and fails where one of them is missing: a test that passes without having looked
//! says nothing. `TRANSPACIFIC_BIN` names another binary. The pictures are kept in
//! `target/window-test/` for people to look at.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test in steps: each says what it expects of the machine or of the program, and prints what it measured"
)]

#[path = "window/desk.rs"]
mod desk;
#[path = "window/lesson.rs"]
mod lesson;
#[path = "window/picture.rs"]
mod picture;
#[path = "window/program.rs"]
mod program;

use std::time::Instant;

use image::Rgb;

use desk::xdotool;
use picture::{Area, Picture};
use program::Program;

/// Width and height of the window. All areas below are in this window.
const SIZE: (u32, u32) = (1440, 900);
/// Title, search field, and what concerns the whole program.
const TOP_BAR: Area = Area::new(0, 0, 1440, 50);
/// The title in the top bar.
const TITLE: Area = Area::new(10, 10, 210, 40);
/// The lanes, without their names.
const LANES: Area = Area::new(175, 168, 1420, 640);
/// Where the inspector opens.
const INSPECTOR: Area = Area::new(1085, 100, 1425, 850);
/// All but the top bar.
const BELOW_THE_TOP_BAR: Area = Area::new(0, 50, 1440, 900);
/// A place in the lanes without an event.
const MIDDLE: (u32, u32) = (800, 440);

/// The colour of the category "security" in `timeline.ron`.
const SECURITY: Rgb<u8> = Rgb([0xC4, 0x50, 0x1B]);
/// `surface` in `assets/theme-light.ron`.
const SURFACE: Rgb<u8> = Rgb([0xFF, 0xFF, 0xFF]);

#[test]
fn a_visit() {
    let _desk = desk::alone();
    let program = Program::start();
    let begin = program.rest();
    begin.save("1-start");
    let zoomed = zoom(&program, &begin);
    search(&program, &zoomed);
    clear(&program, &zoomed);
    let reading = click_an_event(&program);
    japanese_under_the_title(&reading);
    speak_japanese(&program);
    turn_dark(&program);
    saved_elsewhere(&program);
    write(&program);
    program.close();
}

/// The wheel over the canvas changes the lanes, and nothing else.
fn zoom(program: &Program, begin: &Picture) -> Picture {
    for _ in 0..5 {
        xdotool(&["click", "4"]);
    }
    program.until("the wheel to zoom the lanes", |picture| {
        picture.change(begin, LANES) > 0.01
    });
    let zoomed = program.rest();
    zoomed.save("2-zoomed");
    let above = zoomed.change(begin, TOP_BAR);
    assert!(
        above < 0.001,
        "Keep the top bar still while the lanes zoom; {above:.4} of it changed."
    );
    zoomed
}

/// What is typed after a slash filters the lanes.
fn search(program: &Program, zoomed: &Picture) {
    xdotool(&["key", "slash"]);
    program.until("/ to lead to the search field", |picture| {
        picture.change(zoomed, TOP_BAR) > 0.001
    });
    xdotool(&["type", "hanoi"]);
    program
        .until("a search to change the lanes", |picture| {
            picture.change(zoomed, LANES) > 0.002
        })
        .save("3-searched");
}

/// Without the search the lanes are as they were before it.
fn clear(program: &Program, zoomed: &Picture) {
    // As slow as fingers: two presses within one frame are one to the program.
    let keys = ["ctrl+a", "BackSpace", "Escape", "Escape"];
    xdotool(&[&["key", "--delay", "250"], keys.as_slice()].concat());
    program
        .until(
            "an empty search field to bring every event back",
            |picture| picture.change(zoomed, LANES) < 0.0005,
        )
        .save("4-cleared");
}

/// A click on a mark opens the inspector.
fn click_an_event(program: &Program) -> Picture {
    let mark = program.rest().patch(SECURITY, LANES);
    let Some((x, y)) = mark else {
        panic!(
            "Bring an event of the category security into view, or correct SECURITY: no mark of its colour is seen."
        );
    };
    program.point(x, y);
    xdotool(&["click", "1"]);
    program.until("a click on an event to open the inspector", |picture| {
        picture.share(SURFACE, INSPECTOR) > 0.6
    });
    let reading = program.rest();
    reading.save("5-reading");
    reading
}

/// The line under the title of the event is its title in Japanese.
fn japanese_under_the_title(reading: &Picture) {
    let lines = reading.lines(INSPECTOR);
    let title = lines.iter().rposition(|line| line.height() >= 18);
    let below = title.and_then(|title| lines.get(title + 1));
    let glyphs = below.map_or(0, |line| reading.different_cells(*line, line.height()));
    assert!(
        glyphs >= 2,
        "Show the Japanese title under the title in the inspector; {glyphs} different characters are seen there."
    );
}

/// In Japanese the title of the file is 日米関係: four characters, and none is the box of a missing one.
fn speak_japanese(program: &Program) {
    let before = program.rest();
    xdotool(&["key", "j"]);
    program.until("J to turn the title Japanese", |picture| {
        picture.change(&before, TITLE) > 0.01
    });
    let japanese = program.rest();
    japanese.save("6-japanese");
    let lines = japanese.lines(TITLE);
    let title = lines.first().copied().unwrap_or(TITLE);
    let glyphs = japanese.different_cells(title, 18);
    assert!(
        glyphs >= 4,
        "Draw 日米関係 with a font that has it; {glyphs} different characters are seen in the top bar."
    );
}

fn turn_dark(program: &Program) {
    xdotool(&["key", "t"]);
    program.until("T to turn the window dark", |picture| {
        picture.brightness() < 80.0
    });
    program.rest().save("7-dark");
}

/// What another program writes into the file shows, and soon.
fn saved_elsewhere(program: &Program) {
    let original = program.text();
    let other = original.replacen(
        "title: \"US–Japan relations\", title_ja: \"日米関係\"",
        "title: \"Elsewhere\", title_ja: \"他所\"",
        1,
    );
    assert_ne!(
        other, original,
        "Correct the title that this test looks for."
    );
    let before = program.rest();
    let begun = Instant::now();
    program.rewrite(&other);
    program.until_title(|picture| picture.change(&before, TITLE) > 0.01);
    println!(
        "what another program saved was seen {} ms later (aim: 200 ms), a look included",
        begun.elapsed().as_millis()
    );
    program.rest().save("8-saved-elsewhere");
    program.rewrite(&original);
    program.until("the title to come back", |picture| {
        picture.change(&before, TITLE) < 0.001
    });
}

/// E turns to writing, N adds an event, Ctrl+Z takes it back; Ctrl+S writes the file, and nothing but what was meant.
fn write(program: &Program) {
    let original = program.text();
    xdotool(&["key", "--delay", "250", "e", "n"]);
    xdotool(&["key", "ctrl+s"]);
    let with_event = program.until_text(|text| text != original);
    assert!(
        with_event.contains("id: \"new-event\""),
        "Save the event that was added."
    );
    program.rest().save("9-writing");
    xdotool(&["key", "--delay", "250", "ctrl+z", "ctrl+s"]);
    program.until_text(|text| text == original);
}
