import KSPCore
public import KSPLedger

/// A small cooperative with a past: five members, savings, a loan that is paid back, and January
/// closed. The same every time.
///
/// | member | sukarela | loan |
/// | --- | --- | --- |
/// | 0001 Siti Aminah | 1,500,000 | |
/// | 0002 Budi Santoso | 250,000 | flat, 6,000,000 in 12 installments, one paid |
/// | 0003 Dewi Lestari | 5,000,000 | |
/// | 0004 Agus Wijaya | | applied for 3,000,000 |
/// | 0005 PT Sumber Rejeki (an organization) | 20,000,000 | |
///
/// ```swift
/// let sample = try SampleCooperative()
/// let balance = try sample.ledger.account(AccountCode("SUK-0001")).balance
/// ```
public struct SampleCooperative: Sendable {
  /// The book, open for posting; its clock shows 2026-02-10.
  public let book: TemporaryBook
  /// The open book.
  public var ledger: Ledger { book.ledger }
  /// The number of the loan that member 0002 pays back.
  public let loan: LoanNumber

  /// Makes it.
  ///
  /// - Throws: What the acts it consists of can throw.
  public init() throws {
    let clock = FixedClock(try BookDate(parsing: "2026-01-31"))
    book = try TemporaryBook(
      settings: BookSettings(
        name: "KSP Sejahtera Bersama", legalNumber: "518/BH/XVI.7/2019",
        address: "Jl. Merdeka 45, Pangkalpinang", firstMonth: BookMonth(parsing: "2026-01")),
      clock: clock)
    let ledger = book.ledger
    for member in try Self.members() { _ = try ledger.addMember(member) }
    for (number, amount) in Self.deposits {
      _ = try ledger.deposit(
        amount, member: number, on: BookDate(parsing: "2026-01-05"),
        reference: "setor/\(number)", note: EntryNote(recordedBy: "Rina"))
    }
    loan = try ledger.disburse(
      LoanApplication(
        member: "0002", product: "flat", amount: 6_000_000, date: BookDate(parsing: "2026-01-05"),
        purpose: "Modal usaha", note: EntryNote(recordedBy: "Rina"))
    ).loan.number
    _ = try ledger.runMonthEnd(
      BookMonth(parsing: "2026-01"), note: EntryNote(recordedBy: "Rina"))
    clock.move(to: try BookDate(parsing: "2026-02-10"))
    _ = try ledger.repay(
      loan: loan, on: BookDate(parsing: "2026-02-05"),
      reference: "angsur/1", note: EntryNote(recordedBy: "Rina"))
    _ = try ledger.applyForLoan(
      LoanApplication(
        member: "0004", product: "menurun", amount: 3_000_000,
        date: BookDate(parsing: "2026-02-10"), purpose: "Renovasi rumah"))
  }

  private static func members() throws -> [NewMember] {
    let joined = try BookDate(parsing: "2026-01-02")
    return [
      ("Siti Aminah", Member.Kind.individual), ("Budi Santoso", .individual),
      ("Dewi Lestari", .individual), ("Agus Wijaya", .individual),
      ("PT Sumber Rejeki", .organization),
    ].map { name, kind in
      NewMember(
        profile: MemberProfile(name: name, kind: kind), joinedOn: joined, pokok: 500_000,
        wajib: 50_000, note: EntryNote(recordedBy: "Rina"))
    }
  }

  private static let deposits: [(MemberNumber, Rupiah)] = [
    ("0001", 1_500_000), ("0002", 250_000), ("0003", 5_000_000), ("0005", 20_000_000),
  ]
}
