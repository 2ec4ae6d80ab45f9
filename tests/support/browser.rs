//! Chromium without a window, for what only a browser can tell.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The browser's command. Its absence is told, and under `CI` it is a failure.
pub(crate) fn command() -> Option<&'static str> {
    let works = |name: &&str| {
        Command::new(name)
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    let found = NAMES.into_iter().find(works);
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "no browser here: install chromium");
        println!("skipped: no browser here; install chromium");
    }
    found
}

fn started(browser: &str, folder: &Path) -> Command {
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        "--disable-lcd-text",
    ]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display())).stderr(Stdio::null());
    command
}

/// The page as the browser has it after its scripts ran.
pub(crate) fn dom(browser: &str, page: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, page).unwrap();
    let output = started(browser, folder.path()).arg("--dump-dom").arg(&file).output().unwrap();
    assert!(output.status.success(), "the browser failed");
    String::from_utf8(output.stdout).unwrap()
}

/// The figure as a PNG of so many pixels; `scale` pixels to a CSS pixel.
pub(crate) fn picture(browser: &str, svg: &str, size: (usize, usize), scale: f64) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (file, picture) = (folder.path().join("page.html"), folder.path().join("picture.png"));
    let body = svg.split_once("?>").map_or(svg, |(_, body)| body);
    fs::write(&file, format!("<!DOCTYPE html><meta charset='utf-8'><body style='margin:0'>{body}")).unwrap();
    let side = |length: usize| (length as f64 / scale).ceil() as usize + 2;
    let status = started(browser, folder.path())
        .arg(format!("--force-device-scale-factor={scale}"))
        .arg(format!("--window-size={},{}", side(size.0), side(size.1)))
        .arg(format!("--screenshot={}", picture.display()))
        .arg(&file)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "the browser failed");
    fs::read(picture).unwrap()
}
