import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { page, pages, proseOf, root } from './support/pages.ts';

/** Hosts that the documentation may name. Whatever else looks like one is a machine of somebody. */
const hosts = new Set(['rustup.rs', 'docs.aws.amazon.com', 'json-schema.org', 'example.com', '127.0.0.1:40123']);

/** What belongs to the machine of an author, and nothing that a reader has. */
const forbidden = [
  /(?<![\w.~-])\/(?:work|root|home|Users|tmp|opt|var|mnt)\b/,
  /\.\.\/shared/,
  /\b(?:registry|artifactory|nexus|mirror)\.(?!ts\b)[a-z]/i,
  /\b(?:npmjs|pypi|crates|maven)\.(?:com|org|io)\b/,
  /\b(?:TODO|FIXME|XXX)\b/,
];

it.each(pages)('$path: every link leads to a file, and to a heading of it', (from) => {
  const links = [...proseOf(from).matchAll(/\]\(([^)\s]+)\)/g)].map((found) => found[1] ?? '');
  const broken = links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? from.path : normalize(join(dirname(from.path), file));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(page(target).text).includes(anchor);
    });
  expect(broken).toEqual([]);
});

it.each(pages)('$path: every path of this repository that it names exists', (from) => {
  const named = [...proseOf(from).matchAll(/`((?:src|harness|test|schema|docs|bench)\/[\w./-]+)`/g)].map(
    (found) => found[1] ?? '',
  );
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it.each(pages)('$path names no machine of ours', ({ text }) => {
  const lines = text.split('\n').filter((line) => forbidden.some((pattern) => pattern.test(line)));
  expect(lines).toEqual([]);
  const named = [...text.matchAll(/https?:\/\/([^/\s"')\]}`]+)/g)].map((found) => found[1] ?? '');
  expect(named.filter((host) => !hosts.has(host))).toEqual([]);
});

it('the README is short enough to be read', () => {
  expect(page('README.md').text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

it('every page can be reached from the README', () => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, link = ''] of proseOf(page(path)).matchAll(/\]\(([^)\s#]+)/g)) {
      const target = normalize(join(dirname(path), link));
      if (pages.some((each) => each.path === target)) visit(target);
    }
  };
  visit('README.md');
  const decisions = /^docs\/decisions\//;
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path) && !decisions.test(path))).toEqual([]);
});

/** The anchors that GitHub makes of the headings of a page. */
function anchorsOf(text: string): readonly string[] {
  return [...text.replace(/^```.*\n[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
