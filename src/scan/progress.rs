//! Looking on at long work, and stopping it.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

/// Who looks on while inputs are read.
#[derive(Clone, Copy)]
pub struct ProgressHandle<'w> {
    /// Told the bytes read so far and, where it is known, how many there are. Called often: be quick.
    pub progress: &'w (dyn Fn(u64, Option<u64>) + Sync),
    /// Set from outside to stop.
    pub stop: &'w AtomicBool,
}

impl fmt::Debug for ProgressHandle<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Watch").field("stop", &self.stop).finish_non_exhaustive()
    }
}

impl ProgressHandle<'_> {
    /// Whether the work is to be stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
