import type { Allocation, Locale } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import type { Award, AwardLimit, OwnFundsShort } from '../allocation/index.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';
import { shareWords } from './least-count.js';

/** Titles for what awards name by id, and the terms that they were given by. */
export interface AwardWords {
  readonly locale: Locale;
  /** Titles of projects by id; the id stands in where there is none. */
  readonly titles?: ReadonlyMap<string, string>;
  readonly allocation?: Allocation;
  /** Titles of towns, categories and whatever else shares a cap, by id. */
  readonly groups?: ReadonlyMap<string, string>;
}

const STATUS: Readonly<Record<Award['status'], ExplanationNode['status']>> = { funded: 'met', partFunded: 'met', declined: 'notMet', waiting: 'unknown', notFunded: 'notMet', undecided: 'unknown' };

/** An award in words: how much, which limit decided, and every limit that applied with its numbers. */
export function explainAward(award: Award, words: AwardWords): ExplanationNode {
  const { locale } = words;
  const say = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const note = (text: string, status: ExplanationNode['status'] = 'info'): ExplanationNode => ({ text, status });
  const project = projectTitle(award.id, words);
  const params = { project, amount: formatYuan(award.amount, locale), due: award.due === undefined ? '' : formatYuan(award.due, locale), waitingPlace: award.waitingPlace, why: why(award, words) };
  const { binding, rounded } = award;
  return {
    text: say(award.awaitsConsent === true ? 'explain/award-partFunded-awaiting' : `explain/award-${award.status}`, params).trim(), status: award.awaitsConsent === true ? 'unknown' : STATUS[award.status],
    children: [
      ...(award.awaitsConsent === true ? [note(say('explain/award-consent'), 'unknown')] : []),
      ...award.holes.map((hole) => note(say('explain/allocation-hole', { hole: settingTitle(hole, words) }), 'unknown')),
      ...(award.missing.length === 0 ? [] : [note(say('explain/award-missing', { missing: award.missing.map((name) => missingTitle(name, words)) }), 'unknown')]),
      ...(award.ownFundsShort === undefined ? [] : [note(ownFundsSentence(award.ownFundsShort, locale), 'unknown')]),
      ...(award.tiedWith.length === 0 ? [] : [note(say('explain/award-tied', { projects: award.tiedWith.map((id) => projectTitle(id, words)) }), 'unknown')]),
      ...(award.waitsFor.length === 0 ? [] : [note(say('explain/award-waits-for', { projects: award.waitsFor.map((id) => projectTitle(id, words)) }), 'unknown')]),
      ...(award.waitsForConsent === undefined ? [] : [note(say('explain/award-waits-for-consent', { projects: award.waitsForConsent.map((id) => projectTitle(id, words)) }), 'unknown')]),
      // How much others leave is one way of several while an award is open.
      ...award.limits.filter(({ total }) => award.status !== 'undecided' || total === undefined).map((limit) => {
        const text = limitSentence(limit, words);
        return note(sameLimit(limit, binding) ? say('explain/limit-binding', { limit: text }) : text);
      }),
      ...(rounded === undefined ? [] : [note(say('explain/award-rounded', { unit: formatYuan(rounded.unit, locale), from: formatYuan(rounded.from, locale), to: formatYuan(award.amount, locale) }))]),
    ],
  };
}

function ownFundsSentence({ least, found, by, share, of }: OwnFundsShort, locale: Locale): string {
  return ruleMessage('explain/award-own-funds-short', { least: formatYuan(least, locale), found: formatYuan(found, locale), by: formatYuan(by, locale), of: formatYuan(of, locale), share: shareWords(share, locale) }, locale);
}

export function projectTitle(id: string, { titles }: AwardWords): string {
  return titles?.get(id) ?? id;
}

