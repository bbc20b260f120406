//! Which entry of a list is selected, and which one stands at the top of the window.

/// A selection that always lies inside its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    selected: usize,
    /// First visible entry; the picture moves it so that the selection is visible.
    pub top: usize,
}

impl Cursor {
    pub fn selected(&self) -> usize {
        self.selected
    }

    pub fn select(&mut self, index: usize, length: usize) {
        self.selected = index.min(length.saturating_sub(1));
    }

    /// Moves by some entries and stops at both ends.
    pub fn step(&mut self, by: isize, length: usize) {
        self.select(self.selected.saturating_add_signed(by), length);
    }

    /// The first visible entry when `rows` entries fit, with the selection among them.
    pub fn window(&self, rows: usize, length: usize) -> usize {
        let rows = rows.max(1);
        let top = self.top.min(length.saturating_sub(rows));
        top.clamp((self.selected + 1).saturating_sub(rows), self.selected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside_and_in_view() {
        let mut cursor = Cursor::default();
        for (step, length, selected) in [(1, 3, 1), (5, 3, 2), (-9, 3, 0), (1, 0, 0)] {
            cursor.step(step, length);
            assert_eq!(cursor.selected(), selected, "step {step} of {length}");
        }
        cursor.select(9, 20);
        assert_eq!(cursor.window(5, 20), 5);
        cursor.top = 8;
        assert_eq!(cursor.window(5, 20), 8);
        cursor.top = 19;
        assert_eq!(cursor.window(5, 20), 9);
        assert_eq!(cursor.window(0, 20), 9);
    }
}
