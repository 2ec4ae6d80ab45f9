//! Progress of long work, on a terminal only.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use collabgraph::answer::language::Language;
use collabgraph::messages::{Localizer, Message};
use indicatif::{ProgressBar, ProgressDrawTarget};

/// Work that ends before this is not worth a word.
const PATIENCE: Duration = Duration::from_millis(600);
/// Between two turns of the spinner.
const TURN: Duration = Duration::from_millis(100);

/// A bar of bytes with rate and time left, or what of these is known; hidden when standard error is no terminal.
pub(crate) fn bytes(message: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length().with_message(message.to_owned());
    if let Ok(style) = indicatif::ProgressStyle::with_template("{spinner} {msg} {bytes} {bytes_per_sec} {elapsed}") {
        bar.set_style(style);
    }
    bar
}

/// Moves such a bar. The first size that is known makes it a bar with an end.
pub(crate) fn moved(bar: &ProgressBar, done: u64, size: Option<u64>) {
    if let (Some(size), None) = (size, bar.length()) {
        let template = "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
        if let Ok(style) = indicatif::ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_length(size);
    }
    bar.set_position(done);
}

/// A bar of things that are counted; hidden when standard error is no terminal.
#[cfg(feature = "http")]
pub(crate) fn counted(message: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length().with_message(message.to_owned());
    if let Ok(style) = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}

/// Moves such a bar to a number of how many.
#[cfg(feature = "http")]
pub(crate) fn advanced(bar: &ProgressBar, done: u64, all: u64) {
    bar.set_length(all);
    bar.set_position(done);
}

/// Does the work like [`shown`], with a message that is rendered only where it can be seen.
pub(crate) fn with_message<T>(message: &Message, language: Language, work: impl FnOnce() -> T) -> T {
    if std::io::stderr().is_terminal() { shown(&Localizer::new(language).render(message), work) } else { work() }
}

/// Does the work; when it takes long and standard error is a terminal, a spinner with the time passed is shown.
pub(crate) fn shown<T>(message: &str, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (done, waiting) = mpsc::channel::<()>();
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message(message.to_owned());
    let spinner = bar.clone();
    let turning = std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
            return;
        }
        if let Ok(style) = indicatif::ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            spinner.set_style(style);
        }
        spinner.set_draw_target(ProgressDrawTarget::stderr());
        while waiting.recv_timeout(TURN) == Err(RecvTimeoutError::Timeout) {
            spinner.tick();
        }
        spinner.finish_and_clear();
    });
    let result = work();
    drop(done);
    // A spinner that failed must not cost the answer.
    let _ = turning.join();
    drop(bar);
    result
}
