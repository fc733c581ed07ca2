/// Writes the cash of a book (daftar kas): who keeps each till, whether it is open, what it holds,
/// and what lies outside them.
public struct TillListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// A till, or cash that is in none.
  private enum Row {
    case till(Till)
    case other(TillList.Other)

    var till: Till? { if case .till(let till) = self { till } else { nil } }
    var account: AccountCode {
      switch self {
      case .till(let till): till.account
      case .other(let other): other.account
      }
    }
    var balance: Rupiah {
      switch self {
      case .till(let till): till.balance
      case .other(let other): other.balance
      }
    }
  }

  /// Writes a line for each till, then one for each other account with cash.
  public func report(of list: TillList) -> Report {
    let words = style.words
    let tills = list.tills.map { Row.till($0) }
    let table = table(tills + list.others.map { .other($0) })
    let uncounted = list.tills.filter(\.isUncounted).map(\.name)
    return Report(
      "ksp.tills/1", title: words("DAFTAR KAS", "TILLS"),
      data: [
        "tills": .rows(self.table(tills)),
        "others": .list(list.others) { other in
          [
            "account": .text(other.account.text), "name": .text(words(other.name)),
            "balance": .amount(other.balance),
          ]
        },
      ], rows: ReportRows(table),
      blocks: [.table(table.total(words.total, in: 0))]
        + (uncounted.isEmpty
          ? []
          : [
            .note(
              words(
                "Belum dihitung sejak mutasi terakhir: ", "Not counted since money went through: ")
                + uncounted.joined(separator: ", ") + ".")
          ])
    ).statement(known: style.known)
  }

  private func table(_ rows: [Row]) -> ReportTable {
    let words = style.words
    return ReportTable(
      rows,
      [
        .left("name", words.till, 12) { row in
          switch row {
          case .till(let till): .text(till.name)
          case .other(let other): .text(words(other.name))
          }
        },
        .left("account", words.account, 8) { .text($0.account.text) },
        .left("kind", words("Jenis", "Kind"), 11) { row in
          guard let kind = row.till?.kind else {
            return .coded("", shown: words("luar kasir", "in no till"))
          }
          return .coded(kind.rawValue, shown: words(kind.name))
        },
        .left("keeper", words("Pemegang", "Keeper"), 11) { .optional($0.till?.keeper) },
        .left("openSince", words("Buka sejak", "Open since"), 10) {
          .optional($0.till?.openSince)
        },
        .left("countedOn", words("Dihitung", "Counted"), 10) { .optional($0.till?.countedOn) },
        .data("uncounted") { .flag($0.till?.isUncounted ?? false) },
        .sum("balance", words.balance, 12) { .amount($0.balance) },
      ])
  }
}
