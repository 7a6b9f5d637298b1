//! Chance that follows from a seed, so that a practice school can be made again. It protects nothing.

use fastrand::Rng;

/// A stream of numbers. They are drawn from 64 bits on every machine, so that each makes the same school.
pub struct Random(Rng);

impl Random {
    /// Starts the stream of a seed.
    pub fn from_seed(seed: u64) -> Random {
        Random(Rng::with_seed(seed))
    }

    /// Starts a stream of its own, so that one teacher's texts do not depend on how much another wrote.
    pub fn branch(&self, number: u64) -> Random {
        // Spread by an odd number, so that no two branches of a stream begin alike.
        Random::from_seed(self.0.get_seed() ^ number.wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// Gives a number below a limit; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.long_below(limit as u64)).unwrap_or_default()
    }

    /// Gives a number below a limit that may be longer than an index.
    pub fn long_below(&mut self, limit: u64) -> u64 {
        self.0.u64(..limit.max(1))
    }

    /// Gives a number from the first to the last, both included.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// Says yes in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Gives one of several texts.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    /// Gives bytes, for a replacement code or the seed of a key that signs nothing but practice.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill(&mut bytes);
        bytes
    }
}
