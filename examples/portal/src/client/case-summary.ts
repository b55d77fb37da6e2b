import type { Problem, Scheme } from '@cobuild/core';
import { wordsOf } from './language.js';
import { localize } from './localize.js';
import type { CaseState, Decision, Intake, PublicStatus } from '@cobuild/rules';
import type { CaseSummary } from '@cobuild/components';

/** A case as the server shows it to one person. */
export interface CaseView { readonly state: CaseState; readonly decision: Decision; readonly next: readonly { readonly type: string; readonly stage: string; readonly outcome?: string }[]; readonly problems: readonly Problem[]; /** Where it stands in public names, for its applicant. */ readonly status?: PublicStatus; /** How it came in, where an office entered it from a table or paper. */ readonly intake?: Intake }

const words = wordsOf({
  'zh-CN': { rejected: '未通过审核', notApproved: '未通过', withdrawn: '已撤回', finished: '已办结', project: '已立项', toComplete: '请补正后重新提交', toDo: '待办理', onBehalf: (name: string) => `${name}（代为录入）`, returned: '退回补正', at: (stage: string) => `${stage}中` },
  en: { rejected: 'Refused on review', notApproved: 'Not approved', withdrawn: 'Withdrawn', finished: 'Finished', project: 'Approved as a project', toComplete: 'Complete it and submit again', toDo: 'To do', onBehalf: (name) => `${name} (entered for them)`, returned: 'Returned', at: (stage) => `At: ${stage}` },
});

const ends: Readonly<Record<string, string>> = { rejected: words.rejected, notApproved: words.notApproved, withdrawn: words.withdrawn };
/** Where money is given an approved project is set up; elsewhere the matter is done. */
const endOf = (scheme: Scheme, end: string): string => ends[end] ?? (end !== 'approved' ? end : scheme.allocation === undefined ? words.finished : words.project);

/** An applicant may withdraw at any time, but has something to do only when the application came back. */
const todoOf = (isDue: boolean, returned: boolean): { readonly todo?: string } => (isDue ? { todo: returned ? words.toComplete : words.toDo } : {});

/** Questions of the application that are answered in words: a choice or a date names nothing. */
function questionsInWords(scheme: Scheme): readonly { readonly key: string; readonly label: string }[] {
  const form = scheme.forms.find(({ id }) => id === scheme.stages.find(({ method }) => method === 'application')?.form);
  const properties = (form?.schema as { readonly properties?: Readonly<Record<string, { readonly type?: unknown; readonly title?: string; readonly enum?: unknown; readonly format?: unknown; readonly oneOf?: unknown }>> } | undefined)?.properties ?? {};
  return Object.entries(properties)
    .filter(([, { type, enum: choices, oneOf, format }]) => (type === undefined || type === 'string') && choices === undefined && oneOf === undefined && format === undefined)
    .map(([key, { title = '' }]) => ({ key, label: localize(form?.fields?.[`/${key}`]?.title) || title }));
}

/** The first answer in words, which people call the case by. */
export function titleOf(scheme: Scheme, answers: Readonly<Record<string, unknown>>): string | undefined {
  const title = questionsInWords(scheme).map(({ key }) => answers[key]).find((answer): answer is string => typeof answer === 'string' && answer !== '');
  return title?.slice(0, 60);
}

/** What the names of cases are names of: the first question in words, `党员` in a register of people. */
export const nameLabelOf = (scheme: Scheme): string => questionsInWords(scheme)[0]?.label ?? '';

/** What was sent back and then taken back waits for nobody. */
export const waitsForApplicant = ({ state }: Pick<CaseView, 'state'>): boolean => state.returned !== undefined && state.status === 'open';

/** What a person may do at any time; it makes no task of a case. */
const NO_TASK: readonly string[] = ['objectionRaised', 'withdrawn', 'submitted', 'overrideProposed', 'cycleDutyDone', 'cycleRenewed', 'cycleWithdrawn'];
export const hasTask = ({ next }: Pick<CaseView, 'next'>): boolean => next.some(({ type }) => !NO_TASK.includes(type));

/** A line of a work list; who is outside reads the public name of a stage. */
export function summarize(scheme: Scheme, { state, next, intake }: CaseView, audience: 'applicant' | 'office'): CaseSummary {
  const stage = scheme.stages.find(({ id }) => id === state.stage);
  const stageTitle = localize((audience === 'applicant' ? stage?.publicTitle : undefined) ?? stage?.title);
  const returned = waitsForApplicant({ state });
  const last = state.history[state.history.length - 1];
  const applicant = state.applicant.name ?? state.applicant.id;
  return {
    id: state.id,
    title: titleOf(scheme, state.answers) ?? state.id,
    applicant: intake === undefined ? applicant : words.onBehalf(applicant),
    stage: stageTitle,
    status: state.status === 'ended' ? 'ended' : returned ? 'returned' : 'open',
    statusText: state.end !== undefined ? endOf(scheme, state.end) : returned ? words.returned : words.at(stageTitle),
    updatedAt: last?.at ?? state.submittedAt,
    ...todoOf(audience === 'applicant' ? returned : hasTask({ next }), returned),
  };
}
