import type { AnswerColumnReader, Case, EventActor, Locale, Scheme } from '@cobuild/core';
import { answerColumns, localize } from '@cobuild/core';
import { applicationForm } from '@cobuild/rules';
import { caseShape } from '../internal/document-shapes.js';
import type { RegisterPlan } from './register-settings.js';

/** An entry as it is listed; only texts that the viewer may read are kept, and only those are searched. */
export interface RegisterLine {
  readonly entry: Case;
  readonly texts: readonly string[];
  readonly town: string;
  readonly unit: string;
  /** Everything that is shown, in small letters. */
  readonly haystack: string;
}

export interface RegisterLines {
  readonly columns: readonly AnswerColumnReader[];
  readonly lines: readonly RegisterLine[];
  readonly towns: readonly string[];
  /** Units with the town they lie in. */
  readonly units: readonly { readonly id: string; readonly town: string; readonly level?: string }[];
  /** Name of a town or unit. */
  readonly named: (id: string) => string;
  /** Entries of another shape, left out. */
  readonly left: number;
}

/** Entries between two looks at the clock. */
const STEP = 50;

/** What is seen of an entry: by role in the stage it waits at; without a role what the public may see. */
export function columnsFor({ scheme, columns }: RegisterPlan, actor: EventActor | undefined, locale: Locale): readonly AnswerColumnReader[] {
  const form = applicationForm(scheme);
  return form === undefined ? [] : answerColumns(form, columns, actor === undefined ? 'public' : { role: actor.role, stage: '*' }, locale);
}

/** Reads the entries of a register; yields how many are read. */
export function* lineSteps(plan: RegisterPlan, cases: readonly unknown[], actor: EventActor | undefined, locale: Locale): Generator<number, RegisterLines> {
  const columns = columnsFor(plan, actor, locale);
  const own = new Map<string, string>();
  const named = unitNames(plan.scheme, locale, own);
  const lines: RegisterLine[] = [];
  // A host sends nothing of what somebody may not read: then there is nothing to mask, and its column would stand empty.
  const isTold = columns.map(({ isMasked }, index) => !isMasked || index === 0);
  const [towns, units] = [new Set<string>(), new Map<string, RegisterLines['units'][number]>()];
  for (let index = 0; index < cases.length; index += 1) {
    const entry = cases[index] as Case;
    if (caseShape(entry, '') === undefined) {
      const { town = '', unit = '', name, level } = entry.applicant;
      if (name !== undefined) own.set(unit, name);
      const texts = columns.map(({ text }) => text(entry.answers));
      texts.forEach((text, at) => { if (text !== '') isTold[at] = true; });
      towns.add(town);
      units.set(unit, { id: unit, town, ...(level === undefined ? {} : { level }) });
      lines.push({ entry, texts, town, unit, haystack: [...texts, named(town), named(unit), entry.id].join('\n').toLowerCase() });
    }
    if (index % STEP === STEP - 1) yield index + 1;
  }
  const told = <T>(items: readonly T[]): readonly T[] => items.filter((_, at) => isTold[at] === true);
  const shown = isTold.includes(false) && lines.length > 0 ? { columns: told(columns), lines: lines.map((line) => ({ ...line, texts: told(line.texts) })) } : { columns, lines };
  return { ...shown, towns: [...towns], units: [...units.values()], named, left: cases.length - lines.length };
}

/** Names of units by id: those of the scheme, else those under which units applied; any other id stands for itself. */
function unitNames({ organisation }: Scheme, locale: Locale, own: ReadonlyMap<string, string>): (id: string) => string {
  const names = new Map((organisation.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  return (id) => names.get(id) ?? own.get(id) ?? id;
}
