//! Random families beside an oracle that knows the definitions of CC 1045, 1072, 1111 and 1117 and one exact world.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::wildcard_enum_match_arm,
    reason = "small numbers made up by the tests, and few relations of many"
)]

use super::super::*;
use crate::vocab::{MIN_DAY, SpanEnd, parse_day};
use chrono::Days;
use proptest::prelude::*;

const CIRCLES: [(Circle, Affinity); 4] = [
    (Circle::SpouseParentChildSibling, Affinity::Wide),
    (Circle::NearRelatives, Affinity::Wide),
    (Circle::CivilServiceScope, Affinity::Narrow),
    (Circle::CivilServiceScope, Affinity::Wide),
];

#[derive(Debug, Clone)]
struct Family {
    births: Vec<Option<PartialDate>>,
    ties: Vec<Tie>,
    horizon: NaiveDate,
}

/// One way the world can be: every date of the family exact, and every matter the law leaves open decided.
#[derive(Debug)]
struct World<'f> {
    family: &'f Family,
    kept: Vec<&'f Tie>,
    births: Vec<Option<NaiveDate>>,
    /// For each tie, by row.
    spans: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// Whether birth links revive after an adoption, and siblings-in-law are such as the narrow list names.
    lenient: bool,
}

fn base() -> NaiveDate {
    parse_day("2020-01-01").unwrap()
}

fn at(tie: &Tie) -> usize {
    usize::try_from(tie.row).unwrap()
}

impl<'f> World<'f> {
    fn new(
        family: &'f Family,
        faults: &[Fault],
        lenient: bool,
        mut pick: impl FnMut(NaiveDate, NaiveDate) -> NaiveDate,
    ) -> Self {
        let kept = family.ties.iter().filter(|tie| faults.iter().all(|fault| fault.row() != tie.row)).collect();
        let births = family.births.iter().map(|born| born.map(|born| pick(born.first(), born.last()))).collect();
        let mut span = |tie: &Tie| {
            let (first, mut last) =
                tie.span.from.map_or((MIN_DAY, base() + Days::new(300)), |from| (from.first(), from.last()));
            let end = match tie.span.end {
                SpanEnd::Ended(end) => Some(pick(end.first(), end.last())),
                SpanEnd::SeenRunning(seen) => {
                    last = last.min(seen);
                    let end = pick(seen.succ_opt().unwrap(), base() + Days::new(300));
                    (seen < family.horizon && end < base() + Days::new(200)).then_some(end)
                }
                SpanEnd::Never => None,
            };
            (pick(first, last), end)
        };
        let spans = family.ties.iter().map(&mut span).collect();
        Self { family, kept, births, spans, lenient }
    }

    fn is_adopted(&self, person: PersonIdx) -> bool {
        self.family.ties.iter().any(|tie| match tie.relation {
            Relation::AdoptiveParent => tie.a == person,
            Relation::AdoptedChild => tie.b == person,
            _ => false,
        })
    }

    fn born(&self, person: PersonIdx) -> Option<NaiveDate> {
        self.births[person.position()]
    }

    /// Whether the recorded fact holds on the day.
    fn runs(&self, tie: &Tie, day: NaiveDate) -> bool {
        let (from, until) = self.spans[at(tie)];
        from <= day && until.is_none_or(|until| day < until)
    }

    /// The adoptions of a child: the adopter and the tie.
    fn adoptions(&self, child: PersonIdx) -> impl Iterator<Item = (PersonIdx, &Tie)> {
        self.kept.iter().filter_map(move |tie| match tie.relation {
            Relation::AdoptiveParent if tie.a == child => Some((tie.b, *tie)),
            Relation::AdoptedChild if tie.b == child => Some((tie.a, *tie)),
            _ => None,
        })
    }

    fn is_spouse(&self, a: PersonIdx, b: PersonIdx, day: NaiveDate) -> bool {
        self.kept.iter().any(|tie| {
            tie.relation == Relation::Spouse && [(a, b), (b, a)].contains(&(tie.a, tie.b)) && self.runs(tie, day)
        })
    }

