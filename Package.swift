// swift-tools-version: 6.2
// Each folder in Sources/ is a module and may import only the ones listed here; ARCHITECTURE.md draws the picture.
import PackageDescription

/// `STATIC_CMARK=1` links cmark-gfm into the binary, for a release that runs where the library is not installed.
let linksCmarkStatically = Context.environment["STATIC_CMARK"] == "1"

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
/// For every module that wraps neither C nor the disk.
let safe = settings + [.strictMemorySafety()]

let package = Package(
  name: "shelfmark",
  products: [.executable(name: "shelfmark", targets: ["shelfmark"])],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: linksCmarkStatically ? nil : "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(name: "CSystem"),
    .target(name: "Diagnostics", swiftSettings: safe),
    .target(name: "Files", dependencies: ["CSystem", "Diagnostics"], swiftSettings: settings),
    .target(name: "FrontMatter", dependencies: ["Diagnostics"], swiftSettings: safe),
    .target(
      name: "Markdown", dependencies: ["CCMarkGFM", "CSystem", "Diagnostics"], swiftSettings: settings,
      linkerSettings: linksCmarkStatically
        ? [.unsafeFlags(["-Xlinker", "-l:libcmark-gfm-extensions.a", "-Xlinker", "-l:libcmark-gfm.a"])]
        : [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),
    .target(name: "Mustache", dependencies: ["Diagnostics"], swiftSettings: safe),
    .target(
      name: "Library", dependencies: ["Diagnostics", "Files", "FrontMatter", "Markdown"], swiftSettings: safe),
    .target(name: "Search", dependencies: ["Diagnostics", "Library", "Markdown"], swiftSettings: safe),
    .target(
      name: "Site", dependencies: ["Diagnostics", "Files", "Library", "Markdown", "Mustache", "Search"],
      swiftSettings: safe, plugins: ["EmbedThemePlugin"]),
    .target(
      name: "Authoring", dependencies: ["Diagnostics", "Files", "FrontMatter", "Library", "Markdown", "Search"],
      swiftSettings: safe),
    .target(
      name: "Preview", dependencies: ["Diagnostics", "Files", "Library", "Search", "Site"], swiftSettings: settings),
    .executableTarget(
      name: "shelfmark",
      dependencies: ["Authoring", "Diagnostics", "Files", "Library", "Preview", "Search", "Site"], swiftSettings: safe),

    // The theme in templates/ becomes Swift source, so that the binary carries it wherever it is copied.
    .executableTarget(name: "embed-theme", path: "Sources/EmbedTheme"),
    .plugin(
      name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["embed-theme"],
      path: "Sources/EmbedThemePlugin"),

    // How much a build and a search cost, and how well search ranks: `swift run -c release benchmark`.
    .executableTarget(
      name: "benchmark", dependencies: ["CCMarkGFM", "TestSupport"], path: "Tests/Benchmark", swiftSettings: settings,
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),

    .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/Support", swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "FilesTests", dependencies: ["Files", "Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "FrontMatterTests", dependencies: ["FrontMatter", "Diagnostics", "TestSupport"],
      exclude: ["Differential"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MustacheTests", dependencies: ["Mustache", "Diagnostics", "TestSupport"], exclude: ["Differential"],
      swiftSettings: settings),
    .testTarget(
      name: "LibraryTests", dependencies: ["Library", "Diagnostics", "Files", "Markdown", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "SearchTests", dependencies: ["Search", "Library", "Files", "Markdown", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "SiteTests", dependencies: ["Site", "Library", "Diagnostics", "Files", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["Authoring", "Diagnostics", "Files", "FrontMatter", "Library", "Search", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PreviewTests", dependencies: ["Preview", "Diagnostics", "Files", "Library", "Site", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "EndToEndTests", dependencies: ["shelfmark", "TestSupport"], swiftSettings: settings),
  ]
)
