// swift-tools-version: 6.2
import PackageDescription

// Finds inputs that break Wiredesk. A package of its own: it needs the compiler's fuzzer. `scripts/fuzz` builds it.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "wiredesk", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzzer",
            dependencies: [
                .product(name: "WiredeskEngine", package: "wiredesk"),
                .product(name: "WiredeskClient", package: "wiredesk"),
            ],
            path: "Sources",
            exclude: ["Replay"],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                // libFuzzer brings its own main.
                .unsafeFlags(["-parse-as-library"]),
            ])
    ]
)
