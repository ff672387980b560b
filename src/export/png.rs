//! An SVG drawing as a picture, at twice its size, in the faces of the window so that it is the same on every machine.

use anyhow::{Context, Result};
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

const FACES: [&[u8]; 2] = [
    include_bytes!("../../assets/fonts/Inter_400Regular.ttf"),
    include_bytes!("../../assets/fonts/Inter_600SemiBold.ttf"),
];
const TWICE: f32 = 2.0;

/// The picture of a drawing.
pub(super) fn write(svg: &str) -> Result<Vec<u8>> {
    let mut fonts = usvg::fontdb::Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("Inter");
    let options =
        usvg::Options { fontdb: Arc::new(fonts), font_family: "Inter".to_owned(), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).context("The chart could not be drawn; nothing was saved.")?;
    let size = tree.size().to_int_size().scale_by(TWICE).context("The chart is empty; nothing was saved.")?;
    let mut picture = tiny_skia::Pixmap::new(size.width(), size.height())
        .context("The chart is too large for a picture; save it as an SVG drawing instead.")?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(TWICE, TWICE), &mut picture.as_mut());
    picture.encode_png().context("The picture could not be written; nothing was saved.")
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn twice_the_size() {
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><text y=\"15\">≥ 5</text></svg>";
        let bytes = write(svg).unwrap();
        // Width and height stand behind the signature and the head of the first chunk.
        assert_eq!(bytes.get(16..24), Some(&[0, 0, 0, 60, 0, 0, 0, 40][..]));
        assert!(write("no drawing").is_err());
    }
}
