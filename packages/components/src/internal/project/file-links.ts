import type { KeptFile } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldHosts } from '../../hosts/field-hosts.js';

/** Files by name; a link where the host says where they are opened. */
export function fileLinks(files: readonly KeptFile[] | undefined, hosts: FieldHosts | undefined): TemplateResult | typeof nothing {
  if (files === undefined || files.length === 0) return nothing;
  return html`<ul class="files small">
    ${files.map(({ id, name }) => {
      const href = hosts?.files?.link?.(id);
      return html`<li>${href === undefined ? name : html`<a href=${href} target="_blank" rel="noopener">${name}</a>`}</li>`;
    })}
  </ul>`;
}

/** What is kept of the files of a form: never more than the log needs. */
export function keptFiles(value: unknown): { readonly files?: readonly KeptFile[] } {
  if (!Array.isArray(value) || value.length === 0) return {};
  const files = (value as readonly KeptFile[]).map(({ id, name, size, type, hash }) => ({ id, name, ...(size === undefined ? {} : { size }), ...(type === undefined ? {} : { type }), ...(hash === undefined ? {} : { hash }) }));
  return { files };
}
