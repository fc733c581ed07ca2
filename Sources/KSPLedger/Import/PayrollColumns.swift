import KSPCore

/// A row of a payroll list as it stands in the file.
struct PayrollRow {
  let row: CSVRow
  /// The number of a loan, or of a member in its place.
  let loan: LoanNumber?
  let member: MemberNumber?
  /// One sum for everything that an order names, or for the member's only loan.
  let sum: Rupiah?
  /// What is for loans.
  let installment: Rupiah?
  /// What is for savings.
  let savings: [(product: ProductCode, amount: Rupiah, column: CSVColumn)]

  /// The content of the row, by which a list is known again.
  var fingerprint: String {
    let parts = savings.map { "\($0.product)=\($0.amount.sen)" }.sorted()
    return [
      loan?.text ?? "", member?.text ?? "", "\(sum?.sen ?? 0)", "\(installment?.sen ?? 0)",
      parts.joined(separator: "+"),
    ].joined(separator: "|")
  }
}

/// The columns of a payroll list, and how a row of it is read.
struct PayrollColumns {
  let loan, member, name, amount, installment: CSVColumn
  private let total: CSVColumn
  private let products: [(product: ProductCode, column: CSVColumn)]

  init(_ sheet: Sheet) {
    loan = sheet.column("loan")
    member = sheet.column("member")
    name = sheet.column("name")
    products = sheet.productColumns
    let columns = (
      amount: sheet.column("amount"), installment: sheet.column("installment"),
      total: sheet.column("total")
    )
    let hasParts = !products.isEmpty || columns.installment.isThere
    // Beside the number of a loan a sum is what is paid on it, unless a column says that itself.
    if columns.amount.isThere, loan.isThere, !columns.installment.isThere {
      (installment, amount, total) = (columns.amount, columns.installment, columns.total)
    } else if hasParts {
      (installment, amount) = (columns.installment, CSVColumn.missing(like: columns.amount))
      total = columns.amount.isThere ? columns.amount : columns.total
    } else if columns.amount.isThere {
      (installment, amount, total) = (columns.installment, columns.amount, columns.total)
    } else {
      (installment, amount, total) = (columns.installment, columns.total, columns.amount)
    }
  }

  var needed: [CSVColumn] {
    let hasMoney = amount.isThere || installment.isThere || !products.isEmpty
    return (loan.isThere || member.isThere ? [] : [loan]) + (hasMoney ? [] : [amount])
  }

  /// What must be said of columns that would not be read.
  func contradiction(_ sheet: Sheet) -> LedgerError? {
    let (amount, total) = (sheet.column("amount"), sheet.column("total"))
    guard amount.isThere, let twin = total.heading, let heading = amount.heading,
      total.heading != self.total.heading
    else { return nil }
    return .importColumnTwice(twin, like: heading, at: sheet.headingPlace(total))
  }

  func read(_ cells: inout RowReader, _ names: NameCheck) -> PayrollRow? {
    let number: LoanNumber? = cells.optionalNumber(loan)
    let member: MemberNumber? = cells.optionalNumber(member)
    names.check(member, &cells)
    let hasParts = installment.isThere || !products.isEmpty
    let sum = hasParts ? nil : cells.amount(amount, Self.requirePositive)
    // A dash or nothing in one part is no part.
    let paid = cells.optionalAmount(installment, Self.requireNotNegative)
    var savings: [(ProductCode, Rupiah, CSVColumn)] = []
    var all = paid ?? .zero
    for (product, column) in products {
      guard let amount = cells.optionalAmount(column, Self.requireNotNegative), !amount.isZero
      else {
        continue
      }
      savings.append((product, amount, column))
      do throws(LedgerError) { try all += amount } catch { cells.refuse(error, at: column) }
    }
    if let written = cells.optionalAmount(total), written != (sum ?? all) {
      cells.refuse(
        .importRowSum(total.heading ?? total.names[0], written: written, computed: sum ?? all),
        at: total)
    }
    guard number != nil || member != nil else {
      let keys = [loan, self.member]
      cells.refuse(.importCellMissing(keys.called), at: loan.isThere ? loan : self.member)
      return nil
    }
    guard hasParts || sum != nil else { return nil }
    return PayrollRow(
      row: cells.row, loan: number, member: member, sum: sum,
      installment: paid.flatMap { $0.isZero ? nil : $0 }, savings: savings)
  }

  /// The column that speaks for a row's payment.
  var paymentColumn: CSVColumn { installment.isThere ? installment : amount }
  /// The column that says whose row it is.
  var keyColumn: CSVColumn { loan.isThere ? loan : member }

  private static func requirePositive(_ amount: Rupiah) throws(LedgerError) {
    guard amount.isPositive else { throw .amountNotPositive(amount) }
  }

  private static func requireNotNegative(_ amount: Rupiah) throws(LedgerError) {
    guard !amount.isNegative else { throw .amountNotPositive(amount) }
  }
}
