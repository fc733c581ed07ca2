import KSPCore
import KSPTestSupport
import Testing

/// A chart of accounts from a file: nothing in it gets lost without a word.
@Suite struct ChartCSVTests {
  private static let header = "code,name,type,postable"

  private func problems(_ csv: String) -> [String] {
    let error = refused { try ChartOfAccounts(csv: csv, file: "akun.csv") }
    #expect(error?.code == .importRefused)
    return (error?.details ?? []).map { "\($0.place?.description ?? "") \($0.code)" }
  }

  @Test func aColumnThatIsNotKnownIsRefusedAtItsPlace() throws {
    #expect(
      problems("kode,nama,golongan,dibukukan,catatan\n1,Kas,asset,ya,laci\n")
        == ["akun.csv:1:30 import.columnUnknown"])
    let error = refused {
      try ChartOfAccounts(csv: "\(Self.header),may-be-negative\n", file: "akun.csv")
    }
    let problem = try #require(error?.details.first)
    for text in [problem.message.indonesian, problem.message.english] {
      #expect(text.contains("“may-be-negative”") && text.contains("may_be_negative / boleh_minus"))
    }
    #expect(problem.place?.excerpt == "\(Self.header),may-be-negative")
  }

  @Test func everyColumnThatIsNotKnownIsNamed() {
    #expect(
      problems("cod,name,type,postable,,x\n") == [
        "akun.csv:1:1 import.columnMissing", "akun.csv:1:1 import.columnUnknown",
        "akun.csv:1:24 import.columnUnknown", "akun.csv:1:25 import.columnUnknown",
      ])
  }

  /// Both names of one column: one of the two would be dropped.
  @Test func aColumnUnderBothOfItsNamesIsRefused() {
    #expect(problems("\(Self.header),kode\n") == ["akun.csv:1:25 import.unreadable"])
  }

  /// The chart of a running book; somebody's own column of balances is no part of a chart.
  @Test func onlyWhatARunningBookWritesMayStandThereBesides() throws {
    let lines = ChartOfAccounts.standardCSV.split(separator: "\n")
    func chart(_ columns: String) -> String {
      lines.enumerated().map { $0.element + ($0.offset == 0 ? "," + columns : ",0,") }
        .joined(separator: "\n")
    }
    #expect(
      try ChartOfAccounts(csv: chart("balance,closed"), file: "x") == ChartOfAccounts.standard())
    let errors = problems(chart("saldo,ditutup"))
    #expect(errors.count == 2 && errors.allSatisfy { $0.hasSuffix("import.columnUnknown") })
  }

  @Test func allKnownColumnsUnderEitherNameAreRead() throws {
    let standard = try ChartOfAccounts.standard()
    #expect(try ChartOfAccounts(csv: ChartOfAccounts.standardCSV, file: "x") == standard)
    var lines = ChartOfAccounts.standardCSV.split(separator: "\n", omittingEmptySubsequences: false)
    let indonesian = [
      "code": "kode", "name": "nama", "name_en": "nama_en", "type": "golongan", "parent": "induk",
      "postable": "dibukukan", "role": "peran", "line": "baris", "contra": "kontra",
      "cash": "kas", "may_be_negative": "boleh_minus", "cell": "sel",
    ]
    lines[0] = Substring(
      lines[0].split(separator: ",").map { indonesian[String($0)] ?? "?" }.joined(separator: ","))
    #expect(try ChartOfAccounts(csv: lines.joined(separator: "\n"), file: "x") == standard)
  }
}
