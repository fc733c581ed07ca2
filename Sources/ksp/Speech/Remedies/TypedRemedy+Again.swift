import KSPCore

/// What is added to a command that was refused.
extension TypedRemedy {
  static func ways(_ remedy: Remedy.Again, _ language: Language) -> [[String]] {
    switch remedy {
    case .allowFutureDate: [["--future"]]
    case .endMonthEarly: [["--before-end", "--memo", Hole.reason[language]]]
    case .giveReason: [["--memo", Hole.memo[language]]]
    case .nameAuthor: [["--by", Hole.name[language]]]
    case .nameDecision: [["--decision", Hole.decision[language]]]
    case .giveReference: [["--ref", Hole.number[language]]]
    case .chooseOtherSide:
      [["--from", Hole.account[language]], ["--to", Hole.account[language]]]
    case .setOffLoans: [["--set-off-loans"]]
    case .returnWhileOwed: [["--while-owed", "--memo", Hole.reason[language]]]
    case .settle: [["--settle"]]
    case .payAhead: [["--no-settle"]]
    case .keepRestInSavings: [["--overpay", Overpayment.savings.rawValue]]
    case .changeTerms:
      [
        ["--amount", Hole.amount[language]], ["--term", Hole.count[language]],
        ["--rate", Hole.rate[language]], ["--purpose", Hole.purpose[language]],
      ]
    case .nameAllocation:
      [
        ["--allocation", "interest,late-fee,principal"],
        ["--allocation", "late-fee,interest,administration,principal"],
      ]
    case .payInterestWithEach: [["--interest-due", "each"]]
    case .chooseMethod: [["--method", Hole.method[language]]]
    case .dropLateFeeCap: [["--no-late-fee-cap"]]
    case .giveTaxNumber: [["--npwp", Hole.number[language]]]
    case .countFrom: [["--value", "JU-000012=2026-01-05"]]
    case .ignoreColumn(let column): [["--ignore", column ?? Hole.column[language]]]
    case .assignNumbers: [["--assign-numbers"]]
    case .replacePosted: [["--correct"]]
    case .giveBases: [["--members", Phrase(id: "dasar.csv", en: "bases.csv")[language]]]
    case .leaveMemberOut(let member): [["--except", member.text]]
    case .divideInOrder: [["--order", Phrase(id: "pinjaman", en: "loans")[language]]]
    }
  }
}
