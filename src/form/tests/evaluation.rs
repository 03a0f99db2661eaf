//! Answers in, everything that follows out.

use super::super::scenario::{Scenario, group, question, repeat};
use super::super::{Path, TaskStatus, default_answers, defaults_for, missing_instances};
use crate::ident::Level;

const LISTS: &str = r#"
[[oss_page]]
name = "data"
title.id = "Data"
title.en = "Data"

[[choices.lahan]]
name = "sewa"
label.id = "Sewa"
label.en = "Rented"
code = "01"
untuk = "kecil"

[[choices.lahan]]
name = "milik"
label.id = "Milik sendiri"
label.en = "Owned"
code = "02"
untuk = "besar"
"#;

fn kinds() -> Scenario {
    let place = |format: &str| {
        format!("oss = {{ page = \"data\", label = \"X\", order = 1, format = \"{format}\" }}")
    };
    Scenario::new(
        LISTS,
        &[group(
            "data",
            "",
            &[
                question(
                    "nama",
                    "text",
                    "max_chars = 5\noss = { page = \"data\", label = \"X\", order = 1 }",
                ),
                question("modal", "rupiah", &place("natural")),
                question("lahir", "date", &place("natural")),
                question("lahir_iso", "date", &place("iso_date")),
                question("luas", "decimal", &place("natural")),
                question("orang", "integer", &place("digits")),
                question("status", "choice", &format!("choices = \"lahan\"\n{}", place("code"))),
                question("semua", "choices", &format!("choices = \"lahan\"\n{}", place("natural"))),
                question("setuju", "yes_no", &place("natural")),
                question("nik", "nik", &place("digits")),
                question("hp", "phone", &place("natural")),
                question("wilayah", "wilayah", &place("digits")),
                question("kbli", "kbli", &place("digits")),
            ],
        )],
    )
}

#[test]
fn each_kind_is_shown_and_handed_to_oss_in_its_way() {
    for (path, raw, shown, oss) in [
        ("nama", "Siti", "Siti", "Siti"),
        ("modal", "15jt", "Rp 15.000.000", "15000000"),
        ("lahir", "17-8-45", "17 Agustus 1945", "17/08/1945"),
        ("lahir_iso", "17-8-45", "17 Agustus 1945", "1945-08-17"),
        ("luas", "1250,5", "1.250,5", "1250,5"),
        ("orang", "1250", "1.250", "1250"),
        ("status", "sewa", "Sewa", "01"),
        ("semua", "sewa milik", "Sewa, Milik sendiri", "Sewa, Milik sendiri"),
        ("setuju", "ya", "Ya", "Ya"),
        ("nik", "1472061708450001", "1472 0617 0845 0001", "1472061708450001"),
        ("hp", "081234567890", "0812-3456-7890", "081234567890"),
    ] {
        let told = kinds().answer(path, raw);
        let row = told.row(path);
        assert_eq!((row.shown.id.as_str(), row.oss_value.as_str()), (shown, oss), "{path}");
        assert!(row.answered, "{path}");
        assert_eq!(row.open_level().filter(|level| *level == Level::Salah), None, "{path}");
    }
}

#[test]
fn a_wrong_answer_stays_as_it_was_typed_and_is_salah() {
    for (path, raw) in [
        ("modal", "banyak"),
        ("lahir", "kemarin"),
        ("luas", "luas"),
        ("orang", "dua"),
        ("status", "gadai"),
        ("semua", "sewa gadai"),
        ("setuju", "mungkin"),
        ("nik", "123"),
        ("hp", "abc"),
    ] {
        let told = kinds().answer(path, raw);
        assert_eq!(told.shown(path), raw, "{path}");
        assert_eq!(told.row(path).open_level(), Some(Level::Salah), "{path}");
        assert!(told.row(path).answered, "{path}");
        assert!(told.row(path).blocks_finishing(), "{path}");
    }
}

