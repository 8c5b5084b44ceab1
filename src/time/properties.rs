//! What holds for any text and any window.

use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{Lang, Rank, TimeScale, TimeWindow, When, display_at, display_window, distance, ticks};

const LANGS: [Lang; 2] = [Lang::En, Lang::Ja];

/// Texts near EDTF, most of which nearly parse.
fn edtf_like() -> impl Strategy<Value = String> {
    let date = prop_oneof![
        "-?[0-9X]{4}[?~%]?(-[?~%]?[0-4X][0-9X][?~%]?(-[?~%]?[0-3X][0-9X][?~%]?)?)?",
        "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]))?)?[?~%]?",
        "Y-?[1-9][0-9]{4,18}(S[1-9])?",
        "Y-?[1-9]{1,3}E[0-9]{1,3}(S[1-9])?",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][01][0-9](:[0-5]0)?)?",
    ];
    let side = prop_oneof![date, Just(String::new()), Just("..".into())];
    prop_oneof![
        side.clone(),
        (side.clone(), side.clone()).prop_map(|(a, b)| format!("{a}/{b}")),
        (side.clone(), side).prop_map(|(a, b)| format!("[{a},{b}]")),
        "[0-9XYSE?~%TZ:+/.,{}\\[\\] -]{0,24}",
        "[0-9]{1,4}[-/. ](Aug|March|年|[0-9]{1,2})[-/. ,][0-9]{1,4}",
        "(c\\. |since |until |昭和|約|AD )?[0-9]{1,4}(年|s| BC|頃|~|-|–)?[0-9]{0,4}",
    ]
}

fn windows() -> impl Strategy<Value = TimeWindow> {
    (-4e6..4e6_f64, -0.7..6.7_f64).prop_map(|(start, log)| TimeWindow::new(start, 10_f64.powf(log)))
}

