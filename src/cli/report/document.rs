//! The text of a report: what the data are, what they say, how it was counted, what was left out.

use std::collections::{BTreeMap, BTreeSet};

use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document};
use collabgraph::answer::language::Language;
use collabgraph::answer::told::{Cell, Column, Table};
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::date::Date;
use collabgraph::drawing::map;
use collabgraph::english;
use collabgraph::ingest::input::day_in_name;
use collabgraph::ingest::notice::Kind;

use crate::report::figures::Drawn;
use crate::report::{Answers, EXPLORER};
use crate::session::Session;

/// Rows of a table within the text; the whole table stands in `tables/`.
const ROWS: usize = 25;
/// Most names of one cell; the files hold all.
const NAMES: usize = 12;

/// Composes the document.
pub(crate) fn compose(session: &Session, answers: &Answers, figures: &[Drawn]) -> Document {
    let language = session.language;
    let mut report = Report { blocks: Vec::new(), figures, language, told: BTreeSet::new() };
    report.heading(language.say("What the data are", "어떤 자료인가"));
    report.blocks.push(Block::Paragraph(answers.overview.lead.join(" ")));
    sources(&mut report.blocks, session);
    report.blocks.push(Block::Paragraph(language.say(
        format!("To walk around in these data, open {EXPLORER} beside this report: it needs no network."),
        format!("이 자료를 직접 둘러보려면 보고서와 함께 있는 {EXPLORER}을 열면 된다. 인터넷이 필요 없다."),
    )));
    report.section(
        language.say("Who works with whom", "협력 관계"),
        &answers.overview,
        "partnerships",
        &["map", "arc", "matrix"],
    );
    if session.corpus.work_count() > 0 {
        report.section(language.say("Works", "모델과 문헌"), &answers.works, "works", &["bipartite", "timeline"]);
    }
    report.section(language.say("Institutions", "기관"), &answers.institutions, "institutions", &[]);
    for (measure, answer) in &answers.rankings {
        let (english, korean) = measure.label();
        // The Korean caption names what is counted (models or papers) where the measure's own name is general.
        let caption = answer.tables.first().map_or_else(|| format!("{korean} 순위"), |table| table.caption.clone());
        let heading = language.say(format!("Ranking by {english}"), caption);
        let views: &[&str] = if *measure == Measure::Betweenness { &["ego"] } else { &[] };
        report.section(heading, answer, &format!("rank-{}", measure.key()), views);
    }
    report.section(language.say("Clusters", "군집"), &answers.clusters, "clusters", &[]);
    report.blocks.extend(cluster_note(session, figures));
    report.section(language.say("Connected groups", "연결된 무리"), &answers.components, "components", &["path"]);
    if let Some(claims) = &answers.claims {
        report.section(language.say("Statements checked", "서술 검증"), claims, "claims", &[]);
    }
    let mut blocks = report.blocks;
    statements(&mut blocks, session);
    method(&mut blocks, session);
    left_out(&mut blocks, session, figures, answers.claims.is_some());
    notices(&mut blocks, session);
    Document {
        title: language.say("Who builds it with whom", "누가 누구와 만드는가"),
        language: language.say("en", "ko"),
        blocks,
    }
}

/// A report in the making.
struct Report<'f> {
    blocks: Vec<Block>,
    figures: &'f [Drawn],
    language: Language,
    /// Notes on the first answer: what holds for all answers (how works were counted) is told once.
    told: BTreeSet<String>,
}

impl Report<'_> {
    fn heading(&mut self, text: String) {
        self.blocks.push(Block::Heading(text));
    }

    /// A question's answer as a section: sentences, the figures that show them, its tables cut to what a page holds,
    /// notes. The overview's sentences stand at the top already.
    fn section(&mut self, heading: String, answer: &Answer, file: &str, views: &[&str]) {
        self.heading(heading);
        match answer.lead.split_first() {
            // One sentence sums up; the others are a finding each.
            Some((first, rest)) if file == "claims" => {
                self.blocks.push(Block::Paragraph(first.clone()));
                if !rest.is_empty() {
                    self.blocks.push(Block::Items(rest.to_vec()));
                }
            }
            Some(_) if file != "partnerships" => self.blocks.push(Block::Paragraph(answer.lead.join(" "))),
            _ => {}
        }
        for view in views {
            let drawn = self.figures.iter().find(|figure| figure.view == *view);
            self.blocks.extend(drawn.map(|figure| Block::Figure(figure.illustration.clone())));
        }
        tables(&mut self.blocks, answer, file, self.language);
        let notes = answer.notes.iter().filter(|note| !is_about_the_command(note));
        let fresh: Vec<String> = notes.filter(|note| !self.told.contains(*note)).cloned().collect();
        if self.told.is_empty() {
            self.told.extend(fresh.iter().cloned());
        }
        if !fresh.is_empty() {
            self.blocks.push(Block::Items(fresh));
        }
    }
}

