//! 词汇 — the closed sets of the field, each value with its wire key, its Chinese and English names and the
//! other spellings under which sheets carry it.

use super::text::Lang;

/// Defines a closed set of terms: wire key, Chinese name, English name, other spellings.
macro_rules! terms {
    ($(#[$meta:meta])* $vis:vis enum $name:ident ($zh:literal, $en:literal) {
        $($(#[$vmeta:meta])* $variant:ident = $key:literal, $vzh:literal, $ven:literal, [$($alias:literal),* $(,)?];)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$vmeta])* #[doc = concat!($vzh, " — ", $ven, ".")] $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The wire key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The name in `lang`.
            pub const fn title(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, Lang::Zh) => $vzh, (Self::$variant, Lang::En) => $ven,)+
                }
            }

            /// The value with this wire key.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)+ _ => None }
            }

            /// The value a sheet means: its key, either name, or another spelling in use.
            pub fn from_words(words: &str) -> Option<Self> {
                match words.trim() {
                    $($key => Some(Self::$variant),)+
                    other => {
                        $(if other == $vzh || other.eq_ignore_ascii_case($ven) $(|| other.eq_ignore_ascii_case($alias))* {
                            return Some(Self::$variant);
                        })+
                        // English sheets write a key with blanks and capitals: `Committee member`.
                        let key = other.to_ascii_lowercase().replace(' ', "-");
                        Self::from_key(&key)
                    }
                }
            }

            /// What this set is called.
            pub const fn set_title(lang: Lang) -> &'static str {
                match lang { Lang::Zh => $zh, Lang::En => $en }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::text::read_str(deserializer, $en, |key| {
                    Self::from_key(key).ok_or_else(|| {
                        let known: Vec<&str> = Self::ALL.iter().map(|term| term.key()).collect();
                        format!("`{key}` is no {}: expected one of {}", $en, known.join(", "))
                    })
                })
            }
        }
    };
}

terms! {
    /// 机构类别 — kinds of unit in the chain.
    pub enum UnitKind ("机构类别", "kind of unit") {
        County = "county", "县（市、区）", "county or district", ["区", "县", "县级"];
        Town = "town", "镇", "town", ["乡镇", "乡", "镇街", "街道"];
        Village = "village", "村", "village", ["行政村", "村委会", "村民委员会"];
        Community = "community", "社区", "community", ["居委会", "居民委员会", "村改居社区"];
        Park = "park", "园区社区", "park area", ["园区", "物流园"];
        VillagersGroup = "villagers-group", "村民小组", "villagers' group", ["小组", "组"];
        Cooperative = "cooperative", "经济社", "economic cooperative", ["股份合作经济社", "组级集体经济组织", "经济合作社", "股份经济合作社"];
        VillageCooperative = "village-cooperative", "经联社", "village-level cooperative", ["村级集体经济组织", "股份合作经济联合社", "经济联合社"];
        PartyBranch = "party-branch", "党支部", "Party branch", ["支部"];
        JointBranch = "joint-branch", "联合党支部", "joint Party branch", ["联合支部"];
        GeneralBranch = "general-branch", "党总支", "general Party branch", ["党总支部"];
        PartyCommittee = "party-committee", "党委", "Party committee", ["村党委", "社区党委"];
        ServiceCenter = "service-center", "公共服务中心", "public service center", ["服务中心"];
        Agency = "agency", "机关、代理机构", "agency", ["代理记账机构"];
    }
}

impl UnitKind {
    /// Whether the unit is a village, a community or a park area.
    pub const fn is_village(self) -> bool {
        matches!(self, Self::Village | Self::Community | Self::Park)
    }

    /// Whether the unit is a collective economic organization.
    pub const fn is_cooperative(self) -> bool {
        matches!(self, Self::Cooperative | Self::VillageCooperative)
    }
}

