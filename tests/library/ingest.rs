//! Reading tables: the real one, every trap of real tables, every input that cannot be read.

use crate::support::tables;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::date::Date;
use collabgraph::corpus::institution::{Institution, Sector};
use collabgraph::corpus::kind::WorkKind;
use collabgraph::corpus::work::Work;
use collabgraph::dataset::{Loaded, load};
use collabgraph::ingest::Options;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::delimited::Reader;
use collabgraph::ingest::error::Error;
use collabgraph::ingest::format::Format;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::notice::Kind;
use collabgraph::names::authority::Authority;
use collabgraph::network::counting::{Counting, Projection};
use collabgraph::network::{Network, components};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

/// A file of the shared folder beside the repository; `None`, with a word, where it is absent.
fn shared(file: &str) -> Option<PathBuf> {
    tables::shared(&format!("datasets/{file}"))
}

/// A file of `tests/fixtures`.
fn fixture(file: &str) -> Input {
    Input::Path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file))
}

fn read(file: &str) -> Loaded {
    load(&[fixture(file)], &plain()).unwrap_or_else(|error| panic!("{error}"))
}

/// Line, column and kind of every notice.
fn told(loaded: &Loaded) -> Vec<(u64, u64, Kind)> {
    loaded.notices.iter().map(|notice| (notice.line, notice.column, notice.kind)).collect()
}

fn work_names(corpus: &Corpus) -> Vec<&str> {
    corpus.work_ids().map(|id| corpus.work_name(id)).collect()
}

fn institution_names(corpus: &Corpus) -> Vec<&str> {
    corpus.institution_ids().map(|id| corpus.institution(id).names.name.as_str()).collect()
}

/// The work of this key.
fn work<'c>(corpus: &'c Corpus, key: &str) -> Work<'c> {
    let id = corpus.work_ids().find(|&id| corpus.work_key(id) == key);
    corpus.work(id.unwrap_or_else(|| panic!("no work {key}")))
}

/// The names of the institutions of a work.
fn partners<'c>(corpus: &'c Corpus, key: &str) -> Vec<&'c str> {
    let ids = corpus.institutions_of(work(corpus, key).id);
    ids.iter().map(|&id| corpus.institution(id).names.name.as_str()).collect()
}

fn institution<'c>(corpus: &'c Corpus, key: &str) -> &'c Institution {
    corpus.institution(corpus.institution_by_key(key).unwrap_or_else(|| panic!("no institution {key}")))
}

fn countries<'c>(corpus: &'c Corpus, key: &str) -> Vec<&'c str> {
    institution(corpus, key).countries.iter().map(Country::code).collect()
}

fn dates(corpus: &Corpus) -> Vec<String> {
    corpus.work_ids().map(|id| corpus.date(id).map_or_else(String::new, |date| date.to_string())).collect()
}

fn plain() -> Options {
    Options { authority: Authority::none(), ..Options::default() }
}

/// Everything a corpus says, one fact a line, without the lines of its sources.
fn content(corpus: &Corpus) -> String {
    let mut lines = Vec::new();
    for id in corpus.institution_ids() {
        lines.push(format!("{:?}", corpus.institution(id)));
    }
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let institutions = corpus.institutions_of(id);
        lines.push(format!(
            "{} {:?} {:?} {} {} {:?} {} {:?} {:?} {:?} {institutions:?} {:?} {:?}",
            corpus.work_key(id),
            work.name,
            work.date,
            work.title,
            work.authors,
            work.links,
            work.accessibility,
            work.criteria,
            work.domains,
            work.citations,
            corpus.work_aliases(id),
            corpus.statements(id)
        ));
    }
    lines.push(format!("{:?}", corpus.explicit_ties()));
    lines.join("\n")
}

fn network(corpus: &Corpus) -> Network<'_> {
    Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None })
}

fn tie(network: &Network<'_>, a: &str, b: &str) -> f64 {
    let node = |key: &str| network.node_of(network.corpus().institution_by_key(key).unwrap_or_else(|| panic!("{key}")));
    network.tie_between(node(a), node(b)).map_or(0.0, |tie| network.tie(tie).2)
}

const EPOCH: &str = "epoch-notable-2025-04-08.csv";

