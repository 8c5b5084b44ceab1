//! The program, running.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

use tempfile::TempDir;

use crate::desk::{PATIENCE, ask, ready, wait_for, within_patience, xdotool};
use crate::picture::{Area, Picture};
use crate::{BELOW_THE_TOP_BAR, MIDDLE, SIZE, TITLE};

/// The program, running in folders of its own.
pub(crate) struct Program {
    child: Child,
    /// Number of its main window.
    window: String,
    folder: TempDir,
}

impl Program {
    /// Starts on a copy of the file that ships, says how long the first picture took, and gives the window its size.
    pub(crate) fn start() -> Self {
        let binary = ready();
        let folder = tempfile::tempdir().expect("Make room for a temporary folder.");
        fs::create_dir(folder.path().join("files")).expect("Make room in the temporary folder.");
        fs::copy(shipped(), file_in(&folder)).expect("Make timeline.ron readable.");
        let begun = Instant::now();
        let child = spawn(&binary, &folder);
        let mut program = Self {
            child,
            window: String::new(),
            folder,
        };
        program.window = program.appeared();
        wait_for("a picture in the window", || {
            Picture::take(&program.window, Some(TITLE)).filter(Picture::has_contrast)
        });
        let took = begun.elapsed().as_millis();
        println!(
            "the first picture was seen {took} ms after the start (aim: 300 ms with a graphics card)"
        );
        program.arrange();
        program
    }

    /// The window, once there is one.
    fn appeared(&mut self) -> String {
        wait_for("a window of the class transpacific", || {
            let ended = self.child.try_wait().ok().flatten();
            assert!(
                ended.is_none(),
                "Make the program stay; it ended with {ended:?} and said: {}",
                errors_in(&self.folder)
            );
            windows().pop()
        })
    }

    /// Gives the window its place, its size and the keyboard.
    fn arrange(&self) {
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        xdotool(&["windowsize", &self.window, &width, &height]);
        xdotool(&["windowmove", &self.window, "0", "0"]);
        self.focus();
        wait_for("the window to take the size 1440 × 900", || {
            Place::of(&self.window).filter(|place| (place.width, place.height) == SIZE)
        });
        self.point(MIDDLE.0, MIDDLE.1);
    }

    /// Gives the main window the keyboard.
    pub(crate) fn focus(&self) {
        xdotool(&["windowfocus", &self.window]);
    }

    /// Where the main window stands.
    pub(crate) fn place(&self) -> Option<Place> {
        Place::of(&self.window)
    }

    /// The other window, where there is one.
    pub(crate) fn second(&self) -> Option<String> {
        windows().into_iter().find(|window| *window != self.window)
    }

    /// Moves the pointer to a place in the window.
    pub(crate) fn point(&self, x: u32, y: u32) {
        let (x, y) = (x.to_string(), y.to_string());
        xdotool(&["mousemove", "--window", &self.window, &x, &y]);
    }

    pub(crate) fn look(&self) -> Option<Picture> {
        Picture::take(&self.window, None).filter(|picture| picture.0.dimensions() == SIZE)
    }

    /// The first picture that is as it should be.
    pub(crate) fn until(&self, what: &str, is_so: impl Fn(&Picture) -> bool) -> Picture {
        let mut last = None;
        let found = within_patience(|| {
            last = self.look();
            last.take_if(|picture| is_so(picture))
        });
        found.unwrap_or_else(|| {
            if let Some(picture) = last {
                picture.save("failed");
            }
            panic!(
                "Make this happen within {PATIENCE:?}: {what}. See target/window-test/failed.png."
            )
        })
    }