/// Why a large map draws other clusters than the table has.
fn cluster_note(session: &Session, figures: &[Drawn]) -> Option<Block> {
    let language = session.language;
    let is_large = session.corpus.institution_count() > map::SMALL && figures.iter().any(|figure| figure.view == "map");
    is_large.then(|| {
        Block::Paragraph(language.say(
            "The map and the matrix colour clusters of their own: of the largest connected group alone, a work of k institutions weighing 1/(k−1) on each tie, at the resolution that their captions name. Number and order therefore differ from this table.",
            "지도와 행렬의 색은 따로 찾은 군집이다. 가장 큰 연결 무리만 다루고, 기관 k곳의 작업은 한 쌍마다 1/(k−1)로 세며, 해상도는 그림 설명에 적었다. 그래서 군집의 수와 순서가 이 표와 다르다.",
        ))
    })
}

/// How works were counted and what the measures mean, in words.
fn method(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    let (english, korean) = session.projection.counting.label();
    let cap = session.projection.max_team.map_or_else(
        || {
            language.say(
                "Works of any number of institutions make ties.",
                "기관 수에 관계없이 모든 공동 작업을 협력으로 센다.",
            )
        },
        |cap| {
            language.say(
                format!("Works of more than {cap} institutions make no ties: those are consortia, not partnerships."),
                format!("기관이 {cap}곳보다 많으면 협력으로 세지 않는다. 협력 관계라기보다 컨소시엄이기 때문이다."),
            )
        },
    );
    let (definition, definition_ko) = Measure::Betweenness.definition();
    blocks.push(Block::Heading(language.say("How it was counted", "어떻게 세었나")));
    let mut items = if session.corpus.work_count() == 0 {
        vec![language.say(
            "Ties: those that the input states, without the works behind them.",
            "협력: 입력에 적힌 관계이며, 그 근거가 되는 성과물은 입력에 없다.",
        )]
    } else {
        vec![
            language.say(
                format!("Ties: {english}. Of n institutions on one work, full counting adds 1 to each pair, fractional counting 1/(n−1), strict counting 2/(n(n−1))."),
                format!("협력: {korean}. 기관 n곳이 함께 발표하면 한 쌍마다 전체 계수는 1, 분수 계수는 1/(n−1), 엄격 계수는 2/(n(n−1))를 더한다."),
            ),
            cap,
        ]
    };
    items.extend([
        language.say(
            "Clusters: the Leiden algorithm for modularity, the best of several seeded starts.",
            "군집: 모듈성에 대한 Leiden 알고리즘. 정해진 시드로 여러 번 시작해 가장 좋은 것을 쓴다.",
        ),
        language.say(format!("Betweenness: {definition}"), format!("매개 중심성: {definition_ko}")),
        language.say(
            "Names: spellings that the authority lists are one institution; nothing is merged because it looks alike.",
            "이름: 전거에 있는 표기만 한 기관으로 합치며, 비슷하다는 이유로 합치지 않는다.",
        ),
    ]);
    blocks.push(Block::Items(items));
}

