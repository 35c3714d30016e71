// swift-tools-version: 6.3
import PackageDescription

// One line per target in `targets` below; the arrows go one way and are checked by
// Tests/OrganizationTests. What a module is for: ARCHITECTURE section of CONTRIBUTING.md.

let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ]
  // Warnings are errors where the project is checked, not where it is used.
  + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "peil",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    module("SourceText"),
    module("Columnar"),
    module("Wording", ["Columnar"]),
    module("QuerySyntax", ["SourceText", "Columnar"]),
    module("Planning", ["SourceText", "QuerySyntax", "Columnar"]),
    module("StandardLibrary", ["SourceText", "QuerySyntax", "Columnar", "Planning"]),
    module("Execution", ["SourceText", "Columnar", "Planning"]),
    module("Tables", ["SourceText", "Columnar", "Wording"]),
    module("Graphics", ["Wording"]),
    module(
      "Reporting",
      [
        "SourceText", "Columnar", "Wording", "Tables", "Graphics", "CMarkdown",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Debian: libcmark-gfm-dev and libcmark-gfm-extensions-dev; Homebrew: cmark-gfm.
    .systemLibrary(name: "CMarkdown"),

    tests("WordingTests", ["Wording"]),
    tests("TablesTests", ["SourceText", "Columnar", "Wording", "Tables"]),
    tests("GraphicsTests", ["Wording", "Graphics"], exclude: ["Golden"]),
    tests(
      "ReportingTests", ["SourceText", "Columnar", "Wording", "Tables", "Graphics", "Reporting"],
      exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
