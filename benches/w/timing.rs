//! Times of runs that take turns over data sets, so that no branch predictor learns one of them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Whether this is a run to be timed, and not a smoke test.
pub(crate) fn is_timing() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// Whether the tables are wanted: they are left out when single benches are named.
pub(crate) fn wants_tables() -> bool {
    is_timing() && !std::env::args().skip(1).any(|argument| !argument.starts_with('-'))
}

/// Seconds: the median of the runs, and the fastest, which a busy machine disturbs least.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seconds {
    pub(crate) median: f64,
    pub(crate) fastest: f64,
}

impl Seconds {
    /// The median of one of so many like things.
    pub(crate) fn each(self, of: usize) -> f64 {
        self.median / of as f64
    }

    /// How many times as long as `other`, by the medians and by the fastest runs: `12.3x (11.8x)`.
    pub(crate) fn over(self, other: Self) -> String {
        format!("{:.1}x ({:.1}x)", self.median / other.median, self.fastest / other.fastest)
    }
}

/// How long one run takes, what it made being dropped outside.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let done = run();
    let time = start.elapsed();
    drop(black_box(done));
    time
}

/// So many runs over the sets in turn; one unmeasured turn goes before, unless a single run is asked for.
pub(crate) fn measured<S>(sets: &[S], runs: usize, mut run: impl FnMut(&S) -> Duration) -> Seconds {
    let warm = if runs <= 1 { 0 } else { sets.len() };
    let mut times: Vec<Duration> = Vec::new();
    for at in 0..runs + warm {
        let time = run(&sets[at % sets.len()]);
        if warm <= at {
            times.push(time);
        }
    }
    times.sort_unstable();
    Seconds { median: times[times.len() / 2].as_secs_f64(), fastest: times[0].as_secs_f64() }
}

/// Hands out data sets in turn.
pub(crate) fn in_turn<S>(sets: &'static [S]) -> impl FnMut() -> &'static S {
    let mut next = 0;
    move || {
        next += 1;
        &sets[next % sets.len()]
    }
}
