//! PDF content stream of a laid-out figure.

use pdf_writer::types::{LineCapStyle, LineJoinStyle, TextRenderingMode};
use pdf_writer::{Content, Finish, Name, Str, TextStr};
use usvg::tiny_skia_path::PathSegment;
use usvg::{FillRule, LineCap, LineJoin, Paint, Transform};

use crate::render::pdf::faces::{EmbeddingMode, Faces};

/// Writer of the page's content stream.
pub(crate) struct ContentPainter<'a, 'd> {
    content: Content,
    faces: &'a mut Faces<'d>,
    /// Distinct opacities of fill and stroke in thousandths, by number of their graphics state.
    alphas: Vec<(u16, u16)>,
}

/// Glyphs of one face on one line, shown by one operator.
struct GlyphRun<'g> {
    face: usize,
    size: f32,
    glyphs: Vec<(&'g usvg::layout::PositionedGlyph, u16, Transform)>,
}

impl<'a, 'd> ContentPainter<'a, 'd> {
    pub(crate) fn new(faces: &'a mut Faces<'d>, page: [f32; 6]) -> Self {
        let mut content = Content::new();
        content.transform(page);
        Self { content, faces, alphas: Vec::new() }
    }

    pub(crate) fn finish(self) -> (Vec<u8>, Vec<(u16, u16)>) {
        (self.content.finish().into_vec(), self.alphas)
    }

    /// Draws the members of a group, in order.
    pub(crate) fn group(&mut self, group: &usvg::Group, above: Transform, opacity: f32) {
        let at = above.pre_concat(group.transform());
        let opacity = opacity * group.opacity().get();
        for node in group.children() {
            match node {
                usvg::Node::Group(inner) => self.group(inner, at, opacity),
                usvg::Node::Path(path) if path.is_visible() => self.path(path, at, opacity),
                usvg::Node::Text(text) => self.text(text, at, opacity),
                _ => {}
            }
        }
    }

    fn path(&mut self, path: &usvg::Path, at: Transform, opacity: f32) {
        let fill = path.fill().and_then(|fill| Some((colour(fill.paint())?, fill.opacity().get(), fill.rule())));
        let stroke = path.stroke().and_then(|stroke| Some((colour(stroke.paint())?, stroke)));
        self.content.save_state();
        self.content.transform(matrix(at));
        self.alpha(
            opacity * fill.map_or(1.0, |(_, alpha, _)| alpha),
            opacity * stroke.map_or(1.0, |(_, stroke)| stroke.opacity().get()),
        );
        if let Some((colour, _, rule)) = fill {
            self.content.set_fill_rgb(colour[0], colour[1], colour[2]);
            self.segments(path.data());
            match rule {
                FillRule::NonZero => self.content.fill_nonzero(),
                FillRule::EvenOdd => self.content.fill_even_odd(),
            };
        }
        if let Some((colour, stroke)) = stroke {
            self.content.set_stroke_rgb(colour[0], colour[1], colour[2]);
            self.line_style(stroke);
            self.segments(path.data());
            self.content.stroke();
        }
        self.content.restore_state();
    }

    fn line_style(&mut self, stroke: &usvg::Stroke) {
        self.content.set_line_width(stroke.width().get());
        self.content.set_line_cap(match stroke.linecap() {
            LineCap::Butt => LineCapStyle::ButtCap,
            LineCap::Round => LineCapStyle::RoundCap,
            LineCap::Square => LineCapStyle::ProjectingSquareCap,
        });
        self.content.set_line_join(match stroke.linejoin() {
            LineJoin::Round => LineJoinStyle::RoundJoin,
            LineJoin::Bevel => LineJoinStyle::BevelJoin,
            LineJoin::Miter | LineJoin::MiterClip => LineJoinStyle::MiterJoin,
        });
        self.content.set_miter_limit(stroke.miterlimit().get());
        if let Some(dashes) = stroke.dasharray() {
            self.content.set_dash_pattern(dashes.iter().copied(), stroke.dashoffset());
        }
    }