#[test]
fn the_epoch_table_gives_the_known_network() {
    let Some(path) = shared(EPOCH) else { return };
    let Loaded { corpus, notices, .. } = load(&[Input::Path(path)], &plain()).unwrap();
    assert_eq!((corpus.work_count(), corpus.institution_count()), (914, 343));
    let network = network(&corpus);
    assert_eq!((network.tie_count(), network.total_weight()), (1209, 1362.0));
    let components = components::find(&network);
    assert_eq!((components.members.len(), components.largest(), components.isolates()), (87, 233, 69));

    let degree = |key: &str| network.adjacency().degree(network.node_of(corpus.institution_by_key(key).unwrap()));
    for (key, expected) in [
        ("stanford-university", 60),
        ("carnegie-mellon-university-cmu", 56),
        ("massachusetts-institute-of-technology-mit", 52),
        ("columbia-university", 50),
        ("technical-university-of-munich", 47),
        ("johns-hopkins-university", 42),
        ("ibm", 41),
        ("hugging-face", 39),
    ] {
        assert_eq!(degree(key), expected, "{key}");
    }
    for (a, b, weight) in [
        ("allen-institute-for-ai", "university-of-washington", 10.0),
        ("google-brain", "google-research", 7.0),
        ("nvidia", "technical-university-of-munich", 5.0),
        ("google", "google-brain", 5.0),
        ("google", "google-research", 5.0),
    ] {
        assert_eq!(tie(&network, a, b), weight, "{a}–{b}");
    }
    let works = |key: &str| corpus.works_of(corpus.institution_by_key(key).unwrap()).len();
    assert_eq!([works("google"), works("stanford-university"), works("deepmind"), works("openai")], [95, 48, 41, 40]);
    assert_eq!(countries(&corpus, "google-deepmind"), ["US", "GB", "Multinational"]);
    assert_eq!(institution(&corpus, "saudi-aramco").sectors, [Sector::Company, Sector::Government]);

    let input = &corpus.inputs()[0];
    assert_eq!((input.name.as_str(), input.as_of), (EPOCH, Date::day(2025, 4, 8)));
    assert_eq!(input.citation, "Epoch AI, Notable AI Models (CC BY 4.0)");
    let count = |kind: Kind| notices.iter().filter(|notice| notice.kind == kind).count();
    assert_eq!(count(Kind::NoInstitution), 13);
    assert_eq!(count(Kind::AuthorIsInstitution), 5);
    assert_eq!(count(Kind::CountryUnknown), 0);
    assert!(notices.is_sorted());
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let Some(path) = shared(EPOCH) else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let (header, mut rows) = split_rows(&text);
    let expected = load(&[Input::bytes(EPOCH, text.as_str())], &plain()).unwrap();
    let mut random = collabgraph::random::Random::new(7);
    random.shuffle(&mut rows);
    let shuffled = format!("{header}{}", rows.concat());
    assert_ne!(shuffled, text);
    let loaded = load(&[Input::bytes(EPOCH, shuffled)], &plain()).unwrap();
    assert!(content(&expected.corpus) == content(&loaded.corpus));
    assert_eq!(expected.notices.len(), loaded.notices.len());
}

