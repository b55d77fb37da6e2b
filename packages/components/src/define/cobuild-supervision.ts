import { CobuildSupervision } from '../cobuild-supervision/cobuild-supervision.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-supervision', CobuildSupervision);
