import Foundation
import KSPStatements
import KSPTestSupport
import Testing

/// Printed pages: well-formed, nothing unescaped, nothing lost between two pages, sums that agree.
@Suite struct PageTests {
  static func pages(_ statement: AccountStatement, _ paper: Paper = .a4) throws -> [StatementPage] {
    var style = ReportStyle(.html, cooperative: "KSP Maju Jaya")
    style.paper = paper
    let html = AccountStatementRenderer(style).string(statement)
    return try MarkupReader.read(html).all("section").map(StatementPage.init)
  }

  /// The largest number of plain lines that a page of A4 holds with all that belongs to them.
  static func onePage() throws -> Int {
    try #require((1...60).last { try pages(Samples.statement(lines: $0)).count == 1 })
  }

  @Test func aStatementOfOnePageAndOneOfARowMoreAreWrittenAsRecorded() throws {
    let full = try PageTests.onePage()
    var style = ReportStyle(.html, cooperative: "KSP Maju Jaya")
    style.legalNumber = "012/BH/XIV.5/2009"
    style.address = "Jl. Melati 3, Klaten"
    // The two lines below the name take two rows.
    for (name, lines) in [("one-page", full - 2), ("one-page-and-a-row", full - 1)] {
      try Golden.expect(
        AccountStatementRenderer(style).string(Samples.statement(lines: lines)),
        is: "statement-\(name).html")
    }
    style.paper = .a5
    style.sides = .inOut
    style.language = .english
    try Golden.expect(
      AccountStatementRenderer(style).string(Samples.statement()), is: "statement-a5.html")
  }

  @Test(arguments: Language.allCases)
  func everyDocumentIsWellFormedAndAsksForNothingFromOutside(language: Language) throws {
    var style = ReportStyle(.html, language: language, cooperative: Samples.awkward)
    style.address = Samples.awkward
    for paper in Paper.allCases {
      style.paper = paper
      for (name, html) in try RenderingTests.documents(style) {
        let document = try MarkupReader.read(html)
        #expect(!document.all("section").isEmpty, "\(name)")
        for word in ["<script", "<img", "<link", "http:", "https:", "url(", "@import"] {
          #expect(!html.contains(word), "\(name): \(word)")
        }
      }
    }
  }

  @Test func noNameOrMemoBecomesMarkup() throws {
    var random = SplitMix64(seed: 20_261_124)
    for round in 0..<200 {
      let name = randomText(&random)
      let memo = randomText(&random)
      let sample = try Samples.statement(lines: 1, memo: { _ in memo })
      let statement = try AccountStatement(
        heading: .init(
          account: sample.heading.account, title: Phrase(id: name, en: name), normalSide: .credit,
          memberNumber: "1", memberName: name),
        period: sample.period, known: sample.known, opening: sample.opening, lines: sample.lines,
        closing: sample.closing)
      let html = AccountStatementRenderer(ReportStyle(.html, cooperative: name)).string(statement)
      let page = try #require(try MarkupReader.read(html).all("section").first)
      #expect(page.all("dd").first?.text == visible(name), "round \(round)")
      #expect(page.all("header").first?.text == visible(name), "round \(round)")
      // The kind of the entry stands beside the memo.
      let said = page.all("tbody")[0].all("tr")[1].all("td")[2].text
      #expect(said == "Setoran – " + visible(memo), "round \(round)")
    }
  }

  @Test(arguments: Paper.allCases)
  func whatIsCarriedForwardIsWhatWasBroughtForwardAndTheLinesOfThePage(
    paper: Paper
  ) throws {
    var random = SplitMix64(seed: 7)
    let counts =
      [0, 1, 2] + (0..<20).map { _ in Int.random(in: 3...250, using: &random) } + [1_000]
    var broken = 0
    for count in counts {
      let isWordy = Bool.random(using: &random)
      let lengths = (0..<count).map { _ in Int.random(in: 0...60, using: &random) }
      let statement = try Samples.statement(
        lines: count,
        memo: { isWordy ? String(repeating: "kata ", count: lengths[$0]) + "." : nil })
      let pages = try PageTests.pages(statement, paper)
      #expect(pages.flatMap(\.vouchers) == statement.lines.map(\.entry.description))
      #expect(pages.last?.signatures == 2)
      broken += pages.count > 1 ? 1 : 0
      var (debit, credit, balance) = (Int64(0), Int64(0), statement.opening.sen)
      for (index, page) in pages.enumerated() {
        #expect(page.number == "Halaman \(index + 1) dari \(pages.count)")
        #expect(page.brought == (index == 0 ? nil : [debit, credit, balance]))
        debit += page.debit
        credit += page.credit
        balance += page.credit - page.debit
        let isLast = index == pages.count - 1
        #expect(page.carried == (isLast ? nil : [debit, credit, balance]))
        #expect(page.totals == (isLast ? [debit, credit] : nil))
        #expect(page.closing == (isLast ? balance : nil))
        // At least one row goes with the sums.
        #expect(!page.vouchers.isEmpty || count == 0)
      }
    }
    #expect(broken > 15)
  }

  @Test func aRowMoreThanAPageHoldsBeginsASecondPage() throws {
    let full = try PageTests.onePage()
    #expect((20...40).contains(full))
    let pages = try PageTests.pages(Samples.statement(lines: full + 1))
    #expect(pages.count == 2)
    #expect(pages[1].vouchers.count >= 2)
  }

