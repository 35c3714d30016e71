import Columnar
import Reporting
import Testing

/// Markdown as HTML: what people write, and what they should not be able to do.
@Suite struct ProseTests {
  @Test(arguments: [
    (
      "Een *zin* met **klem** en ~~weg~~.\n",
      "<p>Een <em>zin</em> met <strong>klem</strong> en <del>weg</del>.</p>\n"
    ),
    ("a  \nb\nc\n", "<p>a<br>\nb\nc</p>\n"),
    ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("> a\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
    ("a\n\n---\n", "<p>a</p>\n<hr>\n"),
    (
      "```\n<b> & {{ x }}\n```\n",
      "<pre tabindex=\"0\"><code>&lt;b&gt; &amp; {{ x }}\n</code></pre>\n"
    ),
    ("1 < 2 & 'x' \"y\"\n", "<p>1 &lt; 2 &amp; &#39;x&#39; &quot;y&quot;</p>\n"),
    ("<!-- weg -->\n\na <!-- weg --> b\n", "<p>a  b</p>\n"),
    ("[a](b.csv \"c\")\n", "<p><a href=\"b.csv\" title=\"c\">a</a></p>\n"),
    ("\u{202E}\u{1B}[31m\n", "<p>\u{FFFD}\u{FFFD}[31m</p>\n"),
    ("", ""), ("\n\n", ""),
  ])
  func markdownBecomesHTML(markdown: String, html: String) throws {
    #expect(try Samples.page(markdown) == html)
  }

  @Test func headingsHaveIdsThatStay() throws {
    let html = try Samples.page(
      "## Aanpak & doel\n\n## Aanpak, doel\n\n## Figuur-kern\n\n## 's-Gravenhage é\n\n"
        + "## Monitor {{ jaar }} nu\n\n### ***\n",
      .knowing(("jaar", .integer(2020))))
    #expect(
      html.split(separator: "<h").dropFirst(0).compactMap { part in
        part.split(separator: "id=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
      } == [
        "aanpak-doel", "aanpak-doel-2", "kop-figuur-kern", "s-gravenhage-é", "monitor-nu", "kop",
      ])
    #expect(html.contains(">Monitor 2.020 nu</h2>"))
  }

  @Test func tableHasScopesAndAlignment() throws {
    let html = try Samples.page("| | 2019 |\n|---|--:|\n| a | 1 |\n| | 2 |\n")
    #expect(html.contains("<thead>\n<tr><td></td><th scope=\"col\" class=\"num\">2019</th></tr>"))
    #expect(html.contains("<tr><th scope=\"row\">a</th><td class=\"num\">1</td></tr>"))
    #expect(html.contains("<tr><td></td><td class=\"num\">2</td></tr>"))
  }

  @Test func tableWithoutHeadingsIsAListOfFacts() throws {
    let html = try Samples.page("| | |\n|---|---|\n| Bron | nlzve.nl |\n")
    #expect(html.contains("<table class=\"feiten\">\n<tbody>\n<tr><th scope=\"row\">Bron</th>"))
  }

  @Test func footnotesLinkBothWays() throws {
    let html = try Samples.page("a[^x] b[^y] c[^x]\n\n[^x]: een\n[^y]: twee\n")
    #expect(
      html.contains(
        "a<sup><a id=\"nootverwijzing-1\" href=\"#noot-1\" role=\"doc-noteref\" "
          + "aria-label=\"noot 1\">1</a></sup>"))
    #expect(html.contains("c<sup><a id=\"nootverwijzing-1-2\" href=\"#noot-1\""))
    #expect(
      html.contains(
        "<li id=\"noot-2\">\n<p>twee <a href=\"#nootverwijzing-2\" role=\"doc-backlink\" "
          + "aria-label=\"Terug naar de tekst bij noot 2\">↩\u{FE0E}</a></p>\n</li>"))
    #expect(html.contains("aria-label=\"Terug naar de tekst bij noot 1, plaats 2\""))
  }

  @Test func linkToAHeadingIsChecked() throws {
    #expect(try Samples.page("## Doel\n\n[x](#doel)\n").contains("<a href=\"#doel\">x</a>"))
    let faults = Samples.faults("---\ntitle: t\n---\n## Doel\n\n[x](#dool)\n")
    #expect(faults.count == 1)
    #expect(faults.joined().contains("6 | [x](#dool)\n    |     ^^^^^"))
  }

  @Test func pageHasWhatReadersOfScreensNeed() throws {
    let html = try Samples.report("---\ntitle: A < B\nlanguage: en\nfooter: F\n---\n")
      .rendered(in: FakeSession(), engineVersion: "1").text("proef.html")
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(html.contains("<title>A &lt; B</title>"))
    #expect(html.contains("<a class=\"naar-inhoud\" href=\"#inhoud\">Skip to content</a>"))
    #expect(html.contains("<main id=\"inhoud\" tabindex=\"-1\">\n<h1>A &lt; B</h1>\n</main>"))
    #expect(html.contains("<footer class=\"voet\">\n<p>F</p>\n</footer>"))
  }
}
