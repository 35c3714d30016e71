import CMinizip

/// An archive that a test writes, part by part, wrong ones included.
package struct ZipDraft {
  /// What the archive holds, in order.
  package var parts: [(path: String, bytes: [UInt8])] = []

  /// Makes an archive without parts.
  package init() {}

  /// Puts a part in place of the one of the same path, or behind the others.
  package subscript(path: String) -> String? {
    get { parts.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } }
    set {
      parts.removeAll { $0.path == path }
      if let newValue { parts.append((path, Array(newValue.utf8))) }
    }
  }

  /// Writes the archive; returns whether that went well. The same parts give the same bytes.
  package func write(to path: String) -> Bool {
    guard let archive = unsafe zipOpen64(path, APPEND_STATUS_CREATE) else { return false }
    var isWhole = true
    for (name, bytes) in parts {
      var info = zip_fileinfo()
      isWhole =
        unsafe zipOpenNewFileInZip64(
          archive, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, 6, 0) == ZIP_OK && isWhole
      isWhole =
        unsafe zipWriteInFileInZip(archive, bytes, UInt32(bytes.count)) == ZIP_OK && isWhole
      isWhole = unsafe zipCloseFileInZip(archive) == ZIP_OK && isWhole
    }
    return unsafe zipClose(archive, nil) == ZIP_OK && isWhole
  }
}
