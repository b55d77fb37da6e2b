import { CobuildResponsibility } from '../cobuild-responsibility/cobuild-responsibility.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-responsibility', CobuildResponsibility);
