//! Where paths lead.

use std::fs;
use std::path::{Path, PathBuf};

/// Links that are followed from one path, at most; what is beyond goes in a circle.
const LINKS: usize = 40;

/// The folder a path is in, also when it is a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The places a path leads through: itself, what each link points to, and the file in the end, which need not be
/// there.
pub(super) fn places(path: &Path) -> Vec<PathBuf> {
    let mut places = vec![absolute(path)];
    let mut at = path.to_owned();
    for _ in 0..LINKS {
        let Ok(to) = fs::read_link(&at) else { break };
        at = folder_of(&at).join(to);
        places.push(absolute(&at));
    }
    let real = at.canonicalize().unwrap_or_else(|_| {
        let folder = folder_of(&at);
        let folder = folder.canonicalize().unwrap_or_else(|_| absolute(folder));
        at.file_name()
            .map_or(folder.clone(), |name| folder.join(name))
    });
    places.push(real);
    places
}

/// Where a path leads in the end, links followed; also when nothing is there.
pub(super) fn real_path(path: &Path) -> PathBuf {
    places(path).pop().unwrap_or_else(|| path.to_owned())
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_is_in_this_folder() {
        assert_eq!(folder_of(Path::new("a.ron")), Path::new("."));
        let real = real_path(Path::new("no such file.ron"));
        assert!(real.is_absolute() && real.ends_with("no such file.ron"));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_what_need_not_be_there() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        symlink("second", at("first")).expect("a link");
        symlink("third", at("second")).expect("a link");
        let real = folder
            .path()
            .canonicalize()
            .expect("a folder")
            .join("third");
        assert_eq!(real_path(&at("first")), real);
        fs::write(at("third"), "").expect("a file");
        assert_eq!(real_path(&at("first")), real);
        assert_eq!(places(&at("first")).len(), 4);
        symlink("circle", at("circle")).expect("a link");
        assert!(real_path(&at("circle")).ends_with("circle"));
    }
}
