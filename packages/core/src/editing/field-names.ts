import { ITEM_FACTS } from '../form/item-conditions.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { applicationForm } from '../scheme/checks/form-fields.js';
import { partsAt } from '../scheme/parts.js';
import { hasOwn, isObject } from '../validation/instance.js';

/** In which part of a scheme a field is named. `schema`, `layout` and `settings` describe the field itself; the others are told something by it. */
export type FieldUsePart = 'schema' | 'layout' | 'settings' | 'condition' | 'computed' | 'record' | 'rule' | 'money' | 'notice' | 'evaluation' | 'test';

/** A place that names a field. */
export interface FieldUse {
  /** From the root of the scheme: the value that names it, or the member whose key does. */
  readonly pointer: string;
  readonly part: FieldUsePart;
  readonly as: 'key' | 'value';
  /** What stands there when the field has another name. */
  readonly renamed: string;
  /** It is named by nothing here, and meant all the same: `category` by a budget that says nothing else. */
  readonly byDefault?: boolean;
}

/** What allocation reads where nothing is said. */
const DEFAULT_READS = { requested: '/amountRequested', eligibleCost: '/totalBudget', ownFunds: '/ownFunds', raised: '/ownFunds', category: '/category' } as const;
/** Parts whose facts are no answers: what is paid and marked is for the host to say. */
const OTHER_FACTS = ['forms', 'tests', 'smallCaps', 'evaluation', 'terms'];

/**
 * Every place of a scheme that names a field of a form, with what would stand there under another name; `undefined` where the name is that of a shared definition, which
 * other fields have as well.
 *
 * @param form - Where the form stands: `/forms/0`.
 * @param field - Pointer of the field with `*` for items: `/lines/* /price` (without the space).
 */
export function fieldNames(scheme: unknown, form: string, field: string, name: string): readonly FieldUse[] | undefined {
  const sites = schemaSites(valueAt(scheme, form), form, pointerTokens(field).slice(0, -1));
  if (sites === undefined) return undefined;
  return new NameSearch(scheme, form, pointerTokens(field), name, sites).all();
}

/** Schemas that describe the object which holds a field: its own, and those of its conditions and alternatives. `undefined` where a shared one is among them. */
function schemaSites(form: unknown, at: string, holder: readonly string[]): readonly string[] | undefined {
  let pointers: readonly string[] = [`${at}/schema`];
  const schema = (pointer: string): unknown => valueAt(form, pointer.slice(at.length));
  for (const token of [...holder, undefined]) {
    const all = pointers.flatMap((pointer) => withParts(schema(pointer), pointer));
    if (all.some((pointer) => isObject(schema(pointer)) && typeof (schema(pointer) as { readonly $ref?: unknown }).$ref === 'string')) return undefined;
    pointers = token === undefined ? all : all.map((pointer) => (token === '*' ? `${pointer}/items` : `${pointer}/properties${toPointer(token)}`)).filter((pointer) => isObject(schema(pointer)));
  }
  return pointers;
}

/** A schema and all that speak of the same value. */
function withParts(schema: unknown, pointer: string): readonly string[] {
  if (!isObject(schema)) return [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? (schema[key] as unknown[]).flatMap((part, index) => withParts(part, `${pointer}/${key}/${index}`)) : []));
  const single = ['if', 'then', 'else', 'not'].flatMap((key) => withParts(schema[key], `${pointer}/${key}`));
  const dependent = isObject(schema['dependentSchemas']) ? Object.entries(schema['dependentSchemas']).flatMap(([key, part]) => withParts(part, `${pointer}/dependentSchemas${toPointer(key)}`)) : [];
  return [pointer, ...lists, ...single, ...dependent];
}

class NameSearch {
  private readonly found: FieldUse[] = [];
  private readonly old: string;
  private readonly field: string;

  constructor(private readonly scheme: unknown, private readonly form: string, private readonly tokens: readonly string[], private readonly name: string, private readonly sites: readonly string[]) {
    this.old = tokens[tokens.length - 1] ?? '';
    this.field = toPointer(...tokens);
  }

  all(): readonly FieldUse[] {
    this.inSchema();
    this.inLayout(valueAt(this.scheme, `${this.form}/layout`), `${this.form}/layout`);
    this.inSettings();
    this.inComputed(valueAt(this.scheme, `${this.form}/computed`), `${this.form}/computed`, true);
    this.inMigrations();
    const id = valueAt(this.scheme, `${this.form}/id`);
    const isApplication = applicationForm(this.scheme)?.pointer === this.form;
    if (isApplication && isObject(this.scheme)) this.inScheme(this.scheme);
    this.inEvaluation(id);
    this.inDisclosedPhotos(id);
    this.inTests(id, isApplication);
    return this.found;
  }

