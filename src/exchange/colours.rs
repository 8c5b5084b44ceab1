//! Colours on their way from the words of style sheets to `#RRGGBB`.

use svgtypes::Color;

/// The colour that a text names in one of the ways of CSS, such as `teal`, `#RGB` or `rgb(r, g, b)`, as `#RRGGBB`. Its
/// opacity is left out.
pub(super) fn colour(text: &str) -> Option<String> {
    let Color {
        red, green, blue, ..
    } = text.trim().parse().ok()?;
    Some(format!("#{red:02X}{green:02X}{blue:02X}"))
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
        assert_eq!(colour("Teal"), hash("008080"));
        assert_eq!(colour("hsl(120, 100%, 25%)"), hash("008000"));
        for none in [
            "",
            "tael",
            "時",
            "#",
            "#12345",
            "#ggg",
            "rgb(1,2)",
            "rgb(1,2,3",
            "#abc url(x)",
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