terms! {
    /// 组织机构 — bodies in which people sit or meet.
    pub enum BodyKind ("组织机构", "body") {
        Board = "board", "理事会", "board of directors", ["社委会"];
        SupervisoryBoard = "supervisory-board", "监事会", "supervisory board", ["民主理财监督小组", "监事"];
        MemberAssembly = "member-assembly", "成员大会", "member assembly", ["社员大会", "股东大会"];
        RepresentativeAssembly = "representative-assembly", "成员代表大会", "assembly of member representatives", ["社员代表大会", "股东代表大会"];
        VillageCommittee = "village-committee", "村民委员会", "villagers' committee", ["村委会", "村委"];
        ResidentsCommittee = "residents-committee", "居民委员会", "residents' committee", ["居委会", "居委"];
        VillageSupervisionCommittee = "village-supervision-committee", "村务监督委员会", "village-affairs supervision committee", ["村监会", "居务监督委员会", "监委会"];
        VillagersAssembly = "villagers-assembly", "村民会议", "villagers' assembly", ["村民大会"];
        RepresentativesMeeting = "representatives-meeting", "村民代表会议", "villagers' representatives' meeting", ["村民代表大会"];
        VillageParty = "village-party-organization", "村党组织", "village Party organization", ["村（社区）党组织", "村党总支", "村党委", "社区党委", "社区党组织"];
        BranchCommittee = "branch-committee", "支部委员会", "branch committee", ["支委会", "党支部委员会"];
        MembersMeeting = "members-meeting", "党员大会", "Party members' meeting", ["支部党员大会"];
        DelegatesCongress = "delegates-congress", "党员代表大会", "congress of Party delegates", ["党代表大会"];
        ElectionCommittee = "election-committee", "村（居）民选举委员会", "election committee", ["村民选举委员会", "居民选举委员会", "选举委员会"];
        GroupMeeting = "group-meeting", "村民小组会议", "meeting of a villagers' group", ["小组会议"];
    }
}

terms! {
    /// 职务 — posts a person may hold.
    pub enum PostKind ("职务", "post") {
        VillagePartySecretary = "village-party-secretary", "村（社区）党组织书记", "village Party secretary", ["村党总支书记", "村党委书记", "社区党委书记", "社区党总支书记", "村支书"];
        VillagePartyMember = "village-party-member", "村（社区）党组织委员", "member of the village Party leadership", ["党委委员", "党总支委员", "总支委员", "党委副书记", "党总支副书记"];
        CommitteeDirector = "committee-director", "村（居）委会主任", "director of the villagers' or residents' committee", ["村委会主任", "居委会主任", "村主任", "村民委员会主任", "居民委员会主任"];
        CommitteeDeputy = "committee-deputy", "村（居）委会副主任", "deputy director of the committee", ["村委会副主任", "居委会副主任", "村副主任"];
        CommitteeMember = "committee-member", "村（居）委会委员", "member of the villagers' or residents' committee", ["村委委员", "村委会委员", "居委会委员", "居委委员", "村委"];
        VillageRepresentative = "village-representative", "村（居）民代表", "villagers' representative", ["村民代表", "居民代表"];
        VillageSupervisor = "village-supervisor", "村（居）务监督委员会成员", "member of the supervision committee", ["村务监督委员会委员", "村务监督委员会成员", "监委会委员", "居务监督委员会委员"];
        VillageSupervisionHead = "village-supervision-head", "村（居）务监督委员会主任", "head of the supervision committee", ["村务监督委员会主任", "监委会主任", "居务监督委员会主任"];
        BranchSecretary = "branch-secretary", "支部书记", "branch secretary", ["党支部书记", "支书"];
        BranchDeputySecretary = "branch-deputy-secretary", "支部副书记", "deputy branch secretary", ["党支部副书记"];
        BranchCommitteeMember = "branch-committee-member", "支部委员", "member of the branch committee", ["支委", "党支部委员", "组织委员", "宣传委员", "纪检委员"];
        Chair = "chair", "理事长", "chair of the board", ["社长", "经济社社长", "社委会主任"];
        DeputyChair = "deputy-chair", "副理事长", "deputy chair of the board", ["副社长"];
        Director = "director", "理事", "director", ["社委", "社委会成员", "社委会委员", "社委委员", "理事会成员"];
        Supervisor = "supervisor", "监事", "supervisor", ["监事长", "监事会主席", "民主理财监督小组成员", "民主理财小组成员", "理财小组组长", "监事会成员"];
        FinanceStaff = "finance-staff", "财务人员", "finance staff", ["出纳", "财务", "报账员"];
        Accountant = "accountant", "会计人员", "accountant", ["会计", "主办会计", "记账员"];
        Clerk = "clerk", "文书", "clerk", [];
        MemberRepresentative = "member-representative", "成员代表", "member representative", ["社员代表", "股东代表"];
        GroupHead = "group-head", "村民小组长", "head of a villagers' group", ["小组长", "组长"];
        ElectionCommitteeMember = "election-committee-member", "选举委员会成员", "member of the election committee", ["村民选举委员会成员"];
        FullTimePost = "full-time-post", "专职岗", "full-time post", ["专职", "专职人员", "专职干部"];
        LegalRepresentative = "legal-representative", "法定代表人", "legal representative", ["法人代表"];
    }
}

