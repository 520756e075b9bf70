import CWiredeskTables
import Testing

@testable import WiredeskEngine

@Suite struct NameTaggerModelTests {
    private let shipped = NameTaggerModel.embedded

    @Test func theTableIsWhole() {
        #expect(shipped.isValid)
    }

    @Test(arguments: [0, 5, 9, 13, 70, 2_000])
    func aChangedByteIsSeen(_ offset: Int) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: shipped.bytes, alignment: 64)
        defer { copy.deallocate() }
        copy.copyMemory(from: wiredesk_names_table(), byteCount: shipped.bytes)
        copy.storeBytes(
            of: copy.load(fromByteOffset: offset, as: UInt8.self) ^ 0x40, toByteOffset: offset, as: UInt8.self)
        #expect(!NameTaggerModel(copy).isValid)
    }
}
