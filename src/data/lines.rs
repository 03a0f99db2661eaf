//! Tables of lines sorted by code, checked as they lie: regions, moved regions, kelurahan, postcodes.
//!
//! [`crate::ident::wilayah::Regions`] finds lines by halving and trusts what it gets, so this is where
//! it is made sure of. Never changes a text.

use super::kind::Table;
use super::problem::Problem;
use std::collections::HashSet;

/// Every problem of a table's text. `file` is its name.
pub(super) fn check(table: Table, file: &str, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut lines = text.lines().enumerate();
    let header = table.header().join(",");
    let found = lines.next().map_or("", |(_, line)| line);
    if found != header {
        let problem = Problem::of(file, "data-header").at(1, "");
        problems.push(problem.with("found", found).with("expected", header));
        return problems;
    }
    if text.contains('\r') || text.contains('"') {
        problems.push(Problem::of(file, "data-plain-lines"));
    }
    let mut known = HashSet::new();
    let mut before = "";
    for (at, line) in lines {
        let told = |column: &str, key| Problem::of(file, key).at(at + 1, column);
        let (code, rest) = line.split_once(',').unwrap_or((line, ""));
        if !is_code(code, lengths(table)) {
            problems
                .push(told("code", "data-code").with("found", code).with("lengths", shown(table)));
            continue;
        }
        if code == before {
            problems.push(told("code", "data-twice").with("code", code));
        } else if code < before {
            problems.push(told("code", "data-unsorted").with("code", code).with("before", before));
        }
        before = code;
        if table == Table::Regions {
            known.insert(code);
            let parent = &code[..code.len() - 2];
            if !parent.is_empty() && !known.contains(parent) {
                problems
                    .push(told("code", "data-orphan").with("code", code).with("parent", parent));
            }
        }
        problems.extend(check_rest(table, rest, &told).map(|problem| problem.with("code", code)));
    }
    if before.is_empty() && problems.is_empty() {
        problems.push(Problem::of(file, "data-empty"));
    }
    problems
}

fn check_rest(
    table: Table,
    rest: &str,
    told: &dyn Fn(&str, &'static str) -> Problem,
) -> Option<Problem> {
    match table {
        Table::Postcodes => {
            let wrong = rest.split(' ').find(|one| !is_code(one, &[5]))?;
            Some(told("postcodes", "data-postcode").with("found", wrong))
        }
        Table::Moved => {
            let cells: Vec<&str> = rest.split(',').collect();
            let &[_, year, successor] = &cells[..] else {
                return Some(
                    told("", "data-cells").with("found", cells.len() + 1).with("expected", 4),
                );
            };
            if !year.is_empty() && !is_code(year, &[4]) {
                return Some(told("last_seen", "data-year").with("found", year));
            }
            let odd = !successor.is_empty() && !is_code(successor, lengths(table));
            odd.then(|| {
                told("successor", "data-code")
                    .with("found", successor)
                    .with("lengths", shown(table))
            })
        }
        _ => rest.trim().is_empty().then(|| told("name", "data-name-empty")),
    }
}

/// How many digits a code of the table may have.
pub(super) const fn lengths(table: Table) -> &'static [usize] {
    match table {
        Table::Regions | Table::Moved => &[2, 4, 6],
        Table::Villages => &[10],
        Table::Postcodes => &[6, 10],
        Table::Kbli => &[1, 2, 3, 4, 5],
        _ => &[5],
    }
}

/// The lengths as they are shown: `2, 4, 6`.
pub(super) fn shown(table: Table) -> String {
    lengths(table).iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Whether a text is ASCII digits of one of these lengths.
pub(super) fn is_code(text: &str, lengths: &[usize]) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit())
}

/// The pairs of code and rest of a checked text, without its header.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().skip(1).filter_map(|line| line.split_once(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(table: Table, text: &str) -> Vec<String> {
        check(table, "f", text)
            .iter()
            .map(|problem| format!("{} {}", problem.place(), problem.key))
            .collect()
    }

    #[test]
    fn a_sound_table_has_no_problem() {
        assert_eq!(told(Table::Regions, "code,name\n14,Riau\n1472,Kota Dumai\n"), [""; 0]);
        assert_eq!(told(Table::Moved, "code,name,last_seen,successor\n6405,,,65\n"), [""; 0]);
        assert_eq!(told(Table::Villages, "code,name\n1472061001,Desa, yang jauh\n"), [""; 0]);
        assert_eq!(told(Table::Postcodes, "code,postcodes\n147206,28811 28812\n"), [""; 0]);
    }

    #[test]
    fn each_problem_of_a_line_is_told_with_its_place() {
        for (table, text, expected) in [
            (Table::Regions, "kode,name\n", "f:1 data-header"),
            (Table::Regions, "code,name\n", "f data-empty"),
            (Table::Regions, "code,name\n14,A\n14,A\n", "f:3:code data-twice"),
            (Table::Regions, "code,name\n14,A\n13,A\n", "f:3:code data-unsorted"),
            (Table::Regions, "code,name\n1472,A\n", "f:2:code data-orphan"),
            (Table::Regions, "code,name\n147,A\n", "f:2:code data-code"),
            (Table::Regions, "code,name\n14,\n", "f:2:name data-name-empty"),
            (Table::Regions, "code,name\n14,\"A\"\n", "f data-plain-lines"),
            (Table::Villages, "code,name\n147206,A\n", "f:2:code data-code"),
            (Table::Postcodes, "code,postcodes\n147206,2881\n", "f:2:postcodes data-postcode"),
            (Table::Moved, "code,name,last_seen,successor\n14,A,20,\n", "f:2:last_seen data-year"),
            (Table::Moved, "code,name,last_seen,successor\n14,A\n", "f:2 data-cells"),
        ] {
            assert_eq!(told(table, text), [expected], "{text}");
        }
    }
}
