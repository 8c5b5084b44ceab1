//! What it costs to open a timeline and to move about in it: the one that ships, and generated ones of up to a million
//! events.
//!
//! ```text
//! cargo bench --bench frames
//! FRAMES_N=100000 cargo bench --bench frames
//! cargo bench --bench frames -- --slides                      (lessons alone; three minutes)
//! FRAMES_DETAIL=1 cargo bench --bench frames -- --one FILE     (one file, its frames by their parts)
//! ```
//!
//! Everything up to the triangles is done as in the window, without a window: the toolkit is handed wheel and pointer,
//! the actions are applied, the picture is tessellated. What a graphics card does then is not measured. Each size has
//! a process of its own, so that the memory of one is not counted for another. Prints a table, writes it to
//! `target/frames.json`, and judges nothing.

#![expect(clippy::print_stdout, reason = "printing figures is what it is for")]

#[path = "frames/flights.rs"]
mod flights;
#[path = "frames/generated.rs"]
mod generated;
#[path = "frames/script.rs"]
mod script;
#[path = "frames/slides.rs"]
mod slides;
#[path = "frames/spread.rs"]
mod spread;
#[path = "frames/told.rs"]
mod told;
#[path = "frames/window.rs"]
mod window;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use transpacific::app;
use transpacific::document::Document;

use script::script;
use spread::{Spread, ms};
use window::{Frame, Window, dressed, place};

/// Events in the generated timelines, unless `FRAMES_N` says otherwise.
const SIZES: &str = "100,1000,10000,100000,1000000";
/// The argument that makes a process measure one file and say what it found.
const ONE: &str = "--one";
/// The argument that makes it measure slides and nothing else.
const SLIDES: &str = "--slides";
/// What is typed, a letter at a time.
const TYPED: &str = "treaty talks";

/// The figures of one size, in milliseconds and megabytes (10⁶ bytes).
#[derive(Debug, Serialize, Deserialize)]
struct Figures {
    n: usize,
    file_mb: f64,
    /// From the file to a document that can be searched.
    load_ms: f64,
    /// From the file to a picture with all its names.
    first_frame_ms: f64,
    /// Measuring all names and finding their rows, nothing known before.
    place_ms: f64,
    frame_ms: Spread,
    /// A click on a category to the frame that shows it.
    category_ms: f64,
    /// The dearest keystroke to the frame that shows its result, and to the one with the names placed.
    search_ms: f64,
    search_placed_ms: f64,
    /// The dearest frame while a document opens or a search is under way.
    waiting_frame_ms: f64,
    rss_mb: Option<f64>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(file) = arguments.iter().skip_while(|it| *it != ONE).nth(1) {
        let figures = measure(Path::new(file));
        println!("{}", serde_json::to_string(&figures).unwrap_or_default());
        return;
    }
    if arguments.iter().any(|it| it == SLIDES) {
        slides::in_flight();
        flights::whole();
        return;
    }
    first_frame();
    parse_shipped();
    println!("\nA zoom and a pan in {} frames, ms", script().len());
    Spread::heading();
    let mut window = Window::new(app::built_in());
    window.settle();
    in_detail("the file that ships", &window.run(&script()));
    slides::in_flight();
    flights::whole();
    sizes();
}

/// From the start of the process to the first picture.
fn first_frame() {
    let begun = Instant::now();
    let ctx = egui::Context::default();
    let look = dressed(&ctx);
    let fonts = begun.elapsed();
    let mut window = Window::with(ctx, look, app::built_in());
    let opened = begun.elapsed();
    let frame = window.frame(&[]);
    println!(
        "The first frame of the file that ships, ms: fonts {:.1}, document {:.1}, ui and layout {:.1}, tessellation {:.1}",
        ms(fonts),
        ms(opened - fonts),
        ms(frame.ui),
        ms(frame.tessellation)
    );
}

/// How long it takes to read the file that ships.
fn parse_shipped() {
    let text = app::built_in().document().text.clone();
    let times = (0..30).map(|_| {
        let begun = Instant::now();
        black_box(Document::parse("timeline.ron", black_box(text.as_str())));
        ms(begun.elapsed())
    });
    let spread = Spread::of(times);
    println!(
        "Document::parse of it ({} kB), ms: median {:.2}, max {:.2}",
        text.len() / 1000,
        spread.median,
        spread.max
    );
}

