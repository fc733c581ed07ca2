/// Writes the tills of a book (daftar kas): who keeps them, whether they are open, what they hold.
public struct TillListRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each till.
  public func report(of tills: [Till]) -> Report {
    let words = style.words
    let table = ReportTable(
      tills,
      [
        .left("name", words.till, 12) { .text($0.name) },
        .left("account", words.account, 8) { .text($0.account.text) },
        .left("kind", words("Jenis", "Kind"), 11) { till in
          .coded(till.kind.rawValue, shown: words(till.kind.name))
        },
        .left("keeper", words("Pemegang", "Keeper"), 11) { .optional($0.keeper) },
        .left("openSince", words("Buka sejak", "Open since"), 10) { .optional($0.openSince) },
        .left("countedOn", words("Dihitung", "Counted"), 10) { .optional($0.countedOn) },
        .data("uncounted") { .flag($0.isUncounted) },
        .sum("balance", words.balance, 12) { .amount($0.balance) },
      ])
    let uncounted = tills.filter(\.isUncounted).map(\.name)
    return Report(
      "ksp.tills/1", title: words("DAFTAR KAS", "TILLS"),
      data: ["tills": .rows(table)], rows: ReportRows(table),
      blocks: [.table(table.total(words.total, in: 0))]
        + (uncounted.isEmpty
          ? []
          : [
            .note(
              words(
                "Belum dihitung sejak mutasi terakhir: ", "Not counted since money went through: ")
                + uncounted.joined(separator: ", ") + ".")
          ]))
  }
}
