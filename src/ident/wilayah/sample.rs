//! Region tables for tests: a few lines of our own, and the whole lists where a developer has them.

use super::{RegionTexts, Regions};
use std::fmt::Write as _;
use std::path::Path;

/// A few regions, old codes and villages.
pub(in crate::ident) fn regions() -> Regions {
    Regions::new(RegionTexts {
        current: "code,name\n14,Riau\n1403,Kabupaten Bengkalis\n140301,Bengkalis\n140302,Ma'ut\n\
                  140303,Kota Baru\n1471,Kota Pekanbaru\n147101,Sukajadi\n1472,Kota Dumai\n\
                  147201,Dumai Barat\n147206,Dumai Kota\n33,Jawa Tengah\n3313,Kabupaten Karanganyar\n\
                  331313,Karanganyar\n3321,Kabupaten Demak\n332108,Karanganyar\n62,Kalimantan Tengah\n\
                  64,Kalimantan Timur\n91,Papua\n93,Papua Selatan\n9301,Kabupaten Merauke\n\
                  930101,Merauke\n930102,Muting\n"
            .into(),
        moved: "code,name,last_seen,successor\n\
                6405,kode lama Kalimantan Timur, kini Kalimantan Utara,0,\n\
                9101,Kabupaten Merauke,2022,9301\n910101,Merauke,2022,930101\n\
                910102,Muting,2018,910199\n910103,,2022,930101\n910197,Satu,2018,910198\n\
                910198,Dua,2018,910197\n910199,Muting,2022,930102\n"
            .into(),
        villages: "code,name\n1472061001,Laksamana\n".into(),
        postcodes: "code,postcodes\n147206,28811 28812\n".into(),
    })
}

/// The whole lists, put into the form of a data pack; none, with a word why, where they are not there.
pub(in crate::ident) fn whole() -> Option<Regions> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name));
        text.inspect_err(|error| eprintln!("skipped: {name}: {error}")).ok()
    };
    let (mut current, mut moved) =
        (String::from("code,name\n"), String::from("code,name,last_seen,successor\n"));
    for line in read("wilayah_nodesa.csv")?.lines().skip(1) {
        let (line, _level) = line.rsplit_once(',').expect("three columns");
        writeln!(current, "{}", line.replace('"', "")).expect("a string takes text");
    }
    for line in read("wilayah_historis.csv")?.lines().skip(1) {
        let (code, rest) = line.split_once(',').expect("five columns");
        let cells: Vec<_> = rest.rsplitn(4, ',').collect();
        let [successor, last_seen, _level, name] = cells[..] else { panic!("five columns") };
        writeln!(moved, "{code},{},{last_seen},{successor}", name.trim_matches('"'))
            .expect("a string takes text");
    }
    Some(Regions::new(RegionTexts {
        current: current.into(),
        moved: moved.into(),
        ..RegionTexts::default()
    }))
}
