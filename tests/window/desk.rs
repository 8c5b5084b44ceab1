//! The screen, the mouse and the keyboard, and how long one waits for them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long anything may take that the window is asked for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// The displays by the names of the dummy driver, from left to right, and their size.
pub(crate) const DISPLAYS: [&str; 2] = ["DUMMY0", "DUMMY1"];
pub(crate) const DISPLAY: (u32, u32) = (1920, 1080);
/// How to start the X server.
const SERVER: &str =
    "Xorg :91 -config tests/window/xorg.conf -noreset +extension GLX +extension RANDR";
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// The binary, when everything is there that this needs.
pub(crate) fn ready() -> PathBuf {
    let display = std::env::var_os("DISPLAY");
    assert!(
        display.is_some(),
        "Set DISPLAY to an X server with two displays, or start one: \
         apt-get install xserver-xorg-core xserver-xorg-video-dummy; {SERVER}"
    );
    assert!(
        ask("xdotool", &["version"]).is_some(),
        "Install xdotool, and see that DISPLAY={display:?} answers: apt-get install xdotool"
    );
    assert!(
        ask("xdotool", &["get_num_desktops"]).is_some(),
        "Start a window manager on {display:?}: apt-get install openbox; openbox"
    );
    assert!(
        ask("import", &["-version"]).is_some(),
        "Install ImageMagick: apt-get install imagemagick"
    );
    let binary = std::env::var_os("TRANSPACIFIC_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/transpacific"),
        PathBuf::from,
    );
    assert!(
        binary.is_file(),
        "Build the program with cargo build --release, or name it in TRANSPACIFIC_BIN: {}",
        binary.display()
    );
    binary
}

/// One test at a time has the displays, both of them on, the mouse and the keyboard.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    static DESK: Mutex<()> = Mutex::new(());
    let desk = DESK.lock().unwrap_or_else(PoisonError::into_inner);
    plug_in();
    desk
}

/// Both displays on, side by side.
pub(crate) fn plug_in() {
    let size = format!("{}x{}", DISPLAY.0, DISPLAY.1);
    let place = [&["--pos", "0x0"], &["--right-of", DISPLAYS[0]]];
    for (display, place) in DISPLAYS.into_iter().zip(place) {
        // Where the display has the mode already, this fails, and may.
        let _ = ask("xrandr", &["--addmode", display, &size]);
        let arguments = [&["--output", display, "--mode", &size], place.as_slice()].concat();
        assert!(
            ask("xrandr", &arguments).is_some(),
            "Install xrandr (apt-get install x11-xserver-utils), and start the X server with two displays: {SERVER}"
        );
    }
}

/// What a command prints, when it succeeds.
pub(crate) fn ask(command: &str, arguments: &[&str]) -> Option<String> {
    let output = run(command, arguments)?;
    String::from_utf8(output).ok()
}

/// The same in bytes.
pub(crate) fn run(command: &str, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new(command).args(arguments).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// Uses the mouse or the keyboard.
pub(crate) fn xdotool(arguments: &[&str]) {
    assert!(
        ask("xdotool", arguments).is_some(),
        "See why this fails: xdotool {}",
        arguments.join(" ")
    );
}

/// Looks until there is something.
pub(crate) fn wait_for<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within_patience(look).unwrap_or_else(|| panic!("Make this happen within {PATIENCE:?}: {what}."))
}

/// Looks until there is something or patience ends.
pub(crate) fn within_patience<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        let seen = look();
        if seen.is_some() || begun.elapsed() > PATIENCE {
            return seen;
        }
        std::thread::sleep(PAUSE);
    }
}
