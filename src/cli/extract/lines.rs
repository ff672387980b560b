//! Lines of a stream, read on a thread of their own, so that results can be written while the input pauses.

use super::document::Source;
use super::stream::{BATCH, Batches};
use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{self, SyncSender};
use std::thread;

/// Longest line; one that is longer becomes an error record without being kept.
const LONGEST: usize = 16 << 20;
/// What is read at once.
const BUFFER: usize = 1 << 18;
/// Bytes after which a batch is handed on although it holds few lines.
const FULL: usize = 1 << 22;
/// Batches that may wait.
const WAITING: usize = 4;

/// Reads `input` in batches of lines. A batch ends early when no further line has arrived yet.
pub(super) fn batches(input: impl Read + Send + 'static) -> io::Result<Batches> {
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    thread::Builder::new().name("read lines".to_owned()).spawn(move || read(input, &sender))?;
    Ok(receiver)
}

fn read(input: impl Read, sender: &SyncSender<io::Result<Vec<Source>>>) {
    let mut input = BufReader::with_capacity(BUFFER, input);
    let mut batch = Vec::new();
    let mut bytes = 0;
    let mut first = true;
    loop {
        match line(&mut input) {
            Ok(Some(mut line)) => {
                if std::mem::take(&mut first)
                    && let Source::Line(line) = &mut line
                    && line.starts_with(b"\xEF\xBB\xBF")
                {
                    line.drain(..3);
                }
                bytes += if let Source::Line(line) = &line { line.len() } else { 0 };
                batch.push(line);
            }
            Ok(None) => break,
            Err(error) => {
                // The lines before the failure are still answered.
                let sent = sender.send(Ok(batch)).and_then(|()| sender.send(Err(error)));
                return sent.unwrap_or(());
            }
        }
        let pauses = memchr::memchr(b'\n', input.buffer()).is_none();
        if pauses || bytes >= FULL || batch.len() >= BATCH {
            bytes = 0;
            if sender.send(Ok(std::mem::take(&mut batch))).is_err() {
                return;
            }
        }
    }
}

/// The next line without its end; `None` at the end of the input.
fn line(input: &mut impl BufRead) -> io::Result<Option<Source>> {
    let mut line = Vec::new();
    let mut too_long = false;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((too_long || !line.is_empty()).then(|| finished(line, too_long)));
        }
        let end = memchr::memchr(b'\n', buffer);
        let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
        too_long |= line.len() + part.len() > LONGEST;
        if too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(Some(finished(line, too_long)));
        }
    }
}

fn finished(mut line: Vec<u8>, too_long: bool) -> Source {
    if too_long {
        return Source::LongLine;
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Source::Line(line)
}
