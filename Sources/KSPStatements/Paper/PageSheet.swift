/// The measures of a printed page, in tenths of a millimetre.
///
/// The style sheet is written from the same measures, so that what the layout counts is what the
/// browser prints.
struct PageSheet {
  /// The name that CSS has for the sheet.
  let name: StaticString
  /// The white on all four sides.
  let margin: Int
  /// The width that can be printed on.
  let width: Int
  /// The height that can be printed on, less a little that browsers round away.
  let height: Int
  /// The height of a line of text.
  let line: Int
  /// The white above and below the text of a row.
  let pad: Int
  /// The white to the left and right of the text of a cell.
  let side: Int
  /// The size of the type.
  let em: Int
  /// The width of the labels of fields.
  let label: Int

  init(_ paper: Paper) {
    switch paper {
    case .a4:
      name = "A4"
      (margin, width, height) = (150, 1_800, 2_650)
      (line, pad, side, em, label) = (44, 7, 10, 33, 380)
    case .a5:
      name = "A5"
      (margin, width, height) = (100, 1_280, 1_880)
      (line, pad, side, em, label) = (34, 5, 7, 25, 290)
    }
  }

  /// The page number and the subject.
  var foot: Int { 2 * line }
  /// What stands at the head of the second page and all after it.
  var runningHead: Int { 2 * line }
  /// The room for signatures: who signs, three lines to sign in, and the names in full.
  func height(of signatures: [Report.Signature]) -> Int {
    let share = min(width * 38 / 100, width / max(1, signatures.count) - PageSheet.signatureGap)
    func lines(_ texts: [String]) -> Int { texts.map { self.lines(of: $0, in: share) }.max() ?? 1 }
    return (4 + lines(signatures.map(\.role)) + max(2, lines(signatures.compactMap(\.name)))) * line
  }
  /// The white between two signatures.
  static let signatureGap = 40
  /// From the head of a page to where the sheet is cut in two, in the middle of the paper.
  var half: Int { height / 2 + 10 }
  /// A row of a table with its rule; browsers round it to the next pixel.
  func row(lines: Int) -> Int { lines * line + 2 * pad + 4 }
  /// The letterhead and the title of the first page.
  func head(letterhead lines: [String], title: String) -> Int {
    let texts = lines.enumerated().reduce(0) { sum, next in
      sum
        + (next.offset == 0
          ? 2 * self.lines(of: next.element, in: width, size: em * 8 / 5)
          : self.lines(of: next.element, in: width))
    }
    return (texts + (lines.isEmpty ? 0 : 2) + 3) * line
  }

  /// The widths of columns, which fill the page.
  ///
  /// Numbers and dates get what they need; the widest column of texts gets what is left over.
  func widths(_ columns: [TextTable.Column]) -> [Int] {
    var widths = declared(columns)
    let rest = width - widths.reduce(0, +)
    let flexible = columns.indices.filter { !columns[$0].isRight && columns[$0].width >= 14 }
      .max { columns[$0].width < columns[$1].width }
    if let flexible {
      widths[flexible] = max(widths[flexible] + rest, width / 6)
    } else {
      let natural = width - rest
      widths = widths.map { $0 * width / natural }
    }
    return widths
  }

  /// The widths that columns ask for.
  func declared(_ columns: [TextTable.Column]) -> [Int] {
    columns.indices.map { (columns[$0].width + 1) * em * 57 / 100 + white(columns, $0) }
  }

  /// The white to the left and right of the text of a cell together: a text that follows a number
  /// stands away from it.
  func white(_ columns: [TextTable.Column], _ index: Int) -> Int {
    let follows = index > 0 && columns[index - 1].isRight && !columns[index].isRight
    return follows ? 4 * side : 2 * side
  }

  /// How wide a cell must be for a text to stand in one line of it.
  func needed(for text: some StringProtocol) -> Int {
    needed(advance: text.unicodeScalars.reduce(0) { $0 + PageSheet.advance($1) })
  }

  /// The same for a number, a date or a voucher, which is not broken.
  func needed(for cell: Cell) -> Int {
    // The day of a page is written out, as in `05 Mei 2026`.
    if case .date = cell { return needed(for: "05 Mei 2026") }
    return needed(advance: TextTable.length(of: cell) * PageSheet.advance("0"))
  }

  private func needed(advance: Int) -> Int { advance * em / 96 + 2 * side + 1 }

  /// How many lines a field takes at most: its label or its value, whichever is longer.
  func lines(of field: Report.Field) -> Int {
    let room = label - 20 - 30 * field.indent
    return max(
      lines(of: field.label, in: room),
      lines(of: field.value, in: width - label, size: em * 21 / 20))
  }

  /// How many lines a text takes at most in a width, for the usual sans-serif faces.
  func lines(of text: String, in width: Int, size: Int? = nil) -> Int {
    let size = size ?? em
    // Measured in hundredths of an em, a little narrower than it is: faces differ.
    let room = max(100, width * 96 / size)
    var lines = 1
    var column = 0
    var word = 0
    for scalar in text.unicodeScalars {
      let advance = PageSheet.advance(scalar)
      if scalar == " " {
        column += word + advance
        word = 0
      } else if column + word + advance <= room {
        word += advance
      } else if column > 0, word + advance <= room {
        lines += 1
        column = 0
        word += advance
      } else {
        lines += 1
        column = 0
        word = advance
      }
    }
    return lines
  }

  /// The width of a character in hundredths of an em, rather too wide than too narrow.
  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", " ", "I": 29
    case "f", "t", "r", "-", "(", ")", "[", "]", "/": 35
    case "m", "w": 84
    case "M", "W", "@", "%": 96
    case "A"..."Z", "&": 74
    case "0"..."9": 56
    case "\u{0300}"..."\u{036F}": 0
    case "\u{1100}"...: 105
    case "\u{0080}"...: 72
    default: 58
    }
  }
}
