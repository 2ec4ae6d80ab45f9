//! Files that are written: whole, apart from the inputs, with the modes that users set.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support::command::{Folder, Ran};

const WORKS: &str = "Model,Organization,Publication date\n\
    Alpha,\"KAIST,NAVER\",2020-01-01\nBeta,\"NAVER,Samsung\",2021-02-01\nGamma,\"KAIST,Samsung\",2022-03-01\n";
const MORE: &str = "Model,Organization,Publication date\n\
    Alpha,\"KAIST,NAVER\",2020-01-01\nDelta,\"Kakao,NAVER\",2023-02-01\n";

/// Every file below a folder with its bytes; of a link, what it leads to.
fn all(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(place) = left.pop() {
        for entry in std::fs::read_dir(&place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                left.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap_or_default());
            }
        }
    }
    found
}

/// Names of temporary files and folders that are there.
fn temporary(folder: &Path) -> Vec<PathBuf> {
    let is_temporary = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(".collab-");
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(place) = left.pop() {
        for entry in std::fs::read_dir(&place).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && !path.is_symlink() {
                left.push(path.clone());
            }
            found.extend(Some(path).filter(is_temporary));
        }
    }
    found
}

/// What must be refused, and leave every file as it was.
#[track_caller]
fn refused(folder: &Folder, arguments: &[&str], words: &[&str]) {
    let before = all(folder.path());
    let said = folder.run(arguments).refusal();
    for word in words {
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
    assert_eq!(all(folder.path()), before, "{arguments:?}");
}

#[test]
fn an_input_is_never_written_over_under_any_of_its_names() {
    let folder = Folder::with(&[("works.csv", WORKS), ("authority.json", "{\"institutions\": []}")]);
    let names = if cfg!(unix) {
        std::os::unix::fs::symlink("works.csv", folder.file("link.csv")).unwrap();
        std::os::unix::fs::symlink("link.csv", folder.file("again.csv")).unwrap();
        std::os::unix::fs::symlink(".", folder.file("here")).unwrap();
        std::fs::hard_link(folder.file("works.csv"), folder.file("hard.csv")).unwrap();
        vec!["works.csv", "./works.csv", "link.csv", "again.csv", "here/works.csv", "hard.csv"]
    } else {
        vec!["works.csv", "./works.csv"]
    };
    for name in names {
        refused(&folder, &["-d", "works.csv", "export", "-o", name], &[name, "is an input of this command"]);
        refused(&folder, &["-d", name, "export", "-o", "works.csv"], &["works.csv", "is an input of this command"]);
        refused(&folder, &["project", "works.csv", "-o", name], &[name, "is an input of this command"]);
        refused(&folder, &["-d", "works.csv", "draw", "map", "-T", "svg", "-o", name], &[name]);
        refused(&folder, &["-d", "works.csv", "explore", "-o", name], &[name]);
        refused(&folder, &["-d", "works.csv", "names", "--accept", name], &[name]);
        refused(&folder, &["-d", "works.csv", "draw", "map", "-o", "map.svg", "--save-layout", name], &[name]);
        refused(&folder, &["-d", "works.csv", "draw", "map", "--stats", "--save-layout", name], &[name]);
    }
    let authority = ["-d", "works.csv", "--authority", "authority.json"];
    refused(&folder, &[&authority[..], &["names", "--accept", "authority.json"]].concat(), &["authority.json"]);
    refused(&folder, &[&authority[..], &["export", "-o", "./authority.json"]].concat(), &["authority.json"]);
    let korean = folder.run(&["--lang", "ko", "-d", "works.csv", "export", "-o", "works.csv"]).refusal();
    assert!(korean.contains("works.csv는 이 명령이 읽는 파일이라 덮어쓰지 않는다"), "{korean}");
}

#[test]
fn no_part_of_an_export_is_an_input_and_none_is_written_then() {
    let folder = Folder::with(&[("net_nodes.csv", WORKS)]);
    let sheets = ["-d", "net_nodes.csv", "export", "--export-format", "gephi-csv", "-o", "net.csv"];
    refused(&folder, &sheets, &["net_nodes.csv", "is an input of this command"]);
}

#[test]
fn an_earlier_picture_and_a_font_are_inputs_too() {
    let folder = Folder::with(&[("works.csv", WORKS)]);
    folder.run(&["-q", "-d", "works.csv", "draw", "map", "-o", "old.svg", "--save-layout", "old.json"]).answer();
    let like = |file| ["-q", "-d", "works.csv", "draw", "map", "--like", file];
    refused(&folder, &[&like("old.svg")[..], &["-o", "./old.svg"]].concat(), &["old.svg"]);
    refused(&folder, &[&like("old.json")[..], &["-o", "a.svg", "--save-layout", "old.json"]].concat(), &["old.json"]);
    folder.run(&[&like("old.json")[..], &["-o", "old.svg"]].concat()).answer();
}

#[cfg(unix)]
#[test]
fn what_standard_input_is_read_from_is_an_input() {
    let folder = Folder::with(&[("works.csv", WORKS)]);
    for arguments in [["project", "-", "-o", "works.csv"], ["--data=-", "export", "-o", "works.csv"]] {
        let mut command = folder.command(&arguments);
        command.stdin(std::fs::File::open(folder.file("works.csv")).unwrap());
        let said = Ran::from(command.output().unwrap()).refusal();
        assert!(said.contains("works.csv"), "{said}");
        assert_eq!(folder.read("works.csv"), WORKS);
    }
}

#[test]
fn two_outputs_are_two_files() {
    let folder = Folder::with(&[("works.csv", WORKS), ("taken.json", "old")]);
    let draw = ["-q", "-d", "works.csv", "draw", "map", "-T", "svg"];
    refused(&folder, &[&draw[..], &["-o", "taken.json", "--save-layout", "./taken.json"]].concat(), &["two outputs"]);
    refused(&folder, &[&draw[..], &["-o", "new.json", "--save-layout", "./new.json"]].concat(), &["two outputs"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_stays_as_it_is() {
    let folder = Folder::with(&[("works.csv", WORKS)]);
    std::os::unix::fs::symlink("missing.svg", folder.file("dangling.svg")).unwrap();
    std::os::unix::fs::symlink("loop-b.svg", folder.file("loop-a.svg")).unwrap();
    std::os::unix::fs::symlink("loop-a.svg", folder.file("loop-b.svg")).unwrap();
    for name in ["dangling.svg", "loop-a.svg"] {
        refused(&folder, &["-d", "works.csv", "draw", "map", "-o", name], &[name, "link"]);
        refused(&folder, &["-d", "works.csv", "export", "--export-format", "gexf", "-o", name], &[name, "link"]);
        refused(&folder, &["project", "works.csv", "--export-format", "gexf", "-o", name], &[name, "link"]);
        refused(&folder, &["-d", "works.csv", "explore", "-o", name], &[name, "link"]);
        refused(&folder, &["-d", "works.csv", "report", "-o", name], &[name, "link"]);
        assert!(folder.file(name).is_symlink());
    }
    // A link to a file stays a link, and the file is replaced.
    folder.write("real.svg", b"old");
    std::os::unix::fs::symlink("real.svg", folder.file("fine.svg")).unwrap();
    folder.run(&["-q", "-d", "works.csv", "draw", "map", "-o", "fine.svg"]).answer();
    assert!(folder.file("fine.svg").is_symlink() && folder.read("real.svg").contains("<svg"));
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// Runs the command below a shell that has set something.
#[cfg(unix)]
fn under(folder: &Folder, setting: &str, arguments: &[&str]) -> Ran {
    Ran::from(shell(folder, setting, arguments).output().unwrap())
}

#[cfg(unix)]
fn shell(folder: &Folder, setting: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{setting}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_collab")]).args(arguments);
    command.current_dir(folder.path()).stdin(Stdio::null());
    command
}

#[cfg(unix)]
#[test]
fn new_files_follow_umask_and_replaced_ones_keep_their_mode() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("works.csv", WORKS)]);
    for (umask, file, place) in [("077", 0o600, 0o700), ("027", 0o640, 0o750), ("002", 0o664, 0o775)] {
        let at = |name: &str| format!("{umask}-{name}");
        let setting = format!("umask {umask}");
        let run = |arguments: &[&str]| under(&folder, &setting, &[&["-q", "-d", "works.csv"], arguments].concat());
        run(&["draw", "map", "-o", &at("map.svg"), "--save-layout", &at("map.json")]).answer();
        run(&["export", "-o", &at("net.net")]).answer();
        run(&["explore", "-o", &at("page.html")]).answer();
        run(&["project", "-o", &at("ties.csv")]).answer();
        run(&["report", "-o", &at("report")]).answer();
        for name in
            ["map.svg", "map.json", "net.net", "page.html", "ties.csv", "report/report.md", "report/tables/works.csv"]
        {
            assert_eq!(mode(&folder.file(&at(name))), file, "{umask} {name}");
        }
        assert_eq!(mode(&folder.file(&at("report"))), place, "{umask}");
        assert_eq!(mode(&folder.file(&at("report/figures"))), place, "{umask}");
        // A second run leaves the modes that the user gave.
        let set = |name: &str, mode| {
            std::fs::set_permissions(folder.file(&at(name)), std::fs::Permissions::from_mode(mode)).unwrap();
        };
        for (name, mode) in
            [("map.svg", 0o604), ("report", 0o705), ("report/figures", 0o701), ("report/report.md", 0o606)]
        {
            set(name, mode);
        }
        run(&["draw", "map", "-o", &at("map.svg")]).answer();
        run(&["report", "-o", &at("report")]).answer();
        for (name, wanted) in
            [("map.svg", 0o604), ("report", 0o705), ("report/figures", 0o701), ("report/report.md", 0o606)]
        {
            assert_eq!(mode(&folder.file(&at(name))), wanted, "{umask} {name}");
        }
    }
}

#[test]
fn a_report_neither_loses_its_input_nor_what_others_keep_in_its_folder() {
    let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE)]);
    let report = |input: &str, more: &[&str]| folder.run(&[&["-q", "-d", input, "report", "-o", "out"], more].concat());
    report("works.csv", &[]).answer();
    // A table of the report itself, and one that lies beside its files.
    refused(&folder, &["-d", "out/tables/works.csv", "report", "-o", "out"], &["out/tables/works.csv"]);
    refused(&folder, &["-d", "out/tables/works.csv", "report", "-o", "out", "--force"], &["out/tables/works.csv"]);
    folder.write("out/mine.csv", MORE.as_bytes());
    folder.write("out/figures/notes.txt", b"notes");
    report("out/mine.csv", &[]).answer();
    assert_eq!((folder.read("out/mine.csv"), folder.read("out/figures/notes.txt")), (MORE.into(), "notes".into()));
    assert!(folder.read("out/report.md").contains("Kakao"));
    // A name that the report takes and that is the user's own.
    let manifest = folder.read("out/manifest.json");
    let without = manifest.replace("\"path\": \"report.typ\"", "\"path\": \"other.typ\"");
    folder.write("out/manifest.json", without.as_bytes());
    folder.write("out/report.typ", b"my own");
    refused(&folder, &["-d", "works.csv", "report", "-o", "out"], &["report.typ", "--force"]);
    report("works.csv", &["--force"]).answer();
    assert_ne!(folder.read("out/report.typ"), "my own");
    assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_an_earlier_report_left_goes_unless_it_was_changed_or_is_read() {
    use sha2::{Digest, Sha256};
    let folder = Folder::with(&[("works.csv", WORKS)]);
    folder.run(&["-q", "-d", "works.csv", "report", "-o", "out"]).answer();
    let names = ["gone.csv", "changed.csv", "input.csv"];
    let mut manifest: serde_json::Value = serde_json::from_str(&folder.read("out/manifest.json")).unwrap();
    for name in names {
        folder.write(&format!("out/{name}"), MORE.as_bytes());
        let sha256: String = Sha256::digest(MORE).iter().map(|byte| format!("{byte:02x}")).collect();
        let entry = serde_json::json!({ "path": name, "bytes": MORE.len(), "sha256": sha256 });
        manifest["files"].as_array_mut().unwrap().push(entry);
    }
    folder.write("out/manifest.json", manifest.to_string().as_bytes());
    folder.write("out/changed.csv", b"edited since");
    folder.run(&["-q", "-d", "out/input.csv", "report", "-o", "out"]).answer();
    assert_eq!(names.map(|name| folder.file(&format!("out/{name}")).exists()), [false, true, true]);
    assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new());
}

