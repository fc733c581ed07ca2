import ArgumentParser
import KSPCore

/// Which bank a command is about.
struct BankAccountOptions: ParsableArguments {
  @Option(
    name: .also("akun"),
    help: .say(
      "Akun bank; boleh dikosongkan kalau hanya satu.",
      "The bank's account; not needed where there is one.", .account))
  var account: String?

  func code() throws -> AccountCode? { try argument(account, AccountCode.init) }
}
