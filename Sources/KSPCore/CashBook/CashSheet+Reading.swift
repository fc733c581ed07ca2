extension CashSheet {
  /// Reads a month of a cash book.
  ///
  /// Above the headings there may be titles, below the rows sums and signatures. A day stands for
  /// the rows below it that have none. What was brought forward may be a row with both sides.
  ///
  /// - Throws: `import.refused` with all cells that cannot be read; `import.columnMissing`,
  ///   `import.unreadable`, `import.notTable`.
  package init(_ text: SheetText) throws(LedgerError) {
    var reading = try CashSheetReading(text)
    self = try reading.sheet()
  }
}

/// Reads one sheet, row by row.
private struct CashSheetReading {
  /// A row with its cells read.
  private struct Cells {
    let row: CSVRow
    let date: String
    let label: String
    let texts: [String]
    let received, paid, balance: Rupiah?
  }

  private let file: String
  private let header: SheetHeader
  private var columns: [String: CSVColumn] = [:]
  private var problems: [LedgerError] = []
  private var mistakes: [CashSheetMistake] = []
  private var month: BookMonth?
  private var day: BookDate?
  private var opening: CashSheet.Opening?
  private var opensWithBothSides = false
  private var rows: [CashSheet.Row] = []
  private var feet: [CashSheet.Foot] = []
  private var leftOut: [CashSheet.LeftOutRow] = []
  private var printed: [Rupiah?] = []
  private var received = Rupiah.zero
  private var paid = Rupiah.zero

  init(_ text: SheetText) throws(LedgerError) {
    file = text.file
    header = try SheetHeader.find(text, for: .cashBook)
    for column in SheetKind.cashBook.columns {
      let index = header.headings.firstIndex { column.match($0.readings) == .strong }
      var found = CSVColumn(
        names: column.spokenNames, index: index, label: column.heading)
      found.heading = index.map { header.headings[$0].text }
      columns[column.name] = found
    }
    // Some books have one column of words alone.
    if !column("description").isThere, column("remark").isThere {
      columns["description"] = columns["remark"]
      columns["remark"] = .missing(like: column("remark"))
    }
    for name in ["date", "description", "in", "out"] where !column(name).isThere {
      throw .importColumnMissing(
        column(name), file: file, line: header.line,
        found: header.headings.map(\.text).filter { !$0.isEmpty })
    }
  }

  private func column(_ name: String) -> CSVColumn {
    columns[name] ?? CSVColumn(names: [name], index: nil)
  }

  // MARK: - The whole

  mutating func sheet() throws(LedgerError) -> CashSheet {
    settleWritings()
    for title in header.titles { readTitle(title.text, title.line) }
    var scanner = header.rowsBelow
    while let next = scanner.next() {
      switch next {
      case .row(let row): try read(row)
      case .fault(let fault): problems.append(fault.error(in: file))
      }
    }
    guard problems.isEmpty else { throw .importRefused(file: file, problems: problems) }
    guard let month else { throw .cashBookWithoutMonth(file: file) }
    let opening = if let opening { opening } else { try impliedOpening() }
    let closing = try opening.balance + received - paid
    return CashSheet(
      file: file, month: month, opening: opening, rows: try balanced(from: opening.balance),
      received: received, paid: paid, closing: closing, leftOutRows: leftOut, mistakes: mistakes,
      opensWithBothSides: opensWithBothSides, feet: feet)
  }

  /// Without a row for it, what the first balance and its amount leave.
  private func impliedOpening() throws(LedgerError) -> CashSheet.Opening {
    guard let first = rows.first, let balance = printed.first.flatMap(\.self) else {
      return CashSheet.Opening(line: nil, received: .zero, paid: .zero, balance: .zero)
    }
    let before = try balance - first.received + first.paid
    return CashSheet.Opening(line: nil, received: before, paid: .zero, balance: before)
  }

  /// The rows with their balances; those that are printed otherwise are named. A mistake that the
  /// rows below carry on is one.
  private mutating func balanced(from start: Rupiah) throws(LedgerError) -> [CashSheet.Row] {
    var balance = start
    var before: Rupiah? = start
    var carrying: Int?
    var found: [CashSheet.Row] = []
    for (index, row) in rows.enumerated() {
      balance = try balance + row.received - row.paid
      let shown = printed[index]
      let carried = try before.map { before throws(LedgerError) in
        try before + row.received - row.paid
      }
      if let shown, shown != balance {
        if let carrying, shown == carried {
          mistakes[carrying].carriedTo = row.line
        } else {
          carrying = mistakes.count
          mistakes.append(
            CashSheetMistake(
              .balance, file, row.line, .balance, label: row.description, printed: shown,
              right: balance))
        }
      }
      before = shown ?? carried
      found.append(row.with(balance: balance))
    }
    mistakes.sort { $0.line < $1.line }
    return found
  }

