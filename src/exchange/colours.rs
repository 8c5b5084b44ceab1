//! Colours on their way from the words of style sheets to `#RRGGBB`.

/// The colour that a text names as `#RGB`, `#RRGGBB` (with opacity or not) or `rgb(r, g, b)`, as `#RRGGBB`.
pub(super) fn colour(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(digits) = text.strip_prefix('#') {
        return from_digits(digits);
    }
    let inside = text
        .strip_prefix("rgba(")
        .or_else(|| text.strip_prefix("rgb("))?
        .strip_suffix(')')?;
    let parts: Vec<_> = inside
        .split([',', ' ', '/'])
        .filter(|part| !part.is_empty())
        .take(5)
        .collect();
    let [red, green, blue, ..] = parts.as_slice() else {
        return None;
    };
    let part = |part: &str| part.parse::<u8>().ok();
    Some(written(part(red)?, part(green)?, part(blue)?))
}

fn from_digits(digits: &str) -> Option<String> {
    let mut values = Vec::new();
    for digit in digits.chars().take(9) {
        values.push(u8::try_from(digit.to_digit(16)?).ok()?);
    }
    let pair = |high: u8, low: u8| high.saturating_mul(16).saturating_add(low);
    match *values.as_slice() {
        [red, green, blue] | [red, green, blue, _] => Some(written(
            pair(red, red),
            pair(green, green),
            pair(blue, blue),
        )),
        [r, ed, g, reen, b, lue] | [r, ed, g, reen, b, lue, _, _] => {
            Some(written(pair(r, ed), pair(g, reen), pair(b, lue)))
        }
        _ => None,
    }
}

fn written(red: u8, green: u8, blue: u8) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// The value of a property in a style, such as `background-color: teal; width: 2px`.
pub(super) fn property<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    style.split(';').find_map(|one| {
        let (found, value) = one.split_once(':')?;
        found
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_understood_however_they_are_written() {
        let hash = |digits: &str| Some(format!("#{digits}"));
        for (text, digits) in [
            ("c4501b", "C4501B"),
            ("c4501bff", "C4501B"),
            ("abc", "AABBCC"),
            ("abcd", "AABBCC"),
        ] {
            assert_eq!(colour(&format!("#{text}")), hash(digits), "{text}");
        }
        assert_eq!(colour(" rgb(196, 80,27)"), hash("C4501B"));
        assert_eq!(colour("rgba(196 80 27 / 0.5)"), hash("C4501B"));
        for none in [
            "teal",
            "#",
            "#12345",
            "#ggg",
            "rgb(1,2)",
            "rgb(300,0,0)",
            "rgb(1,2,3",
        ] {
            assert_eq!(colour(none), None, "{none}");
        }
    }

    #[test]
    fn a_style_is_asked_for_a_property() {
        let style = "color: red;Background-Color : #abc ; width:2px";
        assert_eq!(property(style, "background-color"), Some("#abc"));
        assert_eq!(property(style, "border"), None);
    }
}
