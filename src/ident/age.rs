//! Ages in whole years. Never asks what day it is.

use jiff::civil::Date;

/// Whole years from `birth` to `today`; negative when the birth lies ahead. Who was born on
/// 29 February becomes a year older on 1 March of other years.
pub fn years(birth: Date, today: Date) -> i32 {
    let had_birthday = (today.month(), today.day()) >= (birth.month(), birth.day());
    i32::from(today.year()) - i32::from(birth.year()) - i32::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_is_full_on_the_birthday() {
        assert_eq!(years(date(1945, 8, 17), date(2026, 8, 16)), 80);
        assert_eq!(years(date(1945, 8, 17), date(2026, 8, 17)), 81);
        assert_eq!(years(date(2000, 2, 29), date(2026, 2, 28)), 25);
        assert_eq!(years(date(2000, 2, 29), date(2026, 3, 1)), 26);
        assert_eq!(years(date(2027, 1, 1), date(2026, 12, 31)), -1);
    }
}
