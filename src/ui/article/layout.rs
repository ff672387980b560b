//! Where every block of the article stands, laying out only what is looked at.
//!
//! Heights are guessed first and corrected when a block is laid out; a few unseen blocks are laid out each idle frame,
//! so that the scroll bar soon tells the truth. Laying out a whole article of 200 kB takes a tenth of a second, so it
//! must never happen at once, least of all while the window is being resized.

use super::blocks::{self, Block, Style};
use super::letters::Letters;
use crate::text::{CodePoints, Span};
use crate::ui::OpenArticle;
use egui::text::{CharIndex, LayoutJob};
use egui::{Galley, Pos2, Rect, Vec2, pos2};
use std::sync::Arc;

/// Bytes of unseen text that are laid out in one idle frame: about a millisecond's work.
const IDLE_BYTES: u32 = 2_000;
/// Blocks beyond the first bytes are laid out only when they are looked at: all of a book would take gigabytes.
const IDLE_UP_TO: u32 = 1_000_000;
/// The space above the first block.
const TOP: f32 = 36.0;
/// The space below the last block, so that it need not end at the edge.
const BOTTOM: f32 = 120.0;

/// A block that is laid out.
#[derive(Debug)]
pub(super) struct Set {
    /// Its glyphs.
    pub(super) galley: Arc<Galley>,
    points: CodePoints,
    letters: Letters,
    start: u32,
    len: u32,
}

impl Set {
    fn new(galley: Arc<Galley>, words: &str, start: u32) -> Self {
        let len = u32::try_from(words.len()).unwrap_or(u32::MAX);
        let glyphs = galley.rows.iter().flat_map(|row| {
            let newline = row.ends_with_newline.then_some('\n');
            row.glyphs.iter().map(|glyph| glyph.chr).chain(newline)
        });
        let letters = Letters::new(words, glyphs);
        Self { galley, points: CodePoints::new(words), letters, start, len }
    }

    /// The rectangles that the words of `span` cover, one a row, relative to the block.
    pub(super) fn rects(&self, span: Span) -> Vec<Rect> {
        let point = |byte: u32| self.points.from_byte(byte.saturating_sub(self.start).min(self.len)) as usize;
        let (from, to) = (self.letters.first(point(span.start)), self.letters.past(point(span.end)));
        let mut rects = Vec::new();
        let mut at = 0;
        for row in &self.galley.rows {
            let n = row.char_count_excluding_newline().0;
            let (a, mut b) = (from.max(at), to.min(at + n));
            // The space at which a row was broken belongs to no word.
            while b > a && row.glyphs.get(b - at - 1).is_some_and(|g| g.chr.is_whitespace()) {
                b -= 1;
            }
            if a < b {
                let x = |i: usize| row.pos.x + row.x_offset(CharIndex(i - at));
                rects.push(Rect::from_min_max(pos2(x(a), row.min_y()), pos2(x(b), row.max_y())));
            }
            at += row.char_count_including_newline().0;
            if at >= to {
                break;
            }
        }
        rects
    }

    /// The byte of the text at a point relative to the block.
    pub(super) fn byte_at(&self, at: Vec2) -> u32 {
        let point = self.letters.of(self.galley.cursor_from_pos(at).index.0);
        self.start + self.points.to_byte(u32::try_from(point).unwrap_or(u32::MAX)).min(self.len)
    }

    /// How far below the top of a row its letters stand, and how large they are.
    pub(super) fn letters(&self) -> (f32, f32) {
        let baseline = self.galley.rows.first().and_then(|r| r.glyphs.first()).map_or(0.0, |g| g.pos.y);
        (baseline, self.galley.job.sections.first().map_or(0.0, |s| s.format.font_id.size))
    }
}

/// What [`Layout::sync`] had to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Synced {
    /// Everything still stood.
    Same,
    /// The same article at another width or size.
    Restacked,
    /// Another article.
    Other,
}

