//! 栏目 — the columns each sheet knows, in Chinese and English, with the other headers towns use.

use super::Sheet;
use crate::vocab::Lang;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// 栏目 — a column a sheet knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// 中文栏目名.
    pub zh: &'static str,
    /// The English header.
    pub en: &'static str,
    /// 别名 — other headers in use.
    pub also: &'static [&'static str],
    /// 必需 — whether the sheet cannot be read without it.
    pub required: bool,
}

impl Column {
    /// 名称 — the header in `lang`.
    pub const fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// 各表栏目 — the columns a sheet knows. A roster also needs one of 村社区, 经济社 and 单位.
pub const fn columns(sheet: Sheet) -> &'static [Column] {
    match sheet {
        Sheet::Roster => ROSTER,
        Sheet::Units => UNITS,
        Sheet::Bodies => BODIES,
        Sheet::Members => MEMBERS,
        Sheet::Kin => KIN,
        Sheet::Sanctions => SANCTIONS,
        Sheet::Appraisals => APPRAISALS,
        Sheet::Training => TRAINING,
        Sheet::Acts => ACTS,
        Sheet::Candidates => CANDIDATES,
        Sheet::Charter => CHARTER,
        Sheet::Statuses => STATUSES,
        Sheet::UnitFacts => UNIT_FACTS,
        Sheet::Links => LINKS,
        Sheet::Coverage => COVERAGE,
    }
}

/// The columns of each sheet by every header that means them, as [`key_of`] makes it.
static KEYED: LazyLock<BTreeMap<Sheet, BTreeMap<String, &'static Column>>> = LazyLock::new(|| {
    let keyed = |sheet: &Sheet| {
        let mut keyed = BTreeMap::new();
        for column in columns(*sheet) {
            for word in [column.zh, column.en].into_iter().chain(column.also.iter().copied()) {
                keyed.entry(key_of(word)).or_insert(column);
            }
        }
        (*sheet, keyed)
    };
    Sheet::ALL.iter().map(keyed).collect()
});

/// The column of a sheet that a header means.
pub(super) fn column_headed(sheet: Sheet, header: &str) -> Option<&'static Column> {
    column_keyed(sheet, &key_of(header))
}

/// The column of a sheet that a header means, as [`key_of`] makes it.
pub(super) fn column_keyed(sheet: Sheet, key: &str) -> Option<&'static Column> {
    KEYED.get(&sheet)?.get(key).copied()
}

/// A header as it is compared: narrow, without blanks, marks and what stands in parentheses at its end; 村（社区） and
/// 性别（必填） stand beside 村社区 and 性别.
pub(super) fn key_of(header: &str) -> String {
    let narrowed: String = header
        .chars()
        .map(crate::vocab::text::narrow)
        .filter(|c| {
            !c.is_whitespace() && !c.is_control() && !matches!(c, '*' | ':' | '\u{FEFF}' | '\u{200B}' | '-' | '_')
        })
        .flat_map(char::to_lowercase)
        .collect();
    let outer = narrowed.split_once('(').map_or(narrowed.as_str(), |(outer, _)| outer);
    let whole: String = narrowed.chars().filter(|c| !matches!(c, '(' | ')')).collect();
    if narrowed.ends_with("(必填)") || narrowed.ends_with("(选填)") { outer.to_owned() } else { whole }
}

const fn must(zh: &'static str, en: &'static str, also: &'static [&'static str]) -> Column {
    Column { zh, en, also, required: true }
}

const fn may(zh: &'static str, en: &'static str, also: &'static [&'static str]) -> Column {
    Column { zh, en, also, required: false }
}

