//! The command line as scripts meet it: a process of its own, an empty environment, files and exit codes.

use loket::store::{Access, Locked};
use serde_json::{Value, json};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const PASSPHRASE: &str = "empat kata biasa saja";

/// A sandbox: own home, own data folder, no other environment.
struct Office {
    home: TempDir,
}

/// What a run left behind; printed whole when an assertion fails.
#[must_use = "assert the exit code"]
struct Run {
    args: Vec<String>,
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { args, code, stdout, stderr } = self;
        write!(f, "loket {args:?} ended with {code:?}\n--- out\n{stdout}\n--- err\n{stderr}")
    }
}

impl Run {
    #[track_caller]
    fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.stdout.contains(words) || self.stderr.contains(words), "{words}?\n{self}");
        self
    }

    #[track_caller]
    fn never_says(self, words: &str) -> Self {
        let said = self.stdout.contains(words) || self.stderr.contains(words);
        assert!(!said, "{words}!\n{self}");
        self
    }
}

impl Office {
    /// A sandbox without an office in it.
    fn none() -> Self {
        let home = TempDir::new().unwrap();
        fs::write(home.path().join("kata"), format!("{PASSPHRASE}\n")).unwrap();
        Self { home }
    }

    /// A new office.
    fn new() -> Self {
        let office = Self::none();
        _ = office.run(&INIT).code(0).says("Kunci pemulihan");
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn file(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Runs with the right passphrase file and the data folder of this sandbox.
    fn run(&self, args: &[&str]) -> Run {
        let (passphrase, data) = (self.file("kata"), self.file("data"));
        let mut all = vec!["--passphrase-file", &passphrase, "--data", &data];
        all.extend(args);
        self.run_as_is(&all)
    }

    fn run_as_is(&self, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(args)
            .env_clear()
            .env("HOME", self.home.path())
            .env("COLUMNS", "80")
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run {
            args: args.iter().map(ToString::to_string).collect(),
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Imports a fixture and returns its visit code.
    #[track_caller]
    fn import(&self, name: &str) -> String {
        let run = self.run(&["--json", "draft", "import", &fixture(name)]).code(0);
        run.json()["imported"][0]["code"].as_str().unwrap().to_owned()
    }
}

const INIT: [&str; 7] =
    ["init", "--office", "DPMPTSP Dumai", "--counter", "Loket 1", "--officer", "Sari"];

fn fixture(name: &str) -> String {
    format!("{}/fixtures/applicants/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_case_is_imported_listed_shown_exported_and_imported_again_the_same() {
    let office = Office::new();
    let code = office.import("warung-lengkap.json");
    let listed = office.run(&["--json", "draft", "list"]).code(0).json();
    let case = &listed["cases"][0];
    assert_eq!(case["code"], json!(code));
    assert_eq!(case["name"], json!("SITI AMINAH"));
    assert_eq!(case["state"], json!("draft"));
    assert_eq!(listed["damaged"], json!(0));
    _ = office.run(&["draft", "list"]).code(0).says("SITI AMINAH").says(&code);

    _ = office
        .run(&["draft", "show", &code.to_lowercase()])
        .code(0)
        .says("Nama lengkap: SITI AMINAH")
        .says("Rp 5.000.000")
        .says("0002")
        .never_says("1472065708450002")
        .never_says("1472 0657");
    let id = case["id"].as_str().unwrap();
    _ = office.run(&["--lang", "en", "draft", "show", id]).code(0).says("Full name: SITI AMINAH");
    _ = office.run(&["--json", "draft", "show", id]).code(0).never_says("1472065708450002");
    let full = office.run(&["--json", "draft", "show", "--full", id]).code(0);
    let rows = full.json()["rows"].as_array().unwrap().clone();
    let nik = rows.iter().find(|row| row["path"] == "nik").unwrap();
    let digits: String =
        nik["shown"].as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits, "1472065708450002");

    let file = office.file("keluar.json");
    _ = office.run(&["draft", "export", &code, &file]).code(0).says("tidak disandikan");
    _ = office.run(&["draft", "export", &code, &file]).code(6).says("--replace");
    _ = office.run(&["draft", "export", "--replace", &code, &file]).code(0);
    let read =
        |path: &str| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let exported = read(&file);
    let original = read(&fixture("warung-lengkap.json"));
    for part in ["pack", "answers", "notes", "instances"] {
        assert_eq!(exported[part], original[part], "{part}");
    }
    let again = office.run(&["--json", "draft", "import", &file]).code(0).json();
    let again = again["imported"][0]["code"].as_str().unwrap();
    assert_ne!(again, code);
    let second = office.run(&["draft", "export", again]).code(0).stdout;
    assert_eq!(serde_json::from_str::<Value>(&second).unwrap(), exported);
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_this_user_only() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let code = office.import("hanya-nama.json");
    let file = office.file("keluar.json");
    _ = office.run(&["draft", "export", &code, &file]).code(0);
    let mode = |path: &str| office.path(path).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("keluar.json"), 0o600);
    assert_eq!(mode("data"), 0o700);
    assert_eq!(mode("data/loket.db"), 0o600);
}

#[test]
fn an_office_is_created_once_and_its_recovery_key_is_told_once() {
    let office = Office::none();
    let data = office.file("data");
    let mut args = vec!["--json"];
    args.extend(INIT);
    let made = office.run(&args).code(0).json();
    let key = made["recovery_key"].as_str().unwrap();
    assert_eq!(key.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
    _ = office.run(&INIT).code(6).says(&data).never_says(key);
    fs::write(office.path("kata"), "pendek\n").unwrap();
    _ = office
        .run_as_is(&[&["--data", "lain", "--passphrase-file", "kata"][..], &INIT[..]].concat())
        .code(3)
        .says("paling sedikit 8");
    assert!(!office.path("lain").exists());
}

#[test]
fn waiting_cases_are_listed_by_queue_and_travel_whole() {
    let office = Office::new();
    let waiting = office.import("lontong-menunggu-oss.json");
    let third = office.import("modal-terlalu-besar.json");
    let queue = |name: &str| {
        let listed = office.run(&["--json", "draft", "list", "--queue", name]).code(0).json();
        let cases = listed["cases"].as_array().unwrap().clone();
        cases.iter().map(|case| case["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(queue("supervisor"), [third.as_str()]);
    assert_eq!(queue("waiting"), [waiting.as_str()]);
    assert_eq!(queue("call"), [""; 0]);
    let listed = office.run(&["--json", "draft", "list", "--queue", "waiting"]).code(0).json();
    let case = &listed["cases"][0];
    assert_eq!(case["waiting"]["on"], "oss");
    assert_eq!(case["waiting"]["due"], json!(null));
    assert_eq!((&case["care"], &case["visits"]), (&json!(["lansia"]), &json!(2)));
    _ = office
        .run(&["draft", "show", &waiting])
        .code(0)
        .says("menunggu: OSS bisa dibuka lagi · sejak pagi")
        .says("fotokopi KTP, pas foto 2 lembar")
        .says("kunjungan ke-2");
    let shown = office.run(&["--json", "draft", "show", &waiting]).code(0).json();
    assert_eq!(shown["waiting"]["left"], json!(["fotokopi KTP", "pas foto 2 lembar"]));
    let file = office.file("titip.json");
    _ = office.run(&["draft", "export", &waiting, &file]).code(0);
    let before: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let fixed = fs::read_to_string(fixture("lontong-menunggu-oss.json")).unwrap();
    let fixed: Value = serde_json::from_str(&fixed).unwrap();
    for key in ["parked", "waiting", "visits", "care"] {
        assert_eq!(before[key], fixed[key], "{key}");
    }
    _ = office.run(&["draft", "import", &file]).code(0);
    assert_eq!(queue("waiting").len(), 2);
    _ = office.run(&["draft", "list", "--queue", "entah"]).code(2);
    _ = office.run(&["draft", "list"]).code(0).says("kunjungan ke-3 !");
}

#[test]
fn several_cases_travel_in_one_file() {
    let office = Office::new();
    let one: Value =
        serde_json::from_str(&fs::read_to_string(fixture("hanya-nama.json")).unwrap()).unwrap();
    let file = office.file("banyak.json");
    fs::write(&file, json!({"cases": vec![one; 30]}).to_string()).unwrap();
    let made = office.run(&["--json", "draft", "import", &file]).code(0).json();
    assert_eq!(made["imported"].as_array().unwrap().len(), 30);
    _ = office.run(&["draft", "import", &fixture("dua-usaha.json")]).code(0).says("1 permohonan");
    let listed = office.run(&["--json", "draft", "list"]).code(0).json();
    assert_eq!(listed["cases"].as_array().unwrap().len(), 31);
}

#[test]
fn a_file_with_a_mistake_writes_nothing_and_names_the_right_path() {
    let office = Office::new();
    let file = office.file("salah.json");
    let good = json!({"pack": "nib-perorangan", "answers": {"nama": "KARIM"}});
    let bad = json!({"pack": "nib-perorangan", "answers": {"nk": "1472065708450002"}});
    fs::write(&file, json!([good, bad]).to_string()).unwrap();
    _ = office
        .run(&["draft", "import", &file])
        .code(1)
        .says("cases[1].nk")
        .says("maksud Anda `nik`?")
        .never_says("1472065708450002");
    let error = office.run(&["--json", "draft", "import", &file]).code(1).json();
    assert_eq!(error["error"]["key"], "cli-import-refused");
    assert_eq!(error["error"]["details"].as_array().unwrap().len(), 1);
    fs::write(&file, r#"{"pack":"nib-perorangan","answers":{"nik":1472065708450002}}"#).unwrap();
    _ = office.run(&["draft", "import", &file]).code(1).never_says("1472065708450002");
    let listed = office.run(&["--json", "draft", "list"]).code(0).json();
    assert_eq!(listed["cases"], json!([]));
    _ = office.run(&["draft", "import", "tidak-ada.json"]).code(6).says("tidak-ada.json");
}

#[test]
fn a_backup_is_whole_and_comes_back_elsewhere() {
    let office = Office::new();
    let code = office.import("dua-usaha.json");
    let verified = office.run(&["--json", "verify"]).code(0).json();
    assert_eq!((&verified["whole"], &verified["cases"]), (&json!(true), &json!(1)));
    let file = office.file("cadangan.loket");
    _ = office.run(&["backup", &file]).code(0);
    _ = office.run(&["backup", &file]).code(6).says("--replace");
    _ = office.run(&["backup", "--replace", &file]).code(0);
    let elsewhere = office.file("lain");
    let passphrase = office.file("kata");
    let there = |args: &[&str]| {
        let mut all = vec!["--data", &elsewhere, "--passphrase-file", &passphrase];
        all.extend(args);
        office.run_as_is(&all)
    };
    _ = there(&["restore", &file]).code(0);
    _ = there(&["draft", "show", &code]).code(0).says("ROSMALA DEWI");
    _ = there(&["verify"]).code(0);
    let again = there(&["--json", "restore", &file]).code(0).json();
    assert!(Path::new(again["moved_to"].as_str().unwrap()).is_file());
    _ = there(&["restore", "tidak-ada.loket"]).code(6);
}

#[test]
fn damage_is_named_and_a_damaged_backup_is_not_used() {
    let office = Office::new();
    _ = office.import("hanya-nama.json");
    let file = office.path("cadangan.loket");
    _ = office.run(&["backup", &office.file("cadangan.loket")]).code(0);
    let mut bytes = fs::read(&file).unwrap();
    for byte in &mut bytes[8_000..12_000] {
        *byte ^= 0x5a;
    }
    fs::write(&file, bytes).unwrap();
    let refused = office.run(&["--json", "restore", &office.file("cadangan.loket")]).code(5);
    assert_eq!(refused.json()["error"]["key"], "store-backup-damaged");
    _ = office.run(&["verify"]).code(0);
}

#[test]
fn each_refusal_has_its_exit_code_and_a_next_step() {
    let office = Office::new();
    let code = office.import("hanya-nama.json");
    let with = |passphrase: &str, args: &[&str]| {
        fs::write(office.path("lain"), passphrase).unwrap();
        let data = office.file("data");
        let mut all = vec!["--passphrase-file", "lain", "--data", &data];
        all.extend(args);
        office.run_as_is(&all)
    };
    _ = with("bukan ini\n", &["draft", "list"])
        .code(3)
        .says("Kata sandi tidak cocok")
        .says("lalu: ");
    let wrong = with("bukan ini\n", &["--json", "--lang", "en", "verify"]).code(3).json();
    assert_eq!(wrong["error"]["key"], "store-wrong-passphrase");
    for part in ["what", "why", "next"] {
        assert!(!wrong["error"][part].as_str().unwrap().is_empty(), "{part}");
    }
    _ = office.run(&["draft", "show", "KUDA-472-A"]).code(1).says("draft list");
    _ = office.run(&["draft", "show", &"0".repeat(32)]).code(1);
    _ = office.run(&["draft", "show"]).code(2);
    _ = office.run(&["drft"]).code(2).says("draft");
    _ = office.run(&["--json", "drft"]).code(2).says("cli-usage");
    _ = office.run(&["--demo", "draft", "list"]).code(2);
    _ = office.run(&[]).code(2).says("terminal");
    let data = office.file("data");
    _ = office.run_as_is(&["--data", &data, "verify"]).code(2).says("--passphrase-file");
    // Windows knows the user's folder whatever the environment says: that would be the tester's own.
    if cfg!(unix) {
        _ = office.run_as_is(&["--passphrase-file", "kata", "draft", "list"]).code(6);
    }

    // A file where the folder should be: refused also for an administrator, whom no mode stops.
    fs::write(office.path("berkas"), "bukan folder").unwrap();
    let in_file = |args: &[&str]| {
        let mut all = vec!["--passphrase-file", "kata", "--data", "berkas"];
        all.extend(args);
        office.run_as_is(&all)
    };
    _ = in_file(&INIT).code(6);
    _ = in_file(&["draft", "list"]).code(6);
    _ = in_file(&["restore", "kata"]).code(6);
    assert_eq!(fs::read_to_string(office.path("berkas")).unwrap(), "bukan folder");
    _ = office.run(&["draft", "show", &code]).code(0);
}

#[test]
fn beside_an_open_program_one_reads_but_does_not_write() {
    let office = Office::new();
    let code = office.import("warung-lengkap.json");
    let open = Locked::open(&office.path("data"), Access::Write).unwrap();
    _ = office.run(&["draft", "list"]).code(0).says(&code);
    _ = office.run(&["draft", "export", &code]).code(0);
    _ = office.run(&["verify"]).code(0);
    _ = office.run(&["backup", &office.file("cadangan.loket")]).code(0);
    let import = ["draft", "import", &fixture("hanya-nama.json")];
    _ = office.run(&import).code(4).says("sudah terbuka");
    drop(open);
    _ = office.run(&import).code(0);
}

#[test]
fn built_in_packs_have_no_problem() {
    let office = Office::none();
    _ = office.run(&["pack", "check"]).code(0).says("0 masalah di ");
    assert_eq!(office.run(&["--json", "pack", "check"]).code(0).json(), json!([]));
    let packs = office.run(&["--json", "pack", "list"]).code(0).json();
    let packs = packs["packs"].as_array().expect("a list");
    let found = |id: &str| packs.iter().find(|pack| pack["id"] == id);
    assert_eq!(found("nib-perorangan").expect("it is listed")["origin"], "built-in");
    assert!(found("dasar-orang").is_none(), "a base is not offered");
    _ = office.run(&["pack", "show", "nib-perorangan"]).code(0).says("* nik  (nik)  NIK");
    let shown = office.run(&["--json", "pack", "show", "nib-perorangan"]).code(0).json();
    assert_eq!(shown["sections"][0]["questions"][0]["name"], "nik");
    _ = office.run(&["pack", "show", "nib-pt"]).code(1).says("nib-perorangan");
}

const PACK: &str = r#"id = "contoh"
version = 1
title.id = "Contoh"
title.en = "Example"
summary.id = "Untuk belajar."
summary.en = "For learning."
status = "contoh"
kbli_edition = 2025
sections = ["orang"]
subject = "nama"
"#;

const SECTION: &str = r#"[group]
name = "orang"
label.id = "Identitas"
label.en = "Identity"

[[question]]
name = "nama"
kind = "text"
label.id = "Nama lengkap"
label.en = "Full name"
say.id = "Siapa nama Bapak atau Ibu?"
say.en = "What is your name?"
example = "SITI AMINAH"
why.id = "OSS mencocokkan nama ini."
why.en = "OSS compares this name."

[[question]]
name = "umur"
kind = "integer"
label.id = "Umur"
label.en = "Age"
say.id = "Berapa umurnya?"
say.en = "How old?"
example = "40"
why.id = "Hanya orang dewasa."
why.en = "Adults only."
relevant = "nma != ''"
"#;

#[test]
fn a_problem_in_a_pack_is_shown_with_its_place() {
    let office = Office::none();
    let folder = office.path("data/forms/contoh");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("pack.toml"), PACK).unwrap();
    fs::write(folder.join("orang.toml"), SECTION).unwrap();
    let shown = office.run(&["pack", "check"]).code(1).stdout;
    let (shown, count) = shown.trim_end().rsplit_once('\n').expect("a picture and a count");
    assert!(count.starts_with("1 masalah di "), "{count}");
    insta::assert_snapshot!(shown, @r#"
    error: unknown name `nma`
       --> forms/contoh/orang.toml:27:13
       |
    27 | relevant = "nma != ''"
       |             ^^^ did you mean `nama`?
    "#);
    let found = office.run(&["--json", "pack", "check", "data/forms/contoh"]).code(1).json();
    assert_eq!(
        found,
        json!([{
            "file": "data/forms/contoh/orang.toml", "line": 27, "column": 13,
            "severity": "error", "message": "unknown name `nma`", "hint": "did you mean `nama`?",
        }])
    );
    _ = office.run(&["--lang", "en", "pack", "check", "data/forms"]).code(1).says("1 problem in 2");
    _ = office.run(&["pack", "check", "data"]).code(1).says("pack.toml");
    _ = office.run(&["pack", "check", "tidak-ada"]).code(6);
    fs::write(folder.join("orang.toml"), SECTION.replace("nma", "nama")).unwrap();
    _ = office.run(&["pack", "check"]).code(0).says("0 masalah di ");
    _ = office.run(&["pack", "list"]).code(0).says("kantor");
    _ = office.run(&["pack", "show", "contoh"]).code(0).says("umur  (integer)  Umur");
}

#[test]
fn a_problem_in_a_trouble_is_shown_with_its_place() {
    let office = Office::none();
    let folder = office.path("data/kendala");
    fs::create_dir_all(&folder).unwrap();
    let own = include_str!("../../forms/kendala/data-hilang.toml");
    let wrong = own.replace("to = \"di_loket\"", "to = \"di_loke\"");
    assert_ne!(own, wrong);
    fs::write(folder.join("data-hilang.toml"), wrong).unwrap();
    let shown = office.run(&["pack", "check"]).code(1).stdout;
    assert!(shown.contains("unknown step `di_loke`"), "{shown}");
    assert!(shown.contains("did you mean `di_loket`?"), "{shown}");
    assert!(shown.contains("kendala/data-hilang.toml:"), "{shown}");
    let found = office.run(&["--json", "pack", "check", "data/kendala"]).code(1).json();
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    assert_eq!(found[0]["hint"], "did you mean `di_loket`?");
    _ = office.run(&["--lang", "en", "pack", "check", "data"]).code(1).says("1 problem in 1");
    fs::write(folder.join("data-hilang.toml"), own).unwrap();
    let contact = "[[contact]]\nname = \"dukcapil\"\nadress = \"Jl. Contoh 1\"\n";
    fs::write(office.path("data/kontak.toml"), contact).unwrap();
    let shown = office.run(&["pack", "check"]).code(1).stdout;
    assert!(shown.contains("did you mean `address`?"), "{shown}");
    fs::write(office.path("data/kontak.toml"), contact.replace("adress", "address")).unwrap();
    _ = office.run(&["pack", "check"]).code(0).says("0 masalah di ");
}

#[test]
fn an_office_pack_on_a_built_in_base_is_checked_and_hides_in_sight() {
    let office = Office::none();
    let folder = office.path("data/forms/nib-perorangan");
    fs::create_dir_all(&folder).unwrap();
    let head =
        PACK.replace("id = \"contoh\"", "id = \"nib-perorangan\"\nextends = \"dasar-orang\"");
    let head = head.replace("[\"orang\"]", "[\"identitas\", \"alamat\"]");
    fs::write(folder.join("pack.toml"), &head).unwrap();
    _ = office.run(&["pack", "check", "data/forms/nib-perorangan"]).code(0).says("0 masalah di 1 ");
    _ = office.run(&["pack", "list"]).code(0).says("kantor, menutupi bawaan");
    let packs = office.run(&["--json", "pack", "list"]).code(0).json();
    let own = packs["packs"].as_array().unwrap().iter().find(|pack| pack["origin"] == "office");
    assert_eq!(own.expect("it is listed")["hides"], json!(["built-in"]));
    let shown = office.run(&["--json", "pack", "show", "nib-perorangan"]).code(0).json();
    assert_eq!(shown["sections"].as_array().unwrap().len(), 2);

    fs::write(folder.join("pack.toml"), head.replace("dasar-orang", "dasar-orng")).unwrap();
    let found = office.run(&["pack", "check", "data/forms"]).code(1);
    _ = found.says("data/forms/nib-perorangan/pack.toml:2:11").says("did you mean `dasar-orang`?");
    _ = office.run(&["pack", "show", "nib-perorangan"]).code(1);

    let beside = office.path("data/forms/dasar-orng");
    fs::create_dir_all(&beside).unwrap();
    fs::write(
        beside.join("pack.toml"),
        PACK.replace("\"contoh\"\nversion", "\"dasar-orng\"\nversion"),
    )
    .unwrap();
    fs::write(beside.join("orang.toml"), SECTION.replace("nma", "nama")).unwrap();
    fs::write(folder.join("pack.toml"), head.replace("dasar-orang", "dasar-orng")).unwrap();
    let found = office.run(&["pack", "check", "data/forms/nib-perorangan"]).code(1);
    _ = found.says("section file `identitas.toml` is missing").never_says("dasar-orang");
}

/// Node and edge lines of a DOT text: `"a" [` and `"a" -> "b" [`. Fails on anything but our few shapes.
fn read_dot(text: &str) -> (Vec<String>, Vec<[String; 2]>) {
    fn string(line: &str) -> Option<(String, &str)> {
        let mut out = String::new();
        let mut letters = line.strip_prefix('"')?.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => return Some((out, line[at + 2..].trim_start())),
                '\\' => out.push(letters.next()?.1),
                letter => out.push(letter),
            }
        }
        None
    }
    let (mut nodes, mut edges, mut depth) = (Vec::new(), Vec::new(), 0_i32);
    for line in text.lines().map(str::trim) {
        depth += i32::from(line.ends_with('{')) - i32::from(line == "}");
        if !line.starts_with('"') {
            continue;
        }
        let (first, rest) = string(line).unwrap_or_else(|| panic!("{line}"));
        if let Some(rest) = rest.strip_prefix("-> ") {
            let (second, rest) = string(rest).unwrap_or_else(|| panic!("{line}"));
            assert!(rest.starts_with('[') && rest.ends_with("];"), "{line}");
            edges.push([first, second]);
        } else {
            assert!(rest.starts_with("[label = \"") && rest.ends_with("];"), "{line}");
            nodes.push(first);
        }
    }
    assert!(text.starts_with("digraph \"") && depth == 0, "every brace is closed");
    (nodes, edges)
}

#[test]
fn a_pack_is_drawn_as_lines_and_as_dot() {
    let office = Office::none();
    let text = office.run(&["pack", "show", "nib-perorangan", "--graph"]).code(0).stdout;
    assert!(text.contains("├─ hp_wa  ← bila hp\n"), "{text}");
    assert!(text.contains("[bpjs]  ← sesudah tki_l, tki_p\n"), "{text}");
    let dot = office.run(&["pack", "show", "nib-perorangan", "--graph", "dot"]).code(0).stdout;
    let (nodes, edges) = read_dot(dot.trim_end());
    for [from, to] in &edges {
        assert!(nodes.contains(from) && nodes.contains(to), "{from} -> {to}");
    }
    let edge = |from: &str, to: &str| edges.contains(&[from.to_owned(), to.to_owned()]);
    assert!(edge("question:hp", "question:hp_wa"));
    assert!(edge("question:tki_l", "section:bpjs"));
    let json = office.run(&["--json", "pack", "show", "nib-perorangan", "--graph"]).code(0).json();
    assert!(json["edges"].as_array().is_some_and(|edges| !edges.is_empty()));
    _ = office.run(&["pack", "show", "nib-perorangan", "--graph", "svg"]).code(2);
}

#[test]
fn a_label_with_quotes_and_backslashes_does_not_break_the_drawing() {
    let office = Office::none();
    let folder = office.path("data/forms/contoh");
    fs::create_dir_all(&folder).unwrap();
    let waits = "[[blocked_by]]\npack = \"nib-perorangan\"\nrelevant = \"umur > 17\"\n\
                 say.id = \"NIB dulu.\"\nsay.en = \"NIB first.\"\n";
    let head = PACK.replace("\"Contoh\"", r#""Izin \"C:\\x\" ->""#);
    fs::write(folder.join("pack.toml"), format!("{head}{waits}")).unwrap();
    let section = SECTION.replace("nma", "nama").replace("\"Umur\"", r#""Umur \"];""#);
    fs::write(folder.join("orang.toml"), section).unwrap();
    let dot = office.run(&["pack", "show", "contoh", "--graph", "dot"]).code(0).stdout;
    let (nodes, edges) = read_dot(dot.trim_end());
    assert!(nodes.contains(&"pack:nib-perorangan".to_owned()));
    let edge = |from: &str, to: &str| edges.contains(&[from.to_owned(), to.to_owned()]);
    assert!(edge("pack:nib-perorangan", "pack:contoh"));
    assert!(edge("question:umur", "pack:nib-perorangan"));
    assert!(edge("question:nama", "question:umur"));
    let text = office.run(&["pack", "show", "contoh", "--graph"]).code(0).stdout;
    assert!(text.contains("└─ sesudah nib-perorangan  ← bila umur"), "{text}");
}

#[test]
fn help_man_page_and_completions_are_there_in_both_languages() {
    let office = Office::none();
    _ = office.run_as_is(&["--help"]).code(0).says("Pemakaian:").says("Permohonan").never_says("⟨");
    _ = office.run_as_is(&["--lang", "en", "--help"]).code(0).says("Usage:").says("Create a new");
    _ = office.run_as_is(&["draft", "import", "--help"]).code(0).says("masukan baku");
    _ = office.run_as_is(&["--version"]).code(0).says(env!("CARGO_PKG_VERSION"));
    _ = office.run_as_is(&["man"]).code(0).says(".TH loket 1").never_says("⟨");
    _ = office.run_as_is(&["man", "halaman"]).code(0).says("loket-draft-import.1");
    assert!(office.path("halaman/loket-draft-import.1").is_file());
    for shell in ["bash", "fish", "zsh", "powershell"] {
        _ = office.run_as_is(&["completions", shell]).code(0).says("passphrase-file");
    }
}

#[test]
fn a_newer_office_is_left_alone() {
    let office = Office::new();
    let database = rusqlite::Connection::open(office.path("data/loket.db")).unwrap();
    database.pragma_update(None, "user_version", 99).unwrap();
    drop(database);
    for args in [&["draft", "list"][..], &["verify"], &["backup", "cadangan.loket"]] {
        _ = office.run(args).code(7).says("99");
    }
    assert!(!office.path("cadangan.loket").exists());
}

#[test]
fn folder_and_language_come_from_the_environment_too() {
    let office = Office::new();
    let listed = |language: &str, args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(args)
            .env_clear()
            .env("LOKET_DATA", office.path("data"))
            .env("LOKET_LANG", language)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let passphrase = office.file("kata");
    let list = ["--passphrase-file", &passphrase, "draft", "list"];
    assert_eq!(listed("en", &list), (Some(0), "There are no cases yet.\n".into()));
    assert_eq!(listed("id", &list), (Some(0), "Belum ada permohonan.\n".into()));
    assert_eq!(listed("fr", &list).0, Some(2));
    assert!(listed("en", &["--help"]).1.contains("Usage:"));
}

/// Without `--data` the folder is under the home folder, never in the folder one happens to be in.
#[cfg(target_os = "linux")]
#[test]
fn data_lives_in_the_users_own_folder() {
    let office = Office::none();
    let mut args = vec!["--passphrase-file", "kata"];
    args.extend(INIT);
    _ = office.run_as_is(&args).code(0);
    assert!(office.path(".local/share/loket/loket.db").is_file());
}

#[cfg(unix)]
#[test]
fn a_passphrase_typed_on_a_terminal_is_not_shown() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read as _, Write as _};

    let office = Office::none();
    let pty = native_pty_system()
        .openpty(PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 })
        .unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_loket"));
    command.env_clear();
    command.env("LOKET_DATA", office.path("data"));
    command.args(INIT);
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let mut shown = String::new();
    let mut wait_for = |words: &str| {
        let mut byte = [0];
        // The end of a pseudo-terminal is an error on Linux.
        while !shown.contains(words) && reader.read(&mut byte).is_ok_and(|count| count > 0) {
            shown.push(char::from(byte[0]));
        }
        assert!(shown.contains(words), "{words}? {shown}");
        shown.clone()
    };
    wait_for("Kata sandi baru: ");
    // One letter too many, taken back; the rest is taken as it is typed.
    write!(writer, "{PASSPHRASE}x\x7f\r").unwrap();
    wait_for("Sekali lagi: ");
    write!(writer, "{PASSPHRASE}\r").unwrap();
    let all = wait_for("pembuat Loket");
    assert!(child.wait().unwrap().success());
    assert!(!all.contains("kata biasa"), "{all}");
    _ = office.run(&["verify"]).code(0);
}

#[test]
fn the_papers_of_a_service_are_printed_for_taking_home() {
    let office = Office::none();
    let page = office.run(&["pack", "print", "nib-perorangan"]).code(0).says("DAFTAR SYARAT");
    assert!(page.stdout.lines().count() <= 66, "{page}");
    let large = office.run(&["pack", "print", "nib-perorangan", "--large", "--lang", "en"]).code(0);
    assert!(large.stdout.lines().all(|line| line.chars().count() <= 40), "{large}");
    _ = large.says("MUST BE BROUGHT").says("K T P").never_says("gratis");
}

#[test]
fn a_paper_never_takes_the_place_of_a_file_unasked() {
    let office = Office::none();
    let file = office.file("formulir.txt");
    let print = ["pack", "print", "sip-bidan", "--form", file.as_str()];
    _ = office.run(&print).code(0).says("formulir.txt");
    let form = fs::read_to_string(office.path("formulir.txt")).unwrap();
    assert!(form.contains("== IDENTITAS (KTP)") && form.contains("[_][_][_][_]"), "{form}");
    _ = office.run(&print).code(6);
    _ = office.run(&[&print[..], &["--replace"]].concat()).code(0);
    _ = office.run(&["pack", "print", "sip-bidan", "--form", "--large"]).code(2);
    _ = office.run(&["pack", "print", "sip-bidn"]).code(1);
}

#[test]
fn papers_of_a_pack_are_written_as_pdf_in_both_sizes() {
    let office = Office::none();
    for (name, args) in [
        ("a4.pdf", &["--size", "a4"][..]),
        ("a5.pdf", &["--size", "a5", "--large"]),
        ("form.pdf", &["--form"]),
    ] {
        let file = office.file(name);
        let mut all = vec!["pack", "print", "nib-perorangan", "--pdf", &file];
        all.extend(args);
        let made = office.run(&[&["--json"], &all[..]].concat()).code(0).json();
        let bytes = fs::read(&file).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() < 40_000, "{} bytes", bytes.len());
        assert_eq!(made["bytes"], bytes.len());
        _ = office.run(&all).code(6).says("--replace");
    }
    _ = office.run(&["pack", "print", "nib-perorangan", "--size", "a5"]).code(2);
}

#[test]
fn a_test_page_goes_to_the_configured_printer_or_becomes_a_file() {
    let office = Office::new();
    _ = office.run(&["print", "test"]).code(0).says("halaman-uji.pdf");
    let port = office.file("lp0");
    fs::write(&port, "").unwrap();
    let settings = |to: &str| format!("[receipt]\n{to}\nkind = \"escpos-58\"\nlarg = true\n");
    let data = office.path("data");
    fs::write(data.join("printer.toml"), settings(&format!("device = '{port}'"))).unwrap();
    _ = office
        .run(&["print", "test"])
        .code(0)
        .says("Terkirim ke printer")
        .says("printer.toml:4: unknown setting `larg`; did you mean `large`?");
    let bytes = fs::read(&port).unwrap();
    assert!(bytes.starts_with(b"\x1b@") && bytes.ends_with(b"\x1dVB\x03"), "{bytes:x?}");
    fs::write(data.join("printer.toml"), settings("device = '/dev/tidak-ada'")).unwrap();
    _ = office.run(&["print", "test"]).code(1).says("tidak ditemukan").says("halaman-uji.pdf");
}

#[test]
fn an_outage_is_written_down_ended_and_listed_as_text_csv_and_spreadsheet() {
    let office = Office::new();
    _ = office.run(&["outage", "list"]).code(0).says("Tidak ada gangguan");
    _ = office
        .run(&[
            "outage",
            "log",
            "--system",
            "oss",
            "--symptom",
            "=gagal, \"502\"",
            "--since",
            "besok",
        ])
        .code(2)
        .says("Jam belum terbaca");
    let log = ["outage", "log", "--system", "login", "--symptom", "=gagal", "--since", "0.00"];
    _ = office.run(&log).code(0).says("Gangguan Login OSS dicatat");
    _ = office.run(&log).code(1).says("sudah dicatat").says("loket outage end --system login");
    _ = office.run(&["outage", "end", "--system", "oss"]).code(1).says("Tidak ada gangguan OSS");
    let ended = office.run(&["--json", "outage", "end", "--system", "login"]).code(0).json();
    let listed = office.run(&["--json", "outage", "list"]).code(0).json();
    let line = &listed["outages"][0];
    assert_eq!((&line["id"], &line["until_ms"]), (&ended["id"], &ended["until_ms"]));
    assert_eq!(line["by"], json!("Sari"));
    assert_eq!(listed["total"]["cases"], json!(0));
    let (csv, xlsx) = (office.file("g.csv"), office.file("g.xlsx"));
    _ = office.run(&["outage", "list", "--csv", &csv]).code(0);
    assert!(fs::read_to_string(&csv).unwrap().contains(",Login OSS,'=gagal,"));
    _ = office.run(&["outage", "list", "--csv", &csv]).code(6);
    _ = office.run(&["outage", "list", "--xlsx", &xlsx]).code(0);
    let pdf = xlsx.replace(".xlsx", ".pdf");
    _ = office.run(&["outage", "list", "--pdf", &pdf]).code(0);
    let page = lopdf::Document::load(&pdf).unwrap().extract_text(&[1]).unwrap();
    assert!(page.contains("GANGGUAN SISTEM BULAN") && page.contains("=gagal"), "{page}");
    _ = office.run(&["outage", "list", "--pdf", &pdf, "--csv", &csv]).code(2);
    assert!(fs::read(&xlsx).unwrap().starts_with(b"PK"));
    _ = office.run(&["outage", "list", "--day", "2020-01-31"]).code(0).says("31 JANUARI 2020");
    _ = office.run(&["outage", "list", "--day", "31-1"]).code(2).says("bukan tanggal");
    _ = office.run(&["outage", "list", "--month", "2026-13"]).code(2).says("bukan bulan");
    _ = office.run(&["outage", "list", "--month", "2020-01"]).code(0).says("JANUARI 2020");
    _ = office.run(&["outage", "log", "--system", "odoo"]).code(2);
}

#[test]
fn the_template_of_the_letter_is_printed_and_an_offices_own_is_checked() {
    let office = Office::none();
    let built_in = office.run(&["outage", "template"]).code(0).says("kop = [").stdout;
    fs::write(office.path("surat.toml"), &built_in).unwrap();
    _ = office
        .run(&["outage", "template", &office.file("surat.toml")])
        .code(0)
        .says("tidak ada yang salah")
        .never_says("dua loket bisa memberi nomor");
    fs::write(office.path("satu.toml"), "nomor = \"503/{nomor}/{tahun}\"\n").unwrap();
    _ = office
        .run(&["outage", "template", &office.file("satu.toml")])
        .code(0)
        .says("tidak ada yang salah")
        .says("dua loket bisa memberi nomor surat yang sama");
    fs::write(office.path("surat.toml"), built_in.replace("{pemohon}\nKode", "{pemohn}\nKode"))
        .unwrap();
    _ = office
        .run(&["outage", "template", &office.file("surat.toml")])
        .code(1)
        .says("{pemohn}")
        .says("{pemohon}")
        .says("^^^^^^^^");
}

#[test]
fn officers_are_listed_added_and_removed_from_a_script() {
    let office = Office::new();
    fs::write(office.path("lina"), "padi di sawah luas\n").unwrap();
    let lina = office.file("lina");
    let add = |name: &str, file: &str| {
        office.run(&["officer", "add", name, "--new-passphrase-file", file])
    };
    _ = office.run(&["officer", "list"]).code(0).says("(Anda)").never_says("Lina");
    _ = add("Lina", &lina).code(0).says("terdaftar").never_says("Lina");
    let list = office.run(&["--json", "officer", "list"]).code(0).json();
    let officers = list["officers"].as_array().unwrap();
    assert_eq!(officers.len(), 2);
    assert!(officers.contains(&json!({"name": "Lina", "me": false})), "{list}");
    // The name tells who did it, the passphrase who is here: neither can be had twice.
    _ = add(" lina ", &lina).code(3).says("sudah ada").never_says("Lina");
    _ = add("Dewi", &lina).code(3).says("tidak dapat dipakai").never_says("Dewi");
    _ = add(" ", &lina).code(2).says("masih kosong");
    fs::write(office.path("pendek"), "dua\n").unwrap();
    _ = add("Dewi", &office.file("pendek")).code(3).says("terlalu pendek");
    _ = add("Dewi", &office.file("tidak-ada")).code(6);
    _ = office.run(&["officer", "add", "Dewi"]).code(2).says("--passphrase-file");
    let data = office.file("data");
    let as_lina = ["--data", &data, "--passphrase-file", &lina];
    let as_lina = |args: &[&str]| office.run_as_is(&[&as_lina[..], args].concat());
    _ = as_lina(&["officer", "list"]).code(0).says("Lina (Anda)");
    _ = as_lina(&["officer", "remove", "lina"]).code(3).says("tidak dapat dihapus");
    _ = office.run(&["officer", "remove", "Dewi"]).code(1).never_says("Dewi");
    _ = office.run(&["officer", "remove", "LINA"]).code(0).says("dihapus");
    _ = as_lina(&["officer", "list"]).code(3);
    _ = office.run(&["verify"]).code(0);
    // What was done about officers is in the office's log, sealed, with who did it.
    let locked = Locked::open(Path::new(&data), Access::ReadOnly).unwrap();
    let store = locked.unlock(PASSPHRASE).map_err(|(_, error)| error).unwrap();
    let written: Vec<String> = loket::runtime::records(&store)
        .unwrap()
        .into_iter()
        .map(|record| format!("{:?}", record.entry))
        .collect();
    assert_eq!(written, ["OfficerAdded", "OfficerRemoved"]);
    for entry in fs::read_dir(&data).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(4).any(|window| window.eq_ignore_ascii_case(b"lina")));
    }
}
