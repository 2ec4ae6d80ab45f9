//! Figures on paper: PNG, PDF and outlines of one layout, with whatever fonts this system has.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use collabgraph::render::fonts::{Error, Fonts};
use collabgraph::render::lint;
use collabgraph::render::{outline, pdf, png};

/// A figure with all that ours hold: Hangul, a halo, a turned text, group opacity, an outlined mark.
const FIGURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="85mm" height="30mm" viewBox="-6 -6 240.94 85.04" role="img" aria-labelledby="p-title p-desc" lang="ko" xml:lang="ko" font-family="'Noto Sans KR','Noto Sans CJK KR',NanumGothic,'DejaVu Sans',sans-serif"><title id="p-title">두 기관의 그림</title><desc id="p-desc">카이스트와 서울대학교.</desc><rect x="-6" y="-6" width="240.94" height="85.04" fill="#FFFFFF"/><path d="M20 30C60 10 90 50 160 30" stroke="#7C8792" stroke-width="3" fill="none" stroke-linecap="round" stroke-opacity="0.5"/><circle cx="20" cy="30" r="9" fill="#1C5FAE"/><g opacity="0.7"><rect x="150" y="20" width="20" height="20" rx="3" fill="#FFFFFF" stroke="#BD5A14" stroke-width="1.5"/></g><g fill="#FFFFFF" stroke="#FFFFFF" stroke-width="2.2" stroke-linejoin="round" aria-hidden="true"><use href="#p-t1"/></g><text id="p-t1" x="90" y="33" font-size="9" font-weight="700" text-anchor="middle" fill="#1A1E23">서울대학교 AVATAR</text><text x="20" y="55" font-size="7" text-anchor="middle" fill="#59626C">카이스트 &amp; KAIST</text><text x="190" y="60" font-size="7" transform="rotate(-50 190 60)" fill="#1A1E23">EXAONE 3.5</text></svg>"##;

/// The system's fonts when they hold Hangul. Their absence is told, and under `CI` it is a failure.
fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    let fonts = FONTS.get_or_init(Fonts::of_system);
    let missing = fonts.missing(FIGURE).unwrap();
    if missing.is_empty() {
        return Some(fonts);
    }
    assert!(std::env::var_os("CI").is_none(), "no font here has {missing:?}: install fonts-noto-cjk or fonts-nanum");
    println!("skipped: no font here has {missing:?}");
    None
}

struct Picture {
    width: usize,
    height: usize,
    channels: usize,
    dpi: Option<f64>,
    bytes: Vec<u8>,
}

fn read(bytes: &[u8]) -> Picture {
    let mut decoder = ::png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(::png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let dpi = reader.info().pixel_dims.map(|dims| f64::from(dims.xppu) * 0.0254);
    let channels = frame.color_type.samples();
    Picture { width: frame.width as usize, height: frame.height as usize, channels, dpi, bytes: pixels }
}

/// Share of pixels that differ by more than 48 of 255 in a colour after a blur of 2.5 pixels.
fn difference(one: &Picture, other: &Picture) -> f64 {
    // Renderers round the size differently by a pixel.
    let (width, height) = (one.width.min(other.width), one.height.min(other.height));
    assert!(one.width.abs_diff(other.width) <= 1 && one.height.abs_diff(other.height) <= 1, "sizes differ");
    let colours = |picture: &Picture, x: usize, y: usize| {
        let start = (y * picture.width + x) * picture.channels;
        [0, 1, 2].map(|c| f32::from(picture.bytes[start + c]))
    };
    let mut plain = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let (a, b) = (colours(one, x, y), colours(other, x, y));
            plain.push([0, 1, 2].map(|c: usize| a[c] - b[c]));
        }
    }
    // A blur of the difference is the difference of the blurs; most of it is zero and costs nothing.
    let rows = blur(&plain, |at, by| {
        let x = (at % width) as i32 + by;
        (0..width as i32).contains(&x).then(|| at - at % width + x as usize)
    });
    let both = blur(&rows, |at, by| {
        let y = (at / width) as i32 + by;
        (0..height as i32).contains(&y).then(|| y as usize * width + at % width)
    });
    let differing = both.iter().filter(|pixel| pixel.iter().any(|part| part.abs() > 48.0)).count();
    differing as f64 / (width * height) as f64
}

