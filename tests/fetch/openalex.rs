//! `collab fetch openalex`: pages, keys, interruptions.

use crate::Place;
use crate::server::{Reply, Server};

const DATE: &str = "Date: Fri, 13 Feb 2026 09:00:00 GMT";
const LATER: &str = "Date: Fri, 13 Feb 2026 10:00:00 GMT";
const FILTER: &str = "institutions.country_code:kr,publication_year:2024";

fn work(number: usize) -> String {
    let institution = |id: &str, name: &str| {
        format!(
            r#"{{"id":"https://openalex.org/{id}","display_name":"{name}","country_code":"KR","type":"education"}}"#
        )
    };
    // As servers may write it: over several lines, numbers and escapes as they are.
    format!(
        "{{\"id\":\"https://openalex.org/W{number}\",\n \"title\":\"{number} 번째\\n일\", \"publication_date\":\"2024-01-0{number}\",\"score\":1.50,\n \"authorships\":[{{\"institutions\":[{},{}]}}]}}",
        institution("I1", "카이스트"),
        institution(&format!("I{}", number + 1), &format!("Institute {number}"))
    )
}

fn page(date: &str, works: &[usize], next: Option<&str>) -> Reply {
    let works: Vec<String> = works.iter().map(|&number| work(number)).collect();
    let next = next.map_or("null".to_owned(), |next| format!("\"{next}\""));
    let body = format!(
        "{{\"meta\":{{\"count\":4,\"per_page\":100,\"next_cursor\":{next}}},\n\"results\":[{}]}}",
        works.join(",\n")
    );
    Reply::new(200, &[date, "Content-Type: application/json"], body.as_bytes())
}

fn pages() -> Vec<Reply> {
    vec![
        page(DATE, &[1, 2], Some("a b/=")),
        page(LATER, &[3], Some("c")),
        page(LATER, &[4], Some("d")),
        page(LATER, &[], None),
    ]
}

fn fetch(place: &Place, server: &Server, settings: &[(&str, &str)], more: &[&str]) -> crate::Ran {
    let address = server.address("/");
    let arguments = [&["fetch", "openalex", FILTER, "-o", "works.jsonl.gz", "--server", &address], more].concat();
    place.run_with(&arguments, settings)
}

fn unpacked(place: &Place) -> String {
    let mut text = String::new();
    let file = std::fs::File::open(place.0.file("works.jsonl.gz")).unwrap();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut text).unwrap();
    text
}

fn all_works() -> String {
    (1..=4).map(|number| work(number).replace('\n', "") + "\n").collect()
}

#[test]
fn works_come_page_by_page_with_key_and_contact() {
    let (place, server) = (Place::new(), Server::start(pages()));
    let ran = fetch(
        &place,
        &server,
        &[("OPENALEX_API_KEY", "se cret")],
        &["--mailto", "me@example.org", "--search", "언어 모델"],
    );
    assert!(ran.err.contains("Fetched 4 works into works.jsonl.gz") && !ran.err.contains("is not set"), "{}", ran.err);
    ran.answer();
    assert_eq!(unpacked(&place), all_works());
    assert_eq!(place.files(), ["works.jsonl.gz", "works.jsonl.gz.source"]);
    let asked = server.asked();
    let query = "/works?filter=institutions.country_code:kr,publication_year:2024&search=%EC%96%B8%EC%96%B4%20%EB%AA%A8%EB%8D%B8&per_page=100";
    assert!(asked[0].starts_with(&format!("GET {query}&cursor=*&api_key=se%20cret HTTP/1.1\n")), "{}", asked[0]);
    assert!(asked[1].contains("&cursor=a%20b%2F%3D&api_key="), "{}", asked[1]);
    assert!(
        asked.iter().all(|one| one.contains("user-agent: collab/") && one.contains("(mailto:me@example.org)\n")),
        "{asked:?}"
    );
    let text = place.0.read("works.jsonl.gz.source");
    assert!(!text.contains("cret"), "{text}");
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["address"], server.address(query));
    assert_eq!(
        (&manifest["works"], &manifest["announced"], &manifest["fetched"]),
        (&4.into(), &4.into(), &"2026-02-13T09:00:00Z".into())
    );
    let rank = place.run(&["--data", "works.jsonl.gz", "rank", "-f", "csv"]).answer();
    assert!(rank.lines().nth(1).is_some_and(|first| first.contains("카이스트") || first.contains("KAIST")), "{rank}");
}

