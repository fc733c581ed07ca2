extension LedgerError.Code {
  /// A file is not a table that can be read.
  public static let importUnreadable = Self(rawValue: "import.unreadable")
  /// Rows of a file are wrong; nothing was stored.
  public static let importRefused = Self(rawValue: "import.refused")
  /// A column that is needed is missing.
  public static let importColumnMissing = Self(rawValue: "import.columnMissing")
  /// A column is none of those that are known.
  public static let importColumnUnknown = Self(rawValue: "import.columnUnknown")
  /// A cell that is needed is empty.
  public static let importCellMissing = Self(rawValue: "import.cellMissing")
  /// A word in a cell is not one of those that are known.
  public static let importWordUnknown = Self(rawValue: "import.wordUnknown")
  /// An opening balance is in the book with another amount.
  public static let openingDiffers = Self(rawValue: "opening.differs")
  /// A key occurs in two rows.
  public static let importDuplicate = Self(rawValue: "import.duplicate")
  /// A list has no row that says anything to be booked.
  public static let importEmpty = Self(rawValue: "import.empty")
}

extension LedgerError {
  /// A file is not a table that can be read.
  package static func importUnreadable(_ reason: Phrase, at place: Place) -> LedgerError {
    LedgerError(
      .importUnreadable,
      message: Phrase(
        id: "Tabel tidak bisa dibaca: \(reason.indonesian).",
        en: "The table cannot be read: \(reason.english)."),
      advice: Phrase(
        id: "Simpan lagi dari lembar kerja sebagai CSV (UTF-8).",
        en: "Save it again from the spreadsheet as CSV (UTF-8)."),
      place: place)
  }

  /// Rows of a file are wrong.
  package static func importRefused(file: String, problems: [LedgerError]) -> LedgerError {
    let count = problems.count
    return LedgerError(
      .importRefused,
      message: Phrase(
        id: "Ada \(count) kesalahan dalam “\(file)”. Tidak ada yang disimpan.",
        en: "\(count) \(count == 1 ? "mistake" : "mistakes") in “\(file)”. Nothing was stored."),
      advice: Phrase(
        id: "Perbaiki baris-baris itu, lalu impor lagi seluruh berkas.",
        en: "Correct those rows, then import the whole file again."),
      details: problems)
  }

  /// A column that is needed is missing.
  ///
  /// `found` are the headings that the file has, where they stand in `line`.
  package static func importColumnMissing(
    _ column: CSVColumn, file: String, line: Int = 1, found: [String] = []
  ) -> LedgerError {
    let there = found.prefix(20).map { "“\($0.quotable)”" }.joined(separator: ", ")
    return LedgerError(
      .importColumnMissing,
      message: Phrase(
        id: "Kolom \(column.called.indonesian) tidak ada."
          + (there.isEmpty ? "" : " Judul yang ada: \(there)."),
        en: "Column \(column.called.english) is missing."
          + (there.isEmpty ? "" : " The headings are: \(there).")),
      advice: Phrase(
        id: "Tambahkan kolom itu, atau ganti judul kolom yang dimaksud; lihat contohnya.",
        en: "Add the column, or rename the one that is meant; see an example."),
      remedies: [.book(.seeTemplate)],
      place: Place(file: file, line: line, column: 1))
  }

  /// A column is none of those that are known, each of which is given with all of its names.
  package static func importColumnUnknown(
    _ name: String, known: [[String]], at place: Place
  ) -> LedgerError {
    let list = known.map { $0.joined(separator: " / ") }.joined(separator: ", ")
    return LedgerError(
      .importColumnUnknown,
      message: Phrase(
        id: "Kolom “\(name.quotable)” tidak dikenal. Yang dikenal: \(list).",
        en: "Column “\(name.quotable)” is not known. Those that are: \(list)."),
      advice: Phrase(
        id: "Perbaiki namanya, atau hapus kolom itu dari berkas.",
        en: "Correct its name, or remove the column from the file."),
      place: place)
  }

  /// A cell that is needed is empty.
  package static func importCellMissing(_ name: Phrase) -> LedgerError {
    LedgerError(
      .importCellMissing,
      message: Phrase(
        id: "Kolom \(name.indonesian.quotable) kosong.",
        en: "Column \(name.english.quotable) is empty."),
      advice: Phrase(id: "Isi kolom itu.", en: "Fill in the cell."))
  }

  /// A word in a cell is not one of those that are known.
  package static func importWordUnknown(_ word: String, known: [String]) -> LedgerError {
    LedgerError(
      .importWordUnknown,
      message: Phrase(id: "“\(word)” tidak dikenal.", en: "“\(word)” is not known."),
      advice: Phrase(
        id: "Pakai salah satu: \(known.joined(separator: ", ")).",
        en: "Use one of: \(known.joined(separator: ", "))."))
  }

  /// A key occurs in two rows.
  package static func importDuplicate(_ key: String, firstLine: Int) -> LedgerError {
    LedgerError(
      .importDuplicate,
      message: Phrase(
        id: "“\(key)” sudah ada di baris \(firstLine).", en: "“\(key)” occurs in line \(firstLine)."
      ),
      advice: Phrase(
        id: "Hapus salah satu baris, atau beri nomor atau referensi lain.",
        en: "Remove one of the rows, or give another number or reference."))
  }

  /// A list has no row that says anything to be booked: only headings, or rows without an amount.
  package static func importEmpty(_ sheet: SheetUnderstanding) -> LedgerError {
    let silent = sheet.leftOutRows.count { $0.reason == .noAmount }
    return LedgerError(
      .importEmpty,
      message: Phrase(
        id: "Tidak ada baris yang bisa dibukukan dalam “\(sheet.file)”"
          + (silent == 0 ? "." : ": \(silent) baris tanpa jumlah."),
        en: "“\(sheet.file)” has no row that could be booked"
          + (silent == 0 ? "." : ": \(silent) without an amount.")),
      advice: Phrase(
        id: "Isi jumlahnya di bawah judul kolom, atau pilih berkas yang benar; lihat contohnya.",
        en: "Fill in the amounts below the headings, or choose the right file; see an example."),
      remedies: [.book(.seeTemplate)],
      place: Place(file: sheet.file, line: sheet.headingLine, column: 1))
  }

  /// An opening balance is in the book with another amount.
  package static func openingDiffers(
    _ amount: Rupiah, by entry: EntryNumber, in field: Phrase? = nil
  ) -> LedgerError {
    let what = "\(amount.formatted), \(entry)"
    return LedgerError(
      .openingDiffers,
      message: Phrase(
        id: "Saldo awal ini sudah ada dengan isi lain: \(what)"
          + (field.map { "; \($0.indonesian) berbeda." } ?? "."),
        en: "This opening balance is in the book with other content: \(what)"
          + (field.map { "; the \($0.english) differs." } ?? ".")),
      advice: Phrase(
        id: "Kalau berkas ini yang benar, ganti yang lama: yang lama dibalik, yang baru dibukukan.",
        en: "If this file is right, replace the old one: it is reversed, and the new one is posted."
      ),
      remedies: [.again(.replacePosted)]
    )
  }
}
