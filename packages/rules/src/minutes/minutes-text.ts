import type { Locale } from '@cobuild/core';
import { formatDate, isDate } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { Minutes, MinutesItem, MinutesRecusal } from './minutes-types.js';

/** Minutes as plain text, ready to print: lines end without blanks, the text without a line break. */
export function minutesText(minutes: Minutes, locale: Locale = 'zh-CN'): string {
  const words = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const { title, basis, head, roster, items, totals, signatures } = minutes;
  const list = (names: readonly string[]): readonly string[] => (names.length === 0 ? [words('explain/minutes-nobody')] : names);
  const there = (present: boolean): readonly string[] => list(roster.members.filter((member) => member.present === present).map(({ name }) => name));
  const signed = (code: RuleMessageCode, name: string): string => words(code) + (name === '' ? '' : locale === 'en' ? ` (${name})` : `（${name}）`);
  return [
    title, '', basis, words('explain/minutes-held', { date: isDate(head.heldOn) ? formatDate(head.heldOn, locale) : head.heldOn }),
    ...(head.session === undefined || head.session < 2 ? [] : [words('explain/minutes-session', { session: head.session })]),
    ...(head.place === undefined ? [] : [words('explain/minutes-place', { place: head.place })]),
    ...(head.chair === undefined ? [] : [words('explain/minutes-chair', { name: head.chair })]),
    ...(head.recorder === undefined ? [] : [words('explain/minutes-recorder', { name: head.recorder })]),
    ...(head.tellers === undefined ? [] : [words('explain/minutes-tellers', { names: list(head.tellers) })]),
    words('explain/minutes-roster', { ...roster }), words('explain/minutes-present', { names: there(true) }), words('explain/minutes-absent', { names: there(false) }), '',
    words('explain/minutes-summary', { ...totals }), '',
    ...items.flatMap((item) => [...itemLines(item, words), '']),
    words('explain/minutes-signatures'),
    signed('explain/minutes-sign-chair', signatures.chair), signed('explain/minutes-sign-recorder', signatures.recorder),
    ...(signatures.tellers.length === 0 ? [''] : signatures.tellers).map((teller) => signed('explain/minutes-sign-teller', teller)),
    words('explain/minutes-sign-members'), ...signatures.members.map((name) => `  ${name} ________________`), words('explain/minutes-sign-date'),
  ].join('\n');
}

function itemLines(item: MinutesItem, words: (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string): string[] {
  const { number, id, title, applicant, recused, conflicts, issued, counts, rule, adjourned, outcome, sentence, overrides } = item;
  const reasonOf = ({ kind, reason }: MinutesRecusal): string => [words(`explain/minutes-recusal-${kind}`), reason].filter((text) => text !== '').join(' ');
  return [
    words('explain/minutes-item', { number, title, id }), words('explain/minutes-applicant', { name: applicant }),
    ...(recused.length === 0 ? [words('explain/minutes-recused-none')] : recused.map((recusal) => words('explain/minutes-recused', { name: recusal.name, reason: reasonOf(recusal) }))),
    ...conflicts.map(({ name, reason }) => words('explain/minutes-conflict', { name, ground: reason })),
    ...(adjourned === undefined ? [words('explain/vote-roll', { ...counts }), words('explain/minutes-ballots', { ...counts, issued })] : []),
    ...(rule === undefined ? [] : [words('explain/minutes-rule', { rule })]), ...(adjourned === undefined ? [words(`explain/minutes-result-${outcome}`), words('explain/minutes-sum', { sentence })] : [adjourned]),
    ...overrides.map((override) => words('explain/minutes-override', { sentence: override })),
  ];
}
