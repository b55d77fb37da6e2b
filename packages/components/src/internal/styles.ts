import type { CSSResult } from 'lit';
import { buttonStyles } from './styles/buttons.js';
import { fieldStyles } from './styles/fields.js';
import { layoutStyles } from './styles/layout.js';
import { messageStyles } from './styles/messages.js';
import { tableStyles } from './styles/tables.js';
import { tokens } from './tokens.js';

/** Sheets that every element has; one object each, shared by all roots. */
export const sharedStyles: CSSResult[] = [tokens, layoutStyles, buttonStyles, fieldStyles, messageStyles, tableStyles];
