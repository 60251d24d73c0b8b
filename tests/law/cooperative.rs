//! 组织优化: cooperatives, their boards, supervisors and representatives.

use crate::support::*;
use grassroots::vocab::*;

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(one_chair());
    cases.extend(supervisors());
    cases.extend(supervisors_local());
    cases.extend(representative_term());
    cases.extend(representative_number());
    cases.extend(representative_apportionment());
    cases.extend(representative_women());
    cases.extend(representative_women_local());
    cases.extend(board_vacancy());
    cases
}

const AT_ONCE: &str = "[set]\ntransition-term = \"at-once\"";
const REMARK: &str = "[set]\ntransition-term = \"remark\"";

/// The village, its cooperative `C`, and a village-level one, `VC`.
fn world() -> World {
    World::new().unit("VC", UnitKind::VillageCooperative, Some("V"))
}

/// So many people in a post since 2021, the first of them women.
fn hold(unit: &str, post: PostKind, number: u32, women: u32) -> World {
    (0..number).fold(world(), |world, at| {
        let id = format!("P{at}");
        let world = if at < women { world.woman(&id) } else { world.man(&id) };
        world.holds(&id, post, unit, since("2021-03-01"))
    })
}

fn one_chair() -> Vec<Case> {
    let id = "organization.one-chair";
    let of = |number| hold("C", PostKind::Chair, number, 0).holds("P0", PostKind::Director, "C", since("2021-03-01"));
    let row =
        |name, day, world: World, expect| Case::new(id, name, day, world.closed(&[List::Roster]), "C/board", expect);
    let board = || world().man("P1").holds("P1", PostKind::Director, "C", since("2021-03-01"));
    let leaves = |on: &str| board().holds("P1", PostKind::Chair, "C", until("2021-03-01", on));
    let deputy = board().holds("P1", PostKind::DeputyChair, "C", since("2021-03-01"));
    let level = hold("VC", PostKind::Chair, 2, 0).closed(&[List::Roster]);
    let open = Case::new(id, "roster open: another may sit", "2026-03-01", of(1), "C/board", "SB must").names("Roster");
    vec![
        row("LRCEO 29(1): one chair", "2026-03-01", of(1), "S must").cites("LRCEO 29(1)"),
        row("LRCEO 29(1): two", "2026-03-01", of(2), "B must"),
        row("no chair", "2026-03-01", board(), "B must"),
        row("a deputy is no chair", "2026-03-01", deputy, "B must"),
        row("the chair leaves tomorrow", "2026-03-01", leaves("2026-03-02"), "S must"),
        row("the chair left today", "2026-03-01", leaves("2026-03-01"), "B must"),
        row("the first day of the law", "2025-05-01", of(2), "B must"),
        row("the day before it no edition is known", "2025-04-30", of(1), "SBN must").names("Edition"),
        open,
        Case::new(id, "roster open: two are two", "2026-03-01", of(2), "C/board", "B must"),
        Case::new(id, "a village-level cooperative", "2026-03-01", level, "VC/board", "B must"),
    ]
}

fn supervisors() -> Vec<Case> {
    let id = "organization.supervisors";
    let both = [List::Roster, List::Bodies];
    let of = |number| hold("C", PostKind::Supervisor, number, 0);
    let says = |number, words: &str| of(number).clause("C", "supervisor-number", words, since("2001"));
    let row = |name, day, world: World, expect| Case::new(id, name, day, world.closed(&both), "C", expect);
    let board =
        |unit: &str, formed: &str| world().body(unit, BodyKind::SupervisoryBoard, |row| row.formed = Some(d(formed)));
    let bare = |name, world: World, expect| Case::new(id, name, "2026-03-01", world, "C", expect);
    vec![
        row("LRCEO 32(1): a supervisory board", "2026-03-01", board("C", "2025-06-01"), "S must").cites("LRCEO 32(1)"),
        row("one supervisor in its place", "2026-03-01", of(1), "S must"),
        row("two supervisors in its place", "2026-03-01", of(2), "S must"),
        row("neither", "2026-03-01", world(), "B must"),
        row("a board of directors is none", "2026-03-01", world().body("C", BodyKind::Board, |_| {}), "B must"),
        row("formed on the day", "2026-03-01", board("C", "2026-03-01"), "S must"),
        row("formed the day after", "2026-03-01", board("C", "2026-03-02"), "B must"),
        row("the board of the village-level cooperative is another", "2026-03-01", board("VC", "2025-06-01"), "B must"),
        bare("nobody recorded, the list of bodies open", world(), "SB must").names("Bodies"),
        Case::new(id, "a village-level cooperative", "2026-03-01", world().closed(&both), "VC", "B must"),
        Case::new(id, "not asked of a village", "2026-03-01", world().closed(&both), "V", "none"),
        row("the first day of the law", "2025-05-01", world(), "B must").cites("LRCEO 32(1)"),
        row("before the law: three by the charter", "2025-04-30", says(3, "3"), "S normally").cites("GDC"),
        row("before the law: two of three", "2025-04-30", says(2, "3"), "B normally"),
        row("before the law: four of three", "2025-04-30", says(4, "3"), "B normally"),
        row("before the law, no clause recorded", "2025-04-30", of(3), "SB normally").names("supervisor-number"),
        row(
            "before the law, another clause",
            "2025-04-30",
            of(3).clause("C", "board-size", "3", since("2001")),
            "SB normally",
        ),
        row("the first day of the provincial rule", "2006-10-01", says(0, "3"), "B normally").cites("GDC"),
        row("the day before it no edition is known", "2006-09-30", says(0, "3"), "SBN normally").names("Edition"),
    ]
}

