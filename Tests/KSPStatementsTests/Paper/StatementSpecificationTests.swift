import Foundation
import KSPStatements
import Testing

/// Statements with sections, and the papers of programs that embed the book.
@Suite struct StatementSpecificationTests {
  struct Line {
    let code: String
    let name: String
    let amount: Rupiah
  }

  static var income: StatementSpecification<Line> {
    StatementSpecification(
      "test.income/1", title: "PERHITUNGAN HASIL USAHA", lines: "accounts",
      columns: [
        .data("code") { .text($0.code) }, .left("name", "Keterangan", 30) { .text($0.name) },
        .sum("amount", "Rp", 14) { .amount($0.amount) },
      ],
      parts: [
        .section("revenue", heading: "Pendapatan", total: "Jumlah pendapatan") {
          $0.code.hasPrefix("4")
        },
        .section("expenses", heading: "Beban", total: "Jumlah beban") { $0.code.hasPrefix("5") },
        .result("surplus", "Sisa hasil usaha", adding: ["revenue"], subtracting: ["expenses"]),
        .section("tax", heading: "Pajak", total: "Jumlah pajak") { $0.code.hasPrefix("6") },
        .result("net", "Sesudah pajak", adding: ["surplus"], subtracting: ["tax"]),
      ])
  }

  static let lines = [
    Line(code: "5-1", name: "Beban jasa", amount: 300_000),
    Line(code: "4-1", name: "Jasa pinjaman", amount: 1_000_000),
    Line(code: "4-2", name: "Denda", amount: 50_000),
    Line(code: "6-1", name: "PPh", amount: 3_750),
  ]

  private func written(_ format: OutputFormat, _ lines: [Line] = lines) -> String {
    var output = TextOutput()
    ReportStyle(format).write(Self.income.report(of: lines), into: &output)
    return output.string
  }

  @Test func sectionsHaveTheirSumsAndResultsFollowFromThem() {
    let rows = written(.text).split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.allSatisfy { $0 == "-" } }
    #expect(
      rows == [
        "PERHITUNGAN HASIL USAHA", "Pendapatan", "Keterangan Rp", "Jasa pinjaman 1.000.000",
        "Denda 50.000", "Jumlah pendapatan 1.050.000", "Beban", "Keterangan Rp",
        "Beban jasa 300.000", "Jumlah beban 300.000", "Sisa hasil usaha 750.000", "Pajak",
        "Keterangan Rp", "PPh 3.750", "Jumlah pajak 3.750", "Sesudah pajak 746.250",
      ])
  }

  @Test func jsonNestsLinesAndSumsInTheirSection() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(written(.json).utf8)) as? [String: Any])
    let sections = try #require(object["sections"] as? [[String: Any]])
    #expect(
      sections.map { $0["name"] as? String } == [
        "revenue", "expenses", "surplus", "tax", "net",
      ])
    #expect(
      sections.map { $0["total"] as? String } == [
        "1050000", "300000", "750000", "3750", "746250",
      ])
    #expect((sections[0]["accounts"] as? [[String: String]])?.map { $0["code"] } == ["4-1", "4-2"])
    #expect((sections[2]["accounts"] as? [Any])?.isEmpty == true)
  }

  @Test func csvHasARowForEachLineWithItsSection() {
    #expect(
      SmallCSVParser.rows(written(.csv)) == [
        ["section", "code", "name", "amount"], ["revenue", "4-1", "Jasa pinjaman", "1000000"],
        ["revenue", "4-2", "Denda", "50000"], ["expenses", "5-1", "Beban jasa", "300000"],
        ["tax", "6-1", "PPh", "3750"],
      ])
  }

  @Test func pagesAreWellFormed() throws {
    let html = written(.html)
    #expect(html.contains("Sisa hasil usaha") && html.contains("750.000"))
    #expect(throws: Never.self) { try MarkupReader.read(html) }
  }

  /// Sums that leave the countable range are shown as such and never wrong.
  @Test func sumsBeyondTheRangeAreNotHidden() throws {
    let huge = [
      Line(code: "4-1", name: "A", amount: Rupiah(sen: Int64.max)),
      Line(code: "4-2", name: "B", amount: Rupiah(sen: Int64.max)),
    ]
    #expect(written(.text, huge).contains("…"))
    #expect(written(.json, huge).contains("\"total\":\"…\""))
  }

  @Test func aStatementGainsWhatItDoesNotSayAndLosesNothing() {
    let report = Report(
      "test.paper/1", title: "KERTAS", data: ["member": .text("Ayu"), "balance": .amount(5)],
      rows: ReportRows(["balance"], [[.amount(5)]]), blocks: []
    ).statement(
      member: "Wayan", memberNumber: "0002", known: Knowledge(event: 7, entry: nil, isEntry: false))
    var output = TextOutput()
    ReportStyle(.json).write(report, into: &output)
    #expect(
      output.string == """
        {"schema":"test.paper/1","member":"Ayu","balance":"5","memberNumber":"0002","known":7,\
        "currency":"IDR"}

        """)
  }
}
