/** The command cannot be carried out as it was given; nothing has been done. */
export class UsageError extends Error {}
