import ArgumentParser
import KSPCore

/// `ksp member`: the register of members.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: say("Daftar anggota.", "The register of members."),
    discussion: say(
      "Contoh: ksp anggota tambah \"Siti Aminah\" --pokok 100000",
      "Example: ksp member add \"Siti Aminah\" --pokok 100000"),
    subcommands: [
      MemberAddCommand.self, MemberImportCommand.self, MemberListCommand.self,
      MemberShowCommand.self, MemberSetCommand.self, MemberLeaveCommand.self,
      MemberDiedCommand.self, MemberPayOutCommand.self, MemberOwedCommand.self,
      MemberMergeCommand.self, MemberEraseCommand.self,
    ], aliases: ["anggota"])
}
