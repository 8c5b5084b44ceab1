//! `export`: a timeline as a picture, a page, or in a form that other programs read.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use anyhow::{anyhow, bail, ensure};
use clap::ValueEnum;
use clap::builder::TypedValueParser;

use crate::document::{Document, Story, Timeline, nearest};
use crate::exchange;
use crate::export::{self, Form, Handout, Leaf, Lettering, Order, Paper, Poster, Product, Start};
use crate::scene::Size;
use crate::state::{Query, SearchIndex, home};
use crate::time::{Lang, Span, TimeWindow, When, meant};

use super::forms::{ENDINGS, Format, formats};
use super::handout::Sheets;
use super::import::lost;
use super::{Checked, Language, Outcome, Status, human, output, read, say, word};

pub(super) const HELP: &str = "The form follows the ending of OUT where --format is left out.\n\n\
    Examples:\n  \
    transpacific export timeline.ron -o picture.png --scale 2\n  \
    transpacific export timeline.ron -o occupation.pdf --from 1945 --to 1952 --theme print --lang ja\n  \
    transpacific export timeline.ron -o trade.svg --filter \"category:trade\"\n  \
    transpacific export timeline.ron -o timeline.html\n  \
    transpacific export timeline.ron -o sheet.pdf --format worksheet-dates --from 1945 --to 1960\n\n\
    Exit status: 0 when all is well, 1 when the timeline has errors, 2 when it could not be done as asked.";

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The timeline to read; `-` is the standard input
    file: PathBuf,
    /// The file to write; `-` is the standard output
    #[arg(short, long)]
    output: PathBuf,
    /// The form to write; without it the output's ending decides
    #[arg(long, value_parser = word::of(formats()))]
    format: Option<Format>,
    /// Replace the output if there is one already
    #[arg(long)]
    force: bool,
    /// The story whose notes are written, the only one when left out; or whose events are handed out, in its order
    #[arg(long, value_name = "ID")]
    story: Option<String>,
    /// The language of dates and titles; English when left out
    #[arg(long, value_enum)]
    lang: Option<Language>,
    #[command(flatten)]
    picture: Picture,
    #[command(flatten)]
    sheets: Sheets,
}

/// What only pictures and pages have; sheets for a class have some of it.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Pictures and pages")]
struct Picture {
    /// Where the picture begins; with the first event when left out
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Where the picture ends; with the last event when left out
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Only events that match, in the words of the search field
    #[arg(long, value_name = "WORDS")]
    filter: Option<String>,
    /// Width in points, from 400 to 20000; 1600 when left out
    #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u16).range(400..=20_000))]
    width: Option<u16>,
    /// Height in points, from 300 to 20000; 1000 when left out
    #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u16).range(300..=20_000))]
    height: Option<u16>,
    /// Colours; light when left out, print on paper. A page has both, and starts in what the reader's system is set to
    #[arg(long, value_enum)]
    theme: Option<Colours>,
    /// With a ruler of the Japanese eras under the axis
    #[arg(long)]
    era_ruler: bool,
    /// PDF: a poster on this paper instead of a picture in its own size; of handouts a4 or letter
    #[arg(long, value_parser = paper(), conflicts_with_all = ["width", "height"])]
    paper: Option<Paper>,
    /// Poster: upright
    #[arg(long, requires = "paper")]
    portrait: bool,
    /// Poster: from how many metres it is to be read, from 0.2 to 20; what is usual for the paper when left out
    #[arg(long, value_name = "METRES", requires = "paper", value_parser = distance)]
    distance: Option<f32>,
    /// Poster: print it on sheets of this size, with cut marks
    #[arg(long, value_parser = paper(), requires = "paper")]
    tiles: Option<Paper>,
    /// PNG: pixels for a point, from 0.1 to 20; 1 when left out
    #[arg(long, value_parser = scale)]
    scale: Option<f32>,
    /// PNG: without a ground
    #[arg(long)]
    transparent: bool,
    /// SVG: bring the fonts along, cut down to the letters that are used
    #[arg(long)]
    embed_fonts: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
    /// Black on white, for paper
    Print,
}

/// What is made of so many events may take longer than a second.
const MANY: usize = 50_000;

fn paper() -> impl TypedValueParser<Value = Paper> {
    let all = Paper::ALL.map(|paper| (paper, paper.word(), paper.name()));
    word::of(all.to_vec())
}

fn scale(text: &str) -> Result<f32, String> {
    number(text, 0.1)
}

fn distance(text: &str) -> Result<f32, String> {
    number(text, 0.2)
}

fn number(text: &str, least: f32) -> Result<f32, String> {
    let number = text.parse::<f32>().ok();
    let number = number.filter(|number| (least..=20.0).contains(number));
    number.ok_or_else(|| format!("expected a number from {least} to 20"))
}

