import { CobuildForm } from '../cobuild-form/cobuild-form.js';
import { define } from '../internal/define.js';

define('cobuild-form', CobuildForm);
