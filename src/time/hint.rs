//! What the writer of a wrong date probably meant.
//!
//! Duty: from a text that is not EDTF to the EDTF that says the same. Invariants: whatever is proposed parses; a
//! guess is phrased as a question ("did you mean …?"), a plain translation as an instruction ("write …"). What this
//! room displays of a plain date or interval, in either language, is itself translated back.

mod dates;
mod intervals;
mod words;

use edtf_core::Edtf;

use super::bounds;
use crate::messages::{Message, message};

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Repair {
    /// The same date in EDTF.
    Same(String),
    /// A guess, in EDTF.
    Guess(String),
    /// There is no such day; the remark says why.
    Never(Message),
}

/// Nobody writes a longer date; longer texts are not worth the search.
const LONGEST_TEXT: usize = 100;

/// What a text that is not EDTF says, as it is and as a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The same in EDTF.
    pub text: String,
    /// Whether it may have been meant otherwise, as the months of 3/4/1971 may.
    pub is_guess: bool,
}

/// The date that a text in the words of people says: "15 August 1971", "昭和46年8月15日", "1971 to 1973". What is EDTF
/// already is left as it is.
pub fn meant(text: &str) -> Option<Meant> {
    let text = text.trim();
    if reads(text) {
        let (text, is_guess) = (text.to_owned(), false);
        return Some(Meant { text, is_guess });
    }
    let (text, is_guess) = match repair(text)? {
        Repair::Same(fixed) => (fixed, false),
        Repair::Guess(fixed) => (fixed, true),
        Repair::Never(_) => return None,
    };
    reads(&text).then_some(Meant { text, is_guess })
}

/// The next step for a text that does not parse, if one can be told.
pub(super) fn hint(text: &str) -> Option<Message> {
    if text.trim().is_empty() {
        return Some(message!("dates-write-a-date"));
    }
    match repair(text)? {
        Repair::Same(fixed) => reads(&fixed).then(|| message!("dates-write", date = fixed)),
        Repair::Guess(fixed) => reads(&fixed).then(|| message!("dates-did-you-mean", date = fixed)),
        Repair::Never(remark) => Some(remark),
    }
}

fn repair(text: &str) -> Option<Repair> {
    if text.len() > LONGEST_TEXT {
        return None;
    }
    let text = words::plain(text.trim()).to_lowercase();
    set(&text)
        .or_else(|| intervals::open_by_word(&text))
        .or_else(|| dates::date(&text))
        .or_else(|| intervals::open_by_sign(&text))
        .or_else(|| intervals::closed(&text))
}

/// Whether a text is a date by the rules of [`When`](super::When).
fn reads(text: &str) -> bool {
    Edtf::parse(text).is_ok_and(|edtf| !bounds::is_reversed(&edtf))
}

/// A set with blanks or without its closing bracket.
fn set(text: &str) -> Option<Repair> {
    let close = match text.chars().next()? {
        '{' => '}',
        '[' => ']',
        _ => return None,
    };
    let members: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != close)
        .collect();
    Some(Repair::Same(format!("{}{close}", members.to_uppercase())))
}

impl Repair {
    fn map(self, change: impl FnOnce(String) -> String) -> Self {
        match self {
            Self::Same(text) => Self::Same(change(text)),
            Self::Guess(text) => Self::Guess(change(text)),
            Self::Never(remark) => Self::Never(remark),
        }
    }

    /// The same repair, less sure of itself.
    fn doubted(self) -> Self {
        match self {
            Self::Same(text) => Self::Guess(text),
            other => other,
        }
    }

