//! The built-in troubles hold what they promise, and bad files are told of with a picture.

use super::*;
use crate::form::{built_in_troubles, render};

fn built_in() -> (Troubles, Vec<Problem>, Vec<Source>) {
    let sources = built_in_troubles();
    let all: Vec<_> = sources.iter().cloned().map(|one| (Origin::BuiltIn, one)).collect();
    let (troubles, problems) = Troubles::load(&all);
    (troubles, problems, sources)
}

#[test]
fn every_built_in_trouble_loads_without_a_problem() {
    let (troubles, problems, sources) = built_in();
    assert_eq!(render(&problems, &sources), "");
    assert_eq!(troubles.all.len(), 12);
}