/// Spreads each pixel along one direction.
fn blur(source: &[[f32; 3]], neighbour: impl Fn(usize, i32) -> Option<usize>) -> Vec<[f32; 3]> {
    let weights: Vec<f32> = (-8..=8).map(|at: i32| (-(at * at) as f32 / (2.0 * 2.5 * 2.5)).exp()).collect();
    let sum: f32 = weights.iter().sum();
    let mut target = vec![[0.0; 3]; source.len()];
    for (at, pixel) in source.iter().enumerate().filter(|(_, pixel)| **pixel != [0.0; 3]) {
        for (weight, by) in weights.iter().zip(-8..) {
            if let Some(to) = neighbour(at, by) {
                (0..3).for_each(|c| target[to][c] += pixel[c] * weight / sum);
            }
        }
    }
    target
}

fn paint(svg: &str, fonts: &Fonts, dpi: f64) -> Picture {
    read(&png::write(svg, &png::Options { dpi, fonts: fonts.clone() }).unwrap())
}

/// The figure of this file and the reference figures that are there.
fn figures() -> Vec<(String, String)> {
    let references = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/design");
    let names = ["kr-partners-85", "kr-matrix-85"];
    let read = |name: &str| Some((name.to_owned(), fs::read_to_string(references.join(format!("{name}.svg"))).ok()?));
    std::iter::once(("figure".to_owned(), FIGURE.to_owned())).chain(names.into_iter().filter_map(read)).collect()
}

#[test]
fn a_png_has_the_size_and_resolution_of_the_figure() {
    let Some(fonts) = fonts() else { return };
    let options = png::Options { dpi: png::DPI, fonts: fonts.clone() };
    let bytes = png::write(FIGURE, &options).unwrap();
    let picture = read(&bytes);
    assert_eq!((picture.width, picture.height, picture.channels), (1004, 354, 3));
    assert!((picture.dpi.unwrap() - 300.0).abs() < 0.02);
    assert!(picture.bytes.chunks_exact(3).any(|pixel| pixel == [0x1A, 0x1E, 0x23]), "no ink of a text");
    assert_eq!(bytes, png::write(FIGURE, &options).unwrap());
    let bare = FIGURE.replace("<rect x=\"-6\" y=\"-6\" width=\"240.94\" height=\"85.04\" fill=\"#FFFFFF\"/>", "");
    assert_eq!(paint(&bare, fonts, 72.0).channels, 4);
}

#[test]
fn a_png_of_impossible_size_is_refused() {
    let Some(fonts) = fonts() else { return };
    let error = png::write(FIGURE, &png::Options { dpi: 1e9, fonts: fonts.clone() }).unwrap_err();
    assert!(matches!(error, Error::TooLarge { .. }) && error.to_string().contains("--dpi"));
    assert!(matches!(png::write("no figure", &png::Options::default()), Err(Error::Unreadable(_))));
}

#[test]
fn a_png_agrees_with_librsvg() {
    let Some(fonts) = fonts() else { return };
    for (name, svg) in figures() {
        let Some(other) = rsvg(&svg) else {
            println!("skipped: no rsvg-convert here");
            return;
        };
        let share = difference(&paint(&svg, fonts, 220.0), &read(&other));
        assert!(share <= 0.007, "{name}: {:.2} % of the pixels differ", share * 100.0);
    }
}

