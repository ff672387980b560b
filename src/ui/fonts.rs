//! The faces: Source Serif for the article, Inter for the window, and egui's own for whatever they lack.

use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

const FACES: [(&str, &[u8]); 4] = [
    ("Source Serif", include_bytes!("../../assets/fonts/SourceSerif4_400Regular.ttf")),
    ("Source Serif Semibold", include_bytes!("../../assets/fonts/SourceSerif4_600SemiBold.ttf")),
    ("Inter", include_bytes!("../../assets/fonts/Inter_400Regular.ttf")),
    ("Inter Semibold", include_bytes!("../../assets/fonts/Inter_600SemiBold.ttf")),
];

/// Loads the faces. Each family falls back to Inter, which has arrows and ticks, and then to egui's own faces.
pub fn install(context: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (family, faces) in [
        (FontFamily::Proportional, ["Inter", "Source Serif"]),
        (super::theme::strong(), ["Inter Semibold", "Inter"]),
        (super::theme::serif(), ["Source Serif", "Inter"]),
        (super::theme::serif_strong(), ["Source Serif Semibold", "Inter"]),
    ] {
        let faces = faces.map(str::to_owned).into_iter().chain(fallback.iter().cloned()).collect();
        fonts.families.insert(family, faces);
    }
    context.set_fonts(fonts);
}
