//! JSON of other programs.

use std::fmt::Write as _;

use crate::support::command::Folder;

/// What is refused, by a word of the name that the refusal must tell.
const FOREIGN: &[(&str, &str)] = &[
    // Works of other sources.
    (
        r#"{"status":"ok","message-type":"work-list","message":{"items":[{"DOI":"10.1/a","title":["Alpha"]}]}}"#,
        "Crossref",
    ),
    (r#"{"status":"ok","message-type":"work","message":{"DOI":"10.1/a","title":["A"],"author":[]}}"#, "Crossref"),
    (r#"{"items":[{"DOI":"10.1/a","title":["A"],"author":[{"family":"B","affiliation":[]}]}]}"#, "Crossref"),
    (r#"[{"DOI":"10.1/a","title":["A"],"is-referenced-by-count":3}]"#, "Crossref"),
    (r#"{"total":1,"offset":0,"data":[{"paperId":"p","title":"A","authors":[]}]}"#, "Semantic Scholar"),
    (r#"[{"paperId":"p","externalIds":{"DOI":"10.1/a"},"title":"A"}]"#, "Semantic Scholar"),
    (r#"{"corpusid":1,"externalids":{},"title":"A","year":2020}"#, "Semantic Scholar"),
    (r#"{"data":[{"id":"10.1/a","type":"dois","attributes":{"doi":"10.1/a"}}],"meta":{"total":1}}"#, "DataCite"),
    (r#"{"data":{"id":"10.1/a","type":"dois","attributes":{"doi":"10.1/a","titles":[]}}}"#, "DataCite"),
    (r#"{"header":{"numFound":1},"results":[{"mainTitle":"A","organizations":[]}]}"#, "OpenAIRE"),
    (r#"{"response":{"header":{},"results":{"result":[]}}}"#, "OpenAIRE"),
    (r#"[{"key":"AB","version":3,"library":{"id":1},"data":{"itemType":"book","title":"A"}}]"#, "Zotero"),
    (r#"{"config":{},"items":[{"itemType":"journalArticle","title":"A"}]}"#, "Zotero"),
    (r#"[{"id":"a","type":"article-journal","title":"A","issued":{"date-parts":[[2020]]}}]"#, "CSL-JSON"),
    (r#"[{"id":"a","type":"book","title":"A","author":[{"family":"Kim","given":"A"}]}]"#, "CSL-JSON"),
    (r#"{"publications":[{"id":"pub.1","title":"A"}],"_stats":{"total_count":1}}"#, "Dimensions"),
    (r#"[{"id":"pub.1","title":"A","research_orgs":[{"id":"grid.1","name":"KAIST"}]}]"#, "Dimensions"),
    (r#"{"total":1,"data":[{"lens_id":"000-1","title":"A"}]}"#, "Lens"),
    (r#"{"orcid-identifier":{"path":"0"},"activities-summary":{}}"#, "ORCID"),
    (r#"{"last-modified-date":null,"group":[{"work-summary":[]}],"path":"/0000/works"}"#, "ORCID"),
    (r#"{"header":{"type":"esummary"},"result":{"uids":["1"],"1":{"uid":"1","title":"A"}}}"#, "PubMed"),
    (r#"{"esearchresult":{"count":"1","idlist":["1"]}}"#, "PubMed"),
    (r#"{"version":"6","hitCount":1,"resultList":{"result":[{"pmid":"1","title":"A"}]}}"#, "Europe PMC"),
    (r#"{"search-results":{"entry":[{"dc:title":"A"}]}}"#, "Scopus"),
    (r#"{"metadata":{"total":1},"hits":[{"uid":"WOS:1","title":"A"}]}"#, "Web of Science"),
    (r#"{"hits":{"hits":[{"conceptrecid":"1","title":"A"}]}}"#, "Zenodo"),
    (r#"{"id":"0704.0001","title":"A","authors":"B","authors_parsed":[["B","",""]]}"#, "arXiv"),
    (r#"[{"id":"a/b","modelId":"a/b","pipeline_tag":"text-generation","name":"b"}]"#, "Hugging Face"),
    // OpenAlex without works.
    (
        r#"{"meta":{"count":1},"results":[{"id":"https://openalex.org/I1","display_name":"KAIST"}]}"#,
        "institutions of OpenAlex",
    ),
    (r#"{"id":"https://openalex.org/I1","display_name":"KAIST","works_count":3}"#, "institutions of OpenAlex"),
    (
        r#"{"meta":{},"results":[{"id":"https://openalex.org/A1","display_name":"Kim","last_known_institutions":[]}]}"#,
        "authors of OpenAlex",
    ),
    (r#"[{"id":"https://openalex.org/S1","display_name":"Nature"}]"#, "sources of OpenAlex"),
    (r#"{"results":[{"id":"https://openalex.org/T1","display_name":"X"}],"meta":{}}"#, "topics of OpenAlex"),
    (r#"{"results":[{"id":"https://openalex.org/F1","display_name":"X"}],"meta":{}}"#, "funders of OpenAlex"),
    (
        r#"{"results":[{"id":"https://openalex.org/keywords/ai","display_name":"AI"}],"meta":{}}"#,
        "other records of OpenAlex",
    ),
    (r#"{"meta":{"count":0,"per_page":25},"results":[],"group_by":[]}"#, "without any result"),
    (r#"{"meta":{"count":9},"results":[],"group_by":[{"key":"KR","key_display_name":"Korea","count":9}]}"#, "group_by"),
    (
        r#"{"error":"Invalid query parameters error.","message":"institution is not a valid field"}"#,
        "institution is not a valid field",
    ),
    (
        r#"{"meta":{"count":1},"results":[{"id":"https://openalex.org/W1","title":"A","cited_by_count":1}]}"#,
        "without authorships",
    ),
    (r#"{"id":"https://openalex.org/W1","title":"A"}"#, "without authorships"),
    (r#"{"count":1,"next":null,"results":[{"name":"A","institutions":["KAIST"]}]}"#, "no known format"),
    // Errors of servers.
    (r#"{"message":"Not Found","documentation_url":"https://docs","status":"404"}"#, "Not Found"),
    (r#"{"detail":"Authentication credentials were not provided."}"#, "credentials"),
    (r#"{"errors":[{"message":"bad field"}]}"#, "bad field"),
    // Networks of other programs.
    (
        "{\"type\":\"node\",\"id\":\"0\",\"labels\":[\"Org\"],\"properties\":{\"name\":\"KAIST\"}}\n{\"type\":\"relationship\",\"id\":\"0\",\"label\":\"WITH\",\"start\":{},\"end\":{}}",
        "Neo4j",
    ),
    (r#"{"name":"flare","children":[{"name":"analytics","value":1}]}"#, "tree"),
    // Other files.
    (r#"{"type":"FeatureCollection","name":"x","features":[]}"#, "GeoJSON"),
    (r#"{"name":"left-pad","version":"1.0.0","dependencies":{}}"#, "package.json"),
    (r#"{"$schema":"https://vega.github.io/schema/vega-lite/v5.json","mark":"bar","encoding":{}}"#, "Vega"),
    (r#"{"data":[{"type":"bar","x":[1],"y":[2]}],"layout":{}}"#, "Plotly"),
    (r#"{"@context":"https://schema.org","@type":"Organization","name":"KAIST"}"#, "JSON-LD"),
    (r#"{"cells":[],"metadata":{},"nbformat":4}"#, "notebook"),
    (r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"A","properties":{}}"#, "JSON Schema"),
    (r#"{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"value":"1"}}]}}"#, "SPARQL"),
    (r#"[{"id":"https://ror.org/1","name":"KAIST","aliases":[]}]"#, "ROR"),
    (r#"{"number_of_results":1,"items":[{"id":"https://ror.org/1","names":[{"value":"KAIST"}]}]}"#, "ROR"),
    (r#"{"institutions":[{"id":"kaist","name":"KAIST"}]}"#, "list of institutions"),
    (r#"{"works":17,"institutions":14,"ties":13}"#, "collab itself"),
    // Nothing.
    ("[]", "an empty list"),
    ("{}", "an empty object"),
    ("[1, 2, 3]", "a list of numbers"),
    (r#"["KAIST", "SNU"]"#, "a list of texts"),
    ("[{}]", "empty objects"),
    ("[null]", "null"),
    (r#"{"name":"A"}"#, "no known format"),
    (r#"{"title":"A","version":2,"works":[]}"#, "no known format"),
    (r#"{"works":[{"title":"A","authors":["B"]}]}"#, "no known format"),
    ("{\"name\":\"A\"}\n{\"name\":\"B\"}\n", "institutions"),
    (r#"[{"name":"A","teams":[{"org":"KAIST"}]}]"#, "none has \"institutions\""),
    (r#"{"foo":{"name":"A","institutions":["KAIST"]}}"#, "an object with the key “foo”"),
    (r#"{"x":1,"y":2}"#, "an object with the keys “x”, “y”"),
];

/// What is wrong with how a text is refused: by every question and way, in words of both languages.
fn faults(folder: &Folder, file: &str, text: &str, word: &str) -> Option<String> {
    folder.write(file, text.as_bytes());
    let ran = folder.run(&["--data", file]);
    let korean = folder.run(&["--lang", "ko", "--data", file, "rank", "--json"]);
    let projected = folder.run(&["project", file, "-o", "ties.csv"]);
    let is_refused = [&ran, &korean, &projected].iter().all(|ran| ran.code == 2 && ran.out.is_empty())
        && ran.err.contains(word)
        && ran.err.contains(&format!("{file}:1:1: "))
        && ran.err.trim_end().lines().count() == 1
        && korean.err.contains("이다. ")
        && projected.err == ran.err
        && !folder.file("ties.csv").exists();
    (!is_refused).then(|| format!("{text}\n{}{}{}{}", ran.out, ran.err, korean.err, projected.err))
}

#[test]
fn json_of_others_is_refused_by_its_own_name() {
    let folder = Folder::new();
    let faults: Vec<String> =
        FOREIGN.iter().filter_map(|(text, word)| faults(&folder, "other.json", text, word)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn json_of_others_is_refused_however_it_is_laid_out() {
    let folder = Folder::new();
    for (text, word) in FOREIGN.iter().step_by(4) {
        let Ok(value) = serde_json::from_str::<serde_json::Value>(text) else { continue };
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        let pretty = format!("\u{FEFF}\r\n{}\n\n", pretty.replace('\n', "\r\n"));
        assert_eq!(faults(&folder, "pretty.json", &pretty, word), None);
        assert_eq!(faults(&folder, "plain", text, word), None);
    }
}

#[test]
fn our_own_works_and_those_of_openalex_are_read_in_every_shape() {
    let folder = Folder::new();
    let own = r#"{"name":"A","institutions":["KAIST","SNU"],"unknown":{"x":[1]},"id":3,"DOI":"10.1/a"}"#;
    let paper = r#"{"id":"https://openalex.org/W1","title":"A","authorships":[{"institutions":[{"id":"https://openalex.org/I1","display_name":"KAIST"},{"id":"https://openalex.org/I2","display_name":"SNU"}]}]}"#;
    let late = r#"{"name":"B"}"#;
    for text in [
        own.to_owned(),
        format!("{own}\n"),
        format!("{late}\n\n{own}\n"),
        format!("[{own}]"),
        format!("[{late},\n{own}]"),
        format!("{{\"works\":[{own}]}}"),
        format!("{{\"more\":[],\"collabgraph\":1,\"works\":[{own}]}}"),
        own.replace(",\"", ",\n\""),
        r#"{"title":"A","institutions":[{"name":"KAIST"},{"id":"SNU"}]}"#.to_owned(),
        paper.to_owned(),
        format!("{paper}\n{paper}\n"),
        format!("[{paper}]"),
        format!("{{\"meta\":{{\"count\":1}},\"results\":[{paper}]}}"),
        format!("{{\"results\":[{{\"id\":\"https://openalex.org/W2\",\"title\":\"B\"}},{paper}]}}"),
        paper.replace(",\"", ",\n\""),
        paper.replace("https://openalex.org/", ""),
    ] {
        folder.write("works.json", text.as_bytes());
        let record = folder.run(&["--authority", "none", "--data", "works.json", "--json"]).json();
        assert_eq!((&record["institutions"], &record["ties"]), (&2.into(), &1.into()), "{text} {record}");
    }
}

#[test]
fn a_line_that_is_no_work_is_told_with_its_place() {
    let folder = Folder::new();
    let own = r#"{"name":"A","institutions":["KAIST","SNU"]}"#;
    let paper = r#"{"id":"https://openalex.org/W1","title":"A","authorships":[{"institutions":[{"id":"https://openalex.org/I1","display_name":"KAIST"}]}]}"#;
    for (good, bad, word) in [
        (own, r#"{"paperId":"p","year":2020}"#, "is not a work"),
        (own, r#"{"foo":1,"institutions":[]}"#, "is not a work"),
        (own, "{}", "is not a work"),
        (own, "[1]", "a work is [1] here"),
        (own, r#"{"name":"B","institutions":["X""#, "cut off"),
        (paper, r#"{"id":"https://openalex.org/I1","display_name":"KAIST"}"#, "institutions of OpenAlex"),
        (paper, r#"{"id":"https://openalex.org/A1","display_name":"Kim","x":"\u0041"}"#, "authors of OpenAlex"),
        (paper, r#"{"meta":{"count":1},"group_by":[]}"#, "no work"),
        (paper, r#"{"id":"https://openalex.org/W2","#, "cut off"),
    ] {
        folder.write("works.jsonl", format!("{good}\n{good}\n{bad}\n").as_bytes());
        let refusal = folder.run(&["--data", "works.jsonl", "rank"]).refusal();
        assert!(refusal.contains("works.jsonl:3:") && refusal.contains(word), "{bad} {refusal}");
        let projected = folder.run(&["project", "works.jsonl", "-o", "ties.csv"]).refusal();
        assert_eq!(projected, refusal, "{bad}");
    }
}

/// Lines that are more than the short way reads at once.
fn large(first: &str, line: &str, last: &str) -> String {
    let mut text = String::new();
    writeln!(text, "{first}").unwrap();
    while text.len() < 9 << 20 {
        writeln!(text, "{line}").unwrap();
    }
    writeln!(text, "{last}").unwrap();
    text
}

#[test]
fn large_lines_are_refused_by_the_same_words() {
    let folder = Folder::new();
    let pad = "x".repeat(3_000);
    let foreign = format!(r#"{{"paperId":"p","title":"A","abstract":"{pad}"}}"#);
    let own = format!(r#"{{"name":"A","institutions":["KAIST","SNU"],"notes":"{pad}"}}"#);
    let nobody = format!(r#"{{"name":"A","notes":"{pad}"}}"#);
    let institution = format!(r#"{{"id":"https://openalex.org/I1","display_name":"KAIST","homepage_url":"{pad}"}}"#);
    for (text, word) in [
        (large(&foreign, &foreign, &foreign), "Semantic Scholar"),
        (large(&institution, &institution, &institution), "institutions of OpenAlex"),
        (large(&own, &own, r#"{"paperId":"p"}"#), "is not a work"),
        (large(&nobody, &nobody, &nobody), "no header says"),
    ] {
        folder.write("large.jsonl", text.as_bytes());
        let refusal = folder.run(&["--data", "large.jsonl", "--json"]).refusal();
        assert!(refusal.contains(word), "{refusal}");
        for question in [&["--data", "large.jsonl", "who", "KAIST"][..], &["project", "large.jsonl", "-o", "ties.csv"]]
        {
            assert_eq!(folder.run(question).refusal(), refusal, "{question:?}");
        }
    }
    // The institutions of works may come late.
    folder.write("large.jsonl", large(&nobody, &nobody, &own).as_bytes());
    let ties = folder.run(&["project", "large.jsonl", "--authority", "none", "-o", "-"]).answer();
    assert!(ties.contains("KAIST") && ties.contains("SNU"), "{ties}");
}

/// Rows of a table, hostile ones among them, as CSV and as each program writes them as JSON.
fn tables() -> (String, Vec<(&'static str, String)>) {
    use serde_json::{Map, Value, json};
    let rows = [
        ["Alpha", "KAIST; Universidad de Chile", "2019"],
        ["Beta \"q\" b", "Universidad de Chile; Acme, Inc", "2020-05-06"],
        ["감마", "Acme, Inc; KAIST; [x] & <y>", "2021"],
        ["Delta", "", "2021"],
    ];
    let keys = ["Title", "Institutions", "Date"];
    let quote = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let mut csv = keys.join(",") + "\n";
    for row in &rows {
        csv += &(row.iter().map(quote).collect::<Vec<_>>().join(",") + "\n");
    }
    // Years are numbers, and what is missing is null, as programs write them.
    let value = |cell: &str| match cell.parse::<u32>() {
        Ok(number) => Value::from(number),
        Err(_) if cell.is_empty() => Value::Null,
        Err(_) => Value::from(cell),
    };
    let record = |row: &[&str; 3]| Value::Object(keys.iter().map(|&key| key.to_owned()).zip(row.map(value)).collect());
    let records: Vec<Value> = rows.iter().map(record).collect();
    let named = |row: &[&str; 3]| json!({ "Title": row[0], "Date": row[2], "Institutions": row[1].split("; ").collect::<Vec<_>>() });
    let listed: Vec<Value> = rows.iter().map(named).collect();
    let by_column = |fill: fn(Vec<Value>) -> Value| -> Value {
        let columns = (0..3).map(|at| fill(rows.iter().map(|row| value(row[at])).collect()));
        Value::Object(keys.iter().map(|&key| key.to_owned()).zip(columns).collect())
    };
    let numbered = |values: Vec<Value>| {
        Value::Object(values.into_iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect::<Map<_, _>>())
    };
    let data: Vec<Value> = rows.iter().map(|row| row.map(value).to_vec().into()).collect();
    let lines = |records: &[Value]| records.iter().map(|record| format!("{record}\n")).collect::<String>();
    let indexed: Vec<Value> = records
        .iter()
        .enumerate()
        .map(|(at, record)| {
            let mut record = record.clone();
            record.as_object_mut().unwrap().insert("index".to_owned(), at.into());
            record
        })
        .collect();
    let texts = vec![
        ("records", json!(records).to_string()),
        ("pretty", serde_json::to_string_pretty(&records).unwrap()),
        ("lines", lines(&records)),
        ("duckdb", format!("[\n\t{}\n]\n", lines(&records).trim_end().replace('\n', ",\n\t"))),
        ("lists of names", lines(&listed)),
        ("columns", by_column(numbered).to_string()),
        ("lists", by_column(Value::Array).to_string()),
        ("index", numbered(records.clone()).to_string()),
        ("split", json!({ "columns": keys, "index": [0, 1, 2, 3], "data": data }).to_string()),
        ("rows", json!([vec![json!(keys)], data].concat()).to_string()),
        (
            "table",
            json!({ "schema": { "fields": [{ "name": "index" }], "primaryKey": ["index"] }, "data": indexed })
                .to_string(),
        ),
    ];
    (csv, texts)
}

#[test]
fn tables_as_json_are_read_as_the_same_rows_of_csv() {
    let (csv, texts) = tables();
    let folder = Folder::with(&[("t.csv", &csv)]);
    let questions =
        [&["works"][..], &["rank"], &["who", "KAIST"], &["between", "KAIST", "Acme, Inc"], &["institutions"]];
    let ask = |file: &str, question: &[&str]| {
        let record = folder.run(&[&["-q", "--data", file, "--json"], question].concat()).answer();
        record.replace(file, "FILE")
    };
    for (program, text) in texts {
        folder.write("t.json", text.as_bytes());
        for question in questions {
            assert_eq!(ask("t.json", question), ask("t.csv", question), "{program} {question:?}\n{text}");
        }
        let project = |file| folder.run(&["-q", "project", file, "-o", "-"]).answer();
        assert_eq!(project("t.json"), project("t.csv"), "{program}");
    }
}

#[test]
fn works_of_tables_as_json_lead_to_their_place() {
    let (_, texts) = tables();
    let folder = Folder::new();
    for (program, text) in texts {
        folder.write("t.json", text.as_bytes());
        let record = folder.run(&["-q", "--data", "t.json", "works", "--json", "--evidence"]).json();
        let works = record["rows"].as_array().unwrap();
        assert_eq!(works.len(), 4, "{record}");
        let rows = folder.run(&["-q", "--data", "t.json", "works", "-f", "csv", "--evidence"]).answer();
        for work in works {
            let (file, line) = (work["evidence"]["file"].as_str().unwrap(), work["evidence"]["line"].as_u64().unwrap());
            let name = work["name"].as_str().unwrap();
            if file == "t.json" {
                // The line on which the record begins; its title stands there or below.
                let rest: Vec<&str> = text.lines().skip(line as usize - 1).collect();
                let rest = rest.join("\n").trim_start().trim_start_matches('[').trim_start().to_owned();
                let first = &rest[..rest.find('}').unwrap()];
                let word = name.split(' ').next().unwrap();
                assert!(first.starts_with('{') && first.contains(word), "{program} {line}: {first}");
            } else {
                let order =
                    ["Alpha", "Beta", "감마", "Delta"].iter().position(|start| name.starts_with(start)).unwrap();
                assert_eq!((file, line), ("t.json!row", order as u64 + 1), "{program}");
                assert!(rows.contains(&format!("t.json!row {line}")), "{rows}");
            }
        }
        // A notice of a row leads there, too.
        let told = folder.run(&["--notices", "all", "--data", "t.json", "works"]).err;
        let place = told.lines().find(|line| line.contains("names no institution")).unwrap();
        let delta = works.iter().find(|work| work["name"] == "Delta").unwrap();
        let (file, line) = (delta["evidence"]["file"].as_str().unwrap(), &delta["evidence"]["line"]);
        let mark = if file.ends_with("!row") { ' ' } else { ':' };
        assert!(place.starts_with(&format!("{file}{mark}{line}: ")), "{place}");
    }
}

#[test]
fn json_tables_follow_the_users_columns_and_formats() {
    let folder = Folder::new();
    let long = r#"[{"p":"1","org":"KAIST"},{"p":"1","org":"SNU"},{"p":"2","org":"SNU"},{"p":"2","org":"Acme"}]"#;
    let times = r#"[{"Title":"A","Institutions":"KAIST;SNU","Date":1577836800000},{"Title":"B","Institutions":"SNU","Date":null}]"#;
    let cells = r#"[{"name":"A","institutions":["KAIST","SNU"],"when":2020}]"#;
    let ties = r#"[{"source":"KAIST","target":"SNU","weight":3}]"#;
    for (file, text) in [("long.json", long), ("times.json", times), ("cells.json", cells), ("ties.json", ties)] {
        folder.write(file, text.as_bytes());
    }
    let read = |arguments: &[&str]| folder.run(&[&["--authority", "none", "--json"], arguments].concat()).json();
    let record = read(&["--data", "long.json", "--columns", "work=p,institutions=org"]);
    assert_eq!((&record["works"], &record["ties"]), (&2.into(), &2.into()));
    let record = read(&[
        "--data",
        "long.json",
        "--columns",
        "work=p,institutions=org",
        "--group-by",
        "none",
        "--input-format",
        "table",
    ]);
    assert_eq!((&record["works"], &record["ties"]), (&4.into(), &0.into()));
    let record = read(&["works", "--data", "times.json"]);
    assert_eq!(record["rows"][0]["date"], "2020-01-01", "{record}");
    // Works of the project's own are read as a table where columns are named.
    let record = read(&["works", "--data", "cells.json", "--columns", "work=name,institutions=institutions,date=when"]);
    assert_eq!(record["rows"][0]["date"], "2020", "{record}");
    let record = read(&["rank", "--data", "ties.json"]);
    assert_eq!(record["rows"][0]["value"], 3.0, "{record}");
}

#[test]
fn faults_of_json_tables_have_their_place() {
    let folder = Folder::new();
    let row = r#"{"Model":"A","Organization":"KAIST"}"#;
    for (text, words) in [
        (format!("{row}\n5\n"), ["t.json:2:1", "expected an object of columns and values"]),
        (format!("{row}\n{row}\n{{\"Model\":\"B\"\n"), ["t.json:3:", "cut off"]),
        (format!("[{row},\n [1]]"), ["t.json:2:2", "expected an object"]),
        (r#"[["Model","Organization"],["A","KAIST"],7]"#.to_owned(), ["t.json:1:", "expected a list of values"]),
        (r#"[{"a":1,"b":2}]"#.to_owned(), ["t.json:1:1", "the columns are “a”, “b”"]),
        (r#"{"columns":["name"],"index":[0],"data":[["A"]]}"#.to_owned(), ["t.json:1:1", "the columns are “name”"]),
    ] {
        folder.write("t.json", text.as_bytes());
        let refusal = folder.run(&["--data", "t.json", "rank"]).refusal();
        assert!(words.iter().all(|word| refusal.contains(word)), "{text}: {refusal}");
        assert_eq!(folder.run(&["project", "t.json", "-o", "ties.csv"]).refusal(), refusal, "{text}");
    }
    let many: Vec<String> = (0..3_000).map(|at| format!("{{\"k{at}\":1}}")).collect();
    folder.write("t.json", format!("[{}]", many.join(",")).as_bytes());
    assert!(folder.run(&["--data", "t.json"]).refusal().contains("3,000 different keys"));
}
