extension Remedy: Codable {
  /// Reads a remedy by its code and arguments, as ``encode(to:)`` writes it; the name is for people
  /// and is not read.
  public init(from decoder: any Decoder) throws {
    let wire = try RemedyOnWire(from: decoder)
    guard let remedy = wire.remedy else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "no remedy: \(wire.code)"))
    }
    self = remedy
  }

  /// Writes `{"code":"loan.approve","arguments":{"loan":"PJ-0001"},"name":{"id":…,"en":…}}`.
  public func encode(to encoder: any Encoder) throws {
    try RemedyOnWire(self).encode(to: encoder)
  }
}

/// A remedy as it crosses a wire, also one that only another version knows.
struct RemedyOnWire: Codable {
  let code: String
  let arguments: [String: String]
  let name: Phrase?

  init(_ remedy: Remedy) {
    code = remedy.code.rawValue
    arguments = Self.named(remedy.arguments)
    name = remedy.name
  }

  /// The remedy; nil where this version knows none of that code with exactly those arguments.
  var remedy: Remedy? {
    guard let code = Remedy.Code(rawValue: code),
      let remedy = Remedy(code, RemedyArguments(texts: arguments)),
      Self.named(remedy.arguments) == arguments
    else { return nil }
    return remedy
  }

  private static func named(_ arguments: [Remedy.Argument]) -> [String: String] {
    Dictionary(arguments.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The arguments of a remedy by their names; nil where they are not said or do not read.
struct RemedyArguments {
  let texts: [String: String]

  func text(_ name: String) -> String? { texts[name] }

  func code(_ name: String) -> AccountCode? { texts[name].flatMap { try? AccountCode($0) } }

  var loan: LoanNumber? { texts["loan"].map { LoanNumber($0) } }
  var member: MemberNumber? { texts["member"].map { MemberNumber($0) } }
  var product: ProductCode? { texts["product"].map { ProductCode($0) } }
  var account: AccountCode? { code("account") }
  var entry: EntryNumber? { texts["entry"].flatMap { try? EntryNumber(parsing: $0) } }
  var amount: Rupiah? { texts["amount"].flatMap { try? Rupiah(parsing: $0) } }
  var date: BookDate? { texts["date"].flatMap { try? BookDate(parsing: $0) } }
  var month: BookMonth? { texts["month"].flatMap { try? BookMonth(parsing: $0) } }
  var year: Int? { texts["year"].flatMap { Int($0) } }
  var hold: Int? { texts["hold"].flatMap { Int($0) } }
}

extension Remedy {
  init?(_ code: Code, _ given: RemedyArguments) {
    let found: Remedy? =
      switch code.rawValue.prefix(while: { $0 != "." }) {
      case "book": OnBook.read(code, given).map { .book($0) }
      case "journal": OnJournal.read(code, given).map { .journal($0) }
      case "member": OnMember.read(code, given).map { .member($0) }
      case "savings": OnSavings.read(code, given).map { .savings($0) }
      case "loan": OnLoan.read(code, given).map { .loan($0) }
      case "counter": OnCounter.read(code, given).map { .counter($0) }
      case "month": OnMonth.read(code, given).map { .month($0) }
      default: Again.read(code, given).map { .again($0) }
      }
    guard let found else { return nil }
    self = found
  }
}

extension Remedy.OnBook {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .makeBook: .make
    case .openBook: .open(path: given.text("path"))
    case .verifyBook: .verify(path: given.text("path"))
    case .backUp: .backUp
    case .restore: .restore
    case .seeHistory: given.text("subject").map { .seeHistory(of: $0) }
    case .seeTemplate: .seeTemplate
    case .addOfficer: given.text("name").map { .addOfficer($0) }
    case .seeOfficers: .seeOfficers
    case .giveBookTaxNumber: .giveTaxNumber
    default: nil
    }
  }
}

extension Remedy.OnJournal {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .seeChart: .seeChart
    case .seeStandardChart: .seeStandardChart
    case .seeTrialBalance: .seeTrialBalance
    case .seeVouchers: .seeVouchers
    case .seeAssets: .seeAssets
    case .reverse: given.entry.map { .reverse($0) }
    case .letBeNegative: given.account.map { .letBeNegative($0) }
    case .nameAccount: given.text("name").map { .nameAccount($0) }
    default: nil
    }
  }
}

extension Remedy.OnMember {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .addMember: .add
    case .seeMember: .see(given.member)
    case .findMember: .find
    case .endMembership:
      .endMembership(
        given.member, on: given.date, settingOffLoans: given.text("setOffLoans") == "true")
    case .changeKind: given.member.map { .changeKind($0) }
    case .giveMemberTaxNumber: given.member.map { .giveTaxNumber($0) }
    case .seeDues: given.member.map { .seeDues($0) }
    case .seeOwed: .seeOwed
    default: nil
    }
  }
}

