//! Where a line may end, for all that is set in lines here: slides, handouts, and through them every way out.
//!
//! Between words at a space. In Japanese, which has none, wherever the Unicode line breaking algorithm (UAX #14) lets a
//! line end, at its strictest, in which small kana and ー begin no line either: this is what JIS X 4051 and JLReq (W3C,
//! “Requirements for Japanese Text Layout”, § 3.1.7 and 3.1.8) ask of closing and opening marks. Where neither side is
//! Japanese only a space ends a line, so that “US–Japan” and an address stay whole.

use icu::segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu::segmenter::{LineSegmenter, LineSegmenterBorrowed};

/// Japanese needs no dictionary: its lines break between letters.
const SEGMENTER: LineSegmenterBorrowed<'static> = {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
};

/// Where the first piece of a text that is not broken ends, in bytes, with the spaces after it.
pub(crate) fn piece_end(text: &str) -> usize {
    let mut ends = SEGMENTER.segment_str(text);
    ends.find(|&at| at > 0 && is_between_pieces(text, at))
        .unwrap_or(text.len())
}

/// Whether a line ends at an opportunity by the rule of the house.
fn is_between_pieces(text: &str, at: usize) -> bool {
    let Some((head, tail)) = text.split_at_checked(at) else {
        return false;
    };
    let (before, after) = (head.chars().next_back(), tail.chars().next());
    before.is_some_and(is_space)
        || before.is_some_and(is_japanese)
        || after.is_some_and(is_japanese)
}

/// Whether a line may end here; not at the spaces that hold two words together.
pub(crate) fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{A0}' | '\u{202F}')
}

/// Whether a letter is of those that stand without spaces between them.
pub(crate) fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::piece_end;

    /// What begins no line (JLReq: closing brackets, hyphens, dividing punctuation, middle dots, full stops, commas,
    /// iteration marks, the prolonged sound mark, small kana), said apart from the rule that is tested.
    const NOT_FIRST: &str = "、。，．・：；？！）」』】］｝〉》〕’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ々〜％,.!?:;)]}";
    /// What ends none.
    const NOT_LAST: &str = "（「『【［｛〈《〔‘“([{";

    /// Texts in which every other letter is one that must not begin or end a line. A space is a place to break whatever
    /// comes behind it, so here only words do.
    pub(crate) const TEXTS: &str = "([日米条約協定のはがシクニス][ョッーュ々]?[、。」』）ーっょァ・！？]{0,2}[「『（]?([A-Za-z0-9]{1,3} )?){1,20}";

    /// Lines of a text that begin or end as they must not; letters that have a line to themselves are no fault.
    pub(crate) fn faults(lines: &[String]) -> Vec<&str> {
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let is_fault = |(before, after): &(&String, &String)| {
            after.starts_with(|first| NOT_FIRST.contains(first))
                || before.ends_with(|last| NOT_LAST.contains(last))
        };
        pairs
            .filter(is_fault)
            .map(|(_, after)| after.as_str())
            .collect()
    }

    fn pieces(mut text: &str) -> Vec<&str> {
        let mut pieces = Vec::new();
        while !text.is_empty() {
            let (piece, rest) = text.split_at(piece_end(text));
            pieces.push(piece);
            text = rest;
        }
        pieces
    }

    #[test]
    fn where_a_line_may_end() {
        for (text, expected) in [
            (
                "US–Japan relations, 1951-52",
                "US–Japan |relations, |1951-52",
            ),
            (
                "東京で「声明」に署名した。",
                "東|京|で|「声|明」|に|署|名|し|た。",
            ),
            ("ニュース（１９７１年）", "ニュー|ス|（１|９|７|１|年）"),
            ("キャッチ、コピー", "キャッ|チ、|コ|ピー"),
            ("15％の関税", "15％|の|関|税"),
            ("我々は……", "我々|は……"),
            ("page ¶\u{A0}7", "page |¶\u{A0}7"),
            ("https://example.org/a-b?c", "https://example.org/a-b?c"),
        ] {
            assert_eq!(pieces(text).join("|"), expected);
        }
    }

    proptest! {
        #[test]
        fn no_piece_begins_or_ends_as_no_line_must(text in TEXTS) {
            let pieces: Vec<String> = pieces(&text).into_iter().map(|piece| piece.trim_end().to_owned()).collect();
            prop_assert!(pieces.concat().len() <= text.len());
            let faults = faults(&pieces);
            prop_assert!(faults.is_empty(), "{pieces:?}: {faults:?}");
        }
    }
}
