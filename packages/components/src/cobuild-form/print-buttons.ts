import type { Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { button } from '../internal/pieces.js';
import { wordTables } from '../internal/word-tables.js';

const words = wordTables<{ readonly filled: string; readonly blank: string }>({
  'zh-CN': { filled: '打印填写内容', blank: '打印空白表' },
  en: { filled: 'Print the answers', blank: 'Print an empty form' },
});

/** One button for the answers on paper, one for an empty form. */
export function printButtons(locale: Locale, print: (options: { readonly blank: boolean }) => void): TemplateResult {
  const { filled, blank } = words[locale];
  return html`<div class="row no-print print-buttons">
    ${button({ label: filled, icon: 'print', onClick: () => print({ blank: false }) })} ${button({ label: blank, icon: 'document', onClick: () => print({ blank: true }) })}
  </div>`;
}
