//! Every id of the organization and selection pillars is accounted for: `ids.toml` and the rulebooks say the same.

mod support;

use grassroots::rulebook::ProvisionId;
use grassroots::vocab::Pillar;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use support::jiujiang;

const LIST: &str = include_str!("ids.toml");

/// The most ids that may be no provision at all.
const NONE_MAX: usize = 10;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Provision,
    Later,
    Mapped(Vec<String>),
    None(String),
}

/// The list: full id and state.
fn list() -> BTreeMap<String, State> {
    let pillars: BTreeMap<String, BTreeMap<String, State>> = toml::from_str(LIST).unwrap();
    assert_eq!(pillars.keys().collect::<Vec<_>>(), ["organization", "selection"]);
    let ids = pillars.into_iter().flat_map(|(pillar, ids)| {
        ids.into_iter().map(move |(id, state)| (format!("{pillar}.{id}"), state)).collect::<Vec<_>>()
    });
    ids.collect()
}

/// The provisions of the two pillars, built in and of Jiujiang.
fn provisions() -> BTreeSet<String> {
    jiujiang("")
        .provisions()
        .filter(|provision| matches!(provision.id.pillar(), Pillar::Organization | Pillar::Selection))
        .map(|provision| provision.id.to_string())
        .collect()
}

#[test]
fn the_list_of_ids_and_the_rulebooks_say_the_same() {
    let (list, provisions) = (list(), provisions());
    let mut faults: Vec<String> = Vec::new();
    for (id, state) in &list {
        assert!(ProvisionId::new(id).is_ok(), "{id}");
        let exists = provisions.contains(id);
        match state {
            State::Provision if !exists => faults.push(format!("{id}: no such provision in the rulebooks")),
            State::Later | State::Mapped(_) | State::None(_) if exists => {
                faults.push(format!("{id}: is a provision: give it that state"));
            }
            State::Mapped(to) => {
                if to.is_empty() {
                    faults.push(format!("{id}: mapped to nothing"));
                }
                for to in to {
                    let pillar = ProvisionId::new(to).unwrap().pillar();
                    let own = matches!(pillar, Pillar::Organization | Pillar::Selection);
                    if own && !matches!(list.get(to), Some(State::Provision | State::Later)) {
                        faults.push(format!("{id}: mapped to {to}, which is none of the list"));
                    }
                }
            }
            State::None(reason) if reason.chars().count() < 20 => {
                faults.push(format!("{id}: give the reason in words"));
            }
            State::Provision | State::Later | State::None(_) => {}
        }
    }
    let unlisted = provisions.iter().filter(|id| !list.contains_key(*id));
    faults.extend(unlisted.map(|id| format!("{id}: not in tests/ids.toml: add it as \"provision\"")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn hardly_any_id_is_no_provision() {
    let list = list();
    let none: Vec<&String> =
        list.iter().filter(|(_, state)| matches!(state, State::None(_))).map(|(id, _)| id).collect();
    assert!(none.len() <= NONE_MAX, "{none:?}");
}