impl PostKind {
    /// The body in which the holder sits, for the posts that are seats of a body.
    pub const fn body(self) -> Option<BodyKind> {
        match self {
            Self::Chair | Self::DeputyChair | Self::Director => Some(BodyKind::Board),
            Self::Supervisor => Some(BodyKind::SupervisoryBoard),
            Self::MemberRepresentative => Some(BodyKind::RepresentativeAssembly),
            Self::CommitteeDirector | Self::CommitteeDeputy | Self::CommitteeMember => Some(BodyKind::VillageCommittee),
            Self::VillageRepresentative => Some(BodyKind::RepresentativesMeeting),
            Self::ElectionCommitteeMember => Some(BodyKind::ElectionCommittee),
            Self::VillageSupervisor | Self::VillageSupervisionHead => Some(BodyKind::VillageSupervisionCommittee),
            Self::VillagePartySecretary | Self::VillagePartyMember => Some(BodyKind::VillageParty),
            Self::BranchSecretary | Self::BranchDeputySecretary | Self::BranchCommitteeMember => {
                Some(BodyKind::BranchCommittee)
            }
            Self::FinanceStaff
            | Self::Accountant
            | Self::Clerk
            | Self::GroupHead
            | Self::FullTimePost
            | Self::LegalRepresentative => None,
        }
    }

    /// Whether somebody in the post shows that its body exists: a branch too small for a committee has a secretary too.
    pub const fn shows_body(self) -> bool {
        self.body().is_some() && !matches!(self, Self::BranchSecretary | Self::BranchDeputySecretary)
    }

    /// Whether the post is a Party post, which only a Party organ gives and ends.
    pub const fn is_party_post(self) -> bool {
        matches!(
            self,
            Self::VillagePartySecretary
                | Self::VillagePartyMember
                | Self::BranchSecretary
                | Self::BranchDeputySecretary
                | Self::BranchCommitteeMember
        )
    }
}

impl BodyKind {
    /// The posts that are seats of this body.
    pub fn posts(self) -> impl Iterator<Item = PostKind> {
        PostKind::ALL.iter().copied().filter(move |post| post.body() == Some(self))
    }
}

terms! {
    /// 性别 — sex as recorded.
    pub enum Sex ("性别", "sex") {
        Female = "female", "女", "female", ["女性", "F"];
        Male = "male", "男", "male", ["男性", "M"];
    }
}

terms! {
    /// 学历 — schooling, from the lowest to the highest.
    pub enum Schooling ("学历", "schooling") {
        Primary = "primary", "小学", "primary school", ["小学及以下"];
        JuniorMiddle = "junior-middle", "初中", "junior middle school", [];
        SeniorMiddle = "senior-middle", "高中（中专）", "senior middle school", ["高中", "中专", "中技", "职高"];
        College = "college", "大专", "junior college", ["专科", "大学专科"];
        Bachelor = "bachelor", "本科", "bachelor's degree", ["大学本科", "大学", "学士"];
        Graduate = "graduate", "研究生", "graduate degree", ["硕士", "博士", "硕士研究生", "博士研究生"];
    }
}

terms! {
    /// 产生方式 — how a person came to a post.
    pub enum Basis ("产生方式", "way of taking office") {
        Elected = "elected", "选举", "elected", ["换届选举", "选举产生", "当选"];
        ByElection = "by-election", "补选", "by-election", [];
        Appointed = "appointed", "任命", "appointed", ["委派", "聘任", "聘用", "指派"];
        CoOpted = "co-opted", "增补", "co-opted", ["增选"];
    }
}

