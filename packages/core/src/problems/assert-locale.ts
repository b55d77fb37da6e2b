import type { Locale } from './problem.js';

const known: readonly Locale[] = ['zh-CN', 'en'];

/**
 * A language that there are no sentences in would leave every sentence empty.
 *
 * @throws {TypeError} that names the languages there are; nothing is said of `undefined`.
 */
export function assertLocale(caller: string, locale: unknown): void {
  if (locale !== undefined && !(known as readonly unknown[]).includes(locale)) throw new TypeError(`${caller}: there is no locale ${JSON.stringify(locale)}; known: ${known.map((name) => `"${name}"`).join(', ')}`);
}
