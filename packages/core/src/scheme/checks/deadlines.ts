import { areOfficeHours } from '../../calendar/time-limits.js';
import { valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';
import { settled } from './settled.js';

type Report = (finding: DocumentFinding) => void;

/** Ways out that time alone may take where a committee, residents, reviewers or the rules decide: nothing that they would have to find. */
const WITHOUT_DECISION = ['return', 'reject', 'withdraw'];
const KINDS: Readonly<Record<string, readonly string[]>> = { application: ['withdraw'], vote: WITHOUT_DECISION, publicVote: WITHOUT_DECISION, score: WITHOUT_DECISION, rule: WITHOUT_DECISION };

/** What happens around a deadline refers to roles and outcomes that exist, has a deadline to go by, and counts hours that the district has named. */
export const deadlines: SchemeCheck = (document, report) => {
  const hours = settled(document, '/calendar/officeHours');
  if (Array.isArray(hours?.value) && hours.value.length > 0 && hours.value.every(isSpan) && !areOfficeHours(hours.value)) report({ code: 'scheme/office-hours', severity: 'error', pointer: hours.pointer, params: { hours: hours.value } });
  const roles = idsAt(document, '/organisation/roles');
  for (const { value, pointer } of partsAt(document, '/stages')) {
    const limits = [`${pointer}/deadline`];
    const at = `${pointer}/onDeadline`;
    if (isObject(value['onDeadline']) && value['deadline'] === undefined) report({ code: 'scheme/deadline-missing', severity: 'error', pointer: at, atKey: true, params: {} });
    for (const reminder of partsAt(document, `${at}/remind`)) checkReminder(document, pointer, reminder.pointer, report);
    limits.push(...checkTold(document, at, roles, report), `${at}/outcome/after`);
    checkOutcome(document, pointer, textIn({ value, pointer }, 'method') ?? '', report);
    checkHours(document, limits, report);
  }
};

/** Those who are reminded and told are roles of the scheme. Gives where it stands how long before and after. */
export function checkTold(document: unknown, onDeadline: string, roles: readonly string[], report: Report): readonly string[] {
  const told = [...partsAt(document, `${onDeadline}/remind`), ...partsAt(document, `${onDeadline}/escalate`)];
  for (const part of told) reportUnless(roles, textIn(part, 'to'), 'scheme/unknown-role', `${part.pointer}/to`, report);
  return told.flatMap(({ pointer }) => [`${pointer}/before`, `${pointer}/after`]);
}

/** What is counted in working hours needs office hours. */
export function checkHours(document: unknown, limits: readonly string[], report: Report): void {
  if (settled(document, '/calendar/officeHours') !== undefined) return;
  const inHours = limits.find((limit) => lengthAt(document, limit)?.unit === 'workingHour');
  if (inHours !== undefined) report({ code: 'scheme/office-hours-missing', severity: 'error', pointer: inHours, params: {} });
}

function checkOutcome(document: unknown, stage: string, method: string, report: Report): void {
  const at = `${stage}/onDeadline/outcome/outcome`;
  const id = valueAt(document, at);
  if (typeof id !== 'string') return;
  const outcomes = partsAt(document, `${stage}/outcomes`);
  reportUnless(outcomes.map((outcome) => textIn(outcome, 'id') ?? ''), id, 'scheme/unknown-outcome', at, report);
  const kind = outcomes.filter((outcome) => textIn(outcome, 'id') === id).map((outcome) => textIn(outcome, 'kind'))[0];
  const allowed = Object.prototype.hasOwnProperty.call(KINDS, method) ? KINDS[method] : undefined;
  const counted = method !== 'publicVote' || valueAt(document, `${stage}/publicVote`) !== undefined;
  if (kind !== undefined && allowed !== undefined && counted && !allowed.includes(kind)) report({ code: 'scheme/deadline-outcome', severity: 'error', pointer: at, params: { outcome: id, method, kind, allowed } });
}

/** A reminder as long before the end as the whole time would go out at once. */
function checkReminder(document: unknown, stage: string, reminder: string, report: Report): void {
  const [limit, before] = [lengthAt(document, `${stage}/deadline`), lengthAt(document, `${reminder}/before`)];
  if (limit === undefined || before === undefined || limit.unit !== before.unit || before.amount < limit.amount) return;
  report({ code: 'scheme/reminder-too-early', severity: 'warning', pointer: `${reminder}/before`, params: { before: before.amount, deadline: limit.amount } });
}

function lengthAt(document: unknown, pointer: string): { readonly amount: number; readonly unit: string } | undefined {
  const value = settled(document, pointer)?.value;
  if (!isObject(value)) return undefined;
  const { amount, unit } = value;
  return typeof amount === 'number' && typeof unit === 'string' ? { amount, unit } : undefined;
}

const isSpan = (text: unknown): boolean => typeof text === 'string' && /^\d{2}:\d{2}-\d{2}:\d{2}$/.test(text);
