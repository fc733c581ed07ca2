import KSPCore
package import KSPLedger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the tests of power cuts and kills stop in the middle: something that is done to the files
/// of a folder several times over. Each time is named by its number, so that the whole may be done
/// again after the cut; what is there already then stays as it is.
package enum Act: String, CaseIterable, Sendable {
  /// Single deposits, the whole day in the write-ahead log.
  case post
  /// The same while the log is moved into the book every few entries.
  case postMovingLog = "post-moving-log"
  /// The same in a book that was a copy a moment before, which has no write-ahead log yet.
  case postInCopy = "post-in-copy"
  /// The same as the second, but without waiting for the disk: what must lose some.
  case postCarelessly = "post-carelessly"
  /// Books are made.
  case initialize = "init"
  /// Lists of transactions are imported.
  case `import`
  /// Months are closed.
  case monthEnd = "month-end"
  /// Standing orders are carried out.
  case orders
  /// Term deposits are opened, paid and broken, and a month sets their interest aside.
  case termDeposits = "term-deposits"
  /// Fixed assets are bought, taken over, written off and sold.
  case assets
  /// A year is closed, adjusted and ratified, its SHU decided, divided and paid.
  case year
  /// The book is copied.
  case backup
  /// New books are made from the chain of this one.
  case rebuild
  /// The book is brought to later versions of the schema.
  case migration
  /// A report is written, and written again over the one before.
  case output
  /// The program `ksp` writes a report over another.
  case report = "ksp-output"

  /// Those that keep what they acknowledge.
  package static let careful = allCases.filter { $0 != .postCarelessly }

  /// How often it is done.
  package var count: Int {
    switch self {
    case .post, .postMovingLog, .postCarelessly: 12
    case .postInCopy: 4
    case .initialize, .backup, .rebuild, .migration: 2
    case .import, .monthEnd, .orders, .output: 3
    case .termDeposits: Self.depositSteps.count
    case .assets: Self.assetSteps.count
    case .year: Self.yearSteps.count
    case .report: 1
    }
  }

  /// What `ksp` is told, where it is a command of that program; nil where ``run(in:acknowledge:)``
  /// does it.
  package func command(in folder: String) -> [String]? {
    guard self == .report else { return nil }
    return [
      "trial-balance", "--book", folder + "/book.ksp", "--output", folder + "/laporan.csv",
      "--replace",
    ]
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - folder: Where `book.ksp` is, with the member 0001.
  ///   - acknowledge: Hears each time, by its number, that it is done and on the disk, and a word
  ///     that says what came of it: the hash at the head of the chain, where there is one.
  /// - Throws: What doing it throws.
  package func run(
    in folder: String, acknowledge: (_ number: Int, _ word: String) -> Void
  ) throws {
    let book = folder + "/book.ksp"
    switch self {
    case .post, .postMovingLog, .postInCopy, .postCarelessly, .import, .monthEnd, .orders,
      .termDeposits, .assets, .year, .backup:
      let ledger = try Ledger.open(at: book, clock: Self.clock)
      if self == .postCarelessly { try ledger.lowerSynchronous() }
      if self == .postMovingLog || self == .postCarelessly { try ledger.checkpointEvery(40) }
      for number in 1...count {
        acknowledge(number, try onOpenBook(ledger, number, folder))
      }
      try ledger.close()
    case .initialize:
      for number in 1...count {
        acknowledge(number, try Self.makeBook(at: Self.book(number, folder)))
      }
    case .rebuild:
      for number in 1...count {
        acknowledge(number, try Self.rebuild(book, to: Self.book(number, folder)))
      }
    case .migration:
      for number in 1...count {
        try Migration(and: Array(Self.steps.prefix(number))).migrate(bookAt: book)
        acknowledge(number, "")
      }
    case .report: throw FileProblem("ksp", ENOEXEC)
    case .output:
      for number in 1...count {
        try WholeFile.write(to: folder + "/laporan.csv", replacing: true, mode: 0o600) {
          try Self.write(Self.report(number), to: $0)
        }
        acknowledge(number, "")
      }
    }
  }

  private func onOpenBook(_ ledger: Ledger, _ number: Int, _ folder: String) throws -> String {
    switch self {
    case .import:
      _ = try ledger.importTransactions(
        SheetText(Self.list(number), file: "setoran-\(number).csv"))
    case .monthEnd:
      _ = try ledger.runMonthEnd(BookMonth(parsing: "2026-0\(number)"))
    case .orders:
      try Self.runOrders(of: ledger, on: number)
    case .termDeposits:
      try Self.depositSteps[number - 1](ledger)
    case .assets:
      try Self.assetSteps[number - 1](ledger)
    case .year:
      try Self.yearSteps[number - 1](ledger)
    case .backup:
      return try Self.copy(ledger, to: Self.copy(number, folder))
    default:
      _ = try ledger.deposit(
        1_000, member: "0001", on: BookDate(parsing: "2026-01-05"),
        reference: "R-\(number)",
        note: EntryNote(memo: String(repeating: "x", count: number * 37 % 300 + 1)))
    }
    return try ledger.headHash()
  }

  /// Records an order between accounts of the member, and carries all of them out on a day. The
  /// first one finds its money, those after it too little; they are tried again.
  private static func runOrders(of ledger: Ledger, on number: Int) throws {
    let day = try BookDate(parsing: "2026-01-1\(number)")
    let source: AccountCode = "SUK-0001"
    try ledger.transact { book in
      _ = try book.deposit(
        20_000, member: "0001", account: source, on: day, reference: "A-\(number)")
      let target = try book.openAccount(member: "0001", on: day, reference: "T-\(number)")
      try book.addStandingOrder(
        NewStandingOrder(
          from: source, to: .savings(target), 600_000, day: 10 + number, since: day),
        reference: "O-\(number)")
      try book.runStandingOrders(on: day)
    }
  }

  // MARK: - Books and copies

  /// A clock that stands still, so that the same act writes the same bytes.
  package static let clock: Ledger.Clock = { Timestamp(seconds: 1_896_048_000) }

  /// The book that the n-th `init` or `rebuild` makes.
  package static func book(_ number: Int, _ folder: String) -> String {
    folder + "/buku-\(number).ksp"
  }

  /// The copy that the n-th backup makes.
  package static func copy(_ number: Int, _ folder: String) -> String {
    folder + "/cadangan-\(number).ksp"
  }

  private static func makeBook(at path: String) throws -> String {
    try head {
      try Ledger.create(
        at: path,
        settings: BookSettings(name: "KSP Uji", firstMonth: BookMonth(parsing: "2026-01")),
        clock: clock)
    } orOf: {
      try Ledger.open(at: path, clock: clock)
    }
  }

  private static func copy(_ ledger: Ledger, to path: String) throws -> String {
    try head {
      _ = try ledger.backup(to: path)
      return try Ledger.open(at: path, access: .readOnly, clock: clock)
    } orOf: {
      try Ledger.open(at: path, access: .readOnly, clock: clock)
    }
  }

  private static func rebuild(_ book: String, to path: String) throws -> String {
    try head {
      _ = try Ledger.rebuild(from: book, to: path, clock: clock)
      return try Ledger.open(at: path, access: .readOnly, clock: clock)
    } orOf: {
      try Ledger.open(at: path, access: .readOnly, clock: clock)
    }
  }

  /// The head of a book that is made, or of the one that is there already.
  private static func head(
    of make: () throws -> Ledger, orOf find: () throws -> Ledger
  ) throws -> String {
    let ledger = try made(make) ?? find()
    let head = try ledger.headHash()
    try ledger.close()
    return head
  }

  private static func made(_ make: () throws -> Ledger) throws -> Ledger? {
    do {
      return try make()
    } catch let error as LedgerError {
      guard error.code == .bookExists else { throw error }
      return nil
    }
  }

  // MARK: - Contents

  /// The rows of each list.
  package static let rowsOfAList = 15

  private static func list(_ number: Int) -> String {
    (1...rowsOfAList).reduce("date,member,product,type,amount,reference\n") { text, row in
      text + "2026-01-\(row + 10),0001,sukarela,deposit,\(row * 1_000),I-\(number)-\(row)\n"
    }
  }

  /// What the n-th report holds.
  package static func report(_ number: Int) -> String {
    (1...number * 700).reduce("laporan \(number)\n") { $0 + "\($1);\($1 * number)\n" }
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw FileProblem(path, errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw FileProblem(path, errno) }
  }

  /// The rows that the last step of the migration brings.
  package static let branches = 600

  /// The steps to an invented version 3 and an invented version 4.
  package static let steps = [
    """
    CREATE TABLE branch (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    ALTER TABLE holiday ADD COLUMN note TEXT;
    INSERT INTO branch VALUES (1, 'Induk');
    """,
    """
    ALTER TABLE branch ADD COLUMN town TEXT;
    WITH RECURSIVE number (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM number WHERE n < \(branches))
    INSERT INTO branch SELECT n, 'Cabang ' || n, hex(zeroblob(40)) FROM number;
    """,
  ]
}
