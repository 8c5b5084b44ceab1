//! Words of markwhen: tags, mentions, links and pictures in them, and what keeps them from being taken for such.

use super::dates::start;

/// Words on their own, and what stood between them.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) tags: Vec<String>,
    /// `@somebody`, which stays in the text.
    pub(super) mentions: Vec<String>,
    /// Words and addresses.
    pub(super) links: Vec<(String, String)>,
    pub(super) id: Option<String>,
    pub(super) has_pictures: bool,
}

/// Letters that mean something, wherever they stand.
const MEANT: [char; 5] = ['\\', '#', '[', '@', '!'];

impl Words {
    /// Adds a line.
    pub(super) fn take(&mut self, line: &str) {
        let mut rest = line;
        let mut last = ' ';
        while let Some(letter) = rest.chars().next() {
            let after = rest.get(letter.len_utf8()..).unwrap_or_default();
            let is_at_start = last.is_whitespace();
            let taken = match letter {
                '\\' => self.escape(after),
                '#' if is_at_start => self.tag(after),
                '@' if is_at_start => self.mention(after),
                '!' => self.picture(after).or_else(|| self.id(after, is_at_start)),
                '[' => self.link(after),
                _ => None,
            };
            let next = match taken {
                Some(next) => next,
                None => {
                    self.text.push(letter);
                    after
                }
            };
            last = letter;
            rest = next;
        }
    }

    fn escape<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let letter = after
            .chars()
            .next()
            .filter(|letter| MEANT.contains(letter))?;
        self.text.push(letter);
        after.get(letter.len_utf8()..)
    }

    fn tag<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let (word, rest) = word(after)?;
        if word.bytes().all(|letter| letter.is_ascii_digit()) {
            return None;
        }
        if !self.tags.iter().any(|tag| tag == word) {
            self.tags.push(word.to_owned());
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        Some(rest)
    }

    fn mention<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let (word, rest) = word(after)?;
        self.mentions.push(word.to_owned());
        self.text.push('@');
        self.text.push_str(word);
        Some(rest)
    }

    fn id<'a>(&mut self, after: &'a str, is_at_start: bool) -> Option<&'a str> {
        let (word, rest) = word(after).filter(|_| is_at_start && self.id.is_none())?;
        self.id = Some(word.to_owned());
        Some(rest.strip_prefix(' ').unwrap_or(rest))
    }

    fn picture<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let (_, _, rest) = link(after.strip_prefix('[')?)?;
        self.has_pictures = true;
        Some(rest)
    }

    fn link<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let (words, address, rest) = link(after)?;
        self.text.push_str(words);
        if !matches!(address, "location" | "map") {
            let address = match address.contains(':') {
                true => address.to_owned(),
                false => format!("https://{address}"),
            };
            self.links.push((words.to_owned(), address));
        }
        Some(rest)
    }
}

/// Letters of a link, at most: looking for its end takes no longer than that.
const LONGEST: usize = 2000;

/// The words and the address of `words](address)`, and what follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let near = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let (words, _) = text.get(..near)?.split_once("](")?;
    if words.contains('[') || words.contains(']') {
        return None;
    }
    let rest = text.get(words.len().saturating_add(2)..)?;
    let near = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(rest.len(), |(at, _)| at);
    let (address, _) = rest.get(..near)?.split_once(')')?;
    if address.is_empty() || address.contains(char::is_whitespace) {
        return None;
    }
    Some((words, address, rest.get(address.len().saturating_add(1)..)?))
}

/// The word that a text begins with.
fn word(text: &str) -> Option<(&str, &str)> {
    let is_letter = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '/');
    let end = text.find(|letter| !is_letter(letter)).unwrap_or(text.len());
    text.split_at_checked(end)
        .filter(|(word, _)| !word.is_empty())
}

/// Words that mean nothing but themselves.
pub(super) fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if MEANT.contains(&letter) {
            text.push('\\');
        }
        // What some program takes for the end of a line is one blank here.
        text.push(if is_end(letter) { ' ' } else { letter });
    }
    text
}

fn is_end(letter: char) -> bool {
    letter.is_control() && letter != '\t' || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// A line of a text that begins nothing but itself: with a backslash where it would be taken for more.
pub(super) fn plain_line(line: &str) -> String {
    let plain = plain(line);
    let begins = plain.trim_start();
    let is_more = plain.starts_with(char::is_whitespace)
        || start(&plain).is_some()
        || section(&plain).is_some()
        || property(&plain).is_some()
        || begins.starts_with("//")
        || begins.starts_with("---")
        || begins.starts_with(['_', ':'])
        || begins.starts_with(|letter: char| letter.is_ascii_digit())
        || begins.to_ascii_lowercase().starts_with("end");
    if is_more { format!("\\{plain}") } else { plain }
}

/// A line of a text without the backslash that it may begin with.
pub(super) fn unlined(line: &str) -> &str {
    match line.strip_prefix('\\') {
        // One before a letter that means something is taken off with it.
        Some(rest) if !rest.starts_with(MEANT) => rest,
        Some(_) => line,
        None => line.trim_start(),
    }
}

/// The level of a section and its title; level 0 for the words `section` and `group`, which are ended by others.
pub(super) fn section(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len().saturating_sub(title.len());
    if (1..=6).contains(&level) && title.starts_with([' ', '\t']) {
        return Some((level, title.trim()));
    }
    let line = line.trim_start();
    let title = line
        .strip_prefix("section")
        .or_else(|| line.strip_prefix("group"))?;
    let is_word = title.is_empty() || title.starts_with(char::is_whitespace);
    is_word.then(|| (0, title.trim()))
}

/// The name and the value of `name: value`.
pub(super) fn property(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_start();
    let is_letter =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let is_name = !name.is_empty() && !name.starts_with('-') && name.chars().all(is_letter);
    let is_apart = value.is_empty() || value.starts_with(char::is_whitespace);
    (is_name && is_apart).then(|| (name, value.trim()))
}