terms! {
    /// 处分、处罚和认定 — records about a person that rules look back to.
    pub enum RecordKind ("处分处罚种类", "kind of record") {
        PartyWarning = "party-warning", "党内警告", "Party warning", ["警告（党内）", "党纪警告", "党内警告处分"];
        PartySeriousWarning = "party-serious-warning", "党内严重警告", "serious Party warning", ["严重警告"];
        PartySeriousWarningForRemoval = "party-serious-warning-for-removal", "党内严重警告（应撤未任党内职务）", "serious Party warning in place of removal", [];
        PartyRemoval = "party-removal", "撤销党内职务", "removal from Party post", [];
        PartyProbation = "party-probation", "留党察看", "probation within the Party", ["留党察看一年", "留党察看两年"];
        PartyExpulsion = "party-expulsion", "开除党籍", "expulsion from the Party", [];
        AdministrativeWarning = "administrative-warning", "政务警告", "administrative warning", ["警告（政务）"];
        Demerit = "demerit", "政务记过", "demerit", ["记过"];
        MajorDemerit = "major-demerit", "政务记大过", "major demerit", ["记大过"];
        CriminalPunishment = "criminal-punishment", "刑事处罚", "criminal punishment", ["有期徒刑", "拘役", "管制", "罚金", "判刑", "无期徒刑"];
        SuspendedSentence = "suspended-sentence", "刑事处罚（宣告缓刑）", "suspended sentence", ["缓刑", "宣告缓刑"];
        ExemptFromPunishment = "exempt-from-punishment", "免予刑事处罚", "exempt from criminal punishment", ["免予刑事处分"];
        NonProsecution = "non-prosecution", "不起诉", "non-prosecution", [];
        PoliticalDeprivation = "political-deprivation", "剥夺政治权利", "deprivation of political rights", [];
        VillageBully = "village-bully", "认定为村霸", "found to be a village bully", ["村霸"];
        Underworld = "underworld", "认定涉黑涉恶", "found linked to gang or evil forces", ["涉黑涉恶", "黑恶势力"];
        ClanForce = "clan-force", "认定利用宗族势力从事非法活动", "found to have used clan forces unlawfully", ["宗族势力"];
        IllegalReligionOrCult = "illegal-religion-or-cult", "认定参与非法宗教或邪教活动", "found in illegal religious or cult activity", ["邪教", "非法宗教活动"];
        ElectionMisconduct = "election-misconduct", "认定破坏选举、贿选", "found to have wrecked an election or bought votes", ["破坏选举", "贿选"];
        Recalled = "recalled", "被罢免", "recalled from a post", ["罢免"];
        UnqualifiedPartyMember = "unqualified-party-member", "民主评议为不合格党员", "appraised an unqualified Party member", ["不合格党员"];
        CollectivePropertyOccupied = "collective-property-occupied", "认定侵占集体财产、截留惠农补贴", "found to have occupied collective property or diverted benefits", ["侵占集体财产", "截留惠农补贴"];
        IllegalBuilding = "illegal-building", "认定违法用地、违法建设", "found in illegal use of land or building", ["违法用地", "违法建设", "违建"];
        EcologicalDamage = "ecological-damage", "认定严重破坏生态环境", "found to have done serious ecological damage", ["破坏生态环境"];
        PublicOrderPunishment = "public-order-punishment", "扰乱公共秩序处罚", "punished for disorder", ["治安管理处罚"];
    }
}

impl RecordKind {
    /// The list that has to be complete before the absence of such a record proves anything.
    pub const fn list(self) -> List {
        match self {
            Self::PartyWarning
            | Self::PartySeriousWarning
            | Self::PartySeriousWarningForRemoval
            | Self::PartyRemoval
            | Self::PartyProbation
            | Self::PartyExpulsion => List::PartySanctions,
            Self::AdministrativeWarning | Self::Demerit | Self::MajorDemerit => List::AdministrativeSanctions,
            Self::CriminalPunishment
            | Self::SuspendedSentence
            | Self::ExemptFromPunishment
            | Self::NonProsecution
            | Self::PoliticalDeprivation => List::Convictions,
            Self::VillageBully
            | Self::Underworld
            | Self::ClanForce
            | Self::IllegalReligionOrCult
            | Self::ElectionMisconduct
            | Self::Recalled
            | Self::UnqualifiedPartyMember
            | Self::CollectivePropertyOccupied
            | Self::IllegalBuilding
            | Self::EcologicalDamage
            | Self::PublicOrderPunishment => List::Determinations,
        }
    }
}

terms! {
    /// 资料清单 — the lists a statement of completeness speaks of.
    pub enum List ("资料清单", "list") {
        Roster = "roster", "干部花名册", "roster of office-holders", ["花名册", "任职名册"];
        Units = "units", "单位名录", "list of units", ["单位", "机构名录"];
        Links = "links", "党支部覆盖关系", "links of units", ["覆盖关系"];
        Members = "members", "成员名册", "membership roll", ["集体成员名册"];
        Households = "households", "户籍名册", "household roll", ["户"];
        Kin = "kin", "亲属申报", "declaration of kin", ["亲属", "近亲属申报"];
        PartyMembers = "party-members", "党员名册", "roll of Party members", ["党员"];
        PartySanctions = "party-sanctions", "党纪处分记录", "Party sanctions", ["党纪处分"];
        AdministrativeSanctions = "administrative-sanctions", "政务处分记录", "administrative sanctions", ["政务处分"];
        Convictions = "convictions", "刑事处罚记录", "convictions", ["刑事处罚"];
        Determinations = "determinations", "有关机关认定记录", "findings of authorities", ["认定"];
        Capacity = "capacity", "民事行为能力认定", "findings on civil capacity", [];
        Acts = "acts", "办理记录", "file of acts", ["办理", "会议记录"];
        Appraisals = "appraisals", "考核记录", "appraisals", ["考核"];
        Training = "training", "培训记录", "training records", ["培训"];
        Enrollment = "enrollment", "统一管理名单", "enrollment list", ["统一管理"];
        Charter = "charter", "章程", "charter", ["章程条款"];
        Candidacies = "candidacies", "候选人名单", "list of candidates", ["候选人"];
        Bodies = "bodies", "机构情况", "list of bodies", ["机构"];
        Statuses = "statuses", "身份状况", "personal statuses", ["身份"];
        UnitFacts = "unit-facts", "单位情况", "facts about units", ["单位情况表"];
    }
}

