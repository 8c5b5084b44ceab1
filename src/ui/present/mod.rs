//! The lesson on the screen: what the class sees, what the teacher sees, and what lies over both.

mod choose;
mod quiz;

pub(super) use choose::overlay as choose;
