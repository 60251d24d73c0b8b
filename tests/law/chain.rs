//! 组织优化: the chain of units.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for of in [
        cooperative_levels,
        four_level_chain_total,
        branch_coverage_grid,
        registration_change,
        cooperative_existence,
        cooperative_existence_group,
        name,
        legal_representative,
        committee_legal_representative,
        village_work_plan,
    ] {
        cases.extend(of());
    }
    cases
}

fn cooperative_levels() -> Vec<Case> {
    let id = "organization.cooperative-levels";
    let under = |kind, parent: Option<&str>| {
        World::new()
            .unit("CO", UnitKind::County, None)
            .unit("P", UnitKind::Park, Some("T"))
            .unit("G", UnitKind::VillagersGroup, Some("V"))
            .unit("A", UnitKind::Agency, Some("T"))
            .unit("C", kind, parent)
    };
    let coop = |parent| under(UnitKind::Cooperative, parent);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "C", expect);
    vec![
        row("LRCEO 2: of a village", coop(Some("V")), "S must").cites("LRCEO 2"),
        row("LRCEO 2: of a group", coop(Some("G")), "S must"),
        row("LRCEO 2: of a town", coop(Some("T")), "S must"),
        row("of a community", coop(Some("K")), "S must"),
        row("of a park area", coop(Some("P")), "S must"),
        row("of a county", coop(Some("CO")), "B must"),
        row("of an agency", coop(Some("A")), "B must"),
        row("of a county, by another kind", under(UnitKind::VillageCooperative, Some("CO")), "B must"),
        row("no unit above, the list complete", coop(None).closed(&[List::Units]), "B must"),
        row("no unit above, the list open", coop(None), "SB must").names("Units"),
        Case::new(id, "not asked of the village", "2026-03-01", coop(Some("V")), "V", "none"),
        Case::new(id, "the first day of the law", "2025-05-01", coop(Some("CO")), "C", "B must").cites("LRCEO 2"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", coop(Some("CO")), "C", "SBN must")
            .names("Edition"),
    ]
}

fn four_level_chain_total() -> Vec<Case> {
    let id = "organization.four-level-chain-total";
    let three = "[set]\ncooperatives-total = 3\nplan-effective = \"2022-08-15\"";
    let coops = |number: usize| {
        ["C", "C2", "C3", "C4"]
            .iter()
            .take(number)
            .fold(World::new().unit("VC", UnitKind::VillageCooperative, Some("V")), |world, id| {
                world.unit(id, UnitKind::Cooperative, Some("V"))
            })
    };
    let town = |number: u32| {
        (0..number).fold(World::new(), |world, number| {
            let id = if number == 0 { "C".to_owned() } else { format!("C{number}") };
            world.unit(&id, UnitKind::Cooperative, Some(if number % 2 == 0 { "V" } else { "K" }))
        })
    };
    let closed = |number| coops(number).closed(&[List::Units]);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "T", expect);
    vec![
        row("the town says three: three", "2026-03-01", closed(3), "S normally").set(three).cites("PLAN"),
        row("two are on the list", "2026-03-01", closed(2), "B normally").set(three),
        row("four are on the list", "2026-03-01", closed(4), "S normally").set(three),
        row("three are on an open list", "2026-03-01", coops(3), "S normally").set(three),
        row("the list is open", "2026-03-01", coops(2), "SB normally").set(three).names("Units"),
        row("245 as reported", "2026-03-01", town(245).closed(&[List::Units]), "S normally"),
        row("244", "2026-03-01", town(244).closed(&[List::Units]), "B normally"),
        row("246: one founded since is no gap", "2026-03-01", town(246).closed(&[List::Units]), "S normally"),
        row("the day of the plan", "2022-08-15", closed(2), "B normally").set(three),
        row("the day before", "2022-08-14", closed(2), "-").set(three),
        row("no day is set: the first of the half-year", "2022-07-01", closed(2), "BN normally")
            .names("plan-effective"),
        row("before the half-year", "2022-06-30", closed(2), "-"),
        row("the last day of it", "2022-12-31", closed(2), "B normally"),
        row("the last but one", "2022-12-30", closed(2), "BN normally"),
        Case::new(id, "not asked of the village", "2026-03-01", closed(2), "V", "none"),
    ]
}