pub(super) fn run(asked: &Export) -> anyhow::Result<Outcome> {
    let format = asked.format()?;
    asked.fits(format)?;
    output::check(&asked.output, &asked.file, asked.force)?;
    let document = read(&asked.file)?;
    let mut status = Status::default();
    if document.timeline.events.len() >= MANY {
        status.show(&format!("{}: making …", asked.output.display()));
    }
    let bytes = asked.bytes(&document, format);
    status.clear();
    output::write(&asked.output, bytes?)?;
    if !document.is_broken() {
        return Ok(Outcome::Fine);
    }
    let remarks = Vec::new();
    say(&human(&Checked { document, remarks }));
    say("what could be read has been written\n");
    Ok(Outcome::InputHasErrors)
}

impl Export {
    fn format(&self) -> anyhow::Result<Format> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = self.output.extension().unwrap_or_default();
        let mut known = ENDINGS.iter();
        let found = known.find(|(known, _)| ending.eq_ignore_ascii_case(known));
        let endings = || {
            let endings = ENDINGS.iter().map(|(ending, _)| format!(".{ending}"));
            endings.collect::<Vec<_>>().join(", ")
        };
        let found = found.map(|(_, format)| match (*format, &self.story) {
            // Of a story there are notes alone.
            (Format::Page, Some(_)) => Format::Notes,
            (format, _) => format,
        });
        found.ok_or_else(|| {
            anyhow!(
                "expected --format, or an output that ends in one of {}: {}",
                endings(),
                self.output.display()
            )
        })
    }

    /// Whether what was asked makes sense for a form.
    fn fits(&self, format: Format) -> anyhow::Result<()> {
        let (is_picture, is_sheet) = (format.is_picture(), format.sheet().is_some());
        self.sheets.fits(format.sheet())?;
        ensure!(
            format == Format::Notes || is_sheet || self.story.is_none(),
            "expected --story with --format notes, handout, worksheet-dates or worksheet-titles alone"
        );
        ensure!(
            format != Format::Json || self.lang.is_none(),
            "expected --lang with another form: json has all languages"
        );
        let Picture {
            from,
            to,
            filter,
            width,
            height,
            theme,
            era_ruler,
            scale,
            transparent,
            embed_fonts,
            paper,
            portrait,
            distance,
            tiles,
        } = &self.picture;
        let has_any = from.is_some() || to.is_some() || filter.is_some();
        let is_page = format == Format::Page;
        ensure!(
            is_picture || is_page || is_sheet || !has_any,
            "expected --from, --to and --filter with pictures, pages, handouts and worksheets alone"
        );
        ensure!(
            is_picture || is_page || theme.is_none(),
            "expected --theme with svg, png, pdf and page alone"
        );
        ensure!(
            is_picture || is_page || !era_ruler,
            "expected --era-ruler with svg, png, pdf and page alone"
        );
        ensure!(
            is_picture || !(width.is_some() || height.is_some()),
            "expected --width and --height with svg, png and pdf alone"
        );
        ensure!(
            !is_page || *theme != Some(Colours::Print),
            "expected --theme light or dark with page: on paper it is black on white in any case"
        );
        ensure!(
            format == Format::Png || !(scale.is_some() || *transparent),
            "expected --scale and --transparent with png alone"
        );
        ensure!(
            format == Format::Pdf || is_sheet || paper.is_none(),
            "expected --paper with pdf, handouts and worksheets alone"
        );
        ensure!(
            !is_sheet || !(*portrait || distance.is_some() || tiles.is_some()),
            "expected --portrait, --distance and --tiles with pdf alone"
        );
        ensure!(
            format == Format::Svg || !embed_fonts,
            "expected --embed-fonts with svg alone"
        );
        Ok(())
    }

    fn bytes(&self, document: &Document, format: Format) -> anyhow::Result<Vec<u8>> {
        let timeline = &document.timeline;
        let product = match format {
            Format::Foreign(format) => return self.foreign(document, format),
            Format::Json => return Ok(export::json(document).into_bytes()),
            Format::Notes => {
                let story = story(timeline, self.story.as_deref())?;
                return Ok(export::notes(timeline, story, self.lang()).into_bytes());
            }
            Format::Page => Product::Page(self.picture.start()),
            Format::Sheets(leaf) => Product::Handout(self.handout(timeline, leaf)?),
            _ => self.picture.product(format),
        };
        self.made(timeline, product)
    }

    fn handout(&self, timeline: &Timeline, leaf: Leaf) -> anyhow::Result<Handout> {
        let asked = self.story.as_deref();
        ensure!(
            asked.is_none() || !timeline.stories.is_empty(),
            "this timeline has no stories"
        );
        let story = asked.map(|id| story(timeline, Some(id))).transpose()?;
        let all = &timeline.stories;
        let index = story.and_then(|story| all.iter().position(|other| other.id == story.id));
        self.sheets.handout(leaf, self.picture.paper, index)
    }

    fn foreign(&self, document: &Document, format: exchange::Format) -> anyhow::Result<Vec<u8>> {
        let written = exchange::write(document, format, self.lang());
        let written = written.ok_or_else(|| anyhow!("{} is only read", format.name()))?;
        lost(&written.losses);
        Ok(written.text.into_bytes())
    }

    fn made(&self, timeline: &Timeline, product: Product) -> anyhow::Result<Vec<u8>> {
        let query = Query::parse(self.picture.filter.as_deref().unwrap_or_default());
        if let Some(problem) = query.problems(timeline).first() {
            bail!("--filter: {}", problem.message.text(Lang::En));
        }
        let selection = SearchIndex::new(timeline).select(timeline, &query);
        let order = Order {
            product,
            window: self.picture.window(timeline)?,
            colours: self.picture.colours(matches!(product, Product::Handout(_))),
            lang: self.lang(),
            era_ruler: self.picture.era_ruler,
        };
        let drawn = export::made(timeline, &selection, &order, &AtomicBool::new(false))?;
        if let Some(remark) = drawn.remark() {
            let remark = remark.text(Lang::En);
            say(&format!(
                "warning: {remark}
"
            ));
        }
        Ok(drawn.bytes)
    }

    fn lang(&self) -> Lang {
        self.lang.map_or(Lang::En, Language::lang)
    }
}

