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
    // Tables.
    (r#"[{"name":"A","organization":"KAIST; SNU"},{"name":"B","organization":"SNU"}]"#, "“organization”"),
    (r#"[{"Model":"A","Organization":"KAIST"}]"#, "rows of a table"),
    ("{\"Model\":\"A\",\"Organization\":\"KAIST\"}\n{\"Model\":\"B\",\"Organization\":\"SNU\"}\n", "rows of a table"),
    (r#"{"name":{"0":"A","1":"B"},"institutions":{"0":"KAIST","1":"SNU"}}"#, "data frame"),
    (r#"{"0":{"name":"A","org":"KAIST"},"1":{"name":"B","org":"SNU"}}"#, "data frame"),
    (r#"{"columns":["name"],"index":[0],"data":[["A"]]}"#, "data frame"),
    (r#"{"schema":{"fields":[{"name":"index"}]},"data":[{"index":0,"name":"A"}]}"#, "data frame"),
    (r#"{"name":["A","B"],"org":["KAIST","SNU"]}"#, "data frame"),
    (r#"[["name","org"],["A","KAIST"]]"#, "rows without names"),
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
        (large(&nobody, &nobody, &nobody), "rows of a table"),
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
