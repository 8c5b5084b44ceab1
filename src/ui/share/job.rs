//! From choices to a file: what it comes to, and the job that makes it.

use std::sync::atomic::AtomicBool;

use crate::exchange;
use crate::export::{self, Colours, Form, Handout, Leaf, Lettering, Order, Poster, Product, Start};
use crate::messages::{Message, message, say};
use crate::scene::Size;
use crate::state::{self, Made, Making};
use crate::time::Lang;
use crate::ui::Show;

use super::choices::{Choices, Kind, What};

/// What the choices come to, in a few words; or why they cannot be. How many pages a handout has is found out by
/// [`Counting`](super::extent::Counting).
pub(super) fn fits(show: Show<'_>, choices: &Choices) -> Result<String, String> {
    let count = show.workspace.filter().selection().len();
    let events = message!("words-events", count = count);
    let what = match choices.what {
        What::Picture => pixels(choices),
        What::Poster => sheets(choices).map_err(|why| state::capital(&why.text(show.lang)))?,
        What::Handout | What::Page => events.clone(),
        What::Other => {
            let all = show.workspace.timeline().events.len();
            return Ok(say!(show.lang, "words-events", count = all));
        }
    };
    let said = match show.workspace.filter().text() {
        "" => what,
        _ => message!("share-only-matching", what = what, events = events),
    };
    Ok(said.text(show.lang))
}

/// How large a picture is.
fn pixels(choices: &Choices) -> Message {
    let (width, height) = choices.size.points();
    let times = |of: f32| format!("{} × {}", width * of, height * of);
    match choices.file {
        Kind::Png => message!("share-pixels", size = times(f32::from(choices.scale))),
        Kind::Svg | Kind::Pdf => message!("share-points", size = times(1.0)),
    }
}

/// On how many sheets a poster is printed; or why it cannot be.
fn sheets(choices: &Choices) -> Result<Message, Message> {
    let sheets = poster(choices).sheets().map_err(|error| error.message())?;
    let paper = choices.tiles.unwrap_or(choices.paper);
    Ok(match sheets {
        1 => message!("share-one-sheet", paper = choices.paper.name()),
        sheets => message!("share-sheets", sheets = sheets, paper = paper.name()),
    })
}

/// The job that makes the file.
pub(super) fn making(show: Show<'_>, choices: &Choices) -> Making {
    match choices.what {
        What::Picture | What::Poster | What::Handout | What::Page => drawn(show, choices),
        What::Other => written(show, choices),
    }
}

fn drawn(show: Show<'_>, choices: &Choices) -> Making {
    let document = show.workspace.shared_document();
    let selection = show.workspace.filter().selection().clone();
    let order = order(show, choices);
    Making::new(name(show, choices), move |cancelled: &AtomicBool| {
        let drawn = export::made(&document.timeline, &selection, &order, cancelled);
        let drawn = drawn.map_err(|error| error.message())?;
        Ok(Made {
            remarks: drawn.remark().into_iter().collect(),
            bytes: drawn.bytes,
        })
    })
}

/// What the file is called, in the language that is written.
fn name(show: Show<'_>, choices: &Choices) -> String {
    let title = match choices.what {
        What::Handout => told(show, choices),
        _ => title(show, choices),
    };
    match choices.what {
        What::Poster => {
            let paper = choices.paper.name();
            say!(
                lang(show, choices),
                "share-poster-file",
                title = title,
                paper = paper
            )
        }
        What::Handout => handout_file(choices, title).text(lang(show, choices)),
        What::Page => format!("{title}.html"),
        What::Picture | What::Other => format!("{title}.{}", choices.file.ending()),
    }
}

fn written(show: Show<'_>, choices: &Choices) -> Making {
    let document = show.workspace.shared_document();
    let (format, lang) = (choices.format, lang(show, choices));
    let name = format!("{}.{}", title(show, choices), format.ending());
    Making::new(name, move |_| {
        let written = exchange::write(&document, format, lang);
        let written = written.ok_or_else(|| message!("share-only-read", format = format.name()))?;
        Ok(Made {
            bytes: written.text.into_bytes(),
            remarks: written.losses.remarks(),
        })
    })
}

/// What the choices ask to be drawn.
pub(super) fn order(show: Show<'_>, choices: &Choices) -> Order {
    let (width, height) = choices.size.points();
    let (product, usual) = match choices.what {
        What::Poster => (Product::Poster(poster(choices)), Colours::Print),
        What::Handout => (Product::Handout(handout(show, choices)), Colours::Print),
        What::Page => (Product::Page(Start::System), Colours::Light),
        What::Picture | What::Other => {
            let form = match choices.file {
                Kind::Png => Form::Png {
                    scale: f32::from(choices.scale),
                    transparent: choices.transparent,
                },
                Kind::Svg if choices.embeds => Form::Svg(Lettering::Embedded),
                Kind::Svg => Form::Svg(Lettering::Named),
                Kind::Pdf => Form::Pdf,
            };
            (
                Product::Picture(Size { width, height }, form),
                Colours::Light,
            )
        }
    };
    let window = match choices.whole {
        true => show.workspace.home(),
        false => show.workspace.view().window(),
    };
    // What is written on is white.
    let colours = choices.colours.filter(|_| choices.what != What::Handout);
    Order {
        product,
        window,
        colours: colours.unwrap_or(usual),
        lang: lang(show, choices),
        era_ruler: show.workspace.settings().era_ruler,
    }
}

fn poster(choices: &Choices) -> Poster {
    Poster {
        paper: choices.paper,
        is_portrait: choices.is_portrait,
        distance: choices.distance.unwrap_or(choices.paper.distance()),
        tiles: choices.tiles,
    }
}

fn handout(show: Show<'_>, choices: &Choices) -> Handout {
    let stories = &show.workspace.timeline().stories;
    let story = choices.story.as_ref();
    let story = story.and_then(|id| stories.iter().position(|story| story.id == *id));
    Handout {
        paper: choices.sheet,
        kind: match choices.answers {
            true => choices.leaf.answered(),
            false => choices.leaf,
        },
        style: choices.style,
        story,
    }
}

/// What a handout is about: a story, or the timeline.
fn told(show: Show<'_>, choices: &Choices) -> String {
    let lang = lang(show, choices);
    let own = choices
        .story_of(show.workspace.timeline())
        .map(|story| lang.choose(&story.title, story.title_ja.as_deref()));
    let own = own.filter(|own| !own.is_empty());
    own.map_or_else(|| title(show, choices), str::to_owned)
}

/// What the file of a handout is called.
fn handout_file(choices: &Choices, title: String) -> Message {
    match (choices.leaf, choices.answers) {
        (Leaf::Reading, _) => message!("share-handout-file", title = title),
        (_, false) => message!("share-worksheet-file", title = title),
        (_, true) => message!("share-answers-file", title = title),
    }
}

fn lang(show: Show<'_>, choices: &Choices) -> Lang {
    choices.lang.unwrap_or(show.lang)
}

/// What the timeline is called in the language that is written.
fn title(show: Show<'_>, choices: &Choices) -> String {
    let timeline = show.workspace.timeline();
    let lang = lang(show, choices);
    match lang.choose(&timeline.title, timeline.title_ja.as_deref()) {
        "" => say!(lang, "share-untitled"),
        title => title.to_owned(),
    }
}
