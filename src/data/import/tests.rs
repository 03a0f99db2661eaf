//! Lists as offices hand them in: the official ones whole, and everything that can be wrong with one.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use super::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::path::PathBuf;

fn shared(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    bytes
}

fn given(file: &str) -> Given<'_> {
    Given { file, today: jiff::civil::date(2026, 11, 22), ..Given::default() }
}

fn taken(file: &str, bytes: &[u8]) -> Staged {
    import(&given(file), bytes, &Reference::built_in()).unwrap_or_else(|problems| {
        let places: Vec<_> = problems.iter().take(5).map(|one| (one.place(), one)).collect();
        panic!("{file}: {} problems, {places:?}", problems.len());
    })
}

/// Places and keys of everything that is wrong.
fn refused(file: &str, bytes: &[u8]) -> Vec<String> {
    let problems = import(&given(file), bytes, &Reference::built_in()).expect_err(file);
    problems.iter().map(|one| format!("{} {}", one.place(), one.key)).collect()
}

/// A workbook of one sheet; cells that read as numbers are stored as numbers where `numbers` says so.
fn workbook(rows: &[Vec<&str>], numbers: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let place = (at as u32, column as u16);
            match cell.parse::<f64>() {
                Ok(number) if numbers => _ = sheet.write_number(place.0, place.1, number).unwrap(),
                _ => _ = sheet.write_string(place.0, place.1, *cell).unwrap(),
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A CSV text as a workbook.
fn as_workbook(bytes: &[u8], numbers: bool) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let (rows, _) = super::super::csv::rows(&text, ',');
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.cells.iter().map(AsRef::as_ref).collect()).collect();
    workbook(&rows, numbers)
}

#[test]
fn the_official_lists_are_taken_whole() {
    for (file, id, rows) in [
        ("kbli2025.csv", "kbli-2025", 2444),
        ("kbli2020.csv", "kbli-2020", 2712),
        ("kbli_2020_2025.csv", "padanan", 2560),
        ("kodepos_kec.csv", "kodepos", 7285),
        ("wilayah_nodesa.csv", "wilayah", 7837),
        ("holidays_id.csv", "libur", 108),
    ] {
        let Some(bytes) = shared(file) else { return };
        let staged = taken(file, &bytes);
        assert_eq!((staged.manifest.id.as_str(), staged.summary.rows), (id, rows), "{file}");
        let whole = staged.manifest.kind == Kind::Kbli;
        assert_eq!(staged.manifest.whole, whole, "{file}");
    }
}

#[test]
fn a_workbook_says_the_same_as_the_csv_it_was_made_of() {
    for file in ["kbli2025.csv", "kbli2020.csv", "kbli_2020_2025.csv", "holidays_id.csv"] {
        let Some(bytes) = shared(file) else { return };
        let staged = taken(file, &bytes);
        for numbers in [false, true] {
            let from_workbook = taken(file, &as_workbook(&bytes, numbers));
            assert_eq!(from_workbook.files[0], staged.files[0], "{file}, numbers: {numbers}");
            let restored = from_workbook.summary.restored.len();
            assert_eq!(restored > 0, numbers && file != "holidays_id.csv", "{file}: {restored}");
        }
    }
}

#[test]
fn the_summary_tells_what_changes() {
    let Some(bytes) = shared("wilayah_nodesa.csv") else { return };
    let summary = taken("wilayah_nodesa.csv", &bytes).summary;
    let counts = (summary.added.count, summary.removed.count, summary.changed.count);
    assert_eq!(counts, (0, 0, 3));
    assert!(summary.changed.examples[0].starts_with("122306 Na IX - X → "), "{summary:?}");
    assert_eq!(summary.replaces.as_ref().map(|(edition, _)| *edition), Some(2025));
    assert_eq!(summary.unused, ["level"].map(str::to_owned)[..0], "level is known");
    let text = String::from_utf8(bytes).unwrap();
    let fewer = text.replace("147207,Medang Kampai,3\n", "");
    let fewer =
        if fewer.len() == text.len() { text.replacen("110101,Bakongan,3\n", "", 1) } else { fewer };
    let summary = taken("w.csv", fewer.as_bytes()).summary;
    assert_eq!(summary.removed.count, 1);
    let built_in = super::super::built_in::text("wilayah", "wilayah.csv").unwrap();
    assert!(taken("w.csv", built_in.as_bytes()).summary.is_same());
}

