/// What the cells of a column say about it.
struct ColumnProfile {
  typealias Example = SheetUnderstanding.Example

  /// The first cell that is not blank.
  private(set) var first: Example?
  /// The first cell that looks like an amount, and the first that says somebody is out.
  private(set) var amount, status: Example?
  /// The first cell that can only be an amount, by its marks.
  private(set) var markedAmount: Example?
  /// Whether two of its cells differ.
  private(set) var varies = false
  private(set) var hasLetters = false
  /// The number that the next cell has in a column that counts; nil for one that does not.
  private(set) var nextCount: Int? = 1
  /// Cells that prove a writing of amounts, and cells that would need one.
  private(set) var proofs: [AmountWriting: Example] = [:]
  private(set) var hints: [AmountWriting: Example] = [:]
  /// The first cell in each writing of days.
  private(set) var dates: [DateWriting: (example: Example, date: BookDate)] = [:]
  private(set) var hasTime = false
  private(set) var hasShortYears = false

  /// Whether no further cell can say more about how the column counts.
  var isNumberSettled: Bool { first != nil && nextCount == nil }

  /// Whether the column counts 1, 2, 3 …
  var isCounting: Bool { (nextCount ?? 0) > 1 }

  /// What amounts are written with; nil where nothing shows.
  var writing: AmountWriting? { proofs.count == 1 ? proofs.first?.key : nil }

  /// Two cells that cannot both be read in one writing.
  var contradiction: (Example, Example)? {
    func earliest(_ writing: AmountWriting) -> Example? {
      [proofs[writing], hints[writing]].compactMap(\.self).min { $0.line < $1.line }
    }
    guard !proofs.isEmpty, let comma = earliest(.comma), let point = earliest(.point) else {
      return nil
    }
    return comma.line <= point.line ? (comma, point) : (point, comma)
  }

  // MARK: - Looking at cells

  /// Looks at a cell of a column of amounts.
  mutating func noteAmount(_ text: String, _ line: Int) {
    let example = Example(text: text, line: line)
    if first == nil { first = example }
    guard !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let cell = AmountCell(text) else {
      return
    }
    switch cell.evidence {
    case .only(let writing) where proofs[writing] == nil: proofs[writing] = example
    case .unclear(let writing) where hints[writing] == nil: hints[writing] = example
    default: break
    }
  }

  /// Looks at a cell of a column of days.
  mutating func noteDate(_ text: String, _ line: Int) {
    guard let cell = try? DateCell(text) else { return }
    hasTime = hasTime || cell.hasTime
    hasShortYears = hasShortYears || cell.isShort
    if dates[cell.writing] == nil {
      dates[cell.writing] = (Example(text: text, line: line), cell.date)
    }
  }

  /// Looks at a cell of a column that counts or numbers.
  mutating func noteNumber(_ text: String, _ line: Int) {
    if first == nil { first = Example(text: text, line: line) }
    guard let next = nextCount else { return }
    nextCount = text == String(next) || text == "\(next)." ? next + 1 : nil
  }

  /// Looks at a cell of a column that is left out.
  mutating func noteUnknown(_ text: String, _ line: Int, isMoney: Bool) {
    let example = Example(text: text, line: line)
    if let first { varies = varies || first.text != text }
    noteNumber(text, line)
    hasLetters = hasLetters || text.contains(where: \.isLetter)
    if amount == nil || markedAmount == nil, !AmountCell.beginsWithWord(text) {
      if amount == nil, Self.looksLikeAmount(text, isMoney: isMoney) { amount = example }
      if markedAmount == nil, case .only? = AmountCell(text)?.evidence { markedAmount = example }
    }
    if status == nil, SheetWords.saysOut(text) { status = example }
  }

  /// Whether a cell may be an amount: not nothing, no year of birth of a code, no telephone.
  private static func looksLikeAmount(_ text: String, isMoney: Bool) -> Bool {
    guard let cell = AmountCell(text), !cell.isZero, cell.evidence != .unreadable else {
      return false
    }
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    let isPlain = digits == text.utf8.count
    // A leading zero is that of a number which identifies; sixteen digits are a NIK.
    guard digits < 16, !(isPlain && digits > 1 && text.hasPrefix("0")) else { return false }
    return isMoney || digits >= 3
  }
}
