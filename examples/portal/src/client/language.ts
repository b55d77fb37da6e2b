import type { Locale } from '@cobuild/core';

/** Language of the page, as the server wrote it; the elements take theirs from there as well. */
export const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';

/** The words of a page in its language. The English ones have exactly the keys of the Chinese ones. */
export const wordsOf = <Words>(tables: { readonly 'zh-CN': Words; readonly en: NoInfer<Words> }): Words => tables[locale];
