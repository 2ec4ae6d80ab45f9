//! An example or two for the help of every command. They are code, the same in every language; a test runs them.

/// The examples of a command, by its name.
pub(crate) fn of(command: &str) -> &'static [&'static str] {
    match command {
        "who" => &["collab who KAIST", "collab who 카이스트 --lang ko", "collab models.csv who KAIST -o kaist.xlsx"],
        "between" => &["collab between KAIST NAVER", "collab between --from country:KR --to country:US"],
        "path" => &["collab path SNU NAVER", "collab path KAIST \"Korea University\" --weighted"],
        "works" => &["collab works --since 2022", "collab works -o works.xlsx"],
        "institutions" => &["collab institutions --country KR", "collab institutions -f csv"],
        "rank" => {
            &["collab rank --by betweenness --weighted --top 5", "collab models.csv rank --by works -o rank.xlsx"]
        }
        "clusters" => &[
            "collab clusters",
            "collab clusters --resolution 1.5 --seed 7",
            "collab clusters --method infomap",
            "collab clusters --method sbm",
        ],
        "components" => &["collab components"],
        "statistics" => &["collab statistics", "collab statistics --json"],
        "common" => &["collab common KAIST SNU", "collab common KAIST NAVER \"Korea University\""],
        "never" => &["collab never --top 10"],
        "predict" => &["collab predict", "collab predict --by resource-allocation --top 5"],
        "strongest" => &[
            "collab strongest --top 10",
            "collab strongest --by citations --level country",
            "collab strongest --significance co-occurrence",
        ],
        "brokers" => &["collab brokers --by country --top 5"],
        "indicators" => &["collab indicators --by year,sector"],
        "counting" => &["collab counting --top 10"],
        "timeline" => &["collab timeline", "collab timeline KAIST"],
        "trend" => &["collab trend --by country", "collab trend --of KAIST --of NAVER"],
        "search" => &["collab search diffusion"],
        "check" => &["collab check article", "collab models.csv check claims.json"],
        "names" => &["collab models.csv names", "collab models.csv names --accept names.json"],
        "export" => &[
            "collab export -o network.gexf",
            "collab models.csv export -o network.graphml",
            "collab export -o chart.csv --export-format datawrapper",
        ],
        "draw" => &[
            "collab draw map -o map.svg",
            "collab draw ego KAIST --width 85 -o kaist.svg",
            "collab draw trend --measure joint --preset slide -o trend.svg",
        ],
        "explore" => &["collab explore -o page.html", "collab models.csv explore --serve"],
        "report" => &["collab report", "collab models.csv report --lang ko --format docx -o report"],
        "resolve" => &["collab resolve affiliations.txt --table", "collab resolve models.csv --column Organization"],
        "registry" => &["collab registry"],
        "build" => &["collab registry build ror-data.json -o ror.index"],
        "diff" => &["collab diff embedded models.csv"],
        "project" => &["collab project models.csv -o ties.csv"],
        "init" => &["collab init models.csv"],
        "fetch" => &[
            "collab fetch openalex institutions.country_code:kr,publication_year:2024 -o works.jsonl.gz",
            "collab fetch https://epoch.ai/data/notable_ai_models.csv -o models.csv",
        ],
        "run" => &["collab run --list", "collab run"],
        "app" => &["collab app -o collab.html"],
        "lint" => &["collab lint map.svg"],
        "completions" => &["collab completions bash"],
        "man" => &["collab man", "collab man who"],
        "help" => &["collab help who"],
        _ => &[],
    }
}
