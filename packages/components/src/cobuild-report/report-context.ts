import type { Locale } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { FundedProject, ProjectAction, ReportDue } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import type { Messages } from '../locales/messages.js';
import type { ReportWords } from './words.js';

/** What the views of the reports are drawn from. */
export interface ReportContext extends ProjectDesk {
  readonly project: FundedProject;
  readonly dues: readonly ReportDue[];
  readonly locale: Locale;
  readonly text: ReportWords;
  readonly common: Messages;
  readonly hosts: FieldHosts | undefined;
  readonly may: (action: ProjectAction) => boolean;
  readonly open: (kind: string, due: ReportDue, opener: string) => void;
  /** The report that is read, by its key. */
  readonly reading: string;
  readonly read: (key: string) => void;
  readonly send: (action: ProjectAction) => void;
}

/** Names a period of a duty; safe in an id. */
export const keyOf = ({ duty, period }: ReportDue): string => `${duty}-${period.replace('/', '-')}`;

export const titleOf = ({ title }: ReportDue, { locale }: ReportContext): string => localize(title, locale);

export const periodWords = ({ from, to }: ReportDue, { text, locale }: ReportContext): string => text.period({ from: formatDate(from, locale), to: formatDate(to, locale) });
