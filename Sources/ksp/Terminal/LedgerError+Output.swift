import Foundation
import KSPCore
import KSPLedger

/// What `ksp` says about files that it is asked to write.
extension LedgerError {
  private static func output(
    _ code: String, category: Category = .cannotCreate, _ message: Phrase, _ advice: Phrase,
    remedies: [Remedy] = []
  ) -> LedgerError {
    LedgerError(
      LedgerError.Code(rawValue: "output.\(code)"), category: category, message: message,
      advice: advice, remedies: remedies)
  }

  /// The file is a book, belongs to one, or could be one.
  static func outputIsKept(_ path: String, _ kept: KeptFile) -> LedgerError {
    let message =
      switch kept {
      case .book:
        Phrase(
          id:
            "“\(path)” adalah buku ini atau berkas pendampingnya; --keluaran tidak pernah menimpanya.",
          en: "“\(path)” is this book or a file that belongs to it; --output never writes over it.")
      case .database:
        Phrase(
          id:
            "“\(path)” adalah buku, cadangan atau basis data; --keluaran tidak pernah menimpanya.",
          en: "“\(path)” is a book, a backup or a database; --output never writes over it.")
      case .unreadable:
        Phrase(
          id: "“\(path)” tidak bisa dibaca, mungkin sebuah buku; --keluaran tidak menimpanya.",
          en: "“\(path)” cannot be read and may be a book; --output does not write over it.")
      }
    return output(
      "isKept", message,
      Phrase(
        id: "Berkas itu tidak diubah. Pilih nama lain, misalnya laporan.txt.",
        en: "That file was not changed. Choose another name, such as report.txt."))
  }

  /// There is a file of that name.
  static func outputExists(_ path: String) -> LedgerError {
    output(
      "exists",
      Phrase(
        id: "Sudah ada berkas “\(path)”; --keluaran tidak menimpanya.",
        en: "There is already a file “\(path)”; --output does not write over it."),
      Phrase(
        id: "Pilih nama lain, atau tambahkan --ganti kalau isinya boleh hilang.",
        en: "Choose another name, or add --replace if its content may go."))
  }

  /// The name is that of a folder.
  static func outputIsFolder(_ path: String) -> LedgerError {
    output(
      "isFolder",
      Phrase(
        id: "“\(path)” adalah folder, bukan berkas untuk --keluaran.",
        en: "“\(path)” is a folder, not a file for --output."),
      Phrase(
        id: "Tambahkan nama berkasnya, misalnya laporan.txt.",
        en: "Add the name of the file, such as report.txt."))
  }

  /// There is no such folder.
  static func outputFolderMissing(_ path: String, _ folder: String) -> LedgerError {
    output(
      "folderMissing",
      Phrase(
        id: "“\(path)” tidak bisa dibuat dengan --keluaran: tidak ada folder “\(folder)”.",
        en: "“\(path)” cannot be made by --output: there is no folder “\(folder)”."),
      Phrase(
        id: "Periksa namanya, atau buat foldernya dulu.",
        en: "Check its name, or make the folder first."))
  }

  /// The system does not let the file be made.
  static func outputNotCreated(_ path: String, reason: Int32) -> LedgerError {
    if [ENOSPC, EDQUOT, EIO].contains(reason) { return outputFailed(path, reason: reason) }
    let why =
      switch reason {
      case EACCES, EPERM:
        Phrase(id: "foldernya tidak boleh ditulisi", en: "its folder allows no writing")
      case EROFS: Phrase(id: "disknya hanya bisa dibaca", en: "the disk can only be read")
      case ENAMETOOLONG: Phrase(id: "namanya terlalu panjang", en: "the name is too long")
      case ENOENT, ENOTDIR: Phrase(id: "foldernya tidak ada", en: "there is no such folder")
      default: Phrase(id: "sistem menolaknya", en: "the system refuses it")
      }
    return output(
      "notCreated",
      Phrase(
        id: "Laporan tidak bisa ditulis ke “\(path)”: \(why.indonesian).",
        en: "The report cannot be written to “\(path)”: \(why.english)."),
      Phrase(
        id: "Pilih folder yang ada dan boleh ditulisi, atau tanpa --keluaran.",
        en: "Choose a folder that exists and allows writing, or leave out --output."))
  }

  /// Writing stopped half-way. It says nothing about the book: what was to be stored has been
  /// stored by then.
  static func outputFailed(_ path: String, reason: Int32) -> LedgerError {
    let isFull = reason == ENOSPC || reason == EDQUOT
    return output(
      "failed", category: .inputOutput,
      Phrase(
        id: "Laporan tidak selesai ditulis ke “\(path)”: \(isFull ? "disk penuh" : "disk gagal").",
        en:
          "The report was not completely written to “\(path)”: \(isFull ? "disk full" : "disk failed")."
      ),
      Phrase(
        id: "Cetak lagi ke tempat lain; yang sudah dibukukan tetap tersimpan.",
        en: "Print it again elsewhere; what was posted stays stored."),
      remedies: [.journal(.seeVouchers)])
  }
}
