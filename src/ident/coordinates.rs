//! Places on the map as people paste them: decimal degrees, degrees with minutes and seconds, commas or
//! dots. Never looks a place up: it only knows about where Indonesia lies.

use super::digits::is_unseen;
use super::{Level, Parsed, Verdict};
use std::fmt;
use std::ops::RangeInclusive;

/// Parts of a degree that are kept: about eleven centimetres.
const PARTS: f64 = 1_000_000.0;

/// Most characters of a text that is looked at; no pasted place is longer.
const MAX_CHARS: usize = 100;

/// Latitudes of Indonesia, with a margin, in degrees.
const LATITUDES: RangeInclusive<f64> = -11.5..=6.5;
/// Longitudes of Indonesia, with a margin, in degrees.
const LONGITUDES: RangeInclusive<f64> = 94.5..=141.5;

/// Latitude and longitude, kept in millionths of a degree. `Debug` hides them: they are an address.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coordinates {
    latitude: i32,
    longitude: i32,
}

/// Reads a place: `1.6789, 101.4567`, `1,6789 101,4567`, `1°40'44.0"N 101°27'24.1"E`,
/// `1° 40' 44" LU, 101° 27' 24" BT`; latitude first where nothing says which is which.
///
/// Salah: no two numbers, or more degrees than there are. Periksa: longitude first, which is put right; a
/// place outside Indonesia.
pub fn parse(text: &str) -> Parsed<Coordinates> {
    let Some([one, other]) = read(text) else {
        return Parsed::bad(Verdict::new(Level::Salah, "coordinates-shape"));
    };
    // What the letters say comes first, then the usual order.
    let (latitude, longitude) = match (one.axis, other.axis) {
        (Some(Axis::Latitude), Some(Axis::Longitude)) | (None, None) => (one, other),
        (Some(Axis::Longitude), Some(Axis::Latitude)) => (other, one),
        _ => return Parsed::bad(Verdict::new(Level::Salah, "coordinates-shape")),
    };
    let (latitude, longitude, named) = (latitude.degrees, longitude.degrees, one.axis.is_some());
    if !named && !is_here(latitude, longitude) && is_here(longitude, latitude) {
        let place = Coordinates::new(longitude, latitude);
        let verdict = Verdict::new(Level::Periksa, "coordinates-swapped");
        return Parsed::found(place, vec![verdict.with("place", place.shown())]);
    }
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return Parsed::bad(Verdict::new(Level::Salah, "coordinates-range"));
    }
    let place = Coordinates::new(latitude, longitude);
    if is_here(latitude, longitude) {
        Parsed::good(place)
    } else {
        Parsed::found(place, vec![Verdict::new(Level::Periksa, "coordinates-abroad")])
    }
}

impl Coordinates {
    fn new(latitude: f64, longitude: f64) -> Self {
        let parts = |degrees: f64| (degrees * PARTS).round() as i32;
        Self { latitude: parts(latitude), longitude: parts(longitude) }
    }

    /// Degrees north of the equator; negative south of it.
    pub fn latitude(self) -> f64 {
        f64::from(self.latitude) / PARTS
    }

    /// Degrees east of Greenwich.
    pub fn longitude(self) -> f64 {
        f64::from(self.longitude) / PARTS
    }

    /// Decimal degrees as maps and OSS take them: `1.678900, 101.456700`.
    pub fn shown(self) -> String {
        format!("{:.6}, {:.6}", self.latitude(), self.longitude())
    }
}

impl fmt::Debug for Coordinates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Coordinates(…)")
    }
}

fn is_here(latitude: f64, longitude: f64) -> bool {
    LATITUDES.contains(&latitude) && LONGITUDES.contains(&longitude)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Axis {
    Latitude,
    Longitude,
}

/// A number of degrees, and which of the two it is when a letter says so.
#[derive(Clone, Copy)]
struct Angle {
    degrees: f64,
    axis: Option<Axis>,
}

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number {
        value: f64,
        negative: bool,
    },
    /// The sign after degrees (0), minutes (1) or seconds (2).
    Mark(usize),
    /// A letter of the compass.
    Side {
        axis: Axis,
        negative: bool,
    },
}

