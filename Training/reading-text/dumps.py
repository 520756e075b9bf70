#!/usr/bin/env python3
"""Dumps whole pages to text in two ways and adds what is known of their articles.

    dumps.py PAGES --wiredesk PROGRAM > DUMPS.jsonl

PAGES is a folder with `html/*.html.gz` and `gold.json` that names segments of each article (`with`) and of its page
(`without`). Of each page it writes two lines of `{"id", "kind", "site", "text", "gold", "other", "with", "without",
"title", "byline", "published"}`: `layout` has a line a block with blank lines between paragraphs (html_text), `nodes` each
text node on its own line (Beautiful Soup). `gold` is the article as the HTML reader of Wiredesk finds it, `other` as
trafilatura does: lines on which they disagree teach nothing. Needs html-text, beautifulsoup4, lxml and trafilatura.
"""
import argparse, base64, glob, gzip, json, os, subprocess, sys, tempfile
from urllib.parse import urlsplit

import bs4, html_text, trafilatura


def both_ways(raw):
    soup = bs4.BeautifulSoup(raw, 'lxml')
    title = soup.title.get_text().strip() if soup.title else ''
    layout = html_text.extract_text(str(soup))
    if title and not layout.startswith(title[:20]):
        layout = title + '\n\n' + layout
    for element in soup(['script', 'style', 'noscript', 'template']):
        element.extract()
    nodes = (soup.body or soup).get_text('\n').split('\n')
    return {'layout': layout, 'nodes': '\n'.join(x.strip() for x in nodes if x.strip())}


def read_pages(program, pages):
    """-> what the HTML reader finds: {id: article}"""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as f:
        for key, raw in pages.items():
            f.write(json.dumps({'id': key, 'base64': base64.b64encode(raw).decode()}) + '\n')
        f.flush()
        out = subprocess.run([program, 'batch', '--input', f.name, '--stages', 'reading', '--content', 'html',
                              '--fail-on-error', 'never'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
    found = (json.loads(x) for x in out.decode().split('\n') if x)
    return {x['id']: x['result']['article'] for x in found if 'result' in x}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('pages')
    ap.add_argument('--wiredesk', required=True, help='a release build of the program')
    args = ap.parse_args()
    gold = json.load(open(args.pages + '/gold.json', encoding='utf-8'))
    pages = {os.path.basename(p).removesuffix('.html.gz'): gzip.open(p).read()
             for p in sorted(glob.glob(args.pages + '/html/*.html.gz'))}
    articles = read_pages(args.wiredesk, pages)
    for key, raw in pages.items():
        article, known = articles.get(key, {}), gold[key]
        text = article.get('text', '')
        if len(text) < 300:
            continue
        other = trafilatura.extract(raw, include_comments=False, include_tables=True) or ''
        line = {'id': key, 'site': urlsplit(known.get('url') or '').netloc.removeprefix('www.') or key, 'gold': text,
                'other': other, 'with': known.get('with') or [], 'without': known.get('without') or [],
                'title': known.get('title') or article.get('title'),
                'byline': known.get('byline') or [x['name'] for x in article.get('authors', [])],
                'published': known.get('published') or article.get('published')}
        for kind, dump in both_ways(raw).items():
            print(json.dumps({**line, 'kind': kind, 'text': dump}, ensure_ascii=False))


if __name__ == '__main__':
    main()
