extension LedgerError.Code {
  /// A file is no table of text, but a workbook, a web page or the like.
  public static let importNotTable = Self(rawValue: "import.notTable")
  /// A column is written in two ways, one of which would be read wrongly.
  public static let importTwoWritings = Self(rawValue: "import.twoWritings")
  /// Two columns mean the same.
  public static let importColumnTwice = Self(rawValue: "import.columnTwice")
  /// A row of opening balances has a loan, and says too little of it.
  public static let importLoanIncomplete = Self(rawValue: "import.loanIncomplete")
  /// Two columns of a row name two accounts where there can be one.
  public static let importAccountsDiffer = Self(rawValue: "import.accountsDiffer")
  /// A column that would be left out holds amounts, or says that somebody is out.
  public static let importColumnDropped = Self(rawValue: "import.columnDropped")
  /// A column that is to be left out is not there.
  public static let importIgnoredUnknown = Self(rawValue: "import.ignoredUnknown")
  /// The only column of numbers counts the rows.
  public static let importOnlyCounter = Self(rawValue: "import.onlyCounter")
  /// A spreadsheet has shortened a long number.
  public static let importNumberShortened = Self(rawValue: "import.numberShortened")
  /// Members without numbers were to be entered, and nobody said that numbers may be given out.
  public static let importNumbersMissing = Self(rawValue: "import.numbersMissing")
  /// A row is marked as one that does not count.
  public static let importRowMarked = Self(rawValue: "import.rowMarked")
  /// The sum of a row is not that of its columns.
  public static let importRowSum = Self(rawValue: "import.rowSum")
  /// A row has an amount both for what came in and for what went out.
  public static let importBothSides = Self(rawValue: "import.bothSides")
  /// A row names somebody else than the member whose number it gives.
  public static let importNameDiffers = Self(rawValue: "import.nameDiffers")
}

extension LedgerError {
  private static let saveAsCSV = Phrase(
    id:
      "Buka di Excel atau LibreOffice, pilih lembar daftarnya, File > Simpan Sebagai (Save As), jenis “CSV UTF-8”, lalu impor berkas .csv itu.",
    en:
      "Open it in Excel or LibreOffice, go to the sheet of the list, File > Save As, type “CSV UTF-8”, then import that .csv file."
  )

  /// A file is no table of text.
  package static func importNotTable(_ kind: ForeignFile, file: String) -> LedgerError {
    LedgerError(
      .importNotTable,
      message: Phrase(
        id: "“\(file)” \(kind.name.indonesian).", en: "“\(file)” \(kind.name.english)."),
      advice: kind == .book
        ? Phrase(
          id: "Sebut berkas CSV yang mau diimpor; bukunya dipilih tersendiri.",
          en: "Name the CSV file to import; the book is chosen apart from it.")
        : saveAsCSV, place: Place(file: file, line: 1, column: 1))
  }

  /// A column is written in two ways.
  package static func importTwoWritings(
    _ heading: String, _ one: SheetUnderstanding.Example, _ other: SheetUnderstanding.Example,
    at place: Place
  ) -> LedgerError {
    LedgerError(
      .importTwoWritings,
      message: Phrase(
        id:
          "Kolom “\(heading.quotable)” ditulis dengan dua cara: “\(one.text.quotable)” di baris \(one.line), “\(other.text.quotable)” di baris \(other.line). Salah satunya akan terbaca keliru.",
        en:
          "Column “\(heading.quotable)” is written in two ways: “\(one.text.quotable)” in line \(one.line), “\(other.text.quotable)” in line \(other.line). One of them would be read wrongly."
      ),
      advice: Phrase(
        id:
          "Beri seluruh kolom satu format di lembar kerja, misalnya angka tanpa titik dan koma, atau tanggal TTTT-BB-HH.",
        en:
          "Give the whole column one format in the spreadsheet, such as plain digits, or days as YYYY-MM-DD."
      ),
      place: place)
  }

  /// Two columns mean the same; where the name of one would mean the other too, they are told apart
  /// by their letters.
  package static func importColumnTwice(
    _ heading: String, like twin: String, letters: [String] = [], at place: Place
  ) -> LedgerError {
    let isOneName =
      SheetName.readings(heading).contains(SheetName.normalized(twin))
      || SheetName.readings(twin).contains(SheetName.normalized(heading))
    let names = isOneName ? letters : [heading, twin]
    let ways: [Remedy.Again] =
      names.isEmpty ? [.ignoreColumn(nil)] : names.map { .ignoreColumn($0) }
    return LedgerError(
      .importColumnTwice,
      message: Phrase(
        id: "Kolom “\(heading.quotable)” sama artinya dengan kolom “\(twin.quotable)”.",
        en: "Column “\(heading.quotable)” means the same as column “\(twin.quotable)”."),
      advice: Phrase(
        id: "Pilih satu, dan lewati yang lain.",
        en: "Choose one of them, and leave the other out."),
      remedies: ways.map { .again($0) },
      place: place)
  }