/// What filters, the team cap and the figures leave out.
fn left_out(blocks: &mut Vec<Block>, session: &Session, figures: &[Drawn], is_checked: bool) {
    let language = session.language;
    let (kept, all) = (session.corpus.work_count(), session.whole.work_count());
    let mut items = Vec::new();
    if kept < all {
        items.push(language.say(
            format!("Filters keep {kept} of {all} works."),
            format!("조건에 따라 전체 {all}건 가운데 {kept}건만 다룬다."),
        ));
    }
    let scope = session.scope();
    for &work in scope.network().excluded() {
        let (name, team) = (session.corpus.work_name(work), session.corpus.institutions_of(work).len());
        items.push(language.say(
            format!("{name} makes no ties: {team} institutions."),
            format!("{name}: 기관이 {team}곳이어서 협력으로 세지 않았다."),
        ));
    }
    let order: Vec<String> = blocks
        .iter()
        .filter_map(|block| if let Block::Figure(figure) = block { Some(figure.file.clone()) } else { None })
        .collect();
    for (number, file) in order.iter().enumerate() {
        let drawn = figures.iter().find(|figure| figure.illustration.file == *file);
        let told = drawn.map(|figure| figure.left_out.join(" ")).unwrap_or_default();
        if !told.is_empty() {
            let number = number + 1;
            items.push(language.say(format!("Figure {number}: {told}"), format!("그림 {number}: {told}")));
        }
    }
    if !is_checked {
        items.push(language.say(
            "Statements about these data were not checked: no file of statements was named.",
            "이 자료에 관한 서술은 검증하지 않았다. 서술 파일을 주지 않았다.",
        ));
    }
    if items.is_empty() {
        items.push(language.say("Nothing.", "없다."));
    }
    blocks.push(Block::Heading(language.say("What was left out", "빠진 것")));
    blocks.push(Block::Items(items));
}

fn tables(blocks: &mut Vec<Block>, answer: &Answer, file: &str, language: Language) {
    for (position, table) in answer.tables.iter().enumerate().filter(|(_, table)| table.is_told()) {
        // The sheet holds the main table alone; the record for machines holds all.
        let whole = format!("tables/{file}.{}", if position == 0 { "csv" } else { "json" });
        let mut shown = table.clone();
        // Works stand by date: of a long list the latest are news.
        let latest = file == "works" && position == 0 && table.rows.len() > ROWS;
        if latest {
            shown.rows.reverse();
        }
        shown.rows.truncate(ROWS);
        let mut cut = false;
        for (cell, column) in shown.rows.iter_mut().flat_map(|row| row.iter_mut().zip(&table.columns)) {
            cut |= shorten(cell, matches!(column.key.as_str(), "members" | "institutions"), language);
        }
        blocks.push(Block::Table(shown));
        let mut told = Vec::new();
        if table.rows.len() > ROWS {
            let (all, rest) = (table.rows.len(), table.rows.len() - ROWS);
            told.push(if latest {
                language.say(
                    format!("The latest {ROWS} of {all}, newest first; the other {rest} are in {whole}."),
                    format!("전체 {all}건 가운데 가장 최근 {ROWS}건이며 최신순이다. 나머지 {rest}건은 {whole}에 있다."),
                )
            } else {
                language.say(
                    format!("The first {ROWS} of {all} rows; the other {rest} are in {whole}."),
                    format!("전체 {all}행 가운데 {ROWS}행이다. 나머지 {rest}행은 {whole}에 있다."),
                )
            });
        }
        if cut {
            told.push(language.say(
                format!("Of a long list the first {NAMES} stand here; {whole} has all."),
                format!("긴 목록은 앞의 {NAMES}개만 적었다. 전체는 {whole}에 있다."),
            ));
        }
        if !told.is_empty() {
            blocks.push(Block::Paragraph(told.join(" ")));
        }
    }
}

/// Cuts a long list and says how much of it; `false` when nothing was cut.
fn shorten(cell: &mut Cell, places: bool, language: Language) -> bool {
    let Cell::List(texts) = cell else { return false };
    // One name more would take as much room as the words that stand for it.
    if texts.len() <= NAMES + 1 {
        return false;
    }
    let rest = texts.len() - NAMES;
    texts.truncate(NAMES);
    texts.push(language.say(format!("and {rest} more"), format!("외 {rest}{}", if places { "곳" } else { "개" })));
    true
}

/// What to type next is of no use in a report.
fn is_about_the_command(note: &str) -> bool {
    note.contains("collab ") || note.contains("--")
}

