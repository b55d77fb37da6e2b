import type { FormDefinition, Scheme } from '@cobuild/core';
import { dateInZone, localize, resolveParameters, roundDownTo, valueAt } from '@cobuild/core';
import type { CaseState, ProjectApproval, ProjectFunding, ProjectOpening } from '@cobuild/rules';
import { applicationForm, projectApproval, roleTitle, splitAward } from '@cobuild/rules';

type Contract = ProjectOpening['agreement'];
type Answers = CaseState['answers'];

/** Whether anything is watched over after the approval: where nothing is, a case ends with it. */
export const hasProjects = ({ supervision }: Pick<Scheme, 'supervision'>): boolean => supervision !== undefined;

/** Whether money is given, so that there is a contract to sign, tranches and a dedicated account. */
export const givesMoney = ({ allocation, supervision }: Pick<Scheme, 'allocation' | 'supervision'>): boolean => allocation !== undefined && supervision !== undefined;

/**
 * What an office draws up when a case is approved: the contract as the application has it. The amount is the one that was approved, rounded down to the unit of
 * the scheme. The same for the same case, whoever looks first.
 *
 * @returns `undefined` for a case that is not approved, or that nobody watches over.
 */
export function projectOpening(given: Scheme, schemeHash: string, state: CaseState): ProjectOpening | undefined {
  const approval = hasProjects(given) ? projectApproval(given, state) : undefined;
  if (approval === undefined) return undefined;
  const scheme = resolveParameters(given);
  const form = applicationForm(scheme);
  const { id, applicant, answers } = state;
  const title = projectTitle(scheme, state);
  const budget = budgetOf(form, answers);
  const unit = scheme.allocation?.rounding?.unit;
  const amount = !givesMoney(scheme) ? 0 : typeof unit === 'number' ? roundDownTo(budget.funding.requested, unit) : budget.funding.requested;
  const payee = payeeOf(answers);
  const milestones = milestonesOf(answers);
  const indicators = indicatorsOf(form, answers);
  const last = approvalEvent(state, approval);
  return {
    id, title, applicant, schemeHash, funding: { ...budget.funding, requested: amount }, ...holdersOf(scheme, answers),
    agreement: {
      id, project: { id, title }, scheme: { id: scheme.id, version: scheme.version, title: localize(scheme.title, 'zh-CN') }, funder: funderOf(scheme), applicant: applicant.name ?? applicant.id, executor: applicant.name ?? applicant.id,
      // Where there is no contract to sign, the work begins with the approval.
      ...(givesMoney(scheme) || last === undefined ? {} : { startsOn: dateInZone(last.at) }),
      amount, tranches: tranchesOf(scheme, amount), ...(budget.lines.length === 0 ? {} : { budget: budget.lines }), ...(milestones.length === 0 ? {} : { milestones }), ...(indicators.length === 0 ? {} : { indicators }),
      ...(payee === undefined ? {} : { payee }), ...(payee === undefined || last === undefined ? {} : { payeeApproval: { by: last.actor.name ?? last.actor.id, role: localize(scheme.organisation.roles.find(({ id: role }) => role === last.actor.role)?.title, 'zh-CN') || last.actor.role, on: dateInZone(last.at) } }),
    },
  };
}

/** The event that approved it: what the case goes on to afterwards is not part of the contract. */
function approvalEvent({ history }: CaseState, { stage, outcome }: ProjectApproval): CaseState['history'][number] | undefined {
  return history.find((event) => stage !== undefined && event.type === 'reviewed' && event.data.stage === stage && event.data.outcome === outcome) ?? history[history.length - 1];
}

/** When an application was approved and by whom, for the ledger of the fund. */
export function approvedBy(scheme: Scheme, state: CaseState): { readonly at: string; readonly by: string } {
  const event = approvalEvent(state, projectApproval(scheme, state) ?? {});
  return { at: event?.at ?? state.submittedAt, by: event?.actor.id ?? '' };
}

/** What people call it: the answer that is named so, else the first one in words. */
export function projectTitle(scheme: Scheme, { id, answers }: Pick<CaseState, 'id' | 'answers'>): string {
  const properties = propertiesOf(applicationForm(scheme));
  const inWords = Object.keys(properties).filter((key) => typeof answers[key] === 'string' && answers[key] !== '' && !['enum', 'oneOf', 'format', 'pattern'].some((word) => word in (properties[key] ?? {})));
  const named = inWords.find((key) => /(?:name|title)$/i.test(key)) ?? inWords[0];
  return named === undefined ? id : String(answers[named]).slice(0, 60);
}