terms! {
    /// 身份状况 — standing facts about a person besides those with tables of their own.
    pub enum StatusKind ("身份状况", "personal status") {
        CapacityLimited = "capacity-limited", "限制或无民事行为能力", "without full civil capacity", ["限制民事行为能力", "无民事行为能力"];
        OwnLaborIncome = "own-labor-income", "以自己的劳动收入为主要生活来源", "living mainly on own labor income", [];
        NoOwnLaborIncome = "no-own-labor-income", "不以自己的劳动收入为主要生活来源", "not living mainly on own labor income", [];
        HouseholdRegistration = "household-registration", "户籍在本单位", "household registration", ["户籍", "本村户籍", "户籍所在地"];
        Residence = "residence", "居住在本单位", "residence", ["居住", "常住", "本村居住"];
        VillageWork = "village-work", "从事村务工作", "work on village affairs", ["村务工作"];
        CommunityWork = "community-work", "在社区工作", "work in the community", ["社区工作者", "社区专职工作人员"];
        StationedStaff = "stationed-staff", "驻村（社区）工作人员", "staff stationed by a higher office", ["驻村干部", "驻村工作队员", "第一书记"];
        CivilServant = "civil-servant", "公务员（聘任制除外）", "civil servant, not on contract", ["公务员", "公务员身份"];
        ContractCivilServant = "contract-civil-servant", "聘任制公务员", "civil servant on contract", [];
        PublicInstitutionStaff = "public-institution-staff", "事业单位在编人员", "on the staff of a public institution", ["事业单位工作人员", "事业编制"];
        CustodySuspended = "custody-suspended", "被羁押，停止行使选举权利", "in custody, electoral rights suspended", ["羁押"];
        PartyRightsSuspended = "party-rights-suspended", "停止党员权利", "Party rights suspended", [];
        FinanceKnowledge = "finance-knowledge", "具备财会、管理知识", "knowledge of finance or management", ["财会知识"];
        LessNumerousEthnicGroup = "less-numerous-ethnic-group", "属于本村人数较少的民族", "of a less numerous ethnic group of the village", ["人数较少的民族"];
        VoterRegistered = "voter-registered", "登记参加选举", "registered as a voter", ["选民登记"];
        CalledToReport = "called-to-report", "被函询或谈话提醒", "called to report", ["函询"];
        Investigation = "investigation", "被立案调查", "under investigation", ["立案"];
        DebtorListing = "debtor-listing", "被列为失信被执行人", "listed as a defaulting debtor", ["失信被执行人"];
        OtherMembership = "other-membership", "取得其他农村集体经济组织成员身份", "member of another cooperative", [];
        StableRelation = "stable-relation", "与本集体形成稳定的权利义务关系", "stable rights and duties with the collective", ["形成稳定的权利义务关系"];
        CollectiveLivelihood = "collective-livelihood", "以本集体土地等财产为基本生活保障", "livelihood secured by the collective's land and property", ["以集体土地为基本生活保障"];
        BornToMember = "born-to-member", "成员生育增加的人员", "born to a member", ["成员子女出生"];
        JoinedFamily = "joined-family", "因成员结婚、收养或政策性移民增加的人员", "joined by marriage, adoption or resettlement", ["嫁入", "收养", "政策性移民"];
        CharterEndingGround = "charter-ending-ground", "符合法律法规或章程规定的其他丧失情形", "another ending ground of law or charter", [];
        ForeignNationality = "foreign-nationality", "丧失中国国籍", "no longer a Chinese national", [];
        Deceased = "deceased", "死亡", "deceased", ["去世"];
        Withdrawal = "withdrawal", "书面申请退出", "written request to leave", ["自愿退出"];
        Studying = "studying", "就学", "studying", ["在校学生"];
        MilitaryService = "military-service", "服役", "in military service", ["服兵役"];
        ServingSentence = "serving-sentence", "服刑", "serving a sentence", ["在服刑"];
        MarriageMoved = "marriage-moved", "因结婚在他处生活", "living elsewhere by marriage", ["外嫁", "入赘"];
    }
}

