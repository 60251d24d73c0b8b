//! 专职岗 — enrolled, recommended, decided by the town Party committee, fixed, paid; refused and proposed again.

super::procedure! {
    /// 专职岗选用 — a person on the way to a full-time post. It never touches the seat the person was elected to.
    FullTimePost on "full-time-post" begins enroll("enroll") -> Enrolled {
        /// 村（社区）推荐.
        Enrolled: recommend("recommend") -> Recommended;
        /// 镇党委研究决定.
        Recommended: decide("decide") -> Approved;
        /// 未获同意: the seat is kept, and the person may be recommended again.
        Recommended: refuse("refuse") -> NotApproved;
        /// 再次推荐.
        NotApproved: recommend("recommend") -> Recommended;
        /// 定职定岗.
        Approved: fix_post("fix-post") -> PostFixed;
        /// 发放基础待遇.
        PostFixed: pay("pay") -> Paid;
    } stages {
        /// 已纳入统一管理.
        Enrolled,
        /// 已推荐.
        Recommended,
        /// 镇党委已同意.
        Approved,
        /// 未获同意.
        NotApproved,
        /// 已定职定岗.
        PostFixed,
        /// 已发放待遇.
        Paid,
    }
}
