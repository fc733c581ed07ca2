extension LedgerError.Code {
  /// There is no account with the code.
  public static let accountUnknown = Self(rawValue: "account.unknown")
  /// The account is closed.
  public static let accountClosed = Self(rawValue: "account.closed")
  /// The account only sums others and takes no entries itself.
  public static let accountNotPostable = Self(rawValue: "account.notPostable")
  /// The month of the book date is closed.
  public static let periodClosed = Self(rawValue: "period.closed")
  /// The book date lies before the first month of the book.
  public static let dateBeforeBook = Self(rawValue: "period.beforeBook")
  /// Money would move on a day after today.
  public static let dateFuture = Self(rawValue: "date.future")
  /// A reversal would be dated before the entry that it takes back.
  public static let reversalBeforeEntry = Self(rawValue: "entry.reversalBefore")
  /// A reference was used before for something else.
  public static let referenceReused = Self(rawValue: "reference.reused")
  /// What a reference named was reversed.
  public static let referenceReversed = Self(rawValue: "reference.reversed")
  /// A text field is longer or contains more than a voucher can carry.
  public static let noteUnacceptable = Self(rawValue: "entry.noteUnacceptable")
  /// There is no entry with the number.
  public static let entryUnknown = Self(rawValue: "entry.unknown")
  /// The entry was reversed before.
  public static let entryAlreadyReversed = Self(rawValue: "entry.alreadyReversed")
  /// The entry cannot be reversed.
  public static let entryNotReversible = Self(rawValue: "entry.notReversible")
  /// Events of a list that was posted together are refused; nothing was stored.
  public static let eventsRefused = Self(rawValue: "events.refused")
}

extension LedgerError {
  /// There is no account with the code.
  package static func accountUnknown(_ code: String) -> LedgerError {
    LedgerError(
      .accountUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada akun atau rekening “\(code)”.", en: "There is no account “\(code)”."),
      advice: Phrase(
        id: "Lihat rekening anggotanya, atau akun-akun buku.",
        en: "See the member's accounts, or those of the chart."),
      remedies: [.member(.see(nil)), .journal(.seeTrialBalance)])
  }

