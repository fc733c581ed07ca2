import GRDB
import KSPCore

/// Rows of a cash book of which somebody says that they are in the book by another act: each is
/// shown its voucher, or refused.
struct CashClaims {
  private struct Claim {
    let proposal: CashProposal
    let amount: Rupiah
    let place: LedgerError.Place
    /// What it moves on the account of the cash; debit-positive.
    let moved: Rupiah
  }

  private let db: Database
  private let account: (id: AccountID, code: AccountCode)
  private var named: [EntryNumber: [Claim]] = [:]
  private var unnamed: [[Claim]] = []

  init(_ db: Database, on account: (id: AccountID, code: AccountCode)) {
    self.db = db
    self.account = account
  }

  /// Notes that a row, or a part of it, is said to be in the book.
  mutating func note(
    _ proposal: CashProposal, _ amount: Rupiah, by entry: EntryNumber?, at place: LedgerError.Place
  ) throws {
    let claim = Claim(
      proposal: proposal, amount: amount, place: place,
      moved: proposal.row.isReceipt ? amount : try amount.negated())
    if let entry {
      named[entry, default: []].append(claim)
    } else if let alike = unnamed.firstIndex(where: {
      $0[0].proposal.row.date == proposal.row.date && $0[0].moved == claim.moved
    }) {
      unnamed[alike].append(claim)
    } else {
      unnamed.append([claim])
    }
  }

  /// The rows with their vouchers, in the order of the sheets; `problems` takes those without.
  func settled(_ problems: inout [LedgerError]) throws -> [CashImportReport.Booked] {
    var booked: [CashImportReport.Booked] = []
    for (entry, claims) in named.sorted(by: { $0.key < $1.key }) {
      if let reason = try doubt(of: entry, claims) {
        problems += claims.map { refused($0, reason) }
      } else {
        booked += claims.map { CashImportReport.Booked($0.proposal, $0.amount, by: entry) }
      }
    }
    for claims in unnamed {
      let found = try vouchers(moving: claims[0].moved, on: claims[0].proposal.row.date)
      guard found.count == claims.count else {
        problems += claims.map { refused($0, reason(found)) }
        continue
      }
      for (claim, entry) in zip(claims, found) {
        booked.append(CashImportReport.Booked(claim.proposal, claim.amount, by: entry))
      }
    }
    return booked.sorted { ($0.date, $0.name, $0.line) < ($1.date, $1.name, $1.line) }
  }

  /// Why a voucher that was named is not what the rows say; nil where it is. Several rows may share
  /// one.
  private func doubt(of entry: EntryNumber, _ claims: [Claim]) throws -> Phrase? {
    let moved = try Int64.fetchOne(
      db, sql: "SELECT sum(amount) FROM posting WHERE entry = ? AND account = ?",
      arguments: [entry.value, account.id.value]
    ).map { Rupiah(sen: $0) }
    let said = try claims.map(\.moved).sum()
    guard moved != said else { return nil }
    guard let moved else {
      return Phrase(
        id: "\(entry) tidak menggerakkan akun \(account.code)",
        en: "\(entry) moves nothing on account \(account.code)")
    }
    return Phrase(
      id: "\(entry) menggerakkan \(moved.formatted) di akun \(account.code), bukan "
        + said.formatted,
      en: "\(entry) moves \(moved.formatted) on account \(account.code), not \(said.formatted)")
  }

  /// The vouchers of a day that stand, came from no cash book, and are named by no row.
  private func vouchers(moving amount: Rupiah, on date: BookDate) throws -> [EntryNumber] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT e.id FROM posting p JOIN entry e ON e.id = p.entry
        JOIN entryStanding s ON s.id = e.id
        WHERE p.account = ?1 AND p.bookDate = ?2 AND e.reverses IS NULL AND s.reversedBy IS NULL
          AND (e.reference IS NULL OR e.reference NOT LIKE ?3 || '%')
        GROUP BY e.id HAVING sum(p.amount) = ?4 ORDER BY e.id
        """,
      arguments: [account.id.value, date.dayNumber, CashReferences.prefix, amount.sen]
    ).map { EntryNumber($0) }.filter { named[$0] == nil }
  }

  private func reason(_ found: [EntryNumber]) -> Phrase {
    guard !found.isEmpty else {
      return Phrase(
        id: "tidak ada bukti hari itu dengan jumlah ini di akun \(account.code)",
        en: "no voucher of that day has this amount on account \(account.code)")
    }
    return Phrase(
      id: "yang cocok \(found.listed); sebut buktinya: sudah \(found[0])",
      en: "what fits is \(found.listed); name the voucher: booked \(found[0])")
  }

  private func refused(_ claim: Claim, _ reason: Phrase) -> LedgerError {
    LedgerError.cashBookUnanswered(claim.proposal.row.description, reason).at(claim.place)
  }
}