/// One person elected to a post, with what the charter says of a term.
fn elected(post: PostKind, unit: &str, on: &str, says: Option<(&str, &str)>) -> World {
    let world = world().man("P1").holds("P1", post, unit, since(on));
    match says {
        Some((clause, term)) => world.clause(unit, clause, term, since("2001")),
        None => world,
    }
}

fn supervisors_local() -> Vec<Case> {
    let id = "organization.supervisors-local";
    let of = |on: &str, term: &str| elected(PostKind::Supervisor, "C", on, Some(("supervisor-term", term)));
    let row = |name, day, world, expect| Case::new(id, name, day, world, "P1/supervisor@C", expect);
    let level = elected(PostKind::Supervisor, "VC", "2025-06-01", Some(("supervisor-term", "3 years")));
    let open = elected(PostKind::Supervisor, "C", "2025-06-01", None);
    let other = elected(PostKind::Supervisor, "C", "2025-06-01", Some(("board-term", "3 years")));
    let director = elected(PostKind::Director, "C", "2025-06-01", Some(("supervisor-term", "3 years")));
    vec![
        row("three years of the charter, the last day", "2028-05-01", of("2025-05-01", "3 years"), "S normally")
            .cites("LRCEO 32(2)"),
        row("over", "2028-05-02", of("2025-05-01", "3 years"), "B normally"),
        row("five years of the charter", "2028-05-02", of("2025-05-01", "5 years"), "S normally"),
        row("no clause recorded", "2026-03-01", open, "SB normally").names("supervisor-term"),
        row("the term of the board is another clause", "2026-03-01", other, "SB normally").names("supervisor-term"),
        row(
            "elected the day before the law: what held then is not known",
            "2028-05-02",
            of("2025-04-30", "3 years"),
            "SBN normally",
        )
        .names("Edition"),
        row("at once: over", "2028-05-02", of("2025-04-30", "3 years"), "B normally").set(AT_ONCE),
        row("at once: not over", "2028-04-30", of("2025-04-30", "3 years"), "S normally").set(AT_ONCE),
        row("remark: elected before, over", "2028-05-02", of("2025-04-30", "3 years"), "B note").set(REMARK),
        row("the first day of the law", "2025-05-01", of("2025-05-01", "3 years"), "S normally"),
        row("the day before it no edition is known", "2025-04-30", of("2025-04-01", "3 years"), "SBN normally"),
        Case::new(id, "a village-level cooperative", "2028-06-02", level, "P1/supervisor@VC", "B normally"),
        Case::new(id, "not asked of a director", "2028-06-02", director, "P1/director@C", "none"),
    ]
}

