import KSPTestSupport
import Testing

@testable import KSPCore

/// A table reads the same in whatever it is written.
@Suite struct SheetPropertyTests {
  /// The names that a heading may have in a list of members.
  static let spellings: [[String]] = [
    ["No. Anggota", "NBA", "NOMOR_INDUK", "member-no", " nomor anggota ", "Nomor  Induk Anggota"],
    ["Nama", "NAMA LENGKAP", "nama_anggota", "Full Name"],
    ["Tgl. Masuk", "TANGGAL GABUNG", "joined", "Masuk", "tgl-bergabung"],
    ["Alamat", "ADDRESS", "Alamat Rumah"], ["HP", "No. Telp", "phone"],
  ]
  static let words = ["Siti", "Budi; S.", "Ani, S.H.", "\"Eka\"", "Café", "Ñusa", "B – C", "x\ny"]

  struct Table {
    var rows: [[String]] = []
    let separator: String
    let encoding: SheetEncoding
    var text = ""

    init(_ random: inout SplitMix64) throws {
      separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
      encoding = SheetEncoding.allCases.randomElement(using: &random) ?? .utf8
      let writing = DateWriting.allCases.randomElement(using: &random) ?? .yearFirst
      let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
      var lines: [[String]] = []
      if Bool.random(using: &random) { text = "sep=\(separator)\(end)" }
      for title in ["KOPERASI MAJU", "", "DAFTAR ANGGOTA"] where Bool.random(using: &random) {
        lines.append([title, "", "", "", ""])
      }
      lines.append(SheetPropertyTests.spellings.map { $0.randomElement(using: &random) ?? "" })
      for index in 0..<Int.random(in: 1...6, using: &random) {
        let date = try BookDate(
          year: Int.random(in: 2_001...2_025, using: &random),
          month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random)
        )
        let name = SheetPropertyTests.words.randomElement(using: &random) ?? ""
        rows.append(["A-\(index)", name, date.description, "Jl. \(index)", "0812\(index)"])
        lines.append([
          "A-\(index)", name, Self.written(date, writing), "Jl. \(index)", "0812\(index)",
        ])
        if Int.random(in: 0..<4, using: &random) == 0 { lines.append(["", " ", "", "", ""]) }
      }
      if Bool.random(using: &random) { lines.append(["", "JUMLAH", "", "", ""]) }
      if Bool.random(using: &random) { lines.append(["", "", "", "", ""]) }
      text += lines.map { $0.map(Self.quoted).joined(separator: separator) + end }.joined()
    }

    static func written(_ date: BookDate, _ writing: DateWriting) -> String {
      let (year, month, day) = date.components
      switch writing {
      case .yearFirst: return "\(date) 00:00:00"
      case .dayFirst: return "\(day)/\(month)/\(year)"
      case .named: return "\(day)-\(date.month.name.indonesian.prefix(3))-\(year)"
      }
    }

    static func quoted(_ cell: String) -> String {
      guard cell.contains(where: { ",;\"\n\t".contains($0) }) else { return cell }
      return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    var bytes: [UInt8] {
      switch encoding {
      case .utf8: return Array(text.utf8)
      case .utf16LittleEndian:
        return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16BigEndian:
        return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case .windows1252:
        return text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value & 0xFF) }
      }
    }
  }

  @Test func aTableReadsTheSameInEveryWriting() throws {
    var random = SplitMix64(seed: 1_010)
    for _ in 0..<800 {
      let table = try Table(&random)
      let sheet = try Sheet(SheetText(table.bytes, file: "t.csv"), as: .members)
      #expect(sheet.problems.isEmpty, "\(sheet.problems) in \(table.text.debugDescription)")
      let columns = ["number", "name", "joined", "address", "phone"].map { sheet.column($0) }
      var problems: [LedgerError] = []
      let rows = sheet.read(problems: &problems) { cells -> [String] in
        [
          cells.number(columns[0]) ?? "", cells.row.textIfAny(columns[1].index ?? 0),
          cells.date(columns[2])?.description ?? "", cells.text(columns[3]) ?? "",
          cells.optionalNumber(columns[4]) ?? "",
        ]
      }
      #expect(rows == table.rows, "\(table.text.debugDescription)")
      #expect(problems.isEmpty)
      #expect(String(sheet.understanding.separator) == table.separator)
      #expect(sheet.understanding.rows == table.rows.count)
    }
  }

  /// Whatever is read as a sheet, no cell of a row of the list is dropped without a word: its column
  /// is taken, or the understanding has it.
  @Test func nothingIsDroppedWithoutAWord() throws {
    var random = SplitMix64(seed: 1_011)
    let headings = [
      "No", "No. Anggota", "Nama", "Masuk", "Saldo", "Status", "Agama", "", "Umur", "Ket",
    ]
    let cells = ["", "-", "0001", "1", "Siti", "2020-01-01", "5.000", "Keluar", "Islam", "40"]
    for _ in 0..<2_000 {
      let width = Int.random(in: 1...6, using: &random)
      func line(_ from: [String]) -> String {
        (0..<width).map { _ in from.randomElement(using: &random) ?? "" }.joined(separator: ";")
          + "\n"
      }
      let text = line(headings) + line(cells) + line(cells)
      let sheet = try Sheet(SheetText(text, file: "t"), as: .members)
      let letters = Set(sheet.understanding.columns.map(\.letter))
      sheet.forEachRow { row in
        for index in row.cells.indices where !SheetRow.isNothing(row, index) {
          #expect(letters.contains(SheetName.letter(index)), "\(text.debugDescription)")
        }
      } unreadable: { _ in
      }
      for column in sheet.understanding.columns {
        guard case .leftOut(let example) = column.use else { continue }
        let mustRefuse = example.text == "5.000" || SheetWords.saysOut(example.text)
        #expect(!mustRefuse || !sheet.problems.isEmpty, "\(text.debugDescription)")
      }
    }
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04], ForeignFile.workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldWorkbook),
      (Array("\u{FEFF}\n <HTML>".utf8), .webPage), (Array("<?xml version".utf8), .webPage),
      (Array("%PDF-1.4".utf8), .pdf), ([0x41, 0x00, 0x42], .binary),
      (Array("SQLite format 3\0".utf8), .book),
      ([0xFF, 0xFE, 0x3C, 0x00, 0x68, 0x00, 0x74, 0x00], .webPage),
    ] as [([UInt8], ForeignFile)])
  func whatIsNoTableIsCalledByItsName(_ bytes: [UInt8], _ kind: ForeignFile) {
    let error = refused { try SheetText(bytes, file: "daftar.xls") }
    #expect(error == .importNotTable(kind, file: "daftar.xls"))
    let advice = kind == .book ? "Name the CSV file" : "CSV UTF-8"
    #expect(error?.advice.english.contains(advice) == true)
  }
}