  private add(part: FieldUsePart, pointer: string, renamed: string | undefined, as: FieldUse['as'] = 'value'): void {
    if (renamed !== undefined) this.found.push({ pointer, part, as, renamed });
  }

  private inSchema(): void {
    for (const site of this.sites) {
      const schema = valueAt(this.scheme, site);
      if (!isObject(schema)) continue;
      for (const key of ['properties', 'dependentRequired', 'dependentSchemas']) if (isObject(schema[key]) && hasOwn(schema[key], this.old)) this.add('schema', `${site}/${key}${toPointer(this.old)}`, this.name, 'key');
      const lists = [[`${site}/required`, schema['required']], ...Object.entries(isObject(schema['dependentRequired']) ? schema['dependentRequired'] : {}).map(([key, list]) => [`${site}/dependentRequired${toPointer(key)}`, list])] as const;
      for (const [at, list] of lists) if (Array.isArray(list)) list.forEach((entry, index) => { if (entry === this.old) this.add('schema', `${at as string}/${index}`, this.name); });
    }
  }

  private inLayout(value: unknown, at: string): void {
    if (Array.isArray(value)) value.forEach((item, index) => { this.inLayout(item, `${at}/${index}`); });
    else if (typeof value === 'string' && /\/(fields|elements|group)\/\d+$/.test(at)) this.add('layout', at, this.moved(value));
    else if (isObject(value)) {
      this.factOf(value, at, [], 'condition');
      for (const [key, member] of Object.entries(value)) this.inLayout(member, at + toPointer(key));
    }
  }

  private inSettings(): void {
    const fields = valueAt(this.scheme, `${this.form}/fields`);
    if (!isObject(fields)) return;
    for (const [key, settings] of Object.entries(fields)) {
      const at = `${this.form}/fields${toPointer(key)}`;
      this.inConditions(settings, at, pointerTokens(key));
      this.inItemTitle(settings, at, key);
      if (isObject(settings)) this.inRecord(settings['record'], `${at}/record`);
      this.add('settings', at, key.startsWith('#') ? this.movedPlace(key) : this.moved(key), 'key');
    }
  }

  private inConditions(value: unknown, at: string, within: readonly string[], part: FieldUsePart = 'condition'): void {
    if (Array.isArray(value)) value.forEach((item, index) => { this.inConditions(item, `${at}/${index}`, within, part); });
    else if (isObject(value)) {
      this.factOf(value, at, within, part);
      for (const [key, member] of Object.entries(value)) this.inConditions(member, at + toPointer(key), within, part);
    }
  }

  /** `{ fact, path }` of a condition, a column, a key: the answer by its name, or what is in it by its path. */
  private factOf(value: Readonly<Record<string, unknown>>, at: string, within: readonly string[], part: FieldUsePart): void {
    const { fact, path } = value;
    if (typeof fact !== 'string') return;
    const list = within.slice(0, within.lastIndexOf('*') + 1);
    const isItem = list.length > 0 && (ITEM_FACTS as readonly string[]).includes(fact);
    const start = isItem ? (fact === 'item' ? list : undefined) : [fact];
    if (start === undefined || !start.every((token, index) => token === this.tokens[index])) return;
    const rest = this.tokens.slice(start.length);
    if (rest.length === 0 && !isItem) this.add(part, `${at}/fact`, this.name);
    else if (rest.length > 0 && typeof path === 'string') this.add(part, `${at}/path`, this.movedPath(path, rest));
  }

  /** `/price`, or a text with `{price}` in it: of a list around the field. */
  private inItemTitle(settings: unknown, at: string, key: string): void {
    const title = isObject(settings) ? settings['itemTitle'] : undefined;
    const list = [...pointerTokens(key), '*'];
    if (title === undefined || key.startsWith('#') || this.tokens.length <= list.length || !list.every((token, index) => token === this.tokens[index])) return;
    const own = this.tokens.slice(list.length);
    if (typeof title === 'string') this.add('settings', `${at}/itemTitle`, movedTokens(title, own, this.name));
    else if (isObject(title)) {
      for (const [language, text] of Object.entries(title)) {
        if (typeof text !== 'string') continue;
        const renamed = text.replace(/\{([^{}]+)\}/g, (whole: string, inside: string) => { const to = movedTokens(`/${inside}`, own, this.name); return to === undefined ? whole : `{${to.slice(1)}}`; });
        if (renamed !== text) this.add('settings', `${at}/itemTitle${toPointer(language)}`, renamed);
      }
    }
  }