function why(award: Award, words: AwardWords): string {
  const { locale } = words;
  const { binding, due } = award;
  if (binding === undefined) return '';
  const shared = binding.total !== undefined;
  const closed = binding.closedBy;
  if (closed !== undefined) return ruleMessage('explain/award-why-closed', { limit: limitName(binding, words), closedBy: projectTitle(closed, words) }, locale);
  if (shared) return ruleMessage('explain/award-why-short', { due: formatYuan(due ?? 0, locale), limit: limitName(binding, words), left: formatYuan(binding.amount, locale) }, locale);
  if (binding.kind === 'ownShare') return ruleMessage('explain/award-why-ownShare', { limit: limitSentence(binding, words) }, locale);
  return binding.kind === 'requested' ? ruleMessage('explain/award-why-requested', {}, locale) : ruleMessage('explain/award-why-limit', { limit: limitSentence(binding, words) }, locale);
}

/** A shared limit by name alone. */
function limitName(limit: AwardLimit, words: AwardWords): string {
  if (limit.kind === 'cap') return `${words.locale === 'en' ? '"' : '“'}${capTitle(limit.cap, words)}${words.locale === 'en' ? '"' : '”'}${groupWords(limit, words)}`;
  return ruleMessage(limit.kind === 'yearMaximum' ? 'explain/limit-name-yearMaximum' : 'explain/limit-name-pool', {}, words.locale);
}

function limitSentence(limit: AwardLimit, words: AwardWords): string {
  const { locale } = words;
  const money = (amount: number | undefined): string => (amount === undefined ? '' : formatYuan(amount, locale));
  const params = {
    amount: money(limit.amount), total: money(limit.total), given: money(limit.given), of: money(limit.of), share: limit.share === undefined ? '' : shareWords(limit.share, locale),
    ownShare: limit.share === undefined ? '' : shareWords({ p: limit.share.q - limit.share.p, q: limit.share.q }, locale),
    cap: capTitle(limit.cap, words), group: groupWords(limit, words),
  };
  const code: RuleMessageCode = limit.kind !== 'cap' ? `explain/limit-${limit.kind}` : limit.total !== undefined ? 'explain/limit-cap-shared' : limit.share !== undefined ? 'explain/limit-cap-share' : 'explain/limit-cap';
  return ruleMessage(code, params, locale);
}

function groupWords({ group }: AwardLimit, { groups, locale }: AwardWords): string {
  const name = group === undefined ? undefined : (groups?.get(group) ?? group);
  return name === undefined ? '' : locale === 'en' ? ` (${name})` : `（${name}）`;
}

function capTitle(id: string | undefined, { allocation, locale }: AwardWords): string {
  return localize(allocation?.caps?.find((cap) => cap.id === id)?.title, locale) || (id ?? '');
}

function sameLimit(a: AwardLimit, b: AwardLimit | undefined): boolean {
  return b !== undefined && a.kind === b.kind && a.cap === b.cap && a.group === b.group;
}

/** What people call an open setting of `allocation`. */
export function settingTitle(pointer: string, words: AwardWords): string {
  const [, first = '', second = ''] = pointer.split('/');
  const cap = first === 'caps' ? words.allocation?.caps?.[Number(second)] : undefined;
  if (cap !== undefined) return localize(cap.title, words.locale);
  const code = `explain/money-setting-${first}`;
  return isSetting(code) ? ruleMessage(code, {}, words.locale) : pointer;
}

const SETTINGS = ['whenShort', 'partFund', 'perProjectCap', 'coFunding', 'fundPerYear', 'rounding', 'ranking', 'ties', 'tranches', 'trancheRounding'] as const;

function isSetting(code: string): code is `explain/money-setting-${(typeof SETTINGS)[number]}` {
  return SETTINGS.some((name) => code === `explain/money-setting-${name}`);
}

const MISSING = ['requested', 'eligibleCost', 'ownFunds', 'raised', 'category', 'applicant', 'unit', 'town', 'pool', 'yearFund'] as const;

function missingTitle(name: string, words: AwardWords): string {
  const [kind, cap] = name.split(':');
  if (kind === 'cap' && cap !== undefined) return ruleMessage('explain/money-missing-cap', { cap: capTitle(cap, words) }, words.locale);
  const known = MISSING.find((candidate) => candidate === name);
  return known === undefined ? name : ruleMessage(`explain/money-missing-${known}`, {}, words.locale);
}
