import ArgumentParser

/// The language of the run; ``Speech`` has read it before any option is.
struct LanguageOptions: ParsableArguments {
  /// What names the language, wherever it stands.
  static let names = ["--lang", "--bahasa"]

  /// The same option, for ``BookOptions``: no group in a group (see ``OutputOptions``).
  static let name: NameSpecification = .also("bahasa")
  static let help = ArgumentHelp(
    say("Bahasa: id atau en (juga KSP_LANG).", "Language: id or en (also KSP_LANG)."),
    valueName: "id|en")

  @Option(name: name, help: help)
  var lang: String?
}
