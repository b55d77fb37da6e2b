import type { DecisionTable, Locale, Scheme } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { followFact } from '../analysis/follow-fact.js';
import type { FactShape, FactShapes } from '../analysis/fact-shapes.js';
import { eligibilityFacts } from '../analysis/fact-shapes.js';
import { parsePath } from '../conditions/index.js';
import { applicationForm } from '../publicity/index.js';
import { booleanOf, dayOf, numberOf, titlesOf, wantedWords } from './cell-values.js';
import type { ReadListed } from './entry-text.js';
import { readScalar } from './entry-text.js';

/** How the values of an input are read, and what to say where a word is none of them. */
export interface InputReader {
  readonly read: ReadListed;
  readonly wanted: (locale: Locale) => string;
  /** What can be chosen, as people call it. */
  readonly known?: readonly string[];
}

/** Readers by input. Without a scheme, words are taken as they stand. */
export function inputReaders(table: DecisionTable, scheme: Scheme | undefined, kindOf: (id: string) => 'number' | 'text'): ReadonlyMap<string, InputReader> {
  const shapes = scheme === undefined ? undefined : eligibilityFacts(scheme);
  return new Map(table.inputs.map((input) => [input.id, readerOf(input, shapeOf(input, shapes), scheme, kindOf(input.id))]));
}

type Input = DecisionTable['inputs'][number];

function shapeOf({ fact, path }: Input, shapes: FactShapes | undefined): FactShape | undefined {
  if (shapes === undefined) return undefined;
  const shape = followFact({ fact, ...(path === undefined ? {} : { path }), pointer: '' }, shapes);
  return 'code' in shape ? undefined : shape;
}

function readerOf(input: Input, shape: FactShape | undefined, scheme: Scheme | undefined, kind: 'number' | 'text'): InputReader {
  if (shape?.options !== undefined) return optionReader(input, shape.options, scheme);
  switch (shape?.type) {
    case 'number': return { read: (text) => numberOf(text, text), wanted: (locale) => wantedWords('number', locale) };
    case 'date': return { read: (text) => dayOf(text, text), wanted: (locale) => wantedWords('date', locale) };
    case 'boolean': return { read: (text) => booleanOf(text, text), wanted: (locale) => wantedWords('boolean', locale) };
    case 'text': return { read: (text) => text, wanted: (locale) => wantedWords('text', locale) };
    default: return { read: (text) => readScalar(text, kind), wanted: (locale) => wantedWords('text', locale) };
  }
}

/** An option is written by its value, or by the title that people see. */
function optionReader(input: Input, options: readonly unknown[], scheme: Scheme | undefined): InputReader {
  const form = scheme === undefined ? undefined : applicationForm(scheme);
  const pointer = pointerOf(input);
  const titled = options.map((value) => ({ value, titles: form === undefined ? [] : titlesOf(form, pointer, value) }));
  return {
    read: (text) => (titled.find(({ value }) => String(value) === text) ?? titled.find(({ titles }) => titles.includes(text)))?.value,
    wanted: (locale) => (locale === 'en' ? 'an option' : '选项'),
    known: titled.map(({ value, titles }) => titles[0] ?? String(value)),
  };
}

/** Place of the input in the form's answers. */
function pointerOf({ fact, path }: Input): string {
  const parsed = path === undefined ? undefined : parsePath(path);
  const steps = parsed === undefined || !parsed.ok ? [] : parsed.steps;
  return toPointer(fact, ...steps.map((step) => (step.kind === 'property' ? step.key : '*')));
}
