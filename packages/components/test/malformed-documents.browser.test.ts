import type { LitElement } from 'lit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import '../src/define/all.js';
import type { ElementDocuments } from './every-document.js';
import { everyDocument } from './every-document.js';
import { mount } from './mount.js';
import { warnings } from './warnings.js';

/** What stands in place of a document, and as what kind of document it may pass. */
const substitutes: readonly (readonly [name: string, value: unknown, fits: 'none' | 'list' | 'object'])[] = [
  ['42', 42, 'none'], ['a text', 'x', 'none'], ['an empty list', [], 'list'], ['an empty object', {}, 'object'], ['a list with null', [null], 'none'], ['a list with an empty object', [{}], 'none'],
];
/** Of these an object may be empty. */
const open = ['value', 'earlier', 'facts', 'schema', 'layout', 'settings', 'terms', 'marks'];
const kindOf = (document: unknown): string => (Array.isArray(document) ? 'list' : typeof document);
const fits = (property: string, document: unknown, as: string): boolean => as === kindOf(document) && (as === 'list' || open.includes(property));

const uncaught: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  uncaught.push('reason' in event ? event.reason : event.error);
  event.preventDefault();
};

beforeAll(() => {
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
});
afterAll(() => {
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
});
beforeEach(() => void uncaught.splice(0));
afterEach(() => expect(uncaught).toEqual([]));

interface Row { readonly tag: string; readonly property: string; readonly right: unknown; readonly properties: Readonly<Record<string, unknown>> }
const rowsOf = ({ tag, documents, rest = {} }: ElementDocuments): Row[] => Object.entries(documents).map(([property, right]) => ({ tag, property, right, properties: { ...rest, ...documents } }));
const rows = everyDocument.flatMap(rowsOf);

async function settled(element: LitElement): Promise<void> {
  await element.updateComplete;
  // Rejections are told of after the task in which they happen.
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}
const problemOf = (element: LitElement): string => Array.from(element.renderRoot.querySelectorAll('.notice-box.danger'), (box) => box.textContent ?? '').find((text) => text.includes('这一部分暂时无法显示')) ?? '';

/** What the element says of its documents once it has the property with this value. */
async function told(element: LitElement, { property }: Row, value: unknown): Promise<string> {
  (element as unknown as Record<string, unknown>)[property] = value;
  await settled(element);
  return problemOf(element);
}

describe.each(rows)('$tag with $property', (row) => {
  it('set to something else goes on, says what is wrong, and is drawn as if nothing had been once it is right', async () => {
    const [[, first]] = substitutes as [(typeof substitutes)[number]];
    const element = await mount<LitElement>(row.tag, { ...row.properties, [row.property]: first });
    for (const [name, value, as] of substitutes) {
      const problem = await told(element, row, value);
      if (fits(row.property, row.right, as)) expect.soft({ [name]: problem }).toEqual({ [name]: '' });
      else expect.soft(problem, name).toContain(`${row.property} 的内容不完整或有误`);
    }
    expect(warnings.filter((warning) => warning.includes(`<${row.tag}>.${row.property}`))).not.toEqual([]);
    for (const value of [row.right, null, undefined, row.right]) expect.soft({ [String(value)]: await told(element, row, value) }).toEqual({ [String(value)]: '' });
  });
});

/** Places of a document, the first of each list, so deep; with the document that has something else there. */
function* changed(document: unknown, value: unknown, depth: number, path = ''): Generator<readonly [path: string, document: unknown]> {
  if (depth === 0 || typeof document !== 'object' || document === null) return;
  const keys = Array.isArray(document) ? Object.keys(document).slice(0, 1) : Object.keys(document);
  for (const key of keys) {
    const inner = (document as Record<string, unknown>)[key];
    const with_ = (other: unknown): unknown => (Array.isArray(document) ? [other, ...(document as unknown[]).slice(1)] : { ...document, [key]: other });
    yield [`${path}/${key}`, with_(value)];
    for (const [below, other] of changed(inner, value, depth - 1, `${path}/${key}`)) yield [below, with_(other)];
  }
}

const isPlain = (document: unknown): boolean => JSON.stringify(document).length > 20 && !Object.values(document as object).some((part) => typeof part === 'function');
const DEPTH = 2;
const FEW = 6;

describe.each(rows.filter(({ right }) => isPlain(right)))('$tag with a $property', (row) => {
  it.each([5, null])('in which any place holds %j goes on', async (value) => {
    const missed: string[] = [];
    const element = await mount<LitElement>(row.tag, row.properties);
    const set = async (document: unknown): Promise<string> => {
      Object.assign(element, { [row.property]: document });
      await element.updateComplete;
      return problemOf(element);
    };
    // Drawn with the right one every few times: that is what it is about.
    let since: string[] = [];
    for (const [path, document] of changed(row.right, value, DEPTH)) {
      await set(document);
      since.push(path);
      if (since.length < FEW) continue;
      if ((await set(row.right)) !== '') missed.push(...since);
      since = [];
    }
    if ((await set(row.right)) !== '') missed.push(...since);
    await settled(element);

    expect(missed).toEqual([]);
  }, 120_000);
});

describe('a mistake in a document', () => {
  it('is told once, however often it is drawn', () => {
    expect(warnings.length).toBeGreaterThan(0);
    expect([...new Set(warnings)]).toEqual(warnings);
  });

  it('in one line of a list leaves the others', async () => {
    const { documents } = everyDocument.find(({ tag }) => tag === 'cobuild-case-list') as ElementDocuments;
    const list = await mount<LitElement>('cobuild-case-list', { cases: [null, ...(documents['cases'] as unknown[])] } as object);

    expect(list.renderRoot.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(problemOf(list)).toContain('cases 的内容不完整或有误：/0 应为对象');
  });

  it.each([[undefined, ''], ['gestern', 'gestern']])('in a date (%s) leaves the line, with the date as it is', async (updatedAt, shown) => {
    const { documents } = everyDocument.find(({ tag }) => tag === 'cobuild-case-list') as ElementDocuments;
    const [line] = documents['cases'] as object[];
    const list = await mount<LitElement>('cobuild-case-list', { cases: [{ ...line, updatedAt }] } as object);

    expect(list.renderRoot.querySelector('td:last-child')?.textContent).toBe(shown);
    expect(warnings.some((warning) => warning.includes('element/bad-instant'))).toBe(true);
  });
});
