//! What reaches a terminal: messages, and answers where standard output is one.

use std::io::{IsTerminal, Write};

use collabgraph::messages::{Localizer, Message};
use collabgraph::render::visible::visible;

use crate::args::Global;

/// Writes a message and a line feed to standard error, control characters of names and options made visible. A message
/// that cannot be written (a full disk, a closed pipe) never costs the answer.
pub(crate) fn report(message: &str) {
    write(message, "\n");
}

/// Writes a remark in the reader's language, unless the command is to be quiet.
pub(crate) fn remark(global: &Global, message: &Message) {
    if !global.quiet {
        report(&Localizer::new(global.language()).render(message));
    }
}

/// Writes what the user must know whether the command is to be quiet or not, in the reader's language.
pub(crate) fn announce(global: &Global, message: &Message) {
    report(&Localizer::new(global.language()).render(message));
}

/// The same for lines that end with their own line feed.
pub(crate) fn report_lines(lines: &str) {
    write(lines, "");
}

fn write(text: &str, end: &str) {
    let mut error = anstream::stderr().lock();
    let _ = write!(error, "{}{end}", visible(text)).and_then(|()| error.flush());
}

/// Whether standard output is a terminal.
pub(crate) fn is_shown() -> bool {
    std::io::stdout().is_terminal()
}

/// Makes control characters visible in text that passes through, line by line; bytes that are no UTF-8 pass as they are.
pub(crate) struct VisibleWriter<W: Write> {
    inner: W,
    line: Vec<u8>,
}

impl<W: Write> VisibleWriter<W> {
    /// Writes what passes through to `inner`.
    pub(crate) fn new(inner: W) -> Self {
        Self { inner, line: Vec::new() }
    }

    fn pass(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.inner.write_all(visible(text).as_bytes()),
            Err(_) => self.inner.write_all(bytes),
        }
    }
}

impl<W: Write> Write for VisibleWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            let rest = self.line.split_off(end + 1);
            let lines = std::mem::replace(&mut self.line, rest);
            self.pass(&lines)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let rest = std::mem::take(&mut self.line);
        self.pass(&rest)?;
        self.inner.flush()
    }
}
