import type { Facts, FieldSettings, Form, FormDefinition, FormState, Locale, Problem, Terms } from '@cobuild/core';
import { createForm, createInterpreter } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { fillWidgets } from '../internal/field/fill-widgets.js';
import { warnOnce } from '../internal/warn-once.js';
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

  constructor(private readonly host: CurrentFormHost) {}

  /** The model if it was made already: what is set before it is read when it is made. */
  get known(): Form | undefined {
    return this.made;
  }

  get form(): Form | undefined {
    const { definition, schema, layout } = this.host.parts();
    const source = [definition, schema, layout, fillWidgets.testers, this.host.terms?.()];
    if (!this.source || source.some((part, index) => part !== this.source?.[index])) {
      this.source = source;
      this.make({ definition, schema, layout });
    }
    return this.made;
  }

  /** Why nothing or not everything can be drawn, for the administrator. */
  problems(words: Messages): readonly Problem[] {
    if (this.failure === undefined) return this.made?.definitionProblems.filter((problem) => problem.severity === 'error') ?? [];
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
    const form = createForm(definition, { validator: createInterpreter(), evaluateCondition, ...(value === undefined ? {} : { value }), terms: this.host.terms?.(), widgetTesters: fillWidgets.testers, ...records, ...this.host.options() });
    form.subscribe(() => {
      if (form === this.made) this.host.changed(form.state);
    });
    // Asked for once here, so that a definition from which no field can be made is a broken one and not an error somewhere else.
    void form.state;
    return form;
  }
}

const hasRecords = ({ fields = {} }: FormDefinition): boolean => Object.values(fields).some((settings) => (settings as FieldSettings | undefined)?.record !== undefined);
