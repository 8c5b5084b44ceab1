//! Folding of text, so that a search sees what a reader means and not how it was typed.
//!
//! Case, width (full and half), diacritics, whether kana are hiragana or katakana, the kinds of quotation mark and dash
//! and the amount of white space make no difference; the voicing marks of kana do, since か and が are different letters.
//! The module knows nothing of queries or events.
//!
//! Invariants: folding twice changes nothing more, and folded text holds no white space but single spaces between
//! other characters, so that a line feed can part folded texts.

use std::iter;

use unicode_normalization::UnicodeNormalization;

/// The text as the search compares it.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text to what is there already.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    if is_tidy_ascii(text) {
        out.push_str(text);
        if let Some(folded) = out.get_mut(start..) {
            folded.make_ascii_lowercase();
        }
        return;
    }
    let mut space = false;
    let mut push = |character: char| {
        if character.is_whitespace() {
            space = true;
            return;
        }
        if space && out.len() > start {
            out.push(' ');
        }
        space = false;
        out.push(character);
    };
    // No normalisation reaches over a space: one word with an accent does not send the whole text the long way.
    for word in text.split_inclusive(' ') {
        if word.chars().all(|character| plain(character).is_some()) {
            word.chars().filter_map(plain).for_each(&mut push);
        } else {
            normalised(word).for_each(&mut push);
        }
    }
}

/// Whether nothing is to be done to a text but to make its letters small: most texts, and this is found out at many
/// bytes a step.
fn is_tidy_ascii(text: &str) -> bool {
    let bytes = text.as_bytes();
    let printable = bytes
        .iter()
        .fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    let spaces = bytes.iter().zip(bytes.iter().skip(1));
    let doubled = spaces.fold(false, |any, pair| any | (pair == (&b' ', &b' ')));
    printable && !doubled && bytes.first() != Some(&b' ') && bytes.last() != Some(&b' ')
}

/// The long way. Punctuation goes first, because ´ would otherwise come apart into a space and an accent, and once more
/// because some letters (ŉ) come apart into it.
fn normalised(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .map(punctuation)
        .nfkd()
        .filter(|&character| !is_dropped(character))
        .map(punctuation)
        .flat_map(char::to_lowercase)
        .flat_map(letters)
        .nfc()
        .map(hiragana)
}

/// The folded character, of those that fold one to one and by themselves: nearly all in a timeline, and several times
/// as fast as the long way.
fn plain(character: char) -> Option<char> {
    match punctuation(character) {
        character if character.is_ascii() => Some(character.to_ascii_lowercase()),
        // Ideographs, hiragana, ・ and ー, brackets.
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3041}'..='\u{3096}'
        | '・'
        | 'ー'
        | '、'
        | '。'
        | '「'..='』' => Some(character),
        'ァ'..='ヶ' => Some(hiragana(character)),
        // The full-width forms of ASCII, in the order of ASCII.
        '！'..='～' => {
            let narrow = char::from_u32(u32::from(character) - u32::from('！') + u32::from('!'))?;
            Some(narrow.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// Katakana as hiragana, which stand in the same order; those that no hiragana is the same as stay.
fn hiragana(character: char) -> char {
    let is_katakana = matches!(character, 'ァ'..='ヶ' | 'ヽ' | 'ヾ');
    let below = u32::from(character).saturating_sub(u32::from('ァ') - u32::from('ぁ'));
    char::from_u32(below)
        .filter(|_| is_katakana)
        .unwrap_or(character)
}

/// Accents, and characters that cannot be seen. Only U+0300–036F: the voicing marks of kana are U+3099 and U+309A.
fn is_dropped(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}'
        | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Typographic punctuation as a keyboard has it.
fn punctuation(character: char) -> char {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' => '-',
        '〜' => '~',
        _ => character,
    }
}

/// Letters that no normalisation takes apart, as people write them who lack the key.
fn letters(character: char) -> impl Iterator<Item = char> {
    let (first, second) = match character {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ł' => ('l', None),
        'ς' => ('σ', None),
        _ => (character, None),
    };
    iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::{fold, fold_into, normalised, plain};

    #[test]
    fn what_makes_no_difference() {
        for (one, other) in [
            ("Shōwa", "showa"),
            ("ＴＰＰ　１２", "tpp 12"),
            ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"),
            ("が", "か\u{3099}"),
            ("パ", "ﾊﾟ"),
            ("にちべい", "ニチベイ"),
            ("ﾆﾁﾍﾞｲ", "にちべい"),
            ("すゞめ", "スヾメ"),
            ("Straße", "STRASSE"),
            ("Ærø", "aero"),
            ("İstanbul", "ISTANBUL"),
            ("Ὀδυσσεύς", "οδυσσευσ"),
            ("Việt Nam", "viet nam"),
            ("“Nixon’s shock” — 1971–72", "\"Nixon's shock\" - 1971-72"),
            ("  a \u{3000}\t b\n", "a b"),
            ("㍼46年", "昭和46年"),
            ("２７日～２８日", "27日〜28日"),
            ("ﬁre\u{AD}side", "fireside"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_makes_a_difference() {
        for (one, other) in [("が", "か"), ("パ", "ハ"), ("ー", "-"), ("a b", "ab")] {
            assert_ne!(fold(one), fold(other), "{one} and {other}");
        }
        assert_eq!(fold("ｶﾞ"), "が", "composed, as people type it");
    }

    #[test]
    fn appending_keeps_what_is_there() {
        let mut text = "a ".to_owned();
        fold_into(" Ō ", &mut text);
        assert_eq!(text, "a o");
    }

    #[test]
    fn every_character_folds_once_and_for_all() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            let once = fold(&text);
            assert_eq!(fold(&once), once, "{character:?}");
            if let Some(plain) = plain(character).filter(|plain| !plain.is_whitespace()) {
                assert_eq!(
                    normalised(&text).collect::<String>(),
                    plain.to_string(),
                    "{character:?}"
                );
            }
        }
    }

    /// The long way alone.
    fn slowly(text: &str) -> String {
        let folded: String = normalised(text).collect();
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn the_short_ways_lead_to_the_same_place(text in "[ -~]{0,8}[ aŌ\u{3000}か\u{3099}\u{301}´ｶﾞ\u{1100}\u{1161}\t]{0,6}.{0,4}") {
            assert_eq!(fold(&text), slowly(&text));
        }

        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = fold(&text);
            assert_eq!(fold(&once), once);
            assert!(!once.contains('\n') && !once.contains("  ") && once.trim() == once);
        }
    }
}
