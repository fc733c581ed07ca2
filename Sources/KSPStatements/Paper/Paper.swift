/// The sheets that printed pages are laid out for, both upright.
public enum Paper: String, CaseIterable, Sendable {
  /// 210 × 297 mm.
  case a4
  /// 148 × 210 mm, half of A4.
  case a5
}
