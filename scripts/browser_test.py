"""Drives the playground and pages of `analyze --format html` in a real browser; scripts/test-browser installs what this
needs and starts it.

usage: browser_test.py EXECUTABLE HOST:PORT [FOLDER FOR SCREENSHOTS]
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from playwright.sync_api import sync_playwright

program, address = sys.argv[1:3]
pictures = Path(sys.argv[3]) if len(sys.argv) > 3 else None

# What both kinds of page mark in the text.
MARKED = ["mark", ".in-summary", ".in-quote", "p.removed", "p.removed .reason", "p.removed del"]

HOSTILE = [
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "<svg onload=\"document.title='ran'\"></svg>",
    "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
    "</textarea></script><script>document.title='ran'</script>",
    "<a href=\"javascript:document.title='ran'\">Click Ana Brul</a>",
    "<style>body{display:none}</style><base href=\"https://example.org/\">",
    "<form action=\"https://example.org/\"><input autofocus onfocus=\"document.title='ran'\"></form>",
    "{{constructor.constructor('document.title=1')()}} ${document.title='ran'}",
    "&lt;script&gt;document.title='ran'&lt;/script&gt;",
]


class BrowserTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        # Debian's own; without its sandbox, because in a container it finds no place for one.
        cls.browser = cls.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.page = self.browser.new_page(viewport={"width": 1000, "height": 900})
        self.complaints = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        self.asked = []
        self.page.on("request", lambda request: self.asked.append(request.url))

    def tearDown(self):
        self.assertEqual(self.complaints, [])
        elsewhere = [url for url in self.asked if not url.startswith((f"http://{address}/", "data:", "file:"))]
        self.assertEqual(elsewhere, [], "something was loaded from elsewhere")
        self.page.close()


class ReportTest(BrowserTest):
    def open(self, article, *options):
        """The page of an article, an example's name or bytes."""
        data = article if isinstance(article, bytes) else (Path("Examples") / article).read_bytes()
        made = subprocess.run([program, "analyze", "--format", "html", *options], input=data, capture_output=True, check=True)
        with tempfile.NamedTemporaryFile(suffix=".html") as file:
            file.write(made.stdout)
            file.flush()
            self.page.goto(f"file://{file.name}")

    def style(self, selector, name):
        return self.page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}")

    def test_what_is_shown_in_the_text_can_be_chosen(self):
        self.open("ferry.html")
        self.assertEqual(self.style(".text mark.people", "borderBottomWidth"), "2px")
        self.page.get_by_label("People").press("Space")
        self.assertEqual(self.style(".text mark.people", "borderBottomWidth"), "0px")
        self.assertEqual(self.style(".text .in-quote", "fontStyle"), "italic")
        self.page.get_by_label("Quotes").uncheck()
        self.assertEqual(self.style(".text .in-quote", "fontStyle"), "normal")
        shown = self.style(".text .in-summary", "backgroundColor")
        self.page.get_by_label("Summary", exact=True).uncheck()
        self.assertNotEqual(self.style(".text .in-summary", "backgroundColor"), shown)
        self.assertFalse(self.page.locator(".text p.removed").first.is_visible())
        self.page.get_by_label("Left out").check()
        self.assertTrue(self.page.locator(".text p.removed del").first.is_visible())

    def test_it_shows_what_the_playground_shows(self):
        for index, name in enumerate(["ferry.html", "bakery.txt", "letters.txt", "windpark.de.html", "maktaba.ar.html"]):
            with self.subTest(name):
                found = []
                self.open(name)
                marked = "elements => elements.map(e => [e.className, e.title, e.textContent])"
                found.append([self.page.eval_on_selector_all(f".text {one}", marked) for one in MARKED])
                self.page.goto(f"http://{address}/")
                with self.page.expect_response("**/v1/analyze"):
                    self.page.select_option("#example", str(index))
                self.page.wait_for_selector("#result .text")
                found.append([self.page.eval_on_selector_all(f".text {one}", marked) for one in MARKED])
                self.assertEqual(found[0], found[1])

    def test_what_was_left_out_is_written_its_own_way(self):
        self.open("maktaba.ar.html")
        self.page.get_by_label("Left out").check()
        self.assertEqual(self.style(".text p.removed", "direction"), "rtl")

    def test_no_script_of_an_article_runs(self):
        for hostile in HOSTILE:
            article = f"<h1>Ana Brul {hostile} in Paris</h1><p>Ana Brul of {hostile} spoke in Paris on Monday. “{hostile},” said Ana Brul.</p>"
            for content in ("text", "html"):
                with self.subTest(hostile, content=content):
                    self.open(article.encode(), "--content", content)
                    self.assertNotEqual(self.page.title(), "ran")
                    bad = self.page.locator("body script, img, svg, iframe, body style, base, form, input:not([type=checkbox])")
                    self.assertEqual(bad.count(), 0)

    def test_narrow_screens_do_not_scroll_sideways(self):
        self.page.set_viewport_size({"width": 360, "height": 740})
        for name in ("ferry.html", "maktaba.ar.html"):
            self.open(name)
            self.assertLessEqual(self.page.evaluate("document.documentElement.scrollWidth"), 360)

    @unittest.skipUnless(pictures, "no folder for screenshots is named")
    def test_pictures(self):
        for name, example, width, scheme in [
            ("light", "ferry.html", 1000, "light"), ("dark", "ferry.html", 1000, "dark"),
            ("narrow", "ferry.html", 360, "light"), ("right-to-left", "maktaba.ar.html", 1000, "light"),
        ]:
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": 900})
            self.open(example)
            self.page.get_by_label("Left out").check()
            self.page.screenshot(path=str(pictures / f"report-{name}.png"), full_page=True)


