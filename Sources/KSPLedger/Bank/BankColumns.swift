import KSPCore

/// The columns of a bank statement, and how a row of it is read: one signed amount, perhaps with a
/// mark beside it, or two columns, in which the bank debits what goes out.
struct BankColumns {
  /// A row: its line, or none where it says only a balance.
  typealias Row = (row: CSVRow, date: BookDate, line: BankLine?, balance: Rupiah)

  let date, balance: CSVColumn
  private let description, amount, debit, credit, mark: CSVColumn

  init(_ sheet: Sheet) {
    date = sheet.column("date")
    balance = sheet.column("balance")
    description = sheet.column("description")
    amount = sheet.column("amount")
    debit = sheet.column("debit")
    credit = sheet.column("credit")
    mark = sheet.column("mark")
  }

  var needed: [CSVColumn] {
    let amounts = debit.isThere || credit.isThere ? [debit, credit] : [amount]
    return [date, description] + amounts + [balance]
  }

  func read(_ cells: inout RowReader) -> Row? {
    let day = cells.date(date)
    let balance = cells.amount(balance)
    let text = cells.optionalText(description)
    let moved = moved(&cells)
    guard let day, let balance, cells.problems.isEmpty else { return nil }
    guard let moved, !moved.isZero else { return (cells.row, day, nil, balance) }
    let line = BankLine(
      number: cells.row.position.line, date: day, amount: moved, description: text ?? "–",
      balance: balance)
    return (cells.row, day, line, balance)
  }

  private func moved(_ cells: inout RowReader) -> Rupiah? {
    guard debit.isThere || credit.isThere else {
      guard let amount = cells.optionalAmount(amount) else { return nil }
      let isOut = cells.optionalValue(mark, Self.isOut) ?? false
      return isOut && amount.isPositive ? try? amount.negated() : amount
    }
    let sides = [cells.optionalAmount(debit), cells.optionalAmount(credit)].map { $0 ?? .zero }
    guard sides[0].isZero || sides[1].isZero else {
      let names = [debit, credit].map { $0.heading ?? $0.names[0] }
      cells.refuse(.importBothSides(names[0], names[1]), at: credit)
      return nil
    }
    // Some banks write what goes out with a sign as well.
    guard sides[1].isZero else { return sides[1] }
    return sides[0].isPositive ? try? sides[0].negated() : sides[0]
  }

  private static func isOut(_ word: String) throws(LedgerError) -> Bool {
    switch word.lowercased() {
    case "d", "db", "dr", "debet", "debit", "keluar": true
    case "k", "c", "cr", "kr", "kredit", "credit", "masuk": false
    default: throw .importWordUnknown(word, known: ["D/DB/debet", "K/CR/kredit"])
    }
  }
}
