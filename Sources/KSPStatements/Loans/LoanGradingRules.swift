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
        words.percent(table.rates[loanClass] ?? 0)
          + (table.securedClasses.contains(loanClass) ? words.afterCollateral : ""))
    }
    let haircuts = Collateral.Kind.allCases.compactMap { kind in
      Report.Field(words.collateral(kind), words.percent(table.haircuts[kind] ?? 0))
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

  func fields(into json: inout JSONWriter) {
    json.object("classes") { json in
      json.field("measure", profile.measure.rawValue)
      json.field("installmentsToCure", profile.installmentsToCure)
      json.array("limits") { json in
        for scale in profile.scales {
          for step in scale.steps {
            json.object { json in
              json.field("fromMonths", scale.fromMonths)
              json.field("class", step.loanClass.code)
              json.field("principalOver", step.principalOver)
              json.field("interestOver", step.interestOver)
              json.field("unlessCollateral", step.unlessCollateral.map(LoanTermsText.percent))
            }
          }
        }
      }
    }
    json.object("allowanceTable") { json in
      json.array("rates") { json in
        for loanClass in LoanClass.allCases {
          json.object { json in
            json.field("class", loanClass.code)
            json.field("rate", LoanTermsText.percent(table.rates[loanClass] ?? 0))
            json.field("afterCollateral", table.securedClasses.contains(loanClass))
          }
        }
      }
      json.array("haircuts") { json in
        for kind in Collateral.Kind.allCases {
          json.object { json in
            json.field("kind", kind.rawValue)
            json.field("counts", LoanTermsText.percent(table.haircuts[kind] ?? 0))
          }
        }
      }
    }
  }
}
