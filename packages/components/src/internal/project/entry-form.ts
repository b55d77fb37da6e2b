import type { FormDefinition, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FieldHosts } from '../../hosts/field-hosts.js';
import { button } from '../pieces.js';
import { steadyButton } from '../steady-button.js';

export interface EntryFormOptions {
  readonly title: string;
  readonly help?: string;
  readonly definition: FormDefinition;
  readonly value: Readonly<Record<string, unknown>>;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly hosts: FieldHosts | undefined;
  readonly problems: readonly Problem[];
  readonly submit: string;
  readonly cancel: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** The same object at each drawing: other facts would be worked through anew. */
const NO_FACTS: Readonly<Record<string, unknown>> = {};

export const ENTRY_FORM = 'entry-form';

/**
 * A short form in its place: what somebody enters into the record of a project. One at a time. Its starting value is set when it is another one only: a form that is
 * given a value takes it in place of what was typed.
 */
export function entryForm({ title, help, definition, value, facts = NO_FACTS, hosts, problems, submit, cancel, busy, onSubmit, onCancel }: EntryFormOptions): TemplateResult {
  return html`<div class="panel stack entry no-print" id=${ENTRY_FORM} role="group" tabindex="-1" aria-label=${title}>
    ${help === undefined ? nothing : html`<p class="muted measure">${help}</p>`}
    <cobuild-form aria-label=${title} actions-hidden .definition=${definition} .value=${guard([value], () => value)} .facts=${facts} .hosts=${hosts} .problems=${problems}></cobuild-form>
    <div class="actions">${steadyButton({ id: `${ENTRY_FORM}-send`, label: submit, kind: 'primary', blocked: busy, onClick: onSubmit })} ${button({ label: cancel, onClick: onCancel })}</div>
  </div>`;
}
