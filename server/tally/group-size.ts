/** The smallest group whose counts may be shown. */
export const GROUP_SIZE = 5;
