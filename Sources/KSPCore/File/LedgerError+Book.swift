extension LedgerError.Code {
  /// A setting that holds for the life of a book was to change.
  public static let bookSettingFixed = Self(rawValue: "book.settingFixed")
  /// A file that should be a book is none.
  public static let bookNotABook = Self(rawValue: "book.notABook")
  /// There is no file at the path.
  public static let bookMissing = Self(rawValue: "book.missing")
  /// A book exists where a new one should be made.
  public static let bookExists = Self(rawValue: "book.exists")
  /// The book was made by a newer version of the program.
  public static let bookNewer = Self(rawValue: "book.newer")
  /// The book is damaged.
  public static let bookDamaged = Self(rawValue: "book.damaged")
  /// Another process is writing the book.
  public static let bookBusy = Self(rawValue: "book.busy")
  /// The file or folder does not allow writing.
  public static let bookReadOnly = Self(rawValue: "book.readOnly")
  /// The disk is full.
  public static let diskFull = Self(rawValue: "disk.full")
  /// The disk failed to read or write.
  public static let diskFailed = Self(rawValue: "disk.failed")
}

extension LedgerError {
  /// A setting that holds for the life of a book was to change.
  package static func bookSettingFixed(_ name: Phrase) -> LedgerError {
    LedgerError(
      .bookSettingFixed,
      message: Phrase(
        id: "\(name.indonesian) tidak bisa diganti setelah buku dibuat.",
        en: "\(name.english) cannot change once the book is made."),
      advice: Phrase(
        id: "Buat buku baru kalau memang harus lain.", en: "Make a new book if it must be another.")
    )
  }

  /// A file that should be a book is none.
  package static func bookNotABook(_ path: String) -> LedgerError {
    LedgerError(
      .bookNotABook,
      message: Phrase(id: "“\(path)” bukan buku KSP.", en: "“\(path)” is not a KSP book."),
      advice: Phrase(
        id: "Periksa nama berkasnya, atau buat buku baru.",
        en: "Check the file name, or make a new book."),
      remedies: [.book(.make)])
  }

  /// There is no file at the path.
  package static func bookMissing(_ path: String) -> LedgerError {
    LedgerError(
      .bookMissing, category: .fileMissing,
      message: Phrase(id: "Tidak ada buku di “\(path)”.", en: "There is no book at “\(path)”."),
      advice: Phrase(
        id: "Sebutkan bukunya, atau buat yang baru.",
        en: "Name the book, or make a new one."),
      remedies: [.book(.open(path: nil)), .book(.make)])
  }

  /// A file exists where a new book should be made.
  package static func bookExists(_ path: String) -> LedgerError {
    LedgerError(
      .bookExists, category: .cannotCreate,
      message: Phrase(id: "Sudah ada berkas “\(path)”.", en: "There is already a file “\(path)”."),
      advice: Phrase(
        id: "Pilih nama lain; berkas yang ada tidak diubah.",
        en: "Choose another name; the existing file was not changed."))
  }

  /// The book was made by a newer version.
  package static func bookNewer(_ path: String, version: Int) -> LedgerError {
    LedgerError(
      .bookNewer,
      message: Phrase(
        id: "Buku “\(path)” dibuat oleh versi yang lebih baru (skema \(version)).",
        en: "The book “\(path)” was made by a newer version (schema \(version))."),
      advice: Phrase(
        id: "Pasang versi program yang terbaru; buku tidak diubah.",
        en: "Install the newest version of the program; the book was not changed."))
  }

  /// The book cannot be read as a database.
  package static func bookDamaged(_ path: String, reason: String) -> LedgerError {
    LedgerError(
      .bookDamaged, category: .invariant,
      message: Phrase(
        id: "Buku “\(path)” rusak: \(reason).", en: "The book “\(path)” is damaged: \(reason)."),
      advice: Phrase(
        id: "Jangan membukukan lagi. Simpan berkas ini dan buka cadangan terakhir.",
        en: "Do not post any more. Keep this file and open the last backup."))
  }

