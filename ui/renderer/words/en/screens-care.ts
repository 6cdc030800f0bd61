// What the frame says of people and visits, in English; everything else of care is fetched with its
// screens.

/** The texts of this part of the screens. */
export const careFrame = {
  'menu-people': 'People',
  'next-sign-in': 'Say who you are, with your PIN or passphrase.',
  'next-visit': 'The visit: {open:number} still open.',
  'do-visit': 'Go on with the visit',
  'sign-out': 'Sign out',
  'signed-in-as': '{name}, signed in',
  'typed-name': 'Name as typed: nobody signs in here',
  'person-choose': 'Open a chart',
  'person-chart': 'chart',
} as const;
