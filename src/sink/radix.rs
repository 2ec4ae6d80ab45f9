//! Pairs of small numbers, sorted digit by digit from the last one: a radix sort that leaves out the bits that no
//! number has.

/// Bits of a digit at most: its counts stay in the nearest cache.
const DIGIT: u32 = 11;

/// Sorts pairs, the first number in the upper half. O(n) a digit.
pub(super) fn sort(keys: &mut Vec<u64>) {
    let (mut high, mut low) = (0u64, 0u64);
    for key in keys.iter() {
        high |= key >> 32;
        low |= key & 0xFFFF_FFFF;
    }
    let (high, low) = (u64::BITS - high.leading_zeros(), u64::BITS - low.leading_zeros());
    let bits = high + low;
    if keys.len() < 256 || bits == 0 {
        keys.sort_unstable();
        return;
    }
    let width = bits.div_ceil(bits.div_ceil(DIGIT));
    // The two halves side by side, without the gap between them.
    let mask = (1u64 << low) - 1;
    keys.iter_mut().for_each(|key| *key = *key >> 32 << low | *key & mask);
    let mut other = vec![0u64; keys.len()];
    for shift in (0..bits).step_by(width as usize) {
        scatter(keys, &mut other, shift, width);
        std::mem::swap(keys, &mut other);
    }
    keys.iter_mut().for_each(|key| *key = *key >> low << 32 | *key & mask);
}

fn scatter(from: &[u64], to: &mut [u64], shift: u32, width: u32) {
    let digit = |key: u64| (key >> shift) as usize & ((1 << width) - 1);
    let mut places = vec![0usize; 1 << width];
    from.iter().for_each(|&key| places[digit(key)] += 1);
    let mut before = 0;
    for place in &mut places {
        before += std::mem::replace(place, before);
    }
    for &key in from {
        let place = &mut places[digit(key)];
        to[*place] = key;
        *place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn the_order_is_that_of_any_sort() {
        let mut random = Random::new(3);
        for (count, a, b) in [(0, 1, 1), (300, 1, 1), (5_000, 7, 100_000), (5_000, 1 << 31, 1 << 31), (2_000, 1, 9)] {
            let mut keys: Vec<u64> =
                (0..count).map(|_| (random.below(a) as u64) << 32 | random.below(b) as u64).collect();
            let mut sorted = keys.clone();
            sorted.sort_unstable();
            sort(&mut keys);
            assert_eq!(keys, sorted);
        }
    }
}
