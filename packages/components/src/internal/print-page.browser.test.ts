import type { ReactiveControllerHost } from 'lit';
import { css } from 'lit';
import { describe, expect, it } from 'vitest';
import { PrintPage } from './print-page.js';

const hostOf = (): ReactiveControllerHost & HTMLElement => Object.assign(document.createElement('div'), { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) });
const host = hostOf();
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

  it('leaves the paper to an element around it that prints, across shadow roots, and sets its own elsewhere', () => {
    const [around, inside] = [hostOf(), hostOf()];
    around.attachShadow({ mode: 'open' }).append(inside);
    const outer = new PrintPage(around, css`
      @page {
        size: A5;
      }
    `);
    const inner = new PrintPage(inside, sheet);
    for (const page of [outer, inner]) page.hostConnected();

    dispatchEvent(new Event('beforeprint'));
    const within = adopted();
    dispatchEvent(new Event('afterprint'));
    inside.remove();
    dispatchEvent(new Event('beforeprint'));

    expect([within, adopted()]).toEqual([0, 1]);
    for (const page of [outer, inner]) page.hostDisconnected();
  });

  it('does nothing when the element does not want it', () => {
    const page = new PrintPage(host, sheet, () => false);
    page.hostConnected();

    dispatchEvent(new Event('beforeprint'));

    expect(adopted()).toBe(0);
    page.hostDisconnected();
  });
});
