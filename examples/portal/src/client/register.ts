import type { CobuildForm, CobuildRegister, RegisterMarks } from '@cobuild/components';
import type { Case, FormDefinition, Terms } from '@cobuild/core';
import { call, readLines } from './api.js';
import { actorOf } from './desk.js';
import { handleExports, readSheet } from './excel.js';
import { locale, wordsOf } from './language.js';
import { currentScheme, make, ofScheme, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

interface RegisterInfo { readonly count: number; readonly grading?: string; readonly inputs: readonly string[]; readonly range: { readonly lowest: number; readonly highest: number }; /** For whoever has the year assessed and paid. */ readonly payForm?: FormDefinition }
interface Line { readonly entry: Case; readonly marks: Readonly<Record<string, number>> }
interface Report { readonly done: number; readonly of: number; readonly paid: number; readonly payees: number; readonly missing: number; readonly over: number }

const number = (value: number): string => value.toLocaleString(locale);

/** Nothing is handed in here. */
const TERMS: Terms = { 提交: { 'zh-CN': '评定并兑现' }, Submit: { 'zh-CN': '评定并兑现', en: 'Assess and pay' } };

const words = wordsOf({
  'zh-CN': {
    reading: (done: string, of: string) => `正在读取名册：${done} / ${of}`,
    kept: (count: string) => `已保存${count}个分数。`,
    assessing: (done: string, of: string) => `正在评定并兑现奖励：${done} / ${of}`,
    missing: (count: string) => `${count}条还缺分数，所在单位暂不兑现`,
    over: (count: string) => `${count}个单位的奖励超出经费，暂不兑现`,
    assessed: (payees: string, paid: string, held: readonly string[]) => `评定完成：本次兑现${payees}条，共${paid}元。${held.length === 0 ? '' : `${held.join('；')}。`}`,
  },
  en: {
    reading: (done, of) => `Reading the register: ${done} of ${of}`,
    kept: (count) => `Marks saved: ${count}.`,
    assessing: (done, of) => `Giving grades and paying rewards: ${done} of ${of}`,
    missing: (count) => `entries that still lack marks: ${count}, nothing is paid in their units yet`,
    over: (count) => `units whose rewards are above their fund: ${count}, nothing is paid there yet`,
    assessed: (payees, paid, held) => `Done: ${payees} entries were paid this time, CNY ${paid} in all.${held.length === 0 ? '' : ` Held back: ${held.join('; ')}.`}`,
  },
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const info = await call<RegisterInfo>('GET', ofScheme('/api/register'));
  if (!info.ok) return tellProblems(info.problems);
  const { count, grading, inputs, range, payForm } = info.value;
  const cases: Case[] = [];
  const marks: Record<string, Readonly<Record<string, number>>> = {};
  const read = await readLines<Line>('GET', ofScheme('/api/register/lines'), (lines) => {
    for (const line of lines) {
      cases.push(line.entry);
      marks[line.entry.id] = line.marks;
    }
    tell(count > cases.length ? words.reading(number(cases.length), number(count)) : '');
  });
  if (!read.ok) return tellProblems(read.problems);
  const element = make<CobuildRegister>('cobuild-register', {
    scheme: running.scheme, cases, marks, actor: actorOf(session.identity), readSheet, excel: true, assessing: inputs.length > 0,
    settings: { ...(grading === undefined ? {} : { grading }), ...(inputs.length === 0 ? {} : { inputs }), ...range },
  });
  handleExports(element);
  let kept: RegisterMarks = marks;
  element.addEventListener('cobuild-marks', (event) => {
    event.preventDefault();
    const { marks: entered } = event.detail;
    element.busy = true;
    void call('POST', ofScheme('/api/register/marks'), { marks: entered }).then((saved) => {
      element.busy = false;
      if (!saved.ok) {
        element.problems = saved.problems;
        return;
      }
      const next: Record<string, Readonly<Record<string, number | null>>> = { ...kept };
      for (const { id, input, mark } of entered) next[id] = { ...next[id], [input]: mark };
      kept = next;
      element.problems = [];
      element.marks = kept;
      tell(words.kept(number(entered.length)));
    });
  });
  show(element, ...(payForm === undefined ? [] : [payment(payForm)]));
}

/** What counts and is paid is worked out by the server, from the marks that are stored there; what the page works out is for looking at. */
function payment(definition: FormDefinition): HTMLElement {
  const element = make<CobuildForm>('cobuild-form', { definition, terms: TERMS });
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    void assess();
  });
  return element;
}

async function assess(): Promise<void> {
  let last: Report | undefined;
  const done = await readLines<Report>('POST', ofScheme('/api/register/assessment'), (reports) => {
    last = reports[reports.length - 1];
    if (last !== undefined) tell(words.assessing(number(last.done), number(last.of)));
  });
  if (!done.ok) return tellProblems(done.problems);
  if (last === undefined) return;
  const held = [...(last.missing > 0 ? [words.missing(number(last.missing))] : []), ...(last.over > 0 ? [words.over(number(last.over))] : [])];
  tell(words.assessed(number(last.payees), number(last.paid), held));
}

void main();
