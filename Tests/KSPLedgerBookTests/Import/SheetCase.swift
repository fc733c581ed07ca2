import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A made sheet of the folder `Sheets`, and how it is to be read or refused.
struct SheetCase: Sendable, CustomTestStringConvertible {
  enum List: Sendable { case members, opening, transactions, payroll, loans }

  /// The fault that it stands for.
  let fault: String
  let file: String
  let list: List
  var ignoring: [String] = []
  var assignsNumbers = false
  var terms = PayrollTerms()
  /// What is in the book afterwards; empty for a sheet that is refused.
  var stored: [String] = []
  /// The refusals, by line and code; empty for a sheet that is read.
  var refused: [String] = []
  /// What the understanding says, as far as it matters here.
  var says: [String] = []

  var testDescription: String { "\(fault) \(file) \(ignoring.joined(separator: ","))" }

  func text() throws -> SheetText {
    let url = packageFolder.appendingPathComponent("Tests/KSPLedgerBookTests/Import/Sheets/\(file)")
    return try SheetText(Array(Data(contentsOf: url)), file: file)
  }

  /// What the book holds after the sheet, and what was said before it was stored.
  func run() throws -> (stored: [String], said: [String]) {
    let folder = try TestFolder()
    let ledger = try Self.book(folder, for: list)
    var way = ImportWay()
    way.ignoring = ignoring
    way.assignsNumbers = assignsNumbers
    var said: [String] = []
    way.understood = { said += Self.words($0) }
    let opening = try day("2025-12-31")
    let stored: [String]
    switch list {
    case .members:
      let report = try ledger.importMembers(text(), way)
      said += report.warnings.map(\.english)
      stored = try ledger.members().map(\.member).map {
        "\($0.number) \($0.profile.name) \($0.joinedOn)"
      }
    case .opening:
      let report = try ledger.importOpeningBalances(text(), on: opening, way)
      stored = try Self.savings(ledger) + ["difference \(report.openingDifference ?? -1)"]
    case .transactions:
      _ = try ledger.importTransactions(text(), way)
      stored = try (1...(try ledger.status().entries)).map { number in
        let entry = try ledger.entry(EntryNumber(Int64(number)))
        let legs = entry.legs.map { "\($0.account) \($0.amount)" }
        return "\(entry.bookDate) \(entry.kind.rawValue) \(legs.joined(separator: " "))"
      }
    case .payroll:
      let report = try ledger.importPayroll(text(), on: day("2026-01-15"), terms, way)
      stored =
        report.rows.map { "\($0.loan) \($0.receipt.amount)" }
        + report.deposits.map { "\($0.member)/\($0.product) \($0.amount)" }
    case .loans:
      _ = try ledger.importLoans(text(), on: opening, way)
      stored = try ledger.loanRegister(asOf: opening).rows.map {
        "\($0.loan.number) \(try ledger.loan($0.loan.number, asOf: opening).loan.terms.plan.rate)"
      }
    }
    guard try ledger.verify().isOK else { return (["verify fails"], said) }
    return (stored, said)
  }

  private static func savings(_ ledger: Ledger) throws -> [String] {
    try ledger.members().flatMap { summary in
      summary.savings.map { "\(summary.member.number)/\($0.product) \($0.balance)" }
    }
  }

  /// Columns that were not taken, readings, rows left out, warnings: a line for each.
  private static func words(_ sheet: SheetUnderstanding) -> [String] {
    var words = ["\(sheet.encoding.name) \(sheet.separator == "\t" ? "tab" : "\(sheet.separator)")"]
    words.append("headings \(sheet.headingLine)")
    for column in sheet.columns {
      switch column.use {
      case .taken(let name, _): words.append("\(column.heading) is \(name)")
      case .counter: words.append("\(column.heading) counts")
      case .empty: words.append("\(column.heading) is empty")
      case .leftOut(let example): words.append("\(column.heading) left out: \(example.text)")
      case .ignored: words.append("\(column.heading) ignored")
      }
    }
    words += sheet.readings.map {
      "\($0.heading): \($0.manner.english): \($0.example.text) = \($0.value.english)"
    }
    words += sheet.leftOutRows.map { "line \($0.line): \($0.reason.rawValue)" }
    words.append("\(sheet.blankRows) blank")
    return words + sheet.warnings.map(\.english)
  }

  /// Three members; for payroll lists also one loan of 0001 and two of 0002.
  private static func book(_ folder: TestFolder, for list: List) throws -> Ledger {
    let ledger = try makeBook(folder)
    guard list != .members else { return ledger }
    let names = ["Siti Aminah", "Budi Santoso", "Citra Dewi"]
    for (index, name) in names.enumerated() {
      _ = try ledger.addMember(
        NewMember(
          number: "000\(index + 1)", profile: MemberProfile(name: name),
          joinedOn: day("2020-01-01")))
    }
    guard list == .payroll else { return ledger }
    try ledger.setSavingsTerms(
      of: "wajib", SavingsTerms(effectiveFrom: month("2026-01"), monthlyDue: 25_000))
    let rows = [("PJ-1", "0001"), ("PJ-2", "0002"), ("PJ-3", "0002")].map {
      "\($0.0),\($0.1),flat,1200000,2025-12-15,12,1200000,0\n"
    }
    _ = try ledger.importLoans(
      csv: "number,member,product,principal,disbursed,term,outstanding,interest_arrears\n"
        + rows.joined(), file: "p.csv", on: day("2025-12-31"))
    return ledger
  }
}