fn statements(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    let mut rows = Vec::new();
    for id in session.corpus.work_ids() {
        for statement in session.corpus.statements(id) {
            rows.push(vec![
                Cell::Text(session.corpus.work_name(id).to_owned()),
                Cell::Text(language.say(statement.source.as_str(), source_ko(&statement.source))),
                Cell::Text(language.say(statement.text.as_str(), statement.text_ko.as_str())),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(language.say("Where sources differ", "출처마다 다른 점")));
    blocks.push(Block::Table(Table {
        name: "statements".to_owned(),
        caption: language
            .say("What is said of a work beside what the table records", "표의 기록과 함께 두는, 다른 출처의 서술"),
        columns: vec![
            Column::new("work", language.say("Work", "모델")),
            Column::new("source", language.say("Source", "출처")),
            Column::new("says", language.say("What it says", "내용")),
        ],
        rows,
    }));
}

/// Kinds of sources in Korean; names stay names.
fn source_ko(source: &str) -> &str {
    match source {
        "article" => "기사",
        "paper" => "논문",
        other => other,
    }
}

/// Notices without their lines: where a row stands in its file is not part of the facts.
fn notices(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    if session.notices.is_empty() {
        return;
    }
    let mut counted: BTreeMap<(Kind, &str, &str), u64> = BTreeMap::new();
    for notice in &session.notices {
        *counted.entry((notice.kind, &notice.message, &notice.message_ko)).or_default() += 1;
    }
    let different = counted.len();
    // Many notices that differ in a name or a number only are told by kind.
    let by_kind = different > ROWS;
    let mut kinds: BTreeMap<(Kind, usize), (u64, &str, &str)> = BTreeMap::new();
    for (position, ((kind, english, korean), count)) in counted.into_iter().enumerate() {
        kinds.entry((kind, if by_kind { 0 } else { position })).or_insert((0, english, korean)).0 += count;
    }
    let rows: Vec<Vec<Cell>> = kinds
        .iter()
        .map(|((kind, _), (count, english, korean))| {
            vec![
                Cell::Text(language.say(kind.label().0, kind.label().1)),
                Cell::Count(*count),
                Cell::Text(language.say(*english, *korean)),
            ]
        })
        .collect();
    blocks.push(Block::Heading(
        language.say("What was odd in the input, and what was done", "입력에서 이상했던 점과 처리"),
    ));
    blocks.push(Block::Table(Table {
        name: "notices".to_owned(),
        caption: language.say(
            english::counted(session.notices.len(), "notice", "notices"),
            format!("알림 {}건", session.notices.len()),
        ),
        columns: vec![
            Column::new("kind", language.say("Kind", "종류")),
            Column::new("count", language.say("Times", "횟수")),
            Column::new(
                "message",
                if by_kind { language.say("For example", "보기") } else { language.say("Notice", "알림") },
            ),
        ],
        rows,
    }));
    if by_kind {
        blocks.push(Block::Paragraph(language.say(
            format!("One of each kind stands here, of {different} different notices; collab --notices all lists every one with its line."),
            format!("서로 다른 알림 {different}가지를 종류별로 하나씩 적었다. collab --notices all을 쓰면 줄 번호와 함께 모두 나온다."),
        )));
    }
}

/// The date of the latest work that an input tells of.
fn latest_entry(corpus: &Corpus, input: usize) -> Option<Date> {
    let of_input = corpus.work_ids().filter(|&id| usize::from(corpus.work(id).source.input) == input);
    of_input.filter_map(|id| corpus.date(id)).max()
}

/// What the data are, each with its date and where that is from.
fn sources(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    let items = session.whole.inputs().iter().enumerate().map(|(number, input)| {
        let citation =
            if input.citation.is_empty() { input.name.clone() } else { format!("{} ({})", input.citation, input.name) };
        match (input.as_of, latest_entry(&session.whole, number)) {
            (Some(date), _) if day_in_name(&input.name) == Some(date) => language
                .say(format!("{citation}, {date} by its file name"), format!("{citation}, 파일 이름의 날짜 {date}")),
            (Some(date), _) => language.say(format!("{citation}, as of {date}"), format!("{citation}, {date} 기준")),
            (None, Some(date)) => {
                language.say(format!("{citation}, latest entry {date}"), format!("{citation}, 가장 늦은 항목 {date}"))
            }
            (None, None) => citation,
        }
    });
    let mut items: Vec<String> = items.collect();
    items.sort();
    blocks.push(Block::Items(items));
}