/// The writing of a report fails half-way: a limit on the size of files, which the larger ones of a report exceed.
#[cfg(unix)]
#[test]
fn a_report_that_cannot_be_written_leaves_the_old_one_whole() {
    let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE)]);
    let limit = "ulimit -f 40";
    let failed = |out: &str| {
        let ran = under(&folder, limit, &["-q", "-d", "more.csv", "report", "-o", out]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new());
    };
    failed("new");
    failed("deep/er/new");
    assert!(!folder.file("new").exists() && !folder.file("deep").exists());
    std::fs::create_dir(folder.file("empty")).unwrap();
    failed("empty");
    assert_eq!(all(&folder.file("empty")).len(), 0);
    for mine in [false, true] {
        folder.run(&["-q", "-d", "works.csv", "report", "-o", "old"]).answer();
        if mine {
            folder.write("old/notes.txt", b"notes");
        }
        let before = all(&folder.file("old"));
        failed("old");
        assert_eq!(all(&folder.file("old")), before);
        // The next run is not refused for the one that failed.
        folder.run(&["-q", "-d", "more.csv", "report", "-o", "old"]).answer();
        assert_ne!(all(&folder.file("old")), before);
        assert!(!mine || folder.read("old/notes.txt") == "notes");
    }
    folder.run(&["-q", "-d", "more.csv", "report", "-o", "new"]).answer();
    folder.run(&["-q", "-d", "more.csv", "report", "-o", "empty"]).answer();
}