const PERSON_NUMBER: Column = may("人员编号", "person id", &["编号", "干部编号", "人员代码", "工号"]);
const VILLAGE: Column = may(
    "村社区",
    "village",
    &[
        "村（社区）",
        "村",
        "社区",
        "村居",
        "行政村",
        "所在村",
        "所属村",
        "村（居）",
        "村名",
        "村委会",
        "所属村社区",
        "所在村社区",
    ],
);
const COOPERATIVE: Column = may(
    "经济社",
    "cooperative",
    &[
        "经济社名称",
        "所属经济社",
        "所在经济社",
        "股份社",
        "合作社",
        "集体经济组织",
        "集体经济组织名称",
        "社名",
        "村民小组",
        "小组",
    ],
);
const UNIT: Column = may("单位", "unit", &["所在单位", "单位名称", "所属单位", "工作单位", "任职单位"]);
const NAME: Column = must("姓名", "name", &["名字", "干部姓名", "成员姓名", "人员姓名"]);
const SEX: Column = may("性别", "sex", &["gender"]);
const BIRTH: Column = may("出生年月", "birth", &["出生日期", "出生年月日", "出生时间", "生日", "date of birth"]);
const RESIDENT_ID: Column = may(
    "身份证号",
    "resident id",
    &["身份证号码", "公民身份号码", "居民身份证号", "居民身份证号码", "身份证", "公民身份证号码", "证件号码"],
);
const NATION: Column = may("民族", "ethnic group", &[]);
const REMARK: Column = may("备注", "remark", &["说明", "备注说明", "note"]);
const PHONE: Column = may("联系电话", "phone", &["电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"]);
const SERIAL: Column = may("序号", "no", &["行号", "number"]);

const ROSTER: &[Column] = &[
    PERSON_NUMBER,
    VILLAGE,
    COOPERATIVE,
    UNIT,
    NAME,
    SEX,
    NATION,
    BIRTH,
    RESIDENT_ID,
    may("政治面貌", "political status", &["党派", "政治面目", "政治身份"]),
    may("组织关系", "affiliated to", &["组织关系所在", "所在党支部", "所在支部", "组织关系所在党支部", "党组织关系"]),
    may("入党时间", "joined party", &["入党日期", "入党年月", "加入党组织时间"]),
    may("转正时间", "full party member from", &["转正日期", "转正年月", "转为正式党员时间"]),
    may("学历", "schooling", &["文化程度", "最高学历", "学历层次"]),
    must("职务", "posts", &["现任职务", "现职务", "任职", "职务名称", "担任职务", "职位", "post"]),
    may(
        "任现职时间",
        "in post since",
        &["任职时间", "任现职日期", "任职日期", "现任职务时间", "任职起始时间", "到任时间"],
    ),
    may("离任时间", "left post", &["离任日期", "免职时间", "卸任时间", "离职时间"]),
    may("产生方式", "way of taking office", &["任职方式", "basis"]),
    may("届次", "term", &["届别"]),
    may("连任", "continued", &["是否连任"]),
    may("任期届满", "term ends", &["任期届满日", "任期届满日期", "任期届满时间", "届满时间", "届满日期"]),
    may("当选日期", "elected on", &["当选时间", "选举日期", "选举时间"]),
    may("统一管理日期", "unified management since", &["统一管理时间", "纳入统一管理日期", "纳入统一管理时间"]),
    may("专职岗日期", "full-time post since", &["专职岗时间", "任专职岗日期", "专职日期"]),
    may("近亲属申报日期", "kin declared on", &["近亲属申报时间", "亲属申报日期"]),
    PHONE,
    REMARK,
    SERIAL,
];

const UNITS: &[Column] = &[
    must("代码", "code", &["单位代码", "编码", "单位编号", "id"]),
    must("名称", "name", &["单位名称", "单位", "全称"]),
    may("别名", "also", &["曾用名", "简称", "又名", "其他名称", "原名"]),
    may("类别", "kind", &["单位类别", "类型", "单位类型"]),
    may("上级", "parent", &["上级单位", "上级代码", "所属上级", "隶属"]),
    may("户数", "households", &[]),
    may("成员数", "members", &["成员人数", "人口"]),
    may("完全行为能力成员数", "capable members", &["完全民事行为能力成员数"]),
    may("核定职数", "seats", &["职数"]),
    REMARK,
    SERIAL,
];

const BODIES: &[Column] = &[
    must("单位", "unit", &["所在单位", "单位名称", "经济社", "村社区", "村（社区）"]),
    must("机构", "body", &["机构名称", "组织机构"]),
    may("核定职数", "seats", &["职数", "名额"]),
    may("换届日期", "formed on", &["换届时间", "产生日期", "产生时间", "成立日期"]),
    REMARK,
    SERIAL,
];

