import Foundation
import KSPTestSupport
import Testing

/// The log and reprints at the command line.
@Suite struct LogCommandTests {
  private func book() throws -> TestFolder {
    let folder = try TestFolder()
    for words in [
      ["init", "KSP Uji", "--from", "2026-01"],
      [
        "member", "add", "Siti Aminah", "--phone", "081234567", "--pokok", "100000", "--date",
        "2026-01-05", "--by", "Rina", "--yes",
      ],
      ["deposit", "0001", "500000", "--date", "2026-01-06", "--ref", "D-1", "--yes"],
    ] {
      #expect(try CommandTests.run(folder, words + ["--book", "b.ksp"]).status == 0)
    }
    return folder
  }

  private func ksp(_ folder: TestFolder, _ words: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(folder, words + ["--book", "b.ksp"])
  }

  @Test func theLogOfAMemberHidesThePersonUnlessAsked() throws {
    let folder = try book()
    #expect(
      try ksp(folder, "member", "set", "0001", "--phone", "08999", "--by", "Budi", "--yes")
        .status == 0)
    let text = try ksp(folder, "riwayat", "0001", "--jenis", "member").output
    #expect(text.contains("Data anggota diubah") && text.contains("telepon: 0*** → 0***"))
    #expect(!text.contains("Siti") && text.contains("Budi"))
    let open = try ksp(folder, "log", "0001", "--kind", "member", "--personal").output
    #expect(open.contains("telepon: 081234567 → 08999"))
    let json = try ksp(folder, "log", "0001", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "ksp.log/1")
    let events = object?["events"] as? [[String: Any]] ?? []
    #expect(events.last?["kind"] as? String == "member.changed")
    #expect(events.contains { $0["voucher"] as? String == "JU-000001" })
    #expect(events.allSatisfy { ($0["at"] as? String)?.hasSuffix("+07:00") == true })
    #expect(try ksp(folder, "log", "9999").status != 0)
    #expect(try ksp(folder, "log", "--kind", "x").messages.contains("anggota, keluar"))
    #expect(try ksp(folder, "log", "--kind", "member.x").messages.contains("member.changed"))
    let some = try ksp(folder, "log", "--kind", "anggota", "--format", "json").output
    #expect(try some == ksp(folder, "log", "--kind", "member", "--format", "json").output)
    #expect(some.contains("member.changed") && !some.contains("account.opened"))
  }

  @Test func aReprintAfterARenameIsThePrint() throws {
    let folder = try book()
    for form in ["text", "html", "json", "csv"] {
      let print = try ksp(folder, "statement", "account", "SUK-0001", "--format", form).output
      let json = try ksp(folder, "statement", "account", "SUK-0001", "--format", "json").output
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let known = try #require(object?["known"] as? Int)
      #expect(
        try ksp(folder, "member", "set", "0001", "--name", "Siti \(form)", "--yes").status == 0)
      let again = try ksp(
        folder, "statement", "account", "SUK-0001", "--format", form, "--known-at", "\(known)")
      #expect(again.output == print)
    }
    let beyond = try ksp(folder, "statement", "all", "--known-at", "JU-000099")
    #expect(beyond.status != 0 && beyond.messages.contains("JU-000002"))
    #expect(try ksp(folder, "trial-balance", "--known-at", "kemarin").status == 64)
  }
}
