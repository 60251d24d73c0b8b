//! 议事 — an assembly convened, quorate, decided, disclosed.

super::procedure! {
    /// 成员大会议事 — a decision of the member assembly of a cooperative.
    Deliberation on "assembly-decision" begins convene("give-notice") -> Convened {
        /// 清点到会人数: the day of the meeting, those present, and the minutes.
        Convened: count_present("meet") -> Quorate;
        /// 表决.
        Quorate: vote("resolve") -> Decided;
        /// 公布决议.
        Decided: disclose("publish-decision") -> Disclosed;
    } stages {
        /// 已通知.
        Convened,
        /// 到会足够.
        Quorate,
        /// 已表决.
        Decided,
        /// 已公布.
        Disclosed,
    }
}
