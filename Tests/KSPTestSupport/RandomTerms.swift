public import KSPCore

extension LoanTerms {
  /// Terms of a loan product that say anything there is to say, the same for the same seed.
  public static func random(_ random: inout SplitMix64) throws -> LoanTerms {
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
      pick(Array(type.allCases))
    }
    func share(_ most: Int64 = 999_999_999) -> Share {
      Share(unchecked: .random(in: 1...most, using: &random))
    }
    func amount() -> Rupiah { Rupiah(sen: Int64.random(in: 1...99_999_999_99, using: &random)) }
    func fee(_ number: Int) throws -> LoanFee {
      let (least, more) = (amount(), amount())
      let target: LoanFee.Target = pick([
        .account(AccountCode("4-1110")), .savings(product: "wajib"),
      ])
      var earning = LoanFee.Earning.atOnce
      if case .account = target { earning = any(LoanFee.Earning.self) }
      return LoanFee(
        code: "f\(number)",
        charge: pick([
          .fixed(amount()), .share(share()), .share(share(), minimum: least),
          .share(share(), maximum: more),
          .share(share(), minimum: min(least, more), maximum: max(least, more)),
        ]),
        target: target, earning: earning)
    }
    var plan = PlanTerms(
      method: any(LoanMethod.self),
      rate: try Rate(
        billionths: .random(in: 0...999_999_999, using: &random), per: any(Rate.Basis.self)),
      count: .random(in: 13...60, using: &random),
      interval: try InstallmentInterval(
        any(InstallmentInterval.Unit.self), count: .random(in: 1...6, using: &random)),
      dayCount: any(LoanDayCount.self), principalGrace: .random(in: 0...12, using: &random),
      interestRounding: try Rounding(any(Rounding.Mode.self), to: pick(Rounding.offeredSteps)),
      installmentRounding: try Rounding(any(Rounding.Mode.self), to: pick(Rounding.offeredSteps)),
      shift: DueDateShift(any(DueDateShift.Rule.self)),
      administration: pick([.nothing, .fixed(amount()), .roundingUp(to: 1_000)]))
    plan.interestDue =
      switch plan.method {
      case .bullet: any(InterestDue.self)
      case .flat, .declining: pick([.eachInstallment, .inAdvance])
      case .annuity, .fixedPrice: .eachInstallment
      }
    var terms = LoanTerms(effectiveFrom: try BookMonth(parsing: "2026-01"), plan: plan)
    let (least, most) = (amount(), amount())
    terms.minimumAmount = pick([.zero, min(least, most)])
    terms.maximumAmount = pick([nil, max(least, most)])
    terms.maximumCount = pick([nil, .random(in: 60...120, using: &random)])
    terms.needsApproval = .random(using: &random)
    for number in 0..<Int.random(in: 0...3, using: &random) { terms.fees.append(try fee(number)) }
    let base = any(LateFeeRule.Base.self)
    terms.lateFee = pick([
      nil,
      LateFeeRule(
        base: base, charge: pick([.share(share()), .fixed(amount())]),
        period: any(LateFeeRule.Period.self), graceDays: pick([0, 3, 30]),
        cap: base == .outstanding ? nil : pick([nil, share()])),
    ])
    let parts = LoanComponent.allCases.shuffled(using: &random)
    terms.allocation = pick([parts, parts.filter { $0 != .administration }])
    terms.prepayment = pick([
      .nextInstallments, .fewerInstallments, .interestFirst, .smallerInstallments,
      .savings(product: "sukarela"),
    ])
    terms.settlement = SettlementRule(
      interest: pick([.none, .elapsedDays, .all, .installments(.random(in: 1...9, using: &random))]
      ),
      penalty: pick([.zero, share()]), returnsAdvance: .random(using: &random))
    terms.recognition = any(LoanTerms.Recognition.self)
    terms.recognitionStops = pick([nil] + LoanClass.allCases)
    terms.collectibility = pick(CollectibilityProfile.all.map(\.code))
    terms.provision = pick(ProvisionTable.all.map(\.code))
    terms.administrationIncome = pick([nil, AccountCode("4-1110")])
    return terms
  }
}
