//! 议事决策: attendance and majorities, each body on its own base.

use crate::support::*;
use grassroots::facts::*;
use grassroots::vocab::*;

/// What a body needs: who it is, where it meets, what is counted, and of what.
#[derive(Clone, Copy)]
struct Needs {
    id: &'static str,
    unit: &'static str,
    stage: &'static str,
    actor: &'static str,
    of: Quantity,
    base: Base,
    /// Enough, and one too few, out of so many, as the text has it.
    enough: [(u32, u32); 3],
    few: [(u32, u32); 3],
}

/// An act of a body with what it counts.
fn act(unit: &'static str, stage: &'static str, actor: &'static str, on: &str, counts: Vec<Count>) -> World {
    World::new().unit("VC", UnitKind::VillageCooperative, Some("V")).act("A1", "M1", unit, stage, |row| {
        row.day = Some(d(on));
        row.actor = (!actor.is_empty()).then(|| key(actor));
        row.counts = counts;
    })
}

impl Needs {
    fn counts(self, (number, all): (u32, u32)) -> Vec<Count> {
        vec![Count::of_base(self.base, all), Count::new(self.of, number)]
    }

    fn on(self, on: &str, of: (u32, u32)) -> World {
        act(self.unit, self.stage, self.actor, on, self.counts(of))
    }

    fn row(self, name: &'static str, world: World, expect: &'static str) -> Case {
        Case::new(self.id, name, "2026-03-01", world, "A1", expect)
    }

    /// Both sides of the bound under the text of a day, and what is open.
    fn under(self, on: &'static str, cites: &'static str) -> Vec<Case> {
        let mut rows: Vec<Case> =
            self.enough.iter().map(|of| self.row("enough", self.on(on, *of), "S must").cites(cites)).collect();
        rows.extend(self.few.iter().map(|of| self.row("one too few", self.on(on, *of), "B must")));
        let few = self.few[0];
        let with = |counts| act(self.unit, self.stage, self.actor, on, counts);
        let base = match self.base {
            Base::CapableMembers => "CapableMembers",
            Base::AllRepresentatives => "AllRepresentatives",
            Base::RepresentativesMeeting => "RepresentativesMeeting",
            _ => "Present",
        };
        let counted = if self.of == Quantity::Ayes { "Ayes" } else { "Present" };
        let other = if self.of == Quantity::Ayes { Quantity::Nays } else { Quantity::Ayes };
        rows.push(self.row("the base not recorded", with(vec![Count::new(self.of, few.0)]), "SB must").names(base));
        let another = vec![Count::of_base(Base::AdultVillagers, few.1), Count::new(self.of, few.0)];
        rows.push(self.row("another base is none", with(another), "SB must").names(base));
        let counts = vec![Count::of_base(self.base, few.1), Count::new(other, few.0)];
        rows.push(self.row("another count is none", with(counts), "SB must").names(counted));
        let by = |actor| act(self.unit, self.stage, actor, on, self.counts(few));
        rows.push(self.row("another body", by("town-government"), "N must"));
        rows.push(self.row("body not recorded", by(""), "BN must").names("Actor"));
        rows
    }

    /// What the scope leaves out.
    fn outside(self, unit: &'static str) -> Vec<Case> {
        let counts = self.counts(self.few[0]);
        let stage = if self.stage == "meet" { "resolve" } else { "meet" };
        let elsewhere = act(unit, self.stage, self.actor, "2026-02-01", counts.clone());
        let another = act(self.unit, stage, self.actor, "2026-02-01", counts);
        vec![self.row("not asked there", elsewhere, "none"), self.row("another stage", another, "none")]
    }
}

pub fn cases() -> Vec<Case> {
    let mut cases = cooperative();
    cases.extend(village());
    cases.extend(community());
    cases
}