impl StatusKind {
    /// The list that has to be complete before the absence of such a status proves anything.
    pub const fn list(self) -> List {
        match self {
            Self::CapacityLimited | Self::OwnLaborIncome | Self::NoOwnLaborIncome => List::Capacity,
            Self::HouseholdRegistration | Self::Residence => List::Households,
            Self::VillageWork
            | Self::CommunityWork
            | Self::StationedStaff
            | Self::CivilServant
            | Self::ContractCivilServant
            | Self::PublicInstitutionStaff
            | Self::StableRelation
            | Self::CollectiveLivelihood
            | Self::BornToMember
            | Self::JoinedFamily
            | Self::CharterEndingGround
            | Self::CustodySuspended
            | Self::PartyRightsSuspended
            | Self::FinanceKnowledge
            | Self::LessNumerousEthnicGroup
            | Self::VoterRegistered
            | Self::CalledToReport
            | Self::Investigation
            | Self::DebtorListing
            | Self::OtherMembership
            | Self::ForeignNationality
            | Self::Deceased
            | Self::Withdrawal
            | Self::Studying
            | Self::MilitaryService
            | Self::ServingSentence
            | Self::MarriageMoved => List::Statuses,
        }
    }
}

terms! {
    /// 单位情况 — what a unit is recorded to be, besides its kind.
    pub enum TraitKind ("单位情况", "trait of a unit") {
        MultiEthnic = "multi-ethnic", "多民族村民居住", "villagers of several ethnic groups", ["多民族居住"];
        CooperativeConditionsMet = "cooperative-conditions-met", "具备设立集体经济组织的条件", "conditions for a cooperative are met", ["具备设立条件"];
        WorkNeed = "work-need", "确有工作需要", "need of the work", ["工作需要"];
        ManyTransactions = "many-transactions", "经济业务较多", "many transactions", ["业务量大"];
        BasicUnit = "basic-unit", "以本级为基本核算单位", "basic accounting unit", ["基本核算单位"];
    }
}

terms! {
    /// 亲属关系 — what `b` is to `a`, as sheets and declarations say it.
    pub enum Relation ("亲属关系", "kin relation") {
        Spouse = "spouse", "配偶", "spouse", ["妻", "夫", "妻子", "丈夫", "爱人", "wife", "husband"];
        Parent = "parent", "父母", "parent", ["父", "母", "父亲", "母亲", "父母亲", "father", "mother"];
        Child = "child", "子女", "child", ["子", "女", "儿子", "女儿", "长子", "次子", "三子", "长女", "次女", "三女", "独生子", "独生女", "son", "daughter"];
        AdoptiveParent = "adoptive-parent", "养父母", "adoptive parent", ["养父", "养母"];
        AdoptedChild = "adopted-child", "养子女", "adopted child", ["养子", "养女"];
        StepParent = "step-parent", "继父母（有抚养关系）", "step-parent who brought up the child", ["继父", "继母"];
        StepChild = "step-child", "继子女（有抚养关系）", "step-child brought up by the step-parent", ["继子", "继女"];
        Sibling = "sibling", "兄弟姐妹", "sibling", ["兄", "弟", "姐", "妹", "哥哥", "弟弟", "姐姐", "妹妹", "兄弟", "姐妹", "兄妹", "姐弟", "胞兄", "胞弟", "胞姐", "胞妹", "brother", "sister"];
        Grandparent = "grandparent", "祖父母、外祖父母", "grandparent", ["祖父", "祖母", "外祖父", "外祖母", "爷爷", "奶奶", "外公", "外婆", "grandfather", "grandmother"];
        Grandchild = "grandchild", "孙子女、外孙子女", "grandchild", ["孙", "孙子", "孙女", "外孙", "外孙女", "grandson", "granddaughter"];
        GreatGrandparent = "great-grandparent", "曾祖父母", "great-grandparent", ["曾祖父", "曾祖母"];
        GreatGrandchild = "great-grandchild", "曾孙子女", "great-grandchild", ["曾孙", "曾孙女"];
        UncleOrAunt = "uncle-or-aunt", "伯叔姑舅姨", "uncle or aunt by blood", ["伯父", "叔父", "叔叔", "姑姑", "姑妈", "舅舅", "舅父", "姨妈", "姨母", "伯伯"];
        NephewOrNiece = "nephew-or-niece", "侄、甥", "nephew or niece by blood", ["侄", "侄子", "侄女", "外甥", "外甥女", "甥"];
        Cousin = "cousin", "堂表兄弟姐妹", "first cousin", ["堂兄", "堂弟", "堂姐", "堂妹", "表兄", "表弟", "表姐", "表妹", "堂兄弟", "表兄弟", "堂姐妹", "表姐妹"];
        ParentInLaw = "parent-in-law", "配偶的父母", "parent-in-law", ["岳父", "岳母", "公公", "婆婆", "家公", "家婆", "外父", "外母"];
        ChildInLaw = "child-in-law", "子女的配偶", "child's spouse", ["儿媳", "媳妇", "媳", "女婿", "婿"];
        SiblingInLaw = "sibling-in-law", "配偶的兄弟姐妹、兄弟姐妹的配偶", "spouse's sibling or sibling's spouse", ["姐夫", "妹夫", "嫂子", "嫂", "弟媳", "弟妹", "大舅", "小舅", "大姨", "小姨", "妻兄", "妻弟", "连襟", "妯娌"];
        ChildsParentInLaw = "childs-parent-in-law", "子女配偶的父母", "parent of the child's spouse", ["亲家", "亲家公", "亲家母"];
        NotRelated = "not-related", "无亲属关系", "not related", ["无", "非亲属", "其他"];
    }
}