fn branch_coverage_grid() -> Vec<Case> {
    let id = "organization.branch-coverage-grid";
    let world = || {
        World::new()
            .unit("B", UnitKind::PartyBranch, Some("T"))
            .unit("G", UnitKind::VillagersGroup, Some("V"))
            .closed(&[List::Links])
    };
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let with = |kind| world().unit("X", kind, Some("V"));
    let mut open = world();
    open.0.coverage.clear();
    vec![
        row("no Party organization", world(), "V", "B normally").cites("GRID"),
        row("a branch", with(UnitKind::PartyBranch), "V", "S normally"),
        row("a joint branch", with(UnitKind::JointBranch), "V", "S normally"),
        row("a general branch", with(UnitKind::GeneralBranch), "V", "S normally"),
        row("a Party committee", with(UnitKind::PartyCommittee), "V", "S normally"),
        row("served by a branch", world().link("B", "V", LinkKind::Serves, since("2018-01-10")), "V", "S normally"),
        row(
            "keeping books is no serving",
            world().link("B", "V", LinkKind::KeepsBooksFor, since("2018-01-10")),
            "V",
            "B normally",
        ),
        row("a community without one", world(), "K", "B normally"),
        row("a group without one", world(), "G", "B normally"),
        row("a service center is none", with(UnitKind::ServiceCenter), "V", "B normally"),
        row("the links are not complete", open, "V", "SB normally").names("Links"),
        row("not asked of a cooperative", world(), "C", "none"),
        Case::new(id, "the first day after the year of the case", "2019-12-31", world(), "V", "B normally"),
        Case::new(id, "within it: open", "2019-12-30", world(), "V", "BN normally").names("Edition"),
        Case::new(id, "before it no edition is known", "2018-12-31", world(), "V", "SBN normally").names("Edition"),
    ]
}

fn registration_change() -> Vec<Case> {
    let id = "organization.registration-change";
    let set = "[set]\nregistration-change-days = \"30 days\"";
    let changed = |unit: &str, day: &str| {
        World::new()
            .unit("VC", UnitKind::VillageCooperative, Some("V"))
            .act("A", "K1", unit, "change-particulars", |row| row.day = Some(d(day)))
            .closed(&[List::Acts])
    };
    let registered = |world: World, unit: &str, day: &str| {
        world.act("A2", "K1", unit, "change-registration", |row| row.day = Some(d(day)))
    };
    let both = |day: &str, then: &str| registered(changed("C", day), "C", then);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "A", expect);
    let mut open = changed("C", "2025-06-01");
    open.0.coverage.clear();
    let filed = changed("C", "2025-06-01").act("A2", "K1", "C", "file", |row| row.day = Some(d("2025-06-10")));
    vec![
        row("on the thirtieth day", "2026-03-01", both("2025-06-01", "2025-07-01"), "S must")
            .set(set)
            .cites("LRCEO 25(1)"),
        row("on the day after", "2026-03-01", both("2025-06-01", "2025-07-02"), "B must").set(set),
        row("on the day itself", "2026-03-01", both("2025-06-01", "2025-06-01"), "S must").set(set),
        row("before the change", "2026-03-01", both("2025-06-01", "2025-05-20"), "B must").set(set),
        row("never, the file complete", "2026-03-01", changed("C", "2025-06-01"), "B must").set(set),
        row("filed only", "2026-03-01", filed, "B must").set(set),
        row("not yet due", "2025-06-20", changed("C", "2025-06-01"), "N must").set(set),
        row("the file is not complete", "2026-03-01", open, "SB must").set(set).names("File"),
        row("done, and no time is set", "2026-03-01", both("2025-06-01", "2025-07-01"), "SB must")
            .names("registration-change-days"),
        row("of the village-level cooperative", "2026-03-01", changed("VC", "2025-06-01"), "B must").set(set),
        row("not of the village", "2026-03-01", changed("V", "2025-06-01"), "none").set(set),
        row("changed on the first day of the law", "2026-03-01", changed("C", "2025-05-01"), "B must").set(set),
        row("changed the day before it", "2026-03-01", changed("C", "2025-04-30"), "SBN must")
            .set(set)
            .names("Edition"),
    ]
}

