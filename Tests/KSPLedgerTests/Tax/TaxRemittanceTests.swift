import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPStatements
import KSPTestBooks
import KSPTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The tax of a month is checked, reported and paid.
@Suite struct TaxRemittanceTests {
  let folder: TestFolder
  let ledger: Ledger
  private let october: BookMonth

  /// October with the members of the vector, whose interest came from elsewhere.
  init() throws {
    folder = try TestFolder()
    ledger = try createBook(folder, first: "2026-10")
    october = try month("2026-10")
    var settings = try ledger.settings
    settings.npwp = CoretaxVector.withholder
    try ledger.updateSettings(settings)
    try ledger.setSavingsTerms(of: "sukarela", SavingsTerms(effectiveFrom: october))
    for (index, member) in CoretaxVector.members.enumerated() {
      let number: MemberNumber = "000\(index + 1)"
      try join(number, nik: member.nik)
      _ = try ledger.payInterest(
        Rupiah(parsing: member.interest), member: number, on: day("2026-10-31"))
    }
  }

  private func join(_ number: MemberNumber, nik: String?) throws {
    var profile = MemberProfile(name: "Anggota \(number)")
    profile.nik = nik
    _ = try ledger.addMember(
      NewMember(number: number, profile: profile, joinedOn: day("2026-10-01")))
  }

  private func xml(_ file: CoretaxFile) -> String {
    var output = TextOutput()
    file.writeXML(into: &output)
    return output.string
  }

  private func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test("coretax-bppu-28-417: the file equals the vector")
  func theVector() throws {
    _ = try ledger.runMonthEnd(october)
    let check = try ledger.taxCheck(october)
    #expect(check.isOK && check.findings.isEmpty && check.remainders.isEmpty)
    #expect(check.accounts.map(\.slips) == [37_500, 0])
    #expect(check.accounts.map(\.posted) == [37_500, 0])
    #expect(xml(try ledger.coretaxFile(october)) == CoretaxVector.xml)
  }