#[test]
fn an_answer_longer_than_its_field_of_oss_may_go_on_and_is_cut_between_words() {
    let place = "oss = { page = \"data\", label = \"X\", order = 1, max = 12 }";
    let asked = || Scenario::new(LISTS, &[group("data", "", &[question("nama", "text", place)])]);
    let told = asked().answer("nama", "Siti Aminah");
    assert_eq!(told.found("nama"), []);
    let told = asked().answer("nama", "Siti Aminah Binti");
    assert_eq!(told.found("nama"), [(Level::Periksa, "form-oss-cut")]);
    assert_eq!(told.row("nama").oss_value, "Siti Aminah Binti", "nothing is lost");
    for (max, value, kept, rest) in [
        (0, "Siti Aminah", "Siti Aminah", ""),
        (11, "Siti Aminah", "Siti Aminah", ""),
        (11, "Siti Aminah Binti", "Siti Aminah", "Binti"),
        (14, "Siti Aminah Binti", "Siti Aminah", "Binti"),
        (4, "株式 会社", "株式", "会社"),
        (8, "12345678901", "12345678", "901"),
        (8, "ab cdefghij", "ab cdefg", "hij"),
    ] {
        let place = crate::form::OssPlace {
            page: String::new(),
            label: String::new(),
            order: 1,
            format: crate::form::OssFormat::Natural,
            max,
        };
        assert_eq!(place.cut(value), (kept, rest), "{max}");
    }
}

#[test]
fn an_answer_over_the_limit_of_oss_is_salah_with_the_count() {
    let told = kinds().answer("nama", "Siti Aminah");
    assert_eq!(told.found("nama"), [(Level::Salah, "form-too-long")]);
    assert_eq!(kinds().answer("nama", "  Siti ").found("nama"), []);
}

#[test]
fn the_nik_tells_while_it_is_typed() {
    let told = |raw: &str| kinds().answer("nik", raw).row("nik").reading.id.clone();
    assert_eq!(told("1"), "");
    assert_eq!(told("14"), "Riau");
    assert_eq!(told("1472"), "Kota Dumai, Riau");
    assert_eq!(told("14720"), "Kota Dumai, Riau");
    assert_eq!(told("147206"), "Dumai Kota, Kota Dumai, Riau");
    assert_eq!(told("1472065708"), "Dumai Kota, Kota Dumai, Riau");
    let whole = "Dumai Kota, Kota Dumai, Riau; perempuan; 17 Agustus 1957 (69 tahun)";
    assert_eq!(told("147206570857"), whole);
    assert_eq!(told("1472065708570001"), whole);
    assert_eq!(told("147206999957"), "Dumai Kota, Kota Dumai, Riau");
    assert_eq!(told("14720657085700011"), "");
    let english = kinds().answer("nik", "1472065708570001").row("nik").reading.en.clone();
    assert_eq!(english, "Dumai Kota, Kota Dumai, Riau; female; 17 August 1957 (age 69)");
}

#[test]
fn a_region_is_shown_by_its_names_and_a_code_by_its_title_and_edition() {
    let told = kinds().answer("wilayah", "14.72.06").answer("kbli", "56101");
    assert_eq!(told.row("wilayah").shown.id, "Dumai Kota, Kota Dumai, Riau");
    let title = "56101 · Aktivitas Penyediaan Makanan di Bangunan Tetap (KBLI 2025)";
    assert_eq!(told.row("kbli").shown.id, title);
    let old = kinds().answer("kbli", "56102 (2020)");
    assert_eq!(old.row("kbli").shown.id, "56102 · Rumah/Warung Makan (KBLI 2020)");
    // The same number by itself may be either; once the edition stands behind it, somebody has chosen.
    for (raw, level) in [("56102", Level::Periksa), ("56102 (2025)", Level::Info)] {
        let told = kinds().answer("kbli", raw);
        assert_eq!(told.found("kbli"), [(level, "kbli-other-edition")], "{raw}");
    }
}

#[test]
fn answers_with_a_meaning_are_held_against_each_other_within_their_instance() {
    let person = |scope: &str| {
        [
            question(&format!("{scope}nik"), "nik", "meaning = \"nik\""),
            question(&format!("{scope}lahir"), "date", "meaning = \"tanggal_lahir\""),
        ]
    };
    let told = Scenario::new(
        "",
        &[group("g", "", &person("")), repeat("orang", "min = 2", &person("o_"))],
    )
    .answer("nik", "1472065708570001")
    .answer("lahir", "17-08-1957")
    .answer("orang#1/o_nik", "1472061708450001")
    .answer("orang#1/o_lahir", "18-08-1945")
    .answer("orang#2/o_nik", "1472061708450002");
    assert_eq!(told.found("lahir"), []);
    assert_eq!(told.found("orang#1/o_lahir"), [(Level::Periksa, "nik-birth")]);
    // The second person has no date yet: nobody else's is taken for it.
    assert_eq!(told.found("orang#2/o_nik"), []);
    assert_eq!(told.found("orang#2/o_lahir"), []);
}

