import KSPCore

/// The columns of what does not recompute in a cash book.
struct CashMistakeColumns {
  let style: ReportStyle

  init(_ style: ReportStyle) {
    self.style = style
  }

  func table(_ mistakes: [CashSheetMistake]) -> ReportTable {
    let words = style.words
    return ReportTable(
      mistakes,
      [
        .left("file", words.file, 18) { .text($0.name) },
        .right("line", words("Brs", "Line"), 4) { .count($0.line) },
        .data("kind") { .text($0.kind.rawValue) },
        .left("kindName", words("Salah", "Mistake"), 20) { .text(words($0.kind.name)) }
          .only(.people),
        .data("column") { .text($0.column.rawValue) },
        .data("label") { .text($0.label) },
        .right("printed", words("Tertulis", "Printed"), 15) { .text($0.printed) },
        .right("right", words("Seharusnya", "Right"), 15) { .text($0.right) },
        .nested("carriedTo") { .count($0.carriedTo) },
      ]
    ).remarks { index in
      let mistake = mistakes[index]
      let carried = mistake.carriedTo.map {
        words("terbawa sampai baris \($0)", "carried on to line \($0)")
      }
      return [words(mistake.column.name), mistake.label, carried ?? ""].filter { !$0.isEmpty }
        .joined(separator: "; ")
    }
  }
}
