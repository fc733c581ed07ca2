import KSPTestSupport
import Testing

/// Documents that exist in both languages say the same: they run the same commands in the same
/// order, so that a step added to one of them is not forgotten in the other.
@Suite struct TwinTests {
  @Test(arguments: [
    ("Docs/Tutorial.id.md", "Docs/Tutorial.en.md"),
    ("Examples/Walkthroughs/riwayat-pinjaman.md", "Examples/Walkthroughs/a-loan.md"),
    ("Examples/Walkthroughs/tutup-tahun.md", "Examples/Walkthroughs/a-year.md"),
    (
      "Examples/Walkthroughs/tahun-sebelum-buku.md",
      "Examples/Walkthroughs/a-year-before-the-book.md"
    ),
    ("Examples/Walkthroughs/setahun-penuh.md", "Examples/Walkthroughs/a-whole-year.md"),
    ("Examples/Walkthroughs/simpanan-berjangka.md", "Examples/Walkthroughs/term-deposits.md"),
    ("Examples/Walkthroughs/sebulan-simpanan.md", "Examples/Walkthroughs/a-month.md"),
    ("Examples/Walkthroughs/buku-kas.md", "Examples/Walkthroughs/cash-book.md"),
    ("Examples/Walkthroughs/hari-pertama.md", "Examples/Walkthroughs/first-day.md"),
    ("Examples/Walkthroughs/tutup-bulan.md", "Examples/Walkthroughs/month-end.md"),
    ("Examples/Walkthroughs/dari-lembar-kerja.md", "Examples/Walkthroughs/from-a-spreadsheet.md"),
  ])
  func bothRunTheSameCommands(_ indonesian: String, _ english: String) throws {
    let steps = (try Self.steps(of: indonesian), try Self.steps(of: english))
    #expect(steps.0 == steps.1)
    #expect(steps.0.count > 10)
  }

  /// What a command is besides its words, which differ by language, as options do: how many options
  /// it gives and where, the numbers among what it is given, and how it ends.
  private static func steps(of path: String) throws -> [String] {
    let blocks = try Markdown(path).blocks.filter { $0.language == "console" }
    return blocks.flatMap(Transcript.exchanges).filter { !$0.command.hasPrefix("export ") }.map {
      let pieces = $0.command.matches(of: /--[a-z-]+|[A-Z]+-[0-9]{3,}|[0-9][0-9.,-]*/)
      let status = $0.answer.last.flatMap { $0.hasPrefix("(exit ") ? $0 : nil } ?? ""
      let values = pieces.map { piece in
        piece.output.hasPrefix("--") ? "--" : String(piece.output).replacing(",", with: ".")
      }
      return (values + [status]).joined(separator: " ")
    }
  }
}
