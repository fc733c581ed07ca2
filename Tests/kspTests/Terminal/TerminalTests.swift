import Foundation
import KSPTestSupport
import Testing

@testable import ksp

#if os(Linux)
  /// The questions that are asked where there is a terminal.
  @Suite struct TerminalTests {
    static func type(
      _ answers: String, _ folder: TestFolder, _ arguments: [String],
      environment: [String: String] = [:]
    ) throws -> CommandTests.Outcome {
      try TerminalSession.agreeToMonths(in: folder)
      let session = try TerminalSession(folder, arguments, environment)
      try session.type(answers)
      return session.finish()
    }

    static func type(
      _ answers: String, _ folder: TestFolder, _ arguments: String...
    ) throws -> CommandTests.Outcome {
      try type(answers, folder, arguments)
    }

    static func entries(_ folder: TestFolder) throws -> Int {
      let list = try CommandTests.ksp(folder, "entry", "list", "--format", "csv").output
      let rows = list.split(whereSeparator: \.isNewline).dropFirst()
      return Set(rows.compactMap { $0.split(separator: ",").first }).count
    }

    @Test func itAsksOneQuestionAtATime() throws {
      let folder = try CommandTests.prepared()
      let outcome = try Self.type(
        "0001\n1.500.000\n\n", folder, "setor", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      for text in [
        "Nomor anggota?", "Jumlah?", "Siti Aminah", "Rp1.500.000",
        "satu juta lima ratus ribu rupiah", "Simpan? [Y/t]",
      ] {
        #expect(outcome.messages.contains(text), "\(outcome.messages)")
      }
      #expect(outcome.output.contains("JU-000002"))
      #expect(!outcome.output.contains("Simpan?"))
    }

    /// The clerk sees whom the number means before any amount is typed.
    @Test func theNameComesBeforeTheAmount() throws {
      let folder = try CommandTests.prepared()
      _ = try CommandTests.ksp(
        folder, "setor", "0001", "75000", "--date", "2026-01-05", "--yes")
      try TerminalSession.agreeToMonths(in: folder)
      let session = try TerminalSession(folder, ["setor", "--date", "2026-01-06"], [:])
      try session.type("0001\n")
      session.read(until: "Jumlah?")
      #expect(session.screen.contains("Siti Aminah   SUK-0001   Rp75.000"), "\(session.screen)")
      try session.type("25.000\n")
      session.read(until: "Simpan?")
      for text in ["dua puluh lima ribu rupiah", "Selasa, 6 Januari 2026", "Rp100.000"] {
        #expect(session.screen.contains(text), "\(session.screen)")
      }
      try session.type("\n")
      #expect(session.finish().status == 0)
    }

    /// What is shown before it is stored fits the terminal, and says the same in less room.
    @Test(arguments: [60, 80] as [UInt16]) func papersFitTheTerminal(columns: UInt16) throws {
      let folder = try CommandTests.prepared()
      try TerminalSession.agreeToMonths(in: folder)
      let session = try TerminalSession(
        folder,
        ["tunggakan-wajib", "tetapkan", "25.000", "--mulai", "2026-01"], [:], columns: columns)
      session.read(until: "Simpan?")
      let lines = session.screen.split(whereSeparator: \.isNewline)
      #expect(lines.allSatisfy { $0.count <= columns }, "\(session.screen)")
      #expect(lines.filter { $0 == String(repeating: "-", count: Int(columns)) }.count == 3)
      #expect(session.screen.contains("semua anggota"), "\(session.screen)")
      try session.type("\n")
      #expect(session.finish().status == 0)
    }

    /// A table takes what a wide terminal has where its texts need it, and no more than the eye
    /// follows; where they do not, and in a file, it is as wide as the page.
    @Test(arguments: [80, 100, 120, 160] as [UInt16])
    func tablesUseAWideTerminal(columns: UInt16) throws {
      let folder = try CommandTests.prepared()
      let name = "Siti Nurhaliza Wulandari Kusumaningrum binti Wahid"
      try TerminalSession.agreeToMonths(in: folder)
      let session = try TerminalSession(
        folder, ["kasir", "tambah", "kas-1", "--pemegang", name], [:], columns: columns)
      session.read(until: "Simpan?")
      let lines = session.screen.split(whereSeparator: \.isNewline)
      #expect(lines.allSatisfy { $0.count <= min(columns, 140) }, "\(session.screen)")
      #expect(session.screen.contains(name) == (columns >= 120), "\(session.screen)")
      try session.type("\n")
      #expect(session.finish().status == 0)
    }

    @Test("K8: the prompt of a member number takes a name and shows the choices")
    func aNameAtThePrompt() throws {
      let folder = try CommandTests.prepared()
      for name in ["Siti Badriah", "Budi"] {
        _ = try CommandTests.ksp(folder, "member", "add", name, "--date", "2026-01-03", "--yes")
      }
      let outcome = try Self.type(
        "siti\nbudi\n50.000\n\n", folder, "setor", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      for text in ["0001   Siti Aminah", "0002   Siti Badriah", "Salah: Ada 2 anggota"] {
        #expect(outcome.messages.contains(text), "\(outcome.messages)")
      }
      #expect(outcome.output.contains("SUK-0003"))
    }

    @Test("K8: a new member is asked for pokok and wajib, also where the name was given")
    func aNewMemberPays() throws {
      let folder = try CommandTests.prepared()
      let outcome = try Self.type(
        "100.000\n\n\n", folder, "anggota", "tambah", "Joko Baru", "--date", "2026-01-03")
      #expect(outcome.status == 0, "\(outcome.messages)")
      for text in ["Simpanan pokok?", "Simpanan wajib?", "Rp100.000"] {
        #expect(outcome.messages.contains(text), "\(text): \(outcome.messages)")
      }
      #expect(outcome.output.contains("100.000"))
    }

    @Test func aWrongAnswerIsExplainedAndAskedAgain() throws {
      let folder = try CommandTests.prepared()
      let outcome = try Self.type(
        "9999\n\n0001\n1.5\n-5\n50.000\n\n", folder, "setor", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      for text in ["Tidak ada anggota", "Belum ada jawaban", "“1.5” bukan jumlah"] {
        #expect(outcome.messages.contains(text), "\(outcome.messages)")
      }
      #expect(outcome.messages.components(separatedBy: "Jumlah?").count == 4)
      #expect(outcome.output.contains("Rp50.000"))
    }

    /// More than the balance holds is found while the amount can still be mended.
    @Test func anOverdraftIsAskedAgain() throws {
      let folder = try CommandTests.prepared()
      _ = try CommandTests.ksp(
        folder, "setor", "0001", "75000", "--date", "2026-01-05", "--yes")
      let outcome = try Self.type(
        "0001\n80.000\n70.000\n\n", folder, "tarik", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages.contains("tidak cukup"))
      #expect(outcome.output.contains("Saldo sesudahnya: Rp5.000"))
    }

    @Test func patienceEndsAndWhatNoAnswerMendsEndsAtOnce() throws {
      let folder = try CommandTests.prepared()
      let wrong = try Self.type(String(repeating: "x\n", count: 9), folder, "setor")
      #expect(wrong.status == 65, "\(wrong.messages)")
      #expect(wrong.messages.components(separatedBy: "Nomor anggota?").count == 6)
      let closed = try Self.type("0001\n5000\n", folder, "setor", "--date", "2025-01-06")
      #expect(closed.status == 65)
      #expect(closed.messages.components(separatedBy: "Jumlah?").count == 2)
      #expect(try Self.entries(folder) == 1)
    }

    @Test(arguments: ["\u{4}", "0001\n\u{4}", "0001\n5000\n\u{4}"])
    func theEndOfInputCancels(_ answers: String) throws {
      let folder = try CommandTests.prepared()
      let outcome = try Self.type(answers, folder, "setor", "--date", "2026-01-06")
      #expect(outcome.status == 2, "\(outcome.messages)")
      #expect(outcome.messages.contains("Dibatalkan"))
      #expect(outcome.output.isEmpty)
      #expect(try Self.entries(folder) == 1)
    }

    /// K2: slips of last month are asked about once a day, and only for the book they belong to.
    @Test func k2_anotherMonthIsAskedAboutOnceADay() throws {
      let folder = try CommandTests.prepared()
      func deposit(_ answer: String, _ date: String) throws -> CommandTests.Outcome {
        let session = try TerminalSession(folder, ["setor", "0001", "5000", "--date", date], [:])
        try session.type(answer)
        return session.finish()
      }
      let first = try deposit("\n", "2026-01-06")
      #expect(first.status == 2 && first.messages.contains("bukan bulan ini"), "\(first.messages)")
      #expect(try deposit("y\n", "2026-01-06").status == 0)
      let second = try deposit("\n", "2026-01-07")
      #expect(second.status == 0 && !second.messages.contains("bukan bulan ini"))
      #expect(try deposit("\n", "2026-02-07").status == 2)
    }

    @Test func anUnusualAmountNeedsATypedYes() throws {
      let folder = try CommandTests.prepared()
      for (day, amount) in [(5, "40000"), (6, "50000"), (7, "60000")] {
        _ = try CommandTests.ksp(
          folder, "setor", "0001", amount, "--date", "2026-01-0\(day)", "--yes")
      }
      let usual = ["setor", "0001", "500.000", "--date", "2026-01-08"]
      #expect(try Self.type("\n", folder, usual).status == 0)
      let unusual = ["setor", "0001", "5.000.000", "--date", "2026-01-09"]
      let outcome = try Self.type("\n", folder, unusual)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("Lebih dari sepuluh kali"), "\(outcome.messages)")
      #expect(try Self.type("y\n", folder, unusual).status == 0)
    }

    @Test func aTransferAsksForWhatIsMissing() throws {
      let folder = try CommandTests.prepared()
      _ = try CommandTests.ksp(folder, "member", "add", "Budi", "--date", "2026-01-02", "--yes")
      let refused = try CommandTests.ksp(folder, "pindah", "0001", "0002", "5000", "--yes")
      #expect(refused.messages.contains("belum punya rekening sukarela"))
      for member in ["0001", "0002"] {
        _ = try CommandTests.ksp(
          folder, "setor", member, "75000", "--date", "2026-01-05", "--yes")
      }
      let outcome = try Self.type(
        "siti\nxx\nbudi\n25.000\n\n", folder, "pindah", "--date", "2026-01-06")
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages.contains("Tujuan          : SUK-0002   Budi"))
      let given = try CommandTests.ksp(
        folder, "pindah", "0001", "0002", "5000", "--date", "2026-01-06", "--yes")
      #expect(given.status == 0)
    }

    /// While a question waits, somebody else can post; and a no leaves nothing of the rehearsal.
    @Test(arguments: [
      ["setor", "0001", "5000", "--date", "2026-01-06"], ["member", "add", "Budi", "--pokok", "0"],
      ["member", "set", "0001", "--phone", "0812"], ["member", "import", "anggota.csv"],
      ["entry", "import", "transaksi.csv"], ["month-end", "run", "2026-01"],
      ["opening", "import", "awal.csv"],
      ["product", "add", "hari-raya", "Hari raya", "--prefix", "HR"],
      ["product", "set", "sukarela", "--rate", "4%/tahun"],
      ["entry", "reverse", "JU-000001", "--date", "2026-01-06"],
    ]) func aQuestionKeepsNobodyWaiting(_ words: [String]) throws {
      let folder = try CommandTests.prepared()
      for (name, text) in [
        ("anggota.csv", "number,name,joined\n0009,Budi,2026-01-03\n"),
        ("awal.csv", "account,debit\n1-1000,5\n"),
        (
          "transaksi.csv",
          "date,member,product,type,amount,reference\n2026-01-06,0001,sukarela,setoran,5000,A1\n"
        ),
      ] { try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name))) }
      func state() throws -> [String] {
        try [
          ["entry", "list"], ["member", "list"], ["member", "show", "0001"], ["product", "list"],
        ]
        .map { try CommandTests.run(folder, $0).output }
      }
      let session = try TerminalSession(folder, words, [:])
      session.read(until: "/T]", or: "/t]")
      let other = try CommandTests.ksp(
        folder, "setor", "0001", "75000", "--date", "2026-01-05", "--yes")
      #expect(other.status == 0, "\(other.messages)")
      let before = try state()
      try session.type("t\n")
      #expect(session.finish().status == 2)
      #expect(try state() == before)
    }

    @Test func whatWouldHappenIsShownFirst() throws {
      let folder = try CommandTests.prepared()
      _ = try CommandTests.ksp(
        folder, "setor", "0001", "1500000", "--date", "2026-01-06", "--yes")
      let plan = try Self.type("t\n", folder, "month-end", "run", "2026-01")
      for text in ["Belum disimpan", "Simpanan sukarela", "3.205", "ditutup untuk selamanya"] {
        #expect(plan.messages.contains(text), "\(plan.messages)")
      }
      #expect(try CommandTests.ksp(folder, "month-end", "run", "2026-01", "--yes").status == 0)
      let again = try Self.type("", folder, "month-end", "run", "2026-01")
      #expect(again.status == 0, "\(again.messages)")
      #expect(again.messages.contains("Sudah dilakukan"))
      #expect(!again.messages.contains("Lanjutkan?"))
    }

    @Test func messagesBreakBetweenWords() {
      let text = Terminal.wrapped("satu dua tiga empat lima enam tujuh delapan sembilan", to: 20)
      #expect(text == "satu dua tiga empat\n  lima enam tujuh\n  delapan sembilan")
      // A command stays in one piece where a line has room for it.
      let advice = Terminal.wrapped("petunjuk: Buat sekarang: ksp cadangkan ke.", to: 30)
      #expect(advice == "petunjuk: Buat sekarang:\n  ksp cadangkan ke.")
      #expect(
        Terminal.wrapped("Buat sekarang: ksp cadangkan ke sana.", to: 16)
          == "Buat sekarang:\n  ksp cadangkan\n  ke sana.")
      #expect(Terminal.wrapped("  a,b,c dan seterusnya", to: 10) == "  a,b,c dan seterusnya")
    }

    @Test func theBarPromisesNoMoreThanTheTotal() {
      #expect(
        Progress.line(1_240, 5_000, "anggota")
          == "[#####-------------------] 1.240 / 5.000 anggota")
      #expect(Progress.line(7, 5, "baris") == "[########################] 7 / 7 baris")
      #expect(Progress.line(0, 0, "baris") == "[------------------------] 0 / 1 baris")
    }

    @Test func noMeansNo() throws {
      let folder = try CommandTests.prepared()
      let words = ["setor", "0001", "5000", "--date", "2026-01-06"]
      let outcome = try Self.type("t\n", folder, words)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(try Self.entries(folder) == 1)
    }

    @Test func enterIsNotEnoughForSevereSteps() throws {
      let folder = try CommandTests.prepared()
      let severe = [
        ["entry", "reverse", "JU-000001", "--date", "2026-01-09"],
        ["month-end", "run", "2026-01"], ["member", "leave", "0001", "--date", "2026-01-09"],
      ]
      for words in severe {
        let outcome = try Self.type("\n", folder, words)
        #expect(outcome.status == 2, "\(words) \(outcome.messages)")
        #expect(outcome.messages.contains("[y/T]"))
      }
      #expect(try Self.entries(folder) == 1)
      #expect(try Self.type("y\n", folder, severe[2]).status == 0)
      #expect(try Self.entries(folder) == 2)
    }

    @Test func colorOnlyWhereItIsWanted() throws {
      let folder = try CommandTests.prepared()
      let words = ["setor", "0001", "x"]
      #expect(try Self.type("", folder, words).messages.contains("\u{1B}["))
      for variable in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
        let outcome = try Self.type("", folder, words, environment: variable)
        #expect(outcome.status == 64)
        #expect(!outcome.messages.contains("\u{1B}["))
      }
      #expect(!(try CommandTests.run(folder, words).messages.contains("\u{1B}[")))
    }
  }
#endif
