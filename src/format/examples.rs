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
        _ => String::new(),
    }
}
