import type { ProjectAction, ProjectActionType } from '@cobuild/rules';
import { isRecord } from './route-tools.js';

type Kind = 'text' | 'number' | 'boolean' | 'record' | 'files' | readonly string[];
type Fields = Readonly<Record<string, Kind | readonly ['optional', Kind]>>;
const optional = (kind: Kind): readonly ['optional', Kind] => ['optional', kind];
const voucher = { voucher: optional('text'), files: optional('files') };

/** What each action holds. Whether it may be done, and with these values, is for the rules. */
const ACTIONS: Readonly<Record<ProjectActionType, Fields>> = {
  contractSigned: { on: 'text' },
  tranchePaid: { tranche: 'text', amount: 'number', on: 'text', ...voucher },
  trancheWithheld: { tranche: 'text', amount: 'number', reason: 'text', finding: optional('text') },
  withholdingLifted: { withheld: 'text', reason: 'text' },
  fundsReturned: { tranche: 'text', amount: 'number', on: 'text', reason: 'text', ...voucher },
  remainderReleased: { reason: 'text' },
  fundsReceived: { source: ['own', 'raised'], amount: 'number', on: 'text', ...voucher },
  expenseRecorded: { line: 'text', amount: 'number', on: 'text', payee: 'text', purpose: optional('text'), ...voucher },
  entryReversed: { entry: 'number', reason: 'text' },
  changeRequested: { request: 'record' },
  changeDecided: { change: 'text', granted: 'boolean', reason: optional('text') },
  reportSubmitted: { duty: 'text', period: 'text', answers: 'record' },
  reportReturned: { report: 'text', reason: 'text' },
  reportAccepted: { report: 'text' },
  reportSkipped: { duty: 'text', period: 'text', reason: 'text' },
  findingRaised: { body: 'text', kind: ['money', 'progress', 'quality', 'papers', 'other'], severity: ['minor', 'serious', 'grave'], text: 'text', item: 'record', dueOn: 'text', files: optional('files') },
  findingAnswered: { finding: 'text', text: 'text', files: optional('files') },
  findingClosed: { finding: 'text', text: 'text' },
  findingReopened: { finding: 'text', text: 'text' },
  holderAppointed: { post: 'text', holder: 'record', on: 'text', reason: optional('text') },
  holderReplaced: { holding: 'text', holder: 'record', on: 'text', reason: 'text' },
  holderReleased: { holding: 'text', on: 'text', reason: 'text' },
  commentMade: { text: 'text', name: optional('text') },
  commentReleased: { comment: 'text' },
  commentRefused: { comment: 'text', reason: 'text' },
  commentAnswered: { comment: 'text', text: 'text' },
  acceptanceRecorded: { outcome: ['passed', 'failed'], on: 'text', text: optional('text') },
};
const CHANGES: readonly unknown[] = ['money', 'time', 'content', 'payee', 'executor'];

/** An action as somebody sent it; `undefined` where it is none. What no action holds is left out. */
export function readProjectAction(value: unknown): ProjectAction | undefined {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !isRecord(value['data'])) return undefined;
  const { type, data } = value;
  const fields = Object.entries(ACTIONS).find(([name]) => name === type)?.[1];
  if (fields === undefined) return undefined;
  const isGood = Object.entries(fields).every(([key, kind]) => (kind[0] === 'optional' ? data[key] === undefined || fits(data[key], kind[1] as Kind) : fits(data[key], kind as Kind)));
  const request = data['request'];
  if (!isGood || (isRecord(request) && !CHANGES.includes(request['kind']))) return undefined;
  return { type, data: Object.fromEntries(Object.entries(data).filter(([key, part]) => Object.keys(fields).includes(key) && part !== undefined)) } as unknown as ProjectAction;
}

function fits(value: unknown, kind: Kind): boolean {
  if (Array.isArray(kind)) return kind.includes(value);
  if (kind === 'record') return isRecord(value);
  if (kind === 'files') return Array.isArray(value) && value.every((file) => isRecord(file) && typeof file['id'] === 'string' && typeof file['name'] === 'string');
  return typeof value === (kind === 'text' ? 'string' : kind);
}