    /// CC 1071, 1111, 1117.
    fn is_birth_parent(&self, child: PersonIdx, parent: PersonIdx, day: NaiveDate) -> bool {
        self.kept.iter().any(|tie| {
            let is_this = (tie.relation == Relation::Parent && (tie.a, tie.b) == (child, parent))
                || (tie.relation == Relation::Child && (tie.b, tie.a) == (child, parent));
            let recorded = tie.span.from.map(|_| self.spans[at(tie)].0);
            let is_born = self.born(child).or(recorded).is_none_or(|born| born <= day);
            let is_ended =
                matches!(tie.span.end, SpanEnd::Ended(_)) && self.spans[at(tie)].1.is_some_and(|end| end <= day);
            let is_given_away = self.adoptions(child).any(|(adopter, adoption)| {
                let (begun, ended) = self.spans[at(adoption)];
                if adopter == parent || self.is_spouse(adopter, parent, begun) || day < begun {
                    return false;
                }
                match ended {
                    Some(ended) if ended <= day => !self.lenient && recorded.is_none_or(|again| again < ended),
                    _ => true,
                }
            });
            is_this && is_born && !is_ended && !is_given_away
        })
    }

    fn is_parent(&self, child: PersonIdx, parent: PersonIdx, day: NaiveDate) -> bool {
        let adopted = self.adoptions(child).any(|(adopter, tie)| adopter == parent && self.runs(tie, day));
        adopted || self.is_birth_parent(child, parent, day)
    }

    /// The words stated of what `b` is to `a` on the day.
    fn stated(&self, a: PersonIdx, b: PersonIdx, day: NaiveDate) -> Vec<Relation> {
        use Relation::{
            Cousin, Grandchild, Grandparent, GreatGrandchild, GreatGrandparent, NephewOrNiece, Sibling, UncleOrAunt,
        };
        let blood =
            [Sibling, Cousin, Grandparent, Grandchild, GreatGrandparent, GreatGrandchild, UncleOrAunt, NephewOrNiece];
        let holds = |tie: &Tie| {
            if !blood.contains(&tie.relation) || self.is_adopted(a) || self.is_adopted(b) {
                return self.runs(tie, day);
            }
            let (from, until) = self.spans[at(tie)];
            let from = match tie.span.from {
                Some(_) => Some(from),
                None => self.born(a).max(self.born(b)),
            };
            let until = until.filter(|_| matches!(tie.span.end, SpanEnd::Ended(_)));
            from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until)
        };
        let mut words = Vec::new();
        for tie in self.kept.iter().filter(|tie| holds(tie)) {
            if (tie.a, tie.b) == (a, b) {
                words.push(tie.relation);
            } else if (tie.b, tie.a) == (a, b) {
                words.push(tie.relation.inverse());
            }
        }
        words
    }

    /// Whether the two are in the circle, by sets for the Civil Code and by words for the civil servants' circle.
    fn is_in(&self, a: PersonIdx, b: PersonIdx, circle: Circle, affinity: Affinity, day: NaiveDate) -> bool {
        use Relation::{Grandchild, Grandparent, Sibling, StepChild, StepParent};
        let all: Vec<PersonIdx> = (0..self.births.len()).map(PersonIdx::at).collect();
        let parent = |child, parent| self.is_parent(child, parent, day);
        let grand = |low, high| all.iter().any(|&mid| parent(low, mid) && parent(mid, high));
        let stated = self.stated(a, b, day);
        let says = |words: &[Relation]| words.iter().any(|word| stated.contains(word));
        let close = self.is_spouse(a, b, day)
            || parent(a, b)
            || parent(b, a)
            || all.iter().any(|&shared| parent(a, shared) && parent(b, shared))
            || says(&[Sibling, StepChild, StepParent]);
        let near = close || grand(a, b) || grand(b, a) || says(&[Grandchild, Grandparent]);
        match circle {
            Circle::SamePerson => false,
            Circle::SpouseParentChildSibling => close,
            Circle::NearRelatives => near,
            Circle::CivilServiceScope => near || self.is_in_scope(a, b, affinity, day, &all),
        }
    }

    fn is_in_scope(&self, a: PersonIdx, b: PersonIdx, affinity: Affinity, day: NaiveDate, all: &[PersonIdx]) -> bool {
        use Relation::{
            ChildInLaw, ChildsParentInLaw, Cousin, GreatGrandchild, GreatGrandparent, NephewOrNiece, ParentInLaw,
            SiblingInLaw, UncleOrAunt,
        };
        let size = all.len();
        // Who descends from whom, by closure.
        let mut below = vec![vec![false; size]; size];
        for &low in all {
            for &high in all {
                below[low.position()][high.position()] = self.is_parent(low, high, day);
            }
        }
        let steps = below.clone();
        for mid in 0..size {
            for low in 0..size {
                for high in 0..size {
                    below[low][high] |= below[low][mid] && below[mid][high];
                }
            }
        }
        let (start, goal) = (a.position(), b.position());
        let stated = self.stated(a, b, day);
        let in_law = affinity == Affinity::Wide || self.lenient;
        if below[start][goal]
            || below[goal][start]
            || [GreatGrandparent, GreatGrandchild, UncleOrAunt, NephewOrNiece, Cousin]
                .iter()
                .chain(&[ParentInLaw, ChildInLaw, ChildsParentInLaw])
                .any(|word| stated.contains(word))
            || (in_law && stated.contains(&SiblingInLaw))
        {
            return true;
        }
        let mut letters = vec![vec![String::new(); size]; size];
        for &one in all {
            for &other in all {
                let (i, j) = (one.position(), other.position());
                let words = self.stated(one, other, day);
                let collateral = [UncleOrAunt, NephewOrNiece, Cousin].iter().any(|word| words.contains(word));
                let kinds = [
                    ('u', steps[i][j]),
                    ('d', steps[j][i]),
                    ('s', self.is_spouse(one, other, day)),
                    ('b', words.contains(&Relation::Sibling)),
                    ('c', collateral),
                ];
                letters[i][j] = kinds.iter().filter(|(_, is)| *is).map(|(letter, _)| *letter).collect();
            }
        }
        walks(&letters, &mut vec![start], goal, "", affinity)
    }
}

