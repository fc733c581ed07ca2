/// Finds the name that somebody probably meant.
enum NearestName {
  /// The only name that begins with what was typed, or the nearest of the names if no more than
  /// about a third of it is mistyped; two letters in the wrong order count as two.
  static func find(_ typed: String, in names: [String]) -> String? {
    let longer = names.filter { typed.count >= 3 && $0.hasPrefix(typed.lowercased()) }
    if longer.count == 1 { return longer[0] }
    let ranked = names.map { (distance(Array(typed.lowercased()), Array($0)), $0) }
    guard let best = ranked.min(by: { $0.0 < $1.0 }) else { return nil }
    let allowed = max(best.1.count < 4 ? 1 : 2, best.1.count / 3)
    return best.0 <= allowed ? best.1 : nil
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
