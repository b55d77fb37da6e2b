import { CobuildDecision } from '../cobuild-decision/cobuild-decision.js';
import { define } from '../internal/define.js';

define('cobuild-decision', CobuildDecision);