/// Whether some walk over different persons reads as a word of the circle.
fn walks(letters: &[Vec<String>], seen: &mut Vec<usize>, goal: usize, word: &str, affinity: Affinity) -> bool {
    let here = *seen.last().unwrap();
    if here == goal {
        return is_word(word, affinity);
    }
    if word.len() == 5 {
        return false;
    }
    (0..letters.len()).any(|next| {
        let fresh = !seen.contains(&next);
        seen.push(next);
        let found = fresh
            && letters[here][next]
                .chars()
                .any(|letter| walks(letters, seen, goal, &format!("{word}{letter}"), affinity));
        seen.pop();
        found
    })
}

/// Spouse steps at either end around a way by blood, or the parents of two spouses.
fn is_word(word: &str, affinity: Affinity) -> bool {
    let inner = word.trim_start_matches('s').trim_end_matches('s');
    let (up, down) = (inner.matches('u').count(), inner.matches('d').count());
    let is_composed = inner == format!("{}{}", "u".repeat(up), "d".repeat(down));
    let is_sibling = inner == "ud" || inner == "b";
    let is_collateral = (is_composed && (1..=2).contains(&up) && (1..=2).contains(&down)) || is_sibling || inner == "c";
    let wide = affinity == Affinity::Wide;
    match (word.starts_with('s'), word.ends_with('s'), word.matches('s').count()) {
        (false, false, 0) => is_composed && is_collateral,
        (true, false, 1) => inner == "u" || is_sibling || (wide && is_collateral),
        (false, true, 1) => inner == "d" || is_sibling || (wide && is_collateral),
        (true, true, 2) => wide && is_sibling,
        (false, false, 1) => word == "dsu",
        _ => false,
    }
}

fn near_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..60).prop_map(|n| base() + Days::new(n))
}

fn exact() -> impl Strategy<Value = PartialDate> {
    near_day().prop_map(|day| PartialDate::try_from(day).unwrap())
}

fn partial() -> impl Strategy<Value = PartialDate> {
    let month = prop_oneof![Just("2020-01"), Just("2020-02"), Just("2020-03")].prop_map(|text| text.parse().unwrap());
    prop_oneof![2 => exact(), 1 => month]
}