fn cooperative() -> Vec<Case> {
    let assembly = Needs {
        id: "deliberation.assembly-majority",
        unit: "C",
        stage: "resolve",
        actor: "member-assembly",
        of: Quantity::Ayes,
        base: Base::CapableMembers,
        enough: [(60, 90), (67, 100), (2, 3)],
        few: [(59, 90), (66, 100), (1, 3)],
    };
    let representatives = Needs {
        id: "deliberation.representatives-majority",
        actor: "representative-assembly",
        base: Base::AllRepresentatives,
        enough: [(14, 21), (15, 22), (16, 24)],
        few: [(13, 21), (14, 22), (15, 24)],
        ..assembly
    };
    let mut rows = Vec::new();
    for (needs, clause, cites) in
        [(assembly, "assembly-majority", "LRCEO 27(3)"), (representatives, "representatives-majority", "LRCEO 28(5)")]
    {
        rows.extend(needs.under("2025-06-20", cites));
        rows.extend(needs.outside("V"));
        rows.push(needs.row("the first day of the law", needs.on("2025-05-01", needs.few[0]), "B must").cites(cites));
        let village = act("VC", needs.stage, needs.actor, "2025-06-20", needs.counts((1, 3)));
        rows.push(needs.row("the village-level cooperative too", village, "B must"));
        let says = |world: World| world.clause("C", clause, "1/2", since("2000"));
        let charter = |on: &str, number: u32| says(needs.on(on, (number, 10)));
        rows.push(needs.row("the charter says half: half", charter("2025-04-30", 5), "S must").cites("GDC"));
        rows.push(needs.row("the charter says half: one fewer", charter("2025-04-30", 4), "B must"));
        rows.push(needs.row("no clause recorded", needs.on("2025-04-30", (9, 10)), "SB must").names(clause));
        rows.push(needs.row("the first day of GDC", charter("2006-10-01", 4), "B must"));
        rows.push(needs.row("the day before it", charter("2006-09-30", 5), "SBN must").names("Edition"));
        let with = |actor, counts| says(act("C", needs.stage, actor, "2025-04-30", counts));
        rows.push(needs.row("nothing on the board", with("board", needs.counts((1, 10))), "N must"));
        let base = vec![Count::of_base(Base::AdultVillagers, 10), Count::new(Quantity::Ayes, 4)];
        rows.push(needs.row("under the charter another base is none", with(needs.actor, base), "SB must"));
        let count = vec![Count::of_base(needs.base, 10), Count::new(Quantity::Present, 4)];
        rows.push(needs.row("those present are no votes", with(needs.actor, count), "SB must").names("Ayes"));
    }
    rows.extend(from_the_roll(assembly));
    rows
}

/// Three members grown up and a fourth by case: the base counted from the roll.
fn from_the_roll(needs: Needs) -> Vec<Case> {
    let roll = |on: &str, fourth: &str, income: StatusKind| {
        ["P1", "P2", "P3"]
            .iter()
            .fold(act("C", "resolve", "member-assembly", on, vec![Count::new(Quantity::Ayes, 2)]), |world, id| {
                world.born(id, "1979.08").member(id, "C", since("2000-01-01"))
            })
            .born("P4", fourth)
            .member("P4", "C", since("2010-01-01"))
            .status("P4", income, since("2020"))
            .clause("C", "assembly-majority", "2/3", since("2000"))
            .closed(&[List::Members, List::Capacity])
    };
    let (idle, works) = (StatusKind::NoOwnLaborIncome, StatusKind::OwnLaborIncome);
    vec![
        needs.row("eighteen on the day: two of four", roll("2025-06-20", "2007-06-20", idle), "B must"),
        needs.row("eighteen the day after: two of three", roll("2025-06-20", "2007-06-21", idle), "S must"),
        needs.row("sixteen on the day, on own labor", roll("2025-06-20", "2009-06-20", works), "B must"),
        needs.row("sixteen the day after, on own labor", roll("2025-06-20", "2009-06-21", works), "S must"),
        needs.row("under the charter: eighteen on the day", roll("2025-04-30", "2007-04-30", idle), "B must"),
        needs.row("under the charter: eighteen the day after", roll("2025-04-30", "2007-05-01", idle), "S must"),
        needs.row("under the charter: sixteen on the day", roll("2025-04-30", "2009-04-30", works), "B must"),
        needs.row("under the charter: sixteen the day after", roll("2025-04-30", "2009-05-01", works), "S must"),
    ]
}

