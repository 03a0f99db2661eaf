//! `loket data` as an office meets it: lists in, packs on disk, and what a damaged one does.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A data folder of its own and no other environment.
struct Counter {
    home: TempDir,
}

/// What a run left behind.
#[must_use = "assert the exit code"]
struct Run {
    said: String,
    stdout: String,
    code: Option<i32>,
}

impl Run {
    #[track_caller]
    fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.said);
        self
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.said.contains(words), "{words}?\n{}", self.said);
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}", self.said))
    }
}

impl Counter {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    fn run(&self, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_loket"))
            .args(["--data", &self.path("data").display().to_string()])
            .args(args)
            .env_clear()
            .env("HOME", self.home.path())
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        let code = output.status.code();
        let said = format!("loket {args:?} ended with {code:?}\n{stdout}\n--- err\n{stderr}");
        Run { said, stdout, code }
    }

    /// Every file below the data folder with what is in it.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn below(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    below(&path, found);
                } else {
                    found.push((path.clone(), fs::read(&path).unwrap()));
                }
            }
        }
        let mut found = Vec::new();
        below(&self.path("data"), &mut found);
        found.sort();
        found
    }

    /// The entry of a pack in `data list`.
    #[track_caller]
    fn listed(&self, id: &str, origin: &str) -> Value {
        let list = self.run(&["--json", "data", "list"]).code(0).json();
        let packs = list["packs"].as_array().unwrap();
        let found = packs.iter().find(|pack| pack["id"] == id && pack["origin"] == origin);
        found.unwrap_or_else(|| panic!("{id} {origin}: {list:#}")).clone()
    }
}

const DESA: &str = "kode,nama\n1472061001,Ratu Sima\n1472061002,Simpang Tetap\n";

fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path.display().to_string())
}

#[test]
fn the_built_in_packs_are_listed_and_sound() {
    let counter = Counter::new();
    let run = counter.run(&["data", "list"]).code(0);
    let _ = run.says("ODbL-1.0").says("idn-area-data").says("dipakai").says("7837");
    let wilayah = counter.listed("wilayah", "built-in");
    assert_eq!((&wilayah["rows"], &wilayah["checksums"]), (&json!(7837), &json!(true)));
    let _ = counter.run(&["data", "check"]).code(0).says("0 masalah");
    assert!(!counter.path("data").exists(), "looking writes nothing");
}

#[test]
fn a_list_is_shown_first_and_written_only_with_consent() {
    let counter = Counter::new();
    let file = counter.write("desa.csv", DESA);
    let _ = counter.run(&["data", "import", &file]).code(2).says("Baru: 2").says("--yes");
    assert_eq!(counter.files(), []);
    let done = counter.run(&["--json", "data", "import", &file, "--yes"]).code(0).json();
    assert_eq!((&done["added"]["count"], &done["put_aside"]), (&json!(2), &Value::Null));
    let desa = counter.listed("desa", "office");
    assert_eq!((&desa["state"], &desa["source"]), (&json!("in-use"), &json!("desa.csv")));
    let _ = counter.run(&["data", "check"]).code(0);
}

#[test]
fn the_edition_before_is_kept() {
    let counter = Counter::new();
    let file = counter.write("desa.csv", DESA);
    let _ = counter.run(&["data", "import", &file, "--yes", "--edition", "2025"]).code(0);
    let newer = counter.write("desa.csv", &DESA.replace("Ratu Sima", "Ratu Sima Baru"));
    for expected in ["desa.2025.", "desa.2026."] {
        let run = counter.run(&["--json", "data", "import", &newer, "--yes", "--edition", "2026"]);
        let done = run.code(0).json();
        let aside = done["put_aside"].as_str().unwrap();
        assert!(aside.starts_with(expected), "{aside}");
    }
    let list = counter.run(&["--json", "data", "list"]).code(0).json();
    assert_eq!(list["previous"].as_array().unwrap().len(), 2, "{list:#}");
    let before = counter.path("data/reference/previous");
    let one = fs::read_dir(before)
        .unwrap()
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().starts_with("desa.2025."));
    let text = fs::read_to_string(one.unwrap().path().join("desa.csv")).unwrap();
    assert!(text.contains("1472061001,Ratu Sima\n"), "{text}");
}

