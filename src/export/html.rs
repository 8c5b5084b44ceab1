//! One page of HTML that needs nothing but itself: its frame, its look, words made safe in it, and notes.
//!
//! Whatever a timeline holds, it comes out as text: a page may have been made of a file that somebody else wrote. Should
//! anything slip through all the same, the page's own policy lets nothing run and nothing be fetched.

use std::fmt::Write as _;

use crate::document::is_web;
use crate::document::notes::{Block, Kind, Run, blocks};
use crate::scene::{Rgba, Theme};
use crate::time::Lang;

/// Nothing from outside, and of what is inside only the look.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The look: a narrow column in large type.
const STYLE: &str = "
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.25rem/1.5 system-ui,-apple-system,'Hiragino Sans','Noto Sans JP',sans-serif;overflow-wrap:anywhere;line-break:strict}
main{max-width:30rem;margin:0 auto;padding:1.25rem 1rem 4rem}
h1,h2,h3,h4,h5{line-height:1.25;margin:0}
h1{font-size:1.7rem}
h2{font-size:1.45rem}
h3{font-size:1.3rem}
h4,h5{font-size:1.2rem}
p,ul,ol,pre,blockquote{margin:.6em 0 0}
header p{margin:.2em 0 0;color:var(--muted);font-size:1rem}
article{margin-top:1.6rem;padding-top:1.2rem;border-top:1px solid var(--line)}
.at{display:flex;gap:.6em;margin:0 0 .15em;color:var(--muted);font-size:1rem}
.at span+span{margin-left:auto;white-space:nowrap}
.when{margin:0 0 .2em;color:var(--accent);font-size:1.05rem}
.when span{display:block}
.own,.sees{margin:.3em 0 0;color:var(--muted);font-size:1.05rem}
.sees ul{margin:.2em 0 0}
.note{margin-top:.9rem}
.note>:first-child{margin-top:0}
.note h3,.note h4,.note h5{margin-top:.8em}
ul,ol{padding-left:1.3em}
li>p:first-child{margin:0}
li+li{margin-top:.25em}
blockquote{padding-left:.8em;border-left:3px solid var(--accent)}
pre{padding:.5em .6em;background:var(--code);border-radius:4px;white-space:pre-wrap}
code{font-size:.9em;font-family:ui-monospace,Menlo,Consolas,monospace}
hr{margin:1em 0;border:0;border-top:1px solid var(--line)}
figure{margin:1rem 0 0;padding-left:.8em;border-left:3px solid var(--accent)}
figure p{margin:0;font-family:Georgia,'Times New Roman','Hiragino Mincho ProN',serif}
:lang(en) figure p{font-style:italic}
figcaption{margin-top:.3em;color:var(--muted);font-size:1rem}
a{color:var(--accent)}
";

/// A whole page of a title and a body that is HTML already.
pub(super) fn page(title: &str, lang: Lang, body: &str) -> String {
    let language = match lang {
        Lang::En => "en",
        Lang::Ja => "ja",
    };
    let (light, dark) = (colours(&Theme::light()), colours(&Theme::dark()));
    let title = escaped(title);
    // A phone takes years for telephone numbers unless it is told.
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <meta name=\"color-scheme\" content=\"light dark\">\n\
        <meta name=\"referrer\" content=\"no-referrer\">\n\
        <meta name=\"format-detection\" content=\"telephone=no\">\n\
        <title>{title}</title>\n<style>\n:root{{{light}}}\n\
        @media (prefers-color-scheme:dark){{:root{{{dark}}}}}{STYLE}</style>\n</head>\n\
        <body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// The colours of a theme by the names that the look uses.
fn colours(theme: &Theme) -> String {
    let named = [
        ("ground", theme.ground),
        ("ink", theme.ink),
        ("muted", theme.muted),
        ("line", theme.line),
        ("accent", theme.accent),
        ("code", theme.era),
    ];
    named
        .map(|(name, color): (_, Rgba)| {
            format!("--{name}:rgb({} {} {})", color.r, color.g, color.b)
        })
        .join(";")
}

/// Text as it stands between tags and in attributes. What no page may hold is shown to be missing.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(letter),
            // Neither HTML nor XML may hold these.
            '\u{FFFE}' | '\u{FFFF}' => safe.push(char::REPLACEMENT_CHARACTER),
            _ if letter.is_control() => safe.push(char::REPLACEMENT_CHARACTER),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Words that lead to a page; the words alone where the address is none of the web.
pub(super) fn link(address: Option<&str>, words: &str) -> String {
    match address.filter(|address| is_web(address)) {
        Some(address) => format!(
            "<a href=\"{}\" rel=\"noopener noreferrer\">{words}</a>",
            escaped(address)
        ),
        None => words.to_owned(),
    }
}

/// A note in Markdown.
pub(super) fn note(text: &str) -> String {
    let mut page = Page::default();
    for block in blocks(text) {
        page.put(&block);
    }
    page.close(0);
    page.html
}

/// A note as far as it has been written.
#[derive(Default)]
struct Page {
    html: String,
    open: Vec<Open>,
}

/// What has been begun and not ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Quote,
    /// A list and an item in it; whether it is numbered.
    List(bool),
}

impl Open {
    fn end(self) -> &'static str {
        match self {
            Self::Quote => "</blockquote>\n",
            Self::List(true) => "</li>\n</ol>\n",
            Self::List(false) => "</li>\n</ul>\n",
        }
    }
}

