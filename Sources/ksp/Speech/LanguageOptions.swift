import ArgumentParser

/// The language of the run; ``Speech`` has read it before any option is.
struct LanguageOptions: ParsableArguments {
  /// What names the language, wherever it stands.
  static let names = ["--lang", "--bahasa"]

  @Option(
    name: .also("bahasa"),
    help: .init(
      say("Bahasa: id atau en (juga KSP_LANG).", "Language: id or en (also KSP_LANG)."),
      valueName: "id|en"))
  var lang: String?
}
