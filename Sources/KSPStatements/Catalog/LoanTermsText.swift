/// Loan terms in the words that `ksp loan product set` reads.
enum LoanTermsText {
  /// A part of a whole: `1%`.
  static func percent(_ billionths: Int64) -> String {
    Rate.percentText(billionths) + "%"
  }

  static func fee(_ fee: LoanFee) -> String {
    let charge =
      switch fee.charge {
      case .fixed(let amount): amount.description
      case .share(let billionths, _, _): percent(billionths)
      }
    let target =
      switch fee.target {
      case .account(let code): code.text
      case .savings(let product): "savings/\(product)"
      }
    return "\(fee.code)=\(charge):\(target)"
  }

  static func lateFee(_ rule: LateFeeRule) -> String {
    let charge =
      switch rule.charge {
      case .share(let billionths): percent(billionths)
      case .fixed(let amount): amount.description
      }
    return "\(charge)/\(rule.period.rawValue):\(rule.base.rawValue)"
  }

  static func prepayment(_ prepayment: Prepayment) -> String {
    switch prepayment {
    case .nextInstallments: "next"
    case .fewerInstallments: "fewer"
    case .smallerInstallments: "smaller"
    case .interestFirst: "interest-first"
    case .savings(let product): "savings:\(product)"
    }
  }

  static func settlement(_ interest: SettlementRule.Interest) -> String {
    switch interest {
    case .none: "none"
    case .elapsedDays: "elapsed"
    case .installments(let count): String(count)
    case .all: "all"
    }
  }
}
