//! `init` and `run`: a recipe from a first look, steps as commands, and nothing made twice.

use crate::support::command::Folder;

const PAPERS: &str = "Paper,Made at,When\nSoil,Ghent University; Lund University,2019\nRain,Ghent University; Oslo,2020\n\
                      Bees,Lund University; Oslo; Ghent University,2021\n";

#[test]
fn a_first_recipe_runs_and_makes_only_what_changed() {
    let folder = Folder::with(&[("papers.csv", PAPERS)]);
    let columns = "work=Paper,institutions=Made at,date=When";
    let begun = folder.run(&["init", "papers.csv", "--columns", columns, "--lang", "en"]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    let recipe = folder.read("collab.toml");
    assert!(
        recipe.contains("file = \"papers.csv\"") && recipe.contains(&format!("columns = \"{columns}\"")),
        "{recipe}"
    );
    assert!(recipe.contains("command = [\"who\", \"Ghent University\"]"), "{recipe}");

    let again = folder.run(&["init", "papers.csv", "--lang", "en"]).refusal();
    assert!(again.contains("collab.toml exists already"), "{again}");

    let listed = folder.run(&["run", "--list"]).answer();
    let steps = listed.lines().count();
    assert!(listed.lines().all(|line| line.starts_with("collab ") && line.contains("--data papers.csv")), "{listed}");
    let made = |arguments: &[&str]| {
        let ran = folder.run(&[&["run", "--lang", "en"], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.err.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(made(&[]), format!("Made {steps} steps; none was current."));
    for file in ["tables/ranking.csv", "tables/partners.csv", "report/report.html"] {
        assert!(folder.file(file).is_file(), "{file}");
    }
    assert_eq!(made(&[]), format!("Nothing to make; {steps} were current."));
    // What somebody else changed is made again, and nothing else.
    folder.write("tables/ranking.csv", b"nothing");
    assert_eq!(made(&[]), format!("Made one step; {} were current.", steps - 1));
    assert!(folder.read("tables/ranking.csv").contains("Ghent University"));
    // So is what a changed step says, and all that rests on changed data.
    let changed = recipe.replace("command = \"rank\"", "command = \"rank\"\nby = \"betweenness\"");
    folder.write("collab.toml", changed.as_bytes());
    assert_eq!(made(&[]), format!("Made one step; {} were current.", steps - 1));
    folder.write("papers.csv", format!("{PAPERS}Ice,Oslo; Tromsø,2022\n").as_bytes());
    assert_eq!(made(&[]), format!("Made {steps} steps; none was current."));
    assert!(folder.read("tables/ranking.csv").contains("Tromsø"));
    assert_eq!(made(&["--again"]), format!("Made {steps} steps; none was current."));
}

#[test]
fn a_step_that_fails_is_named_and_those_before_it_stay() {
    let recipe = "[[data]]\nfile = \"papers.csv\"\ncolumns = \"work=Paper,institutions=Made at\"\n\
                  [[make]]\ncommand = \"rank\"\noutput = \"rank.csv\"\n[[make]]\ncommand = \"who Nobody\"\noutput = \"who.csv\"\n";
    let folder = Folder::with(&[("papers.csv", PAPERS), ("paper.toml", recipe)]);
    let ran = folder.run(&["run", "paper.toml", "--lang", "en"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("Step 2 failed: collab --data papers.csv"), "{}", ran.err);
    assert!(folder.file("rank.csv").is_file() && !folder.file("who.csv").exists());
    // From another folder the files are those beside the recipe.
    let elsewhere = Folder::new();
    let path = folder.file("paper.toml");
    let ran = elsewhere.run(&["run", path.to_str().unwrap(), "--lang", "en"]);
    assert!(ran.code == 2 && ran.err.contains("Step 2 failed"), "{}", ran.err);
    folder.write("paper.toml", b"[[make]]\ncommand = \"rank\"\noutput = 1\n");
    let refused = folder.run(&["run", "paper.toml", "--lang", "en"]).refusal();
    assert!(refused.contains("output = \"…\""), "{refused}");
    folder.write("paper.toml", b"[[make]\n");
    let refused = folder.run(&["run", "paper.toml", "--lang", "en"]).refusal();
    assert!(refused.contains("paper.toml:1:") && refused.contains("collab init"), "{refused}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_ends_the_step_that_runs_too() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    // A pipe into which nobody writes holds the step.
    let recipe = "[[data]]\nfile = \"pipe\"\n[[make]]\ncommand = \"draw map\"\noutput = \"map.svg\"\n";
    let status = |process: u32| std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = |text: &str, name: &str| {
        text.lines().find_map(|line| line.strip_prefix(name)).map(|value| value.trim().to_owned()).unwrap_or_default()
    };
    for (signal, number) in [("-TERM", 15), ("-INT", 2)] {
        let ignored = u64::from_str_radix(&line(&status(std::process::id()), "SigIgn:"), 16).unwrap();
        if ignored >> (number - 1) & 1 == 1 {
            println!("skipped: signal {number} is ignored by who runs the tests");
            continue;
        }
        let folder = Folder::with(&[("collab.toml", recipe)]);
        assert!(Command::new("mkfifo").arg(folder.file("pipe")).status().unwrap().success());
        let run = folder.command(&["run", "--lang", "en"]).stderr(Stdio::piped()).spawn().unwrap();
        let children = format!("/proc/{0}/task/{0}/children", run.id());
        let start = Instant::now();
        let step = loop {
            let step = std::fs::read_to_string(&children).unwrap_or_default().trim().parse::<u32>().ok();
            let hears = |process: &u32| {
                let mask = u64::from_str_radix(&line(&status(*process), "SigCgt:"), 16).unwrap_or(0);
                mask >> (number - 1) & 1 == 1
            };
            if let Some(step) = step.filter(hears) {
                break step;
            }
            assert!(start.elapsed() < Duration::from_secs(120), "the step never began");
            std::thread::yield_now();
        };
        assert!(Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap().success());
        let ended = run.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(128 + number), "{signal}");
        // It is gone, or dead and not yet taken leave of.
        let state = line(&status(step), "State:");
        assert!(state.is_empty() || state.starts_with('Z'), "{signal}: {state}");
        assert!(!folder.file("map.svg").exists() && !folder.file("collab.toml.made").exists());
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(told.contains("stopped; no file was changed"), "{told}");
    }
}
