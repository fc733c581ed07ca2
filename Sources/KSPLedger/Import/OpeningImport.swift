import GRDB
import KSPCore

/// Brings in opening balances against the clearing account.
struct OpeningImport {
  private struct OpeningRow {
    enum Target {
      case savings(member: String, product: String, amount: Rupiah)
      case account(AccountCode, debitPositive: Rupiah?, normal: Rupiah?)
    }
    let target: Target
    let place: LedgerError.Place
  }

  private static let member = ["member", "anggota"]
  private static let product = ["product", "produk"]
  private static let account = ["account", "akun"]
  private static let debit = ["debit", "debet"]
  private static let credit = ["credit", "kredit"]
  private static let amount = ["amount", "jumlah", "saldo"]

  let session: PostingSession
  let date: BookDate
  let recordedBy: String?

  func run(_ table: CSVTable) throws -> ImportReport {
    var run = try ImportRun(table, columns: [])
    let rows = run.parse { cells throws(LedgerError) in try Self.row(cells) }
    var lines: [String: Int] = [:]
    for row in rows {
      let key = Self.reference(row.target)
      if let first = lines[key] {
        run.refuse(LedgerError.importDuplicate(key, firstLine: first).at(row.place))
        continue
      }
      lines[key] = row.place.line
      try run.store(at: row.place) { try store(row.target) }
    }
    let clearing = try session.account(session.catalog.account(.openingClearing))
    return try run.finish(openingDifference: clearing.balance)
  }

  private static func row(_ cells: RowReader) throws(LedgerError) -> OpeningRow {
    func money(_ names: [String]) throws(LedgerError) -> Rupiah? {
      try cells.optionalValue(names) { text throws(LedgerError) in try Rupiah(parsing: text) }
    }
    if let number = try cells.optionalText(member) {
      let given = try money(amount)
      let credited = try money(credit)
      guard let amount = given ?? credited else {
        throw LedgerError.importCellMissing("amount").at(cells.place(Self.amount))
      }
      return OpeningRow(
        target: .savings(member: number, product: try cells.text(product), amount: amount),
        place: cells.place(member))
    }
    let code = try cells.value(account) { text throws(LedgerError) in try AccountCode(text) }
    let debit = try money(debit)
    let credit = try money(credit)
    let normal = try money(amount)
    guard debit != nil || credit != nil || normal != nil else {
      throw LedgerError.importCellMissing("debit / credit").at(cells.place(Self.debit))
    }
    let signed: Rupiah? =
      debit == nil && credit == nil ? nil : try (debit ?? .zero) - (credit ?? .zero)
    return OpeningRow(
      target: .account(code, debitPositive: signed, normal: normal), place: cells.place(account))
  }

  /// One opening per account: the same row again is known by it, another amount is refused.
  private static func reference(_ target: OpeningRow.Target) -> String {
    switch target {
    case .savings(let member, let product, _): "saldo-awal/\(member)/\(product)"
    case .account(let code, _, _): "saldo-awal/\(code)"
    }
  }

  private func store(_ target: OpeningRow.Target) throws -> Bool {
    let note = EntryNote(reference: Self.reference(target), recordedBy: recordedBy)
    switch target {
    case .savings(let member, let product, let amount):
      let receipt = try session.openSavings(
        CounterEvent(amount: amount, member: member, product: product, date: date, note: note))
      return !receipt.isReplay
    case .account(let code, let signed, let normal):
      let account = try session.account(code)
      let amount =
        try signed ?? account.type.normalSide.balance(debitPositive: normal ?? .zero)
      let postings = try PostingRules.opening(
        amount, on: account.id, clearing: session.catalog.account(.openingClearing))
      let entry = try JournalEntry(.opening, on: date, postings: postings, note: note)
      return try !session.post(entry) {
        guard account.savings == nil else { throw LedgerError.accountUnknown(code.text) }
        try session.requireAcceptable(postings, on: date)
      }.isReplay
    }
  }
}
