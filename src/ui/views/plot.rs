//! Draws the part of a chart that is to scale with `egui_plot`: its grid and its bars.
//!
//! Names, amounts, hatching and open ends lie around and over the plot and are painted by [`super::paint`]; the layout
//! of both is the chart's [`Scene`](crate::chart::Scene), so that the window and a saved drawing agree to the point.

use super::paint::place;
use crate::chart::{Direction, Ink, Paint, Rect, Shape, ToScale};
use crate::ui::theme::Theme;
use egui::{Color32, Id, Sense, Ui, UiBuilder, Vec2};
use egui_plot::{Bar, BarChart, GridMark, Plot, PlotBounds};

/// Whether the plot draws a shape, so that nobody else should.
pub(super) fn draws(part: &ToScale, shape: &Shape) -> bool {
    match shape {
        Shape::Line { ink: Ink::Grid, datum: None, .. } => true,
        Shape::Box { rect, paint, .. } => color(*paint).is_some() && inside(part.rect, *rect),
        _ => false,
    }
}

/// Draws grid and bars; `origin` is the upper left corner of the whole drawing.
pub(super) fn part(ui: &mut Ui, theme: &Theme, salt: Id, part: &ToScale, shapes: &[Shape], origin: Vec2) {
    let area = place(part.rect, origin);
    let rows = part.direction == Direction::Rows;
    let [from, to] = part.ends;
    // Across the bars the plot counts in points, downwards.
    let (x, y) = if rows {
        ([from, to], [-f64::from(part.rect.height), 0.0])
    } else {
        ([0.0, f64::from(part.rect.width)], [from, to])
    };
    let grid = |wanted: bool| {
        let step = to - from;
        let marks: Vec<GridMark> =
            part.ticks.iter().filter(|_| wanted).map(|&value| GridMark { value, step_size: step }).collect();
        move |_| marks.clone()
    };
    let bars: Vec<Bar> = shapes.iter().filter_map(|shape| bar(part, theme, shape)).collect();
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(salt.with("plot")));
    Plot::new("to scale")
        .width(area.width())
        .height(area.height())
        .show_axes(false)
        .show_background(false)
        .show_crosshair(false)
        .show_grid([rows, !rows])
        .grid_color(theme.grid)
        .grid_fade(0.0)
        .x_grid_spacer(grid(rows))
        .y_grid_spacer(grid(!rows))
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(Vec2::ZERO)
        .sense(Sense::hover())
        .show(&mut child, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max([x[0], y[0]], [x[1], y[1]]));
            plot.bar_chart(BarChart::new("bars", bars).allow_hover(false));
        });
}

/// The bar of a filled box.
fn bar(part: &ToScale, theme: &Theme, shape: &Shape) -> Option<Bar> {
    let Shape::Box { rect, paint, .. } = shape else { return None };
    let fill = color(*paint).filter(|_| inside(part.rect, *rect))?(theme);
    let [from, to] = part.ends;
    let (whole, start, length) = match part.direction {
        Direction::Rows => (part.rect.width, rect.x - part.rect.x, rect.width),
        Direction::Columns | Direction::Steps => {
            let foot = part.rect.y + part.rect.height;
            (part.rect.height, foot - (rect.y + rect.height), rect.height)
        }
    };
    let value = |points: f32| f64::from(points / whole) * (to - from);
    let bar = match part.direction {
        Direction::Rows => {
            let middle = rect.y + rect.height / 2.0 - part.rect.y;
            Bar::new(-f64::from(middle), value(length)).width(f64::from(rect.height)).horizontal()
        }
        Direction::Columns | Direction::Steps => {
            let middle = rect.x + rect.width / 2.0 - part.rect.x;
            Bar::new(f64::from(middle), value(length)).width(f64::from(rect.width)).vertical()
        }
    };
    Some(bar.base_offset(from + value(start)).fill(fill))
}

/// The colour of a box that a plot can fill; hatching and broken outlines it cannot.
fn color(paint: Paint) -> Option<fn(&Theme) -> Color32> {
    match paint {
        Paint::Solid => Some(|theme| theme.chart_solid),
        Paint::Band => Some(|theme| theme.chart_soft.gamma_multiply(0.55)),
        Paint::Hatched | Paint::Hollow | Paint::Ground => None,
    }
}

/// Whether a box lies in the plot, but for half a point of rounding.
fn inside(plot: Rect, rect: Rect) -> bool {
    rect.x >= plot.x - 0.5
        && rect.y >= plot.y - 0.5
        && rect.x + rect.width <= plot.x + plot.width + 0.5
        && rect.y + rect.height <= plot.y + plot.height + 0.5
}
