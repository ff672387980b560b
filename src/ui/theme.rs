//! Every colour and type size of the window, for light and dark.
//!
//! No other module names a colour. A unit test holds every text on every ground it is used on to WCAG AA, and every
//! line that carries meaning to 3:1. Kinds of entity differ in hue and in the pattern of their line, so that colour is
//! never the only signal.

use crate::record::{EntityKind, Status};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Vec2};

/// The colours and sizes of one theme.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Whether light text stands on a dark ground.
    pub dark: bool,
    /// Behind the article and the charts.
    pub page: Color32,
    /// Behind the side columns and bars.
    pub panel: Color32,
    /// Cards, menus and fields, which lie above a panel.
    pub raised: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Hairlines between things.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text of second rank: sources, counts, hints.
    pub soft: Color32,
    /// The one accent: selection, links, what can be done.
    pub accent: Color32,
    /// Ground of what is selected.
    pub accent_wash: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Something to look at.
    pub warning: Color32,
    /// Something that failed.
    pub error: Color32,
    /// Lines of figures.
    pub figure: Color32,
    /// Ground of figures.
    pub figure_wash: Color32,
    /// Lines of times.
    pub time: Color32,
    /// Bars of quotations.
    pub quote: Color32,
    /// Ground of a quotation that is selected.
    pub quote_wash: Color32,
    /// Bars of commitments.
    pub commitment: Color32,
    /// Ground of a match of the search.
    pub found: Color32,
    /// Chart marks of what is fact; promises are hatched in it.
    pub chart_solid: Color32,
    /// Chart marks of second rank.
    pub chart_soft: Color32,
    /// Chart axes and their ticks.
    pub axis: Color32,
    /// Chart grid lines.
    pub grid: Color32,
    kinds: [Color32; 10],
}

/// How the line under a mention is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePattern {
    /// Its thickness in points.
    pub width: f32,
    /// Lengths of ink and gap in turn; empty for an unbroken line.
    pub dashes: &'static [f32],
    /// Whether a second line runs below it.
    pub double: bool,
}

/// The line under times, figures excepted: thin and dotted.
pub const TIME_LINE: LinePattern = LinePattern { width: 1.0, dashes: &[2.0, 2.0], double: false };
/// The line under figures, which also have a ground.
pub const FIGURE_LINE: LinePattern = LinePattern { width: 1.0, dashes: &[], double: false };