#[test]
fn a_filter_offers_some_choices_and_a_choice_it_drops_is_salah() {
    let more = "choices = \"lahan\"\nchoice_filter = \"untuk == ukuran || name == 'sewa'\"";
    let told = Scenario::new(
        LISTS,
        &[group("g", "", &[question("ukuran", "text", ""), question("status", "choice", more)])],
    );
    assert_eq!(told.row("status").choices, [0]);
    let told = told.answer("ukuran", "besar").answer("status", "milik");
    assert_eq!(told.row("status").choices, [0, 1]);
    assert_eq!(told.found("status"), []);
    let told = told.answer("ukuran", "kecil");
    assert_eq!(told.found("status"), [(Level::Salah, "form-choice-not-offered")]);
    assert_eq!(told.shown("status"), "Milik sendiri");
}

#[test]
fn a_question_that_does_not_apply_is_gone_but_its_answer_is_kept() {
    let told = Scenario::new(
        "",
        &[group(
            "g",
            "",
            &[
                question("ada", "yes_no", ""),
                question("nomor", "text", "relevant = \"ada\""),
                question("panjang", "calculated", "calculation = \"coalesce(words(nomor), 0)\""),
            ],
        )],
    );
    assert_eq!(told.asked(), ["ada", "panjang"]);
    let told = told.answer("ada", "ya").answer("nomor", "satu dua");
    assert_eq!(told.asked(), ["ada", "nomor", "panjang"]);
    assert_eq!(told.calculated("panjang"), "2");
    let told = told.answer("ada", "tidak");
    assert_eq!(told.asked(), ["ada", "panjang"]);
    assert_eq!(told.calculated("panjang"), "0", "for others it is null");
    assert_eq!(told.derived.orphans, [Path::new("nomor")]);
    assert_eq!(told.answers.raw(&Path::new("nomor")), "satu dua");
}

#[test]
fn calculations_follow_each_other_whatever_their_order() {
    let told = Scenario::new(
        "",
        &[group(
            "g",
            "",
            &[
                question("nama", "text", ""),
                question("jenjang", "calculated", "calculation = \"scale(total)\""),
                question("total", "calculated", "show = \"rupiah\"\ncalculation = \"a + b\""),
                question("a", "rupiah", ""),
                question("b", "rupiah", ""),
            ],
        )],
    );
    let told = told.answer("a", "1 M").answer("b", "500jt");
    assert_eq!(told.shown("total"), "Rp 1.500.000.000");
    assert_eq!(told.calculated("total"), "1500000000");
    assert_eq!(told.calculated("jenjang"), "kecil");
}

fn business() -> Scenario {
    Scenario::new(
        "activity = \"nama_usaha\"",
        &[
            group("orang", "", &[question("nama", "text", "required = true")]),
            repeat(
                "usaha",
                "min = 1\nmax = 3\nitem_label = \"nama_usaha\"\n[[repeat.readback]]\n\
                 text.id = \"Usaha {n}: {nama_usaha} milik {nama}.\"\n\
                 text.en = \"Business {n}: {nama_usaha} of {nama}.\"",
                &[
                    question("nama_usaha", "text", "required = true"),
                    question("modal", "rupiah", ""),
                    question(
                        "bagian",
                        "calculated",
                        "calculation = \"string(modal * 100 / sum(usaha.map(u, u.modal))) + '%'\"",
                    ),
                ],
            ),
            repeat(
                "produk",
                "within = \"usaha\"\nmin = 0\nmax = 5",
                &[question("nama_produk", "text", ""), question("harga", "rupiah", "")],
            ),
            group(
                "jumlah",
                "",
                &[
                    question(
                        "total",
                        "calculated",
                        "show = \"rupiah\"\ncalculation = \"sum(usaha.map(u, u.modal))\"",
                    ),
                    question(
                        "mahal",
                        "calculated",
                        "calculation = \"usaha.exists(u, u.produk.exists(p, p.harga > 1000000))\"",
                    ),
                    question("banyak", "calculated", "calculation = \"size(usaha)\""),
                    question(
                        "catatan",
                        "text",
                        "relevant = \"size(usaha.filter(u, u.modal > 10)) > 1\"",
                    ),
                ],
            ),
        ],
    )
}

#[test]
fn outside_a_repeat_its_name_is_the_list_of_its_instances() {
    let told = business().instances("usaha", &[1, 4]).answer("usaha#1/modal", "15jt");
    assert_eq!(told.shown("total"), "Rp 15.000.000", "nulls are left out of a sum");
    assert_eq!(told.calculated("banyak"), "2");
    let told = told.answer("usaha#4/modal", "5jt");
    assert_eq!(told.shown("total"), "Rp 20.000.000");
    assert_eq!(told.calculated("usaha#1/bagian"), "75%");
    assert_eq!(told.calculated("usaha#4/bagian"), "25%");
    assert!(told.asked().contains(&"catatan"));
}

