import type { Facts, FieldSettings, Form, FormDefinition, FormState, Locale, Problem, Terms } from '@cobuild/core';
import { MissingPartError, createPreparedForm, createPreparedInterpreter, missingParts, prepareForm, prepareWhole, wordsIn } from '@cobuild/core';
import { addedPart } from '../internal/field/parts/view-parts.js';
import { conditionPart, evaluatePreparedCondition, missingConditions } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { fillWidgets, missingWidgets } from '../internal/field/fill-widgets.js';
import { viewParts } from '../internal/field/parts/view-parts.js';
import { warnOnce } from '../internal/warn-once.js';
import { wordTables } from '../internal/word-tables.js';
import type { Messages } from '../locales/messages.js';
import type { FormParts } from './form-source.js';
import { definitionOf } from './form-source.js';

export interface CurrentFormHost {
  parts(): FormParts;
  /** Starting answers: the property, else the child script. */
  value(): Readonly<Record<string, unknown>> | undefined;
  options(): { readonly locale: Locale; readonly facts: Facts };
  /** Words of the district. */
  terms?(): Terms | undefined;
  /** What the page lends, for the check of records. */
  hosts(): FieldHosts;
  changed(state: FormState): void;
}

/**
 * The model for what the element was given. Made when somebody first asks and again when a document changes, so that the order in
 * which a host sets properties makes no difference and a value is right in the tick in which it was set.
 */
export class CurrentForm {
  private made: Form | undefined;
  private source: readonly unknown[] | undefined;
  private failure: string | undefined;
  /** Parts of the code that the definition needs and that are on their way. */
  private waiting: Promise<void> | undefined;
  private isCutOff = false;

  constructor(private readonly host: CurrentFormHost) {}

  /** The model if it was made already: what is set before it is read when it is made. */
  get known(): Form | undefined {
    return this.made;
  }

  get form(): Form | undefined {
    const { definition, schema, layout } = this.host.parts();
    const source = [definition, schema, layout, fillWidgets.testers, this.host.terms?.()];
    if (!this.source || source.some((part, index) => part !== this.source?.[index])) {
      if (this.awaitsParts({ definition, schema, layout })) return this.made;
      this.source = source;
      this.make({ definition, schema, layout });
    }
    return this.made;
  }

  /** What has to come before the form can be made; nothing where all is there. Never rejected: where something does not come, `problems` says so. */
  missing(): Promise<unknown> | undefined {
    void this.form;
    return this.waiting;
  }

  /** A form of before goes on until all that the next one needs is there. */
  private awaitsParts(parts: FormParts): boolean {
    const definition = usable(() => definitionOf(parts));
    const missing = definition && !this.isCutOff ? together(prepareForm(definition), missingParts(viewParts(definition)), missingWidgets(definition), missingConditions(wordsIn(definition).conditions)) : undefined;
    if (missing === undefined) return this.isCutOff;
    this.await(missing);
    return true;
  }

  private await(missing: Promise<unknown>): void {
    this.waiting ??= missing.then(
      () => void (this.waiting = undefined),
      (error: unknown) => {
        this.waiting = undefined;
        this.isCutOff = true;
        warnOnce('form/not-loaded', `A part of the form could not be loaded: ${String(error)}`);
      },
    );
  }

  /** Why nothing or not everything can be drawn, for the administrator. */
  problems(words: Messages): readonly Problem[] {
    if (this.isCutOff) return [{ code: 'element/not-loaded', severity: 'error', document: 'definition', pointer: '', params: {}, message: cutOffWords[this.host.options().locale].notLoaded }];
    if (this.failure === undefined) return this.made?.definitionErrors ?? [];
    const params = { detail: this.failure };
    return [{ code: 'element/broken-definition', severity: 'error', document: 'definition', pointer: '', params, message: words.brokenDefinition(params) }];
  }

  private make(parts: FormParts): void {
    const before = this.made?.state;
    this.made = undefined;
    this.failure = undefined;
    try {
      const definition = definitionOf(parts);
      if (definition) this.made = this.build(definition);
    } catch (error) {
      // What a schema leaves open is seen when it is compiled: then everything is loaded.
      const whole = error instanceof MissingPartError ? together(prepareWhole(), addedPart.missing(), conditionPart.missing()) : undefined;
      if (whole) {
        this.source = undefined;
        this.await(whole);
        return;
      }
      this.failure = error instanceof Error ? error.message : String(error);
      warnOnce('form/broken-definition', this.failure);
    }
    void this.checkRecords();
    // What somebody typed stays when only the form around it changes.
    if (this.made && before?.dirty === true) this.made.replace(before.value);
  }

  /** Checks the form's records by what the page lends now; the check itself is loaded with the first form that has one. */
  async checkRecords(): Promise<void> {
    const form = this.made;
    if (!form || !hasRecords(form.definition)) return;
    try {
      const { pageRecords } = await import('./page-records.js');
      if (form === this.made) form.setRecords(pageRecords(this.host.hosts(), this.host.options().facts['today']));
    } catch {
      // Said at each record, and tried again with the next submit.
      warnOnce('form/records-not-loaded', 'The check of records could not be loaded.');
    }
  }

  private build(definition: FormDefinition): Form {
    const records = hasRecords(definition) ? { records: 'awaited' as const } : {};
    const value = this.host.value();
    const form = createPreparedForm(definition, { validator: createPreparedInterpreter(), evaluateCondition: evaluatePreparedCondition, ...(value === undefined ? {} : { value }), terms: this.host.terms?.(), widgetTesters: fillWidgets.testers, ...records, ...this.host.options() });
    form.subscribe(() => {
      if (form === this.made) this.host.changed(form.state);
    });
    // Asked for once here, so that a definition from which no field can be made is a broken one and not an error somewhere else.
    void form.state;
    return form;
  }
}

const hasRecords = ({ fields = {} }: FormDefinition): boolean => Object.values(fields).some((settings) => (settings as FieldSettings | undefined)?.record !== undefined);

/** A definition from which nothing can be made is told when the form is. */
function usable<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

const together = (...waits: readonly (Promise<unknown> | undefined)[]): Promise<unknown> | undefined => {
  const open = waits.filter((wait) => wait !== undefined);
  return open.length === 0 ? undefined : Promise.all(open);
};

const cutOffWords = wordTables<{ readonly notLoaded: string }>({
  'zh-CN': { notLoaded: '表单没有完整载入。请检查网络后刷新页面。' },
  en: { notLoaded: 'The form did not load completely. Check the network and load the page again.' },
});
