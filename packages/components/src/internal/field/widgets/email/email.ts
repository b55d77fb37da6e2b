import type { Widget } from '../../widget.js';
import { textInput } from '../text/text-input.js';

const plain = { spellcheck: 'false', autocapitalize: 'none', autocorrect: 'off' };

/** No `type=email`: that one rewrites addresses with a Chinese domain, and refuses in words of the browser's own. */
export const email: Widget = textInput({ ...plain, inputmode: 'email', autocomplete: 'email' });

export const uri: Widget = textInput({ ...plain, inputmode: 'url', autocomplete: 'url' });
