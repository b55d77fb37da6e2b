import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');

const folders = readdirSync(at('src')).filter((name) => name.startsWith('cobuild-'));
const read = (path: string): string => readFileSync(at(path), 'utf8');
/** What belongs to an element, without its tests and stories. */
const sourceOf = (tag: string): string =>
  readdirSync(at(`src/${tag}`), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(test|stories)\.ts$/.test(name))
    .map((name) => read(`src/${tag}/${name}`))
    .join('\n');
const unique = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const found = (text: string, pattern: RegExp): string[] => unique(Array.from(text.matchAll(pattern), ([, name = '']) => name));

/** Cells of the rows that begin with an element's tag, in the n-th table that has such rows. */
const rowsUnder = (heading: string): ReadonlyMap<string, readonly string[]> => {
  const start = readme.indexOf(heading);
  const rows = readme.slice(start).split('\n| Element |')[1]?.split('\n\n')[0] ?? '';
  return new Map(Array.from(rows.matchAll(/^\| `(cobuild-[a-z-]+)` \|(.*)\|$/gm), ([, tag = '', cells = '']) => [tag, cells.split('|')]));
};
const elements = rowsUnder('## Elements');
const parts = rowsUnder('## Theming');
const quoted = (cell: string | undefined): string[] => found(cell ?? '', /`([^`]+)`/g);

describe('the element tables of the README', () => {
  it('name every element and no other', () => {
    expect([...elements.keys()].sort()).toEqual(unique(folders));
  });

  it.each(folders)('name the events of %s as its class says and its code fires them', (tag) => {
    const fired = found(read(`src/${tag}/${tag}.ts`), /@fires (?:\{.*\} )?([a-z]+(?:-[a-z]+)*)/g);

    expect(quoted(elements.get(tag)?.[2])).toEqual(fired);
    for (const name of fired) expect(sourceOf(tag)).toMatch(new RegExp(`'${name}'`));
  });

  it.each(folders)('name the properties of %s', (tag) => {
    const named = quoted(elements.get(tag)?.[1]);
    const declared = found(sourceOf(tag), /@property\([^)]*\)\s+(?:override )?(?:get )?(\w+)/g);
    const attributes = Object.fromEntries(Array.from(sourceOf(tag).matchAll(/attribute: '([a-z-]+)' \}\) (\w+)/g), ([, attribute = '', name = '']) => [name, attribute]));

    expect(named).toEqual(unique(declared.map((name) => attributes[name] ?? name)));
  });

  it.each(folders)('name the parts of %s as its class says', (tag) => {
    expect(quoted(parts.get(tag)?.[0])).toEqual(found(read(`src/${tag}/${tag}.ts`), /@csspart ([a-z-]+)/g));
  });

  it.each(folders)('%s draws the parts that its class says', (tag) => {
    const drawn = found(sourceOf(tag), / part="([a-z-]+)"/g);
    const said = found(read(`src/${tag}/${tag}.ts`), /@csspart ([a-z-]+)/g);

    expect(drawn.filter((part) => !said.includes(part))).toEqual([]);
  });

  it.each(folders)('%s has a summary and an entry that registers it', (tag) => {
    expect(read(`src/${tag}/${tag}.ts`)).toMatch(/\* @summary \S/);
    expect(read(`src/define/${tag}.ts`)).toContain(`define('${tag}', `);
  });
});
