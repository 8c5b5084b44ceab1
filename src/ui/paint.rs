//! Paints a [`Scene`](crate::scene::Scene): one exhaustive match over its items, nothing else.

use egui::epaint::{PathShape, PathStroke};
use egui::{Align2, Mesh, Painter, Pos2, Shape, Vec2, pos2};

use crate::scene::{Anchor, Item, Point, Rect, Stroke};

use super::style::{color, font};

/// Paints items with the picture's left top corner at `origin`.
pub(super) fn items(painter: &Painter, origin: Vec2, items: &[Item]) {
    for item in items {
        self::item(painter, origin, item);
    }
}

/// A rectangle of the picture on the screen.
pub(super) fn rect(origin: Vec2, rect: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos2(rect.left, rect.top), pos2(rect.right, rect.bottom))
        .translate(origin)
}

fn item(painter: &Painter, origin: Vec2, item: &Item) {
    match item {
        Item::Rect {
            rect: area,
            radius,
            fill,
            stroke,
        } => {
            let area = rect(origin, *area);
            let stroke = stroke.map_or(egui::Stroke::NONE, line);
            // egui rounds radii to whole points; a full circle is exact.
            if *radius * 2.0 >= area.width().max(area.height()) - 0.1 {
                painter.circle(area.center(), *radius, color(*fill), stroke);
            } else {
                let radius = egui::CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8);
                painter.rect(area, radius, color(*fill), stroke, egui::StrokeKind::Middle);
            }
        }
        Item::Line {
            from,
            to,
            stroke,
            dash,
        } => {
            let ends = [at(origin, *from), at(origin, *to)];
            match dash {
                Some(length) => {
                    painter.extend(Shape::dashed_line(&ends, line(*stroke), *length, *length))
                }
                None => drop(painter.line_segment(ends, line(*stroke))),
            }
        }
        Item::Path {
            points,
            closed,
            fill,
            stroke,
        } => {
            painter.add(PathShape {
                points: points.iter().map(|&point| at(origin, point)).collect(),
                closed: *closed,
                fill: fill.map_or(egui::Color32::TRANSPARENT, color),
                stroke: stroke.map_or(PathStroke::NONE, |stroke| line(stroke).into()),
            });
        }
        Item::Text {
            at: place,
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
            painter.text(at(origin, *place), align, text, font(*style), color(*fill));
        }
        Item::Rects { rects, fill } => {
            let mut mesh = Mesh::default();
            mesh.reserve_vertices(rects.len() * 4);
            mesh.reserve_triangles(rects.len() * 2);
            for area in rects {
                mesh.add_colored_rect(rect(origin, *area), color(*fill));
            }
            painter.add(mesh);
        }
        Item::Clip {
            rect: area,
            opacity,
            items,
        } => {
            let clip = painter.clip_rect().intersect(rect(origin, *area));
            let mut painter = painter.with_clip_rect(clip);
            painter.multiply_opacity(*opacity);
            self::items(&painter, origin, items);
        }
    }
}

fn at(origin: Vec2, point: Point) -> Pos2 {
    pos2(point.x, point.y) + origin
}

fn line(stroke: Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width, color(stroke.color))
}
