import Columnar

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The day that SOURCE_DATE_EPOCH names: seconds since 1970, as reproducible builds have it.
enum PublicationDate {
  /// As `2020-07-03`; nil when the variable is not there or no number.
  static var epoch: String? {
    guard let text = unsafe getenv("SOURCE_DATE_EPOCH").map({ unsafe String(cString: $0) }),
      let seconds = Int(text), (0...253_402_300_799).contains(seconds)
    else { return nil }
    return CalendarDate(days: Int32(seconds / 86_400)).text
  }
}
