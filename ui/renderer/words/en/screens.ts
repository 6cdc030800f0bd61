// The texts of the screens, in English: titles, labels, buttons, next steps.

/** The texts of the screens. */
export const screens = {
  stop: 'STOP',
} as const;
