/// One of the books that a cooperative keeps (16 buku administrasi): its number, its name and its
/// columns.
///
/// The list is data: ``all`` is the numbering most in use, and a cooperative that counts otherwise
/// makes its own.
public struct RegisterBook: Hashable, Sendable, Codable {
  /// One column.
  public struct Column: Hashable, Sendable, Codable {
    /// Where people read it.
    public enum Place: String, Sendable, Codable {
      /// Beside the other columns.
      case beside
      /// Beside the others, as an amount that is added up at the foot.
      case summed
      /// In a line of its own below the row, where there is something to say.
      case below
      /// Beside the others on paper, to be signed; programs have no use for it.
      case signed
    }

    /// What programs call it.
    public let name: String
    /// What people read above it.
    public let heading: Phrase
    /// How wide it is in characters; nothing for one that stands below the row.
    public let width: Int
    /// Where people read it.
    public let place: Place

    /// A column.
    public init(_ name: String, id: String, en: String, width: Int, _ place: Place = .beside) {
      self.name = name
      heading = Phrase(id: id, en: en)
      self.width = width
      self.place = place
    }

    /// A column below the row.
    public static func below(_ name: String, id: String, en: String) -> Column {
      Column(name, id: id, en: en, width: 0, .below)
    }
  }

  /// Where its rows come from.
  public enum Source: String, CaseIterable, Sendable, Codable {
    /// The register of members.
    case members
    /// What members hold.
    case savings
    /// The board, from the settings.
    case board
    /// The supervisors, from the settings.
    case supervisors
    /// Those who record, from their register.
    case officers
    /// The cash book.
    case cash
    /// The register of fixed assets.
    case assets
    /// Nothing in the book: a form that is filled in by hand.
    case form
  }

  /// Its number.
  public let number: Int
  /// Its name.
  public let name: Phrase
  /// Where its rows come from.
  public let source: Source
  /// Its columns, to the right of the one that counts; those beside one another fit a page.
  public let columns: [Column]

  /// A book.
  public init(_ number: Int, id: String, en: String, _ source: Source, _ columns: [Column]) {
    self.number = number
    name = Phrase(id: id, en: en)
    self.source = source
    self.columns = columns
  }
}

extension RegisterBook {
  private static let date = Column("date", id: "Tanggal", en: "Date", width: 10)
  private static let signature = Column("signature", id: "Tanda tangan", en: "Signed", width: 11)
  private static let address = Column("address", id: "Alamat", en: "Address", width: 18)

  private static func name(_ width: Int) -> Column {
    Column("name", id: "Nama", en: "Name", width: width)
  }

  private static func text(_ width: Int) -> Column {
    Column("text", id: "Uraian", en: "What", width: width)
  }

  /// Those who hold an office.
  private static let holders = [
    name(26), Column("office", id: "Jabatan", en: "Office", width: 16),
    Column("since", id: "Sejak", en: "Since", width: 10),
    Column("until", id: "Sampai", en: "Until", width: 10),
  ]

  /// What was decided at a meeting.
  private static let decisions = [
    date, text(40), Column("decision", id: "Keputusan", en: "Decision", width: 20),
  ]

  /// What an official advised.
  private static let advice = [
    date, name(14), Column("office", id: "Jabatan", en: "Office", width: 12),
    Column("body", id: "Instansi", en: "Body", width: 12), text(11),
    Column("answer", id: "Tanggapan", en: "Answer", width: 11),
  ]