fn cooperative_existence() -> Vec<Case> {
    let id = "organization.cooperative-existence";
    let met = |holds| {
        World::new()
            .has_trait("V", TraitKind::CooperativeConditionsMet, holds, since("2020-01-10"))
            .has_trait("V", TraitKind::WorkNeed, !holds, since("2020-01-10"))
            .closed(&[List::Units, List::Links])
    };
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "V", expect);
    let acting = met(true).link("V", "V", LinkKind::ActsFor, since("2020-01-10"));
    let serving = met(true).link("B", "V", LinkKind::Serves, since("2020-01-10"));
    let mut open = met(true);
    open.0.coverage.clear();
    vec![
        row("LRCEO 19(2): conditions met, none", met(true), "B normally").cites("LRCEO 19(2)"),
        row("one of the village", met(true).unit("VC", UnitKind::VillageCooperative, Some("V")), "S normally"),
        row("LRCEO 64(1): the committee acts in its place", acting, "S normally"),
        row("a branch that serves does not act in its place", serving, "B normally"),
        row("conditions not met", met(false), "N normally"),
        row("conditions not recorded", World::new().closed(&[List::Units, List::Links]), "BN normally")
            .names("CooperativeConditionsMet"),
        row("whether there is one is not known", open, "SB normally").names("Units"),
        Case::new(id, "not asked of a community", "2026-03-01", met(true), "K", "none"),
        Case::new(id, "the first day of the law", "2025-05-01", met(true), "V", "B normally"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", met(true), "V", "SBN normally")
            .names("Edition"),
    ]
}

fn cooperative_existence_group() -> Vec<Case> {
    let id = "organization.cooperative-existence-group";
    let group = || World::new().unit("G", UnitKind::VillagersGroup, Some("V")).closed(&[List::Units, List::Links]);
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "G", expect);
    let mut open = group();
    open.0.coverage.clear();
    vec![
        row("LRCEO 19(2): none: the permission is not used", group(), "B may").cites("LRCEO 19(2)"),
        row("one of the group", group().unit("C", UnitKind::Cooperative, Some("G")), "S may"),
        row("one of another level", group().unit("VC", UnitKind::VillageCooperative, Some("G")), "B may"),
        row(
            "LRCEO 64(1): the group acts in its place",
            group().link("G", "G", LinkKind::ActsFor, since("2020-01-10")),
            "S may",
        ),
        row("whether there is one is not known", open, "SB may").names("Units"),
        Case::new(id, "not asked of the village", "2026-03-01", group(), "V", "none"),
        Case::new(id, "the first day of the law", "2025-05-01", group(), "G", "B may"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", group(), "G", "SBN may").names("Edition"),
    ]
}

