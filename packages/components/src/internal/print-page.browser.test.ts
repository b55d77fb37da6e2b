import type { ReactiveControllerHost } from 'lit';
import { css } from 'lit';
import { describe, expect, it } from 'vitest';
import { PrintPage } from './print-page.js';

const host: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };
const sheet = css`
  @page {
    size: A4;
  }
`;
const adopted = (): number => document.adoptedStyleSheets.filter((candidate) => candidate === sheet.styleSheet).length;

describe('PrintPage', () => {
  it('has its sheet on the document while printing and only then', () => {
    const page = new PrintPage(host, sheet);
    page.hostConnected();

    const before = adopted();
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('beforeprint'));
    const during = adopted();
    dispatchEvent(new Event('afterprint'));

    expect([before, during, adopted()]).toEqual([0, 1, 0]);
    page.hostDisconnected();
  });

  it('takes the sheet away when the element goes while printing', () => {
    const page = new PrintPage(host, sheet);
    page.hostConnected();
    dispatchEvent(new Event('beforeprint'));

    page.hostDisconnected();

    expect(adopted()).toBe(0);
  });

  it('does nothing when the element does not want it', () => {
    const page = new PrintPage(host, sheet, () => false);
    page.hostConnected();

    dispatchEvent(new Event('beforeprint'));

    expect(adopted()).toBe(0);
    page.hostDisconnected();
  });
});
