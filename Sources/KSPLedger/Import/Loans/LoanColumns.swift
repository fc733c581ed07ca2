import KSPCore

/// The columns of a table of running loans, and how a row is read.
struct LoanColumns {
  let number, member: CSVColumn
  private let product, principal, disbursed, term, rate, firstDue: CSVColumn
  let outstanding: CSVColumn
  private let interestArrears, interestAhead, paidUntil: CSVColumn
  private let principalArrears, lateFee: CSVColumn
  private let administration, administrationArrears, administrationAhead: CSVColumn
  private let collateral, collateralKind, collateralValue, guarantors: CSVColumn

  /// In a sheet of opening balances (`isBeside`) number and product have names of their own.
  init(_ sheet: Sheet, isBeside: Bool = false) {
    number = sheet.column(isBeside ? "loan_number" : "number")
    member = sheet.column("member")
    product = sheet.column(isBeside ? "loan_product" : "product")
    principal = sheet.column("principal")
    disbursed = sheet.column("disbursed")
    term = sheet.column("term")
    rate = sheet.column("rate")
    firstDue = sheet.column("first_due")
    outstanding = sheet.column("outstanding")
    interestArrears = sheet.column("interest_arrears")
    interestAhead = sheet.column("interest_ahead")
    paidUntil = sheet.column("paid_until")
    principalArrears = sheet.column("principal_arrears")
    lateFee = sheet.column("late_fee")
    administration = sheet.column("administration")
    administrationArrears = sheet.column("administration_arrears")
    administrationAhead = sheet.column("administration_ahead")
    collateral = sheet.column("collateral")
    collateralKind = sheet.column("collateral_kind")
    collateralValue = sheet.column("collateral_value")
    guarantors = sheet.column("guarantors")
  }

  /// What no table can do without. Interest is told by what is unpaid, or by the day through which
  /// the loan is paid.
  var needed: [CSVColumn] {
    [member, product, principal, disbursed, term, outstanding]
      + (paidUntil.isThere ? [] : [interestArrears])
  }

  /// Whether a sheet of opening balances has columns of loans.
  var isThere: Bool { outstanding.isThere || principal.isThere }

  /// Whether a row of a sheet of opening balances says anything of a loan; nothing and zero do not.
  func saysLoan(_ cells: RowReader) -> Bool {
    let amounts = [
      principal, outstanding, interestArrears, interestAhead, principalArrears, lateFee,
      administration, administrationArrears, administrationAhead, collateralValue,
    ]
    let others = [
      number, product, disbursed, term, rate, firstDue, paidUntil, collateral, collateralKind,
      guarantors,
    ]
    guard !others.contains(where: { cells.hasText($0) }) else { return true }
    for column in amounts where cells.hasText(column) {
      // What is no amount is said where it is read.
      var look = cells
      guard let amount = look.optionalAmount(column), amount.isZero else { return true }
    }
    return false
  }

  /// What a loan needs and a row of a sheet of opening balances does not give, by its headings.
  func missing(_ cells: RowReader) -> [String] {
    var missing = [product, principal, disbursed, term, outstanding].filter { !cells.hasText($0) }
    if ![interestArrears, interestAhead, paidUntil].contains(where: { cells.hasText($0) }) {
      missing.append(interestArrears)
    }
    return missing.map { $0.heading ?? $0.names.joined(separator: " / ") }
  }

  /// The column that a refusal speaks of.
  func column(for code: LedgerError.Code) -> CSVColumn {
    switch code {
    case .loanNumberTaken, .accountCodeUnreadable, .referenceReused, .openingDiffers: number
    case .loanProductUnknown: product
    case .loanOpeningDate: disbursed
    case .loanPlanInvalid, .loanPlanUnroundable: term
    case .loanOpeningPrincipal: outstanding
    case .loanOpeningInterest: interestArrears
    case .loanOpeningArrears: principalArrears
    case .loanOpeningPaidUntil: paidUntil
    case .noteUnacceptable: guarantors
    default: member
    }
  }