/// A text of quoted cells as its header and rows, line ends kept.
fn split_rows(text: &str) -> (&str, Vec<&str>) {
    let (mut rows, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                rows.push(&text[start..=at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    assert_eq!(start, text.len());
    (rows.remove(0), rows)
}

#[test]
fn the_embedded_data_are_17_works() {
    let loaded = load(&[Input::Embedded], &plain()).unwrap();
    assert_eq!(loaded.corpus.work_count(), 17);
    // Without an authority LG and the Swiss institute stand as recorded.
    assert_eq!(loaded.corpus.institution_count(), 15);
    let network = network(&loaded.corpus);
    assert_eq!((network.tie_count(), network.total_weight()), (24, 55.0));
    assert_eq!(loaded.corpus.inputs()[0].citation, "Epoch AI, Notable AI Models (CC BY 4.0)");
    // What Epoch records among the authors of EXAONE Deep is kept in the data and told on the way in.
    assert_eq!(loaded.notices.iter().map(|notice| notice.kind).collect::<Vec<_>>(), [Kind::AuthorIsInstitution]);
}

#[test]
fn epoch_tables_of_every_schema_are_read_by_header() {
    let old = read("old-schema.csv");
    assert_eq!(work_names(&old.corpus), ["Deeply-recursive ConvNet", "Discriminator Guidance"]);
    let new = read("new-schema.csv");
    for corpus in [&old.corpus, &new.corpus] {
        let kaist = "korea-advanced-institute-of-science-and-technology-kaist";
        assert_eq!(partners(corpus, "discriminator-guidance")[1], "NAVER");
        assert_eq!(countries(corpus, kaist), ["KR"]);
        assert_eq!(institution(corpus, "naver").sectors, [Sector::Company]);
        let criteria: Vec<&str> = work(corpus, "discriminator-guidance").criteria.iter().map(|word| &**word).collect();
        assert_eq!(criteria, ["Highly cited", "SOTA improvement"]);
    }
    assert_eq!(work(&new.corpus, "discriminator-guidance").links, ["https://arxiv.org/abs/2211.17091v4"]);
    let domains: Vec<&str> = work(&new.corpus, "deeply-recursive-convnet").domains.iter().map(|word| &**word).collect();
    assert_eq!(domains, ["Vision", "Image generation"]);
    assert_eq!((told(&old), told(&new)), (vec![], vec![]));
}

#[test]
fn marks_line_ends_and_cells_over_several_lines_are_read() {
    let loaded = read("crlf-bom-multiline.csv");
    assert_eq!(work_names(&loaded.corpus), ["A", "B"]);
    assert_eq!(work(&loaded.corpus, "a").source.line, 2);
    assert_eq!(work(&loaded.corpus, "b").source.line, 4);
    assert_eq!(partners(&loaded.corpus, "b"), ["NAVER"]);
    // A column that plays no part is named.
    assert_eq!(told(&loaded), [(1, 0, Kind::FormatRead)]);
}

#[test]
fn a_whole_column_decides_the_order_of_dates() {
    let loaded = read("dates-day-first.csv");
    assert_eq!(dates(&loaded.corpus), ["2016-02-01", "2016-12-31", "2017-03-04"]);
    assert_eq!(told(&loaded), [(2, 6, Kind::DateOrder)]);
    assert!(loaded.notices[0].text(Language::English).contains("only that order fits"));
    let loaded = read("dates-month-first.csv");
    assert_eq!(dates(&loaded.corpus), ["2016-01-02", "2016-12-31"]);
    let loaded = read("dates-ambiguous.csv");
    assert_eq!(dates(&loaded.corpus), ["2016-02-01", "2016-04-03", ""]);
    assert_eq!(told(&loaded), [(2, 6, Kind::DateOrder), (4, 6, Kind::DateUnreadable)]);
    assert!(loaded.notices[0].text(Language::English).contains("day-month-year (every one fits the other order too"));
}

#[test]
fn stray_white_space_is_trimmed_and_merging_is_told() {
    let loaded = read("white-space.csv");
    assert_eq!(work_names(&loaded.corpus), ["ALLaM adapted 70B", "I", "VAETKI", "W", "Zephyr 141B-A39B"]);
    assert_eq!(
        institution_names(&loaded.corpus),
        [
            "Indraprastha Institute of Information Technology Delhi",
            "KAIST",
            "Lawrence Berkeley National Laboratory",
            "NC AI"
        ]
    );
    assert_eq!(told(&loaded), [(4, 22, Kind::NameNormalized), (7, 4, Kind::CharacterDropped)]);
}

#[test]
fn commas_inside_names_are_glued_again() {
    let loaded = read("suffixes.csv");
    assert_eq!(partners(&loaded.corpus, "a"), ["Booz Allen Hamilton", "McLean", "NVIDIA"]);
    assert_eq!(partners(&loaded.corpus, "b"), ["Acme, Inc", "NVIDIA"]);
    assert_eq!(partners(&loaded.corpus, "c"), ["Samsung Electronics Co., Ltd."]);
    assert_eq!(told(&loaded), [(3, 4, Kind::SuffixGlued), (4, 4, Kind::SuffixGlued)]);
    let options = Options { whole_names: vec!["Booz Allen Hamilton, McLean".to_owned()], ..plain() };
    let loaded = load(&[fixture("suffixes.csv")], &options).unwrap();
    assert_eq!(partners(&loaded.corpus, "a"), ["Booz Allen Hamilton, McLean", "NVIDIA"]);
}

#[test]
fn unequal_lists_are_never_lined_up() {
    let loaded = read("unequal-lists.csv");
    let corpus = &loaded.corpus;
    assert_eq!(countries(corpus, "google-deepmind"), ["US", "GB", "Multinational"]);
    assert_eq!(countries(corpus, "seoul-national-university"), [""; 0]);
    assert_eq!(countries(corpus, "swiss-federal-institute-of-technology"), ["CH"]);
    assert_eq!(countries(corpus, "med-ai-technology"), ["CN"]);
    assert_eq!(institution(corpus, "med-ai-technology").sectors, []);
    assert_eq!(countries(corpus, "atlantis-lab"), ["Atlantis"]);
    assert_eq!(countries(corpus, "wobbly-institute"), ["DE"]);
    assert_eq!(
        told(&loaded),
        [
            (3, 20, Kind::CountryUnclear),
            (3, 67, Kind::ListLengths),
            (5, 11, Kind::SectorUnclear),
            (5, 30, Kind::ListLengths),
            (7, 16, Kind::SectorUnknown),
            (7, 24, Kind::CountryUnknown),
            (8, 3, Kind::CountryUnclear),
        ]
    );
}

#[test]
fn country_codes_are_no_legal_suffixes() {
    let text = "Model,Organization,Country (of organization)\nA,\"X,Y\",\"KR,SA\"\n";
    let loaded = load(&[Input::bytes("codes.csv", text)], &plain()).unwrap();
    assert_eq!((countries(&loaded.corpus, "x"), countries(&loaded.corpus, "y")), (vec!["KR"], vec!["SA"]));
    assert_eq!(told(&loaded), []);
}

#[test]
fn blank_cells_stay_blank() {
    let loaded = read("blank-cells.csv");
    let ssd = work(&loaded.corpus, "ssd");
    assert_eq!((ssd.date, ssd.citations, ssd.authors, ssd.links.len()), (None, None, "", 0));
    assert_eq!(told(&loaded), [(2, 0, Kind::NoInstitution)]);
    assert_eq!(institution(&loaded.corpus, "saudi-aramco").sectors, [Sector::Company, Sector::Government]);
    assert_eq!(work(&loaded.corpus, "metabrain").citations, Some((7, None)));
}

#[test]
fn damaged_rows_are_read_as_far_as_they_go() {
    let loaded = read("damaged-rows.csv");
    assert_eq!(work_names(&loaded.corpus), ["A", "B", "C", "D x"]);
    assert_eq!(
        told(&loaded),
        [(2, 18, Kind::ExtraCells), (3, 0, Kind::MissingCells), (4, 0, Kind::Other), (6, 1, Kind::Other),]
    );
}

#[test]
fn numbers_are_floats_as_text() {
    let loaded = read("numbers.csv");
    let citations: Vec<_> = loaded.corpus.work_ids().map(|id| loaded.corpus.work(id).citations).collect();
    assert_eq!(citations, [Some((2395, None)), Some((12345, None)), None, None]);
    assert_eq!(told(&loaded), [(4, 6, Kind::NumberUnreadable), (5, 6, Kind::NumberUnreadable)]);
}

#[test]
fn links_are_found_among_other_words() {
    let loaded = read("links.csv");
    assert_eq!(work(&loaded.corpus, "a").links, ["https://a.org/1", "https://b.org/2"]);
    assert_eq!(work(&loaded.corpus, "b").links, ["https://arxiv.org/abs/2501.14818"]);
    assert_eq!(work(&loaded.corpus, "c").links, [""; 0]);
    assert_eq!(told(&loaded), [(5, 7, Kind::LinkUnreadable)]);
}

#[test]
fn an_institution_is_no_author() {
    let loaded = read("authors.csv");
    assert_eq!(work(&loaded.corpus, "exaone").authors, "Kyunghoon Bae, Eunbi Choi");
    assert_eq!(work(&loaded.corpus, "b").authors, "A; B and C");
    assert_eq!(told(&loaded), [(2, 32, Kind::AuthorIsInstitution)]);
}

#[test]
fn works_of_one_name_are_kept_and_told() {
    let loaded = read("duplicates.csv");
    assert_eq!(loaded.corpus.work_count(), 6);
    assert_eq!(loaded.corpus.work_ids().filter(|&id| loaded.corpus.work_name(id) == "SigLIP").count(), 2);
    assert_eq!(
        told(&loaded),
        [(3, 0, Kind::DuplicateWork), (5, 0, Kind::DuplicateWork), (6, 1, Kind::NoName), (7, 1, Kind::NoName),]
    );
    assert_eq!(work(&loaded.corpus, "a-paper").name, "A paper");
}

#[test]
fn names_that_break_output_formats_come_through() {
    let loaded = read("awkward-names.csv");
    assert_eq!(partners(&loaded.corpus, "a"), ["AT&T", "Huawei Noah's Ark Lab", "KE Holdings Inc. (“Beike”)"]);
    assert_eq!(
        partners(&loaded.corpus, "b"),
        ["University of Montreal / Université de Montréal", "Ecole Polytechnique F´ed´erale de Lausanne (EPFL)"]
    );
    assert_eq!(partners(&loaded.corpus, "c"), ["The \"Quoted\" Lab", "AT&T"]);
    assert_eq!(told(&loaded), []);
}

#[test]
fn unicode_forms_of_one_name_are_one_name() {
    let loaded = read("unicode-forms.csv");
    assert_eq!(institution_names(&loaded.corpus), ["KAIST", "Université de Montréal", "카이스트"]);
    assert_eq!(
        told(&loaded),
        [(3, 3, Kind::NameNormalized), (5, 6, Kind::NameNormalized), (6, 3, Kind::CharacterDropped)]
    );
}

#[test]
fn tables_are_read_from_clear_headers() {
    let loaded = read("semicolons.csv");
    assert_eq!(partners(&loaded.corpus, "one"), ["KAIST", "NAVER"]);
    assert_eq!(partners(&loaded.corpus, "two"), ["KAIST, Daejeon"]);
    assert_eq!(dates(&loaded.corpus), ["2021", "2022"]);
    // Where another mark parts the lists, a comma belongs to a name.
    assert_eq!(told(&loaded), []);
    let loaded = read("korean-headers.tsv");
    assert_eq!(partners(&loaded.corpus, "volcano-13b"), ["고려대학교", "카이스트", "LG"]);
    assert_eq!(dates(&loaded.corpus), ["2023-11-13", "2024-12-09"]);
    assert_eq!(told(&loaded), []);
}

#[test]
fn the_table_of_all_models_is_read() {
    let loaded = read("all-models.csv");
    let corpus = &loaded.corpus;
    assert_eq!(corpus.inputs()[0].citation, "Epoch AI, Data on AI Models (CC BY 4.0)");
    // A blank criterion is a model that is not notable, and a model all the same.
    assert_eq!(corpus.work_count(), 5);
    assert_eq!(work(corpus, "hyperclova-x").criteria.len(), 0);
    assert_eq!(work_names(corpus).iter().filter(|name| **name == "AMPLIFY").count(), 2);
    assert_eq!(partners(corpus, "delhi-model"), ["Indraprastha Institute of Information Technology Delhi"]);
    assert_eq!(partners(corpus, "a-paper-without-a-model"), ["Lawrence Berkeley National Laboratory"]);
    assert_eq!(told(&loaded), [(3, 0, Kind::DuplicateWork), (5, 21, Kind::CharacterDropped), (7, 1, Kind::NoName)]);
}

#[test]
fn control_characters_do_not_vanish_silently() {
    let loaded = read("control-characters.csv");
    assert_eq!(work_names(&loaded.corpus), ["A", "B"]);
    assert_eq!(institution_names(&loaded.corpus), ["KAIST", "NAVER", "Yonsei"]);
    let dropped: Vec<_> = told(&loaded).into_iter().filter(|one| one.2 == Kind::CharacterDropped).collect();
    let expected = [(2, 1), (2, 4), (2, 11), (3, 3)];
    assert_eq!(dropped, expected.map(|(line, column)| (line, column, Kind::CharacterDropped)));
    let text = "{\"name\": \"A\", \"institutions\": [\"KAIST\\u0000\"]}\n";
    let loaded = load(&[Input::bytes("a.jsonl", text)], &plain()).unwrap();
    assert_eq!(told(&loaded), [(1, 32, Kind::CharacterDropped)]);
}

#[test]
fn weights_that_cannot_be_counted_with_are_refused_for_their_own_reason() {
    let loaded = read("weights.csv");
    let ties: Vec<f64> = loaded.corpus.explicit_ties().iter().map(|tie| tie.weight).collect();
    assert_eq!(ties, [2.0]);
    let reasons =
        ["1e400 is above 1e15", "inf is not a finite", "nan is not a finite", "1e308 is above", "1e-300 is below"];
    assert_eq!(loaded.notices.len(), reasons.len());
    for (notice, reason) in loaded.notices.iter().zip(reasons) {
        assert!(notice.text(Language::English).contains(reason), "{}", notice.text(Language::English));
        assert_eq!(notice.kind, Kind::NumberUnreadable);
    }
}

#[test]
fn commas_part_lists_where_the_parts_are_known() {
    let options = Options { authority: Authority::built_in(), ..Options::default() };
    for (options, is_known) in [(options, true), (plain(), false)] {
        let loaded = load(&[fixture("commas.csv")], &options).unwrap();
        // Both names stand alone in other rows, so that an authority is not even needed.
        assert_eq!(
            partners(&loaded.corpus, "one"),
            ["KAIST", "NAVER"].map(|name| if is_known { preferred(name) } else { name })
        );
        assert_eq!(loaded.corpus.institutions_of(work(&loaded.corpus, "two").id).len(), 1);
        assert_eq!(loaded.corpus.institutions_of(work(&loaded.corpus, "five").id).len(), 1);
        let separators: Vec<_> = loaded.notices.iter().filter(|notice| notice.kind == Kind::ListSeparator).collect();
        assert_eq!((separators[0].line, separators[0].column), (2, 6));
        assert!(
            separators[0].text(Language::English).starts_with("1 cell of institutions was split at commas"),
            "{separators:?}"
        );
        assert!(separators[1].text(Language::English).contains("--separator ','"), "{separators:?}");
        assert!(!loaded.notices.iter().any(|notice| notice.kind == Kind::CountryUnknown), "{:?}", loaded.notices);
    }
    let whole = Options { separator: Some(";".to_owned()), ..plain() };
    let loaded = load(&[fixture("commas.csv")], &whole).unwrap();
    assert_eq!(partners(&loaded.corpus, "one"), ["KAIST,NAVER"]);
}

/// The name under which the built-in authority keeps an institution.
fn preferred(name: &str) -> &'static str {
    if name == "KAIST" { "Korea Advanced Institute of Science and Technology (KAIST)" } else { "NAVER" }
}

#[test]
fn columns_that_are_not_named_are_recognised() {
    let text = "Label,Institutions,Year,Citations\nA,KAIST;NAVER,2020,7\n";
    let columns = Some(ColumnMap::parse("work=Label").unwrap());
    let loaded = load(&[Input::bytes("a.csv", text)], &Options { columns, ..plain() }).unwrap();
    assert_eq!(partners(&loaded.corpus, "a"), ["KAIST", "NAVER"]);
    assert_eq!(dates(&loaded.corpus), ["2020"]);
    assert_eq!(work(&loaded.corpus, "a").citations, Some((7, None)));
    // What the user names wins, and Epoch's lists stay Epoch's.
    let columns = Some(ColumnMap::parse("work=Domain").unwrap());
    let loaded = load(&[fixture("new-schema.csv")], &Options { columns, ..plain() }).unwrap();
    assert_eq!(partners(&loaded.corpus, "image-generation")[1], "NAVER");
}

#[test]
fn a_text_too_long_to_hold_is_told() {
    let long = "x".repeat(collabgraph::corpus::text::MAX_TEXT_BYTES + 1);
    let text = format!("Model,Institutions,Title\nA,KAIST,{long}\n");
    let loaded = load(&[Input::bytes("a.csv", text)], &plain()).unwrap();
    assert_eq!(told(&loaded), [(2, 0, Kind::TextCut)]);
}

#[test]
fn notices_count_in_grammar_and_speak_one_korean() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        for authority in [Authority::none(), Authority::built_in()] {
            let Ok(loaded) = load(&[Input::Path(path.clone())], &Options { authority, ..Options::default() }) else {
                continue;
            };
            for notice in loaded.notices {
                let (english, korean) = (&notice.text(Language::English), &notice.text(Language::Korean));
                for plural in ["cells", "dates", "ties", "institutions", "countries", "rows", "works"] {
                    assert!(
                        !english.contains(&format!(" 1 {plural}")) && !english.starts_with(&format!("1 {plural}")),
                        "{english}"
                    );
                }
                assert!(!korean.replace("아니다", "").contains("니다"), "{korean}");
                for open in ["은(는)", "이(가)", "을(를)", "(으)로", "과(와)"] {
                    assert!(!korean.contains(open), "{korean}");
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked}");
    let one = Input::bytes("a.csv", "Model,Institutions,Date\nA,KAIST,31-12-2020\n");
    let loaded = load(&[one], &plain()).unwrap();
    assert!(loaded.notices[0].text(Language::English).starts_with("1 date ends in the year"), "{:?}", loaded.notices);
}

#[test]
fn the_user_says_which_columns_and_what_parts_them() {
    let error = load(&[fixture("own-columns.csv")], &plain()).unwrap_err();
    assert!(
        error.text(Language::English).contains("“What”") && error.text(Language::English).contains("--columns work="),
        "{error}"
    );
    for columns in ["work=What,institutions=Who,date=When", "work=2,institutions=3,date=4"] {
        let columns = Some(ColumnMap::parse(columns).unwrap());
        let options = Options { columns, separator: Some(" + ".to_owned()), ..plain() };
        let loaded = load(&[fixture("own-columns.csv")], &options).unwrap();
        assert_eq!(partners(&loaded.corpus, "a"), ["KAIST", "NAVER"]);
        assert_eq!(dates(&loaded.corpus), ["2020", "2021"]);
    }
    let columns = Some(ColumnMap::parse("work=Wat,institutions=Who").unwrap());
    let error = load(&[fixture("own-columns.csv")], &Options { columns, ..plain() }).unwrap_err();
    assert!(
        error.text(Language::English).contains("“Wat”") && error.text(Language::English).contains("“What”"),
        "{error}"
    );
}

#[test]
fn packed_tables_are_unpacked_member_by_member() {
    assert_eq!(work_names(&read("table.csv.gz").corpus), ["A", "B"]);
}

#[test]
fn openalex_is_read_in_its_three_shapes() {
    let expected = read("openalex.jsonl");
    let corpus = &expected.corpus;
    assert_eq!(work_names(corpus), ["First", "Second", "Third"]);
    // Two institutions of one name keep ids of their own.
    assert_eq!(
        corpus.institution_ids().map(|id| corpus.institution(id).id.as_str()).collect::<Vec<_>>(),
        ["northeastern-university-i2", "northeastern-university-i3", "seoul-national-university"]
    );
    assert_eq!(countries(corpus, "northeastern-university-i3"), ["CN"]);
    assert_eq!(partners(corpus, "first"), ["Seoul National University", "Northeastern University"]);
    assert_eq!(work(corpus, "first").authors, "Kim, Lee");
    assert_eq!(told(&expected), [(3, 0, Kind::NoInstitution), (4, 0, Kind::DuplicateWork)]);
    for file in ["openalex-page.json", "openalex-array.json"] {
        let loaded = read(file);
        assert_eq!(content(corpus), content(&loaded.corpus), "{file}");
        assert_eq!(loaded.notices.len(), 2, "{file}");
    }
    assert_eq!(work(&read("openalex-page.json").corpus, "second").source.line, 4);
}

#[test]
fn the_openalex_sample_is_read() {
    let Some(path) = shared("openalex-works-sample.json") else { return };
    let Loaded { corpus, .. } = load(&[Input::Path(path)], &plain()).unwrap();
    assert_eq!(corpus.work_count(), 3);
    let sizes: Vec<usize> = corpus.work_ids().map(|id| corpus.institutions_of(id).len()).collect();
    assert_eq!(sizes.iter().max(), Some(&4));
    assert!(sizes.contains(&0));
}

#[test]
fn the_projects_own_json_is_read() {
    let loaded = read("own.json");
    let corpus = &loaded.corpus;
    assert_eq!(partners(corpus, "volcano-13b"), ["Korea University", "KAIST", "LG"]);
    assert_eq!(partners(corpus, "exaone"), ["LG AI Research"]);
    let volcano = work(corpus, "volcano-13b");
    assert_eq!(volcano.citations, Some((28, Date::day(2025, 4, 8))));
    assert_eq!((volcano.source.line, work(corpus, "exaone").date), (11, Date::year(2024)));
    assert_eq!(corpus.work_aliases(volcano.id), ["Volcano"]);
    assert_eq!(corpus.statements(volcano.id)[0].text_ko, "카이스트 + LG: 1");
    assert_eq!(institution(corpus, "korea-university").names.name_ko.as_deref(), Some("고려대학교"));
    assert_eq!(corpus.inputs()[0].as_of, Date::day(2025, 4, 8));
    // One notice for each unknown key, however often it stands.
    assert_eq!(told(&loaded), [(5, 67, Kind::Other), (12, 170, Kind::Other)]);
    let loaded = read("own.jsonl");
    assert_eq!(partners(&loaded.corpus, "a"), ["KAIST", "NAVER"]);
    assert_eq!(told(&loaded), [(3, 45, Kind::DateUnreadable)]);
}

#[test]
fn ties_without_works_are_read() {
    let loaded = read("edges.csv");
    let ties: Vec<f64> = loaded.corpus.explicit_ties().iter().map(|tie| tie.weight).collect();
    assert_eq!(ties, [2.5, 1.0]);
    assert_eq!(institution_names(&loaded.corpus), ["KAIST", "NAVER", "Yonsei University"]);
    assert_eq!(
        told(&loaded),
        [
            (0, 0, Kind::Other),
            (4, 0, Kind::SelfTie),
            // A blank weight is counted as 1, which is said.
            (5, 0, Kind::Other),
            (6, 7, Kind::NoInstitution),
            (7, 22, Kind::NumberUnreadable),
        ]
    );
    let options = Options { format: Format::parse("edges"), ..plain() };
    let loaded = load(&[fixture("network.txt")], &options).unwrap();
    assert_eq!((loaded.corpus.institution_count(), loaded.corpus.explicit_ties().len()), (4, 3));
}

#[test]
fn several_inputs_are_one_corpus() {
    let one = Input::bytes("one.csv", "Model,Institution,Date\nA,KAIST;NAVER,2020-01-01\nB,KAIST,2020\n");
    let two = Input::bytes("two.csv", "Title;Affiliations;Year\nB;KAIST;2021\nA;NAVER|KAIST;2020-01-01\n");
    let loaded = load(&[one, two], &plain()).unwrap();
    assert_eq!((loaded.corpus.work_count(), loaded.corpus.institution_count()), (3, 2));
    assert_eq!(told(&loaded), [(2, 0, Kind::DuplicateWork), (3, 0, Kind::DuplicateWork)]);
    assert!(loaded.notices[0].text(Language::English).contains("kept as two works"));
    assert!(loaded.notices[1].text(Language::English).contains("counted once"));
    // An institution that one input declares is the one that another input names.
    let named = Input::bytes("three.csv", "Model,Institution\nX,Korea University\n");
    let loaded = load(&[named, fixture("own.json")], &plain()).unwrap();
    let korea = loaded.corpus.institution_by_key("korea-university").unwrap();
    assert_eq!(loaded.corpus.works_of(korea).len(), 2);
}

fn refused(file: &str) -> Error {
    let error = load(&[fixture(&format!("invalid/{file}"))], &plain()).expect_err(file);
    assert!(error.file.ends_with(file), "{error}");
    assert!(error.text(Language::Korean).chars().any(|letter| ('가'..='힣').contains(&letter)), "{error}");
    error
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    for (file, line, column, word) in [
        ("table/unclosed-quote.csv", 3, 4, "never closed"),
        ("table/runaway-quote.csv", 2, 3, "line 3"),
        ("table/no-usable-header.csv", 1, 1, "“foo”, “bar”"),
        ("own/truncated.json", 2, 32, "cut off"),
        ("own/truncated-line.jsonl", 2, 32, "cut off"),
        ("openalex/truncated.json", 1, 64, "cut off"),
        ("own/wrong-type.json", 2, 30, "\"citations\" is \"many\" here; expected a whole number without quotes"),
        ("own/quoted-count.json", 2, 30, "\"citations\" is \"12\" here; expected a whole number without quotes"),
        ("own/joined-names.json", 2, 33, "\"institutions\" is \"KAIST;NAVER\" here; expected a list of names"),
        ("own/numbers.json", 1, 1, "a list of numbers"),
        ("own/null.json", 1, 1, "no known format"),
        ("own/no-works.json", 1, 1, "\"works\""),
        ("own/newer.json", 1, 17, "version 1"),
        ("own/unknown.json", 1, 1, "no known format"),
    ] {
        let error = refused(file);
        assert_eq!((error.line, error.column), (Some(line), Some(column)), "{error}");
        assert!(error.text(Language::English).contains(word), "{error}");
    }
    for (file, word) in [("table/empty.csv", "empty"), ("table/blank.csv", "empty")] {
        let error = refused(file);
        assert_eq!((error.line, error.column), (Some(1), Some(1)), "{error}");
        assert!(error.text(Language::English).contains(word), "{error}");
    }
    for (file, word) in
        [("table/cut.csv.gz", "cut off"), ("table/workbook.csv", "damaged"), ("missing.csv", "no such file")]
    {
        let error = refused(file);
        assert_eq!((error.line, error.column), (None, None), "{error}");
        assert!(error.text(Language::English).contains(word), "{error}");
    }
    let options = Options { format: Format::parse("openalex"), ..plain() };
    let error = load(&[fixture("suffixes.csv")], &options).unwrap_err();
    assert!(error.text(Language::English).contains("openalex"), "{error}");
}

/// Writes cells as RFC 4180 has it.
fn written(rows: &[Vec<String>], delimiter: char) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string());
    rows.iter().map(row).collect::<Vec<_>>().join("\r\n")
}

proptest! {
    #[test]
    fn cells_come_back_as_they_were_written(
        rows in prop::collection::vec(prop::collection::vec("[a가\",;\t\r\n ]{0,6}", 1..5), 0..5),
        delimiter in prop::sample::select(vec![',', ';', '\t']),
    ) {
        let text = written(&rows, delimiter);
        let mut reader = Reader::new(&text, delimiter as u8);
        let mut read = Vec::new();
        while let Some(row) = reader.next_row().unwrap() {
            read.push((0..row.len()).map(|cell| row.text(cell).into_owned()).collect::<Vec<_>>());
            for cell in 0..row.len() {
                let position = row.position(cell);
                let line = lines(&text)[position.line as usize - 1];
                let letter = line.chars().nth(position.column as usize - 1);
                prop_assert_eq!(letter, Some('"'));
            }
        }
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), format in 0..13usize) {
        let format = Format::all().nth(format);
        let _ = load(&[Input::bytes("x", bytes)], &Options { format, ..plain() });
    }

    #[test]
    fn no_text_makes_a_reader_panic(
        start in prop::sample::select(vec!["Model,Organization,Country (x),Citations,Link,Publication date\n", "Source,Target,Weight\n", "{\"name\":", "{\"collabgraph\":1,\"works\":[", "{\"results\":[", ""]),
        text in "[a가\",;|\t\r\n \\[\\]{}:0-9/.-]{0,60}",
    ) {
        let _ = load(&[Input::bytes("x", format!("{start}{text}"))], &plain());
    }
}

