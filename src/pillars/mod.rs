//! 五大体系 — the law of the five pillars, as TOML beside the statute: `organization/law.toml`, `selection/law.toml`,
//! `deliberation/law.toml`, `cultivation/law.toml`, `supervision/law.toml`, with their `instruments.toml` and
//! `parameters.toml`, and the profile of Jiujiang in `jiujiang.toml`. A pillar is the first word of its provisions' ids;
//! pillars never read each other.
//!
//! ```
//! use grassroots::{rulebook::{Profile, Rulebook}, vocab::{Lang, Pillar}};
//!
//! let rules = Rulebook::builtin()?.with(&Profile::jiujiang()?)?;
//! for pillar in Pillar::ALL {
//!     let provisions = rules.provisions().filter(|provision| provision.id.pillar() == *pillar).count();
//!     println!("{} {provisions}", pillar.title(Lang::Zh));
//!     assert!(0 < provisions);
//! }
//! # Ok::<(), grassroots::rulebook::RulebookErrors>(())
//! ```
