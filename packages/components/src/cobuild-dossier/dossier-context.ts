import type { Locale, LocalizedText, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { CaseState, Dossier, DossierItem, FundedProject } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { Messages } from '../locales/messages.js';
import type { LedgerWords } from '../cobuild-ledger/words.js';
import type { DossierWords } from './words.js';

/** What the views of the file are drawn from. */
export interface DossierContext {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly project: FundedProject | undefined;
  readonly dossier: Dossier;
  readonly locale: Locale;
  readonly text: DossierWords;
  readonly money: LedgerWords;
  readonly common: Messages;
  readonly hosts: FieldHosts | undefined;
}

export const inWords = (text: LocalizedText | undefined, { locale }: Pick<DossierContext, 'locale'>): string => (text === undefined ? '' : localize(text, locale));

/** First and last day of the period that a report is about. */
export function periodOf({ about }: DossierItem, { locale, text }: DossierContext): string {
  const [from = '', to = ''] = about.slice(about.indexOf(' ') + 1).split('/');
  return text.period({ from: formatDate(from, locale), to: formatDate(to, locale) });
}

/** How an item is called. */
export function itemName(item: DossierItem, context: DossierContext): string {
  const { text } = context;
  const kind = text.kinds({ kind: item.kind });
  const title = inWords(item.title, context);
  if (item.kind === 'report') return text.titled({ kind: title === '' ? kind : title, title: periodOf(item, context) });
  if (item.kind === 'application') return text.titled({ kind, title: text.submission({ number: item.about.replace(/\D/g, '') }) });
  return title === '' || title === kind ? kind : text.titled({ kind, title });
}
