import KSPCore
import KSPTestSupport
import Testing

/// The grammar of the terms of a loan product: what is written is read again, in both languages.
@Suite struct LoanTermTests {
  private func blank() throws -> LoanTerms {
    LoanTerms(
      effectiveFrom: try month("2030-12"), plan: PlanTerms(method: .flat, rate: .zero, count: 1))
  }

  /// Random terms that name their whole order, as texts do where installments have administration.
  private func random(_ random: inout SplitMix64) throws -> LoanTerms {
    var terms = try LoanTerms.random(&random)
    if terms.plan.administration != .nothing { terms.allocation = terms.order }
    return terms
  }

  /// Whatever terms say, their texts say all of it: nothing is lost on the way out and in again.
  @Test func whatTermsSayIsReadAgain() throws {
    var random = SplitMix64(seed: 20_261_128)
    for _ in 0..<400 {
      let terms = try self.random(&random)
      var copy = try blank()
      for term in LoanTerm.all {
        guard let text = term.text(terms) else { continue }
        try term.set(&copy, text)
      }
      #expect(copy == terms)
    }
  }

  /// What is taken away is as much a text as what is there.
  @Test func whatIsTakenAwayIsReadToo() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<100 {
      let (old, new) = (try self.random(&random), try self.random(&random))
      var copy = old
      for term in LoanTerm.all where term.text(new) != nil || term.text(old) != nil {
        // Days and limits are those of a late fee, which takes them along.
        guard new.lateFee != nil || !term.name.hasPrefix("lateFee") || term.name == "lateFee"
        else { continue }
        try term.set(&copy, term.text(new) ?? "none")
      }
      #expect(copy == new)
    }
  }

  /// The columns of the book hold all of the terms but their month and fees, which have tables.
  @Test func whatColumnsHoldIsRestored() throws {
    var random = SplitMix64(seed: 11)
    #expect(Set(LoanTerm.columns.map(\.name)).count == LoanTerm.columns.count)
    for _ in 0..<400 {
      var terms = try LoanTerms.random(&random)
      let row = LoanTerm.columns.compactMap { column in
        column.stored(terms).map { (column.name, $0) }
      }
      let restored = try LoanTerms(
        effectiveFrom: terms.effectiveFrom,
        restoring: TermRow(Dictionary(uniqueKeysWithValues: row)))
      terms.fees = []
      #expect(restored == terms)
    }
  }

  /// A damaged column is refused and never read as something else.
  @Test func whatNoColumnCanHoldIsRefused() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<20 {
      let terms = try LoanTerms.random(&random)
      let row = Dictionary(
        uniqueKeysWithValues: LoanTerm.columns.compactMap { column in
          column.stored(terms).map { (column.name, $0) }
        })
      for column in LoanTerm.columns {
        guard let value = row[column.name] else { continue }
        guard case .text = value, !["collectibility", "provision"].contains(column.name),
          !["administrationIncome", "prepaymentProduct"].contains(column.name)
        else { continue }
        var damaged = row
        damaged[column.name] = .text("x?x")
        #expect(
          refusal { try LoanTerms(effectiveFrom: terms.effectiveFrom, restoring: TermRow(damaged)) }
            != nil, "\(column.name)")
      }
    }
  }

  @Test func everyTermHasItsWords() throws {
    #expect(Set(LoanTerm.all.map(\.name)).count == LoanTerm.all.count)
    for term in LoanTerm.all {
      #expect(!term.label.indonesian.isEmpty && !term.label.english.isEmpty, "\(term.name)")
    }
  }

  /// Values that stand by themselves read what they write, with every part.
  @Test func valuesReadWhatTheyWrite() throws {
    var random = SplitMix64(seed: 20_261_129)
    for _ in 0..<400 {
      let terms = try LoanTerms.random(&random)
      for fee in terms.fees { #expect(try LoanFee(parsing: fee.description) == fee) }
      if let rule = terms.lateFee {
        #expect(try LateFeeRule(parsing: rule.description) == rule)
      }
      #expect(try SettlementRule(parsing: terms.settlement.description) == terms.settlement)
      #expect(try Prepayment(parsing: terms.prepayment.description) == terms.prepayment)
      let administration = terms.plan.administration
      #expect(try AdministrationRule(parsing: administration.text) == administration)
    }
  }

  @Test func bothLanguagesAreRead() throws {
    #expect(
      try LoanFee(parsing: "provisi=1,5%,min=10.000,max=500.000,50:simpanan/wajib")
        == LoanFee(
          code: "provisi",
          charge: .share(
            .percent("1.5"), minimum: 10_000, maximum: Rupiah(sen: 500_000_50)),
          target: .savings(product: "wajib")))
    #expect(
      try LateFeeRule(parsing: "0,1%/hari:tunggakan,bebas=3,batas=10%")
        == LateFeeRule(parsing: "0.1%/day:arrears,grace=3,cap=10%"))
    #expect(
      try SettlementRule(parsing: "semua,penalti=1,5%,di-muka=kembali")
        == SettlementRule(interest: .all, penalty: .percent("1.5"), returnsAdvance: true))
    #expect(try Prepayment(parsing: "jasa-dulu") == .interestFirst)
    #expect(try Prepayment(parsing: "simpanan:sukarela") == .savings(product: "sukarela"))
    #expect(try AdministrationRule(parsing: "bulatkan:1000") == .roundingUp(to: 1_000))
    #expect(try LoanClass(parsing: "Substandard") == .kurangLancar)
    #expect(try LoanMethod(parsing: "Menurun") == .declining)
  }

  /// Every word of a value is read, and no further word takes the place of one.
  @Test func everyWordMeansOneValue() throws {
    func check<Value: TermWord & Equatable>(_ type: Value.Type) throws {
      for value in Value.allCases {
        #expect(try Value(parsing: value.rawValue.uppercased()) == value)
        #expect(Value.otherWords[value.rawValue] == nil)
        #expect(!value.name.indonesian.isEmpty && !value.name.english.isEmpty)
      }
      for (word, value) in Value.otherWords { #expect(try Value(parsing: word) == value) }
      #expect(refusal { try Value(parsing: "x?x") } == .termUnreadable)
    }
    try check(LoanMethod.self)
    try check(LoanDayCount.self)
    try check(InterestDue.self)
    try check(InstallmentInterval.Unit.self)
    try check(DueDateShift.Rule.self)
    try check(Rounding.Mode.self)
    try check(Rate.Basis.self)
    try check(LateFeeRule.Base.self)
    try check(LateFeeRule.Period.self)
    try check(LoanComponent.self)
    try check(LoanTerms.Recognition.self)
    try check(InterestTerms.Method.self)
    try check(InterestTerms.RoundingMoment.self)
    try check(DayCount.self)
    try check(SavingsTerms.LeavingInterest.self)
    try check(InterestCrediting.Interval.self)
    try check(LoanFee.Earning.self)
    try check(InterestCrediting.BelowLeast.self)
    for loanClass in LoanClass.allCases {
      #expect(try LoanClass(parsing: loanClass.code) == loanClass)
    }
  }

  @Test(arguments: [
    "provisi", "provisi=1%", "a=1%,min=5,most=9:4-1110", "a=1%/year:4-1110", "a=-5:4-1110",
    "a=1%:", "a=101x%:4-1110", "a=1%,min=-5:4-1110", "a=1%,min:4-1110",
  ])
  func feesThatCannotBe(_ text: String) {
    #expect(refusal { try LoanFee(parsing: text) } != nil)
  }

  @Test(arguments: [
    "0.1%", "0.1%/day", "0.1%/year:arrears", "0.1%/day:x", "x/day:arrears", "5/day:arrears,cap=5",
    "5/day:arrears,grace=-1", "5/day:arrears,free=1",
  ])
  func lateFeesThatCannotBe(_ text: String) {
    #expect(refusal { try LateFeeRule(parsing: text) } != nil)
  }

  /// What a fee no longer has is named, as everything else is that new terms drop.
  @Test func boundsOfAFeeAreNotDroppedWithoutAWord() throws {
    var old = try blank()
    old.fees = [try LoanFee(parsing: "provisi=1%,min=10000,max=500000:4-1110")]
    var new = old
    #expect(old.dropped(by: new).isEmpty)
    new.fees = [try LoanFee(parsing: "provisi=2%,min=5000:4-1110")]
    #expect(old.dropped(by: new).map(\.english) == ["the most of the deduction provisi"])
    new.fees = [try LoanFee(parsing: "provisi=2%:4-1110")]
    #expect(old.dropped(by: new).count == 2)
  }
}
