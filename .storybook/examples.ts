/// <reference types="vite/client" />
// Schemes of `examples/` with their cases, for stories and browser tests of elements that are not about Gaoming.
import type { Case, EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar, parseScheme } from '@cobuild/core';
import type { CaseState, CountedCase } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';

const texts = import.meta.glob<string>(['../examples/schemes/{four-discussions,yangjiang-households,yangjiang-wishes,yangjiang-contest,datong-express,nanhai-matters,qianjiang-innovation,datong-sites}{,-demo}/**/*.{json,jsonl}', '../examples/schemes/sanshui-xinan/**/*.{json,jsonl}'], { query: '?raw', import: 'default', eager: true });

const normal = (path: string): string => path.replace(/[^/]+\/\.\.\//g, '');

/** The text of a file of the examples, `yangjiang-wishes/cases.jsonl`. */
export function exampleText(path: string): string {
  const text = texts[`../examples/schemes/${normal(path)}`];
  if (text === undefined) throw new Error(`examples/schemes has no ${path}`);
  return text;
}

/** A scheme that runs, base and overlay merged. */
export function exampleScheme(folder: string): Scheme {
  const { scheme, problems } = parseScheme({ read: (path) => texts[`../examples/schemes/${normal(`${folder}/${path}`)}`] });
  if (scheme === undefined) throw new Error(`${folder} cannot be loaded: ${JSON.stringify(problems.filter(({ severity }) => severity === 'error'))}`);
  return scheme;
}

/** A document of a folder: `exampleDocument<Case>('yangjiang-contest-demo', 'cases/jc1.json')`. */
export const exampleDocument = <T>(folder: string, path: string): T => JSON.parse(exampleText(`${folder}/${path}`)) as T;

export const exampleCase = (folder: string, path: string): Case => exampleDocument<Case>(folder, path);

/** The cases of a folder's `cases.jsonl`. */
export function exampleCases(folder: string): readonly Case[] {
  return exampleText(`${folder}/cases.jsonl`).split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Case);
}

/** Plays a case of a file through the life cycle: submitted, then each review by somebody of the stage's role, at its own time or an hour after the one before. */
export function playedCase(scheme: Scheme, { id, submittedAt, applicant, answers, reviews = [], facts }: Case): CaseState {
  const context = { calendar: chinaCalendar, schemeHash: 'demo', caseId: id, ...(facts === undefined ? {} : { known: { facts } }) };
  let state: CaseState | undefined;
  let clock = Date.parse(submittedAt);
  const act = (type: 'submitted' | 'reviewed', data: Readonly<Record<string, unknown>>, by: EventActor): void => {
    const done = appendEvent(scheme, state, { type, data }, by, new Date(clock).toISOString(), `e${clock}`, context);
    if ('problems' in done) throw new Error(`${id}: ${JSON.stringify(done.problems)}`);
    state = done.state;
  };
  const place = { ...(applicant.unit === undefined ? {} : { unit: applicant.unit }), ...(applicant.town === undefined ? {} : { town: applicant.town }) };
  act('submitted', { answers, applicant }, { id: applicant.id, role: scheme.stages[0]?.actor.role ?? '', ...place, unit: applicant.unit ?? applicant.id });
  for (const { stage, outcome, reason, reasons, answers: sheet, at } of reviews) {
    clock = at === undefined ? clock + 3_600_000 : Date.parse(at);
    const settings = scheme.stages.find((each) => each.id === stage);
    const role = settings?.actor.role ?? '';
    // Cases of files are decided without the grounds that a log asks for.
    const isRefusal = settings?.outcomes.find(({ id: way }) => way === outcome)?.kind === 'reject';
    const grounds = reasons ?? (isRefusal ? settings?.refusalReasons?.slice(0, 1).map(({ id: ground }) => ground) : undefined);
    const data = { stage, outcome, ...(reason === undefined ? {} : { reason }), ...(grounds === undefined || grounds.length === 0 ? {} : { reasons: grounds }), ...(sheet === undefined ? {} : { answers: sheet }) };
    act('reviewed', data, { id: role === scheme.stages[0]?.actor.role ? applicant.id : `${role}-1`, name: '办理人', role, ...place, ...(role === 'townOfficer' ? { unit: applicant.town ?? '' } : {}) });
  }
  if (state === undefined) throw new Error(`${id} was not submitted`);
  return state;
}

const surnames = ['冯', '林', '陈', '关', '梁', '黄', '许', '何', '谢', '曾', '敖', '司徒'];
const given = ['海生', '月好', '志强', '水养', '惠仪', '启文', '金莲', '国华', '春梅', '阿婵'];

/** So many member households of invented villages, made of one of the examples; the same ones every time. */
export function households(count: number, villages = Math.max(1, Math.round(count / 50))): readonly Case[] {
  const [first] = exampleCases('yangjiang-households');
  if (first === undefined) throw new Error('yangjiang-households has no cases');
  return Array.from({ length: count }, (_, index): Case => {
    const village = index % villages;
    const name = `${surnames[(index * 7) % surnames.length] ?? ''}${given[(index * 3) % given.length] ?? ''}`;
    const code = `YJ-${String(index + 1).padStart(5, '0')}`;
    return { ...first, id: code, applicant: { id: `village-${village}`, level: 'village', unit: `演示${village + 1}村`, town: `演示${(village % 12) + 1}镇` }, answers: { ...first.answers, memberName: name, organisationName: `演示${village + 1}村党总支`, householdCode: code, householdsServed: 5 + (index % 20), plateNumber: `海${String(index + 1).padStart(5, '0')}` } };
  });
}

/** Marks of village and town for them; every `every`-th has none of the town. */
export function householdMarks(entries: readonly Case[], every = 0): Readonly<Record<string, Readonly<Record<string, number | null>>>> {
  return Object.fromEntries(entries.map(({ id }, index) => [id, { village: 55 + ((index * 13) % 46), town: every > 0 && index % every === 0 ? null : 60 + ((index * 17) % 41) }]));
}

interface HalfYear { readonly records: readonly { readonly town: string; readonly answers: { readonly mattersCount: number; readonly mattersAmount: number; readonly payoutsCount: number; readonly payoutsAmount: number } }[] }

/** Single matters of a half-year, made of the reports of the towns: 1,790 with 580 million yuan and 957 payouts with 4.2 billion (N11); how they fall on matters is invented. */
export function nanhaiMatters(): readonly CountedCase[] {
  const { records } = JSON.parse(exampleText('nanhai-matters/records/half-year.json')) as HalfYear;
  const shareOf = (total: number, count: number, index: number): number => (Math.floor((total * 100 * (index + 1)) / count) - Math.floor((total * 100 * index) / count)) / 100;
  const several = (town: string, name: string, categories: readonly string[], count: number, total: number): readonly CountedCase[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${town}-${name}-${index}`, submittedAt: `2019-0${(index % 6) + 1}-15T10:00:00+08:00`, applicant: { id: `${town}-village-${index % 5}`, level: index % 3 === 0 ? 'group' : 'village', town },
      answers: { category: categories[index % categories.length] ?? '', amount: shareOf(total, count, index) },
    }));
  return records.flatMap(({ town, answers: { mattersCount, mattersAmount, payoutsCount, payoutsAmount } }) => [...several(town, 'matter', ['majorProjects', 'assets'], mattersCount, mattersAmount), ...several(town, 'payout', ['payouts'], payoutsCount, payoutsAmount)]);
}