#[test]
fn csv_is_taken_in_every_usual_dress() {
    let plain = "kode,nama\n1472061001,Ratu Sima\n1472061002,Regapu'u\n";
    let text = taken("desa.csv", plain.as_bytes()).files[0].1.clone();
    assert_eq!(text, "code,name\n1472061001,Ratu Sima\n1472061002,Regapu'u\n");
    let semicolons = plain.replace(',', ";").replace('\n', "\r\n");
    let dresses: [Vec<u8>; 6] = [
        format!("\u{feff}{plain}").into_bytes(),
        semicolons.clone().into_bytes(),
        format!("sep=;\r\n{semicolons}").into_bytes(),
        plain.replace(',', "\t").into_bytes(),
        plain.replace("Regapu'u", "\"Regapu\u{2019}u\"").into_bytes(),
        plain.bytes().map(|byte| if byte == b'\'' { 0x92 } else { byte }).collect(),
    ];
    for dress in dresses {
        assert_eq!(taken("desa.csv", &dress).files[0].1, text, "{dress:?}");
    }
    let dotted = "NAMA DESA;Kode Wilayah\nRatu  Sima;14.72.06.1001\nRegapu`u;'1472061002\n";
    assert_eq!(taken("desa.csv", dotted.as_bytes()).files[0].1, text);
}

#[test]
fn titles_above_the_header_and_other_columns_do_no_harm() {
    let rows = vec![
        vec!["Daftar desa tahun 2025"],
        vec![],
        vec!["No", "Kode", "Nama", "Catatan"],
        vec!["1", "1472061001", "Ratu Sima", ""],
    ];
    let staged = taken("desa.xlsx", &workbook(&rows, true));
    assert_eq!(staged.files[0].1, "code,name\n1472061001,Ratu Sima\n");
    assert_eq!(staged.summary.unused, ["No", "Catatan"]);
}

