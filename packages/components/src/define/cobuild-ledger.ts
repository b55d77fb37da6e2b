import { CobuildLedger } from '../cobuild-ledger/cobuild-ledger.js';
import { define } from '../internal/define.js';
import './cobuild-form.js';

define('cobuild-ledger', CobuildLedger);
