//! Marks of categories: each a colour and a shape, so that colour is never the only difference.

use std::f32::consts::TAU;

use crate::document::Shape;

use super::Item;
use super::geometry::{Point, Rect, Rgba, Stroke, point};

/// How a mark is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// A date that is known.
    Solid,
    /// A date that is approximate or uncertain.
    Hollow,
}

/// A category's mark around `center`; `radius` is that of the circle that looks as large.
pub fn mark(
    shape: Shape,
    center: Point,
    radius: f32,
    color: Rgba,
    fill: Fill,
    ground: Rgba,
) -> Item {
    let stroke = Stroke { width: 1.6, color };
    let (inside, radius) = match fill {
        Fill::Solid => (color, radius),
        Fill::Hollow => (ground, radius - 0.6),
    };
    let stroke = (fill == Fill::Hollow).then_some(stroke);
    match shape {
        Shape::Circle => Item::Rect {
            rect: Rect::around(center, radius * 2.0, radius * 2.0),
            radius,
            fill: inside,
            stroke,
        },
        Shape::Square => {
            let side = radius * 1.8;
            Item::Rect {
                rect: Rect::around(center, side, side),
                radius: 1.0,
                fill: inside,
                stroke,
            }
        }
        _ => Item::Path {
            points: corners(shape, center, radius),
            closed: true,
            fill: Some(inside),
            stroke,
        },
    }
}

fn corners(shape: Shape, center: Point, radius: f32) -> Vec<Point> {
    let ring = |count: u16, turn: f32, radius: &dyn Fn(u16) -> f32| -> Vec<Point> {
        let corner = |index: u16| {
            let angle = TAU * (f32::from(index) / f32::from(count) + turn);
            point(
                center.x + radius(index) * angle.cos(),
                center.y + radius(index) * angle.sin(),
            )
        };
        (0..count).map(corner).collect()
    };
    match shape {
        Shape::Diamond => ring(4, 0.0, &|_| radius * 1.2),
        Shape::Triangle => {
            let mut points = ring(3, -0.25, &|_| radius * 1.2);
            points
                .iter_mut()
                .for_each(|corner| corner.y += radius * 0.18);
            points
        }
        // A pentagon: a star is not convex, and at this size it reads the same.
        Shape::Star => ring(5, -0.25, &|_| radius * 1.15),
        Shape::Hexagon | Shape::Circle | Shape::Square => ring(6, 0.0, &|_| radius * 1.1),
    }
}
