//! 公民身份号码 — the 18-character number of a resident, checked, and masked wherever it is printed.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    date::{MIN_DAY, date},
    text::{masked, narrow, read_str},
};

/// Weights of the first 17 digits, ISO 7064 MOD 11-2 (GB 11643).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The check character for each remainder of the weighted sum.
const CHECKS: [u8; 11] = *b"10X98765432";

/// 身份号码错误 — why a text is no resident id. None of them holds more of it than its masked form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResidentIdError {
    /// A spreadsheet took it for a number and lost its last digits.
    #[error("resident id `{masked}` was ruined by a spreadsheet, its last digits are lost")]
    Ruined {
        /// What stood there, masked.
        masked: String,
    },
    /// The 15-digit form that ended in 2013.
    #[error("resident id `{masked}` is in the old form of 15 digits")]
    OldForm {
        /// What stood there, masked.
        masked: String,
    },
    /// Not 18 characters.
    #[error("resident id `{masked}` has `{length}` characters, not 18")]
    Length {
        /// What stood there, masked.
        masked: String,
        /// How many characters it has.
        length: usize,
    },
    /// A character other than a digit, or than a final `X`.
    #[error("resident id `{masked}` has a character other than a digit or a final `X`")]
    Character {
        /// What stood there, masked.
        masked: String,
    },
    /// An area code that begins with 0.
    #[error("resident id `{masked}` has an area code that begins with 0")]
    Area {
        /// What stood there, masked.
        masked: String,
    },
    /// A birth date outside the calendar.
    #[error("resident id `{masked}` has no possible birth date")]
    BirthDate {
        /// What stood there, masked.
        masked: String,
    },
    /// The last character does not fit the others.
    #[error("resident id `{masked}` has a wrong check digit")]
    CheckDigit {
        /// What stood there, masked.
        masked: String,
    },
}

/// 公民身份号码 — a resident's number with a fitting check digit.
///
/// `Display` and `Debug` show the first six and the last two characters only. `Serialize` writes
/// all of it, so that facts can be stored and read back, and so does [`ResidentId::expose`].
// INVARIANT: 17 ordinary digits, then a digit or `X`; a birth date of the calendar; a fitting check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId([u8; 18]);

impl ResidentId {
    /// 读取 — blanks around it, full-width characters and a small `x` do not matter.
    ///
    /// # Errors
    ///
    /// [`ResidentIdError`], naming the first thing wrong.
    pub fn parse(text: &str) -> Result<Self, ResidentIdError> {
        let text: String = text.trim().chars().map(|c| narrow(c).to_ascii_uppercase()).collect();
        let masked = shown_masked(&text);
        if is_scientific(&text) {
            return Err(ResidentIdError::Ruined { masked });
        }
        let all_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if all_digits && text.len() == 15 {
            return Err(ResidentIdError::OldForm { masked });
        }
        let length = text.chars().count();
        if length != 18 {
            return Err(ResidentIdError::Length { masked, length });
        }
        let Ok(id) = <[u8; 18]>::try_from(text.as_bytes()).map(Self) else {
            return Err(ResidentIdError::Character { masked });
        };
        let [first @ .., last] = id.0;
        if !first.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || last == b'X') {
            return Err(ResidentIdError::Character { masked });
        }
        if first.starts_with(b"0") {
            return Err(ResidentIdError::Area { masked });
        }
        if id.birth_checked().is_none() {
            return Err(ResidentIdError::BirthDate { masked });
        }
        if check_character(first) == Some(last) {
            Ok(id)
        } else if all_digits && text.ends_with("000") {
            Err(ResidentIdError::Ruined { masked })
        } else {
            Err(ResidentIdError::CheckDigit { masked })
        }
    }

    /// 出生日期 — the birth date in it.
    pub fn birth(&self) -> NaiveDate {
        self.birth_checked().unwrap_or(MIN_DAY)
    }

    /// 是否女性 — an even 17th digit.
    pub fn is_female(&self) -> bool {
        let [.., order, _] = self.0;
        order & 1 == 0
    }

    /// 原号码 — all 18 characters; for storing, never for printing.
    pub fn expose(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    fn birth_checked(&self) -> Option<NaiveDate> {
        let [_, _, _, _, _, _, birth @ .., _, _, _, _] = self.0;
        let [y1, y2, y3, y4, m1, m2, d1, d2] = birth.map(digit);
        let number = |digits: &[u32]| digits.iter().fold(0_u32, |sum, d| sum.saturating_mul(10).saturating_add(*d));
        date(number(&[y1, y2, y3, y4]).cast_signed(), number(&[m1, m2]), number(&[d1, d2])).ok()
    }
}

