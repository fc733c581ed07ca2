import Foundation
import KSPStatements
import Testing

/// Every document in every form and both languages, against golden files.
@Suite struct RenderingTests {
  static let styles = OutputFormat.allCases.flatMap { format in
    Language.allCases.map { ReportStyle(format, language: $0, cooperative: "KSP Maju Jaya") }
  }

  /// Every sample by name, rendered in a style.
  static func documents(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    [
      ("statement", AccountStatementRenderer(style).string(try Samples.statement())),
      ("statement-empty", AccountStatementRenderer(style).string(try Samples.emptyStatement())),
      (
        "member-statement",
        MemberStatementRenderer(style).string(
          try MemberStatement(
            member: try Samples.member().member,
            accounts: [try Samples.emptyStatement(), try Samples.statement()],
            known: Samples.known))
      ),
      ("trial-balance", TrialBalanceRenderer(style).string(try Samples.trialBalance())),
      ("log", EventLogRenderer(style).string(try Samples.events())),
      ("journal", JournalRenderer(style).string([try Samples.entry()])),
      ("receipt", ReceiptRenderer(style).string(try Samples.receipt())),
      ("verify", VerificationReportRenderer(style).string(Samples.verification())),
      ("simulation", InterestWorkingRenderer(style).string(try .init(working: Samples.working()))),
      ("explain", InterestExplanationRenderer(style).string(try Samples.explanation())),
      ("month-end", MonthEndReportRenderer(style).string(try Samples.monthEnd())),
      ("slips", WithholdingSlipsRenderer(style).string([try Samples.slip()])),
      ("members", MemberListRenderer(style).string([try Samples.member()])),
      ("member", MemberRenderer(style).string(try Samples.member())),
      ("chart", ChartRenderer(style).string(try Samples.accounts())),
      ("settings", BookSettingsRenderer(style).string(try Samples.settings())),
      ("products", SavingsProductListRenderer(style).string([try Samples.product()])),
      ("status", BookStatusRenderer(style).string(try Samples.status())),
      (
        "import",
        ImportReportRenderer(style).string(
          ImportReport(
            file: "a,b.csv", rows: 3, stored: 2, alreadyStored: 1, openingDifference: -12_000_000,
            totals: [
              ImportReport.Total(.outstanding, rows: 3, amount: 12_000_000),
              ImportReport.Total(.interestArrears, rows: 2, amount: 180_000),
              ImportReport.Total(.lateFee, rows: 1, amount: 2_500),
            ]))
      ),
    ] + (try LoanSamples.documents(style)) + (try Samples.papers(style))
      + (try Samples.counter(style)) + (try Samples.dues(style))
      + (try Samples.termDeposits(style)) + (try Samples.year(style))
      + (try Samples.cashBookImport(style)) + (try Samples.shu(style))
      + (try Samples.orders(style)) + (try Samples.planned(style))
  }

  @Test(arguments: styles.indices)
  func documentsAreWrittenAsRecorded(index: Int) throws {
    let style = RenderingTests.styles[index]
    let indonesian = RenderingTests.styles.first {
      $0.format == style.format && $0.language == .indonesian
    }
    let first = try RenderingTests.documents(try #require(indonesian))
    for (document, inIndonesian) in zip(try RenderingTests.documents(style), first) {
      let file = Golden.name(
        of: document.name, style,
        isOfItsLanguage: style.language == .english && document.text != inIndonesian.text)
      // Whole files are held by PageTests; the same style sheet in each would only be in the way.
      let kept = document.text.replacing(/<style>[\s\S]*<\/style>/, with: "<style></style>")
      try Golden.expect(kept, is: file)
    }
  }

  /// What is the same in both languages is kept once, so a file of its own says that it is not.
  @Test(arguments: [OutputFormat.csv, .json])
  func nothingIsKeptTwice(format: OutputFormat) throws {
    for (name, _) in try RenderingTests.documents(ReportStyle(format)) {
      let once = try Golden.text("\(name).\(format.rawValue)")
      #expect(once != nil, "\(name)")
      #expect(try Golden.text("\(name).en.\(format.rawValue)") != once, "\(name)")
    }
  }

  @Test(arguments: Language.allCases)
  func jsonIsOneReadableObjectOnOneLineWithASchema(language: Language) throws {
    for (name, text) in try RenderingTests.documents(ReportStyle(.json, language: language)) {
      #expect(text.utf8.count { $0 == 0x0A } == 1, "\(name)")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect((object["schema"] as? String)?.hasPrefix("ksp.") == true, "\(name)")
    }
  }

  @Test func awkwardTextsSurviveJSON() throws {
    let text = ReceiptRenderer(ReportStyle(.json)).string(try Samples.receipt())
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["member"] as? String == Samples.awkward)
  }

