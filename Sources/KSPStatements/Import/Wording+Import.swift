extension Wording {
  var sheetTitle: String { self("YANG DIBACA DARI BERKAS", "WHAT THE FILE WAS READ AS") }
  var noHeading: String { self("(tanpa judul)", "(no heading)") }
  var leftOut: String { self("dilewati", "left out") }
  var titleRow: String { self("di atas judul kolom", "above the headings") }
  var blankRows: String { self("Baris kosong", "Blank rows") }
  var moreRows: String { self("Baris lain dilewati", "More rows left out") }
  var corrected: String { self("Diperbaiki", "Corrected") }
  var assignedTitle: String { self("Nomor yang diberikan", "Numbers given out") }
  var lineTitle: String { self("Baris", "Line") }

  func line(_ number: Int) -> String { self("Baris \(number)", "Line \(number)") }

  func headingLine(_ number: Int) -> String {
    self("judul di baris \(number)", "headings in line \(number)")
  }

  /// What stands before a doubt.
  func check(_ doubt: String) -> String { self("PERIKSA: \(doubt)", "CHECK: \(doubt)") }

  func separator(_ separator: Character) -> String {
    switch separator {
    case ";": self("titik koma", "semicolons")
    case "\t": self("tab", "tabs")
    default: self("koma", "commas")
    }
  }

  func use(_ use: SheetUnderstanding.Use) -> String {
    switch use {
    case .taken(_, let meaning): return "→ \(self(meaning))"
    case .empty: return self("kosong", "empty")
    case .counter(let example):
      return self("nomor urut baris", "number of the row") + quoted(example)
    case .leftOut(let example): return leftOut + quoted(example)
    case .ignored(let example):
      return self("dilewati atas permintaan", "left out as asked") + (example.map(quoted) ?? "")
    }
  }

  private func quoted(_ example: SheetUnderstanding.Example) -> String {
    self(
      ", misalnya “\(example.text)” (baris \(example.line))",
      ", such as “\(example.text)” (line \(example.line))")
  }

  /// The rows that are left out: the first dozen one by one, the others by their number.
  func leftOutRows(_ sheet: SheetUnderstanding) -> [Report.Field] {
    let most = 12
    let named = sheet.leftOutRows.prefix(most).map { row in
      Report.Field(line(row.line), "\(leftOut): \(reason(row.reason)) – \(row.text)")
    }
    let rest = sheet.leftOutRows.count - most
    return (named + (rest > 0 ? [Report.Field(moreRows, String(rest))] : [])).compactMap(\.self)
  }

  func reason(_ reason: SheetUnderstanding.LeftOutRow.Reason) -> String {
    switch reason {
    case .total: self("baris jumlah", "a row of sums")
    case .heading: self("judul kolom lagi", "the headings again")
    case .noAmount: self("tanpa jumlah", "without an amount")
    case .remark: self("catatan", "a remark")
    }
  }
}