function propertiesOf(form: FormDefinition | undefined): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const properties = form?.schema['properties'];
  return isRecord(properties) ? (properties as Readonly<Record<string, Readonly<Record<string, unknown>>>>) : {};
}

/** First holders of the posts, where a question of the application names them. */
function holdersOf({ supervision }: Scheme, answers: Answers): Pick<ProjectOpening, 'holders'> {
  const holders = (supervision?.posts ?? []).flatMap(({ id, answer }) => {
    const name = answer === undefined ? '' : textOf(valueAt(answers, answer)).trim();
    return name === '' ? [] : [{ post: id, holder: { name } }];
  });
  return holders.length === 0 ? {} : { holders };
}

/** The answer of the question that is a record of this kind. */
function recordOf(form: FormDefinition | undefined, answers: Answers, kind: 'budget' | 'indicators'): unknown {
  const pointer = Object.keys(form?.fields ?? {}).find((key) => form?.fields?.[key]?.record?.[kind] !== undefined);
  return pointer === undefined ? undefined : answers[pointer.slice(1)];
}

function budgetOf(form: FormDefinition | undefined, answers: Answers): { readonly funding: ProjectFunding; readonly lines: NonNullable<Contract['budget']> } {
  const budget = recordOf(form, answers, 'budget');
  const asked = numberOf(answers['amountRequested']);
  if (!isRecord(budget)) return { funding: { own: 0, raised: 0, requested: asked }, lines: [] };
  const lines = (Array.isArray(budget['lines']) ? budget['lines'] : []).filter(isRecord);
  return {
    funding: { own: numberOf(budget['own']), raised: numberOf(budget['raised']), requested: numberOf(budget['requested']) || asked },
    lines: lines.map((line, index) => ({ id: `line-${index + 1}`, title: textOf(line['item']), amount: numberOf(line['amount']) })),
  };
}

function tranchesOf(scheme: Scheme, amount: number): Contract['tranches'] {
  if (!givesMoney(scheme)) return [];
  const award = splitAward({ ...scheme.allocation }, amount);
  const known = Array.isArray(scheme.allocation?.tranches) ? scheme.allocation.tranches : [];
  return award.outcome !== 'split' ? [] : award.tranches.map(({ id, amount: part }) => ({ id, amount: part, title: localize(known.find((tranche) => tranche.id === id)?.title, 'zh-CN') || '拨付' }));
}

/** Steps with a day each, whatever the form calls them. */
function milestonesOf(answers: Answers): NonNullable<Contract['milestones']> {
  const found = Object.values(answers).find((answer) => Array.isArray(answer) && answer.length > 0 && answer.every((row) => isRecord(row) && typeof row['task'] === 'string' && typeof row['dueOn'] === 'string'));
  return ((found ?? []) as readonly Record<string, unknown>[]).map(({ task, dueOn }) => ({ task: textOf(task), dueOn: textOf(dueOn) }));
}

function indicatorsOf(form: FormDefinition | undefined, answers: Answers): NonNullable<Contract['indicators']> {
  const rows = recordOf(form, answers, 'indicators');
  return (Array.isArray(rows) ? rows : []).filter(isRecord).map(({ name, target, unit }) => ({ name: textOf(name), target: [target, unit].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') }));
}

/** Who is paid: three answers by their names, or a bank account as the palette of the editor has it. */
export function payeeOf(answers: Answers): Contract['payee'] {
  const { payeeName, payeeAccount, payeeBank } = answers;
  const grouped = Object.values(answers).find((answer): answer is Record<string, unknown> => isRecord(answer) && typeof answer['name'] === 'string' && typeof answer['account'] === 'string');
  const { name, account, bank } = typeof payeeName === 'string' && typeof payeeAccount === 'string' ? { name: payeeName, account: payeeAccount, bank: payeeBank } : { name: grouped?.['name'], account: grouped?.['account'], bank: grouped?.['bank'] };
  return typeof name !== 'string' || typeof account !== 'string' ? undefined : { name, account, ...(typeof bank === 'string' ? { bank } : {}) };
}

function funderOf(scheme: Scheme): string {
  const [notice] = scheme.publicity?.notices ?? [];
  const payer = scheme.supervision?.payer;
  const issuer = typeof notice?.issuer === 'object' && 'zh-CN' in notice.issuer ? localize(notice.issuer, 'zh-CN') : '';
  return issuer || (payer === undefined ? localize(scheme.title, 'zh-CN') : roleTitle(scheme, payer, 'zh-CN'));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