  // MARK: - Cells

  /// How the columns of money are written: with points as in Indonesia unless the cells prove
  /// commas.
  private mutating func settleWritings() {
    for name in ["in", "out", "balance"] {
      guard let index = column(name).index else { continue }
      var isPoint = false
      var scanner = header.rowsBelow
      while let next = scanner.next() {
        guard case .row(let row) = next, let cell = AmountCell(row.textIfAny(index)) else {
          continue
        }
        if cell.evidence == .only(.point) { isPoint = true }
      }
      columns[name]?.amounts = isPoint ? .point : .comma
    }
  }

  private mutating func cells(of row: CSVRow) -> Cells {
    var reader = RowReader(row, file: file)
    var worded = RowReader(row, file: file)
    let amounts = ["in", "out", "balance"].map { name -> Rupiah? in
      let column = column(name)
      guard let index = column.index, row.textIfAny(index).contains(where: \.isNumber) else {
        return nil
      }
      let words = row.textIfAny(index).lowercased().filter(\.isLetter)
      return ["", "rp", "idr"].contains(words)
        ? reader.optionalAmount(column) : worded.optionalAmount(column)
    }
    problems += reader.problems
    // Place and day of signing may stand in a column of money; beside money nothing may.
    if amounts.contains(where: { $0 != nil }) { problems += worded.problems }
    let texts = row.cells.indices.map { row.text($0) }
    let money = Set(["in", "out", "balance"].compactMap { column($0).index })
    let label = texts.indices.filter { !money.contains($0) }.map { texts[$0] }.first {
      $0.contains(where: \.isLetter)
    }
    func text(_ name: String) -> String { column(name).index.map { row.textIfAny($0) } ?? "" }
    return Cells(
      row: row, date: text("date"), label: label ?? "",
      texts: ["description", "voucher", "remark"].map(text), received: amounts[0],
      paid: amounts[1], balance: amounts[2])
  }

  private mutating func read(_ row: CSVRow) throws(LedgerError) {
    let cells = cells(of: row)
    let line = row.position.line
    let (received, paid) = (cells.received ?? .zero, cells.paid ?? .zero)
    if let kind = CashSheet.Foot.Kind(label: cells.label) {
      feet.append(
        CashSheet.Foot(
          kind: kind, line: line, label: cells.label, received: cells.received, paid: cells.paid,
          balance: cells.balance))
    } else if rows.isEmpty, opening == nil, isOpening(cells) {
      open(cells, line)
    } else if received.isZero, paid.isZero {
      leaveOut(cells, line)
    } else if received.isNegative || paid.isNegative {
      problems.append(
        .amountNotPositive(received.isNegative ? received : paid).at(
          row.place(column(received.isNegative ? "in" : "out").index, in: file)))
    } else if received.isPositive, paid.isPositive {
      let names = ["in", "out"].map { column($0).heading ?? $0 }
      problems.append(
        .importBothSides(names[0], names[1]).at(row.place(column("out").index, in: file)))
    } else {
      try append(cells, line, received, paid)
    }
  }

  // MARK: - Rows

  private func isOpening(_ cells: Cells) -> Bool {
    let words = CashText.words(cells.label)
    let isNamed =
      words.contains("pindahan") || words.contains("forward")
      || !Set(words).isDisjoint(with: ["saldo", "sisa", "kas", "balance"])
        && !Set(words).isDisjoint(with: ["awal", "lalu", "per", "opening"])
    return isNamed || cells.received?.isPositive == true && cells.paid?.isPositive == true
  }

  private mutating func open(_ cells: Cells, _ line: Int) {
    let received = cells.received ?? cells.balance ?? .zero
    let paid = cells.paid ?? .zero
    do throws(LedgerError) {
      let balance = try received - paid
      opening = CashSheet.Opening(line: line, received: received, paid: paid, balance: balance)
      opensWithBothSides = cells.paid != nil
      noteImpossibleDays(cells.label, line)
      if let shown = cells.balance, shown != balance {
        mistakes.append(
          CashSheetMistake(
            .opening, file, line, .balance, label: cells.label, printed: shown, right: balance))
      }
    } catch {
      problems.append(error.at(cells.row.place(nil, in: file)))
    }
  }

