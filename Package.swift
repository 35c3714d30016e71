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
  products: [
    .library(name: "Peil", targets: ["Peil"]),
    .executable(name: "peil", targets: ["PeilTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    module("SourceText"),
    .target(name: "CBytes"),
    module("Columnar", ["CBytes"]),
    .target(name: "CThreads"),
    module("Threading", ["CThreads"]),
    module("Wording", ["Columnar"]),
    module("QuerySyntax", ["SourceText", "Columnar"]),
    module("Planning", ["SourceText", "QuerySyntax", "Columnar"]),
    module(
      "StandardLibrary",
      ["SourceText", "QuerySyntax", "CBytes", "Columnar", "Wording", "Planning"]),
    module("Optimisation", ["Columnar", "Planning"]),
    module("Execution", ["SourceText", "Columnar", "Threading", "Planning"]),
    // Debian: libexpat1-dev and libminizip-dev; macOS has expat, Homebrew: minizip.
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CMinizip"),
    // Debian: libxxhash-dev; Homebrew: xxhash.
    .systemLibrary(name: "CXXHash"),
    module(
      "DataSources",
      ["SourceText", "Columnar", "Threading", "CStructure", "CExpat", "CMinizip", "CXXHash"]),
    .target(name: "CStructure"),
    .target(name: "CMemory"),
    .target(name: "MonitorData", exclude: ["datasets"]),
    module(
      "Peil",
      [
        "SourceText", "Columnar", "Threading", "Wording", "QuerySyntax", "Planning",
        "StandardLibrary", "Optimisation", "Execution", "DataSources", "MonitorData", "Tables",
        "Graphics",
        "Spreadsheets",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Tables", ["SourceText", "Columnar", "Wording"]),
    // Debian: libxlsxwriter-dev; Homebrew: libxlsxwriter.
    .systemLibrary(name: "CXlsxWriter"),
    module("Spreadsheets", ["Columnar", "Wording", "Tables", "CXlsxWriter"]),
    module("Graphics", ["Wording"]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    // Debian: libcmark-gfm-dev and libcmark-gfm-extensions-dev; Homebrew: cmark-gfm.
    .systemLibrary(name: "CMarkdown"),
    module(
      "Interactive",
      ["SourceText", "Columnar", "Wording", "Tables", "Graphics", "Peil", "CReadline"]),
    module(
      "Reporting",
      [
        "SourceText", "Columnar", "Wording", "Tables", "Spreadsheets", "Graphics", "Peil",
        "CMarkdown",
      ]),
    .target(name: "CExchange"),
    module(
      "Publishing",
      ["SourceText", "Columnar", "Wording", "Tables", "Peil", "Reporting", "CExchange"]),
    module("Reviewing", ["SourceText", "Columnar", "Wording", "Tables", "Peil", "Reporting"]),
    .executableTarget(
      name: "PeilTool",
      dependencies: [
        "SourceText", "Wording", "Tables", "Peil", "Interactive", "Reporting", "Publishing",
        "Reviewing", "CMemory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    .target(
      name: "WorkbookWriting", dependencies: ["CMinizip"], path: "Tests/WorkbookWriting",
      swiftSettings: settings),
    tests("SourceTextTests", ["SourceText"]),
    tests("ColumnarTests", ["Columnar"]),
    tests("QuerySyntaxTests", ["SourceText", "Columnar", "QuerySyntax"]),
    tests("WordingTests", ["Wording"]),
    tests("ScriptTests", ["SourceText", "Peil"], exclude: ["Expected"]),
    tests("ReportTests", ["Peil", "Reporting", "Publishing"]),
    tests(
      "InteractiveTests", ["SourceText", "Peil", "Interactive"],
      exclude: ["Transcripts", "Sessions"]),
    tests(
      "DataSourcesTests",
      ["SourceText", "Columnar", "CStructure", "DataSources", "WorkbookWriting"]),
    tests("TablesTests", ["SourceText", "Columnar", "Wording", "Tables"]),
    tests("GraphicsTests", ["Wording", "Graphics"], exclude: ["Golden"]),
    tests(
      "GoldenTests", ["SourceText", "Peil", "Tables", "WorkbookWriting"],
      exclude: ["Cases", "Rules.md"]),
    tests(
      "ReportingTests",
      [
        "SourceText", "Columnar", "Wording", "Tables", "Graphics", "Peil", "Reporting",
        "Publishing",
      ],
      exclude: ["Golden"]),
    tests(
      "PublishingTests",
      ["SourceText", "Columnar", "Tables", "Wording", "Peil", "Reporting", "Publishing"]),
    tests("MapTests", ["SourceText", "DataSources", "Graphics", "Peil"]),
    tests(
      "ReviewingTests", ["Wording", "Peil", "Reporting", "Publishing", "Reviewing"],
      exclude: ["reconstruction"]),
    tests("ExampleTests", ["Planning", "StandardLibrary", "Peil"]),
    tests("StandardLibraryTests", ["StandardLibrary"]),
    tests("OrganizationTests", []),
  ],
  swiftLanguageModes: [.v6]
)