impl Picture {
    /// What is drawn in this form.
    fn product(&self, format: Format) -> Product {
        if let Some(poster) = self.poster() {
            return Product::Poster(poster);
        }
        let form = match format {
            Format::Svg if self.embed_fonts => Form::Svg(Lettering::Embedded),
            Format::Svg => Form::Svg(Lettering::Named),
            Format::Png => Form::Png {
                scale: self.scale.unwrap_or(1.0),
                transparent: self.transparent,
            },
            _ => Form::Pdf,
        };
        Product::Picture(self.size(), form)
    }

    /// The theme that a page starts in.
    fn start(&self) -> Start {
        match self.theme {
            Some(Colours::Dark) => Start::Dark,
            Some(Colours::Light) => Start::Light,
            Some(Colours::Print) | None => Start::System,
        }
    }

    fn size(&self) -> Size {
        Size {
            width: f32::from(self.width.unwrap_or(1600)),
            height: f32::from(self.height.unwrap_or(1000)),
        }
    }

    fn colours(&self, is_sheet: bool) -> export::Colours {
        match self.theme {
            Some(Colours::Dark) => export::Colours::Dark,
            Some(Colours::Print) => export::Colours::Print,
            None if self.paper.is_some() || is_sheet => export::Colours::Print,
            Some(Colours::Light) | None => export::Colours::Light,
        }
    }

    /// The poster that is asked for, if one is.
    fn poster(&self) -> Option<Poster> {
        let paper = self.paper?;
        Some(Poster {
            paper,
            is_portrait: self.portrait,
            distance: self.distance.unwrap_or(paper.distance()),
            tiles: self.tiles,
        })
    }

    /// The stretch of time that is asked for, or all there is.
    fn window(&self, timeline: &Timeline) -> anyhow::Result<TimeWindow> {
        let whole = home(timeline);
        let start = self
            .from
            .as_deref()
            .map(|text| day(text, "--from"))
            .transpose()?;
        let end = self
            .to
            .as_deref()
            .map(|text| day(text, "--to"))
            .transpose()?;
        if start.is_none() && end.is_none() {
            return Ok(whole);
        }
        let start = start.map_or(whole.start, |span| span.start);
        let end = end.map_or(whole.end(), |span| span.end);
        ensure!(start < end, "expected --from before --to");
        Ok(TimeWindow::new(start, end - start))
    }
}

/// The days that a date given on the command line covers.
fn day(text: &str, option: &str) -> anyhow::Result<Span> {
    let when = match text.parse::<When>() {
        Ok(when) => when,
        Err(error) => match meant(text).and_then(|meant| meant.text.parse().ok()) {
            Some(when) => when,
            None => bail!("{option} {text}: {error}"),
        },
    };
    let span = when.finite_extent();
    span.ok_or_else(|| anyhow!("{option} {text}: expected a date that begins and ends"))
}

/// The story that is asked for, or the only one.
fn story<'t>(timeline: &'t Timeline, asked: Option<&str>) -> anyhow::Result<&'t Story> {
    match (asked, timeline.stories.as_slice()) {
        (_, []) => bail!("this timeline has no stories, so there are no notes to write"),
        (None, [story]) => Ok(story),
        (None, _) => bail!("expected --story with the id of one: {}", stories(timeline)),
        (Some(id), all) => {
            let ids = all.iter().map(|story| &*story.id);
            let hint = || match nearest(id, ids) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("there are: {}", stories(timeline)),
            };
            let found = timeline.story(id);
            found.ok_or_else(|| anyhow!("there is no story `{id}`; {}", hint()))
        }
    }
}

/// The ids of the stories; of very many the first.
fn stories(timeline: &Timeline) -> String {
    const NAMED_MOST: usize = 20;
    let ids = timeline.stories.iter().map(|story| &*story.id);
    let mut named: Vec<_> = ids.take(NAMED_MOST).collect();
    if timeline.stories.len() > NAMED_MOST {
        named.push("…");
    }
    named.join(", ")
}
