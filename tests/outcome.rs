//! Counting: who is elected and why, who is not and why; a count is exact, monotone, and independent of the order of
//! ballots.
#![expect(clippy::arithmetic_side_effects, reason = "a test")]

mod support;

use grassroots::facts::*;
use grassroots::review::{Because, count_ballots};
use grassroots::rulebook::Rulebook;
use grassroots::vocab::*;
use proptest::prelude::*;
use support::{World, builtin, d, day, key, pid};

/// An election of the villagers' committee on 2026-02-01: seats, list, ballots cast, votes of each candidate.
fn election(seats: Option<u32>, list: u32, cast: Option<u32>, votes: &[Option<u32>]) -> World {
    let mut world = World::new().act("S", "E1", "V", "fix-seats", |row| {
        row.day = Some(d("2026-01-05"));
        row.counts = seats.map(|seats| Count::of_base(Base::Seats, seats)).into_iter().collect();
    });
    world = world.act("T", "E1", "V", "vote", |row| {
        (row.day, row.actor) = (Some(d("2026-02-01")), Some(key("registered-voters")));
        row.counts = vec![Count::of_base(Base::Registered, list)];
        row.counts.extend(cast.map(|cast| Count::new(Quantity::Present, cast)));
    });
    for (position, votes) in votes.iter().enumerate() {
        let id = format!("P{position}");
        world = world.person(&id, |_| {}).act(&format!("C{position}"), "E1", "V", "count-votes", |row| {
            (row.day, row.actor) = (Some(d("2026-02-01")), Some(key("registered-voters")));
            row.about = Some(pid(&id));
            row.post = Some(PostKind::CommitteeMember);
            row.counts = cast.map(|cast| Count::of_base(Base::BallotsCast, cast)).into_iter().collect();
            row.counts.extend(votes.map(|votes| Count::new(Quantity::Ayes, votes)));
        });
    }
    world
}

fn rules() -> &'static Rulebook {
    static RULES: std::sync::OnceLock<Rulebook> = std::sync::OnceLock::new();
    RULES.get_or_init(builtin)
}

/// Each candidate, in order of their ids, with whether elected and why.
fn result(world: World) -> Vec<(Truth, Because)> {
    let rules = rules();
    let register = Register::build(world.facts()).register;
    let review = rules.review(&register, day("2026-03-01")).unwrap();
    let outcome = review.outcome(&CaseId::parse("E1").unwrap()).unwrap();
    let mut all: Vec<_> = outcome.contests.iter().flat_map(|contest| &contest.candidates).collect();
    all.sort_by_key(|one| one.person);
    all.iter().map(|one| (one.elected, one.because)).collect()
}

const ELECTED: (Truth, Because) = (Truth::True, Because::Enough);
const FEW: (Truth, Because) = (Truth::False, Because::TooFewVotes);
const OUTVOTED: (Truth, Because) = (Truth::False, Because::Outvoted);
const TIED: (Truth, Because) = (Truth::Unknown, Because::Tied);
const OPEN: (Truth, Because) = (Truth::Unknown, Because::Open);

#[test]
fn more_than_half_of_the_ballots_and_a_seat_left() {
    let votes = [Some(251), Some(250), Some(400)];
    assert_eq!(result(election(Some(3), 900, Some(501), &votes)), [ELECTED, FEW, ELECTED]);
}

#[test]
fn of_more_winners_than_seats_those_with_more_votes() {
    let votes = [Some(300), Some(280), Some(260), Some(400)];
    assert_eq!(result(election(Some(2), 900, Some(501), &votes)), [ELECTED, OUTVOTED, OUTVOTED, ELECTED]);
}

#[test]
fn a_tie_for_the_last_seat_is_open_and_one_within_the_seats_is_none() {
    let votes = [Some(300), Some(300), Some(400)];
    assert_eq!(result(election(Some(2), 900, Some(501), &votes)), [TIED, TIED, ELECTED]);
    assert_eq!(result(election(Some(3), 900, Some(501), &votes)), [ELECTED, ELECTED, ELECTED]);
    assert_eq!(result(election(Some(1), 900, Some(501), &votes)), [OUTVOTED, OUTVOTED, ELECTED]);
}

#[test]
fn without_turnout_nobody_is_elected() {
    let none = (Truth::False, Because::NoTurnout);
    assert_eq!(result(election(Some(3), 1000, Some(500), &[Some(400)])), [none]);
    assert_eq!(result(election(Some(3), 1000, Some(501), &[Some(400)])), [ELECTED]);
}

