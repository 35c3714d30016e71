#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time of day, for records of runs alone: no result may know it.
struct WallClock {
  private let seconds: Int

  /// The time now.
  static var now: WallClock { WallClock(seconds: time(nil)) }

  /// As `2020-05-01T06:00:00Z`.
  var text: String {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return unsafe "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T"
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}

/// The machine a run was on, for its record.
enum Machine {
  /// The name it has for itself.
  static var name: String {
    var room = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&room, room.count - 1) == 0 else { return "" }
    let bytes = room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
