import ArgumentParser
import KSPCore

/// The terms of a product as options; what is not given stays as it was.
struct SavingsTermsOptions: ParsableArguments {
  @Option(
    name: .also("berlaku"),
    help: .say(
      "Berlaku mulai bulan ini; bawaan bulan terbuka.",
      "In force from this month; default the open month.", .month))
  var effective: String?
  @Flag(
    exclusivity: .exclusive,
    help: .say("Boleh ditarik.", "May be withdrawn."))
  var withdrawable: EitherWay<WithdrawableNames>?
  @Option(
    name: .also("masa-tarik"),
    help: .say(
      "Masa penarikan; boleh berulang.", "Withdrawal window; may be repeated.",
      Phrase(id: "dari..sampai", en: "from..to")))
  var window: [String] = []
  @Option(
    name: .also("setoran-minimum"),
    help: .say("Setoran minimum.", "Minimum deposit.", .amount))
  var minimumDeposit: String?
  @Option(
    name: .also("saldo-minimum"),
    help: .say("Saldo minimum.", "Minimum balance.", .amount))
  var minimumBalance: String?
  @Option(
    name: .also("batas-minus"),
    help: .say("Batas saldo minus.", "Overdraft limit.", .amount))
  var overdraft: String?
  @Option(
    name: .also("wajib-sebulan"),
    help: .say("Kewajiban per bulan.", "Due each month.", .amount))
  var monthlyDue: String?
  @Option(
    name: .also("jasa-ke"),
    help: .say("Produk yang menerima jasanya.", "The product that receives the interest.", .code))
  var creditTo: ProductCode?
  @Flag(
    name: .also("tanpa-jasa"),
    help: .say("Tanpa jasa.", "No interest.")) var noInterest = false
  @Option(
    name: .also("saldo-berjasa"),
    help: .say(
      "Saldo di bawah ini tidak diberi jasa.", "Balances below this earn nothing.", .amount))
  var floor: String?

  @Option(
    name: .also("jasa-keluar"),
    help: .say(
      "Jasa bulan keluar: \(words(SavingsTerms.LeavingInterest.self, .indonesian)); bawaan tidak-ada.",
      "Interest for the month of leaving: \(words(SavingsTerms.LeavingInterest.self)); "
        + "default none.", .kind))
  var leavingInterest: String?
  @OptionGroup(title: Headings.interest) var crediting: CreditingOptions

  /// The terms with everything that was given put in place of what was there. `earlier` is the
  /// interest that the product paid last: what it keeps when it pays some again.
  func apply(
    _ options: InterestOptions, to old: SavingsTerms, earlier: InterestTerms? = nil
  ) throws -> SavingsTerms {
    var terms = old
    if terms.interest == nil, options.setsRates { terms.interest = earlier }
    if let leavingInterest {
      terms.leavingInterest = try choice(SavingsTerms.LeavingInterest.self, leavingInterest)
    }
    func money(_ text: String?, _ keep: Rupiah) throws -> Rupiah {
      try argument(text, Rupiah.init(parsing:)) ?? keep
    }
    terms.effectiveFrom = try month() ?? terms.effectiveFrom
    if let withdrawable { terms.isWithdrawable = withdrawable.isYes }
    if !window.isEmpty { terms.withdrawalWindows = try window.map { try Self.window($0) } }
    terms.minimumDeposit = try money(minimumDeposit, terms.minimumDeposit)
    terms.minimumBalance = try money(minimumBalance, terms.minimumBalance)
    terms.overdraftLimit = try money(overdraft, terms.overdraftLimit)
    terms.monthlyDue = try money(monthlyDue, terms.monthlyDue)
    if let creditTo { terms.interestCreditedTo = creditTo }
    let isAsked = options.isGiven || floor != nil || crediting.isGiven
    guard !noInterest || !isAsked else {
      throw UsageProblem(
        Phrase(
          id: "--tanpa-jasa tidak bisa bersama pilihan jasa lain.",
          en: "--no-interest does not go with other options of interest."))
    }
    terms.interest = noInterest ? nil : try options.apply(to: terms.interest)
    guard isAsked else { return terms }
    guard var interest = terms.interest else {
      throw UsageProblem(
        Phrase(id: "Produk ini tanpa jasa.", en: "This product pays no interest."),
        advice: Phrase(id: "Beri juga --suku atau --tingkat.", en: "Give --rate or --tier too."))
    }
    interest.floor = try money(floor, interest.floor)
    interest.crediting = try crediting.apply(to: interest.crediting)
    terms.interest = interest
    return terms
  }

  /// The month of `--effective`.
  func month() throws -> BookMonth? { try argument(effective, BookMonth.init(parsing:)) }

  private static func window(_ text: String) throws -> BookPeriod {
    let (first, last) = try pair(text, at: "..", Phrase(id: "DARI..SAMPAI", en: "FROM..TO"))
    return try argument {
      try BookPeriod(from: BookDate(parsing: first), through: BookDate(parsing: last))
    }
  }
}

/// Whether members may withdraw.
enum WithdrawableNames: EitherWayNames {
  static let english = "withdrawable"
  static let yes = "boleh-ditarik"
  static let no = "tidak-boleh-ditarik"
}