    /// Looks at the title alone, which takes less time, until it is as it should be.
    pub(crate) fn until_title(&self, is_so: impl Fn(&Picture) -> bool) {
        let (width, height) = (TITLE.right - TITLE.left, TITLE.height());
        wait_for("the title to change", || {
            let part = Picture::take(&self.window, Some(TITLE))?;
            let mut whole = image::RgbImage::new(SIZE.0, SIZE.1);
            image::imageops::replace(
                &mut whole,
                &part.0,
                i64::from(TITLE.left),
                i64::from(TITLE.top),
            );
            let fits = part.0.dimensions() == (width, height);
            (fits && is_so(&Picture(whole))).then_some(())
        });
    }

    /// What the file says.
    pub(crate) fn text(&self) -> String {
        fs::read_to_string(file_in(&self.folder)).expect("Leave the file where it is.")
    }

    /// Waits until the file says what it should.
    pub(crate) fn until_text(&self, is_so: impl Fn(&str) -> bool) -> String {
        wait_for("the file to be written", || {
            let text = fs::read_to_string(file_in(&self.folder)).ok()?;
            is_so(&text).then_some(text)
        })
    }

    /// Writes the file as another program would.
    pub(crate) fn rewrite(&self, text: &str) {
        fs::write(file_in(&self.folder), text).expect("Leave the file where it is.");
    }

    /// The picture once nothing moves any more. The search field is left out: its cursor blinks.
    pub(crate) fn rest(&self) -> Picture {
        self.rest_in(BELOW_THE_TOP_BAR)
    }

    /// The picture once nothing moves any more in a part of it.
    pub(crate) fn rest_in(&self, part: Area) -> Picture {
        let mut last: Option<Picture> = None;
        wait_for("the window to come to rest", || {
            let picture = self.look()?;
            let still = last
                .as_ref()
                .is_some_and(|last| picture.change(last, part) == 0.0);
            last = Some(picture);
            last.take_if(|_| still)
        })
    }

    /// Asks the window manager to close the window, and looks at what the program leaves behind.
    pub(crate) fn close(mut self) {
        self.focus();
        xdotool(&["key", "alt+F4"]);
        let status: ExitStatus = wait_for("the program to end when its window is closed", || {
            self.child.try_wait().ok().flatten()
        });
        let errors = errors_in(&self.folder);
        assert!(
            status.success(),
            "Make the program end well: {status}\n{errors}"
        );
        assert!(!errors.contains("panicked"), "Remove this panic:\n{errors}");
        let same = fs::read(file_in(&self.folder)).ok() == fs::read(shipped()).ok();
        assert!(same, "Leave timeline.ron as it is: nobody edited it.");
        let left = fs::read_dir(self.folder.path().join("files")).map(Iterator::count);
        assert_eq!(left.ok(), Some(1), "Leave nothing beside timeline.ron.");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Where it has ended already there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where a window stands among all displays, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) x: u32,
    pub(crate) y: u32,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Place {
    pub(crate) fn of(window: &str) -> Option<Self> {
        let said = ask("xdotool", &["getwindowgeometry", "--shell", window])?;
        let number = |name: &str| {
            let line = said.lines().find_map(|line| line.strip_prefix(name));
            line?.strip_prefix('=')?.parse().ok()
        };
        Some(Self {
            x: number("X")?,
            y: number("Y")?,
            width: number("WIDTH")?,
            height: number("HEIGHT")?,
        })
    }
}

/// The windows of the program that can be seen.
fn windows() -> Vec<String> {
    let found = ask(
        "xdotool",
        &["search", "--onlyvisible", "--class", "transpacific"],
    );
    let found = found.unwrap_or_default();
    found.lines().map(str::to_owned).collect()
}

fn spawn(binary: &Path, folder: &TempDir) -> Child {
    let errors = fs::File::create(folder.path().join("errors"));
    let mut command = Command::new(binary);
    for name in [
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ] {
        command.env(name, folder.path().join("home"));
    }
    command
        .arg(file_in(folder))
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .stderr(errors.expect("Make room in the temporary folder."))
        .spawn()
        .expect("Make the binary executable.")
}

fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("files/timeline.ron")
}

fn errors_in(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("errors")).unwrap_or_default()
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("timeline.ron")
}