/// The two angles of a text.
fn read(text: &str) -> Option<[Angle; 2]> {
    let tokens = tokens(text)?;
    let in_degrees = tokens.contains(&Token::Mark(0));
    let sides: Vec<_> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Side { axis, negative } => Some((*axis, *negative)),
            _ => None,
        })
        .collect();
    // Degrees, minutes, seconds as far as they were given.
    let mut angles: Vec<(Vec<f64>, bool)> = Vec::new();
    let mut rest = tokens.iter().filter(|token| !matches!(token, Token::Side { .. })).peekable();
    while let Some(token) = rest.next() {
        let Token::Number { value, negative } = *token else { return None };
        let mark = rest.next_if(|next| matches!(next, Token::Mark(_)));
        let place = match mark {
            Some(Token::Mark(place)) => *place,
            _ if in_degrees => angles.last()?.0.len(),
            _ => 0,
        };
        if place == 0 {
            angles.push((vec![value], negative));
            continue;
        }
        let parts = &mut angles.last_mut()?.0;
        if negative || place < parts.len() || place > 2 || value >= 60.0 {
            return None;
        }
        parts.resize(place, 0.0);
        parts.push(value);
    }
    let [one, other] = angles.as_slice() else { return None };
    if !matches!(sides.len(), 0 | 2) {
        return None;
    }
    let angle = |(parts, negative): &(Vec<f64>, bool), side: Option<&(Axis, bool)>| {
        let degrees: f64 = parts.iter().zip([1.0, 60.0, 3600.0]).map(|(part, of)| part / of).sum();
        // A minus and a letter of the compass say the same twice, or contradict each other.
        if *negative && side.is_some() {
            return None;
        }
        let south = *negative || side.is_some_and(|(_, negative)| *negative);
        Some(Angle {
            degrees: if south { -degrees } else { degrees },
            axis: side.map(|(axis, _)| *axis),
        })
    };
    Some([angle(one, sides.first())?, angle(other, sides.get(1))?])
}

/// The signs of a text told apart; none when there is one that belongs to no place.
fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.chars().count() > MAX_CHARS {
        return None;
    }
    let signs: Vec<char> =
        text.chars().filter(|sign| !is_unseen(*sign)).flat_map(char::to_uppercase).collect();
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let between = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    let count =
        |wanted: char| (0..signs.len()).filter(|at| signs[*at] == wanted && between(*at)).count();
    let (dots, commas) = (count('.'), count(','));
    let in_degrees = signs.iter().any(|sign| is_degree(*sign));
    // Which of the commas between digits stand before decimals: `1,5 101,4` has two, `1,5,101,4` three.
    let is_decimal = |nth: usize| match (dots, commas) {
        (0, _) if in_degrees => true,
        (0, 2) => true,
        (0, 3) => nth != 1,
        _ => false,
    };
    let (mut tokens, mut at, mut nth, mut minus) = (Vec::new(), 0, 0, false);
    while let Some(sign) = signs.get(at).copied() {
        at += 1;
        match sign {
            '0'..='9' => {
                let mut number = String::from(sign);
                while let Some(next) = signs.get(at).copied() {
                    match next {
                        '0'..='9' => number.push(next),
                        '.' if between(at) && !number.contains('.') => number.push('.'),
                        ',' if between(at) => {
                            nth += 1;
                            if !is_decimal(nth - 1) {
                                break;
                            }
                            if number.contains('.') {
                                return None;
                            }
                            number.push('.');
                        }
                        _ => break,
                    }
                    at += 1;
                }
                let before = number.find('.').unwrap_or(number.len());
                if before > 3 {
                    return None;
                }
                let negative = std::mem::take(&mut minus);
                tokens.push(Token::Number { value: number.parse().ok()?, negative });
            }
            _ if is_degree(sign) => tokens.push(Token::Mark(0)),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2032}' if signs.get(at) == Some(&sign) => {
                at += 1;
                tokens.push(Token::Mark(2));
            }
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2032}' => tokens.push(Token::Mark(1)),
            '"' | '\u{201c}' | '\u{201d}' | '\u{2033}' => tokens.push(Token::Mark(2)),
            'N' => tokens.push(Token::Side { axis: Axis::Latitude, negative: false }),
            'S' => tokens.push(Token::Side { axis: Axis::Latitude, negative: true }),
            'E' => tokens.push(Token::Side { axis: Axis::Longitude, negative: false }),
            'W' => tokens.push(Token::Side { axis: Axis::Longitude, negative: true }),
            // Lintang utara and selatan, bujur timur and barat.
            'L' | 'B' => {
                let side = match (sign, signs.get(at)?) {
                    ('L', 'U') => (Axis::Latitude, false),
                    ('L', 'S') => (Axis::Latitude, true),
                    ('B', 'T') => (Axis::Longitude, false),
                    ('B', 'B') => (Axis::Longitude, true),
                    _ => return None,
                };
                at += 1;
                tokens.push(Token::Side { axis: side.0, negative: side.1 });
            }
            // Between two numbers it only keeps them apart.
            _ if is_minus(sign) => minus = is_digit(at) && !(at > 1 && is_digit(at - 2)),
            '+' | ',' | ';' | '/' | '(' | ')' | '.' => {}
            _ if sign.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(tokens)
}

