//! Tables of what the room promises.

mod axis;
mod eras;
mod pacific;
mod values;
mod words;

use super::When;

#[track_caller]
fn when(text: &str) -> When {
    match text.parse() {
        Ok(when) => when,
        Err(error) => panic!("`{text}`: {error}"),
    }
}

#[track_caller]
fn day(text: &str) -> f64 {
    when(text).extent().start
}

/// Seven points a letter, thirteen an ideograph: near enough to a 13-point face.
fn measure(text: &str) -> f32 {
    text.chars()
        .map(|letter| if letter.is_ascii() { 7.0 } else { 13.0 })
        .sum()
}
