import type { FieldSettings, FormDefinition, LocalizedText } from '@cobuild/core';

type Schema = Readonly<Record<string, unknown>>;

/** A question of a short form: its schema, its settings, and whether it has to be answered. */
export interface Question { readonly schema: Schema; readonly settings: FieldSettings; readonly required?: boolean }

/** A text in the language in use; forms fall back to it in any language. */
export const said = (text: string): LocalizedText => ({ 'zh-CN': text });

/** A form from its questions in their order; its title stands above them, and under it what is to be known before. */
export function shortForm(id: string, title: string, questions: Readonly<Record<string, Question | undefined>>, help?: string): FormDefinition {
  const asked = Object.entries(questions).filter((entry): entry is [string, Question] => entry[1] !== undefined);
  return {
    id, title: said(title),
    schema: { type: 'object', properties: Object.fromEntries(asked.map(([key, { schema }]) => [key, schema])), required: asked.filter(([, { required = true }]) => required).map(([key]) => key) },
    fields: Object.fromEntries(asked.map(([key, { settings }]) => [`/${key}`, settings])),
    ...(help === undefined ? {} : { layout: { steps: [{ id, title: said(title), description: said(help), sections: [{ id: 'questions', fields: asked.map(([key]) => `/${key}`) }] }] } }),
  };
}

export const textQuestion = (title: string, { required = true, long = false, help, most = long ? 2000 : 100 }: { readonly required?: boolean; readonly long?: boolean; readonly help?: string; readonly most?: number } = {}): Question => ({
  schema: { type: 'string', minLength: 1, maxLength: most }, required, settings: { title: said(title), widget: long ? 'textarea' : 'text', ...(help === undefined ? {} : { help: said(help) }) },
});

export const dayQuestion = (title: string, help?: string): Question => ({ schema: { type: 'string', format: 'date' }, settings: { title: said(title), width: 'half', ...(help === undefined ? {} : { help: said(help) }) } });

export const moneyQuestion = (title: string, unit: string, help?: string): Question => ({ schema: { type: 'number', format: 'money', exclusiveMinimum: 0, maximum: 1_000_000_000 }, settings: { title: said(title), unit: said(unit), ...(help === undefined ? {} : { help: said(help) }) } });

export const choiceQuestion = (title: string, options: readonly (readonly [string, string])[], { widget = 'select', help }: { readonly widget?: string; readonly help?: string } = {}): Question => ({
  schema: { type: 'string', enum: options.map(([value]) => value) },
  settings: { title: said(title), widget, options: Object.fromEntries(options.map(([value, name]) => [value, said(name)])), ...(help === undefined ? {} : { help: said(help) }) },
});

export const filesQuestion = (title: string): Question => ({ schema: {}, required: false, settings: { title: said(title), record: { attachments: { maximumCount: 10 } } } });

/** What was entered under a name, as text without blanks around it. */
export function enteredText(answers: Readonly<Record<string, unknown>>, key: string): string {
  const value = answers[key];
  return typeof value === 'string' ? value.trim() : '';
}
