/// Small generated files: series with gaps, and rows without keys.
enum RandomTable {
  /// A key and a year that are together unique, with measures that may be missing.
  static func series(_ random: inout RandomNumbers) -> String {
    var lines = ["code,jaar,n,x,soort"]
    let last = 2012 + random.next(9)
    for code in ["Aa", "élan", "'s-Gravenhage", "Zeist", "aa"].prefix(1 + random.next(5)) {
      for year in 2012...last where !random.oneIn(4) {
        let sort = random.one(of: ["rood", "groen", ""])
        let cells = [code, String(year), whole(&random), decimal(&random), sort]
        lines.append(cells.joined(separator: ","))
      }
    }
    // Something in each column, so that its type is known.
    lines.append("Zz,2012,1,0.5,rood")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Rows in no order, with every type and cells that are missing.
  static func facts(_ random: inout RandomNumbers) -> String {
    var lines = ["plaats,groep,m,y,ok,dag"]
    for _ in 0..<random.one(of: [1, 8, 30]) {
      let day = "20\(10 + random.next(14))-0\(1 + random.next(9))-1\(random.next(10))"
      let cells = [
        random.one(of: ["Aa", "élan", "Zeist", "Wouw", ""]), random.one(of: ["a", "B", "é", ""]),
        whole(&random), decimal(&random), random.one(of: ["true", "false", ""]),
        random.one(of: [day, day, ""]),
      ]
      lines.append(cells.joined(separator: ","))
    }
    lines.append("Aa,a,1,0.5,true,2020-01-01")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func whole(_ random: inout RandomNumbers) -> String {
    random.oneIn(6) ? "" : String(random.next(40) - 8)
  }

  private static func decimal(_ random: inout RandomNumbers) -> String {
    random.oneIn(6) ? "" : "\(random.next(60) - 12).\(random.one(of: ["0", "25", "1", "375"]))"
  }
}
