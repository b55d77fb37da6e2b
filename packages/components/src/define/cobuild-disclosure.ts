import { CobuildDisclosure } from '../cobuild-disclosure/cobuild-disclosure.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-disclosure', CobuildDisclosure);
