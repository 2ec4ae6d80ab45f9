//! Sizes and colours of maps that were asked for: what each mark stands for, and what the key says.

use crate::support::command::Folder;
use std::collections::BTreeMap;

const PAPERS: &str = "Title,Affiliations,Year,Countries\n\
    Deep Reading,Alpha University; Beta Lab,2021,\n\
    Wide Reading,Alpha University; Beta Lab; Gamma Institute; Delta College,2022,\n\
    Old Reading,Alpha University; Epsilon School,2019,\n\
    Old Writing,Epsilon School,2012,\n\
    Undated Reading,Zeta Works; Beta Lab,,\n\
    Sole Reading,Eta Group,2020,\n";

const TIES: &str = "Source,Target,Weight\nA,B,31\nB,C,2.5\nD,E,4\n";

/// Value of an attribute of each institution of a figure, by id.
fn data(svg: &str, name: &str) -> BTreeMap<String, String> {
    let value = |head: &str, name: &str| head.split(&format!("{name}=\"")).nth(1)?.split('"').next().map(str::to_owned);
    let group = |part: &str| {
        let head = part.split('>').next()?;
        Some((value(head, "data-id")?, value(head, name)?))
    };
    svg.split("class=\"node institution\"").skip(1).filter_map(group).collect()
}

fn svg(folder: &Folder, file: &str, arguments: &[&str]) -> String {
    let base = ["--data", file, "--lang", "en", "draw", "map", "-o", "out.svg"];
    folder.run(&[&base[..], arguments].concat()).answer();
    assert_eq!(folder.run(&["lint", "out.svg"]).code, 0, "{arguments:?}");
    folder.read("out.svg")
}

fn drawing_text(svg: &str) -> String {
    let texts = svg.split("<text").skip(1).filter_map(|part| part.split_once('>')?.1.split('<').next());
    texts.collect::<Vec<_>>().join("|")
}

#[test]
fn sizes_are_the_values_of_rank_and_no_value_is_no_zero() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    for measure in ["degree", "strength", "works", "betweenness", "constraint", "clustering", "eccentricity", "katz"] {
        let ranked = folder.run(&["--data", "papers.csv", "--format", "json", "rank", "--by", measure]).json();
        let rows = ranked["rows"].as_array().unwrap();
        let expected: BTreeMap<String, f64> =
            rows.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["value"].as_f64().unwrap())).collect();
        for width in ["170", "85"] {
            let figure = svg(&folder, "papers.csv", &["--size-by", measure, "--width", width]);
            let values = data(&figure, "data-value");
            assert_eq!(values.len(), 7, "{measure}");
            for (id, value) in &values {
                match expected.get(id) {
                    Some(known) => assert!((value.parse::<f64>().unwrap() - known).abs() < 1e-6, "{measure} {id}"),
                    None => assert_eq!(value, "", "{measure} {id}: no value is told as one"),
                }
            }
            let without = values.len() - expected.len();
            assert_eq!(drawing_text(&figure).contains("no value ("), without > 0, "{measure}");
            if without > 0 {
                assert!(drawing_text(&figure).contains(&format!("no value ({without})")), "{measure}");
            }
        }
    }
}

#[test]
fn larger_values_have_larger_marks() {
    let folder = Folder::with(&[("ties.csv", TIES)]);
    let figure = svg(&folder, "ties.csv", &["--size-by", "strength"]);
    let values = data(&figure, "data-value");
    assert_eq!(values["b"], "33.5");
    assert!(drawing_text(&figure).contains("size = total link strength: 2.5"), "{}", drawing_text(&figure));
    // Hexagons: the casing and the mark, from left to right the first corner of each.
    let half = |id: &str| {
        let group = figure.split(&format!("data-id=\"{id}\"")).nth(1).unwrap();
        let path = group.split(" d=\"M").nth(2).unwrap().split('"').next().unwrap();
        let xs: Vec<f64> = path
            .split(|ch: char| "MLHZ".contains(ch))
            .filter_map(|step| step.split(' ').next()?.parse().ok())
            .collect();
        xs.iter().fold(f64::MIN, |a, &b| a.max(b)) - xs.iter().fold(f64::MAX, |a, &b| a.min(b))
    };
    assert!(half("b") > half("a") && half("a") > half("d") && half("d") > half("c"), "{figure}");
}

