import KSPCore

/// What is held of an account, beside its balance on other papers.
struct HeldLines {
  let style: ReportStyle

  /// What is held, until when and why, and what is free; nil for nothing. `names` says the account.
  func block(_ held: HeldSavings?, names: Bool = false) -> Report.Block? {
    guard let held else { return nil }
    let words = style.words
    let account = names ? "\(held.account) " : ""
    let holds = held.holds.map { hold in
      Report.Field(
        words.held, "\(account)\(words.amount(of: hold)) \(words(hold.end)): \(hold.reason)")
    }
    let free = Report.Field(words.freeBalance, account + held.free.formatted)
    return .fields((holds + [free]).compactMap(\.self), width: 16)
  }

  /// The same for programs.
  func data(_ held: HeldSavings) -> ReportRecord {
    [
      "account": .text(held.account.text), "amount": .amount(held.amount),
      "free": .amount(held.free), "holds": .rows(HoldTable(style: style).table(held.holds)),
    ]
  }
}
