//! The explorer page and its server, as far as no browser is needed; `tests/browser` drives the page itself.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use collabgraph::explore::embed::policy_hash;
use serde_json::Value;

fn collab(arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_collab")).args(arguments).env_remove("COLLAB_LANG").output().unwrap()
}

fn page(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html").display().to_string();
    let told = collab(&[arguments, &["--quiet", "explore", "-o", &file]].concat());
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    std::fs::read_to_string(file).unwrap()
}

fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    page.split_once(start).unwrap().1.split_once(end).unwrap().0
}

fn data(page: &str) -> Value {
    serde_json::from_str(between(page, "id=\"data\">", "</script>")).unwrap()
}

#[test]
fn the_page_holds_all_facts_and_the_same_bytes_each_time() {
    let first = page(&[]);
    assert_eq!(first, page(&[]));
    let told = data(&first);
    let level = &told["levels"][0];
    assert_eq!(told["works"].as_array().unwrap().len(), 17);
    assert_eq!(level["institutions"].as_array().unwrap().len(), 14);
    let mut pairs = std::collections::BTreeSet::new();
    for members in level["members"].as_array().unwrap() {
        let mut members: Vec<u64> = members.as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).collect();
        members.sort_unstable();
        for (at, &a) in members.iter().enumerate() {
            pairs.extend(members[at + 1..].iter().map(|&b| (a, b)));
        }
    }
    assert_eq!(pairs.len(), 24);
    // All institutions stand on the map: there is no second, larger view, and no parent to roll up to.
    assert!(level["all"].is_null());
    assert_eq!(told["levels"].as_array().unwrap().len(), 1);
}

#[test]
fn the_policy_names_exactly_the_script_and_the_style() {
    let page = page(&[]);
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert!(policy.contains(&format!("script-src {};", policy_hash(between(&page, "<script>", "</script>")))));
    assert!(policy.contains(&format!("style-src {};", policy_hash(between(&page, "<style>", "</style>")))));
    assert_eq!(page.matches("<script").count(), 2, "the data and the script, nothing else");
    assert!(!page.contains(" src=") && !page.contains("<link") && !page.contains("@import") && !page.contains("url("));
    assert!(!page.contains("innerHTML") && !page.contains("eval("), "names are never written as markup");
}

#[test]
fn no_name_leaves_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("hostile.csv");
    let names = ["</script><script>alert(1)</script>", "<!--", "<img src=x onerror=alert(1)>", "a & \u{2028}b"];
    let rows: String = names.iter().map(|name| format!("\"{name}\",\"{name}|Plain\",2020\n")).collect();
    std::fs::write(&table, format!("Title,Affiliations,Date\n{rows}")).unwrap();
    let columns = "work=Title,institutions=Affiliations,date=Date";
    let table = table.display().to_string();
    let page = page(&["--data", &table, "--columns", columns, "--separator", "|", "--authority", "none"]);
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<!--") && !page.contains("<img"));
    let told = data(&page);
    let found: Vec<&str> =
        told["levels"][0]["institutions"].as_array().unwrap().iter().map(|one| one["n"].as_str().unwrap()).collect();
    assert!(found.contains(&names[0]) && found.contains(&names[2]), "{found:?}");
}

/// Institutions of which two are parts of a group, ties that are stated without works, and a model.
fn tied_groups(folder: &std::path::Path) -> [String; 3] {
    let files = [
        ("items.csv", "id,label,country\n1,Google DeepMind,GB\n2,Google Brain,US\n3,KAIST,KR\n4,MIT,US\n"),
        ("ties.csv", "source,target,weight\n1,3,2\n2,3,1\n1,2,5\n2,4,4\n"),
        ("models.csv", "model,institutions,date\nOne,Google Brain;MIT,2020\n"),
    ];
    files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    })
}