extension Remedy.OnSavings {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    let account = given.text("account")
    return switch code {
    case .deposit: .deposit(account)
    case .withdraw: account.map { .withdraw($0) }
    case .chargeFee: account.map { .chargeFee($0) }
    case .transfer: .transfer(from: account)
    case .release: account.map { .release(from: $0) }
    case .releaseHold: given.hold.map { .releaseHold($0, on: given.date) }
    case .seeHolds: .seeHolds
    case .seeOrders: .seeOrders
    case .seePlanned: .seePlanned
    case .payPlanned: account.map { .payPlanned($0) }
    case .endPlanned: account.map { .endPlanned($0) }
    case .seeDeposits: .seeDeposits
    case .breakDeposit: given.account.map { .breakDeposit($0) }
    case .addDepositProduct: .addDepositProduct
    case .offerPlanned: .offerPlanned(given.product)
    case .setDepositRates: given.product.map { .setDepositRates($0) }
    case .payInterest: .payInterest
    case .correctInterest: .correctInterest(given.account, in: given.month)
    default: nil
    }
  }
}

extension Remedy.OnLoan {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .applyForLoan: .apply
    case .changeApplication:
      given.loan.map { .changeApplication($0, amount: given.amount) }
    case .approve: given.loan.map { .approve($0) }
    case .payOut: .payOut(given.loan)
    case .repay: given.loan.map { .repay($0) }
    case .settle: given.loan.map { .settle($0, on: given.date) }
    case .reschedule: given.loan.map { .reschedule($0) }
    case .writeOff: given.loan.map { .writeOff($0) }
    case .recover: given.loan.map { .recover($0) }
    case .takeOver: .takeOver
    case .seeLoan: given.loan.map { .see($0) }
    case .findLoan: .find
    case .explainLoan: given.loan.map { .explain($0) }
    case .addLoanProduct: .addProduct
    default: nil
    }
  }
}

extension Remedy.OnCounter {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .seeTills: .seeTills
    case .openTill: given.text("name").map { .openTill($0) }
    case .closeTill: given.text("name").map { .closeTill($0) }
    case .seeBank: .seeBank(given.account)
    case .endBankRule:
      if let text = given.text("text"), let account = given.account {
        .endBankRule(text, of: account)
      } else {
        nil
      }
    case .seeClaims: .seeClaims
    case .sendClaim: given.month.map { .sendClaim($0) }
    case .seeInsuranceClaims: .seeInsuranceClaims
    default: nil
    }
  }
}

extension Remedy.OnMonth {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .previewMonthEnd: return given.month.map { .preview($0) }
    case .endMonth: return given.month.map { .end($0) }
    case .checkTax: return given.month.map { .checkTax($0) }
    case .seeYear: return given.year.map { .seeYear($0) }
    case .ratifyYear:
      return given.year.map { .ratifyYear($0, withShu: given.text("withShu") == "true") }
    case .endYear: return given.year.map { .endYear($0) }
    case .adjustYear:
      guard let year = given.year, let debit = given.code("debit"),
        let credit = given.code("credit"), let amount = given.amount
      else { return nil }
      return .adjustYear(year, debit: debit, credit: credit, amount)
    case .correctYear: return given.year.map { .correctYear($0) }
    case .coverLoss:
      guard let year = given.year, let loss = given.amount else { return nil }
      return .coverLoss(year, loss)
    case .decideShu: return given.year.map { .decideShu($0) }
    case .postShu: return given.year.map { .postShu($0) }
    case .seeShu: return given.year.map { .seeShu($0) }
    default: return nil
    }
  }
}

extension Remedy.Again {
  static func read(_ code: Remedy.Code, _ given: RemedyArguments) -> Self? {
    switch code {
    case .ignoreColumn: .ignoreColumn(given.text("column"))
    case .leaveMemberOut: given.member.map { .leaveMemberOut($0) }
    default: plain.first { $0.code == code }
    }
  }

  /// Those that need nothing said with them.
  private static let plain: [Self] = [
    .allowFutureDate, .endMonthEarly, .giveReason, .nameAuthor, .nameDecision, .giveReference,
    .chooseOtherSide,
    .setOffLoans, .returnWhileOwed, .settle, .payAhead, .keepRestInSavings, .changeTerms,
    .nameAllocation, .payInterestWithEach, .chooseMethod, .dropLateFeeCap, .giveTaxNumber,
    .countFrom, .assignNumbers, .replacePosted, .divideInOrder, .giveBases,
  ]
}
