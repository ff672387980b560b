//! Leaves the program as a file: a chart as a drawing with its source, a table with one row a fact and its sentence.
//!
//! An [`Export`] is made where the chart or table is shown and becomes bytes only when a file is written, so that a view
//! asks for one without waiting for it.

mod csv;
#[cfg(feature = "gui")]
mod png;
pub mod table;

use crate::chart::{Scene, svg};
use anyhow::{Result, bail};
#[cfg(feature = "gui")]
pub(crate) use csv::no_formula;
pub use table::Table;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A drawing that stays sharp at any size.
    Svg,
    /// A picture at twice the size of the screen.
    Png,
    /// A table for a spreadsheet.
    Csv,
}

impl Format {
    /// The kinds of file that a drawing can be.
    pub const DRAWINGS: [Self; 2] = [Self::Svg, Self::Png];

    /// What the kind is called in a menu and a dialog.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Svg => "SVG drawing",
            Self::Png => "PNG picture",
            Self::Csv => "CSV table",
        }
    }

    /// The end of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// What leaves.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A drawing with its title.
    Drawing(Scene, String),
    /// A table.
    Table(Table),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The name to suggest, without its end.
    pub stem: String,
    /// The kind of file.
    pub format: Format,
    /// What is in it.
    pub content: Content,
}

impl Export {
    /// The name to suggest, with its end.
    pub fn file_name(&self) -> String {
        let letters = self.stem.to_lowercase();
        let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let stem = words.take(8).collect::<Vec<_>>().join("-");
        format!("{}.{}", if stem.is_empty() { "readout" } else { &stem }, self.format.extension())
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// When the content has no such form, or the picture is too large to draw.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        match (&self.content, self.format) {
            (Content::Drawing(scene, title), Format::Svg) => Ok(svg::write(scene, title).into_bytes()),
            #[cfg(feature = "gui")]
            (Content::Drawing(scene, title), Format::Png) => png::write(&svg::write(scene, title)),
            (Content::Table(table), Format::Csv) => Ok(csv::write(table).into_bytes()),
            (_, format) => bail!("This cannot be written as {}; nothing was saved.", format.title()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Export, Format, Table};

    #[test]
    fn names_of_files() {
        let check = |stem: &str, expected: &str| {
            let content = Content::Table(Table::default());
            assert_eq!(Export { stem: stem.to_owned(), format: Format::Csv, content }.file_name(), expected);
        };
        check("Tariffs: who levies what?", "tariffs-who-levies-what.csv");
        check("../../etc", "etc.csv");
        check("", "readout.csv");
    }

    #[test]
    fn a_table_is_no_picture() {
        let export = Export { stem: String::new(), format: Format::Svg, content: Content::Table(Table::default()) };
        assert!(export.bytes().is_err());
    }
}
