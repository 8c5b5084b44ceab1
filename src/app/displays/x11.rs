//! Hears on X11 that a display comes, goes or changes, and makes the toolkit look again.
//!
//! The toolkit (winit 0.30) keeps its list of displays until it hears of a change, and does not hear: it asks for
//! RandR's events, but reads the connection through Xlib, which drops the events of an extension that libXrandr would
//! have to explain to it (rust-windowing/winit#3405). It does look again when a window of its own gets a new property
//! `RESOURCE_MANAGER`, so the main window is given one: nothing is appended to it, which tells the window and changes
//! nothing (the way in which ICCCM 2.0, section 2.1, has a client ask for a sign of life).

use std::thread::Builder;
use std::time::Duration;

use anyhow::Context as _;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
use x11rb::protocol::xproto::{AtomEnum, PropMode, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long the toolkit is given to read its list again before the next frame.
const LOOKING: Duration = Duration::from_millis(100);

/// Listens as long as the program runs, for the main window by its number; without an X server, not at all.
pub(super) fn listen(ctx: &egui::Context, window: u64) {
    // Where the toolkit speaks Wayland it hears for itself; an X server may be there all the same.
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET") || !is_set("DISPLAY") {
        return;
    }
    let Ok(window) = Window::try_from(window) else {
        return;
    };
    let ctx = ctx.clone();
    let thread = Builder::new().name("displays".to_owned());
    // Without the thread, or once the connection is gone, displays are as they were at the start.
    let _ = thread.spawn(move || pass_on(&ctx, window));
}

/// Passes on what RandR tells until the connection ends.
fn pass_on(ctx: &egui::Context, window: Window) -> anyhow::Result<()> {
    let connection = connect()?;
    loop {
        match connection.wait_for_event()? {
            Event::RandrNotify(_) | Event::RandrScreenChangeNotify(_) => {
                nudge(&connection, window)?;
                ctx.request_repaint_after(LOOKING);
            }
            _ => {}
        }
    }
}

/// A connection of its own, to which RandR tells of changes.
fn connect() -> anyhow::Result<RustConnection> {
    let (connection, screen) = RustConnection::connect(None)?;
    let screen = connection.setup().roots.get(screen);
    let root = screen.context("screenless")?.root;
    let changes = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
    connection.randr_select_input(root, changes)?.check()?;
    Ok(connection)
}

/// Writes the property that the toolkit watches, without a change to it.
fn nudge(connection: &RustConnection, window: Window) -> anyhow::Result<()> {
    let property = AtomEnum::RESOURCE_MANAGER;
    connection.change_property8(PropMode::APPEND, window, property, AtomEnum::STRING, &[])?;
    connection.flush()?;
    Ok(())
}
