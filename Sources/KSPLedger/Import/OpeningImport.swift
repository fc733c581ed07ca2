import GRDB
import KSPCore

/// Brings in opening balances against the clearing account.
struct OpeningImport {
  private enum Target {
    case savings(member: String, product: String, amount: Rupiah)
    case account(AccountCode, debitPositive: Rupiah?, normal: Rupiah?)
  }

  private struct Opening {
    let target: Target
    let row: CSVRow
    let column: CSVColumn
  }

  private let session: PostingSession
  private let date: BookDate
  private let recordedBy: String?
  private let table: CSVTable
  private let member, product, account, debit, credit, amount: CSVColumn

  init(_ table: CSVTable, session: PostingSession, on date: BookDate, recordedBy: String?) {
    self.session = session
    self.date = date
    self.recordedBy = recordedBy
    self.table = table
    member = table.column(["member", "anggota"])
    product = table.column(["product", "produk"])
    account = table.column(["account", "akun"])
    debit = table.column(["debit", "debet"])
    credit = table.column(["credit", "kredit"])
    amount = table.column(["amount", "jumlah", "saldo"])
  }

  func run(progress: ((Int) -> Void)?) throws -> ImportReport {
    // A table of members only, or of accounts only, needs the columns of its kind alone.
    var run = try ImportRun(
      table, needed: table.missing(member) == nil ? [] : [account], progress: progress)
    let openings = run.read { read(&$0) }
    var lines: [String: Int] = [:]
    var sums: [(ImportReport.Total.Kind, Rupiah)] = []
    for opening in openings {
      let key = Self.reference(opening.target)
      if let first = lines[key] {
        run.refuse(
          .importDuplicate(key, firstLine: first), opening.row, at: opening.column)
        continue
      }
      lines[key] = opening.row.position.line
      try run.store(opening.row, at: opening.column) {
        let (total, isNew) = try store(opening.target)
        sums.append(total)
        return isNew
      }
    }
    for (kind, amount) in sums { try run.count(kind, amount) }
    let clearing = try session.account(session.catalog.account(.openingClearing))
    return try run.finish(openingDifference: clearing.balance)
  }

  private func read(_ cells: inout RowReader) -> Opening? {
    func money(_ column: CSVColumn) -> Rupiah? {
      cells.optionalValue(column) { text throws(LedgerError) in try Rupiah(parsing: text) }
    }
    let isSavings = cells.hasText(member)
    let code =
      isSavings
      ? nil : cells.value(account) { text throws(LedgerError) in try AccountCode(text) }
    let amounts = (debit: money(debit), credit: money(credit), normal: money(amount))
    let needed = isSavings ? [amount, credit] : [debit, credit, amount]
    guard needed.contains(where: { cells.hasText($0) }) else {
      cells.refuse(
        .importCellMissing(needed.map { $0.names[0] }.joined(separator: " / ")), at: needed[0])
      return nil
    }
    if isSavings {
      guard let number = cells.text(member), let product = cells.text(product),
        let amount = amounts.normal ?? amounts.credit
      else { return nil }
      return Opening(
        target: .savings(member: number, product: product, amount: amount), row: cells.row,
        column: member)
    }
    guard let code else { return nil }
    do throws(LedgerError) {
      let signed: Rupiah? =
        amounts.debit == nil && amounts.credit == nil
        ? nil : try (amounts.debit ?? .zero) - (amounts.credit ?? .zero)
      return Opening(
        target: .account(code, debitPositive: signed, normal: amounts.normal), row: cells.row,
        column: account)
    } catch {
      cells.refuse(error, at: debit)
      return nil
    }
  }

  /// One opening per account: the same row again is known by it, another amount is refused.
  private static func reference(_ target: Target) -> String {
    switch target {
    case .savings(let member, let product, _): "saldo-awal/\(member)/\(product)"
    case .account(let code, _, _): "saldo-awal/\(code)"
    }
  }

  /// The reference under which a balance comes in: what was taken back may come in once more, as
  /// `…#2`, because the file has no references that anybody could change.
  private func openReference(_ first: String) throws -> String {
    var reference = first
    var attempts = 1
    while let entry = try session.entryNumber(reference: reference),
      try session.reversal(of: entry) != nil
    {
      attempts += 1
      reference = "\(first)#\(attempts)"
    }
    return reference
  }

  /// Stores a balance; says which sum it is part of, and whether it is new.
  private func store(
    _ target: Target
  ) throws -> (total: (ImportReport.Total.Kind, Rupiah), isNew: Bool) {
    let note = EntryNote(
      reference: try openReference(Self.reference(target)), recordedBy: recordedBy)
    switch target {
    case .savings(let member, let product, let amount):
      let receipt = try session.post(
        SavingsEvent(.opening, amount, member: member, product: product, on: date, note: note))
      return ((.savings, amount), !receipt.isReplay)
    case .account(let code, let signed, let normal):
      let account = try session.account(code)
      let amount =
        try signed ?? account.type.normalSide.balance(debitPositive: normal ?? .zero)
      let postings = try PostingRules.opening(
        amount, on: account.id, clearing: session.catalog.account(.openingClearing))
      let entry = try JournalEntry(.opening, on: date, postings: postings, note: note)
      let outcome = try session.post(entry) {
        guard account.savings == nil else { throw LedgerError.accountUnknown(code.text) }
        try session.requireAcceptable(postings, on: date)
      }
      let total =
        amount.isNegative
        ? (ImportReport.Total.Kind.credit, try amount.negated()) : (.debit, amount)
      return (total, !outcome.isReplay)
    }
  }
}
