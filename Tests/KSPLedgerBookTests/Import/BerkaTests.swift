import Foundation
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// 28,205 real bank transactions of 1993, through the public import, against sums computed from
/// the file without the library.
@Suite struct BerkaTests {
  struct Row {
    let id: String
    let account: Int
    let date: String
    let type: String
    let kind: String
    let sen: Int64
  }

  static func rows() throws -> [Row] {
    let url = packageFolder.appendingPathComponent("Tests/Data/berka/trans-1993.asc")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.replacingOccurrences(of: "\"", with: "") }
      let money = cells[5].split(separator: ".")
      let fraction = money.count > 1 ? Int64((money[1] + "00").prefix(2)) ?? 0 : 0
      let day = cells[2]
      return Row(
        id: cells[0], account: Int(cells[1]) ?? 0,
        date: "19\(day.prefix(2))-\(day.dropFirst(2).prefix(2))-\(day.suffix(2))",
        type: cells[3], kind: cells[7].trimmingCharacters(in: .whitespaces),
        sen: (Int64(money[0]) ?? 0) * 100 + fraction)
    }
  }

  static func signed(_ row: Row) -> Int64 { row.type == "PRIJEM" ? row.sen : -row.sen }

  static func csv(_ rows: [Row]) -> String {
    var text = "date,member,product,type,amount,reference\n"
    for row in rows {
      let type = row.type != "PRIJEM" ? "withdrawal" : row.kind == "UROK" ? "interest" : "deposit"
      text += "\(row.date),\(row.account),sukarela,\(type),\(Rupiah(sen: row.sen)),\(row.id)\n"
    }
    return text
  }

  static func book(_ folder: TestFolder, _ rows: [Row], overdraft: Rupiah) throws -> Ledger {
    let ledger = try createBook(folder, first: "1993-01")
    var terms = SavingsTerms(effectiveFrom: try month("1993-01"), overdraftLimit: overdraft)
    terms.interest = nil
    try ledger.setSavingsTerms(of: "sukarela", terms)
    let members = Set(rows.map(\.account)).sorted()
    let csv = members.map { "\($0),Nasabah \($0),1993-01-01\n" }.joined()
    let report = try ledger.importMembers(csv: "number,name,joined\n" + csv, file: "members.csv")
    #expect(report.stored == members.count)
    return ledger
  }

  @Test func withoutOverdraftTheImportNamesTheRows() throws {
    let rows = try Self.rows()
    let folder = try TestFolder()
    let ledger = try Self.book(folder, rows, overdraft: .zero)
    var balances: [Int: Int64] = [:]
    var refused: [String] = []
    for row in rows.enumerated().sorted(by: {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }).map(\.element) {
      let after = balances[row.account, default: 0] + Self.signed(row)
      if after < 0 && Self.signed(row) < 0 {
        refused.append("t.csv:\((rows.firstIndex { $0.id == row.id } ?? 0) + 2)")
      } else {
        balances[row.account] = after
      }
    }
    do {
      _ = try ledger.importTransactions(csv: Self.csv(rows), file: "t.csv")
      Issue.record("the import should have been refused")
    } catch {
      #expect(error.code == .importRefused)
      #expect(error.details.allSatisfy { $0.code == .overdraft })
      let named = error.details.compactMap { problem in
        problem.place.map { "\($0.file):\($0.line)" }
      }
      #expect(named.sorted() == refused.sorted())
      #expect(!named.isEmpty)
    }
    #expect(try ledger.status().entries == 0)
  }

  @Test func withOverdraftEverythingAgrees() throws {
    let rows = try Self.rows()
    #expect(rows.count == 28_205)
    let folder = try TestFolder()
    let ledger = try Self.book(folder, rows, overdraft: 1_000_000_000)
    let csv = Self.csv(rows)
    #expect(try ledger.importTransactions(csv: csv, file: "t.csv").stored == rows.count)
    let again = try ledger.importTransactions(csv: csv, file: "t.csv")
    #expect(again.stored == 0)
    #expect(again.alreadyStored == rows.count)

    var balances: [Int: Int64] = [:]
    var months: [String: (count: Int, credit: Int64, debit: Int64)] = [:]
    for row in rows {
      balances[row.account, default: 0] += Self.signed(row)
      let key = "\(row.account)/\(row.date.prefix(7))"
      let old = months[key] ?? (0, 0, 0)
      let change = Self.signed(row)
      months[key] = (old.count + 1, old.credit + max(change, 0), old.debit - min(change, 0))
    }
    var seen: [String: (count: Int, credit: Int64, debit: Int64)] = [:]
    var accounts = 0
    let year = try BookPeriod(from: day("1993-01-01"), through: day("1993-12-31"))
    try ledger.statements(period: year) { statement in
      accounts += 1
      let number = Int(statement.heading.memberNumber?.text ?? "") ?? 0
      #expect(statement.closing.sen == balances[number])
      for line in statement.lines {
        let key = "\(number)/\(line.bookDate.month)"
        let old = seen[key] ?? (0, 0, 0)
        seen[key] = (old.count + 1, old.credit + line.credit.sen, old.debit + line.debit.sen)
      }
    }
    #expect(accounts == 1_139)
    #expect(seen.count == months.count)
    for (key, value) in months {
      #expect(seen[key] ?? (0, 0, 0) == value, "\(key)")
    }
    #expect(try ledger.verify().isOK)
    try checkWithHledger(ledger, folder)
  }

  private func checkWithHledger(_ ledger: Ledger, _ folder: TestFolder) throws {
    let tool = "/usr/bin/hledger"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("hledger is not installed: the export was not checked by it")
      return
    }
    var export = HledgerExport()
    var output = TextOutput()
    export.header(accounts: try ledger.chart(), into: &output)
    try ledger.entries { entry in export.append(entry, into: &output) }
    let file = folder.file("book.journal")
    try output.string.write(toFile: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-f", file, "check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
