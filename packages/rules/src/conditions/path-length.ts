/** Longer paths are refused. */
export const MAX_PATH_LENGTH = 1000;
