extension Rupiah {
  /// The amount in words, as receipts require it (terbilang).
  ///
  /// ```swift
  /// Rupiah(1_500_000).inWords.indonesian   // "satu juta lima ratus ribu rupiah"
  /// ```
  public var inWords: Phrase {
    let (whole, rest) = senMagnitude.quotientAndRemainder(dividingBy: 100)
    var indonesian = IndonesianNumber.words(whole) + " rupiah"
    var english = EnglishNumber.words(whole) + " rupiah"
    if rest != 0 {
      indonesian += " " + IndonesianNumber.words(rest) + " sen"
      english += " and " + EnglishNumber.words(rest) + " sen"
    }
    guard isNegative else { return Phrase(id: indonesian, en: english) }
    return Phrase(id: "minus " + indonesian, en: "minus " + english)
  }
}

private enum IndonesianNumber {
  static let small = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
  ]
  static let scales: [(value: UInt64, name: String)] = [
    (1_000_000_000_000_000, "kuadriliun"), (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"),
  ]

  static func words(_ number: UInt64) -> String {
    switch number {
    case 0..<12: return small[Int(number)]
    case 12..<20: return small[Int(number - 10)] + " belas"
    case 20..<100: return small[Int(number / 10)] + " puluh" + rest(number % 10)
    case 100..<200: return "seratus" + rest(number - 100)
    case 200..<1_000: return small[Int(number / 100)] + " ratus" + rest(number % 100)
    case 1_000..<2_000: return "seribu" + rest(number - 1_000)
    default:
      for (value, name) in scales where number >= value {
        return words(number / value) + " " + name + rest(number % value)
      }
      return small[0]
    }
  }

  private static func rest(_ number: UInt64) -> String {
    number == 0 ? "" : " " + words(number)
  }
}

private enum EnglishNumber {
  static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  static let scales: [(value: UInt64, name: String)] = [
    (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"),
  ]

  static func words(_ number: UInt64) -> String {
    switch number {
    case 0..<20: return small[Int(number)]
    case 20..<100:
      let unit = number % 10
      return tens[Int(number / 10)] + (unit == 0 ? "" : "-" + small[Int(unit)])
    default:
      for (value, name) in scales where number >= value {
        let rest = number % value
        return words(number / value) + " " + name + (rest == 0 ? "" : " " + words(rest))
      }
      return small[0]
    }
  }
}