fn representative_term() -> Vec<Case> {
    let id = "organization.representative-term";
    let of = |on: &str| elected(PostKind::MemberRepresentative, "C", on, None);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "P1/member-representative@C", expect);
    let level = elected(PostKind::MemberRepresentative, "VC", "2025-06-01", None);
    let unknown = world().man("P1").holding(
        "P1",
        PostKind::MemberRepresentative,
        "C",
        FactSpan::new(None, SpanEnd::Never).unwrap(),
        |_| {},
    );
    let village = elected(PostKind::VillageRepresentative, "V", "2025-06-01", None);
    vec![
        row("LRCEO 28(3): the fifth anniversary still counts", "2030-05-01", of("2025-05-01"), "S must")
            .cites("LRCEO 28(3)"),
        row("LRCEO 28(3): over from the day after", "2030-05-02", of("2025-05-01"), "B must"),
        row("elected in May 2025: it may be over", "2030-05-02", of("2025-05"), "SB must").names("Elected"),
        row("day of election not recorded", "2026-03-01", unknown, "SBN must").names("Elected"),
        row("elected the day before the law: what held then is not known", "2031-03-01", of("2025-04-30"), "SBN must")
            .names("Edition"),
        row("at once: over", "2030-05-01", of("2025-04-30"), "B must").set(AT_ONCE),
        row("at once: the last day", "2030-04-30", of("2025-04-30"), "S must").set(AT_ONCE),
        row("remark: elected before, over", "2030-05-01", of("2025-04-30"), "B note").set(REMARK),
        row("the first day of the law", "2025-05-01", of("2025-05-01"), "S must"),
        row("the day before it no edition is known", "2025-04-30", of("2025-04-01"), "SBN must").names("Edition"),
        Case::new(id, "a village-level cooperative", "2030-06-02", level, "P1/member-representative@VC", "B must"),
        Case::new(id, "not of villagers", "2030-06-02", village, "P1/village-representative@V", "none"),
    ]
}

fn representative_number() -> Vec<Case> {
    let id = "organization.representative-number";
    let seats =
        |unit: &str, seats: u32| world().body(unit, BodyKind::RepresentativeAssembly, |row| row.seats = Some(seats));
    let case = |name, day, world, expect| Case::new(id, name, day, world, "C/representative-assembly", expect);
    let sit = |number| hold("C", PostKind::MemberRepresentative, number, 0);
    let of_village = world().body("V", BodyKind::RepresentativesMeeting, |row| row.seats = Some(12));
    vec![
        case("LRCEO 28(2): twenty are not more than twenty", "2026-03-01", seats("C", 20), "B must")
            .cites("LRCEO 28(2)"),
        case("LRCEO 28(2): twenty-one", "2026-03-01", seats("C", 21), "S must"),
        case("seats not recorded, twenty-one sit", "2026-03-01", sit(21), "S must"),
        case("seats not recorded, twenty sit: there may be more", "2026-03-01", sit(20), "SB must").names("Seats"),
        case("no assembly of representatives", "2026-03-01", world(), "none"),
        case("the first day of the law", "2025-05-01", seats("C", 20), "B must"),
        case("the day before it no edition is known", "2025-04-30", seats("C", 20), "SBN must").names("Edition"),
        Case::new(
            id,
            "a village-level cooperative",
            "2026-03-01",
            seats("VC", 20),
            "VC/representative-assembly",
            "B must",
        ),
        Case::new(id, "not of the village", "2026-03-01", of_village, "V/representatives-meeting", "none"),
    ]
}

fn representative_apportionment() -> Vec<Case> {
    let id = "organization.representative-apportionment";
    let of = |unit: &str, sit: u32, households: u32| {
        hold(unit, PostKind::MemberRepresentative, sit, 0)
            .number(unit, Base::Households, households, since("2020"))
            .closed(&[List::Roster])
    };
    let row = |name, day, world, expect| Case::new(id, name, day, world, "C", expect);
    let unknown = hold("C", PostKind::MemberRepresentative, 3, 0).closed(&[List::Roster]);
    let open = hold("C", PostKind::MemberRepresentative, 3, 0).number("C", Base::Households, 45, since("2020"));
    let other = hold("C", PostKind::MemberRepresentative, 3, 0)
        .number("C", Base::GroupHouseholds, 45, since("2020"))
        .closed(&[List::Roster]);
    vec![
        row("LRCEO 28(2): fifteen households to one", "2026-03-01", of("C", 3, 45), "S normally").cites("LRCEO 28(2)"),
        row("sixteen households to one, and less", "2026-03-01", of("C", 3, 46), "B normally"),
        row("LRCEO 28(2): five households to one", "2026-03-01", of("C", 3, 15), "S normally"),
        row("fewer than five", "2026-03-01", of("C", 3, 14), "B normally"),
        row("households not recorded", "2026-03-01", unknown, "SB normally").names("Households"),
        row("households of the group are another number", "2026-03-01", other, "SB normally").names("Households"),
        row("roster open: there may be more", "2026-03-01", open, "SB normally").names("Roster"),
        row("the first day of the law", "2025-05-01", of("C", 3, 46), "B normally"),
        row("the day before it no edition is known", "2025-04-30", of("C", 3, 46), "SBN normally").names("Edition"),
        row("no representatives", "2026-03-01", world(), "none"),
        Case::new(id, "a village-level cooperative", "2026-03-01", of("VC", 3, 46), "VC", "B normally"),
    ]
}