  func read(_ cells: inout RowReader) -> LoanOpening? {
    let number: LoanNumber? = cells.optionalNumber(number)
    let member: MemberNumber? = cells.number(member)
    let product = cells.text(product)
    let principal = cells.amount(principal, Self.requirePositive)
    let disbursedOn = cells.date(disbursed)
    let count = cells.value(term, Self.count)
    let rate = cells.optionalRate(rate)
    let firstDue = cells.optionalDate(firstDue)
    let outstanding = cells.amount(outstanding, Self.requireNotNegative)
    let interest = (
      arrears: cells.optionalAmount(interestArrears, Self.requireNotNegative),
      ahead: cells.optionalAmount(interestAhead, Self.requireNotNegative)
    )
    let paidUntil = cells.optionalDate(paidUntil)
    let told = [interestArrears, interestAhead, self.paidUntil]
    if !told.contains(where: { cells.hasText($0) }) {
      let needed = [interestArrears, self.paidUntil]
      cells.refuse(.importCellMissing(needed.called), at: interestArrears)
    }
    let principalArrears = cells.optionalAmount(principalArrears, Self.requireNotNegative)
    let lateFee = cells.optionalAmount(lateFee, Self.requireNotNegative)
    let third = (
      each: cells.optionalAmount(administration, Self.requireNotNegative),
      arrears: cells.optionalAmount(administrationArrears, Self.requireNotNegative),
      ahead: cells.optionalAmount(administrationAhead, Self.requireNotNegative)
    )
    let collaterals = collaterals(&cells)
    let guarantors = cells.optionalText(guarantors)?.split(separator: "/")
      .map { Guarantor(Self.trimmed($0)) }
    guard let member, let product, let principal, let disbursedOn, let count, let outstanding
    else { return nil }
    return LoanOpening(
      number: number, member: member, product: ProductCode(product.lowercased()),
      principal: principal,
      disbursedOn: disbursedOn, count: count, rate: rate, firstDue: firstDue,
      outstanding: outstanding, interestArrears: interest.arrears, interestAhead: interest.ahead,
      paidUntil: paidUntil, principalArrears: principalArrears, lateFee: lateFee ?? .zero,
      administration: third.each.map { $0.isZero ? .nothing : .fixed($0) },
      administrationArrears: third.arrears, administrationAhead: third.ahead,
      collaterals: collaterals, guarantors: guarantors ?? [])
  }

  private func collaterals(_ cells: inout RowReader) -> [Collateral] {
    let columns = [collateral, collateralKind, collateralValue]
    guard columns.contains(where: { cells.hasText($0) }) else { return [] }
    let description = cells.text(collateral)
    let value = cells.amount(collateralValue, Self.requireNotNegative)
    let kind = cells.optionalValue(collateralKind) { word throws(LedgerError) in
      switch word.lowercased() {
      case "deposit", "simpanan": Collateral.Kind.deposit
      case "mortgage", "hak tanggungan": Collateral.Kind.mortgage
      case "land", "tanah": Collateral.Kind.land
      case "vehicle", "kendaraan", "bpkb": Collateral.Kind.vehicle
      case "other", "lainnya": Collateral.Kind.other
      default:
        throw .importWordUnknown(
          word,
          known: [
            "deposit/simpanan", "mortgage/hak tanggungan", "land/tanah", "vehicle/kendaraan",
            "other/lainnya",
          ])
      }
    }
    guard let description, let value else { return [] }
    return [Collateral(kind: kind ?? .other, description: description, value: value)]
  }

  // MARK: - Cells

  private static func requirePositive(_ amount: Rupiah) throws(LedgerError) {
    guard amount.isPositive else { throw .amountNotPositive(amount) }
  }

  private static func requireNotNegative(_ amount: Rupiah) throws(LedgerError) {
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
  }

  private static func count(_ text: String) throws(LedgerError) -> Int {
    guard let count = Int(text) else {
      throw .loanPlanInvalid(
        Phrase(
          id: "jumlah angsuran “\(text)” bukan bilangan bulat",
          en: "the number of installments “\(text)” is not a whole number"))
    }
    return count
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
