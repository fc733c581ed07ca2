import KSPCore

/// Reads the parts of loan terms that people write as `NAME=1%:ACCOUNT` or `0.1%/day:arrears`.
enum LoanText {
  /// A part of a whole in billionths: `1%`.
  static func share(_ text: String) throws -> Int64 {
    guard !text.contains("/") else {
      throw UsageProblem(
        Phrase("“\(text)” harus persen saja.", "“\(text)” must be a plain percentage."),
        advice: Phrase("Tulis misalnya 1%.", "Write 1%, for example."))
    }
    return try argument(text, Rate.init(parsing:)).billionths
  }

  /// What is cut at disbursement: a percentage of the loan or a fixed sum.
  static func charge(_ text: String) throws -> LoanFee.Charge {
    guard text.contains("%") else { return .fixed(try amount(text)) }
    return .share(billionths: try share(text), minimum: nil, maximum: nil)
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

/// Says which rules a loan goes beyond, with the name of each.
func announce(_ warnings: [TermsWarning]) {
  for warning in warnings { Terminal.message(text(of: warning)) }
}

/// What a warning says, and the rule that says so.
func text(of warning: TermsWarning) -> String { "\(say(warning.message)) [\(warning.rule)]" }
