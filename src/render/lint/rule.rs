//! Lint rules, and the fix for each.

/// A lint rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LintRule {
    /// The file must be well-formed XML.
    Malformed,
    /// The root must be `svg` in its namespace.
    Root,
    /// No document type, no entities.
    Dtd,
    /// Only elements that every renderer draws.
    Element,
    /// Only attributes that every renderer reads.
    Attribute,
    /// No script in any form.
    Script,
    /// Styling by presentation attributes, not by style sheets.
    Style,
    /// No CSS variables.
    CssVariable,
    /// No colour notations that office programs paint black.
    Colour,
    /// No external resources, no `data:` URIs.
    External,
    /// `href` without `xlink:`.
    Xlink,
    /// No text layout attributes that depend on the renderer.
    TextLayout,
    /// A generic family at the end of every font list.
    FontFamily,
    /// No font size under six points.
    TypeSize,
    /// Absolute width and height.
    Size,
    /// A `viewBox`.
    ViewBox,
    /// Nothing outside the `viewBox`.
    Outside,
    /// Title and description as first children.
    Title,
    /// Role and accessible name of the figure.
    Role,
    /// Language of the text.
    Language,
    /// Unique ids, within a file and across the files of a page.
    DuplicateId,
    /// No dangling references.
    DanglingId,
    /// File size within the budget for the content.
    Bytes,
}

impl LintRule {
    /// All rules.
    pub const ALL: [Self; 23] = [
        Self::Malformed,
        Self::Root,
        Self::Dtd,
        Self::Element,
        Self::Attribute,
        Self::Script,
        Self::Style,
        Self::CssVariable,
        Self::Colour,
        Self::External,
        Self::Xlink,
        Self::TextLayout,
        Self::FontFamily,
        Self::TypeSize,
        Self::Size,
        Self::ViewBox,
        Self::Outside,
        Self::Title,
        Self::Role,
        Self::Language,
        Self::DuplicateId,
        Self::DanglingId,
        Self::Bytes,
    ];

    /// Key of the rule in output for machines.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Root => "root",
            Self::Dtd => "dtd",
            Self::Element => "element",
            Self::Attribute => "attribute",
            Self::Script => "script",
            Self::Style => "style",
            Self::CssVariable => "css-variable",
            Self::Colour => "colour",
            Self::External => "external",
            Self::Xlink => "xlink",
            Self::TextLayout => "text-layout",
            Self::FontFamily => "font-family",
            Self::TypeSize => "type-size",
            Self::Size => "size",
            Self::ViewBox => "view-box",
            Self::Outside => "outside",
            Self::Title => "title",
            Self::Role => "role",
            Self::Language => "language",
            Self::DuplicateId => "duplicate-id",
            Self::DanglingId => "dangling-id",
            Self::Bytes => "bytes",
        }
    }

    /// The fix, in English.
    #[must_use]
    pub fn fix(self) -> &'static str {
        match self {
            Self::Malformed => "write well-formed XML: close each element, escape & and < in names",
            Self::Root => "start with <svg xmlns=\"http://www.w3.org/2000/svg\">",
            Self::Dtd => "delete the DOCTYPE and write the letters instead of entities",
            Self::Element => "draw it with g, rect, circle, ellipse, path, text and use alone",
            Self::Attribute => "delete it, or say it with a presentation attribute or data-*",
            Self::Script => "delete it; pages and office programs block or strip scripts",
            Self::Style => "write fill, stroke, font-size … as attributes of the elements themselves",
            Self::CssVariable => "write the colour itself, as #rrggbb",
            Self::Colour => "write #rrggbb, with fill-opacity or stroke-opacity for transparency, or none",
            Self::External => "keep everything within the file; refer only to #ids of it",
            Self::Xlink => "write href instead of xlink:href",
            Self::TextLayout => "compute the place of the text and give x, y and text-anchor",
            Self::FontFamily => "end the list of fonts with sans-serif, serif or monospace",
            Self::TypeSize => "shorten the words or draw the figure wider; 6 pt is the least in print",
            Self::Size => "give width and height of the root in mm, cm, in, pt or px",
            Self::ViewBox => "give the root a viewBox of four numbers",
            Self::Outside => "move it inside, or widen the viewBox",
            Self::Title => "make <title id> and <desc id> the first two children of the root",
            Self::Role => "give the root role=\"img\" and aria-labelledby with the ids of title and desc",
            Self::Language => "give the root lang and xml:lang",
            Self::DuplicateId => "give each figure its own prefix of ids (--id-prefix)",
            Self::DanglingId => "refer to an id of this file, or delete the reference",
            Self::Bytes => "round coordinates to two decimals and drop what does not show",
        }
    }

    /// The fix, in Korean.
    #[must_use]
    pub fn fix_ko(self) -> &'static str {
        match self {
            Self::Malformed => "올바른 XML로 쓰세요. 요소를 모두 닫고 이름 속의 &와 <를 이스케이프하세요",
            Self::Root => "<svg xmlns=\"http://www.w3.org/2000/svg\">로 시작하세요",
            Self::Dtd => "DOCTYPE을 지우고 엔티티 대신 글자를 직접 쓰세요",
            Self::Element => "g, rect, circle, ellipse, path, text, use만으로 그리세요",
            Self::Attribute => "지우거나 표현 속성 또는 data-*로 바꾸세요",
            Self::Script => "지우세요. 웹 페이지와 오피스 프로그램은 스크립트를 막거나 없앤다",
            Self::Style => "fill, stroke, font-size 등을 각 요소의 속성으로 쓰세요",
            Self::CssVariable => "색을 #rrggbb로 직접 쓰세요",
            Self::Colour => "#rrggbb로 쓰고, 투명도는 fill-opacity나 stroke-opacity로, 없으면 none으로 쓰세요",
            Self::External => "모든 것을 파일 안에 두고 파일 안의 #id만 가리키세요",
            Self::Xlink => "xlink:href 대신 href를 쓰세요",
            Self::TextLayout => "글자의 자리를 계산해 x, y, text-anchor로 주세요",
            Self::FontFamily => "글꼴 목록을 sans-serif, serif, monospace 가운데 하나로 끝내세요",
            Self::TypeSize => "글을 줄이거나 그림을 더 넓게 그리세요. 인쇄에서는 6pt가 하한이다",
            Self::Size => "루트의 width와 height를 mm, cm, in, pt, px로 주세요",
            Self::ViewBox => "루트에 네 수로 된 viewBox를 주세요",
            Self::Outside => "안으로 옮기거나 viewBox를 넓히세요",
            Self::Title => "<title id>와 <desc id>를 루트의 첫 두 자식으로 두세요",
            Self::Role => "루트에 role=\"img\"와 title·desc의 id를 담은 aria-labelledby를 주세요",
            Self::Language => "루트에 lang과 xml:lang을 주세요",
            Self::DuplicateId => "그림마다 id 앞가지를 다르게 하세요(--id-prefix)",
            Self::DanglingId => "이 파일에 있는 id를 가리키거나 참조를 지우세요",
            Self::Bytes => "좌표를 소수 둘째 자리로 줄이고 보이지 않는 것을 지우세요",
        }
    }
}
