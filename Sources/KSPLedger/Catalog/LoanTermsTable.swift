import GRDB
import KSPCore

/// Reads and writes the terms of loan products.
enum LoanTermsTable {
  /// Every column read, by name: a schema whose text was damaged then fails as SQL, with an error,
  /// and not as a missing column of a row, which would end the program.
  private static let columns = [
    "effectiveFrom", "version", "method", "rateBillionths", "rateBasis", "count", "unit", "every",
    "dayCount", "interestDue", "principalGrace", "interestRoundingMode", "interestRoundingStep",
    "installmentRoundingMode", "installmentRoundingStep", "shift", "minimumAmount",
    "maximumAmount", "maximumCount", "needsApproval", "lateFeeBase", "lateFeeShare",
    "lateFeeAmount", "lateFeePeriod", "lateFeeGraceDays", "lateFeeCap", "administration",
    "administrationStep", "administrationIncome", "allocation", "prepayment",
    "prepaymentProduct", "settlementInterest", "settlementCount", "settlementPenalty",
    "settlementAdvance", "recognition", "recognitionStops", "collectibility", "provision",
  ]

  static func versions(
    _ db: Database, product: Int64
  ) throws -> [LoanProductRecord.Version] {
    let holidays = Set(
      try Int32.fetchAll(db, sql: "SELECT day FROM holiday").map { try BookDate(dayNumber: $0) })
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns.joined(separator: ", ")),
          ifnull((SELECT id FROM account WHERE code = administrationIncome), (SELECT min(account)
            FROM accountRole WHERE role = ?2 AND isHeld = 1)) AS administrationAccount
        FROM loanTerms WHERE product = ?1 ORDER BY effectiveFrom, version
        """, arguments: [product, AccountRole.feeIncome.rawValue]
    ).map { row in
      let key: (Int64, Int64) = (try row.value("effectiveFrom"), try row.value("version"))
      return LoanProductRecord.Version(
        effectiveFrom: key.0, version: key.1,
        terms: try terms(row, holidays, fees: try fees(db, product, key)),
        administrationIncome: (try row.optional("administrationAccount") as Int64?)
          .map { AccountID($0) })
    }
  }

  private static func terms(
    _ row: Row, _ holidays: Set<BookDate>, fees: [LoanFee]
  ) throws -> LoanTerms {
    try LoanTerms(
      effectiveFrom: BookMonth(ordinal: row.value("effectiveFrom")),
      plan: plan(row, holidays), minimumAmount: Rupiah(sen: row.value("minimumAmount") as Int64),
      maximumAmount: (row.optional("maximumAmount") as Int64?).map { Rupiah(sen: $0) },
      maximumCount: row.optional("maximumCount"), needsApproval: row.value("needsApproval"),
      fees: fees,
      lateFee: lateFee(row),
      allocation: (row.value("allocation") as String).split(separator: ",").map {
        try stored(LoanComponent.self, String($0))
      },
      prepayment: prepayment(row), settlement: settlement(row),
      recognition: stored(LoanTerms.Recognition.self, row.value("recognition")),
      recognitionStops: recognitionStops(row),
      collectibility: row.value("collectibility"), provision: row.value("provision"),
      administrationIncome: (row.optional("administrationIncome") as String?)
        .map { AccountCode(stored: $0) })
  }

  private static func recognitionStops(_ row: Row) throws -> LoanClass? {
    try (row.optional("recognitionStops") as Int?).map { number in
      guard let loanClass = LoanClass(rawValue: number) else {
        throw LedgerError.invariantBroken("loanTerms \(number)")
      }
      return loanClass
    }
  }

  private static func plan(_ row: Row, _ holidays: Set<BookDate>) throws -> PlanTerms {
    func rounding(_ part: String) throws -> Rounding {
      try Rounding(
        stored(Rounding.Mode.self, row.value("\(part)RoundingMode")),
        to: Rupiah(sen: row.value("\(part)RoundingStep") as Int64))
    }
    return try PlanTerms(
      method: stored(LoanMethod.self, row.value("method")),
      rate: Rate(
        billionths: row.value("rateBillionths"),
        per: stored(Rate.Basis.self, row.value("rateBasis"))),
      count: row.value("count"),
      interval: InstallmentInterval(
        stored(InstallmentInterval.Unit.self, row.value("unit")), count: row.value("every")),
      dayCount: stored(LoanDayCount.self, row.value("dayCount")),
      interestDue: stored(InterestDue.self, row.value("interestDue")),
      principalGrace: row.value("principalGrace"), interestRounding: rounding("interest"),
      installmentRounding: rounding("installment"),
      shift: DueDateShift(
        stored(DueDateShift.Rule.self, row.value("shift")), holidays: holidays),
      administration: AdministrationRule(
        fixed: row.optional("administration"), step: row.optional("administrationStep")))
  }

  private static func lateFee(_ row: Row) throws -> LateFeeRule? {
    guard let base = try row.optional("lateFeeBase") as String? else { return nil }
    let share = try row.optional("lateFeeShare") as Int64?
    let amount = Rupiah(sen: try row.optional("lateFeeAmount") ?? 0)
    return try LateFeeRule(
      base: stored(LateFeeRule.Base.self, base),
      charge: share.map { .share(billionths: $0) } ?? .fixed(amount),
      period: stored(LateFeeRule.Period.self, row.value("lateFeePeriod")),
      graceDays: row.value("lateFeeGraceDays"), capBillionths: row.optional("lateFeeCap"))
  }

  private static func prepayment(_ row: Row) throws -> Prepayment {
    switch try row.value("prepayment") as String {
    case "next": .nextInstallments
    case "fewer": .fewerInstallments
    case "smaller": .smallerInstallments
    case "interest-first": .interestFirst
    case "savings": .savings(product: try row.optional("prepaymentProduct") ?? "sukarela")
    case let word: throw LedgerError.invariantBroken("loanTerms \(word)")
    }
  }

  private static func settlement(_ row: Row) throws -> SettlementRule {
    let interest: SettlementRule.Interest =
      switch try row.value("settlementInterest") as String {
      case "none": .none
      case "elapsed": .elapsedDays
      case "installments": .installments(try row.optional("settlementCount") ?? 1)
      case "all": .all
      case let word: throw LedgerError.invariantBroken("loanTerms \(word)")
      }
    return SettlementRule(
      interest: interest, penaltyBillionths: try row.value("settlementPenalty"),
      returnsAdvance: try row.value("settlementAdvance"))
  }

  private static func fees(
    _ db: Database, _ product: Int64, _ key: (Int64, Int64)
  ) throws -> [LoanFee] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, share, minimum, maximum, amount, account, savingsProduct FROM loanFee
        WHERE product = ? AND effectiveFrom = ? AND version = ? ORDER BY line
        """, arguments: [product, key.0, key.1]
    ).map { row in
      func money(_ index: Int) throws -> Rupiah? {
        try (row.optional(index) as Int64?).map { Rupiah(sen: $0) }
      }
      let charge: LoanFee.Charge =
        try (row.optional(1) as Int64?).map {
          .share(billionths: $0, minimum: try money(2), maximum: try money(3))
        } ?? .fixed(money(4) ?? .zero)
      if let account = try row.optional(5) as String? {
        return LoanFee(
          code: try row.value(0), charge: charge, target: .account(AccountCode(stored: account)))
      }
      guard let savings = try row.optional(6) as String? else {
        throw LedgerError.invariantBroken("loanFee \(product): no account")
      }
      return LoanFee(code: try row.value(0), charge: charge, target: .savings(product: savings))
    }
  }

  // MARK: - Writing

  /// New terms; those that begin in the same month as older ones take their place for new loans.
  static func changes(
    _ db: Database, product: Int64, _ terms: LoanTerms
  ) throws -> [RowChange] {
    let month = Int64(terms.effectiveFrom.ordinal)
    let version =
      (try Int64.fetchOne(
        db, sql: "SELECT max(version) FROM loanTerms WHERE product = ? AND effectiveFrom = ?",
        arguments: [product, month]) ?? 0) + 1
    let key: [(String, StoredValue)] = [
      ("product", .integer(product)), ("effectiveFrom", .integer(month)),
      ("version", .integer(version)),
    ]
    return [.insert("loanTerms", key + values(of: terms))]
      + terms.fees.enumerated().map { line, fee in
        .insert("loanFee", key + [("line", StoredValue(line + 1))] + values(of: fee))
      }
  }

  private static func values(of terms: LoanTerms) -> [(String, StoredValue)] {
    let plan = terms.plan
    let lateFee = terms.lateFee
    var values: [(String, StoredValue)] = [
      ("method", StoredValue(plan.method.rawValue)),
      ("rateBillionths", StoredValue(plan.rate.billionths)),
      ("rateBasis", StoredValue(plan.rate.basis.rawValue)), ("count", StoredValue(plan.count)),
      ("unit", StoredValue(plan.interval.unit.rawValue)),
      ("every", StoredValue(plan.interval.count)),
      ("dayCount", StoredValue(plan.dayCount.rawValue)),
      ("interestDue", StoredValue(plan.interestDue.rawValue)),
      ("principalGrace", StoredValue(plan.principalGrace)),
      ("interestRoundingMode", StoredValue(plan.interestRounding.mode.rawValue)),
      ("interestRoundingStep", StoredValue(plan.interestRounding.step.sen)),
      ("installmentRoundingMode", StoredValue(plan.installmentRounding.mode.rawValue)),
      ("installmentRoundingStep", StoredValue(plan.installmentRounding.step.sen)),
      ("shift", StoredValue(plan.shift.rule.rawValue)),
      ("minimumAmount", StoredValue(terms.minimumAmount.sen)),
      ("maximumAmount", StoredValue(terms.maximumAmount?.sen)),
      ("maximumCount", StoredValue(terms.maximumCount)),
      ("needsApproval", StoredValue(terms.needsApproval)),
      ("lateFeeBase", StoredValue(lateFee?.base.rawValue)),
      ("lateFeePeriod", StoredValue(lateFee?.period.rawValue)),
      ("lateFeeGraceDays", StoredValue(lateFee?.graceDays)),
      ("lateFeeCap", StoredValue(lateFee?.capBillionths)),
      ("allocation", StoredValue(terms.allocation.map(\.rawValue).joined(separator: ","))),
      ("settlementPenalty", StoredValue(terms.settlement.penaltyBillionths)),
      ("settlementAdvance", StoredValue(terms.settlement.returnsAdvance)),
      ("administrationIncome", StoredValue(terms.administrationIncome?.text)),
      ("recognition", StoredValue(terms.recognition.rawValue)),
      ("recognitionStops", StoredValue(terms.recognitionStops?.rawValue)),
      ("collectibility", StoredValue(terms.collectibility)),
      ("provision", StoredValue(terms.provision)),
    ]
    values += plan.administration.columns
    switch lateFee?.charge {
    case .share(let billionths): values.append(("lateFeeShare", StoredValue(billionths)))
    case .fixed(let amount): values.append(("lateFeeAmount", StoredValue(amount.sen)))
    case nil: break
    }
    switch terms.prepayment {
    case .nextInstallments: values.append(("prepayment", .text("next")))
    case .fewerInstallments: values.append(("prepayment", .text("fewer")))
    case .smallerInstallments: values.append(("prepayment", .text("smaller")))
    case .interestFirst: values.append(("prepayment", .text("interest-first")))
    case .savings(let product):
      values += [("prepayment", .text("savings")), ("prepaymentProduct", StoredValue(product))]
    }
    switch terms.settlement.interest {
    case .none: values.append(("settlementInterest", .text("none")))
    case .elapsedDays: values.append(("settlementInterest", .text("elapsed")))
    case .all: values.append(("settlementInterest", .text("all")))
    case .installments(let count):
      values += [
        ("settlementInterest", .text("installments")), ("settlementCount", StoredValue(count)),
      ]
    }
    return values
  }

  private static func values(of fee: LoanFee) -> [(String, StoredValue)] {
    var values: [(String, StoredValue)] = [("code", .text(fee.code))]
    switch fee.charge {
    case .fixed(let fixed): values.append(("amount", StoredValue(fixed)))
    case .share(let billionths, let minimum, let maximum):
      values += [
        ("share", .integer(billionths)), ("minimum", StoredValue(minimum)),
        ("maximum", StoredValue(maximum)),
      ]
    }
    switch fee.target {
    case .account(let code): values.append(("account", .text(code.text)))
    case .savings(let product): values.append(("savingsProduct", .text(product)))
    }
    return values
  }
}

/// The value that a word of the file stands for.
func stored<Value: RawRepresentable>(
  _ type: Value.Type, _ word: String
) throws(LedgerError) -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: word) else { throw .invariantBroken("\(word)") }
  return value
}
