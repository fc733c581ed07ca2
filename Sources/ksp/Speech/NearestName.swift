/// Finds the name that somebody probably meant.
enum NearestName {
  /// The only name that begins with what was typed, or the nearest of the names if no more than
  /// about a third of it is mistyped; two letters in the wrong order count as two.
  ///
  /// What moves money is not guessed: of the names in `cautious` a single letter may be wrong, or
  /// all be there in another order, and another name that is as near goes before them.
  static func find(
    _ typed: String, in names: [String], cautious: Set<String> = []
  ) -> String? {
    let typed = typed.lowercased()
    let longer = names.filter {
      typed.count >= 3 && !cautious.contains($0) && $0.hasPrefix(typed)
    }
    if longer.count == 1 { return longer[0] }
    let all: [(distance: Int, name: String)] = names.map { name in
      (distance(Array(typed), Array(name)), name)
    }
    let near = all.filter { found in
      guard cautious.contains(found.name) else {
        return found.distance <= max(found.name.count < 4 ? 1 : 2, found.name.count / 3)
      }
      return found.distance <= 1 && found.name.count > 3
        || typed.sorted() == found.name.sorted()
    }
    func rank(_ found: (distance: Int, name: String)) -> Int {
      2 * found.distance + (cautious.contains(found.name) ? 1 : 0)
    }
    return near.min { rank($0) < rank($1) }?.name
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
