//! Whatever is pressed at the retype sheet: what is ticked is what was copied.

use super::handover::{ALL, at_sheet, finished, form};
use super::*;
use crate::app::screens::handover::{page_at, pages, steps, value_at};
use crate::case::Case;
use std::collections::BTreeSet;

/// What an attempt's events may look like: begun and ended in turn, and nothing copied outside one.
fn check_attempts(events: &[Event]) {
    let mut is_on = false;
    for event in events {
        match event.body {
            Body::AttemptBegan => assert!(!std::mem::replace(&mut is_on, true), "begun twice"),
            Body::AttemptEnded { .. } => {
                assert!(std::mem::replace(&mut is_on, false), "ended twice");
            }
            Body::HandedOver { .. } => assert!(is_on, "copied outside an attempt"),
            _ => {}
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]

    /// Whatever is pressed, and however often the case is put down and taken up by whom, what is ticked
    /// is what was in the middle, and at the end every value is copied.
    #[test]
    fn every_value_always_ends_up_copied_exactly_as_ticked(
        keys in proptest::collection::vec(0..14usize, 1..60)
    ) {
        let form = form("");
        let mut counter = at_sheet(&form, finished(), "Rina", 0);
        let mut day = 0;
        for key in keys {
            let before = counter.handed();
            let was = counter.middle();
            let page = page_at(&pages(&steps(counter.open())), counter.sheet().at);
            counter.effects.clear();
            match key {
                0..=2 => _ = counter.act(Action::Copy),
                3 | 4 => {
                    counter.act(Action::Enter);
                    // All is copied: the number is asked for, and not known yet.
                    if !counter.state.overlays.is_empty() {
                        counter.act(Action::Back);
                    }
                }
                5 => _ = counter.act(Action::Up),
                6 => _ = counter.act(Action::Down),
                7 => _ = counter.act(Action::PageUp),
                8 => _ = counter.act(Action::PageDown),
                9 | 10 => {
                    counter.act(Action::ThrownOut);
                    counter.typed("gagal");
                    counter.act(if key == 9 { Action::Down } else { Action::Up });
                    let Some(Overlay::Prompt { field: Field::OssError(from), .. }) =
                        counter.state.overlays.last() else { panic!("it asks") };
                    let from = *from;
                    counter.act(Action::Enter);
                    let all = steps(counter.open());
                    let kept = pages(&all)[from - 1].steps.start;
                    let kept = all[..kept].iter().map(|step| step.path.to_string());
                    let wanted: BTreeSet<_> = kept.filter(|path| before.contains(path)).collect();
                    proptest::prop_assert_eq!(counter.handed(), wanted);
                    proptest::prop_assert_eq!(counter.open().case.attempt(), None);
                    proptest::prop_assert!(from >= page.max(1) && from <= page + 2);
                }
                11 => {
                    counter.act(Action::Back);
                    counter.act(Action::Handover);
                }
                _ => {
                    let by = if key == 12 { "Dewi" } else { "Rina" };
                    day += i64::from(key == 13);
                    counter = at_sheet(&form, counter.all_events(), by, day);
                    proptest::prop_assert_eq!(&counter.handed(), &before);
                }
            }
            let now = counter.handed();
            if key <= 4 {
                let new: Vec<_> = now.difference(&before).cloned().collect();
                proptest::prop_assert!(new.len() <= 1 && before.is_subset(&now));
                let middle = counter.middle();
                proptest::prop_assert!(new.iter().all(|path| *path == was || *path == middle));
            }
            if key <= 2 {
                let all = steps(counter.open());
                let value = value_at(counter.open(), &all, counter.sheet().at).expect("a value");
                proptest::prop_assert_eq!(counter.copied(), [value]);
                proptest::prop_assert!(now.contains(&counter.middle()));
            } else {
                proptest::prop_assert!(counter.copied().is_empty());
            }
            check_attempts(&counter.all_events());
        }
        for _ in 0..2 * ALL.len() {
            counter.act(Action::Copy);
        }
        proptest::prop_assert_eq!(counter.handed(), ALL.map(str::to_owned).into_iter().collect());
        let again = Case::fold(CaseId([9; 16]), counter.all_events());
        proptest::prop_assert_eq!(&again.handed, &counter.open().case.handed);
        proptest::prop_assert_eq!(&again.attempts, &counter.open().case.attempts);
    }
}
