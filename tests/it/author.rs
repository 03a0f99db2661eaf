//! Packs made by hand and by spreadsheet, through the doors that users meet.

use jiff::civil::date;
use loket::author::{Finding, Given, Imported, Weight, export, import};
use loket::form::{Library, Pack, Source, load, render};
use rust_xlsxwriter::{Format, Workbook};

type Rows<'a> = &'a [&'a [&'a str]];

fn given(file: &str) -> Given<'_> {
    Given { file, id: None, today: date(2026, 11, 22) }
}

fn book(sheets: &[(&str, Rows<'_>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a short name");
        for (line, row) in rows.iter().enumerate() {
            for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write(line as u32, column as u16, *text).expect("it is within the sheet");
            }
        }
    }
    workbook.save_to_buffer().expect("it is written")
}

fn pack_of(made: &Imported) -> Pack {
    let sources: Vec<Source> = made
        .files
        .iter()
        .map(|(name, text)| Source { name: format!("x/{name}"), text: text.clone().into() })
        .collect();
    let (pack, problems) = load(&sources, date(2026, 11, 22));
    let errors: Vec<_> = problems
        .iter()
        .filter(|problem| problem.severity == loket::form::Severity::Error)
        .cloned()
        .collect();
    assert_eq!(render(&errors, &sources), "");
    pack.expect("it loads")
}

fn grave(found: &[Finding]) -> Vec<String> {
    let grave = found.iter().filter(|one| one.weight > Weight::Told);
    grave.map(|one| format!("{} {} {}", one.place(), one.key, one.what)).collect()
}

fn expr_of(pack: &Pack, name: &str) -> [String; 4] {
    let question = pack.question(pack.find_question(name).expect("it is asked"));
    let source =
        |expr: Option<&loket::form::Expr>| expr.map(|e| e.source.clone()).unwrap_or_default();
    [
        source(question.relevant.as_ref()),
        source(question.checks.first().map(|check| &check.expr)),
        source(question.calculation.as_ref()),
        source(question.choice_filter.as_ref()),
    ]
}

const SURVEY: Rows<'_> = &[
    &[
        "type",
        "name",
        "label::Bahasa Indonesia (id)",
        "label::English (en)",
        "relevant",
        "required",
        "constraint",
        "constraint_message::Bahasa Indonesia (id)",
        "calculation",
        "choice_filter",
        "default",
    ],
    &["text", "nama", "Nama lengkap", "Full name", "", "yes"],
    &["begin_group", "rumah", "Rumah", "Home"],
    &["integer", "Umur", "Umur", "Age", "", "", ". >= 17 and . < 120", "Umur tidak masuk akal"],
    &["date", "lahir", "Tanggal lahir", "Date of birth", "", "", ". <= today()"],
    &["select_one prov", "prov", "Provinsi", "Province"],
    &["select_one kab", "kab", "Kabupaten", "Kabupaten", "", "", "", "", "", "prov=${prov}"],
    &[
        "select_multiple kab",
        "usaha_di",
        "Usaha di",
        "Business in",
        "not(${prov} = '1') and ${Umur} != 20",
    ],
    &[
        "text",
        "lain",
        "Lainnya",
        "Other",
        "selected(${usaha_di}, '2') or string-length(${nama}) > 3",
        "",
        "regex(., '[a-z]{2,}')",
    ],
    &["end_group"],
    &["begin_repeat", "anak", "Anak", "Child"],
    &["text", "nama_anak", "Nama anak", "Name of the child"],
    &["integer", "uang", "Uang saku", "Pocket money", "${nama_anak} != ''"],
    &["end_repeat"],
    &["calculate", "tahun", "", "", "", "", "", "", "int((today() - ${lahir}) div 365.25)"],
    &["calculate", "semua", "", "", "", "", "", "", "sum(${uang}) + count(${anak}) * 2"],
    &[
        "calculate",
        "sapa",
        "",
        "",
        "",
        "",
        "",
        "",
        "if(${prov} = '1', concat('Bu ', ${nama}), 'x')",
    ],
    &["acknowledge", "setuju", "Setuju", "Agree", "${semua} > 0"],
    &["note", "selesai", "Terima kasih", "Thank you"],
    &["start", "mulai"],
];
const CHOICES: Rows<'_> = &[
    &["list_name", "name", "label::Bahasa Indonesia (id)", "label::English (en)", "prov"],
    &["prov", "1", "Riau", "Riau"],
    &["prov", "2", "Jambi", "Jambi"],
    &["kab", "1", "Dumai", "Dumai", "1"],
    &["kab", "2", "Bengkalis", "Bengkalis", "1"],
];
const SETTINGS: Rows<'_> =
    &[&["form_title", "form_id", "version"], &["Izin contoh", "izin_contoh", "3"]];