  private inRecord(record: unknown, at: string): void {
    if (!isObject(record)) return;
    const budget = record['budget'];
    if (isObject(budget)) this.reads(budget['category'], `${at}/budget/category`, DEFAULT_READS.category, 'record', budget['categoryCaps'] !== undefined);
    for (const kind of ['applicants', 'pledge']) {
      for (const list of ['covers', 'except']) {
        const pointers = valueAt(record, `/${kind}/${list}`);
        if (Array.isArray(pointers)) pointers.forEach((each, index) => { if (typeof each === 'string') this.add('record', `${at}/${kind}/${list}/${index}`, this.moved(each)); });
      }
    }
  }

  private inComputed(value: unknown, at: string, isMap = false): void {
    if (isMap) {
      for (const [key, tree] of Object.entries(isObject(value) ? value : {})) {
        this.inComputed(tree, at + toPointer(key));
        this.add('settings', at + toPointer(key), this.moved(key), 'key');
      }
      return;
    }
    const operands = isObject(value) ? value['of'] : undefined;
    if (!Array.isArray(operands)) return;
    operands.forEach((operand, index) => {
      if (typeof operand === 'string') this.add('computed', `${at}/of/${index}`, this.moved(operand));
      else this.inComputed(operand, `${at}/of/${index}`);
    });
  }

  /** Answers of earlier versions are led to the field by the name that it has now. */
  private inMigrations(): void {
    for (const { pointer: migration } of partsAt(this.scheme, `${this.form}/migrations`)) {
      for (const { value: { from, to, name }, pointer } of partsAt(this.scheme, `${migration}/steps`)) {
        const targets = Array.isArray(to) ? to.map((each: unknown, index) => [each, `${pointer}/to/${index}`] as const) : [[to, `${pointer}/to`] as const];
        for (const [target, at] of targets) if (typeof target === 'string') this.add('settings', at, this.moved(target));
        if (typeof name !== 'string') continue;
        if (typeof to === 'string') {
          if (toPointer(...pointerTokens(to), '*', name) === this.field) this.add('settings', `${pointer}/name`, this.name);
        } else if (typeof from === 'string') this.inRenameStep(pointerTokens(from), name, pointer);
      }
    }
  }

  /** What an earlier version called otherwise stands at the same place, inside what the new one may call otherwise again. */
  private inRenameStep(from: readonly string[], name: string, pointer: string): void {
    const target = this.moved(toPointer(...from.slice(0, -1), name));
    if (target === undefined) return;
    const to = pointerTokens(target);
    const moved = toPointer(...to.slice(0, -1), from[from.length - 1] ?? '');
    if (moved !== toPointer(...from)) this.add('settings', `${pointer}/from`, moved);
    if (to[to.length - 1] !== name) this.add('settings', `${pointer}/name`, to[to.length - 1]);
  }

  /** Requirements, stages, tables and money read the answers of the application. */
  private inScheme(scheme: Readonly<Record<string, unknown>>): void {
    for (const [key, part] of Object.entries(scheme)) if (!OTHER_FACTS.includes(key)) this.inConditions(part, toPointer(key), [], key === 'allocation' ? 'money' : 'rule');
    const allocation = scheme['allocation'];
    if (isObject(allocation)) {
      for (const [key, standard] of Object.entries(DEFAULT_READS)) this.reads(valueAt(allocation, `/reads/${key}`), `/allocation/reads/${key}`, standard, 'money', true);
    }
    const named = (at: string, part: FieldUsePart): void => {
      const answer = valueAt(scheme, at);
      if (typeof answer === 'string') this.add(part, at, this.moved(answer));
    };
    const listed = (at: string): void => {
      const answers = valueAt(scheme, at);
      if (Array.isArray(answers)) answers.forEach((_, index) => { named(`${at}/${index}`, 'notice'); });
    };
    for (const { pointer } of partsAt(scheme, '/allocation/caps')) named(`${pointer}/answer`, 'money');
    for (const { pointer } of partsAt(scheme, '/publicity/notices')) listed(`${pointer}/columns`);
    listed('/supervision/disclosure/answers');
    for (const { pointer } of partsAt(scheme, '/supervision/posts')) named(`${pointer}/answer`, 'rule');
  }

  /** What is read by a name that nobody wrote has to be written from now on. */
  private reads(written: unknown, pointer: string, standard: string, part: FieldUsePart, isRead: boolean): void {
    if (typeof written === 'string') this.add(part, pointer, this.moved(written));
    else if (written === undefined && isRead && this.field === standard) this.found.push({ part, pointer, as: 'value', renamed: this.moved(standard) ?? standard, byDefault: true });
  }