impl Relation {
    /// What `a` is to `b` when `b` is this to `a`.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Spouse => Self::Spouse,
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::AdoptiveParent => Self::AdoptedChild,
            Self::AdoptedChild => Self::AdoptiveParent,
            Self::StepParent => Self::StepChild,
            Self::StepChild => Self::StepParent,
            Self::Sibling => Self::Sibling,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::GreatGrandparent => Self::GreatGrandchild,
            Self::GreatGrandchild => Self::GreatGrandparent,
            Self::UncleOrAunt => Self::NephewOrNiece,
            Self::NephewOrNiece => Self::UncleOrAunt,
            Self::Cousin => Self::Cousin,
            Self::ParentInLaw => Self::ChildInLaw,
            Self::ChildInLaw => Self::ParentInLaw,
            Self::SiblingInLaw => Self::SiblingInLaw,
            Self::ChildsParentInLaw => Self::ChildsParentInLaw,
            Self::NotRelated => Self::NotRelated,
        }
    }
}

terms! {
    /// 亲属范围 — the circles of kin that rules name.
    pub enum Circle ("亲属范围", "circle of kin") {
        SamePerson = "self", "本人", "the same person", [];
        SpouseParentChildSibling = "spouse-parent-child-sibling", "配偶、父母子女、兄弟姐妹", "spouse, parents, children, siblings", [];
        NearRelatives = "near-relatives", "近亲属", "near relatives", [];
        CivilServiceScope = "civil-service-scope", "夫妻、直系血亲、三代以内旁系血亲、近姻亲", "civil servants' recusal circle", [];
    }
}

impl Circle {
    /// Whether every relation of `other` is also in this circle.
    pub const fn contains(self, other: Self) -> bool {
        self.rank() >= other.rank()
    }

    const fn rank(self) -> u8 {
        match self {
            Self::SamePerson => 0,
            Self::SpouseParentChildSibling => 1,
            Self::NearRelatives => 2,
            Self::CivilServiceScope => 3,
        }
    }
}

terms! {
    /// 评议等次 — grades of an appraisal, from the best to the worst.
    pub enum Grade ("考核等次", "grade") {
        Excellent = "excellent", "优秀", "excellent", [];
        Competent = "competent", "称职", "competent", ["合格"];
        BasicallyCompetent = "basically-competent", "基本称职", "basically competent", ["基本合格"];
        Incompetent = "incompetent", "不称职", "incompetent", ["不合格"];
    }
}

terms! {
    /// 培训类别 — kinds of training.
    pub enum TrainingKind ("培训类别", "kind of training") {
        CollectiveStudy = "collective-study", "集体学习", "collective study", ["学习"];
        Centralized = "centralized", "集中培训", "centralized training", ["集中轮训"];
        Rotation = "rotation", "轮训", "rotation training", [];
        Induction = "induction", "任职培训", "training for a new post", ["岗前培训"];
    }
}

