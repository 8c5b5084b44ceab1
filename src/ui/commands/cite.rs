//! Commands that put citations on the clipboard.

use crate::state::{Action, Effect, Workspace};

use super::Command;
use crate::ui::sources;

/// What such a command does now; `None` for any other, and where nothing is there to cite.
pub(super) fn action(command: Command, workspace: &Workspace) -> Option<Action> {
    match command {
        Command::CopyCitation => {
            let (_, event) = workspace.selected()?;
            let style = workspace.settings().citation_style;
            sources::copy(workspace, event, style, workspace.lang())
        }
        Command::CopyBibliography(style) => Some(Action::Ask(Effect::Cite(None, style))),
        _ => None,
    }
}
