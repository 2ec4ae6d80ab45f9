//! The text of a report: what the data are, what they say, how it was counted, what was left out.

use std::collections::BTreeMap;

use collabgraph::answer::Answer;
use collabgraph::answer::document::{Block, Document};
use collabgraph::answer::language::Language;
use collabgraph::answer::told::{Cell, Column, Table};
use collabgraph::english;
use collabgraph::ingest::notice::Kind;

use crate::report::Answers;
use crate::report::figures::Drawn;
use crate::session::Session;

/// Rows of a table within the text; the whole table stands in `tables/`.
const ROWS: usize = 25;

/// Composes the document.
pub(crate) fn compose(session: &Session, answers: &Answers, figures: &[Drawn]) -> Document {
    let language = session.language;
    let mut blocks = Vec::new();
    blocks.push(Block::Paragraph(answers.overview.lead.join(" ")));
    blocks.extend(figures.iter().map(|figure| Block::Figure(figure.illustration.clone())));
    section(&mut blocks, language.say("Partnerships", "협력 관계"), &answers.overview, "partnerships", language);
    section(&mut blocks, language.say("Works", "모델과 문헌"), &answers.works, "works", language);
    section(&mut blocks, language.say("Institutions", "기관"), &answers.institutions, "institutions", language);
    for (measure, answer) in &answers.rankings {
        let (english, korean) = measure.label();
        let heading = language.say(format!("Ranking by {english}"), format!("{korean} 순위"));
        section(&mut blocks, heading, answer, &format!("rank-{}", measure.key()), language);
    }
    section(&mut blocks, language.say("Clusters", "군집"), &answers.clusters, "clusters", language);
    section(&mut blocks, language.say("Connected groups", "연결된 무리"), &answers.components, "components", language);
    statements(&mut blocks, session);
    notices(&mut blocks, session);
    sources(&mut blocks, session);
    Document {
        title: language.say("Who builds it with whom", "누가 누구와 만드는가"),
        language: language.say("en", "ko"),
        blocks,
    }
}

/// A question's answer as a section: sentences, its tables cut to what a page holds, notes. The overview's
/// sentences stand at the top already.
fn section(blocks: &mut Vec<Block>, heading: String, answer: &Answer, file: &str, language: Language) {
    blocks.push(Block::Heading(heading));
    if file != "partnerships" {
        blocks.push(Block::Paragraph(answer.lead.join(" ")));
    }
    for table in answer.tables.iter().filter(|table| !table.rows.is_empty()) {
        let mut shown = table.clone();
        shown.rows.truncate(ROWS);
        blocks.push(Block::Table(shown));
        if table.rows.len() > ROWS {
            let (all, rest) = (table.rows.len(), table.rows.len() - ROWS);
            blocks.push(Block::Paragraph(language.say(
                format!("The first {ROWS} of {all} rows; the other {rest} are in tables/{file}.csv."),
                format!("전체 {all}행 가운데 {ROWS}행이다. 나머지 {rest}행은 tables/{file}.csv에 있다."),
            )));
        }
    }
    let notes: Vec<String> = answer.notes.iter().filter(|note| !is_about_the_command(note)).cloned().collect();
    if !notes.is_empty() {
        blocks.push(Block::Items(notes));
    }
}

/// What to type next is of no use in a report.
fn is_about_the_command(note: &str) -> bool {
    note.contains("collab ") || note.contains("--notices")
}

fn statements(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    let mut rows = Vec::new();
    for id in session.corpus.work_ids() {
        for statement in session.corpus.statements(id) {
            rows.push(vec![
                Cell::Text(session.corpus.work_name(id).to_owned()),
                Cell::Text(statement.source.clone()),
                Cell::Text(language.say(statement.says.as_str(), statement.says_ko.as_str())),
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
    let rows: Vec<Vec<Cell>> = counted
        .iter()
        .map(|((kind, english, korean), count)| {
            vec![Cell::Text(kind.key().to_owned()), Cell::Count(*count), Cell::Text(language.say(*english, *korean))]
        })
        .collect();
    let all = rows.len();
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
            Column::new("message", language.say("Notice", "알림")),
        ],
        rows: rows.into_iter().take(ROWS).collect(),
    }));
    if all > ROWS {
        blocks.push(Block::Paragraph(language.say(
            format!("The first {ROWS} of {all} different notices; `--notices all` lists every one with its line."),
            format!("서로 다른 알림 {all}가지 가운데 {ROWS}가지다. `--notices all`을 쓰면 줄 번호와 함께 모두 나온다."),
        )));
    }
}

fn sources(blocks: &mut Vec<Block>, session: &Session) {
    let language = session.language;
    blocks.push(Block::Heading(language.say("Sources", "자료")));
    let items = session.whole.inputs().iter().map(|input| {
        let citation =
            if input.citation.is_empty() { input.name.clone() } else { format!("{} ({})", input.citation, input.name) };
        match input.as_of {
            Some(date) => language.say(format!("{citation}, as of {date}"), format!("{citation}, {date} 기준")),
            None => citation,
        }
    });
    let mut items: Vec<String> = items.collect();
    items.sort();
    blocks.push(Block::Items(items));
}