fn is_degree(sign: char) -> bool {
    matches!(sign, '°' | 'º' | '˚')
}

fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::{Periksa, Salah};

    fn shown(text: &str) -> Option<String> {
        parse(text).value.map(Coordinates::shown)
    }

    #[test]
    fn every_way_of_pasting_gives_one_place() {
        for text in [
            "1.6789, 101.4567",
            "1.6789,101.4567",
            "1.6789 101.4567",
            "(1.6789; 101.4567)",
            "1,6789 101,4567",
            "1,6789, 101,4567",
            "1,6789,101,4567",
            "1,6789;101,4567",
            "1.6789 / 101.4567",
            "1.6789-101.4567",
            "1.6789°N 101.4567°E",
            "N 1.6789 E 101.4567",
            "101.4567 BT, 1.6789 LU",
            "\u{200e}1.6789,\u{a0}101.4567",
        ] {
            assert_eq!(shown(text).as_deref(), Some("1.678900, 101.456700"), "{text}");
            finds(text, &parse(text), &[]);
        }
    }

    #[test]
    fn minutes_and_seconds_are_read() {
        for text in [
            "1°40'44.0\"N 101°27'24.1\"E",
            "1° 40' 44,0\" LU, 101° 27' 24,1\" BT",
            "1°40\u{2032}44.0\u{2033}N 101°27\u{2032}24.1\u{2033}E",
            "1°40'44''N 101°27'24.1''E",
            "N1°40'44\" E101°27'24.1\"",
            "1º40 44 N, 101º27 24.1 E",
        ] {
            assert_eq!(shown(text).as_deref(), Some("1.678889, 101.456694"), "{text}");
            finds(text, &parse(text), &[]);
        }
        assert_eq!(shown("6°12'S 106°49'E").as_deref(), Some("-6.200000, 106.816667"));
        assert_eq!(shown("6°12' LS 106°49' BT"), shown("-6.2, 106.816667"));
    }

    #[test]
    fn a_place_the_wrong_way_round_is_put_right_and_told() {
        for text in ["101.4567, 1.6789", "101,4567 1,6789", "106.816667, -6.2"] {
            finds(text, &parse(text), &[(Periksa, "coordinates-swapped")]);
        }
        assert_eq!(shown("101.4567, 1.6789").as_deref(), Some("1.678900, 101.456700"));
    }

    #[test]
    fn what_is_no_place_or_not_here_is_told() {
        for text in
            ["0, 0", "1.6789, 1.6789", "-33.8, 151.2", "1.35, -101.4", "48.8584 N, 2.2945 E"]
        {
            finds(text, &parse(text), &[(Periksa, "coordinates-abroad")]);
        }
        for text in ["91, 181", "999, 999", "1.5, 200"] {
            finds(text, &parse(text), &[(Salah, "coordinates-range")]);
        }
        for text in [
            "",
            "1.6789",
            "Dumai",
            "1.6789, 101.4567, 3",
            "1.6789 N 101.4567",
            "1 N 101 N",
            "-1.5 S 101 E",
            "1°75'N 101°27'E",
            "'1 101",
            "1,2,3,4,5",
            "1.6789\0, 101.4567",
            "1234.5, 101.4",
        ] {
            finds(text, &parse(text), &[(Salah, "coordinates-shape")]);
        }
        let long = "1".repeat(10_000);
        finds("long", &parse(&long), &[(Salah, "coordinates-shape")]);
    }

    #[test]
    fn debug_hides_the_place() {
        assert_eq!(format!("{:?}", parse("1.6789, 101.4567").value), "Some(Coordinates(…))");
    }
}
