use rate_limits::Invalid;

/// How many digits DynamoDB keeps.
const MOST_DIGITS: usize = 38;
/// The powers of ten between which the first digit of a number must be.
const POWERS: std::ops::RangeInclusive<i64> = -130..=125;

/// Writes a number as DynamoDB returns it: without an exponent and without needless zeros.
pub fn normal_form(text: &str) -> Result<String, Invalid> {
    normalize(text).ok_or_else(|| Invalid::new(format_args!("{text:?} is not a number of DynamoDB")))
}

fn normalize(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = format!("{whole}{fraction}");
    if all_digits.is_empty() || !all_digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let without_leading = all_digits.trim_start_matches('0');
    let digits = without_leading.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let leading = i64::try_from(all_digits.len() - without_leading.len()).ok()?;
    // How many digits are before the decimal point; it may be negative, or more than there are.
    let point = i64::try_from(whole.len()).ok()? - leading + exponent;
    if digits.len() > MOST_DIGITS || !POWERS.contains(&(point - 1)) {
        return None;
    }
    Some(format!("{sign}{}", place_point(digits, point)))
}

/// An exponent so large that no number could have it counts as the largest there is.
fn parse_exponent(text: &str) -> Option<i64> {
    const LARGEST: i64 = 1_000_000_000_000;
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(sign * digits.parse().unwrap_or(LARGEST).min(LARGEST))
}

fn place_point(digits: &str, point: i64) -> String {
    let Ok(before) = usize::try_from(point) else {
        return format!("0.{}{digits}", zeros(point.unsigned_abs()));
    };
    match before {
        0 => format!("0.{digits}"),
        _ if before >= digits.len() => format!("{digits}{}", zeros((before - digits.len()) as u64)),
        _ => format!("{}.{}", &digits[..before], &digits[before..]),
    }
}

fn zeros(count: u64) -> String {
    (0..count).map(|_| '0').collect()
}

#[cfg(test)]
mod tests {
    use super::normalize;

    #[test]
    fn numbers_have_one_form() {
        for (text, normal) in [
            ("0", "0"),
            ("-0.00e7", "0"),
            ("0e9999999999999999999999", "0"),
            ("+007", "7"),
            ("-12.50", "-12.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.5E3", "1500"),
            ("1500e-3", "1.5"),
            ("15e-4", "0.0015"),
            ("0.0001", "0.0001"),
            ("9223372036854775807", "9223372036854775807"),
        ] {
            assert_eq!(normalize(text).as_deref(), Some(normal), "{text}");
        }
        assert_eq!(normalize("1e125").map(|text| text.len()), Some(126));
        assert_eq!(normalize("1e-130").map(|text| text.len()), Some(132));
    }

    #[test]
    fn what_dynamodb_refuses_is_no_number() {
        let too_precise = "1".repeat(39);
        for text in ["", "-", ".", "e5", "1e", "1e+", "--1", "1_0", " 1", "1 ", "NaN", "0x1", "١", "1e126", "1e-131"] {
            assert_eq!(normalize(text), None, "{text:?}");
        }
        assert_eq!(normalize(&too_precise), None);
        assert_eq!(normalize("1e99999999999999999999"), None);
    }
}