/// One file of many cannot be put in its place: what came before it is put back.
#[cfg(unix)]
#[test]
fn a_report_that_cannot_be_put_in_its_place_leaves_the_old_one_whole() {
    let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE)]);
    folder.run(&["-q", "-d", "works.csv", "report", "-o", "old"]).answer();
    // A folder stands where the report has a file, and a file where it has a folder.
    for (made, is_folder) in [("old/tables/works.csv", true), ("old/tables", false)] {
        folder.write("old/notes.txt", b"notes");
        let path = folder.file(made);
        let kept = folder.file("kept");
        std::fs::rename(&path, &kept).unwrap();
        if is_folder {
            std::fs::create_dir(&path).unwrap();
        } else {
            std::fs::write(&path, "in the way").unwrap();
        }
        let before = all(&folder.file("old"));
        let ran = folder.run(&["-d", "more.csv", "report", "-o", "old"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert_eq!(all(&folder.file("old")), before);
        assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new());
        if is_folder {
            std::fs::remove_dir(&path).unwrap();
        } else {
            std::fs::remove_file(&path).unwrap();
        }
        std::fs::rename(&kept, &path).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn an_export_of_several_files_is_whole_or_not_there() {
    let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE)]);
    let export = |input: &str| folder.run(&["-q", "-d", input, "export", "-o", "net.net"]);
    export("works.csv").answer();
    let before = all(folder.path());
    let parts: Vec<PathBuf> = before.keys().filter(|path| path.to_string_lossy().starts_with("net")).cloned().collect();
    assert!(parts.len() > 1);
    // The last part is a folder: no part is written.
    let last = folder.path().join(parts.last().unwrap());
    std::fs::remove_file(&last).unwrap();
    std::fs::create_dir(&last).unwrap();
    let before = all(folder.path());
    export("more.csv").refusal();
    assert_eq!(all(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn files_beyond_a_limit_are_not_left_half_written() {
    let folder = Folder::with(&[("works.csv", WORKS), ("map.svg", "old")]);
    for arguments in [
        &["draw", "map", "-o", "map.svg", "--save-layout", "map.json"][..],
        &["explore", "-o", "page.html"],
        &["export", "-o", "net.gexf"],
    ] {
        let before = all(folder.path());
        let ran = under(&folder, "ulimit -f 1", &[&["-q", "-d", "works.csv"], arguments].concat());
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert_eq!(all(folder.path()), before, "{arguments:?}");
    }
}

/// Waits for what must come, in a time that only a broken program needs.
#[cfg(unix)]
fn wait_for(what: &str, mut is_there: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_there() {
        assert!(start.elapsed() < Duration::from_secs(120), "{what} never came");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[cfg(unix)]
fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

#[cfg(unix)]
fn ended(child: Child) -> Output {
    child.wait_with_output().unwrap()
}

/// Whether this process, and so its children, ignores a signal.
#[cfg(target_os = "linux")]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(str::trim).unwrap();
    u64::from_str_radix(mask, 16).unwrap() >> (signal - 1) & 1 == 1
}

/// Whether the kernel says that a process hears a signal.
#[cfg(target_os = "linux")]
fn hears(child: &Child, signal: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).map(str::trim).unwrap_or("0");
    u64::from_str_radix(mask, 16).unwrap() >> (signal - 1) & 1 == 1
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_takes_the_temporary_files_with_it() {
    // A pipe that nobody reads holds the command while the other output is half written.
    for (signal, number) in [("-INT", 2), ("-TERM", 15), ("-HUP", 1), ("-QUIT", 3)] {
        if is_ignored(number) {
            // Started as by nohup, the command goes on; `a_run_that_outlives_its_terminal_goes_on` holds that.
            println!("skipped: signal {number} is ignored by who runs the tests");
            continue;
        }
        let folder = Folder::with(&[("works.csv", WORKS), ("map.json", "old")]);
        assert!(Command::new("mkfifo").arg(folder.file("pipe")).status().unwrap().success());
        let draw = ["-d", "works.csv", "draw", "map", "--save-layout", "map.json", "-T", "svg", "-o", "pipe"];
        let child = folder.command(&draw).stderr(Stdio::piped()).spawn().unwrap();
        wait_for("a temporary file", || !temporary(folder.path()).is_empty());
        send(signal, &child);
        let output = ended(child);
        assert_eq!(output.status.code(), Some(128 + number), "{signal}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("stopped; no file was changed"), "{signal}");
        assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new(), "{signal}");
        assert_eq!(folder.read("map.json"), "old");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn every_command_that_writes_ends_in_order_while_it_reads() {
    for (number, rest) in [
        (15, &["project", "-", "-o", "ties.csv"][..]),
        (2, &["project", "-", "-o", "ties.csv.gz"]),
        (15, &["--data=-", "draw", "map", "-o", "map.svg"]),
        (2, &["--data=-", "report", "-o", "out"]),
        (15, &["--data=-", "explore", "-o", "page.html"]),
        (2, &["--data=-", "export", "-o", "net.gexf"]),
        (15, &["--data=-", "names", "--accept", "names.json"]),
    ] {
        let folder = Folder::new();
        let mut child = folder.command(rest).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // The input stays open until the command has ended.
        let _input = child.stdin.take();
        wait_for("a handler", || hears(&child, number));
        send(&format!("-{number}"), &child);
        let output = ended(child);
        assert_eq!(output.status.code(), Some(128 + number as i32), "{rest:?}");
        assert_eq!(all(folder.path()).len(), 0, "{rest:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_that_outlives_its_terminal_goes_on() {
    let folder = Folder::with(&[("works.csv", WORKS)]);
    assert!(Command::new("mkfifo").arg(folder.file("pipe")).status().unwrap().success());
    let arguments = ["-q", "-d", "works.csv", "draw", "map", "--save-layout", "map.json", "-T", "svg", "-o", "pipe"];
    let child = shell(&folder, "trap '' HUP", &arguments).spawn().unwrap();
    wait_for("a temporary file", || !temporary(folder.path()).is_empty());
    send("-HUP", &child);
    assert!(String::from_utf8(std::fs::read(folder.file("pipe")).unwrap()).unwrap().contains("<svg"));
    assert_eq!(ended(child).status.code(), Some(0));
    assert!(folder.file("map.json").exists());
}

#[cfg(unix)]
#[test]
fn a_report_that_a_signal_ends_is_all_old_or_all_new() {
    let folder = Folder::with(&[("works.csv", WORKS), ("more.csv", MORE)]);
    let report = |input: &str, out: &str| folder.command(&["-q", "-d", input, "report", "-o", out]).spawn().unwrap();
    for out in ["old", "new"] {
        let input = if out == "old" { "works.csv" } else { "more.csv" };
        assert!(ended(report(input, out)).status.success());
    }
    let (old, new) = (all(&folder.file("old")), all(&folder.file("new")));
    for (signal, mine) in [("-TERM", false), ("-INT", true), ("-KILL", false)] {
        if mine {
            folder.write("old/notes.txt", b"notes");
        }
        let mut child = report("more.csv", "old");
        wait_for("a temporary folder", || !temporary(folder.path()).is_empty() || child.try_wait().unwrap().is_some());
        if child.try_wait().unwrap().is_none() {
            send(signal, &child);
        }
        let code = ended(child).status.code();
        let mut found = all(&folder.file("old"));
        assert_eq!(found.remove(Path::new("notes.txt")).is_some(), mine);
        assert!(found == old || found == new, "{signal} {code:?}");
        if signal != "-KILL" {
            assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new(), "{signal} {code:?}");
        }
        std::fs::remove_dir_all(folder.file("old")).unwrap();
        assert!(ended(report("works.csv", "old")).status.success());
    }
}

/// What a folder, a pattern or an archive stands for is read, too.
#[cfg(unix)]
#[test]
fn no_file_of_a_folder_or_pattern_is_written_over() {
    let folder = Folder::new();
    std::fs::create_dir_all(folder.file("data/deeper")).unwrap();
    for name in ["data/works.csv", "data/deeper/more.csv", "b1.csv"] {
        folder.write(name, WORKS.as_bytes());
    }
    // Links back do not make the search endless.
    for name in ["data/deeper/back", "data/deeper/again"] {
        std::os::unix::fs::symlink("..", folder.file(name)).unwrap();
    }
    let before = all(folder.path());
    for (input, output) in [
        ("data", "data/works.csv"),
        ("data", "data/deeper/more.csv"),
        ("b*.csv", "b1.csv"),
        ("data/*", "data/works.csv"),
    ] {
        let arguments = ["-q", "-d", input, "export", "-o", output, "--export-format", "edges"];
        folder.run(&arguments).refusal();
        assert_eq!(all(folder.path()), before, "{input} {output}");
        folder.run(&["-q", "project", input, "-o", output]).refusal();
        assert_eq!(all(folder.path()), before, "{input} {output}");
    }
    folder.run(&["-q", "-d", "data", "rank"]).answer();
}

#[test]
fn a_registry_and_its_dump_are_inputs_too() {
    let record = r#"{"id":"https://ror.org/05apxxy63","names":[{"value":"KAIST","types":["ror_display"]}],
        "locations":[],"status":"active","types":["education"],"relationships":[]}"#;
    let folder = Folder::with(&[("dump.json", &format!("[{record}]")), ("works.csv", WORKS)]);
    let before = all(folder.path());
    for arguments in [
        &["registry", "build", "dump.json", "-o", "dump.json"][..],
        &["-d", "works.csv", "--registry", "dump.json", "draw", "map", "-T", "svg", "-o", "dump.json"],
        &["-d", "works.csv", "--registry", "dump.json", "export", "-o", "dump.json", "--export-format", "edges"],
    ] {
        folder.run(arguments).refusal();
        assert_eq!(all(folder.path()), before, "{arguments:?}");
    }
    folder.run(&["registry", "build", "dump.json", "-o", "index.cgror"]).answer();
    folder.run(&["-q", "-d", "works.csv", "--registry", "index.cgror", "rank"]).answer();
    // A damaged index is told of, and no registry.
    let mut index = std::fs::read(folder.file("index.cgror")).unwrap();
    let middle = index.len() / 3;
    index[middle] ^= 0x55;
    folder.write("damaged.cgror", &index);
    let ran = folder.run(&["-q", "-d", "works.csv", "--registry", "damaged.cgror", "rank"]);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}
