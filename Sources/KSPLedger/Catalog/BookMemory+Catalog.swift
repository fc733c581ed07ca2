extension BookMemory {
  /// The catalog in force, as it was read; whoever changes it forgets it.
  var catalog: Catalog? {
    get { self[Catalog.self, for: .file] }
    set { self[Catalog.self, for: .file] = newValue }
  }
}
