// swift-tools-version: 6.2

import PackageDescription

/// The benchmark: a package of its own, so that the library never depends on what measures it. The
/// C programs in `Sources/CFloor` are built by `run`, with the compiler that measures them.
///
/// `run` sets `KSP_BENCH_IMPORT` where the library has its import, which is then measured too.
let measuresImport = Context.environment["KSP_BENCH_IMPORT"] != nil

let package = Package(
  name: "Performance",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "ksp-ledger", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "Bench",
      dependencies: [
        .product(name: "KSPLedger", package: "ksp-ledger")
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)

if measuresImport {
  package.targets[0].swiftSettings?.append(.define("KSP_IMPORT"))
}
