/// Sentences that break between words.
package enum Prose {
  /// The parts of a text between which a line may break: its words, but what stands behind the last
  /// colon, such as a command to be copied, stays in one piece where a line has room for it.
  package static func parts(_ text: some StringProtocol, in room: Int) -> [Substring] {
    let text = Substring(text)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let colon = words.dropLast().lastIndex(where: { $0.last == ":" }) else { return words }
    let typed = text[words[colon + 1].startIndex...]
    return typed.count <= room ? words[...colon] + [typed] : words
  }
}
