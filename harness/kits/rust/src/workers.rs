use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// More would not make a store on the same machine any faster.
const MOST_THREADS: usize = 32;

type Job = Box<dyn FnOnce() + Send>;

/// Threads on which the waiting of store operations overlaps. They are started as they are needed.
pub(crate) struct Workers {
    jobs: Sender<Job>,
    queue: Arc<Mutex<Receiver<Job>>>,
    pending: Arc<Pending>,
    threads: usize,
}

/// How many jobs are not done yet.
#[derive(Default)]
struct Pending {
    count: Mutex<usize>,
    changed: Condvar,
}

impl Workers {
    pub(crate) fn new() -> Self {
        let (jobs, queue) = channel();
        Self { jobs, queue: Arc::new(Mutex::new(queue)), pending: Arc::default(), threads: 0 }
    }

    /// Runs a job, which must not panic, as soon as a thread is free.
    pub(crate) fn run(&mut self, job: impl FnOnce() + Send + 'static) {
        if self.pending.change(|count| count + 1) > self.threads && self.threads < MOST_THREADS {
            self.start_thread();
        }
        self.jobs.send(Box::new(job)).expect("the queue lives as long as the workers");
    }

    /// Waits until every job is done, but no longer than the limit.
    pub(crate) fn finish(&self, limit: Duration) {
        let count = self.pending.count.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.pending.changed.wait_timeout_while(count, limit, |count| *count > 0));
    }

    fn start_thread(&mut self) {
        self.threads += 1;
        let queue = Arc::clone(&self.queue);
        let pending = Arc::clone(&self.pending);
        thread::spawn(move || {
            loop {
                let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok(job) = job else { return };
                job();
                pending.change(|count| count - 1);
            }
        });
    }
}

impl Pending {
    fn change(&self, change: impl FnOnce(usize) -> usize) -> usize {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = change(*count);
        self.changed.notify_all();
        *count
    }
}