#[test]
fn a_repeat_inside_a_repeat_is_a_list_in_each_instance() {
    let told = business()
        .instances("usaha#1/produk", &[1, 2])
        .answer("usaha#1/produk#1/harga", "10rb")
        .answer("usaha#1/produk#2/harga", "2jt");
    assert_eq!(told.calculated("mahal"), "true".replace("true", "ya"));
    let names: Vec<_> = told
        .derived
        .sections
        .iter()
        .map(|state| (state.scope.as_str(), state.depth, state.ordinal))
        .collect();
    assert_eq!(
        names,
        [
            ("", 0, None),
            ("usaha#1", 0, Some(1)),
            ("usaha#1/produk#1", 1, Some(1)),
            ("usaha#1/produk#2", 1, Some(2)),
            ("", 0, None),
        ]
    );
}

#[test]
fn a_sentence_is_read_back_once_an_instance_and_left_out_when_a_place_is_empty() {
    let told = business().instances("usaha", &[1, 2]).answer("nama", "Siti");
    assert_eq!(told.read_back(), Vec::<&str>::new());
    let told = told.answer("usaha#2/nama_usaha", "Warung");
    assert_eq!(told.read_back(), ["Usaha 2: Warung milik Siti."]);
    assert_eq!(told.derived.sentences[0].text.en, "Business 2: Warung of Siti.");
    assert_eq!(
        told.derived.sections.iter().find(|s| s.scope == "usaha#2").expect("there").item_label,
        "Warung"
    );
}

#[test]
fn too_few_and_too_many_instances_keep_a_section_open() {
    let told = business().instances("usaha", &[]);
    let state = &told.derived.sections[1];
    assert_eq!((state.ordinal, state.open, state.status), (None, 1, TaskStatus::Belum));
    let told = business().instances("usaha", &[1, 2, 3, 4]).answer("usaha#4/nama_usaha", "X");
    let fourth =
        told.derived.sections.iter().find(|state| state.ordinal == Some(4)).expect("there");
    assert_eq!((fourth.open, fourth.status), (1, TaskStatus::Sebagian));
}

#[test]
fn a_group_inside_a_repeat_applies_instance_by_instance() {
    let told = Scenario::new(
        "",
        &[
            group("orang", "", &[question("nama", "text", "")]),
            repeat(
                "usaha",
                "min = 2\nrelevant = \"nama != 'tanpa'\"",
                &[question("ada", "yes_no", "")],
            ),
            group(
                "izin",
                "within = \"usaha\"\nrelevant = \"ada\"",
                &[question("nomor", "text", "required = true")],
            ),
        ],
    );
    assert_eq!(told.asked(), ["nama"], "the repeat waits for the name");
    let told = told.answer("nama", "Siti").answer("usaha#2/ada", "ya");
    assert_eq!(told.asked(), ["nama", "usaha#1/ada", "usaha#2/ada", "usaha#2/nomor"]);
    let last = told.derived.sections.last().expect("a section");
    assert_eq!((last.scope.as_str(), last.depth, last.ordinal), ("usaha#2", 1, None));
    assert!(!told.derived.can_finish());
    let told = told.answer("usaha#2/nomor", "123");
    assert!(told.derived.can_finish());
    let told = told.answer("nama", "tanpa");
    assert_eq!(told.asked(), ["nama"]);
    assert_eq!(told.derived.orphans.len(), 2);
}

#[test]
fn an_answer_of_a_removed_instance_is_an_orphan() {
    let told = business().instances("usaha", &[1, 2]).answer("usaha#2/nama_usaha", "Warung");
    assert_eq!(told.derived.orphans, []);
    let told = told.instances("usaha", &[1]).answer("lama", "x");
    assert_eq!(told.derived.orphans, [Path::new("lama"), Path::new("usaha#2/nama_usaha")]);
    assert_eq!(missing_instances(&told.form, &told.answers), []);
    let told = told.instances("usaha", &[]);
    assert_eq!(missing_instances(&told.form, &told.answers), [("usaha".to_owned(), 3)]);
}

