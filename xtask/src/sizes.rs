//! Measures what a visitor downloads, and holds it to a budget.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::Outcome;
use crate::{dist, policy, repo, single};

/// What the files that open the finished app should take at most, compressed by brotli: as much as the form library that
/// many would use instead.
const GOAL: u64 = 313 * 1024;

/// What they took when this was written down last; two in a hundred more fail the build. Whoever adds what is worth more
/// writes down the new figure, and the reason in the message of the change; whoever makes the app smaller lowers it.
/// `cargo xtask parts` tells where it goes.
const LAST: u64 = 453_800;

/// What they may take.
const BUDGET: u64 = LAST * 102 / 100;

/// What the app opens without, and what it is for: the rule packs, without which only the pages of a dossier are not
/// shown; the icons, which the system fetches when it is put on the home screen, and what keeps it for use without
/// signal, which is fetched once the page stands; and the same app once more in one file.
const LATER: [(&str, &[&str]); 3] = [
    ("then, for dossiers", &["rules-"]),
    ("once it is open", &["icons/", "sw.js"]),
    ("all in one file", &[single::NAME]),
];

/// The size of one file, as it is and as hosts send it.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the size of each file in dist/ and of all that has to come before the app is open for the first time, and
/// fails if that is above the budget. What was built without all that makes it small is only measured.
pub fn report(dist: &Path, is_small: bool) -> Outcome {
    let mut names = names(dist)?;
    // Hosts read this one; no visitor downloads it.
    names.retain(|name| name != policy::HEADERS);
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).max(20);
    println!("{:width$} {:>9} {:>9} {:>9}", "file", "raw", "gzip -9", "brotli 11");
    let line = |name: &str, Size { raw, gzip, brotli }: Size| {
        println!("{name:width$} {raw:>9} {gzip:>9} {brotli:>9}");
    };
    let (mut total, mut later) = (Size::default(), [Size::default(); LATER.len()]);
    for name in &names {
        let file = dist.join(name);
        let bytes = repo::at("read", &file, fs::read(&file))?;
        let size = repo::at("compress", &file, measure(&bytes))?;
        line(name, size);
        let is_one = |beginnings: &[&str]| beginnings.iter().any(|beginning| name.starts_with(beginning));
        let place = LATER.iter().position(|(_, beginnings)| is_one(beginnings));
        let sum = place.map_or(&mut total, |place| &mut later[place]);
        sum.raw += size.raw;
        sum.gzip += size.gzip;
        sum.brotli += size.brotli;
    }
    line("to open", total);
    LATER.iter().zip(later).for_each(|((what, _), size)| line(what, size));
    judge(total.brotli, is_small)
}

fn judge(brotli: u64, is_small: bool) -> Outcome {
    let kib = |bytes: u64| format!("{:.1} KiB", bytes as f64 / 1024.0);
    let said = format!(
        "what has to come to open the app takes {} by brotli; the budget is {}",
        kib(brotli),
        kib(BUDGET)
    );
    if brotli > BUDGET && is_small {
        return Err(format!("the app is too large: {said}"));
    }
    println!("xtask: {said}");
    if brotli < LAST * 98 / 100 && is_small {
        println!("xtask: that is less than was written down: LAST in xtask/src/sizes.rs can be {brotli}");
    }
    if brotli > GOAL {
        println!("xtask: that is {} above the goal of {}", kib(brotli - GOAL), kib(GOAL));
    }
    Ok(())
}

/// Lists the files in dist/ and its folders that are asked for by their names, in order.
pub fn names(dist: &Path) -> Outcome<Vec<String>> {
    let mut names = all_names(dist)?;
    names.retain(|name| !dist::is_derived(name));
    Ok(names)
}

/// Lists the files in dist/ and its folders, in order.
pub fn all_names(dist: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    list(dist, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Outcome {
    for entry in repo::at("read", folder, fs::read_dir(folder))?.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

fn measure(bytes: &[u8]) -> io::Result<Size> {
    let mut gzip = GzEncoder::new(Counter::default(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Counter::default();
    // Quality 11 and the largest window are the defaults.
    let params = BrotliEncoderParams { size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &params)?;
    Ok(Size { raw: bytes.len() as u64, gzip: gzip.finish()?.0, brotli: brotli.0 })
}

/// Counts what is written and forgets it.
#[derive(Default)]
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_makes_repetition_small() {
        let size = measure(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < 50, "{} {}", size.gzip, size.brotli);
    }

    #[test]
    fn budget_is_the_last_size_allowed() {
        assert!(judge(BUDGET, true).is_ok());
        assert!(judge(BUDGET + 1, true).is_err());
        assert!(judge(BUDGET + 1, false).is_ok());
    }
}