#[test]
fn colours_tell_groups_that_the_key_counts() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let years = drawing_text(&svg(&folder, "papers.csv", &["--color-by", "year"]));
    // Alpha 2020.67, Beta 2021.5, Gamma and Delta 2022, Epsilon 2015.5, Eta 2020, Zeta without any.
    assert!(
        years.contains("Colour = mean year of its publications:") && years.contains("year not known (1)"),
        "{years}"
    );
    let counted: usize = years
        .split('|')
        .filter(|text| text.starts_with("20") && text.ends_with(')'))
        .map(|text| text.rsplit_once('(').unwrap().1.trim_end_matches(')').parse::<usize>().unwrap())
        .sum();
    assert_eq!(counted, 6, "{years}");
    let clusters = drawing_text(&svg(&folder, "papers.csv", &["--color-by", "cluster"]));
    assert!(clusters.contains("Colour = cluster:") && clusters.contains("Leiden"), "{clusters}");
    folder.write(
        "kinds.csv",
        b"Title,Affiliations,Year\nOne,KAIST; NAVER; Unheard Of Ltd,2021\nTwo,KAIST; Strange Works,2022\n",
    );
    let kinds = svg(&folder, "kinds.csv", &["--color-by", "kind"]);
    let unknown = data(&kinds, "data-sector").values().filter(|sector| sector.is_empty()).count();
    assert!(drawing_text(&kinds).contains(&format!("kind not known ({unknown})")), "{}", drawing_text(&kinds));
    let countries = "Title,Organization,Country (from Organization),Publication date\n\
        One,Ay; Be,France; Japan,2020-01-01\nTwo,Ay,France,2021-01-01\nThree,Ce; Ay,,2021-01-01\nFour,Ce,,2022-01-01\n";
    folder.write("countries.csv", countries.as_bytes());
    let key = drawing_text(&svg(&folder, "countries.csv", &["--color-by", "country"]));
    for entry in ["Colour = home country:", "France (1)", "Japan (1)", "country not known (1)"] {
        assert!(key.contains(entry), "{entry} in {key}");
    }
    assert!(!key.contains("abroad"), "outlines mean what is not known: {key}");
}

#[test]
fn an_overview_colours_marks_and_leaves_hulls_neutral() {
    let folder = Folder::new();
    let base = ["--lang", "en", "draw", "map", "-o", "out.svg", "--data", "embedded"];
    let run = |arguments: &[&str]| {
        folder.run(&[&base[..], arguments].concat()).answer();
        folder.read("out.svg")
    };
    let (plain, by_country) = (run(&[]), run(&["--color-by", "country", "--size-by", "betweenness"]));
    let ids = |svg: &str| data(svg, "data-id").into_keys().collect::<Vec<_>>();
    assert_eq!(ids(&plain), ids(&by_country), "the encoding changes what is drawn");
    let key = drawing_text(&by_country);
    if ids(&plain).len() > 40 {
        assert!(key.contains("outlines = ") && key.contains("size = betweenness: 0"), "{key}");
    }
    assert!(data(&by_country, "data-value").values().all(|value| value.parse::<f64>().is_ok()));
}

#[test]
fn what_the_data_do_not_tell_is_refused_with_a_way_out() {
    let folder = Folder::with(&[("ties.csv", TIES), ("papers.csv", PAPERS)]);
    let refused = |file: &str, arguments: &[&str]| {
        let base = ["--data", file, "--lang", "en", "draw", "-o", "x.svg"];
        folder.run(&[&base[..], arguments].concat()).refusal()
    };
    assert!(refused("ties.csv", &["map", "--size-by", "works"]).contains("--size-by strength"));
    for by in ["year", "country", "kind"] {
        assert!(refused("ties.csv", &["map", "--color-by", by]).contains("--color-by cluster"), "{by}");
    }
    assert!(refused("papers.csv", &["matrix", "--color-by", "year"]).contains("draw map"));
    assert!(refused("papers.csv", &["map", "--plain", "--size-by", "degree"]).contains("draw map"));
    assert!(refused("papers.csv", &["map", "--size-by", "fame"]).contains("fame"));
}

#[test]
fn numbers_of_a_sized_map_are_written_as_data() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    svg(&folder, "papers.csv", &["--size-by", "strength", "--data-out", "out.csv"]);
    let table = folder.read("out.csv");
    assert!(table.lines().any(|row| row.starts_with("node,alpha-university,") && row.contains(",5")), "{table}");
}