/// Everything a date can be asked, for the sake of its panics, and what must hold of the answers.
fn ask_everything(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    let when = match text.parse::<When>() {
        Ok(when) => when,
        Err(error) => {
            prop_assert!(
                text.is_char_boundary(error.offset),
                "{text:?} at {}",
                error.offset
            );
            let message = error.message.text(Lang::En);
            prop_assert!(message.starts_with("expected "), "{message}");
            let hint = error.hint.map(|hint| hint.text(Lang::En));
            let proposal = hint.as_deref().and_then(|hint| {
                hint.strip_prefix("did you mean ")
                    .and_then(|hint| hint.strip_suffix('?'))
                    .or(hint.strip_prefix("write "))
            });
            if let Some(proposal) = proposal.filter(|proposal| !proposal.contains(' ')) {
                prop_assert!(
                    proposal.parse::<When>().is_ok(),
                    "{text:?} got {proposal:?}"
                );
            }
            return Ok(());
        }
    };
    let extent = when.extent();
    prop_assert!(when.anchor().is_finite());
    prop_assert!(
        extent.start <= when.anchor() && when.anchor() <= extent.end,
        "{text} {extent:?} {}",
        when.anchor()
    );
    prop_assert_eq!(
        when.finite_extent().is_some(),
        extent.start.is_finite() || extent.end.is_finite()
    );
    if let Some(core) = when.core() {
        prop_assert!(
            extent.start <= core.start && core.start <= core.end && core.end <= extent.end,
            "{text}"
        );
    }
    for lang in LANGS {
        prop_assert!(!when.display(lang).is_empty());
        let _ = when.sides_of_the_pacific(lang);
        prop_assert!(!distance(&when, &when, lang).is_empty());
        let _ = display_at(when.anchor(), 1.0, lang);
    }
    let _ = (
        when.display_era(),
        when.precision(),
        when.earliest_day(),
        when.latest_day(),
    );
    let _ = TimeWindow::fit(extent, 0.1);
    prop_assert_eq!(when.text(), text);
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        ask_everything(&text)?;
    }

    #[test]
    fn any_date_like_text_is_answered(text in edtf_like()) {
        ask_everything(&text)?;
    }

    #[test]
    fn distances_are_symmetric(a in edtf_like(), b in edtf_like()) {
        if let (Ok(a), Ok(b)) = (a.parse::<When>(), b.parse::<When>()) {
            let (there, back) = (distance(&a, &b, Lang::En), distance(&b, &a, Lang::En));
            prop_assert_eq!(there.replace("before", "after"), back.replace("before", "after"));
        }
    }

    /// A reader may copy what the app shows into the file, and is told the EDTF it came from.
    #[test]
    fn words_lead_back(year in 1000..2100_i64, month in 1..=12_u8, day in 1..=28_u8, days in 0..28_u8, shape in 0..7) {
        let later = (day + days).min(28);
        let text = match shape {
            0 => format!("{year}~"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}?"),
            3 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-{later:02}"),
            4 => format!("{year}-01/{year}-{month:02}"),
            5 => format!("{year}-{month:02}-{day:02}/.."),
            _ => format!("{year}-{month:02}-{day:02}/{}-{month:02}-{later:02}", year + 1),
        };
        let Ok(when) = text.parse::<When>() else { panic!("`{text}`") };
        for words in [when.display(Lang::En), when.display(Lang::Ja)] {
            let Err(error) = words.parse::<When>() else { panic!("`{words}` is EDTF") };
            let (start, end) = text.split_once('/').unwrap_or((&text, ""));
            let expected = if start == end { start } else { &text };
            let hint = error.hint.map(|hint| hint.text(Lang::En));
            prop_assert_eq!(hint, Some(format!("write {expected}")), "`{}`", words);
        }
    }

    #[test]
    fn points_turn_back_into_days(window in windows(), left in -500.0..500.0_f32, width in 1.0..4000.0_f32, part in 0.0..1.0_f64) {
        let scale = TimeScale::new(window, left, width);
        let day = window.start + part * window.days;
        let x = scale.x_from_day(day);
        // An f32 keeps about seven digits, so a point is known to a thousandth.
        prop_assert!((scale.day_from_x(x) - day).abs() * scale.points_per_day() < 1e-3);
        prop_assert!((scale.x_from_day(window.start) - left).abs() < 1e-3);
        prop_assert!((scale.x_from_day(window.end()) - scale.right()).abs() < 1e-2);
    }

    #[test]
    fn painters_get_finite_points(window in windows(), day in any::<f64>(), width in any::<f32>()) {
        let scale = TimeScale::new(window, 0.0, width);
        prop_assert!(scale.x_from_day(day).abs() <= 1e6);
        prop_assert!(scale.day_from_x(width).is_finite());
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer(start in -1e6..1e6_f64, log in -0.5..5.0_f64, part in 0.0..1.0_f64, factor in 0.1..10.0_f64) {
        let window = TimeWindow::new(start, 10_f64.powf(log));
        let day = window.start + part * window.days;
        let zoomed = window.zoom_at(day, factor);
        prop_assert!(((day - zoomed.start) / zoomed.days - part).abs() < 1e-6);
    }

    #[test]
    fn ticks_keep_apart(window in windows(), width in 1.0..6000.0_f32, letter in 0.0..30.0_f32) {
        let scale = TimeScale::new(window, 0.0, width);
        let measure = |text: &str| letter * text.chars().count() as f32;
        for lang in LANGS {
            let ticks = ticks(&scale, lang, &measure);
            prop_assert!(ticks.len() <= 500, "{} ticks", ticks.len());
            prop_assert!(ticks.is_sorted_by(|a, b| a.day < b.day));
            prop_assert!(ticks.iter().all(|tick| window.start <= tick.day && tick.day <= window.end()));
            prop_assert!(ticks.iter().all(|tick| tick.rank == Rank::Major || tick.label.is_none()));
            let labelled: Vec<(f64, &str)> = ticks
                .iter()
                .filter_map(|tick| Some(((tick.day - window.start) * scale.points_per_day(), tick.label.as_deref()?)))
                .collect();
            for pair in labelled.windows(2) {
                let [(x, left), (next, right)] = pair else { continue };
                prop_assert!(next - x >= f64::from(measure(left).max(measure(right))), "{left} meets {right}");
            }
            prop_assert!(!labelled.is_empty(), "no label in {:?} over {}", window, width);
            prop_assert!(!display_window(window, lang).is_empty());
        }
    }

    /// Panning within a century changes neither the step nor, past the first, any label.
    #[test]
    fn panning_keeps_the_labels(start in 0.0..10_000.0_f64, log in -0.5..4.0_f64, part in 0.0..0.9_f64, width in 400.0..2500.0_f32) {
        let window = TimeWindow::new(start, 10_f64.powf(log));
        let panned = window.pan_by(part * window.days);
        let measure = |text: &str| 7.0 * text.chars().count() as f32;
        let labels = |window: TimeWindow| {
            let ticks = ticks(&TimeScale::new(window, 0.0, width), Lang::En, &measure);
            let labelled = ticks.into_iter().filter_map(|tick| tick.label.map(|label| (tick.day, label)));
            labelled.collect::<Vec<_>>()
        };
        let (before, after) = (labels(window), labels(panned));
        let shared = before.iter().filter(|(day, _)| *day >= panned.start).skip(1);
        let again = after.iter().filter(|(day, _)| *day <= window.end()).skip(1);
        prop_assert!(shared.eq(again), "{before:?} {after:?}");
    }
}
