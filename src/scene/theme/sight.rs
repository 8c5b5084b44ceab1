//! Whether the colours of categories stay apart for eyes that lack a kind of cone. One man in twelve does not see them as
//! their chooser did (Birch, "Worldwide prevalence of red-green color deficiency", JOSA A 29(3), 2012).

use palette::color_difference::Ciede2000;
use palette::white_point::D65;
use palette::{FromColor, Lab, LinSrgb, Srgb};

use super::tests::themes;
use super::{Rgba, Theme};
use crate::document::{Document, Timeline};

/// Least difference of two categories, CIEDE2000, for eyes with all their cones and for others. One is what side by side
/// and large can just be told; marks are small and far apart. Of marks a third of a degree wide half of the viewers
/// notice 7.3 in lightness (Stone, Szafir & Setlur, "An Engineering Model for Color Difference as a Function of Size",
/// Color and Imaging Conference 2014), and ours are somewhat smaller.
const APART: f32 = 12.0;
const STILL_APART: f32 = 10.0;

/// What a sight makes of the light of red, green and blue: a matrix on linear RGB.
type Sight = (&'static str, [[f32; 3]; 3]);

const UNIMPAIRED: Sight = (
    "unimpaired",
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
);

/// Machado, Oliveira & Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG
/// 15(6), 2009: the matrices for severity 1.0, where a kind of cone is missing altogether.
const DEFICIENT: [Sight; 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

fn seen((_, sight): &Sight, color: Rgba) -> Lab<D65, f32> {
    let light: LinSrgb<f32> = Srgb::new(color.r, color.g, color.b).into_linear();
    let [red, green, blue] = sight.map(|[r, g, b]| {
        let mixed = r * light.red + g * light.green + b * light.blue;
        // A screen shows no less than nothing and no more than all.
        mixed.clamp(0.0, 1.0)
    });
    Lab::from_color(LinSrgb::new(red, green, blue))
}

fn difference(sight: &Sight, one: Rgba, other: Rgba) -> f32 {
    seen(sight, one).difference(seen(sight, other))
}

/// Every two of these, with how far apart they are.
fn pairs(sight: &Sight, colors: &[Rgba]) -> Vec<(usize, usize, f32)> {
    let numbered = || colors.iter().copied().enumerate();
    let with_later = |(one, color)| {
        let later = numbered().skip(one + 1);
        later.map(move |(other, next)| (one, other, difference(sight, color, next)))
    };
    numbered().flat_map(with_later).collect()
}

fn shipped() -> Timeline {
    Document::parse("timeline.ron", include_str!("../../../timeline.ron")).timeline
}

/// The categories of the shipped file as a theme draws them.
fn drawn(theme: &Theme, timeline: &Timeline) -> Vec<Rgba> {
    let numbered = timeline.categories.iter().enumerate();
    numbered
        .map(|(index, category)| theme.category(index, category.color.as_deref()))
        .collect()
}

fn rgb(r: u8, g: u8, b: u8) -> Rgba {
    Rgba { r, g, b, a: 255 }
}

#[test]
fn the_simulation_confuses_what_such_eyes_confuse_and_spares_greys() {
    let [protan, deutan, tritan] = &DEFICIENT;
    // A leaf and a brick, a sea and a sky.
    let (leaf, brick) = (rgb(110, 120, 40), rgb(160, 100, 40));
    let (green, blue) = (rgb(40, 130, 100), rgb(40, 110, 160));
    for sight in [protan, deutan] {
        assert!(difference(sight, leaf, brick) < difference(&UNIMPAIRED, leaf, brick) / 2.0);
        assert!(difference(sight, green, blue) > APART, "{}", sight.0);
    }
    assert!(difference(tritan, green, blue) < difference(&UNIMPAIRED, green, blue) / 2.0);
    assert!(difference(tritan, leaf, brick) > APART);

    let grey = rgb(120, 120, 120);
    for sight in &DEFICIENT {
        let change = seen(sight, grey).difference(seen(&UNIMPAIRED, grey));
        assert!(change < 0.1, "{}: {change}", sight.0);
    }
}

#[test]
fn differences_are_those_of_the_published_test_data() {
    // Sharma, Wu & Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application 30(1), 2005, table 1:
    // pairs 1, 25 and 33.
    for (one, other, published) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
        (
            [6.7747, -0.2908, -2.4247],
            [5.8714, -0.0985, -2.2286],
            0.6377,
        ),
    ] {
        let lab = |[l, a, b]: [f32; 3]| Lab::<D65, f32>::new(l, a, b);
        let measured = lab(one).difference(lab(other));
        assert!((measured - published).abs() < 0.001, "{measured}");
    }
}

#[test]
fn any_two_colours_of_a_theme_stay_apart_in_every_sight() {
    for (name, theme, ..) in themes() {
        let colors: Vec<_> = (0..8).map(|index| theme.category(index, None)).collect();
        let sights = DEFICIENT.iter().map(|sight| (sight, STILL_APART));
        for (sight, least) in sights.chain([(&UNIMPAIRED, APART)]) {
            for (one, other, apart) in pairs(sight, &colors) {
                assert!(
                    apart >= least,
                    "{name}, {}: categories {one} and {other} are {apart:.1} apart",
                    sight.0
                );
            }
        }
    }
}

#[test]
fn the_shipped_colours_stay_apart_for_unimpaired_eyes() {
    let timeline = shipped();
    for (name, theme, ..) in themes() {
        for (one, other, apart) in pairs(&UNIMPAIRED, &drawn(&theme, &timeline)) {
            assert!(
                apart >= APART,
                "{name}: {one} and {other} are {apart:.1} apart"
            );
        }
    }
}

/// The four hues of the shipped file are those of its design, and not all of them stay apart for everyone: to eyes that
/// lack a cone of the long or middle wave, vermilion and ochre are one colour. So shape says it too (WCAG 2.2, 1.4.1).
/// What colour leaves open is listed here, so that no change of a colour or a theme makes it more unseen.
#[test]
fn where_a_deficiency_merges_shipped_colours_shapes_differ() {
    let timeline = shipped();
    let (security, diplomacy, trade, culture) = (0, 1, 2, 3);
    let open = [
        ("protanopia", security, trade),
        ("protanopia", security, culture),
        ("protanopia", trade, culture),
        ("deuteranopia", security, trade),
        ("tritanopia", diplomacy, culture),
    ];
    let mut found = Vec::new();
    for (_, theme, ..) in themes() {
        for sight in &DEFICIENT {
            let all = pairs(sight, &drawn(&theme, &timeline)).into_iter();
            let merged = all.filter(|(.., apart)| *apart < STILL_APART);
            found.extend(merged.map(|(one, other, _)| (sight.0, one, other)));
        }
    }
    found.sort_unstable();
    found.dedup();
    for (sight, one, other) in &found {
        let shapes = [*one, *other].map(|index| timeline.categories[index].shape);
        assert_ne!(shapes[0], shapes[1], "{sight}: {one} and {other}");
        assert!(open.contains(&(*sight, *one, *other)), "{found:?}");
    }
    let mut listed = open;
    listed.sort_unstable();
    assert_eq!(
        found, listed,
        "the list says what is left open, and no more"
    );
}
