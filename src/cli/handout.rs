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

impl Sheets {
    /// Whether what was asked makes sense for a sort of sheet, or for what is none.
    pub(super) fn fits(&self, sheet: Option<Leaf>) -> anyhow::Result<()> {
        let has_answers = sheet.is_some_and(|leaf| leaf.answered() != leaf);
        ensure!(
            has_answers || !self.key,
            "expected --key with worksheet-dates and worksheet-titles alone"
        );
        ensure!(
            sheet == Some(Leaf::Reading) || self.style.is_none(),
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
        sheet: Leaf,
        paper: Option<Paper>,
        story: Option<usize>,
    ) -> anyhow::Result<Handout> {
        let paper = paper.unwrap_or(Paper::A4);
        if !matches!(paper, Paper::A4 | Paper::Letter) {
            bail!("expected --paper a4 or letter for handouts and worksheets");
        }
        Ok(Handout {
            paper,
            kind: if self.key { sheet.answered() } else { sheet },
            style: self.style.unwrap_or_default().style(),
            story,
        })
    }
}
