//! A story's notes for the teacher's telephone: a strip to scroll through, a step below the other.

use std::fmt::Write as _;

use crate::document::{Event, Excerpt, Shows, Stance, Step, Story, Timeline};
use crate::messages::{Message, message, say};
use crate::time::Lang;

use super::html::{escaped, link, note, page};

/// Events that are named of what a step shows.
const NAMED_MOST: usize = 12;

/// The notes of a story as one file of HTML: it opens without a network, and nothing in it runs.
pub fn notes(timeline: &Timeline, story: &Story, lang: Lang) -> String {
    let strip = Strip { timeline, lang };
    let title = lang.choose(&story.title, story.title_ja.as_deref());
    let mut body = strip.head(story, title);
    for (index, step) in story.steps.iter().enumerate() {
        body.push_str(&strip.step(index, story.steps.len(), step));
    }
    if story.steps.is_empty() {
        let said = escaped(&say!(lang, "notes-no-steps"));
        let _ = writeln!(body, "<p>{said}</p>");
    }
    page(&say!(lang, "notes-title", title = title), lang, &body)
}

/// What everything in the strip is written with.
#[derive(Clone, Copy)]
struct Strip<'a> {
    timeline: &'a Timeline,
    lang: Lang,
}

impl<'a> Strip<'a> {
    fn event(self, index: usize) -> Option<&'a Event> {
        self.timeline.events.get(index)
    }

    fn title(self, event: &'a Event) -> &'a str {
        self.lang.choose(&event.title, event.title_ja.as_deref())
    }

    /// The title of the story, the timeline that it is of, and how much there is to come.
    fn head(self, story: &Story, title: &str) -> String {
        let timeline = self.timeline;
        let of = self
            .lang
            .choose(&timeline.title, timeline.title_ja.as_deref());
        let count = story.steps.len();
        let steps = say!(self.lang, "notes-steps", count = count);
        let planned = story.steps.iter().filter_map(|step| step.seconds);
        let planned: u64 = planned.map(u64::from).sum();
        let mut said = vec![steps];
        if planned > 0 {
            said.push(self.duration(planned));
        }
        let said = said.join(" · ");
        let mut head = format!("<header>\n<h1>{}</h1>\n", escaped(title));
        if !of.is_empty() {
            let _ = writeln!(head, "<p>{}</p>", escaped(of));
        }
        let _ = writeln!(head, "<p>{said}</p>\n</header>");
        head
    }

    fn step(self, index: usize, count: usize, step: &Step) -> String {
        let number = index.saturating_add(1);
        let event = step.event.and_then(|event| self.event(event));
        let mut html = format!("<article>\n<p class=\"at\"><span>{number} / {count}</span>");
        if let Some(seconds) = step.seconds {
            let _ = write!(html, "<span>{}</span>", self.duration(u64::from(seconds)));
        }
        html.push_str("</p>\n");
        self.when(&mut html, step, event);
        self.headline(&mut html, step, event);
        self.sees(&mut html, step, event);
        if let Some(text) = step.note.as_deref().filter(|text| !text.trim().is_empty()) {
            let _ = write!(html, "<div class=\"note\">\n{}</div>\n", note(text));
        }
        if let Some(excerpt) = event.and_then(|event| excerpt(step, event)) {
            html.push_str(&self.quotation(excerpt));
        }
        html.push_str("</article>\n");
        html
    }

    /// When it was; a moment on both sides of the Pacific.
    fn when(self, html: &mut String, step: &Step, event: Option<&Event>) {
        let Some(when) = event.map(|event| &event.when).or(step.window.as_ref()) else {
            return;
        };
        let _ = write!(
            html,
            "<p class=\"when\">{}",
            escaped(&when.display(self.lang))
        );
        for (place, then) in when.sides_of_the_pacific(self.lang).into_iter().flatten() {
            let _ = write!(html, "<span>{} {}</span>", escaped(&place), escaped(&then));
        }
        html.push_str("</p>\n");
    }

    /// What the step is called, and its event where that is another name; else what it is about.
    fn headline(self, html: &mut String, step: &Step, event: Option<&Event>) {
        let own = match self.lang {
            Lang::En => step.title.as_deref(),
            Lang::Ja => step.title_ja.as_deref().or(step.title.as_deref()),
        };
        let named = event.map(|event| self.title(event));
        let series = step.series.and_then(|at| self.timeline.series.get(at));
        let series =
            series.map(|series| self.lang.choose(&series.title, series.title_ja.as_deref()));
        if let Some(headline) = own.or(named).or(series) {
            let _ = writeln!(html, "<h2>{}</h2>", escaped(headline));
        }
        if let (Some(_), Some(named)) = (own, named) {
            let _ = writeln!(html, "<p class=\"own\">{}</p>", escaped(named));
        }
    }

    /// What the class sees, in a word, and which events are pointed out or come one by one.
    fn sees(self, html: &mut String, step: &Step, event: Option<&Event>) {
        let (what, events) = self.shown(step, event);
        let sees = say!(self.lang, "notes-class-sees", what = what);
        let _ = write!(html, "<div class=\"sees\">{}", escaped(&sees));
        let named = events.iter().filter_map(|&index| self.event(index));
        let named: Vec<_> = named.take(NAMED_MOST).collect();
        if !named.is_empty() {
            html.push_str("<ul>\n");
            for event in &named {
                let (when, title) = (event.when.display(self.lang), self.title(event));
                let _ = writeln!(html, "<li>{}: {}</li>", escaped(&when), escaped(title));
            }
            if events.len() > named.len() {
                html.push_str("<li>…</li>\n");
            }
            html.push_str("</ul>");
        }
        html.push_str("</div>\n");
        if !step.missing.is_empty() {
            let events = step.missing.join(", ");
            let said = say!(self.lang, "notes-missing", events = events);
            let _ = writeln!(html, "<p class=\"own\">{}</p>", escaped(&said));
        }
    }

    /// In a word what the class sees, and the further events that this takes in.
    fn shown(self, step: &Step, event: Option<&Event>) -> (Message, Vec<usize>) {
        let series = step.series.and_then(|at| self.timeline.series.get(at));
        match (step.shows(), event, series) {
            (Shows::Series, _, Some(series)) => {
                let title = self.lang.choose(&series.title, series.title_ja.as_deref());
                (message!("notes-figures", title = title), Vec::new())
            }
            (Shows::Excerpt, Some(event), _) if !event.excerpts.is_empty() => {
                (message!("notes-quotation"), Vec::new())
            }
            (Shows::Links, Some(_), _) => (message!("notes-links"), self.linked(step)),
            (Shows::Window, ..) | (_, None, _) => {
                // Without an event the stretch stands above already.
                let window = step.window.as_ref().filter(|_| event.is_some());
                let said = match window.map(|when| when.display(self.lang)) {
                    Some(when) => message!("notes-this-stretch", when = when),
                    None => message!("notes-stretch"),
                };
                (said, step.events.clone())
            }
            (_, Some(_), _) => (message!("notes-event"), Vec::new()),
        }
    }

    /// The events that come one by one: those that the step names, or else all that are linked.
    fn linked(self, step: &Step) -> Vec<usize> {
        if !step.events.is_empty() {
            return step.events.clone();
        }
        let connections = step.event.map(|event| self.timeline.connections(event));
        let connections = connections.into_iter().flatten();
        let mut others: Vec<_> = connections.map(|connection| connection.other).collect();
        others.dedup();
        others
    }

    fn quotation(self, excerpt: &Excerpt) -> String {
        let source = self.timeline.sources.get(excerpt.source);
        let mut said = Vec::new();
        if let Some(source) = source {
            said.extend(source.author.as_deref().map(escaped));
            said.push(link(source.url.as_deref(), &escaped(&source.title)));
        }
        said.extend(excerpt.paragraph.map(|paragraph| format!("¶ {paragraph}")));
        if excerpt.stance == Stance::Disputes {
            said.push(escaped(&say!(self.lang, "notes-disputed")));
        }
        format!(
            "<figure>\n<p>“{}”</p>\n<figcaption>{}</figcaption>\n</figure>\n",
            escaped(&excerpt.quote),
            said.join(", ")
        )
    }

    /// "1 min 30 s".
    fn duration(self, seconds: u64) -> String {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let parts = [
            (hours, message!("notes-hours", count = hours.to_string())),
            (
                minutes,
                message!("notes-minutes", count = minutes.to_string()),
            ),
            (
                seconds,
                message!("notes-seconds", count = seconds.to_string()),
            ),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let said = parts.map(|(_, said)| said).reduce(|longer, shorter| {
            message!("notes-duration", longer = longer, shorter = shorter)
        });
        said.map_or_else(String::new, |said| said.text(self.lang))
    }
}

/// The quotation that the step means, or else the event's first.
fn excerpt<'a>(step: &Step, event: &'a Event) -> Option<&'a Excerpt> {
    let wanted = step.excerpt.unwrap_or(1).saturating_sub(1);
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    let last = event.excerpts.len().checked_sub(1)?;
    event.excerpts.get(wanted.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    const TIMELINE: &str = r##"Timeline(
        title: "US–Japan relations", title_ja: "日米関係",
        sources: [
            (id: "s", author: "S. H. K. Sadozai", title: "Dynamics & change", url: "https://example.org/?a=1&b=2"),
            (id: "t", title: "Memoirs"),
        ],
        events: [
            (id: "pearl", when: "1941-12-07T07:48:00-10:30", title: "Pearl Harbor", title_ja: "真珠湾攻撃", links: [(to: "war", kind: LedTo)]),
            (id: "war", when: "1941/1945", title: "The Pacific war", links: [(to: "pearl", kind: SeeAlso)]),
            (id: "shock", when: "1971-08-15", title: "Nixon Shock", title_ja: "ニクソン・ショック",
             excerpts: [
                (source: "s", paragraph: 7, quote: "the “Nixon Shocks” of the 1970s"),
                (source: "t", quote: "we knew", stance: Disputes),
             ]),
        ],
        series: [(id: "yen", title: "Yen per dollar", title_ja: "円相場", unit: "¥", points: [("1971", 349.3)])],
        stories: [
            (id: "lesson", title: "From war to dollars", title_ja: "戦争からドルへ", steps: [
                (event: "shock", seconds: 90, note: "**Ask first:** why?\n\n- the yen\n- gold"),
                (event: "pearl", show: Links),
                (event: "shock", title: "A word", title_ja: "ことば", show: Excerpt, excerpt: 2, seconds: 3600),
                (event: "shock", series: "yen"),
                (window: "1969/1974", events: ["shock", "gone"]),
            ]),
            (id: "empty", title: "Empty", steps: []),
        ],
    )"##;

    fn strip(text: &str, story: &str, lang: Lang) -> String {
        let timeline = Document::parse("t.ron", text).timeline;
        notes(&timeline, timeline.story(story).expect("the story"), lang)
    }

    /// What stands in the body.
    fn body(html: &str) -> &str {
        let body = html.split_once("<main>\n").expect("a body").1;
        body.split_once("</main>").expect("its end").0
    }

    #[test]
    fn a_story() {
        insta::assert_snapshot!(body(&strip(TIMELINE, "lesson", Lang::En)), @r#"
        <header>
        <h1>From war to dollars</h1>
        <p>US–Japan relations</p>
        <p>5 steps · 1 h 1 min 30 s</p>
        </header>
        <article>
        <p class="at"><span>1 / 5</span><span>1 min 30 s</span></p>
        <p class="when">15 August 1971</p>
        <h2>Nixon Shock</h2>
        <div class="sees">The class sees: the event</div>
        <div class="note">
        <p><strong>Ask first:</strong> why?</p>
        <ul>
        <li><p>the yen</p>
        </li>
        <li><p>gold</p>
        </li>
        </ul>
        </div>
        <figure>
        <p>“the “Nixon Shocks” of the 1970s”</p>
        <figcaption>S. H. K. Sadozai, <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">Dynamics &amp; change</a>, ¶ 7</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>2 / 5</span></p>
        <p class="when">7 December 1941, 07:48 (UTC−10:30)<span>Washington 7 December 1941, 13:18</span><span>Tokyo 8 December 1941, 03:18</span></p>
        <h2>Pearl Harbor</h2>
        <div class="sees">The class sees: the event, then its links one by one<ul>
        <li>1941 – 1945: The Pacific war</li>
        </ul></div>
        </article>
        <article>
        <p class="at"><span>3 / 5</span><span>1 h</span></p>
        <p class="when">15 August 1971</p>
        <h2>A word</h2>
        <p class="own">Nixon Shock</p>
        <div class="sees">The class sees: a quotation</div>
        <figure>
        <p>“we knew”</p>
        <figcaption>Memoirs, disputed</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>4 / 5</span></p>
        <p class="when">15 August 1971</p>
        <h2>Nixon Shock</h2>
        <div class="sees">The class sees: figures, Yen per dollar</div>
        <figure>
        <p>“the “Nixon Shocks” of the 1970s”</p>
        <figcaption>S. H. K. Sadozai, <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">Dynamics &amp; change</a>, ¶ 7</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>5 / 5</span></p>
        <p class="when">1969 – 1974</p>
        <div class="sees">The class sees: a stretch of time<ul>
        <li>15 August 1971: Nixon Shock</li>
        </ul></div>
        <p class="own">Not in the file any more: gone</p>
        </article>
        "#);
    }

    #[test]
    fn in_japanese() {
        insta::assert_snapshot!(body(&strip(TIMELINE, "lesson", Lang::Ja)), @r#"
        <header>
        <h1>戦争からドルへ</h1>
        <p>日米関係</p>
        <p>全5ステップ · 1時間1分30秒</p>
        </header>
        <article>
        <p class="at"><span>1 / 5</span><span>1分30秒</span></p>
        <p class="when">1971年8月15日</p>
        <h2>ニクソン・ショック</h2>
        <div class="sees">画面：出来事</div>
        <div class="note">
        <p><strong>Ask first:</strong> why?</p>
        <ul>
        <li><p>the yen</p>
        </li>
        <li><p>gold</p>
        </li>
        </ul>
        </div>
        <figure>
        <p>“the “Nixon Shocks” of the 1970s”</p>
        <figcaption>S. H. K. Sadozai, <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">Dynamics &amp; change</a>, ¶ 7</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>2 / 5</span></p>
        <p class="when">1941年12月7日 07:48（UTC−10:30）<span>ワシントン 1941年12月7日 13:18</span><span>東京 1941年12月8日 03:18</span></p>
        <h2>真珠湾攻撃</h2>
        <div class="sees">画面：出来事、続いて関連する出来事を一つずつ<ul>
        <li>1941年～1945年: The Pacific war</li>
        </ul></div>
        </article>
        <article>
        <p class="at"><span>3 / 5</span><span>1時間</span></p>
        <p class="when">1971年8月15日</p>
        <h2>ことば</h2>
        <p class="own">ニクソン・ショック</p>
        <div class="sees">画面：引用</div>
        <figure>
        <p>“we knew”</p>
        <figcaption>Memoirs, 異論あり</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>4 / 5</span></p>
        <p class="when">1971年8月15日</p>
        <h2>ニクソン・ショック</h2>
        <div class="sees">画面：数値の推移、円相場</div>
        <figure>
        <p>“the “Nixon Shocks” of the 1970s”</p>
        <figcaption>S. H. K. Sadozai, <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">Dynamics &amp; change</a>, ¶ 7</figcaption>
        </figure>
        </article>
        <article>
        <p class="at"><span>5 / 5</span></p>
        <p class="when">1969年～1974年</p>
        <div class="sees">画面：期間<ul>
        <li>1971年8月15日: ニクソン・ショック</li>
        </ul></div>
        <p class="own">ファイルにありません：gone</p>
        </article>
        "#);
    }

    #[test]
    fn an_empty_story() {
        insta::assert_snapshot!(body(&strip(TIMELINE, "empty", Lang::En)), @r#"
        <header>
        <h1>Empty</h1>
        <p>US–Japan relations</p>
        <p>0 steps</p>
        </header>
        <p>This story has no steps yet.</p>
        "#);
        assert!(strip(TIMELINE, "empty", Lang::Ja).contains("まだステップがありません"));
    }

    #[test]
    fn hostile_words_stay_words() {
        let bad = r#"\"'><script>alert(1)</script><img src=x onerror=alert(1)>"#;
        let text = format!(
            r#"Timeline(
                title: "{bad}",
                sources: [(id: "s", author: "{bad}", title: "{bad}", url: "javascript:alert(1)")],
                events: [(id: "a", when: "{bad}", title: "{bad}"), (id: "b", when: "1971", title: "{bad}", title_ja: "{bad}",
                    excerpts: [(source: "s", quote: "{bad}")], links: [(to: "c", kind: LedTo)]),
                    (id: "c", when: "1972", title: "{bad}")],
                series: [(id: "y", title: "{bad}", points: [])],
                stories: [(id: "x", title: "{bad}", title_ja: "{bad}", steps: [
                    (event: "b", title: "{bad}", note: "{bad}\n\n[a](javascript:alert(1)) <a href='javascript:1'>b</a>", show: Links),
                    (event: "{bad}", note: "`{bad}`"), (series: "y"),
                ])],
            )"#
        );
        for lang in [Lang::En, Lang::Ja] {
            let html = strip(&text, "x", lang);
            let tags = html.split('<').skip(1);
            let names = tags.map(|tag| tag.split(['>', ' ']).next().unwrap_or_default());
            let mut names: Vec<_> = names.filter(|name| !name.starts_with('/')).collect();
            names.sort_unstable();
            names.dedup();
            let known = [
                "!DOCTYPE",
                "article",
                "body",
                "br",
                "code",
                "div",
                "figcaption",
                "figure",
                "h1",
                "h2",
                "head",
                "header",
                "html",
                "li",
                "main",
                "meta",
                "p",
                "span",
                "style",
                "title",
                "ul",
            ];
            assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
            assert!(!html.contains("<a "), "no address here is one of the web");
            assert!(html.contains("&lt;script&gt;"));
        }
    }

    #[test]
    fn every_story_that_ships_has_its_strip() {
        let text = include_str!("../../timeline.ron");
        let timeline = Document::parse("timeline.ron", text).timeline;
        for story in &timeline.stories {
            let html = notes(&timeline, story, Lang::En);
            assert_eq!(html.matches("<article>").count(), story.steps.len());
        }
    }

    #[test]
    fn times_in_words() {
        let timeline = Timeline::default();
        let said = |lang, seconds| {
            let timeline = &timeline;
            Strip { timeline, lang }.duration(seconds)
        };
        assert_eq!(said(Lang::En, 90), "1 min 30 s");
        assert_eq!(said(Lang::En, 3_600), "1 h");
        assert_eq!(said(Lang::Ja, 5_405), "1時間30分5秒");
    }
}
