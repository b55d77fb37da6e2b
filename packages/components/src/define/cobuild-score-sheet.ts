import { CobuildScoreSheet } from '../cobuild-score-sheet/cobuild-score-sheet.js';
import { define } from '../internal/define.js';

define('cobuild-score-sheet', CobuildScoreSheet);
