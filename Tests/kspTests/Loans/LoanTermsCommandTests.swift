import Foundation
import KSPTestSupport
import Testing

/// Terms of a loan product from the command line: what documents say is what options take.
@Suite struct LoanTermsCommandTests {
  typealias Book = LoanBookFolder

  /// What `loan product show` says of the product's newest terms, by name.
  private func shown(_ folder: TestFolder, _ product: String) throws -> [String: Any] {
    let text = try Book.run(folder, "loan product show \(product) --format json")
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let products = try #require(json?["products"] as? [[String: Any]])
    return try #require((products.first?["terms"] as? [[String: Any]])?.last)
  }

  @Test func aFeeKeepsItsMinimumAndMaximum() throws {
    let folder = try Book.empty()
    let fee = "provisi=1%,min=10000,max=500000:4-1110"
    try Book.run(folder, "loan product set flat --fee \(fee) --yes")
    #expect(try shown(folder, "flat")["fees"] as? String == fee)
    let paper = try Book.run(folder, "pinjaman produk lihat flat")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(paper.contains("provisi 1% (paling sedikit Rp10.000, paling banyak Rp500.000)"))
    let csv = try Book.run(folder, "loan product show flat --format csv")
    #expect(csv.contains(fee))
    let log = try Book.run(folder, "log --format json")
    #expect(log.contains("500000"))
    // A change of something else keeps it, and what is dropped is said.
    try Book.run(folder, "loan product set flat --max-term 24 --yes")
    #expect(try shown(folder, "flat")["fees"] as? String == fee)
    let less = try CommandTests.run(
      folder,
      "loan product set flat --fee provisi=1%,min=10000:4-1110 --yes --lang en"
        .split(separator: " ").map(String.init))
    #expect(less.messages.contains("Dropped: the most of the deduction provisi."))
  }

  /// What JSON says of one product, given as options, makes another product the same.
  @Test func whatJSONSaysMakesTheSameTerms() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "loan product set flat --fee provisi=1%,min=10000:4-1110 --fee w=25000:savings/wajib "
        + "--late-fee 0.1%/day:arrears,grace=3,cap=10% --prepayment smaller --settlement elapsed "
        + "--penalty 1.5% --return-advance --recognition daily --recognition-stops diragukan "
        + "--minimum 500000 --maximum 50000000 --max-term 36 --shift next --approval "
        + "--administration round:1000 --administration-account 4-1110 --day-count actual/365 "
        + "--allocation principal,late-fee,interest,administration --yes")
    let terms = try shown(folder, "flat")
    func text(_ name: String) throws -> String { try #require(terms[name] as? String, "\(name)") }
    var line = "loan product set menurun"
    for (option, name) in [
      ("late-fee", "lateFee"), ("late-fee-cap", "lateFeeCap"), ("prepayment", "prepayment"),
      ("settlement", "settlement"), ("penalty", "penalty"), ("recognition", "recognition"),
      ("recognition-stops", "recognitionStops"), ("minimum", "minimum"), ("maximum", "maximum"),
      ("shift", "shift"), ("administration", "administration"),
      ("administration-account", "administrationIncome"), ("day-count", "dayCount"),
      ("allocation", "allocation"), ("collectibility", "collectibility"),
      ("provision", "provision"), ("method", "method"), ("rate", "rate"),
    ] {
      line += " --\(option) \(try text(name))"
    }
    for fee in try text("fees").split(separator: " ") { line += " --fee \(fee)" }
    line += " --late-fee-grace 3 --max-term 36 --return-advance --approval --yes"
    try Book.run(folder, line)
    let copy = try shown(folder, "menurun")
    #expect(NSDictionary(dictionary: copy) == NSDictionary(dictionary: terms))
  }

  /// The words of both languages make the same terms, and a limit can be taken away again.
  @Test func bothLanguagesMakeTheSameTerms() throws {
    let folder = try Book.empty()
    try Book.run(
      folder,
      "loan product set flat --late-fee 0,1%/hari:tunggakan,bebas=3 --prepayment jasa-dulu "
        + "--recognition harian --settlement semua --maximum 50.000.000 --max-term 24 "
        + "--allocation denda,jasa,pokok --yes")
    let terms = try shown(folder, "flat")
    #expect(terms["lateFee"] as? String == "0.1%/day:arrears")
    #expect(terms["prepayment"] as? String == "interest-first")
    #expect(terms["recognition"] as? String == "daily")
    #expect(terms["settlement"] as? String == "all")
    #expect(terms["allocation"] as? String == "late-fee,interest,principal")
    let gone = try CommandTests.run(
      folder,
      "loan product set flat --maximum none --max-term tanpa --yes --lang en"
        .split(separator: " ").map(String.init))
    #expect(gone.status == 0 && gone.messages.contains("Dropped: the largest loan."))
    #expect(gone.messages.contains("Dropped: the longest term."))
    #expect(try shown(folder, "flat")["maximum"] as? String == nil)
  }
}