fn name() -> Vec<Case> {
    let id = "organization.name";
    let world = || {
        let mut world = World::new().unit("VC", UnitKind::VillageCooperative, Some("V"));
        for unit in &mut world.0.units {
            unit.name = match unit.id.as_str() {
                "T" => Some("九江镇".to_owned()),
                "V" => Some("河清村".to_owned()),
                _ => None,
            };
        }
        world
    };
    let named = |name: &str, from: &str| world().registered("C", name, since(from));
    let row = |name, world, expect| Case::new(id, name, "2026-03-01", world, "C", expect);
    let full = "九江镇河清村三组集体经济组织";
    let old = "河清村股份经济合作社";
    vec![
        row("LRCEO 21(1): the words and the place", named(full, "2025-06-01"), "S must").cites("LRCEO 21(1)"),
        row("the old style, on a certificate under the law", named(old, "2025-06-01"), "B must"),
        row("the words without a place", named("集体经济组织", "2025-06-01").closed(&[List::Units]), "B must"),
        row("the words alone, the units above not all known", named("集体经济组织", "2025-06-01"), "SB must")
            .names("Units"),
        row("LRCEO 65: the old style, on a certificate from before", named(old, "2020-06-01"), "E must"),
        row("LRCEO 65: from the day before the law", named(old, "2025-04-30"), "E must"),
        row("a certificate of the first day", named(old, "2025-05-01"), "B must"),
        row(
            "LRCEO 65: the old certificate has run out",
            world().registered("C", old, until("2020-06-01", "2025-12-01")).registered("C", old, since("2025-12-01")),
            "B must",
        ),
        row("day of the certificate not known", world().registered("C", old, FactSpan::default()), "SBE must"),
        row("the name is not recorded", world(), "SBE must").names("RegisteredName"),
        Case::new(
            id,
            "of the village-level cooperative",
            "2026-03-01",
            world().registered("VC", old, since("2025-06-01")),
            "VC",
            "B must",
        ),
        Case::new(
            id,
            "not of the village",
            "2026-03-01",
            world().registered("V", old, since("2025-06-01")),
            "V",
            "none",
        ),
        Case::new(id, "the first day of the law", "2025-05-01", named(old, "2025-05-01"), "C", "B must"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", named(old, "2025-04-01"), "C", "SBN must")
            .names("Edition"),
    ]
}

/// A legal representative, and the holder of another post.
fn represented(unit: &str, post: PostKind, holder: &str) -> World {
    World::new()
        .unit("VC", UnitKind::VillageCooperative, Some("V"))
        .man("P1")
        .man("P2")
        .holds("P1", PostKind::LegalRepresentative, unit, since("2020-01-10"))
        .holds(holder, post, unit, since("2020-01-10"))
}

fn legal_representative() -> Vec<Case> {
    let id = "organization.legal-representative";
    let of = |unit: &str, holder: &str| represented(unit, PostKind::Chair, holder).closed(&[List::Roster]);
    let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
    let open = World::new().man("P1").holds("P1", PostKind::LegalRepresentative, "C", since("2020-01-10"));
    let nobody = World::new().man("P1").holds("P1", PostKind::Chair, "C", since("2020-01-10"));
    vec![
        row("LRCEO 29(2): one person", of("C", "P1"), "C", "S must").cites("LRCEO 29(2)"),
        row("LRCEO 29(2): two persons", of("C", "P2"), "C", "B must"),
        row("of the village-level cooperative", of("VC", "P2"), "VC", "B must"),
        row("the chair is not recorded", open, "C", "SBN must").names("Roster"),
        row("no legal representative is recorded", nobody, "C", "none"),
        row("not of the village", of("V", "P2"), "V", "none"),
        Case::new(id, "the first day of the law", "2025-05-01", of("C", "P2"), "C", "B must"),
        Case::new(id, "the day before it no edition is known", "2025-04-30", of("C", "P2"), "C", "SBN must")
            .names("Edition"),
    ]
}

fn committee_legal_representative() -> Vec<Case> {
    let mut rows = Vec::new();
    for (id, unit, other, cites) in [
        ("organization.committee-legal-representative", "V", "K", "VCL 13"),
        ("organization.committee-legal-representative-residents", "K", "V", "UCL 12"),
    ] {
        let of =
            |unit: &str, holder: &str| represented(unit, PostKind::CommitteeDirector, holder).closed(&[List::Roster]);
        let row = |name, world, subject, expect| Case::new(id, name, "2026-03-01", world, subject, expect);
        let open = World::new().man("P1").holds("P1", PostKind::LegalRepresentative, unit, since("2020-01-10"));
        let nobody = World::new().man("P1").holds("P1", PostKind::CommitteeDirector, unit, since("2020-01-10"));
        rows.extend([
            row("one person", of(unit, "P1"), unit, "S must").cites(cites),
            row("two persons", of(unit, "P2"), unit, "B must"),
            row("the director is not recorded", open, unit, "SBN must").names("Roster"),
            row("no legal representative is recorded", nobody, unit, "none"),
            row("not under the other law", of(other, "P2"), other, "none"),
            Case::new(id, "the first day of the law", "2026-01-01", of(unit, "P2"), unit, "B must"),
            Case::new(id, "the day before it no edition is known", "2025-12-31", of(unit, "P2"), unit, "SBN must")
                .names("Edition"),
        ]);
    }
    rows
}

fn village_work_plan() -> Vec<Case> {
    let id = "organization.village-work-plan";
    let set = "[set]\nvillage-work-plan-due = \"2022-10-31\"";
    let none = || World::new().closed(&[List::Acts]);
    let adopted = |stage: &str, day: &str| none().act("A1", "K1", "V", stage, |row| row.day = Some(d(day)));
    let row = |name, day, world, expect| Case::new(id, name, day, world, "V", expect);
    vec![
        row("adopted", "2026-03-01", adopted("adopt-work-plan", "2022-09-20"), "S normally").cites("PLAN"),
        row("none", "2026-03-01", none(), "B normally"),
        row("a filing is no plan", "2026-03-01", adopted("file", "2022-09-20"), "B normally"),
        row("an approval is no plan", "2026-03-01", adopted("approve", "2022-09-20"), "B normally"),
        row("the file is not complete", "2026-03-01", World::new(), "SB normally").names("Acts"),
        Case::new(id, "a community too", "2026-03-01", none(), "K", "B normally"),
        Case::new(id, "not the town", "2026-03-01", none(), "T", "none"),
        row("no day is set: the first it can be", "2022-07-01", none(), "BN normally").names("village-work-plan-due"),
        row("before it", "2022-06-30", none(), "-"),
        row("the last it can be", "2022-12-31", none(), "B normally"),
        row("the day before that", "2022-12-30", none(), "BN normally"),
        row("the town set a day", "2022-10-31", none(), "B normally").set(set),
        row("the day before", "2022-10-30", none(), "-").set(set),
    ]
}
