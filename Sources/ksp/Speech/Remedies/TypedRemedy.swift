import ArgumentParser
import KSPCore

/// What somebody types for a remedy of the library.
///
/// What has to be filled in stands in capitals, `BERKAS` or `FILE`.
enum TypedRemedy: Equatable {
  /// A command of its own, word by word.
  case command([String])
  /// What is added to the command that was refused: one of several ways, each word by word.
  case addition([[String]])

  /// The way to a remedy, in the language of the reader.
  init(_ remedy: Remedy, in language: Language = Speech.language) {
    switch remedy {
    case .book(let remedy): self = Self.typed(remedy, language)
    case .journal(let remedy): self = .command(Self.words(remedy, language))
    case .member(let remedy): self = .command(Self.words(remedy, language))
    case .savings(let remedy): self = .command(Self.words(remedy, language))
    case .loan(let remedy): self = .command(Self.words(remedy, language))
    case .counter(let remedy): self = .command(Self.words(remedy, language))
    case .month(let remedy): self = .command(Self.words(remedy, language))
    case .again(let remedy): self = .addition(Self.ways(remedy, language))
    }
    self = spelled(in: language)
  }

  /// The same with the names of options in a language.
  private func spelled(in language: Language) -> TypedRemedy {
    func spelled(_ words: [String]) -> [String] {
      words.map { OptionName.word($0, in: language) }
    }
    return switch self {
    case .command(let words): .command(spelled(words))
    case .addition(let ways): .addition(ways.map(spelled))
    }
  }

  /// The words of the program for the remedies of errors and reports.
  static func text(_ remedy: Remedy) -> String {
    TypedRemedy(remedy).text(in: Speech.language)
  }

  /// As it is typed: `ksp pinjaman setujui PJ-0001`, or `tambahkan --future`.
  func text(in language: Language) -> String {
    switch self {
    case .command(let words): return Self.line(words)
    case .addition(let ways):
      let or = Phrase(id: " atau ", en: " or ")[language]
      let listed = ways.dropLast().map(Self.line).joined(separator: ", ")
      let all = [listed, ways.last.map(Self.line) ?? ""].filter { !$0.isEmpty }
      return Phrase(id: "tambahkan ", en: "add ")[language] + all.joined(separator: or)
    }
  }

  private static func line(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  /// A word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    if word.contains(/^[\w.\/:=%,+@-]+$/) { return word }
    // Between double quotes a shell still reads some signs, between single ones none.
    if !word.contains(/["$`\\!]/) { return "\"\(word)\"" }
    return "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// The words of a command, and what follows them; what is nil is left out.
  static func command(
    _ command: any ParsableCommand.Type, _ arguments: (any CustomStringConvertible)?...,
    in language: Language
  ) -> [String] {
    CommandName.words(command, in: language) + arguments.compactMap { $0?.description }
  }
}

/// What stands for something that has to be filled in.
struct Hole {
  let phrase: Phrase

  init(_ indonesian: String, _ english: String) {
    phrase = Phrase(id: indonesian, en: english)
  }

  static let file = Hole("BERKAS", "FILE")
  static let name = Hole("NAMA", "NAME")
  static let code = Hole("KODE", "CODE")
  static let list = Hole("DAFTAR", "LIST")
  static let member = Hole("ANGGOTA", "MEMBER")
  static let savings = Hole("REKENING", "ACCOUNT")
  static let account = Hole("AKUN", "ACCOUNT")
  static let amount = Hole("JUMLAH", "AMOUNT")
  static let leg = Hole("AKUN=JUMLAH", "ACCOUNT=AMOUNT")
  static let count = Hole("BANYAKNYA", "COUNT")
  static let month = Hole("TTTT-BB", "YYYY-MM")
  static let kind = Hole("JENIS", "KIND")
  static let rate = Hole("SUKU", "RATE")
  static let method = Hole("CARA", "METHOD")
  static let purpose = Hole("TUJUAN", "PURPOSE")
  static let memo = Hole("KETERANGAN", "TEXT")
  static let reason = Hole("ALASAN", "REASON")
  static let document = Hole("DOKUMEN", "DOCUMENT")
  static let tiers = Hole("JANGKA:DARI=SUKU", "TENOR:FROM=RATE")
  static let tier = Hole("JANGKA=SUKU", "TENOR=RATE")
  static let prefix = Hole("AWALAN", "PREFIX")
  static let date = Hole("TTTT-BB-HH", "YYYY-MM-DD")
  static let decision = Hole("KEPUTUSAN", "DECISION")
  static let number = Hole("NOMOR", "NUMBER")
  static let column = Hole("KOLOM", "COLUMN")

  subscript(language: Language) -> String { phrase[language] }
}