#[test]
fn a_bad_list_changes_nothing_and_names_every_row() {
    let counter = Counter::new();
    let file = counter.write("desa.csv", DESA);
    let _ = counter.run(&["data", "import", &file, "--yes"]).code(0);
    let before = counter.files();
    let rows = (0..30).map(|at| format!("x{at},Desa")).collect::<Vec<_>>().join("\n");
    let bad = counter.write("rusak.csv", &format!("{DESA}{rows}"));
    let run = counter.run(&["data", "import", &bad, "--kind", "desa", "--yes"]).code(1);
    let _ = run.says("30 masalah").says("rusak.csv:4:kode: ").says("… dan 10 lagi").says("lalu: ");
    let run = counter.run(&["--json", "--lang", "en", "data", "import", &bad, "--kind", "desa"]);
    let refused = run.code(1).json();
    assert_eq!(refused["error"]["key"], "data-import-refused");
    assert_eq!(refused["error"]["details"].as_array().unwrap().len(), 21);
    let _ = counter.run(&["data", "import", "tidak-ada.csv"]).code(6);
    let _ = counter.run(&["data", "import", &file, "--kind", "apa"]).code(2);
    assert!(counter.files() == before, "nothing was written");
}

#[test]
fn a_damaged_pack_of_the_office_is_told_and_not_used() {
    let counter = Counter::new();
    let wilayah = "kode,nama\n14,Riau\n1472,Kota Dumai\n147206,Dumai Kota\n";
    let file = counter.write("wilayah.csv", wilayah);
    let _ = counter.run(&["data", "import", &file, "--yes"]).code(0).says("Hilang: 7834");
    assert_eq!(counter.listed("wilayah", "built-in")["state"], "replaced");
    let reference = loket::runtime::reference(&counter.path("data"));
    assert_eq!(reference.problems(), []);

    let csv = counter.path("data/reference/wilayah/wilayah.csv");
    fs::write(&csv, "code,name\n14,Riau\n").unwrap();
    assert_eq!(counter.listed("wilayah", "office")["state"], "broken");
    assert_eq!(counter.listed("wilayah", "built-in")["state"], "in-use");
    let _ = counter.run(&["data", "check"]).code(1).says("wilayah/wilayah.csv");
    let reference = loket::runtime::reference(&counter.path("data"));
    let _ = reference.regions();
    assert_eq!(reference.problems().len(), 1);
    let notices = loket::runtime::reference_notices(&reference);
    assert_eq!(
        notices.iter().map(|one| one.key.as_ref()).collect::<Vec<_>>(),
        ["data-pack-not-used"]
    );
}

#[test]
fn an_import_that_was_cut_off_leaves_one_of_the_two_in_use() {
    let counter = Counter::new();
    let file = counter.write("desa.csv", DESA);
    let _ = counter.run(&["data", "import", &file, "--yes"]).code(0);
    let (own, new) = (counter.path("data/reference/desa"), counter.path("data/reference/desa.new"));
    // Cut off while the new one was written: the old one stays.
    fs::create_dir(&new).unwrap();
    fs::write(new.join("desa.csv"), "code,na").unwrap();
    assert_eq!(counter.listed("desa", "office")["rows"], 2);
    // Cut off after the old one was put aside: the new one is whole.
    fs::remove_dir_all(&new).unwrap();
    fs::rename(&own, &new).unwrap();
    assert_eq!(counter.listed("desa", "office")["rows"], 2);
    let _ = counter.run(&["data", "import", &file, "--yes"]).code(0).says("desa.20");
    assert!(own.exists() && !new.exists());
    let _ = counter.run(&["data", "check"]).code(0).says("0 masalah");
}

#[test]
fn the_official_lists_replace_the_built_in_ones() {
    let counter = Counter::new();
    for (name, id) in [
        ("kbli2025.csv", "kbli-2025"),
        ("kbli2020.csv", "kbli-2020"),
        ("kbli_2020_2025.csv", "padanan"),
        ("wilayah_nodesa.csv", "wilayah"),
        ("kodepos_kec.csv", "kodepos"),
        ("holidays_id.csv", "libur"),
    ] {
        let Some(file) = shared(name) else { return };
        let source = ["--source", "Peraturan BPS", "--yes"];
        let args = [&["--json", "data", "import", file.as_str()], &source[..]].concat();
        let done = counter.run(&args).code(0).json();
        assert_eq!(done["id"], id);
        assert_eq!(counter.listed(id, "office")["state"], "in-use");
    }
    let _ = counter.run(&["data", "check"]).code(0).says("0 masalah");
    // The table of moves is held against both whole lists now.
    let wrong = counter.write("pindah.csv", "code_2020,code_2025\n00000,56101\n56102,56101\n");
    let _ = counter.run(&["data", "import", &wrong]).code(1).says("pindah.csv:2:code_2020");
}
