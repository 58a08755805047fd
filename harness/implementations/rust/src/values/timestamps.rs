use super::checked_text;

checked_text! {
    /// A second in UTC, as in `2024-01-02T03:04:05Z`.
    IsoSeconds, "a time like 2024-01-02T03:04:05Z", |text| {
        text.len() == 20 && seconds(text).is_some_and(|rest| rest == "Z")
    }
}

checked_text! {
    /// A time of RFC 3339 in upper case, with up to nine digits of fraction. Kept as it was written.
    Rfc3339, "a time of RFC 3339", |text| {
        seconds(text).and_then(skip_fraction).is_some_and(is_offset)
    }
}

/// Checks the part up to the seconds and returns what follows it.
fn seconds(text: &str) -> Option<&str> {
    let (start, rest) = text.split_at_checked(19)?;
    let shape = start.bytes().zip(*b"dddd-dd-ddTdd:dd:dd");
    if !shape.into_iter().all(|(byte, wanted)| if wanted == b'd' { byte.is_ascii_digit() } else { byte == wanted }) {
        return None;
    }
    let number = |from: usize, to: usize| start[from..to].parse::<u32>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let is_date = year >= 1 && day >= 1 && day <= days_in_month(year, month);
    let is_time = number(11, 13)? <= 23 && number(14, 16)? <= 59 && number(17, 19)? <= 59;
    (is_date && is_time).then_some(rest)
}

fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

fn skip_fraction(text: &str) -> Option<&str> {
    let Some(fraction) = text.strip_prefix('.') else { return Some(text) };
    let rest = fraction.trim_start_matches(|character: char| character.is_ascii_digit());
    (1..=9).contains(&(fraction.len() - rest.len())).then_some(rest)
}

fn is_offset(text: &str) -> bool {
    match text.as_bytes() {
        b"Z" => true,
        &[b'+' | b'-', h1, h2, b':', m1, m2] if [h1, h2, m1, m2].iter().all(u8::is_ascii_digit) => {
            [h1, h2] <= *b"23" && m1 <= b'5'
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_seconds_are_real_seconds() {
        for text in ["2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
            assert!(text.parse::<IsoSeconds>().is_ok(), "{text}");
        }
        for text in [
            "2023-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:00z",
            "2024-01-01T00:00:00.0Z",
            "2024-01-01T00:00:00+00:00",
            "2024-01-01T00:00:00Z\n",
            "2024-01-01T00:00:0٣Z",
            "+024-01-01T00:00:00Z",
        ] {
            assert!(text.parse::<IsoSeconds>().is_err(), "{text}");
        }
    }

    #[test]
    fn rfc3339_has_fractions_and_offsets() {
        for text in ["", ".1", ".123456789"] {
            for offset in ["Z", "+23:59", "-00:00"] {
                assert!(format!("2024-01-02T03:04:05{text}{offset}").parse::<Rfc3339>().is_ok());
            }
        }
        for rest in ["", ".Z", ".1234567890Z", "+24:00", "+00:60", "+0000", "z", "Z "] {
            assert!(format!("2024-01-02T03:04:05{rest}").parse::<Rfc3339>().is_err(), "{rest}");
        }
    }
}
