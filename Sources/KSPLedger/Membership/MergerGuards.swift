import GRDB
import KSPCore

/// What must hold before two numbers become one member.
///
/// Savings and what was paid of dues can move. What was agreed with somebody under a number, a
/// loan, a deposit, a claim, stays under it: it is ended first, or the other number is the
/// duplicate.
struct MergerGuards {
  let session: PostingSession
  let duplicate: Member
  let survivor: Member
  let id: Int64

  /// - Throws: `member.notMergeable`, `member.left`, `member.notYetJoined`.
  func require(on date: BookDate) throws {
    for member in [duplicate, survivor] {
      if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
      guard date >= member.joinedOn else {
        throw LedgerError.memberNotYetJoined(member.number, joined: member.joinedOn)
      }
    }
    try HoldGuard(session: session).requireNone(of: duplicate.number, on: date)
    try requireSamePerson()
    try requireNothingAgreed(on: date)
    try requireNothingListed()
  }

  private func refusal(_ reason: Phrase, _ advice: Phrase) -> LedgerError {
    .memberNotMergeable(duplicate.number, into: survivor.number, reason, advice)
  }

  private func requireSamePerson() throws {
    let look = Phrase(
      id: "Periksa dulu apakah keduanya orang yang sama.",
      en: "Make sure first that both are the same person.")
    guard duplicate.number != survivor.number else {
      throw refusal(Phrase(id: "nomornya sama", en: "it is the same number"), look)
    }
    guard duplicate.profile.kind == survivor.profile.kind else {
      throw refusal(
        Phrase(
          id: "yang satu orang, yang lain badan",
          en: "one is a person and the other an organisation"), look)
    }
    for (name, own, other) in [
      ("NIK", duplicate.profile.nik, survivor.profile.nik),
      ("NPWP", duplicate.profile.npwp, survivor.profile.npwp),
    ] {
      guard let own, let other, own != other else { continue }
      throw refusal(
        Phrase(id: "\(name) keduanya berbeda", en: "their \(name)s differ"),
        Phrase(
          id: "Betulkan dulu yang salah ketik, kalau memang orang yang sama.",
          en: "Correct the one that was mistyped first, if they are the same person."))
    }
  }

  private func requireNothingAgreed(on date: BookDate) throws {
    let turn = Phrase(
      id: "Selesaikan dulu, atau gabung ke arah sebaliknya.",
      en: "End it first, or merge the other way round.")
    if let loan = try MembershipDesk(session: session).openLoan(of: id) {
      throw refusal(
        Phrase(id: "masih ada pinjaman \(loan)", en: "there is loan \(loan)"), turn)
    }
    let deposits = try TermDepositReader(db: session.db).deposits(of: duplicate.number)
    if let deposit = deposits.first(where: { $0.deposit.endedOn == nil })?.deposit.account {
      throw refusal(
        Phrase(
          id: "simpanan berjangka \(deposit) masih berjalan",
          en: "term deposit \(deposit) is running"), turn)
    }
    let orders = try OrderReader(db: session.db).orders(
      of: duplicate.number, notOverBy: date)
    if let order = orders.first?.number {
      throw refusal(
        Phrase(
          id: "autodebet \(order) masih berjalan", en: "standing order \(order) is running"), turn)
    }
    let shu = try ShuReader(db: session.db).received(by: id).filter(\.left.isPositive)
    if let year = shu.first?.year {
      throw refusal(
        Phrase(
          id: "SHU \(year) belum dibayar seluruhnya", en: "the SHU of \(year) is not wholly paid"),
        turn)
    }
    let claim = try TaxDesk(session: session).claim(on: id)
    guard claim.isZero else {
      throw refusal(
        Phrase(
          id: "masih ada piutang PPh \(claim.formatted)",
          en: "\(claim.formatted) of tax is claimed"), turn)
    }
  }

  /// What a payer or a collector has on paper comes back under the number that is on it.
  private func requireNothingListed() throws {
    let wait = Phrase(
      id: "Bukukan atau tutup dulu daftarnya.", en: "Book or close that list first.")
    let claim = try Int.fetchOne(
      session.db,
      sql: """
        SELECT c.number FROM claimLine l JOIN payrollClaim c ON c.number = l.claim
        WHERE l.member = ? AND NOT EXISTS (SELECT 1 FROM claimClosing x WHERE x.claim = c.number)
          AND NOT EXISTS (SELECT 1 FROM payrollClaim n
            WHERE n.account = c.account AND n.number > c.number)
          AND l.amount > ifnull((SELECT sum(d.amount) FROM claimDeduction d
            JOIN entryStanding e ON e.id = d.entry
            WHERE d.claim = l.claim AND d.line = l.line AND e.reversedBy IS NULL), 0) LIMIT 1
        """, arguments: [id])
    if let claim {
      throw refusal(
        Phrase(
          id: "tagihan potong gaji \(claim) masih terbuka",
          en: "payroll claim \(claim) is open"), wait)
    }
    let till = try String.fetchOne(
      session.db,
      sql: """
        SELECT t.name FROM tillLine l JOIN till t ON t.account = l.account
        WHERE l.member = ? AND l.round = (SELECT max(number) FROM tillCount c
          WHERE c.account = l.account AND c.occasion <> 'count') LIMIT 1
        """, arguments: [id])
    if let till {
      throw refusal(
        Phrase(
          id: "namanya ada di daftar tagih yang dibawa \(till)",
          en: "they are on the list that \(till) has out"), wait)
    }
  }
}
