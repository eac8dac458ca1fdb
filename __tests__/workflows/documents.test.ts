// The documents under .github: links that lead somewhere, forms that GitHub takes, packages that are accounted for.

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { documents } from '../../.ci/documents.ts';
import { ROOT } from '../cli/run.ts';
import { readText } from './workflow-files.ts';

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();

/** Targets of links and pictures within the repository, outside of code, without what follows `#`. */
const relativeLinks = (markdown: string): string[] =>
  [...markdown.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/\]\(([^)\s]+)\)|<img[^>]* src="([^"]+)"/g)]
    .map(([, link, picture]) => (link ?? picture ?? '').replace(/#.*/, ''))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link));

/** Where GitHub puts the headings of a document: `What is run in it` at `what-is-run-in-it`. */
const anchorsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

test.each(documents(ROOT).map((document) => [document.file, document] as const))(
  'the options in %s are those of the table, as `npm run docs` writes them',
  (_, { text, wanted }) => {
    expect(text).toBe(wanted);
  },
);

describe.each(['README.md', ...filesIn('.github', '.md')])('%s', (file) => {
  test('links to headings that are there', () => {
    const links = [...readText(file).matchAll(/\]\(([^)\s:#]*)#([^)\s]+)\)/g)];
    const missing = links.filter(([, other = '', anchor = '']) => {
      const target = other === '' ? file : path.posix.join(path.dirname(file), other);
      return !anchorsIn(readText(target)).includes(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  test('links to files that are there', () => {
    const missing = relativeLinks(readText(file)).filter(
      (link) => !existsSync(path.resolve(ROOT, path.dirname(file), link)),
    );
    expect(missing).toEqual([]);
  });
});

/** In brackets, [`file`: name; name], or behind a link in parentheses, ([…](file): "name"; "name"). */
const NAMED =
  /\[`([\w./-]+\.test\.ts)`(?:: ([^\]]+))?\]|\]\((?:\.\.\/)*__tests__\/([\w./-]+\.test\.ts)\)(?:: ("[^"]+"(?:; "[^"]+")*))?/g;

/** What a document calls the tests that hold what it says: files below `__tests__/`, and their names. */
const namedTests = (markdown: string): [file: string, name: string][] =>
  [...markdown.replaceAll(/\s+/g, ' ').matchAll(NAMED)].flatMap(
    ([, inBrackets, names = '', linked = '', quoted = '']): [string, string][] =>
      (names || quoted.slice(1, -1)).split(/"?; "?/).map((name) => [inBrackets ?? linked, name]),
  );

/** The names of tests and of their groups in a file, some of which hold the `%s` of a table. */
const namesIn = (file: string): string[] =>
  existsSync(`${ROOT}__tests__/${file}`)
    ? [...readText(`__tests__/${file}`).matchAll(/^ *\[?\s*(['"`])(.+?)\1[,)]|\((['"`])(.+?)\3,/gm)].map(
        ([, , first = '', , second = '']) => first || second,
      )
    : [];

test.each([
  ['.github/SECURITY.md', 45],
  ['.github/docs/audit.md', 8],
  ['README.md', 0],
])('the tests that %s names for its promises are there', (document, least) => {
  const named = namedTests(readText(document));
  expect(named.length).toBeGreaterThanOrEqual(least);
  expect(named.filter(([file, name]) => !namesIn(file).some((one) => one.includes(name)))).toEqual([]);
});

test('a test is named in brackets or behind a link, on however many lines', () => {
  const markdown =
    'a [`b/c.test.ts`: d; e\nf] ([g](../__tests__/h.test.ts): "i; j"; "k"), [l](__tests__/m.test.ts) [`n.test.ts`]';
  expect(namedTests(markdown)).toEqual([
    ['b/c.test.ts', 'd'],
    ['b/c.test.ts', 'e f'],
    ['h.test.ts', 'i'],
    ['h.test.ts', 'j'],
    ['h.test.ts', 'k'],
    ['m.test.ts', ''],
    ['n.test.ts', ''],
  ]);
});

test('a link is found, whatever is around it', () => {
  const markdown = 'a [b](c.md#d) [e](https://f) [g](#h)\n```\n[i](j)\n```\n<img alt="k" src="l.png">';
  expect(relativeLinks(markdown)).toEqual(['c.md', 'l.png']);
});

test('no test is named in words, where nothing looks whether it is there', () => {
  const texts = ['README.md', ...filesIn('.github', '.md')].map(readText);
  const named = texts.flatMap((text) => text.match(/`__tests__\/[\w./-]+\.test\.ts`/g) ?? []);
  expect(named.filter((file) => !existsSync(`${ROOT}${file.slice(1, -1)}`))).toEqual([]);
});

test('examples that a document names in words are there', () => {
  const texts = ['README.md', ...filesIn('.github', '.md'), ...filesIn('.github', '.yml')].map(readText);
  const named = texts.flatMap((text) => text.match(/\.github\/examples\/[\w.-]+\w/g) ?? []);
  expect(named.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
});

test('every package is named in CONTRIBUTING.md with its reason', () => {
  const { devDependencies, overrides } = JSON.parse(readText('package.json'));
  const packages = Object.keys({ ...devDependencies, ...overrides });
  const contributing = readText('.github/CONTRIBUTING.md');
  expect(packages.length).toBeGreaterThan(30);
  expect(packages.filter((name) => !contributing.includes(`\`${name}\``))).toEqual([]);
});

test('packages that CONTRIBUTING.md gives a reason for are there', () => {
  const { devDependencies } = JSON.parse(readText('package.json'));
  const rows = readText('.github/CONTRIBUTING.md').match(/^\| `[^|]*\|(?=.*\|$)/gm) ?? [];
  const [, table = ''] = readText('.github/CONTRIBUTING.md').split('## Dependencies');
  const named = rows
    .filter((row) => table.includes(row))
    .flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !(name in devDependencies))).toEqual([]);
});

interface DependabotUpdate {
  'package-ecosystem': string;
  groups: Record<string, { patterns: string[] }>;
  ignore?: { 'dependency-name': string }[];
}

describe('Dependabot', () => {
  const { updates }: { updates: DependabotUpdate[] } = parse(readText('.github/dependabot.yml'));
  const packages = Object.keys(JSON.parse(readText('package.json')).devDependencies);
  const namedBy = (pattern: string): string[] =>
    packages.filter((one) =>
      pattern.endsWith('*') ? one.startsWith(pattern.slice(0, -1)) : one === pattern,
    );

  test('is told of packages that are there', () => {
    const ignored = updates.flatMap(({ ignore = [] }) => ignore.map((one) => one['dependency-name']));
    expect(updates.map((one) => one['package-ecosystem']).sort()).toEqual(['github-actions', 'npm']);
    expect(ignored.length).toBeGreaterThan(3);
    expect(ignored.filter((name) => namedBy(name).length === 0)).toEqual([]);
  });

  test('knows what dist/ carries, and updates it apart from the tools', () => {
    const grouped = updates.flatMap(({ groups }) => groups.carried?.patterns ?? []).flatMap(namedBy);
    const files = grouped.map((name) => `${name.replace(/^@/, '').replace('/', '-')}.js`);
    const carried = readdirSync(`${ROOT}dist/vendor`).filter((file) => file.endsWith('.js'));
    // Its one file is no code: dist/platform/extensions/postgis.tar.gz.
    expect(files.filter((file) => file !== 'electric-sql-pglite-postgis.js').sort()).toEqual(carried.sort());
  });
});

interface Element {
  type: string;
  id?: string;
  attributes: { label?: string; value?: string; render?: string; options?: unknown[] };
  validations?: { required?: boolean };
}

interface Form {
  name: string;
  description: string;
  body: Element[];
}

/** What GitHub refuses in a form. Source: its page "Syntax for GitHub's form schema". */
function faultsOf({ name, description, body }: Form): string[] {
  const ids = body.flatMap(({ id }) => id ?? []);
  return [
    ...(name && description ? [] : ['it has no name or description']),
    ...(body.some(({ type }) => type !== 'markdown') ? [] : ['nothing is asked']),
    ...(new Set(ids).size === ids.length ? [] : ['two elements share an id']),
    ...ids.filter((id) => !/^[\w-]+$/.test(id)),
    ...body.flatMap(({ type, attributes }) => faultsOfElement(type, attributes)),
  ];
}

function faultsOfElement(type: string, { label, value, options }: Element['attributes']): string[] {
  switch (type) {
    case 'markdown':
      return value ? [] : ['a text is empty'];
    case 'input':
    case 'textarea':
      return label ? [] : [`${type} has no label`];
    case 'dropdown':
    case 'checkboxes':
      return label && options?.length ? [] : [`${type} has no label or no options`];
    default:
      return [`${type} is no type`];
  }
}

const FORMS = filesIn('.github/ISSUE_TEMPLATE', '.yml').filter((file) => !file.endsWith('config.yml'));

describe.each(FORMS)('%s', (file) => {
  const form: Form = parse(readText(file));

  test('is a form that GitHub takes', () => {
    expect(faultsOf(form)).toEqual([]);
  });
});

test('wrong verdicts are asked for by report, versions and what differed, with a word on privacy', () => {
  for (const file of ['false-red.yml', 'false-green.yml']) {
    const text = readText(`.github/ISSUE_TEMPLATE/${file}`);
    const { body }: Form = parse(text);
    const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    expect(required).toEqual(expect.arrayContaining(['report', 'migrations', 'version']));
    expect(text).toMatch(/Issues are public/);
  }
});

test('a form that GitHub refuses is found', () => {
  const form: Form = {
    name: 'x',
    description: '',
    body: [
      { type: 'input', id: 'a', attributes: {} },
      { type: 'text', id: 'a', attributes: { label: 'b' } },
    ],
  };
  expect(faultsOf(form)).toHaveLength(4);
});
