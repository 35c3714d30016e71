import Planning

/// Every time function, a line each.
enum Windows {
  static let all: [WindowFunction] = [.at, .change, .growth, .prior]
}
