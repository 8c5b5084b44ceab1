//! From choices to a file: what it comes to, and the job that makes it.

use std::sync::atomic::AtomicBool;

use crate::exchange;
use crate::export::{self, Colours, Form, Handout, Leaf, Lettering, Order, Poster, Product, Start};
use crate::scene::Size;
use crate::state::{self, Made, Making};
use crate::time::Lang;
use crate::ui::Show;

use super::choices::{Choices, Kind, What};

/// What the choices come to, in a few words; or why they cannot be. How many pages a handout has is found out by
/// [`Counting`](super::extent::Counting).
pub(super) fn fits(show: Show<'_>, choices: &Choices) -> Result<String, String> {
    let events = show.workspace.filter().selection().len();
    let drawn = match show.workspace.filter().text() {
        "" => String::new(),
        _ => format!(" · only the {} that match", state::events(events)),
    };
    match choices.what {
        What::Picture => {
            let (width, height) = choices.size.points();
            let (of, unit) = match choices.file {
                Kind::Png => (f32::from(choices.scale), "pixels"),
                Kind::Svg | Kind::Pdf => (1.0, "points"),
            };
            Ok(format!("{} × {} {unit}{drawn}", width * of, height * of))
        }
        What::Poster => {
            let sheets = poster(choices)
                .sheets()
                .map_err(|error| state::capital(&error.to_string()))?;
            let paper = choices
                .tiles
                .map_or(choices.paper.name(), export::Paper::name);
            Ok(match sheets {
                1 => format!("One sheet of {}{drawn}", choices.paper.name()),
                sheets => format!("{sheets} sheets of {paper}{drawn}"),
            })
        }
        What::Handout | What::Page => Ok(format!("{}{drawn}", state::events(events))),
        What::Other => {
            let all = show.workspace.timeline().events.len();
            Ok(state::events(all))
        }
    }
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
    let name = match choices.what {
        What::Poster => format!("{}, {}.pdf", title(show, choices), choices.paper.name()),
        What::Handout => format!("{}, {}.pdf", told(show, choices), sort(choices)),
        What::Page => format!("{}.html", title(show, choices)),
        What::Picture | What::Other => {
            format!("{}.{}", title(show, choices), choices.file.ending())
        }
    };
    Making::new(name, move |cancelled: &AtomicBool| {
        let drawn = export::made(&document.timeline, &selection, &order, cancelled);
        let drawn = drawn.map_err(|error| error.to_string())?;
        let remarks = state::capital(&drawn.remark());
        Ok(Made {
            bytes: drawn.bytes,
            remarks,
        })
    })
}

fn written(show: Show<'_>, choices: &Choices) -> Making {
    let document = show.workspace.shared_document();
    let (format, lang) = (choices.format, lang(show, choices));
    let name = format!("{}.{}", title(show, choices), format.ending());
    Making::new(name, move |_| {
        let written = exchange::write(&document, format, lang);
        let written = written.ok_or_else(|| format!("{} is only read", format.name()))?;
        let remarks = written.losses.report();
        Ok(Made {
            bytes: written.text.into_bytes(),
            remarks,
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
fn told<'a>(show: Show<'a>, choices: &Choices) -> &'a str {
    let lang = lang(show, choices);
    let own = choices
        .story_of(show.workspace.timeline())
        .map(|story| lang.choose(&story.title, story.title_ja.as_deref()));
    own.filter(|own| !own.is_empty())
        .unwrap_or_else(|| title(show, choices))
}

/// What a handout is, for the name of its file.
const fn sort(choices: &Choices) -> &'static str {
    match (choices.leaf, choices.answers) {
        (Leaf::Reading, _) => "handout",
        (_, false) => "worksheet",
        (_, true) => "answers",
    }
}

fn lang(show: Show<'_>, choices: &Choices) -> Lang {
    choices.lang.unwrap_or(show.lang)
}

/// What the timeline is called in the language that is written.
fn title<'a>(show: Show<'a>, choices: &Choices) -> &'a str {
    let timeline = show.workspace.timeline();
    match lang(show, choices).choose(&timeline.title, timeline.title_ja.as_deref()) {
        "" => "Timeline",
        title => title,
    }
}
