import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Fixed assets in a book beside an oracle that shares no code with it, through a year of random
/// acts: bought, taken over, moved, disposed of, taken back, and written off month by month.
@Suite struct AssetModelTests {
  private typealias Oracle = AssetOracle

  private struct Book {
    let ledger: Ledger
    var oracle = Oracle()
    var random: SplitMix64
    /// Vouchers of purchases and disposals: what they stand for.
    var vouchers: [(entry: EntryNumber, number: String, day: Int, disposal: Int?)] = []
    var places: [String: String] = [:]
    /// Since which day the ledger holds what was taken over.
    var booked: [String: Int] = [:]
    var reached: [String: Int] = [:]

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// A day of the open month.
    mutating func day() -> Int {
      pick(Oracle.first(of: oracle.open)...Oracle.last(of: oracle.open))
    }

    mutating func number() -> String? { oracle.assets.keys.sorted().randomElement(using: &random) }

    mutating func count(
      _ name: String, _ found: LedgerError.Code?, _ expected: LedgerError.Code?
    ) {
      #expect(found == expected, "\(name) in month \(oracle.open + 1)")
      reached["\(name) \(found?.rawValue ?? "ok")", default: 0] += 1
    }
  }

  private static func date(_ day: Int) throws -> BookDate {
    try KSPTestSupport.day("2026-01-01").adding(days: day - 1)
  }

  private static func rupiah(_ amount: Int) throws -> Rupiah {
    try Rupiah(rupiah: Int64(amount))
  }

  @Test func theBookFollowsTheOracle() throws {
    let seed = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_261_130
    print("asset model: KSP_SEED=\(seed)")
    let folder = try TestFolder()
    var book = Book(ledger: try makeBook(folder), random: SplitMix64(seed: seed))
    for month in 0..<12 {
      for _ in 0..<18 { try Self.act(&book) }
      try Self.close(&book, "seed \(seed), month \(month + 1)")
      try Self.compare(&book, "seed \(seed), month \(month + 1)")
    }
    #expect(try book.ledger.verify().isOK)
    guard ProcessInfo.processInfo.environment["KSP_SEED"] == nil else { return }
    for (name, floor) in [
      "buy ok": 30, "take over ok": 2, "take over late ok": 2, "move ok": 10, "dispose ok": 12,
      "dispose asset.disposed": 3, "dispose asset.unknown": 1, "dispose asset.termsUnfit": 1,
      "dispose month.earlierOpen": 2, "back ok": 5, "back asset.inUse": 3,
      "back entry.alreadyReversed": 1, "back month.earlierOpen": 1, "again ok": 3,
      "gain": 3, "loss": 3, "caught up": 1, "written to the end": 3,
    ] {
      #expect(book.reached[name, default: 0] >= floor, "\(name): \(book.reached[name] ?? 0)")
    }
  }

  private static func act(_ book: inout Book) throws {
    switch book.pick(0...19) {
    case 0..<7: try buy(&book)
    case 7..<10: try takeOver(&book)
    case 10..<12: try move(&book)
    case 12..<16: try dispose(&book)
    case 16..<19: try takeBack(&book)
    default: try rehearse(&book)
    }
  }

  // MARK: - Acts

  private static func buy(_ book: inout Book) throws {
    let (cost, life, day) = (book.pick(100...9_999) * 1_003, book.pick(0...9), book.day())
    let residual = book.pick(0...3) == 0 ? book.pick(0...cost) : 0
    let bought = try book.ledger.buyAsset(
      NewAsset(
        "Aset \(day)", cost: rupiah(cost), months: life, acquiredOn: date(day),
        residual: rupiah(residual), place: "Kantor"))
    let (asset, receipt) = (bought.asset, bought.receipt)
    book.oracle.enter(
      asset.number.text, cost: cost, residual: residual, life: life, bought: day,
      boughtMonth: Oracle.month(of: day))
    book.oracle.post([("1-2000", cost), ("1-1000", -cost)])
    book.vouchers.append((receipt.entry, asset.number.text, day, nil))
    book.places[asset.number.text] = "Kantor"
    book.count("buy", nil, nil)
  }

  /// What an earlier book had: up to its last day, or entered only when months of this one are
  /// closed, which it catches up with.
  private static func takeOver(_ book: inout Book) throws {
    let (age, life) = (book.pick(1...20), book.pick(21...30))
    let cost = book.pick(1_000...9_999) * 1_000
    let taken = book.pick(0...cost)
    let asset = try book.ledger.takeOverAsset(
      NewAsset(
        "Lama \(age)", cost: rupiah(cost), months: life,
        acquiredOn: day("2025-12-01").adding(months: -age),
        takeover: .init(asOf: day("2025-12-31"), accumulated: rupiah(taken))))
    book.oracle.enter(
      asset.number.text, cost: cost, residual: 0, life: life, bought: 0, boughtMonth: -1 - age,
      taken: taken, takenIn: -1)
    // The ledger has to hold it before a month is closed.
    let booked = Oracle.first(of: book.oracle.open)
    let legs = [("1-2000", cost), ("1-2090", -taken), ("3-1300", taken - cost)]
    _ = try book.ledger.post(
      ManualEntry(
        on: date(booked),
        legs: legs.filter { $0.1 != 0 }.map {
          try .init(account: AccountCode($0.0), amount: rupiah($0.1))
        }))
    book.oracle.post(legs)
    book.booked[asset.number.text] = booked
    book.count(book.oracle.open == 0 ? "take over" : "take over late", nil, nil)
  }

