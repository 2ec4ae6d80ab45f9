//! The page of `app` with data in it, as far as no browser is needed; `tests/browser` drives the page itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::support::command::Folder;

const TABLE: &str = "Title,Affiliations,Date\nA,\"X <b>Lab</b>;Y\",2020\nB,X <b>Lab</b>;Z,2021\n";

fn held(page: &str) -> Value {
    let text = page.split_once("id=\"files\">").unwrap().1.split_once("</script>").unwrap().0;
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_page_holds_the_files_as_they_are_and_how_they_are_read() {
    let folder = Folder::with(&[("works.csv", TABLE)]);
    let arguments =
        ["--data", "works.csv", "--separator", ";", "--since", "2021", "--authority", "none", "app", "-o", "page.html"];
    folder.run(&arguments).answer();
    let page = folder.read("page.html");
    let held = held(&page);
    assert_eq!(held["files"][0]["name"], "works.csv");
    let bytes = STANDARD.decode(held["files"][0]["bytes"].as_str().unwrap()).unwrap();
    assert_eq!(bytes, TABLE.as_bytes());
    assert_eq!(held["reading"], serde_json::json!({ "separator": ";", "names-as-recorded": true }));
    assert_eq!(held["state"], "since=2021");
    assert!(page.contains("og:title") && page.contains("works.csv"));
    assert_eq!(page.matches("<script").count(), 3, "the engine, the files and the script");
    folder.run(&arguments).answer();
    assert_eq!(page, folder.read("page.html"), "the same bytes again");
    folder.run(&["app", "-o", "empty.html"]).answer();
    assert!(!folder.read("empty.html").contains("id=\"files\""));
}

#[test]
fn folders_and_patterns_stand_for_their_files_in_order() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path().join("all")).unwrap();
    for name in ["c.csv", "a.csv", "b.csv"] {
        folder.write(&format!("all/{name}"), TABLE.replace("A,", &format!("{name},")).as_bytes());
    }
    folder.run(&["--data", "all", "app", "-o", "page.html"]).answer();
    // Not a table by its name: left out by the page as by the command.
    folder.write("all/RIGHT.md", b"# right");
    folder.run(&["--data", "all", "app", "-o", "page.html"]).answer();
    let held = held(&folder.read("page.html"));
    let names: Vec<&str> = held["files"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["a.csv", "b.csv", "c.csv"]);
}

#[test]
fn what_the_page_could_not_answer_alike_is_refused_by_name() {
    let folder = Folder::with(&[("works.csv", TABLE), ("own.json", "{}")]);
    for (arguments, named) in [
        (&["--data", "works.csv", "--max-team", "3"][..], "--max-team"),
        (&["--data", "works.csv", "--authority", "own.json"], "--authority"),
        (&["--data", "works.csv", "--among", "Y", "--among", "Z"], "--among"),
        (&["--columns", "work=Title"], "--columns"),
        (&["--since", "2020"], "--since"),
        (&["--data", "works.csv", "--data", "embedded"], "embedded"),
    ] {
        let refusal = folder.run(&[arguments, &["app", "-o", "page.html"]].concat()).refusal();
        assert!(refusal.contains(named), "{arguments:?}: {refusal}");
        assert!(!folder.path().join("page.html").exists(), "{arguments:?}");
    }
    let refusal = folder.run(&["--since", "2020", "app", "-o", "page.html"]).refusal();
    assert!(refusal.contains("--data") && !refusal.contains("other numbers"), "{refusal}");
    // A file that is refused by the command is not put into a page.
    folder.write("prose.txt", b"nothing of the kind");
    let refusal = folder.run(&["--data", "prose.txt", "app", "-o", "page.html"]).refusal();
    assert!(refusal.contains("prose.txt"), "{refusal}");
    assert!(!folder.path().join("page.html").exists());
}
