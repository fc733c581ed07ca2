extension LedgerError.Code {
  /// The book was closed before.
  public static let bookClosed = Self(rawValue: "book.closed")
  /// The book of a transaction was used after it, or by another thread.
  public static let transactionOver = Self(rawValue: "transaction.over")
  /// The name means something else than a file.
  public static let bookNameUnusable = Self(rawValue: "book.nameUnusable")
  /// The file has more than one name, or is mounted on its own: two programs could write it.
  public static let bookOtherName = Self(rawValue: "book.otherName")
  /// The folder in which a file was to be made does not exist.
  public static let bookFolderMissing = Self(rawValue: "book.folderMissing")
  /// The book's name leads to another file by now, or to none.
  public static let bookMoved = Self(rawValue: "book.moved")
  /// The log beside the file is that of another.
  public static let bookForeignLog = Self(rawValue: "book.foreignLog")
  /// Rules inside the file are missing or changed, or it holds some that are not the program's.
  public static let bookRulesMissing = Self(rawValue: "book.rulesMissing")
  /// Reading a file with foreign rules did not come to its end.
  public static let bookTooManySteps = Self(rawValue: "book.tooManySteps")
  /// A reader cannot make the files beside the book that reading needs.
  public static let bookReaderNeedsFolder = Self(rawValue: "book.readerNeedsFolder")
  /// The book has changed since a reader took a copy of it.
  public static let bookChangedMeanwhile = Self(rawValue: "book.changedMeanwhile")
  /// The SQLite library is older than the book needs.
  public static let sqliteTooOld = Self(rawValue: "sqlite.tooOld")
  /// The user's share of the disk is used up.
  public static let diskQuota = Self(rawValue: "disk.quota")
  /// The medium takes no writing.
  public static let diskReadOnly = Self(rawValue: "disk.readOnly")
  /// The medium is no longer there.
  public static let diskGone = Self(rawValue: "disk.gone")
}

extension LedgerError {
  /// The book was closed before.
  package static func bookClosed(_ path: String) -> LedgerError {
    LedgerError(
      .bookClosed,
      message: Phrase(
        id: "Buku “\(path)” sudah ditutup oleh program ini.",
        en: "The book “\(path)” has been closed by this program."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Buka bukunya lagi, lalu ulangi.",
        en: "Nothing was stored. Open the book again, then repeat."))
  }

  /// The book of a transaction is asked for something outside it.
  package static func transactionOver(_ path: String) -> LedgerError {
    LedgerError(
      .transactionOver,
      message: Phrase(
        id: "Transaksi pada buku “\(path)” sudah selesai, atau dipakai dari utas lain.",
        en: "The transaction on the book “\(path)” has ended, or is used from another thread."),
      advice: Phrase(
        id: "Pakai buku transaksi hanya di dalam penutupnya sendiri.",
        en: "Use the book of a transaction only inside its own closure."))
  }

  /// A name that SQLite would take for something else than a file.
  package static func bookNameUnusable(_ path: String) -> LedgerError {
    LedgerError(
      .bookNameUnusable,
      message: Phrase(
        id: "“\(path.quotable)” tidak bisa menjadi nama buku.",
        en: "“\(path.quotable)” cannot be the name of a book."),
      advice: Phrase(
        id: "Tulis nama berkas biasa, misalnya koperasi.ksp.",
        en: "Give the name of an ordinary file, such as koperasi.ksp."))
  }