/// The line that stands for a kind of entity.
pub const fn kind_line(kind: EntityKind) -> LinePattern {
    let (width, dashes, double): (f32, &[f32], bool) = match kind {
        EntityKind::Person => (1.5, &[], false),
        EntityKind::Organization => (1.0, &[], true),
        EntityKind::Place => (1.5, &[1.5, 2.0], false),
        EntityKind::Group => (1.5, &[5.0, 3.0], false),
        EntityKind::Product => (2.5, &[], false),
        EntityKind::Commodity => (2.5, &[2.5, 2.5], false),
        EntityKind::Facility => (1.5, &[10.0, 3.0], false),
        EntityKind::Event => (1.5, &[7.0, 2.5, 1.5, 2.5], false),
        EntityKind::Law => (2.5, &[8.0, 3.0], false),
        EntityKind::Work => (1.0, &[5.0, 3.0], true),
    };
    LinePattern { width, dashes, double }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

impl Theme {
    /// Ink on warm paper.
    pub const LIGHT: Self = Self {
        dark: false,
        page: rgb(0x00fd_fcf9),
        panel: rgb(0x00f4_f2ed),
        raised: rgb(0x00ff_ffff),
        hover: rgb(0x00e9_e6df),
        line: rgb(0x00dc_d8d0),
        text: rgb(0x001f_1d1a),
        soft: rgb(0x005c_5850),
        accent: rgb(0x0009_6868),
        accent_wash: rgb(0x00d3_ebe9),
        on_accent: rgb(0x00ff_ffff),
        warning: rgb(0x0085_5100),
        error: rgb(0x00b3_261e),
        figure: rgb(0x00a8_5400),
        figure_wash: rgb(0x00fb_ecd3),
        time: rgb(0x0056_6370),
        quote: rgb(0x0022_6656),
        quote_wash: rgb(0x00e4_f1ec),
        commitment: rgb(0x00a6_2f4a),
        found: rgb(0x00ff_e27a),
        chart_solid: rgb(0x000b_7272),
        chart_soft: rgb(0x007f_a9a6),
        axis: rgb(0x005c_5850),
        grid: rgb(0x00e6_e2da),
        kinds: [
            rgb(0x001d_5fae),
            rgb(0x0076_3aa6),
            rgb(0x0034_7318),
            rgb(0x0080_5400),
            rgb(0x00a0_3372),
            rgb(0x0063_6200),
            rgb(0x0048_5e70),
            rgb(0x00ac_3228),
            rgb(0x003f_48b5),
            rgb(0x008c_4b27),
        ],
    };

    /// Pale ink on slate.
    pub const DARK: Self = Self {
        dark: true,
        page: rgb(0x001a_1b1d),
        panel: rgb(0x0022_2325),
        raised: rgb(0x002b_2c2f),
        hover: rgb(0x0034_3538),
        line: rgb(0x003d_3e42),
        text: rgb(0x00e6_e3dc),
        soft: rgb(0x00b0_ada5),
        accent: rgb(0x005c_c8c0),
        accent_wash: rgb(0x001a_3c3a),
        on_accent: rgb(0x0006_2625),
        warning: rgb(0x00f0_b45c),
        error: rgb(0x00ff_8f85),
        figure: rgb(0x00f0_a95a),
        figure_wash: rgb(0x003b_2e1d),
        time: rgb(0x00a3_b1bf),
        quote: rgb(0x0077_c5b2),
        quote_wash: rgb(0x0020_3430),
        commitment: rgb(0x00f0_8ba1),
        found: rgb(0x006b_5600),
        chart_solid: rgb(0x004f_b8b0),
        chart_soft: rgb(0x004d_7370),
        axis: rgb(0x00a9_a69e),
        grid: rgb(0x0032_3336),
        kinds: [
            rgb(0x0086_b8f5),
            rgb(0x00cc_a3ee),
            rgb(0x0094_cf78),
            rgb(0x00e2_b765),
            rgb(0x00f0_94c6),
            rgb(0x00cf_cb62),
            rgb(0x00a6_bdd0),
            rgb(0x00ff_9b90),
            rgb(0x00a9_b0fa),
            rgb(0x00e0_a580),
        ],
    };

    /// The theme that egui follows at the moment.
    pub fn of(context: &egui::Context) -> &'static Self {
        if context.theme() == egui::Theme::Dark { const { &Self::DARK } } else { const { &Self::LIGHT } }
    }

    /// The hue of a kind of entity: good for its lines and for its name as text.
    pub fn kind(&self, kind: EntityKind) -> Color32 {
        EntityKind::ALL.iter().position(|k| *k == kind).map_or(self.text, |i| self.kinds[i])
    }

    /// The colour of a status in tables and cards: settled is plain, open is hued.
    pub fn status(&self, status: Status) -> Color32 {
        match status {
            Status::Done | Status::InForce => self.text,
            Status::Agreed => self.quote,
            Status::Promised => self.accent,
            Status::Possible | Status::Reported => self.soft,
            Status::Denied => self.error,
        }
    }
}

/// Sizes of type in points.
pub mod size {
    /// The article's words.
    pub const ARTICLE: f32 = 17.5;
    /// From one line of the article to the next.
    pub const LEADING: f32 = 28.0;
    /// The article's title.
    pub const TITLE: f32 = 29.0;
    /// A sub-heading in the article.
    pub const SUBHEADING: f32 = 18.5;
    /// The window's words.
    pub const UI: f32 = 13.0;
    /// Counts, hints, labels of fields.
    pub const SMALL: f32 = 11.5;
    /// Heads of sections.
    pub const HEAD: f32 = 15.0;
    /// The widest the article's lines get: about 70 characters.
    pub const MEASURE: f32 = 590.0;
}

/// The family of the article's words.
pub fn serif() -> FontFamily {
    FontFamily::Name("serif".into())
}

/// The family of the article's headings.
pub fn serif_strong() -> FontFamily {
    FontFamily::Name("serif-strong".into())
}

/// The family of strong words in the window.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// Makes egui look like this, in light and dark.
pub fn install(context: &egui::Context) {
    context.set_style_of(egui::Theme::Light, style(&Theme::LIGHT));
    context.set_style_of(egui::Theme::Dark, style(&Theme::DARK));
}

/// Lets things move: panels slide, jumps scroll, the cursor blinks. Without motion they change at once.
pub fn motion(context: &egui::Context, moves: bool) {
    context.all_styles_mut(|style| {
        style.animation_time = if moves { ANIMATION } else { 0.0 };
        style.scroll_animation =
            if moves { egui::style::ScrollAnimation::default() } else { egui::style::ScrollAnimation::none() };
        style.visuals.text_cursor.blink = moves;
    });
}

/// How long a panel takes to open, in seconds.
const ANIMATION: f32 = 0.12;