  private mutating func leaveOut(_ cells: Cells, _ line: Int) {
    let text = SheetHeader.text(of: cells.row)
    let heading = header.headings.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    guard text.contains(where: \.isLetter), text != heading else { return }
    leftOut.append(CashSheet.LeftOutRow(line: line, text: text))
    readTitle(text, line)
  }

  private mutating func append(
    _ cells: Cells, _ line: Int, _ received: Rupiah, _ paid: Rupiah
  ) throws(LedgerError) {
    let place = cells.row.place(column("date").index, in: file)
    if cells.date.contains(where: \.isNumber) {
      do throws(LedgerError) {
        let read = try CashDay(cells.date, of: month)
        if read.isBeyondMonth { note(.dayBeyond, line, cells, printed: cells.date, read.date) }
        if month == nil { month = read.date.month }
        if read.date.month != month {
          note(.dayOutside, line, cells, printed: cells.date, read.date)
        }
        if let day, read.date < day {
          note(.dayBackwards, line, cells, printed: cells.date, read.date)
        }
        day = read.date
      } catch {
        problems.append(error.at(place))
        return
      }
    }
    guard let day else {
      problems.append(LedgerError.cashBookDayMissing().at(place))
      return
    }
    for text in cells.texts where !text.isEmpty && !text.isPrintable {
      problems.append(LedgerError.noteUnacceptable(text).at(place))
    }
    try self.received += received
    try self.paid += paid
    printed.append(cells.balance)
    rows.append(
      CashSheet.Row(
        line: line, date: day, description: cells.texts[0],
        voucher: cells.texts[1].isEmpty ? nil : cells.texts[1],
        remark: cells.texts[2].isEmpty ? nil : cells.texts[2], received: received, paid: paid,
        balance: .zero))
  }

  private mutating func note(
    _ kind: CashSheetMistake.Kind, _ line: Int, _ cells: Cells, printed: String, _ date: BookDate
  ) {
    mistakes.append(
      CashSheetMistake(
        kind, file, line, label: cells.texts[0], printed: printed, right: date.description))
  }

  /// What a title says of the month.
  private mutating func readTitle(_ text: String, _ line: Int) {
    if month == nil, rows.isEmpty { month = Self.named(in: text).first?.month }
    noteImpossibleDays(text, line)
  }

  /// Names days that their month does not have.
  private mutating func noteImpossibleDays(_ text: String, _ line: Int) {
    for (month, day) in Self.named(in: text) {
      guard let day, (month.dayCount + 1..<32).contains(day) else { continue }
      mistakes.append(
        CashSheetMistake(
          .dayBeyond, file, line, label: text, printed: "\(day) \(month.name.indonesian)",
          right: month.lastDay.description))
    }
  }

  /// The months that a text names with their year, and the day before each.
  private static func named(in text: String) -> [(month: BookMonth, day: Int?)] {
    let words = CashText.words(text)
    return zip(words.indices, words).compactMap { index, word in
      guard let number = CashText.month(word), index + 1 < words.count,
        words[index + 1].count == 4, let year = Int(words[index + 1]),
        let month = try? BookMonth(year: year, month: number)
      else { return nil }
      return (month, index > 0 ? Int(words[index - 1]) : nil)
    }
  }
}

extension CashSheet.Row {
  /// The same row with the balance after it.
  fileprivate func with(balance: Rupiah) -> CashSheet.Row {
    CashSheet.Row(
      line: line, date: date, description: description, voucher: voucher, remark: remark,
      received: received, paid: paid, balance: balance)
  }
}

extension CashSheet.Foot.Kind {
  /// What a row adds up by its label; nil for one that adds nothing up.
  fileprivate init?(label: String) {
    let words = CashText.words(label)
    guard let first = words.first, ["jumlah", "total", "transaksi", "jml", "sum"].contains(first)
    else { return nil }
    let text = words.joined()
    if text.contains("bulanlalu") || text.contains("sebelumnya") {
      self = .before
    } else if text.contains("sampai") || text.contains("sdbulanini") || first == "total" {
      self = .toDate
    } else if text.contains("bulanini") || SheetWords.saysSum(label) {
      self = .month
    } else {
      return nil
    }
  }
}
