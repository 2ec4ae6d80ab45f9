//! Texts of every format and of any size, for tests.

/// Works and institutions as rows of a matrix, every institution in two works.
fn grid(size: usize, cell: impl Fn(usize, usize) -> bool) -> String {
    let names: Vec<String> = (0..size).map(|column| format!("기관 {column}")).collect();
    let mut text = format!(",{}\n", names.join(","));
    for (row, name) in names.iter().enumerate() {
        let cells: Vec<&str> = (0..size).map(|column| if cell(row, column) { "1" } else { "0" }).collect();
        text.push_str(&format!("{name},{}\n", cells.join(",")));
    }
    text
}

/// A text of the format of this key, on as few lines as it can have: `size` records, of which every one gives a notice or a tie.
pub(crate) fn example(key: &str, size: usize) -> String {
    let all = |between: &str, record: &dyn Fn(usize) -> String| (0..size).map(record).collect::<Vec<_>>().join(between);
    // A weight of 0 is reported where it stands.
    let next = |at: usize| (at + 1) % size;
    match key {
        "epoch" => format!(
            "Model,Organization,Organization categorization,Publication date\n{}",
            all("\n", &|at| format!("M{at},\"A{at},B{at}\",Nothing,3-ember"))
        ),
        "table" => format!("Model,Organization,Date\n{}", all("\n", &|at| format!("M{at},A{at};B{at},3-ember"))),
        "long" => format!("Model,Organization,Date\n{}", all("\n", &|at| format!("M{},A{at},3-ember", at / 2))),
        "openalex" => {
            let work = |at: usize| {
                format!(
                    "{{\"id\":\"https://openalex.org/W{at}\",\"title\":\"논문\",\"publication_date\":\"x\",\"authorships\":\
                     [{{\"institutions\":[{{\"display_name\":\"기관 {at}\",\"country_code\":\"x\"}}]}}]}}"
                )
            };
            format!("[{}]", all(",", &work))
        }
        "collabgraph" => {
            let work = |at: usize| format!("{{\"name\":\"모델\",\"date\":\"x{at}\",\"institutions\":[\"기관 {at}\"]}}");
            format!("[{}]", all(",", &work))
        }
        "jsonl" => all("\n", &|at| format!("{{\"name\":\"모델\",\"date\":\"x\",\"institutions\":[\"기관 {at}\"]}}")),
        "edges" => format!("source,target,weight\n{}", all("\n", &|at| format!("A{at},A{},0", next(at)))),
        "matrix" => grid(size.isqrt(), |row, column| row.abs_diff(column) == 1),
        "incidence" => grid(size.isqrt(), |row, column| row.abs_diff(column) < 2),
        "items" => format!("id,label\n{}", all("\n", &|at| format!("{at},A{}", at / 2))),
        "gexf" => format!(
            "<gexf><graph><nodes>{}</nodes><edges>{}</edges></graph></gexf>",
            all("", &|at| format!("<node id='{at}' label='기관 {}'/>", at / 2)),
            all("", &|at| format!("<edge source='{at}' target='{}' weight='0'/>", next(at)))
        ),
        "graphml" => format!(
            "<graphml><key id='w' for='edge' attr.name='weight'/><graph>{}{}</graph></graphml>",
            all("", &|at| format!("<node id='{at}'/>")),
            all("", &|at| format!("<edge source='{at}' target='{}'><data key='w'>0</data></edge>", next(at)))
        ),
        "pajek" => format!(
            "*Vertices {size}\n{}\n*Edges\n{}",
            all("\n", &|at| format!("{} \"기관 {at}\"", at + 1)),
            all("\n", &|at| format!("{} {} 0", at + 1, next(at) + 1))
        ),
        "gml" => format!(
            "graph [ {} {} ]",
            all(" ", &|at| format!("node [ id {at} label \"기관 {}\" ]", at / 2)),
            all(" ", &|at| format!("edge [ source {at} target {} weight 0 ]", next(at)))
        ),
        "vosviewer" => format!(
            "{{\"network\":{{\"items\":[{}],\"links\":[{}]}}}}",
            all(",", &|at| format!("{{\"id\":{at},\"label\":\"기관 {}\"}}", at / 2)),
            all(",", &|at| format!("{{\"source_id\":{at},\"target_id\":{},\"strength\":0}}", next(at)))
        ),
        "openalex-table" => format!(
            "Work ID,Title,Institution,Institution IDs\n{}",
            all("\n", &|at| format!("W{at},논문 {at},기관 {at}|기관 {},I{at}|I{}", next(at), next(at)))
        ),
        "scopus" => format!(
            "Title,Year,Affiliations,EID\n{}",
            all("\n", &|at| format!(
                "논문 {at},2020,\"Univ {at}, Seoul, South Korea; Labs {at}, Boston, United States\",2-s2.0-{at}"
            ))
        ),
        "wos" => format!(
            "FN x\nVR 1.0\n{}",
            all("\n", &|at| format!("PT J\nTI 논문 {at}\nC1 Univ {at}, Seoul, South Korea.\nUT WOS:{at}\nER"))
        ),
        "wos-table" => format!(
            "PT\tTI\tC1\tPY\tUT\n{}",
            all("\n", &|at| format!("J\t논문 {at}\tUniv {at}, Seoul, South Korea\t2020\tWOS:{at}"))
        ),
        "dimensions" => format!(
            "Publication ID,Title,PubYear,Research Organizations - standardized\n{}",
            all("\n", &|at| format!("pub.{at},논문 {at},2020,기관 {at}; 기관 {}", next(at)))
        ),
        "pubmed" => all("\n\n", &|at| format!("PMID- {at}\nTI  - 논문 {at}\nAD  - Univ {at}, Seoul, Korea.")),
        "ris" => all("\n", &|at| format!("TY  - JOUR\nTI  - 논문 {at}\nAD  - Univ {at}, Seoul, Korea\nER  - ")),
        "bibtex" => {
            all("\n", &|at| format!("@article{{k{at}, title={{논문 {at}}}, affiliation={{Univ {at}, Seoul, Korea}}}}"))
        }
        "endnote" => all("\n\n", &|at| format!("%0 Journal Article\n%T 논문 {at}\n%+ Univ {at}, Seoul, Korea")),
        "ieee" => format!(
            "Document Title,Author Affiliations,Publication Year\n{}",
            all("\n", &|at| format!("논문 {at},\"Univ {at}, Seoul, Korea; NA\",2020"))
        ),
        "kci" => {
            format!("논문ID,논문명,저자\n{}", all("\n", &|at| format!("ART{at},논문 {at},이름(Alpha{at} University)")))
        }
        "ntis" => {
            format!(
                "과제고유번호,기준년도,국문과제명,과제수행기관명\n{}",
                all("\n", &|at| format!("P{at},2020,과제 {at},기관 {at}"))
            )
        }
        "patents" => {
            format!("title,assignee,inventor\n{}", all("\n", &|at| format!("발명 {at},Alpha{at} University,이름 {at}")))
        }
        "crossref" => format!(
            "{{\"items\":[{}]}}",
            all(",", &|at| format!(
                "{{\"DOI\":\"10.5/{at}\",\"title\":[\"논문\"],\"author\":[{{\"affiliation\":[{{\"name\":\"Alpha{at} University\"}}]}}]}}"
            ))
        ),
        "semantic-scholar" => format!(
            "{{\"data\":[{}]}}",
            all(",", &|at| format!(
                "{{\"paperId\":\"p{at}\",\"title\":\"논문\",\"authors\":[{{\"affiliations\":[\"Alpha{at} University\"]}}]}}"
            ))
        ),
        "datacite" => format!(
            "{{\"data\":[{}]}}",
            all(",", &|at| format!(
                "{{\"id\":\"10.5/{at}\",\"type\":\"dois\",\"attributes\":{{\"titles\":[{{\"title\":\"논문\"}}],\"creators\":[{{\"affiliation\":[\"Alpha{at} University\"]}}]}}}}"
            ))
        ),
        "openaire" => format!(
            "{{\"header\":{{}},\"results\":[{}]}}",
            all(",", &|at| format!(
                "{{\"mainTitle\":\"논문\",\"id\":\"{at}\",\"organizations\":[{{\"legalName\":\"기관 {at}\"}}]}}"
            ))
        ),
        "europe-pmc" => format!(
            "{{\"resultList\":{{\"result\":[{}]}}}}",
            all(",", &|at| format!(
                "{{\"pmid\":\"{at}\",\"title\":\"논문\",\"affiliation\":\"Univ {at}, Seoul, Korea.\"}}"
            ))
        ),
        "lens" => format!(
            "{{\"data\":[{}]}}",
            all(",", &|at| format!(
                "{{\"lens_id\":\"{at}\",\"title\":\"논문\",\"authors\":[{{\"affiliations\":[{{\"name\":\"기관 {at}\"}}]}}]}}"
            ))
        ),
        "endnote-xml" => format!(
            "<xml><records>{}</records></xml>",
            all("", &|at| format!(
                "<record><titles><title>논문 {at}</title></titles><auth-address>Univ {at}, Seoul, Korea</auth-address></record>"
            ))
        ),
        "pubmed-xml" => format!(
            "<PubmedArticleSet>{}</PubmedArticleSet>",
            all("", &|at| format!(
                "<PubmedArticle><MedlineCitation><PMID>{at}</PMID><Article><ArticleTitle>논문</ArticleTitle><AuthorList><Author><AffiliationInfo><Affiliation>Univ {at}, Seoul, Korea</Affiliation></AffiliationInfo></Author></AuthorList></Article></MedlineCitation></PubmedArticle>"
            ))
        ),
        "kci-oai" => format!(
            "<OAI-PMH><ListRecords>{}</ListRecords></OAI-PMH>",
            all("", &|at| format!(
                "<record><metadata><dc><title>논문 {at}</title><creator>이름(Alpha{at} University)</creator></dc></metadata></record>"
            ))
        ),
        "node-link" => format!(
            "{{\"nodes\":[{}],\"links\":[{}]}}",
            all(",", &|at| format!("{{\"id\":\"n{at}\",\"name\":\"기관 {}\"}}", at / 2)),
            all(",", &|at| format!("{{\"source\":\"n{at}\",\"target\":{},\"weight\":0}}", next(at)))
        ),
        "dot" => format!("graph {{ {} }}", all("; ", &|at| format!("n{at} -- n{} [weight=0]", next(at)))),
        "edge-data" => all("\n", &|at| format!("n{at} n{} {{'weight': 0}}", next(at))),
        "adjacency" => all("\n", &|at| format!("n{at} n{} n{}", next(at), (at + 2) % size)),
        "lgl" => all("\n", &|at| format!("# n{at}\nn{} 0", next(at))),
        "metis" => format!(
            "{size} {size} 1\n{}",
            all("\n", &|at| format!("{} 0 {} 0", next(at) + 1, (at + size - 1) % size + 1))
        ),
        "matrix-market" => format!(
            "%%MatrixMarket matrix coordinate real general\n{size} {size} {size}\n{}",
            all("\n", &|at| format!("{} {} -1", at + 1, next(at) + 1))
        ),
        "konect" => format!("% sym weighted\n{}", all("\n", &|at| format!("{at} {} 0", next(at)))),
        "ucinet" => format!(
            "dl n={size} format=edgelist1\nlabels embedded\ndata:\n{}",
            all("\n", &|at| format!("n{at} n{} 0", next(at)))
        ),
        "gdf" => format!(
            "nodedef>name VARCHAR,label VARCHAR\n{}\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE\n{}",
            all("\n", &|at| format!("n{at},기관 {}", at / 2)),
            all("\n", &|at| format!("n{at},n{},0", next(at)))
        ),
        "tgf" => format!(
            "{}\n#\n{}",
            all("\n", &|at| format!("n{at} 기관 {}", at / 2)),
            all("\n", &|at| format!("n{at} n{} 0", next(at)))
        ),
        "leda" => format!(
            "LEDA.GRAPH\nstring\ndouble\n-2\n{size}\n{}\n{size}\n{}",
            all("\n", &|at| format!("|{{기관 {at}}}|")),
            all("\n", &|at| format!("{} {} 0 |{{0}}|", at + 1, (at + 1) % size + 1))
        ),
        "vna" => format!(
            "*Node data\nID name\n{}\n*Tie data\nfrom to strength\n{}",
            all("\n", &|at| format!("n{at} \"기관 {}\"", at / 2)),
            all("\n", &|at| format!("n{at} n{} 0", next(at)))
        ),
        "tlp" => format!(
            "(tlp \"2.0\" (nodes 0..{}) {} (property 0 double \"weight\" (default \"0\" \"0\") {}))",
            size - 1,
            all(" ", &|at| format!("(edge {at} {at} {})", next(at))),
            all(" ", &|at| format!("(edge {at} \"0\")"))
        ),
        "xgmml" => format!(
            "<graph>{}{}</graph>",
            all("", &|at| format!("<node id='{at}' label='기관 {}'/>", at / 2)),
            all("", &|at| format!("<edge source='{at}' target='{}'><att name='weight' value='0'/></edge>", next(at)))
        ),
        "cx" => format!(
            "[{{\"CXVersion\":\"2.0\"}},{{\"nodes\":[{}]}},{{\"edges\":[{}]}}]",
            all(",", &|at| format!("{{\"id\":{at},\"v\":{{\"name\":\"기관 {}\"}}}}", at / 2)),
            all(",", &|at| format!("{{\"id\":{at},\"s\":{at},\"t\":{},\"v\":{{\"weight\":0}}}}", next(at)))
        ),
        "sif" => all("\n", &|at| format!("n{at} with n{}", next(at))),
        _ => String::new(),
    }
}
