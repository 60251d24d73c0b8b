//! 监督管理 — Party posts within the effect of a sanction; publication of village affairs; hand-over.

use super::rows::{act, act_of, add_act, drop_act, holding, move_to, open, open_of, record, seat, stands};
use super::{B, BE, BN, Edit, Found, SB, SBN, breach, near, nothing, one, removed};
use crate::facts::{Candidacy, Extent, Facts};
use crate::testkit::days::{key, month_of, on, over_by, plus, seen, since, ymd};
use crate::testkit::ground::{Coop, Part, Pick, Village};
use crate::vocab::{ActId, CaseId, List, PersonId, PostKind, RecordKind, UnitKind};
use chrono::NaiveDate;

const SANCTION: &str = "supervision.party-sanction-effect";
const REMOVAL: &str = "supervision.party-removal-effect";
const STANDING: &str = "selection.party-standing";
const SENIORITY: &str = "organization.secretary-seniority";
const DISPLAY: &str = "supervision.disclosure-display-days";
const HAND_OVER: &str = "supervision.handover-days";
const SECRETARY: PostKind = PostKind::BranchSecretary;

/// A branch secretary who took the post in 2024 or later.
fn secretary(pick: &mut Pick) -> Option<(Coop, PersonId, String)> {
    let coop = pick.coop_with(Part::Secretary, |coop| coop.leads)?;
    let person = coop.secretary.clone()?;
    let key = seat(&person, SECRETARY, &coop.seat);
    Some((coop, person, key))
}

/// A secretary who took the post anew so many months and days after a sanction was approved.
fn sanctioned(facts: &mut Facts, pick: &mut Pick, kind: RecordKind, months: u32, early: i64) -> Option<String> {
    let (coop, person, key) = secretary(pick)?;
    // The last day from which the time is over by the appointment, or later by as many days as it is early.
    let approved = plus(over_by(coop.appointed, months), early);
    record(facts, &person, kind, |row| row.approved = Some(on(approved)));
    renewed(facts, &coop, &person, Some(false));
    Some(key)
}

/// Whether the post the person took is lower than the one lost; if not, the bar of Art. 11 reaches it.
fn equal_post(facts: &mut Facts, seat: String, lower: &str) -> Option<Vec<super::Found>> {
    let person = PersonId::parse(seat.split('/').next()?).ok()?;
    let column = key("post-lower-than-the-one-lost");
    facts.customs.push(crate::facts::Custom::new(person, column, lower.to_owned(), since(on(ymd(1990, 1, 1)))));
    one(REMOVAL, seat, B)
}

/// Whether the secretary held the post before; one who did not is trained.
fn renewed(facts: &mut Facts, coop: &Coop, person: &PersonId, continued: Option<bool>) {
    holding(facts, person, SECRETARY, &coop.seat, |row| row.continued = continued);
    let mut training = crate::facts::Training::new(person.clone(), on(plus(coop.appointed, 30)));
    training.hours = Some(8);
    facts.trainings.push(training);
}

/// A member of a village's Party leadership, elected on a day.
fn leader(pick: &mut Pick) -> Option<(Village, PersonId, String)> {
    let (village, part) = pick.village_part(|village| (1..village.party.len()).map(Part::Leader).collect())?;
    let Part::Leader(position) = part else { return None };
    let person = village.party.get(position)?.clone();
    let key = seat(&person, PostKind::VillagePartyMember, &village.unit);
    Some((village, person, key))
}

/// A secretary whose full membership came so late that a year ends so many days after the appointment.
fn late(facts: &mut Facts, pick: &mut Pick, after: i64) -> Option<(Coop, PersonId, String)> {
    let (coop, person, key) = secretary(pick)?;
    full(facts, &coop, &person, after);
    Some((coop, person, key))
}

fn full(facts: &mut Facts, coop: &Coop, person: &PersonId, after: i64) {
    let day = plus(over_by(coop.appointed, 12), after);
    facts
        .party_memberships
        .iter_mut()
        .filter(|row| row.person == *person)
        .for_each(|row| row.full_from = Some(on(day)));
}

/// The consent of the superior to a secretary.
fn consent(facts: &mut Facts, coop: &Coop, person: &PersonId, day: NaiveDate) {
    let case = crate::testkit::days::case_id(&format!("{}-C", coop.unit));
    add_act(facts, &case, &coop.seat, "superior-consent", day, |row| {
        row.about = Some(person.clone());
        row.actor = Some(key("superior-party-organ"));
    });
}