class PlaygroundTest(BrowserTest):
    def setUp(self):
        super().setUp()
        self.page.goto(f"http://{address}/")

    def analyze(self, article, content="auto"):
        self.page.fill("#article", article)
        self.page.select_option("#content", content)
        with self.page.expect_response("**/v1/analyze") as answer:
            self.page.click("#analyze")
        self.page.wait_for_function("!document.getElementById('analyze').disabled")
        return answer.value.json()

    def choose(self, index):
        with self.page.expect_response("**/v1/analyze") as answer:
            self.page.select_option("#example", str(index))
        self.page.wait_for_selector("#result .text")
        return answer.value.json()["result"]

    def check_marks(self, result):
        """Every mention has one mark, with the text that its span says, in UTF-16."""
        text = result["article"]["text"].encode("utf-16-le")
        expected = sorted(
            (mention["start"], mention["end"], text[2 * mention["start"] : 2 * mention["end"]].decode("utf-16-le"))
            for entity in result["entities"] for mention in entity["mentions"])
        marks = self.page.eval_on_selector_all(
            ".text mark", "marks => marks.map(m => [Number(m.dataset.start), Number(m.dataset.end), m.textContent])")
        self.assertEqual(sorted(map(tuple, marks)), expected)
        shown = self.page.eval_on_selector_all(
            ".text > :not(.removed):not(ul), .text > ul > li", "blocks => blocks.map(b => b.textContent)")
        self.assertEqual("\n\n".join(shown), result["article"]["text"])

    def test_examples(self):
        count = self.page.locator("#example option").count() - 1
        self.assertGreaterEqual(count, 5)
        for index in range(count):
            with self.subTest(index):
                result = self.choose(index)
                # Names are found in Latin script only.
                self.assertTrue(result["entities"] or result["article"]["language"] == "ar")
                self.check_marks(result)
                self.assertEqual(self.page.locator("#status.failed").count(), 0)
                shown = json.loads(self.page.locator("#result pre").text_content())
                self.assertEqual(shown, result)

    def test_highlights_in_all_scripts(self):
        for article in [
            "👩🏽‍🎨 Zoë Núñez 🎉 met Ana Brul in Paris on 5 March 2024. 🏠 She paid 4 million euros.",
            "Josefi\u0301na Dvor\u030ca\u0301kova\u0301 went to Olomouc. E\u0301mile Zola\u0301 wrote in Paris.",
            "زارت وزيرة الثقافة ليلى حداد مدينة القاهرة في 5 مارس 2024. وقالت إن المكتبة ستفتح قريبا.",
            "ראש הממשלה בנימין נתניהו נפגש בירושלים עם Ana Brul ביום שני.",
            "𝒜na Brul 𝕏 said in 𠮷野家, Tokyo, that Mr. Brul 😀 paid $5 million.",
        ]:
            with self.subTest(article):
                self.check_marks(self.analyze(article, "text")["result"])

    def test_no_script_of_an_article_runs(self):
        for hostile in HOSTILE:
            for content in ("text", "html"):
                with self.subTest(hostile, content=content):
                    article = f"<h1>Ana Brul {hostile} in Paris</h1><p>Ana Brul of {hostile} spoke in Paris on Monday. “{hostile},” said Ana Brul.</p>"
                    answer = self.analyze(article, content)
                    self.assertIn("result", answer)
                    self.page.wait_for_timeout(20)
                    self.assertEqual(self.page.title(), "Wiredesk")
                    bad = self.page.locator(
                        "#result script, #result img, #result svg, #result iframe, #result style, #result base, "
                        "#result form, #result input:not([type=checkbox]), #result a[href^='javascript:']")
                    self.assertEqual(bad.count(), 0)

    def test_a_hostile_address_is_no_link(self):
        self.analyze(
            "<html><head><link rel=canonical href=\"javascript:document.title='ran'\"><meta property=og:url "
            "content=\"javascript:document.title='ran'\"></head><body><p>Ana Brul spoke in Paris on Monday.</p>", "html")
        self.assertEqual(self.page.locator("#result a").count(), 0)

    def test_the_policy_stops_what_would_get_in(self):
        """Even if some markup got in: the policy is what the browser obeys."""
        self.page.evaluate("""() => {
            const script = document.createElement('script');
            try { script.text = "document.title = 'ran'"; document.body.append(script); } catch {}
            const button = document.createElement('button');
            try { button.setAttribute('onclick', "document.title = 'ran'"); } catch {}
            document.body.append(button);
            button.click();
        }""")
        self.page.wait_for_timeout(50)
        self.assertEqual(self.page.title(), "Wiredesk")
        self.assertTrue(self.complaints and all("ontent Security Policy" in text or "TrustedScript" in text for text in self.complaints))
        self.complaints.clear()

    def test_toggles_and_keyboard(self):
        self.page.focus("#article")
        self.page.keyboard.insert_text("The mayor, Ana Brul, spoke in Paris on Monday.")
        with self.page.expect_response("**/v1/analyze"):
            self.page.keyboard.press("Control+Enter")
        self.page.wait_for_selector("#result .text mark.people")
        border = "getComputedStyle(document.querySelector('.text mark.people')).borderBottomWidth"
        self.assertEqual(self.page.evaluate(border), "2px")
        self.page.get_by_label("People 1").press("Space")
        self.assertEqual(self.page.evaluate(border), "0px")
        self.page.get_by_role("button", name="Find 1 mention of Ana Brul").press("Enter")
        self.assertEqual(self.page.locator("mark.found").all_text_contents(), ["Ana Brul"])

    def test_what_was_left_out_is_struck_out_with_its_reason(self):
        result = self.choose(0)
        self.assertFalse(self.page.locator(".text .removed").first.is_visible())
        self.page.get_by_label("Left out").check()
        reasons = self.page.locator(".text .removed .reason").all_text_contents()
        self.assertEqual(sorted(reasons), sorted(piece["reason"] for piece in result["article"]["removed"]))
        self.assertEqual(self.page.locator(".text .removed del").count(), len(reasons))

    def test_a_file_keeps_its_bytes(self):
        page = "<html><head><title>Café</title></head><body><p>Zoë Núñez spoke in Paris on Monday, the café said.</p></body></html>"
        self.page.set_input_files("#file", {"name": "it's.html", "mimeType": "text/html", "buffer": page.encode("iso-8859-1")})
        self.page.wait_for_function("document.getElementById('status').textContent.includes('byte')")
        with self.page.expect_response("**/v1/analyze") as answer:
            self.page.click("#analyze")
        self.assertIn("Zoë Núñez", answer.value.json()["result"]["article"]["text"])
        self.page.wait_for_selector("code.command")
        self.assertTrue(self.page.locator("code.command").text_content().endswith(" 'it'\\''s.html'"))

    def test_an_error_is_said(self):
        with self.page.expect_response("**/v1/analyze"):
            self.page.click("#analyze")
        self.page.wait_for_selector("#status.failed")
        self.assertIn("empty_article", self.page.locator("#status").text_content())
        # The browser itself notes the status of the answer.
        self.complaints = [text for text in self.complaints if "422" not in text]

    def test_narrow_screens_do_not_scroll_sideways(self):
        self.page.set_viewport_size({"width": 360, "height": 740})
        for index in (0, 4):
            self.choose(index)
            self.assertLessEqual(self.page.evaluate("document.documentElement.scrollWidth"), 360)

    @unittest.skipUnless(pictures, "no folder for screenshots is named")
    def test_pictures(self):
        for name, index, width, scheme in [
            ("light", 0, 1000, "light"), ("dark", 0, 1000, "dark"), ("letters", 2, 1000, "light"),
            ("narrow", 0, 360, "light"), ("right-to-left", 4, 1000, "light"), ("narrow-dark", 4, 360, "dark"),
        ]:
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": 900})
            self.choose(index)
            if name == "light":
                self.page.get_by_label("Left out").check()
            self.page.screenshot(path=str(pictures / f"{name}.png"), full_page=True)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
