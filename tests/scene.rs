//! The picture, without a window: what holds of it for any timeline, any view and any size, and how a few look.

#[path = "scene/contrast.rs"]
mod contrast;
#[path = "scene/fonts.rs"]
mod fonts;
#[path = "../benches/frames/generated.rs"]
mod generated;
#[path = "scene/layout.rs"]
mod layout;
#[path = "scene/outline.rs"]
mod outline;
#[path = "scene/outlines.rs"]
mod outlines;
#[path = "scene/random.rs"]
mod random;
#[path = "scene/ruler.rs"]
mod ruler;
#[path = "scene/sheets.rs"]
mod sheets;
#[path = "scene/slides.rs"]
mod slides;
#[path = "scene/stage.rs"]
mod stage;
