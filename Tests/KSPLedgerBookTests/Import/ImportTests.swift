import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Imports store everything or nothing, say everything that is wrong, and store nothing twice.
@Suite struct ImportTests {
  static let header = "date,member,product,type,amount,reference,memo\n"

  static func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    return ledger
  }

  static func problems(_ body: () throws -> ImportReport) -> [String] {
    let error = refused { _ = try body() }
    #expect(error?.code == .importRefused)
    return (error?.details ?? []).map { "\($0.place?.description ?? "?") \($0.code)" }
  }

  /// The sums are those of the file, so that they can be compared with where it came from.
  @Test func anImportSaysWhatItsRowsComeTo() throws {
    let ledger = try Self.book(try TestFolder())
    typealias Total = ImportReport.Total
    let opening = """
      member,product,amount,account,debit,credit
      0001,sukarela,250000.50,,,
      0002,pokok,100000,,,
      ,,,1-1000,500000,
      ,,,3-2000,,149999.50
      """
    let opened = try ledger.importOpeningBalances(
      csv: opening, file: "s.csv", on: try day("2025-12-31"))
    #expect(
      opened.totals == [
        Total(.savings, rows: 2, amount: try Rupiah(parsing: "350000.50")),
        Total(.debit, rows: 1, amount: 500_000),
        Total(.credit, rows: 1, amount: try Rupiah(parsing: "149999.50")),
      ])
    let csv =
      Self.header + """
        2026-01-05,0001,sukarela,deposit,100000,R-1,
        2026-01-06,0002,sukarela,setor,50000,R-2,
        2026-01-07,0001,sukarela,tarik,30000,R-3,
        2026-01-08,0001,sukarela,biaya,1000,R-4,
        """
    let totals = [
      Total(.deposit, rows: 2, amount: 150_000), Total(.withdrawal, rows: 1, amount: 30_000),
      Total(.fee, rows: 1, amount: 1_000),
    ]
    for stored in [4, 0] {
      let report = try ledger.importTransactions(csv: csv, file: "t.csv")
      #expect(report.stored == stored && report.totals == totals)
    }
  }

  @Test("a name that shares a word with the member's, and is wholly another member's, is refused")
  func namesOfOthers() throws {
    let ledger = try makeBook(TestFolder())
    for name in ["Siti Aminah", "Siti Rahayu", "Budi"] {
      _ = try ledger.addMember(
        NewMember(profile: MemberProfile(name: name), joinedOn: day("2026-01-01")))
    }
    let header = "date,member,name,product,type,amount,reference\n"
    func bring(_ rows: String) throws -> ImportReport {
      try ledger.importTransactions(csv: header + rows, file: "t.csv")
    }
    let found = Self.problems {
      try bring(
        """
        2026-01-05,0001,SITI RAHAYU,sukarela,deposit,1000,R-1
        2026-01-05,0002,Siti Aminah,sukarela,deposit,1000,R-2
        2026-01-05,0003,Ani,sukarela,deposit,1000,R-3
        """)
    }
    #expect(found == (2...4).map { "t.csv:\($0):17 import.nameDiffers" })
    // Titles come and go, and a part of a name is one's own.
    let stored = try bring(
      """
      2026-01-05,0001,Ibu Siti Aminah,sukarela,deposit,1000,R-4
      2026-01-05,0002,Siti,sukarela,deposit,1000,R-5
      2026-01-05,0003,BUDI,sukarela,deposit,1000,R-6
      """
    ).stored
    #expect(stored == 3)
  }

  @Test("the same list with numbers that lost their zeros is pointed out")
  func membersTwice() throws {
    let ledger = try makeBook(TestFolder())
    func list(_ numbers: [String]) throws -> ImportReport {
      let rows = zip(numbers, ["Siti", "Budi", "Ani", "Dewi"]).map { "\($0),\($1),2026-01-05\n" }
      return try ledger.importMembers(
        csv: "number,name,joined\n" + rows.joined(), file: "m.csv")
    }
    #expect(try list(["0001", "0002", "0003", "0004"]).warnings.isEmpty)
    #expect(try list(["0001", "0002", "0003", "0004"]).warnings.isEmpty)
    let doubts = try list(["1", "2", "3", "4"]).warnings.map(\.english)
    #expect(
      doubts == [
        "The same name and day of joining under several numbers: Ani (0003, 3); Budi (0002, 2); "
          + "Dewi (0004, 4); and 1 more."
      ])
  }

  /// Mistakes of the text, of the rows together, and of the book: in the order of the file.
  @Test func allMistakesOfAllRowsInFileOrder() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let before = try BookContent(folder)
    let csv =
      Self.header + """
        2026-01-05,0001,sukarela,deposit,100000,R-1,
        2026-02-30,0001,sukarela,setor,"1,500",,
        2026-01-06,0001,sukarela
        2026-01-04,0001,sukarela,tarik,1,R-2,
        2026-01-06,9999,sukarela,deposit,1,R-3,
        2026-01-06,0001,nihil,deposit,0,R-4,
        2026-01-06,0001,pokok,withdrawal,1,R-5,
        2025-12-31,0001,sukarela,deposit,1,R-6,
        2026-01-06,0001,sukarela,beli,-5,R-7,
        "2026-01-06"x,0001,sukarela,deposit,1,R-8,
        2026-01-07,0002,sukarela,deposit,5,R-1,
        """
    let found = Self.problems { try ledger.importTransactions(csv: csv, file: "t.csv") }
    #expect(
      found == [
        "t.csv:3:1 date.unreadable", "t.csv:3:32 amount.unreadable",
        "t.csv:3:40 import.cellMissing", "t.csv:4:17 import.unreadable",
        "t.csv:5:32 account.overdraft", "t.csv:6:12 member.unknown",
        "t.csv:7:31 amount.notPositive", "t.csv:8:34 product.notWithdrawable",
        "t.csv:9:12 member.notYetJoined", "t.csv:10:26 import.wordUnknown",
        "t.csv:10:31 amount.notPositive", "t.csv:11:13 import.unreadable",
        "t.csv:12:36 import.duplicate",
      ])
    let error = refused { try ledger.importTransactions(csv: csv, file: "t.csv") }
    for problem in error?.details ?? [] {
      for phrase in [problem.message, problem.advice] {
        #expect(!phrase.indonesian.isEmpty && !phrase.english.isEmpty)
      }
      #expect(problem.place?.excerpt != nil)
    }
    #expect(try BookContent(folder) == before)
  }

  /// One bad row in a file of good ones: nothing is stored, and a corrected file stores all.
  @Test func oneBadRowStoresNothing() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let before = try BookContent(folder)
    var rows = (1...50).map { "2026-01-05,0001,sukarela,deposit,\($0)000,R-\($0),\n" }
    rows[49] = "2026-01-05,0001,sukarela,deposit,1.5,R-50,\n"
    let found = Self.problems {
      try ledger.importTransactions(csv: Self.header + rows.joined(), file: "t.csv")
    }
    #expect(found == ["t.csv:51:34 amount.unreadable"])
    #expect(try BookContent(folder) == before)
    rows[49] = "2026-01-05,0001,sukarela,deposit,50000,R-50,\n"
    let csv = Self.header + rows.joined()
    let rehearsal = try ledger.importTransactions(csv: csv, file: "t.csv", dryRun: true)
    #expect((rehearsal.rows, rehearsal.stored, rehearsal.alreadyStored) == (50, 50, 0))
    #expect(try BookContent(folder) == before)
    #expect(try ledger.importTransactions(csv: csv, file: "t.csv").stored == 50)
    let after = try BookContent(folder)
    let again = try ledger.importTransactions(csv: csv, file: "t.csv")
    #expect((again.rows, again.stored, again.alreadyStored) == (50, 0, 50))
    #expect(try BookContent(folder) == after)
    #expect(try ledger.verify().isOK)
  }

  /// The second row under a reference names the line of the first, whatever it holds.
  @Test(arguments: [
    "2026-01-05,0001,sukarela,deposit,1000,R-1,", "2026-01-05,0001,sukarela,deposit,2000,R-1,",
    "2026-01-04,0001,sukarela,deposit,1000,R-1,", "2026-01-09,0002,pokok,deposit,1000,R-1,x",
  ])
  func aReferenceTwiceInOneFile(_ second: String) throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let csv = Self.header + "\n2026-01-05,0001,sukarela,deposit,1000,R-1,\n" + second + "\n"
    let error = refused { try ledger.importTransactions(csv: csv, file: "t.csv") }
    #expect(error?.details.map(\.code) == [.importDuplicate])
    // Rows are posted by day, so of two days the earlier row is the first.
    let isEarlier = second.hasPrefix("2026-01-04")
    #expect(error?.details.first?.place?.line == (isEarlier ? 3 : 4))
    let other = isEarlier ? "4" : "3"
    #expect(error?.details.first?.message.english.contains("line \(other)") == true)
    #expect(try ledger.status().entries == 0)
  }

  /// A reference of the book with other content is refused at its cell.
  @Test func aReferenceOfTheBookWithOtherContent() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    _ = try ledger.deposit(
      1_000, member: "0001", on: day("2026-01-05"), reference: "R-1")
    let found = Self.problems {
      try ledger.importTransactions(
        csv: Self.header + "2026-01-05,0001,sukarela,deposit,2000,R-1,\n", file: "t.csv")
    }
    #expect(found == ["t.csv:2:39 reference.reused"])
  }

  @Test func indonesianColumnsAndWordsWithSemicolons() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let members = """
      \u{FEFF}Nomor;Nama;Jenis;Tanggal_Masuk;Alamat;Telepon;NIK\r
      0001;"Siti; Aminah";perorangan;01/01/2026;"Jl. Melati 3\u{A0}";0812;3201010101900001\r
      0002;Koperasi Induk;Badan;02/01/2026;;;\r
      0003;Budi;;03/01/2026;;;\r

      """
    let report = try ledger.importMembers(csv: members, file: "anggota.csv")
    #expect((report.rows, report.stored) == (3, 3))
    let siti = try ledger.member("0001").member
    #expect(siti.profile.name == "Siti; Aminah" && siti.profile.address == "Jl. Melati 3")
    #expect(try ledger.member("0002").member.profile.kind == .organization)
    #expect(try ledger.member("0003").member.profile.name == "Budi")
    #expect(try ledger.importMembers(csv: members, file: "anggota.csv").stored == 0)
    let rows = """
      tanggal;anggota;produk;jenis;jumlah;referensi;keterangan
      05/01/2026;0001;Sukarela;Setoran;1.500.000,50;A-1;setor; tunai
      """.replacing("setor; tunai", with: "\"setor; tunai\"")
    let more = """

      06/01/2026;0001;sukarela;Penarikan;Rp 500.000;A-2;
      06/01/2026;0001;sukarela;jasa;1000;A-3;
      07/01/2026;0001;sukarela;biaya;500,50;A-4;
      """
    #expect(try ledger.importTransactions(csv: rows + more, file: "t.csv").stored == 4)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 1_000_500)
    #expect(try ledger.entry(EntryNumber(1)).note.memo == "setor; tunai")
    #expect(
      try (1...4).map { try ledger.entry(EntryNumber($0)).kind } == [
        .deposit, .withdrawal, .interest, .fee,
      ])
    let opening = "akun;debet;kredit\n1-1100;5.000.000;\n3-2000;;5.000.000\n"
    let opened = try ledger.importOpeningBalances(
      csv: opening, file: "o.csv", on: day("2025-12-31"))
    #expect(opened.stored == 2 && opened.openingDifference == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func columnsThatAreMissingAreAllNamed() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let found = Self.problems { try ledger.importTransactions(csv: "date,typo\n", file: "t.csv") }
    #expect(found == Array(repeating: "t.csv:1:1 import.columnMissing", count: 5))
    #expect(
      Self.problems { try ledger.importMembers(csv: "number\n1\n", file: "m") }.count == 2)
  }

  /// Members that contradict each other or the register.
  @Test func membersThatContradict() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let before = try BookContent(folder)
    let csv = """
      number,name,joined,kind
      0009,Ani,2026-01-05,
      0009,Ani,2026-01-05,
      0001,Orang Lain,2026-01-01,
      nomor buruk,Budi,2026-01-05,
      0010,,2026-01-05,kucing
      """
    let found = Self.problems { try ledger.importMembers(csv: csv, file: "m") }
    #expect(
      found == [
        "m:3:1 import.duplicate", "m:4:1 member.numberTaken", "m:5:1 member.profileUnacceptable",
        "m:6:6 import.cellMissing", "m:6:18 import.wordUnknown",
      ])
    #expect(try BookContent(folder) == before)
  }

  @Test func openingRowsThatContradict() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let before = try BookContent(folder)
    let csv = """
      member,product,account,debit,credit,amount
      0001,sukarela,,,,100000
      0001,sukarela,,,,100000
      0002,sukarela,,,,
      ,,1-0000,5,,
      ,,9-9999,5,,
      ,,SUK-0001,5,,
      ,,1-1000,x,y,
      0002,pokok,,,,-5
      """
    let found = Self.problems {
      try ledger.importOpeningBalances(csv: csv, file: "o", on: day("2025-12-31"))
    }
    #expect(
      found == [
        "o:3:1 import.duplicate", "o:5:3 account.notPostable",
        "o:6:3 account.unknown", "o:7:3 account.unknown", "o:8:10 amount.unreadable",
        "o:8:12 amount.unreadable", "o:9:1 amount.notPositive",
      ])
    #expect(try BookContent(folder) == before)
  }
}
