import KSPCore

/// The columns of a table of running planned savings, and how a row is read.
struct PlannedColumns {
  let member: CSVColumn
  private let product, monthly, opened, tenor, monthsPaid, missed, interest: CSVColumn
  private let rate, lapsedRate, misses, payTo: CSVColumn

  init(_ sheet: Sheet) {
    member = sheet.column("member")
    product = sheet.column("product")
    monthly = sheet.column("monthly")
    opened = sheet.column("opened")
    tenor = sheet.column("tenor")
    monthsPaid = sheet.column("months_paid")
    missed = sheet.column("missed")
    interest = sheet.column("interest")
    rate = sheet.column("rate")
    lapsedRate = sheet.column("lapsed_rate")
    misses = sheet.column("misses")
    payTo = sheet.column("pay_to")
  }

  /// What no table can do without; terms that are not said are those of the product.
  var needed: [CSVColumn] { [member, product, monthly, opened, tenor, monthsPaid] }

  /// The column that a refusal speaks of.
  func column(for code: LedgerError.Code) -> CSVColumn {
    switch code {
    case .productUnknown: product
    case .plannedMissedOther: missed
    case .accountUnknown, .accountClosed: payTo
    case .plannedUnfit: monthsPaid
    default: member
    }
  }

  /// Planned savings as they stood on a day, with the months that are missed where the row says so.
  func read(
    _ cells: inout RowReader, on day: BookDate
  ) -> (new: NewPlannedSavings, missed: Int?)? {
    let member: MemberNumber? = cells.number(member)
    let product = cells.value(product) { text in ProductCode(text.lowercased()) }
    let monthly = cells.amount(monthly) { amount throws(LedgerError) in
      guard amount.isPositive else { throw .amountNotPositive(amount) }
    }
    let opened = cells.date(opened)
    let tenor = cells.count(tenor)
    let paid = cells.count(monthsPaid)
    let missed = cells.optionalCount(missed)
    let interest = cells.optionalAmount(interest) { amount throws(LedgerError) in
      guard !amount.isNegative else { throw .amountNotPositive(amount) }
    }
    let rate = cells.optionalRate(rate)
    let lapsedRate = cells.optionalRate(lapsedRate)
    let misses = cells.optionalCount(misses)
    let payTo = cells.optionalValue(payTo) { text throws(LedgerError) in try AccountCode(text) }
    guard let member, let product, let monthly, let opened, let tenor, let paid else { return nil }
    return (
      NewPlannedSavings(
        of: member, in: product, monthly, months: tenor, on: opened, payTo: payTo,
        takeover: .init(
          asOf: day, monthsPaid: paid, interest: interest ?? .zero, rate: rate,
          lapsedRate: lapsedRate, misses: misses)), missed
    )
  }
}
