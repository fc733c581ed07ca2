import ArgumentParser

/// `ksp group`.
struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: say("Kelompok anggota (tanggung renteng).", "Groups of members."),
    discussion: say(
      "Contoh: ksp kelompok tagihan Mawar 2026-03", "Example: ksp group bill Mawar 2026-03"),
    subcommands: [GroupBillCommand.self], aliases: ["kelompok"])
}
