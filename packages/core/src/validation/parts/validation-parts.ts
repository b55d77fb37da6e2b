import { LatePart } from '../../late/late-part.js';
import type * as AddressPart from './addresses.js';
import type * as FormatPart from './formats.js';
import type * as KeywordPart from './keywords.js';
import type * as PatternPart from './patterns.js';

/** Parts of the interpreter that only some schemas need. */
export const patternPart = new LatePart<typeof PatternPart>('patterns', () => import('./patterns.js'));
export const formatPart = new LatePart<typeof FormatPart>('formats', () => import('./formats.js'));
export const keywordPart = new LatePart<typeof KeywordPart>('keywords', () => import('./keywords.js'));
export const addressPart = new LatePart<typeof AddressPart>('addresses', () => import('./addresses.js'));
