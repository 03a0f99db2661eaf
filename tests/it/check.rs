//! `loket check` as scripts meet it: values, streams, broken lines and readers that go away.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loket"));
    command.arg("check").args(args).env_clear().env("LOKET_DATA", "/nowhere/there/is/no/office");
    command
}

fn start(args: &[&str]) -> Child {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("it starts")
}

/// The exit code, standard output and standard error of a run fed with `input`.
#[track_caller]
fn run(args: &[&str], input: &[u8]) -> (Option<i32>, String, String) {
    let mut child = start(args);
    // A run that does not read its input is no failure of the test.
    _ = child.stdin.take().expect("piped").write_all(input);
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("it writes UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn answers(args: &[&str], input: &[u8], code: i32) -> Vec<Value> {
    let (found, out, err) = run(args, input);
    assert_eq!(found, Some(code), "{args:?}\n{out}\n{err}");
    assert_eq!(err, "", "{args:?}");
    out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// The verdict and the codes of the one answer to a value.
#[track_caller]
fn verdict(args: &[&str]) -> (String, Vec<String>) {
    let args = [args, &["--json"]].concat();
    let (_, out, err) = run(&args, b"");
    let answer: Value =
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{args:?}: {out}{err}"));
    let codes = answer["messages"].as_array().unwrap().iter();
    let codes = codes.map(|message| message["code"].as_str().unwrap().to_owned()).collect();
    (answer["verdict"].as_str().unwrap().to_owned(), codes)
}

#[test]
fn an_answer_has_exactly_the_fields_that_were_promised() {
    let (code, out, _) = run(&["npwp", "--json", "71.234.500.8-212.000"], b"");
    let promised = r#"{"kind":"npwp","input":"71.234.500.8-212.000","normal":"712345008212000","verdict":"ok","messages":[],"parts":{"branch":"000","shape":"15","sixteen":"0712345008212000"}}"#;
    assert_eq!((code, out.trim_end()), (Some(0), promised));
    let answer = &answers(&["nib", "--json", "0000000000000"], b"", 1)[0];
    assert_eq!(answer["normal"], Value::Null);
    assert_eq!(answer["verdict"], json!("salah"));
    assert_eq!(answer["messages"][0]["code"], json!("nib-identical"));
    assert!(answer["messages"][0]["text"].as_str().unwrap().contains("Ini bukan NIB."));
    let english = &answers(&["--lang", "en", "nib", "--json", "0000000000000"], b"", 1)[0];
    assert!(english["messages"][0]["text"].as_str().unwrap().contains("This is not a NIB."));
}

#[test]
fn the_examples_of_the_field_get_their_verdicts() {
    for (kind, value, expected, code) in [
        ("nik", "1472061708450001", "ok", ""),
        ("nik", "1472 0657 0845 0002", "ok", ""),
        ("nik", "1403012902000003", "ok", ""),
        ("nik", "9671014101250001", "periksa", "nik-century"),
        ("nik", "9701010101600004", "periksa", "nik-province"),
        ("nik", "9101010101600004", "info", "nik-region-moved"),
        ("nik", "1472991708450001", "periksa", "nik-kecamatan"),
        ("nik", "147206170845001", "salah", "nik-length"),
        ("nik", "1472O61708450001", "salah", "nik-lookalike"),
        ("nik", "1472061708450000", "salah", "nik-serial"),
        ("nik", "１４７２061708450001", "salah", "nik-lookalike"),
        ("npwp", "71.234.500.7-212.000", "periksa", "npwp-check-digit"),
        ("npwp", "1000000001234567", "info", "npwp-coretax"),
        ("npwp", "000000000000000", "salah", "npwp-identical"),
        ("nitku", "0712345008212000000001", "ok", ""),
        ("nitku", "071234500821200000001", "salah", "nitku-length"),
        ("nib", "2211260012345", "ok", ""),
        ("nib", "221126001234", "salah", "nib-length"),
        ("ahu", "AHU-0012345.AH.01.01.Tahun 2021", "ok", ""),
        ("ahu", "AHU-0000001-AH.01.14 Tahun 2020", "ok", ""),
        ("ahu", "AHU-AH.01.09-0123456", "info", "ahu-change"),
        ("ahu", "AHU-00123.AH.02.01.TAHUN 2020", "periksa", "ahu-notary"),
        ("ahu", "AHU-0012345.AH.01.11.Tahun 2023", "periksa", "ahu-register"),
        ("ahu", "0012345/2021", "periksa", "ahu-shape"),
        ("akta", "05", "ok", ""),
        ("kpj", "12345678901", "ok", ""),
        ("kpj", "1234567890", "periksa", "bpjs-kpj-length"),
        ("bpjs", "0001234567890", "ok", ""),
        ("npp", "JJ012345", "ok", ""),
        ("kbli", "56102", "periksa", "kbli-other-edition"),
        ("kbli", "74149", "periksa", "kbli-only-other"),
        ("kbli", "5610", "salah", "kbli-length"),
        ("kbli", "A5610", "salah", "kbli-category"),
        ("phone", "+62 812-3456-7890", "ok", ""),
        ("phone", "0761123456", "periksa", "phone-landline"),
        ("email", "siti@gmial.com", "periksa", "email-typo"),
        ("postal", "28811", "ok", ""),
        ("postal", "2881", "salah", "postal-length"),
    ] {
        let codes: Vec<String> = (!code.is_empty()).then(|| code.to_owned()).into_iter().collect();
        assert_eq!(verdict(&[kind, value]), (expected.to_owned(), codes), "{kind} {value}");
    }
    assert_eq!(verdict(&["kbli", "56101", "--edition", "2020"]).0, "ok");
}

#[test]
fn parts_tell_what_a_number_is_made_of() {
    let part = |kind, value| answers(&[kind, "--json", value], b"", 0)[0]["parts"].clone();
    let nik = part("nik", "1472065708570002");
    assert_eq!(nik["province"], json!("Riau"));
    assert_eq!(nik["region_code"], json!("147206"));
    assert_eq!((&nik["birth"], &nik["sex"]), (&json!("1957-08-17"), &json!("p")));
    assert_eq!(nik["serial"], json!("0002"));
    assert_eq!(nik["region"], json!(["Dumai Kota", "Kota Dumai", "Riau"]));
    let old = part("nik", "9101010101600004");
    assert_eq!(old["region_now"], json!(["Merauke", "Kabupaten Merauke", "Papua Selatan"]));
    assert_eq!(part("nitku", "0712345008212000000001")["place"], json!("000001"));
    assert_eq!(part("ahu", "AHU-001234.AH.01.30.Tahun 2024")["entity"], json!("PT Perorangan"));
    assert_eq!(part("phone", "081234567890")["line"], json!("mobile"));
    assert_eq!(part("kbli", "56101")["edition"], json!(2025));
}

#[test]
fn people_get_sentences_and_never_the_word_valid() {
    let (code, out, _) = run(&["nik", "1472065708570002", "1472O65708570002"], b"");
    assert_eq!(code, Some(1));
    assert!(out.starts_with("1472 0657 0857 0002  tidak ada yang janggal\n"), "{out}");
    assert!(out.contains("Riau; perempuan; 17 Agustus 1957 ("), "{out}");
    assert!(out.contains("salah: Di urutan ke-5 ada “O”. Mungkin maksudnya angka 0."), "{out}");
    assert!(!out.to_lowercase().contains("valid"), "{out}");
    let (_, out, _) = run(&["nik", "1472065708570002\u{1b}[2J\u{202e}"], b"");
    assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
}

#[test]
fn standard_input_is_read_line_by_line() {
    let lines = b"1472061708450001\r\n\n147206170845001\n1472061708450001";
    for args in [&["nik", "--json"][..], &["nik", "--json", "-"]] {
        let found = answers(args, lines, 1);
        let verdicts: Vec<_> = found.iter().map(|one| one["verdict"].as_str().unwrap()).collect();
        assert_eq!(verdicts, ["ok", "salah", "salah", "ok"]);
    }
    let found = answers(&["nib", "--json", "2211260012345", "-"], b"9120001234567\n", 0);
    assert_eq!(found.len(), 2);
    assert_eq!(answers(&["nib", "--json"], b"", 0).len(), 0);
}

#[test]
fn lines_that_are_no_text_are_answered_and_the_next_one_is_read() {
    let mut input = b"14720617\xff0001\n1472\x00061708450001\n".to_vec();
    input.extend(std::iter::repeat_n(b'7', 3_000_000));
    input.extend(b"\n");
    input.extend(std::iter::repeat_n(b'7', 10_000));
    input.extend(b"\n1472061708450001\n");
    let found = answers(&["nik", "--json"], &input, 1);
    let codes: Vec<_> = found.iter().map(|one| one["messages"][0]["code"].as_str()).collect();
    let long = Some("check-line-long");
    assert_eq!(codes, [Some("check-not-utf"), Some("nik-letter"), long, Some("nik-length"), None]);
    assert!(found[2]["input"].as_str().unwrap().chars().count() < 100);
    assert!(found[1]["messages"][0]["text"].as_str().unwrap().contains("U+0000"));
}

#[test]
fn what_cannot_be_asked_is_a_usage_error() {
    for args in [
        &["ktp", "1472061708450001"][..],
        &[],
        &["nik", "--edition", "2020", "1472061708450001"],
        &["kbli", "--edition", "2015", "56101"],
    ] {
        assert_eq!(run(args, b"").0, Some(2), "{args:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = start(&["nib"]);
    let mut input = child.stdin.take().expect("piped");
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    let writer = std::thread::spawn(move || {
        // Ends when the program stops reading.
        while input.write_all(b"2211260012345\n").is_ok() {}
    });
    out.read_line(&mut first).expect("a first answer");
    assert!(first.starts_with("2211 2600 12345"), "{first}");
    drop(out);
    let mut err = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut err).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""));
    writer.join().expect("the writer ends");
}

#[cfg(target_os = "linux")]
#[test]
fn a_long_stream_goes_through_in_constant_memory() {
    const LINES: usize = 200_000;
    let mut child = start(&["nik", "--json"]);
    let mut input = child.stdin.take().expect("piped");
    let out = BufReader::new(child.stdout.take().expect("piped"));
    let reader = std::thread::spawn(move || out.lines().count());
    for _ in 0..LINES {
        input.write_all(b"1472061708450001\n").expect("it reads");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let peak: usize = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    drop(input);
    assert_eq!(reader.join().expect("the reader ends"), LINES);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert!(peak < 40_000, "{peak} kB");
}
