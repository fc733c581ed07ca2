/// Numbers of people that others may see: all but the end is covered.
package enum PersonalNumber {
  /// The last four characters of a number behind one star for each before: `************0001`.
  /// Of a short number no more than half stays.
  package static func masked(_ number: String) -> String {
    let shown = min(4, number.count / 2)
    return String(repeating: "*", count: number.count - shown) + number.suffix(shown)
  }
}
