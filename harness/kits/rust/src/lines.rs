use std::io::{self, Read};

const READ_SIZE: usize = 128 * 1024;

/// Splits an input into lines, and says when it is about to wait for more of them.
pub(crate) struct Lines<R> {
    input: R,
    buffer: Vec<u8>,
    /// Where the next line starts.
    start: usize,
    /// Up to where that line is known to have no end.
    searched: usize,
    /// How much of the buffer is filled.
    filled: usize,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input, buffer: vec![0; READ_SIZE], start: 0, searched: 0, filled: 0 }
    }

    /// The next line without its end, or `None` at the end of the input. `before_waiting` is called
    /// before each read, when every complete line has been handed out.
    pub(crate) fn next(&mut self, mut before_waiting: impl FnMut() -> io::Result<()>) -> io::Result<Option<&[u8]>> {
        loop {
            let unsearched = &self.buffer[self.searched..self.filled];
            if let Some(length) = unsearched.iter().position(|&byte| byte == b'\n') {
                let line = self.start..self.searched + length;
                self.start = line.end + 1;
                self.searched = self.start;
                return Ok(Some(&self.buffer[line]));
            }
            self.searched = self.filled;
            before_waiting()?;
            if self.read_more()? == 0 {
                let rest = self.start..self.filled;
                self.start = self.filled;
                return Ok((!rest.is_empty()).then(|| &self.buffer[rest]));
            }
        }
    }

    fn read_more(&mut self) -> io::Result<usize> {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.searched -= self.start;
        self.start = 0;
        if self.filled == self.buffer.len() {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        loop {
            match self.input.read(&mut self.buffer[self.filled..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(count) => {
                    self.filled += count;
                    return Ok(count);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_lines_that_are_longer_than_the_buffer() {
        let long = "x".repeat(READ_SIZE * 3 + 1);
        let text = format!("a\n\n{long}\nlast");
        let mut lines = Lines::new(text.as_bytes());
        let mut found = Vec::new();
        while let Some(line) = lines.next(|| Ok(())).unwrap() {
            found.push(String::from_utf8(line.to_vec()).unwrap());
        }
        assert_eq!(found, ["a", "", &long, "last"]);
    }

    #[test]
    fn announces_each_wait() {
        let mut waits = 0;
        let mut lines = Lines::new("a\nb\n".as_bytes());
        while lines
            .next(|| {
                waits += 1;
                Ok(())
            })
            .unwrap()
            .is_some()
        {}
        assert_eq!(waits, 2, "once for the text, once for its end");
    }
}