#[test]
fn what_is_not_recorded_leaves_open_what_turns_on_it() {
    // Seats not fixed: who has too few votes has them all the same.
    assert_eq!(result(election(None, 900, Some(501), &[Some(300), Some(100)])), [OPEN, FEW]);
    // The votes of one unknown: who is certainly within the seats is elected.
    assert_eq!(result(election(Some(2), 900, Some(501), &[Some(300), None])), [ELECTED, OPEN]);
    assert_eq!(result(election(Some(1), 900, Some(501), &[Some(300), None])), [OPEN, OPEN]);
    // Ballots cast unknown.
    assert_eq!(result(election(Some(2), 900, None, &[Some(300)])), [OPEN]);
}

#[test]
fn an_election_nobody_recorded_has_no_outcome_and_one_of_no_known_rule_stays_open() {
    let rules = rules();
    let world = election(Some(1), 900, Some(501), &[Some(300)]);
    let register = Register::build(world.facts()).register;
    let review = rules.review(&register, day("2026-03-01")).unwrap();
    assert!(review.outcome(&CaseId::parse("E2").unwrap()).is_none());
    let before = rules.review(&register, day("2026-01-31")).unwrap();
    assert!(before.outcome(&CaseId::parse("E1").unwrap()).unwrap().contests.is_empty());
}

/// Ballots of up to five candidates.
fn ballots() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(0_u8..5, 0..5), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn the_order_of_ballots_and_of_names_changes_nothing(ballots in ballots(), seats in 0_u32..5, turn in 0_usize..40) {
        let counted = count_ballots(ballots.clone(), seats);
        let mut other = ballots.clone();
        other.reverse();
        if !other.is_empty() {
            let turn = turn % other.len();
            other.rotate_left(turn);
        }
        for ballot in &mut other {
            ballot.reverse();
        }
        prop_assert_eq!(&count_ballots(other, seats), &counted);
        prop_assert_eq!(counted.cast as usize, ballots.len());
    }

    #[test]
    fn one_more_ballot_never_takes_a_vote_away(ballots in ballots(), more in prop::collection::vec(0_u8..5, 0..5), seats in 0_u32..5) {
        let before = count_ballots(ballots.clone(), seats);
        let mut all = ballots;
        all.push(more);
        let after = count_ballots(all, seats);
        for (name, votes) in &before.votes {
            prop_assert!(votes <= &after.votes[name]);
        }
    }

    /// More known of the counts never overturns what was settled.
    #[test]
    fn more_counts_only_settle(
        votes in prop::collection::vec(0_u32..8, 1..6),
        hidden in prop::collection::vec(any::<bool>(), 6),
        seats in 1_u32..4,
        hide_cast: bool,
        hide_seats: bool,
    ) {
        let all: Vec<Option<u32>> = votes.iter().map(|votes| Some(*votes)).collect();
        let known = result(election(Some(seats), 9, Some(8), &all));
        let some: Vec<Option<u32>> =
            votes.iter().zip(&hidden).map(|(votes, hidden)| (!hidden).then_some(*votes)).collect();
        let less = result(election((!hide_seats).then_some(seats), 9, (!hide_cast).then_some(8), &some));
        for ((known, _), (less, _)) in known.iter().zip(&less) {
            prop_assert!(less.is_unknown() || less == known, "{less:?} became {known:?}");
        }
    }

    /// As many are elected as an independent count of the rule says, and each for its reason.
    #[test]
    fn a_settled_result_is_the_rule_by_brute_force(votes in prop::collection::vec(0_u32..9, 1..6), seats in 1_u32..4) {
        let all: Vec<Option<u32>> = votes.iter().map(|votes| Some(*votes)).collect();
        let found = result(election(Some(seats), 9, Some(8), &all));
        for (position, mine) in votes.iter().enumerate() {
            let enough = |votes: u32| 4 < votes;
            let ahead = votes.iter().filter(|votes| enough(**votes) && mine < votes).count();
            let level = votes.iter().enumerate().filter(|(other, votes)| *other != position && enough(**votes) && *votes == mine).count();
            let seats = seats as usize;
            let expected = if !enough(*mine) {
                FEW
            } else if seats <= ahead {
                OUTVOTED
            } else if ahead + level < seats {
                ELECTED
            } else {
                TIED
            };
            prop_assert_eq!(found[position], expected);
        }
    }
}