fn village() -> Vec<Case> {
    let assembly = Needs {
        id: "deliberation.village-assembly-majority",
        unit: "V",
        stage: "resolve",
        actor: "villagers-assembly",
        of: Quantity::Ayes,
        base: Base::Present,
        enough: [(26, 51), (26, 50), (2, 3)],
        few: [(25, 51), (25, 50), (1, 3)],
    };
    let majority = Needs {
        id: "deliberation.village-representatives-majority",
        actor: "representatives-meeting",
        enough: [(11, 20), (11, 21), (2, 3)],
        few: [(10, 20), (10, 21), (1, 3)],
        ..assembly
    };
    let quorum = Needs {
        id: "deliberation.village-representatives-quorum",
        stage: "meet",
        actor: "representatives-meeting",
        of: Quantity::Present,
        base: Base::RepresentativesMeeting,
        enough: [(20, 30), (2, 3), (15, 22)],
        few: [(19, 30), (1, 3), (14, 22)],
        ..assembly
    };
    let mut rows = Vec::new();
    for (needs, old, new) in
        [(assembly, "VCL 22(1)", "VCL 26(1)"), (majority, "VCL 26(2)", "VCL 30(2)"), (quorum, "VCL 26(2)", "VCL 30(2)")]
    {
        rows.extend(needs.under("2025-12-31", old));
        rows.extend(needs.under("2026-01-01", new));
        rows.extend(needs.outside("K"));
        rows.push(
            needs.row("the first day of the text of 2018", needs.on("2018-12-29", needs.few[0]), "B must").cites(old),
        );
        rows.push(needs.row("the day before it", needs.on("2018-12-28", needs.enough[0]), "SBN must").names("Edition"));
    }
    // As a sheet has it: those present beside those in favor.
    let sheet = vec![Count::new(Quantity::Present, 50), Count::new(Quantity::Ayes, 25)];
    let half = act("V", "resolve", "villagers-assembly", "2026-02-01", sheet);
    rows.push(assembly.row("half of those present", half, "B must"));
    rows
}

fn community() -> Vec<Case> {
    let assembly = Needs {
        id: "deliberation.residents-assembly-majority",
        unit: "K",
        stage: "resolve",
        actor: "residents-assembly",
        of: Quantity::Ayes,
        base: Base::Present,
        enough: [(26, 51), (26, 50), (2, 3)],
        few: [(25, 51), (25, 50), (1, 3)],
    };
    let majority = Needs {
        id: "deliberation.residents-representatives-majority",
        actor: "residents-representatives-meeting",
        enough: [(11, 20), (11, 21), (2, 3)],
        few: [(10, 20), (10, 21), (1, 3)],
        ..assembly
    };
    let quorum = Needs {
        id: "deliberation.residents-representatives-quorum",
        stage: "meet",
        actor: "residents-representatives-meeting",
        of: Quantity::Present,
        base: Base::RepresentativesMeeting,
        enough: [(20, 30), (2, 3), (15, 22)],
        few: [(19, 30), (1, 3), (14, 22)],
        ..assembly
    };
    let mut rows = Vec::new();
    for (needs, cites) in [(assembly, "UCL 27"), (majority, "UCL 29"), (quorum, "UCL 29")] {
        rows.extend(needs.under("2026-01-01", cites));
        rows.extend(needs.outside("V"));
        rows.push(needs.row("the day before it", needs.on("2025-12-31", needs.enough[0]), "SBN must").names("Edition"));
    }
    rows
}
