import { CobuildRegister } from '../cobuild-register/cobuild-register.js';
import { define } from '../internal/define.js';
import './cobuild-answers.js';

define('cobuild-register', CobuildRegister);
