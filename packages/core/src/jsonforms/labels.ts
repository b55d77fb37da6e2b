import type { Text } from '../generated/types.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, own, textAt } from '../form/json-schema.js';
import { scopeNames } from './scopes.js';
import { startCase } from './start-case.js';
import type { JsonFormsI18n, UiSchema } from './ui-schema.js';

/** JSON Forms has one language at a time, which then is shown whatever the form's language. */
export function asText(text: string): Text {
  return { 'zh-CN': text };
}

/** What a field is called before anybody translates: its title, its name as words. */
export function plainLabel(name: string, schema: JsonSchema): string {
  return textAt(schema, 'title') ?? startCase(name);
}

export interface Label { readonly text: string; readonly isShown: boolean }

/** Labels, descriptions and choices as JSON Forms derives and translates them. */
export class Labels {
  private readonly translate: NonNullable<JsonFormsI18n['translate']>;
  readonly isTranslated: boolean;

  constructor(i18n: JsonFormsI18n | undefined) {
    this.isTranslated = i18n?.translate !== undefined;
    this.translate = i18n?.translate ?? ((_key, text) => text);
  }

  /** The label of a control: its own, the schema's title, its name as words. */
  ofControl(control: UiSchema, schema: JsonSchema, path: readonly string[]): Label {
    const given = own(control, 'label');
    const text = typeof given === 'string' ? given : (textAt(isRecord(given) ? given : {}, 'text') ?? this.derived(control, schema));
    const isShown = given !== false && own(given, 'show') !== false;
    return { text: this.translate(`${keyOf(schema, control, path)}.label`, isShown ? text : '') || text, isShown };
  }

  private derived(control: UiSchema, schema: JsonSchema): string {
    const names = scopeNames(own(control, 'scope'));
    return plainLabel(names[names.length - 1] ?? '', schema);
  }

  /** The label of a field that no control names. */
  ofField(name: string, schema: JsonSchema, path: readonly string[]): string {
    const text = plainLabel(name, schema);
    return this.translate(`${keyOf(schema, undefined, path)}.label`, text) ?? text;
  }

  description(control: UiSchema | undefined, schema: JsonSchema, path: readonly string[]): string | undefined {
    return this.translate(`${keyOf(schema, control, path)}.description`, textAt(schema, 'description'));
  }

  /** Titles of choices by value, where the host translates. */
  choices(control: UiSchema | undefined, schema: JsonSchema, path: readonly string[]): Readonly<Record<string, Text>> | undefined {
    if (!this.isTranslated) return undefined;
    const prefix = keyOf(schema, control, path);
    const listed = own(schema, 'enum');
    const branches = own(schema, 'oneOf');
    const choices = Array.isArray(listed) ? listed.map((value: unknown) => ({ value, title: valueText(value), key: `${prefix}.${valueText(value)}` }))
      : Array.isArray(branches) ? branches.filter((branch) => own(branch, 'const') !== undefined).map((branch: unknown) => choiceOf(branch, prefix)) : [];
    const titles = choices.map(({ value, title, key }) => ({ value, title, text: this.translate(key, title) || title }));
    if (titles.every(({ title, text }) => title === text)) return undefined;
    return Object.fromEntries(titles.map(({ value, text }) => [String(value), asText(text)]));
  }

  /** The label of a group, a category or the text of a label. */
  ofLayout(element: UiSchema): string | undefined {
    const given = own(element, element.type === 'Label' ? 'text' : 'label');
    const key = own(element, 'i18n');
    if (typeof given !== 'string' && typeof key !== 'string') return undefined;
    const text = typeof given === 'string' ? given : undefined;
    const suffix = element.type === 'Label' ? 'text' : 'label';
    const translated = this.translate(typeof key === 'string' ? `${key}.${suffix}` : (text ?? ''), text) ?? text;
    return translated === '' ? undefined : translated;
  }
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function choiceOf(branch: unknown, prefix: string): { readonly value: unknown; readonly title: string; readonly key: string } {
  const value = own(branch, 'const');
  const title = textAt(branch as JsonSchema, 'title') ?? valueText(value);
  const key = own(branch, 'i18n');
  return { value, title, key: typeof key === 'string' ? key : `${prefix}.${title}` };
}

/** Under what a host's translations of a control stand: its own key, the schema's, its place in the data. */
function keyOf(schema: JsonSchema, control: UiSchema | undefined, path: readonly string[]): string {
  const given = own(control, 'i18n') ?? own(schema, 'i18n');
  if (typeof given === 'string') return given;
  return path.filter((name) => name !== '*').join('.') || 'root';
}
