/// Who may be meant by what a treasurer writes, by number or by name.
package struct CashMembers: Sendable {
  /// A member of the register.
  package struct Member: Sendable {
    package let choice: CashProposal.Choice
    package let facts: DuesFacts

    package init(_ choice: CashProposal.Choice, _ facts: DuesFacts) {
      self.choice = choice
      self.facts = facts
    }
  }

  /// Who was found: one alone, or those that come near.
  package struct Found: Sendable {
    package let member: Member?
    package let near: [CashProposal.Choice]
  }

  /// How many are shown where nobody is alone.
  private static let few = 5

  private let members: [Member]
  private let names: [[String]]
  private var byWord: [String: [Int]] = [:]
  private var byNumber: [String: Int] = [:]

  /// Makes a register ready to be searched.
  package init(_ members: [Member]) {
    self.members = members
    names = members.map { CashMembers.name($0.choice.name) }
    for (index, member) in members.enumerated() {
      byNumber[member.choice.number.text.lowercased()] = index
      for word in Set(names[index]) { byWord[word, default: []].append(index) }
    }
  }

  /// The member with a number.
  package subscript(_ number: MemberNumber) -> Member? {
    byNumber[number.text.lowercased()].map { members[$0] }
  }

  /// Looks for a member in a text, besides the words that say what the row is.
  package func find(in text: [String], besides used: [String]) -> Found {
    let rest = text.filter { !used.contains($0) }
    let number = numbered(rest)
    let words = Set(rest.filter(CashMembers.mayName))
    var hits: [Int: Int] = [:]
    for word in words { for index in byWord[word] ?? [] { hits[index, default: 0] += 1 } }
    let most = hits.values.max() ?? 0
    let best = hits.filter { $0.value == most }.keys.sorted()
    if let number {
      // A number beside the name of somebody else is nobody's.
      guard best.isEmpty || best.contains(number) else {
        return found(nil, near: [number] + best)
      }
      return found(number, near: [])
    }
    guard most > 0 else { return found(nil, near: similar(words)) }
    let whole = best.filter { Set(names[$0]).count == most }
    if whole.count == 1 { return found(whole[0], near: []) }
    if best.count == 1, words.isSubset(of: Set(names[best[0]])) { return found(best[0], near: []) }
    return found(nil, near: best)
  }

  private func found(_ index: Int?, near: [Int]) -> Found {
    Found(
      member: index.map { members[$0] },
      near: near.prefix(CashMembers.few).map { members[$0].choice })
  }

  /// A number counts where it cannot be anything else: with a word before it that says so, or with
  /// a zero at its beginning, or with a letter in it.
  private func numbered(_ words: [String]) -> Int? {
    for (index, word) in words.enumerated() {
      guard let found = byNumber[word] else { continue }
      let isNamed =
        index > 0 && ["no", "nomor", "anggota", "nia", "member"].contains(words[index - 1])
      let isTelling = word.hasPrefix("0") || word.contains(where: \.isLetter)
      if isNamed || isTelling && word.contains(where: \.isNumber) { return found }
    }
    return nil
  }

  /// Members of whose names a word differs by one letter.
  private func similar(_ words: Set<String>) -> [Int] {
    var found: Set<Int> = []
    for word in words where word.count > 3 {
      for (name, indices) in byWord
      where name.first == word.first && CashMembers.isNear(Array(name), Array(word)) {
        found.formUnion(indices)
      }
    }
    return found.sorted()
  }

  private static func name(_ text: String) -> [String] {
    CashText.words(text).filter { $0.count > 1 && !CashText.fillers.contains($0) }
  }

  /// Whether a word may be part of a name.
  private static func mayName(_ word: String) -> Bool {
    word.count > 1 && word.allSatisfy(\.isLetter) && !CashText.fillers.contains(word)
      && CashText.month(word) == nil
  }

  /// Whether one letter is missing, too many or another one.
  static func isNear(_ left: [Character], _ right: [Character]) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (first, second) = (left[start...], right[start...])
    if left.count == right.count { return first.dropFirst().elementsEqual(second.dropFirst()) }
    return left.count > right.count
      ? first.dropFirst().elementsEqual(second) : first.elementsEqual(second.dropFirst())
  }
}
