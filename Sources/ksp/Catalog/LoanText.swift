import KSPCore

/// Reads the parts of loan terms that people write as `NAME=1%:ACCOUNT` or `0.1%/day:arrears`.
enum LoanText {
  /// A part of a whole in billionths: `1%`.
  static func share(_ text: String) throws -> Int64 {
    guard !text.contains("/") else {
      throw UsageProblem(
        Phrase(id: "“\(text)” harus persen saja.", en: "“\(text)” must be a plain percentage."),
        advice: Phrase(id: "Tulis misalnya 1%.", en: "Write 1%, for example."))
    }
    return try argument { try Rate(parsing: text, per: .year) }.billionths
  }

  /// What is cut at disbursement: a percentage of the loan or a fixed sum.
  static func charge(_ text: String) throws -> LoanFee.Charge {
    guard text.contains("%") else { return .fixed(try amount(text)) }
    return .share(billionths: try share(text), minimum: nil, maximum: nil)
  }

  /// `provisi=1%:4-1110`, `materai=25000:2-1600` or `wajib=1%:savings/wajib`.
  static func fee(_ text: String) throws -> LoanFee {
    let form = Phrase(id: "NAMA=POTONGAN:TUJUAN", en: "NAME=CHARGE:TARGET")
    let (name, rest) = try pair(text, form)
    let (amount, target) = try pair(rest, at: ":", form)
    let savings = "savings/"
    return LoanFee(
      code: name, charge: try charge(amount),
      target: target.hasPrefix(savings)
        ? .savings(product: String(target.dropFirst(savings.count)))
        : .account(try argument(target, AccountCode.init)))
  }

  /// `0.1%/day:arrears` or `5000/day:installment`.
  static func lateFee(_ text: String) throws -> LateFeeRule {
    let form = Phrase(id: "DENDA/WAKTU:DASAR", en: "CHARGE/PERIOD:BASE")
    let (charge, base) = try pair(text, at: ":", form)
    let (amount, period) = try pair(charge, at: "/", form)
    return LateFeeRule(
      base: try choice(LateFeeRule.Base.self, base),
      charge: amount.contains("%")
        ? .share(billionths: try share(amount)) : .fixed(try Self.amount(amount)),
      period: try choice(LateFeeRule.Period.self, period))
  }

  /// `next`, `fewer`, `smaller`, `interest-first` or `savings:CODE`.
  static func prepayment(_ text: String) throws -> Prepayment {
    let savings = "savings:"
    switch text {
    case "next": return .nextInstallments
    case "fewer": return .fewerInstallments
    case "smaller": return .smallerInstallments
    case "interest-first": return .interestFirst
    case _ where text.hasPrefix(savings) && text != savings:
      return .savings(product: String(text.dropFirst(savings.count)))
    default: throw unknown(text, "next, fewer, smaller, interest-first, savings:sukarela")
    }
  }

  /// `5000`, `round:1000` or `none`.
  static func administration(_ text: String) throws -> AdministrationRule {
    try argument { try AdministrationRule(parsing: text) }
  }

  /// `none`, `elapsed`, `all` or a number of installments.
  static func settlement(_ text: String) throws -> SettlementRule.Interest {
    switch text {
    case "none": return .none
    case "elapsed": return .elapsedDays
    case "all": return .all
    default:
      guard let count = Int(text), (1...PlanTerms.largestCount).contains(count) else {
        throw unknown(text, "none, elapsed, all, 1, 2, 3")
      }
      return .installments(count)
    }
  }

  /// The class from which on recognition stops, by its word; nil for `never`.
  static func stops(_ text: String) throws -> LoanClass? {
    guard text != "never" else { return nil }
    guard let loanClass = LoanClass.allCases.first(where: { $0.code == text }) else {
      throw unknown(text, LoanClass.allCases.map(\.code).joined(separator: ", ") + ", never")
    }
    return loanClass
  }

  private static func unknown(_ text: String, _ known: String) -> UsageProblem {
    UsageProblem(
      Phrase(id: "“\(text)” tidak dikenal.", en: "“\(text)” is not known."),
      advice: Phrase(id: "Pilih salah satu: \(known).", en: "Use one of these: \(known)."))
  }

  /// An amount that is not below zero.
  static func amount(_ text: String) throws -> Rupiah {
    try argument {
      let amount = try Rupiah(parsing: text)
      guard !amount.isNegative else { throw LedgerError.amountNotPositive(amount) }
      return amount
    }
  }
}
