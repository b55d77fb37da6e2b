import type { Locale } from '@cobuild/core';
import { formatYuan } from '@cobuild/core';
import type { FundedProject, ProjectAction } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import type { Messages } from '../locales/messages.js';
import type { LedgerWords } from './words.js';

/** What the views of the ledger are drawn from. */
export interface LedgerContext extends ProjectDesk {
  readonly project: FundedProject;
  readonly locale: Locale;
  readonly text: LedgerWords;
  readonly common: Messages;
  readonly hosts: FieldHosts | undefined;
  /** Whether the person may do this; what they would fill in is not looked at. */
  readonly may: (action: ProjectAction) => boolean;
  readonly open: (kind: string, about: string, opener: string) => void;
  /** How many cards of a long table stand open on a phone. */
  readonly cards: { readonly of: (table: 'account' | 'fund') => number; readonly show: (table: 'account' | 'fund', open: number) => void };
}

/** An amount with its unit, as everywhere. */
export const yuan = ({ locale }: LedgerContext, amount: number): string => formatYuan(amount, locale);