  /// The file has several names (hard links).
  package static func bookHasOtherNames(_ path: String, names: Int) -> LedgerError {
    LedgerError(
      .bookOtherName, category: .cannotCreate,
      message: Phrase(
        id:
          "Berkas buku “\(path)” punya \(names) nama (hard link); lognya hanya ada di sebelah satu nama.",
        en:
          "The book's file “\(path)” has \(names) names (hard links); its log lies beside one only."
      ),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Hapus nama yang lain, atau buat salinan.",
        en: "Nothing was stored. Remove the other names, or make a copy."),
      remedies: [.book(.backUp)])
  }

  /// The file is mounted on its own, as into a container.
  package static func bookIsMountPoint(_ path: String) -> LedgerError {
    LedgerError(
      .bookOtherName, category: .cannotCreate,
      message: Phrase(
        id: "Berkas buku “\(path)” di-mount sendirian; log di sebelahnya tidak ikut.",
        en:
          "The book's file “\(path)” is mounted on its own; the log beside it does not come along."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Mount foldernya, bukan berkasnya.",
        en: "Nothing was stored. Mount the folder instead of the file."))
  }

  /// The folder in which a file was to be made does not exist.
  package static func bookFolderMissing(_ path: String, folder: String) -> LedgerError {
    LedgerError(
      .bookFolderMissing, category: .cannotCreate,
      message: Phrase(
        id: "“\(path)” tidak bisa dibuat: tidak ada folder “\(folder)”.",
        en: "“\(path)” cannot be made: there is no folder “\(folder)”."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Periksa namanya, atau buat foldernya dulu, lalu ulangi.",
        en: "Nothing was stored. Check its name, or make the folder first, then repeat."))
  }

  /// The book's name leads to another file by now, or to none.
  package static func bookMoved(_ path: String) -> LedgerError {
    LedgerError(
      .bookMoved, category: .inputOutput,
      message: Phrase(
        id: "Berkas “\(path)” dipindahkan, diganti atau dihapus selagi bukunya terbuka.",
        en: "The file “\(path)” was moved, replaced or removed while the book was open."),
      advice: Phrase(
        id: "Tidak ada yang disimpan. Kembalikan berkasnya, lalu buka bukunya lagi.",
        en: "Nothing was stored. Put the file back, then open the book again."))
  }

  /// The log beside the file is that of another, which was moved away without it.
  package static func bookForeignLog(_ path: String) -> LedgerError {
    LedgerError(
      .bookForeignLog,
      message: Phrase(
        id:
          "Log “\(path)-wal” bukan milik “\(path)”, melainkan milik berkas yang dulu bernama sama.",
        en:
          "The log “\(path)-wal” does not belong to “\(path)” but to a file that had its name before."
      ),
      advice: Phrase(
        id:
          "Tidak ada yang diubah. Pindahkan -wal dan -shm ke berkas lama, atau simpan di tempat lain.",
        en: "Nothing was changed. Put -wal and -shm beside the old file, or keep them elsewhere."))
  }

  /// Rules inside the file are not those of the program.
  package static func bookRulesMissing(_ path: String, rule: String) -> LedgerError {
    LedgerError(
      .bookRulesMissing, category: .invariant,
      message: Phrase(
        id: "Aturan di dalam “\(path)” bukan aturan program ini: \(rule.quotable).",
        en: "The rules inside “\(path)” are not those of this program: \(rule.quotable)."),
      advice: Phrase(
        id:
          "Tidak ada yang disimpan. Simpan berkas ini, buka cadangan, dan periksa apa yang berubah.",
        en: "Nothing was stored. Keep this file, open a backup, and verify what has changed."),
      remedies: [.book(.verify(path: nil))])
  }

  /// Reading a file with foreign rules did not come to its end.
  package static func bookTooManySteps(_ path: String) -> LedgerError {
    LedgerError(
      .bookTooManySteps, category: .invariant,
      message: Phrase(
        id: "Membaca “\(path)” tidak selesai: aturan asing di dalamnya berputar terus.",
        en: "Reading “\(path)” came to no end: foreign rules inside it go on for ever."),
      advice: Phrase(
        id: "Jangan pakai berkas ini; buka cadangan terakhir dan cari tahu siapa yang mengubahnya.",
        en: "Do not use this file; open the last backup and find out who changed it."))
  }

  /// A reader cannot make the files beside the book that reading needs.
  package static func bookReaderNeedsFolder(_ path: String) -> LedgerError {
    LedgerError(
      .bookReaderNeedsFolder, category: .cannotCreate,
      message: Phrase(
        id:
          "“\(path)” tidak bisa dibaca: foldernya tidak boleh ditulisi, dan log bukunya belum selesai.",
        en: "“\(path)” cannot be read: its folder may not be written, and its log is not finished."),
      advice: Phrase(
        id: "Minta izin tulis untuk foldernya, atau buka sebuah cadangan.",
        en: "Ask for permission to write the folder, or open a backup."),
      remedies: [.book(.open(path: nil))])
  }

  /// The book has changed since a reader took a copy of it.
  package static func bookChangedMeanwhile(_ path: String) -> LedgerError {
    LedgerError(
      .bookChangedMeanwhile, category: .busy,
      message: Phrase(
        id: "Buku “\(path)” berubah sejak dibuka untuk dibaca.",
        en: "The book “\(path)” has changed since it was opened for reading."),
      advice: Phrase(
        id: "Buka lagi. Dengan izin tulis untuk foldernya, pembaca selalu melihat yang terbaru.",
        en: "Open it again. With permission to write its folder a reader always sees the newest."))
  }

  /// The SQLite library is older than the book needs.
  package static func sqliteTooOld(found: String, needed: String) -> LedgerError {
    LedgerError(
      .sqliteTooOld, category: .cannotCreate,
      message: Phrase(
        id: "SQLite \(found) terlalu lama; buku memerlukan \(needed) atau lebih baru.",
        en: "SQLite \(found) is too old; the book needs \(needed) or newer."),
      advice: Phrase(
        id: "Perbarui paket libsqlite3 di komputer ini; buku tidak diubah.",
        en: "Update the package libsqlite3 on this machine; the book was not changed."))
  }

  /// The user's share of the disk is used up.
  package static func diskQuota(_ path: String) -> LedgerError {
    LedgerError(
      .diskQuota, category: .inputOutput,
      message: Phrase(
        id: "Jatah disk pengguna ini habis saat menulis “\(path)”. Tidak ada yang disimpan.",
        en: "This user's share of the disk ran out while writing “\(path)”. Nothing was stored."),
      advice: Phrase(
        id: "Hapus berkas yang tidak perlu atau minta jatah lebih besar, lalu ulangi.",
        en: "Remove files you do not need or ask for a larger quota, then repeat."))
  }

  /// The medium takes no writing.
  package static func diskReadOnly(_ path: String) -> LedgerError {
    LedgerError(
      .diskReadOnly, category: .inputOutput,
      message: Phrase(
        id: "Disk tempat “\(path)” hanya bisa dibaca. Tidak ada yang disimpan.",
        en: "The disk that holds “\(path)” can only be read. Nothing was stored."),
      advice: Phrase(
        id:
          "Buka kunci atau periksa medianya; disk yang rusak juga menjadi hanya-baca. Lalu ulangi.",
        en: "Unlock or check the medium; a failing disk turns read-only too. Then repeat."))
  }

  /// The medium is no longer there.
  package static func diskGone(_ path: String) -> LedgerError {
    LedgerError(
      .diskGone, category: .inputOutput,
      message: Phrase(
        id: "Disk tempat “\(path)” tidak ada lagi, mungkin dicabut.",
        en: "The disk that holds “\(path)” is no longer there; it may have been pulled out."),
      advice: Phrase(
        id: "Pasang lagi, lalu periksa bukunya dan bukti terakhir sebelum mengulangi.",
        en: "Put it back, then verify the book and see the last voucher before you repeat."),
      remedies: [.book(.verify(path: nil)), .journal(.seeVouchers)])
  }
}
