import KSPCore

/// The columns of a sheet of transactions that name accounts: the member's own, and the one on the
/// other side, which stands in a column of its own or in the half of “from” and “to” that is not
/// the member's.
struct TransactionSides {
  private let account, counterpart, from, to: CSVColumn
  private let words: AccountWords
  /// Most sheets have none of them.
  private var isNone: Bool {
    account.index == nil && counterpart.index == nil && from.index == nil && to.index == nil
  }

  init(_ sheet: Sheet, _ words: AccountWords) {
    self.words = words
    account = sheet.column("account")
    counterpart = sheet.column("counterpart")
    from = sheet.column("from")
    to = sheet.column("to")
  }

  /// The account of the member that a row names, and the one on the other side.
  ///
  /// A column of accounts is read by what stands in it: an account of a member is theirs, one of
  /// the chart is the other side. Two that differ are refused.
  func read(
    _ cells: inout RowReader, _ kind: SavingsEvent.Kind?
  ) -> (own: AccountCode?, other: AccountCode?) {
    guard !isNone else { return (nil, nil) }
    let (mine, others) = halves(of: kind)
    var found: [(code: AccountCode, column: CSVColumn, isOther: Bool)] = []
    for column in [account, counterpart, from, to] {
      let meaning = cells.optionalValue(column) { word throws(LedgerError) in
        try words.meaning(word)
      }
      switch meaning {
      case .savings(let code)?:
        // What is no other side says so where it is posted.
        found.append((code, column, [counterpart, others].contains { $0.index == column.index }))
      case .chart(let code)?: found.append((code, column, column.index != mine.index))
      case .cash?, nil: continue
      }
    }
    func one(_ isOther: Bool) -> AccountCode? {
      let named = found.filter { $0.isOther == isOther }
      if let first = named.first, let second = named.first(where: { $0.code != first.code }) {
        cells.refuse(.importAccountsDiffer(first.code, second.code), at: second.column)
      }
      return named.first?.code
    }
    return (one(false), one(true))
  }

  /// Which half of “from” and “to” is the member's, and which the other side.
  private func halves(of kind: SavingsEvent.Kind?) -> (mine: CSVColumn, others: CSVColumn) {
    switch kind {
    case .withdrawal, .fee: (from, to)
    case .deposit, .interest, .opening, nil: (to, from)
    }
  }

  /// The column that names the other side in rows of a kind.
  func filled(for kind: SavingsEvent.Kind) -> CSVColumn? {
    [counterpart, halves(of: kind).others, account].first(where: \.isThere)
  }
}
