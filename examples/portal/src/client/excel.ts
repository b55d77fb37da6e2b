import type { Problem } from '@cobuild/core';
import type { CobuildExportDetail } from '@cobuild/components';
import { sendFile } from './api.js';
import { locale } from './language.js';
import { ofScheme, tellProblems } from './page.js';

type Sheet = CobuildExportDetail['sheet'];

/** Makes Excel files of what an element hands out; files of text the element makes itself. */
export function handleExports(element: HTMLElement): void {
  element.addEventListener('cobuild-export', (event) => {
    const { format, name, sheet } = event.detail;
    if (format !== 'xlsx') return;
    event.preventDefault();
    void fetch(ofScheme('/api/sheets'), { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': locale }, body: JSON.stringify({ sheet, name }) }).then(async (response) => {
      if (response.ok) save(await response.blob(), `${name}.xlsx`);
      else tellProblems(((await response.json()) as { problems?: readonly Problem[] }).problems ?? []);
    });
  });
}

/** Reads a table that somebody chose; the server knows Excel. */
export async function readSheet(file: File): Promise<Sheet> {
  const address = ofScheme('/api/sheets/read');
  const answer = await sendFile<{ sheet: Sheet }>(`${address}${address.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name)}`, file);
  if (answer.ok) return answer.value.sheet;
  tellProblems(answer.problems);
  throw new Error(answer.problems.map(({ message }) => message).join(' '));
}

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
