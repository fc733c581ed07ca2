import ArgumentParser
import KSPCore

/// The paper that an entry of a year's end stands on.
struct DocumentOption: ParsableArguments {
  @Option(
    name: .also("dokumen"),
    help: .say(
      "Dokumen yang mendasarinya.", "The paper that it stands on.", .text))
  var document: String
}
