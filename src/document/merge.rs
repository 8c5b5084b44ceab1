//! stub
/// stub
#[derive(Debug, Clone)]
pub struct Merge;
/// stub
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// a
    Ours,
    /// b
    Theirs,
}
/// stub
#[derive(Debug, Clone)]
pub struct Conflict;
/// stub
pub fn merge(_: &str, _: &str, _: &str) -> Merge {
    Merge
}
impl Merge {
    /// stub
    pub fn conflicts(&self) -> &[Conflict] {
        &[]
    }
    /// stub
    pub fn resolved(&self, _: &[Side]) -> String {
        String::new()
    }
}
