import type { JsonChange, SchemeTexts } from '@cobuild/core';
import { describePlace, parseScheme, valueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Mistake } from '../../test/mistakes.js';
import { mistakes, withMistakes } from '../../test/mistakes.js';
import { EditingSession } from './editing-session.js';

/** Gaoming's demonstration in one file, with four of its tests. */
function sound(): Readonly<Record<string, unknown>> {
  const { extends: _base, replacesTests: _replaced, ...scheme } = parseScheme(readSchemeFolder(fileURLToPath(new URL('../../../../examples/schemes/gaoming-demo', import.meta.url)))).draft as Readonly<Record<string, unknown>>;
  return { ...scheme, tests: (scheme['tests'] as unknown[]).slice(0, 4) };
}
const texts = (scheme: unknown): SchemeTexts => ({ 'scheme.json': `${JSON.stringify(scheme, undefined, 2)}\n` });
const open = (files: SchemeTexts): EditingSession => new EditingSession(files, { locale: 'zh-CN' }, () => undefined);
const sayable = (session: EditingSession): readonly string[] => (session.checked?.problems ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
/** The problem that names a mistake: at its place, inside what was written there, or at the part around it. */
const named = (session: EditingSession, { code, pointer }: Mistake) => session.checked?.problems.find((problem) => problem.code === code && (problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`) || pointer.startsWith(`${problem.pointer}/`)));
/** What puts the place as it was; a misspelt part goes. */
const mending = (scheme: unknown, { pointer }: Mistake): JsonChange => { const value = valueAt(scheme, pointer); return value === undefined ? { kind: 'remove', pointer } : { kind: 'set', pointer, value }; };

describe('a scheme with many kinds of mistakes', () => {
  const scheme = sound();
  const before = sayable(open(texts(scheme)));

  it('has more than sixty of them', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(60);
    expect(new Set(mistakes.map(({ code }) => code)).size).toBeGreaterThan(40);
    expect(before.filter((problem) => !problem.startsWith('scheme/parameter-value-blocks'))).toEqual([]);
  });

  it('opens, and names each of them beside all the others, with a sentence, a line, and a place that the editor can open', () => {
    const session = open(texts(withMistakes(scheme)));
    expect(mistakes.filter((mistake) => named(session, mistake) === undefined).map(({ what }) => what)).toEqual([]);
    for (const problem of session.checked?.problems ?? []) {
      const place = session.placeOf(problem);
      expect(problem.message).toMatch(/\S/);
      expect({ problem: problem.code, line: problem.line !== undefined, near: problem.pointer === place || problem.pointer.startsWith(`${place}/`) }).toEqual({ problem: problem.code, line: true, near: true });
    }
    session.close();
  });

  it('is mended in place, one after the other, until nothing is left: by the panels where the format knows the place, in the code where it does not', () => {
    const session = open(texts(withMistakes(scheme)));
    const [inPanels, inCode]: [string[], string[]] = [[], []];
    for (const mistake of mistakes) {
      const change = mending(scheme, mistake);
      if (describePlace(session.draft.document, mistake.pointer) !== undefined) {
        expect({ what: mistake.what, isDone: session.draft.change(change) }).toEqual({ what: mistake.what, isDone: true });
        inPanels.push(mistake.what);
      } else {
        const other = open(session.draft.texts);
        other.draft.change(change);
        session.draft.write('scheme.json', other.draft.texts['scheme.json']);
        other.close();
        inCode.push(mistake.what);
      }
    }
    session.check();
    expect(sayable(session)).toEqual(before);
    expect(session.draft.document).toEqual(scheme);
    expect(inPanels.length).toBeGreaterThanOrEqual(20);
    expect(inCode.length).toBeGreaterThan(0);
    for (let step = 0; step < mistakes.length; step += 1) session.draft.undo();
    expect(session.draft.changedFiles).toEqual([]);
    session.close();
  });
});
