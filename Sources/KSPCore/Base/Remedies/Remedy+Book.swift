extension Remedy {
  /// What can be done about the book and its file.
  public enum OnBook: Hashable, Sendable {
    /// Make a new book.
    case make
    /// Open another book, at a path where one is known.
    case open(path: String?)
    /// Verify the book; with a path, the one that lies there.
    case verify(path: String?)
    /// Make a backup.
    case backUp
    /// Put a backup in the place of the book.
    case restore
    /// Read what happened to a member, an account, a loan or an entry.
    case seeHistory(of: String)
    /// Read an example of a list that can be brought in.
    case seeTemplate
    /// Put somebody in office.
    case addOfficer(String)
    /// Read who is in office.
    case seeOfficers
    /// Enter the cooperative's own tax number (NPWP).
    case giveTaxNumber

    var code: Code {
      switch self {
      case .make: .makeBook
      case .open: .openBook
      case .verify: .verifyBook
      case .backUp: .backUp
      case .restore: .restore
      case .seeHistory: .seeHistory
      case .seeTemplate: .seeTemplate
      case .addOfficer: .addOfficer
      case .seeOfficers: .seeOfficers
      case .giveTaxNumber: .giveBookTaxNumber
      }
    }

    var name: Phrase {
      switch self {
      case .make: Phrase(id: "Buat buku baru", en: "Make a new book")
      case .open: Phrase(id: "Buka buku lain", en: "Open another book")
      case .verify: Phrase(id: "Periksa buku", en: "Verify the book")
      case .backUp: Phrase(id: "Buat cadangan", en: "Make a backup")
      case .restore: Phrase(id: "Pulihkan dari cadangan", en: "Restore a backup")
      case .seeHistory(let subject):
        Phrase(id: "Lihat riwayat \(subject)", en: "See the history of \(subject)")
      case .seeTemplate: Phrase(id: "Lihat contoh daftar", en: "See an example of a list")
      case .addOfficer(let name):
        Phrase(id: "Tambah petugas \(name)", en: "Put \(name) in office")
      case .giveTaxNumber:
        Phrase(id: "Isi NPWP koperasi", en: "Enter the cooperative's NPWP")
      case .seeOfficers: Phrase(id: "Lihat daftar petugas", en: "See the officers")
      }
    }

    var arguments: [Argument?] {
      switch self {
      case .make, .backUp, .restore, .seeTemplate, .seeOfficers, .giveTaxNumber: []
      case .addOfficer(let name): [Argument("name", name)]
      case .open(let path), .verify(let path): [Argument("path", path)]
      case .seeHistory(let subject): [Argument("subject", subject)]
      }
    }
  }
}