#[test]
fn each_bad_file_is_refused_with_its_reason() {
    let zip = crate::sheet::zip::tests::zipped(&[("mimetype", b"text/plain")]);
    for (name, bytes, expected) in [
        ("kosong.csv", &b" \n"[..], "kosong.csv data-import-empty"),
        ("zip.xlsx", &zip, "zip.xlsx data-import-no-workbook"),
        ("putus.xlsx", &b"PK\x03\x04"[..], "putus.xlsx data-import-no-workbook"),
        ("lama.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1][..], "lama.xls data-import-old-workbook"),
        ("foto.csv", &b"\x89PNG\0\0\0"[..], "foto.csv data-import-no-table"),
        ("kutip.csv", &b"kode,nama\n14,\"Riau\n15,Jambi\n"[..], "kutip.csv:2 data-quote-open"),
        ("judul.csv", &b"kode,nama\n"[..], "judul.csv data-import-no-rows"),
        ("a.csv", &b"kodde,nmaa\n14,Riau\n"[..], "a.csv data-import-no-header"),
        ("a.csv", &b"kodde,nmaa\n14,Riau\n"[..], "a.csv:1 data-import-header-near"),
        ("b.csv", &b"kode,kategori,judull\n56101,I,x\n"[..], "b.csv:1 data-import-header-near"),
        ("c.csv", &b"kode,kategori,zzz\n56101,I,x\n"[..], "c.csv:1 data-import-header"),
        ("d.csv", &b"kode,nama\n1,x\n12345678,y\n"[..], "d.csv data-import-which-kind"),
        ("kbli.csv", &b"kode,judul,kategori\n56101,x,I\n"[..], "kbli.csv data-import-edition"),
    ] {
        let found = refused(name, bytes);
        assert!(found.contains(&expected.to_owned()), "{name}: {found:?}");
    }
}

#[test]
fn every_bad_row_is_told_at_once_with_row_and_column() {
    let desa = "kode,nama\n1472061001,A\n1472061001,B\n147206100,C\n1472991001,D\n1472061003,\n";
    assert_eq!(
        refused("d.csv", desa.as_bytes()),
        [
            "d.csv:3:kode data-import-twice",
            "d.csv:4:kode data-code",
            "d.csv:5:kode data-orphan",
            "d.csv:6:nama data-name-empty",
        ]
    );
    let rows =
        vec![vec!["kode", "nama"], vec!["14", "Riau"], vec!["14.1", "X"], vec!["1472", "Dumai"]];
    let wilayah = Given { kind: Some(Kind::Wilayah), ..given("w.xlsx") };
    let problems = import(&wilayah, &workbook(&rows, true), &Reference::built_in()).unwrap_err();
    let found: Vec<String> =
        problems.iter().map(|one| format!("{} {}", one.place(), one.key)).collect();
    assert_eq!(found, ["w.xlsx data-import-level", "w.xlsx:3:A (kode) data-import-code-number"]);
    let pos = "kode,kode pos\n147206,2881\n147207,28812 28813\n149901,28811\n";
    assert_eq!(
        refused("p.csv", pos.as_bytes()),
        ["p.csv:2:kode pos data-postcode", "p.csv:4:kode data-orphan"]
    );
}

#[test]
fn a_half_bad_list_leaves_nothing_behind() {
    let good = "kode,nama\n1472061001,A\n";
    assert!(import(&given("d.csv"), good.as_bytes(), &Reference::built_in()).is_ok());
    let bad = format!("{good}1472061002,B\nx,C\n");
    assert_eq!(refused("d.csv", bad.as_bytes()), ["d.csv:4:kode data-code"]);
}

#[test]
fn problems_of_a_kbli_list_are_told() {
    let list = "kode,judul,kategori\nI,Makan,I\n56,Makanan,I\n561,Restoran,I\n56101,Tetap,I\n\
        56101,Lagi,I\n57101,Yatim,I\n5610A,Huruf,I\n55,Lain,J\n56102,,I\n56103,X,1\n";
    assert_eq!(
        refused("kbli2025.csv", list.as_bytes()),
        [
            "kbli2025.csv:6:kode data-import-twice",
            "kbli2025.csv:7:kode data-orphan",
            "kbli2025.csv:7:kode data-orphan",
            "kbli2025.csv:8:kode data-code",
            "kbli2025.csv:9:kode data-orphan",
            "kbli2025.csv:10:judul data-name-empty",
            "kbli2025.csv:11:kategori data-category",
        ]
    );
    let levels = "kode,judul,kategori,level\n5610,Restoran,I,5\n";
    assert_eq!(refused("kbli2025.csv", levels.as_bytes()), ["kbli2025.csv:2:kode data-code"]);
    let other = "kode,judul,kategori\n56,Makanan,I\n56101,Tetap,J\n";
    assert_eq!(
        refused("kbli2025.csv", other.as_bytes()),
        ["kbli2025.csv:3:kategori data-import-other-category"]
    );
}

#[test]
fn a_lost_zero_is_put_back_only_where_nothing_else_can_be_meant() {
    let restored = |rows: &[Vec<&str>]| {
        let staged = taken("kbli2025.xlsx", &workbook(rows, true));
        (staged.files[0].1.clone(), staged.summary.restored)
    };
    // The category tells.
    let rows = [
        vec!["kode", "judul", "kategori"],
        vec!["111", "Golongan", "A"],
        vec!["1111", "Jagung", "A"],
        vec!["1111", "Golongan lain", "C"],
    ];
    let (text, codes) = restored(&rows);
    assert_eq!(
        text,
        "code,title,category\n0111,Golongan,A\n01111,Jagung,A\n1111,Golongan lain,C\n"
    );
    assert_eq!(codes, ["0111", "01111"]);
    // Nothing but five-digit codes.
    let concordance =
        [vec!["kbli 2020", "kbli 2025"], vec!["1111", "1112"], vec!["56101", "56101"]];
    let staged = taken("padanan.xlsx", &workbook(&concordance, true));
    assert_eq!(staged.files[0].1, "code_2020,code_2025\n01111,01112\n56101,56101\n");
    // Without category, a letter row may tell it too.
    let rows = [
        vec!["kode", "judul"],
        vec!["A", "Tani"],
        vec!["1111", "Jagung"],
        vec!["I", "Makan"],
        vec!["56101", "Warung"],
        vec!["56102", "Gerobak"],
    ];
    assert_eq!(restored(&rows).1, ["01111"]);
    // Neither: 5610 may be a group, or 05610.
    let rows = [vec!["kode", "judul"], vec!["5610", "x"], vec!["56101", "y"], vec!["56102", "z"]];
    let found = refused("kbli2025.xlsx", &workbook(&rows, true));
    assert_eq!(found[0], "kbli2025.xlsx:2:A (kode) data-import-zero");
    // As text nothing was lost.
    let csv = "kode,judul,kategori\n1111,Golongan,C\n2222,Lain,C\n";
    assert_eq!(taken("kbli2025.csv", csv.as_bytes()).summary.restored, [""; 0]);
}

/// A sound list for a year: every fixed date and one cuti bersama.
fn year(year: &str) -> String {
    ["01-01", "05-01", "06-01", "08-17", "12-25"]
        .iter()
        .map(|day| format!("{year}-{day},Libur {day},libur nasional\n"))
        .chain([format!("{year}-12-26,Cuti Bersama Natal,cuti bersama\n")])
        .collect()
}

#[test]
fn holidays_of_a_later_year_come_beside_those_that_are_known() {
    let list = format!("tanggal,keterangan,jenis\n{}", year("2028"));
    let staged = taken("libur.csv", list.as_bytes());
    assert_eq!((staged.summary.added.count, staged.summary.removed.count), (6, 0));
    assert_eq!((staged.summary.rows, staged.manifest.edition), (114, 2028));
    assert_eq!(staged.manifest.incomplete, [0_i16; 0]);
    let without = list.replace("2028-12-26,Cuti Bersama Natal,cuti bersama\n", "");
    assert_eq!(taken("libur.csv", without.as_bytes()).manifest.incomplete, [2028]);
    let missing = list.replace("2028-08-17", "2028-08-18");
    assert_eq!(refused("libur.csv", missing.as_bytes()), ["libur.csv data-import-year"]);
    let wrong =
        format!("{list}2028-02-30,X,libur nasional\n2028-03-01,Y,piknik\n2028-03-02,,cuti\n");
    assert_eq!(
        refused("libur.csv", wrong.as_bytes()),
        [
            "libur.csv:8:tanggal data-date",
            "libur.csv:9:jenis data-import-day-kind",
            "libur.csv:10:keterangan data-name-empty",
        ]
    );
}

#[test]
fn dates_of_a_spreadsheet_are_dates() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    _ = sheet.write_string(0, 0, "Tanggal").unwrap().write_string(0, 1, "Hari libur").unwrap();
    for (at, (month, day)) in [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)].into_iter().enumerate() {
        let date = ExcelDateTime::from_ymd(2028, month, day).unwrap();
        _ = sheet.write_datetime_with_format(at as u32 + 1, 0, &date, &format).unwrap();
        _ = sheet.write_string(at as u32 + 1, 1, "Libur").unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let text = taken("libur.xlsx", &bytes).files[0].1.clone();
    assert!(text.ends_with("2028-12-25,Libur,libur_nasional,tetap\n"), "{text}");
}

#[test]
fn the_table_of_moves_is_held_against_whole_lists_only() {
    let moves = "code_2020,code_2025\n99999,56101\n5610,56101\n99999,56101\n";
    assert_eq!(
        refused("m.csv", moves.as_bytes()),
        ["m.csv:3:code_2020 data-code", "m.csv:4:code_2020 data-import-twice"]
    );
}