fn style(theme: &Theme) -> egui::Style {
    let mut style = egui::Style { visuals: visuals(theme), ..egui::Style::default() };
    style.text_styles = [
        (egui::TextStyle::Small, FontId::proportional(size::SMALL)),
        (egui::TextStyle::Body, FontId::proportional(size::UI)),
        (egui::TextStyle::Button, FontId::proportional(size::UI)),
        (egui::TextStyle::Heading, FontId::new(size::HEAD, strong())),
        (egui::TextStyle::Monospace, FontId::monospace(size::UI)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::new(8.0, 5.0);
    style.spacing.button_padding = Vec2::new(8.0, 3.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.interact_size.y = 22.0;
    style.spacing.tooltip_width = 380.0;
    style.spacing.scroll = egui::style::ScrollStyle {
        foreground_color: true,
        dormant_handle_opacity: 0.22,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.55,
        ..egui::style::ScrollStyle::thin()
    };
    style.interaction.tooltip_delay = 0.35;
    style.animation_time = ANIMATION;
    style
}

fn visuals(theme: &Theme) -> egui::Visuals {
    let mut v = if theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    v.panel_fill = theme.panel;
    v.window_fill = theme.raised;
    v.window_stroke = Stroke::new(1.0, theme.line);
    v.window_corner_radius = CornerRadius::same(8);
    v.menu_corner_radius = CornerRadius::same(6);
    let shade = Color32::from_black_alpha(if theme.dark { 110 } else { 34 });
    v.window_shadow = Shadow { offset: [0, 8], blur: 28, spread: 0, color: shade };
    v.popup_shadow = Shadow { offset: [0, 4], blur: 14, spread: 0, color: shade };
    v.extreme_bg_color = theme.raised;
    v.text_edit_bg_color = Some(theme.raised);
    v.faint_bg_color = theme.panel;
    v.code_bg_color = theme.hover;
    v.weak_text_color = Some(theme.soft);
    v.hyperlink_color = theme.accent;
    v.warn_fg_color = theme.warning;
    v.error_fg_color = theme.error;
    v.selection.bg_fill = theme.accent_wash;
    v.selection.stroke = Stroke::new(1.0, if theme.dark { theme.text } else { theme.accent });
    v.text_cursor.stroke = Stroke::new(1.5, theme.accent);
    v.striped = false;
    v.indent_has_left_vline = false;
    let corner = CornerRadius::same(4);
    for (widget, ground, edge) in [
        (&mut v.widgets.noninteractive, theme.panel, theme.line),
        (&mut v.widgets.inactive, theme.raised, theme.line),
        (&mut v.widgets.hovered, theme.hover, theme.soft),
        (&mut v.widgets.active, theme.accent_wash, theme.accent),
        (&mut v.widgets.open, theme.hover, theme.line),
    ] {
        widget.bg_fill = ground;
        widget.weak_bg_fill = ground;
        widget.bg_stroke = Stroke::new(1.0, edge);
        widget.fg_stroke = Stroke::new(1.0, theme.text);
        widget.corner_radius = corner;
        widget.expansion = 0.0;
    }
    v
}

#[cfg(test)]
mod tests {
    use super::{Color32, EntityKind, Status, Theme};

    /// Relative luminance after WCAG 2.2.
    fn luminance(color: Color32) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn check(what: &str, ink: Color32, ground: Color32, least: f64) {
        let (a, b) = (luminance(ink), luminance(ground));
        let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
        assert!(ratio >= least, "{what}: contrast {ratio:.2} is below {least}");
    }

    #[test]
    fn text_is_readable_on_every_ground_it_stands_on() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let grounds = [
                ("page", theme.page),
                ("panel", theme.panel),
                ("raised", theme.raised),
                ("hover", theme.hover),
                ("selected", theme.accent_wash),
            ];
            for (ground_name, ground) in grounds {
                let name = |ink: &str| format!("{ink} on {ground_name}, dark: {}", theme.dark);
                for (ink_name, ink) in [("text", theme.text), ("soft", theme.soft), ("accent", theme.accent)] {
                    check(&name(ink_name), ink, ground, 4.5);
                }
                for kind in EntityKind::ALL {
                    check(&name(kind.name()), theme.kind(kind), ground, 4.5);
                }
                for status in Status::ALL {
                    check(&name(status.label()), theme.status(status), ground, 4.5);
                }
                for (ink_name, ink) in [("warning", theme.warning), ("error", theme.error)] {
                    check(&name(ink_name), ink, ground, 4.5);
                }
            }
            check("text on figures", theme.text, theme.figure_wash, 4.5);
            check("text on quotations", theme.text, theme.quote_wash, 4.5);
            check("text on matches", theme.text, theme.found, 4.5);
            check("text on accent", theme.on_accent, theme.accent, 4.5);
        }
    }

    #[test]
    fn lines_that_carry_meaning_are_visible() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for (name, ink) in [
                ("figure", theme.figure),
                ("time", theme.time),
                ("quote", theme.quote),
                ("commitment", theme.commitment),
                ("chart", theme.chart_solid),
                ("axis", theme.axis),
            ] {
                check(name, ink, theme.page, 3.0);
                check(name, ink, theme.panel, 3.0);
            }
        }
    }
}
