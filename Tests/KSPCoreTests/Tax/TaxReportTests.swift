import KSPCore
import KSPTestSupport
import Testing

/// What the tax office would refuse, and by when it wants its money.
@Suite struct TaxReportTests {
  private func slip(
    _ gross: Rupiah = 375_000, tax: Rupiah = 37_500, rate: Share = .percent("10"),
    nik: String? = "1971014501900001", npwp: String? = nil, kind: TaxPayer = .individual
  ) throws -> WithholdingSlip {
    WithholdingSlip(
      month: try month("2026-10"), memberNumber: "0001", memberName: "Adi", nik: nik, npwp: npwp,
      memberKind: kind, rate: rate, gross: gross, tax: tax)
  }

  private func row(_ change: (inout CoretaxRow) -> Void = { _ in }) throws -> CoretaxRow {
    var row = CoretaxRow(
      try slip(), counterpart: "1971014501900001", document: .paymentProof,
      place: CoretaxVector.withholder + "000000")
    change(&row)
    return row
  }

  @Test("coretax-bppu-validation: what the converters refuse is refused")
  func validation() throws {
    func faults(_ change: (inout CoretaxRow) -> Void = { _ in }) throws -> Int {
      try row(change).faults(withholder: CoretaxVector.withholder).count
    }
    #expect(try faults() == 0)
    #expect(try faults { $0.rate = .zero } == 1)
    #expect(try faults { ($0.rate, $0.certificate) = (.zero, "ETC") } == 0)
    #expect(try faults { $0.certificate = "X" } == 1)
    #expect(try faults { $0.counterpart = "12345" } >= 1)
    #expect(try faults { $0.base = .zero } == 1)
    #expect(try faults { $0.base = Rupiah(sen: 37_500_050) } == 1)
    #expect(try faults { $0.place = "0123456789012000" } == 1)
    #expect(try faults { $0.place = "9" + $0.place.dropFirst() } == 1)
    #expect(try faults { $0.documentNumber = "" } == 1)
    #expect(CoretaxFile(withholder: "123", rows: []).faults.count == 1)
  }

  /// Ten digits of a district and a day, woman or man; each kind of wrong number.
  @Test(arguments: [
    ("1971014501900001", true), ("1971010501900001", true), ("1971017102040001", false),
    ("1971016902040001", true), ("1971013002040001", false), ("1971010013900001", false),
    ("0000000000000000", false), ("197101450190000", false), ("197101450190000X", false),
  ])
  func possibleNumbers(nik: String, isPossible: Bool) throws {
    #expect(try slip(nik: nik).hasPossibleNumber == isPossible)
  }

  @Test func organisationsAreKnownByTheirNPWP() throws {
    let nik = "1971014501900001"
    #expect(try slip(nik: nik, kind: .organization).taxpayerNumber == nil)
    let known = try slip(nik: nik, npwp: "0012345678901000", kind: .organization)
    #expect(known.taxpayerNumber == "0012345678901000" && known.hasPossibleNumber)
    #expect(try slip(nik: nik, npwp: "0012345678901000").taxpayerNumber == nik)
    #expect(try slip(nik: nil, npwp: "0012345678901000").hasPossibleNumber)
  }

  @Test("K8: the part of a rupiah is shown, and not refused")
  func remainders() throws {
    let odd = try slip(Rupiah(sen: 25_000_555), tax: 25_000)
    #expect(odd.base == 250_005 && odd.number == "JS-202610-0001")
    #expect(try odd.remainder == Rupiah(sen: 50))
    var settings = BookSettings(name: "KSP", firstMonth: try month("2026-01"))
    settings.npwp = CoretaxVector.withholder
    #expect(settings.placeOfBusiness == "0123456789012000000000")
    func kinds(_ slip: WithholdingSlip) throws -> [TaxCheck.Finding.Kind] {
      try TaxCheck.Finding.all([slip], settings, []).map(\.kind)
    }
    #expect(try kinds(odd) == [])
    #expect(try kinds(slip(tax: 37_501)) == [.tax])
    #expect(try kinds(slip(tax: 75_000, rate: .percent("20"))) == [.rate])
    #expect(try kinds(slip(nik: nil)) == [.numberMissing])
    // An organisation without NPWP bears twice the rate; what takes it back is said, with the
    // account, and where it is still missing the number before it.
    func cures(_ rate: Share, tax: Rupiah, npwp: String?) throws -> [Remedy] {
      let organization = try slip(
        tax: tax, rate: rate, nik: nil, npwp: npwp, kind: .organization)
      return try TaxCheck.Finding.all([organization], settings, [], ["0001": "SUK-0001"])
        .flatMap(\.remedies)
    }
    let correction = Remedy.savings(.correctInterest("SUK-0001", in: try month("2026-10")))
    let known = CoretaxVector.withholder
    #expect(try cures(.percent("30"), tax: 112_500, npwp: known) == [correction])
    #expect(
      try cures(.percent("30"), tax: 112_500, npwp: nil)
        == [.member(.giveTaxNumber("0001")), correction])
    #expect(try cures(.percent("10"), tax: 37_500, npwp: known) == [])
    #expect(try cures(.percent("15"), tax: 56_250, npwp: known) == [])
    #expect(try kinds(slip(nik: "1971010013900001")) == [.numberImpossible])
    #expect(try kinds(slip(Rupiah(sen: 40), tax: .zero, rate: .zero)) == [.belowRupiah])
    settings.nitku = "9123456789012000000000"
    #expect(try kinds(slip()) == [.place])
    settings.npwp = nil
    #expect(try kinds(slip()) == [.withholder])
  }

  @Test("the 15th and the 20th, or the next working day")
  func calendar() throws {
    // 15 November 2026 is a Sunday.
    let october = try TaxCalendar(month("2026-10"))
    #expect(try october.payBy == day("2026-11-16") && october.reportBy == day("2026-11-20"))
    let moved = try TaxCalendar(
      month("2026-10"), holidays: [day("2026-11-16"), day("2026-11-20")])
    #expect(try moved.payBy == day("2026-11-17") && moved.reportBy == day("2026-11-23"))
  }

  @Test func personalNumbersAreMasked() {
    #expect(PersonalNumber.masked("1971014501900001") == "************0001")
    #expect(PersonalNumber.masked("1234567") == "****567")
  }
}
