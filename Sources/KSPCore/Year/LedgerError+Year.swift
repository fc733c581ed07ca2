extension LedgerError.Code {
  /// The year ended before the book began.
  public static let yearBeforeBook = Self(rawValue: "year.beforeBook")
  /// Months of the year are open.
  public static let yearMonthsOpen = Self(rawValue: "year.monthsOpen")
  /// The year before has to come first.
  public static let yearEarlierOpen = Self(rawValue: "year.earlierOpen")
  /// The chart has no account for a role that a year's end needs.
  public static let yearRoleMissing = Self(rawValue: "year.roleMissing")
  /// The year has no closing voucher yet.
  public static let yearNotClosed = Self(rawValue: "year.notClosed")
  /// The meeting has ratified the year.
  public static let yearRatified = Self(rawValue: "year.ratified")
  /// The meeting has not ratified the year yet.
  public static let yearNotRatified = Self(rawValue: "year.notRatified")
  /// An act of a year's end may not touch the account.
  public static let yearAccountUnfit = Self(rawValue: "year.accountUnfit")
  /// An adjustment or a correction does not say why, or nobody stands for it.
  public static let yearReasonMissing = Self(rawValue: "year.reasonMissing")
  /// The meeting was held before the year ended.
  public static let yearMeetingTooEarly = Self(rawValue: "year.meetingTooEarly")
  /// More of a loss would be covered than there is, or a reserve holds less.
  public static let yearCoverTooLarge = Self(rawValue: "year.coverTooLarge")
  /// The SHU that the meeting is said to have ratified is not what the book has.
  public static let yearShuUnfit = Self(rawValue: "year.shuUnfit")
  /// The start of the year stays once a year was closed.
  public static let yearStartFixed = Self(rawValue: "year.startFixed")
}

extension LedgerError {
  /// The year ended before the book began.
  package static func yearBeforeBook(_ year: BookYear, first: BookMonth) -> LedgerError {
    LedgerError(
      .yearBeforeBook,
      message: Phrase(
        id: "Tahun buku \(year) berakhir sebelum bulan pertama buku, \(first.name.indonesian).",
        en: "The year \(year) ended before the first month of the book, \(first.name.english)."),
      advice: Phrase(
        id: "Tahun itu ada di buku lama; saldo awal sudah memuat hasilnya. Kalau SHU-nya baru "
          + "dibagi sekarang, catat pengesahannya dengan jumlahnya.",
        en: "That year is in the earlier book; the opening balances hold its result. If its SHU is "
          + "divided only now, record its ratification with the amount."),
      remedies: [.month(.ratifyYear(year.number, withShu: true))])
  }

  /// The SHU that the meeting is said to have ratified is not what the book has.
  package static func yearShuUnfit(
    _ year: BookYear, _ shu: Rupiah, held: Rupiah, isFormer: Bool
  ) -> LedgerError {
    LedgerError(
      .yearShuUnfit,
      message: isFormer
        ? Phrase(
          id: "SHU tahun buku \(year) \(shu.formatted) tidak ada di saldo awal, yang memuat "
            + "\(held.formatted).",
          en: "The SHU of \(year), \(shu.formatted), is not in the opening balances, which hold "
            + "\(held.formatted).")
        : Phrase(
          id: "SHU tahun buku \(year) menurut buku \(held.formatted), bukan \(shu.formatted).",
          en: "The SHU of \(year) is \(held.formatted) in the book, not \(shu.formatted)."),
      advice: isFormer
        ? Phrase(
          id: "Periksa saldo awal akun SHU, atau jumlah menurut notulen.",
          en: "Check the opening balances of the SHU, or the amount in the minutes.")
        : Phrase(
          id: "Bukukan dulu penyesuaiannya, atau periksa jumlah menurut notulen.",
          en: "Enter the adjustments first, or check the amount in the minutes."),
      remedies: [.month(.seeYear(year.number))])
  }

