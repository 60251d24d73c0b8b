//! 职务 — the posts in a cell: several words, each a title, some of which only the unit of the row explains.

use super::LoadOptions;
use super::cells::find_word;
use crate::vocab::PostKind;

/// The unit of a row, as far as titles depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    /// Whether it is a cooperative or a group; else a village.
    pub(super) is_cooperative: bool,
    /// Names under which the unit and those above it stand before titles.
    pub(super) names: &'a [String],
}

/// The posts of a cell, and the words that are none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Posts {
    pub(super) known: Vec<PostKind>,
    /// Titles that say less than the post, read by the unit of the row.
    pub(super) assumed: Vec<(String, PostKind)>,
    pub(super) unknown: Vec<String>,
}

/// Reads a cell of posts. What stands in parentheses explains a post and is left out.
pub(super) fn read(cell: &str, at: At<'_>, options: &LoadOptions) -> Posts {
    let mut posts = Posts::default();
    let text = super::cells::clean(cell);
    for word in split(&without_parentheses(&text)).chain(whole_in_parentheses(&text)) {
        if !add(&mut posts, &word, at, options) {
            posts.unknown.push(word);
        }
    }
    posts.known.sort_unstable();
    posts.known.dedup();
    posts
}

/// Adds a word that is a post, or whose parts around 兼 and blanks all are.
fn add(posts: &mut Posts, word: &str, at: At<'_>, options: &LoadOptions) -> bool {
    if let Some((post, is_bare)) = post(word, at, options) {
        posts.known.push(post);
        if is_bare {
            posts.assumed.push((word.to_owned(), post));
        }
        return true;
    }
    let parts: Vec<&str> = word
        .split(|c: char| c == '兼' || c.is_whitespace())
        .map(|part| part.strip_prefix('任').unwrap_or(part))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() < 2 {
        return false;
    }
    let mut unknown = false;
    for part in parts {
        unknown |= !add(posts, part, at, options);
    }
    !unknown
}

/// The post a title means, and whether only the unit of the row tells.
fn post(word: &str, at: At<'_>, options: &LoadOptions) -> Option<(PostKind, bool)> {
    let titled = |word: &str| {
        find_word(word, |word| options.post_titles.get(word).copied()).or_else(|| find_word(word, PostKind::from_words))
    };
    if let Some(post) = titled(word) {
        return Some((post, false));
    }
    let mut names: Vec<&str> = at.names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut rest = word;
    while let Some(shorter) = names.iter().find_map(|name| rest.strip_prefix(name)).filter(|rest| !rest.is_empty()) {
        rest = shorter;
        if let Some(post) = titled(rest) {
            return Some((post, false));
        }
    }
    // A generic unit before the title says of which kind it is.
    let of_unit = [
        ("股份合作经济社", true),
        ("经济合作社", true),
        ("股份合作社", true),
        ("经济联合社", true),
        ("经联社", true),
        ("经济社", true),
        ("本社", true),
        ("社", true),
        ("村（社区）", false),
        ("社区", false),
        ("本村", false),
        ("村", false),
    ];
    for (prefix, is_cooperative) in of_unit {
        if let Some(rest) = rest.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
            // 社区 also begins with 社.
            let found = titled(rest).or_else(|| bare(rest, is_cooperative));
            if let Some(post) = found {
                return Some((post, false));
            }
        }
    }
    let found = bare(rest, at.is_cooperative)?;
    // 委员 and 成员 of a village are taken for the villagers' committee.
    let says_less = !at.is_cooperative && matches!(rest, "委员" | "成员");
    Some((found, says_less))
}

/// Titles that are one post in a cooperative and another in a village.
fn bare(word: &str, is_cooperative: bool) -> Option<PostKind> {
    Some(match (word, is_cooperative) {
        ("书记", true) => PostKind::BranchSecretary,
        ("副书记", true) => PostKind::BranchDeputySecretary,
        ("委员", true) => PostKind::BranchCommitteeMember,
        ("主任", true) => PostKind::Chair,
        ("副主任", true) => PostKind::DeputyChair,
        ("成员", true) => PostKind::Director,
        ("书记" | "党委书记" | "党总支书记" | "总支书记" | "党组织书记", false) => {
            PostKind::VillagePartySecretary
        }
        ("副书记" | "总支副书记" | "党组织副书记" | "党组织委员", false) => {
            PostKind::VillagePartyMember
        }
        ("主任", false) => PostKind::CommitteeDirector,
        ("副主任", false) => PostKind::CommitteeDeputy,
        ("委员" | "成员", false) => PostKind::CommitteeMember,
        _ => return None,
    })
}

/// Whether every title of a cell is a post of a cooperative, by its own words.
pub(super) fn is_of_cooperative(cell: &str, options: &LoadOptions) -> bool {
    let text = super::cells::clean(cell);
    let mut any = false;
    let all = split(&without_parentheses(&text)).all(|word| {
        any = true;
        let titled = find_word(&word, |word| options.post_titles.get(word).copied())
            .or_else(|| find_word(&word, PostKind::from_words));
        titled.is_some_and(is_of_group)
    });
    any && all
}