#[test]
fn a_blocker_holds_up_a_section_until_it_is_answered_well() {
    let blocker =
        "[[group.blocked_by]]\nquestion = \"nik\"\nsay.id = \"NIK dulu.\"\nsay.en = \"NIK first.\"";
    let told = Scenario::new(
        "",
        &[
            group("a", "", &[question("nik", "nik", "required = true")]),
            group("b", blocker, &[question("nama", "text", "required = true")]),
        ],
    );
    let of = |told: &Scenario| {
        let state = &told.derived.sections[1];
        (state.status, state.blocked.as_ref().map(|blocked| blocked.by.to_string()))
    };
    assert_eq!(of(&told), (TaskStatus::Terhalang, Some("nik".to_owned())));
    assert_eq!(told.row("nama").blocked.as_ref().map(|b| b.say.id.as_str()), Some("NIK dulu."));
    let told = told.answer("nik", "12");
    assert_eq!(of(&told).0, TaskStatus::Terhalang);
    let told = told.answer("nik", "1472061708450001");
    assert_eq!(of(&told), (TaskStatus::Belum, None));
    assert_eq!(told.row("nama").blocked, None);
    let told = told.answer("nama", "Siti");
    assert_eq!(of(&told).0, TaskStatus::Lengkap);
    assert_eq!(told.derived.progress(), (2, 2));
}

#[test]
fn a_periksa_is_passed_with_a_reason_and_a_salah_is_not() {
    let check = |level: &str| {
        format!(
            "[[question.check]]\nexpr = \"orang < 100\"\nlevel = \"{level}\"\n\
             what.id = \"Banyak.\"\nwhat.en = \"Many.\""
        )
    };
    let with = |level: &str| {
        Scenario::new("", &[group("g", "", &[question("orang", "integer", &check(level))])])
            .answer("orang", "500")
            .reason("orang", "sudah dihitung")
    };
    assert_eq!(with("periksa").found("orang"), [(Level::Periksa, "Banyak.")]);
    assert!(with("periksa").row("orang").reasoned);
    assert!(!with("periksa").row("orang").blocks_finishing());
    assert!(with("salah").row("orang").blocks_finishing());
    assert!(!with("info").row("orang").blocks_finishing());
}

#[test]
fn a_document_says_what_to_do_when_it_is_missing_or_copied() {
    let about = "document = { issuer.id = \"RT\", issuer.en = \"RT\", if_missing.id = \"Ke RT.\", \
                 if_missing.en = \"See the RT.\" }";
    let told = Scenario::new("", &[group("g", "", &[question("surat", "document", about)])]);
    let told = told.answer("surat", "asli").note("surat", "menyusul Senin");
    assert_eq!((told.shown("surat"), told.found("surat")), ("Asli (menyusul Senin)", vec![]));
    let told = told.answer("surat", "fotokopi");
    assert_eq!(told.found("surat"), [(Level::Periksa, "form-document-copy")]);
    let told = told.answer("surat", "tidak_ada");
    assert_eq!(told.row("surat").open_level(), Some(Level::Periksa));
    assert_eq!(told.answer("surat", "hilang").row("surat").open_level(), Some(Level::Salah));
}

#[test]
fn a_required_statement_must_be_agreed_to() {
    let told =
        Scenario::new("", &[group("g", "", &[question("benar", "statement", "required = true")])]);
    assert!(told.row("benar").blocks_finishing());
    assert_eq!(told.found("benar"), []);
    let told = told.answer("benar", "tidak");
    assert_eq!(told.found("benar"), [(Level::Salah, "form-statement-refused")]);
    assert!(!told.answer("benar", "ya").row("benar").blocks_finishing());
}

#[test]
fn defaults_begin_a_case_and_a_calculation_is_only_proposed() {
    let told = Scenario::new(
        "",
        &[
            group(
                "g",
                "",
                &[
                    question("tanggal", "date", "default = \"today\""),
                    question(
                        "tahun",
                        "text",
                        "calculation = \"tanggal.startsWith('2026') ? 'kini' : 'dulu'\"",
                    ),
                    question(
                        "lain",
                        "yes_no",
                        "relevant = \"!is_null(tanggal)\"\ndefault = \"true\"",
                    ),
                ],
            ),
            repeat("usaha", "min = 1", &[question("jumlah", "integer", "default = \"1\"")]),
        ],
    );
    assert_eq!(told.shown("tanggal"), "20 November 2026");
    assert_eq!(told.calculated("tahun"), "kini");
    assert!(!told.row("tahun").answered);
    let text = |path: &str, text: &str| (Path::new(path), text.to_owned());
    assert_eq!(
        default_answers(&told.form, super::super::scenario::TODAY),
        [text("tanggal", "2026-11-20"), text("usaha#1/jumlah", "1"), text("lain", "ya")]
    );
    let told = told.instances("usaha", &[1, 2]);
    assert_eq!(
        defaults_for(&told.form, &told.answers, super::super::scenario::TODAY),
        [text("usaha#2/jumlah", "1")]
    );
}
