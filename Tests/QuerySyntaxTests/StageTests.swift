import Testing

@Suite("Stages")
struct StageTests {
  @Test(
    "Items and clauses",
    arguments: [
      ("p | sum a by b, c", "p | sum a /by b c"),
      ("p | count by theme", "p | count /by theme"),
      ("p | count by", "p | count by"),
      ("p | count by, x", "p | count by x"),
      ("p | count `by` by x", "p | count `by` /by x"),
      ("p | sum by - x", "p | sum (- by x)"),
      ("p | sum by + x", "p | sum (+ by x)"),
      ("p | sum by not in [1]", "p | sum (not in by [1])"),
      ("p | sum by(x)", "p | sum by(x)"),
      ("p | sum by (x)", "p | sum /by x"),
      ("p | sum a by x by y", "p | sum a /by x /by y"),
      ("p | top 3 by n within year", "p | top 3 /by n /within year"),
      ("p | share value of province", "p | share value<of province>"),
      ("p | sum a of b, c of d by e", "p | sum a<of b> c<of d> /by e"),
      ("p | select of", "p | select of"), ("p | count by of", "p | count /by of"),
      ("p | count by of x", "p | count by<of x>"), ("p | sum a, by of x", "p | sum a by<of x>"),
      ("p | select a, year..", "p | select a (.. year -)"),
      ("p | select ..b, c", "p | select (.. - b) c"),
      ("p | unpivot 2019..2023 as year, value", "p | unpivot (.. 2019 2023) /as year value"),
      ("p | unpivot 2019.. as year, value", "p | unpivot (.. 2019 -) /as year value"),
      ("p | sort -total, name", "p | sort (- total) name"),
      ("p | derive a = b, c = d = e", "p | derive a:=b c:=(= d e)"),
      ("p | derive a == b", "p | derive (= a b)"),
      ("p | derive (a = b)", "p | derive (= a b)"),
      ("p | derive `a b` = 1 by k", "p | derive `a b`:=1 /by k"),
      ("p | derive replace year = 1", "p | derive /replace year:=1"),
      ("p | derive replace = 1", "p | derive replace:=1"),
      ("p | where a = b", "p | where (= a b)"),
      ("p | where by = 1", "p | where (= by 1)"),
      ("p | join q on code = k, y match one", "p | join q /on code:=k y /match one"),
      ("p | join (q | take 5) on k", "p | join {q | take 5} /on k"),
      ("p | join (csv \"f.csv\") on k | take 5", "p | join {csv \"f.csv\"} /on k | take 5"),
      ("p | fill value: linear max 1", "p | fill value::linear /max 1"),
      ("p | fill max: 0", "p | fill max::0"),
      ("p | describe", "p | describe"),
      ("p | unheard a b c, d", "p | unheard a /b c d"),
      ("csv \"f\" delimiter \";\" | take 5", "csv \"f\" /delimiter \";\" | take 5"),
      ("`p q` | take 5", "`p q` | take 5"),
      ("(p | take 5) | take 3", "{p | take 5} | take 3"),
      ("((p))", "{{p}}"),
      ("| take 5", "<last> | take 5"), ("_ | take 5", "<last> | take 5"),
      ("`_` | take 5", "`_` | take 5"),
    ])
  func stages(text: String, expected: String) {
    #expect(trees(text) == [expected])
  }

  @Test(
    "Statements",
    arguments: [
      (
        "data w = csv \"w\"\n  attribute a of i, source of i, total of i\n  source \"CBS\"\n"
          + "  key a, source\n  time year",
        "data w csv \"w\" /attribute a<of i> source<of i> total<of i> /source \"CBS\" "
          + "/key a source /time year"
      ),
      ("let x = p", "table x {p}"), ("let x = p | take 5", "table x {p | take 5}"),
      ("let x = (p) | take 5", "table x {{p} | take 5}"),
      ("let x = (p | take 5) | take 3", "table x {{p | take 5} | take 3}"),
      ("let x = csv \"f\"", "table x {csv \"f\"}"), ("let x = _", "table x {<last>}"),
      ("let x = 5 + 1", "value x (+ 5 1)"), ("let x = $y", "value x $y"),
      ("let `x y` = f(p)", "value `x y` f(p)"),
      ("param t: text", "param t text - -"),
      ("param t: text in [\"a\"] = \"a\"", "param t text [\"a\"] \"a\""),
      ("param y: integer in 2015..2024 = 2020", "param y integer (.. 2015 2024) 2020"),
      ("def f() = 1", "def f () 1"),
      ("def f(a, b: number = 2) = a / b", "def f (a:-:- b:number:2) (/ a b)"),
      ("use \"other.peil\"", "use other.peil"),
      ("print \"n: \" ++ $n", "print (++ \"n: \" $n)"),
      ("print (p | take 5)", "print {p | take 5}"),
      ("data", "data"), ("let | take 5", "let | take 5"), ("print | take 5", "print | take 5"),
      (
        "data w = csv \"w\" delimiter \";\"\n  key m: region, i\n  time year\n"
          + "  measure c: count(unit: \"x\"), r: rate(weight: n)\n  attribute t of i\n"
          + "  label m = \"G\"\n  missing \".\" = unknown, \"x\" = suppressed\n"
          + "  total \"T\" of a\n  breaks b on m\n  source \"CBS\", 2024",
        "data w csv \"w\" /delimiter \";\" /key m::region i /time year "
          + "/measure c::count(unit: \"x\") r::rate(weight: n) /attribute t<of i> /label m:=\"G\" "
          + "/missing (= \".\" unknown) (= \"x\" suppressed) /total \"T\"<of a> /breaks b /on m "
          + "/source \"CBS\" 2024"
      ),
    ])
  func statements(text: String, expected: String) {
    #expect(trees(text) == [expected])
  }
}