const MEMBERS: &[Column] = &[
    PERSON_NUMBER,
    VILLAGE,
    COOPERATIVE,
    UNIT,
    may("户号", "household", &["户编号", "家庭户号", "户籍号", "户主编号"]),
    may("户主", "head of household", &["户主姓名"]),
    NAME,
    RESIDENT_ID,
    may("与户主关系", "relation to head", &["户主关系", "家庭关系", "与户主的关系"]),
    SEX,
    NATION,
    BIRTH,
    may("取得日期", "member since", &["成员取得日期", "取得时间", "成员资格取得日期", "加入日期"]),
    may("丧失日期", "member until", &["丧失时间", "成员资格丧失日期", "退出日期"]),
    may("丧失原因", "why lost", &["丧失事由", "退出原因"]),
    PHONE,
    REMARK,
    SERIAL,
];

const KIN: &[Column] = &[
    must("甲", "a", &["人员甲", "甲方", "干部", "申报人"]),
    must("乙", "b", &["人员乙", "乙方", "亲属", "亲属姓名"]),
    must("乙是甲的", "b is to a", &["关系", "亲属关系", "与本人关系", "称谓"]),
    may("起", "from", &["起始", "起始日期", "自"]),
    may("止", "until", &["终止", "终止日期", "至"]),
    may("来源", "source", &["资料来源"]),
    UNIT,
    REMARK,
    SERIAL,
];

const PERSON: Column = must("人员", "person", &["姓名", "人员姓名", "人员编号", "name"]);

const SANCTIONS: &[Column] = &[
    PERSON,
    UNIT,
    RESIDENT_ID,
    must("种类", "kind", &["处分种类", "处罚种类", "处分处罚种类", "类别", "处分类型"]),
    may("作出机关", "authority", &["决定机关", "处分机关"]),
    may("决定日期", "decided on", &["决定时间", "处分日期", "处分时间", "生效日期"]),
    may("批准日期", "approved on", &["批准时间"]),
    may("恢复日期", "restored on", &["恢复时间", "期满日期", "解除日期"]),
    REMARK,
    SERIAL,
];

const APPRAISALS: &[Column] = &[
    PERSON,
    UNIT,
    RESIDENT_ID,
    must("年度", "year", &["考核年度", "年份", "年"]),
    must("等次", "grade", &["考核等次", "评议等次", "结果", "考核结果"]),
    may("评议主体", "by", &["考核主体", "评议单位", "考核单位"]),
    may("日期", "day", &["考核日期", "评议日期"]),
    REMARK,
    SERIAL,
];

const TRAINING: &[Column] = &[
    PERSON,
    UNIT,
    RESIDENT_ID,
    must("日期", "day", &["培训日期", "培训时间", "时间"]),
    must("学时", "hours", &["培训学时", "学时数", "课时"]),
    may("类别", "kind", &["培训类别", "培训类型"]),
    may("主办级别", "rank", &["主办层级", "级别", "层级"]),
    REMARK,
    SERIAL,
];

const ACTS: &[Column] = &[
    must("事项编号", "case", &["事项代码", "事项号", "案号"]),
    must("单位", "unit", &["单位名称", "所在单位", "经济社", "村社区"]),
    must("环节", "stage", &["办理环节", "步骤"]),
    must("日期", "day", &["办理日期", "时间", "会议日期"]),
    must("主体", "actor", &["办理主体", "会议", "作出主体"]),
    may("事项类别", "matter", &["事项", "议题类别"]),
    may("应到", "due", &["应到人数", "应到会人数"]),
    may("实到", "present", &["实到人数", "到会", "到会人数", "实到会人数"]),
    may("同意", "ayes", &["同意票", "赞成", "同意人数", "赞成票"]),
    may("不同意", "nays", &["不同意票", "反对", "反对票", "不同意人数"]),
    may("弃权", "abstentions", &["弃权票", "弃权人数"]),
    may("文号", "document", &["文件编号", "发文字号"]),
    may("层级", "rank", &["级别", "主办层级"]),
    may("同日顺序", "order", &["同日先后", "顺序"]),
    may("涉及人员", "about", &["人员", "涉及人", "当事人"]),
    may("拟任职务", "post", &["职务", "涉及职务"]),
    may("公布至", "shown through", &["公示至", "公布截止", "公示截止日期"]),
    may("材料", "items", &["材料要件", "附件", "所附材料"]),
    may("基数", "base", &["应到基数", "人数基数"]),
    REMARK,
    SERIAL,
];

