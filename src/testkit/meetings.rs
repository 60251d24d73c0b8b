//! 会议 — clean meetings of villages, communities and representatives: enough present, enough in favor.

use super::coop::act;
use super::days::{key, ymd};
use super::elections::counts;
use super::ground::{Coop, Village};
use super::people::Maker;
use crate::facts::Quantity;
use crate::vocab::{Base, UnitKind};

/// The meetings of a village or community: of everybody, and of the representatives.
pub(super) fn village(maker: &mut Maker, village: &Village) {
    let is_village = village.kind == UnitKind::Village;
    let (all, few) = if is_village {
        ("villagers-assembly", "representatives-meeting")
    } else {
        ("residents-assembly", "residents-representatives-meeting")
    };
    let (assembly, meeting) = &village.meetings;
    let day = super::days::plus(ymd(2026, 1, 6), maker.rng.between(0, 20));
    act(maker, assembly, &village.unit, "resolve", day, |row| {
        row.actor = Some(key(all));
        counts(row, (Base::Present, 50), (Quantity::Ayes, 26));
    });
    act(maker, meeting, &village.unit, "meet", day, |row| {
        row.actor = Some(key(few));
        counts(row, (Base::RepresentativesMeeting, 30), (Quantity::Present, 20));
    });
    act(maker, meeting, &village.unit, "resolve", day, |row| {
        row.actor = Some(key(few));
        counts(row, (Base::Present, 20), (Quantity::Ayes, 11));
    });
}

/// A resolution of the representatives of a cooperative.
pub(super) fn cooperative(maker: &mut Maker, coop: &Coop) {
    let day = super::days::plus(ymd(2025, 11, 3), maker.rng.between(0, 60));
    act(maker, &coop.delegates, &coop.unit, "resolve", day, |row| {
        row.actor = Some(key("representative-assembly"));
        row.matter = Some(key("work-reports"));
        counts(row, (Base::AllRepresentatives, 24), (Quantity::Ayes, 16));
    });
}