fn representative_women() -> Vec<Case> {
    let id = "organization.representative-women";
    let of = |unit: &str, women| hold(unit, PostKind::MemberRepresentative, 3, women).closed(&[List::Roster]);
    let row = |name, day, world, expect| Case::new(id, name, day, world, "C", expect);
    let unknown = of("C", 0).person("P9", |_| {}).holds("P9", PostKind::MemberRepresentative, "C", since("2021-03-01"));
    let open = hold("C", PostKind::MemberRepresentative, 3, 0);
    let on_board = of("C", 0).woman("P9").holds("P9", PostKind::Director, "C", since("2021-03-01"));
    vec![
        row("LRCEO 28(2): a woman", "2026-03-01", of("C", 1), "S must").cites("LRCEO 28(2)"),
        row("two women", "2026-03-01", of("C", 2), "S must"),
        row("LRCEO 28(2): none", "2026-03-01", of("C", 0), "B must"),
        row("a woman on the board is no representative", "2026-03-01", on_board, "B must"),
        row("sex of one not recorded", "2026-03-01", unknown, "SB must").names("Sex"),
        row("roster open", "2026-03-01", open, "SB must").names("Roster"),
        row("the first day of the law", "2025-05-01", of("C", 0), "B must"),
        row("the day before it no edition is known", "2025-04-30", of("C", 0), "SBN must").names("Edition"),
        row("no representatives", "2026-03-01", world(), "none"),
        Case::new(id, "a village-level cooperative", "2026-03-01", of("VC", 0), "VC", "B must"),
    ]
}

fn representative_women_local() -> Vec<Case> {
    let id = "organization.representative-women-local";
    let of = |unit: &str, women, clause: &str| {
        hold(unit, PostKind::MemberRepresentative, 4, women)
            .clause(unit, clause, "2", since("2020"))
            .closed(&[List::Roster])
    };
    let says = |women| of("C", women, "representative-women-min");
    let row = |name, day, world, expect| Case::new(id, name, day, world, "C", expect);
    let on_board = says(1).woman("P9").holds("P9", PostKind::Director, "C", since("2021-03-01"));
    vec![
        row("the charter asks for two: two", "2026-03-01", says(2), "S normally").cites("CHARTER"),
        row("the charter asks for two: one", "2026-03-01", says(1), "B normally"),
        row("a woman on the board is no representative", "2026-03-01", on_board, "B normally"),
        row("the charter does not say", "2026-03-01", of("C", 2, "board-size"), "SB normally")
            .names("representative-women-min"),
        row("the first day of the law", "2025-05-01", says(1), "B normally"),
        row("the day before it no edition is known", "2025-04-30", says(1), "SBN normally").names("Edition"),
        row("no representatives", "2026-03-01", world(), "none"),
        Case::new(
            id,
            "a village-level cooperative",
            "2026-03-01",
            of("VC", 1, "representative-women-min"),
            "VC",
            "B normally",
        ),
    ]
}

