import KSPCore
import KSPStatements

/// What a rehearsal found, for somebody to agree to.
struct Rehearsal {
  /// How much of an answer it needs.
  enum Weight {
    /// It has been done before, so there is nothing to agree to.
    case nothingToDo
    /// Enter is a yes.
    case mild
    /// Only a typed yes is a yes.
    case severe
  }

  private(set) var text = ""
  var weight: Weight
  /// What is remembered once somebody has agreed.
  var agreed: (() -> Void)?

  init(_ weight: Weight = .mild) {
    self.weight = weight
  }

  /// The document that would be printed afterwards, under a line that says it is not so yet.
  init<Renderer: DocumentRenderer>(
    _ document: Renderer.Document, _ renderer: Renderer.Type, _ weight: Weight = .mild
  ) {
    self.weight = weight
    line("Belum disimpan. Ini yang akan terjadi:\n", "Not stored yet. This is what would happen:\n")
    text += Renderer(Terminal.style).string(document)
  }

  /// Adds text as it is.
  mutating func add(_ text: String) { self.text += text }

  mutating func line(_ indonesian: String, _ english: String) {
    text += say(indonesian, english) + "\n"
  }

  /// Adds `label : value`; a value that is missing is left out.
  mutating func field(_ indonesian: String, _ english: String, _ value: String?) {
    guard let value else { return }
    var output = TextOutput()
    Terminal.style.labelled(say(indonesian, english), value, into: &output)
    text += output.string
  }
}
