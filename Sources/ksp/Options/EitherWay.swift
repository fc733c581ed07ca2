import ArgumentParser

/// A flag that is given either way, such as `--approval` or `--no-approval`, under an Indonesian
/// name each: `--persetujuan`, `--tanpa-persetujuan`. What is not given stays as it was.
enum EitherWay<Names: EitherWayNames>: EnumerableFlag {
  case yes, no

  var isYes: Bool { self == .yes }

  static func name(for value: Self) -> NameSpecification {
    switch value {
    case .yes: NameSpecification([Names.english, Names.yes].map { .customLong($0) })
    case .no: NameSpecification(["no-\(Names.english)", Names.no].map { .customLong($0) })
    }
  }
}

/// What a flag that is given either way is called.
protocol EitherWayNames {
  /// The English name; the other way has `no-` before it.
  static var english: String { get }
  /// The Indonesian name.
  static var yes: String { get }
  /// The Indonesian name of the other way.
  static var no: String { get }
}
