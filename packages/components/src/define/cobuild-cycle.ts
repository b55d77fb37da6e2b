import { CobuildCycle } from '../cobuild-cycle/cobuild-cycle.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-cycle', CobuildCycle);