/// Lines under every line end.
fn lines(text: &str) -> Vec<&str> {
    let (mut lines, mut start) = (Vec::new(), 0);
    let bytes = text.as_bytes();
    for at in 0..bytes.len() {
        if bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            lines.push(&text[start..=at]);
            start = at + 1;
        }
    }
    lines.push(&text[start..]);
    lines
}

#[test]
#[ignore = "a measurement"]
fn reading_time() {
    let name = std::env::var("FILE").unwrap();
    let input = Input::Path(name.into());
    if let Ok(text) = input.text() {
        let start = std::time::Instant::now();
        let mut reader = Reader::new(&text, b',');
        let mut cells = 0;
        while let Ok(Some(row)) = reader.next_row() {
            cells += row.len();
        }
        println!("{:?} {cells} cells alone", start.elapsed());
    }
    let first = load(std::slice::from_ref(&input), &plain()).unwrap();
    first
        .notices
        .iter()
        .take(3)
        .for_each(|notice| println!("{} {:?} {}", notice.place(), notice.kind, notice.text(Language::English)));
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let loaded = load(std::slice::from_ref(&input), &plain()).unwrap();
        println!(
            "{:?} {} works {} institutions {} affiliations {} notices",
            start.elapsed(),
            loaded.corpus.work_count(),
            loaded.corpus.institution_count(),
            loaded.corpus.affiliation_count(),
            loaded.notices.len()
        );
    }
}

