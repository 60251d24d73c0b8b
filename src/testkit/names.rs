//! 姓名 — names put together from surnames common in the Pearl River delta and given names in use. They belong to nobody.

use super::rng::Rng;

const SURNAMES: &[&str] = &[
    "关", "岑", "黎", "朱", "曾", "吴", "陈", "梁", "何", "冯", "黄", "李", "张", "刘", "胡", "谭", "潘", "麦", "卢",
    "邓", "崔", "程", "余", "郭", "周", "罗", "苏", "区", "陆", "叶", "霍", "钟", "杜", "莫", "老", "彭", "招", "简",
    "康", "明",
];

const OF_MEN: &[&str] = &[
    "志强", "伟明", "国华", "建文", "永康", "锦泉", "炳坤", "树根", "润祥", "耀辉", "启明", "子健", "俊杰", "浩然",
    "汉光", "柏林", "兆基", "庆波", "耀华", "健恒", "广深", "祖荣", "德成", "文斌", "海涛", "家豪", "嘉俊", "永祥",
    "细九", "金水", "满堂", "沛霖",
];

const OF_WOMEN: &[&str] = &[
    "丽珍", "惠芳", "少玲", "秀英", "月娥", "燕华", "淑仪", "凤仪", "慧敏", "嘉欣", "美娟", "婉婷", "静雯", "彩霞",
    "带娣", "银好", "翠云", "佩珊", "洁莹", "倩文", "玉兰", "妙玲", "艳红", "思敏", "颖欣", "杏桃", "润好", "笑容",
    "雪梅", "玉仪", "巧儿", "晓彤",
];

const OF_COOPERATIVES: &[&str] = &[
    "东华",
    "西华",
    "南华",
    "北华",
    "万寿",
    "太平",
    "新基",
    "龙涌",
    "大稔",
    "奇山",
    "梅圳",
    "翘南",
    "翘北",
    "洛浦",
    "忠良",
    "闸边",
    "上围",
    "下围",
    "涌口",
    "沙塘",
    "柏塘",
    "儒苑",
    "隔海",
    "海边",
    "岐阳",
    "竹园",
    "长路",
    "大洛口",
    "石牌",
    "莘村",
    "塘边",
    "桥头",
];

/// A surname.
pub(super) fn surname(rng: &mut Rng) -> &'static str {
    rng.pick(SURNAMES).copied().unwrap_or("关")
}

/// A name with a surname.
pub(super) fn full(rng: &mut Rng, surname: &str, is_woman: bool) -> String {
    let given = rng.pick(if is_woman { OF_WOMEN } else { OF_MEN }).copied().unwrap_or("明");
    format!("{surname}{given}")
}

/// The name of the cooperative that is the `number`th of its village.
pub(super) fn cooperative(rng: &mut Rng, village: &str, number: usize) -> String {
    let of = rng.pick(OF_COOPERATIVES).copied().unwrap_or("东华");
    format!("{village}{of}第{number}股份合作经济社")
}