fn made() -> Imported {
    let sheets = [("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS)];
    import(&given("contoh"), &book(&sheets)).expect("it is a form")
}

#[test]
fn a_form_is_carried_over_with_its_rules() {
    let made = made();
    assert_eq!(grave(&made.findings), [""; 0]);
    let pack = pack_of(&made);
    assert_eq!((pack.id.as_str(), pack.version), ("izin-contoh", 3));
    assert_eq!(pack.title.id, "Izin contoh");
    let names: Vec<&str> = pack.questions.iter().map(|question| question.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "nama",
            "umur",
            "lahir",
            "prov",
            "kab",
            "usaha_di",
            "lain",
            "nama_anak",
            "uang",
            "tahun",
            "semua",
            "sapa",
            "setuju",
            "selesai"
        ]
    );
    assert_eq!(expr_of(&pack, "umur")[1], "umur >= 17 && umur < 120");
    assert_eq!(expr_of(&pack, "lahir")[1], "lahir <= today");
    assert_eq!(expr_of(&pack, "kab")[3], "prov_2 == prov");
    assert_eq!(
        expr_of(&pack, "usaha_di")[0],
        "(is_null(prov) || prov != \"n1\") && (is_null(umur) || umur != 20)"
    );
    assert_eq!(
        expr_of(&pack, "lain")[..2],
        ["\"n2\" in usaha_di || size(coalesce(nama, \"\")) > 3", "fits(lain, \"[a-z]{2,}\")"]
    );
    assert_eq!(expr_of(&pack, "uang")[0], "!is_null(nama_anak)");
    assert_eq!(expr_of(&pack, "tahun")[2], "age(lahir)");
    assert_eq!(expr_of(&pack, "semua")[2], "sum(anak.map(r, r.uang)) + (size(anak) * 2)");
    assert_eq!(
        expr_of(&pack, "sapa")[2],
        "(!is_null(prov) && prov == \"n1\") ? (\"Bu \" + coalesce(nama, \"\")) : \"x\""
    );
    let kab = pack.choice_lists.iter().find(|list| list.name == "kab").expect("it is there");
    assert_eq!(kab.choices[0].columns, [("prov_2".to_owned(), "n1".to_owned())]);
}

#[test]
fn what_is_not_carried_over_is_told_with_its_place() {
    let survey: Rows<'_> = &[
        &["type", "name", "label", "relevant", "calculation", "appearance"],
        &["text", "nama", "Nama"],
        &["image", "foto", "Foto"],
        &["text", "b", "Halo ${nama}", "position(..) > 1"],
        &["select_one tidak_ada", "c", "C"],
        &["text", "nama", "Nama lagi"],
        &["calculate", "d", "", "", "pulldata('x', 'y', 'z', ${nama})"],
        &["integer", "e", "E", "${tidak} = 1", "", "bulat"],
        &["text", "f", "F", "${foto} != ''"],
    ];
    let made = import(&given("f"), &book(&[("survey", survey)])).expect("there is something in it");
    assert!(!made.is_whole());
    assert_eq!(
        grave(&made.findings),
        [
            "survey:3:A (type) author-type image",
            "survey:4:C (label) author-text-place ${nama}",
            "survey:4:D (relevant) author-expr-path ..",
            "survey:5:A (type) author-no-list tidak_ada",
            "survey:6:B (name) author-name-twice nama (2)",
            "survey:7:E (calculation) author-expr-function pulldata",
            "survey:8:D (relevant) author-expr-name tidak",
            "survey:9:D (relevant) author-expr-left-out foto",
        ]
    );
    let pack = pack_of(&made);
    let names: Vec<&str> = pack.questions.iter().map(|question| question.name.as_str()).collect();
    assert_eq!(names, ["nama", "b", "d", "e", "f"]);
}

#[test]
fn each_broken_file_is_refused_with_its_reason() {
    let survey = |rows: Rows<'_>| book(&[("survey", rows)]);
    let head: &[&str] = &["type", "name", "label", "calculation", "relevant"];
    let nama: &[&str] = &["text", "nama", "Nama"];
    let zip = book(&[("data", &[&["a"]])]);
    for (bytes, key) in [
        (Vec::new(), "author-file-empty"),
        (b"nama,umur\n".to_vec(), "author-file-no-zip"),
        (vec![0xD0, 0xCF, 0x11, 0xE0, 1], "author-file-old"),
        (b"PK\x03\x04 nothing".to_vec(), "author-file-damaged"),
        (zip, "author-no-survey"),
        (survey(&[&["name", "label"], &["a", "A"]]), "author-no-column"),
        (survey(&[head]), "author-no-questions"),
        (survey(&[head, nama, &["begin_group", "g"]]), "author-begin-open"),
        (survey(&[head, nama, &["end_group"]]), "author-end-alone"),
        (survey(&[head, nama, &["begin_group", "g"], &["end_repeat"]]), "author-end-other"),
        (
            survey(&[
                head,
                nama,
                &["calculate", "a", "", "${b} + 1"],
                &["calculate", "b", "", "${a} + 1"],
            ]),
            "author-ring",
        ),
        (
            survey(&[
                head,
                nama,
                &["text", "a", "A", "", "${b} = 'x'"],
                &["text", "b", "B", "", "${a} = 'x'"],
            ]),
            "author-pack",
        ),
    ] {
        let found = import(&given("x"), &bytes).expect_err(key);
        assert!(found.iter().any(|one| one.key == key), "{key}: {:?}", grave(&found));
    }
}

