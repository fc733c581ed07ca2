/// Finds the name that somebody probably meant.
enum NearestName {
  /// The only name that begins with what was typed, or the nearest of the names if no more than
  /// about a third of it is mistyped; two letters in the wrong order count as two.
  ///
  /// Of the names in `cautious` a single letter may be wrong, or all be there in another order: what
  /// moves money is not guessed.
  static func find(
    _ typed: String, in names: [String], cautious: Set<String> = []
  ) -> String? {
    let longer = names.filter { typed.count >= 3 && $0.hasPrefix(typed.lowercased()) }
    if longer.count == 1 { return longer[0] }
    let ranked = names.map { (distance(Array(typed.lowercased()), Array($0)), $0) }
      .filter { distance, name in
        if cautious.contains(name) {
          return distance <= 1 || typed.lowercased().sorted() == name.sorted()
        }
        return distance <= max(name.count < 4 ? 1 : 2, name.count / 3)
      }
    return ranked.min { $0.0 < $1.0 }?.1
  }

  /// The number of letters to insert, remove or replace (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