#[test]
fn groups_keep_the_stated_ties_that_a_filter_keeps() {
    let folder = tempfile::tempdir().unwrap();
    let [items, ties, models] = tied_groups(folder.path());
    let data_of = ["--data", &items, "--data", &ties, "--data", &models];
    let groups = |filter: &[&str]| -> Vec<(String, String, f64)> {
        let told = data(&page(&[&data_of[..], filter].concat()));
        let level = told["levels"].as_array().unwrap().iter().find(|level| level["key"] == "group").unwrap().clone();
        let name = |at: &Value| level["institutions"][at.as_u64().unwrap() as usize]["k"].as_str().unwrap().to_owned();
        let tie = |tie: &Value| {
            let mut ends = [name(&tie[0]), name(&tie[1])];
            ends.sort();
            (ends[0].clone(), ends[1].clone(), tie[2].as_f64().unwrap())
        };
        let mut ties: Vec<_> = level["stated"].as_array().unwrap().iter().map(tie).collect();
        ties.sort_by(|a, b| a.partial_cmp(b).unwrap());
        ties
    };
    let tie = |other: &str, weight: f64| ("google".to_owned(), other.to_owned(), weight);
    assert_eq!(groups(&[]), [tie("kaist", 3.0), tie("mit", 4.0)]);
    // Of the two ties of Google with KAIST, only that of DeepMind has an end in the United Kingdom.
    assert_eq!(groups(&["--country", "GB"]), [tie("kaist", 2.0)]);
    assert_eq!(groups(&["--country", "US"]), [tie("kaist", 1.0), tie("mit", 4.0)]);
}

#[test]
fn a_page_of_a_part_says_which_part_and_shows_no_more() {
    let told = data(&page(&["--country", "KR"]));
    let notes =
        |told: &Value| told["notes"].as_array().unwrap().iter().map(|note| note[0].to_string()).collect::<String>();
    assert!(notes(&told).contains("South Korea"), "{}", notes(&told));
    assert!(data(&page(&[]))["notes"].as_array().unwrap().is_empty());
    // Models still count all their institutions, and ties that were not chosen stay out.
    let told = data(&page(&["--among", "KAIST", "--among", "NAVER", "--among", "SNU"]));
    assert!(notes(&told).contains("KAIST"), "{}", notes(&told));
    let level = &told["levels"][0];
    assert_eq!(level["chosen"].as_array().unwrap().len(), 1, "{level}");
    assert_eq!(told["levels"].as_array().unwrap().len(), 1);
    let told = data(&page(&["--level", "country"]));
    assert!(told["levels"][0]["sizes"].as_array().unwrap().contains(&serde_json::json!([4, 6])));
}

#[test]
fn a_page_that_cannot_be_asked_for_is_told() {
    assert_eq!(collab(&["explore"]).status.code(), Some(2));
    assert_eq!(collab(&["explore", "-o", "x.html", "--serve"]).status.code(), Some(2));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(collab(&["explore", "-o", &folder.path().display().to_string()]).status.code(), Some(2));
}

