import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The financial statements on the command line, whose JSON other programs rely on.
@Suite struct StatementCommandTests {
  private func book() throws -> TestFolder {
    let folder = try CommandTests.prepared()
    let pay = try CommandTests.ksp(
      folder, "pay", "25.000", "--for", "Toko", "--account", "5-2100", "--date", "2026-01-07",
      "--memo", "ATK", "--yes")
    #expect(pay.status == 0, "\(pay.messages)")
    return folder
  }

  private func said(_ folder: TestFolder, _ arguments: String...) throws -> [String: Any] {
    let outcome = try CommandTests.run(folder, arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func names(_ object: [String: Any]) -> [String] {
    (object["sections"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  private func totals(_ object: [String: Any], _ key: String = "total") -> [String] {
    (object["sections"] as? [[String: Any]] ?? []).compactMap { $0[key] as? String }
  }

  @Test func theShapesAreAsPromised() throws {
    let folder = try book()
    let sheet = try said(folder, "balance-sheet", "--as-of", "2026-01-31")
    #expect(sheet["schema"] as? String == "ksp.balance-sheet/1")
    #expect(sheet["asOf"] as? String == "2026-01-31")
    #expect(sheet["previous"] as? String == "2025-01-31")
    #expect(sheet["balances"] as? Bool == true)
    #expect(names(sheet) == ["assets", "liabilities", "equity"])
    #expect(totals(sheet) == ["75000", "0", "75000"])
    #expect(totals(sheet, "previousTotal") == ["0", "0", "0"])
    let sections = try #require(sheet["sections"] as? [[String: Any]])
    let lines = try #require(sections[0]["lines"] as? [[String: Any]])
    #expect(lines.first?["code"] as? String == "1-1000")
    #expect(lines.first?["label"] as? String == "Kas")
    #expect(lines.first?["amount"] as? String == "75000")
    #expect(lines.first?["previous"] as? String == "0")

    let income = try said(folder, "income", "--year", "2026")
    #expect(income["schema"] as? String == "ksp.income/1")
    #expect(names(income) == ["income", "costs", "beforeTax", "tax", "shu"])
    #expect(totals(income) == ["0", "25000", "-25000", "0", "-25000"])

    let flow = try said(folder, "cash-flow", "--from", "2026-01-01", "--to", "2026-01-31")
    #expect(flow["schema"] as? String == "ksp.cash-flow/1")
    #expect(names(flow) == ["operating", "investing", "financing"])
    #expect(totals(flow) == ["-25000", "0", "100000"])
    #expect(flow["opening"] as? String == "0")
    #expect(flow["closing"] as? String == "75000")

    let equity = try said(folder, "equity-changes", "--year", "2026")
    #expect(equity["schema"] as? String == "ksp.equity-changes/1")
    #expect(names(equity) == ["equity"])
    #expect(totals(equity) + totals(equity, "previousTotal") == ["75000", "0"])
    #expect(equity["shu"] as? String == "-25000")
    #expect(equity["balances"] as? Bool == true)
  }

  @Test func indonesianNamesAreTheSameCommands() throws {
    let folder = try book()
    for (name, other) in [
      ("balance-sheet", "neraca"), ("balance-sheet", "posisi-keuangan"),
      ("income", "hasil-usaha"), ("equity-changes", "perubahan-ekuitas"),
      ("cash-flow", "arus-kas"),
    ] {
      let (first, second) = (
        try CommandTests.run(folder, [name]), try CommandTests.run(folder, [other])
      )
      #expect(first.status == 0 && first.output == second.output, "\(other)")
    }
    let unfolded = try CommandTests.ksp(folder, "neraca", "--akun", "--format", "csv")
    #expect(unfolded.output.hasPrefix("section,code,label,amount,previous"))
    #expect(unfolded.output.contains("equity,SHU,Pendapatan dikurangi beban,-25000,0"))
    // People see the line above its accounts, and sums that count it once.
    let lines = try CommandTests.ksp(folder, "neraca", "--akun").output.split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    let line = try #require(lines.firstIndex { $0.first == "3-3000" })
    #expect(lines[line].suffix(2) == ["-25.000", "0"])
    #expect(lines[line + 1].first == "SHU" && lines[line + 1].suffix(2) == ["-25.000", "0"])
    let total = try #require(lines.first { $0.starts(with: ["Jumlah", "ekuitas"]) })
    #expect(total.suffix(2) == ["75.000", "0"])
    #expect(lines.count { $0.first == "1-1000" } == 1)
  }

  @Test func whatCannotBeAPeriodIsSaid() throws {
    let folder = try book()
    for wrong in [
      ["income", "--year", "26"], ["income", "--from", "2026-01-01"],
      ["cash-flow", "--year", "2026", "--from", "2026-01-01", "--to", "2026-01-31"],
      ["equity-changes", "--year", "x"], ["balance-sheet", "--as-of", "2026-02-30"],
    ] {
      #expect(try CommandTests.run(folder, wrong).status == 64, "\(wrong)")
    }
  }

  /// Papers of hundreds of members take a while: what is posted meanwhile is on none of them.
  @Test func allPapersAreOfOneMoment() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let numbers = (1...300).map { MemberNumber("\(1000 + $0)") }
    for number in numbers { try ledger.join(number) }
    try ledger.close()
    let papers = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.program)
    process.arguments = [
      "statement", "all", "--per-member", "--from", "2026-01-01", "--to", "2026-01-31", "--book",
      folder.file(), "--lang", "en",
    ]
    process.standardOutput = papers
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // The first papers are there, and the pipe takes no more until they are read.
    let first = papers.fileHandleForReading.availableData
    let teller = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try teller.deposit(77_777, member: "1300", on: day("2026-01-20"))
    try teller.close()
    let rest = papers.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: first + rest, as: UTF8.self)
    #expect(process.terminationStatus == 0)
    #expect(text.contains("1300"))
    #expect(!text.contains("77.777"))
  }
}
