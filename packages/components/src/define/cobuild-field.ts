import { CobuildField } from '../cobuild-field/cobuild-field.js';
import { define } from '../internal/define.js';

define('cobuild-field', CobuildField);
