// scratch, removed afterwards
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { it } from 'vitest';
import * as core from '@cobuild/core';
import * as rules from '@cobuild/rules';
import { readSchemeFolder } from '@cobuild/core/node';
import { CasePlay, context } from '../test/case-play.js';
import { scheme as small, secretary, office, reviewer, members } from '../test/case-scheme.js';

let seed = 12345;
const rnd = (): number => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return seed / 0x7fffffff; };
const pick = <T,>(xs: readonly T[]): T => xs[Math.floor(rnd() * xs.length)] as T;
const deep = (n: number): unknown => { let v: unknown = 1; for (let i = 0; i < n; i++) v = i % 2 ? [v] : { a: v }; return v; };
const bad = (): unknown => pick([null, undefined, 0, -1, 1.5, 1e308, NaN, Infinity, '', ' ', 'UNDECIDED', '__proto__', 'constructor', true, [], {}, [null], [[]], [[1]], { parameter: 'x' }, { parameter: '__proto__' }, JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"constructor":1,"toString":2,"hasOwnProperty":3}'), 'x'.repeat(2000), '2026-02-30', '\ud800', deep(30), { fact: 'a', operator: 'equal', value: 1 }, { p: 0, q: 0 }, { op: '>', ratio: 1 }, { '/x': 1 }, '/a/*/b', '$', '#/properties/a', { $ref: '#' }, { type: 'object', properties: { a: { $ref: '#' } } }, 'toString', [{}], [{ id: 'a' }, { id: 'a' }], { all: [] }, { not: null }, { 'zh-CN': 5 }]);
function places(v: unknown, path: (string | number)[] = [], out: (string | number)[][] = []): (string | number)[][] {
  out.push(path);
  if (v !== null && typeof v === 'object') for (const [k, m] of Object.entries(v)) places(m, [...path, Array.isArray(v) ? Number(k) : k], out);
  return out;
}
function mutate<T>(value: T): T {
  const copy = JSON.parse(JSON.stringify(value)) as T;
  const n = 1 + Math.floor(rnd() * 3);
  for (let i = 0; i < n; i++) {
    const all = places(copy);
    const at = pick(all.filter((p) => p.length > 0));
    if (at === undefined) continue;
    let holder = copy as Record<string | number, unknown>;
    for (const t of at.slice(0, -1)) holder = holder[t] as Record<string | number, unknown>;
    const key = at[at.length - 1] as string;
    const r = rnd();
    if (r < 0.2) delete holder[key];
    else if (r < 0.3) { Object.defineProperty(holder, pick(['__proto__', 'constructor', 'x-a', 'toString', 'all', '']), { value: holder[key], enumerable: true, configurable: true, writable: true }); }
    else if (r < 0.4) { const other = pick(all); let v: unknown = copy; for (const t of other) v = (v as Record<string, unknown> | undefined)?.[t as string]; try { holder[key] = JSON.parse(JSON.stringify(v ?? null)); } catch { /* cyc */ } }
    else holder[key] = bad();
  }
  return copy;
}
const seen = new Map<string, number>();
function guard(name: string, run: () => unknown, detail: () => string): unknown {
  const start = Date.now();
  try { return run(); } catch (error) {
    const e = error as Error;
    const where = (e.stack ?? '').split('\n').slice(1, 4).map((l) => l.trim().replace(/.*\/packages\//, '')).join(' < ');
    const key = `${name}: ${e.name}: ${e.message.slice(0, 90)} @ ${where}`;
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    if (n === 0) console.log(key, '\n    ', detail().slice(0, 300));
    return undefined;
  } finally {
    const took = Date.now() - start;
    if (took > 1000) console.log('SLOW', name, took, detail().slice(0, 300));
  }
}
const dirs = ['gaoming-demo', 'sanshui-xinan'];
it('fuzz', () => {
  const until = Date.now() + Number(process.env['FUZZ_MS'] ?? 60000);
  const validator = core.createInterpreter({ formats: core.schemeFormats });
  const bases = dirs.map((d) => { const r = core.parseScheme(readSchemeFolder(`examples/schemes/${d}`)); if (!r.scheme) throw new Error(JSON.stringify(r.problems)); return { scheme: r.scheme, cases: core.readCases(readFileSync(`examples/schemes/${d}/cases.jsonl`, 'utf8')).flatMap((c) => 'case' in c ? [c.case] : []) }; });
  const play = new CasePlay().toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' }).act('objectionRaised', { objection: 'o1', text: 'x' }, { id: 'r', role: 'resident' });
  const log = play.state!.history;
  let rounds = 0; let loaded = 0;
  const decideAll = (scheme: core.Scheme, c: core.Case): void => {
    const d = guard('decide', () => rules.decide(scheme, c, { calendar: core.chinaCalendar }), () => JSON.stringify(c)) as ReturnType<typeof rules.decide> | undefined;
    if (d) for (const locale of ['zh-CN', 'en'] as const) guard('explain', () => (rules as unknown as { explainDecision: (...a: unknown[]) => unknown }).explainDecision(scheme, d, locale), () => JSON.stringify(c));
  };
  const formAll = (scheme: core.Scheme, answers: unknown): void => {
    for (const form of scheme.forms) {
      const opts = { validator, evaluateCondition: rules.evaluateCondition };
      guard('validateAnswers', () => core.validateAnswers(form, answers, opts), () => JSON.stringify(answers));
      guard('describeAnswers', () => core.describeAnswers(form, answers as never, 'zh-CN'), () => JSON.stringify(answers));
      guard('visibleAnswers', () => (core as unknown as { visibleAnswers: (...a: unknown[]) => unknown }).visibleAnswers(form, answers, { role: 'a', stage: 'b' }), () => JSON.stringify(answers));
      guard('publicRow', () => core.publicRow(form, answers as never, Object.keys(form.fields ?? {}), 'zh-CN'), () => JSON.stringify(answers));
      guard('createForm', () => { const m = core.createForm(form, { ...opts, value: answers as never }); m.showProblems(); }, () => JSON.stringify(answers));
    }
  };
  while (Date.now() < until) {
    rounds++;
    const { scheme, cases } = pick(bases);
    // 1 scheme texts
    const broken = mutate(scheme);
    const text = JSON.stringify(broken);
    const read = guard('parseScheme', () => core.parseScheme({ read: (p) => p === 'scheme.json' ? text : undefined }), () => text) as ReturnType<typeof core.parseScheme> | undefined;
    guard('checkScheme', () => rules.checkScheme({ read: (p) => p === 'scheme.json' ? text : undefined }), () => text);
    if (read?.scheme) {
      loaded++;
      decideAll(read.scheme, pick(cases));
      formAll(read.scheme, pick(cases).answers);
      guard('runTests', () => rules.runSchemeTests(read.scheme!, { calendar: core.chinaCalendar }), () => text);
      const pub = guard('buildPublished', () => core.buildPublished(read.scheme!, { calendarVersion: '1' }), () => text);
      if (pub) { const t = JSON.stringify(mutate(pub)); guard('readPublished', () => core.readPublished(t), () => t); }
    }
    // overlay
    const over = JSON.stringify({ extends: '../b', id: 'o', version: '1', title: { 'zh-CN': 'x' }, formatVersion: 1, ...(mutate({ parameters: scheme.parameters, thresholds: scheme.thresholds, eligibility: scheme.eligibility, stages: scheme.stages, replacesTests: ['x'] }) as object) });
    guard('overlay', () => core.parseScheme({ read: (p) => p === 'scheme.json' ? over : p === '../b/scheme.json' ? JSON.stringify(scheme) : undefined }), () => over);
    // 2 cases
    const c = mutate(pick(cases));
    const line = JSON.stringify(c);
    const rc = guard('readCases', () => core.readCases(line), () => line) as ReturnType<typeof core.readCases> | undefined;
    for (const one of rc ?? []) if ('case' in one) decideAll(scheme, one.case);
    // raw answers
    formAll(scheme, mutate(pick(cases)).answers);
    // 3 logs
    const events = mutate(log);
    guard('foldCase', () => rules.foldCase(small, events as never), () => JSON.stringify(events));
    const rehashed = (Array.isArray(events) ? events : []) as core.CaseEvent[];
    let previous = '';
    const chained = rehashed.map((e) => { try { const x = { ...e, previousHash: previous } as core.CaseEvent; const h = rules.eventHash(x); previous = h; return { ...x, hash: h }; } catch { return e; } });
    const folded = guard('foldCase chained', () => rules.foldCase(small, chained), () => JSON.stringify(chained)) as ReturnType<typeof rules.foldCase> | undefined;
    if (folded?.state) {
      const state = folded.state;
      decideAll(small, guard('caseFromState', () => rules.caseFromState(state), () => '') as core.Case);
      for (const actor of [secretary, office, reviewer, mutate(office)]) guard('nextActions', () => rules.nextActions(small, state, actor, play.now, context), () => JSON.stringify(state));
      const e = mutate(pick(log));
      guard('appendEvent', () => rules.appendEvent(small, state, { type: e?.type, data: e?.data } as never, pick([secretary, office, reviewer, mutate(office)]), pick([play.now, 'x', '9999-12-31T23:59:59Z']), 'id', { ...context, caseId: 'c' } as never), () => JSON.stringify(e));
      const notice = small.publicity!.notices[0]!;
      guard('buildNotice', () => rules.buildNotice(small, notice, [state], '2026-03-03'), () => JSON.stringify(state));
    }
    const e0 = mutate(log[0]!);
    guard('appendEvent0', () => rules.appendEvent(small, undefined, { type: e0?.type, data: e0?.data } as never, secretary, play.now, 'id', { ...context, caseId: 'c' } as never), () => JSON.stringify(e0));
  }
  console.log('rounds', rounds, 'loaded', loaded, [...seen.entries()].map(([k, n]) => `${n}x ${k}`).join('\n'));
}, 400000);
