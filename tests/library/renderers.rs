//! Figures in other hands: our pixels against those of librsvg and of a browser, and boxes of texts as a browser
//! measures them with two Korean families.

use crate::support::gallery::Shown;
use crate::support::{browser, gallery, pixels};
use collabgraph::geometry::{ConvexPolygon, Point};
use collabgraph::render::fonts::Fonts;
use collabgraph::render::png;
use rayon::prelude::*;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// Dots per inch at which pictures are compared.
const DPI: f64 = 220.0;
/// Largest share of the inked pixels that may differ: edges of letters are smoothed in other ways, most of all those of
/// names that are turned, of which the timeline is full.
const MOST: f64 = 0.11;

fn is_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// The light figures in both languages, of one data set.
fn shown(data: &str) -> Vec<&'static Shown> {
    gallery::figures().iter().filter(|shown| shown.is_plain() && shown.data == data).collect()
}

/// The system's fonts when they hold Hangul. Their absence is told, and under `CI` it is a failure.
fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    let fonts = FONTS.get_or_init(Fonts::of_system);
    let missing = fonts.missing(&shown("korea")[0].svg).unwrap();
    if missing.is_empty() {
        return Some(fonts);
    }
    assert!(!is_ci(), "no font here has {missing:?}: install fonts-noto-cjk or fonts-nanum");
    println!("skipped: no font here has {missing:?}");
    None
}

fn ours(shown: &Shown, fonts: &Fonts) -> pixels::Picture {
    pixels::read(&png::write(&shown.svg, &png::Options { dpi: DPI, fonts: fonts.clone() }).unwrap())
}

/// Compares every view with another renderer's picture.
fn agree(other: impl Fn(&Shown, (usize, usize)) -> Option<Vec<u8>> + Sync) {
    let Some(fonts) = fonts() else { return };
    let told: Vec<String> = shown("korea")
        .into_par_iter()
        .filter_map(|shown| {
            let ours = ours(shown, fonts);
            let theirs = pixels::read(&other(shown, (ours.width, ours.height))?);
            let share = pixels::difference(&ours, &theirs);
            println!("{}: {:.3} %", shown.name(), share * 100.0);
            (share > MOST).then(|| format!("{}: {:.2} % of the inked pixels differ", shown.name(), share * 100.0))
        })
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

fn rsvg(svg: &str) -> Option<Vec<u8>> {
    let dpi = DPI.to_string();
    let mut child = Command::new("rsvg-convert")
        .args(["-d", &dpi, "-p", &dpi])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(svg.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output.status.success().then_some(output.stdout)
}

#[test]
fn librsvg_paints_the_same() {
    if rsvg(&shown("korea")[0].svg).is_none() {
        assert!(!is_ci(), "no rsvg-convert here: install librsvg2-bin");
        println!("skipped: no rsvg-convert here; install librsvg2-bin");
        return;
    }
    agree(|shown, _| rsvg(&shown.svg));
}

#[test]
fn a_browser_paints_the_same() {
    let Some(browser) = browser::command() else { return };
    agree(|shown, size| Some(browser::picture(browser, &shown.svg, size, DPI / 96.0)));
}

// ---- boxes -----------------------------------------------------------------------------------------------------

/// Writes the width of each text that is painted, figure by figure, a number a line.
const SCRIPT: &str = "<script>const out=[];for(const svg of document.querySelectorAll('svg')){\
for(const text of svg.querySelectorAll('text'))out.push(text.getBBox().width.toFixed(3));out.push('-');}\
const told=document.createElement('pre');told.id='told';told.textContent=out.join(' ');\
document.body.replaceChildren(told);</script>";

/// Widths of the texts of figures, in their order, written with a family.
fn measured(browser: &str, figures: &[&Shown], family: &str) -> Vec<Vec<f64>> {
    let mut page = "<!DOCTYPE html><meta charset='utf-8'><body>".to_owned();
    for shown in figures {
        let body = shown.svg.split_once("?>").map_or(shown.svg.as_str(), |(_, body)| body);
        let fonts = format!("font-family=\"{}\"", shown.figure.metadata().fonts);
        assert!(body.contains(&fonts), "{}: no font family", shown.name());
        page.push_str(&body.replacen(&fonts, &format!("font-family=\"{family},sans-serif\""), 1));
    }
    let dom = browser::dom(browser, &(page + SCRIPT));
    let told = dom.split_once("<pre id=\"told\">").unwrap().1.split_once("</pre>").unwrap().0;
    let figures = told.split('-').map(|part| part.split_whitespace().map(|width| width.parse().unwrap()).collect());
    let mut widths: Vec<Vec<f64>> = figures.collect();
    widths.pop();
    widths
}

/// Pairs of texts that lie over one another with the measured widths.
fn overlaps(shown: &Shown, widths: &[f64]) -> Vec<String> {
    let texts = shown.figure.texts();
    assert_eq!(texts.len(), widths.len(), "{}: texts in another order", shown.name());
    let boxes: Vec<ConvexPolygon> = texts
        .iter()
        .zip(widths)
        .map(|((text, _), &width)| {
            let mut text = (*text).clone();
            text.width = width;
            text.outline()
        })
        .collect();
    let mut told = Vec::new();
    for (a, one) in boxes.iter().enumerate() {
        for (b, other) in boxes.iter().enumerate().skip(a + 1) {
            if one.overlaps(other) {
                told.push(format!("{}: {:?} and {:?}", shown.name(), texts[a].0.content, texts[b].0.content));
            }
        }
    }
    let frame = shown.figure.metadata().frame;
    let out = |outline: &ConvexPolygon| outline.0.iter().any(|&Point { x, .. }| x < frame.left || x > frame.right);
    told.extend(
        (0..boxes.len())
            .filter(|&at| out(&boxes[at]))
            .map(|at| format!("{}: {:?} leaves the page", shown.name(), texts[at].0.content)),
    );
    told
}

#[test]
fn no_text_meets_another_in_noto_or_nanum() {
    let Some(browser) = browser::command() else { return };
    // Light and dark, both languages and each alone.
    let figures: Vec<&Shown> = gallery::figures().iter().collect();
    let mut sums = Vec::new();
    for family in ["Noto Sans CJK KR", "NanumGothic"] {
        if !Command::new("fc-list").arg(family).output().is_ok_and(|output| !output.stdout.is_empty()) {
            assert!(!is_ci(), "no {family} here: install fonts-noto-cjk and fonts-nanum");
            println!("skipped: no {family} here");
            continue;
        }
        let widths = measured(browser, &figures, &format!("'{family}'"));
        assert_eq!(widths.len(), figures.len());
        let told: Vec<String> =
            figures.iter().zip(&widths).flat_map(|(shown, widths)| overlaps(shown, widths)).collect();
        sums.push(widths.iter().flatten().sum::<f64>());
        println!("{family}: {} texts", widths.iter().map(Vec::len).sum::<usize>());
        assert!(told.is_empty(), "{family}: {told:#?}");
    }
    assert!(sums.len() < 2 || (sums[0] - sums[1]).abs() > 1.0, "both families were drawn by one face");
}
