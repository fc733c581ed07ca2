import KSPCore

/// The columns of a table of running term deposits, and how a row is read.
struct TermDepositColumns {
  let member, certificate: CSVColumn
  private let product, principal, opened, tenor, rate, payout: CSVColumn
  private let interestPaid, nextDue, accrued, rollOver, interestTo, heir, relation: CSVColumn

  init(_ sheet: Sheet) {
    member = sheet.column("member")
    certificate = sheet.column("certificate")
    product = sheet.column("product")
    principal = sheet.column("principal")
    opened = sheet.column("opened")
    tenor = sheet.column("tenor")
    rate = sheet.column("rate")
    payout = sheet.column("payout")
    interestPaid = sheet.column("interest_paid")
    nextDue = sheet.column("next_due")
    accrued = sheet.column("accrued")
    rollOver = sheet.column("roll_over")
    interestTo = sheet.column("interest_to")
    heir = sheet.column("heir")
    relation = sheet.column("heir_relation")
  }

  /// What no table can do without; terms that are not said are those of the product.
  var needed: [CSVColumn] { [member, principal, opened, tenor] }

  /// The column that a refusal speaks of.
  func column(for code: LedgerError.Code) -> CSVColumn {
    switch code {
    case .depositRateMissing, .depositTenorRefused: tenor
    case .productUnknown, .productInvalid: product
    case .depositValueDateOther: nextDue
    // The message says which of its figures.
    case .depositTakeoverUnfit: principal
    case .referenceReused: certificate
    case .accountUnknown, .releaseToAnother, .depositOwnActs: interestTo
    default: member
    }
  }

  /// A deposit as it stood on a day, with its next value date where the row says one.
  func read(
    _ cells: inout RowReader, on day: BookDate
  ) -> (opening: TermDepositOpening, nextDue: BookDate?)? {
    let member: MemberNumber? = cells.number(member)
    let certificate = cells.optionalText(certificate)
    let product = cells.optionalText(product)
    let principal = cells.amount(principal) { amount throws(LedgerError) in
      guard amount.isPositive else { throw .amountNotPositive(amount) }
    }
    let opened = cells.date(opened)
    let tenor = cells.count(tenor)
    let rate = cells.optionalRate(rate)
    let payout = cells.optionalValue(payout) { text throws(LedgerError) in
      try TermPayout(parsing: text)
    }
    let paid = cells.optionalAmount(interestPaid, Self.requireNotNegative)
    let nextDue = cells.optionalDate(nextDue)
    let accrued = cells.optionalAmount(accrued, Self.requireNotNegative)
    let rollOver = cells.optionalValue(rollOver) { text throws(LedgerError) in
      try TermRollOver(parsing: text)
    }
    let target = cells.optionalValue(interestTo) { text throws(LedgerError) in
      try AccountCode(text)
    }
    let heir = cells.optionalText(heir)
    let relation = cells.optionalText(relation)
    guard let member, let principal, let opened, let tenor else { return nil }
    let opening = TermDepositOpening(
      member: member, product: ProductCode((product ?? "berjangka").lowercased()),
      principal: principal, tenor: tenor, opened: opened, payout: payout, rollOver: rollOver,
      interestTo: target, certificate: certificate,
      takeover: .init(asOf: day, interestPaid: paid ?? .zero, accrued: accrued ?? .zero),
      rate: rate, heir: heir.map { TermDepositHeir(name: $0, relation: relation) })
    return (opening, nextDue)
  }

  private static func requireNotNegative(_ amount: Rupiah) throws(LedgerError) {
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
  }
}
