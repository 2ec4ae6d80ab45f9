//! Files like those of public bug reports, each with what must come out (`works-expect.json`; its key is beside it).

use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

use crate::support::command::Ran;
use crate::support::tables;

/// Cases whose right value is still to come.
const NOT_YET: &[&str] = &[];

/// The folder of the cases; none, with a word, where it is absent.
fn shared() -> Option<PathBuf> {
    tables::shared("cases/works-expect.json")?.parent()?.parent().map(Path::to_owned)
}

#[test]
fn the_cases_of_public_reports_come_out_right() {
    let Some(shared) = shared() else { return };
    let text = std::fs::read_to_string(shared.join("cases/works-expect.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let only = std::env::var("CASE").ok();
    let mut wrong = Vec::new();
    for case in &cases {
        let id = case["id"].as_str().unwrap();
        if only.as_deref().is_some_and(|only| !id.starts_with(only)) {
            continue;
        }
        let folder = shared.join("cases/works").join(id);
        let held = Case { shared: &shared, folder: &folder }.holds(case, &[]);
        match (held, NOT_YET.contains(&id)) {
            (Err(reason), false) => wrong.push(format!("{id}: {reason}")),
            (Ok(()), true) => wrong.push(format!("{id}: holds now; strike it from the list")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Networks whose right value is still to come.
const NETWORKS_NOT_YET: &[&str] = &[];

#[test]
fn the_networks_of_public_reports_come_out_right() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("cases/networks");
    let text = std::fs::read_to_string(folder.join("cases.json")).unwrap();
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        match (network(&shared, &folder, case), NETWORKS_NOT_YET.contains(&name)) {
            (Err(reason), false) => wrong.push(format!("{name}: {reason}")),
            (Ok(()), true) => wrong.push(format!("{name}: holds now; strike it from the list")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {} networks:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn network(shared: &Path, folder: &Path, case: &Value) -> Held {
    let case_of = Case { shared, folder };
    let file = case["files"][0].as_str().unwrap().to_owned();
    let expect = &case["expect"];
    let args = ["--authority".to_owned(), "none".to_owned(), "--data".to_owned(), file];
    let figure = ["svg_must_contain", "svg_must_not_contain"];
    if figure.iter().any(|key| !expect[*key].is_null()) {
        let view = if case["name"] == "matrix-selection" { "matrix" } else { "map" };
        let ran = case_of.run(&["--lang", "en", "draw", view, "-o", "-"], &args, &[]);
        require(ran.code == 0, || ran.err.clone())?;
        let holds = |text: &String| ran.out.contains(text.as_str());
        let (must, never) = (strings(&expect[figure[0]]), strings(&expect[figure[1]]));
        return require(must.iter().all(holds) && !never.iter().any(holds), || format!("{must:?} or {never:?}"));
    }
    let ran = case_of.run(&[], &args, &["--format", "json"]);
    if ran.code == 2 && expect["or_refused"] == true {
        return Ok(());
    }
    require(ran.code == 0, || format!("exit {}: {}", ran.code, ran.err.trim()))?;
    case_of.facts(expect, &args)?;
    let names = serde_json::json!({ "names_present": expect["names"] });
    case_of.institutions(&names, &args)
}

/// Where a case lies.
struct Case<'a> {
    shared: &'a Path,
    folder: &'a Path,
}

type Held = Result<(), String>;

impl Case<'_> {
    /// Whether one of the outcomes holds, and all further runs.
    fn holds(&self, case: &Value, inherited: &[String]) -> Held {
        let own = strings(&case["args"]);
        let args = if own.is_empty() { inherited.to_vec() } else { own };
        let outcomes = std::iter::once(&case["expect"]).chain(case["or"].as_array().into_iter().flatten());
        let tried: Vec<Held> = outcomes.map(|outcome| self.outcome(case, outcome, &args)).collect();
        if !tried.iter().any(Result::is_ok) {
            return Err(tried.into_iter().filter_map(Result::err).collect::<Vec<_>>().join(" | or: "));
        }
        case["also"].as_array().into_iter().flatten().try_for_each(|also| self.holds(also, &args))
    }

    fn outcome(&self, case: &Value, outcome: &Value, args: &[String]) -> Held {
        let own = strings(&outcome["args"]);
        let args = if own.is_empty() { args } else { &own };
        let overview = self.run(&[], args, &["--notices", "all"]);
        let refused = !outcome["refusal_matches"].is_null();
        require(overview.code == if refused { 2 } else { 0 } || !refused && overview.code == 1, || {
            format!("exit {} of {args:?}: {}", overview.code, overview.err.trim())
        })?;
        let everything = format!("{}\n{}", overview.out, overview.err);
        for text in strings(&case["never"]) {
            require(!everything.contains(&text), || format!("says “{text}”"))?;
        }
        let quoted = overview.err.clone();
        let unquoted = without_quotations(&quoted);
        self.sentences(outcome, &quoted, &unquoted)?;
        if refused {
            return Ok(());
        }
        if let Some(facts) = outcome.get("with_the_switch") {
            let switch = Regex::new("--[a-z][a-z-]+(?:[ =][a-z][a-z-]*)?").unwrap();
            let switches: Vec<String> = switch.find_iter(&quoted).map(|found| found.as_str().to_owned()).collect();
            let held = switches.iter().any(|switch| {
                let more: Vec<String> = switch.split([' ', '=']).map(str::to_owned).collect();
                self.facts(facts, &[args, &more].concat()).is_ok()
            });
            require(held, || format!("none of {switches:?} brings the facts"))?;
        }
        self.facts(outcome, args)
    }

    fn sentences(&self, outcome: &Value, quoted: &str, unquoted: &str) -> Held {
        for key in ["refusal_matches", "notice_matches"] {
            for pattern in strings(&outcome[key]) {
                require(Regex::new(&pattern).unwrap().is_match(unquoted), || {
                    format!("{pattern} is not in: {unquoted}")
                })?;
            }
        }
        for pattern in strings(&outcome["says"]) {
            require(Regex::new(&pattern).unwrap().is_match(quoted), || format!("{pattern} is not in: {quoted}"))?;
        }
        for pattern in strings(&outcome["never_says"]) {
            require(!Regex::new(&pattern).unwrap().is_match(quoted), || format!("{pattern} is in: {quoted}"))?;
        }
        for group in outcome["notice_line"].as_array().into_iter().flatten() {
            let patterns: Vec<Regex> = strings(group).iter().map(|one| Regex::new(one).unwrap()).collect();
            let held = quoted.lines().any(|line| patterns.iter().all(|pattern| pattern.is_match(line)));
            require(held, || format!("no line has all of {group}: {quoted}"))?;
        }
        Ok(())
    }

    fn facts(&self, outcome: &Value, args: &[String]) -> Held {
        let counts = ["works", "institutions", "ties", "weight", "components", "isolates", "co_made"];
        let wanted: Vec<&str> = counts.into_iter().filter(|key| !outcome[*key].is_null()).collect();
        if !wanted.is_empty() {
            let record = self.json(&[], args)?;
            for key in wanted {
                let (found, want) = (record[key].as_f64(), outcome[key].as_f64());
                require(found == want, || format!("{key}: {found:?}, expected {want:?}"))?;
            }
        }
        for partners in one_or_many(&outcome["partners"]) {
            self.partners(partners, args)?;
        }
        for between in one_or_many(&outcome["between"]) {
            self.between(between, args)?;
        }
        for pair in outcome["not_partners"].as_array().into_iter().flatten() {
            let [a, b] = &strings(pair)[..] else { return Err("a pair has two names".to_owned()) };
            let record = self.json(&["who", &self.name(a, args)?], args)?;
            // An institution that is left out of every work, as a whole beside its part, is no partner either.
            let found = rows(&record["partners"]).iter().any(|partner| holds(partner, b));
            require(!found, || format!("{a} and {b} are partners"))?;
        }
        self.institutions(outcome, args)?;
        self.works(outcome, args)?;
        self.indicators(outcome, args)?;
        self.suggestions(outcome, args)?;
        for run in outcome["run"].as_array().into_iter().flatten() {
            let front = strings(&run["args"]);
            let ran = self.run(&front.iter().map(String::as_str).collect::<Vec<_>>(), args, &[]);
            let code = run["exit"].as_i64().unwrap_or(0);
            require(i64::from(ran.code) == code, || format!("exit {} of {front:?}", ran.code))?;
            for pattern in strings(&run["stdout_matches"]) {
                require(Regex::new(&pattern).unwrap().is_match(&ran.out), || {
                    format!("{pattern} is not in: {}", ran.out)
                })?;
            }
            for pattern in strings(&run["stdout_never"]) {
                require(!Regex::new(&pattern).unwrap().is_match(&ran.out), || format!("{pattern} is in: {}", ran.out))?;
            }
        }
        Ok(())
    }

    fn partners(&self, partners: &Value, args: &[String]) -> Held {
        let of = partners["of"].as_str().unwrap();
        let record = self.json(&["who", &self.name(of, args)?], args)?;
        let found = rows(&record["partners"]);
        let want = partners["want"].as_object().unwrap();
        require(found.len() == want.len(), || format!("{of} has {} partners, expected {}", found.len(), want.len()))?;
        for (name, weight) in want {
            let other = self.name(name, args)?;
            let one = found.iter().find(|partner| is(partner, &other));
            let held = one.is_some_and(|partner| partner["weight"].as_f64() == weight.as_f64());
            require(held, || format!("{of} with {name}: {one:?}, expected {weight}"))?;
        }
        Ok(())
    }

    fn between(&self, between: &Value, args: &[String]) -> Held {
        let [a, b] = ["a", "b"].map(|key| between[key].as_str().unwrap());
        let record = self.json(&["between", &self.name(a, args)?, &self.name(b, args)?], args)?;
        let works = rows(&record["works"]);
        let count = between["works"].as_u64().unwrap();
        require(works.len() as u64 == count, || format!("{a} and {b}: {} works, expected {count}", works.len()))?;
        let mut titles: Vec<&str> = works.iter().filter_map(|work| work["name"].as_str()).collect();
        titles.sort_unstable();
        let wanted = strings(&between["titles"]);
        require(wanted.is_empty() || titles == wanted, || format!("{titles:?}, expected {wanted:?}"))
    }

    fn institutions(&self, outcome: &Value, args: &[String]) -> Held {
        let keys = ["names_present", "names_absent", "institution"];
        if keys.iter().all(|key| outcome[*key].is_null()) {
            return Ok(());
        }
        let record = self.json(&["institutions"], args)?;
        let found = rows(&record["rows"]);
        for name in strings(&outcome["names_present"]) {
            require(found.iter().any(|row| holds(row, &name)), || format!("no institution is called “{name}”"))?;
        }
        for name in strings(&outcome["names_absent"]) {
            require(!found.iter().any(|row| holds(row, &name)), || format!("an institution is called “{name}”"))?;
        }
        for (name, fields) in outcome["institution"].as_object().into_iter().flatten() {
            let of_name: Vec<&&Value> = found.iter().filter(|row| called(row, name)).collect();
            let [row] = of_name[..] else {
                return Err(format!("{} institutions are called “{name}”", of_name.len()));
            };
            for (field, value) in fields.as_object().unwrap() {
                require(&row[field] == value, || format!("{field} of {name}: {}, expected {value}", row[field]))?;
            }
        }
        Ok(())
    }

    fn works(&self, outcome: &Value, args: &[String]) -> Held {
        if outcome["work_dates"].is_null() && outcome["work_institutions"].is_null() {
            return Ok(());
        }
        let record = self.json(&["works"], args)?;
        let found = rows(&record["rows"]);
        let work = |name: &str| {
            let one = found.iter().find(|row| row["name"].as_str() == Some(name));
            one.copied().ok_or_else(|| format!("there is no work “{name}”"))
        };
        for (name, date) in outcome["work_dates"].as_object().into_iter().flatten() {
            let row = work(name)?;
            require(&row["date"] == date, || format!("{name} is of {}, expected {date}", row["date"]))?;
        }
        for (name, wanted) in outcome["work_institutions"].as_object().into_iter().flatten() {
            let of_work = rows(&work(name)?["institutions"]);
            let wanted: Vec<String> =
                strings(wanted).iter().map(|name| self.name(name, args)).collect::<Result<_, _>>()?;
            let all = wanted.len() == of_work.len()
                && wanted.iter().all(|id| of_work.iter().any(|institution| is(institution, id)));
            require(all, || format!("{name} is by {} institutions, expected {wanted:?}", of_work.len()))?;
        }
        Ok(())
    }

    fn indicators(&self, outcome: &Value, args: &[String]) -> Held {
        if outcome["indicators"].is_null() && outcome["indicators_unknown"].is_null() {
            return Ok(());
        }
        let record = self.json(&["indicators"], args)?;
        let found = rows(&record["rows"]);
        let all = found.iter().find(|row| row["by"] == "all").ok_or("no row of all works")?;
        for (key, value) in outcome["indicators"].as_object().into_iter().flatten() {
            require(all[key].as_f64() == value.as_f64(), || format!("{key}: {}, expected {value}", all[key]))?;
        }
        for key in strings(&outcome["indicators_unknown"]) {
            require(found.iter().all(|row| row[&key].is_null()), || format!("{key} has a number"))?;
        }
        Ok(())
    }

    fn suggestions(&self, outcome: &Value, args: &[String]) -> Held {
        let Some(wanted) = outcome["suggested"].as_array() else { return Ok(()) };
        let datasets = self.shared.join("datasets").display().to_string();
        let more: Vec<String> =
            strings(&outcome["names_args"]).iter().map(|one| one.replace("{datasets}", &datasets)).collect();
        let front: Vec<&str> = std::iter::once("names").chain(more.iter().map(String::as_str)).collect();
        let record = self.json_of(&front, args, &[0, 1])?;
        let listed = self.json(&["institutions"], args)?;
        for one in wanted {
            let recorded = one[0].as_str().unwrap();
            let targets = strings(&one[1]);
            let hits = |text: &str| targets.iter().any(|target| matches_target(text, target));
            let told = rows(&record["merges"]).into_iter().chain(rows(&record["suggestions"]));
            let found = told
                .filter(|row| names_of(row, &["recorded", "name", "from"]).any(|name| name == recorded))
                .any(|row| {
                    names_of(row, &["institution", "name", "into", "into_name", "target", "id", "of"])
                        .any(|name| hits(&name))
                });
            let is_target = rows(&listed["rows"]).iter().any(|row| {
                rows(&row["aliases"]).iter().any(|alias| alias.as_str() == Some(recorded)) && called_any(row, &targets)
            });
            require(found || is_target, || format!("“{recorded}” is not suggested for any of {targets:?}"))?;
        }
        Ok(())
    }

    /// The name that the data give an institution whose name holds the text.
    fn name(&self, text: &str, args: &[String]) -> Result<String, String> {
        let record = self.json(&["institutions"], args)?;
        let found = rows(&record["rows"]);
        let exact = found.iter().find(|row| called(row, text)).or_else(|| found.iter().find(|row| holds(row, text)));
        let row = exact.ok_or_else(|| format!("no institution is called “{text}”"))?;
        Ok(format!("id:{}", row["id"].as_str().unwrap_or_default()))
    }

    fn json(&self, front: &[&str], args: &[String]) -> Result<Value, String> {
        self.json_of(front, args, &[0, 1])
    }

    fn json_of(&self, front: &[&str], args: &[String], codes: &[i32]) -> Result<Value, String> {
        let ran = self.run(front, args, &["--format", "json"]);
        require(codes.contains(&ran.code), || format!("exit {} of {front:?} {args:?}: {}", ran.code, ran.err.trim()))?;
        serde_json::from_str(&ran.out).map_err(|error| format!("{front:?}: {error}"))
    }

    fn run(&self, front: &[&str], args: &[String], more: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_collab"));
        command.args(front).args(args).args(more).current_dir(self.folder).env_remove("COLLAB_LANG");
        Ran::from(command.output().unwrap())
    }
}

fn require(held: bool, reason: impl FnOnce() -> String) -> Held {
    if held { Ok(()) } else { Err(reason()) }
}

/// A text, or a list of texts.
fn strings(value: &Value) -> Vec<String> {
    one_or_many(value).into_iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn one_or_many(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    }
}

fn rows(value: &Value) -> Vec<&Value> {
    value.as_array().into_iter().flatten().collect()
}

/// The names of an institution in an answer.
fn names_of<'v>(row: &'v Value, keys: &'v [&str]) -> impl Iterator<Item = String> + 'v {
    let of_key = |key: &&str| match &row[*key] {
        Value::Object(_) => NAMES.iter().filter_map(|name| row[*key][*name].as_str()).map(str::to_owned).collect(),
        other => strings(other),
    };
    keys.iter().flat_map(of_key)
}

const NAMES: [&str; 8] = ["name", "name_ko", "short", "short_ko", "common", "common_ko", "id", "label"];

fn all_names(row: &Value) -> Vec<String> {
    match row {
        Value::String(name) => vec![name.clone()],
        row => names_of(row, &NAMES).chain(strings(&row["aliases"])).collect(),
    }
}

/// Whether an institution has just this name in any language.
fn called(row: &Value, name: &str) -> bool {
    all_names(row).iter().any(|one| one.to_lowercase() == name.to_lowercase())
}

/// Whether an institution has this identifier, as `id:…`.
fn is(row: &Value, id: &str) -> bool {
    row["id"].as_str() == id.strip_prefix("id:")
}

/// Whether one of its names, not its other spellings, holds the text.
fn holds(row: &Value, text: &str) -> bool {
    names_of(row, &NAMES).any(|one| one.to_lowercase().contains(&text.to_lowercase()))
}

fn called_any(row: &Value, targets: &[String]) -> bool {
    all_names(row).iter().any(|name| targets.iter().any(|target| matches_target(name, target)))
}

/// `~text`: holds the text; else equal.
fn matches_target(name: &str, target: &str) -> bool {
    match target.strip_prefix('~') {
        Some(text) => name.to_lowercase().contains(&text.to_lowercase()),
        None => name.to_lowercase() == target.to_lowercase(),
    }
}

/// The messages without names of files and quoted pieces of the input.
fn without_quotations(text: &str) -> String {
    let quoted = Regex::new("“[^”]*”|\"[^\"]*\"").unwrap();
    let files = Regex::new(r"[\w./-]+\.(csv|txt|ris|json|cyjs|parquet|net)\b").unwrap();
    files.replace_all(&quoted.replace_all(text, ""), "").into_owned()
}