#[test]
fn an_interrupted_fetch_goes_on_after_the_last_whole_page() {
    let broken = vec![pages().remove(0), pages().remove(1), Reply::new(404, &[], b"")];
    let (place, server) = (Place::new(), Server::start([broken, pages().split_off(2)].concat()));
    let refused = fetch(&place, &server, &[], &[]).refusal();
    assert!(refused.contains("works.jsonl.gz.part") && refused.contains("goes on from there"), "{refused}");
    assert!(refused.contains("OPENALEX_API_KEY is not set"), "{refused}");
    assert_eq!(place.files(), ["works.jsonl.gz.part", "works.jsonl.gz.part-state"]);
    // Half a page behind the last whole one is cut off.
    let mut part = place.0.read("works.jsonl.gz.part");
    part.push_str("{\"id\":\"https://open");
    place.0.write("works.jsonl.gz.part", part.as_bytes());
    let ran = fetch(&place, &server, &[], &[]);
    assert!(ran.err.contains("Going on after 3 works"), "{}", ran.err);
    ran.answer();
    assert_eq!(unpacked(&place), all_works());
    let asked = server.asked();
    assert!(asked[3].contains("&cursor=c HTTP"), "{asked:?}");
    assert!(place.0.read("works.jsonl.gz.source").contains("2026-02-13T09:00:00Z"), "the time of the first page");
    assert_eq!(place.files(), ["works.jsonl.gz", "works.jsonl.gz.source"]);
}

#[test]
fn another_query_does_not_go_on_in_what_an_earlier_one_left() {
    let broken = vec![pages().remove(0), Reply::new(404, &[], b"")];
    let (place, server) = (Place::new(), Server::start([broken, pages()].concat()));
    fetch(&place, &server, &[], &[]).refusal();
    fetch(&place, &server, &[], &["--search", "x"]).answer();
    assert_eq!(unpacked(&place), all_works());
}

#[test]
fn limits_and_cuts_of_the_server_are_waited_for() {
    let busy = |status| Reply::new(status, &["Retry-After: 0"], b"");
    let [first, second, third, end] = <[Reply; 4]>::try_from(pages()).unwrap();
    let replies = vec![busy(429), first.clone().cut(30), first, busy(403), second, busy(503), busy(500), third, end];
    let (place, server) = (Place::new(), Server::start(replies));
    fetch(&place, &server, &[], &[]).answer();
    assert_eq!(unpacked(&place), all_works());
    assert_eq!(server.asked().len(), 9);
}

#[test]
fn what_is_no_page_of_works_is_refused() {
    let same = page(DATE, &[1], Some("*"));
    for (replies, reason) in [
        (vec![Reply::new(200, &[], b"<html>")], "did not answer with a page of OpenAlex works"),
        (vec![Reply::new(200, &[], b"{\"results\":[]}")], "did not answer with a page"),
        (vec![same], "did not answer with a page"),
        (
            vec![Reply::new(400, &[], br#"{"error":"Invalid filter","message":"Unknown filter field: x"}"#)],
            "Unknown filter field",
        ),
        (vec![Reply::endless()], "more than 1000 bytes"),
    ] {
        let (place, server) = (Place::new(), Server::start(replies));
        let refused = fetch(&place, &server, &[("OPENALEX_API_KEY", "secret")], &["--max-fetched", "1000"]).refusal();
        assert!(refused.replace("1,000", "1000").contains(reason) && !refused.contains("secret"), "{refused}");
        assert_eq!(place.files(), [""; 0]);
    }
    let (place, server) = (Place::new(), Server::start(vec![page(DATE, &[], None)]));
    let none = fetch(&place, &server, &[], &[]);
    assert!(none.code == 1 && none.err.contains("no works that fit"), "{}", none.err);
    assert_eq!(place.files(), [""; 0]);
    for (arguments, reason) in [
        (&["fetch", "openalex", "-o", "w.jsonl"][..], "Give a filter"),
        (&["fetch", "openalex", FILTER, "-o", "w.csv"], "Use .jsonl or .jsonl.gz"),
        (&["fetch", "openalex", FILTER, "-o", "w.jsonl", "--mailto", "me"], "not a mail address"),
        (&["fetch", "openalex", FILTER, "-o", "none/w.jsonl"], "none does not exist"),
    ] {
        let refused = place.run(arguments).refusal();
        assert!(refused.contains(reason), "{refused}");
    }
}