  @Test(arguments: Paper.allCases)
  func aRowOrANameThatIsTallerThanAPageEndsAllTheSame(paper: Paper) throws {
    let endless = String(repeating: "WIDYANINGRUM ", count: 500)
    let statement = try Samples.statement(lines: 5, memo: { $0 == 2 ? endless : nil })
    let pages = try PageTests.pages(statement, paper)
    #expect(pages.flatMap(\.vouchers) == statement.lines.map(\.entry.description))
    var style = ReportStyle(.html, cooperative: endless)
    style.paper = paper
    let html = MemberRenderer(style).string(
      MemberSummary(
        member: Member(
          number: "1", profile: MemberProfile(name: endless),
          joinedOn: try Samples.date("2026-01-05"), leftOn: nil), savings: []))
    #expect(try MarkupReader.read(html).all("section").count < 10)
  }

  @Test func manyStatementsAreOneFileWithThePagesOfEach() throws {
    let style = ReportStyle(.html, cooperative: "KSP Maju Jaya")
    let renderer = AccountStatementRenderer(style)
    var output = TextOutput()
    renderer.header(into: &output)
    for lines in [0, 100, 3] {
      renderer.append(try Samples.statement(lines: lines), into: &output)
      renderer.separator(into: &output)
    }
    renderer.footer(into: &output)
    let numbers = try MarkupReader.read(output.string).all("section").map {
      try StatementPage($0).number
    }
    #expect(
      numbers == ["Halaman 1 dari 1"] + (1...4).map { "Halaman \($0) dari 4" }
        + ["Halaman 1 dari 1"])
  }

  @Test func aReceiptStandsTwiceOnASheetOrOnTwoSmallOnes() throws {
    var style = ReportStyle(.html, cooperative: "KSP Maju Jaya")
    let receipt = try Samples.receipt()
    let sheet = try MarkupReader.read(ReceiptRenderer(style).string(receipt))
    #expect(sheet.all("section").count == 1)
    #expect(
      sheet.all("h1").map(\.text) == [
        "SLIP SETORANLembar untuk anggota", "SLIP SETORANLembar untuk koperasi",
      ])
    style.paper = .a5
    let sheets = try MarkupReader.read(ReceiptRenderer(style).string(receipt))
    #expect(sheets.all("section").count == 2)
  }

  @Test func holdersMayReadInAndOutInsteadOfDebitAndCredit() throws {
    var style = ReportStyle(.text)
    style.sides = .inOut
    let text = AccountStatementRenderer(style).string(try Samples.statement())
    let titles = try #require(text.split(separator: "\n").first { $0.hasPrefix("Tanggal") })
    // A deposit is a credit, which is what comes in.
    #expect(titles.contains(/Keluar +Masuk/))
    #expect(!text.contains("Debet"))
  }

  /// Up to forty characters of every sort, with the dangerous ones often.
  private func randomText(_ random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView("x".unicodeScalars)
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let pick = Int.random(in: 0..<10, using: &random)
      let range: ClosedRange<UInt32> =
        pick < 3 ? 0x20...0x7E : pick < 5 ? 0...0x9F : pick < 7 ? 0xA0...0x2FF : 0x300...0x1_FFFF
      let dangerous: [Unicode.Scalar] = ["<", ">", "&", "\"", "'", "/", ";", "\n"]
      let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "?"
      text.append(pick == 9 ? dangerous.randomElement(using: &random) ?? "<" : scalar)
    }
    return String(text)
  }

  /// The text as a page shows it: control characters and line breaks are spaces.
  private func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let value = scalar.value
          let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
          return isControl || value == 0x2028 || value == 0x2029 ? " " : scalar
        }))
  }
}

/// A page of a statement as a reader sees it; amounts in sen.
struct StatementPage {
  private(set) var vouchers: [String] = []
  private(set) var debit: Int64 = 0
  private(set) var credit: Int64 = 0
  private(set) var brought: [Int64]?
  private(set) var carried: [Int64]?
  private(set) var totals: [Int64]?
  private(set) var closing: Int64?
  let number: String
  let signatures: Int

  init(_ section: MarkupReader.Node) throws {
    number = section.all("footer").first?.all("span").last?.text ?? ""
    signatures =
      section.all("div").first { $0.classes == "signatures" }?.all("div").dropFirst().count ?? 0
    for row in section.all("tbody").flatMap({ $0.all("tr") }) {
      let cells = row.all("td").map(\.text)
      let amounts = cells.suffix(3).map(StatementPage.sen)
      switch (row.classes, cells[2]) {
      case ("", _):
        vouchers.append(cells[1])
        debit += amounts[0]
        credit += amounts[1]
      case ("carry", "Pindahan"): brought = amounts
      case ("carry", "Dipindahkan"): carried = amounts
      case ("total", _): totals = Array(amounts.prefix(2))
      case ("balance", "Saldo akhir"): closing = amounts[2]
      case ("balance", "Saldo awal"): break
      default: throw MarkupReader.Problem(description: "an unknown row: \(cells)")
      }
    }
  }

  /// `-1.234,50` as -123450; an empty cell is zero.
  private static func sen(_ text: String) -> Int64 {
    let parts = text.split(separator: ",")
    guard let whole = parts.first.flatMap({ Int64($0.replacing(".", with: "")) }) else { return 0 }
    let rest = parts.count > 1 ? Int64(parts[1]) ?? 0 : 0
    return whole * 100 + (text.hasPrefix("-") ? -rest : rest)
  }
}
