//! Numbers that look random and follow from a seed, so that a practice school can be made again.
//! They protect nothing.

/// A stream of numbers (splitmix64, public domain, by Sebastiano Vigna).
pub struct Random(u64);

impl Random {
    /// Starts the stream of a seed.
    pub fn from_seed(seed: u64) -> Random {
        Random(seed)
    }

    /// Starts a stream of its own, so that one teacher's texts do not depend on how much another wrote.
    pub fn branch(&self, number: u64) -> Random {
        let mut mixed = Random(self.0 ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        Random(mixed.next())
    }

    /// Gives the next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ bits >> 31
    }

    /// Gives a number below a limit; 0 when the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or_default()
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

    /// Gives 16 bytes, for a replacement code of practice.
    pub fn code(&mut self) -> [u8; 16] {
        (u128::from(self.next()) << 64 | u128::from(self.next())).to_be_bytes()
    }

    /// Gives 32 bytes, for the seed of a key that signs nothing but practice.
    pub fn bytes(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for part in bytes.chunks_exact_mut(8) {
            part.copy_from_slice(&self.next().to_be_bytes());
        }
        bytes
    }
}
