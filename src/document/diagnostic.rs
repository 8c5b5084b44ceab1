//! What is wrong with a file, and where: the form in which every check reports.
//!
//! Nothing here knows RON or dates. A message is lowercase and says what was expected and what was found; a hint
//! says what to do next. Both are worded where they show, so that a file of nothing but errors is read as fast as any. Invariants: a range lies inside the text it speaks of, on character boundaries, and a
//! document holds a bounded number of diagnostics however broken it is.

use std::ops::Range;

use serde::Serialize;

use crate::messages::{Message, message};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something in the file cannot be used as it is.
    Error,
    /// The file loads whole, but something is odd.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Stable name of the kind of finding, such as `unknown-category`.
    pub code: &'static str,
    /// What was expected and what was found.
    pub message: Message,
    /// Bytes of the text it speaks of.
    pub range: Range<usize>,
    /// What to do next.
    pub hints: Vec<Message>,
    /// Another place that matters, and why.
    pub related: Option<(Range<usize>, Message)>,
}

impl Diagnostic {
    /// An error at these bytes.
    pub fn error(code: &'static str, range: Range<usize>, message: Message) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message,
            range,
            hints: Vec::new(),
            related: None,
        }
    }

    /// A warning at these bytes.
    pub fn warning(code: &'static str, range: Range<usize>, message: Message) -> Self {
        let severity = Severity::Warning;
        Self {
            severity,
            ..Self::error(code, range, message)
        }
    }

    /// The same with one more hint, if there is one.
    pub fn hint(mut self, hint: impl Into<Option<Message>>) -> Self {
        self.hints.extend(hint.into());
        self
    }

    /// The same, pointing at a second place too.
    pub fn also(mut self, range: Range<usize>, note: Message) -> Self {
        self.related = Some((range, note));
        self
    }
}

/// How many diagnostics of each severity are kept; the rest is counted.
const KEPT: usize = 100;

/// Collects diagnostics while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Tally,
    warnings: Tally,
}

#[derive(Debug, Default)]
struct Tally {
    kept: Vec<Diagnostic>,
    first_omitted: Option<Range<usize>>,
    omitted: usize,
}

impl Diagnostics {
    /// Takes one more; beyond the limit it is only counted.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        match diagnostic.severity {
            Severity::Error => self.errors.push(diagnostic),
            Severity::Warning => self.warnings.push(diagnostic),
        }
    }

    /// Takes all of these.
    pub(crate) fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }

    /// Takes all that another has, as if it had come after what is here.
    pub(crate) fn append(&mut self, other: Self) {
        self.errors.append(other.errors);
        self.warnings.append(other.warnings);
    }

    /// Whether there are so many that one more is only counted; it then has been. Asked before a message is put
    /// together, so that a file of nothing but errors is read as fast as any.
    pub(crate) fn omits(&mut self, severity: Severity, range: &Range<usize>) -> bool {
        let tally = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        let is_full = tally.kept.len() >= KEPT;
        if is_full {
            tally.omit(range);
        }
        is_full
    }

    /// An error here, put together only if it is kept.
    pub(crate) fn error(
        &mut self,
        range: Range<usize>,
        build: impl FnOnce(Range<usize>) -> Diagnostic,
    ) {
        if !self.omits(Severity::Error, &range) {
            self.push(build(range));
        }
    }

    /// A warning here, put together only if it is kept.
    pub(crate) fn warning(
        &mut self,
        range: Range<usize>,
        build: impl FnOnce(Range<usize>) -> Diagnostic,
    ) {
        if !self.omits(Severity::Warning, &range) {
            self.push(build(range));
        }
    }

    /// How many errors there are so far.
    pub(crate) fn errors(&self) -> usize {
        self.errors.total()
    }

    /// All in the order of the text, then what was left out; and how many errors and warnings there were in all.
    pub(crate) fn finish(self) -> (Vec<Diagnostic>, usize, usize) {
        let (errors, warnings) = (self.errors.total(), self.warnings.total());
        let rest = [self.errors.rest(), self.warnings.rest()];
        let mut all = self.errors.kept;
        all.extend(self.warnings.kept);
        all.sort_by_key(|diagnostic| (diagnostic.range.start, diagnostic.severity));
        all.extend(rest.into_iter().flatten());
        (all, errors, warnings)
    }
}

impl Tally {
    fn push(&mut self, diagnostic: Diagnostic) {
        if self.kept.len() < KEPT {
            self.kept.push(diagnostic);
        } else {
            self.omit(&diagnostic.range);
        }
    }

    fn append(&mut self, other: Self) {
        for diagnostic in other.kept {
            self.push(diagnostic);
        }
        if self.first_omitted.is_none() {
            self.first_omitted = other.first_omitted;
        }
        self.omitted = self.omitted.saturating_add(other.omitted);
    }

    fn omit(&mut self, range: &Range<usize>) {
        if self.first_omitted.is_none() {
            self.first_omitted = Some(range.clone());
        }
        self.omitted = self.omitted.saturating_add(1);
    }

    fn total(&self) -> usize {
        self.kept.len().saturating_add(self.omitted)
    }

    fn rest(&self) -> Option<Diagnostic> {
        let range = self.first_omitted.clone()?;
        let severity = self
            .kept
            .first()
            .map_or(Severity::Error, |first| first.severity);
        let count = self.omitted.to_string();
        let message = match (severity, self.omitted) {
            (Severity::Error, 1) => message!("checks-one-more-error"),
            (Severity::Error, _) => message!("checks-more-errors", count = count),
            (Severity::Warning, 1) => message!("checks-one-more-warning"),
            (Severity::Warning, _) => message!("checks-more-warnings", count = count),
        };
        Some(Diagnostic {
            severity,
            ..Diagnostic::error("more", range, message)
        })
    }
}

/// Words of the file as a message may show them: marked, and no longer than need be.
pub(crate) fn shown(words: &str) -> String {
    const LONGEST: usize = 60;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", words.get(..end).unwrap_or_default()),
        None => format!("`{words}`"),
    }
}