fn relation() -> impl Strategy<Value = Relation> {
    prop_oneof![
        8 => Just(Relation::Parent),
        3 => Just(Relation::Child),
        4 => Just(Relation::AdoptiveParent),
        2 => Just(Relation::AdoptedChild),
        6 => Just(Relation::Spouse),
        6 => proptest::sample::select(Relation::ALL),
    ]
}

fn family<D: Strategy<Value = PartialDate> + Clone + 'static>(
    dates: impl Fn() -> D,
    end: impl Strategy<Value = SpanEnd> + Clone,
    is_exact: bool,
) -> impl Strategy<Value = Family> {
    let births = proptest::collection::vec(proptest::option::weighted(0.3, dates()), 2..=8);
    let from = proptest::option::weighted(0.8, dates());
    let row = (any::<u16>(), any::<u16>(), relation(), from, end, proptest::option::of(any::<bool>()));
    (births, proptest::collection::vec(row, 1..14), near_day()).prop_map(move |(births, rows, horizon)| {
        let person = |any: u16| PersonIdx::at(usize::from(any) % births.len());
        let mut ties = Vec::new();
        for (a, b, relation, from, end, half) in rows {
            // Birth links mostly come without a date.
            let birth = matches!(relation, Relation::Parent | Relation::Child);
            let (from, end) = if birth && half == Some(true) { (None, SpanEnd::Never) } else { (from, end) };
            // Without a beginning only birth links are exact.
            if is_exact && !birth && from.is_none() {
                continue;
            }
            let Ok(span) = FactSpan::new(from, end) else { continue };
            let row = u32::try_from(ties.len()).unwrap();
            ties.push(Tie { a: person(a), b: person(b), relation, span, half, row });
        }
        Family { births, ties, horizon }
    })
}

fn exact_family() -> impl Strategy<Value = Family> {
    let end = prop_oneof![exact().prop_map(SpanEnd::Ended), Just(SpanEnd::Never), Just(SpanEnd::Never)];
    family(|| exact().boxed(), end.boxed(), true)
}

fn partial_family() -> impl Strategy<Value = Family> {
    let end = prop_oneof![
        2 => partial().prop_map(SpanEnd::Ended),
        1 => near_day().prop_map(SpanEnd::SeenRunning),
        3 => Just(SpanEnd::Never),
    ];
    family(|| partial().boxed(), end.boxed(), false)
}

fn pairs(family: &Family) -> impl Iterator<Item = (PersonIdx, PersonIdx)> + use<> {
    let size = family.births.len();
    (0..size).flat_map(move |a| (0..size).map(move |b| (PersonIdx::at(a), PersonIdx::at(b)))).filter(|(a, b)| a != b)
}

fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// A day of the window, its ends more often than others.
fn picked(state: &mut u64, first: NaiveDate, last: NaiveDate) -> NaiveDate {
    match draw(state) % 4 {
        0 => first,
        1 => last,
        _ => {
            let days = u64::try_from((last - first).num_days().max(0)).unwrap();
            first + Days::new(draw(state) % (days + 1))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn with_exact_dates_the_answer_is_that_of_the_definitions(family in exact_family(), days in proptest::collection::vec(near_day(), 3)) {
        let (graph, faults) = KinGraph::build(&family.births, &family.ties);
        let worlds = [false, true].map(|lenient| World::new(&family, &faults, lenient, |first, _| first));
        for (a, b) in pairs(&family) {
            for (circle, affinity) in CIRCLES {
                for &day in &days {
                    let told = graph.between(a, b, circle, affinity, day, family.horizon);
                    let expected = Truth::among(worlds.iter().map(|world| world.is_in(a, b, circle, affinity, day)));
                    prop_assert_eq!(told.truth, expected, "{:?} {:?} {} {:?} {}", a, b, circle, affinity, day);
                }
            }
        }
    }

    #[test]
    fn with_dates_known_in_part_true_and_false_hold_in_every_world(family in partial_family(), seed in any::<u64>(), days in proptest::collection::vec(near_day(), 2)) {
        let (graph, faults) = KinGraph::build(&family.births, &family.ties);
        let mut state = seed;
        for sample in 0..12 {
            let world = World::new(&family, &faults, sample % 2 == 0, |first, last| picked(&mut state, first, last));
            for (a, b) in pairs(&family) {
                for (circle, affinity) in CIRCLES {
                    for &day in &days {
                        let told = graph.between(a, b, circle, affinity, day, family.horizon).truth;
                        let is = Truth::from(world.is_in(a, b, circle, affinity, day));
                        prop_assert!(told.is_unknown() || told == is, "{a:?} {b:?} {circle} {affinity:?} {day}: {told:?} {world:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_two_never_matters_and_the_path_joins_them(family in partial_family(), day in near_day()) {
        let (graph, _) = KinGraph::build(&family.births, &family.ties);
        for (a, b) in pairs(&family) {
            for (circle, affinity) in CIRCLES {
                let told = graph.between(a, b, circle, affinity, day, family.horizon);
                prop_assert_eq!(told.truth, graph.between(b, a, circle, affinity, day, family.horizon).truth);
                prop_assert_eq!(told.path.is_none(), told.truth.is_false());
                let Some(path) = told.path else { continue };
                let mut here = a;
                for step in &path.steps {
                    let tie = &family.ties[usize::try_from(step.row).unwrap()];
                    prop_assert_eq!(step.from, here);
                    let as_recorded = (tie.a, tie.b, tie.relation) == (step.from, step.to, step.relation);
                    prop_assert!(as_recorded || (tie.b, tie.a, tie.relation.inverse()) == (step.from, step.to, step.relation));
                    here = step.to;
                }
                prop_assert_eq!(here, b);
            }
        }
    }

    #[test]
    fn relatives_are_those_for_whom_the_answer_is_not_no(family in partial_family(), day in near_day()) {
        let (graph, _) = KinGraph::build(&family.births, &family.ties);
        for a in (0..family.births.len()).map(PersonIdx::at) {
            for (circle, affinity) in CIRCLES {
                let others = (0..family.births.len()).map(PersonIdx::at).filter(|&b| b != a);
                let told = others.map(|b| (b, graph.between(a, b, circle, affinity, day, family.horizon).truth));
                let expected: Vec<_> = told.filter(|(_, truth)| !truth.is_false()).collect();
                prop_assert_eq!(graph.relatives(a, circle, affinity, day, family.horizon), expected);
            }
        }
    }

    #[test]
    fn every_larger_circle_keeps_what_the_smaller_has(family in partial_family(), day in near_day()) {
        let (graph, _) = KinGraph::build(&family.births, &family.ties);
        for (a, b) in pairs(&family) {
            let truths = CIRCLES.map(|(circle, affinity)| graph.between(a, b, circle, affinity, day, family.horizon).truth);
            prop_assert!(truths.is_sorted(), "{truths:?}");
        }
    }

    #[test]
    fn what_is_set_aside_is_in_order_and_leaves_a_register_that_stands(family in partial_family()) {
        let mut ties = family.ties.clone();
        for _ in 0..=family.ties.len() {
            let (_, faults) = KinGraph::build(&family.births, &ties);
            prop_assert!(faults.is_sorted_by(|one, other| one.row() < other.row()));
            if faults.is_empty() {
                return Ok(());
            }
            ties.retain(|tie| faults.iter().all(|fault| fault.row() != tie.row));
        }
        prop_assert!(false, "faults without end");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_answer_changes_on_edges_only(family in partial_family()) {
        let (graph, _) = KinGraph::build(&family.births, &family.ties);
        for (a, b) in pairs(&family).filter(|(a, b)| a < b) {
            for (circle, affinity) in CIRCLES {
                let mut edges = BTreeSet::new();
                graph.edges(a, b, circle, affinity, family.horizon, &mut |day| { edges.insert(day); });
                let told = |day| graph.between(a, b, circle, affinity, day, family.horizon).truth;
                let mut before = told(base() - Days::new(2));
                for day in (base() - Days::new(1)).iter_days().take(100) {
                    let now = told(day);
                    prop_assert!(now == before || edges.contains(&day), "{a:?} {b:?} {circle} changes on {day}");
                    before = now;
                }
            }
        }
    }
}
