import ArgumentParser

/// `ksp transit`.
struct TransitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transit",
    abstract: say("Uang yang hanya lewat (titipan).", "Money that only passes through."),
    discussion: say(
      """
      Contoh:
        ksp daftar-akun peran titipan 2-1600
        ksp titipan daftar
      Akun titipan: peran titipan, piutang-potong-gaji, piutang-asuransi dan
      simpanan-belum-diambil.
      Yang tentang sama saling menutup: tanda #… di keterangan, anggota, atau
      orangnya.
      """,
      """
      Examples:
        ksp chart role transit 2-1600
        ksp transit list
      Transit accounts: the roles transit, payroll, insurer and leaver-payable.
      What is about the same settles each other: a mark #… in the memo, a member, a
      name.
      """),
    subcommands: [TransitListCommand.self], aliases: ["titipan"])
}