  private static func move(_ book: inout Book) throws {
    guard let number = book.number() else { return }
    let place = "Ruang \(book.pick(1...3))"
    let isThere = book.oracle.assets[number]?.undone == nil
    let found = refusal { try book.ledger.updateAsset(AssetNumber(number), place: place) }
    if found == nil { book.places[number] = place }
    book.count("move", found, isThere ? nil : .assetUnknown)
  }

  private static func dispose(_ book: inout Book) throws {
    guard let number = book.number(), let asset = book.oracle.assets[number] else { return }
    let isAhead = book.pick(0...6) == 0 && book.oracle.open < 11
    let day = isAhead ? Oracle.last(of: book.oracle.open) + book.pick(1...9) : book.day()
    let stands = asset.disposals.contains { $0.undone == nil }
    var expected: LedgerError.Code?
    if asset.undone != nil {
      expected = .assetUnknown
    } else if asset.bought > day {
      expected = .assetTermsUnfit
    } else if stands {
      expected = .assetDisposed
    } else if isAhead {
      expected = .monthEarlierOpen
    }
    let accumulated = book.oracle.accumulated(asset, on: day)
    let proceeds = book.pick(0...2) == 0 ? 0 : book.pick(0...asset.cost)
    var entry: EntryNumber?
    let found = refusal {
      entry = try book.ledger.disposeOfAsset(
        AssetNumber(number), for: rupiah(proceeds), on: date(day),
        note: EntryNote(memo: "dilepas")
      ).entry
    }
    if let entry {
      let result = proceeds + accumulated - asset.cost
      book.oracle.post([
        ("1-1000", proceeds), ("1-2090", accumulated), ("1-2000", -asset.cost),
        (result < 0 ? "5-2210" : "4-1320", -result),
      ])
      book.vouchers.append((entry, number, day, asset.disposals.count))
      book.oracle.assets[number]?.disposals.append(Oracle.Disposal(day: day))
      book.reached[result < 0 ? "loss" : "gain", default: 0] += 1
    }
    book.count("dispose", found, expected)
  }

  /// Takes a purchase or a disposal back, in the open month or, now and then, in the one after it.
  private static func takeBack(_ book: inout Book) throws {
    guard let index = book.vouchers.indices.randomElement(using: &book.random) else { return }
    let (entry, number, bought, disposal) = book.vouchers[index]
    guard let asset = book.oracle.assets[number] else { return }
    let isAhead = book.pick(0...5) == 0 && book.oracle.open < 11
    let chosen = isAhead ? Oracle.last(of: book.oracle.open) + book.pick(1...9) : book.day()
    let day = max(chosen, bought)
    let undone = disposal.map { asset.disposals[$0].undone } ?? asset.undone
    var expected: LedgerError.Code?
    if undone != nil {
      expected = .entryAlreadyReversed
    } else if disposal == nil {
      let isUsed =
        !asset.written.isEmpty || asset.disposals.contains { $0.undone == nil }
      expected =
        isUsed ? .assetInUse : Oracle.month(of: day) > book.oracle.open ? .monthEarlierOpen : nil
    }
    let found = refusal { try book.ledger.reverse(entry, on: date(day)) }
    if found == nil {
      if let disposal {
        let result = try legs(of: entry, book)
        book.oracle.post(result.map { ($0.0, -$0.1) })
        book.oracle.assets[number]?.disposals[disposal].undone = day
      } else {
        book.oracle.post([("1-2000", -asset.cost), ("1-1000", asset.cost)])
        book.oracle.assets[number]?.undone = day
      }
    }
    book.count("back", found, expected)
  }

  private static func legs(of entry: EntryNumber, _ book: Book) throws -> [(String, Int)] {
    try book.ledger.entry(entry).legs.map { ($0.account.text, Int($0.amount.sen) / 100) }
  }

  /// The same under its reference is done once; a rehearsal stores nothing.
  private static func rehearse(_ book: inout Book) throws {
    let new = try NewAsset(
      "Dua kali", cost: rupiah(2_400_000), months: 24, acquiredOn: date(book.day()))
    let head = try book.ledger.headHash()
    _ = try book.ledger.buyAsset(new, dryRun: true)
    #expect(try book.ledger.headHash() == head)
    let reference = "B-\(book.vouchers.count)-\(book.oracle.open)"
    let bought = try book.ledger.buyAsset(new, reference: reference)
    let (asset, receipt) = (bought.asset, bought.receipt)
    let again = try book.ledger.buyAsset(new, reference: reference)
    #expect(again.asset == asset && again.receipt.isReplay)
    if !receipt.isReplay {
      let day = Int(new.acquiredOn.dayNumber - (try date(1)).dayNumber) + 1
      book.oracle.enter(
        asset.number.text, cost: 2_400_000, residual: 0, life: 24, bought: day,
        boughtMonth: Oracle.month(of: day))
      book.oracle.post([("1-2000", 2_400_000), ("1-1000", -2_400_000)])
      book.vouchers.append((receipt.entry, asset.number.text, day, nil))
    }
    book.count("again", nil, nil)
  }