/// The layout of one article at one width.
#[derive(Debug, Default)]
pub(super) struct Layout {
    of: Option<(crate::ui::ArticleId, usize, Option<String>)>,
    width: f32,
    /// How large the letters are: points a pixel, and the analyst's size.
    pixels: f32,
    text: f32,
    /// Space kept below the title for the lines that are not text.
    meta: f32,
    blocks: Vec<Block>,
    set: Vec<Option<Set>>,
    tops: Vec<f32>,
    /// Where the search for blocks to lay out in idle time goes on.
    idle: usize,
}

impl Layout {
    /// Makes this the layout of `article` at `width` and in letters of a size, keeping what still holds.
    pub(super) fn sync(
        &mut self,
        article: &OpenArticle,
        (width, text): (f32, f32),
        meta: f32,
        context: &egui::Context,
    ) -> Synced {
        let pixels = context.pixels_per_point();
        let of = (article.id, Arc::as_ptr(&article.text) as usize, article.title.clone());
        let other = self.of.as_ref() != Some(&of);
        if other {
            self.blocks = blocks::blocks(&article.text, article.title.as_deref());
            self.of = Some(of);
        }
        let resized = (self.width, self.pixels, self.text) != (width, pixels, text);
        if other || resized {
            self.set = self.blocks.iter().map(|_| None).collect();
            (self.width, self.pixels, self.text, self.idle) = (width, pixels, text, 0);
            self.stack(meta);
        } else if self.meta != meta {
            self.stack(meta);
        }
        match (other, resized) {
            (true, _) => Synced::Other,
            (false, true) => Synced::Restacked,
            (false, false) => Synced::Same,
        }
    }

    /// The place in the article at a height: a block, and how far into it. Holds across a resize. Above the first block
    /// there is none.
    pub(super) fn anchor(&self, y: f32) -> Option<(usize, f32)> {
        let i = self.between(y, y + 1.0).start;
        let top = self.tops.get(i).copied().filter(|top| *top <= y)?;
        Some((i, (y - top) / (self.bottom(i) - top).max(1.0)))
    }

    /// The height of a place.
    pub(super) fn offset_of(&self, (i, part): (usize, f32)) -> f32 {
        let top = self.tops.get(i).copied().unwrap_or(TOP);
        (top + part * (self.bottom(i) - top).max(1.0)).max(0.0)
    }

    /// The width of the text.
    pub(super) fn width(&self) -> f32 {
        self.width
    }

    /// Stacks the blocks again, from what is laid out and guesses for the rest.
    fn stack(&mut self, meta: f32) {
        self.meta = meta;
        self.tops = Vec::with_capacity(self.blocks.len() + 1);
        let mut y = TOP;
        if !self.titled() {
            y += meta;
        }
        for (i, block) in self.blocks.iter().enumerate() {
            y += block.style.above();
            self.tops.push(y);
            y += match &self.set[i] {
                Some(set) => set.galley.size().y,
                None => block.style.estimate(block.span.len(), self.width, self.text),
            };
            if block.style == Style::Title {
                y += meta;
            }
        }
        self.tops.push(y);
    }

    fn titled(&self) -> bool {
        self.blocks.first().is_some_and(|b| b.style == Style::Title)
    }

    /// Where the lines below the title start.
    pub(super) fn meta_top(&self) -> f32 {
        match self.set.first() {
            Some(Some(title)) if self.titled() => self.tops[0] + title.galley.size().y,
            Some(None) if self.titled() => self.bottom(0) - self.meta,
            _ => TOP,
        }
    }

    fn bottom(&self, i: usize) -> f32 {
        let above = self.blocks.get(i + 1).map_or(0.0, |b| b.style.above());
        self.tops.get(i + 1).map_or(0.0, |top| top - above)
    }