terms! {
    /// 层级 — levels of the units that organize, approve or decide.
    pub enum Rank ("层级", "level") {
        Group = "group", "组级", "group", ["经济社", "小组"];
        Village = "village", "村级", "village", ["村", "社区"];
        Town = "town", "镇级", "town", ["镇", "乡镇", "街道"];
        County = "county", "县级", "county", ["县", "区", "区级"];
        City = "city", "市级", "city", ["市"];
        Province = "province", "省级", "province", ["省"];
        Nation = "nation", "国家级", "national", ["国家"];
    }
}

terms! {
    /// 关联方式 — how one unit is joined to another, besides being its parent.
    pub enum LinkKind ("关联方式", "kind of link") {
        Serves = "serves", "覆盖", "serves", ["服务", "党支部覆盖"];
        KeepsBooksFor = "keeps-books-for", "代理记账", "keeps books for", [];
        ActsFor = "acts-for", "代行职能", "acts for", [];
    }
}

terms! {
    /// 效力层级 — levels of authority, from the highest; Party regulation is a line of its own.
    pub enum Level ("效力层级", "level of authority") {
        NationalLaw = "national-law", "国家法律", "national law", [];
        PartyRegulation = "party-regulation", "党内法规", "Party regulation", [];
        NationalPolicy = "national-policy", "国家政策", "national policy", [];
        Province = "province", "省级规定", "provincial rule", [];
        City = "city", "市级规定", "city rule", [];
        District = "district", "区级规定", "district rule", [];
        Town = "town", "镇级规定", "town rule", [];
        Charter = "charter", "章程", "charter", [];
    }
}

terms! {
    /// 五大体系 — the five pillars; a provision's id begins with its pillar.
    pub enum Pillar ("支柱", "pillar") {
        Organization = "organization", "组织优化", "organization", [];
        Selection = "selection", "选用分离", "selection and appointment", [];
        Deliberation = "deliberation", "议事决策", "deliberation", [];
        Cultivation = "cultivation", "培养储备", "cultivation", [];
        Supervision = "supervision", "监督管理", "supervision", [];
    }
}

terms! {
    /// 周期 — closed periods of the calendar in which something has to happen.
    pub enum Cycle ("周期", "cycle") {
        Month = "month", "月", "month", [];
        Quarter = "quarter", "季度", "quarter", [];
        HalfYear = "half-year", "半年", "half-year", [];
        Year = "year", "年", "year", [];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn spellings_are_unique<T: Copy + Ord + std::fmt::Debug>(all: &[T], words: impl Fn(T) -> Vec<String>) {
        let mut seen: BTreeMap<String, T> = BTreeMap::new();
        for &term in all {
            for word in words(term) {
                let other = seen.insert(word.clone(), term);
                assert!(other.is_none_or(|other| other == term), "`{word}` means {term:?} and {other:?}");
            }
        }
    }

    #[test]
    fn no_two_values_share_a_key_or_a_name() {
        macro_rules! check {
            ($($set:ident),+) => { $(
                spellings_are_unique($set::ALL, |term| {
                    vec![term.key().into(), term.title(Lang::Zh).into(), term.title(Lang::En).into()]
                });
                for term in $set::ALL {
                    assert_eq!($set::from_key(term.key()), Some(*term));
                    assert_eq!($set::from_words(term.title(Lang::Zh)), Some(*term));
                }
                assert_eq!($set::from_key("no such key"), None);
            )+ };
        }
        check!(
            UnitKind,
            BodyKind,
            PostKind,
            Sex,
            Schooling,
            Basis,
            RecordKind,
            List,
            Relation,
            Circle,
            Grade,
            TrainingKind,
            Rank,
            LinkKind,
            Level,
            Pillar,
            Cycle
        );
    }

    #[test]
    fn a_relation_read_from_the_other_side_twice_is_itself() {
        for relation in Relation::ALL {
            assert_eq!(relation.inverse().inverse(), *relation);
        }
    }

    #[test]
    fn older_titles_name_the_same_posts() {
        assert_eq!(PostKind::from_words("社长"), Some(PostKind::Chair));
        assert_eq!(PostKind::from_words("Committee member"), Some(PostKind::CommitteeMember));
        assert_eq!(Relation::from_words("Sister"), Some(Relation::Sibling));
        assert_eq!(PostKind::from_words("社委会成员"), Some(PostKind::Director));
        assert_eq!(BodyKind::from_words("社委会"), Some(BodyKind::Board));
        assert_eq!(PostKind::from_words("民主理财监督小组成员"), Some(PostKind::Supervisor));
    }

    #[test]
    fn an_unknown_key_is_refused_and_the_known_ones_are_listed() {
        let error = serde_json::from_str::<Sex>("\"男\"").unwrap_err().to_string();
        assert!(error.contains("female, male"), "{error}");
    }
}
