/// What a session does with the events of its channel. Everything is called on the channel's queue, one at a time, and
/// nothing after `didClose`.
package protocol ChannelHandler: AnyObject, Sendable {
    /// The channel has had its turn to open, and can hear the peer from now on. Where thousands open, that takes a while.
    func channelDidOpen(_ channel: Channel)

    /// Bytes arrived. They are the kernel's copy, in place: valid during the call only. What is sent from here leaves
    /// in one piece when the call returns.
    func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer)

    /// A proxy has said for whom it opened the connection; nothing was read before.
    func channel(_ channel: Channel, didReadProxyHeader header: ProxyHeader)

    /// The channel's secure layer has shaken hands; nothing was read before.
    func channelDidSecure(_ channel: Channel)

    /// The peer will send no more; it may still read. The handler decides when to close.
    func channelDidEnd(_ channel: Channel)

    /// A peer that had fallen behind has taken some of what was pending, or all.
    func channelDidSend(_ channel: Channel)

    /// The channel has closed, by us when there is no error. Called once for each started channel.
    func channel(_ channel: Channel, didCloseWith error: ChannelError?)
}

extension ChannelHandler {
    package func channelDidOpen(_ channel: Channel) {}

    package func channel(_ channel: Channel, didReadProxyHeader header: ProxyHeader) {}

    package func channelDidSecure(_ channel: Channel) {}

    package func channelDidSend(_ channel: Channel) {}
}
