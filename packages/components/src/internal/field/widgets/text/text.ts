import type { Widget } from '../../widget.js';
import { textInput } from './text-input.js';

export const text: Widget = textInput();