#[test]
fn lists_of_ties_may_be_parted_by_blanks() {
    // As NetworkX (`write_weighted_edgelist`), igraph (NCOL) and SNAP write them.
    let texts = [
        ("weighted.edges", "A B 2\nB C 1\n"),
        ("commented.txt", "#written, by a script\n# From\tTo\nA\tB\t2\nB \t C   1 \n"),
        ("indented.txt", "  A B 2\r\n\r\n#none\r\n  B C 1\r\n"),
    ];
    for (name, text) in texts {
        let loaded = load(&[Input::bytes(name, text)], &plain()).unwrap();
        assert!(loaded.notices.is_empty(), "{name}: {:?}", loaded.notices);
        let ties: Vec<(String, String, f64)> = loaded
            .corpus
            .explicit_ties()
            .iter()
            .map(|tie| {
                let name = |id| loaded.corpus.institution(id).names.label().to_owned();
                (name(tie.a), name(tie.b), tie.weight)
            })
            .collect();
        assert_eq!(ties, [("A".into(), "B".into(), 2.0), ("B".into(), "C".into(), 1.0)], "{name}");
    }
    // Without a weight two names may be a table's header: they have to be told.
    assert!(load(&[Input::bytes("pairs.txt", "A B\nB C\n")], &plain()).is_err());
    let told = Options { format: Format::parse("edges"), ..plain() };
    assert_eq!(load(&[Input::bytes("pairs.txt", "A B\nB C\n")], &told).unwrap().corpus.explicit_ties().len(), 2);
    let broken = load(&[Input::bytes("broken.edges", "A B 2\nC\n")], &plain()).unwrap();
    assert_eq!((broken.notices[0].line, broken.corpus.explicit_ties().len()), (2, 1));
}

