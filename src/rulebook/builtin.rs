//! The built-in law: the files of the pillars, by level.

/// Name and text of each built-in file.
pub(super) const FILES: &[(&str, &str)] = &[
    ("instruments.toml", include_str!("../pillars/instruments.toml")),
    ("parameters.toml", include_str!("../pillars/parameters.toml")),
    ("organization.toml", include_str!("../pillars/organization/law.toml")),
    ("organization/chain.toml", include_str!("../pillars/organization/chain.toml")),
    ("organization/party.toml", include_str!("../pillars/organization/party.toml")),
    ("organization/village.toml", include_str!("../pillars/organization/village.toml")),
    ("organization/residents.toml", include_str!("../pillars/organization/residents.toml")),
    ("organization/cooperative.toml", include_str!("../pillars/organization/cooperative.toml")),
    ("selection.toml", include_str!("../pillars/selection/law.toml")),
    ("selection/elections.toml", include_str!("../pillars/selection/elections.toml")),
    ("selection/standing.toml", include_str!("../pillars/selection/standing.toml")),
    ("selection/membership.toml", include_str!("../pillars/selection/membership.toml")),
    ("deliberation.toml", include_str!("../pillars/deliberation/law.toml")),
    ("deliberation/walks.toml", include_str!("../pillars/deliberation/walks.toml")),
    ("deliberation/majorities.toml", include_str!("../pillars/deliberation/majorities.toml")),
    ("cultivation.toml", include_str!("../pillars/cultivation/law.toml")),
    ("supervision.toml", include_str!("../pillars/supervision/law.toml")),
];

/// The profile of Jiujiang.
pub(super) const JIUJIANG: (&str, &str) = (
    "jiujiang.toml",
    concat!(include_str!("../pillars/jiujiang.toml"), "\n", include_str!("../pillars/jiujiang-walks.toml")),
);
