import ArgumentParser
import KSPCore

/// What is granted, or asked for instead; what is not given stays as it was.
struct LoanOfferOptions: ParsableArguments {
  @Option(
    name: .also("jumlah"),
    help: .say("Jumlahnya; bawaan tetap.", "Amount; default as before.", .amount))
  var amount: String?
  @Option(
    name: .also("jangka"),
    help: .say(
      "Banyaknya angsuran; bawaan tetap.", "Number of installments; default as before.", .number))
  var term: Int?
  @Option(
    name: .also("suku"),
    help: .say(
      "Tingkat jasa; bawaan tetap.", "Rate; default as before.", Phrase(id: "suku", en: "rate")))
  var rate: String?

  @Option(
    name: .also("administrasi"),
    help: .say(
      "Administrasi tiap angsuran; bawaan tetap.",
      "Administration of each installment; default as before.",
      Phrase(id: "administrasi", en: "rule")))
  var administration: String?

  func offer(purpose: String? = nil) throws -> LoanOffer {
    LoanOffer(
      amount: try argument(amount, Rupiah.init(parsing:)), count: term,
      rate: try argument(rate) { text throws(LedgerError) in try Rate(ofLoan: text) },
      purpose: purpose,
      administration: try argument(administration, AdministrationRule.init(parsing:)))
  }
}
