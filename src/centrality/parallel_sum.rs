//! Work of many sources, spread over threads and added up in one fixed order.

use rayon::prelude::*;

/// Most partial sums held at once. A constant, so that no sum depends on the number of threads.
const MAX_CHUNKS: usize = 64;

/// Runs `work(workspace, source, sums)` for every source and adds the sums of all chunks in chunk order.
/// Source `s` belongs to chunk `s mod chunks`. Memory: `CHUNKS` sums and one workspace a running chunk.
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
