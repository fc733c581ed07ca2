import ArgumentParser
import KSPCore
import KSPLedger

/// What somebody asks for besides the amount: how long, at what rate, and what secures it.
struct LoanRequest: ParsableArguments {
  @Option(
    name: .also("produk"), help: .say("Kode produk pinjaman.", "Code of the loan product.", .code))
  var product: ProductCode?
  @Option(
    name: .also("jangka"),
    help: .say(
      "Banyaknya angsuran; bawaan menurut produk.",
      "Number of installments; default the product's.", .number))
  var term: Int?
  @Option(
    name: .also("suku"),
    help: .say(
      "Tingkat jasa yang disepakati; bawaan menurut produk.",
      "The rate agreed; default the product's.", Phrase(id: "suku", en: "rate")))
  var rate: String?
  @Option(
    name: .also("administrasi"),
    help: .say(
      "Administrasi tiap angsuran; bawaan menurut produk.",
      "Administration of each installment; default the product's.",
      Phrase(id: "administrasi", en: "rule")))
  var administration: String?
  @Option(name: .also("tujuan"), help: .say("Untuk keperluan apa.", "What it is for.", .text))
  var purpose: String?
  @Option(
    name: .also("jaminan"),
    parsing: .singleValue,
    help: .say(
      "Agunan: \(words(Collateral.Kind.self, .indonesian)), misalnya kendaraan=15000000:BPKB H-1234; boleh berulang.",
      "Collateral: \(words(Collateral.Kind.self)), such as vehicle=15000000:BPKB H-1234; may be repeated.",
      Phrase(id: "jenis=nilai:uraian", en: "kind=value:text")))
  var collateral: [String] = []
  @Option(
    name: .also("penjamin"),
    parsing: .singleValue,
    help: .say(
      "Penjamin: nomor anggota, atau NAMA:NIK:HUBUNGAN; boleh berulang.",
      "Guarantor: a member number, or NAME:NIK:RELATION; may be repeated.", .name))
  var guarantor: [String] = []

  /// Nothing of this goes with a loan that was applied for before.
  var isGiven: Bool {
    product != nil || term != nil || rate != nil || administration != nil || purpose != nil
      || !collateral.isEmpty
      || !guarantor.isEmpty
  }

  /// The application on a day, which is known only with the book at hand.
  func application(
    _ member: MemberNumber, _ amount: Rupiah, reference: String?, note: EntryNote
  ) throws -> (BookDate) -> LoanApplication {
    let product = try Question("Kode produk pinjaman?", "Code of the loan product?")
      .answer(product)
    let rate = try argument(rate) { text throws(LedgerError) in try Rate(ofLoan: text) }
    let administration = try argument(administration, AdministrationRule.init(parsing:))
    let collaterals = try collateral.map(Self.collateral)
    return { date in
      LoanApplication(
        member: member, product: product, amount: amount, count: term, rate: rate, date: date,
        purpose: purpose, collaterals: collaterals, guarantors: guarantor.map { Guarantor($0) },
        administration: administration, reference: reference, note: note)
    }
  }

  static func collateral(_ text: String) throws -> Collateral {
    let form = Phrase(id: "JENIS=NILAI:URAIAN", en: "KIND=VALUE:TEXT")
    let (kind, rest) = try pair(text, form)
    let (value, description) = try pair(rest, at: ":", form)
    return Collateral(
      kind: try choice(Collateral.Kind.self, kind), description: description,
      value: try argument(value, Rupiah.init(parsing:)))
  }
}