  /// There is no account with the code, but the member whose it would be has others.
  package static func accountUnknown(
    _ code: String, member number: MemberNumber, accounts: [AccountCode]
  ) -> LedgerError {
    let list = accounts.map(\.text).joined(separator: ", ")
    return LedgerError(
      .accountUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada rekening “\(code)”. Rekening anggota \(number): \(list).",
        en: "There is no account “\(code)”. Member \(number) has: \(list)."),
      advice: Phrase(
        id: "Pakai salah satu rekening itu, atau lihat saldonya.",
        en: "Use one of those accounts, or see their balances."),
      remedies: [.member(.see(number))])
  }

  /// The member exists, but has no sukarela account yet.
  package static func accountNotOpened(member number: MemberNumber) -> LedgerError {
    LedgerError(
      .accountUnknown, category: .missing,
      message: Phrase(
        id: "Anggota \(number) belum punya rekening sukarela.",
        en: "Member \(number) has no sukarela account yet."),
      advice: Phrase(
        id: "Rekeningnya dibuka oleh setoran pertama.",
        en: "The first deposit opens it."),
      remedies: [.savings(.deposit(number.text))])
  }

  /// The account is closed.
  package static func accountClosed(_ code: AccountCode, on date: BookDate) -> LedgerError {
    LedgerError(
      .accountClosed,
      message: Phrase(
        id: "Rekening \(code) sudah ditutup tanggal \(date).",
        en: "Account \(code) was closed on \(date)."),
      advice: Phrase(
        id: "Pakai rekening lain; rekening yang ditutup tidak dibuka lagi.",
        en: "Use another account; a closed account is not opened again."))
  }

  /// The account takes no entries itself.
  package static func accountNotPostable(_ code: AccountCode) -> LedgerError {
    LedgerError(
      .accountNotPostable,
      message: Phrase(
        id: "Akun \(code) adalah akun induk dan tidak bisa dibukukan langsung.",
        en: "Account \(code) only sums others and takes no entries itself."),
      advice: Phrase(
        id: "Pilih salah satu akun di bawahnya; untuk simpanan pakai rekening anggota.",
        en: "Choose an account below it; for savings use a member's account."))
  }

  /// The month of the book date is closed.
  package static func periodClosed(_ date: BookDate, open: BookMonth) -> LedgerError {
    LedgerError(
      .periodClosed,
      message: Phrase(
        id: "Tanggal \(date) ada di bulan yang sudah ditutup.",
        en: "The date \(date) lies in a month that is closed."),
      advice: Phrase(
        id:
          "Pakai tanggal mulai \(open.firstDay); bulan yang terbuka adalah \(open.name.indonesian). Jasa bulan yang sudah ditutup dibetulkan dengan koreksi.",
        en:
          "Use a date from \(open.firstDay) on; the open month is \(open.name.english). Interest of a closed month is set right by a correction."
      ),
      remedies: [.savings(.correctInterest())])
  }

  /// The book date lies before the first month of the book.
  package static func dateBeforeBook(_ date: BookDate, first: BookMonth) -> LedgerError {
    LedgerError(
      .dateBeforeBook,
      message: Phrase(
        id: "Tanggal \(date) lebih awal dari bulan pertama buku, \(first.name.indonesian).",
        en: "The date \(date) lies before the first month of the book, \(first.name.english)."),
      advice: Phrase(
        id: "Pakai tanggal mulai \(first.firstDay); hanya saldo awal yang boleh lebih awal.",
        en: "Use a date from \(first.firstDay) on; only opening balances may be earlier."))
  }

  /// What is asked for ended before the book began.
  package static func shownBeforeBook(_ last: BookDate, first: BookMonth) -> LedgerError {
    LedgerError(
      .dateBeforeBook,
      message: Phrase(
        id: "Yang diminta berakhir \(last.inWords.indonesian), sebelum bulan pertama buku, "
          + "\(first.name.indonesian): buku tidak tahu apa-apa tentangnya.",
        en: "What is asked for ends on \(last.inWords.english), before the first month of the "
          + "book, \(first.name.english): the book knows nothing of it."),
      advice: Phrase(
        id: "Minta hari atau masa sejak \(first.firstDay).",
        en: "Ask for days from \(first.firstDay) on."))
  }

  /// Money would move on a day after today.
  package static func dateFuture(_ date: BookDate, today: BookDate) -> LedgerError {
    LedgerError(
      .dateFuture,
      message: Phrase(
        id: "Tanggal \(date.inWords.indonesian) sesudah hari ini, \(today.inWords.indonesian).",
        en: "The date \(date.inWords.english) lies after today, \(today.inWords.english)."),
      advice: Phrase(
        id: "Periksa tanggalnya, dan jam komputer; atau nyatakan bahwa memang itu tanggalnya.",
        en: "Check the date, and the computer's clock; or say that the date is meant."),
      remedies: [.again(.allowFutureDate)])
  }

  /// A reversal would be dated before the entry that it takes back.
  package static func reversalBeforeEntry(
    _ number: EntryNumber, _ date: BookDate, bookedOn: BookDate
  ) -> LedgerError {
    LedgerError(
      .reversalBeforeEntry,
      message: Phrase(
        id:
          "Jurnal pembalik tanggal \(date) lebih awal dari \(number), yang bertanggal \(bookedOn).",
        en: "The reversal on \(date) would be earlier than \(number), which is dated \(bookedOn)."),
      advice: Phrase(
        id: "Pakai tanggal \(bookedOn) atau sesudahnya, atau jangan tulis tanggal.",
        en: "Use \(bookedOn) or a later day, or leave the date out."))
  }

  /// A reference was used before for something else.
  ///
  /// - Parameters:
  ///   - reference: The reference.
  ///   - act: What carries it, such as `voucher JU-000012`.
  ///   - entry: Its voucher; nil where it has none.
  ///   - field: The first field in which the two differ; nil where it is not known.
  /// - Returns: The error.
  package static func referenceReused(
    _ reference: String, by act: Phrase, entry: EntryNumber? = nil, differing field: Phrase? = nil
  ) -> LedgerError {
    let (indonesian, english) = (
      field.map { ": \($0.indonesian) lain" } ?? "", field.map { ": another \($0.english)" } ?? ""
    )
    return LedgerError(
      .referenceReused,
      message: Phrase(
        id: "Referensi “\(reference)” sudah dipakai oleh \(act.indonesian) dengan isi yang berbeda"
          + "\(indonesian).",
        en: "The reference “\(reference)” was used by \(act.english) with other content\(english)."),
      advice: Phrase(
        id: "Beri referensi baru, atau samakan isinya.",
        en: "Give a new reference, or make the content the same.")
    ).stating { $0.entry = entry }
  }

  /// A reference was used before for something whose personal data was erased since.
  package static func referenceErased(
    _ reference: String, by act: Phrase, entry: EntryNumber?
  ) -> LedgerError {
    LedgerError(
      .referenceReused,
      message: Phrase(
        id:
          "Referensi “\(reference)” sudah dipakai oleh \(act.indonesian), yang data pribadinya sudah "
          + "dihapus: isinya tidak bisa dibandingkan lagi.",
        en:
          "The reference “\(reference)” was used by \(act.english), whose personal data was erased: "
          + "its content can no longer be compared."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Beri referensi baru kalau ini hal yang baru.",
        en: "Nothing was stored. Give a new reference if this is something new.")
    ).stating { $0.entry = entry }
  }

  /// What a reference named was reversed; posting it again takes a new reference.
  ///
  /// `others` were booked in the same act and stand: they would be booked twice.
  package static func referenceReversed(
    _ reference: String, entry: EntryNumber, by reversal: EntryNumber,
    beside others: [EntryNumber] = []
  ) -> LedgerError {
    let message = Phrase(
      id: "Referensi “\(reference)” milik bukti \(entry), yang sudah dibalik oleh \(reversal).",
      en: "The reference “\(reference)” is that of voucher \(entry), which \(reversal) reversed.")
    let list = others.listed
    let error =
      others.isEmpty
      ? LedgerError(
        .referenceReversed, message: message,
        advice: Phrase(
          id: "Beri referensi baru untuk membukukannya lagi.",
          en: "Give a new reference to post it again."))
      : LedgerError(
        .referenceReversed,
        message: Phrase(
          id: "\(message.indonesian) Bukti \(list) dari pembukuan yang sama masih berlaku.",
          en: "\(message.english) Of the same act \(list) is still in force."),
        advice: Phrase(
          id: "Balik dulu \(list), lalu beri referensi baru; kalau tidak, dibukukan dua kali.",
          en: "Reverse \(list) first, then give a new reference; else it is booked twice."),
        remedies: others.prefix(1).map { .journal(.reverse($0)) })
    return error.stating { ($0.entry, $0.reversal) = (entry, reversal) }
  }

  /// A text is too long, empty or contains control characters.
  package static func noteUnacceptable(_ text: String) -> LedgerError {
    LedgerError(
      .noteUnacceptable,
      message: Phrase(
        id: "Teks “\(text.quotable)” kosong, terlalu panjang (lebih dari 500), atau berisi "
          + "tanda yang tidak tercetak.",
        en: "The text “\(text.quotable)” is empty, too long (over 500) or contains characters "
          + "that cannot be printed."),
      advice: Phrase(id: "Tulis teks pendek satu baris.", en: "Write a short text of one line."))
  }

  /// There is no entry with the number.
  package static func entryUnknown(_ number: EntryNumber) -> LedgerError {
    LedgerError(
      .entryUnknown, category: .missing,
      message: Phrase(id: "Tidak ada bukti \(number).", en: "There is no voucher \(number)."),
      advice: Phrase(
        id: "Lihat daftar buktinya.",
        en: "See the list of vouchers."),
      remedies: [.journal(.seeVouchers)])
  }

  /// The entry was reversed before.
  package static func entryAlreadyReversed(
    _ number: EntryNumber, by reversal: EntryNumber
  ) -> LedgerError {
    LedgerError(
      .entryAlreadyReversed,
      message: Phrase(
        id: "Bukti \(number) sudah dibalik oleh \(reversal).",
        en: "Voucher \(number) was already reversed by \(reversal)."),
      advice: Phrase(
        id: "Tidak perlu dibalik lagi; buat jurnal baru kalau masih ada yang salah.",
        en: "It need not be reversed again; make a new entry if something is still wrong.")
    ).stating { ($0.entry, $0.reversal) = (number, reversal) }
  }

  /// The entry cannot be reversed.
  ///
  /// `account` is the only one of a member that it moves, `year` the book year that it belongs to;
  /// `adjusting` the year of an adjustment that another one can still mend, and that one.
  package static func entryNotReversible(
    _ number: EntryNumber, kind: EntryKind, on date: BookDate, account: AccountCode? = nil,
    year: Int, adjusting: (year: Int, remedy: Remedy?)? = nil
  ) -> LedgerError {
    let mending = kind.mending(on: date, account, year: year)
    return LedgerError(
      .entryNotReversible,
      message: Phrase(
        id: "Bukti \(number) (\(kind.name.indonesian)) tidak bisa dibalik.",
        en: "Voucher \(number) (\(kind.name.english)) cannot be reversed."),
      advice: adjusting.map { adjusting in
        Phrase(
          id: "Perbaiki dengan penyesuaian lain pada tahun \(adjusting.year), yang belum disahkan.",
          en: "Mend it by another adjustment of \(adjusting.year), which is not ratified yet.")
      }
        ?? mending.advice,
      remedies: adjusting.map { [$0.remedy].compactMap(\.self) } ?? mending.remedies)
  }

  /// Events of a list that was posted together are refused.
  package static func eventsRefused(_ problems: [LedgerError]) -> LedgerError {
    let count = problems.count
    return LedgerError(
      .eventsRefused,
      message: Phrase(
        id: "\(count) transaksi dalam daftar ini ditolak. Tidak ada yang disimpan.",
        en:
          "\(count) \(count == 1 ? "event" : "events") of the list were refused. Nothing was stored."
      ),
      advice: Phrase(
        id: "Perbaiki transaksi yang disebut, lalu kirim lagi seluruh daftar.",
        en: "Correct the events that are named, then send the whole list again."),
      details: problems)
  }
}
