//! The contract of the command line, line by line.

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};
use std::thread;
use tempfile::TempDir;

fn readout(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_readout"));
    // No display and no home: the command line needs neither.
    command.args(arguments).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program with this standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = readout(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The records for these lines of input; the run must end well.
fn extract(input: &[u8]) -> Vec<Value> {
    let output = run(&["extract", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    lines(&output)
}

fn record(id: u32) -> String {
    let text = format!("Ida Berg said on Friday that Oslo would buy at least {id} tonnes of barley in April.");
    format!("{}\n", json!({"id": id, "text": text, "published": "2025-10-30"}))
}

#[test]
fn every_line_is_answered_in_order_with_its_id() {
    let input: String = (0..300).map(record).collect();
    let records = extract(input.as_bytes());
    let ids: Vec<u64> = records.iter().map(|r| r["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..300).collect::<Vec<_>>());
    assert!(records.iter().all(|r| r["schema"] == "readout.record/1" && r["error"].is_null()));
}

#[test]
fn what_the_caller_gave_comes_back() {
    let given = json!({"id": "ä-1", "text": "Ships left.", "title": "Barley", "source": "Post", "url": "https://a.b/c",
        "meta": {"row": 7, "tags": ["x"]}, "published": "2025-10-30T08:15:00Z", "other": 1});
    let records = extract(format!("{given}\n").as_bytes());
    for field in ["id", "text", "title", "source", "url", "meta"] {
        assert_eq!(records[0][field], given[field], "{field}");
    }
    assert_eq!(records[0]["published"], "2025-10-30");
    assert_eq!(records[0]["other"], Value::Null);
}

#[test]
fn offsets_count_characters() {
    let text = "“Zoë” 😀 paid $5 million to Ida Berg in Oslo on October 30, 2025.";
    let given = json!({"id": 1, "text": text});
    let record = &extract(format!("{given}\n").as_bytes())[0];
    let characters: Vec<char> = text.chars().collect();
    for list in ["mentions", "figures", "times", "quotes"] {
        for mark in record[list].as_array().unwrap() {
            let at = |end: &str| usize::try_from(mark[end].as_u64().unwrap()).unwrap();
            let words: String = characters[at("start")..at("end")].iter().collect();
            assert_eq!(mark["text"], words, "{list}");
        }
    }
}

#[test]
fn bad_lines_are_error_records_in_their_place() {
    let good = record(1);
    let cases: [(&[u8], Value, &str); 9] = [
        (b"{not json", Value::Null, "bad_json"),
        (b"", Value::Null, "bad_json"),
        (b"[1, 2]", Value::Null, "bad_json"),
        (b"{\"id\": 7}", json!(7), "missing_text"),
        (b"{\"id\": \"x\", \"text\": 5}", json!("x"), "missing_text"),
        (b"{\"id\": 8, \"text\": \"a\", \"title\": 5}", json!(8), "bad_json"),
        (b"{\"id\": 9, \"text\": \"a\", \"published\": \"soon\"}", json!(9), "bad_date"),
        (b"{\"id\": 10, \"text\": \"a \\ud800 b\"}", json!(10), "bad_json"),
        (b"{\"id\": 11, \"text\": \"a \xFF b\"}", json!(11), "bad_json"),
    ];
    let mut input = good.clone().into_bytes();
    for (line, ..) in &cases {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    input.extend_from_slice(good.trim_end().as_bytes());
    let records = extract(&input);
    assert_eq!(records.len(), cases.len() + 2);
    assert!(records[0]["error"].is_null() && records[cases.len() + 1]["error"].is_null());
    for ((_, id, kind), record) in cases.iter().zip(&records[1..]) {
        assert_eq!((&record["id"], &record["error"]["kind"]), (id, &json!(kind)), "{record}");
        assert_eq!(record["schema"], "readout.record/1");
        assert!(record["error"]["message"].as_str().unwrap().ends_with('.'));
    }
}

#[test]
fn a_line_over_16_megabytes_is_an_error_record_and_no_more() {
    let mut input = record(1).into_bytes();
    input.extend_from_slice(b"{\"id\": 2, \"text\": \"");
    input.resize(input.len() + (17 << 20), b'a');
    input.extend_from_slice(b"\"}\n");
    input.extend_from_slice(record(3).as_bytes());
    let records = extract(&input);
    assert_eq!(records.len(), 3);
    assert_eq!(records[1]["error"]["kind"], "too_large");
    assert_eq!(records[2]["id"], 3);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let input = format!("\u{FEFF}{}{}", record(1), record(2)).replace('\n', "\r\n");
    let records = extract(input.as_bytes());
    assert_eq!(records.iter().map(|r| r["id"].clone()).collect::<Vec<_>>(), [json!(1), json!(2)]);
    assert!(records.iter().all(|r| r["error"].is_null()));
}

#[test]
fn no_input_gives_no_output() {
    assert!(extract(b"").is_empty());
}

#[test]
fn output_is_the_same_for_every_number_of_threads() {
    let input: String = (0..150).map(record).collect();
    let one = run(&["extract", "--jsonl", "--threads", "1"], input.as_bytes()).stdout;
    assert!(!one.is_empty());
    for threads in ["2", "5"] {
        assert!(run(&["extract", "--jsonl", "--threads", threads], input.as_bytes()).stdout == one);
    }
}

#[test]
fn exit_statuses_and_the_summary() {
    let check = |arguments: &[&str], input: &str, status: i32| {
        let output = run(arguments, input.as_bytes());
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {stderr}");
        (output.stdout, stderr)
    };
    let bad = format!("{}oops\n", record(1));
    let (_, stderr) = check(&["extract", "--jsonl"], &bad, 0);
    let summary: Value = serde_json::from_str(&stderr).unwrap();
    assert_eq!((&summary["in"], &summary["out"], &summary["errors"]), (&json!(2), &json!(2), &json!(1)));
    assert!(summary["ms"].is_u64());
    check(&["extract", "--jsonl", "--strict"], &bad, 3);
    check(&["extract", "--jsonl", "--strict"], &record(1), 0);
    for wrong in [
        ["extract", "--no-such-option", ""].as_slice(),
        &["extract"],
        &["extract", "--jsonl", "a", "b"],
        &["extract", "--jsonl", "--published", "soon"],
        &["extract", "--jsonl", "--threads", "many"],
    ] {
        assert!(check(wrong, "", 2).0.is_empty(), "{wrong:?} wrote something");
    }
    check(&["extract", "--jsonl", "no such file.jsonl"], "", 74);
}

#[test]
fn a_date_from_the_call_stands_in_where_a_record_has_none() {
    let input = "{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \"a\", \"published\": \"2024-01-02\"}\n";
    let output = run(&["extract", "--jsonl", "--published", "2025-10-30"], input.as_bytes());
    let days: Vec<Value> = lines(&output).iter().map(|r| r["published"].clone()).collect();
    assert_eq!(days, [json!("2025-10-30"), json!("2024-01-02")]);
}

#[test]
fn answers_come_while_the_input_pauses() {
    let mut child = readout(&["extract", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 1..4 {
        stdin.write_all(record(id).as_bytes()).unwrap();
        stdin.flush().unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = readout(&["extract", "--jsonl"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let feeder = thread::spawn(move || (0..20_000).all(|id| stdin.write_all(record(id).as_bytes()).is_ok()));
    let mut some = [0; 100];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut some).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert!(!feeder.join().unwrap(), "everything was read although nobody listened");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn files_are_read_in_order_and_bad_ones_answered() {
    let folder = TempDir::new().unwrap();
    let name = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(name("b.txt"), "Barley\n\nOctober 30, 2025\n\nShips left the harbour.").unwrap();
    fs::write(name("a.md"), "# Steel\n\nDuties *rose*.").unwrap();
    fs::write(name("bad.txt"), b"\0\0\0\0").unwrap();
    fs::create_dir(name("folder")).unwrap();
    fs::write(name("folder/c.txt"), "More ships left.").unwrap();
    let paths = ["b.txt", "a.md", "bad.txt", "gone.txt", "folder"].map(name);
    let arguments: Vec<&str> = std::iter::once("extract").chain(paths.iter().map(String::as_str)).collect();
    let output = run(&arguments, b"");
    assert_eq!(output.status.code(), Some(0));
    let records = lines(&output);
    let ids: Vec<&str> = records.iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [&paths[0], &paths[1], &paths[2], &paths[3], &name("folder/c.txt")]);
    assert_eq!((&records[0]["title"], &records[0]["published"]), (&json!("Barley"), &json!("2025-10-30")));
    assert_eq!(records[1]["text"], "Duties rose.");
    assert_eq!(records[2]["error"]["kind"], "unreadable");
    assert!(records[3]["error"]["message"].as_str().unwrap().contains("not there any more"));
    assert_eq!(records[4]["source"], "c.txt");
}

#[test]
fn a_file_of_records_can_be_named() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in.jsonl");
    fs::write(&path, record(5)).unwrap();
    let output = run(&["extract", "--jsonl", path.to_str().unwrap()], b"");
    assert_eq!(lines(&output)[0]["id"], 5);
    let output = run(&["extract", "--jsonl", "-"], record(6).as_bytes());
    assert_eq!(lines(&output)[0]["id"], 6);
}

#[test]
fn own_word_lists_are_used() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("own.tsv");
    fs::write(&path, "[commodities]\ngreen glassware\n").unwrap();
    let input = "{\"id\": 1, \"text\": \"Norway bought 5 tonnes of green glassware.\"}\n";
    let names = |arguments: &[&str]| {
        let record = lines(&run(arguments, input.as_bytes())).remove(0);
        let entities: Vec<Value> = record["entities"].as_array().unwrap().clone();
        entities.iter().any(|entity| entity["name"] == "green glassware")
    };
    assert!(!names(&["extract", "--jsonl"]));
    assert!(names(&["extract", "--jsonl", "--lists", path.to_str().unwrap()]));
    fs::write(&path, "[goods]\nx\n").unwrap();
    for wrong in [path.to_str().unwrap(), "no such list"] {
        let output = run(&["extract", "--jsonl", "--lists", wrong], input.as_bytes());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    }
}

#[test]
fn the_version_is_told() {
    let output = run(&["--version"], b"");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with(concat!("readout ", env!("CARGO_PKG_VERSION"))), "{said}");
}

#[test]
fn a_reading_is_for_people() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("deal.txt");
    let story = "Barley flows\n\nOctober 30, 2025\n\nOSLO — Ida Berg said Oslo would buy at least 5 million tonnes of \
        barley a year. “We need it,” she told reporters.";
    fs::write(&path, story).unwrap();
    for width in ["40", "60", "120"] {
        let output = run(&["read", "--width", width, path.to_str().unwrap()], b"");
        assert_eq!(output.status.code(), Some(0));
        let reading = String::from_utf8(output.stdout).unwrap();
        let widest = reading.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width.parse().unwrap(), "{widest} > {width}\n{reading}");
        assert!(reading.starts_with("Barley flows\ndeal.txt, 2025-10-30\n"), "{reading}");
        assert!(reading.contains("FIGURES") && reading.contains("≥ 5 million tonnes"), "{reading}");
        assert!(!reading.contains('\u{1b}'), "colour codes in {reading:?}");
    }
    let output = run(&["read", "-"], story.as_bytes());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("Barley flows\nstandard input"));
    let output = run(&["read", "no such file.txt"], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("not there any more"));
}

#[test]
fn dates_that_need_the_articles_day_are_told() {
    let story = b"Ida Berg said on Friday that Oslo would buy barley in April, as it has done for many years.";
    let open = String::from_utf8(run(&["read", "-"], story).stdout).unwrap();
    let placed = String::from_utf8(run(&["read", "-", "--published", "2025-10-30"], story).stdout).unwrap();
    assert!(open.contains("--published") && open.contains("“April”"), "{open}");
    assert!(!placed.contains("--published"), "{placed}");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_sample_is_read_and_the_way_to_the_window_told() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("FIGURES"));
    assert!(String::from_utf8(output.stderr).unwrap().contains("window"));
}

#[cfg(feature = "workspace")]
#[test]
fn workspaces_go_through_json_and_back() {
    let folder = TempDir::new().unwrap();
    let name = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let json = json!({"format": "readout.workspace/1", "corrections": [
            {"article": 1, "do": "set_published", "date": "2025-10-30"}], "articles": [
            {"title": "Barley", "source": "a.txt", "url": null, "published": null, "language": "en", "text": "Ships left."}]});
    let into = name("new.readout");
    let output = run(&["workspace", "import", "-", "--into", &into], json.to_string().as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let first = run(&["workspace", "export", &into], b"");
    fs::write(name("out.json"), &first.stdout).unwrap();
    let again = name("again.readout");
    assert!(run(&["workspace", "import", &name("out.json"), "--into", &again], b"").status.success());
    let second = run(&["workspace", "export", &again], b"");
    assert!(!first.stdout.is_empty() && first.stdout == second.stdout);
    let bad = run(&["workspace", "import", "-", "--into", &name("none.readout")], b"{}");
    assert_eq!(bad.status.code(), Some(1));
    assert!(!folder.path().join("none.readout").exists());
}
