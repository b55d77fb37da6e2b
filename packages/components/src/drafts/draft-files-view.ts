import { SHORTEST_PASS_PHRASE } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../internal/icons.js';
import { button } from '../internal/pieces.js';
import type { DraftFiles, FileFieldName } from './draft-files.js';
import type { DraftView } from './draft-status.js';

const ID = 'draft-file';
const value = (event: Event): string => (event.target as HTMLInputElement).value;

/** The two ways to and from a file, beside the line that says when the answers were saved. */
export function fileButtons(files: DraftFiles, { text }: DraftView): TemplateResult {
  const opener = (panel: 'export' | 'import', label: string): TemplateResult =>
    html`<button type="button" class="link" id="${ID}-${panel}" aria-expanded=${files.open === panel ? 'true' : 'false'} @click=${() => (files.open === panel ? files.close() : files.show(panel))}>${label}</button>`;
  return html`<div class="draft-files small">${opener('export', text.exportDraft)} ${opener('import', text.importDraft)}</div>`;
}

/** Pass phrase, and the file where one is read; below it what was exported. */
export function filePanel(files: DraftFiles, view: DraftView): TemplateResult {
  const { text } = view;
  return html`${files.open === undefined ? nothing : panel(files, files.open, view)}
    <p class="draft-file-done small" role="status">${files.progress === undefined ? (files.done === '' ? nothing : html`${icons.check}${files.done}`) : text.working({ percent: Math.round(files.progress * 100) })}</p>`;
}

function panel(files: DraftFiles, open: 'export' | 'import', { text }: DraftView): TemplateResult {
  const busy = files.progress !== undefined;
  const isExport = open === 'export';
  return html`<div
    class="panel stack draft-file"
    part="draft-file"
    id=${ID}
    role="group"
    tabindex="-1"
    aria-labelledby="${ID}-title"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') files.close();
      if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'password') void files.run();
    }}
  >
    <h3 id="${ID}-title">${isExport ? text.exportTitle : text.importTitle}</h3>
    <p>${isExport ? text.exportHelp : text.importHelp}</p>
    ${isExport
      ? nothing
      : field(files, 'file', text.file, (described) => html`<input class="input" type="file" id="${ID}-file" accept=".cobuild-draft" ?disabled=${busy} aria-invalid=${described.invalid} aria-describedby=${described.by} @change=${(event: Event) => files.setFile((event.target as HTMLInputElement).files?.[0])} />`)}
    ${field(
      files,
      'passPhrase',
      text.passPhrase,
      (described) => html`<input class="input" type="password" id="${ID}-passPhrase" autocomplete=${isExport ? 'new-password' : 'current-password'} ?disabled=${busy} aria-invalid=${described.invalid} aria-describedby=${described.by} @input=${(event: Event) => files.setPassPhrase(value(event))} />`,
      isExport ? text.passPhraseHelp({ count: SHORTEST_PASS_PHRASE }) : undefined,
    )}
    ${isExport
      ? field(files, 'again', text.passPhraseAgain, (described) => html`<input class="input" type="password" id="${ID}-again" autocomplete="new-password" ?disabled=${busy} aria-invalid=${described.invalid} aria-describedby=${described.by} @input=${(event: Event) => files.setAgain(value(event))} />`)
      : nothing}
    <div class="actions">
      ${button({ label: isExport ? text.doExport : text.doImport, kind: 'primary', disabled: busy, onClick: () => void files.run() })}
      ${button({ label: text.cancel, disabled: busy, onClick: () => files.close() })}
    </div>
  </div>`;
}

interface Described { readonly invalid: 'true' | typeof nothing; readonly by: string | typeof nothing }

function field(files: DraftFiles, name: FileFieldName, label: string, control: (described: Described) => TemplateResult, help?: string): TemplateResult {
  const fault = files.fault?.field === name ? files.fault : undefined;
  const by = [...(help === undefined ? [] : [`${ID}-${name}-help`]), ...(fault ? [`${ID}-${name}-error`] : [])].join(' ');
  return html`<div class="field">
    <label class="label" for="${ID}-${name}">${label}</label>
    ${help === undefined ? nothing : html`<p class="help" id="${ID}-${name}-help">${help}</p>`}
    ${control({ invalid: fault ? 'true' : nothing, by: by === '' ? nothing : by })}
    ${fault ? html`<p class="field-error" id="${ID}-${name}-error">${icons.danger}<span>${fault.message}</span></p>` : nothing}
  </div>`;
}

/** To the panel, to one of its fields, or back to the button that opened it. */
export function focusFilePanel(root: ParentNode, on: 'panel' | 'opener' | FileFieldName, opener: 'export' | 'import'): void {
  const target = root.querySelector<HTMLElement>(on === 'panel' ? `#${ID}` : on === 'opener' ? `#${ID}-${opener}` : `#${ID}-${on}`);
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
}