  /// A column that would be left out says something that must not be lost.
  package static func importColumnDropped(
    _ name: String, example: SheetUnderstanding.Example, holdsMoney: Bool, at place: Place
  ) -> LedgerError {
    let what =
      holdsMoney
      ? Phrase(id: "berisi jumlah", en: "holds amounts")
      : Phrase(id: "berisi status", en: "says in what state rows are")
    let (column, text) = (name.quotable, example.text.quotable)
    return LedgerError(
      .importColumnDropped,
      message: Phrase(
        id:
          "Kolom “\(column)” tidak dikenal dan \(what.indonesian), misalnya “\(text)” di baris \(example.line).",
        en:
          "Column “\(column)” is not known and \(what.english), such as “\(text)” in line \(example.line)."
      ),
      advice: Phrase(
        id:
          "Ganti judulnya dengan yang dikenal, hapus baris yang tidak berlaku, atau lewati kolomnya.",
        en:
          "Give it a heading that is known, remove rows that do not count, or leave the column out."
      ),
      remedies: [.book(.seeTemplate), .again(.ignoreColumn(name))],
      place: place)
  }

  /// A column that is to be left out is not there.
  package static func importIgnoredUnknown(
    _ name: String, known: [String], file: String
  ) -> LedgerError {
    LedgerError(
      .importIgnoredUnknown,
      message: Phrase(
        id: "Tidak ada kolom “\(name.quotable)” untuk dilewati.",
        en: "There is no column “\(name.quotable)” to leave out."),
      advice: Phrase(
        id: "Judul yang ada: \(known.joined(separator: ", ")).",
        en: "The headings are: \(known.joined(separator: ", "))."),
      place: Place(file: file, line: 1, column: 1))
  }

  /// The only column of numbers counts the rows.
  package static func importOnlyCounter(_ heading: String, at place: Place) -> LedgerError {
    LedgerError(
      .importOnlyCounter,
      message: Phrase(
        id:
          "Kolom “\(heading.quotable)” menghitung 1, 2, 3 …; itu bisa nomor urut baris, bisa nomor anggota.",
        en:
          "Column “\(heading.quotable)” counts 1, 2, 3 …; that may be the number of the row or of the member."
      ),
      advice: Phrase(
        id:
          "Kalau nomor anggota, ganti judulnya menjadi “No. Anggota”; kalau nomor urut, lewati kolomnya.",
        en:
          "If it is that of the member, call it “Member No.”; if that of the row, leave the column out."
      ),
      remedies: [.again(.ignoreColumn(heading))],
      place: place)
  }

  /// A spreadsheet has shortened a long number.
  package static func importNumberShortened(_ text: String) -> LedgerError {
    LedgerError(
      .importNumberShortened,
      message: Phrase(
        id:
          "“\(text.quotable)” adalah nomor yang dipendekkan lembar kerja; angka-angkanya sudah hilang.",
        en: "“\(text.quotable)” is a number that a spreadsheet has shortened; its digits are lost."),
      advice: Phrase(
        id: "Beri kolom itu format Teks di lembar kerja, ketik nomornya lagi, lalu simpan lagi.",
        en:
          "Give the column the format Text in the spreadsheet, type the numbers again, save it again."
      ))
  }

  /// Members without numbers were to be entered.
  package static func importNumbersMissing(
    lines: Int, found: [String], at place: Place
  ) -> LedgerError {
    let there = found.prefix(20).map { "“\($0.quotable)”" }.joined(separator: ", ")
    return LedgerError(
      .importNumbersMissing,
      message: Phrase(
        id: "\(lines) anggota tidak punya nomor. Judul yang ada: \(there).",
        en:
          "\(lines) \(lines == 1 ? "member has" : "members have") no number. The headings are: \(there)."
      ),
      advice: Phrase(
        id:
          "Isi kolom “No. Anggota”; atau kalau nomor boleh dibuatkan menurut urutan berkas, nyatakan begitu.",
        en:
          "Fill in the column “Member No.”; or, if numbers may be given out in the order of the file, say so."
      ),
      remedies: [.again(.assignNumbers)],
      place: place)
  }

