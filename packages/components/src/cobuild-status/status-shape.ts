import { isDate } from '@cobuild/core';
import type { PublicDeadline, PublicStatus, PublicStep } from '@cobuild/rules';
import type { Shape } from '../internal/shape.js';
import { boolean, date, list, number, object, oneOf, optional, text } from '../internal/shape.js';

const day = date(isDate);
const localized: Shape = (value, pointer) => (typeof value === 'string' ? undefined : object<{ 'zh-CN': string; en: string }>({ 'zh-CN': text, en: optional(text) })(value, pointer));
const step = object<PublicStep>({ title: localized, state: oneOf('done', 'current', 'ahead', 'ended') });
const deadline = object<PublicDeadline>({ date: day, time: optional(text), provisional: boolean, amount: optional(number), unit: optional(oneOf('workingDay', 'calendarDay', 'workingHour')), workingDaysLeft: number, passed: boolean });

/** What `cobuild-status` reads of a status. */
export const statusShape = object<PublicStatus>({
  caseId: text, scheme: localized, kind: oneOf('withApplicant', 'returned', 'inProgress', 'approved', 'rejected', 'notApproved', 'withdrawn', 'unknown'), steps: list(step), submittedOn: day, since: optional(day),
  deadline: optional(deadline), returned: optional(object<NonNullable<PublicStatus['returned']>>({ reason: text, on: optional(day) })), reason: optional(text),
  notice: optional(object<NonNullable<PublicStatus['notice']>>({ postedOn: day, until: day, provisional: boolean, running: boolean })),
});
