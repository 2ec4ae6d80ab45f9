//! `--data ADDRESS` and `collab fetch ADDRESS`.

use crate::Place;
use crate::server::{Reply, Server};
use sha2::{Digest, Sha256};

const TABLE: &str = "Title,Institutions,Date\nAlpha,카이스트; NAVER,2020-01-01\nBeta,카이스트; Lund University,2021-01-01\n\
                     Gamma,NAVER; Lund University,2022-01-01\n";
const DATE: &str = "Date: Fri, 13 Feb 2026 09:00:00 GMT";
const CSV: &str = "Content-Type: text/csv";

fn whole() -> Reply {
    Reply::new(200, &[DATE, CSV, "ETag: \"v1\""], TABLE.as_bytes())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn an_address_is_read_as_its_file_is_and_asked_for_once() {
    let (place, server) = (Place::new(), Server::start(vec![whole(), Reply::new(304, &[], b"")]));
    let address = server.address("/data/partners.csv?x=1");
    place.0.write("partners.csv", TABLE.as_bytes());
    let of_file = place.run(&["--data", "partners.csv", "rank"]).answer();
    let fetched = place.run(&["--data", &address, "rank"]);
    assert!(fetched.err.contains(&format!("Fetched {address}")), "{}", fetched.err);
    assert_eq!(fetched.answer(), of_file);
    // The second time the server says that nothing changed; positional words and commands behind them work alike.
    let again = place.run(&[&address, "rank"]);
    assert!(again.err.contains("unchanged"), "{}", again.err);
    assert_eq!(again.answer(), of_file);
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    assert!(
        asked[0].starts_with("GET /data/partners.csv?x=1 HTTP/1.1\n") && !asked[0].contains("if-none-match"),
        "{asked:?}"
    );
    assert!(asked[0].contains(&format!("user-agent: collab/{}\n", env!("CARGO_PKG_VERSION"))), "{asked:?}");
    assert!(asked[1].contains("if-none-match: \"v1\"\n"), "{asked:?}");
    // Offline, the copy answers and nobody is asked.
    let offline = place.run_with(&["--data", &address, "rank"], &[("COLLAB_OFFLINE", "1")]);
    assert_eq!(offline.answer(), of_file);
    let unknown = place.run_with(&["--data", &server.address("/other.csv")], &[("COLLAB_OFFLINE", "1")]).refusal();
    assert!(unknown.contains("COLLAB_OFFLINE"), "{unknown}");
    assert_eq!(server.asked().len(), 2);
}

#[test]
fn a_copy_that_was_changed_here_is_fetched_again() {
    let (place, server) = (Place::new(), Server::start(vec![whole(), whole()]));
    let address = server.address("/partners.csv");
    let first = place.run(&["--data", &address, "rank"]).answer();
    let folder = std::fs::read_dir(place.0.file("cache")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(folder.join("partners.csv"), "Title,Institutions\nX,Y; Z\n").unwrap();
    assert_eq!(place.run(&["--data", &address, "rank"]).answer(), first);
    assert!(!server.asked()[1].contains("if-none-match"), "{:?}", server.asked());
}

#[test]
fn the_manifest_says_from_where_when_and_what() {
    let (place, server) = (Place::new(), Server::start(vec![whole(), Reply::new(200, &[CSV], TABLE.as_bytes())]));
    let address = server.address("/partners.csv");
    place.run(&["fetch", &address, "-o", "t.csv"]).answer();
    assert_eq!(place.0.read("t.csv"), TABLE);
    let manifest: serde_json::Value = serde_json::from_str(&place.0.read("t.csv.source")).unwrap();
    let expected = serde_json::json!({
        "address": address, "fetched": "2026-02-13T09:00:00Z", "etag": "\"v1\"", "bytes": TABLE.len(), "sha256": sha256(TABLE.as_bytes()),
    });
    assert_eq!(manifest, expected);
    assert_eq!(place.files(), ["t.csv", "t.csv.source"]);
    // A server without a clock: no time is made up.
    place.run(&["fetch", &address, "-o", "u.csv"]).answer();
    assert!(!place.0.read("u.csv.source").contains("fetched"));
    // A folder of data is read without its manifests.
    let read = place.run(&["--data", "t.csv", "rank", "-f", "csv"]).answer();
    std::fs::create_dir(place.0.file("data")).unwrap();
    ["t.csv", "t.csv.source"]
        .iter()
        .for_each(|name| std::fs::rename(place.0.file(name), place.0.file(&format!("data/{name}"))).unwrap());
    assert_eq!(place.run(&["--data", "data", "rank", "-f", "csv"]).answer(), read);
}

#[test]
fn a_report_and_a_recipe_name_the_address() {
    let replies = vec![whole(), Reply::new(304, &[], b""), Reply::new(304, &[], b""), whole()];
    let (place, server) = (Place::new(), Server::start(replies));
    let address = server.address("/partners.csv");
    place.run(&["init", &address]).answer();
    assert!(place.0.read("collab.toml").contains(&format!("file = \"{address}\"")));
    let recipe = format!("[[data]]\nfile = \"{address}\"\n[[make]]\ncommand = \"report\"\noutput = \"report\"\n");
    place.0.write("collab.toml", recipe.as_bytes());
    let made = place.run(&["run"]);
    assert!(made.code == 0 && made.err.contains("Made one step"), "{}", made.err);
    let manifest: serde_json::Value = serde_json::from_str(&place.0.read("report/manifest.json")).unwrap();
    assert_eq!(manifest["fetched"][0]["address"], address);
    assert_eq!(manifest["fetched"][0]["sha256"], sha256(TABLE.as_bytes()));
    let current = place.run(&["run"]);
    assert!(current.err.contains("Nothing to make"), "{}", current.err);
    // One question a run, whatever the number of steps.
    assert_eq!(server.asked().len(), 3);
}

#[test]
fn a_busy_server_is_asked_again_when_it_says() {
    let busy = |status| Reply::new(status, &["Retry-After: 0"], b"");
    let dated = Reply::new(503, &[DATE, "Retry-After: Fri, 13 Feb 2026 09:00:00 GMT"], b"");
    for (before, count) in
        [(vec![busy(429)], 1), (vec![busy(500), busy(500), busy(500)], 3), (vec![busy(403), dated], 2)]
    {
        let (place, server) = (Place::new(), Server::start([before, vec![whole()]].concat()));
        let ran = place.run(&["--data", &server.address("/t.csv"), "rank"]);
        assert_eq!(ran.err.matches("then asking again").count(), count, "{}", ran.err);
        ran.answer();
    }
    let (place, server) = (Place::new(), Server::start(vec![busy(500); 9]));
    let refused = place.run(&["--data", &server.address("/t.csv"), "rank"]).refusal();
    assert!(refused.contains("no answer after 6 attempts (HTTP 500)"), "{refused}");
    assert_eq!(server.asked().len(), 6);
    // Nobody waits for hours in front of a command.
    let (place, server) = (Place::new(), Server::start(vec![Reply::new(429, &["Retry-After: 7200"], b"")]));
    let refused = place.run(&["--data", &server.address("/t.csv"), "rank"]).refusal();
    assert!(refused.contains("7,200 seconds"), "{refused}");
}

#[test]
fn a_connection_that_is_cut_goes_on_where_it_stopped() {
    let rest = |from: usize| {
        let range = format!("Content-Range: bytes {from}-{}/{}", TABLE.len() - 1, TABLE.len());
        Reply::new(206, &[DATE, CSV, "ETag: \"v1\"", &range], &TABLE.as_bytes()[from..])
    };
    let (place, server) = (Place::new(), Server::start(vec![whole().cut(40), rest(40).cut(9), rest(49)]));
    let ran = place.run(&["fetch", &server.address("/t.csv"), "-o", "t.csv"]);
    assert!(ran.err.contains("cut off after 40 bytes") && ran.err.contains("cut off after 49 bytes"), "{}", ran.err);
    ran.answer();
    assert_eq!(place.0.read("t.csv"), TABLE);
    assert_eq!(place.files(), ["t.csv", "t.csv.source"]);
    let asked = server.asked();
    assert!(asked[1].contains("range: bytes=40-\n") && asked[1].contains("if-range: \"v1\"\n"), "{asked:?}");
    assert!(asked[2].contains("range: bytes=49-\n"), "{asked:?}");
}

#[test]
fn what_changed_meanwhile_begins_anew() {
    let other = "Title,Institutions\nX,Oslo; Lund\n";
    // The server sends the whole of another version; it cannot continue; it continues elsewhere.
    let new = || Reply::new(200, &[CSV, "ETag: \"v2\""], other.as_bytes());
    let elsewhere = Reply::new(206, &["Content-Range: bytes 7-9/10"], b"abc");
    for replies in [
        vec![whole().cut(40), new()],
        vec![whole().cut(40), Reply::new(416, &[], b""), new()],
        vec![whole().cut(40), elsewhere, new()],
    ] {
        let (place, server) = (Place::new(), Server::start(replies));
        place.run(&["fetch", &server.address("/t.csv"), "-o", "t.csv"]).answer();
        assert_eq!(place.0.read("t.csv"), other);
    }
}

#[test]
fn a_server_that_only_cuts_is_given_up_and_the_beginning_stays() {
    // Without a version nothing tells whether a rest belongs to a beginning: each time from the start.
    let cut = || Reply::new(200, &[CSV], TABLE.as_bytes()).cut(0);
    let (place, server) = (Place::new(), Server::start(vec![cut(); 2].into_iter().chain([whole()]).collect()));
    place.run(&["fetch", &server.address("/t.csv"), "-o", "t.csv"]).answer();
    assert_eq!(server.asked().len(), 3);
    assert!(server.asked().iter().all(|asked| !asked.contains("range:")), "{:?}", server.asked());
    // An interrupted command leaves the beginning, and the next goes on.
    let (place, server) = (Place::new(), Server::start(vec![whole().cut(40), Reply::new(404, &[], b"gone")]));
    let refused = place.run(&["fetch", &server.address("/t.csv"), "-o", "t.csv"]).refusal();
    assert!(refused.contains("HTTP 404: gone"), "{refused}");
    assert_eq!(place.files(), ["t.csv.part", "t.csv.part-state"]);
}

#[test]
fn what_is_no_file_of_data_is_refused_and_leaves_nothing() {
    let page = Reply::new(200, &["Content-Type: text/html; charset=utf-8"], b"<html>Sign in</html>");
    let to = |location: &str| Reply::new(302, &[&format!("Location: {location}")], b"");
    let circle = vec![to("/t.csv"); 20];
    for (replies, reason) in [
        (vec![page], "is a web page"),
        (vec![to("file:///etc/passwd")], "leads to “file:///etc/passwd”, which is not followed"),
        (vec![to("http://example.org/t.csv")], "which is not followed"),
        (vec![to("")], "which is not followed"),
        (circle, "more than 10 times"),
        (vec![Reply::new(200, &[CSV], b"")], "sent nothing"),
        (vec![Reply::new(204, &[], b"")], "HTTP 204"),
        (vec![Reply::new(401, &[], b"<html>no</html>")], "HTTP 401. Check the address"),
        (vec![Reply::new(304, &[], b"")], "HTTP 304"),
    ] {
        let (place, server) = (Place::new(), Server::start(replies));
        let refused = place.run(&["fetch", &server.address("/t.csv"), "-o", "t.csv"]).refusal();
        assert!(refused.contains(reason), "{reason}: {refused}");
        assert_eq!(place.files(), [""; 0], "{reason}");
    }
    let (place, server) = (Place::new(), Server::start(vec![to("/other/u.csv"), to("../t.csv"), whole()]));
    place.run(&["--data", &server.address("/t.csv"), "rank"]).answer();
    assert!(server.asked()[1].starts_with("GET /other/u.csv "), "{:?}", server.asked());
}

#[test]
fn what_is_fetched_is_bounded() {
    for (reply, sent) in [(whole(), "announced"), (Reply::endless(), "endless")] {
        let (place, server) = (Place::new(), Server::start(vec![reply]));
        let arguments = ["--max-fetched", "60", "fetch", &server.address("/t.csv"), "-o", "t.csv"];
        let refused = place.run(&arguments).refusal();
        assert!(refused.contains("more than 60 bytes") && refused.contains("--max-fetched"), "{sent}: {refused}");
        assert_eq!(place.files(), [""; 0], "{sent}");
    }
}

#[test]
fn addresses_that_are_not_fetched_say_what_to_do() {
    let place = Place::new();
    for (arguments, reason) in [
        (&["--data", "http://example.org/t.csv"][..], "not encrypted"),
        (&["--data", "ftp://example.org/t.csv"], "addresses of ftp are not fetched"),
        (&["diff", "embedded", "file:///etc/passwd"], "addresses of file are not fetched"),
        (&["--data", "https://me:secret@example.org/t.csv"], "a password"),
        (&["fetch", "models.csv", "-o", "t.csv"], "neither `openalex` nor an address"),
        (&["fetch", "http://127.0.0.1:1/t.csv", "x:y", "-o", "t.csv"], "fetched as it is"),
        (&["fetch", "http://127.0.0.1:1/t.csv", "-o", "/dev/null"], "Give -o a file name"),
        (&["fetch", "http://127.0.0.1:1/t.csv", "-o", "t.csv"], "cannot be reached"),
    ] {
        let refused = place.run(arguments).refusal();
        assert!(refused.contains(reason) && !refused.contains("secret"), "{arguments:?}: {refused}");
    }
    // Nothing asks the network where no address is given; jobs of an engine keep theirs.
    let sql = place.run(&[
        "project",
        "--emit-sql",
        "duckdb",
        "s3://bucket/works/*.parquet",
        "--columns",
        "work=id,institutions=inst",
    ]);
    assert!(sql.out.contains("s3://bucket/works/*.parquet"), "{}{}", sql.out, sql.err);
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_signal_ended_goes_on_the_next_time() {
    use std::process::{Command, Stdio};
    let rest = format!("Content-Range: bytes 40-{}/{}", TABLE.len() - 1, TABLE.len());
    let rest = Reply::new(206, &[DATE, CSV, "ETag: \"v1\"", &rest], &TABLE.as_bytes()[40..]);
    let (place, server) = (Place::new(), Server::start(vec![whole().silent_after(40), rest]));
    let address = server.address("/t.csv");
    let mut command = place.0.command(&["fetch", &address, "-o", "t.csv"]);
    let fetching = command.env("COLLAB_CACHE", place.0.file("cache")).stderr(Stdio::piped()).spawn().unwrap();
    let start = std::time::Instant::now();
    while std::fs::metadata(place.0.file("t.csv.part")).map_or(0, |found| found.len()) < 40 {
        assert!(start.elapsed().as_secs() < 120, "nothing came");
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-TERM", &fetching.id().to_string()]).status().unwrap().success());
    assert_eq!(fetching.wait_with_output().unwrap().status.code(), Some(143));
    assert_eq!(place.files(), ["t.csv.part", "t.csv.part-state"]);
    place.run(&["fetch", &address, "-o", "t.csv"]).answer();
    assert_eq!(place.0.read("t.csv"), TABLE);
    assert!(server.asked()[1].contains("range: bytes=40-\n"), "{:?}", server.asked());
}
