use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::Value;

use crate::{Class, Description, Keys, Object, Refusal};

const FLUSH_SIZE: usize = 64 * 1024;

/// What an operation answers when it is not refused.
pub(crate) enum Success {
    Described(Box<Description>),
    Done,
    Found(Found),
}

/// A result, under the name that the protocol gives it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Found {
    Keys(Keys),
    Components(Object),
    Item(Object),
    Record(Object),
}

/// Standard output: whole answers, from any thread, gathered until somebody flushes.
pub(crate) struct Output {
    state: Mutex<State>,
}

struct State {
    gathered: Vec<u8>,
    sink: Box<dyn Write + Send>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    class: Class,
    message: &'a str,
}

impl Output {
    pub(crate) fn new(sink: impl Write + Send + 'static) -> Self {
        let gathered = Vec::with_capacity(FLUSH_SIZE * 2);
        Self { state: Mutex::new(State { gathered, sink: Box::new(sink) }) }
    }

    /// Adds an answer, and writes what is gathered once that is a lot.
    pub(crate) fn answer(&self, id: &Value, outcome: &Result<Success, Refusal>) -> io::Result<()> {
        let mut state = self.lock();
        write_answer(&mut state.gathered, id, outcome)?;
        if state.gathered.len() >= FLUSH_SIZE { state.flush() } else { Ok(()) }
    }

    /// Writes everything that is gathered.
    pub(crate) fn flush(&self) -> io::Result<()> {
        self.lock().flush()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let written = self.sink.write_all(&self.gathered).and_then(|()| self.sink.flush());
        self.gathered.clear();
        written
    }
}

fn write_answer(line: &mut Vec<u8>, id: &Value, outcome: &Result<Success, Refusal>) -> io::Result<()> {
    line.extend_from_slice(b"{\"id\":");
    serde_json::to_writer(&mut *line, id)?;
    match outcome {
        Ok(success) => {
            line.extend_from_slice(b",\"ok\":");
            match success {
                Success::Described(description) => serde_json::to_writer(&mut *line, description)?,
                Success::Done => line.extend_from_slice(b"{}"),
                Success::Found(found) => serde_json::to_writer(&mut *line, found)?,
            }
        }
        Err(Refusal { class: Class::Unsupported, message }) => {
            line.extend_from_slice(b",\"unsupported\":");
            serde_json::to_writer(&mut *line, message)?;
        }
        Err(Refusal { class, message }) => {
            line.extend_from_slice(b",\"error\":");
            serde_json::to_writer(&mut *line, &ErrorBody { class: *class, message })?;
        }
    }
    line.extend_from_slice(b"}\n");
    Ok(())
}