#[test]
fn the_header_over_the_works_says_what_they_are() {
    let kind_of = |texts: &[(&str, &str)]| {
        let inputs: Vec<Input> = texts.iter().map(|(name, text)| Input::bytes(name, *text)).collect();
        load(&inputs, &Options::default()).unwrap().corpus.work_kind()
    };
    let rows = "A,X Lab;Y Lab\nB,Y Lab\n";
    for (header, kind) in [
        ("Model,Organization", WorkKind::Model),
        ("모델명,기관", WorkKind::Model),
        ("System,institutions", WorkKind::Model),
        ("title,institutions", WorkKind::Publication),
        ("논문명,기관", WorkKind::Publication),
        ("Article title,institutions", WorkKind::Publication),
        ("name,institutions", WorkKind::Work),
        ("과제명,참여기관", WorkKind::Work),
    ] {
        assert_eq!(kind_of(&[("t.csv", &format!("{header}\n{rows}"))]), kind, "{header}");
    }
    // Papers have criteria and are open as well.
    let papers = "title,institutions,criteria,accessibility\nA,X Lab;Y Lab,peer reviewed,open access\n";
    assert_eq!(kind_of(&[("papers.csv", papers)]), WorkKind::Publication);
    let listed = "name,institutions,criteria\nA,X Lab;Y Lab,Highly cited\n";
    assert_eq!(kind_of(&[("listed.csv", listed)]), WorkKind::Model);
    let models = "Model,institutions\nA,X Lab\n";
    assert_eq!(kind_of(&[("models.csv", models), ("papers.csv", papers)]), WorkKind::Work);
    let ties = "source,target\nX Lab,Y Lab\n";
    assert_eq!(kind_of(&[("models.csv", models), ("ties.csv", ties)]), WorkKind::Model);
    assert_eq!(kind_of(&[("ties.csv", ties)]), WorkKind::Tie);
}
