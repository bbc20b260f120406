//! A picture in the terminal: real pixels where it has a protocol for them, half blocks elsewhere.
//!
//! Which protocol is known from the environment or the settings; the terminal is never asked,
//! because an answer that comes late would be typed text.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::config::PictureSetting;
use crate::document::Picture;

/// What pictures are drawn with, and the one that was drawn last.
pub struct Pictures {
    protocol: PictureSetting,
    /// Only the 256 colours of the palette.
    #[cfg(feature = "documents")]
    indexed: bool,
    #[cfg(feature = "documents")]
    last: Option<drawing::Last>,
}

impl Pictures {
    /// `setting` is decided: not [`PictureSetting::Auto`].
    pub fn new(setting: PictureSetting, indexed: bool) -> Self {
        #[cfg(not(feature = "documents"))]
        let _ = indexed;
        Self {
            protocol: setting,
            #[cfg(feature = "documents")]
            indexed,
            #[cfg(feature = "documents")]
            last: None,
        }
    }

    /// No pictures at all: documents are shown as text.
    pub fn none() -> Self {
        Self::new(PictureSetting::None, false)
    }

    /// How pages are shown, by the name in the settings.
    pub fn name(&self) -> &'static str {
        match self.protocol {
            PictureSetting::Auto | PictureSetting::Blocks if self.is_on() => "blocks",
            PictureSetting::Kitty if self.is_on() => "kitty",
            PictureSetting::Sixel if self.is_on() => "sixel",
            PictureSetting::Iterm if self.is_on() => "iterm",
            _ => "none",
        }
    }

    pub fn is_on(&self) -> bool {
        cfg!(feature = "documents") && self.protocol != PictureSetting::None
    }

    /// Draws the picture as large as it fits; `false` if that cannot be done here.
    #[cfg(feature = "documents")]
    pub fn draw(&mut self, frame: &mut Frame, area: Rect, picture: &Arc<Picture>) -> bool {
        drawing::draw(self, frame, area, picture)
    }

    #[cfg(not(feature = "documents"))]
    pub fn draw(&mut self, _: &mut Frame, _: Rect, _: &Arc<Picture>) -> bool {
        false
    }
}

#[cfg(feature = "documents")]
mod drawing {
    use image::{DynamicImage, RgbaImage};
    use ratatui::layout::Size;
    use ratatui::style::Color;
    use ratatui_image::picker::{Picker, ProtocolType};
    use ratatui_image::protocol::Protocol;
    use ratatui_image::{Image, Resize};

    use super::{Arc, Frame, Picture, PictureSetting, Pictures, Rect};

    /// A picture made ready for an area.
    pub(super) struct Last {
        picture: Arc<Picture>,
        size: Size,
        protocol: Protocol,
    }

    pub(super) fn draw(
        pictures: &mut Pictures,
        frame: &mut Frame,
        area: Rect,
        picture: &Arc<Picture>,
    ) -> bool {
        if !pictures.is_on() || area.is_empty() {
            return false;
        }
        let size = Size::new(area.width, area.height);
        let known = |last: &Last| Arc::ptr_eq(&last.picture, picture) && last.size == size;
        if !pictures.last.as_ref().is_some_and(known) {
            pictures.last = made(pictures.protocol, picture, size);
        }
        let Some(last) = &pictures.last else { return false };
        let drawn = last.protocol.size();
        let middle = area.x + (area.width.saturating_sub(drawn.width)) / 2;
        let place =
            Rect::new(middle, area.y, drawn.width.min(area.width), drawn.height.min(area.height));
        frame.render_widget(Image::new(&last.protocol), place);
        if pictures.indexed && pictures.protocol == PictureSetting::Blocks {
            let buffer = frame.buffer_mut();
            for position in place.positions() {
                if let Some(cell) = buffer.cell_mut(position) {
                    cell.fg = indexed(cell.fg);
                    cell.bg = indexed(cell.bg);
                }
            }
        }
        true
    }

    fn made(setting: PictureSetting, picture: &Arc<Picture>, size: Size) -> Option<Last> {
        let mut picker = Picker::halfblocks();
        picker.set_protocol_type(match setting {
            PictureSetting::Kitty => ProtocolType::Kitty,
            PictureSetting::Sixel => ProtocolType::Sixel,
            PictureSetting::Iterm => ProtocolType::Iterm2,
            _ => ProtocolType::Halfblocks,
        });
        let pixels = RgbaImage::from_raw(picture.width, picture.height, picture.rgba.clone())?;
        let filter = image::imageops::FilterType::Triangle;
        let resize = Resize::Scale(Some(filter));
        let protocol = picker.new_protocol(DynamicImage::ImageRgba8(pixels), size, resize).ok()?;
        Some(Last { picture: Arc::clone(picture), size, protocol })
    }

    /// The nearest of the 6x6x6 cube or of the 24 greys of the usual palette.
    fn indexed(colour: Color) -> Color {
        let Color::Rgb(r, g, b) = colour else { return colour };
        let (low, high) = (r.min(g).min(b), r.max(g).max(b));
        if high - low < 16 {
            return match u16::from(r) {
                0..=3 => Color::Indexed(16),
                247.. => Color::Indexed(231),
                grey => Color::Indexed(u8::try_from(232 + (grey - 3) / 10).unwrap_or(255)),
            };
        }
        let level = |value: u8| if value < 48 { 0 } else { (u16::from(value) - 35) / 40 };
        let index = 16 + 36 * level(r) + 6 * level(g) + level(b);
        Color::Indexed(u8::try_from(index).unwrap_or(231))
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn colours_find_their_place_in_the_palette() {
            for (rgb, index) in [
                ((0, 0, 0), 16),
                ((255, 255, 255), 231),
                ((128, 128, 128), 244),
                ((31, 92, 122), 24),
                ((255, 0, 0), 196),
            ] {
                let (r, g, b) = rgb;
                assert_eq!(indexed(Color::Rgb(r, g, b)), Color::Indexed(index), "{rgb:?}");
            }
        }

        #[test]
        fn a_page_fits_its_area_and_is_made_once() {
            let picture = Arc::new(Picture {
                width: 210,
                height: 297,
                rgba: vec![255; 210 * 297 * 4],
                pages: 1,
            });
            let size = Size::new(40, 20);
            let last = made(PictureSetting::Blocks, &picture, size).unwrap();
            let drawn = last.protocol.size();
            assert!(drawn.height == 20 && drawn.width <= 40, "{drawn:?}");
            // A4 in cells that are twice as high as wide.
            assert!((26..=30).contains(&drawn.width), "{drawn:?}");
        }
    }
}