  @Test func everyCSVRowHasTheFieldsOfItsHeader() throws {
    for (name, text) in try RenderingTests.documents(ReportStyle(.csv)) {
      let rows = SmallCSVParser.rows(text)
      #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(name)")
    }
    let rows = SmallCSVParser.rows(ReceiptRenderer(ReportStyle(.csv)).string(try Samples.receipt()))
    #expect(rows[1].contains(Samples.awkward))
  }

  @Test func linesFitOnAPageAndNoTextIsCut() throws {
    // What is sent to members is not broken.
    for (name, text) in try RenderingTests.documents(ReportStyle(.text))
    where name != "dues-reminders" {
      for line in text.split(separator: "\n") {
        #expect(line.count <= TextTable.pageWidth, "\(name)")
      }
    }
    let wordy = try RenderingTests.documents(ReportStyle(.text)).filter { $0.text.contains("Siti") }
    #expect(wordy.count == 69)
    #expect(wordy.allSatisfy { $0.text.contains("seterusnya") && !$0.text.contains("…") })
  }

  /// Before the SHU is booked a slip is marked, in the forms for people, and has nobody sign it.
  @Test(arguments: [OutputFormat.text, .html])
  func aSlipOfAnSHUThatIsNotBookedSaysSo(format: OutputFormat) throws {
    let renderer = ShuSlipRenderer(ReportStyle(format))
    let booked = try renderer.string(Samples.shuYear().slip(of: "0001"))
    let planned = try renderer.string(Samples.shuYear(isBooked: false).slip(of: "0001"))
    #expect(planned.contains("SIMULASI – SHU belum dibukukan") && !planned.contains("Petugas,"))
    #expect(!booked.contains("SIMULASI") && booked.contains("Petugas,"))
  }

