import ArgumentParser
import KSPCore

/// The decision of a meeting.
struct DecisionOption: ParsableArguments {
  @Option(
    name: .also("keputusan"),
    help: .say(
      "Nomor keputusan rapat anggota.", "Number of the decision of the meeting.", .number))
  var decision: String
}
