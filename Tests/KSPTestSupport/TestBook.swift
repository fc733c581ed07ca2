public import Foundation
public import KSPCore
public import KSPLedger

/// A folder of its own for one test, removed when the value goes away.
public final class TestFolder: Sendable {
  /// The folder.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "ksp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A file in the folder.
  public func file(_ name: String = "book.ksp") -> String { path + "/" + name }
}

/// A clock that stands still, after everything that tests book: 2030-01-31 00:00 UTC.
public let standingClock: Ledger.Clock = { Timestamp(seconds: 1_896_048_000) }

/// A clock that stands still at noon in Jakarta on a day.
public func clock(on text: String) throws -> Ledger.Clock {
  let seconds = Int64(try day(text).dayNumber - day("1970-01-01").dayNumber) * 86_400 + 5 * 3_600
  return { Timestamp(seconds: seconds) }
}

extension ChartOfAccounts {
  /// The standard chart with cash that may be negative: for tests that pay out and do not care
  /// where the money came from.
  public static func withoutCashLimit() throws -> ChartOfAccounts {
    try ChartOfAccounts(
      accounts: standard().accounts.map { account in
        var account = account
        account.mayBeNegative = account.isCash
        return account
      })
  }
}

/// A new book whose first month is January 2026 and whose cash may be negative: a copy of one that
/// was made, as hundreds of tests begin with it.
public func makeBook(_ folder: TestFolder) throws -> Ledger {
  try plainBook.copy(into: folder)
  return try Ledger.open(at: folder.file(), clock: clock(keeping: folder))
}

private let plainBook = BookTemplate { try createBook($0).close() }

/// The folder stays for as long as the book is there: one that lost its file takes nothing.
private func clock(
  keeping folder: TestFolder, _ clock: @escaping Ledger.Clock = standingClock
) -> Ledger.Clock {
  { withExtendedLifetime(folder) { clock() } }
}

/// A new book whose first month is January 2026; its cash may be negative unless a chart says
/// otherwise.
public func createBook(
  _ folder: TestFolder, first: String = "2026-01", chart: ChartOfAccounts? = nil,
  clock: @escaping Ledger.Clock = standingClock
) throws -> Ledger {
  try Ledger.create(
    at: folder.file(),
    settings: BookSettings(name: "KSP Uji", firstMonth: try BookMonth(parsing: first)),
    chart: chart ?? .withoutCashLimit(),
    clock: KSPTestSupport.clock(keeping: folder, clock))
}

/// A day, from its ISO text.
public func day(_ text: String) throws -> BookDate { try BookDate(parsing: text) }

/// A period, from the ISO texts of its first and last day.
public func period(_ first: String, _ last: String) throws -> BookPeriod {
  try BookPeriod(from: day(first), through: day(last))
}

/// A month, from its ISO text.
public func month(_ text: String) throws -> BookMonth { try BookMonth(parsing: text) }

extension Ledger {
  /// Adds a member who joined on the first day of 2026.
  @discardableResult
  public func join(_ number: MemberNumber, kind: Member.Kind = .individual) throws -> Member {
    try addMember(
      NewMember(
        number: number, profile: MemberProfile(name: "Anggota \(number)", kind: kind),
        joinedOn: day("2026-01-01"))
    ).member
  }
}

extension Ledger {
  /// Books what an asset of an earlier book cost and lost, which the register alone does not.
  public func bringIn(cost: Rupiah, accumulated: Rupiah, on date: BookDate) throws {
    let legs: [(AccountCode, Rupiah)] = try [
      ("1-2000", cost), ("1-2090", accumulated.negated()), ("3-1300", accumulated - cost),
    ]
    _ = try post(
      ManualEntry(
        on: date,
        legs: legs.filter { !$0.1.isZero }.map { .init(account: $0.0, amount: $0.1) }))
  }
}

extension LoanCard {
  /// Where a loan stands, whatever else happened in the book.
  public var withoutKnown: LoanCard {
    LoanCard(
      loan: loan, asOf: asOf, installments: installments, payments: payments, position: position,
      loanClass: loanClass, kept: kept, collaterals: collaterals, guarantors: guarantors,
      exposures: exposures, collateralLines: collateralLines,
      steps: steps,
      history: history, reconciliation: reconciliation, claim: claim)
  }
}

/// The folder of the package, found from this file.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension SavingsProduct {
  /// A product of the kind sukarela below the control account of purpose savings.
  public static func sample(_ code: ProductCode, prefix: String) throws -> SavingsProduct {
    SavingsProduct(
      code: code, name: Phrase(id: "Simpanan \(code)", en: "Savings \(code)"), kind: .sukarela,
      accountPrefix: prefix, controlAccount: AccountCode("2-1200"),
      interestExpenseAccount: AccountCode("5-1000"))
  }
}
