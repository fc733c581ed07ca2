import KSPStatements
import KSPTestSupport
import Testing

/// Where pages break: nothing stands alone that belongs to something else.
@Suite struct PageBreakTests {
  /// Every paper, on either sheet, in both languages, with long names.
  private static func sheets(
    _ paper: Paper, _ language: Language
  ) throws -> [(name: String, page: MarkupReader.Node)] {
    var style = ReportStyle(.html, language: language, cooperative: Samples.awkward)
    style.address = Samples.awkward
    style.place = "Pangkalpinang"
    style.paper = paper
    return try RenderingTests.documents(style).flatMap { name, html in
      try MarkupReader.read(html).all("section").map { (name, $0) }
    }
  }

  @Test(arguments: Paper.allCases, Language.allCases)
  func noPageHoldsSignaturesAlone(paper: Paper, language: Language) throws {
    var signed = 0
    for (name, page) in try Self.sheets(paper, language) {
      let pieces = page.elements.filter { !["footer", "header"].contains($0.name) }
      guard pieces.contains(where: { $0.classes == "signatures" }) else { continue }
      signed += 1
      let others = pieces.filter { !["signatures", "running"].contains($0.classes) }
      #expect(!others.isEmpty, "\(name)")
    }
    #expect(signed > 40)
  }

  @Test(arguments: Paper.allCases, Language.allCases)
  func noHeadingStandsAtTheFootOfAPage(paper: Paper, language: Language) throws {
    var headings = 0
    for (name, page) in try Self.sheets(paper, language) {
      let pieces = page.elements.filter { $0.name != "footer" }
      headings += pieces.count { $0.name == "h2" }
      #expect(pieces.last?.name != "h2", "\(name): \(page.text)")
    }
    #expect(headings > 40)
  }

  /// A table of a few rows is on one page, with its titles and its sums.
  @Test(arguments: Paper.allCases, 1...8)
  func aShortTableStaysWhole(paper: Paper, rows: Int) throws {
    var style = ReportStyle(.html)
    style.paper = paper
    for above in 0..<50 {
      let table = ReportTable(
        Array(1...rows),
        [
          ReportColumn<Int>.left("name", "Nama", 30) { .text("Anggota \($0)") },
          .sum("amount", "Jumlah", 14) { .count($0) },
        ]
      ).total("Jumlah")
      let report = Report(
        "test.paper/1", title: "KERTAS", data: [:], rows: ReportRows([], []),
        blocks: (0..<above).map { .note("Baris \($0)") } + [
          .heading("Tabel"), .table(table), .verdict("Cocok."),
          .signatures([Report.Signature(role: "Ketua,")], printedOnly: true),
        ])
      var output = TextOutput()
      style.write(report, into: &output)
      let pages = try MarkupReader.read(output.string).all("section")
      let holding = pages.filter { !$0.all("table").isEmpty }
      #expect(holding.count == 1, "\(above)")
      #expect(
        holding[0].all("h2").count == 1 && holding[0].all("tbody")[0].all("tr").count == rows + 1)
      // What is said of the table, and who signs it, stand below it.
      #expect(holding[0].text.contains("Cocok.") && holding[0].text.contains("Ketua,"), "\(above)")
    }
  }

  /// Where a name needs room, columns that hold little give it theirs.
  @Test func aNameTakesTheRoomOfItsNeighbours() throws {
    func lines(_ code: String) throws -> [String] {
      let table = ReportTable(
        [Samples.awkward],
        [
          ReportColumn<String>.left("name", "Nama", 14) { .text($0) },
          .left("code", "Kode", 40) { _ in .text(code) },
          .right("amount", "Jumlah", 14) { _ in .count(1) },
        ])
      var output = TextOutput()
      ReportStyle(.html).write(
        Report(
          "test.paper/1", title: "KERTAS", data: [:], rows: ReportRows([], []),
          blocks: [.table(table)]), into: &output)
      return output.string.matches(of: /<col style="width:([0-9.]+)mm"/).map { String($0.1) }
    }
    let widths = try lines("A").compactMap(Double.init)
    #expect(widths.count == 3 && abs(widths.reduce(0, +) - 180) < 0.2)
    #expect(widths[0] > widths[1])
    // A column that nothing stands in is to be filled in by hand.
    let blank = try lines("").compactMap(Double.init)
    #expect(blank[1] > 1.2 * widths[1])
  }
}
