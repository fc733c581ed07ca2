import ArgumentParser
import KSPCore

/// The file that a command writes, and whether it may take the place of another.
struct OutputOptions: ParsableArguments {
  /// The same options, for ``ReportOptions``, which every report has: the parser builds the options
  /// of a group anew with each of its checks, and five times as often for every group around it.
  static let outputName: NameSpecification = [.customShort("o"), .long, .customLong("keluaran")]
  static let outputHelp = ArgumentHelp.say(
    "Tulis ke berkas ini; - untuk layar.", "Write to this file; - for the screen.", .file)
  static let replaceName: NameSpecification = .also("ganti")
  static let replaceHelp = ArgumentHelp.say(
    "Ganti berkas --keluaran yang sudah ada; buku tidak pernah.",
    "Replace the file of --output if there is one; never a book.")

  @Option(name: outputName, help: outputHelp)
  var output: String?
  @Flag(name: replaceName, help: replaceHelp)
  var replace = false

  func request(chosen: String?, of forms: [OutputRequest.Form]) -> OutputRequest {
    OutputRequest(output, replaces: replace, chosen: chosen, of: forms)
  }
}

/// What somebody asked to be written, as far as it stands in the words of a command.
struct OutputRequest: Sendable {
  /// A form of a report, and the endings of names that stand for it.
  struct Form: Sendable {
    let name: String
    let endings: [String]
  }

  /// Nil and `-` are standard output.
  let path: String?
  let replaces: Bool
  /// The form that was asked for by its name; nil where the ending decides.
  let chosen: String?
  /// All forms that there are.
  let forms: [Form]

  init(_ path: String?, replaces: Bool, chosen: String?, of forms: [Form]) {
    self.path = path
    self.replaces = replaces
    self.chosen = chosen
    self.forms = forms
  }

  /// The form that the ending of the name stands for.
  var formOfEnding: String? {
    guard let path, let ending = Self.ending(of: path) else { return nil }
    return forms.first { $0.endings.contains(ending) }?.name
  }

  /// Refuses a name that ends like no form, or like another than the one asked for.
  func checkEnding(_ path: String) throws {
    let wanted = forms.filter { chosen == nil || $0.name == chosen }
    // Several forms may end alike.
    if let ending = Self.ending(of: path), wanted.contains(where: { $0.endings.contains(ending) }) {
      return
    }
    let endings = wanted.flatMap(\.endings).map { ".\($0)" }.joined(separator: " ")
    if let chosen, let other = formOfEnding, other != chosen {
      throw UsageProblem(
        Phrase(
          id: "“\(path)” adalah nama untuk \(other), padahal yang diminta \(chosen).",
          en: "“\(path)” is a name for \(other), but \(chosen) is asked for."),
        advice: Phrase(
          id: "Pakai nama yang berakhir \(endings).", en: "Use a name that ends in \(endings)."))
    }
    throw UsageProblem(
      Phrase(
        id: "Tidak ada bentuk untuk --keluaran “\(path)”.",
        en: "There is no form for --output “\(path)”."),
      advice: Self.ending(of: path) == "pdf" && wanted.contains { $0.endings.contains("html") }
        ? Phrase(
          id: "Pakai nama yang berakhir .html, buka di peramban, lalu cetak ke PDF.",
          en: "Use a name that ends in .html, open it in a browser, and print it to PDF.")
        : Phrase(
          id: "Akhiran yang ada: \(endings).", en: "Use one of these endings: \(endings)."))
  }

  /// What follows the last dot of the last part; nil where there is no dot, or only a first one.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.last?.lowercased() : nil
  }
}