  /// libxml2 reads what was written, and finds the texts as they are in the book.
  @Test("another parser reads the file, with every awkward number")
  func anotherParser() throws {
    _ = try ledger.runMonthEnd(october)
    let known = try ledger.coretaxFile(october)
    var row = try #require(known.rows.first)
    let awkward = "A&B<1>]]>\"'é\u{1F600} &amp;"
    row.documentNumber = awkward
    row.base = 300_000
    let file = CoretaxFile(withholder: known.withholder, rows: known.rows + [row])
    let reader = ElementReader()
    let parser = XMLParser(data: Data(xml(file).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(
      reader.texts["DocumentNumber"]
        == ["JS-202610-0001", "JS-202610-0002", awkward])
    #expect(reader.texts["TaxBase"] == ["375000", "240000", "300000"])
    #expect(reader.order == Self.elements)
    var output = TextOutput()
    file.writeCSV(into: &output)
    let lines = output.string.split(separator: "\r\n")
    #expect(lines.count == 4)
    #expect(
      lines.first == """
        Masa Pajak,Tahun Pajak,NPWP,ID TKU Penerima Penghasilan,Fasilitas,Kode Objek Pajak,DPP,\
        Tarif,Jenis Dok. Referensi,Nomor Dok. Referensi,Tanggal Dok. Referensi,ID TKU Pemotong,\
        Opsi Pembayaran (IP),Nomor SP2D (IP),Tanggal Pemotongan
        """)
  }

  private static let elements = [
    "TaxPeriodMonth", "TaxPeriodYear", "CounterpartTin",
    "IDPlaceOfBusinessActivityOfIncomeRecipient", "TaxCertificate", "TaxObjectCode", "TaxBase",
    "Rate", "Document", "DocumentNumber", "DocumentDate", "IDPlaceOfBusinessActivity",
    "GovTreasurerOpt", "SP2DNumber", "WithholdingDate",
  ]

  private final class ElementReader: NSObject, XMLParserDelegate {
    var texts: [String: [String]] = [:]
    /// The elements of the first slip.
    var order: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) { text = "" }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if texts["Bpu"] == nil, !["Bpu", "TIN"].contains(name) { order.append(name) }
      texts[name, default: []].append(text)
    }
  }

  @Test("a member without a NIK goes out under the temporary number only where that is asked for")
  func temporaryNumbers() throws {
    try join("0003", nik: nil)
    _ = try ledger.payInterest(1_000, member: "0003", on: day("2026-10-31"))
    _ = try ledger.runMonthEnd(october)
    #expect(try ledger.taxCheck(october).findings.map(\.kind) == [.numberMissing])
    #expect(refusal { try ledger.coretaxFile(october) } == .taxFileRefused)
    let file = try ledger.coretaxFile(october, temporaryNumbers: true)
    #expect(file.temporary == ["0003"])
    #expect(file.rows.map(\.counterpart).last == "9990000000999000")
    #expect(file.rows.map(\.counterpartPlace).last == "9990000000999000000000")
    // Nothing but numbers is overlooked.
    var settings = try ledger.settings
    settings.npwp = nil
    try ledger.updateSettings(settings)
    #expect(
      refusal { try ledger.coretaxFile(october, temporaryNumbers: true) } == .taxFileRefused)
  }

  @Test("K8: the tax of a month is paid once, and no more than was withheld")
  func paying() throws {
    #expect(refusal { try ledger.payTax(of: october, on: day("2026-10-31")) } == .taxMonthOpen)
    #expect(refusal { try ledger.taxCheck(october) } == .taxMonthOpen)
    _ = try ledger.runMonthEnd(october)
    let deadline = try #require(try ledger.taxDeadline())
    #expect(deadline.month == october && deadline.left == 37_500)
    #expect(try deadline.payBy == day("2026-11-16"))
    let cash = try balance("1-1000")
    let on = try day("2026-11-10")
    let part = try ledger.payTax(10_000, of: october, on: on, reference: "S-1")
    #expect(part.balance == 27_500 && part.kind == .taxPayment)
    #expect(
      refusal { try ledger.payTax(27_501, of: october, on: on) } == .taxPaymentTooLarge)
    let rest = try ledger.payTax(of: october, on: on, reference: "S-2")
    #expect(rest.amount == 27_500 && rest.balance == 0)
    #expect(try balance("1-1000") == cash - 37_500)
    #expect(try balance("2-1400") == 0)
    #expect(try ledger.taxDeadline() == nil)
    // The same again is answered, and nothing is left for another.
    let again = try ledger.payTax(of: october, on: on, reference: "S-2")
    #expect(again.isReplay && again.entry == rest.entry && again.amount == 27_500)
    #expect(
      refusal { try ledger.payTax(of: month("2026-09"), on: on, reference: "S-2") }
        == .referenceReused)
    #expect(refusal { try ledger.payTax(of: october, on: on) } == .taxNothingOwed)
    #expect(try ledger.verify().isOK)
    // Taken back, it is owed again.
    _ = try ledger.reverse(part.entry, on: day("2026-11-11"))
    let due = try #require(try ledger.taxCheck(october).due.first)
    #expect(due.owed == 37_500 && due.paid == 27_500 && due.left == 10_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("a payment beyond what was withheld is seen by verify")
  func verifySeesTooMuch() throws {
    _ = try ledger.runMonthEnd(october)
    _ = try ledger.payTax(of: october, on: day("2026-11-10"))
    try ledger.close()
    let queue = try DatabaseQueue(path: folder.file())
    try RichBook.change(queue, "UPDATE taxPayment SET month = month - 1, amount = amount + 1")
    let failures = try RichBook.failures(folder)
    #expect(failures.contains { $0.name == "tax.paid" })
  }

  @Test("tax that the opening balances brought is paid for a month before the book")
  func beforeTheBook() throws {
    let september = try month("2026-09")
    #expect(
      refusal { try ledger.payTax(of: september, on: day("2026-10-10")) } == .taxNothingOwed)
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n2-1400,,80000\n1-1000,80000,\n", file: "s.csv",
      on: day("2026-09-30"))
    let paid = try ledger.payTax(of: september, on: day("2026-10-10"))
    #expect(paid.amount == 80_000 && paid.balance == 0)
    #expect(
      refusal { try ledger.payTax(of: month("2026-08"), on: day("2026-10-10")) } == .taxNothingOwed)
    _ = try ledger.runMonthEnd(october)
    #expect(try ledger.taxDeadline()?.left == 37_500)
    #expect(try ledger.verify().isOK)
  }

  @Test("two articles are paid together, or one by its name")
  func twoArticles() throws {
    var profile = MemberProfile(name: "CV Maju", kind: .organization)
    profile.npwp = "0012345678901000"
    _ = try ledger.addMember(
      NewMember(number: "0003", profile: profile, joinedOn: day("2026-10-01")))
    _ = try ledger.payInterest(100_000, member: "0003", on: day("2026-10-31"))
    _ = try ledger.runMonthEnd(october)
    let on = try day("2026-11-10")
    #expect(refusal { try ledger.payTax(5_000, of: october, on: on) } == .taxArticleMissing)
    let general = try ledger.payTax(5_000, of: october, under: .general, on: on)
    #expect(general.balance == 47_500)
    let rest = try ledger.payTax(of: october, on: on)
    #expect(rest.parts.map(\.amount) == [37_500, 10_000] && rest.balance == 0)
    #expect(try balance("2-1410") == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test("what is set off, or paid by hand, is not owed twice")
  func byHand() throws {
    _ = try ledger.runMonthEnd(october)
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-11-05"),
        legs: [
          .init(account: AccountCode("2-1400"), amount: 30_000),
          .init(account: AccountCode("1-1000"), amount: -30_000),
        ], note: EntryNote(memo: "setor PPh")))
    #expect(try ledger.taxDeadline()?.left == 7_500)
    let paid = try ledger.payTax(of: october, on: day("2026-11-10"))
    #expect(paid.amount == 7_500)
    #expect(try ledger.taxDeadline() == nil)
  }

  @Test("slips of a year by member, and of one member")
  func slipsOfAYear() throws {
    _ = try ledger.runMonthEnd(october)
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-11-20"))
    _ = try ledger.runMonthEnd(month("2026-11"))
    var numbers: [String] = []
    let year = try month("2026-01")...month("2026-12")
    try ledger.withholdingSlips(in: year) { numbers.append($0.number) }
    #expect(numbers == ["JS-202610-0001", "JS-202611-0001", "JS-202610-0002"])
    var own: [WithholdingSlip] = []
    try ledger.withholdingSlips(in: year, of: "0001") { own.append($0) }
    let total = try #require(try TaxYear(own))
    #expect(total.year == 2026 && total.gross == 875_000 && total.tax == 87_500)
    #expect(try ledger.withholdingSlips(october, of: "0002").map(\.tax) == [0])
    #expect(
      refusal { try ledger.withholdingSlips(october, of: "9999") } == .memberUnknown)
  }
}
