//! Answers held against each other before they go into OSS: the NIK against the KTP's own lines, the
//! NPWP against the NIK, the deed against the decision on it.
//!
//! What differs here fails in OSS, where it costs a visit; so each finding names the office that can put
//! it right, the sentence to say there and the papers to bring. Never decides which of two is right.

use super::ahu::{Ahu, Entity, Paper};
use super::nik::{self, Nik, Sex};
use super::npwp::{Npwp, Shape};
use super::wilayah::Regions;
use super::{Level, Verdict};
use jiff::civil::Date;

/// The NIK against the sex on the KTP. Periksa when they differ.
pub fn check_sex(nik: &Nik, on_card: Sex) -> Vec<Verdict> {
    if nik.sex() == on_card {
        return Vec::new();
    }
    let id = match nik.sex() {
        Sex::Female => "nik-sex-female",
        Sex::Male => "nik-sex-male",
    };
    vec![Verdict::new(Level::Periksa, id)]
}

/// The NIK against the birth date on the KTP. Periksa when they differ: a NIK is never changed when a
/// birth date is corrected, so this is no proof of a typing error.
pub fn check_birth(nik: &Nik, on_card: Date) -> Vec<Verdict> {
    if nik.matches_birth(on_card) {
        return Vec::new();
    }
    let digits = nik.digits();
    vec![
        Verdict::new(Level::Periksa, "nik-birth")
            .with("day", nik.day().to_string())
            .with("month", digits[8..10].to_owned())
            .with("year", digits[10..12].to_owned()),
    ]
}

/// The NIK against the region code of the address. Info when the provinces differ: people move house
/// and keep their NIK. A province that was split counts as the one the old code lies in today.
pub fn check_address(nik: &Nik, address: &str, regions: &Regions) -> Vec<Verdict> {
    let of_nik = province_today(regions, nik.region_code());
    let of_address = province_today(regions, address);
    match (of_nik, of_address) {
        (Some(registered), Some(lives)) if registered != lives => {
            let name = |code| regions.name(code).unwrap_or_default().to_owned();
            vec![
                Verdict::new(Level::Info, "nik-elsewhere")
                    .with("registered", name(registered))
                    .with("lives", name(lives)),
            ]
        }
        _ => Vec::new(),
    }
}

/// The NPWP of a person against the person's NIK. Periksa when it has 16 digits that are not the NIK
/// (PMK 136/2023); 15 digits are the old form and stay as they are.
pub fn check_npwp(npwp: &Npwp, nik: &Nik) -> Vec<Verdict> {
    if npwp.shape() == Shape::Fifteen || npwp.digits() == nik.digits() {
        return Vec::new();
    }
    vec![Verdict::new(Level::Periksa, "npwp-not-nik")]
}

/// A deed's date against `today` and against the date of AHU's decision on it. Salah: in the future.
/// Periksa: after the decision, which is always given on an existing deed.
pub fn check_deed(deed: Date, decision: Option<Date>, today: Date) -> Vec<Verdict> {
    if deed > today {
        return vec![Verdict::new(Level::Salah, "akta-future")];
    }
    match decision {
        Some(decision) if decision > today => vec![Verdict::new(Level::Salah, "ahu-future")],
        Some(decision) if deed > decision => {
            vec![Verdict::new(Level::Periksa, "akta-after-decision")]
        }
        _ => Vec::new(),
    }
}

/// The AHU number against the kind of entity that was chosen. Periksa when it is one of another kind.
pub fn check_entity(ahu: &Ahu, chosen: Entity) -> Vec<Verdict> {
    match ahu.paper() {
        Paper::Founding(entity) | Paper::Change(entity) if entity != chosen => vec![
            Verdict::new(Level::Periksa, "ahu-entity")
                .with("code", ahu.code().unwrap_or_default().to_owned())
                .with("entity", entity.name())
                .with("chosen", chosen.name()),
        ],
        _ => Vec::new(),
    }
}

/// Workers against the registration at BPJS Ketenagakerjaan. Info when there are workers and no NPP: the
/// NIB may go on, and is itself the registration of the business (Permen Investasi/BKPM 5/2025 Pasal 16).
pub fn check_workers(workers: i64, has_npp: bool) -> Vec<Verdict> {
    if workers <= 0 || has_npp {
        return Vec::new();
    }
    let verdict = Verdict::new(Level::Info, "bpjs-npp-missing");
    vec![verdict.with("workers", super::number::group(workers))]
}

