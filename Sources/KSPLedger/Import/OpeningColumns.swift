import KSPCore

/// One balance that a sheet brings in.
struct OpeningBalance {
  /// Whose it is.
  enum Target {
    case savings(member: MemberNumber, product: ProductCode, account: AccountCode?, amount: Rupiah)
    case account(AccountCode, debitPositive: Rupiah?, normal: Rupiah?)
  }

  let target: Target
  let row: CSVRow
  let column: CSVColumn
}

/// What a row of a sheet brings in: balances, and the loan that stands beside them.
struct OpeningRow {
  var balances: [OpeningBalance] = []
  var loan: LoanRows.Item?
  var dues: Dues?

  /// Where a member stands with their dues.
  struct Dues {
    let member: MemberNumber
    let standing: DuesTakeover.Standing
    let row: CSVRow
  }
}

/// The columns of a sheet of opening balances, and how a row of it is read: one balance, or one for
/// each product that has a column, and the loan that stands beside them.
struct OpeningColumns {
  let member, name: CSVColumn
  private let product, account, debit, credit, amount, total: CSVColumn
  private let products: [(product: ProductCode, column: CSVColumn)]
  private let kind: SheetKind
  let loan: LoanColumns
  let dues: DuesColumns

  init(_ sheet: Sheet) {
    kind = sheet.kind
    loan = LoanColumns(sheet, isBeside: true)
    dues = DuesColumns(sheet)
    member = sheet.column("member")
    name = sheet.column("name")
    product = sheet.column("product")
    account = sheet.column("account")
    debit = sheet.column("debit")
    credit = sheet.column("credit")
    products = sheet.productColumns
    let (amount, total) = (sheet.column("amount"), sheet.column("total"))
    // Without columns of products a total is the amount.
    let isTotal = products.isEmpty && !amount.isThere
    self.amount = isTotal ? total : amount
    self.total = isTotal ? amount : total
  }

  func needed(_ sheet: Sheet) -> [CSVColumn] {
    guard member.isThere || !products.isEmpty else { return [account] }
    let hasProducts = product.isThere || !products.isEmpty
    return [member]
      + (hasProducts || account.isThere || loan.isThere || dues.isThere ? [] : [product])
  }

  /// What must be said of columns that would not be read.
  func contradiction(_ sheet: Sheet) -> LedgerError? {
    guard products.isEmpty, let twin = total.heading, let heading = amount.heading else {
      return nil
    }
    return .importColumnTwice(
      twin, like: heading, at: sheet.headingPlace(total))
  }

  /// The column that a refusal of a balance speaks of.
  func column(for code: LedgerError.Code, of opening: OpeningBalance) -> CSVColumn {
    code == .productUnknown && product.isThere ? product : opening.column
  }

  func read(_ cells: inout RowReader, _ names: NameCheck) -> OpeningRow? {
    guard cells.hasText(member) else {
      if account.isThere { return account(&cells).map { OpeningRow(balances: [$0]) } }
      cells.refuse(.importCellMissing(member.called), at: member)
      return nil
    }
    let number: MemberNumber? = cells.number(member)
    names.check(number, &cells)
    let loan = readLoan(&cells)
    let standing = dues.read(&cells)
    let taken = number.flatMap { number in
      standing.map { OpeningRow.Dues(member: number, standing: $0, row: cells.row) }
    }
    // A row may be there for its loan or for dues only.
    let savings = [product, account, amount, credit, debit]
    let isBesideOnly =
      products.isEmpty && (self.loan.saysLoan(cells) || dues.saysDues(cells))
      && !savings.contains { cells.hasText($0) }
    if isBesideOnly { return OpeningRow(loan: loan, dues: taken) }
    return (products.isEmpty ? row(number, &cells) : wide(number, &cells))
      .map { OpeningRow(balances: $0, loan: loan, dues: taken) }
  }

  /// The loan of a member, where the row has one.
  private func readLoan(_ cells: inout RowReader) -> LoanRows.Item? {
    guard loan.saysLoan(cells) else { return nil }
    let missing = loan.missing(cells)
    guard missing.isEmpty else {
      cells.refuse(.importLoanIncomplete(missing: missing), at: loan.outstanding)
      return nil
    }
    return loan.read(&cells).map { LoanRows.Item(opening: $0, row: cells.row) }
  }

  /// The balance of a row that names its product.
  private func row(_ number: MemberNumber?, _ cells: inout RowReader) -> [OpeningBalance]? {
    let code = cells.optionalValue(account) { text throws(LedgerError) in try AccountCode(text) }
    let amounts = [amount, credit].map { ($0, cells.optionalAmount($0)) }
    guard amounts.contains(where: { cells.hasText($0.0) }) else {
      cells.refuse(.importCellMissing([amount, credit].called), at: amount)
      return nil
    }
    refuseDebit(&cells)
    guard let number, let product = cells.text(product),
      let amount = amounts.compactMap(\.1).first
    else { return nil }
    return [
      OpeningBalance(
        target: .savings(
          member: number,
          product: kind.product(named: product) ?? ProductCode(product.lowercased()),
          account: code, amount: amount), row: cells.row, column: member)
    ]
  }

  /// A member owes no savings.
  private func refuseDebit(_ cells: inout RowReader) {
    guard let amount = cells.optionalAmount(debit), !amount.isZero else { return }
    cells.refuse(.amountNotPositive((try? amount.negated()) ?? amount), at: debit)
  }

  /// A balance for each product that has a column; the sum of the row, where it has one, is theirs.
  private func wide(_ number: MemberNumber?, _ cells: inout RowReader) -> [OpeningBalance]? {
    var balances: [OpeningBalance] = []
    var sum = Rupiah.zero
    refuseDebit(&cells)
    for (product, column) in products {
      guard let amount = cells.optionalAmount(column), let number else { continue }
      do throws(LedgerError) {
        sum = try sum + amount
      } catch {
        cells.refuse(error, at: column)
      }
      balances.append(
        OpeningBalance(
          target: .savings(member: number, product: product, account: nil, amount: amount),
          row: cells.row, column: column))
    }
    for column in [amount, total, credit] {
      guard let written = cells.optionalAmount(column), written != sum else { continue }
      cells.refuse(
        .importRowSum(column.heading ?? column.names[0], written: written, computed: sum),
        at: column)
    }
    return balances
  }

  private func account(_ cells: inout RowReader) -> OpeningBalance? {
    let code = cells.value(account) { text throws(LedgerError) in try AccountCode(text) }
    let debitAmount = cells.optionalAmount(debit)
    let creditAmount = cells.optionalAmount(credit)
    let normal = cells.optionalAmount(amount)
    let needed = [debit, credit, amount]
    guard needed.contains(where: { cells.hasText($0) }) else {
      cells.refuse(.importCellMissing(needed.called), at: needed[0])
      return nil
    }
    guard let code else { return nil }
    do throws(LedgerError) {
      let signed: Rupiah? =
        debitAmount == nil && creditAmount == nil
        ? nil : try (debitAmount ?? .zero) - (creditAmount ?? .zero)
      return OpeningBalance(
        target: .account(code, debitPositive: signed, normal: normal), row: cells.row,
        column: account)
    } catch {
      cells.refuse(error, at: debit)
      return nil
    }
  }
}
