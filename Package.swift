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

/// OpenSSL, while the trait `TLS` is on.
let openSSL = Target.Dependency.target(name: "COpenSSL", condition: .when(traits: ["TLS"]))

/// What writes the documentation of the libraries: only `scripts/docs` asks for it, so that nobody else resolves it.
let documentation: [Package.Dependency] =
    Context.environment["WIREDESK_DOCUMENTATION"] == "1"
    ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []

func nio(_ module: String) -> Target.Dependency { .product(name: module, package: "swift-nio") }

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
    traits: [
        .trait(
            name: "TLS",
            description: "TLS 1.3 and tokens, by OpenSSL 3."),
        .default(enabledTraits: ["TLS"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ] + documentation,
    targets: [
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        library("WiredeskModel", ["CWiredeskKernels"]),
        library("WiredeskProtocol", ["WiredeskModel", "CZlib", openSSL]),
        // Models and tables that the programs in Training/ make, in the executable's own pages.
        .target(
            name: "CWiredeskTables",
            exclude: [
                "block-first.bin", "block-second.bin", "encodings.bin", "gazetteer.bin", "language.bin",
                "name_network.bin", "names.bin", "summary-sets.txt", "text-byline.txt", "text-keeping.txt",
                "text-title.txt",
            ]),
        // What the compiler does well in C only.
        .target(name: "CWiredeskKernels"),
        library("WiredeskEngine", ["WiredeskModel", "CWiredeskKernels", "CWiredeskTables"]),
        library("WiredeskTransport", [openSSL]),
        library(
            "WiredeskServer", ["WiredeskModel", "WiredeskProtocol", "WiredeskEngine", "WiredeskTransport", logging]),
        // The page to try it on, in the executable's own pages.
        .target(name: "CWiredeskPages", exclude: ["playground.css", "playground.html", "playground.js", "report.css"]),
        library(
            "WiredeskHTTP",
            [
                "WiredeskModel", "WiredeskProtocol", "WiredeskEngine", "WiredeskTransport", "WiredeskServer",
                "CWiredeskPages", logging, nio("NIOCore"), nio("NIOHTTP1"), nio("NIOPosix"),
            ]),
        library("WiredeskClient", ["WiredeskModel", "WiredeskProtocol", "WiredeskTransport", logging]),
        .executableTarget(
            name: "wiredesk",
            dependencies: [
                "WiredeskModel", "WiredeskEngine", "WiredeskProtocol", "WiredeskTransport", "WiredeskServer",
                "WiredeskHTTP", "WiredeskClient", "CWiredeskPages", "CMalloc", "CZlib", argumentParser, logging,
            ],
            swiftSettings: settings
        ),
        // Measures it from the inside. The peers that it is measured beside are a package of their own.
        .executableTarget(
            name: "wiredesk-benchmarks",
            dependencies: [
                "WiredeskModel", "WiredeskEngine", "WiredeskProtocol", "WiredeskTransport", "WiredeskClient",
            ],
            path: "Benchmarks/Sources/wiredesk-benchmarks", swiftSettings: settings
        ),
        // The protocol's vectors, for every test that plays them.
        .target(
            name: "GoldenVectors", dependencies: ["WiredeskModel"], path: "Tests/GoldenVectors", swiftSettings: settings
        ),
        .target(
            name: "TestCertificates", path: "Tests/TestCertificates", exclude: ["make.sh"], swiftSettings: settings),
        tests("WiredeskModelTests", ["WiredeskModel"]),
        tests("WiredeskProtocolTests", ["WiredeskProtocol", "WiredeskModel", "GoldenVectors"]),
        .testTarget(
            name: "WiredeskEngineTests",
            dependencies: ["WiredeskEngine", "WiredeskModel", "CWiredeskKernels", "CWiredeskTables"],
            resources: [.copy("Entities/Articles/Texts")], swiftSettings: settings),
        tests("WiredeskTransportTests", ["WiredeskTransport", "TestCertificates"]),
        tests(
            "WiredeskServerTests",
            ["WiredeskServer", "WiredeskProtocol", "WiredeskTransport", "WiredeskModel", "GoldenVectors", logging]),
        tests(
            "WiredeskHTTPTests",
            [
                "WiredeskHTTP", "WiredeskServer", "WiredeskProtocol", "WiredeskTransport", "WiredeskModel", logging,
                nio("NIOCore"),
            ]),
        tests(
            "WiredeskClientTests",
            [
                "WiredeskClient", "WiredeskEngine", "WiredeskServer", "WiredeskProtocol", "WiredeskTransport",
                "WiredeskModel", "TestCertificates", logging,
            ]),
        // The entry points of the fuzzer, on what once broke them.
        .testTarget(
            name: "FuzzReplayTests",
            dependencies: [
                "WiredeskEngine", "WiredeskProtocol", "WiredeskTransport", "WiredeskModel", "GoldenVectors",
            ],
            path: "Fuzz/Sources", exclude: ["Fuzzer"], swiftSettings: settings),
        tests(
            "IntegrationTests",
            ["WiredeskModel", "WiredeskProtocol", "WiredeskClient", "TestCertificates", "wiredesk", logging]),
    ]
)
