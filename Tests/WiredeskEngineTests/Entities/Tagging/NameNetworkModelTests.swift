import CWiredeskTables
import Testing

@testable import WiredeskEngine

@Suite struct NameNetworkModelTests {
    @Test func theTableIsWhole() {
        #expect(NameNetworkModel.embedded.isValid)
    }

    @Test(arguments: [1, 5, 9, 70, 3_000, NameNetworkModel.bytes - 1])
    func aChangedByteIsSeen(_ offset: Int) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: NameNetworkModel.bytes, alignment: 64)
        defer { copy.deallocate() }
        copy.copyMemory(from: wiredesk_name_network_table(), byteCount: NameNetworkModel.bytes)
        copy.storeBytes(
            of: copy.load(fromByteOffset: offset, as: UInt8.self) ^ 0x40, toByteOffset: offset, as: UInt8.self)
        #expect(!NameNetworkModel(copy).isValid)
    }
}