/// The province a code of any length lies in today; none when it is not known.
fn province_today<'a>(regions: &'a Regions, code: &'a str) -> Option<&'a str> {
    let province = nik::now(regions, code).unwrap_or(code).get(..2)?;
    regions.name(province).map(|_| province)
}

#[cfg(test)]
mod tests {
    use super::super::testing::has_words;
    use super::super::wilayah::sample;
    use super::super::{ahu, nik, npwp};
    use super::*;
    use Level::{Info, Periksa, Salah};
    use jiff::civil::date;

    #[track_caller]
    fn finds(verdicts: &[Verdict], expected: &[(Level, &str)]) {
        has_words(verdicts);
        let found: Vec<_> = verdicts.iter().map(|verdict| (verdict.level, verdict.id)).collect();
        assert_eq!(found, expected);
    }

    fn nik(text: &str) -> Nik {
        nik::parse(text).value.expect("the tests give the shape of a NIK")
    }

    #[test]
    fn the_card_is_compared_with_the_number() {
        let (woman, man) = (nik("1472065708450002"), nik("1472061708450001"));
        finds(&check_sex(&woman, Sex::Male), &[(Periksa, "nik-sex-female")]);
        finds(&check_sex(&man, Sex::Female), &[(Periksa, "nik-sex-male")]);
        finds(&check_sex(&woman, Sex::Female), &[]);
        finds(&check_birth(&woman, date(1945, 7, 18)), &[(Periksa, "nik-birth")]);
        finds(&check_birth(&woman, date(1945, 8, 17)), &[]);
    }

    #[test]
    fn a_person_who_moved_house_is_asked_nothing_and_a_split_province_is_the_same() {
        let regions = sample::regions();
        let address = |number, code| check_address(&nik(number), code, &regions);
        finds(&address("1472061708450001", "1403"), &[]);
        finds(&address("1472061708450001", "3313131001"), &[(Info, "nik-elsewhere")]);
        finds(&address("9101010101600004", "9301012001"), &[]);
        finds(&address("9101010101600004", "910101"), &[]);
        finds(&address("9101010101600004", "91"), &[(Info, "nik-elsewhere")]);
        finds(&address("9701010101600004", "91"), &[]);
        finds(&address("1472061708450001", ""), &[]);
        finds(&check_address(&nik("1472061708450001"), "33", &Regions::default()), &[]);
    }

    #[test]
    fn an_npwp_of_sixteen_digits_is_the_nik() {
        let npwp = |text| npwp::parse(text).value.expect("the tests give the shape of an NPWP");
        let man = nik("1472061708450001");
        finds(&check_npwp(&npwp("1472061708450001"), &man), &[]);
        finds(&check_npwp(&npwp("71.234.500.8-212.000"), &man), &[]);
        for other in ["1472061708450002", "0712345008212000", "1000000001234567"] {
            finds(&check_npwp(&npwp(other), &man), &[(Periksa, "npwp-not-nik")]);
        }
    }

    #[test]
    fn a_deed_comes_before_its_decision_and_neither_after_today() {
        let today = date(2026, 11, 22);
        let deed = date(2024, 10, 4);
        finds(&check_deed(deed, None, today), &[]);
        finds(&check_deed(deed, Some(deed), today), &[]);
        let before = Some(date(2024, 10, 3));
        finds(&check_deed(deed, before, today), &[(Periksa, "akta-after-decision")]);
        let tomorrow = date(2026, 11, 23);
        finds(&check_deed(tomorrow, None, today), &[(Salah, "akta-future")]);
        finds(&check_deed(deed, Some(tomorrow), today), &[(Salah, "ahu-future")]);
    }

    #[test]
    fn a_number_of_another_kind_of_entity_is_doubted() {
        let ahu = |text| ahu::parse(text).value.expect("the tests give a number");
        let company = ahu("AHU-0012345.AH.01.01.Tahun 2021");
        finds(&check_entity(&company, Entity::Cv), &[(Periksa, "ahu-entity")]);
        finds(&check_entity(&company, Entity::Pt), &[]);
        finds(&check_entity(&ahu("0012345/2021"), Entity::Pt), &[]);
    }

    #[test]
    fn workers_need_a_registration() {
        finds(&check_workers(0, false), &[]);
        finds(&check_workers(3, true), &[]);
        finds(&check_workers(3, false), &[(Info, "bpjs-npp-missing")]);
    }
}