/// A server that ends with the test.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_collab"))
            .args(["--quiet", "explore", "--serve", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = between(&line, "http://127.0.0.1:", "/").parse().unwrap();
        Self { child, port }
    }

    /// Status, headers in lower case, body.
    fn ask(&self, request: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.replace("HOST", &format!("127.0.0.1:{}", self.port)).as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_lowercase(), body.to_owned())
    }

    fn get(&self, target: &str) -> (u16, String, String) {
        self.ask(&format!("GET {target} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_server_answers_what_is_right_and_refuses_the_rest() {
    let server = Server::start();
    let (status, head, body) = server.get("/");
    assert_eq!(status, 200);
    assert!(body.starts_with("<!DOCTYPE html>") && body.contains("id=\"data\">null</script>"));
    for header in [
        "content-security-policy: default-src 'none'",
        "x-content-type-options: nosniff",
        "x-frame-options: deny",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
    ] {
        assert!(head.contains(header), "{header} is not in {head}");
    }
    let told: Value = serde_json::from_str(&server.get("/data.json").2).unwrap();
    assert_eq!(told["works"].as_array().unwrap().len(), 17);

    assert_eq!(server.get("/nothing").0, 404);
    assert_eq!(server.get("/../Cargo.toml").0, 404);
    assert_eq!(server.get("/api/nothing").0, 404);
    assert_eq!(server.get("/api/who").0, 400);
    assert_eq!(server.get("/api/who?name=%zz").0, 400);
    assert_eq!(server.get("/api/who?name=KAIST&more=1").0, 400);
    assert_eq!(server.get("/api/who?name=Nobody").0, 404);
    assert_eq!(server.get("/api/rank?by=nothing").0, 400);
    assert_eq!(server.get("/api/rank?top=many").0, 400);
    assert_eq!(server.get("/api/rank?top=1&top=2").0, 400);
    assert_eq!(server.get("/api/overview?since=2030&until=2020").0, 400);
    assert_eq!(server.get("/api/overview?country=Nowhere").0, 400);
    assert_eq!(server.get("/api/overview?level=group").0, 400);
    assert_eq!(server.get(&format!("/{}", "a".repeat(5000))).0, 414);
    let (status, head, _) =
        server.ask("POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
    assert!(status == 405 && head.contains("allow: get, head"), "{head}");
    let head = server.ask("HEAD / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n");
    assert_eq!((head.0, head.2.as_str()), (200, ""));
    let rebound = server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert_eq!(rebound.0, 421);
    assert_eq!(server.ask("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").0, 421);
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE"] {
        let told = server.ask(&format!("{method} /data.json HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"));
        assert_eq!(told.0, 405, "{method}");
    }
}

#[test]
fn the_server_gives_the_answers_of_the_command_line() {
    let server = Server::start();
    for (target, arguments) in [
        ("/api/who?name=%E3%85%8B%E3%85%87%E3%85%85%E3%85%8C", vec!["who", "KAIST"]),
        ("/api/between?a=SNU&b=KAIST", vec!["between", "SNU", "KAIST"]),
        ("/api/path?a=EPFL&b=Samsung", vec!["path", "EPFL", "Samsung"]),
        ("/api/rank?by=betweenness&top=3", vec!["rank", "--by", "betweenness", "--top", "3"]),
        ("/api/clusters", vec!["clusters"]),
        ("/api/works", vec!["works"]),
        ("/api/brokers?by=country", vec!["brokers", "--by", "country"]),
        ("/api/never?top=3", vec!["never", "--top", "3"]),
        ("/api/counting", vec!["counting"]),
        ("/api/timeline?name=KAIST", vec!["timeline", "KAIST"]),
        ("/api/indicators?by=sector", vec!["indicators", "--by", "sector"]),
        (
            "/api/trend?by=country&measure=joint&cumulative",
            vec!["trend", "--by", "country", "--measure", "joint", "--cumulative"],
        ),
        ("/api/names", vec!["names"]),
        ("/api/common?names=KAIST&names=SNU", vec!["common", "KAIST", "SNU"]),
        (
            "/api/between-sets?from=country:KR&to=country:US",
            vec!["between", "--from", "country:KR", "--to", "country:US"],
        ),
        ("/api/clusters?method=louvain&seed=3", vec!["clusters", "--method", "louvain", "--seed", "3"]),
        (
            "/api/overview?since=2019&counting=fractional",
            vec!["embedded", "--since", "2019", "--counting", "fractional"],
        ),
        (
            "/api/who?name=KAIST&sector=company&max-team=3",
            vec!["who", "KAIST", "--sector", "company", "--max-team", "3"],
        ),
        ("/api/strongest?level=country&lang=ko", vec!["strongest", "--level", "country", "--lang", "ko"]),
        ("/api/rank?country=US&country=DE&only=joint", vec!["rank", "--country", "US,DE", "--only", "joint"]),
    ] {
        let (status, head, body) = server.get(target);
        assert!(status == 200 && head.contains("application/json"), "{target} {head}");
        let said = collab(&[arguments, vec!["--json"]].concat()).stdout;
        assert_eq!(body, String::from_utf8(said).unwrap(), "{target}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_and_a_termination_end_the_server_in_order() {
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start();
        let told = Command::new("kill").args([signal, &server.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        assert_eq!(server.child.wait().unwrap().code(), Some(0), "{signal}");
        assert!(TcpStream::connect(("127.0.0.1", server.port)).is_err(), "nobody listens after {signal}");
    }
}

/// The whole of 127.0.0.0/8 is this machine on Linux: a server that listened everywhere would answer there, too.
#[cfg(target_os = "linux")]
#[test]
fn the_server_listens_on_one_address_alone() {
    let server = Server::start();
    assert!(TcpStream::connect(("127.0.0.1", server.port)).is_ok());
    assert!(TcpStream::connect(("127.0.0.2", server.port)).is_err());
    assert!(TcpStream::connect(("::1", server.port)).is_err());
    let taken = collab(&["explore", "--serve", "--port", &server.port.to_string()]);
    assert_eq!(taken.status.code(), Some(2));
    let told = String::from_utf8_lossy(&taken.stderr).into_owned();
    assert!(told.contains(&server.port.to_string()) && told.contains("--port"), "{told}");
}
