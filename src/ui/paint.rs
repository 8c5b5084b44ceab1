//! Paints a [`Scene`](crate::scene::Scene): one exhaustive match over its items, nothing else.

use egui::epaint::{PathShape, PathStroke};
use egui::{Align2, Mesh, Painter, Pos2, Shape, Vec2, pos2};

use crate::scene::{Anchor, Item, Point, Rect, Rgba, Stroke, point};

use super::style::{color, font};

/// How a picture fits the screen: where it stands, and how large.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// Its left top corner.
    pub(super) origin: Vec2,
    /// Points of the screen for a point of the picture.
    pub(super) scale: f32,
}

impl Fit {
    /// A rectangle of the picture on the screen.
    pub(super) fn rect(self, rect: Rect) -> egui::Rect {
        let (from, to) = (point(rect.left, rect.top), point(rect.right, rect.bottom));
        egui::Rect::from_min_max(self.at(from), self.at(to))
    }

    /// A point of the picture on the screen.
    pub(super) fn at(self, point: Point) -> Pos2 {
        pos2(point.x * self.scale, point.y * self.scale) + self.origin
    }

    fn line(self, stroke: Stroke) -> egui::Stroke {
        egui::Stroke::new(stroke.width * self.scale, color(stroke.color))
    }
}

/// Paints items with the picture's left top corner at `origin`.
pub(super) fn items(painter: &Painter, origin: Vec2, items: &[Item]) {
    let scale = 1.0;
    scaled(painter, Fit { origin, scale }, items);
}

/// Paints items larger or smaller than they were laid out; letters are drawn anew at their size.
pub(super) fn scaled(painter: &Painter, fit: Fit, items: &[Item]) {
    for item in items {
        self::item(painter, fit, item);
    }
}

/// A rectangle of the picture on the screen.
pub(super) fn rect(origin: Vec2, rect: Rect) -> egui::Rect {
    let scale = 1.0;
    Fit { origin, scale }.rect(rect)
}

fn item(painter: &Painter, fit: Fit, item: &Item) {
    match item {
        Item::Rect {
            rect: area,
            radius,
            fill,
            stroke,
        } => {
            let area = fit.rect(*area);
            let stroke = stroke.map_or(egui::Stroke::NONE, |stroke| fit.line(stroke));
            // egui rounds radii to whole points; a full circle is exact.
            let radius = *radius * fit.scale;
            if radius * 2.0 >= area.width().max(area.height()) - 0.1 {
                painter.circle(area.center(), radius, color(*fill), stroke);
            } else {
                let radius = egui::CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8);
                painter.rect(area, radius, color(*fill), stroke, egui::StrokeKind::Middle);
            }
        }
        Item::Fade { rect, from, to } => fade(painter, fit.rect(*rect), *from, *to),
        Item::Line {
            from,
            to,
            stroke,
            dash,
        } => {
            let ends = [fit.at(*from), fit.at(*to)];
            match dash {
                Some(length) => {
                    let length = *length * fit.scale;
                    painter.extend(Shape::dashed_line(&ends, fit.line(*stroke), length, length))
                }
                None => drop(painter.line_segment(ends, fit.line(*stroke))),
            }
        }
        Item::Path {
            points,
            closed,
            fill,
            stroke,
        } => {
            painter.add(PathShape {
                points: points.iter().map(|&point| fit.at(point)).collect(),
                closed: *closed,
                fill: fill.map_or(egui::Color32::TRANSPARENT, color),
                stroke: stroke.map_or(PathStroke::NONE, |stroke| fit.line(stroke).into()),
            });
        }
        Item::Text {
            at,
            anchor,
            text,
            style,
            fill,
        } => {
            let align = match anchor {
                Anchor::Left => Align2::LEFT_CENTER,
                Anchor::Center => Align2::CENTER_CENTER,
                Anchor::Right => Align2::RIGHT_CENTER,
            };
            let style = style.scaled(fit.scale);
            painter.text(fit.at(*at), align, text, font(style), color(*fill));
        }
        Item::Rects { rects, fill } => many(painter, fit, rects, *fill),
        Item::Clip {
            rect: area,
            opacity,
            items,
        } => {
            let clip = painter.clip_rect().intersect(fit.rect(*area));
            let mut painter = painter.with_clip_rect(clip);
            painter.multiply_opacity(*opacity);
            scaled(&painter, fit, items);
        }
    }
}

/// A rectangle with a colour at each side.
fn fade(painter: &Painter, area: egui::Rect, from: Rgba, to: Rgba) {
    let mut mesh = Mesh::default();
    let corners = [
        (area.left_top(), from),
        (area.right_top(), to),
        (area.right_bottom(), to),
        (area.left_bottom(), from),
    ];
    for (corner, fill) in corners {
        mesh.colored_vertex(corner, color(fill));
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(mesh);
}

/// Many rectangles as one mesh.
fn many(painter: &Painter, fit: Fit, rects: &[Rect], fill: Rgba) {
    let mut mesh = Mesh::default();
    mesh.reserve_vertices(rects.len() * 4);
    mesh.reserve_triangles(rects.len() * 2);
    for area in rects {
        mesh.add_colored_rect(fit.rect(*area), color(fill));
    }
    painter.add(mesh);
}
