import { CobuildDemandBoard } from '../cobuild-demand-board/cobuild-demand-board.js';
import { define } from '../internal/define.js';
import './cobuild-answers.js';
import './cobuild-form.js';

define('cobuild-demand-board', CobuildDemandBoard);
