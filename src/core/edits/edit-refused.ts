/** The operations cannot be carried out as asked; nothing was changed. */
export class EditRefused extends Error {}
