import KSPStatements

extension Samples {
  static func tillCount() throws -> TillCount {
    try TillCount(
      till: "kas-1", account: "1-1001", kind: .till, number: 7, occasion: .close,
      date: date("2026-06-30"), keeper: awkward, book: 1_355_000, counted: 1_352_500,
      pieces: CashPieces(parsing: ["100000=12", "50000=3", "500=5"]),
      differenceEntry: EntryNumber(31),
      handover: .init(
        entry: EntryNumber(32), amount: 1_352_500, account: "1-1002",
        name: Phrase(id: "Kas brankas", en: "Cash brankas")),
      recordedBy: "Rina", recordedAt: Timestamp(seconds: 1_782_900_000))
  }

  static func tills() throws -> [Till] {
    [
      Till(
        name: "brankas", account: "1-1002", kind: .safe, keeper: nil, openSince: nil,
        countedOn: try date("2026-06-30"), balance: 12_500_000, isUncounted: false),
      Till(
        name: "kas-1", account: "1-1001", kind: .till, keeper: awkward,
        openSince: try date("2026-06-30"), countedOn: try date("2026-06-30"), balance: 500_000,
        isUncounted: true),
    ]
  }

  static func collection() throws -> CollectionList {
    try CollectionList(
      till: "kolektor-1", account: "1-1003", round: 3, date: date("2026-06-29"), keeper: "Budi",
      lines: [
        CollectionList.Line(
          number: 1, member: "0001", name: awkward, target: .savings("wajib"), due: 40_000,
          collected: 40_000, entry: EntryNumber(41)),
        CollectionList.Line(
          number: 2, member: "0001", name: awkward, target: .loan("PJ-0001"), due: 1_180_000,
          collected: .zero, entry: nil),
      ], balance: 40_000)
  }
}
