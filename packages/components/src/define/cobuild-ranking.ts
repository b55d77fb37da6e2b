import { CobuildRanking } from '../cobuild-ranking/cobuild-ranking.js';
import { define } from '../internal/define.js';

define('cobuild-ranking', CobuildRanking);