    fn is_same(&self) -> bool {
        matches!(self, Self::Same(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[track_caller]
    fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            assert!(!reads(text), "`{text}` needs no hint");
            let said = hint(text).map(|hint| hint.text(Lang::En));
            let said = said.as_deref().unwrap_or("no hint");
            assert_eq!(said, *expected, "`{text}`");
        }
    }

    #[test]
    fn numbers_out_of_order() {
        check(&[
            ("1971-15-08", "did you mean 1971-08-15?"),
            ("1971/08/15", "write 1971-08-15"),
            ("1971.08.15", "write 1971-08-15"),
            ("08/15/1971", "write 1971-08-15"),
            ("15/08/1971", "write 1971-08-15"),
            ("15.8.1971", "write 1971-08-15"),
            ("8/9/1971", "did you mean 1971-08-09?"),
            ("8.9.1971", "did you mean 1971-09-08?"),
            ("12/2019", "write 2019-12"),
            ("1971/08", "did you mean 1971-08?"),
            ("1971-2-3", "write 1971-02-03"),
            ("1971-8", "write 1971-08"),
            ("19710815", "write 1971-08-15"),
            ("197", "write 0197"),
            ("-44", "write -0044"),
            ("12000", "write Y12000"),
            ("1971-21-05", "did you mean 1971-05-21?"),
            ("1971-13", "no hint"),
            ("1971-00", "no hint"),
        ]);
    }

    #[test]
    fn days_that_never_were() {
        check(&[
            ("1971-02-30", "February 1971 has 28 days"),
            ("1900-02-29", "February 1900 has 28 days"),
            ("1971-2-30", "February 1971 has 28 days"),
            ("31 April 1971", "April 1971 has 30 days"),
            ("1945-09-02/1945-02-30", "February 1945 has 28 days"),
        ]);
    }

    #[test]
    fn words() {
        check(&[
            ("15 August 1971", "write 1971-08-15"),
            ("15th of August, 1971", "write 1971-08-15"),
            ("August 15, 1971", "write 1971-08-15"),
            ("Aug 1971", "write 1971-08"),
            ("Sept. 1971", "write 1971-09"),
            ("1971 Aug 15", "write 1971-08-15"),
            ("late August 1971", "did you mean 1971-08?"),
            ("spring 1971", "write 1971-21"),
            ("the 1970s", "write 197X"),
            ("20th century", "write 19XX"),
            ("44 BC", "write -0043"),
            ("44 B.C.", "write -0043"),
            ("AD 79", "write 0079"),
            ("yesterday", "no hint"),
            ("Mayflower 1620", "no hint"),
        ]);
    }

    #[test]
    fn doubts() {
        check(&[
            ("c. 1853", "write 1853~"),
            ("c.1853", "write 1853~"),
            ("ca 1853", "write 1853~"),
            ("circa 1853", "write 1853~"),
            ("about August 1971", "write 1971-08~"),
            ("1853 (?)", "write 1853?"),
            ("1853?~", "write 1853%"),
            ("perhaps 1853", "write 1853?"),
            ("197x", "write 197X"),
            ("197u", "write 197X"),
        ]);
    }

    #[test]
    fn intervals() {
        check(&[
            ("1952/1945", "did you mean 1945/1952?"),
            ("1945-1952", "write 1945/1952"),
            ("1945–1952", "write 1945/1952"),
            ("1945 to 1952", "write 1945/1952"),
            ("from 1945 to 1952", "write 1945/1952"),
            ("between 1945 and 1952", "write 1945/1952"),
            ("1945/52", "did you mean 1945/1952?"),
            ("1945-52", "did you mean 1945/1952?"),
            ("1952-45", "no hint"),
            ("27-28 February 2019", "write 2019-02-27/2019-02-28"),
            ("August–December 1971", "write 1971-08/1971-12"),
            ("2019/present", "write 2019/.."),
            ("2019-", "did you mean 2019/..?"),
            ("since 2019", "write 2019/.."),
            ("until 1945", "write ../1945"),
            ("1941-12-07T07:48:00Z/1941-12-08", "no hint"),
            ("Y9E30/2000", "did you mean 2000/Y9E30?"),
        ]);
    }

    #[test]
    fn clocks() {
        check(&[
            ("1971-08-15 07:48", "write 1971-08-15T07:48:00"),
            ("1941-12-07T07:48-10:30", "write 1941-12-07T07:48:00-10:30"),
            (
                "1941-12-07T07:48:00-1030",
                "write 1941-12-07T07:48:00-10:30",
            ),
            ("7 December 1941, 7:48", "write 1941-12-07T07:48:00"),
            (
                "1941年12月7日 07:48（UTC−10:30）",
                "write 1941-12-07T07:48:00-10:30",
            ),
            ("1941-12-07T25:00:00", "no hint"),
        ]);
    }

    #[test]
    fn japanese() {
        check(&[
            ("1971年8月15日", "write 1971-08-15"),
            ("１９７１年", "write 1971"),
            ("西暦1971年", "write 1971"),
            ("紀元前44年", "write -0043"),
            ("昭和46年8月15日", "write 1971-08-15"),
            ("平成元年", "write 1989"),
            ("昭和65年", "no hint"),
            (
                "昭和20年9月2日～昭和27年4月28日",
                "write 1945-09-02/1952-04-28",
            ),
            ("1970年代", "write 197X"),
            ("約1971年", "write 1971~"),
            ("2019年から", "write 2019/.."),
        ]);
    }

    #[test]
    fn sets_and_blanks() {
        check(&[
            ("{1971", "write {1971}"),
            ("[1971, 1972]", "write [1971,1972]"),
            (" 1971 ", "write 1971"),
            ("", "write a date such as 1971, 1971-08 or 1971-08-15"),
        ]);
    }
}