  /// On a terminal of 60 columns the papers say the same in less room: nothing is cut, and hardly a
  /// line is wider than the terminal.
  @Test(arguments: Language.allCases) func narrowTerminalsGetNarrowPapers(language: Language) throws
  {
    var style = ReportStyle(.text, language: language, cooperative: "KSP Maju Jaya")
    let wide = try RenderingTests.documents(style)
    style.columns = 60
    // Where the samples fill six or seven columns to their brim, and where hashes stand, something
    // is wider, but never wider than the page.
    let kept: Set = [
      "budget", "explain-term-deposit", "insurance", "loan-explain", "member-statement",
      "planned-savings", "planned-terms", "rebuild", "register", "shu-rewards", "shu-slip",
      "statement", "term-plan", "tills", "verify",
    ]
    for ((name, narrow), (_, wide)) in zip(try RenderingTests.documents(style), wide) {
      func marks(_ text: String) -> [Character: Int] {
        text.filter { !" -_\n".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(marks(narrow) == marks(wide), "\(name)")
      let over = narrow.split(separator: "\n").filter { $0.count > 60 }
      #expect(
        over.isEmpty == !kept.contains(name) && over.allSatisfy { $0.count <= 80 },
        "\(name): \(over.joined(separator: "\n"))")
    }
  }

  /// On a wide terminal the papers say the same: texts that broke stand in one line where there is
  /// room, nothing is wider than the terminal, and a paper that breaks nothing stays as it is.
  @Test(arguments: Language.allCases, [100, 140])
  func wideTerminalsGetWideTables(language: Language, columns: Int) throws {
    var style = ReportStyle(.text, language: language, cooperative: "KSP Maju Jaya")
    let papers = try RenderingTests.documents(style)
    style.columns = columns
    var shorter = 0
    for ((name, wide), (_, paper)) in zip(try RenderingTests.documents(style), papers) {
      func marks(_ text: String) -> [Character: Int] {
        text.filter { !" -_\n".contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(marks(wide) == marks(paper), "\(name)")
      let (lines, before) = (wide.split(separator: "\n"), paper.split(separator: "\n"))
      // What is sent to members stands in one line, however long.
      let widest = max(columns, before.map(\.count).max() ?? 0)
      #expect(lines.allSatisfy { $0.count <= widest }, "\(name)")
      #expect(lines.count <= before.count, "\(name)")
      if lines.count < before.count { shorter += 1 }
    }
    #expect(shorter > 15)
  }

  /// Long labels are counted where a page is divided: what they push down is not cut off.
  @Test(arguments: Paper.allCases) func longLabelsTakeTheirRoom(paper: Paper) throws {
    func pages(_ label: String, _ value: String) throws -> Int {
      let fields = Report.Block.fields(
        (0..<6).compactMap { _ in Report.Field(label, value) }, width: 22)
      let report = Report(
        "test.paper/1", title: "KERTAS", data: [:], rows: ReportRows([], []),
        blocks: Array(repeating: fields, count: 6))
      var style = ReportStyle(.html)
      style.paper = paper
      var output = TextOutput()
      style.write(report, into: &output)
      return try MarkupReader.read(output.string).all("section").count
    }
    let long = "Besar penyisihan yang harus dibentuk"
    #expect(try pages("a", "b") == 1)
    #expect(try pages(long, "b") == 2 && pages(long + " " + long, "b") == 3)
  }

  @Test(arguments: [0, 5, -50, 100, 99_900, 100_000, -123_456_789, .max, .min] as [Int64])
  func amountsAreWrittenAsRupiahWritesThem(sen: Int64) {
    var grouped = TextOutput()
    grouped.append(grouped: Rupiah(sen: sen))
    #expect(grouped.string == Rupiah(sen: sen).grouped)
    var plain = TextOutput()
    plain.append(Rupiah(sen: sen))
    #expect(plain.string == Rupiah(sen: sen).description)
  }

  @Test(arguments: [(25_200, "1 Juli 2026 17:00 WIB"), (0, "1 Juli 2026 10:00 UTC")])
  func momentsAreShownOnTheClockOfTheBook(offset: Int64, text: String) throws {
    var style = ReportStyle()
    style.utcOffsetSeconds = offset
    #expect(MonthEndReportRenderer(style).string(try Samples.monthEnd()).contains(": \(text)\n"))
  }

  @Test func aLongAmountInWordsIsBrokenIntoLinesOfAPage() throws {
    let sample = try Samples.receipt()
    let receipt = Receipt(
      entry: sample.entry, kind: .deposit, bookDate: sample.bookDate, account: sample.account,
      member: "0001", memberName: "Ayu", amount: Rupiah(sen: 98_765_432_109_876), balance: nil,
      note: EntryNote(), isReplay: false)
    let text = ReceiptRenderer(ReportStyle()).string(receipt)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= TextTable.pageWidth })
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(receipt.amountInWords.indonesian))
  }

  @Test func manyStatementsHaveOneCSVHeaderAndAFormFeedBetweenTexts() throws {
    func many(_ format: OutputFormat) throws -> String {
      let renderer = AccountStatementRenderer(ReportStyle(format))
      var output = TextOutput()
      renderer.header(into: &output)
      renderer.append(try Samples.emptyStatement(), into: &output)
      renderer.separator(into: &output)
      renderer.append(try Samples.emptyStatement(), into: &output)
      return output.string
    }
    #expect(SmallCSVParser.rows(try many(.csv)).count == 5)
    #expect(try many(.text).utf8.count { $0 == 0x0C } == 1)
    #expect(try many(.json).split(separator: "\n").count == 2)
  }

  @Test(arguments: Language.allCases)
  func errorsShowThePlaceTheAdviceAndAtMostTwentyDetails(language: Language) throws {
    let place = LedgerError.Place(file: "setoran.csv", line: 3, column: 3, excerpt: "a,1,5")
    let detail = LedgerError.entryNumberUnreadable("x").at(place)
    let error = LedgerError(
      .entryNumberUnreadable, message: Phrase(id: "Ditolak.", en: "Refused."),
      advice: Phrase(id: "Perbaiki.", en: "Correct it."),
      details: Array(repeating: detail, count: 25))
    try Golden.expect(ErrorText(language).string(error), is: "error.\(language.rawValue).text")
  }
}

/// A reader of RFC 4180 that shares nothing with the writer.
enum SmallCSVParser {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [Unicode.Scalar] = []
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func take() -> String { String(String.UnicodeScalarView(field)) }
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(take())
        field = []
      case ("\r", false): break
      case ("\n", false):
        rows.append(row + [take()])
        (row, field) = ([], [])
      default: field.append(scalar)
      }
    }
    return rows
  }
}
