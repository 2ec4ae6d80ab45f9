//! What a newcomer sees first: `collab` alone, help by words, and examples that run.

use crate::support::command::Folder;

const CLAIMS: &str = r#"{"sources":[{"id":"s","title":"A note","date":"2022-01-01"}],
"claims":[{"id":"n","text":"Two models.","source":"s","test":{"count":{"of":{"during":"2020"},"value":1}}}]}"#;

/// Files that the examples name.
fn folder() -> Folder {
    let models = "Model,Organization,Publication date\nAlpha,KAIST;NAVER,2020-01-02\nBeta,KAIST;SNU,2021\n";
    let folder = Folder::with(&[
        ("models.csv", models),
        ("affiliations.txt", "KAIST, Daejeon, Korea\n"),
        ("claims.json", CLAIMS),
    ]);
    let records: Vec<serde_json::Value> = vec![serde_json::json!({
        "id": "https://ror.org/05apxxy63",
        "names": [{ "value": "KAIST", "types": ["ror_display", "label"], "lang": "en" }],
        "types": ["education"],
        "status": "active",
        "locations": [{ "geonames_details": { "country_code": "KR", "country_name": "South Korea", "name": "Daejeon" } }],
        "relationships": [],
        "links": [],
        "external_ids": [],
        "domains": [],
    })];
    folder.write("ror-data.json", serde_json::to_string(&records).unwrap().as_bytes());
    folder.run(&["-q", "draw", "map", "-o", "map.svg"]).answer();
    folder
}

/// The examples of a help, as words.
fn examples(help: &str) -> Vec<Vec<String>> {
    let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    lines.filter_map(|line| line.strip_prefix("  collab ")).map(words).collect()
}

fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let of = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
        _ => vec![part.to_owned()],
    };
    parts.flat_map(of).collect()
}

/// The commands that the help of the program lists.
fn commands(folder: &Folder) -> Vec<String> {
    let help = folder.run(&["help", "--lang", "en"]).answer();
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let starts = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    starts.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_program_alone_says_in_four_lines_where_to_begin() {
    let folder = Folder::new();
    let told = folder.run(&[]).answer();
    assert_eq!(told.lines().count(), 4, "{told}");
    assert!(told.contains("collab FILE") && told.contains("collab help who"), "{told}");
    let mut korean = folder.command(&[]);
    let output = korean.env("COLLAB_LANG", "ko").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.lines().count() == 4 && told.contains("시작할 때"), "{told}");
    for arguments in [&["--lang", "ko"][..], &["--lang=ko"]] {
        assert_eq!(folder.run(arguments).answer(), told);
    }
    // With any word it answers.
    assert!(folder.run(&["embedded"]).answer().contains("17 models"));
}

#[test]
fn every_example_of_every_help_runs() {
    let folder = folder();
    let commands = commands(&folder);
    assert!(commands.len() >= 28 && commands.contains(&"who".to_owned()), "{commands:?}");
    for name in commands.iter().map(String::as_str).chain(["registry build"]) {
        let mut asked = vec!["help"];
        asked.extend(name.split(' '));
        let help = folder.run(&[asked.as_slice(), &["--lang", "en"]].concat()).answer();
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{name}: {help}");
        // The report and the page have tests of their own, and take long; so has what asks servers.
        for example in examples.iter().filter(|_| !["report", "explore", "fetch"].contains(&name)) {
            let mut arguments: Vec<&str> = vec!["-q"];
            arguments.extend(example.iter().map(String::as_str));
            let ran = folder.run(&arguments);
            assert!(ran.code == 0 || ran.code == 1 && ran.err.is_empty(), "{example:?}: {} {}", ran.out, ran.err);
        }
    }
}

#[test]
fn help_by_words_is_the_help_of_the_command() {
    let folder = Folder::new();
    for language in ["en", "ko"] {
        for name in ["who", "rank", "draw"] {
            let by_words = folder.run(&["help", name, "--lang", language]).answer();
            assert_eq!(by_words, folder.run(&[name, "--help", "--lang", language]).answer());
            assert!(by_words.contains(&format!("collab {name}")), "{by_words}");
        }
    }
    assert_eq!(folder.run(&["help"]).answer(), folder.run(&["--help"]).answer());
    let refused = folder.run(&["help", "whoo", "--lang", "en"]).refusal();
    assert!(refused.contains("Did you mean `collab help who`?"), "{refused}");
    let page = folder.run(&["man", "rank"]).answer();
    assert!(page.starts_with(".ie") && page.contains("collab\\-rank"), "{page}");
}

#[test]
fn a_file_before_a_command_is_read() {
    let folder = folder();
    let told = folder.run(&["-q", "models.csv", "who", "KAIST", "--lang", "en"]).answer();
    assert!(told.starts_with("KAIST made 2 models"), "{told}");
    // A file that is called like a command is told apart by its folder.
    folder.write("works", b"title,institutions\nOnly,Alpha;Beta\n");
    assert!(folder.run(&["-q", "./works", "--lang", "en"]).answer().contains("1 publication"));
}

#[test]
fn every_shell_has_completions_of_every_command() {
    let folder = Folder::new();
    for shell in ["bash", "elvish", "fish", "nushell", "powershell", "zsh"] {
        let script = folder.run(&["completions", shell]).answer();
        for command in ["who", "draw", "fetch"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let nushell = folder.run(&["completions", "nushell"]).answer();
    assert!(nushell.contains("export extern \"collab who\" [") && nushell.contains("--counting"), "{nushell}");
    let refused = folder.run(&["completions", "tcsh", "--lang", "en"]).refusal();
    assert!(refused.contains("nushell"), "{refused}");
}

/// `cargo binstall` asks for the archives that `packaging/archive.sh` makes and the release publishes.
#[test]
fn archives_have_the_names_that_installers_ask_for() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap();
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let script = read("packaging/archive.sh");
    assert!(script.contains("name=\"collab-$target\"") && script.contains("cp \"$binary\" \"$folder/collab\""));
    let (url, path) = (binstall["pkg-url"].as_str().unwrap(), binstall["bin-dir"].as_str().unwrap());
    assert!(url.ends_with("/v{ version }/collab-{ target }{ archive-suffix }"), "{url}");
    assert_eq!(path, "collab-{ target }/{ bin }{ binary-ext }");
    let zipped = binstall["overrides"].as_table().unwrap();
    for target in read(".github/workflows/release.yml")
        .split("{ target: ")
        .skip(1)
        .filter_map(|rest| rest.split([',', ' ']).next())
    {
        // What is no .tar.gz is named as an exception.
        assert_eq!(zipped.contains_key(target), target.contains("windows"), "{target}");
    }
}
