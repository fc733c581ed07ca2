extension LedgerError.Code {
  /// A cash book does not say of which month it is.
  public static let cashBookWithoutMonth = Self(rawValue: "cashBook.withoutMonth")
  /// Two sheets of a cash book are of one month.
  public static let cashBookMonthTwice = Self(rawValue: "cashBook.monthTwice")
  /// A row of a cash book has no day, and none above it has one.
  public static let cashBookDayMissing = Self(rawValue: "cashBook.dayMissing")
  /// A sheet of a cash book does not begin with what the one before left.
  public static let cashBookGap = Self(rawValue: "cashBook.gap")
  /// A row of a cash book has no answer that can be booked.
  public static let cashBookUnanswered = Self(rawValue: "cashBook.unanswered")
  /// An answer does not belong to the row of the cash book that it names.
  public static let cashBookAnswerUnfit = Self(rawValue: "cashBook.answerUnfit")
  /// Cash in the book is not what the cash book says on a day.
  public static let cashBookDiffers = Self(rawValue: "cashBook.differs")
  /// A word of the cash book is not kept, or can mean nothing.
  public static let cashWordUnknown = Self(rawValue: "cashBook.wordUnknown")
}

extension LedgerError {
  /// A cash book does not say of which month it is.
  package static func cashBookWithoutMonth(file: String) -> LedgerError {
    LedgerError(
      .cashBookWithoutMonth,
      message: Phrase(
        id: "“\(file)” tidak menyebut bulannya dan tidak punya baris transaksi.",
        en: "“\(file)” does not say its month and has no row of money."),
      advice: Phrase(
        id: "Tulis bulan dan tahunnya di judul, misalnya Januari 2026.",
        en: "Write month and year in the title, such as Januari 2026."),
      place: Place(file: file, line: 1, column: 1))
  }

  /// Two sheets of a cash book are of one month.
  package static func cashBookMonthTwice(
    _ month: BookMonth, _ first: String, _ second: String
  ) -> LedgerError {
    LedgerError(
      .cashBookMonthTwice,
      message: Phrase(
        id: "“\(first)” dan “\(second)” sama-sama bulan \(month.name.indonesian).",
        en: "“\(first)” and “\(second)” are both of \(month.name.english)."),
      advice: Phrase(
        id: "Sebut satu berkas per bulan, dan periksa judulnya.",
        en: "Name one file for each month, and look at their titles."))
  }

  /// A row of a cash book has no day, and none above it has one.
  package static func cashBookDayMissing() -> LedgerError {
    LedgerError(
      .cashBookDayMissing,
      message: Phrase(
        id: "Baris ini tidak bertanggal, dan di atasnya belum ada tanggal.",
        en: "This row has no day, and there is none above it."),
      advice: Phrase(
        id: "Isi tanggal di baris pertama setiap hari.",
        en: "Write the day in the first row of each day."))
  }

  /// A sheet of a cash book does not begin with what the one before left.
  package static func cashBookGap(
    _ month: BookMonth, opening: Rupiah, before: Rupiah, at place: Place
  ) -> LedgerError {
    LedgerError(
      .cashBookGap,
      message: Phrase(
        id: "\(month.name.indonesian) mulai dari \(opening.formatted), bulan sebelumnya berakhir "
          + "\(before.formatted).",
        en: "\(month.name.english) begins at \(opening.formatted), the sheet before ends at "
          + "\(before.formatted)."),
      advice: Phrase(
        id: "Cari baris atau bulan yang hilang di buku kas; buku ini tidak menebaknya.",
        en: "Look for rows or a month missing in the cash book; nothing is guessed."),
      place: place)
  }

  /// A row of a cash book has no answer that can be booked.
  package static func cashBookUnanswered(_ text: String, _ reason: Phrase) -> LedgerError {
    LedgerError(
      .cashBookUnanswered,
      message: Phrase(
        id: "“\(text.quotable)”: \(reason.indonesian).",
        en: "“\(text.quotable)”: \(reason.english)."),
      advice: Phrase(
        id: "Isi kolom Jawaban (answer) dengan ya, atau betulkan anggota, akun dan bulannya; "
          + "sudah, dengan nomor buktinya, untuk yang sudah dibukukan.",
        en: "Write yes in the column Answer, or correct member, account and months; booked, "
          + "with the number of its voucher, for what is in the book already."))
  }

  /// An answer does not belong to the row of the cash book that it names.
  package static func cashBookAnswerUnfit(_ reason: Phrase) -> LedgerError {
    LedgerError(
      .cashBookAnswerUnfit,
      message: Phrase(
        id: "Jawaban ini tidak cocok: \(reason.indonesian).",
        en: "This answer does not fit: \(reason.english)."),
      advice: Phrase(
        id: "Buat lagi daftar usulannya dari lembar yang sekarang, lalu isi.",
        en: "Make the proposals again from the sheets as they are now, then fill them in."))
  }

  /// Cash in the book is not what the cash book says on a day.
  package static func cashBookDiffers(
    on date: BookDate, account: AccountCode, sheet: Rupiah, book: Rupiah
  ) -> LedgerError {
    LedgerError(
      .cashBookDiffers,
      message: Phrase(
        id: "Pada \(date) buku kas bersaldo \(sheet.formatted), akun \(account) "
          + "\(book.formatted).",
        en: "On \(date) the cash book holds \(sheet.formatted), account \(account) "
          + "\(book.formatted)."),
      advice: Phrase(
        id: "Masukkan dulu saldo awal kas, atau jawab sudah hanya untuk yang memang ada di buku.",
        en: "Bring in the opening balance of cash first, and answer booked only for what is in "
          + "the book."),
      remedies: [.journal(.seeTrialBalance)])
  }

  /// A word of the cash book is not kept, or can mean nothing.
  package static func cashWordUnknown(_ word: String) -> LedgerError {
    LedgerError(
      .cashWordUnknown, category: .missing,
      message: Phrase(
        id: "“\(word.quotable)” bukan kata buku kas, produk, akun, atau nama akun.",
        en: "“\(word.quotable)” is no word of the cash book, no product, account or name of one."),
      advice: Phrase(
        id: "Lihat daftar akun, atau daftar kata yang disimpan.",
        en: "Look at the chart of accounts, or at the words that are kept."),
      remedies: [.journal(.seeChart)])
  }
}
