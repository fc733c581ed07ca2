import ArgumentParser
import KSPCore
import KSPLedger

/// The arguments that deposit, withdrawal, fee and interest share; ``CounterRun`` takes them.
struct CounterOptions: ParsableArguments {
  @Argument(
    help: .say("Nomor anggota atau rekening.", "Member number or account.", .member))
  var member: String?
  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @Option(
    name: .also("produk"),
    help: .say("Kode produk; bawaan sukarela.", "Product code; default sukarela.", .code))
  var product: ProductCode?
  @Option(
    name: .also("rekening"),
    help: .say(
      "Rekening, kalau anggota punya beberapa.", "The account, where a member has several.",
      .savings))
  var account: String?

  /// An account says whose it is: then the only word that is given is the amount.
  var words: (member: String?, amount: String?) {
    guard let account else { return (member, amount) }
    return amount == nil ? (account, member) : (member, amount)
  }
}
