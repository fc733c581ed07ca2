/// The sums of columns of amounts, of all rows so far and since the last row of sums.
struct SheetSums {
  /// A sum that is written otherwise than its rows come to.
  struct Difference {
    let place: Int
    let written: Rupiah
    let computed: Rupiah

    /// What is said about it.
    func warning(line: Int, heading: String) -> Phrase {
      Phrase(
        id:
          "Baris \(line): jumlah tertulis \(heading.quotable) \(written.formatted), padahal baris-barisnya \(computed.formatted).",
        en:
          "Line \(line): the written sum of \(heading.quotable) is \(written.formatted), but its rows come to \(computed.formatted)."
      )
    }
  }

  private let places: [Int]
  private let writings: [AmountWriting?]
  private var all: [Rupiah]
  private var part: [Rupiah]

  init(_ places: [Int], _ profiles: [ColumnProfile]) {
    self.places = places
    writings = places.map { profiles[$0].writing }
    all = places.map { _ in .zero }
    part = all
  }

  private func amount(_ row: CSVRow, _ index: Int) -> Rupiah? {
    guard let cell = AmountCell(row.textIfAny(places[index])) else { return nil }
    return try? cell.amount(writings[index])
  }

  /// Adds a row of the list; what cannot be read or counted is said where it is stored.
  mutating func add(_ row: CSVRow) {
    for index in places.indices {
      guard let amount = amount(row, index) else { continue }
      all[index] = (try? all[index] + amount) ?? all[index]
      part[index] = (try? part[index] + amount) ?? part[index]
    }
  }

  /// Whether the amounts of a row are sums, and which of them are not.
  func compare(_ row: CSVRow) -> (isSum: Bool, differences: [Difference]) {
    var isSum = false
    var differences: [Difference] = []
    for index in places.indices {
      guard let amount = amount(row, index) else { continue }
      if amount == all[index] || amount == part[index] {
        isSum = isSum || !amount.isZero
      } else {
        differences.append(
          Difference(place: places[index], written: amount, computed: all[index]))
      }
    }
    return (isSum && differences.isEmpty, differences)
  }

  /// The next row of sums may be that of the rows from here on.
  mutating func endPart() {
    part = places.map { _ in .zero }
  }
}