  private inEvaluation(form: unknown): void {
    const gradings = valueAt(this.scheme, '/evaluation/gradings');
    if (!Array.isArray(gradings)) return;
    gradings.forEach((grading, index) => {
      const inputs = valueAt(grading, '/inputs');
      if (!Array.isArray(inputs)) return;
      inputs.forEach((input, place) => {
        const answer = valueAt(input, '/from/answer');
        if (typeof answer === 'string' && this.formOf(valueAt(input, '/from/stage')) === form) this.add('evaluation', `/evaluation/gradings/${index}/inputs/${place}/from/answer`, this.moved(answer));
      });
    });
  }

  private inDisclosedPhotos(form: unknown): void {
    const formOf = (report: unknown): unknown => partsAt(this.scheme, '/supervision/reports').find(({ value }) => value['id'] === report)?.value['form'];
    for (const { value: { report, answer }, pointer } of partsAt(this.scheme, '/supervision/disclosure/photos')) {
      if (typeof answer === 'string' && formOf(report) === form) this.add('notice', `${pointer}/answer`, this.moved(answer));
    }
  }

  private inTests(form: unknown, isApplication: boolean): void {
    const tests = valueAt(this.scheme, '/tests');
    if (!Array.isArray(tests)) return;
    tests.forEach((test, index) => {
      const cases = [[valueAt(test, '/case'), `/tests/${index}/case`], ...((valueAt(test, '/batch/cases') ?? []) as readonly unknown[]).map((each, place) => [each, `/tests/${index}/batch/cases/${place}`])] as const;
      for (const [each, at] of cases) {
        if (!isObject(each)) continue;
        if (isApplication) this.inAnswers(each['answers'], `${at as string}/answers`, this.tokens);
        for (const list of ['reviews', 'events']) {
          const entries = each[list];
          if (!Array.isArray(entries)) continue;
          entries.forEach((entry, place) => {
            const stage = valueAt(entry, '/stage');
            if (stage === undefined ? isApplication : this.formOf(stage) === form) this.inAnswers(valueAt(entry, '/answers'), `${at as string}/${list}/${place}/answers`, this.tokens);
          });
        }
      }
    });
  }

  private inAnswers(value: unknown, at: string, [token, ...rest]: readonly string[]): void {
    if (token === '*' && Array.isArray(value)) value.forEach((item, index) => { this.inAnswers(item, `${at}/${index}`, rest); });
    else if (token !== undefined && isObject(value) && hasOwn(value, token)) {
      if (rest.length === 0) this.add('test', at + toPointer(token), this.name, 'key');
      else this.inAnswers(value[token], at + toPointer(token), rest);
    }
  }

  private formOf(stage: unknown): unknown {
    const stages = valueAt(this.scheme, '/stages');
    return Array.isArray(stages) ? valueAt(stages.find((each) => valueAt(each, '/id') === stage), '/form') : undefined;
  }

  private moved(pointer: string): string | undefined {
    return movedTokens(pointer, this.tokens, this.name);
  }

  /** A key that names a place in the schema: `#/properties/lines/items/properties/price`. */
  private movedPlace(key: string): string | undefined {
    const site = this.sites.map((each) => `#${each.slice(`${this.form}/schema`.length)}/properties${toPointer(this.old)}`).find((each) => key === each || key.startsWith(`${each}/`));
    return site === undefined ? undefined : `${site.slice(0, -toPointer(this.old).length)}${toPointer(this.name)}${key.slice(site.length)}`;
  }

  private movedPath(path: string, tokens: readonly string[]): string | undefined {
    const step = (token: string): string => (token === '*' ? '(?:\\[[^\\]]*\\]|\\.(?:\\*|\\d+))' : `(?:\\.|^)${literal(token)}|\\[\\s*(?:'${literal(escaped(token, "'"))}'|"${literal(escaped(token, '"'))}")\\s*\\]`);
    const match = new RegExp(`^(\\$?${tokens.slice(0, -1).map((token) => `(?:${step(token)})`).join('')})(?:${step(this.old)})(?![^.[])`).exec(path);
    if (match === null) return undefined;
    const before = match[1] ?? '';
    return `${before}${/^[A-Za-z_][A-Za-z0-9_]*$/.test(this.name) ? `${before === '' ? '' : '.'}${this.name}` : `['${escaped(this.name, "'")}']`}${path.slice(match[0].length)}`;
  }
}

const escaped = (text: string, quote: string): string => text.replace(/\\/g, '\\\\').split(quote).join(`\\${quote}`);
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function movedTokens(pointer: string, tokens: readonly string[], name: string): string | undefined {
  const all = pointer.startsWith('/') ? pointerTokens(pointer) : [];
  if (all.length < tokens.length || !tokens.every((token, index) => all[index] === token)) return undefined;
  return toPointer(...tokens.slice(0, -1), name, ...all.slice(tokens.length));
}
