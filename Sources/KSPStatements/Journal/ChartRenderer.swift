/// Writes the chart of accounts (bagan akun) with roles, marks and balances.
///
/// The columns of CSV are those that a new book reads its chart from, and two more: balance and
/// closed.
public struct ChartRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each account, in the order given.
  public func report(of accounts: [Account]) -> Report {
    let words = style.words
    let table = ReportTable(accounts, columns).remarks { index in
      let roles = accounts[index].roles.map { words($0.name) }.joined(separator: ", ")
      return roles.isEmpty ? nil : "\(words.role): \(roles)"
    }
    return Report(
      "ksp.chart/1", title: words.chartTitle, data: ["accounts": .rows(table)],
      rows: ReportRows(table), blocks: [.table(table), .note(words.marksExplained)])
  }

  private var columns: [ReportColumn<Account>] {
    let words = style.words
    let names: [ReportColumn<Account>] = [
      .left("code", words.code, 10) { .text($0.code.text) },
      .left("name", words.name, 31) { account in
        let name = words(account.name)
        return .coded(name, shown: account.parent == nil ? name : "  " + name)
      }.only([.people, .json]),
      .data("name") { .text($0.name.indonesian) }.only(.csv),
      .data("nameEn") { .text($0.name.english) }.only(.csv),
      .left("type", words.type, 10) { .coded($0.type.rawValue, shown: words.type($0.type)) },
      .left("marks", words.marks, 6) { .text(words.marks($0)) }.only(.people),
      .data("parent") { .optional($0.parent?.text) },
    ]
    return names + marks + [
      .right("balance", words.balance, 19) { .amount($0.balance) },
      .data("closed") { .optional($0.closedOn) },
    ]
  }

  /// What marks an account: yes or nothing in CSV, as a new book reads it.
  private var marks: [ReportColumn<Account>] {
    func flag(_ flag: Bool) -> Cell { flag ? .text("yes") : .blank }
    return [
      .data("postable") { .text($0.isPostable ? "yes" : "no") }.only(.csv),
      .data("postable") { .flag($0.isPostable) }.only(.json),
      .data("role") { .text($0.roles.map(\.rawValue).joined(separator: " ")) }.only(.csv),
      .nested("roles") { .texts($0.roles.map(\.rawValue)) },
      .data("line") { .optional($0.marks.statementLine) },
      .data("contra") { flag($0.marks.isContra) }.only(.csv),
      .data("cash") { $0.marks.isBank ? .text("bank") : flag($0.marks.isCash) }.only(.csv),
      .data("mayBeNegative") { flag($0.marks.mayBeNegative) }.only(.csv),
      .data("agreedLimit") {
        $0.marks.agreedLimit.isZero ? .blank : .amount($0.marks.agreedLimit)
      }.only(.csv),
      .data("contra") { .flag($0.marks.isContra) }.only(.json),
      .data("cash") { .flag($0.marks.isCash) }.only(.json),
      .data("bank") { .flag($0.marks.isBank) }.only(.json),
      .data("mayBeNegative") { .flag($0.marks.mayBeNegative) }.only(.json),
      .data("agreedLimit") { .amount($0.marks.agreedLimit) }.only(.json),
      .data("cell") { .optional($0.marks.healthCell.map { Int($0) }) },
    ]
  }
}

extension Wording {
  fileprivate var role: String { self("Peran", "Role") }
  fileprivate var marks: String { self("Tanda", "Marks") }
  fileprivate var marksExplained: String {
    self(
      "Tanda: I akun induk, K kontra, T tunai, B bank, M boleh minus.",
      "Marks: H header, C contra, $ cash, B bank, N may be negative.")
  }

  /// The marks of an account in a letter each.
  fileprivate func marks(_ account: Account) -> String {
    (account.isPostable ? "" : self("I", "H")) + (account.marks.isContra ? self("K", "C") : "")
      + (account.marks.isBank ? "B" : account.marks.isCash ? self("T", "$") : "")
      + (account.marks.mayBeNegative ? self("M", "N") : "")
  }
}
