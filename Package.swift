// swift-tools-version: 6.2
import PackageDescription

// One place for the settings of every Swift target. CI sets the variable; users of the library never fail on a
// warning that a newer compiler invents.
let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["WIREDESK_WARNINGS_AS_ERRORS"] == "1" ? [.treatAllWarnings(as: .error)] : [])

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "wiredesk",
    products: [
        .library(name: "WiredeskEngine", targets: ["WiredeskEngine"]),
        .library(name: "WiredeskClient", targets: ["WiredeskClient"]),
        .executable(name: "wiredesk", targets: ["wiredesk"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        library("WiredeskModel", []),
        library("WiredeskProtocol", ["WiredeskModel", "CZlib"]),
        // Models and tables that the programs in Training/ make, in the executable's own pages.
        .target(name: "CWiredeskTables", exclude: ["gazetteer.bin", "language.bin", "name_network.bin", "names.bin"]),
        // What the compiler does well in C only.
        .target(name: "CWiredeskKernels"),
        library("WiredeskEngine", ["WiredeskModel", "CWiredeskKernels", "CWiredeskTables"]),
        library("WiredeskTransport", []),
        library(
            "WiredeskServer", ["WiredeskModel", "WiredeskProtocol", "WiredeskEngine", "WiredeskTransport", logging]),
        library("WiredeskClient", ["WiredeskModel", "WiredeskProtocol", "WiredeskTransport"]),
        .executableTarget(
            name: "wiredesk",
            dependencies: [
                "WiredeskModel", "WiredeskEngine", "WiredeskProtocol", "WiredeskTransport", "WiredeskServer",
                "WiredeskClient", argumentParser, logging,
            ],
            swiftSettings: settings
        ),
        // The protocol's vectors, for every test that plays them.
        .target(
            name: "GoldenVectors", dependencies: ["WiredeskModel"], path: "Tests/GoldenVectors", swiftSettings: settings
        ),
        tests("WiredeskModelTests", ["WiredeskModel"]),
        tests("WiredeskProtocolTests", ["WiredeskProtocol", "WiredeskModel", "GoldenVectors"]),
        tests("WiredeskEngineTests", ["WiredeskEngine", "WiredeskModel", "CWiredeskKernels", "CWiredeskTables"]),
        tests("WiredeskTransportTests", ["WiredeskTransport"]),
        tests(
            "WiredeskServerTests",
            ["WiredeskServer", "WiredeskProtocol", "WiredeskTransport", "WiredeskModel", "GoldenVectors", logging]),
        tests(
            "WiredeskClientTests",
            ["WiredeskClient", "WiredeskServer", "WiredeskProtocol", "WiredeskTransport", "WiredeskModel", logging]),
        // The entry points of the fuzzer, on what once broke them.
        .testTarget(
            name: "FuzzReplayTests",
            dependencies: ["WiredeskEngine", "WiredeskProtocol", "WiredeskModel", "GoldenVectors"],
            path: "Fuzz/Sources", exclude: ["Fuzzer"], swiftSettings: settings),
        tests("IntegrationTests", ["WiredeskModel", "WiredeskClient", "wiredesk"]),
    ]
)
