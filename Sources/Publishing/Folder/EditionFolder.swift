import FoundationEssentials
package import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder a report is published in, and what is kept beside it.
///
/// A set of files is written in a folder of its own, flushed and read back; then that folder and
/// the published one change places in one step. Whoever looks, at whatever moment, sees one whole
/// edition. Beside `NAME` stand `NAME.run.json` (the last run), `NAME.failed` (a run that failed,
/// until one succeeds) and `.NAME.peil` (lock, cache and what is being written).
package struct EditionFolder: Sendable {
  /// Without links and dots.
  package let path: String
  private let parent: String
  private let name: String

  /// A folder by path; it need not exist.
  package init(_ path: String) {
    var trimmed = path
    while trimmed.hasSuffix("/") && trimmed.utf8.count > 1 { trimmed.removeLast() }
    if let resolved = FileSystem.resolved(trimmed) {
      self.path = resolved
    } else {
      let above = FileSystem.parent(of: trimmed)
      let last = String(trimmed.split(separator: "/").last ?? "")
      self.path = (FileSystem.resolved(above) ?? above) + "/" + last
    }
    parent = FileSystem.parent(of: self.path)
    name = String(self.path.split(separator: "/").last ?? "")
  }

  /// The path from the root on, also of a folder that is not there yet.
  package var absolutePath: String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// The record of the last run.
  package var recordPath: String { parent + "/" + name + ".run.json" }
  /// The folder of a run that failed.
  package var failedPath: String { parent + "/" + name + ".failed" }
  /// What runs keep for each other.
  var statePath: String { parent + "/." + name + ".peil" }
  /// The folder of kept results.
  package var cachePath: String { statePath + "/cache" }
  private var newPath: String { statePath + "/new" }
  private var oldPath: String { statePath + "/old" }

  /// Throws when something stands here that is no folder: a file of others is not replaced.
  func checkPlace() throws(FileFault) {
    guard let kind = FileSystem.kind(of: path), kind != .folder else { return }
    errno = ENOTDIR
    throw FileFault(path)
  }

  /// Puts right what a run that was ended halfway left. Needs the lock.
  func recover() throws(FileFault) {
    if FileSystem.kind(of: path) == nil, FileSystem.kind(of: oldPath) == .folder {
      guard unsafe rename(oldPath, path) == 0 else { throw FileFault(path) }
    }
    FileSystem.remove(newPath)
    FileSystem.remove(oldPath)
  }

  /// What publishing files would change, by path; empty when the folder holds just these.
  package func changes(to files: [OutputFile]) -> [FileChange] {
    let earlier = Set(published)
    var changes = files.compactMap { file -> FileChange? in
      guard let bytes = try? FileReading.bytes(path + "/" + file.path) else {
        return FileChange(path: file.path, kind: .added)
      }
      return bytes == file.bytes ? nil : FileChange(path: file.path, kind: .changed)
    }
    let paths = Set(files.map(\.path))
    changes += earlier.subtracting(paths)
      .filter { FileSystem.kind(of: path + "/" + $0) != nil }
      .map { FileChange(path: $0, kind: .removed) }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files of the edition that stands here, by its manifest.
  package var published: [String] {
    manifest.map { $0.outputs.map(\.path) + [Manifest.path] } ?? []
  }

  /// The params and formats of the edition that stands here; a batch has no params of its own.
  package var settings: (params: [String: String], formats: [ReportFormat]) {
    let formats = manifest?.formats ?? []
    return (manifest?.params ?? [:], formats.compactMap { ReportFormat(rawValue: $0) })
  }

  private var manifest: PublishedManifest? {
    guard let bytes = try? FileReading.bytes(path + "/" + Manifest.path) else { return nil }
    return try? JSONDecoder().decode(PublishedManifest.self, from: Data(bytes))
  }

  /// Publishes files in the place of the edition that stands here. Files of earlier runs that are
  /// no longer made go; files of others stay. On a fault everything is as it was. Needs the lock.
  package func publish(_ files: [OutputFile]) throws(FileFault) {
    do throws(FileFault) {
      try stage(files)
      try takeOver(files)
      try check(files)
      try exchange()
    } catch {
      FileSystem.remove(newPath)
      throw error
    }
    FileSystem.remove(oldPath)
    FileSystem.remove(newPath)
    // Only an empty folder goes.
    unsafe rmdir(statePath)
  }

  private func stage(_ files: [OutputFile]) throws(FileFault) {
    try checkPlace()
    FileSystem.remove(newPath)
    try FileSystem.makeFolders(newPath)
    for file in files {
      let place = newPath + "/" + file.path
      try FileSystem.makeFolders(FileSystem.parent(of: place))
      if FileSystem.kind(of: path + "/" + file.path) == .folder {
        errno = EISDIR
        throw FileFault(path + "/" + file.path)
      }
      try FileSystem.write(file.bytes, place)
    }
    var status = stat()
    if unsafe stat(path, &status) == 0 { unsafe chmod(newPath, status.st_mode & 0o7777) }
  }

  /// Gives the files of others, such as notes beside the report, a place in the new folder.
  private func takeOver(_ files: [OutputFile]) throws(FileFault) {
    let ours = Set(published).union(files.map(\.path))
    for file in FileSystem.files(in: path) where !ours.contains(file) {
      let place = newPath + "/" + file
      try FileSystem.makeFolders(FileSystem.parent(of: place))
      if unsafe link(path + "/" + file, place) == 0 { continue }
      // A file system without second names, or a file of someone else.
      guard errno == EPERM || errno == ENOTSUP || errno == EMLINK || errno == EXDEV else {
        throw FileFault(path + "/" + file)
      }
      try FileSystem.write(FileReading.bytes(path + "/" + file), place)
    }
  }

  /// Reads back what was written: a full or broken disk shows here, before anything is replaced.
  private func check(_ files: [OutputFile]) throws(FileFault) {
    var folders: Set<String> = [newPath]
    for file in files {
      let place = newPath + "/" + file.path
      guard try FileReading.bytes(place) == file.bytes else {
        throw FileFault(place, reason: "what was written does not read back the same")
      }
      folders.insert(FileSystem.parent(of: place))
    }
    for folder in folders.sorted() { try FileSystem.flush(folder) }
  }

  private func exchange() throws(FileFault) {
    if FileSystem.kind(of: path) == nil {
      guard unsafe rename(newPath, path) == 0 else { throw FileFault(path) }
    } else if try !FileSystem.exchange(newPath, path) {
      // For a moment nothing stands here; `recover` puts the old edition back.
      FileSystem.remove(oldPath)
      guard unsafe rename(path, oldPath) == 0 else { throw FileFault(path) }
      guard unsafe rename(newPath, path) == 0 else {
        let fault = FileFault(path)
        unsafe rename(oldPath, path)
        throw fault
      }
    }
    try FileSystem.flush(parent)
  }

  /// Keeps a run that failed: its record, its faults and what it had made.
  func keepFailure(_ files: [OutputFile]) {
    forgetFailure()
    for file in files {
      let place = failedPath + "/" + file.path
      // What cannot be kept is not the fault to report.
      do throws(FileFault) {
        try FileSystem.makeFolders(FileSystem.parent(of: place))
        try FileSystem.write(file.bytes, place)
      } catch { return }
    }
  }

  /// Removes the run that failed last, if it is one of ours.
  func forgetFailure() {
    guard FileSystem.kind(of: failedPath + "/" + Self.faultsName) == .file else { return }
    FileSystem.remove(failedPath)
  }

  /// The name of the file with the faults of a run that failed.
  static let faultsName = "faults.txt"
}

/// What a manifest says about outputs.
private struct PublishedManifest: Decodable {
  struct Output: Decodable {
    let path: String
  }

  let outputs: [Output]
  let params: [String: String]?
  let formats: [String]?
}

/// A difference between the edition that stands and the one that was made.
package struct FileChange: Sendable, Equatable {
  /// What happened to the file.
  package enum Kind: String, Sendable {
    case added, changed, removed
  }

  /// Relative to the folder.
  package let path: String
  package let kind: Kind

  /// A difference.
  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