  /// The sixteen books in the numbering most in use.
  public static let all: [RegisterBook] = [
    RegisterBook(
      1, id: "Daftar anggota", en: "Members", .members,
      [
        Column("member", id: "Nomor", en: "Number", width: 5), name(12),
        .below("birthPlace", id: "Lahir di", en: "Born at"),
        Column("birthDate", id: "Lahir", en: "Born", width: 10),
        Column("gender", id: "L/P", en: "Sex", width: 3),
        Column("occupation", id: "Kerja", en: "Work", width: 8),
        .below("address", id: "Alamat", en: "Address"),
        Column("joined", id: "Masuk", en: "Joined", width: 10),
        Column("signature", id: "Ttd", en: "Sign", width: 4, .signed),
        Column("chair", id: "Ketua", en: "Chair", width: 5, .signed),
        Column("left", id: "Berhenti", en: "Left", width: 10),
        .below("reason", id: "Sebab", en: "Reason"),
        .below("remarks", id: "Keterangan", en: "Remarks"),
      ]),
    RegisterBook(2, id: "Daftar pengurus", en: "Board", .board, holders),
    RegisterBook(3, id: "Daftar pengawas", en: "Supervisors", .supervisors, holders),
    RegisterBook(4, id: "Daftar karyawan", en: "Staff", .officers, holders),
    RegisterBook(
      5, id: "Buku tamu", en: "Guests", .form,
      [
        date, name(18), address, Column("met", id: "Bertemu", en: "Met", width: 12),
        Column("purpose", id: "Keperluan", en: "Purpose", width: 12),
      ]),
    RegisterBook(
      6, id: "Simpanan anggota", en: "Savings of members", .savings,
      [
        Column("member", id: "Nomor", en: "Number", width: 8), name(24),
        Column("product", id: "Produk", en: "Product", width: 18),
        Column("balance", id: "Saldo", en: "Balance", width: 16, .summed),
      ]),
    RegisterBook(
      7, id: "Saran anggota", en: "Suggestions of members", .form,
      [date, name(18), text(24), Column("answer", id: "Tanggapan", en: "Answer", width: 18)]),
    RegisterBook(
      8, id: "Anjuran pejabat koperasi", en: "Advice of the cooperative office", .form, advice),
    RegisterBook(
      9, id: "Anjuran pejabat instansi lain", en: "Advice of other offices", .form, advice),
    RegisterBook(
      10, id: "Keputusan rapat pengawas", en: "Decisions of supervisors", .form, decisions),
    RegisterBook(
      11, id: "Keputusan rapat pengurus", en: "Decisions of the board", .form, decisions),
    RegisterBook(
      12, id: "Keputusan rapat anggota", en: "Decisions of the meeting", .form, decisions),
    RegisterBook(
      13, id: "Kejadian penting", en: "Important events", .form,
      [
        date, text(26), Column("solution", id: "Penyelesaian", en: "Solution", width: 18),
        Column("cause", id: "Sebab", en: "Cause", width: 16),
      ]),
    RegisterBook(
      14, id: "Buku kas", en: "Cash", .cash,
      [
        date, text(13), Column("voucher", id: "Bukti", en: "Voucher", width: 9),
        Column("debit", id: "Debet", en: "In", width: 9, .summed),
        Column("credit", id: "Kredit", en: "Out", width: 10, .summed),
        Column("balance", id: "Saldo", en: "Balance", width: 10),
        Column("remarks", id: "Ket.", en: "Remarks", width: 8),
      ]),
    RegisterBook(
      15, id: "Daftar inventaris", en: "Inventory", .assets,
      [
        Column("asset", id: "Nomor", en: "Number", width: 8), name(22),
        Column("date", id: "Tanggal", en: "Date", width: 10),
        Column("cost", id: "Harga", en: "Cost", width: 15, .summed),
        Column("value", id: "Nilai buku", en: "Value", width: 14, .summed),
      ]),
    RegisterBook(
      16, id: "Agenda dan ekspedisi", en: "Letters in and out", .form,
      [
        date, Column("letter", id: "Nomor surat", en: "Letter", width: 14),
        Column("party", id: "Dari/kepada", en: "From/to", width: 16), text(20), signature,
      ]),
  ]
}

extension RegisterBook: Identifiable {
  /// Its number.
  public var id: Int { number }
}
