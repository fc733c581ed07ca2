extension ReportStyle {
  /// What is dated after today and not in the balances of members; nothing where there is none.
  func later(than members: [MemberSummary]) -> [Report.Block] {
    let accounts = members.lazy.flatMap(\.savings).filter { $0.later != nil }
    guard !accounts.isEmpty else { return [] }
    let shown = accounts.prefix(20).map { "\($0.account) \(($0.later ?? .zero).formatted)" }
    let more = accounts.count > shown.count ? ", …" : ""
    return [
      .note(
        words(
          "Belum termasuk yang bertanggal sesudah hari ini: ",
          "Without what is dated after today: ") + shown.joined(separator: ", ") + more)
    ]
  }
}
