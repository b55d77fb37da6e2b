import type { SchemeChecker, SchemeToCheck, SchemeVerdict } from '@cobuild/rules';
import { createSchemeChecker } from '@cobuild/rules';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../internal/warn-once.js';

/** Asks the worker of an address to check a scheme. It is started with the first question and ends with the element; one that has failed is not asked again. */
export class ChecksBeside implements ReactiveController {
  private checker: SchemeChecker | undefined;
  private lost: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly url: () => string | undefined) {
    host.addController(this);
  }

  hostDisconnected(): void {
    const { checker } = this;
    this.checker = undefined;
    checker?.close();
  }

  /** Nothing where there is no worker, or it has failed: the page checks by itself then. */
  ask(scheme: SchemeToCheck): Promise<SchemeVerdict> | undefined {
    const url = this.url();
    if (url === undefined || url === this.lost || !this.host.isConnected) return undefined;
    try {
      this.checker ??= createSchemeChecker(url);
    } catch (error) {
      this.lose(url, error);
      return undefined;
    }
    const { checker } = this;
    const verdict = checker.check(scheme);
    // One that was closed with the element has not failed.
    verdict.catch((error: unknown) => { if (this.checker === checker) this.lose(url, error); });
    return verdict;
  }

  private lose(url: string, error: unknown): void {
    this.lost = url;
    warnOnce('element/no-worker', `The worker ${url} cannot be used: ${error instanceof Error ? error.message : String(error)}; the page checks the scheme itself`);
  }
}