fn in_detail(name: &str, frames: &[Frame]) {
    Spread::of(frames.iter().map(|frame| ms(frame.total()))).print(name, 2);
    Spread::of(frames.iter().map(|frame| ms(frame.ui))).print("  ui and layout", 2);
    Spread::of(frames.iter().map(|frame| ms(frame.apply))).print("  apply", 2);
    Spread::of(frames.iter().map(|frame| ms(frame.tessellation))).print("  tessellation", 2);
    Spread::of(frames.iter().map(|frame| frame.shapes as f64)).print("  shapes", 0);
    Spread::of(frames.iter().map(|frame| frame.vertices as f64)).print("  vertices", 0);
    Spread::of(frames.iter().map(|frame| frame.days)).print("  days in view", 0);
}

/// The table of all sizes.
fn sizes() {
    let sizes = std::env::var("FRAMES_N").unwrap_or_else(|_| SIZES.to_owned());
    println!(
        "\n| events | file MB | load ms | first picture ms | place ms | frame ms: median | p95 | p99 | max | category ms | search ms | … with names | dearest frame meanwhile | memory MB |"
    );
    println!("{}|", "|---".repeat(14));
    let mut all = Vec::new();
    for size in sizes.split(',') {
        match size.trim().parse() {
            Ok(count) => all.extend(in_a_process_of_its_own(count).inspect(Figures::print)),
            Err(_) => {
                println!("FRAMES_N: expected numbers with commas between them but found {size:?}")
            }
        }
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let path = PathBuf::from(target).join("frames.json");
    let json = serde_json::to_string_pretty(&all).unwrap_or_default();
    match std::fs::write(&path, json) {
        Ok(()) => println!("\nwritten to {}", path.display()),
        Err(error) => println!("\nnot written: {error}: {}", path.display()),
    }
}

fn in_a_process_of_its_own(count: usize) -> Option<Figures> {
    let folder = tempfile::tempdir().ok()?;
    let file = folder.path().join("generated.ron");
    std::fs::write(&file, generated::timeline(count)).ok()?;
    let output = Command::new(std::env::current_exe().ok()?)
        .arg(ONE)
        .arg(&file)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let figures = serde_json::from_str(said.lines().last().unwrap_or_default());
    if figures.is_err() {
        println!(
            "{count} events: {} {}",
            said.trim(),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    figures.ok()
}

fn measure(file: &Path) -> Option<Figures> {
    let begun = Instant::now();
    let loaded = app::load(file).ok()?;
    let load = begun.elapsed();
    let document = loaded.document();
    let (n, bytes) = (document.timeline.events.len(), document.text.len());
    let wrong = document.errors() + document.warnings();
    if wrong > 0 {
        println!("{wrong} problems; the figures are of what is left");
    }
    let opened = Instant::now();
    let mut window = Window::new(loaded);
    let opening = opened.elapsed().max(window.settle());
    let first = begun.elapsed();
    let rss_mb = resident_mb();
    // The hand comes to a window that has just opened: no text has been laid out before.
    let frames = window.run(&script());
    if std::env::var_os("FRAMES_DETAIL").is_some() {
        Spread::heading();
        in_detail("in detail", &frames);
    }
    let place = (0..3).map(|_| place(&window.workspace)).min()?;
    let category = window.toggle_category();
    let ends = TYPED
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8());
    let searches: Vec<_> = ends
        .map(|end| window.type_into_search(&TYPED[..end]))
        .collect();
    Some(Figures {
        n,
        file_mb: bytes as f64 / 1e6,
        load_ms: ms(load),
        first_frame_ms: ms(first),
        place_ms: ms(place),
        frame_ms: Spread::of(frames.iter().map(|frame| ms(frame.total()))),
        category_ms: ms(category),
        search_ms: ms(searches.iter().map(|search| search.found).max()?),
        search_placed_ms: ms(searches.iter().map(|search| search.placed).max()?),
        waiting_frame_ms: ms(searches
            .iter()
            .map(|search| search.dearest)
            .fold(opening, Duration::max)),
        rss_mb,
    })
}

/// Memory in use; known on Linux only.
fn resident_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

impl Figures {
    fn print(&self) {
        let Spread {
            median,
            p95,
            p99,
            max,
        } = self.frame_ms;
        println!(
            "| {} | {:.1} | {:.0} | {:.0} | {:.1} | {median:.2} | {p95:.2} | {p99:.2} | {max:.2} | {:.1} | {:.1} | {:.1} | {:.1} | {:.0} |",
            self.n,
            self.file_mb,
            self.load_ms,
            self.first_frame_ms,
            self.place_ms,
            self.category_ms,
            self.search_ms,
            self.search_placed_ms,
            self.waiting_frame_ms,
            self.rss_mb.unwrap_or(f64::NAN)
        );
    }
}
