import ArgumentParser
import KSPCore

/// Who receives a term deposit when its holder dies.
struct TermHeirOptions: ParsableArguments {
  @Option(name: .also("ahli-waris"), help: .say("Ahli warisnya.", "The heir.", .name))
  var heir: String?
  @Option(
    name: .also("hubungan"),
    help: .say("Hubungan ahli waris.", "What the heir is to the member.", .text))
  var relation: String?

  /// The heir that was named; nil where nobody was.
  var value: TermDepositHeir? { heir.map { TermDepositHeir(name: $0, relation: relation) } }

  func validate() throws {
    guard relation == nil || heir != nil else {
      throw UsageProblem(
        Phrase(id: "--hubungan hanya bersama --ahli-waris.", en: "--relation goes with --heir."),
        advice: Phrase(id: "Sebut ahli warisnya.", en: "Name the heir."))
    }
  }
}