    fn segments(&mut self, path: &usvg::tiny_skia_path::Path) {
        let mut from = (0.0, 0.0);
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.content.move_to(to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::LineTo(to) => {
                    self.content.line_to(to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::QuadTo(by, to) => {
                    let third = |end: f32, control: f32| end + 2.0 / 3.0 * (control - end);
                    self.content.cubic_to(
                        third(from.0, by.x),
                        third(from.1, by.y),
                        third(to.x, by.x),
                        third(to.y, by.y),
                        to.x,
                        to.y,
                    );
                    from = (to.x, to.y);
                }
                PathSegment::CubicTo(first, second, to) => {
                    self.content.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
                    from = (to.x, to.y);
                }
                PathSegment::Close => {
                    self.content.close_path();
                }
            }
        }
    }

    /// Writes text as text; a stroked text is a halo and is drawn as paths, so that its words occur once.
    fn text(&mut self, text: &usvg::Text, at: Transform, opacity: f32) {
        let spans = text.layouted();
        let halo = spans.iter().any(|span| span.stroke.is_some());
        let embedding_mode = spans
            .iter()
            .flat_map(|span| &span.positioned_glyphs)
            .map(|glyph| self.faces.embedding_mode(glyph.font))
            .min()
            .unwrap_or(EmbeddingMode::Shown);
        if halo || embedding_mode != EmbeddingMode::Shown {
            self.group(text.flattened(), at, opacity);
        }
        if !halo && embedding_mode != EmbeddingMode::Paths {
            let mode = if embedding_mode == EmbeddingMode::Shown {
                TextRenderingMode::Fill
            } else {
                TextRenderingMode::Invisible
            };
            self.show_text(text, at, opacity, mode);
        }
    }

    fn show_text(&mut self, text: &usvg::Text, at: Transform, opacity: f32, mode: TextRenderingMode) {
        let logical: String = text.chunks().iter().map(usvg::TextChunk::text).collect();
        let visual: String = text
            .layouted()
            .iter()
            .flat_map(|span| span.positioned_glyphs.iter().map(|glyph| glyph.text.as_str()))
            .collect();
        self.content.save_state();
        self.content.transform(matrix(at));
        // Glyph order differs from reading order in right-to-left text and ligatures.
        let reordered = visual.trim() != logical.trim();
        if reordered {
            self.content
                .begin_marked_content_with_properties(Name(b"Span"))
                .properties()
                .actual_text(TextStr(logical.trim()));
        }
        for span in text.layouted().iter().filter(|span| span.visible) {
            let Some((colour, alpha)) =
                span.fill.as_ref().and_then(|fill| Some((colour(fill.paint())?, fill.opacity().get())))
            else {
                continue;
            };
            self.alpha(opacity * alpha, 1.0);
            self.content.set_fill_rgb(colour[0], colour[1], colour[2]);
            for run in runs(span, self.faces) {
                self.run(&run, mode);
            }
        }
        if reordered {
            self.content.end_marked_content();
        }
        self.content.restore_state();
    }

    fn run(&mut self, run: &GlyphRun, mode: TextRenderingMode) {
        let Some((_, _, first)) = run.glyphs.first() else { return };
        self.content.begin_text();
        self.content.set_font(Name(format!("f{}", run.face).as_bytes()), run.size);
        if mode != TextRenderingMode::Fill {
            self.content.set_text_rendering_mode(mode);
        }
        self.content.set_text_matrix(matrix(first.pre_concat(Transform::from_scale(1.0, -1.0))));
        let mut positioned = self.content.show_positioned();
        let mut items = positioned.items();
        let mut pending: Vec<u8> = Vec::new();
        for (number, (_, cid, transform_of)) in run.glyphs.iter().enumerate() {
            pending.extend(cid.to_be_bytes());
            let Some((_, _, next)) = run.glyphs.get(number + 1) else { break };
            let step = (next.tx - transform_of.tx) / first.sx / run.size * 1000.0;
            let correction = ((self.faces.width(run.face, *cid) - step) * 10.0).round() / 10.0;
            if correction != 0.0 {
                items.show(Str(&pending)).adjust(correction);
                pending.clear();
            }
        }
        items.show(Str(&pending));
        items.finish();
        positioned.finish();
        self.content.end_text();
    }

    fn alpha(&mut self, fill: f32, stroke: f32) {
        let thousandths = |value: f32| (value * 1000.0).round() as u16;
        let alphas_wanted = (thousandths(fill), thousandths(stroke));
        if alphas_wanted == (1000, 1000) {
            return;
        }
        let number = self.alphas.iter().position(|alpha| *alpha == alphas_wanted).unwrap_or_else(|| {
            self.alphas.push(alphas_wanted);
            self.alphas.len() - 1
        });
        self.content.set_parameters(Name(format!("a{number}").as_bytes()));
    }
}

/// Splits a span where face, line or direction change.
fn runs<'g>(span: &'g usvg::layout::Span, faces: &mut Faces) -> Vec<GlyphRun<'g>> {
    let mut runs: Vec<GlyphRun> = Vec::new();
    let size = span.font_size.get();
    for glyph in &span.positioned_glyphs {
        let (face, cid, units) = faces.glyph(glyph);
        let transform_of = glyph.transform().pre_concat(Transform::from_scale(units / size, units / size));
        let follows = runs.last().is_some_and(|run| {
            run.face == face && run.glyphs.last().is_some_and(|(_, _, before)| on_line(*before, transform_of))
        });
        match runs.last_mut() {
            Some(run) if follows => run.glyphs.push((glyph, cid, transform_of)),
            _ => runs.push(GlyphRun { face, size, glyphs: vec![(glyph, cid, transform_of)] }),
        }
    }
    runs
}

/// Whether two glyphs are upright and on the same line.
fn on_line(before: Transform, after: Transform) -> bool {
    let near = |one: f32, other: f32| (one - other).abs() < 1e-4;
    near(before.ty, after.ty)
        && near(before.sx, after.sx)
        && near(before.sy, after.sy)
        && [before.kx, before.ky, after.kx, after.ky].into_iter().all(|skew| near(skew, 0.0))
}

fn matrix(transform: Transform) -> [f32; 6] {
    [transform.sx, transform.ky, transform.kx, transform.sy, transform.tx, transform.ty]
}

/// Solid colours only: our figures have no gradients or patterns.
fn colour(paint: &Paint) -> Option<[f32; 3]> {
    match paint {
        Paint::Color(colour) => Some([colour.red, colour.green, colour.blue].map(|channel| f32::from(channel) / 255.0)),
        _ => None,
    }
}
