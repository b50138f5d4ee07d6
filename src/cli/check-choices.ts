export const checkFormats = ['text', 'json', 'github'] as const;
export const failOnLevels = ['error', 'warning', 'info', 'never'] as const;

export type CheckFormat = (typeof checkFormats)[number];
export type FailOn = (typeof failOnLevels)[number];