  /// Another program is writing the book; `holder` tells which, where it has said so.
  package static func bookBusy(_ path: String, holder: BookHolder? = nil) -> LedgerError {
    LedgerError(
      .bookBusy, category: .busy,
      message: Phrase(
        id: "Buku “\(path)” sedang dipakai program lain"
          + (holder?.phrase.map { ": \($0.indonesian)." } ?? "."),
        en: "The book “\(path)” is in use by another program"
          + (holder?.phrase.map { ": \($0.english)." } ?? ".")),
      advice: Phrase(
        id: "Tutup program itu atau tunggu sebentar, lalu coba lagi.",
        en: "Close that program or wait a moment, then try again."), holder: holder)
  }

  /// This program has the book open for writing already.
  package static func bookBusyHere(_ path: String) -> LedgerError {
    LedgerError(
      .bookBusy, category: .busy,
      message: Phrase(
        id: "Buku “\(path)” sudah dibuka untuk menulis oleh program ini sendiri.",
        en: "The book “\(path)” is open for writing in this program itself."),
      advice: Phrase(
        id: "Pakai buku yang sudah terbuka, atau tutup dulu.",
        en: "Use the book that is open, or close it first."),
      holder: BookHolder(isThisProcess: true))
  }

  /// The caller posts from inside a listing that it is reading.
  package static func bookBusyReading(_ path: String) -> LedgerError {
    LedgerError(
      .bookBusy, category: .busy,
      message: Phrase(
        id: "Buku “\(path)” masih dibaca oleh daftar yang belum selesai.",
        en: "The book “\(path)” is still being read by a listing that has not ended."),
      advice: Phrase(
        id: "Selesaikan daftarnya dulu, baru membukukan.", en: "Let the listing end, then post."))
  }

  /// The caller has the book in a closure, and entered another queue in it.
  package static func bookOnOtherQueue(_ path: String) -> LedgerError {
    LedgerError(
      .bookBusy, category: .busy,
      message: Phrase(
        id: "Buku “\(path)” sedang dipakai utas ini, dan ditanya lagi dari antrean lain.",
        en: "The book “\(path)” is in use on this thread, and is asked again from another queue."),
      advice: Phrase(
        id: "Di dalam penutupnya, pakai buku tanpa masuk ke DispatchQueue lain.",
        en: "Inside its closure use the book without entering another DispatchQueue."))
  }

  /// The file or folder does not allow writing.
  package static func bookReadOnly(_ path: String) -> LedgerError {
    LedgerError(
      .bookReadOnly, category: .cannotCreate,
      message: Phrase(
        id: "“\(path)” tidak bisa ditulisi.", en: "“\(path)” cannot be written to."),
      advice: Phrase(
        id: "Pindahkan buku ke folder yang boleh ditulisi, atau minta izin tulis.",
        en: "Move the book to a folder that allows writing, or ask for permission to write."))
  }

  /// The disk is full.
  package static func diskFull(_ path: String) -> LedgerError {
    LedgerError(
      .diskFull, category: .inputOutput,
      message: Phrase(
        id: "Tempat di disk habis saat menulis “\(path)”. Tidak ada yang disimpan.",
        en: "The disk is full while writing “\(path)”. Nothing was stored."),
      advice: Phrase(
        id: "Kosongkan tempat di disk, lalu ulangi.", en: "Free some space, then try again."))
  }

  /// The disk became full when a new book had been made and was to be opened.
  package static func diskFullAfterMaking(_ path: String) -> LedgerError {
    LedgerError(
      .diskFull, category: .inputOutput,
      message: Phrase(
        id: "Buku “\(path)” sudah dibuat, tetapi tempat di disk habis saat membukanya.",
        en: "The book “\(path)” was made, but the disk is full while opening it."),
      advice: Phrase(
        id: "Kosongkan tempat di disk, lalu teruskan dengan buku itu; jangan dibuat lagi.",
        en: "Free some space, then go on with that book; do not make it again."))
  }

  /// The disk failed to read or write.
  package static func diskFailed(_ path: String, reason: String) -> LedgerError {
    LedgerError(
      .diskFailed, category: .inputOutput,
      message: Phrase(
        id: "Disk gagal dibaca atau ditulis (“\(path)”): \(reason).",
        en: "The disk failed to read or write (“\(path)”): \(reason)."),
      advice: Phrase(
        id: "Periksa disk dan kabelnya, lalu bukunya dan bukti terakhir sebelum mengulangi.",
        en: "Check the disk and its cable, then the book and the last voucher before you repeat."),
      remedies: [.book(.verify(path: nil)), .journal(.seeVouchers)]
    )
  }
}
