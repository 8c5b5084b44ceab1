//! A browser without a window, spoken to over the DevTools protocol.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// How long the browser may take to answer or to do what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser with one page, which ends with this value.
pub(crate) struct Browser {
    process: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    last: u64,
    /// What has happened, in order.
    events: Vec<(String, Value)>,
    _profile: tempfile::TempDir,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself already.
        let _ = self.send("Browser.close", json!({}), false);
        let until = Instant::now() + Duration::from_secs(5);
        while Instant::now() < until && matches!(self.process.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Browser {
    /// Starts the browser with a page of a size, off the network.
    pub(crate) fn start(width: u32, height: u32) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the browser");
        let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
        let mut process = Command::new(&program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
            ])
            .args(["--disable-background-networking", "--hide-scrollbars"])
            .args([
                "--remote-debugging-port=0",
                "--host-resolver-rules=MAP * ~NOTFOUND",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        let said = process.stderr.take().expect("what the browser says");
        let address = address(said);
        let (mut socket, _) = tungstenite::connect(&address).expect("a way to the browser");
        if let MaybeTlsStream::Plain(stream) = socket.get_mut() {
            let patience = stream.set_read_timeout(Some(PATIENCE));
            patience.expect("a limit to waiting");
        }
        let mut browser = Self {
            process,
            socket,
            session: String::new(),
            last: 0,
            events: Vec::new(),
            _profile: profile,
        };
        browser.attach(width, height);
        browser
    }

    fn attach(&mut self, width: u32, height: u32) {
        let targets = self.call("Target.getTargets", json!({}));
        let all = targets["targetInfos"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let page = all.iter().find(|target| target["type"] == "page");
        let id = page.expect("a page")["targetId"].clone();
        let attached = self.call(
            "Target.attachToTarget",
            json!({"targetId": id, "flatten": true}),
        );
        attached["sessionId"]
            .as_str()
            .expect("a session")
            .clone_into(&mut self.session);
        for room in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"] {
            self.call(&format!("{room}.enable"), json!({}));
        }
        let offline = json!({"offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.call("Network.emulateNetworkConditions", offline);
        self.resize(width, height);
    }

    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Opens a file, and waits until it is there.
    pub(crate) fn open(&mut self, path: &Path) {
        self.events.clear();
        let url = url::Url::from_file_path(path).expect("the address of a file");
        self.call("Page.navigate", json!({"url": url.as_str()}));
        let until = Instant::now() + PATIENCE;
        while !self
            .events
            .iter()
            .any(|(name, _)| name == "Page.loadEventFired")
        {
            assert!(Instant::now() < until, "the page does not load");
            self.call("Page.getLayoutMetrics", json!({}));
        }
    }

    /// Asks for something, and gives back the answer.
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        let id = self.send(method, parameters, true);
        loop {
            let message = self.socket.read().expect("an answer of the browser");
            let Message::Text(text) = message else {
                continue;
            };
            let message: Value = serde_json::from_str(&text).expect("JSON");
            if message["id"] == id {
                let error = &message["error"];
                assert!(error.is_null(), "{method}: {error}");
                return message["result"].clone();
            }
            if let Some(name) = message["method"].as_str() {
                self.events
                    .push((name.to_owned(), message["params"].clone()));
            }
        }
    }

    fn send(&mut self, method: &str, parameters: Value, must: bool) -> u64 {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": parameters});
        if !self.session.is_empty() && !method.starts_with("Browser.") {
            message["sessionId"] = json!(self.session);
        }
        let sent = self.socket.send(Message::text(message.to_string()));
        assert!(sent.is_ok() || !must, "{method} could not be sent");
        self.last
    }

    /// The value of an expression in the page.
    pub(crate) fn ask(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", asked);
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// The same as text.
    pub(crate) fn text(&mut self, expression: &str) -> String {
        let value = self.ask(expression);
        value
            .as_str()
            .unwrap_or_else(|| panic!("{expression} is {value}"))
            .to_owned()
    }

    /// Waits until an expression is true.
    pub(crate) fn until(&mut self, what: &str, expression: &str) {
        let until = Instant::now() + PATIENCE;
        while self.ask(expression) != json!(true) {
            assert!(Instant::now() < until, "{what}: {expression}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Lets what moves come to rest.
    pub(crate) fn rest(&mut self) {
        let frame = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('#picture')?.innerHTML ?? ''))))";
        let until = Instant::now() + PATIENCE;
        let mut before = Value::Null;
        loop {
            std::thread::sleep(Duration::from_millis(60));
            let now = self.ask(frame);
            if now == before {
                return;
            }
            assert!(Instant::now() < until, "the picture does not come to rest");
            before = now;
        }
    }

    /// Presses a key.
    pub(crate) fn key(&mut self, key: &str) {
        let mut press = json!({"type": "keyDown", "key": key, "code": key});
        match key {
            "Enter" => press["text"] = json!("\r"),
            _ if key.chars().count() == 1 => press["text"] = json!(key),
            _ => {}
        }
        if let Some(code) = virtual_key(key) {
            press["windowsVirtualKeyCode"] = json!(code);
        }
        self.call("Input.dispatchKeyEvent", press.clone());
        press["type"] = json!("keyUp");
        self.call("Input.dispatchKeyEvent", press);
        self.rest();
    }

    /// Types words into the field that has the focus.
    pub(crate) fn type_in(&mut self, words: &str) {
        self.call("Input.insertText", json!({"text": words}));
        self.rest();
    }

    /// Turns the wheel at a place; negative is away from oneself.
    pub(crate) fn wheel(&mut self, (x, y): (f64, f64), by: f64) {
        let turn = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": by});
        self.call("Input.dispatchMouseEvent", turn);
        self.rest();
    }

    /// Moves the pointer with the button down.
    pub(crate) fn drag(&mut self, from: (f64, f64), to: (f64, f64)) {
        let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        for (kind, at, buttons) in [
            ("mouseMoved", from, 0),
            ("mousePressed", from, 1),
            ("mouseMoved", middle, 1),
            ("mouseMoved", to, 1),
            ("mouseReleased", to, 0),
        ] {
            let pressed = if kind == "mouseMoved" && buttons == 0 {
                "none"
            } else {
                "left"
            };
            let event = json!({"type": kind, "x": at.0, "y": at.1, "button": pressed, "buttons": buttons, "clickCount": 1});
            self.call("Input.dispatchMouseEvent", event);
        }
        self.rest();
    }

    pub(crate) fn click(&mut self, at: (f64, f64)) {
        self.drag(at, at);
    }

    /// Two fingers that go apart from a place.
    pub(crate) fn pinch(&mut self, (x, y): (f64, f64), apart: f64) {
        let at = |by: f64| json!([{"x": x - by, "y": y, "id": 1}, {"x": x + by, "y": y, "id": 2}]);
        self.call(
            "Input.dispatchTouchEvent",
            json!({"type": "touchStart", "touchPoints": at(20.0)}),
        );
        for share in [0.3, 0.6, 1.0] {
            let points = at(20.0 + (apart - 20.0) * share);
            self.call(
                "Input.dispatchTouchEvent",
                json!({"type": "touchMove", "touchPoints": points}),
            );
        }
        self.call(
            "Input.dispatchTouchEvent",
            json!({"type": "touchEnd", "touchPoints": []}),
        );
        self.rest();
    }

    /// Keeps a picture of what is on the screen.
    pub(crate) fn picture(&mut self, name: &str) {
        let shot = self.call("Page.captureScreenshot", json!({"format": "png"}));
        self.keep(name, shot["data"].as_str().expect("a picture"));
    }

    /// Keeps a file that the browser has written.
    pub(crate) fn keep(&self, name: &str, data: &str) {
        use base64::Engine as _;
        let bytes = base64::prelude::BASE64_STANDARD
            .decode(data)
            .expect("base64");
        std::fs::write(folder().join(name), bytes).expect("it is kept");
    }

    /// Fails where anything was asked of the network, an error was said, the page's policy was broken or a dialog shown.
    pub(crate) fn all_was_quiet(&mut self) {
        self.call("Page.getLayoutMetrics", json!({}));
        for (name, parameters) in &self.events {
            match name.as_str() {
                "Network.requestWillBeSent" => {
                    let url = parameters["request"]["url"].as_str().unwrap_or_default();
                    let is_own = url.starts_with("file:") || url.starts_with("data:");
                    assert!(is_own, "something was asked of the network: {url}");
                }
                "Runtime.exceptionThrown"
                | "Runtime.consoleAPICalled"
                | "Page.javascriptDialogOpening" => {
                    panic!("{name}: {parameters}");
                }
                "Log.entryAdded" => panic!("the browser complains: {parameters}"),
                _ => {}
            }
        }
    }
}

/// Where the browser can be spoken to. What else it says is read on, so that it never waits for a reader.
fn address(said: impl std::io::Read + Send + 'static) -> String {
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            if let Some((_, address)) = line.split_once("listening on ") {
                let _ = told.send(address.trim().to_owned());
            }
        }
    });
    heard.recv_timeout(PATIENCE).expect("the browser's address")
}

fn virtual_key(key: &str) -> Option<u32> {
    Some(match key {
        "Enter" => 13,
        "Escape" => 27,
        "Tab" => 9,
        "End" => 35,
        "Home" => 36,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        _ => return None,
    })
}

/// Where pages and pictures of them are kept.
pub(crate) fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../page-test");
    std::fs::create_dir_all(&folder).expect("a folder for the pages");
    folder.canonicalize().expect("its place")
}

/// A timeline as a page, written by the program.
pub(crate) fn exported(name: &str, timeline: &Path, more: &[&str]) -> PathBuf {
    let path = folder().join(name);
    let written = Command::new(env!("CARGO_BIN_EXE_transpacific"))
        .arg("export")
        .arg(timeline)
        .arg("-o")
        .arg(&path)
        .arg("--force")
        .args(more)
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&written.stderr);
    assert!(written.status.code() != Some(2), "{said}");
    path
}

/// The timeline that ships.
pub(crate) fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("timeline.ron")
}
