import type { PledgeSettings, PledgeValue } from '../../generated/types.js';
import type { Answers } from '../../form/answers.js';
import { own } from '../../form/json-schema.js';
import type { Problem } from '../../problems/problem.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { isInstant } from '../signed-at.js';
import { answersDigest, textDigest } from './pledge-digests.js';
import { pledgeSentences } from './pledge-words.js';
import type { PledgeCode } from './pledge-words.js';

export interface PledgeOptions extends RecordOptions {
  /** Of the record among the answers. */
  readonly pointer: string;
  /** The clock; without it signatures of the future are not found. */
  readonly now?: string;
}

/** How one signature stands. `void`: the answers or the text changed after it. */
export interface SignatureStatus {
  readonly signer: string;
  readonly title: string;
  readonly status: 'signed' | 'waiting' | 'void' | 'refused';
  readonly name?: string;
  readonly at?: string;
}

export interface PledgeResult {
  /** Every signature that is asked for is there and holds. */
  readonly complete: boolean;
  readonly signatures: readonly SignatureStatus[];
  readonly problems: readonly Problem[];
}

interface Found { readonly index: number; readonly signature: unknown; readonly id: string; readonly title: string }

/**
 * Checks the signatures under a pledge against the answers and the text as they are now. Submission waits until all that are asked for hold; a change of an answer that they
 * cover, or of the text, voids them.
 */
export function checkPledge(value: PledgeValue | undefined, answers: Answers, settings: PledgeSettings, options: PledgeOptions): PledgeResult {
  const found = findings<PledgeCode>(pledgeSentences, options);
  if (textDigest(settings, 'zh-CN') === undefined) found.undecided('', 'pledgeText');
  const list = own(value, 'signatures');
  const entries = Array.isArray(list) ? (list as readonly unknown[]) : [];
  const covers = answersDigest(answers, settings, options.pointer);
  const there: Found[] = [];
  entries.forEach((signature, index) => {
    const wanted = settings.signers.find(({ id }) => id === own(signature, 'signer'));
    if (wanted === undefined) found.report('pledge/signer-unknown', `/signatures/${index}`);
    else if (there.some(({ id }) => id === wanted.id)) found.report('pledge/twice', `/signatures/${index}`, { signer: found.say(wanted.title) });
    else there.push({ index, signature, id: wanted.id, title: found.say(wanted.title) });
  });
  const signatures = settings.signers.map(({ id, title, required }): SignatureStatus => {
    const each = there.find((one) => one.id === id);
    const signer = found.say(title);
    if (each === undefined) {
      if (required !== false) found.report('pledge/waiting', '/signatures', { signer });
      return { signer: id, title: signer, status: 'waiting' };
    }
    const by = own(own(each.signature, 'by'), 'name');
    const at = own(each.signature, 'at');
    return { signer: id, title: signer, status: statusOf(each, settings, covers, options, found), ...(typeof by === 'string' ? { name: by } : {}), ...(typeof at === 'string' ? { at } : {}) };
  });
  if (settings.distinct !== false) checkDistinct(there, found);
  if (settings.inOrder === true) checkOrder(there, settings, found);
  return { complete: !found.problems.some(({ severity }) => severity === 'error' || severity === 'undecided'), signatures, problems: found.problems };
}

function statusOf({ index, signature, title }: Found, settings: PledgeSettings, covers: string, { now }: PledgeOptions, found: Findings<PledgeCode>): SignatureStatus['status'] {
  const pointer = `/signatures/${index}`;
  const at = own(signature, 'at');
  if (!isInstant(at)) {
    found.report('pledge/time', pointer, { signer: title });
    return 'refused';
  }
  if (now !== undefined && Date.parse(at) > Date.parse(now)) {
    found.report('pledge/time-ahead', pointer, { signer: title });
    return 'refused';
  }
  const isText = own(signature, 'text') === textDigest(settings, own(signature, 'locale') === 'en' ? 'en' : 'zh-CN');
  if (!isText) found.report('pledge/text-changed', pointer, { signer: title });
  if (own(signature, 'covers') !== covers) found.report('pledge/answers-changed', pointer, { signer: title });
  return isText && own(signature, 'covers') === covers ? 'signed' : 'void';
}

function checkDistinct(there: readonly Found[], found: Findings<PledgeCode>): void {
  there.forEach(({ index, signature, title }, place) => {
    const id = own(own(signature, 'by'), 'id');
    const earlier = there.slice(0, place).find((other) => own(own(other.signature, 'by'), 'id') === id);
    const name = own(own(signature, 'by'), 'name');
    if (earlier !== undefined) found.report('pledge/same-person', `/signatures/${index}`, { signer: earlier.title, other: title, name: typeof name === 'string' ? name : '' });
  });
}

/** Each against the one that is asked for before it. */
function checkOrder(there: readonly Found[], { signers }: PledgeSettings, found: Findings<PledgeCode>): void {
  const time = ({ signature }: Found): number => Date.parse(String(own(signature, 'at')));
  signers.forEach(({ id }, place) => {
    const later = there.find((each) => each.id === id);
    const wanted = signers[place - 1];
    if (later === undefined || wanted === undefined) return;
    const before = there.find((each) => each.id === wanted.id);
    if (before === undefined ? wanted.required !== false : time(before) > time(later)) found.report('pledge/order', `/signatures/${later.index}`, { before: found.say(wanted.title), signer: later.title });
  });
}
