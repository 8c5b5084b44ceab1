//! Commands that change a preference.

use crate::state::{Motion, Setting, TextSize, ThemeChoice, Wheel, Workspace};
use crate::time::Lang;

use super::{Command, Moment};

/// The preference as the command wants it; `None` for any other command.
pub(super) fn setting(command: Command, workspace: &Workspace, moment: Moment) -> Option<Setting> {
    let settings = workspace.settings();
    let high_contrast = has_high_contrast(settings.theme);
    Some(match command {
        Command::ToggleAutosave => Setting::Autosave(!settings.autosave),
        Command::ToggleTheme => Setting::Theme(theme(!moment.dark, high_contrast)),
        Command::ToggleContrast => Setting::Theme(theme(moment.dark, !high_contrast)),
        Command::ToggleMotion => Setting::Motion(match settings.motion {
            Motion::Full => Motion::Reduced,
            Motion::Reduced => Motion::Full,
        }),
        Command::LargerText => Setting::TextSize(settings.text_per_cent.larger()),
        Command::SmallerText => Setting::TextSize(settings.text_per_cent.smaller()),
        Command::UsualText => Setting::TextSize(TextSize::default()),
        Command::ToggleLanguage => Setting::Lang(other_lang(workspace.lang()).into()),
        Command::ToggleWheel => Setting::Wheel(other_wheel(settings.wheel)),
        Command::ToggleEraRuler => Setting::EraRuler(!settings.era_ruler),
        Command::LargerNotes => Setting::NotesSize(settings.notes_size.larger()),
        Command::SmallerNotes => Setting::NotesSize(settings.notes_size.smaller()),
        _ => return None,
    })
}

fn has_high_contrast(theme: ThemeChoice) -> bool {
    use ThemeChoice::{HighContrastDark, HighContrastLight};
    matches!(theme, HighContrastLight | HighContrastDark)
}

fn theme(dark: bool, high_contrast: bool) -> ThemeChoice {
    match (dark, high_contrast) {
        (false, false) => ThemeChoice::Light,
        (true, false) => ThemeChoice::Dark,
        (false, true) => ThemeChoice::HighContrastLight,
        (true, true) => ThemeChoice::HighContrastDark,
    }
}

fn other_lang(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Ja,
        Lang::Ja => Lang::En,
    }
}

fn other_wheel(wheel: Wheel) -> Wheel {
    match wheel {
        Wheel::Zooms => Wheel::Pans,
        Wheel::Pans => Wheel::Zooms,
    }
}
