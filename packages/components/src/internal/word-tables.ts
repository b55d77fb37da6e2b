export { wordTables } from '@cobuild/core';
