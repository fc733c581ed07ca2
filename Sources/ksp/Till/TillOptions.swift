import ArgumentParser
import KSPCore
import KSPLedger

/// Through which till the cash of an act goes.
struct TillOptions: ParsableArguments {
  @Option(
    name: .also("kasir"),
    help: .say(
      "Kas yang dipakai; bawaan kas yang sedang dibuka petugasnya.",
      "The till that is used; default the one that its clerk has open.", .name))
  var till: String?

  /// The note of an act with the till that was named.
  func note(_ write: WriteOptions) -> EntryNote {
    var note = write.note
    note.till = till
    return note
  }
}

/// What was found in a till.
struct TillContentOptions: ParsableArguments {
  @Option(
    name: .also("lembar"), parsing: .upToNextOption,
    help: .say(
      "Uang kertas dan logam, misalnya 100000=12 50000=3.",
      "Notes and coins, such as 100000=12 50000=3.", Phrase(id: "nilai=lembar", en: "value=pieces"))
  )
  var denomination: [String] = []

  /// The notes and coins, or the sum; nil where neither is given.
  func content(_ sum: String?) throws -> TillContent? {
    let amount = try argument(sum, Rupiah.init(parsing:))
    let words = denomination.flatMap { $0.split(whereSeparator: { ",;".contains($0) }) }
    guard !words.isEmpty else { return amount.map { .sum($0) } }
    let pieces = try argument { try CashPieces(parsing: words.map(String.init)) }
    guard amount == nil || amount == pieces.total else {
      throw UsageProblem(
        Phrase(
          id: "Lembarnya berjumlah \(pieces.total.formatted), bukan \(amount?.formatted ?? "").",
          en: "The notes and coins come to \(pieces.total.formatted), not "
            + "\(amount?.formatted ?? "")."))
    }
    return .pieces(pieces)
  }

  /// What is asked for where nothing is given.
  func required(_ sum: String?) throws -> TillContent {
    if let content = try content(sum) { return content }
    return .sum(
      try Question("Jumlah uang di kas?", "Cash in the till?").answer(nil) {
        try argument($0, Rupiah.init(parsing:))
      })
  }
}
