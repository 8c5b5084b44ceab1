//! What `export` asks about handouts and worksheets.

use anyhow::{bail, ensure};

use crate::export::{Handout, Leaf, Paper};

use super::cite::Asked;

/// What only sheets for a class have.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Handouts and worksheets")]
pub(super) struct Sheets {
    /// Worksheets: the answers
    #[arg(long)]
    key: bool,
    /// Handout: how the sources are cited; as Chicago does when left out
    #[arg(long, value_enum)]
    style: Option<Asked>,
}

/// A sort of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Handout,
    Dates,
    Titles,
}

impl Sheets {
    /// Whether what was asked makes sense for a sort of sheet, or for what is none.
    pub(super) fn fits(&self, sort: Option<Sort>) -> anyhow::Result<()> {
        let is_worksheet = matches!(sort, Some(Sort::Dates | Sort::Titles));
        ensure!(
            is_worksheet || !self.key,
            "expected --key with worksheet-dates and worksheet-titles alone"
        );
        ensure!(
            sort == Some(Sort::Handout) || self.style.is_none(),
            "expected --style with handout alone"
        );
        ensure!(
            self.style != Some(Asked::Bibtex),
            "expected --style chicago, mla or apa: BibTeX is for programs; see `transpacific cite --style bibtex`"
        );
        Ok(())
    }

    /// What is handed out; `story` is an index into the timeline's list.
    pub(super) fn handout(
        &self,
        sort: Sort,
        paper: Option<Paper>,
        story: Option<usize>,
    ) -> anyhow::Result<Handout> {
        let paper = paper.unwrap_or(Paper::A4);
        if !matches!(paper, Paper::A4 | Paper::Letter) {
            bail!("expected --paper a4 or letter for handouts and worksheets");
        }
        let kind = match (sort, self.key) {
            (Sort::Handout, _) => Leaf::Reading,
            (Sort::Dates, false) => Leaf::Dates,
            (Sort::Dates, true) => Leaf::DatesKey,
            (Sort::Titles, false) => Leaf::Titles,
            (Sort::Titles, true) => Leaf::TitlesKey,
        };
        Ok(Handout {
            paper,
            kind,
            style: self.style.unwrap_or_default().style(),
            story,
        })
    }
}
