//! Signals: what is half written goes before the command ends.
//!
//! Every temporary file is known here from the moment it exists. Whoever makes one, or puts finished ones in their places,
//! holds the list meanwhile; a signal waits for the list. So it comes before files are put in their places or after all of
//! them are, never between, and what it finds on the list is removed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::time::Duration;

use collabgraph::answer::language::Language;
use collabgraph::message;
use collabgraph::messages::Localizer;

use crate::terminal;

/// How long standard error may take to say why the command ends.
const PATIENCE: Duration = Duration::from_millis(300);

/// How long a step may take to remove what it has half written.
const STEP_PATIENCE: Duration = Duration::from_secs(10);

static PENDING: Mutex<Pending> = Mutex::new(Pending { paths: BTreeSet::new(), step: None, written: false });

/// Temporary files and folders that are there now, and the step that runs.
#[derive(Debug)]
pub(crate) struct Pending {
    paths: BTreeSet<PathBuf>,
    step: Option<u32>,
    /// Whether a file was put in its place.
    pub(crate) written: bool,
}

impl Pending {
    /// A file or folder to remove when a signal comes.
    pub(crate) fn add(&mut self, path: &Path) {
        self.paths.insert(path.to_owned());
    }

    /// One that is in its place, or about to be removed; `false` when it is not on the list.
    pub(crate) fn take(&mut self, path: &Path) -> bool {
        self.paths.remove(path)
    }
}

/// Runs another program to its end; a signal ends that program, too, before this one.
pub(crate) fn run(command: &mut Command) -> std::io::Result<ExitStatus> {
    // A signal that comes now waits until it is known whom it concerns.
    let mut child = {
        let mut pending = pending();
        let child = command.spawn()?;
        pending.step = Some(child.id());
        child
    };
    // Its number may be another program's as soon as it is taken leave of.
    #[cfg(unix)]
    await_end(child.id());
    let mut pending = pending();
    pending.step = None;
    child.wait()
}

/// Waits until a child ended, and leaves it to be taken leave of.
#[cfg(unix)]
fn await_end(child: u32) {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let Some(pid) = i32::try_from(child).ok().and_then(Pid::from_raw) else { return };
    let ended = || waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT);
    while matches!(ended(), Err(rustix::io::Errno::INTR)) {}
}

/// Hands a signal on to the step that runs and waits for its end, which takes no longer than that of this command.
#[cfg(unix)]
fn end_step(child: u32, signal: i32) {
    use rustix::process::{Pid, Signal, kill_process};
    let Some(pid) = i32::try_from(child).ok().and_then(Pid::from_raw) else { return };
    let _ = kill_process(pid, Signal::from_named_raw(signal).unwrap_or(Signal::TERM));
    let (done, wait) = mpsc::channel();
    std::thread::spawn(move || {
        await_end(child);
        let _ = done.send(());
    });
    if wait.recv_timeout(STEP_PATIENCE).is_err() {
        let _ = kill_process(pid, Signal::KILL);
    }
}

/// A console sends Ctrl-C to the step, too.
#[cfg(not(unix))]
fn end_step(_: u32, _: i32) {}

/// The list, for as long as files are made or put in their places.
pub(crate) fn pending() -> MutexGuard<'static, Pending> {
    PENDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes a file, or a folder with all that is in it.
pub(crate) fn remove(path: &Path) {
    let is_folder = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    let _ = if is_folder { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
}

/// What else has to end with the command.
type CancelHook = Box<dyn FnOnce() + Send>;

static ENDING: Mutex<Option<CancelHook>> = Mutex::new(None);

/// Whether a signal is ending the command.
static IS_STOPPING: AtomicBool = AtomicBool::new(false);

/// Returns unless a signal is ending the command: what was cancelled by it is no error of its own.
#[cfg(feature = "spark")]
pub(crate) fn yield_to_signal() {
    while IS_STOPPING.load(Ordering::SeqCst) {
        std::thread::park();
    }
}

/// A signal also does this, before the command ends: what runs elsewhere is cancelled.
#[cfg(feature = "spark")]
pub(crate) fn on_stop(ending: impl FnOnce() + Send + 'static) {
    *ENDING.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(ending));
}

/// From now on a signal removes what is half written, and ends the command with the exit code of that signal.
pub(crate) fn watch(language: Language) {
    // Where signals cannot be heard they end the process, as they always did.
    let _ = listen(move |signal| stop(signal, language));
}

fn stop(signal: i32, language: Language) {
    IS_STOPPING.store(true, Ordering::SeqCst);
    let pending = pending();
    if let Some(step) = pending.step {
        end_step(step, signal);
    }
    pending.paths.iter().for_each(|path| remove(path));
    if let Some(ending) = ENDING.lock().unwrap_or_else(PoisonError::into_inner).take() {
        ending();
    }
    let message =
        if pending.written { message!("cli-stopped-after-writing") } else { message!("cli-stopped-before-writing") };
    let text = Localizer::new(language).render(&message);
    // Somebody may hold standard error, or nobody read it: the command ends all the same.
    let (done, wait) = mpsc::channel();
    std::thread::spawn(move || {
        terminal::report(&format!("collab: {text}"));
        let _ = done.send(());
    });
    let _ = wait.recv_timeout(PATIENCE);
    // The list is still held: no temporary file can be made any more.
    std::process::exit(128 + signal);
}

/// Calls this with each signal that asks the command to end, on a thread of its own.
#[cfg(unix)]
pub(crate) fn listen(mut heard: impl FnMut(i32) + Send + 'static) -> std::io::Result<()> {
    use signal_hook::consts::signal::{SIGALRM, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU};
    let mut wanted = vec![SIGINT, SIGTERM, SIGQUIT, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2];
    if !is_ignored(SIGHUP) {
        wanted.push(SIGHUP);
    }
    fail_at_the_file_size_limit()?;
    let mut signals = signal_hook::iterator::Signals::new(wanted)?;
    std::thread::spawn(move || signals.forever().for_each(&mut heard));
    Ok(())
}

/// A file that grows beyond `ulimit -f` ends the process unless somebody hears the signal; heard, the writing fails, as on
/// a full disk.
#[cfg(unix)]
fn fail_at_the_file_size_limit() -> std::io::Result<()> {
    use std::sync::Arc;
    signal_hook::flag::register(signal_hook::consts::signal::SIGXFSZ, Arc::new(AtomicBool::new(false))).map(|_| ())
}

/// Whether the process was started so that it outlives a signal, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    mask >> (signal - 1) & 1 == 1
}

/// Calls this when Ctrl-C asks the command to end.
#[cfg(not(unix))]
pub(crate) fn listen(mut heard: impl FnMut(i32) + Send + 'static) -> std::io::Result<()> {
    ctrlc::set_handler(move || heard(2)).map_err(std::io::Error::other)
}
