/// One look over all rows of a sheet: what its columns hold, and which rows are rows of the list.
struct SheetSurvey {
  /// A row that may be one of sums.
  struct Candidate {
    let row: CSVRow
    let isNamed: Bool
  }

  private(set) var profiles: [ColumnProfile]
  /// Rows that are left out, by where they begin.
  private(set) var leftOut: [Int: SheetUnderstanding.LeftOutRow.Reason] = [:]
  private(set) var leftOutRows: [SheetUnderstanding.LeftOutRow] = []
  private(set) var candidates: [Candidate] = []
  private(set) var blankRows = 0
  private(set) var rows = 0
  private var isBelowTotal = false
  private let places: SheetRow.Places
  private let plan: SheetPlan
  private let amounts: Set<Int>
  private let dates: [Int]
  private let numbers: [Int]
  private let unknown: [(place: Int, isMoney: Bool)]

  init(
    _ rowsBelow: CSVScanner, _ headings: [SheetHeader.Heading], _ plan: SheetPlan,
    _ kind: SheetKind, keepsZeros: Bool
  ) {
    self.plan = plan
    profiles = Array(repeating: ColumnProfile(), count: headings.count)
    var places = SheetRow.Places()
    places.keys = kind.keys.flatMap { plan.places($0) }
    if places.keys.isEmpty { places.keys = plan.places("name") }
    var (amounts, dates, numbers): ([Int], [Int], [Int]) = ([], [], [])
    var unknown: [(Int, Bool)] = []
    for (place, role) in plan.roles.enumerated() {
      switch role {
      case .taken(let name), .rival(let name):
        let column = kind.column(name)
        places.taken.append(place)
        switch column?.content {
        case .amount: amounts.append(place)
        case .date: dates.append(place)
        default: break
        }
        if kind.keys.contains(name) { numbers.append(place) }
        if name == "loan" { unknown.append((place, false)) }
      case .spare, .unknown, .ignored, .remark:
        if case .remark("counter") = role { places.counters.insert(place) }
        if case .spare(let name) = role, kind.keys.contains(name) { places.counters.insert(place) }
        unknown.append((place, SheetWords.speaksOfMoney(headings[place].readings)))
      }
    }
    places.amounts = amounts
    places.facts = amounts + dates
    let isTwoSided = plan.index["amount"] == nil && plan.index["deposit"] != nil
    places.needsAmount = kind.needsAmount || isTwoSided
    places.keepsZeros = keepsZeros
    places.headings = headings.map { SheetName.normalized($0.text) }
    places.counters.formUnion(numbers.count > 1 ? numbers : [])
    self.places = places
    self.amounts = Set(amounts)
    self.dates = dates
    self.numbers = numbers
    self.unknown = unknown
    var scanner = rowsBelow
    while let next = scanner.next() {
      if case .row(let row) = next { note(row) }
    }
  }

  private mutating func note(_ row: CSVRow) {
    switch SheetRow.standing(row, places, isBelowTotal: isBelowTotal) {
    case .listed:
      rows += 1
      look(at: row)
    case .blank:
      blankRows += 1
      leave(row, nil)
    case .leftOut(let reason):
      leave(row, reason)
      // What a row without an amount has in a column that is not known must not be lost either.
      if reason == .noAmount { lookForUnknown(at: row) }
    case .maybeTotal(let isNamed):
      if isNamed { isBelowTotal = true }
      candidates.append(Candidate(row: row, isNamed: isNamed))
      // Its amounts speak for the writing of their columns like those of any other row.
      for place in amounts { noteAmount(row, place) }
    }
  }

  private mutating func noteAmount(_ row: CSVRow, _ place: Int) {
    // Digits alone read alike in every writing: only the first cell is kept.
    if profiles[place].first != nil, row.isDigits(place) { return }
    guard !row.isBlank(place) else { return }
    profiles[place].noteAmount(row.text(place), row.position.line)
  }

  private mutating func look(at row: CSVRow) {
    let line = row.position.line
    for place in amounts { noteAmount(row, place) }
    for place in dates where !row.isBlank(place) {
      // Nearly all days of a column are written like its first one, and plainly.
      if let writing = DateWriting(plain: row.raw(place)), profiles[place].dates[writing] != nil {
        continue
      }
      profiles[place].noteDate(row.text(place), line)
    }
    for place in numbers where !profiles[place].isNumberSettled && !row.isBlank(place) {
      profiles[place].noteNumber(row.text(place), line)
    }
    lookForUnknown(at: row)
  }

  private mutating func lookForUnknown(at row: CSVRow) {
    for (place, isMoney) in unknown where !SheetRow.isNothing(row, place) {
      profiles[place].noteUnknown(row.text(place), row.position.line, isMoney: isMoney)
    }
  }

  private mutating func leave(_ row: CSVRow, _ reason: SheetUnderstanding.LeftOutRow.Reason?) {
    leftOut[row.position.offset] = reason ?? .remark
    guard let reason else { return }
    leftOutRows.append(
      SheetUnderstanding.LeftOutRow(
        line: row.position.line, reason: reason, text: SheetHeader.text(of: row)))
  }

  // MARK: - Rows of sums

  /// Settles which rows are sums of the rows above them; gives what a named one says wrongly.
  mutating func settleTotals(
    _ rowsBelow: CSVScanner, _ headings: [SheetHeader.Heading]
  ) -> [Phrase] {
    guard !candidates.isEmpty else { return [] }
    var sums = SheetSums(amounts.sorted(), profiles)
    var warnings: [Phrase] = []
    var open = candidates[...]
    var scanner = rowsBelow
    while let next = scanner.next() {
      guard case .row(let row) = next else { continue }
      if let candidate = open.first, candidate.row.position.offset == row.position.offset {
        open.removeFirst()
        let verdict = sums.compare(row)
        if candidate.isNamed || verdict.isSum {
          leave(row, .total)
          if candidate.isNamed {
            warnings += verdict.differences.map {
              $0.warning(line: row.position.line, heading: headings[$0.place].text)
            }
          }
          sums.endPart()
          continue
        }
        rows += 1
        look(at: row)
      }
      if leftOut[row.position.offset] == nil { sums.add(row) }
    }
    candidates = []
    leftOutRows.sort { $0.line < $1.line }
    return warnings
  }
}