impl Page {
    fn put(&mut self, block: &Block) {
        let quotes = self
            .open
            .iter()
            .take_while(|open| **open == Open::Quote)
            .count();
        if quotes != block.quoted {
            self.close(0);
            for _ in 0..block.quoted {
                self.html.push_str("<blockquote>\n");
                self.open.push(Open::Quote);
            }
        }
        match block.kind {
            Kind::Item(number) => self.item(block, number),
            // Words after a list end it, and an item's own stay in it.
            _ => self.close(block.quoted.saturating_add(block.depth)),
        }
        let words: String = block.runs.iter().map(|run| run_html(run, block)).collect();
        let _ = match block.kind {
            Kind::Heading(1) => writeln!(self.html, "<h3>{words}</h3>"),
            Kind::Heading(2) => writeln!(self.html, "<h4>{words}</h4>"),
            Kind::Heading(_) => writeln!(self.html, "<h5>{words}</h5>"),
            Kind::Code => writeln!(self.html, "<pre><code>{words}</code></pre>"),
            Kind::Rule => writeln!(self.html, "<hr>"),
            _ if words.is_empty() => Ok(()),
            Kind::Paragraph | Kind::Item(_) => writeln!(self.html, "<p>{words}</p>"),
        };
    }

    /// Begins an item, and the lists around it that are not begun.
    fn item(&mut self, block: &Block, number: Option<u64>) {
        let list = Open::List(number.is_some());
        let depth = block.quoted.saturating_add(block.depth);
        self.close(depth);
        if self.open.len() == depth {
            if self.open.last() == Some(&list) {
                self.html.push_str("</li>\n");
                self.begin_item(number);
                return;
            }
            self.close(depth.saturating_sub(1));
        }
        while self.open.len() < depth {
            self.html
                .push_str(if number.is_some() { "<ol>\n" } else { "<ul>\n" });
            self.open.push(list);
            self.begin_item(number);
        }
    }

    fn begin_item(&mut self, number: Option<u64>) {
        let _ = match number {
            Some(number) => write!(self.html, "<li value=\"{number}\">"),
            None => write!(self.html, "<li>"),
        };
    }

    /// Ends what has been begun, but for the outermost so many.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let end = self.open.pop().map_or("", Open::end);
            self.html.push_str(end);
        }
    }
}

fn run_html(run: &Run, block: &Block) -> String {
    let mut html = escaped(&run.text);
    if block.kind != Kind::Code {
        html = html.replace('\n', "<br>\n");
        if run.code {
            html = format!("<code>{html}</code>");
        }
    }
    if run.italic {
        html = format!("<em>{html}</em>");
    }
    if run.bold {
        html = format!("<strong>{html}</strong>");
    }
    link(run.link.as_deref(), &html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stand_in_one_another() {
        insta::assert_snapshot!(note("- a\n- b\n  1. c\n  2. d\n\n     more of d\n\n  more of b\n- e\n\nafter\n\n1945. f\n- g"), @r#"
        <ul>
        <li><p>a</p>
        </li>
        <li><p>b</p>
        <ol>
        <li value="1"><p>c</p>
        </li>
        <li value="2"><p>d</p>
        <p>more of d</p>
        </li>
        </ol>
        <p>more of b</p>
        </li>
        <li><p>e</p>
        </li>
        </ul>
        <p>after</p>
        <ol>
        <li value="1945"><p>f</p>
        </li>
        </ol>
        <ul>
        <li><p>g</p>
        </li>
        </ul>
        "#);
    }

    #[test]
    fn quotations_code_and_headings() {
        insta::assert_snapshot!(note("# A *b*\n> said\n> - so\n>\n> > deeper\n\n```\n<x>\n  y\n```\n***\n### C `<d>`\none\ntwo"), @r#"
        <h3>A <em>b</em></h3>
        <blockquote>
        <p>said</p>
        <ul>
        <li><p>so</p>
        </li>
        </ul>
        </blockquote>
        <blockquote>
        <blockquote>
        <p>deeper</p>
        </blockquote>
        </blockquote>
        <pre><code>&lt;x&gt;
          y</code></pre>
        <hr>
        <h5>C <code>&lt;d&gt;</code></h5>
        <p>one<br>
        two</p>
        "#);
    }

    #[test]
    fn what_is_begun_is_ended() {
        let notes = [
            "- - - a\n\n> - > - b\n\n1. > c\n   - d\n\ne",
            "> > > a\n\n- > b\n- c\n  > - d",
            "-\n-\n  1.\n  2. # x\n     ```\n     y",
            &"> - ".repeat(40),
        ];
        for text in notes {
            let html = note(text);
            let mut open = Vec::new();
            for tag in html.split('<').skip(1) {
                let name = tag.split(['>', ' ']).next().unwrap_or_default();
                match name.strip_prefix('/') {
                    Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
                    None => open.push(name),
                }
            }
            assert!(open.is_empty(), "{open:?} in {html}");
        }
    }

    #[test]
    fn nothing_that_runs_comes_through() {
        let html = note(
            "x <script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://x.example/t.gif) \
             <https://y.example/?a=1&b=\"> [d](https://z.example/\"onclick=x) \0",
        );
        insta::assert_snapshot!(html, @r#"<p>x &lt;script&gt;alert(1)&lt;/script&gt; a b c <a href="https://y.example/?a=1&amp;b=&quot;" rel="noopener noreferrer">https://y.example/?a=1&amp;b=&quot;</a> <a href="https://z.example/&quot;onclick=x" rel="noopener noreferrer">d</a> �</p>"#);
    }

    #[test]
    fn a_page_lets_nothing_in() {
        let html = page("A & <b>", Lang::Ja, "<p>x</p>\n");
        assert!(html.contains("<html lang=\"ja\">"));
        assert!(html.contains("<title>A &amp; &lt;b&gt;</title>"));
        assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"));
        for outside in [
            "http:", "https:", "url(", "@import", "<link", "<img", "src=",
        ] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
}