  // MARK: - Comparing

  private static func close(_ book: inout Book, _ place: String) throws {
    let month = try BookMonth(year: 2026, month: book.oracle.open + 1)
    let preview = try book.ledger.previewMonthEnd(month)
    let run = try book.ledger.runMonthEnd(month)
    let before = book.oracle
    let taken = book.oracle.close()
    let lines = run.sections.first { $0.code == "depreciation" }?.lines ?? []
    #expect(lines.map(\.count) == (taken.isEmpty ? [] : [taken.count]), "\(place)")
    #expect(
      lines.map(\.amount) == (taken.isEmpty ? [] : [try rupiah(taken.values.reduce(0, +))]),
      "\(place)")
    #expect(
      preview.sections.first { $0.code == "depreciation" }?.lines.map(\.amount) ?? []
        == lines.map(\.amount), "\(place)")
    for (number, amount) in taken {
      guard let asset = before.assets[number] else { continue }
      // More than one part at once: months in which it was gone, or not entered yet.
      if amount > asset.monthly * 2 - 1, asset.monthly > 1, asset.parts.count > 1 {
        book.reached["caught up", default: 0] += 1
      }
      if book.oracle.assets[number]?.parts.isEmpty == true {
        book.reached["written to the end", default: 0] += 1
      }
    }
  }

  private static func compare(_ book: inout Book, _ place: String) throws {
    let (ledger, oracle) = (book.ledger, book.oracle)
    for account in try ledger.chart() where account.isPostable {
      let isDebit = [.asset, .expense].contains(account.type)
      let expected = oracle.totals[account.code.text, default: 0]
      #expect(
        try account.balance == rupiah(isDebit ? expected : -expected), "\(place); \(account.code)")
    }
    for day in [Oracle.last(of: oracle.open - 1), book.pick(1...Oracle.last(of: oracle.open - 1))] {
      try compareRegister(book, on: day, place)
    }
    guard let number = book.number(), let asset = oracle.assets[number] else { return }
    guard asset.undone == nil else {
      #expect(
        refusal { try ledger.asset(AssetNumber(number), asOf: day("2026-12-31")) } == .assetUnknown)
      return
    }
    let card = try ledger.asset(AssetNumber(number), asOf: day("2026-12-31"))
    #expect(try card.plan.monthly == rupiah(asset.monthly) && card.plan.months == asset.months)
    let months = asset.written.sorted { $0.key < $1.key }
    #expect(
      card.months.map { "\($0.month.month) \($0.amount.sen / 100)" }
        == months.map { "\($0.key + 1) \($0.value)" }, "\(place); \(number)")
  }

  /// The register of a day: what was there, what was written off, and the accounts that hold it.
  private static func compareRegister(_ book: Book, on day: Int, _ place: String) throws {
    let (oracle, place) = (book.oracle, "\(place), day \(day)")
    let register = try book.ledger.assets(asOf: date(day))
    let held = oracle.assets.filter { oracle.presence($0.value, on: day) == .held }
    #expect(
      register.assets.map(\.asset.number.text)
        == held.keys.sorted { (book.places[$0] ?? "", $0) < (book.places[$1] ?? "", $1) },
      "\(place)")
    for standing in register.assets {
      let number = standing.asset.number.text
      guard let asset = held[number] else { continue }
      let accumulated = oracle.accumulated(asset, on: day)
      #expect(try standing.accumulated == rupiah(accumulated), "\(place); \(number)")
      #expect(try standing.bookValue == rupiah(asset.cost - accumulated), "\(place); \(number)")
      #expect(standing.asset.place == book.places[number], "\(place); \(number)")
    }
    let sums = held.values.reduce(into: (cost: 0, off: 0)) {
      $0.cost += $1.cost
      $0.off += oracle.accumulated($1, on: day)
    }
    #expect(try register.cost == rupiah(sums.cost) && register.accumulated == rupiah(sums.off))
    guard !held.isEmpty else { return }
    // What was taken over late is there before the ledger holds it.
    let unbooked = held.filter { book.booked[$0.key, default: 0] > day }.values
    #expect(
      try register.controls.map(\.register) == [rupiah(sums.cost), rupiah(sums.off)], "\(place)")
    let cost = unbooked.reduce(0) { $0 + $1.cost }
    let off = unbooked.reduce(0) { $0 + ($1.taken ?? 0) }
    #expect(
      try register.controls.map(\.difference) == [rupiah(-cost), rupiah(-off)], "\(place)")
  }
}
