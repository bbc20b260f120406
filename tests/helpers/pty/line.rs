//! The modes of the terminal's line: set, read and written out for comparison.

use std::fs::File;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use rustix::fs::OFlags;
use rustix::termios::{InputModes, LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// Sets modes no program would choose, so that restoring "the usual ones" is seen to be wrong.
pub(super) fn unusual_modes(tty: &PathBuf) -> String {
    let slave = open(tty);
    let mut modes = tcgetattr(&slave).unwrap();
    modes.input_modes.remove(InputModes::IXON);
    modes.local_modes.insert(LocalModes::ECHONL);
    tcsetattr(&slave, OptionalActions::Now, &modes).unwrap();
    described(&tcgetattr(&slave).unwrap())
}

pub(super) fn described(modes: &Termios) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        modes.input_modes,
        modes.output_modes,
        modes.control_modes,
        modes.local_modes,
        modes.special_codes,
    )
}

pub(super) fn open(tty: &PathBuf) -> File {
    let flags = OFlags::NOCTTY.bits().cast_signed();
    File::options().read(true).write(true).custom_flags(flags).open(tty).unwrap()
}