impl FromStr for ResidentId {
    type Err = ResidentIdError;

    fn from_str(text: &str) -> Result<Self, ResidentIdError> {
        Self::parse(text)
    }
}

impl fmt::Display for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&masked(self.expose()))
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({self})")
    }
}

impl Serialize for ResidentId {
    /// Writes the full number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for ResidentId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_str(deserializer, "a resident id of 18 characters", Self::parse)
    }
}

/// Masked, and not longer than a resident id however long the text is.
fn shown_masked(text: &str) -> String {
    let short: String =
        text.chars().take(18).map(|c| if c.is_control() || c == '`' { '\u{FFFD}' } else { c }).collect();
    masked(&short)
}

/// `4.4E+17` and the like: digits, perhaps a point and more digits, `E`, a sign or none, digits.
fn is_scientific(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('E').is_some_and(|(mantissa, exponent)| {
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        digits(whole) && digits(fraction) && digits(exponent.strip_prefix('+').unwrap_or(exponent))
    })
}

fn check_character(digits: [u8; 17]) -> Option<u8> {
    let sum = digits
        .into_iter()
        .map(digit)
        .zip(WEIGHTS)
        .fold(0_u32, |sum, (digit, weight)| sum.saturating_add(digit.saturating_mul(weight)));
    usize::try_from(sum % 11).ok().and_then(|at| CHECKS.get(at)).copied()
}

fn digit(byte: u8) -> u32 {
    u32::from(byte.saturating_sub(b'0'))
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "small numbers made up by the tests")]
mod tests {
    use proptest::prelude::*;

    use super::super::date::parse_day;
    use super::*;

    /// The example printed in GB 11643-1999: check character X.
    const WITH_X: &str = "11010519491231002X";
    /// The second example printed there: a boy, check digit 5.
    const MALE: &str = "440524188001010014";

    fn checked(first: &str) -> String {
        let digits: [u8; 17] = first.as_bytes().try_into().unwrap();
        format!("{first}{}", char::from(check_character(digits).unwrap()))
    }

    #[test]
    fn the_check_follows_iso_7064() {
        assert_eq!(checked("11010519491231002"), WITH_X);
        assert_eq!(checked("44052418800101001"), MALE);
    }

    #[test]
    fn an_id_gives_its_birth_date_and_sex() {
        let id = ResidentId::parse(WITH_X).unwrap();
        assert_eq!(id.birth(), parse_day("1949-12-31").unwrap());
        assert!(id.is_female());
        let id = ResidentId::parse(&checked("44060519790805123")).unwrap();
        assert_eq!(id.birth(), parse_day("1979-08-05").unwrap());
        assert!(!id.is_female());
    }

    #[test]
    fn blanks_full_width_characters_and_a_small_x_do_not_matter() {
        let id = ResidentId::parse(WITH_X).unwrap();
        for text in [" 11010519491231002x\n", "１１０１０５１９４９１２３１００２Ｘ", "\u{3000}11010519491231002ｘ"]
        {
            assert_eq!(ResidentId::parse(text), Ok(id), "{text}");
        }
        assert_eq!(id.expose(), WITH_X);
    }

    #[test]
    fn what_a_spreadsheet_ruined_is_told_apart() {
        for text in [
            "4.4E+17",
            "4.40605E+17",
            "4.40605e+17",
            "4.40605197908051E+17",
            "4E+17",
            "4.4E17",
            "440605197908051000",
            "４.４０６０５Ｅ+１７",
        ] {
            assert!(matches!(ResidentId::parse(text), Err(ResidentIdError::Ruined { .. })), "{text}");
        }
        // Three zeros at the end are no ruin where the check fits.
        let fits = (0..1000).map(|n| format!("44060519790805{n:03}")).map(|s| checked(&s)).find(|s| s.ends_with("000"));
        assert!(fits.is_some_and(|text| ResidentId::parse(&text).is_ok()));
    }

