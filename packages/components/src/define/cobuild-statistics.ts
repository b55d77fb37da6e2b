import { CobuildStatistics } from '../cobuild-statistics/cobuild-statistics.js';
import { define } from '../internal/define.js';

define('cobuild-statistics', CobuildStatistics);
