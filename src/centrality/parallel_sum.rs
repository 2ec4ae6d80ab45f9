//! Parallel sums over sources with a fixed order of addition.

use rayon::prelude::*;

/// Maximum number of partial sums. A constant, so that results do not depend on the number of threads.
const MAX_CHUNKS: usize = 64;

/// Runs `work(workspace, source, sums)` for every source and adds the sums of all chunks in chunk order. Source `s`
/// belongs to chunk `s mod chunks`. Memory: [`MAX_CHUNKS`] vectors of `width` and one workspace a running chunk.
pub(crate) fn sum_over<W: Send>(
    sources: usize,
    width: usize,
    workspace: impl Fn() -> W + Sync + Send,
    work: impl Fn(&mut W, usize, &mut [f64]) + Sync + Send,
) -> Vec<f64> {
    let parallel_sum = MAX_CHUNKS.min(sources);
    let partials: Vec<Vec<f64>> = (0..parallel_sum)
        .into_par_iter()
        .map_init(&workspace, |space, chunk| {
            let mut sums = vec![0.0; width];
            for source in (chunk..sources).step_by(parallel_sum) {
                work(space, source, &mut sums);
            }
            sums
        })
        .collect();
    let mut total = vec![0.0; width];
    for partial in &partials {
        for (sum, term) in total.iter_mut().zip(partial) {
            *sum += term;
        }
    }
    total
}
