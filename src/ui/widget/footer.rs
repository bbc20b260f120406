//! The last line: a message if there is one, else the keys that matter now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::{Model, Tone};
use crate::keymap::{Command, Context};
use crate::ui::Look;
use crate::ui::widget::wrap::truncated;

/// The commands worth naming in each context, most useful first.
fn commands(context: Context) -> &'static [Command] {
    use Command as C;
    match context {
        Context::Find => &[C::Open, C::SwitchPane, C::ListDown, C::Palette, C::Help, C::Quit],
        Context::Reader => &[
            C::Blocks,
            C::CopyLine,
            C::CopySection,
            C::NextSection,
            C::FindInPage,
            C::Back,
            C::ReaderHelp,
            C::ReaderQuit,
        ],
        Context::FindInPage => &[C::AcceptFind, C::Back],
        Context::Form => {
            &[C::NextField, C::PreviousField, C::NextChoice, C::CopyFilled, C::UndoAnswer, C::Back]
        }
        Context::Pay => &[C::PayOpen, C::PayDown, C::PaySort, C::Back],
        Context::Desk => &[
            C::DeskFill,
            C::DeskAdd,
            C::DeskEdit,
            C::DeskMoveDown,
            C::DeskRemove,
            C::DeskCopy,
            C::Papers,
            C::DeskProof,
            C::DeskUndo,
            C::DeskQuestions,
            C::Back,
        ],
        Context::Proof => {
            &[C::ProofRepair, C::ProofOther, C::ProofLearn, C::ProofDown, C::ProofUndo, C::Back]
        }
        Context::Paper => &[C::PaperWrite, C::PaperNext, C::PaperDown, C::Back],
        Context::Writing => &[C::WritingDone, C::WritingUndo, C::Back],
        Context::Fields => &[C::FieldDown, C::FieldChoice, C::FieldsDone, C::Back],
        Context::Match => &[C::MatchBlock, C::MatchOverrule, C::MatchLetter, C::MatchText, C::Back],
        Context::Applications => &[
            C::ApplicationOpen,
            C::ApplicationNew,
            C::ApplicationStatus,
            C::ApplicationLetter,
            C::ApplicationArchive,
            C::Back,
        ],
        Context::Picker => &[C::PickerAccept, C::PickerDown, C::Back],
        Context::Help => &[C::HelpDown, C::Back],
        Context::Confirm => &[C::Yes, C::No],
        Context::Global => &[C::Help, C::Quit],
    }
}

pub fn draw(frame: &mut Frame, area: Rect, model: &Model, look: &Look) {
    let width = usize::from(area.width);
    if let Some(status) = &model.status {
        // The sign says the tone without colour.
        let (sign, style) = match status.tone {
            Tone::Note => ("✓ ", look.note),
            Tone::Warning => ("! ", look.warning),
        };
        let line =
            Line::from(Span::styled(truncated(&format!("{sign}{}", status.text), width), style));
        frame.render_widget(line, area);
        return;
    }
    let mut spans = Vec::new();
    let mut used = 0;
    for command in commands(model.context()) {
        let Some(key) = model.shared.keymap.keys(*command).first() else { continue };
        let (key, name) = (key.label(model.shared.language), command.name(model.shared.language));
        let needed = key.width() + name.width() + 4;
        if used + needed > width + 3 {
            break;
        }
        used += needed;
        spans.push(Span::styled(key, look.key));
        spans.push(Span::styled(format!(" {name}   "), look.muted));
    }
    frame.render_widget(Line::from(spans), area);
}
