import type { AnswerRow, ApplicantsValue, BudgetValue, DiscussionsValue, IndicatorsValue, Locale, OpinionsValue, PledgeValue } from '@cobuild/core';
import type { RecordReading, RecordTable } from '../internal/field/record/record-tables.js';
import { applicantsTables } from '../internal/field/widgets/applicants/applicants-tables.js';
import { budgetTables } from '../internal/field/widgets/budget/budget-reading.js';
import { discussionsTables } from '../internal/field/widgets/discussions/discussions-tables.js';
import { indicatorsTables } from '../internal/field/widgets/indicators/indicators-tables.js';
import { opinionsTables } from '../internal/field/widgets/opinions/opinions-tables.js';
import { pledgeTables } from '../internal/field/widgets/pledge/pledge-tables.js';
import type { RecordTableChanges } from './record-changes.js';
import { tableChanges } from './record-changes.js';

/** A record with all that is in it, for whoever decides about the case; none for an answer that is no such record. */
export function recordTablesOf({ value, record = {} }: AnswerRow, locale: Locale, inFull = false): readonly RecordTable[] {
  if (typeof value !== 'object' || value === null) return [];
  const reading: RecordReading = { locale, inFull };
  if (record.budget !== undefined) return budgetTables(value as BudgetValue, record.budget, reading);
  if (record.opinions !== undefined) return opinionsTables(value as OpinionsValue, record.opinions, reading);
  if (record.discussions !== undefined) return discussionsTables(value as DiscussionsValue, record.discussions, { ...reading, now: new Date().toISOString() });
  if (record.applicants !== undefined) return applicantsTables(value as ApplicantsValue, reading);
  if (record.pledge !== undefined) return pledgeTables(value as PledgeValue, record.pledge, reading);
  return record.indicators !== undefined && Array.isArray(value) ? indicatorsTables(value as IndicatorsValue, record.indicators, reading) : [];
}

/** The tables of a record in two versions, row by row and cell by cell. */
export const recordChangesOf = (before: AnswerRow, after: AnswerRow, locale: Locale): readonly RecordTableChanges[] => tableChanges(recordTablesOf(before, locale, true), recordTablesOf(after, locale, true));
