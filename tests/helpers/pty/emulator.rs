//! The screen as text, and what the emulator hears but does not act on.

/// The screen as text, without the spaces that fill its lines and the empty lines at its end.
pub(crate) fn text(screen: &vt100::Screen) -> String {
    let lines: Vec<String> =
        screen.rows(0, screen.size().1.get()).map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n").trim_end().to_owned()
}

/// What the emulator does not act on but a test wants to know.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) questions: Vec<String>,
    pub(super) copied: Vec<String>,
    pub(super) in_frame: bool,
    pub(super) ended: bool,
}

impl vt100::Callbacks for Heard {
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.copied.push(String::from_utf8_lossy(data).into_owned());
    }

    fn paste_from_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8]) {
        self.questions.push("clipboard contents".to_owned());
    }

    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        first: Option<u8>,
        second: Option<u8>,
        params: &[&[u16]],
        last: char,
    ) {
        match (first, second, last) {
            (Some(b'?'), None, 'h' | 'l') if params == [[2026]] => self.in_frame = last == 'h',
            // Cursor and status, device attributes, modes, keyboard flags, version, window.
            (_, _, 'n' | 'c' | 't')
            | (_, Some(b'$'), 'p')
            | (Some(b'$'), _, 'p')
            | (Some(b'?'), _, 'u')
            | (Some(b'>'), _, 'q') => {
                let prefix: String = [first, second].iter().flatten().map(|b| *b as char).collect();
                self.questions.push(format!("CSI {prefix}{params:?}{last}"));
            }
            _ => {}
        }
    }

    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        if params == [b"777".as_slice(), b"ended"] {
            self.ended = true;
        } else if params.contains(&b"?".as_slice()) {
            self.questions.push("OSC colour".to_owned());
        }
    }
}
