use serde::{Deserialize, Serialize};

use super::checked_text;
use super::shapes::has_length;
use crate::Invalid;

/// Any text of one to `MOST` characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Text<const MOST: usize>(String);

impl<const MOST: usize> TryFrom<String> for Text<MOST> {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        if has_length(&text, MOST) {
            Ok(Self(text))
        } else {
            Err(Invalid::new(format_args!("{text:?} does not have 1 to {MOST} characters")))
        }
    }
}

checked_text! {
    /// The digest of a configuration that was applied.
    AppliedHash, "sha256: and 64 lower-case hexadecimal digits", |text| {
        text.strip_prefix("sha256:").is_some_and(|digits| {
            digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
    }
}
