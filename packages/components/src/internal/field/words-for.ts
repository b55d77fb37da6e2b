import type { WordTables } from '@cobuild/core';
import type { FieldContext } from './field-context.js';

/** Words of a widget in the language of the form and in the words of its scheme, also in answer to a click or when something was loaded. */
export const wordsFor = <T>(context: Pick<FieldContext, 'inTerms' | 'locale'>, tables: WordTables<T>): T => context.inTerms(() => tables[context.locale]);