  /// Months of the year are open; `next` is the first open month of the book.
  package static func yearMonthsOpen(
    _ year: BookYear, open: BookMonth, next: BookMonth
  ) -> LedgerError {
    LedgerError(
      .yearMonthsOpen,
      message: Phrase(
        id: "Tahun buku \(year) belum bisa: bulan \(open.name.indonesian) masih terbuka.",
        en: "The year \(year) cannot be closed yet: \(open.name.english) is open."),
      advice: Phrase(
        id: "Tutup dulu bulan-bulannya sampai \(year.lastMonth.name.indonesian).",
        en: "Close its months up to \(year.lastMonth.name.english) first."),
      remedies: [.month(.end(next))])
  }

  /// The year before has to come first.
  package static func yearEarlierOpen(_ year: BookYear, earlier: BookYear) -> LedgerError {
    LedgerError(
      .yearEarlierOpen,
      message: Phrase(
        id: "Tahun buku \(year) belum bisa: tahun \(earlier) belum sampai ke sana.",
        en: "The year \(year) has to wait: the year \(earlier) has not come as far."),
      advice: Phrase(
        id: "Kerjakan dulu tahun \(earlier).", en: "Do the same for the year \(earlier) first."),
      remedies: [.month(.seeYear(earlier.number))])
  }

  /// The chart has no account for a role that a year's end needs.
  package static func yearRoleMissing(_ role: AccountRole) -> LedgerError {
    LedgerError(
      .yearRoleMissing,
      message: Phrase(
        id: "Daftar akun tidak punya akun dengan peran \(role.cited.indonesian).",
        en: "The chart has no account with the role \(role.cited.english)."),
      advice: Phrase(
        id: "Beri peran itu kepada sebuah akun ekuitas.",
        en: "Give that role to an account of equity."),
      remedies: [.journal(.seeChart)])
  }

  /// The year has no closing voucher yet.
  package static func yearNotClosed(_ year: BookYear) -> LedgerError {
    LedgerError(
      .yearNotClosed,
      message: Phrase(
        id: "Tahun buku \(year) belum ditutup: belum ada jurnal penutupnya.",
        en: "The year \(year) is not closed: it has no closing voucher yet."),
      advice: Phrase(
        id: "Tutup dulu tahunnya, lalu catat keputusan rapat.",
        en: "Close the year first, then record what the meeting decided."),
      remedies: [.month(.endYear(year.number))])
  }

  /// The meeting has ratified the year.
  package static func yearRatified(
    _ year: BookYear, on date: BookDate, decision: String
  ) -> LedgerError {
    LedgerError(
      .yearRatified,
      message: Phrase(
        id: "Tahun buku \(year) sudah disahkan tanggal \(date) (\(decision)).",
        en: "The year \(year) was ratified on \(date) (\(decision))."),
      advice: Phrase(
        id: "Tahun itu tetap seperti disahkan; bukukan koreksinya di bulan yang terbuka.",
        en: "That year stays as ratified; enter what corrects it in the open month."),
      remedies: [.month(.correctYear(year.number)), .month(.seeYear(year.number))])
  }

  /// The meeting has not ratified the year yet, which needs its closing voucher first; or only
  /// after the day on which something would be booked.
  package static func yearNotRatified(
    _ year: BookYear, isClosed: Bool, until day: BookDate? = nil
  ) -> LedgerError {
    let next: (advice: Phrase, remedies: [Remedy]) =
      if let day {
        (Phrase(id: "Pakai tanggal \(day) atau sesudahnya.", en: "Use \(day) or a later day."), [])
      } else if isClosed {
        (
          Phrase(
            id: "Catat dulu pengesahan rapatnya.", en: "Record first that the meeting ratified it."),
          [.month(.ratifyYear(year.number))]
        )
      } else {
        (
          Phrase(
            id: "Tutup dulu tahunnya, lalu catat pengesahan rapatnya.",
            en: "Close the year first, then record that the meeting ratified it."),
          [.month(.endYear(year.number))]
        )
      }
    return LedgerError(
      .yearNotRatified,
      message: Phrase(
        id: "Tahun buku \(year) belum disahkan rapat anggota.",
        en: "The members' meeting has not ratified the year \(year) yet."),
      advice: next.advice, remedies: next.remedies)
  }