#[test]
fn joined_cells_are_told_with_their_range() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("survey").expect("a short name");
    for (row, cells) in [["type", "name", "label"], ["text", "nama", "Nama"]].iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *text).expect("it is within the sheet");
        }
    }
    sheet.merge_range(2, 0, 3, 0, "text", &Format::new()).expect("two cells");
    let bytes = workbook.save_to_buffer().expect("it is written");
    let made = import(&given("x"), &bytes).expect("one question is there");
    assert!(grave(&made.findings).contains(&"survey author-merged A3:A4".to_owned()));
}

#[test]
fn ten_thousand_rows_are_read_and_twenty_thousand_refused() {
    let names: Vec<String> = (0..20_001).map(|number| format!("q{number}")).collect();
    let rows = |count: usize| {
        let mut rows: Vec<Vec<&str>> = vec![vec!["type", "name", "label"]];
        rows.extend(names[..count].iter().map(|name| vec!["text", name.as_str(), "Apa?"]));
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        book(&[("survey", &rows)])
    };
    let made = import(&given("x"), &rows(10_000)).expect("long, but whole");
    assert_eq!(made.questions, 10_000);
    let found = import(&given("x"), &rows(20_001)).expect_err("too long");
    assert_eq!(found[0].key, "author-rows");
}

/// What a question is, without what only the pack knows.
fn shape(pack: &Pack) -> Vec<String> {
    let one = |question: &loket::form::Question| {
        format!(
            "{} {:?} {:?} {:?} {:?}",
            question.name, question.kind, question.label, question.hint, question.say
        )
    };
    pack.questions.iter().map(one).collect()
}

#[test]
fn a_form_written_and_read_again_asks_the_same() {
    let first = pack_of(&made());
    let back = import(&given("x"), &export(&first).bytes).expect("what we write we read");
    assert_eq!(grave(&back.findings), [""; 0]);
    let second = pack_of(&back);
    assert_eq!(shape(&first), shape(&second));
    let sections = |pack: &Pack| -> Vec<String> {
        pack.sections
            .iter()
            .map(|one| format!("{} {:?} {:?}", one.name, one.label, one.kind))
            .collect()
    };
    assert_eq!(sections(&first), sections(&second));
    assert_eq!(first.choice_lists.len(), second.choice_lists.len());
}

#[test]
fn every_built_in_pack_written_and_read_again_asks_the_same() {
    let library = Library::built_in();
    for title in library.titles().0 {
        let id = &title.head.id;
        let loaded = library.load(id, date(2026, 11, 22)).expect("it is listed");
        let pack = loaded.usable().expect("it has no problems");
        let written = export(&pack);
        let given = Given { file: "x", id: Some(id), today: date(2026, 11, 22) };
        let back = match import(&given, &written.bytes) {
            Ok(back) => back,
            Err(found) => panic!("{id}: {:?}", grave(&found)),
        };
        // A calculation that XLSForm cannot say comes back as a note; everything else is the same.
        let kept = |pack: &Pack| -> Vec<String> {
            shape(pack).iter().map(|one| one.replacen(" Calculated ", " Note ", 1)).collect()
        };
        assert_eq!(kept(&pack), kept(&pack_of(&back)), "{id}");
    }
}

#[test]
fn the_starter_is_checked_without_a_word() {
    let files = loket::author::starter("izin-baru", "Izin baru");
    let sources: Vec<Source> = files
        .into_iter()
        .map(|(name, text)| Source { name: format!("izin-baru/{name}"), text: text.into() })
        .collect();
    assert_eq!(render(&load(&sources, date(2026, 11, 22)).1, &sources), "");
}

#[test]
fn a_text_still_to_be_written_is_a_warning() {
    let made = made();
    let sources: Vec<Source> = made
        .files
        .iter()
        .map(|(name, text)| Source { name: name.clone(), text: text.clone().into() })
        .collect();
    let (_, problems) = load(&sources, date(2026, 11, 22));
    let said = render(&problems, &sources);
    assert!(
        said.contains("warning: `say`, `example`, `why` of question `nama` still to be written"),
        "{said}"
    );
}
