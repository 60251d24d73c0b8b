//! Dense indices and grouped lists: what the evaluator walks instead of identifiers.

/// Declares dense index types.
macro_rules! indices {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The position, for slices in the order of the register.
            #[expect(clippy::as_conversions, reason = "u32 fits usize on every supported target")]
            pub const fn position(self) -> usize {
                self.0 as usize
            }

            /// The index at a position; positions beyond `u32` do not occur, since tables are bounded at load.
            pub(crate) fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )+};
}

indices! {
    /// A person of a register; indices follow the order of ids.
    PersonIdx;
    /// A unit of a register; indices follow the order of ids.
    UnitIdx;
    /// A holding of a register, in canonical order.
    HoldingIdx;
    /// A body of a register, in canonical order.
    BodyIdx;
    /// A case of a register; indices follow the order of ids.
    CaseIdx;
}

/// Row numbers grouped by a dense key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Grouped {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Grouped {
    /// Groups rows `0..keys.len()` by their keys below `groups`; rows without a key are left out.
    pub(crate) fn new(groups: usize, keys: impl Iterator<Item = Option<usize>> + Clone) -> Self {
        let mut starts = vec![0_u32; groups.saturating_add(1)];
        for key in keys.clone().flatten() {
            if let Some(slot) = starts.get_mut(key.saturating_add(1)) {
                *slot = slot.saturating_add(1);
            }
        }
        let mut total = 0_u32;
        for slot in &mut starts {
            total = total.saturating_add(*slot);
            *slot = total;
        }
        let mut next = starts.clone();
        let mut rows = vec![0_u32; usize::try_from(total).unwrap_or(0)];
        for (row, key) in keys.enumerate() {
            let Some(slot) = key.and_then(|key| next.get_mut(key)) else { continue };
            if let Some(cell) = rows.get_mut(usize::try_from(*slot).unwrap_or(usize::MAX)) {
                *cell = u32::try_from(row).unwrap_or(u32::MAX);
            }
            *slot = slot.saturating_add(1);
        }
        Self { starts, rows }
    }

    /// The row numbers of a group, in order.
    pub(crate) fn of(&self, group: usize) -> &[u32] {
        let start = self.starts.get(group).copied().unwrap_or(0);
        let end = self.starts.get(group.saturating_add(1)).copied().unwrap_or(start);
        let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else { return &[] };
        self.rows.get(start..end).unwrap_or(&[])
    }

    /// The rows of a group.
    pub(crate) fn pick<'a, T>(&'a self, group: usize, rows: &'a [T]) -> impl Iterator<Item = &'a T> + Clone {
        self.of(group).iter().filter_map(|&row| rows.get(usize::try_from(row).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_order_within_a_group_and_rows_without_a_key_are_left_out() {
        let keys = [Some(2), Some(0), None, Some(2), Some(9)];
        let grouped = Grouped::new(3, keys.iter().copied());
        assert_eq!(grouped.of(0), [1]);
        assert_eq!(grouped.of(1), [] as [u32; 0]);
        assert_eq!(grouped.of(2), [0, 3]);
        assert_eq!(grouped.of(7), [] as [u32; 0]);
    }
}