    #[test]
    fn each_fault_has_its_own_error() {
        type Is = fn(&ResidentIdError) -> bool;
        let cases: [(&str, Is); 17] = [
            ("", |e| matches!(e, ResidentIdError::Length { length: 0, .. })),
            ("1101051949123100", |e| matches!(e, ResidentIdError::Length { length: 16, .. })),
            ("11010519491231002", |e| matches!(e, ResidentIdError::Length { length: 17, .. })),
            ("11010519491231002XX", |e| matches!(e, ResidentIdError::Length { length: 19, .. })),
            ("11010549123100X", |e| matches!(e, ResidentIdError::Length { length: 15, .. })),
            ("110105491231002", |e| matches!(e, ResidentIdError::OldForm { .. })),
            ("１１０１０５４９１２３１００２", |e| matches!(e, ResidentIdError::OldForm { .. })),
            ("1101051949123100XX", |e| matches!(e, ResidentIdError::Character { .. })),
            ("X1010519491231002X", |e| matches!(e, ResidentIdError::Character { .. })),
            ("11010519491231002Y", |e| matches!(e, ResidentIdError::Character { .. })),
            ("1101051949 1231002", |e| matches!(e, ResidentIdError::Character { .. })),
            ("一一010519491231002X", |e| matches!(e, ResidentIdError::Character { .. })),
            ("01010519491231002X", |e| matches!(e, ResidentIdError::Area { .. })),
            ("11010519491331002X", |e| matches!(e, ResidentIdError::BirthDate { .. })),
            ("11010519490229002X", |e| matches!(e, ResidentIdError::BirthDate { .. })),
            (MALE, |e| matches!(e, ResidentIdError::BirthDate { .. })), // born 1880: right check, out of the calendar
            ("110105194912310021", |e| matches!(e, ResidentIdError::CheckDigit { .. })),
        ];
        for (text, is) in cases {
            let error = ResidentId::parse(text).unwrap_err();
            assert!(is(&error), "{text}: {error:?}");
        }
    }

    #[test]
    fn an_id_is_never_printed_whole() {
        let id = ResidentId::parse(WITH_X).unwrap();
        assert_eq!(id.to_string(), "110105**********2X");
        assert_eq!(format!("{id:?}"), "ResidentId(110105**********2X)");
        let error = ResidentId::parse("110105194912310021").unwrap_err();
        assert_eq!(error.to_string(), "resident id `110105**********21` has a wrong check digit");
    }

    #[test]
    fn the_wire_has_the_whole_id_and_a_wrong_one_is_refused_masked() {
        let id = ResidentId::parse(WITH_X).unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{WITH_X}\""));
        assert_eq!(serde_json::from_str::<ResidentId>(&json).unwrap(), id);
        let error = serde_json::from_str::<ResidentId>("\"110105194912310021\"").unwrap_err().to_string();
        assert!(!error.contains("19491231"), "{error}");
        assert!(serde_json::from_str::<ResidentId>("110105194912310021").is_err());
    }

    proptest! {
        #[test]
        fn one_wrong_digit_never_passes(area in 100_000_u32..1_000_000, order in 0_u32..1000, at in 0_usize..17, to in 0_u8..10) {
            let right = checked(&format!("{area}19790805{order:03}"));
            let id = ResidentId::parse(&right).unwrap();
            prop_assert_eq!(id.expose(), &right);
            prop_assert_eq!(id.is_female(), order % 2 == 0);
            let mut wrong = right.clone().into_bytes();
            wrong[at] = b'0' + to;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert!(wrong == right || ResidentId::parse(&wrong).is_err());
        }

        #[test]
        fn errors_never_show_seven_digits_in_a_row(text in "[0-9]{9,24}[0-9Xx]|[1-9]\\.[0-9]{8,16}E\\+17|[0-9]{6}年?[0-9]{12}") {
            if let Err(error) = ResidentId::parse(&text) {
                let shown = format!("{error} {error:?}");
                let runs = shown.split(|c: char| !c.is_ascii_digit()).map(str::len);
                prop_assert!(runs.max() <= Some(6), "{}", shown);
            }
        }
    }
}
