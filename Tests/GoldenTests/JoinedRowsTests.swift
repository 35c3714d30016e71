import Peil
import Testing

/// Joins whose rows are looked up, over more rows than a morsel has, give what joins of whole tables
/// give: the same bytes on any number of threads, with the notes and faults in the same order.
@Suite struct JoinedRowsTests {
  /// What stands behind the left table; `r` is the other one.
  static let stages =
    ["left", "inner", "semi", "anti"].flatMap { kind in
      [
        "join r on k = code kind \(kind)",
        "where v is not missing | join r on k = code kind \(kind) | where k != \"k3\" | sum v by k",
        "select k, v | join r on k = code kind \(kind) | sort -v | take 7",
      ]
    } + [
      "where v > 3 | select k, year, v | join r on k = code kind inner "
        + "| summarise n = count(), rate = sum(v) / sum(people) by size, year",
      "join r on k = code | join (r | rename other = size, others = people) on k = code "
        + "| summarise n = count(size), m = sum(others) by other",
      "join r on k = code | where people > 20 | take 3",
      "join (l | select k, year, v | rename w = v) on k, year | summarise w = sum(w) by k",
      // Faults: a key twice, a row before the join, one after it, and one in the other table.
      "join twice on k = code kind inner | sum v by size",
      "derive w = 9007199254740993 * v * 1024 | join twice on k = code | sum v by size",
      "join r on k = code | derive w = 9007199254740993 * people * 1024 | count by k",
      "where v > 3 | join (r | derive w = 9007199254740993 * people * 1024) on k = code | sum w by k",
      // The first groups of each part.
      "summarise n = count(v), s = sum(v) by k, year, v | sort -s, year | take 9",
      "summarise most = max(v), n = count() by k, year, v | derive d = most / n | sort -d | take 4",
      "summarise n = count(v) by k, year, v | derive w = 9007199254740993 * n * 1024 "
        + "| sort -w | take 4",
      "summarise c = mean(v) by k, year, t | sort c | take 5",
    ]

  @Test(arguments: 0..<4) func rowsLookedUpAreThoseOfWholeTables(seed: Int) throws {
    try CaseFolder.temporary { folder in
      try Self.place(seed: seed, in: folder)
      for stage in Self.stages {
        let query = CaseQuery(info: [], text: Self.declarations + "l | \(stage)\n")
        let asWritten = CaseRun(
          query, format: "json", folder: folder,
          way: WayToRun("plans as written") { $0.optimises = false })
        #expect(asWritten.error?.code != 2, "\(asWritten.error?.text ?? "")")
        for threads in [1, 2, 7] {
          for size in [13, 65_536] {
            let run = CaseRun(
              query, format: "json", folder: folder,
              way: WayToRun("\(threads) threads") {
                $0.threads = threads
                $0.batchSize = size
              })
            #expect(run == asWritten, "seed \(seed), \(threads) threads, by \(size): \(stage)")
          }
        }
      }
    }
  }

  private static let declarations = """
    let l = csv "left.csv" types k: text, year: integer, v: integer, t: number
    let r = csv "right.csv"
    let twice = csv "twice.csv"

    """

  private static func place(seed: Int, in folder: String) throws {
    var random = RandomNumbers(seed: seed)
    var rows = ["k,year,v,t"]
    for _ in 0..<random.one(of: [1, 90, 400]) {
      let key = random.oneIn(9) ? "" : "k\(random.next(12))"
      let value = random.oneIn(5) ? "" : "\(random.next(30))"
      let tenths = random.oneIn(3) ? "" : "\(random.next(9)).\(random.next(10))"
      rows.append("\(key),\(2000 + random.next(6)),\(value),\(tenths)")
    }
    try CaseFolder.place(rows.joined(separator: "\n") + "\n", named: "left.csv", in: folder)
    var others = ["code,size,people"]
    for number in 0..<(3 + random.next(12)) where !random.oneIn(5) {
      let size = random.one(of: ["klein", "groot", ""])
      others.append("k\(number),\(size),\(random.oneIn(6) ? "" : String(10 + random.next(40)))")
    }
    others.append("x,klein,5")
    try CaseFolder.place(others.joined(separator: "\n") + "\n", named: "right.csv", in: folder)
    others.append(others[1])
    try CaseFolder.place(others.joined(separator: "\n") + "\n", named: "twice.csv", in: folder)
  }
}
