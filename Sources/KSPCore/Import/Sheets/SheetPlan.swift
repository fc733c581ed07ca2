/// Which column of a sheet was taken for which column of its list.
struct SheetPlan {
  /// What a column of the file may be, before its cells have been looked at.
  enum Role: Equatable {
    case taken(String)
    /// One of several that mean the same column.
    case rival(String)
    /// Known, and not stored.
    case remark(String)
    /// A weak name that is not needed, because another column bears a sure one.
    case spare(String)
    case unknown
    case ignored
  }

  private(set) var roles: [Role]
  /// The columns that several headings claim.
  private(set) var rivals: [String: [Int]] = [:]
  /// The column of the file for each column of the list.
  private(set) var index: [String: Int] = [:]

  init(_ headings: [SheetHeader.Heading], _ kind: SheetKind, ignoring: Set<Int>) {
    roles = Array(repeating: .unknown, count: headings.count)
    for place in ignoring { roles[place] = .ignored }
    var weak: [String: [(rank: Int, place: Int)]] = [:]
    for (place, heading) in headings.enumerated() where !ignoring.contains(place) {
      var isSure = false
      for column in kind.columns {
        switch column.match(heading.readings) {
        case .strong where !isSure:
          isSure = true
          if column.isRemark {
            roles[place] = .remark(column.name)
          } else {
            rivals[column.name, default: []].append(place)
          }
        case .weak(let rank): weak[column.name, default: []].append((rank, place))
        case .strong, nil: break
        }
      }
    }
    for (name, places) in rivals {
      if places.count == 1 {
        take(name, places[0])
      } else {
        places.forEach { roles[$0] = .rival(name) }
      }
    }
    rivals = rivals.filter { $0.value.count > 1 }
    for column in kind.columns {
      let open = (weak[column.name] ?? []).filter { roles[$0.place] == .unknown }
      let isTaken = index[column.name] != nil || rivals[column.name] != nil
      let chosen = isTaken ? nil : open.min { ($0.rank, $0.place) < ($1.rank, $1.place) }?.place
      for candidate in open {
        if candidate.place == chosen {
          take(column.name, candidate.place)
          weakly.insert(candidate.place)
        } else {
          roles[candidate.place] = .spare(column.name)
        }
      }
    }
  }

  /// The columns that were taken by a weak name.
  private(set) var weakly: Set<Int> = []

  /// Takes a column of the file for a column of the list.
  mutating func take(_ name: String, _ place: Int) {
    roles[place] = .taken(name)
    index[name] = place
  }

  /// Settles which of several columns is meant: the others are spare.
  mutating func settle(_ name: String, on place: Int) {
    for other in rivals.removeValue(forKey: name) ?? [] where other != place {
      roles[other] = .spare(name)
    }
    take(name, place)
  }

  /// Takes a column for another column of the list than its heading says.
  mutating func move(_ name: String, to other: String) {
    guard let place = index.removeValue(forKey: name) else { return }
    take(other, place)
  }

  /// The places of a column, or of those that claim it.
  func places(_ name: String) -> [Int] { index[name].map { [$0] } ?? rivals[name] ?? [] }
}
