//! Small parts of sentences, the same wherever they stand.

use crate::time::Lang;

/// A number with commas between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let comma = |(at, digit): (usize, char)| {
        let comma = at > 0 && at % 3 == first;
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(comma).collect()
}

/// "1 event", "12,345 events".
pub fn events(count: usize) -> String {
    counted(count, "event")
}

/// "12,345 events", or "12,345件".
pub fn events_in(lang: Lang, count: usize) -> String {
    match lang {
        Lang::En => events(count),
        Lang::Ja => format!("{}件", grouped(count)),
    }
}

/// "1 step", "8 steps".
pub fn steps(count: usize) -> String {
    counted(count, "step")
}

/// "1 page", "12,345 pages".
pub fn pages(count: usize) -> String {
    counted(count, "page")
}

fn counted(count: usize, name: &str) -> String {
    match count {
        1 => format!("1 {name}"),
        _ => format!("{} {name}s", grouped(count)),
    }
}

/// With a capital at the beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_kept_apart() {
        let said = [0, 7, 999, 1000, 12_345, 123_456, 1_234_567].map(grouped);
        let expected = ["0", "7", "999", "1,000", "12,345", "123,456", "1,234,567"];
        assert_eq!(said, expected);
        assert_eq!(
            [events(0), events(1), events(1500)],
            ["0 events", "1 event", "1,500 events"]
        );
    }
}
