//! The shapes of identifiers. All of them are ASCII, so bytes will do.

/// The text starts with one kind of byte and goes on with another.
pub fn starts_and_goes_on(text: &str, starts: fn(u8) -> bool, goes_on: fn(u8) -> bool) -> bool {
    match text.as_bytes() {
        [first, rest @ ..] => starts(*first) && rest.iter().all(|&byte| goes_on(byte)),
        [] => false,
    }
}

/// `[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*`
pub fn is_entity(text: &str) -> bool {
    starts_and_goes_on(
        text,
        |byte| byte.is_ascii_alphanumeric(),
        |byte| byte.is_ascii_alphanumeric() || b"_.-:@".contains(&byte),
    )
}

/// `[a-zA-Z][a-zA-Z0-9_.\-/:]*`
pub fn is_resource(text: &str) -> bool {
    starts_and_goes_on(
        text,
        |byte| byte.is_ascii_alphabetic(),
        |byte| byte.is_ascii_alphanumeric() || b"_.-/:".contains(&byte),
    )
}

/// `[a-zA-Z][a-zA-Z0-9_.\-]*`
pub fn is_limit(text: &str) -> bool {
    starts_and_goes_on(
        text,
        |byte| byte.is_ascii_alphabetic(),
        |byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte),
    )
}

/// The text has between one and `most` characters, counted as Unicode code points.
pub fn has_length(text: &str, most: usize) -> bool {
    !text.is_empty() && text.chars().count() <= most
}
