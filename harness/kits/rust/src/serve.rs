use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::output::{Found, Output, Success};
use crate::request::Request;
use crate::workers::Workers;
use crate::{Adapter, Description, Hello, Object, Refusal};

const PROTOCOL: u32 = 1;

/// How long the end of the conversation waits for store operations that are still under way.
const PATIENCE: Duration = Duration::from_secs(2);

/// Answers requests on standard input and output until `bye` or the end of the input.
///
/// `start` is called once, with what Itemproof says in `hello`; it makes the adapter and describes it.
///
/// # Errors
/// When standard input cannot be read or standard output cannot be written.
pub fn serve<A, F>(start: F) -> io::Result<()>
where
    A: Adapter,
    F: FnOnce(Hello) -> Result<(Description, A), Refusal>,
{
    serve_on(io::stdin().lock(), io::stdout(), start)
}

/// Like [`serve`], on any input and output.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn serve_on<A, F>(input: impl Read, output: impl Write + Send + 'static, start: F) -> io::Result<()>
where
    A: Adapter,
    F: FnOnce(Hello) -> Result<(Description, A), Refusal>,
{
    let output = Arc::new(Output::new(output));
    let mut conversation =
        Conversation { output: Arc::clone(&output), workers: Workers::new(), start: Some(start), adapter: None };
    let mut lines = crate::lines::Lines::new(input);
    while let Some(line) = lines.next(|| output.flush())? {
        if !line.trim_ascii().is_empty() && !conversation.take(line)? {
            break;
        }
    }
    conversation.workers.finish(PATIENCE);
    output.flush()
}

struct Conversation<A, F> {
    output: Arc<Output>,
    workers: Workers,
    start: Option<F>,
    adapter: Option<Arc<A>>,
}

impl<A, F> Conversation<A, F>
where
    A: Adapter,
    F: FnOnce(Hello) -> Result<(Description, A), Refusal>,
{
    /// Takes one line, and says whether the conversation goes on.
    fn take(&mut self, line: &[u8]) -> io::Result<bool> {
        let mut request = match Request::parse(line) {
            Ok(request) => request,
            Err(malformed) => {
                let message = format!("malformed request: {}", malformed.message);
                match malformed.id {
                    Some(id) => self.output.answer(&id, &Err(Refusal::internal(message)))?,
                    None => eprintln!("{message}"),
                }
                return Ok(true);
            }
        };
        let id = request.id.take();
        match &*request.op {
            "bye" => {
                self.workers.finish(PATIENCE);
                self.output.answer(&id, &Ok(Success::Done))?;
                return Ok(false);
            }
            "hello" => {
                let outcome = self.hello(line);
                self.output.answer(&id, &outcome)?;
            }
            "item.put" => self.store(id, request.record_type(), request.record(), |adapter, record_type, record| {
                adapter.item_put(record_type, record).map(|()| Success::Done)
            })?,
            "item.get" => {
                self.store(id, request.record_type(), request.components(), |adapter, record_type, components| {
                    adapter.item_get(record_type, components).map(|record| Success::Found(Found::Record(record)))
                })?;
            }
            _ => {
                let outcome = self.ready().and_then(|adapter| catch(|| answer(&**adapter, &mut request)));
                self.output.answer(&id, &outcome)?;
            }
        }
        Ok(true)
    }

    fn hello(&mut self, line: &[u8]) -> Result<Success, Refusal> {
        let hello: Hello = serde_json::from_slice(line)?;
        if hello.protocol != PROTOCOL {
            return Err(Refusal::internal(format!("this adapter speaks protocol {PROTOCOL}, not {}", hello.protocol)));
        }
        let start = self.start.take().ok_or_else(|| Refusal::internal("hello was said before"))?;
        let (description, adapter) = catch(|| start(hello))?;
        self.adapter = Some(Arc::new(adapter));
        Ok(Success::Described(Box::new(description)))
    }

    fn ready(&self) -> Result<&Arc<A>, Refusal> {
        self.adapter.as_ref().ok_or_else(|| Refusal::internal("there was no successful hello yet"))
    }

    /// Hands an operation on the store to the workers.
    fn store(
        &mut self,
        id: Value,
        record_type: Result<String, Refusal>,
        input: Result<Object, Refusal>,
        operation: fn(&A, &str, Object) -> Result<Success, Refusal>,
    ) -> io::Result<()> {
        let parts = || Ok((Arc::clone(self.ready()?), record_type?, input?));
        let (adapter, record_type, input) = match parts() {
            Ok(parts) => parts,
            Err(refusal) => return self.output.answer(&id, &Err(refusal)),
        };
        let output = Arc::clone(&self.output);
        self.workers.run(move || {
            let outcome = catch(|| operation(&adapter, &record_type, input));
            if let Err(error) = output.answer(&id, &outcome).and_then(|()| output.flush()) {
                eprintln!("cannot write an answer: {error}");
            }
        });
        Ok(())
    }
}

/// Answers an operation that needs no store.
fn answer(adapter: &impl Adapter, request: &mut Request<'_>) -> Result<Success, Refusal> {
    let record_type = request.record_type();
    let found = match &*request.op {
        "key.build" => Found::Keys(adapter.key_build(&record_type?, request.record()?)?),
        "key.parse" => Found::Components(adapter.key_parse(&record_type?, &request.index()?, request.key()?)?),
        "item.encode" => Found::Item(adapter.item_encode(&record_type?, request.record()?)?),
        "item.decode" => Found::Record(adapter.item_decode(&record_type?, request.item()?)?),
        unknown => return Err(Refusal::unsupported(format!("unknown operation {unknown}"))),
    };
    Ok(Success::Found(found))
}

/// Turns a panic into an `internal` refusal. Where it happened is on standard error already.
fn catch<T>(operation: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(operation)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Err(Refusal::internal(format!("panic: {}", text.unwrap_or("without a message"))))
    })
}
