//! Batches of documents in, lines out, in the same order, on every thread of a pool.

use super::document::{Line, Source};
use rayon::prelude::*;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

/// Documents that are worked on together: enough to keep every thread busy, few enough to stay small.
pub(super) const BATCH: usize = 64;

/// Documents as they arrive.
pub(super) type Batches = Receiver<io::Result<Vec<Source>>>;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents read.
    pub lines_in: u64,
    /// Lines written.
    pub lines_out: u64,
    /// Lines that are error records.
    pub errors: u64,
}

/// Documents that are all known now.
pub(super) fn in_batches(sources: Vec<Source>) -> Batches {
    let (sender, receiver) = sync_channel(1);
    // The channel has room for the one batch, so this does not wait.
    sender.send(Ok(sources)).unwrap_or(());
    receiver
}

/// Writes a line for each document. What is done is on its way out before the next wait for input.
pub(super) fn write(
    batches: &Batches,
    pool: &rayon::ThreadPool,
    read: impl Fn(&Source) -> Line + Sync,
    mut output: impl Write,
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut failed = None;
    while failed.is_none() {
        let Some(first) = next(batches, &mut output)? else { break };
        let mut batch = Vec::new();
        let mut arrived = Some(first);
        // What has arrived meanwhile is worked on together; an error waits until the lines before it are answered.
        while let Some(more) = arrived.take() {
            match more {
                Ok(more) => batch.extend(more),
                Err(error) => failed = Some(error),
            }
            if batch.len() < BATCH && failed.is_none() {
                arrived = batches.try_recv().ok();
            }
        }
        for part in batch.chunks(BATCH) {
            let lines: Vec<Line> = pool.install(|| part.par_iter().map(&read).collect());
            for Line { json, failed } in lines {
                summary.lines_in += 1;
                summary.errors += u64::from(failed);
                output.write_all(json.as_bytes())?;
                output.write_all(b"\n")?;
                summary.lines_out += 1;
            }
        }
    }
    output.flush()?;
    failed.map_or(Ok(summary), Err)
}

/// The next batch, `None` at the end. Before it waits, all that is done is written out.
fn next(batches: &Batches, output: &mut impl Write) -> io::Result<Option<io::Result<Vec<Source>>>> {
    match batches.try_recv() {
        Ok(batch) => Ok(Some(batch)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush()?;
            Ok(batches.recv().ok())
        }
    }
}
