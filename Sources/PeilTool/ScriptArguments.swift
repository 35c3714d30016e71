import ArgumentParser

/// A script's file and the params given to it on the command line.
struct ScriptArguments {
  private(set) var file: String?
  private(set) var values: [String: String] = [:]

  /// Reads `FILE --name value --name=value` and `--param name=value`. Throws a usage fault.
  init(_ rest: [String], params: [String], expectsFile: Bool) throws {
    for param in params {
      guard let equal = param.firstIndex(of: "="), equal > param.startIndex else {
        throw ValidationError("`--param \(param)` must be written `--param NAME=VALUE`")
      }
      try set(String(param[..<equal]), String(param[param.index(after: equal)...]))
    }
    var index = 0
    while index < rest.count {
      let word = rest[index]
      index += 1
      guard word.hasPrefix("--"), word.count > 2 else {
        guard expectsFile, file == nil, !word.hasPrefix("-") || word == "-" else {
          throw ValidationError("unexpected argument `\(word)`")
        }
        file = word
        continue
      }
      let name = word.dropFirst(2)
      if let equal = name.firstIndex(of: "=") {
        try set(String(name[..<equal]), String(name[name.index(after: equal)...]))
      } else if index < rest.count {
        try set(String(name), rest[index])
        index += 1
      } else {
        throw ValidationError("the param `\(word)` has no value")
      }
    }
    if file == "-" { file = nil }
  }

  private mutating func set(_ name: String, _ value: String) throws {
    guard values[name] == nil else { throw ValidationError("the param `\(name)` is given twice") }
    values[name] = value
  }
}