fn board_vacancy() -> Vec<Case> {
    let id = "organization.board-vacancy";
    let of = |unit: &str, post, from: &str, ends: &str, basis: Option<Basis>| {
        let (from, ends) = (from.to_owned(), ends.to_owned());
        world()
            .man("P1")
            .body(unit, BodyKind::Board, |row| row.formed = Some(d("2025-06-01")))
            .holding("P1", post, unit, since(&from), |row| {
                row.basis = basis;
                row.term_end = (!ends.is_empty()).then(|| d(&ends));
            })
            .closed(&[List::Charter])
    };
    let director = |from: &str, ends: &str| of("C", PostKind::Director, from, ends, Some(Basis::ByElection));
    let row = |name, day, world, expect| Case::new(id, name, day, world, "P1/director@C", expect);
    let clause = |words: &str| {
        director("2026-02-01", "2031-02-01").clause("C", "full-term-for-successors", words, since("2020"))
    };
    let mut silent = director("2026-02-01", "2031-02-01");
    silent.0.coverage.clear();
    let mut unformed = director("2026-02-01", "2031-02-01");
    unformed.0.bodies.clear();
    // Under the charter of the time, of three years, on a board formed in June 2023.
    let by = |basis, from: &str, ends: &str| {
        let mut world = of("C", PostKind::Director, from, ends, Some(basis));
        for body in &mut world.0.bodies {
            body.formed = Some(d("2023-06-01"));
        }
        world.clause("C", "board-term", "3 years", since("2000"))
    };
    let full = |words: &str| {
        by(Basis::ByElection, "2025-04-30", "2026-06-02").clause("C", "full-term-for-successors", words, since("2000"))
    };
    let mut no_term = by(Basis::ByElection, "2025-04-30", "2026-06-02");
    no_term.0.clauses.clear();
    let before = |name, world, expect| Case::new(id, name, "2026-03-01", world, "P1/director@C", expect);
    let basis = |basis| of("C", PostKind::Director, "2026-02-01", "2031-02-01", basis);
    let chair = of("C", PostKind::Chair, "2026-02-01", "2030-06-02", Some(Basis::ByElection));
    let deputy = of("C", PostKind::DeputyChair, "2026-02-01", "2030-06-02", Some(Basis::ByElection));
    let level = of("VC", PostKind::Director, "2026-02-01", "2030-06-02", Some(Basis::ByElection));
    vec![
        row(
            "LRCEO 29(1): what is left of the board's five years",
            "2026-03-01",
            director("2026-02-01", "2030-06-01"),
            "S normally",
        )
        .cites("LRCEO 29(1)"),
        row("a day longer", "2026-03-01", director("2026-02-01", "2030-06-02"), "B normally"),
        row("shorter", "2026-03-01", director("2026-02-01", "2029-06-01"), "S normally"),
        row("co-opted for a full term", "2026-03-01", basis(Some(Basis::CoOpted)), "B normally"),
        row("elected with the others: not asked", "2026-03-01", basis(Some(Basis::Elected)), "N normally"),
        row("way of taking office not recorded", "2026-03-01", basis(None), "BN normally").names("Basis"),
        row("the charter gives a full term", "2026-03-01", clause("yes"), "E normally"),
        row("the charter gives no full term", "2026-03-01", clause("no"), "B normally"),
        row("the charter not known in full", "2026-03-01", silent, "BE normally").names("full-term-for-successors"),
        row("end of the term not recorded", "2026-03-01", director("2026-02-01", ""), "SB normally").names("TermEnd"),
        row("board's formation not recorded", "2026-03-01", unformed, "SB normally").names("Formed"),
        row(
            "took the seat on the first day of the law",
            "2026-03-01",
            director("2025-05-01", "2031-02-01"),
            "B normally",
        ),
        before(
            "GDC: what is left of the charter's three years",
            by(Basis::ByElection, "2025-04-30", "2026-06-01"),
            "S normally",
        )
        .cites("GDC"),
        before("a day longer", by(Basis::ByElection, "2025-04-30", "2026-06-02"), "B normally"),
        before("co-opted, a day longer", by(Basis::CoOpted, "2025-04-30", "2026-06-02"), "B normally"),
        before("elected with the others", by(Basis::Elected, "2025-04-30", "2026-06-02"), "N normally"),
        before("the charter gives a full term", full("yes"), "E normally"),
        before("the charter gives no full term", full("no"), "B normally"),
        before("no clause on the term", no_term, "SB normally").names("board-term"),
        before("the first day of GDC", by(Basis::ByElection, "2006-10-01", "2026-06-02"), "B normally"),
        before("the day before it", by(Basis::ByElection, "2006-09-30", "2026-06-02"), "SBN normally").names("Edition"),
        Case::new(id, "the chair", "2026-03-01", chair, "P1/chair@C", "B normally"),
        Case::new(id, "a deputy chair", "2026-03-01", deputy, "P1/deputy-chair@C", "B normally"),
        Case::new(id, "a village-level cooperative", "2026-03-01", level, "P1/director@VC", "B normally"),
    ]
}