fn rsvg(svg: &str) -> Option<Vec<u8>> {
    let mut child = Command::new("rsvg-convert")
        .args(["-d", "220", "-p", "220"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(svg.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output.status.success().then_some(output.stdout)
}

#[test]
fn outlines_give_the_same_picture_without_text() {
    let Some(fonts) = fonts() else { return };
    for (name, svg) in figures() {
        let (outlined, missing) = outline::write(&svg, fonts).unwrap();
        assert!(missing.is_empty() && !outlined.contains("<text"), "{name}");
        assert_eq!(lint::check(&[(&name, &outlined)]), [], "{name}");
        let share = difference(&paint(&svg, fonts, 220.0), &paint(&outlined, fonts, 220.0));
        assert!(share <= 0.001, "{name}: {:.2} % of the pixels differ", share * 100.0);
        assert_eq!(outlined, outline::write(&svg, fonts).unwrap().0);
    }
    let (outlined, _) = outline::write(FIGURE, fonts).unwrap();
    assert!(outlined.contains("aria-label=\"서울대학교 AVATAR\"") && outlined.contains("<use href=\"#p-g0-"));
    assert!(outlined.contains("aria-label=\"카이스트 &amp; KAIST\"") && outlined.contains("stroke-width=\"244.44\""));
}

#[test]
fn a_letter_that_no_font_has_is_named_and_left_out() {
    let Some(fonts) = fonts() else { return };
    // A private letter that no face should draw.
    let svg = FIGURE.replace("카이스트 &amp;", "카이스트\u{F8F0F}");
    if fonts.missing(&svg).unwrap().is_empty() {
        return;
    }
    assert_eq!(fonts.missing(&svg).unwrap(), ['\u{F8F0F}']);
    let (outlined, missing) = outline::write(&svg, fonts).unwrap();
    assert_eq!(missing, ['\u{F8F0F}']);
    assert!(!outlined.contains("-0\""), "a box was drawn");
}

#[test]
fn a_pdf_has_its_size_title_language_and_words() {
    let Some(fonts) = fonts() else { return };
    let options = pdf::Options { title: None, language: None, fonts: fonts.clone() };
    let bytes = pdf::write(FIGURE, &options).unwrap();
    assert_eq!(bytes, pdf::write(FIGURE, &options).unwrap());
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("/MediaBox [0 0 240.944") && raw.contains("/Lang (ko)") && !raw.contains("Date"));
    let told = pdf::Options { title: Some("Two".into()), language: Some("en".into()), fonts: fonts.clone() };
    let bytes_en = pdf::write(FIGURE, &told).unwrap();
    assert!(String::from_utf8_lossy(&bytes_en).contains("/Title (Two)"));
    let words = extracted(&bytes);
    for word in ["서울대학교 AVATAR", "카이스트 & KAIST", "EXAONE 3.5"] {
        // Once: the halo must not repeat the words.
        assert_eq!(words.matches(word).count(), 1, "{word} in {words:?}");
    }
    if let Some(words) = pdftotext(&bytes) {
        assert!(words.contains("서울대학교 AVATAR") && words.contains("카이스트 & KAIST"), "{words:?}");
    }
}

#[test]
fn the_pdf_of_a_reference_figure_holds_every_name() {
    let Some(fonts) = fonts() else { return };
    for (name, svg) in figures() {
        let options = pdf::Options { title: None, language: None, fonts: fonts.clone() };
        let words = extracted(&pdf::write(&svg, &options).unwrap());
        let document = roxmltree::Document::parse(&svg).unwrap();
        for text in document.descendants().filter(|node| node.has_tag_name("text")) {
            assert!(words.contains(text.text().unwrap().trim()), "{name}: {:?} is missing", text.text());
        }
    }
}

fn pdftotext(bytes: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().ok()?;
    file.write_all(bytes).ok()?;
    let output = Command::new("pdftotext").arg(file.path()).arg("-").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words of our own PDF, by its letter maps: one line per block of text.
fn extracted(bytes: &[u8]) -> String {
    let streams = streams(bytes);
    let maps: Vec<BTreeMap<u16, String>> =
        streams.iter().filter(|stream| find(stream, b"beginbfchar").is_some()).map(|stream| letters(stream)).collect();
    let page = streams.iter().find(|stream| find(stream, b"BT\n").is_some()).unwrap();
    let (mut words, mut font, mut at) = (String::new(), 0, 0);
    while at < page.len() {
        let rest = &page[at..];
        if rest.starts_with(b"/Span") {
            at += find(rest, b"BDC").unwrap();
        } else if rest.starts_with(b"/f") && rest[2].is_ascii_digit() {
            font = usize::from(rest[2] - b'0');
            words.push('\n');
        } else if rest[0] == b'(' || (rest[0] == b'<' && rest[1] != b'<') {
            let (codes, length) = string(rest);
            for code in codes.chunks_exact(2) {
                words.push_str(maps[font].get(&u16::from_be_bytes([code[0], code[1]])).map_or("?", String::as_str));
            }
            at += length;
            continue;
        }
        at += 1;
    }
    words
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// All packed streams, unpacked.
fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(start) = find(rest, b"\nstream\n") {
        rest = &rest[start + 8..];
        let mut unpacked = Vec::new();
        if flate2::read::ZlibDecoder::new(rest).read_to_end(&mut unpacked).is_ok() {
            found.push(unpacked);
        }
    }
    found
}

/// The lines `<0001> <AC00>` of a letter map.
fn letters(map: &[u8]) -> BTreeMap<u16, String> {
    let text = String::from_utf8_lossy(map);
    let body = text.split("begincodespacerange").nth(1).unwrap();
    body.lines()
        .filter_map(|line| {
            let (code, units) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
            let units: Vec<u16> =
                (0..units.len() / 4).map(|at| u16::from_str_radix(&units[at * 4..at * 4 + 4], 16).unwrap()).collect();
            Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
        })
        .collect()
}

/// A PDF string, hexadecimal or in brackets with escapes, and its length in the file.
fn string(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut codes = Vec::new();
    let mut at = 1;
    if bytes[0] == b'<' {
        let end = find(bytes, b">").unwrap();
        let digits = std::str::from_utf8(&bytes[1..end]).unwrap();
        codes.extend((0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap()));
        return (codes, end + 1);
    }
    let mut depth = 1;
    loop {
        match bytes[at] {
            b'\\' => {
                at += 1;
                let octal = bytes[at..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit)).count();
                if octal > 0 {
                    let digits = std::str::from_utf8(&bytes[at..at + octal]).unwrap();
                    codes.push(u8::from_str_radix(digits, 8).unwrap());
                    at += octal;
                    continue;
                }
                codes.push(match bytes[at] {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    other => other,
                });
            }
            b'(' => {
                depth += 1;
                codes.push(b'(');
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return (codes, at + 1);
                }
                codes.push(b')');
            }
            other => codes.push(other),
        }
        at += 1;
    }
}

/// Files of Debian's `fonts-nanum` and `fonts-dejavu-core`.
fn of_file(path: &str) -> Option<Fonts> {
    let bytes = fs::read(Path::new("/usr/share/fonts/truetype").join(path)).ok()?;
    Some(Fonts::of_files(&[(path.to_owned(), bytes)]).unwrap())
}

#[test]
fn a_file_of_the_user_alone_decides() {
    let Some(nanum) = of_file("nanum/NanumGothic.ttf") else {
        println!("skipped: no NanumGothic here");
        return;
    };
    assert_eq!(nanum.family().as_deref(), Some("NanumGothic"));
    assert_eq!(nanum.missing(FIGURE).unwrap(), []);
    // NanumGothic has the Korean forms of hanja only: the missing ones are named, not drawn as boxes.
    let chinese = FIGURE.replace("카이스트", "北京大学");
    assert_eq!(nanum.missing(&chinese).unwrap(), ['学']);
    let (outlined, missing) = outline::write(&chinese, &nanum).unwrap();
    assert!(missing == ['学'] && !outlined.contains("-0\""));
    // A TrueType face in a PDF.
    let options = pdf::Options { title: None, language: None, fonts: nanum.clone() };
    assert!(extracted(&pdf::write(FIGURE, &options).unwrap()).contains("서울대학교 AVATAR"));
    let share =
        difference(&paint(FIGURE, &nanum, 220.0), &paint(&outline::write(FIGURE, &nanum).unwrap().0, &nanum, 220.0));
    assert!(share <= 0.001);
}

#[test]
fn a_face_without_hangul_keeps_its_latin_letters() {
    let Some(dejavu) = of_file("dejavu/DejaVuSans.ttf") else {
        println!("skipped: no DejaVu Sans here");
        return;
    };
    let missing = dejavu.missing(FIGURE).unwrap();
    assert!(missing.contains(&'서') && !missing.contains(&'K'), "{missing:?}");
    let (outlined, told) = outline::write(FIGURE, &dejavu).unwrap();
    assert_eq!(told, missing);
    assert!(outlined.contains("<use href=\"#p-g0-"), "Latin letters are there");
}

#[test]
fn names_of_any_script_and_any_letter_are_data() {
    let Some(fonts) = fonts() else { return };
    for name in ["אוניברסיטת KAIST", "]]&gt; &lt;script&gt; &quot;x&quot; &apos;", "É ﬁ e\u{301}", "   ", "a\u{200D}b"]
    {
        let svg = FIGURE.replace("카이스트 &amp; KAIST", name);
        if !fonts.missing(&svg).unwrap().is_empty() {
            println!("skipped: no font here has all of {name:?}");
            continue;
        }
        let (outlined, missing) = outline::write(&svg, fonts).unwrap();
        assert_eq!(missing, [], "{name:?}");
        assert!(lint::check(&[("a.svg", &outlined)]).is_empty(), "{name:?}");
        assert!(difference(&paint(&svg, fonts, 220.0), &paint(&outlined, fonts, 220.0)) <= 0.001, "{name:?}");
        let options = pdf::Options { title: Some(name.to_owned()), language: None, fonts: fonts.clone() };
        let bytes = pdf::write(&svg, &options).unwrap();
        assert!(extracted(&bytes).contains("서울대학교"), "{name:?}");
        // Letters that run from right to left carry their reading order along.
        let told = streams(&bytes).iter().any(|stream| find(stream, b"/ActualText").is_some());
        assert!(told || !name.starts_with('א'), "{name:?}");
    }
}