/// A publication of a village: its act, its case, its day.
fn publication(pick: &mut Pick) -> Option<(ActId, CaseId, NaiveDate)> {
    let (village, part) = pick.village_part(|village| {
        let positions = if village.kind == UnitKind::Village { 0..village.publications.len() } else { 0..0 };
        positions.map(Part::Publication).collect()
    })?;
    let Part::Publication(position) = part else { return None };
    village.publications.get(position).cloned()
}

/// A publication of a day shown so many days.
fn shown(facts: &mut Facts, pick: &mut Pick, day: Option<NaiveDate>, days: Option<i64>) -> Option<ActId> {
    let (act_id, case, published) = publication(pick)?;
    let day = day.unwrap_or(published);
    act(facts, &case, "publish-village-affairs", |row| {
        row.day = Some(on(day));
        row.shown_through = days.map(|days| on(plus(day, days)));
    });
    Some(act_id)
}

/// A new committee whose hand-over came so many days later.
fn handed_over(facts: &mut Facts, pick: &mut Pick, days: i64) -> Option<String> {
    let village = pick.village(Part::HandOver)?;
    move_to(facts, &village.change, "hand-over", plus(village.formed, days));
    Some(act_of(&village.change, "form-committee"))
}

/// A new committee formed so many days ago that has not taken over.
fn waiting(facts: &mut Facts, pick: &mut Pick, days: i64) -> Option<String> {
    let village = pick.village(Part::HandOver)?;
    drop_act(facts, &village.change, "hand-over");
    move_to(facts, &village.change, "form-committee", plus(pick.day, days.saturating_neg()));
    Some(act_of(&village.change, "form-committee"))
}

#[expect(clippy::unnecessary_wraps, reason = "what every edit gives")]
fn both(key: String, possible: crate::vocab::Possible) -> Option<Vec<Found>> {
    Some(vec![(SANCTION, key.clone(), possible), (REMOVAL, key, possible)])
}

