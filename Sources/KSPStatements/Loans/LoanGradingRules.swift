/// What the codes of a product's classes and allowance stand for: the limits of the classes, what
/// is set aside in each, and how much of collateral counts.
struct LoanGradingRules {
  let profile: CollectibilityProfile
  let table: ProvisionTable
  let words: Wording

  init(_ profile: CollectibilityProfile, _ table: ProvisionTable, _ words: Wording) {
    self.profile = profile
    self.table = table
    self.words = words
  }

  /// The rules that terms name; nil where this program does not know them.
  init?(_ terms: LoanTerms, _ words: Wording) {
    guard let profile = CollectibilityProfile.named(terms.collectibility),
      let table = ProvisionTable.named(terms.provision)
    else { return nil }
    self.init(profile, table, words)
  }

  var blocks: [Report.Block] {
    let limits = profile.scales.flatMap { scale -> [Report.Field] in
      scale.steps.enumerated().compactMap { index, step in
        Report.Field(
          index == 0 ? words.scale(scale) : "",
          "\(words(step.loanClass.name)): \(words.step(step, profile.measure))")
      }
    }
    let rates = LoanClass.allCases.compactMap { loanClass in
      Report.Field(
        words(loanClass.name),
        words.percent(table.rates[loanClass] ?? .zero)
          + (table.securedClasses.contains(loanClass) ? words.afterCollateral : ""))
    }
    let haircuts = Collateral.Kind.allCases.compactMap { kind in
      Report.Field(words.collateral(kind), words.percent(table.haircuts[kind] ?? .zero))
    }
    return [
      .heading("\(words.loanClass): \(words(profile.name))"),
      .fields(
        limits
          + [
            Report.Field(words.cure, words.installmentsOnTime(profile.installmentsToCure))
          ].compactMap(\.self), width: 24),
      .heading("\(words.allowance): \(words(table.name))"), .fields(rates, width: 24),
      .heading(words.countedCollateral), .fields(haircuts, width: 24),
    ]
  }

  /// The same for programs.
  var data: ReportRecord {
    let limits = profile.scales.flatMap { scale in scale.steps.map { (scale, $0) } }
    return [
      "classes": .record([
        "measure": .text(profile.measure.rawValue),
        "installmentsToCure": .count(profile.installmentsToCure),
        "limits": .list(limits) { scale, step in
          [
            "fromMonths": .count(scale.fromMonths), "class": .text(step.loanClass.code),
            "principalOver": .count(step.principalOver),
            "interestOver": .count(step.interestOver),
            "unlessCollateral": .text(step.unlessCollateral?.description),
          ]
        },
      ]),
      "allowanceTable": .record([
        "rates": .list(LoanClass.allCases) { loanClass in
          [
            "class": .text(loanClass.code),
            "rate": .text((table.rates[loanClass] ?? .zero).description),
            "afterCollateral": .flag(table.securedClasses.contains(loanClass)),
          ]
        },
        "haircuts": .list(Collateral.Kind.allCases) { kind in
          [
            "kind": .text(kind.rawValue),
            "counts": .text((table.haircuts[kind] ?? .zero).description),
          ]
        },
      ]),
    ]
  }
}
