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
