import GRDB
import KSPCore

/// Brings in opening balances against the clearing account.
struct OpeningImport {
  private enum Target {
    case savings(member: String, product: String, account: AccountCode?, amount: Rupiah)
    case account(AccountCode, debitPositive: Rupiah?, normal: Rupiah?)
  }

  private struct Opening {
    let target: Target
    let row: CSVRow
    let column: CSVColumn
  }

  private let session: PostingSession
  private let desk: SavingsDesk
  private let date: BookDate
  private let note: EntryNote
  private let table: CSVTable
  private let member, product, account, debit, credit, amount: CSVColumn

  init(_ table: CSVTable, session: PostingSession, on date: BookDate, note: EntryNote) {
    self.session = session
    desk = SavingsDesk(session: session)
    self.date = date
    self.note = note
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
      let key = reference(opening.target)
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
    func code(_ text: String) throws(LedgerError) -> AccountCode { try AccountCode(text) }
    let code = isSavings ? cells.optionalValue(account, code) : cells.value(account, code)
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
        target: .savings(member: number, product: product, account: code, amount: amount),
        row: cells.row, column: member)
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
  private func reference(_ target: Target) -> String {
    switch target {
    case .account(let code, _, _): return "saldo-awal/\(code)"
    case .savings(let member, let product, let account, _):
      // The first account is the one that a row without an account means.
      let prefix = (try? session.catalog.product(product))?.product.accountPrefix ?? ""
      let further = account.flatMap { $0.text == "\(prefix)-\(member)" ? nil : "/\($0)" }
      return "saldo-awal/\(member)/\(product)" + (further ?? "")
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
      reference: try openReference(reference(target)), memo: note.memo,
      recordedBy: note.recordedBy, exceptions: note.exceptions)
    switch target {
    case .savings(let member, let product, let account, let amount):
      if let account { try open(account, member, product) }
      let receipt = try desk.post(
        SavingsEvent(
          .opening, amount, member: member, product: product, account: account, on: date,
          note: note))
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

  /// Opens the account that a row names where it is the member's next one.
  private func open(_ code: AccountCode, _ member: String, _ product: String) throws {
    let product = try session.catalog.product(product)
    let holder = try desk.holder(member, in: product)
    guard !holder.accounts.contains(where: { $0.code == code }),
      holder.accounts.isEmpty || product.product.kind == .sukarela,
      try desk.nextCode(holder, in: product) == code
    else { return }
    try desk.requireMembership(holder, on: max(date, holder.joinedOn))
    _ = try desk.openFurther(holder, in: product)
  }
}
