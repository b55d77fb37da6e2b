import type { ApplicantsSettings, ApplicantsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import type { Decimal } from '../../money/decimal.js';
import { addDecimals, compareDecimals, decimalToText, multiplyDecimals, parseDecimal, readDecimal, subtractDecimals } from '../../money/decimal.js';
import type { Problem } from '../../problems/problem.js';
import { isSet, readChoice, readCount, readRatio } from '../open-settings.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { applicantSentences } from './applicant-words.js';
import type { ApplicantCode } from './applicant-words.js';
import type { ConfirmationStatus, SharedTerms } from './confirm-party.js';
import { confirmationStatus } from './confirm-party.js';

export interface ApplicantsOptions extends RecordOptions {
  /** What concerns every party alike; the same as was given when they confirmed. */
  readonly terms?: SharedTerms;
}

export interface PartyStatus {
  readonly id: string;
  readonly name: string;
  readonly role: 'lead' | 'partner';
  /** `notAsked`: this party sends the form and does not confirm beside. */
  readonly confirmation: ConfirmationStatus | 'notAsked';
}

export interface ApplicantsResult {
  readonly parties: readonly PartyStatus[];
  /** Sum of the shares that can be read, percent, as exact decimal text. */
  readonly sum: string;
  readonly problems: readonly Problem[];
}

const HUNDRED = parseDecimal(100);

/**
 * Checks those who apply together: one lead, shares of exactly 100 % in exact decimals, and that each confirmed what concerns it by a signature of its own.
 *
 * @example checkApplicants({ parties: [{ id: 'a', role: 'lead', name: '甲村', share: 100 }] }, { confirm: 'partners' }).problems // []
 */
export function checkApplicants(value: ApplicantsValue | undefined, settings: ApplicantsSettings, { terms = {}, ...options }: ApplicantsOptions = {}): ApplicantsResult {
  const found = findings<ApplicantCode>(applicantSentences, options);
  const list = own(value, 'parties');
  const parties = Array.isArray(list) ? (list as readonly unknown[]) : [];
  checkRoles(parties, settings, found);
  const sum = checkShares(parties, settings, found);
  const confirm = readChoice(settings.confirm, ['partners', 'all'] as const);
  if (confirm === 'open') found.undecided('/parties', 'confirm');
  const statuses = parties.map((party, index): PartyStatus => {
    const role = own(party, 'role') === 'lead' ? 'lead' : 'partner';
    const isAsked = isSet(confirm) && (confirm === 'all' || role === 'partner');
    const confirmation = isAsked ? confirmationStatus(parties, party, terms) : 'notAsked';
    if (confirmation !== 'notAsked') tellConfirmation(confirmation, party, `/parties/${index}/confirmation`, found);
    return { id: textAt(party, 'id'), name: nameOf(party), role, confirmation };
  });
  return { parties: statuses, sum: decimalToText(sum), problems: found.problems };
}

function checkRoles(parties: readonly unknown[], settings: ApplicantsSettings, found: Findings<ApplicantCode>): void {
  const leads = parties.filter((party) => own(party, 'role') === 'lead').length;
  const partners = parties.length - leads;
  if (leads === 0) found.report('applicants/lead-missing', '/parties');
  if (leads > 1) found.report('applicants/leads', '/parties', { count: leads });
  const seen = new Set<string>();
  parties.forEach((party, index) => {
    const id = textAt(party, 'id');
    if (id === '') found.report('applicants/party-id', `/parties/${index}/id`, { row: index + 1 });
    else if (seen.has(id)) found.report('applicants/party-twice', `/parties/${index}/id`, { party: nameOf(party) });
    seen.add(id);
  });
  const minimum = readCount(settings.minimumPartners);
  const maximum = readCount(settings.maximumPartners);
  if (minimum === 'open' || maximum === 'open') found.undecided('/parties', 'partners');
  if (isSet(minimum) && partners < minimum) found.report('applicants/partners-few', '/parties', { minimum, count: partners });
  if (isSet(maximum) && partners > maximum) found.report('applicants/partners-many', '/parties', { maximum, count: partners });
}

/** The sum of the shares that can be read. It is held against 100 only where all can. */
function checkShares(parties: readonly unknown[], settings: ApplicantsSettings, found: Findings<ApplicantCode>): Decimal {
  const decimals = settings.shareDecimals ?? 2;
  const leadShare = readRatio(settings.leadShare);
  if (leadShare === 'open') found.undecided('/parties', 'leadShare');
  let sum = parseDecimal(0);
  let readable = parties.length > 0;
  parties.forEach((party, index) => {
    const pointer = `/parties/${index}/share`;
    const written = own(party, 'share');
    const share = typeof written === 'number' ? readDecimal(written) : undefined;
    if (share === undefined || share.digits < 0n || compareDecimals(share, HUNDRED) > 0) {
      readable = false;
      found.report('applicants/share', pointer, { party: nameOf(party) });
      return;
    }
    if (share.scale > decimals) found.report('applicants/share-decimals', pointer, { party: nameOf(party), decimals });
    sum = addDecimals(sum, share);
    // share / 100 >= p / q, multiplied crosswise.
    if (isSet(leadShare) && own(party, 'role') === 'lead' && compareDecimals(multiplyDecimals(share, leadShare.q), 100 * leadShare.p) < 0) {
      found.report('applicants/lead-share', pointer, { ratio: leadShare, share: decimalToText(share) });
    }
  });
  const order = compareDecimals(sum, HUNDRED);
  if (readable && order !== 0) {
    const by = order < 0 ? subtractDecimals(HUNDRED, sum) : subtractDecimals(sum, HUNDRED);
    found.report(order < 0 ? 'applicants/shares-short' : 'applicants/shares-over', '/parties', { sum: decimalToText(sum), by: decimalToText(by) });
  }
  return sum;
}

function tellConfirmation(status: ConfirmationStatus, party: unknown, pointer: string, found: Findings<ApplicantCode>): void {
  const params = { party: nameOf(party) };
  if (status === 'waiting') found.report('applicants/unconfirmed', pointer, params);
  if (status === 'void') found.report('applicants/confirmation-void', pointer, params);
  if (status === 'undated') found.report('applicants/confirmation-time', pointer, params);
  if (status === 'foreign') found.report('applicants/confirmation-foreign', pointer, { ...params, signer: textAt(own(own(party, 'confirmation'), 'by'), 'name') });
}

function textAt(value: unknown, key: string): string {
  const text = own(value, key);
  return typeof text === 'string' ? text : '';
}

const nameOf = (party: unknown): string => textAt(party, 'name') || textAt(party, 'id');
