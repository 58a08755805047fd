use std::str::FromStr;

use crate::Invalid;

/// Reads the parts of a key one after the other.
pub struct KeyReader<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> KeyReader<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, rest: text }
    }

    /// Skips a text that must be next.
    pub fn skip(&mut self, literal: &str) -> Result<(), Invalid> {
        self.rest = self.rest.strip_prefix(literal).ok_or_else(|| self.unexpected(literal))?;
        Ok(())
    }

    /// Reads a value up to a text that must follow it. The value ends where the first character of that
    /// text occurs first, so that no value can contain it.
    pub fn value_before<T: FromStr<Err = Invalid>>(&mut self, literal: &str) -> Result<T, Invalid> {
        let end = self.rest.find(&literal[..1]).ok_or_else(|| self.unexpected(literal))?;
        let (value, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.skip(literal)?;
        value.parse()
    }

    /// Reads all that is left as a value.
    pub fn last_value<T: FromStr<Err = Invalid>>(self) -> Result<T, Invalid> {
        self.rest.parse()
    }

    fn unexpected(&self, literal: &str) -> Invalid {
        Invalid::new(format_args!("{:?} has no {literal:?} where it should have", self.text))
    }
}