    /// The height of everything.
    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(TOP) + BOTTOM
    }

    /// The blocks that touch the stretch between two heights.
    pub(super) fn between(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let n = self.blocks.len();
        let first = self.tops.partition_point(|&y| y <= top).saturating_sub(1).min(n);
        let last = self.tops.partition_point(|&y| y < bottom).min(n);
        first..last.max(first)
    }

    /// Block `i` with its top, if it is laid out.
    pub(super) fn block(&self, i: usize) -> Option<(f32, Span, &Set)> {
        Some((*self.tops.get(i)?, self.blocks.get(i)?.span, self.set.get(i)?.as_ref()?))
    }

    /// Whether block `i` is a title or a sub-heading.
    pub(super) fn heads(&self, i: usize) -> bool {
        self.blocks.get(i).is_some_and(|block| matches!(block.style, Style::Title | Style::Subheading))
    }

    /// The block that holds a byte of the text.
    pub(super) fn block_of(&self, byte: u32) -> usize {
        self.blocks.partition_point(|b| b.span.start <= byte).saturating_sub(1)
    }

    /// About how far down a byte stands, without laying anything out.
    pub(super) fn height_of(&self, byte: u32) -> f32 {
        let i = self.block_of(byte);
        let (Some(block), Some(&top)) = (self.blocks.get(i), self.tops.get(i)) else { return TOP };
        let part = byte.saturating_sub(block.span.start) as f32 / block.span.len().max(1) as f32;
        top + part.min(1.0) * (self.bottom(i) - top)
    }

    /// Lays out every block between two heights. Returns by how much what stands above `top` grew.
    pub(super) fn lay_out(&mut self, article: &OpenArticle, top: f32, bottom: f32, context: &egui::Context) -> f32 {
        let mut grown = 0.0;
        let mut i = self.between(top, bottom).start;
        while i < self.blocks.len() && self.tops[i] < bottom {
            let before = self.tops[i];
            let by = self.lay_out_block(i, article, context);
            if before < top - 1.0 && self.bottom(i) - by < top {
                grown += by;
            }
            i += 1;
        }
        grown
    }

    /// Lays out a few more blocks, in order. Returns by how much what stands above `top` grew, and whether more is left.
    pub(super) fn lay_out_idle(&mut self, article: &OpenArticle, top: f32, context: &egui::Context) -> (f32, bool) {
        let mut budget = IDLE_BYTES;
        let mut grown = 0.0;
        while let Some(block) = self.blocks.get(self.idle).filter(|b| b.span.start < IDLE_UP_TO) {
            let cost = if self.set[self.idle].is_some() { 0 } else { block.span.len() };
            if cost > budget && budget < IDLE_BYTES {
                return (grown, true);
            }
            budget = budget.saturating_sub(cost);
            let above = self.bottom(self.idle) < top;
            let by = self.lay_out_block(self.idle, article, context);
            if above {
                grown += by;
            }
            self.idle += 1;
        }
        (grown, false)
    }

    /// Lays out block `i` if it is not yet. Returns by how much it is higher than was guessed.
    fn lay_out_block(&mut self, i: usize, article: &OpenArticle, context: &egui::Context) -> f32 {
        if self.set[i].is_some() {
            return 0.0;
        }
        let block = &self.blocks[i];
        let words = blocks::words(block, &article.text, article.title.as_deref());
        let mut job =
            LayoutJob::single_section(words.clone(), block.style.format(egui::Color32::PLACEHOLDER, self.text));
        job.wrap.max_width = self.width;
        let galley = context.fonts_mut(|f| f.layout_job(job));
        let by = galley.size().y - block.style.estimate(block.span.len(), self.width, self.text);
        self.set[i] = Some(Set::new(galley, &words, block.span.start));
        if by != 0.0 {
            self.tops[i + 1..].iter_mut().for_each(|y| *y += by);
        }
        by
    }

    /// The byte of the text at a point, where `origin` is the top left of the text.
    pub(super) fn byte_at(&self, point: Pos2, origin: Pos2) -> Option<u32> {
        let y = point.y - origin.y;
        let i = self.between(y, y + 1.0).start.min(self.blocks.len().checked_sub(1)?);
        let (top, span, set) = self.block(i)?;
        (!span.is_empty()).then(|| set.byte_at(point - origin - Vec2::new(0.0, top)))
    }
}
