import KSPCore
import KSPStatements

extension ReportStyle {
  /// Heads reports with all that the book says about its cooperative.
  mutating func head(with settings: BookSettings) {
    cooperative = settings.name
    legalNumber = settings.legalNumber
    address = settings.address
    place = settings.place
    chair = settings.chair
    utcOffsetSeconds = settings.utcOffsetSeconds
  }
}