/// Whether a post is one of a cooperative.
const fn is_of_group(post: PostKind) -> bool {
    matches!(
        post,
        PostKind::Chair
            | PostKind::DeputyChair
            | PostKind::Director
            | PostKind::Supervisor
            | PostKind::MemberRepresentative
            | PostKind::GroupHead
    )
}

/// Whether a post is one of the village and not of a cooperative.
pub(super) const fn is_of_village(post: PostKind) -> bool {
    matches!(
        post,
        PostKind::VillagePartySecretary
            | PostKind::VillagePartyMember
            | PostKind::CommitteeDirector
            | PostKind::CommitteeDeputy
            | PostKind::CommitteeMember
            | PostKind::VillageRepresentative
            | PostKind::VillageSupervisor
            | PostKind::VillageSupervisionHead
            | PostKind::ElectionCommitteeMember
            | PostKind::FullTimePost
    )
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(['、', ',', ';', '\n', '/', '|', '，', '；', '+'])
        .map(str::trim)
        .filter(|word| !word.is_empty() && !matches!(*word, "-" | "—" | "——" | "无"))
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// The text without what stands in parentheses; 村（居）, 村（社区） and the like are kept, being part of titles.
fn without_parentheses(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(['（', '(']) {
        kept.push_str(before);
        let Some((inside, after)) = after.split_once(['）', ')']) else {
            return kept;
        };
        if matches!(inside, "居" | "社区" | "村") {
            kept.push('（');
            kept.push_str(inside);
            kept.push('）');
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Further posts in parentheses: `（兼理事）`.
fn whole_in_parentheses(text: &str) -> impl Iterator<Item = String> {
    let inside =
        text.split(['（', '(']).skip(1).filter_map(|part| part.split_once(['）', ')']).map(|(inside, _)| inside));
    inside.filter_map(|inside| inside.strip_prefix('兼').map(str::to_owned)).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use PostKind as P;

    fn posts(cell: &str, is_cooperative: bool) -> Posts {
        let names = ["河清三社", "河清社区", "河清"].map(str::to_owned);
        read(cell, At { is_cooperative, names: &names }, &LoadOptions::default())
    }

    #[test]
    fn several_posts_in_a_cell_are_read_apart() {
        let both = vec![P::BranchCommitteeMember, P::Director];
        for cell in [
            "支部委员、理事",
            "支部委员,理事",
            "支部委员，理事",
            "支部委员;理事",
            "支部委员；理事",
            "支部委员\n理事",
            "支部委员/理事",
            "支部委员 理事",
            "支部委员兼理事",
            "支部委员（组织委员）、理事",
            "支部委员（兼理事）",
            "经济社理事、河清三社支部委员",
            "支委、社委",
        ] {
            let read = posts(cell, true);
            assert_eq!((&read.known, read.unknown.as_slice()), (&both, [].as_slice()), "{cell}");
        }
    }

    #[test]
    fn a_bare_title_depends_on_the_unit_of_the_row() {
        for (cell, cooperative, village) in [
            ("书记", P::BranchSecretary, P::VillagePartySecretary),
            ("副书记", P::BranchDeputySecretary, P::VillagePartyMember),
            ("委员", P::BranchCommitteeMember, P::CommitteeMember),
            ("主任", P::Chair, P::CommitteeDirector),
            ("副主任", P::DeputyChair, P::CommitteeDeputy),
            ("成员", P::Director, P::CommitteeMember),
        ] {
            assert_eq!(posts(cell, true).known, [cooperative], "{cell}");
            assert_eq!(posts(cell, false).known, [village], "{cell}");
        }
        assert_eq!(posts("委员", false).assumed.len(), 1);
    }

    #[test]
    fn names_of_units_before_a_title_are_left_out() {
        for (cell, post) in [
            ("河清三社社长", P::Chair),
            ("经济社社长", P::Chair),
            ("河清三社理事", P::Director),
            ("河清社区党总支书记", P::VillagePartySecretary),
            ("河清社区党委书记", P::VillagePartySecretary),
            ("村（居）委会主任", P::CommitteeDirector),
            ("村(居)委会委员", P::CommitteeMember),
            ("社区主任", P::CommitteeDirector),
            ("村委员", P::CommitteeMember),
        ] {
            assert_eq!(posts(cell, false).known, [post], "{cell}");
        }
    }

    #[test]
    fn an_unknown_title_is_named_and_the_others_are_kept() {
        let read = posts("理事、保洁员", true);
        assert_eq!((read.known, read.unknown), (vec![P::Director], vec!["保洁员".to_owned()]));
    }

    #[test]
    fn the_towns_own_titles_come_first() {
        let mut options = LoadOptions::default();
        options.post_titles.insert("社委".to_owned(), P::Supervisor);
        let at = At { is_cooperative: true, names: &[] };
        assert_eq!(read("社委", at, &options).known, [P::Supervisor]);
    }
}
