import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp claim`: without more, what every payer owes.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: say(
      "Potong gaji sebagai tagihan kepada juru bayar.",
      "Payroll deductions as a claim on the payer."
    ),
    discussion: say(
      """
      Contoh setiap bulan:
        ksp potong-gaji kirim 2026-10 -o tagihan.csv --csv excel
        ksp potong-gaji dipotong 1 --kecuali 0003
        ksp potong-gaji terima 4.150.000 --ke 1-1100
      Juru bayar adalah akun dengan peran piutang-potong-gaji; bawaan 1-1350. Juru
      bayar lain:
        ksp akun tambah 1-1351 "Potong gaji SMPN 2" --bawah 1-0000
        ksp daftar-akun peran piutang-potong-gaji 1-1351
      """,
      """
      Examples for every month:
        ksp claim send 2026-10 -o claim.csv --csv excel
        ksp claim deducted 1 --except 0003
        ksp claim receive 4.150.000 --to 1-1100
      A payer is an account with the role payroll; at first 1-1350. Another payer:
        ksp account add 1-1351 "Payroll SMPN 2" --below 1-0000
        ksp chart role payroll 1-1351
      """),
    subcommands: [
      ClaimListCommand.self, ClaimShowCommand.self, ClaimSendCommand.self,
      ClaimDeductedCommand.self, ClaimReceiveCommand.self, ClaimCloseCommand.self,
    ], defaultSubcommand: ClaimListCommand.self, aliases: ["potong-gaji"])
}