  /// An act of a year's end may not touch the account.
  package static func yearAccountUnfit(_ code: AccountCode, _ why: Phrase) -> LedgerError {
    LedgerError(
      .yearAccountUnfit,
      message: Phrase(
        id: "Akun \(code) tidak bisa dipakai di akhir tahun: \(why.indonesian).",
        en: "Account \(code) cannot serve at the end of a year: \(why.english)."),
      advice: Phrase(
        id: "Pilih akun lain. Uang dibukukan pada hari keluar atau masuknya.",
        en: "Choose another account. Money is entered on the day on which it moves."),
      remedies: [.journal(.seeChart)])
  }

  /// An adjustment or a correction does not say why, or nobody stands for it: nil for either.
  package static func yearReasonMissing(
    _ year: BookYear, reason: String?, author: String?
  ) -> LedgerError {
    let (needed, advice): (Phrase, Phrase) =
      switch (reason, author) {
      case (nil, nil):
        (
          Phrase(id: "alasan dan nama pencatatnya", en: "its reason and who records it"),
          Phrase(
            id: "Tulis alasannya, misalnya “penyisihan menurut auditor”, dan siapa yang mencatat.",
            en: "Say why, such as “allowance as audited”, and who records it.")
        )
      case (nil, _):
        (
          Phrase(id: "alasannya", en: "its reason"),
          Phrase(
            id: "Tulis alasannya, misalnya “penyisihan menurut auditor”.",
            en: "Say why, such as “allowance as audited”.")
        )
      default:
        (
          Phrase(id: "nama pencatatnya", en: "the name of who records it"),
          Phrase(id: "Sebut siapa yang mencatat.", en: "Say who records it.")
        )
      }
    return LedgerError(
      .yearReasonMissing,
      message: Phrase(
        id: "Penyesuaian atau koreksi tahun buku \(year) perlu \(needed.indonesian).",
        en: "What adjusts or corrects the year \(year) needs \(needed.english)."),
      advice: advice,
      remedies: (reason == nil ? [.again(.giveReason)] : [])
        + (author == nil ? [.again(.nameAuthor)] : []))
  }

  /// The meeting was held before the year ended.
  package static func yearMeetingTooEarly(_ year: BookYear, _ date: BookDate) -> LedgerError {
    LedgerError(
      .yearMeetingTooEarly,
      message: Phrase(
        id: "Tanggal \(date) belum sesudah tahun buku \(year), yang berakhir \(year.lastDay).",
        en: "The date \(date) is not after the year \(year), which ends on \(year.lastDay)."),
      advice: Phrase(
        id: "Tulis tanggal rapat anggotanya.", en: "Give the date of the members' meeting."))
  }

  /// More of a loss would be covered than there is left; nil for a reserve that holds less.
  package static func yearCoverTooLarge(
    _ amount: Rupiah, of left: Rupiah, in reserve: AccountCode? = nil
  ) -> LedgerError {
    LedgerError(
      .yearCoverTooLarge,
      message: reserve.map {
        Phrase(
          id: "Akun \($0) hanya berisi \(left.formatted); diminta \(amount.formatted).",
          en: "Account \($0) holds \(left.formatted) only; \(amount.formatted) is asked for.")
      }
        ?? Phrase(
          id: "Rugi yang belum ditutup \(left.formatted); diminta \(amount.formatted).",
          en: "The loss that is left is \(left.formatted); \(amount.formatted) is asked for."),
      advice: Phrase(
        id: "Kurangi jumlahnya, atau pakai cadangan lain.",
        en: "Ask for less, or use another reserve."))
  }

  /// The start of the year stays once a year was closed.
  package static func yearStartFixed() -> LedgerError {
    LedgerError(
      .yearStartFixed,
      message: Phrase(
        id: "Awal tahun buku tidak bisa diganti lagi: sudah ada tahun yang ditutup, atau PPh atas "
          + "hasil setahun yang dibukukan.",
        en: "The start of the year can no longer be changed: a year was closed, or tax on the "
          + "result of one was booked."),
      advice: Phrase(
        id: "Biarkan seperti semula.", en: "Leave it as it is."))
  }
}
