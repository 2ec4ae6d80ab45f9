//! Wall time, processor time and peak memory of this process.

use std::time::Instant;

/// Times of all repeats.
#[derive(Debug, Default)]
pub(crate) struct Laps {
    wall: Vec<f64>,
    cpu: Vec<f64>,
}

/// Summary of the repeats, in seconds.
pub(crate) struct Times {
    /// Median.
    pub(crate) seconds: f64,
    pub(crate) least: f64,
    /// Median of the processor time of all threads; `None` where the system does not tell.
    pub(crate) cpu: Option<f64>,
    pub(crate) cpu_least: Option<f64>,
    pub(crate) runs: usize,
}

impl Laps {
    /// Times one repeat.
    pub(crate) fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (start, cpu) = (Instant::now(), processor_seconds());
        let value = work();
        self.wall.push(start.elapsed().as_secs_f64());
        if let (Some(before), Some(after)) = (cpu, processor_seconds()) {
            self.cpu.push(after - before);
        }
        value
    }

    pub(crate) fn summary(&self) -> Times {
        let least = |times: &[f64]| times.iter().copied().min_by(f64::total_cmp);
        Times {
            seconds: rounded(median(&self.wall).unwrap_or(0.0)),
            least: rounded(least(&self.wall).unwrap_or(0.0)),
            cpu: median(&self.cpu).map(rounded),
            cpu_least: least(&self.cpu).map(rounded),
            runs: self.wall.len(),
        }
    }
}

/// The middle value, the mean of the middle two of an even number; `None` of nothing.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        len if len % 2 == 1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

/// To the microsecond.
fn rounded(seconds: f64) -> f64 {
    (seconds * 1e6).round() / 1e6
}

#[cfg(unix)]
fn processor_seconds() -> Option<f64> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Some(time.tv_sec as f64 + time.tv_nsec as f64 / 1e9)
}

#[cfg(not(unix))]
fn processor_seconds() -> Option<f64> {
    None
}

/// The most memory that this process held so far; `None` where the system does not tell.
pub(crate) fn peak_mebibytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes.div_ceil(1024))
}
