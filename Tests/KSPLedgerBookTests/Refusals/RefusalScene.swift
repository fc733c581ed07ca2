import Foundation
import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport

/// The book that every refusal is tried on, and the shorthands to try it with.
///
/// January is closed. 0001 has pokok and Rp500.000 of sukarela, 0002 has spent a deposit, 0003 left on
/// 10 February, 0004 is an organisation. Product `ketat` wants deposits of Rp10.000 and closes on
/// all but a few days; nobody has an account in it. Dues of Rp20.000 are asked for from February on.
final class RefusalScene {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try Self.template.copy()
    ledger = try Ledger.open(at: folder.file(), clock: standingClock)
  }

  private static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    for number in ["0001", "0002", "0003"] { try ledger.join(MemberNumber(number)) }
    try ledger.join("0004", kind: .organization)
    for (number, product, amount) in [
      ("0001", "pokok", 100_000), ("0001", "sukarela", 500_000), ("0002", "sukarela", 5_000),
      ("0003", "sukarela", 7_000),
    ] as [(String, String, Rupiah)] {
      _ = try ledger.deposit(
        amount, member: MemberNumber(number), product: ProductCode(product), on: day("2026-01-10"),
        reference: "K-\(number)-\(product)")
    }
    var terms = SavingsTerms(effectiveFrom: try month("2026-01"), minimumDeposit: 10_000)
    terms.withdrawalWindows = [try KSPTestSupport.period("2026-06-01", "2026-06-10")]
    try ledger.addSavingsProduct(.sample("ketat", prefix: "KTT"), terms: terms)
    try ledger.setDues(20_000, from: month("2026-02"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.endMembership(of: "0003", on: day("2026-02-10"))
    _ = try ledger.deposit(
      1_000, member: "0001", on: day("2026-02-20"), reference: "K-dibalik")
    _ = try ledger.reverse(EntryNumber(7), on: day("2026-02-20"))
    _ = try ledger.withdraw(5_000, member: "0002", on: day("2026-02-20"))
    try ledger.close()
  }

  static let today = "2026-02-21"

  /// The same book on an earlier day.
  func early(_ today: String) throws -> Ledger {
    let folder = try Self.template.copy()
    let clock = try clock(on: today)
    return try Ledger.open(
      at: folder.file(), clock: { withExtendedLifetime(folder) { clock() } })
  }

  func deposit(
    _ amount: Rupiah = 1_000, _ member: MemberNumber = "0001", _ product: ProductCode = "sukarela",
    on date: String = today, reference: String? = nil, note: EntryNote = EntryNote()
  ) throws {
    _ = try ledger.deposit(
      amount, member: member, product: product, on: day(date), reference: reference, note: note)
  }

  /// A deposit for months, where 20,000 a month is asked for from February on.
  func dues(_ amount: Rupiah, _ months: String...) throws {
    _ = try ledger.deposit(
      amount, member: "0001", product: "wajib", on: day(Self.today),
      for: months.map { try month($0) })
  }

  func withdraw(
    _ amount: Rupiah = 1_000, _ member: MemberNumber = "0001", _ product: ProductCode = "sukarela",
    on date: String = today
  ) throws {
    _ = try ledger.withdraw(amount, member: member, product: product, on: day(date))
  }

  /// Brings in a bank statement; the only thing that is wrong with it is thrown.
  func bank(_ rows: String) throws {
    try only {
      try ledger.importBankStatement(
        SheetText("date,description,debit,credit,balance\n" + rows, file: "bank.csv"))
    }
  }

  /// What a paymaster deducted of the list of February.
  func claim(_ deductions: ClaimDeductions) throws {
    let claim = try ledger.sendClaim(for: month("2026-02"), on: day(Self.today))
    try ledger.deduct(deductions, ofClaim: claim.number, on: day(Self.today))
  }

  func fee(_ amount: Rupiah = 1_000, _ member: MemberNumber = "0001", on date: String = today)
    throws
  {
    _ = try ledger.chargeFee(amount, member: member, on: day(date))
  }

  func transfer(
    _ amount: Rupiah = 1_000, _ from: String = "SUK-0001", _ to: String = "SUK-0002",
    on date: String = today
  ) throws {
    _ = try ledger.transfer(amount, from: AccountCode(from), to: AccountCode(to), on: day(date))
  }

  func manual(
    _ legs: [(String, Rupiah)], on date: String = today, reference: String? = nil,
    note: EntryNote = EntryNote()
  ) throws {
    let legs = try legs.map { ManualEntry.Leg(account: try AccountCode($0.0), amount: $0.1) }
    _ = try ledger.post(ManualEntry(on: day(date), legs: legs, reference: reference, note: note))
  }

  func join(
    _ number: String? = nil, _ name: String = "Baru", on date: String = today,
    pokok: Rupiah = 0, reference: String? = nil, note: EntryNote = EntryNote()
  ) throws {
    _ = try ledger.addMember(
      NewMember(
        number: number.map(MemberNumber.init), profile: MemberProfile(name: name),
        joinedOn: day(date), pokok: pokok,
        reference: reference, note: note))
  }

  func setTerms(_ product: ProductCode = "sukarela", _ change: (inout SavingsTerms) throws -> Void)
    throws
  {
    var terms = SavingsTerms(effectiveFrom: try month("2026-03"))
    try change(&terms)
    try ledger.setSavingsTerms(of: product, terms)
  }

  /// Imports one row of transactions and throws the only mistake that is found in it.
  func row(_ row: String) throws {
    try only {
      try ledger.importTransactions(
        csv: "date,member,product,type,amount,reference\n\(row)\n", file: "t.csv")
    }
  }

  /// Throws the only mistake that an import is refused for.
  func only<Value>(_ body: () throws -> Value) throws {
    do {
      _ = try body()
    } catch let error as LedgerError where error.code == .importRefused {
      guard error.details.count == 1 else { throw error }
      throw error.details[0]
    }
  }

  func open(_ name: String, _ access: Ledger.Access = .readWrite) throws {
    try Ledger.open(at: folder.file(name), access: access, clock: standingClock).close()
  }

  /// Another SQLite file that says what it is and of which version.
  func database(_ name: String, application: Int, version: Int) throws {
    let queue = try DatabaseQueue(path: folder.file(name))
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE t (x); PRAGMA application_id = \(application)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    try queue.close()
  }

  func write(_ bytes: some DataProtocol, _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name)))
  }
}
