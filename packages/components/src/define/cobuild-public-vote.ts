import { CobuildPublicVote } from '../cobuild-public-vote/cobuild-public-vote.js';
import { define } from '../internal/define.js';

define('cobuild-public-vote', CobuildPublicVote);