pub(super) const EDITS: &[Edit] = &[
    // DISC 10: one year after a warning, a year and a half after a serious one, free on the corresponding day.
    breach(SANCTION, "one-day-short-of-a-year-after-a-warning", |facts, pick| {
        one(SANCTION, sanctioned(facts, pick, RecordKind::PartyWarning, 12, 1)?, B)
    }),
    breach(SANCTION, "one-day-short-after-a-serious-warning", |facts, pick| {
        one(SANCTION, sanctioned(facts, pick, RecordKind::PartySeriousWarning, 18, 1)?, B)
    }),
    breach(SANCTION, "leader-sanctioned-on-the-day", |facts, pick| {
        let (village, person, key) = leader(pick)?;
        let from = ymd(2024, 6, 1);
        let span = seen(on(from), pick.day);
        holding(facts, &person, PostKind::VillagePartyMember, &village.unit, |row| {
            row.span = span;
            row.continued = Some(false);
        });
        record(facts, &person, RecordKind::PartyWarning, |row| row.approved = Some(on(from)));
        one(SANCTION, key, B)
    }),
    near(SANCTION, "a-year-after-a-warning", |facts, pick| {
        sanctioned(facts, pick, RecordKind::PartyWarning, 12, 0)?;
        nothing()
    }),
    near(SANCTION, "eighteen-months-after-a-serious-warning", |facts, pick| {
        sanctioned(facts, pick, RecordKind::PartySeriousWarning, 18, 0)?;
        nothing()
    }),
    near(SANCTION, "same-post-within-the-effect", |facts, pick| {
        // Staying in the same post is no promotion.
        let (coop, person, _) = secretary(pick)?;
        let approved = plus(coop.appointed, -20);
        record(facts, &person, RecordKind::PartyWarning, |row| row.approved = Some(on(approved)));
        renewed(facts, &coop, &person, Some(true));
        nothing()
    }),
    near(SANCTION, "sanctioned-after-taking-the-post", |facts, pick| {
        sanctioned(facts, pick, RecordKind::PartyWarning, 0, 1)?;
        nothing()
    }),
    removed(SANCTION, "approval-not-recorded", |facts, pick| {
        let (coop, person, key) = secretary(pick)?;
        let decided = on(plus(coop.appointed, -2_000));
        record(facts, &person, RecordKind::PartyWarning, |row| row.decided = Some(decided));
        renewed(facts, &coop, &person, Some(false));
        one(SANCTION, key, SB)
    }),
    removed(SANCTION, "party-sanctions-not-complete", |facts, pick| {
        let (coop, person, key) = secretary(pick)?;
        open_of(facts, List::PartySanctions, &person);
        renewed(facts, &coop, &person, Some(false));
        let mut found = both(key.clone(), SB)?;
        found.push((STANDING, key, SB));
        Some(found)
    }),
    removed(SANCTION, "candidate-for-a-party-post-within-the-effect", |facts, pick| {
        // Whether the candidate held the post before is not on the list of candidates.
        let (coop, part) = pick.coop_part(|coop| {
            let members = if coop.seat == coop.unit { 0..coop.party.len() } else { 0..0 };
            members.map(Part::Party).collect()
        })?;
        let Part::Party(position) = part else { return None };
        let person = coop.party.get(position)?;
        let mut row = Candidacy::new(person.clone(), coop.unit.clone(), PostKind::BranchCommitteeMember);
        let election = plus(pick.day, 20);
        row.nominated = Some(on(pick.day));
        row.election = Some(on(election));
        facts.candidacies.push(row);
        record(facts, person, RecordKind::PartyWarning, |row| row.approved = Some(on(plus(election, -300))));
        one(SANCTION, stands(person, PostKind::BranchCommitteeMember, &coop.unit), BN)
    }),
    removed(SANCTION, "took-the-post-the-day-before-the-text", |facts, pick| {
        // Before 2024-01-01 no text is known.
        let (village, person, key) = leader(pick)?;
        let span = seen(on(ymd(2023, 12, 31)), pick.day);
        holding(facts, &person, PostKind::VillagePartyMember, &village.unit, |row| row.span = span);
        both(key, SBN)
    }),
    near(SANCTION, "took-the-post-on-the-first-day-of-the-text", |facts, pick| {
        let (village, person, _) = leader(pick)?;
        let span = seen(on(ymd(2024, 1, 1)), pick.day);
        holding(facts, &person, PostKind::VillagePartyMember, &village.unit, |row| row.span = span);
        nothing()
    }),
    // DISC 11: two years, in the wording before 2024.
    breach(REMOVAL, "one-day-short-of-two-years-after-removal", |facts, pick| {
        let seat = sanctioned(facts, pick, RecordKind::PartyRemoval, 24, 1)?;
        equal_post(facts, seat, "no")
    }),
    breach(REMOVAL, "warning-in-place-of-removal", |facts, pick| {
        let seat = sanctioned(facts, pick, RecordKind::PartySeriousWarningForRemoval, 24, 1)?;
        equal_post(facts, seat, "no")
    }),
    near(REMOVAL, "two-years-after-removal", |facts, pick| {
        sanctioned(facts, pick, RecordKind::PartyRemoval, 24, 0)?;
        nothing()
    }),
    near(REMOVAL, "a-lower-post-within-two-years", |facts, pick| {
        let seat = sanctioned(facts, pick, RecordKind::PartyRemoval, 24, 1)?;
        equal_post(facts, seat, "yes")?;
        nothing()
    }),
    removed(REMOVAL, "whether-the-post-is-lower-not-recorded", |facts, pick| {
        one(REMOVAL, sanctioned(facts, pick, RecordKind::PartyRemoval, 24, 1)?, SB)
    }),
    removed(REMOVAL, "removed-in-a-month-that-decides", |facts, pick| {
        let (coop, person, key) = secretary(pick)?;
        let free = over_by(coop.appointed, 24);
        let month = month_of(plus(free, 1));
        record(facts, &person, RecordKind::PartyRemoval, |row| row.approved = Some(month));
        equal_post(facts, key.clone(), "no")?;
        one(REMOVAL, key, if free < month.first() { B } else { SB })
    }),
    // BRANCH 23: a year of full membership; 一般, unless the superior consents.
    breach(SENIORITY, "a-year-of-membership-the-day-after", |facts, pick| one(SENIORITY, late(facts, pick, 1)?.2, B)),
    breach(SENIORITY, "consent-the-day-after", |facts, pick| {
        let (coop, person, key) = late(facts, pick, 1)?;
        consent(facts, &coop, &person, plus(coop.appointed, 1));
        one(SENIORITY, key, B)
    }),
    breach(SENIORITY, "secretary-is-no-party-member", |facts, pick| {
        let (_, person, key) = secretary(pick)?;
        facts.party_memberships.retain(|row| row.person != person);
        Some(vec![(SENIORITY, key.clone(), B), (STANDING, key, B)])
    }),
    near(SENIORITY, "a-year-of-membership-on-the-day", |facts, pick| {
        late(facts, pick, 0)?;
        nothing()
    }),
    near(SENIORITY, "consent-on-the-day", |facts, pick| {
        let (coop, person, _) = late(facts, pick, 1)?;
        consent(facts, &coop, &person, coop.appointed);
        nothing()
    }),
    removed(SENIORITY, "day-of-full-membership-not-recorded", |facts, pick| {
        let (_, person, key) = secretary(pick)?;
        facts.party_memberships.iter_mut().filter(|row| row.person == person).for_each(|row| row.full_from = None);
        Some(vec![(SENIORITY, key.clone(), SB), (STANDING, key, SB)])
    }),
    removed(SENIORITY, "consent-not-excluded", |facts, pick| {
        let coop = pick.whole(|coop| coop.leads && coop.seat == coop.unit)?;
        let person = coop.secretary.clone()?;
        full(facts, &coop, &person, 1);
        open(facts, List::Acts, Extent::Unit(coop.unit.clone()));
        one(SENIORITY, seat(&person, SECRETARY, &coop.seat), BE)
    }),
    // VCL 35(4): no less than fifteen days, the first left out.
    breach(DISPLAY, "shown-for-fourteen-days", |facts, pick| {
        one(DISPLAY, shown(facts, pick, None, Some(14))?.as_str(), B)
    }),
    breach(DISPLAY, "shown-too-short-on-the-first-day-of-the-law", |facts, pick| {
        one(DISPLAY, shown(facts, pick, Some(ymd(2026, 1, 1)), Some(14))?.as_str(), B)
    }),
    near(DISPLAY, "shown-for-fifteen-days", |facts, pick| {
        shown(facts, pick, None, Some(15))?;
        nothing()
    }),
    near(DISPLAY, "shown-for-three-days-before-the-law", |facts, pick| {
        shown(facts, pick, Some(ymd(2025, 12, 31)), Some(3))?;
        nothing()
    }),
    removed(DISPLAY, "end-of-display-not-recorded", |facts, pick| {
        one(DISPLAY, shown(facts, pick, None, None)?.as_str(), SB)
    }),
    removed(DISPLAY, "published-in-a-month-that-decides", |facts, pick| {
        let (act_id, case, _) = publication(pick)?;
        act(facts, &case, "publish-village-affairs", |row| {
            row.day = Some(month_of(ymd(2026, 1, 1)));
            row.shown_through = Some(on(ymd(2026, 1, 31)));
        });
        // Fifteen days from the sixteenth or earlier, fewer from the seventeenth on.
        one(DISPLAY, act_id.as_str(), SB)
    }),
    removed(DISPLAY, "day-of-village-publication-not-recorded", |facts, pick| {
        let (act_id, case, _) = publication(pick)?;
        act(facts, &case, "publish-village-affairs", |row| {
            row.day = None;
            row.shown_through = Some(on(ymd(2026, 1, 20)));
        });
        // Before 2026 nothing was asked; by the fifth it is long enough, later it is not.
        one(DISPLAY, act_id.as_str(), SBN)
    }),
    // VCL 24: within ten days of the new committee.
    breach(HAND_OVER, "handed-over-on-the-eleventh-day", |facts, pick| {
        one(HAND_OVER, handed_over(facts, pick, 11)?, B)
    }),
    breach(HAND_OVER, "handed-over-before-the-committee", |facts, pick| {
        one(HAND_OVER, handed_over(facts, pick, -1)?, B)
    }),
    breach(HAND_OVER, "not-handed-over-after-eleven-days", |facts, pick| one(HAND_OVER, waiting(facts, pick, 11)?, B)),
    near(HAND_OVER, "handed-over-on-the-tenth-day", |facts, pick| {
        handed_over(facts, pick, 10)?;
        nothing()
    }),
    near(HAND_OVER, "not-handed-over-on-the-tenth-day", |facts, pick| {
        waiting(facts, pick, 10)?;
        nothing()
    }),
    removed(HAND_OVER, "file-lacks-the-hand-over", |facts, pick| {
        let village = pick.village(Part::HandOver)?;
        drop_act(facts, &village.change, "hand-over");
        open(facts, List::Acts, Extent::Case(village.change.clone()));
        one(HAND_OVER, act_of(&village.change, "form-committee"), SB)
    }),
    removed(HAND_OVER, "day-of-hand-over-not-recorded", |facts, pick| {
        let village = pick.village(Part::HandOver)?;
        act(facts, &village.change, "hand-over", |row| row.day = None);
        one(HAND_OVER, act_of(&village.change, "form-committee"), SB)
    }),
    removed(HAND_OVER, "committee-formed-in-a-month-that-decides", |facts, pick| {
        let village = pick.village(Part::HandOver)?;
        act(facts, &village.change, "form-committee", |row| row.day = Some(month_of(ymd(2022, 2, 1))));
        move_to(facts, &village.change, "hand-over", ymd(2022, 2, 20));
        // Too late for a committee of the ninth, in time for one of the tenth.
        one(HAND_OVER, act_of(&village.change, "form-committee"), SB)
    }),
];