const CANDIDATES: &[Column] = &[
    must("单位", "unit", &["单位名称", "所在单位", "经济社", "村社区"]),
    must("姓名", "name", &["候选人", "候选人姓名", "人员"]),
    PERSON_NUMBER,
    RESIDENT_ID,
    must("拟任职务", "post", &["职务", "候选职务", "竞选职务"]),
    may("提名日期", "nominated on", &["提名时间"]),
    may("选举日", "election day", &["选举日期", "选举时间"]),
    REMARK,
    SERIAL,
];

const CHARTER: &[Column] = &[
    must("单位", "unit", &["单位名称", "所在单位", "经济社"]),
    must("条款", "clause", &["章程条款", "事项"]),
    must("内容", "value", &["规定", "条款内容", "值"]),
    may("起", "from", &["施行日期", "起始日期", "生效日期"]),
    may("止", "until", &["废止日期", "终止日期"]),
    REMARK,
    SERIAL,
];

const STATUSES: &[Column] = &[
    PERSON,
    UNIT,
    RESIDENT_ID,
    must("状况", "status", &["身份", "身份状况", "情况"]),
    may("起", "from", &["起始日期", "自"]),
    may("止", "until", &["终止日期", "至"]),
    REMARK,
    SERIAL,
];

const UNIT_FACTS: &[Column] = &[
    must("单位", "unit", &["单位名称", "所在单位", "经济社", "村社区"]),
    must("项目", "fact", &["情况", "指标"]),
    must("内容", "value", &["数值", "值", "数目"]),
    may("起", "from", &["起始日期", "自"]),
    may("止", "until", &["终止日期", "至"]),
    REMARK,
    SERIAL,
];

const LINKS: &[Column] = &[
    must("单位", "unit", &["党支部", "甲单位", "服务单位"]),
    must("对象单位", "of", &["覆盖单位", "乙单位", "被覆盖单位", "被代理单位"]),
    must("方式", "kind", &["关联方式", "关系"]),
    may("起", "from", &["起始日期", "自"]),
    may("止", "until", &["终止日期", "至"]),
    REMARK,
    SERIAL,
];

const COVERAGE: &[Column] = &[
    must("表", "table", &["资料", "表名", "资料清单", "清单"]),
    must("范围", "extent", &["资料范围"]),
    must("截止日期", "as of", &["截止时间", "截至日期", "截至时间", "截止"]),
    must("是否完整", "complete", &["完整", "是否齐全", "完整性"]),
    may("提供单位", "stated by", &["提供人", "提供单位或个人", "填报单位"]),
    may("亲属范围", "circle", &["亲属圈"]),
    may("起始日期", "from", &["起始时间", "自"]),
    REMARK,
    SERIAL,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_means_two_columns_of_a_sheet() {
        for sheet in Sheet::ALL {
            let mut seen = BTreeMap::new();
            for column in columns(*sheet) {
                for word in [column.zh, column.en].into_iter().chain(column.also.iter().copied()) {
                    let other = seen.insert(key_of(word), column.zh);
                    assert!(
                        other.is_none_or(|other| other == column.zh),
                        "{sheet:?} `{word}`: {other:?}, {}",
                        column.zh
                    );
                }
            }
        }
    }

    #[test]
    fn headers_seen_in_practice_are_known() {
        for (header, zh) in [
            ("姓  名", "姓名"),
            ("姓\u{3000}名*", "姓名"),
            ("出生日期", "出生年月"),
            ("出生年月日", "出生年月"),
            ("身份证号码", "身份证号"),
            ("公民身份号码", "身份证号"),
            ("文化程度", "学历"),
            ("党派", "政治面貌"),
            ("所在单位", "单位"),
            ("村（社区）", "村社区"),
            ("村(社区)", "村社区"),
            ("经济社名称", "经济社"),
            ("现任职务", "职务"),
            ("联系电话", "联系电话"),
            ("性别（必填）", "性别"),
            ("Full-time post since", "专职岗日期"),
        ] {
            assert_eq!(column_headed(Sheet::Roster, header).map(|column| column.zh), Some(zh), "{header}");
        }
    }
}
