//! Tables of participations, of models, of people, of keys: which columns are read where headers leave it open, and what is
//! refused with which reason.

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::dataset::load;
use collabgraph::ingest::Options;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::input::Input;

fn options(columns: Option<&str>) -> Options {
    Options { columns: columns.map(|text| ColumnMap::parse(text).unwrap()), ..Options::default() }
}

/// `name: institution, …` of every work, in the order of the corpus.
fn works(text: &str) -> Vec<String> {
    let loaded = load(&[Input::bytes("table.csv", text)], &options(None)).unwrap_or_else(|error| panic!("{error}"));
    told(&loaded.corpus)
}

fn told(corpus: &Corpus) -> Vec<String> {
    let work = |id| {
        let mut names: Vec<&str> =
            corpus.institutions_of(id).iter().map(|&id| corpus.institution(id).names.name.as_str()).collect();
        names.sort_unstable();
        format!("{}: {}", corpus.work_name(id), names.join(", "))
    };
    corpus.work_ids().map(work).collect()
}

fn refused(text: &str) -> String {
    load(&[Input::bytes("table.csv", text)], &options(None)).unwrap_err().text(Language::English)
}

#[test]
fn a_title_in_several_rows_is_the_work_and_the_name_beside_it_an_author() {
    let text = "title,doi,name,affiliation\nAlpha,10.5555/a,Ara Yun,Northfield University\nAlpha,10.5555/a,Ben Roe,Southgate Labs\nBeta,10.5555/b,Ara Yun,Northfield University\nBeta,10.5555/b,Cho Han,Westmere Institute\n";
    assert_eq!(
        works(text),
        ["Alpha: Northfield University, Southgate Labs", "Beta: Northfield University, Westmere Institute"]
    );
    // Names of models beside the titles of their papers are those of works.
    let text = "name,title,organization\nAlpha-1,Alpha,Northfield Labs\nBeta-1,Beta,Southgate Labs\nGamma-1,Gamma,Westmere Labs\n";
    assert_eq!(works(text), ["Alpha-1: Northfield Labs", "Beta-1: Southgate Labs", "Gamma-1: Westmere Labs"]);
}

#[test]
fn an_identifier_names_a_work_where_nothing_else_does() {
    for header in ["Paper Id", "project_id", "PMID", "ID"] {
        let text = format!(
            "{header},User,Institution\n1,7,Northfield University\n1,8,Southgate Labs\n2,7,Northfield University\n2,9,Westmere Institute\n"
        );
        let found = works(&text);
        assert_eq!(
            found,
            ["1: Northfield University, Southgate Labs", "2: Northfield University, Westmere Institute"],
            "{header}"
        );
    }
    // A number of the row joins nothing.
    assert!(refused("ID,Institution\n1,Northfield University\n2,Southgate Labs\n").contains("nothing joins them"));
}

#[test]
fn participants_of_projects_stand_under_their_own_names() {
    let text = "projectID;projectAcronym;organisationID;name;country;role\n1;ALPHA;11;Northfield University;DE;coordinator\n1;ALPHA;12;Southgate Institute;FR;participant\n2;BETA;12;Southgate Institute;FR;coordinator\n2;BETA;13;Westmere SL;ES;participant\n";
    assert_eq!(
        works(text),
        ["ALPHA: Northfield University, Southgate Institute", "BETA: Southgate Institute, Westmere SL"]
    );
}

#[test]
fn who_makes_models_is_an_institution() {
    let text = "Model,Company,Release date\nAlpha-1,Northfield Labs,2024-01-02\nBeta-1,Southgate Labs,2024-02-03\n";
    assert_eq!(works(text), ["Alpha-1: Northfield Labs", "Beta-1: Southgate Labs"]);
}

#[test]
fn lists_that_programs_wrote_may_hold_addresses() {
    let text = "title,year,affiliation\nAlpha,2020,\"['Northfield Audio, Marcoussis, France', 'Southgate University, Boston, MA, USA']\"\nBeta,2021,\"['Dept of Physics, Westmere University, Seoul, Korea', 'Northfield Audio, Marcoussis, France']\"\n";
    assert_eq!(
        works(text),
        ["Alpha: Northfield Audio, Southgate University", "Beta: Northfield Audio, Westmere University"]
    );
}

#[test]
fn numbers_are_keys_of_another_table_and_no_institutions() {
    let text = "Title,Aff1,Aff2\nAlpha,1,2\nBeta,2,3\nGamma,1,\n";
    let why = refused(text);
    assert!(why.contains("keys of another table") && why.contains("institutions=Aff1+Aff2"), "{why}");
    let loaded = load(&[Input::bytes("table.csv", text)], &options(Some("work=Title,institutions=Aff1+Aff2"))).unwrap();
    assert_eq!(loaded.corpus.institution_count(), 3);
}

#[test]
fn lists_of_people_are_refused_as_such_with_the_way_on() {
    for text in [
        "Name,Organization,Email\nAra Yun,Northfield University,a@example.org\nBen Roe,Southgate Labs,b@example.org\n",
        "First Name,Last Name,Organization\nAra,Yun,Northfield University\nBen,Roe,Southgate Labs\n",
    ] {
        let why = refused(text);
        assert!(why.contains("list of people") && why.contains("collab resolve --column \"Organization\""), "{why}");
    }
}

#[test]
fn patents_of_the_lens_are_no_publications_without_institutions() {
    let text = "Lens ID,Title,Applicants,Inventors,Publication Date\n1,Alpha,NORTHFIELD INC;;SOUTHGATE LABS,YUN ARA,2020-01-02\n";
    assert_eq!(works(text), ["Alpha: NORTHFIELD INC, SOUTHGATE LABS"]);
}

#[test]
fn headers_of_other_languages_are_known() {
    for headers in [
        "Título;Año;Institución;País",
        "Titre;Année;Établissement;Pays",
        "Titel;Jahr;Einrichtung;Land",
        "Título;Ano;Instituição;País",
        "Titolo;Anno;Istituzione;Paese",
        "Title-题名;Year-年;Organ-单位;国家",
    ] {
        let text = format!("{headers}\nAlpha;2020;Northfield University;KR\nBeta;2021;Southgate Labs;US\n");
        let loaded = load(&[Input::bytes("table.csv", text)], &options(None)).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(told(&loaded.corpus), ["Alpha: Northfield University", "Beta: Southgate Labs"], "{headers}");
        let countries = loaded.corpus.institution_ids().filter(|&id| loaded.corpus.institution(id).country().is_some());
        assert_eq!(countries.count(), 2, "{headers}");
    }
}
