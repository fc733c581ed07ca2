/// What a row of a sheet is, as far as that can be said before its amounts are read.
struct SheetRow {
  /// What kind of row.
  enum Standing {
    /// A row of the list.
    case listed
    case blank
    case leftOut(SheetUnderstanding.LeftOutRow.Reason)
    /// It may be a row of sums: nobody's, with amounts. `isNamed` says that a word calls it one.
    case maybeTotal(isNamed: Bool)
  }

  /// The places of the columns that rows are judged by.
  struct Places {
    /// The columns that say whose row it is, and those that may count rows.
    var keys: [Int] = []
    var counters: Set<Int> = []
    /// The columns that were taken, without the counters; and those of amounts among them.
    var taken: [Int] = []
    var amounts: [Int] = []
    /// The columns of amounts and days: where all are blank, a row says nothing.
    var facts: [Int] = []
    /// Whether a row without any amount says nothing.
    var needsAmount = false
    /// Whether an amount of zero is one.
    var keepsZeros = false
    /// The headings, as they are compared.
    var headings: [String] = []
  }

  /// Judges a row; `isBelowTotal` says that a row of sums came before it.
  ///
  /// Without a column that says whose a row is, a row can only be blank or of the list.
  static func standing(_ row: CSVRow, _ places: Places, isBelowTotal: Bool) -> Standing {
    guard !places.keys.isEmpty else {
      return row.cells.indices.allSatisfy { isNothing(row, $0) } ? .blank : .listed
    }
    let isKeyed = places.keys.contains { !isNothing(row, $0) }
    if isKeyed {
      // Most numbers begin with a digit; what does is no word.
      if places.keys.contains(where: { row.beginsWithLetter($0) }) {
        let keys = places.keys.map { row.textIfAny($0) }
        if keys.contains(where: SheetWords.saysSum) { return .maybeTotal(isNamed: true) }
        if isHeading(row, places) { return .leftOut(.heading) }
      }
      guard places.needsAmount, !places.amounts.isEmpty else { return .listed }
      let isSilent = places.amounts.allSatisfy { place in
        guard !isNothing(row, place) else { return true }
        if row.isDigits(place), !row.beginsWithZero(place) { return false }
        guard !places.keepsZeros, let cell = AmountCell(row.textIfAny(place)) else { return false }
        return cell.isZero
      }
      return isSilent ? .leftOut(.noAmount) : .listed
    }
    let filled = row.cells.indices.filter { !isNothing(row, $0) }
    guard filled.contains(where: { !places.counters.contains($0) || !isNumber(row.text($0)) })
    else {
      return .blank
    }
    if filled.contains(where: { SheetWords.saysSum(row.text($0)) }) {
      return .maybeTotal(isNamed: true)
    }
    if !places.taken.contains(where: { filled.contains($0) }) { return .leftOut(.remark) }
    if !places.amounts.isEmpty || isBelowTotal {
      if !places.facts.contains(where: { filled.contains($0) }) { return .leftOut(.remark) }
    }
    return places.amounts.contains { filled.contains($0) } ? .maybeTotal(isNamed: false) : .listed
  }

  private static func isHeading(_ row: CSVRow, _ places: Places) -> Bool {
    places.keys.allSatisfy { place in
      let text = row.textIfAny(place)
      guard text.unicodeScalars.first?.properties.isAlphabetic ?? true else { return false }
      return text.isEmpty
        || (places.headings.indices.contains(place)
          && SheetName.isNormalized(text, to: places.headings[place]))
    }
  }

  /// Whether a cell says nothing: blank, or a dash.
  static func isNothing(_ row: CSVRow, _ place: Int) -> Bool {
    if row.beginsPlainly(place) { return false }
    if row.isBlank(place) { return true }
    return row.cells[place].end - row.cells[place].start < 8 && SheetWords.isDash(row.text(place))
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }
}