  /// A row is marked as one that does not count.
  package static func importRowMarked(_ word: String) -> LedgerError {
    LedgerError(
      .importRowMarked,
      message: Phrase(
        id: "Baris ini bertanda “\(word.quotable)”.", en: "This row is marked “\(word.quotable)”."),
      advice: Phrase(
        id: "Hapus baris itu kalau tidak berlaku, atau hapus tandanya kalau berlaku.",
        en: "Remove the row if it does not count, or the mark if it does."))
  }

  /// The sum of a row is not that of its columns.
  package static func importRowSum(
    _ heading: String, written: Rupiah, computed: Rupiah
  ) -> LedgerError {
    LedgerError(
      .importRowSum,
      message: Phrase(
        id:
          "“\(heading.quotable)” tertulis \(written.formatted), padahal kolom-kolomnya berjumlah \(computed.formatted).",
        en:
          "“\(heading.quotable)” is written as \(written.formatted), but the columns come to \(computed.formatted)."
      ),
      advice: Phrase(
        id: "Betulkan salah satunya, atau lewati kolom jumlah itu.",
        en: "Correct one of them, or leave the column of sums out."),
      remedies: [.again(.ignoreColumn(heading))])
  }

  /// A row has an amount both for what came in and for what went out.
  package static func importBothSides(_ one: String, _ other: String) -> LedgerError {
    LedgerError(
      .importBothSides,
      message: Phrase(
        id: "“\(one.quotable)” dan “\(other.quotable)” dua-duanya terisi.",
        en: "Both “\(one.quotable)” and “\(other.quotable)” are filled in."),
      advice: Phrase(
        id: "Pecah menjadi dua baris, masing-masing dengan referensinya.",
        en: "Make two rows of it, each with a reference of its own."))
  }

  /// A row of opening balances has a loan, and says too little of it.
  package static func importLoanIncomplete(missing: [String]) -> LedgerError {
    let list = missing.map { "“\($0.quotable)”" }.joined(separator: ", ")
    return LedgerError(
      .importLoanIncomplete,
      message: Phrase(
        id: "Pinjaman di baris ini kurang \(list).", en: "The loan of this row lacks \(list)."),
      advice: Phrase(
        id:
          "Isi semuanya di baris itu; atau lewati kolom-kolom pinjaman dan masukkan pinjaman dengan daftar sendiri.",
        en:
          "Fill all of it in; or leave the columns of loans out and bring loans in with a list of their own."
      ))
  }

  /// Two columns of a row name two accounts where there can be one.
  package static func importAccountsDiffer(
    _ one: AccountCode, _ other: AccountCode
  ) -> LedgerError {
    LedgerError(
      .importAccountsDiffer,
      message: Phrase(
        id: "\(one) dan \(other) dua-duanya disebut untuk sisi yang sama.",
        en: "Both \(one) and \(other) are named for the same side."),
      advice: Phrase(
        id: "Sebut satu akun saja; atau pecah menjadi dua baris.",
        en: "Name one account only; or make two rows of it."))
  }

  /// A row names somebody else than the member whose number it gives.
  package static func importNameDiffers(
    _ number: MemberNumber, written: String, registered: String
  ) -> LedgerError {
    LedgerError(
      .importNameDiffers,
      message: Phrase(
        id:
          "Nomor \(number) adalah \(registered), tetapi baris ini menyebut “\(written.quotable)”.",
        en: "Number \(number) is \(registered), but this row says “\(written.quotable)”."),
      advice: Phrase(
        id: "Periksa nomornya; kalau orangnya sama, lewati kolom nama.",
        en: "Check the number; if it is the same person, leave the column of names out."),
      remedies: [.again(.ignoreColumn(nil))])
  }

  /// A day is kept as a spreadsheet counts days.
  static func dateSerial(_ text: String) -> LedgerError {
    LedgerError(
      .dateUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” adalah tanggal yang tersimpan sebagai angka lembar kerja.",
        en: "“\(text.quotable)” is a date kept as the number by which a spreadsheet counts days."),
      advice: Phrase(
        id: "Beri kolom itu format tanggal TTTT-BB-HH di lembar kerja, lalu simpan lagi.",
        en:
          "Give the column the format of a date, YYYY-MM-DD, in the spreadsheet, and save it again."
      ))
  }

  /// A day is written month first.
  static func dateMonthFirst(_ text: String) -> LedgerError {
    LedgerError(
      .dateUnreadable,
      message: Phrase(
        id: "“\(text.quotable)” ditulis bulan dulu; di sini hari selalu dulu.",
        en: "“\(text.quotable)” is written month first; here the day always comes first."),
      advice: Phrase(
        id: "Beri seluruh kolom format TTTT-BB-HH di lembar kerja, lalu simpan lagi.",
        en: "Give the whole column the format YYYY-MM-DD in the spreadsheet, and save it again."))
  }
}
