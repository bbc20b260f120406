//! What a program built without the feature `documents` says instead.

/// Stands in for typst.
pub(in crate::document) mod engine {
    use crate::document::output::{Files, Pdf, Picture, Refused};

    const BUILT_WITHOUT: &str = "dieses Programm ist ohne PDF gebaut";

    pub(in crate::document) fn pdf(
        _: &serde_json::Value,
        _: &Files,
        _: bool,
    ) -> Result<Pdf, Refused> {
        Err(Refused { message: BUILT_WITHOUT.to_owned() })
    }

    pub(in crate::document) fn picture(
        _: &serde_json::Value,
        _: &Files,
        _: u32,
    ) -> Result<Picture, Refused> {
        Err(Refused { message: BUILT_WITHOUT.to_owned() })
    }
}

/// Stands in for docx-rs.
pub(in crate::document) mod docx {
    use crate::document::{Document, Obstacle, Style};

    pub(in crate::document) fn docx(_: &Document, _: &Style) -> Result<Vec<u8>, Vec<Obstacle>> {
        Err(vec![Obstacle::failed("dieses Programm ist ohne Word gebaut")])
    }
}
