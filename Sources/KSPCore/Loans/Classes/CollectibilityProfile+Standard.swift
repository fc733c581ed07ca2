extension CollectibilityProfile {
  /// The cooperative rule (Permen KUKM 14/2009, kept by Perdep 06/2016): months in arrears, and
  /// beyond that the collateral decides.
  ///
  /// Doubtful beyond the last threshold needs collateral of 75 % of the debt; without it, or after
  /// 21 more months, the loan is lost.
  public static let cooperative = CollectibilityProfile(
    code: "koperasi",
    name: Phrase(id: "Koperasi (Permen 14/2009)", en: "Cooperative (Permen 14/2009)"),
    measure: .months,
    scales: [
      scale(fromMonths: 0, principal: (1, 2), interest: (1, 3)),
      scale(fromMonths: 1, principal: (3, 6), interest: (3, 6)),
      scale(fromMonths: 6, principal: (6, 12), interest: (3, 6)),
      // Without installments: past due at all, or interest in arrears for more than three months.
      scale(fromMonths: nil, principal: (0, 3), interest: (3, 6)),
    ])

  private static func scale(
    fromMonths: Int?, principal: (Int, Int), interest: (Int, Int)
  ) -> Scale {
    Scale(
      fromMonths: fromMonths,
      steps: [
        Step(.kurangLancar, over: principal.0, interestOver: interest.0),
        Step(.diragukan, over: principal.1, interestOver: interest.1),
        Step(
          .macet, over: principal.1, interestOver: interest.1, unlessCollateral: .percent("75")),
        Step(.macet, over: principal.1 + 21, interestOver: interest.1 + 21),
      ])
  }

  /// Five classes by days past due, as cooperative software counts them: 30, 90, 120, 180.
  public static let fiveClasses = days(
    "lima-kelas", Phrase(id: "Lima kelas (hari tunggakan)", en: "Five classes (days past due)"),
    [30, 90, 120, 180])

  /// Five classes by days past due with wider steps: 30, 90, 180, 270.
  public static let fiveClassesWide = days(
    "lima-kelas-270",
    Phrase(id: "Lima kelas sampai 270 hari", en: "Five classes up to 270 days"), [30, 90, 180, 270])

  /// Microfinance institutions (POJK 41/2024): 10, 90, 120, 180 days.
  public static let microfinance = days(
    "lkm", Phrase(id: "LKM (POJK 41/2024)", en: "Microfinance (POJK 41/2024)"), [10, 90, 120, 180])

  private static func days(
    _ code: String, _ name: Phrase, _ limits: [Int]
  ) -> CollectibilityProfile {
    let classes: [LoanClass] = [.dalamPerhatianKhusus, .kurangLancar, .diragukan, .macet]
    return CollectibilityProfile(
      code: code, name: name, measure: .days,
      scales: [
        Scale(
          fromMonths: 0, steps: zip(classes, limits).map { Step($0, over: $1) })
      ])
  }

  /// Every profile that a product can name.
  public static let all = [cooperative, fiveClasses, fiveClassesWide, microfinance]

  /// The profile with a code; nil for none.
  public static func named(_ code: String) -> CollectibilityProfile? {
    all.first { $0.code == code }
  }
}
