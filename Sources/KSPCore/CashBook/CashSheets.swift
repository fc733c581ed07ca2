/// The months of a cash book, one after the other, proved against one another.
package struct CashSheets: Sendable {
  /// The sheets by month, with everything that does not recompute.
  package let sheets: [CashSheet]

  /// Puts sheets in the order of their months and proves the sums at their feet, and that each
  /// begins as the one before ended.
  ///
  /// - Throws: `cashBook.monthTwice`.
  package init(_ sheets: [CashSheet]) throws(LedgerError) {
    let ordered = sheets.sorted { $0.month < $1.month }
    for (left, right) in zip(ordered, ordered.dropFirst()) where left.month == right.month {
      throw .cashBookMonthTwice(left.month, left.file, right.file)
    }
    var proved: [CashSheet] = []
    var before: (received: Rupiah, paid: Rupiah)?
    for sheet in ordered {
      var sheet = sheet
      if let last = proved.last, let before {
        sheet.mistakes += sheet.openingMistakes(after: last, before)
      }
      var start = (received: sheet.opening.received, paid: sheet.opening.paid)
      if !sheet.opensWithBothSides, let before { start = before }
      sheet.mistakes += try sheet.footMistakes(from: start)
      sheet.mistakes.sort { $0.line < $1.line }
      before = (try start.received + sheet.received, try start.paid + sheet.paid)
      proved.append(sheet)
    }
    self.sheets = proved
  }

  /// The first sheet that does not begin with what the one before left, with that one.
  package var gap: (before: CashSheet, after: CashSheet)? {
    zip(sheets, sheets.dropFirst()).first { $0.closing != $1.opening.balance }
      .map { (before: $0.0, after: $0.1) }
  }

  /// Reads the files of a cash book.
  ///
  /// - Throws: What ``CashSheet/init(_:)`` throws of the first file that cannot be read.
  package init(reading texts: [SheetText]) throws(LedgerError) {
    var sheets: [CashSheet] = []
    for text in texts { sheets.append(try CashSheet(text)) }
    try self.init(sheets)
  }
}

extension CashSheet {
  fileprivate func openingMistakes(
    after last: CashSheet, _ before: (received: Rupiah, paid: Rupiah)
  ) -> [CashSheetMistake] {
    var found: [CashSheetMistake] = []
    func compare(_ column: CashSheetMistake.Column, _ printed: Rupiah, _ right: Rupiah) {
      guard printed != right else { return }
      found.append(
        CashSheetMistake(
          .opening, file, opening.line ?? rows.first?.line ?? 1, column, label: "",
          printed: printed, right: right))
    }
    compare(.balance, opening.balance, last.closing)
    if opensWithBothSides {
      compare(.received, opening.received, before.received)
      compare(.paid, opening.paid, before.paid)
    }
    return found
  }

  fileprivate func footMistakes(
    from start: (received: Rupiah, paid: Rupiah)
  ) throws(LedgerError) -> [CashSheetMistake] {
    var found: [CashSheetMistake] = []
    for foot in feet {
      let kind: CashSheetMistake.Kind = foot.kind == .month ? .monthTotal : .cumulative
      let right: (received: Rupiah, paid: Rupiah, balance: Rupiah) =
        switch foot.kind {
        case .month: (received, paid, closing)
        case .before: (start.received, start.paid, opening.balance)
        case .toDate: (try start.received + received, try start.paid + paid, closing)
        }
      func compare(_ column: CashSheetMistake.Column, _ printed: Rupiah?, _ right: Rupiah) {
        guard let printed, printed != right else { return }
        found.append(
          CashSheetMistake(
            kind, file, foot.line, column, label: foot.label, printed: printed, right: right))
      }
      compare(.received, foot.received, right.received)
      compare(.paid, foot.paid, right.paid)
      // Beside the sums of a month stands what is left, or what the month changed.
      let change = try received - paid
      if foot.kind != .month || foot.balance != change {
        compare(.balance, foot.balance, right.balance)
      }
    }
    return found
  }
}
