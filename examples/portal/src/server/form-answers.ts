import type { DiscussionsSettings, FieldSettings, FormDefinition, OpinionsSettings } from '@cobuild/core';
import { fromDayNumber, toDayNumber, valueAt } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';

interface Question {
  /** Into the form itself, `#/$defs/means-v1`: a form has its own copy of what it shares with others. */
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Question[];
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Question;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Question>>;
  readonly format?: string;
  readonly pattern?: string;
}

type Answers = Readonly<Record<string, unknown>>;

/** The day so many days later. */
export const daysAfter = (day: string, count: number): string => fromDayNumber(toDayNumber(day) + count);

/** The required questions of a form, records of discussions and opinions as its settings ask for them. */
export function formAnswers(form: FormDefinition, state: Pick<CaseState, 'answers' | 'notice'>, today: string): Answers {
  const { required = [], properties = {} } = form.schema as Question;
  return Object.fromEntries(required.map((name) => [name, recordOf(form.fields?.[`/${name}`]?.record, state, today) ?? sampleOf(form.schema)(properties[name], today)]));
}

/** Answers that schemas of this form take. */
function sampleOf(root: unknown): (question: Question | undefined, today: string) => unknown {
  const sample = (question: Question = {}, today: string): unknown => {
    const { $ref, const: only, enum: options, oneOf, type: types, minimum, minItems = 1, items, required = [], properties = {}, format, pattern = '' } = question;
    if ($ref !== undefined) return sample(valueAt(root, $ref.slice(1)) as Question | undefined, today);
    if (only !== undefined) return only;
    if (options !== undefined) return options[0];
    if (oneOf?.[0] !== undefined) return sample(oneOf[0], today);
    const type = typeof types === 'string' ? types : types?.[0];
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return minimum ?? 1;
    if (type === 'array') return Array.from({ length: Math.max(1, minItems) }, () => sample(items, today));
    if (type === 'object') return Object.fromEntries(required.map((key) => [key, sample(properties[key], today)]));
    if (format === 'date') return today;
    return pattern.includes('[0-9]') ? '440784200001010001' : '已核对，情况属实。';
  };
  return sample;
}

function recordOf(record: FieldSettings['record'], state: Pick<CaseState, 'answers' | 'notice'>, today: string): unknown {
  if (record?.discussions !== undefined) return { steps: record.discussions.steps.map((step) => meeting(step, record.discussions, state, today)) };
  if (record?.opinions !== undefined) return opinions(record.opinions, today);
  return undefined;
}

/** A meeting of nine that all attend and all are for, or what hung on the board as long as the notice. */
function meeting(step: DiscussionsSettings['steps'][number], { sources = [] }: Pick<DiscussionsSettings, 'sources'> = {}, { answers, notice }: Pick<CaseState, 'answers' | 'notice'>, today: string): Answers {
  const motion = answers['motionTitle'] ?? answers['memberName'];
  const date = step.kind === 'disclosure' ? (notice?.postedOn ?? today) : today;
  return {
    step: step.id, date, ...(sources[0] === undefined ? {} : { source: sources[0].id }), ...(typeof motion === 'string' ? { motion } : {}),
    ...(step.kind === 'disclosure' ? {} : { entitled: 9, present: 9, for: 9, against: 0, abstain: 0, form: '举手表决' }),
    ...(step.notice === undefined ? {} : { noticeOn: daysAfter(today, -10) }),
    ...(step.publicity === undefined ? {} : { until: notice?.until ?? daysAfter(date, 14) }),
    ...(step.officer === true ? { officer: '赵干部' } : {}), ...(step.supervisor === true ? { supervisor: '程序完整' } : {}),
  };
}

function opinions({ groups }: OpinionsSettings, today: string): Answers {
  return { heldOn: today, method: '入户走访', counts: groups.map(({ id }) => ({ group: id, asked: 30, for: 28, against: 1, other: 1 })), summary: '多数赞成。' };
}
