import type { FormDefinition, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { compile } from 'json-schema-to-typescript';

/**
 * TypeScript types of what a scheme makes of its users' data: the answers of each form, the parameters with their values' types, and the ids that events
 * and decisions speak of. The generator carries shapes only; limits such as `maximum` stay with the validator.
 *
 * @returns The text of a `.d.ts` file.
 */
export async function schemeTypes(scheme: Scheme): Promise<string> {
  const forms = await Promise.all(scheme.forms.map(async (form) => compile(withShapes(form), answersName(form), {
    bannerComment: '', additionalProperties: false, unknownAny: true, format: true, style: { singleQuote: true, printWidth: 120 },
  })));
  const head = `// ${localize(scheme.title, 'zh-CN')} (${scheme.id} ${scheme.version}). Made by \`cobuild types\`; change the scheme and make it again.\n`;
  return [head, ...forms.map(unmarkedRepeats()), answersByForm(scheme), parameterTypes(scheme), ids(scheme)].join('\n');
}

function answersName({ id }: FormDefinition): string {
  return `${pascal(id)}Answers`;
}

function pascal(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(words) ? words : `Form${words}`;
}

/** The schema in the words that the generator understands: a tuple by `items`, titles only where they name a type in Latin letters. */
function withShapes({ schema }: FormDefinition): Parameters<typeof compile>[0] {
  return shaped(schema) as Parameters<typeof compile>[0];
}

function shaped(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shaped);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).filter(([key]) => key !== '$schema' && key !== '$id').map(([key, value]): [string, unknown] => {
    // Below these are names, not keywords.
    if (['properties', '$defs', 'patternProperties', 'dependentSchemas', 'definitions'].includes(key) && value !== null && typeof value === 'object') {
      return [key, Object.fromEntries(Object.entries(value as object).map(([name, schema]) => [name, shaped(schema)]))];
    }
    return [key, ['enum', 'const', 'default', 'examples', 'required'].includes(key) ? value : shaped(value)];
  });
  const copy = Object.fromEntries(entries);
  const { title, description } = copy;
  if (typeof title === 'string') {
    delete copy['title'];
    copy['description'] = typeof description === 'string' ? `${title}: ${description}` : title;
  }
  if (Array.isArray(copy['prefixItems'])) {
    const rest = 'items' in copy ? copy['items'] : true;
    copy['minItems'] = copy['minItems'] ?? 0;
    copy['items'] = copy['prefixItems'];
    copy['additionalItems'] = rest;
    delete copy['prefixItems'];
  }
  if (copy['unevaluatedProperties'] === false) {
    delete copy['unevaluatedProperties'];
    if (!['allOf', 'anyOf', 'oneOf', 'if', '$ref', 'dependentSchemas'].some((keyword) => keyword in copy)) copy['additionalProperties'] = false;
  }
  return copy;
}

/** Definitions that two forms share by name get one number each, so that the file still compiles. */
function unmarkedRepeats(): (text: string) => string {
  const seen = new Set<string>();
  return (text) => {
    let result = text;
    for (const [, name = ''] of text.matchAll(/^export (?:interface|type) (\w+)/gm)) {
      let own = name;
      for (let number = 2; seen.has(own); number += 1) own = `${name}${number}`;
      seen.add(own);
      if (own !== name) result = result.replace(new RegExp(`\\b${name}\\b`, 'g'), own);
    }
    return result;
  };
}

function answersByForm(scheme: Scheme): string {
  const members = scheme.forms.map((form) => `  ${doc(localize(form.title, 'zh-CN'))}\n  ${property(form.id)}: ${answersName(form)};`);
  return `/** Answers by the id of their form. */\nexport interface SchemeAnswers {\n${members.join('\n')}\n}\n`;
}

const PARAMETER_TYPES: Readonly<Record<Scheme['parameters'][string]['type'], string>> = {
  money: 'number', integer: 'number', decimal: 'number', boolean: 'boolean', text: 'string', list: 'readonly (string | number | boolean)[]',
  ratio: '{ readonly p: number; readonly q: number }', period: "{ readonly amount: number; readonly unit: 'workingDay' | 'calendarDay' }",
  interval: "{ readonly every: number; readonly unit: 'month' | 'quarter' | 'halfYear' | 'year' }", choice: 'unknown',
};

function parameterTypes({ parameters }: Scheme): string {
  const members = Object.entries(parameters).map(([key, { title, type, choices, value }]) => {
    const shape = type === 'choice' && choices !== undefined ? choices.map((choice) => JSON.stringify(choice)).join(' | ') : PARAMETER_TYPES[type];
    return `  ${doc(`${localize(title, 'zh-CN')}${value === 'UNDECIDED' ? '（未定）' : ''}`)}\n  ${property(key)}: ${shape};`;
  });
  return `/** Values of the parameters; those that are not decided yet are absent where conditions read them. */\nexport interface SchemeParameters {\n${members.join('\n')}\n}\n`;
}

function ids(scheme: Scheme): string {
  const outcomes = scheme.stages.map((stage) => `  ${property(stage.id)}: ${union(stage.outcomes.map(({ id }) => id))};`);
  return [
    `export type FormId = ${union(scheme.forms.map(({ id }) => id))};`,
    `export type StageId = ${union(scheme.stages.map(({ id }) => id))};`,
    `/** Outcomes by stage. */\nexport interface StageOutcomes {\n${outcomes.join('\n')}\n}`,
    `export type RequirementId = ${union(scheme.eligibility.rules.map(({ id }) => id))};`,
    `export type RoleId = ${union(scheme.organisation.roles.map(({ id }) => id))};`,
    '',
  ].join('\n');
}

function union(values: readonly string[]): string {
  return values.length === 0 ? 'never' : values.map((value) => `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`).join(' | ');
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `readonly ${name}` : `readonly '${name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

function doc(text: string): string {
  return `/** ${text.replace(/\*\//g, '* /')} */`;
}
