//! Sheets of paper, and how large letters must be to be read from a distance.

use crate::scene::Size;

/// A sheet, by ISO 216 or ANSI/ASME Y14.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Paper {
    A0,
    A1,
    A2,
    A3,
    A4,
    Letter,
    Tabloid,
    AnsiC,
    AnsiD,
    AnsiE,
}

/// Points in a millimetre: 72 to the inch.
pub const MM: f32 = 72.0 / 25.4;

impl Paper {
    /// All of them, by family from the smallest to the largest.
    pub const ALL: [Self; 10] = [
        Self::A4,
        Self::A3,
        Self::A2,
        Self::A1,
        Self::A0,
        Self::Letter,
        Self::Tabloid,
        Self::AnsiC,
        Self::AnsiD,
        Self::AnsiE,
    ];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A0 => "A0",
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A3 => "A3",
            Self::A4 => "A4",
            Self::Letter => "Letter",
            Self::Tabloid => "Tabloid (ANSI B)",
            Self::AnsiC => "ANSI C",
            Self::AnsiD => "ANSI D",
            Self::AnsiE => "ANSI E",
        }
    }

    /// What it is called where a word without blanks is needed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::A0 => "a0",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::Letter => "letter",
            Self::Tabloid => "tabloid",
            Self::AnsiC => "ansi-c",
            Self::AnsiD => "ansi-d",
            Self::AnsiE => "ansi-e",
        }
    }

    /// Its shorter and its longer side in millimetres.
    const fn sides(self) -> (f32, f32) {
        match self {
            Self::A0 => (841.0, 1189.0),
            Self::A1 => (594.0, 841.0),
            Self::A2 => (420.0, 594.0),
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
            Self::Tabloid => (279.4, 431.8),
            Self::AnsiC => (431.8, 558.8),
            Self::AnsiD => (558.8, 863.6),
            Self::AnsiE => (863.6, 1117.6),
        }
    }

    /// Its size in points.
    pub fn size(self, is_portrait: bool) -> Size {
        let (short, long) = self.sides();
        let (width, height) = if is_portrait {
            (short, long)
        } else {
            (long, short)
        };
        Size {
            width: width * MM,
            height: height * MM,
        }
    }

    /// From how far it is usually read, in metres: a sheet in the hand, one on a desk, one on the wall of a room.
    pub const fn distance(self) -> f32 {
        match self {
            Self::A4 | Self::Letter => 0.4,
            Self::A3 | Self::Tabloid => 0.5,
            Self::A2 | Self::AnsiC => 0.7,
            Self::A1 | Self::AnsiD => 1.0,
            Self::A0 | Self::AnsiE => 1.4,
        }
    }
}

/// Height of a small letter as a part of the em in our fonts.
const X_HEIGHT: f32 = 0.52;
/// Angle in degrees under which the eye sees a small letter that it reads without effort (Legge & Bigelow, *Does print
/// size matter for reading?*, Journal of Vision 11(5):8, 2011).
const ANGLE: f32 = 0.2;

/// Em size in points of letters that are read without effort from so many metres.
pub(super) fn em_at(distance: f32) -> f32 {
    let x_height = 2.0 * distance * 1000.0 * (ANGLE / 2.0).to_radians().tan();
    x_height / X_HEIGHT * MM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_grow_with_the_distance() {
        // A book at arm's length, a slide at the back of the room.
        assert!((em_at(0.4) - 7.6).abs() < 0.1, "{}", em_at(0.4));
        assert!((em_at(3.0) - 57.1).abs() < 0.5, "{}", em_at(3.0));
    }

    #[test]
    fn sheets_have_their_sizes() {
        let a4 = Paper::A4.size(true);
        assert!((a4.width - 595.28).abs() < 0.01 && (a4.height - 841.89).abs() < 0.01);
        for pair in Paper::ALL.windows(2) {
            let [smaller, larger] = pair else { continue };
            let (a, b) = (smaller.size(false), larger.size(false));
            assert!(a.width < b.width && a.height < b.height || *larger == Paper::Letter);
        }
    }
}
