import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu slip`.
struct ShuSlipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip",
    abstract: say(
      "Slip SHU anggota dengan dasar dan hitungannya.",
      "Members' slips with both bases and the arithmetic."),
    discussion: say(
      """
      Contoh:
        ksp shu slip 2025 0001
        ksp shu slip 2025 -o slip.html
      """,
      """
      Examples:
        ksp shu slip 2025 0001
        ksp shu slip 2025 -o slips.html
      """), aliases: ["slip-shu"])

  @OptionGroup var year: YearArgument
  @Argument(help: .say("Nomor anggota; bawaan semua.", "Member number; default all.", .member))
  var member: MemberNumber?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let number = try year.value()
    try book.withBook(.readOnly) { ledger in
      let shu = try ledger.shu(number)
      let renderer = ShuSlipRenderer(report.style(try ledger.settings))
      if let member {
        try report.write(shu.slip(of: member), with: renderer)
        return
      }
      try report.stream { sink in
        renderer.header(into: &sink.buffer)
        for (index, slip) in shu.slips.enumerated() {
          if index > 0 { renderer.separator(into: &sink.buffer) }
          renderer.append(slip, into: &sink.buffer)
          try sink.flush()
        }
        renderer.footer(into: &sink.buffer)
      }
    }
  }
}
